// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "turn/filter.h"

#include <variant>

namespace SQLite {
class Database;
}

namespace assay {

/// A filter as a condition of SQL. Text of the filter is only ever bound, never part of it.
struct FilterSql
{
    QString where{}; ///< with one ? per value, in order; "1" for the empty filter
    QList<std::variant<qint64, double, QString>> values{};
};

/// What stands behind FROM for `where` to make sense: "events AS e LEFT JOIN …" or "turns AS t".
QString filterTables(FilterUse rows);

/// Comes out the same as Filter::matches() on the rows that were stored. Needs addFilterFunctions().
/// Of events the store does not keep event, node, tool and tenant, nor the scope of metrics that are
/// neither quality nor llm.
/// @param now what "-15m" and "today" count from
/// @errors InvalidArgument: a column that the store does not keep
Result<FilterSql> filterSql(const Filter &filter, FilterUse rows, UtcTime now);

/// The functions that text comparisons and the mean of scores are made with.
void addFilterFunctions(SQLite::Database &database);

} // namespace assay
