// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "report/report_text.h"
#include "service/analytics_report.h"
#include "service/analytics_report_parts.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using Shape = ReportChart::Shape;
using Cells = QList<ReportCell>;

ReportCell share(qint64 part, qint64 whole)
{
    return numberCell(whole > 0 ? std::optional(static_cast<double>(part) / static_cast<double>(whole))
                                : std::nullopt,
                      ReportUnit::Share);
}

ReportCell nameCell(const QString &name)
{
    return name.isEmpty() ? ReportCell{} : textCell(name);
}

/// The digits a float was written with.
double decimal(float value)
{
    return QString::number(value).toDouble();
}

ReportTable bandsTable(const AnalyticsPage &page)
{
    ReportTable table{
        .token = u"bands"_s,
        .title = Tr::tr("Quality distribution"),
        .note = Tr::tr("Shares are of the responses that have a score; %1 of %2 have none.")
                    .arg(shownText(countCell(page.gaps.unscored)), shownText(countCell(page.responses))),
        .columns = {{.token = u"band"_s, .label = Tr::tr("Score"), .isNumber = false},
                    {.token = u"responses"_s, .label = Tr::tr("Responses")},
                    {.token = u"share"_s, .label = Tr::tr("Share")}},
        .charts = {{.shape = Shape::Bars, .title = Tr::tr("Responses by score"), .value = 1}}};
    qint64 scored = 0;
    for (const ScoreBand &band : page.bands) {
        const QString name =
            QString::number(decimal(band.low), 'f', 2) + u'–' + QString::number(decimal(band.high), 'f', 2);
        table.rows.append(
            Cells{textCell(name), countCell(band.responses), numberCell(band.share, ReportUnit::Share)});
        scored += band.responses;
    }
    table.total = {ReportCell{}, countCell(scored), share(scored, scored)};
    return table;
}

ReportTable scoresTable(const AnalyticsPage &page)
{
    ReportChart chart{
        .shape = Shape::Columns, .title = Tr::tr("Responses by hundredth of the score"), .value = 1};
    chart.marks = {{.row = qRound(100.0F * page.threshold),
                    .text = Tr::tr("threshold %1").arg(QString::number(decimal(page.threshold), 'f', 2))}};
    ReportTable table{.token = u"scores"_s,
                      .title = Tr::tr("Scores"),
                      .columns = {{.token = u"score_from"_s, .label = Tr::tr("Score from")},
                                  {.token = u"responses"_s, .label = Tr::tr("Responses")}},
                      .charts = {chart},
                      .isPrinted = false};
    qint64 scored = 0;
    for (qsizetype bin = 0; bin < page.scores.size(); ++bin) {
        table.rows.append(Cells{numberCell(static_cast<double>(bin) / 100.0, ReportUnit::Text),
                                countCell(page.scores.at(bin))});
        scored += page.scores.at(bin);
    }
    table.total = {ReportCell{}, countCell(scored)};
    return table;
}

ReportTable issuesTable(const AnalyticsPage &page)
{
    ReportTable table{
        .token = u"issues"_s,
        .title = Tr::tr("Issues"),
        .note = Tr::tr("A response may have several; shares are of all responses."),
        .columns = {{.token = u"issue"_s, .label = Tr::tr("Issue"), .isNumber = false},
                    {.token = u"responses"_s, .label = Tr::tr("Responses")},
                    {.token = u"share"_s, .label = Tr::tr("Share")}},
        .charts = {{.shape = Shape::Bars, .title = Tr::tr("Responses with the issue"), .value = 1}}};
    for (const IssueCount &issue : page.issues)
        table.rows.append(Cells{nameCell(issue.issue), countCell(issue.responses),
                                numberCell(issue.share, ReportUnit::Share)});
    return table;
}

ReportTable modelsTable(const AnalyticsPage &page)
{
    constexpr qsizetype cost = 9;
    ReportTable table{
        .token = u"models"_s,
        .title = Tr::tr("Models"),
        .note = Tr::tr("Calls without a told cost: %1; with an estimated one: %2.")
                    .arg(shownText(countCell(page.gaps.callsWithoutCost)),
                         shownText(countCell(page.gaps.callsEstimated))),
        .columns = {{.token = u"model"_s, .label = Tr::tr("Model"), .isNumber = false},
                    {.token = u"responses"_s, .label = Tr::tr("Responses")},
                    {.token = u"share"_s, .label = Tr::tr("Share")},
                    {.token = u"passed"_s, .label = Tr::tr("Passed")},
                    {.token = u"judged"_s, .label = Tr::tr("Judged")},
                    {.token = u"average_quality"_s, .label = Tr::tr("Average quality")},
                    {.token = u"calls"_s, .label = Tr::tr("Calls")},
                    {.token = u"prompt_tokens"_s, .label = Tr::tr("Prompt tokens")},
                    {.token = u"completion_tokens"_s, .label = Tr::tr("Completion tokens")},
                    {.token = u"cost_micros"_s, .label = Tr::tr("Cost")},
                    {.token = u"cost_estimated"_s, .label = Tr::tr("Cost estimated"), .isNumber = false}},
        .charts = {{.shape = Shape::Bars, .title = Tr::tr("Responses by model"), .value = 1},
                   {.shape = Shape::Bars, .title = Tr::tr("Cost by model"), .value = cost}}};
    ModelUsage sum;
    for (const ModelUsage &model : page.models) {
        table.rows.append(Cells{nameCell(model.model), countCell(model.responses),
                                numberCell(model.share, ReportUnit::Share), countCell(model.passed),
                                countCell(model.judged), numberCell(model.averageQuality, ReportUnit::Score),
                                countCell(model.calls), countCell(model.promptTokens),
                                countCell(model.completionTokens), moneyCell(model.cost),
                                flagCell(model.costEstimated)});
        sum.responses += model.responses;
        sum.passed += model.passed;
        sum.judged += model.judged;
        sum.calls += model.calls;
        sum.promptTokens += model.promptTokens;
        sum.completionTokens += model.completionTokens;
        sum.cost += model.cost;
    }
    table.total = {ReportCell{},
                   countCell(sum.responses),
                   share(sum.responses, page.responses),
                   countCell(sum.passed),
                   countCell(sum.judged),
                   numberCell(page.kpi(Kpi::AverageQuality).now.value, ReportUnit::Score),
                   countCell(sum.calls),
                   countCell(sum.promptTokens),
                   countCell(sum.completionTokens),
                   moneyCell(sum.cost),
                   ReportCell{}};
    return table;
}

ReportTable purposesTable(const AnalyticsPage &page)
{
    ReportTable table{.token = u"purposes"_s,
                      .title = Tr::tr("What calls were made for"),
                      .columns = {{.token = u"purpose"_s, .label = Tr::tr("Purpose"), .isNumber = false},
                                  {.token = u"calls"_s, .label = Tr::tr("Calls")},
                                  {.token = u"cost_micros"_s, .label = Tr::tr("Cost")}}};
    qint64 calls = 0;
    Micros cost;
    for (const PurposeUsage &usage : page.purposes) {
        table.rows.append(Cells{nameCell(usage.purpose), countCell(usage.calls), moneyCell(usage.cost)});
        calls += usage.calls;
        cost += usage.cost;
    }
    table.total = {ReportCell{}, countCell(calls), moneyCell(cost)};
    return table;
}

ReportTable logBinsTable(const QString &token, const QString &title, const QString &note,
                         const QString &chart, const QList<LogBin> &bins, ReportUnit unit)
{
    ReportTable table{.token = token,
                      .title = title,
                      .note = note,
                      .columns = {{.token = u"low"_s, .label = Tr::tr("From")},
                                  {.token = u"high"_s, .label = Tr::tr("To")},
                                  {.token = u"responses"_s, .label = Tr::tr("Responses")}},
                      .charts = {{.shape = Shape::Columns, .title = chart, .value = 2}},
                      .isPrinted = false};
    qint64 responses = 0;
    for (const LogBin &bin : bins) {
        table.rows.append(
            Cells{numberCell(bin.low, unit), numberCell(bin.high, unit), countCell(bin.responses)});
        responses += bin.responses;
    }
    table.total = {ReportCell{}, ReportCell{}, countCell(responses)};
    return table;
}

ReportTable retriesTable(const AnalyticsPage &page)
{
    ReportTable table{.token = u"retries"_s,
                      .title = Tr::tr("Retries"),
                      .note = Tr::tr("Responses that do not tell their retries: %1 of %2.")
                                  .arg(shownText(countCell(page.gaps.retriesUnknown)),
                                       shownText(countCell(page.responses))),
                      .columns = {{.token = u"retries"_s, .label = Tr::tr("Retries")},
                                  {.token = u"responses"_s, .label = Tr::tr("Responses")},
                                  {.token = u"passed"_s, .label = Tr::tr("Passed")},
                                  {.token = u"pass_share"_s, .label = Tr::tr("Share passed")}}};
    RetryCount sum;
    for (const RetryCount &count : page.retries) {
        table.rows.append(Cells{countCell(count.retries), countCell(count.responses), countCell(count.passed),
                                share(count.passed, count.responses)});
        sum.responses += count.responses;
        sum.passed += count.passed;
    }
    table.total = {ReportCell{}, countCell(sum.responses), countCell(sum.passed),
                   share(sum.passed, sum.responses)};
    return table;
}

ReportTable reliabilityTable(const AnalyticsPage &page)
{
    ReportTable table{.token = u"reliability"_s,
                      .title = Tr::tr("Confidence against outcome"),
                      .note =
                          Tr::tr("The confidence predicts the fast path: only turns whose first attempt took "
                                 "it can test it."),
                      .columns = {{.token = u"low"_s, .label = Tr::tr("Confidence from")},
                                  {.token = u"high"_s, .label = Tr::tr("To")},
                                  {.token = u"turns"_s, .label = Tr::tr("Turns")},
                                  {.token = u"passed"_s, .label = Tr::tr("Passed")},
                                  {.token = u"fast_turns"_s, .label = Tr::tr("Fast turns")},
                                  {.token = u"fast_passed"_s, .label = Tr::tr("Fast passed")},
                                  {.token = u"mean_confidence"_s, .label = Tr::tr("Mean confidence")},
                                  {.token = u"fast_pass_share"_s, .label = Tr::tr("Share passed")},
                                  {.token = u"fast_pass_low"_s, .label = Tr::tr("95 % from")},
                                  {.token = u"fast_pass_high"_s, .label = Tr::tr("95 % to")}}};
    for (const ReliabilityBin &bin : page.reliability) {
        const auto &interval = bin.fastPassInterval;
        table.rows.append(Cells{
            numberCell(bin.low, ReportUnit::Text), numberCell(bin.high, ReportUnit::Text),
            countCell(bin.turns), countCell(bin.passed), countCell(bin.fastTurns), countCell(bin.fastPassed),
            numberCell(bin.meanConfidence, ReportUnit::Score), share(bin.fastPassed, bin.fastTurns),
            numberCell(interval ? std::optional(interval->low) : std::nullopt, ReportUnit::Share),
            numberCell(interval ? std::optional(interval->high) : std::nullopt, ReportUnit::Share)});
    }
    return table;
}

ReportTable policiesTable(const AnalyticsPage &page)
{
    ReportTable table{
        .token = u"policies"_s,
        .title = Tr::tr("Policies in force"),
        .note = Tr::tr("Judged turns by the revision of the policy that decided them."),
        .columns = {{.token = u"revision"_s, .label = Tr::tr("Revision")},
                    {.token = u"turns"_s, .label = Tr::tr("Turns")},
                    {.token = u"first_seen"_s, .label = Tr::tr("New since (UTC)"), .isNumber = false}}};
    qint64 turns = 0;
    for (const PolicyTurns &policy : page.policyTurns) {
        const auto mark = std::ranges::find(page.policies, policy.revision, &PolicyMark::revision);
        table.rows.append(Cells{countCell(policy.revision), countCell(policy.turns),
                                mark == page.policies.end() ? ReportCell{} : momentCell(mark->at)});
        turns += policy.turns;
    }
    table.total = {ReportCell{}, countCell(turns), ReportCell{}};
    return table;
}

ReportTable gapsTable(const AnalyticsPage &page)
{
    const AnalyticsGaps &gaps = page.gaps;
    ReportTable table{
        .token = u"gaps"_s,
        .title = Tr::tr("What is missing"),
        .note = Tr::tr("What the figures could not count. Nothing is filled in."),
        .columns = {{.token = u"name"_s, .label = Tr::tr("Name"), .isNumber = false, .isPrinted = false},
                    {.token = u"label"_s, .label = Tr::tr("Gap"), .isNumber = false},
                    {.token = u"count"_s, .label = Tr::tr("Count")},
                    {.token = u"of"_s, .label = Tr::tr("Of")},
                    {.token = u"share"_s, .label = Tr::tr("Share")}}};
    const auto add = [&](const QString &name, const QString &label, qint64 count, std::optional<qint64> of) {
        table.rows.append(Cells{textCell(name), textCell(label), countCell(count),
                                of ? countCell(*of) : ReportCell{}, of ? share(count, *of) : ReportCell{}});
    };
    const qint64 all = page.responses;
    add(u"minutes_without_data"_s, Tr::tr("Minutes without any event"), gaps.minutes - gaps.minutesWithData,
        gaps.minutes);
    add(u"undecodable"_s, Tr::tr("Records that cannot be decoded"), gaps.undecodable, {});
    add(u"missing"_s, Tr::tr("Records missing from the logs"), gaps.missing, {});
    add(u"conflicts"_s, Tr::tr("Records that conflict with stored ones"), gaps.conflicts, {});
    add(u"late"_s, Tr::tr("Events more than 24 hours late"), gaps.late, gaps.events);
    add(u"future"_s, Tr::tr("Events from the future"), gaps.future, gaps.events);
    add(u"unscored"_s, Tr::tr("Responses without a score"), gaps.unscored, all);
    add(u"unjudged"_s, Tr::tr("Responses without a verdict"), gaps.unjudged, all);
    add(u"judged_here"_s, Tr::tr("Responses held against the threshold here, since they tell no verdict"),
        gaps.judgedHere, all);
    add(u"latency_unknown"_s, Tr::tr("Responses without a latency"), gaps.latencyUnknown, all);
    add(u"latency_invalid"_s, Tr::tr("Responses with an impossible latency"), gaps.latencyInvalid, all);
    add(u"retries_unknown"_s, Tr::tr("Responses that do not tell their retries"), gaps.retriesUnknown, all);
    add(u"tool_use_unknown"_s, Tr::tr("Responses whose turn is not told"), gaps.toolUseUnknown, all);
    add(u"cost_unknown"_s, Tr::tr("Responses whose turn tells no cost"), gaps.costUnknown, all);
    add(u"calls_without_cost"_s, Tr::tr("Model calls without a told cost"), gaps.callsWithoutCost, {});
    add(u"calls_estimated"_s, Tr::tr("Model calls with an estimated cost"), gaps.callsEstimated, {});
    return table;
}

} // namespace

QList<ReportTable> pageTables(const AnalyticsPage &page, const QString &prefix)
{
    QList<ReportTable> tables{
        bandsTable(page),
        scoresTable(page),
        bucketsTable(page),
        issuesTable(page),
        modelsTable(page),
        purposesTable(page),
        logBinsTable(
            u"costs"_s, Tr::tr("Cost of a response"),
            Tr::tr("All model calls of its turn; responses without a told cost: %1 of %2.")
                .arg(shownText(countCell(page.gaps.costUnknown)), shownText(countCell(page.responses))),
            Tr::tr("Responses by cost, logarithmic"), page.costs, ReportUnit::Dollars),
        logBinsTable(u"latencies"_s, Tr::tr("Latency"),
                     Tr::tr("Responses without a usable latency: %1 of %2.")
                         .arg(shownText(countCell(page.gaps.latencyUnknown + page.gaps.latencyInvalid)),
                              shownText(countCell(page.responses))),
                     Tr::tr("Responses by latency, logarithmic"), page.latencies, ReportUnit::Seconds),
        retriesTable(page),
        reliabilityTable(page),
        policiesTable(page),
        gapsTable(page)};
    for (ReportTable &table : tables)
        table.token.prepend(prefix);
    return tables;
}

} // namespace assay
