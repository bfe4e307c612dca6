// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/filter.h"

namespace assay {

/// Why a literal does not fit its column. Private to the filter's own files.
struct LiteralProblem
{
    QString sentence{};
    QString suggestion{}; ///< empty when nothing comes near
};

/// Reads a literal of the column's type. @param op Matches compiles the text as a pattern
tl::expected<FilterValue, LiteralProblem> readFilterLiteral(const FilterColumnInfo &column, FilterOperator op,
                                                            const QString &text);

/// Writes a value as readFilterLiteral() reads it.
QString filterValueText(const FilterColumnInfo &column, FilterOperator op, const FilterValue &value);

/// A row's figure as a filter would write it: "0.82", "1200ms".
QString filterFigureText(FilterType type, qint64 value);
QString filterFigureText(FilterType type, double value);

/// The known value that `text` spells, whatever its case and its underscores; empty when none does.
QString knownFilterValue(const FilterColumnInfo &column, QStringView text);
/// The known value nearest to `text`; empty when none comes near.
QString nearestFilterValue(const FilterColumnInfo &column, QStringView text);

} // namespace assay
