// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"
#include "store/filter_sql.h"
#include "store/rollups.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

namespace assay {

/// Counts minute cells anew from the stored rows: for a filter that kept sums cannot answer, for a store
/// that has none yet, and to check those that are kept. Throws SQLite::Exception.
class RowSums
{
public:
    struct Wanted
    {
        qint64 fromUs = 0;
        qint64 toUs = std::numeric_limits<qint64>::max();
        /// Responses, with the calls and the outcome of their turns, that match; nullopt = everything
        std::optional<FilterSql> filter{};
        FilterUse rows = FilterUse::Events;
        CancelToken token{};
    };

    /// @param database with addFilterFunctions()
    RowSums(SQLite::Database &database, Wanted wanted);

    /// Readings, calls and turns; not events. @return false: cancelled
    bool run();

    /// The sums of run(), to be taken or added to.
    Rollups &sums() { return m_sums; }

private:
    bool addReadings();
    bool addCalls();
    bool addTurns();
    void addIssues(qint64 timeUs, const std::string &lines);
    bool isWanted(qint64 turn) const { return !m_wanted.filter || m_turns.contains(turn); }
    bool goOn();

    SQLite::Database &m_database;
    Wanted m_wanted;
    Rollups m_sums;
    QSet<qint64> m_turns; ///< of the responses that match
    QHash<QByteArray, qint64> m_issues;
    qint64 m_rows = 0;
};

/// Responses of the wanted range whose filter matches, as a condition on the rows of readings_to_sum and
/// threads_to_compare, with its values.
FilterSql readingCondition(const RowSums::Wanted &wanted);

/// Fills an empty rollup_cells from all rows, and from the old sums of what rows do not tell.
void buildRollupCells(SQLite::Database &database);

} // namespace assay
