// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/ingest_batch.h"
#include "store/rollup_cell.h"
#include "store/sqlite_connection.h"

#include <map>

namespace assay {

/// What the messages of a turn tell together: a row of turn_sums.
struct TurnSums
{
    qint64 tools = 0;
    qint64 calls = 0; ///< model calls whose cost is told
    qint64 costMicros = 0;
    qint64 responses = 0;

    bool operator==(const TurnSums &) const = default;
};

/// How a finished turn was predicted and ended.
struct TurnOutcome
{
    qint64 timeUs = 0; ///< of the message it came from
    bool judged = false;
    bool passed = false;
    double confidence = 0.0;
    qint64 policyRevision = 0;
    bool firstTierFast = false;
    bool fastPathPassed = false;
};

/// Does this call's cost count? Absurd figures do not.
bool isCost(const std::optional<qint64> &micros);

/// The minute cells of a batch, or of rows that are counted anew. Integers only, so that the order of
/// events leaves no trace.
class Rollups
{
public:
    void addEvent(const EventFields &event);
    void addEvents(qint64 minute, qint64 events, qint64 late, qint64 future);
    /// @param score overall, or the mean of the parts; @param model its name's id, 0 = not told
    void addQuality(qint64 timestampUs, const QualityFields &quality, std::optional<float> score,
                    qint64 model);
    void addIssue(qint64 timestampUs, qint64 issue);
    /// What its turn tells of a response. @param times -1 takes it back
    void addTurnOfReading(qint64 timestampUs, const TurnSums &turn, qint64 times = 1);
    void addLlm(qint64 timestampUs, const LlmFields &call, qint64 model, qint64 purpose);
    /// @param times -1 takes it back
    void addTurn(const TurnOutcome &turn, qint64 times = 1);
    /// @param what from Duplicates to Missing; @param logUs the log's time
    void count(RollupSum what, qint64 logUs, qint64 records = 1);

    /// By minute since the epoch.
    const std::map<qint64, RollupCell> &cells() const { return m_cells; }

    /// Adds the cells to those of the store, and their sums to its hours and days. Throws SQLite::Exception.
    void write(SqliteStore::Connection &connection);
    void clear();

private:
    RollupCell &at(qint64 timestampUs);
    RollupCell &atMinute(qint64 minute);
    void addVerdict(RollupCell &cell, const QualityFields &quality, std::optional<float> score, qint64 model);

    std::map<qint64, RollupCell> m_cells;
    qint64 m_lastMinute = 0;
    RollupCell *m_last = nullptr; ///< the cell of m_lastMinute
};

/// Millionths of a score, as the sums have them.
qint64 millionthsOf(float score);

/// Key of a cell in rollup_cells. @param minute the first of the span
qint64 rollupCellId(RollupSpan span, qint64 minute);
/// Minute cells, and the hours and days they sum up to, by rollupCellId().
std::map<qint64, RollupCell> cellsWithSpans(const std::map<qint64, RollupCell> &minutes);
/// The first minute of the span that `minute` lies in.
qint64 rollupSpanStart(RollupSpan span, qint64 minute);

} // namespace assay
