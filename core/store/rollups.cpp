// SPDX-License-Identifier: Apache-2.0
#include "store/rollups.h"

#include <algorithm>

namespace assay {

namespace {

constexpr qint64 minuteUs = 60'000'000;
constexpr qint64 lateUs = 86'400'000'000;
constexpr qint64 futureUs = 300'000'000;
constexpr qint64 dayMs = 86'400'000;
constexpr std::array<qint64, 8> latencyBounds{100, 200, 500, 1000, 2000, 5000, 10'000, 30'000};

// The order of the columns of rollup_events and rollup_quality in sql/migrations/002.sql.
enum EventSum : std::size_t { Events, Late, Future, FirstIntake };
enum QualitySum : std::size_t {
    Readings,
    AttemptReadings,
    Alerts,
    Passed,
    Failed,
    Scored,
    At95,
    At90,
    At80,
    Below80,
    ScoreSum,
    AccuracyCount,
    AccuracySum,
    RelevanceCount,
    RelevanceSum,
    CompletenessCount,
    CompletenessSum,
    RetriesCount,
    RetriesSum,
    LatencyInvalid,
    LatencyCount,
    LatencySum,
    FirstLatencyBucket,
};
enum LlmSum : std::size_t {
    Calls,
    Estimated,
    PromptTokens,
    CompletionTokens,
    CostCount,
    CostSum,
    DurationCount,
    DurationSum,
};

std::size_t bandOf(float score)
{
    if (score >= 0.95F)
        return At95;
    if (score >= 0.90F)
        return At90;
    return score >= 0.80F ? At80 : Below80;
}

template<typename Rows>
void writeRows(SqliteStore::Connection &connection, const char *statement, Rows &rows)
{
    for (const auto &[key, sums] : rows) {
        Query query(connection.statement(statement));
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(key)>, qint64>)
            query << key;
        else
            for (const qint64 part : key)
                query << part;
        for (const qint64 sum : sums)
            query << sum;
        query.run();
    }
    rows.clear();
}

} // namespace

qint64 millionthsOf(float score)
{
    return static_cast<qint64>(static_cast<double>(score) * 1e6 + 0.5);
}

void Rollups::addEvent(const EventFields &event)
{
    auto &sums = m_events[event.timestampUs / minuteUs];
    ++sums[Events];
    if (event.loggedUs == 0)
        return;
    sums[Late] += event.loggedUs - event.timestampUs > lateUs ? 1 : 0;
    sums[Future] += event.timestampUs - event.loggedUs > futureUs ? 1 : 0;
}

void Rollups::addQuality(qint64 timestampUs, const QualityFields &quality, std::optional<float> score,
                         const QualityNames &names)
{
    auto &sums = m_quality[{timestampUs / minuteUs, names.model, names.category, names.application}];
    sums[AttemptReadings] += quality.scope == "quality_attempt" ? 1 : 0;
    sums[Alerts] += quality.scope == "alert" ? 1 : 0;
    if (quality.scope != "quality")
        return;
    ++sums[Readings];
    if (quality.passed)
        ++sums[*quality.passed ? Passed : Failed];
    if (score) {
        ++sums[Scored];
        ++sums[bandOf(*score)];
        sums[ScoreSum] += millionthsOf(*score);
    }
    const auto part = [&](const std::optional<float> &value, std::size_t count) {
        if (value) {
            ++sums[count];
            sums[count + 1] += millionthsOf(*value);
        }
    };
    part(quality.scores.accuracy, AccuracyCount);
    part(quality.scores.relevance, RelevanceCount);
    part(quality.scores.completeness, CompletenessCount);
    if (quality.retryCount && *quality.retryCount >= 0 && *quality.retryCount <= 1'000'000) {
        ++sums[RetriesCount];
        sums[RetriesSum] += *quality.retryCount;
    }
    if (!quality.latencyMs)
        return;
    const qint64 latency = *quality.latencyMs;
    if (latency < 0 || latency > dayMs) {
        ++sums[LatencyInvalid];
        return;
    }
    ++sums[LatencyCount];
    sums[LatencySum] += latency;
    const auto bucket = std::ranges::lower_bound(latencyBounds, latency) - latencyBounds.begin();
    ++sums[FirstLatencyBucket + static_cast<std::size_t>(bucket)];
}

void Rollups::addIssue(qint64 timestampUs, qint64 model, qint64 issue)
{
    ++m_issues[{timestampUs / minuteUs, model, issue}][0];
}

void Rollups::addLlm(qint64 timestampUs, const LlmFields &call, qint64 model, qint64 purpose)
{
    auto &sums = m_llm[{timestampUs / minuteUs, model, purpose}];
    ++sums[Calls];
    sums[Estimated] += call.estimated ? 1 : 0;
    const auto tokens = [&](const std::optional<qint64> &count, std::size_t sum) {
        if (count && *count >= 0 && *count <= 1'000'000'000)
            sums[sum] += *count;
    };
    tokens(call.promptTokens, PromptTokens);
    tokens(call.completionTokens, CompletionTokens);
    if (call.costMicros && *call.costMicros >= 0 && *call.costMicros <= 1'000'000'000'000) {
        ++sums[CostCount];
        sums[CostSum] += *call.costMicros;
    }
    if (call.durationUs && *call.durationUs >= 0 && *call.durationUs <= dayMs * 1000) {
        ++sums[DurationCount];
        sums[DurationSum] += *call.durationUs;
    }
}

void Rollups::count(Intake what, qint64 logUs, qint64 records)
{
    m_events[logUs / minuteUs][FirstIntake + static_cast<std::size_t>(what)] += records;
}

void Rollups::write(SqliteStore::Connection &connection)
{
    writeRows(connection, "add_rollup_events", m_events);
    writeRows(connection, "add_rollup_quality", m_quality);
    writeRows(connection, "add_rollup_issues", m_issues);
    writeRows(connection, "add_rollup_llm", m_llm);
}

} // namespace assay
