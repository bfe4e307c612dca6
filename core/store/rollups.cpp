// SPDX-License-Identifier: Apache-2.0
#include "store/rollups.h"

#include "base/log_bins.h"
#include "store/sqlite_error.h"

#include <sqlite3.h>

#include <algorithm>

namespace assay {

namespace {

using Sum = RollupSum;
using Bins = RollupBins;

constexpr qint64 minuteUs = 60'000'000;
constexpr qint64 lateUs = 86'400'000'000;
constexpr qint64 futureUs = 300'000'000;
constexpr qint64 dayMs = 86'400'000;
constexpr qint64 mostTokens = 1'000'000'000;
constexpr qint64 mostRetries = 1'000'000;
constexpr qint64 lastRetryBin = 10;
constexpr int spanShift = 40;

qint64 tenthsOf(double confidence)
{
    return std::clamp<qint64>(static_cast<qint64>(confidence * 10.0), 0, 9);
}

/// The stored cell of `id` with `change` added. @return whether the stored one had no event and now has
bool addToStored(SqliteStore::Connection &connection, qint64 id, RollupCell change, bool isMinute)
{
    RollupCell stored;
    {
        Query query(connection.statement("rollup_cell"));
        query << id;
        QByteArray sums;
        if (query.next()) {
            query.read(sums);
            if (!stored.addEncoded(sums))
                throw SQLite::Exception("a damaged cell of minute sums", SQLITE_CORRUPT);
        }
    }
    const bool begins = isMinute && stored[Sum::Events] == 0 && change[Sum::Events] > 0;
    if (begins)
        change[Sum::MinutesWithEvents] += 1;
    stored.add(change);
    Query set(connection.statement("set_rollup_cell"));
    (set << id << stored.encoded()).run();
    return begins;
}

} // namespace

bool isCost(const std::optional<qint64> &micros)
{
    return micros && *micros >= 0 && *micros <= 1'000'000'000'000;
}

qint64 millionthsOf(float score)
{
    return static_cast<qint64>(static_cast<double>(score) * 1e6 + 0.5);
}

qint64 rollupCellId(RollupSpan span, qint64 minute)
{
    return (static_cast<qint64>(span) << spanShift) + minute;
}

qint64 rollupSpanStart(RollupSpan span, qint64 minute)
{
    return minute - minute % rollupSpanMinutes[static_cast<std::size_t>(span)];
}

std::map<qint64, RollupCell> cellsWithSpans(const std::map<qint64, RollupCell> &minutes)
{
    std::map<qint64, RollupCell> all;
    for (const auto &[minute, sums] : minutes) {
        RollupCell cell = sums;
        cell[Sum::MinutesWithEvents] = cell[Sum::Events] > 0 ? 1 : 0;
        for (const RollupSpan span : {RollupSpan::Minute, RollupSpan::Hour, RollupSpan::Day})
            all[rollupCellId(span, rollupSpanStart(span, minute))].add(cell);
    }
    return all;
}

RollupCell &Rollups::at(qint64 timestampUs)
{
    return atMinute(timestampUs / minuteUs);
}

RollupCell &Rollups::atMinute(qint64 minute)
{
    if (m_last == nullptr || m_lastMinute != minute) {
        m_last = &m_cells[minute];
        m_lastMinute = minute;
    }
    return *m_last;
}

void Rollups::clear()
{
    m_cells.clear();
    m_last = nullptr;
}

void Rollups::addEvent(const EventFields &event)
{
    RollupCell &cell = at(event.timestampUs);
    ++cell[Sum::Events];
    if (event.loggedUs == 0)
        return;
    cell[Sum::Late] += event.loggedUs - event.timestampUs > lateUs ? 1 : 0;
    cell[Sum::Future] += event.timestampUs - event.loggedUs > futureUs ? 1 : 0;
}

void Rollups::addEvents(qint64 minute, qint64 events, qint64 late, qint64 future)
{
    RollupCell &cell = atMinute(minute);
    cell[Sum::Events] += events;
    cell[Sum::Late] += late;
    cell[Sum::Future] += future;
}

/// A sender that tells its threshold but no verdict has told the verdict.
void Rollups::addVerdict(RollupCell &cell, const QualityFields &quality, std::optional<float> score,
                         qint64 model)
{
    std::optional<bool> passed = quality.passed;
    if (!passed && score && quality.threshold)
        passed = *score >= *quality.threshold;
    if (passed) {
        ++cell[*passed ? Sum::Passed : Sum::Failed];
        cell.count(*passed ? Bins::ModelPassed : Bins::ModelFailed, model);
    } else if (score) {
        cell.count(Bins::UndecidedScore, scoreBinOf(*score));
    }
    if (!quality.retryCount || *quality.retryCount < 0 || *quality.retryCount > mostRetries)
        return;
    const qint64 retries = *quality.retryCount;
    ++cell[Sum::RetriesTold];
    cell[Sum::Retried] += retries > 0 ? 1 : 0;
    cell[Sum::Retries] += retries;
    cell.count(Bins::Retries, std::min(retries, lastRetryBin));
    if (passed.value_or(false))
        cell.count(Bins::RetriesPassed, std::min(retries, lastRetryBin));
}

void Rollups::addQuality(qint64 timestampUs, const QualityFields &quality, std::optional<float> score,
                         qint64 model)
{
    RollupCell &cell = at(timestampUs);
    cell[Sum::AttemptReadings] += quality.scope == "quality_attempt" ? 1 : 0;
    cell[Sum::Alerts] += quality.scope == "alert" ? 1 : 0;
    if (quality.scope != "quality")
        return;
    ++cell[Sum::Responses];
    cell.count(Bins::ModelResponses, model);
    addVerdict(cell, quality, score, model);
    const auto part = [&](const std::optional<float> &value, Sum count, Sum sum) {
        if (value) {
            ++cell[count];
            cell[sum] += millionthsOf(*value);
        }
    };
    part(score, Sum::Scored, Sum::ScoreMillionths);
    part(quality.scores.accuracy, Sum::AccuracyCount, Sum::AccuracyMillionths);
    part(quality.scores.relevance, Sum::RelevanceCount, Sum::RelevanceMillionths);
    part(quality.scores.completeness, Sum::CompletenessCount, Sum::CompletenessMillionths);
    if (score) {
        cell.count(Bins::Score, scoreBinOf(*score));
        cell.count(Bins::ModelScored, model);
        cell.count(Bins::ModelScoreMillionths, model, millionthsOf(*score));
    }
    if (!quality.latencyMs)
        return;
    if (*quality.latencyMs < 0 || *quality.latencyMs > dayMs) {
        ++cell[Sum::LatencyInvalid];
        return;
    }
    ++cell[Sum::LatencyCount];
    cell[Sum::LatencyMs] += *quality.latencyMs;
    cell.count(Bins::LatencyMs, logBinOf(*quality.latencyMs));
}

void Rollups::addIssue(qint64 timestampUs, qint64 issue)
{
    at(timestampUs).count(Bins::Issue, issue);
}

void Rollups::addTurnOfReading(qint64 timestampUs, const TurnSums &turn, qint64 times)
{
    RollupCell &cell = at(timestampUs);
    cell[Sum::ToolTold] += times;
    cell[Sum::ToolUsed] += turn.tools > 0 ? times : 0;
    if (turn.calls == 0)
        return;
    cell[Sum::CostTold] += times;
    cell.count(Bins::TurnCostMicros, logBinOf(turn.costMicros), times);
}

void Rollups::addLlm(qint64 timestampUs, const LlmFields &call, qint64 model, qint64 purpose)
{
    RollupCell &cell = at(timestampUs);
    ++cell[Sum::Calls];
    cell.count(Bins::ModelCalls, model);
    cell.count(Bins::PurposeCalls, purpose);
    if (call.estimated) {
        ++cell[Sum::CallsEstimated];
        cell.count(Bins::ModelCallsEstimated, model);
    }
    const auto tokens = [&](const std::optional<qint64> &count, Sum sum, Bins bins) {
        if (count && *count > 0 && *count <= mostTokens) {
            cell[sum] += *count;
            cell.count(bins, model, *count);
        }
    };
    tokens(call.promptTokens, Sum::PromptTokens, Bins::ModelPromptTokens);
    tokens(call.completionTokens, Sum::CompletionTokens, Bins::ModelCompletionTokens);
    if (!isCost(call.costMicros))
        return;
    ++cell[Sum::CallsWithCost];
    cell[Sum::CostMicros] += *call.costMicros;
    cell.count(Bins::ModelCostMicros, model, *call.costMicros);
    cell.count(Bins::PurposeCostMicros, purpose, *call.costMicros);
}

void Rollups::addTurn(const TurnOutcome &turn, qint64 times)
{
    if (!turn.judged)
        return;
    RollupCell &cell = at(turn.timeUs);
    const qint64 bin = tenthsOf(turn.confidence);
    const qint64 millionths = static_cast<qint64>(turn.confidence * 1e6 + 0.5) * times;
    cell.count(Bins::ConfidenceTurns, bin, times);
    cell.count(Bins::ConfidenceMillionths, bin, millionths);
    if (turn.passed)
        cell.count(Bins::ConfidencePassed, bin, times);
    cell.count(Bins::PolicyTurns, turn.policyRevision, times);
    if (!turn.firstTierFast)
        return;
    cell.count(Bins::FastTurns, bin, times);
    cell.count(Bins::FastMillionths, bin, millionths);
    if (turn.fastPathPassed)
        cell.count(Bins::FastPassed, bin, times);
}

void Rollups::count(RollupSum what, qint64 logUs, qint64 records)
{
    at(logUs)[what] += records;
}

void Rollups::write(SqliteStore::Connection &connection)
{
    std::map<qint64, RollupCell> hours;
    for (auto &[minute, cell] : m_cells) {
        if (addToStored(connection, rollupCellId(RollupSpan::Minute, minute), cell, true))
            cell[Sum::MinutesWithEvents] += 1;
        hours[rollupSpanStart(RollupSpan::Hour, minute)].add(cell);
    }
    std::map<qint64, RollupCell> days;
    for (const auto &[minute, cell] : hours) {
        addToStored(connection, rollupCellId(RollupSpan::Hour, minute), cell, false);
        days[rollupSpanStart(RollupSpan::Day, minute)].add(cell);
    }
    for (const auto &[minute, cell] : days)
        addToStored(connection, rollupCellId(RollupSpan::Day, minute), cell, false);
    clear();
}

} // namespace assay
