// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "eval/eval_run.h"

#include <cmath>
#include <vector>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// What the rows are made from, gathered in one pass.
struct Tally
{
    qint64 total = 0;
    qint64 passed = 0; ///< at or above the threshold
    qint64 scored = 0;
    qint64 met = 0; ///< every expectation
    qint64 toolAsked = 0;
    qint64 toolUsed = 0;
    double sum = 0.0;
    double squares = 0.0;
    double cost = 0.0; ///< dollars
    std::vector<double> seconds{};
};

Tally tallyOf(const EvalRun &run, float threshold)
{
    Tally all;
    for (const ScenarioResult &one : run.results) {
        ++all.total;
        all.met += one.passed ? 1 : 0;
        all.cost += static_cast<double>(one.cost.amount.value) / 1e6;
        if (one.toolsExpected > 0) {
            ++all.toolAsked;
            const bool called = std::ranges::none_of(
                one.checks, [](const ScenarioCheck &c) { return c.name == u"tool_call" && !c.passed; });
            all.toolUsed += called && one.toolResultsUsed ? 1 : 0;
        }
        if (!one.error.isEmpty() && one.answer.isEmpty())
            continue; // how long an error took says nothing of how long an answer takes
        all.seconds.push_back(static_cast<double>(one.latency.count()) / 1e6);
        if (!one.scores.overall)
            continue;
        const auto score = static_cast<double>(*one.scores.overall);
        ++all.scored;
        all.passed += *one.scores.overall >= threshold ? 1 : 0;
        all.sum += score;
        all.squares += score * score;
    }
    std::ranges::sort(all.seconds);
    return all;
}

QString ofText(qint64 part, qint64 whole)
{
    return Tr::tr("%1 of %2").arg(part).arg(whole);
}

TargetRow shareRow(const char *key, const QString &label, qint64 hits, qint64 trials,
                   const std::optional<double> &target, bool atLeast = true)
{
    TargetRow row{.key = QLatin1StringView(key),
                  .label = label,
                  .target = target.value_or(0.0),
                  .atLeast = atLeast,
                  .isShare = true};
    if (trials > 0) {
        row.value = static_cast<double>(hits) / static_cast<double>(trials);
        row.interval = wilsonInterval(hits, trials);
        row.basis = ofText(hits, trials);
    }
    return row;
}

TargetRow qualityRow(const Tally &all, const AnalyticsTargets &targets)
{
    TargetRow row{.key = u"average_quality"_s,
                  .label = Tr::tr("Average quality"),
                  .target = targets.averageQuality.value_or(0.0),
                  .basis = Tr::tr("%1 of %2 scored").arg(all.scored).arg(all.total)};
    if (all.scored == 0)
        return row;
    const auto count = static_cast<double>(all.scored);
    const double mean = all.sum / count;
    row.value = mean;
    const double variance =
        all.scored > 1 ? std::max(0.0, (all.squares - count * mean * mean) / (count - 1.0)) : 0.0;
    row.interval = meanInterval({.count = all.scored, .mean = mean, .variance = variance});
    if (row.interval) // no score lies outside
        row.interval = Interval{std::max(0.0, row.interval->low), std::min(1.0, row.interval->high)};
    return row;
}

TargetRow costRow(const Tally &all, const AnalyticsTargets &targets)
{
    TargetRow row{.key = u"cost_per_query"_s,
                  .label = Tr::tr("Average cost per query"),
                  .target = targets.costPerQuery.value_or(0.0),
                  .atLeast = false,
                  .isMoney = true};
    if (all.total > 0)
        row.value = all.cost / static_cast<double>(all.total);
    return row;
}

TargetRow latencyRow(const Tally &all, const AnalyticsTargets &targets)
{
    TargetRow row{.key = u"latency_p95"_s,
                  .label = Tr::tr("P95 latency"),
                  .target = targets.latencyP95.value_or(0.0),
                  .atLeast = false,
                  .isSeconds = true};
    const auto count = static_cast<qint64>(all.seconds.size());
    const auto at = [&](qint64 rank) { return all.seconds.at(static_cast<std::size_t>(rank - 1)); };
    if (count == 0)
        return row;
    row.value = at(quantileRank(0.95, count));
    if (const auto ranks = quantileRanks(0.95, count))
        row.interval = Interval{at(ranks->low), at(ranks->high)};
    return row;
}

} // namespace

std::optional<bool> TargetRow::met() const
{
    if (!value)
        return std::nullopt;
    return atLeast ? *value >= target : *value < target;
}

QList<TargetRow> targetRows(const EvalRun &run, const AnalyticsTargets &targets, float threshold)
{
    const Tally all = tallyOf(run, threshold);
    TargetRow tools =
        shareRow("tool_use", Tr::tr("Tool use success rate"), all.toolUsed, all.toolAsked, targets.toolUse);
    if (all.toolAsked == 0)
        tools.basis = Tr::tr("no scenario expects a tool");
    QList<TargetRow> rows{
        tools,
        qualityRow(all, targets),
        shareRow("pass_rate", Tr::tr("Success rate (quality ≥ %1)").arg(static_cast<double>(threshold)),
                 all.passed, all.total, targets.passRate),
        shareRow("low_quality", Tr::tr("Responses below %1").arg(static_cast<double>(threshold)),
                 all.scored - all.passed, all.scored, targets.lowQuality, false),
        costRow(all, targets),
        latencyRow(all, targets),
        shareRow("expectations", Tr::tr("Scenarios that met every expectation"), all.met, all.total,
                 targets.passRate),
    };
    const QList<bool> wanted{targets.toolUse.has_value(),      targets.averageQuality.has_value(),
                             targets.passRate.has_value(),     targets.lowQuality.has_value(),
                             targets.costPerQuery.has_value(), targets.latencyP95.has_value(),
                             targets.passRate.has_value()};
    QList<TargetRow> kept;
    for (qsizetype i = 0; i < rows.size(); ++i)
        if (wanted.at(i))
            kept.append(rows.at(i));
    return kept;
}

bool allMet(const QList<TargetRow> &rows)
{
    const bool measured = std::ranges::any_of(rows, [](const TargetRow &r) { return r.met().has_value(); });
    return measured && std::ranges::all_of(rows, [](const TargetRow &r) { return r.met().value_or(true); });
}

QString targetText(const TargetRow &row, const std::optional<double> &value)
{
    if (!value)
        return u"–"_s;
    if (row.isMoney)
        return formatUsd(Micros{std::llround(*value * 1e6)});
    if (row.isSeconds)
        return u"%1 s"_s.arg(*value, 0, 'f', 2);
    return row.isShare ? u"%1 %"_s.arg(100.0 * *value, 0, 'f', 1) : QString::number(*value, 'f', 3);
}

} // namespace assay
