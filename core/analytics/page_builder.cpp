// SPDX-License-Identifier: Apache-2.0
#include "analytics/page_builder.h"

#include "analytics/cell_figures.h"
#include "base/log_bins.h"

#include <QtCore/QSet>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using Sum = RollupSum;
using Bins = RollupBins;
using std::chrono::minutes;

constexpr qint64 minuteUs = 60'000'000;
constexpr int costBinsPerDecade = 5;
constexpr int latencyBinsPerDecade = 10;

double shareOf(qint64 part, qint64 whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0.0;
}

std::optional<double> targetOf(Kpi kpi, const AnalyticsTargets &targets)
{
    switch (kpi) {
    case Kpi::PassRate: return targets.passRate;
    case Kpi::AverageQuality: return targets.averageQuality;
    case Kpi::LowQuality: return targets.lowQuality;
    case Kpi::CostPerQuery: return targets.costPerQuery;
    case Kpi::LatencyP95: return targets.latencyP95;
    case Kpi::RetryRate: return targets.retryRate;
    case Kpi::ToolUse: return targets.toolUse;
    case Kpi::Responses:
    case Kpi::LatencyP50:
    case Kpi::LatencyP99: break;
    }
    return std::nullopt;
}

QList<KpiFigure> kpisOf(const PageSums &sums, const AnalyticsQuery &query)
{
    QList<KpiFigure> all;
    for (const KpiInfo &info : kpiTable()) {
        KpiFigure figure{.kpi = info.kpi,
                         .now = kpiFigure(info.kpi, sums.total, query.threshold),
                         .before = kpiFigure(info.kpi, sums.before, query.threshold)};
        if (figure.now.value && figure.before.value) {
            figure.delta = *figure.now.value - *figure.before.value;
            figure.better = info.higherIsBetter ? *figure.delta > 0.0 : *figure.delta < 0.0;
        }
        if (const std::optional<double> target = targetOf(info.kpi, query.targets)) {
            const double value = figure.now.value.value_or(0.0);
            figure.target = KpiTarget{.name = u"targets."_s + QString::fromLatin1(info.token),
                                      .value = *target,
                                      .atLeast = info.higherIsBetter,
                                      .met = figure.now.value &&
                                             (info.higherIsBetter ? value >= *target : value < *target)};
        }
        all.append(figure);
    }
    return all;
}

QList<ScoreBand> bandsOf(const RollupCell &cell)
{
    // @source the deployment guide, "Aggregate analytics"
    constexpr std::array<std::pair<int, int>, 4> bounds{{{95, 100}, {90, 95}, {80, 90}, {0, 80}}};
    QList<ScoreBand> bands;
    for (const auto &[low, high] : bounds) {
        ScoreBand band{.low = scoreBinLow(low), .high = scoreBinLow(high)};
        for (int bin = low; bin < high + (high == 100 ? 1 : 0); ++bin)
            band.responses += cell[Bins::Score].at(bin);
        band.share = shareOf(band.responses, cell[Sum::Scored]);
        bands.append(band);
    }
    return bands;
}

QList<qint64> scoresOf(const RollupCell &cell)
{
    QList<qint64> scores(101);
    for (int bin = 0; bin <= 100; ++bin)
        scores[bin] = cell[Bins::Score].at(bin);
    return scores;
}

AnalyticsBucket bucketOf(const TimeRange &range, const RollupCell &cell, const AnalyticsQuery &query)
{
    const JudgedCount judged = judgedIn(cell, query.threshold);
    const Figure pass = shareFigure(judged.passed, judged.judged);
    const LatencyValues latency = latencyValues(cell);
    const qint64 passedBy =
        std::min(toMicros(range.to), (toMicros(query.now) + minuteUs - 1) / minuteUs * minuteUs);
    return {.range = range,
            .responses = cell[Sum::Responses],
            .passed = judged.passed,
            .failed = judged.judged - judged.passed,
            .passRate = pass.value,
            .passInterval = pass.interval,
            .averageQuality = meanScore(cell),
            .latencyP50 = latency.p50,
            .latencyP95 = latency.p95,
            .latencyP99 = latency.p99,
            .retried = cell[Sum::Retried],
            .retriesTold = cell[Sum::RetriesTold],
            .cost = Micros{cell[Sum::CostMicros]},
            .events = cell[Sum::Events],
            .undecodable = cell[Sum::Undecodable],
            .minutes = static_cast<int>(std::max<qint64>(0, passedBy - toMicros(range.from)) / minuteUs),
            .minutesWithData = static_cast<int>(cell[Sum::MinutesWithEvents])};
}

QList<IssueCount> issuesOf(const RollupCell &cell, const QHash<qint64, QString> &names)
{
    QList<IssueCount> issues;
    cell[Bins::Issue].each([&](qint64 id, qint64 responses) {
        issues.append({.issue = names.value(id),
                       .responses = responses,
                       .share = shareOf(responses, cell[Sum::Responses])});
    });
    std::ranges::sort(issues, [](const IssueCount &a, const IssueCount &b) {
        return std::pair(-a.responses, a.issue) < std::pair(-b.responses, b.issue);
    });
    return issues;
}

QList<ModelUsage> modelsOf(const RollupCell &cell, const QHash<qint64, QString> &names)
{
    QSet<qint64> ids;
    for (const Bins bins : {Bins::ModelResponses, Bins::ModelCalls})
        cell[bins].each([&](qint64 id, qint64) { ids.insert(id); });
    QList<ModelUsage> models;
    for (const qint64 id : std::as_const(ids)) {
        ModelUsage usage{.model = names.value(id),
                         .responses = cell[Bins::ModelResponses].at(id),
                         .share = shareOf(cell[Bins::ModelResponses].at(id), cell[Sum::Responses]),
                         .passed = cell[Bins::ModelPassed].at(id),
                         .judged = cell[Bins::ModelPassed].at(id) + cell[Bins::ModelFailed].at(id),
                         .averageQuality = {},
                         .calls = cell[Bins::ModelCalls].at(id),
                         .promptTokens = cell[Bins::ModelPromptTokens].at(id),
                         .completionTokens = cell[Bins::ModelCompletionTokens].at(id),
                         .cost = Micros{cell[Bins::ModelCostMicros].at(id)},
                         .costEstimated = cell[Bins::ModelCallsEstimated].at(id) > 0};
        if (const qint64 scored = cell[Bins::ModelScored].at(id); scored > 0)
            usage.averageQuality = static_cast<double>(cell[Bins::ModelScoreMillionths].at(id)) / 1e6 /
                                   static_cast<double>(scored);
        models.append(usage);
    }
    std::ranges::sort(models, [](const ModelUsage &a, const ModelUsage &b) {
        return std::tuple(-a.responses, -a.cost.value, a.model) <
               std::tuple(-b.responses, -b.cost.value, b.model);
    });
    return models;
}

QList<PurposeUsage> purposesOf(const RollupCell &cell, const QHash<qint64, QString> &names)
{
    QList<PurposeUsage> purposes;
    cell[Bins::PurposeCalls].each([&](qint64 id, qint64 calls) {
        purposes.append({.purpose = names.value(id),
                         .calls = calls,
                         .cost = Micros{cell[Bins::PurposeCostMicros].at(id)}});
    });
    std::ranges::sort(purposes, [](const PurposeUsage &a, const PurposeUsage &b) {
        return std::tuple(-a.cost.value, -a.calls, a.purpose) <
               std::tuple(-b.cost.value, -b.calls, b.purpose);
    });
    return purposes;
}

/// The sketch's narrow bins gathered into `perDecade` a decade, from the lowest that has any to the
/// highest. @param unit of the sketch, in that of the chart
QList<LogBin> logBinsOf(const BinCounts &fine, int perDecade, double unit)
{
    std::map<int, qint64> counts;
    constexpr int zero = std::numeric_limits<int>::min();
    fine.each([&](qint64 bin, qint64 count) {
        const double value = logBinValue(static_cast<int>(bin)) * unit;
        counts[value > 0.0 ? static_cast<int>(std::floor(std::log10(value) * perDecade + 1e-9)) : zero] +=
            count;
    });
    QList<LogBin> bins;
    if (counts.contains(zero))
        bins.append(LogBin{.low = 0.0, .high = 0.0, .responses = counts.extract(zero).mapped()});
    if (counts.empty())
        return bins;
    const auto edge = [perDecade](int index) {
        return std::pow(10.0, static_cast<double>(index) / perDecade);
    };
    for (int index = counts.begin()->first; index <= counts.rbegin()->first; ++index) {
        const auto found = counts.find(index);
        bins.append({.low = edge(index),
                     .high = edge(index + 1),
                     .responses = found == counts.end() ? 0 : found->second});
    }
    return bins;
}

QList<RetryCount> retriesOf(const RollupCell &cell)
{
    int last = -1;
    cell[Bins::Retries].each([&](qint64 bin, qint64) { last = static_cast<int>(bin); });
    QList<RetryCount> retries;
    for (int number = 0; number <= last; ++number)
        retries.append({.retries = number,
                        .responses = cell[Bins::Retries].at(number),
                        .passed = cell[Bins::RetriesPassed].at(number)});
    return retries;
}

QList<ReliabilityBin> reliabilityOf(const RollupCell &cell)
{
    QList<ReliabilityBin> bins;
    for (int tenth = 0; tenth < 10; ++tenth) {
        ReliabilityBin bin{.low = tenth / 10.0,
                           .high = (tenth + 1) / 10.0,
                           .turns = cell[Bins::ConfidenceTurns].at(tenth),
                           .passed = cell[Bins::ConfidencePassed].at(tenth),
                           .fastTurns = cell[Bins::FastTurns].at(tenth),
                           .fastPassed = cell[Bins::FastPassed].at(tenth)};
        const bool fast = bin.fastTurns > 0;
        const qint64 turns = fast ? bin.fastTurns : bin.turns;
        const qint64 millionths = cell[fast ? Bins::FastMillionths : Bins::ConfidenceMillionths].at(tenth);
        if (turns > 0)
            bin.meanConfidence = static_cast<double>(millionths) / 1e6 / static_cast<double>(turns);
        bin.fastPassInterval = wilsonInterval(bin.fastPassed, bin.fastTurns);
        bins.append(bin);
    }
    return bins;
}

QList<PolicyMark> policiesOf(const PageSums &sums)
{
    QSet<qint64> known;
    sums.before[Bins::PolicyTurns].each([&](qint64 revision, qint64) { known.insert(revision); });
    QList<PolicyMark> marks;
    for (std::size_t i = 0; i < sums.cells.size(); ++i) {
        const bool first = known.isEmpty(); // nothing is known of before: no change
        sums.cells[i][Bins::PolicyTurns].each([&](qint64 revision, qint64) {
            if (!first && !known.contains(revision))
                marks.append({.at = sums.buckets[i].from, .revision = static_cast<int>(revision)});
            known.insert(revision);
        });
    }
    return marks;
}

QList<PolicyTurns> policyTurnsOf(const RollupCell &cell)
{
    QList<PolicyTurns> all;
    cell[Bins::PolicyTurns].each([&](qint64 revision, qint64 turns) {
        all.append({.revision = static_cast<int>(revision), .turns = turns});
    });
    std::ranges::sort(all, {}, &PolicyTurns::revision);
    return all;
}

AnalyticsGaps gapsOf(const RollupCell &cell, const QList<AnalyticsBucket> &buckets, float threshold)
{
    AnalyticsGaps gaps{.minutes = 0,
                       .minutesWithData = cell[Sum::MinutesWithEvents],
                       .events = cell[Sum::Events],
                       .undecodable = cell[Sum::Undecodable],
                       .missing = cell[Sum::Missing],
                       .conflicts = cell[Sum::Conflicts],
                       .late = cell[Sum::Late],
                       .future = cell[Sum::Future],
                       .unscored = cell[Sum::Responses] - cell[Sum::Scored],
                       .unjudged = cell[Sum::Responses] - judgedIn(cell, threshold).judged,
                       .judgedHere = cell[Bins::UndecidedScore].total(),
                       .latencyUnknown =
                           cell[Sum::Responses] - cell[Sum::LatencyCount] - cell[Sum::LatencyInvalid],
                       .latencyInvalid = cell[Sum::LatencyInvalid],
                       .retriesUnknown = cell[Sum::Responses] - cell[Sum::RetriesTold],
                       .toolUseUnknown = cell[Sum::Responses] - cell[Sum::ToolTold],
                       .costUnknown = cell[Sum::Responses] - cell[Sum::CostTold],
                       .callsWithoutCost = cell[Sum::Calls] - cell[Sum::CallsWithCost],
                       .callsEstimated = cell[Sum::CallsEstimated]};
    for (const AnalyticsBucket &bucket : buckets)
        gaps.minutes += bucket.minutes;
    return gaps;
}

} // namespace

qint64 bucketMinutes(const TimeRange &range, int most)
{
    constexpr std::array<qint64, 20> lengths{1,   2,   5,   10,   15,   20,    30,    60,    120,   180,
                                             240, 360, 720, 1440, 2880, 10080, 20160, 40320, 80640, 161280};
    const qint64 length = std::chrono::duration_cast<minutes>(range.length()).count();
    for (const qint64 candidate : lengths)
        if (length <= candidate * std::max(1, most - 1)) // one more where neither end fits
            return candidate;
    return (length / std::max(1, most - 1) / 1440 + 1) * 1440;
}

std::vector<TimeRange> bucketsOf(const TimeRange &range, qint64 lengthMinutes)
{
    const qint64 length = lengthMinutes * minuteUs;
    std::vector<TimeRange> buckets;
    for (UtcTime from = range.from; from < range.to;) {
        const UtcTime end = fromMicros((toMicros(from) / length + 1) * length);
        buckets.push_back({.from = from, .to = std::min(end, range.to)});
        from = end;
    }
    return buckets;
}

QList<qint64> namesIn(const RollupCell &total)
{
    QSet<qint64> ids;
    for (const Bins bins : {Bins::Issue, Bins::ModelResponses, Bins::ModelCalls, Bins::PurposeCalls})
        total[bins].each([&](qint64 id, qint64) { ids.insert(id); });
    ids.remove(0);
    return ids.values();
}

AnalyticsPage buildPage(const PageSums &sums, const AnalyticsQuery &query,
                        const QHash<qint64, QString> &names)
{
    const RollupCell &total = sums.total;
    AnalyticsPage page{.range = sums.range,
                       .filter = query.filter.toString(),
                       .threshold = scoreBinLow(thresholdBin(query.threshold)),
                       .responses = total[Sum::Responses],
                       .cost = Micros{total[Sum::CostMicros]},
                       .kpis = kpisOf(sums, query),
                       .bands = bandsOf(total),
                       .scores = scoresOf(total),
                       .buckets = {},
                       .issues = issuesOf(total, names),
                       .models = modelsOf(total, names),
                       .purposes = purposesOf(total, names),
                       .costs = logBinsOf(total[Bins::TurnCostMicros], costBinsPerDecade, 1e-6),
                       .latencies = logBinsOf(total[Bins::LatencyMs], latencyBinsPerDecade, 1e-3),
                       .retries = retriesOf(total),
                       .reliability = reliabilityOf(total),
                       .policies = policiesOf(sums),
                       .policyTurns = policyTurnsOf(total)};
    for (std::size_t i = 0; i < sums.buckets.size(); ++i)
        page.buckets.append(bucketOf(sums.buckets[i], sums.cells[i], query));
    page.gaps = gapsOf(total, page.buckets, query.threshold);
    return page;
}

} // namespace assay
