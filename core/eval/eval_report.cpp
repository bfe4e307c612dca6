// SPDX-License-Identifier: Apache-2.0
#include "eval/eval_report.h"

#include "base/tr.h"

#include <QtCore/QMap>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

std::optional<double> wide(const std::optional<float> &score)
{
    return score ? std::optional(static_cast<double>(*score)) : std::nullopt;
}

double seconds(std::chrono::microseconds time)
{
    return static_cast<double>(time.count()) / 1e6;
}

ReportColumn textColumn(const char *token, const QString &label, bool printed = true)
{
    return {.token = QLatin1StringView(token), .label = label, .isNumber = false, .isPrinted = printed};
}

ReportColumn numberColumn(const char *token, const QString &label, bool printed = true)
{
    return {.token = QLatin1StringView(token), .label = label, .isPrinted = printed};
}

QList<ReportFact> factsOf(const EvalRun &run)
{
    return {
        {.token = u"suite"_s, .label = Tr::tr("Suite"), .value = textCell(run.identity.suite)},
        {.token = u"scenarios"_s, .label = Tr::tr("Scenarios"), .value = countCell(run.total)},
        {.token = u"finished"_s, .label = Tr::tr("Finished"), .value = countCell(run.results.size())},
        {.token = u"started_at"_s, .label = Tr::tr("Started"), .value = momentCell(run.startedAt)},
        {.token = u"fast_model"_s, .label = Tr::tr("Fast model"), .value = textCell(run.policy.fastModel)},
        {.token = u"premium_model"_s,
         .label = Tr::tr("Premium model"),
         .value = textCell(run.policy.premiumModel)},
        {.token = u"judge_model"_s, .label = Tr::tr("Judge"), .value = textCell(run.policy.judgeModel)},
        {.token = u"spent_micros"_s, .label = Tr::tr("Spent"), .value = moneyCell(run.spent().amount)}};
}

ReportTable targetTable(const QList<TargetRow> &targets)
{
    ReportTable table{
        .token = u"targets"_s,
        .title = Tr::tr("Checklist"),
        .columns = {textColumn("key", Tr::tr("Key"), false), textColumn("target_name", Tr::tr("Target")),
                    textColumn("value", Tr::tr("Measured")),
                    textColumn("interval_95", Tr::tr("95 % interval")), textColumn("goal", Tr::tr("Goal")),
                    textColumn("met", Tr::tr("Met")), textColumn("basis", Tr::tr("Basis"))}};
    for (const TargetRow &row : targets) {
        const QString met = !row.met() ? Tr::tr("not measured") : *row.met() ? Tr::tr("yes") : Tr::tr("no");
        const QString between = row.interval ? u"%1 … %2"_s.arg(targetText(row, row.interval->low),
                                                                targetText(row, row.interval->high))
                                             : QString();
        table.rows.append({textCell(row.key), textCell(row.label), textCell(targetText(row, row.value)),
                           textCell(between),
                           textCell((row.atLeast ? u"≥ "_s : u"< "_s) + targetText(row, row.target)),
                           textCell(met), textCell(row.basis)});
    }
    return table;
}

ReportTable categoryTable(const EvalRun &run)
{
    struct Sum
    {
        qint64 count = 0;
        qint64 passed = 0;
        qint64 scored = 0;
        double quality = 0.0;
    };
    QMap<QString, Sum> sums;
    for (const ScenarioResult &one : run.results) {
        Sum &sum = sums[one.category];
        ++sum.count;
        sum.passed += one.passed ? 1 : 0;
        if (one.scores.overall) {
            ++sum.scored;
            sum.quality += static_cast<double>(*one.scores.overall);
        }
    }
    ReportTable table{
        .token = u"categories"_s,
        .title = Tr::tr("By category"),
        .columns = {textColumn("category", Tr::tr("Category")),
                    numberColumn("scenarios", Tr::tr("Scenarios")), numberColumn("passed", Tr::tr("Passed")),
                    numberColumn("share", Tr::tr("Share")), numberColumn("quality", Tr::tr("Quality"))}};
    for (auto it = sums.cbegin(); it != sums.cend(); ++it)
        table.rows.append(
            {textCell(it.key()), countCell(it->count), countCell(it->passed),
             numberCell(static_cast<double>(it->passed) / static_cast<double>(it->count), ReportUnit::Share),
             numberCell(it->scored > 0 ? std::optional(it->quality / static_cast<double>(it->scored))
                                       : std::nullopt,
                        ReportUnit::Score)});
    return table;
}

QString failedChecks(const ScenarioResult &one)
{
    QStringList all;
    for (const ScenarioCheck &check : one.checks)
        if (!check.passed)
            all.append(u"%1: %2"_s.arg(check.name, check.detail));
    return all.join(u' ');
}

ReportTable scenarioTable(const EvalRun &run)
{
    ReportTable table{
        .token = u"scenarios"_s,
        .title = Tr::tr("Scenarios"),
        .columns = {
            textColumn("id", Tr::tr("Scenario")), textColumn("category", Tr::tr("Category"), false),
            textColumn("passed", Tr::tr("Passed")), numberColumn("quality", Tr::tr("Quality")),
            numberColumn("accuracy", Tr::tr("Accuracy"), false),
            numberColumn("relevance", Tr::tr("Relevance"), false),
            numberColumn("completeness", Tr::tr("Completeness"), false),
            numberColumn("latency_seconds", Tr::tr("Latency")), numberColumn("cost_micros", Tr::tr("Cost")),
            numberColumn("attempts", Tr::tr("Attempts")), textColumn("model", Tr::tr("Model"), false),
            textColumn("missed", Tr::tr("Missed")), textColumn("query", Tr::tr("Question"), false),
            textColumn("answer", Tr::tr("Answer"), false), textColumn("error", Tr::tr("Error"), false)}};
    for (const ScenarioResult &one : run.results)
        table.rows.append({textCell(one.id), textCell(one.category), flagCell(one.passed),
                           numberCell(wide(one.scores.overall), ReportUnit::Score),
                           numberCell(wide(one.scores.accuracy), ReportUnit::Score),
                           numberCell(wide(one.scores.relevance), ReportUnit::Score),
                           numberCell(wide(one.scores.completeness), ReportUnit::Score),
                           numberCell(seconds(one.latency), ReportUnit::Seconds), moneyCell(one.cost.amount),
                           countCell(one.attempts), textCell(one.model), textCell(failedChecks(one)),
                           textCell(one.query), textCell(one.answer), textCell(one.error)});
    return table;
}

} // namespace

Report reportOf(const EvalRun &run, const QList<TargetRow> &targets)
{
    return {.title = Tr::tr("Evaluation of %1").arg(run.identity.suite),
            .subtitle = allMet(targets) ? Tr::tr("Every target is met.") : Tr::tr("Not every target is met."),
            .generated = run.finishedAt,
            .facts = factsOf(run),
            .tables = {targetTable(targets), categoryTable(run), scenarioTable(run)}};
}

} // namespace assay
