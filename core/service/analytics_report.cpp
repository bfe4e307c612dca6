// SPDX-License-Identifier: Apache-2.0
#include "service/analytics_report.h"

#include "analytics/analytics_export.h"
#include "base/tr.h"
#include "report/report_text.h"

#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

ReportUnit unitOf(KpiUnit unit)
{
    switch (unit) {
    case KpiUnit::Count: return ReportUnit::Count;
    case KpiUnit::Share: return ReportUnit::Share;
    case KpiUnit::Score: return ReportUnit::Score;
    case KpiUnit::Dollars: return ReportUnit::Dollars;
    case KpiUnit::Seconds: return ReportUnit::Seconds;
    }
    Q_UNREACHABLE();
}

QString unitToken(KpiUnit unit)
{
    switch (unit) {
    case KpiUnit::Count: return u"count"_s;
    case KpiUnit::Share: return u"share"_s;
    case KpiUnit::Score: return u"score"_s;
    case KpiUnit::Dollars: return u"dollars"_s;
    case KpiUnit::Seconds: return u"seconds"_s;
    }
    Q_UNREACHABLE();
}

std::optional<double> lowOf(const std::optional<Interval> &interval)
{
    return interval ? std::optional(interval->low) : std::nullopt;
}

std::optional<double> highOf(const std::optional<Interval> &interval)
{
    return interval ? std::optional(interval->high) : std::nullopt;
}

QString rangeText(const TimeRange &range)
{
    return Tr::tr("%1 to %2 UTC").arg(shownText(momentCell(range.from)), shownText(momentCell(range.to)));
}

QList<ReportColumn> nameColumns()
{
    return {{.token = u"name"_s, .label = Tr::tr("Name"), .isNumber = false, .isPrinted = false},
            {.token = u"label"_s, .label = Tr::tr("Figure"), .isNumber = false},
            {.token = u"unit"_s, .label = Tr::tr("Unit"), .isNumber = false, .isPrinted = false}};
}

QList<ReportCell> nameCells(Kpi kpi)
{
    return {textCell(QString::fromLatin1(kpiInfo(kpi).token)), textCell(kpiLabel(kpi)),
            textCell(unitToken(kpiInfo(kpi).unit))};
}

ReportTable figuresTable(const AnalyticsPage &page, const QString &prefix)
{
    ReportTable table{.token = prefix + u"figures"_s,
                      .title = Tr::tr("Figures"),
                      .note =
                          Tr::tr("n is the number of values a figure rests on, the interval holds 95 %, and "
                                 "before is the period of equal length right before."),
                      .columns = nameColumns()};
    table.columns += QList<ReportColumn>{
        {.token = u"value"_s, .label = Tr::tr("Value")},
        {.token = u"n"_s, .label = Tr::tr("n")},
        {.token = u"low"_s, .label = Tr::tr("95 % from")},
        {.token = u"high"_s, .label = Tr::tr("95 % to")},
        {.token = u"before"_s, .label = Tr::tr("Before")},
        {.token = u"before_n"_s, .label = Tr::tr("n before"), .isPrinted = false},
        {.token = u"delta"_s, .label = Tr::tr("Difference")},
        {.token = u"target"_s, .label = Tr::tr("Target")},
        {.token = u"target_at_least"_s, .label = Tr::tr("At least"), .isNumber = false, .isPrinted = false},
        {.token = u"target_met"_s, .label = Tr::tr("Met"), .isNumber = false}};
    for (const KpiFigure &figure : page.kpis) {
        const ReportUnit unit = unitOf(kpiInfo(figure.kpi).unit);
        QList<ReportCell> row = nameCells(figure.kpi);
        row += QList<ReportCell>{numberCell(figure.now.value, unit),
                                 countCell(figure.now.count),
                                 numberCell(lowOf(figure.now.interval), unit),
                                 numberCell(highOf(figure.now.interval), unit),
                                 numberCell(figure.before.value, unit),
                                 countCell(figure.before.count),
                                 differenceCell(figure.delta, unit),
                                 figure.target ? numberCell(figure.target->value, unit) : ReportCell{},
                                 figure.target ? flagCell(figure.target->atLeast) : ReportCell{},
                                 figure.target ? flagCell(figure.target->met) : ReportCell{}};
        table.rows.append(row);
    }
    return table;
}

QString verdictText(const ComparedFigure &figure)
{
    switch (figure.verdict) {
    case Difference::Unknown: return Tr::tr("too little data");
    case Difference::NotDistinguishable: return Tr::tr("not distinguishable");
    case Difference::Higher: return figure.better ? Tr::tr("higher, better") : Tr::tr("higher, worse");
    case Difference::Lower: return figure.better ? Tr::tr("lower, better") : Tr::tr("lower, worse");
    }
    Q_UNREACHABLE();
}

ReportTable comparisonTable(const AnalyticsComparison &comparison)
{
    ReportTable table{
        .token = u"comparison"_s,
        .title = Tr::tr("Comparison"),
        .note =
            Tr::tr("Difference: this range less the base. Where its 95 % interval holds 0, the ranges cannot "
                   "be told apart. Pairs are threads that are in both; %n thread(s) are.",
                   nullptr, static_cast<int>(comparison.sharedThreads)),
        .columns = nameColumns()};
    table.columns += QList<ReportColumn>{
        {.token = u"base"_s, .label = Tr::tr("Base")},
        {.token = u"base_n"_s, .label = Tr::tr("n base")},
        {.token = u"other"_s, .label = Tr::tr("This range")},
        {.token = u"other_n"_s, .label = Tr::tr("n")},
        {.token = u"difference"_s, .label = Tr::tr("Difference")},
        {.token = u"low"_s, .label = Tr::tr("95 % from")},
        {.token = u"high"_s, .label = Tr::tr("95 % to")},
        {.token = u"pairs"_s, .label = Tr::tr("Pairs")},
        {.token = u"verdict"_s, .label = Tr::tr("Verdict"), .isNumber = false, .isPrinted = false},
        {.token = u"verdict_label"_s, .label = Tr::tr("Verdict"), .isNumber = false}};
    for (const ComparedFigure &figure : comparison.figures) {
        const ReportUnit unit = unitOf(kpiInfo(figure.kpi).unit);
        QList<ReportCell> row = nameCells(figure.kpi);
        row += QList<ReportCell>{numberCell(figure.base.value, unit),
                                 countCell(figure.base.count),
                                 numberCell(figure.other.value, unit),
                                 countCell(figure.other.count),
                                 differenceCell(figure.difference, unit),
                                 differenceCell(lowOf(figure.interval), unit),
                                 differenceCell(highOf(figure.interval), unit),
                                 figure.paired ? countCell(figure.pairs) : ReportCell{},
                                 textCell(tokenOf(figure.verdict)),
                                 textCell(verdictText(figure))};
        table.rows.append(row);
    }
    return table;
}

QString revisionsOf(const AnalyticsPage &page)
{
    QStringList revisions;
    for (const PolicyTurns &policy : page.policyTurns)
        revisions.append(QString::number(policy.revision));
    return revisions.join(u", "_s);
}

QList<ReportFact> factsOf(const AnalyticsPage &page, const QString &prefix)
{
    const bool fromSums = page.basis == AnalyticsBasis::Rollups;
    const QString revisions = revisionsOf(page);
    const auto fact = [&](const QString &token, const QString &label, const ReportCell &cell,
                          const QString &shown = {}) {
        return ReportFact{.token = prefix + token, .label = label, .value = cell, .shown = shown};
    };
    return {fact(u"range_from"_s, Tr::tr("From (UTC)"), momentCell(page.range.from)),
            fact(u"range_to"_s, Tr::tr("To (UTC)"), momentCell(page.range.to)),
            fact(u"filter"_s, Tr::tr("Filter"), page.filter.isEmpty() ? ReportCell{} : textCell(page.filter),
                 page.filter.isEmpty() ? Tr::tr("none, all responses") : QString()),
            fact(u"responses"_s, Tr::tr("Responses"), countCell(page.responses)),
            fact(u"cost_micros"_s, Tr::tr("Cost of all model calls"), moneyCell(page.cost)),
            fact(u"threshold"_s, Tr::tr("Threshold in force here"),
                 numberCell(QString::number(page.threshold).toDouble(), ReportUnit::Score)),
            fact(u"policy_revisions"_s, Tr::tr("Policy revisions"),
                 revisions.isEmpty() ? ReportCell{} : textCell(revisions),
                 revisions.isEmpty() ? Tr::tr("none told") : QString()),
            fact(u"basis"_s, Tr::tr("Counted from"), textCell(fromSums ? u"minute_sums"_s : u"rows"_s),
                 fromSums ? Tr::tr("sums kept for every minute") : Tr::tr("the stored rows")),
            fact(u"percentile_error"_s, Tr::tr("Error of percentiles"),
                 numberCell(percentileError, ReportUnit::Share), Tr::tr("at most 1 %"))};
}

QList<ReportTile> tilesOf(const AnalyticsPage &page)
{
    QList<ReportTile> tiles;
    for (const Kpi kpi :
         {Kpi::Responses, Kpi::PassRate, Kpi::AverageQuality, Kpi::CostPerQuery, Kpi::LatencyP95}) {
        const KpiFigure &figure = page.kpi(kpi);
        const ReportUnit unit = unitOf(kpiInfo(kpi).unit);
        QString detail = Tr::tr("n = %1").arg(shownText(countCell(figure.now.count)));
        if (figure.now.interval)
            detail = Tr::tr("%1 to %2")
                         .arg(shownText(numberCell(figure.now.interval->low, unit)),
                              shownText(numberCell(figure.now.interval->high, unit)));
        else if (kpi == Kpi::Responses && figure.delta)
            detail = Tr::tr("%1 to before").arg(shownText(differenceCell(figure.delta, unit)));
        tiles.append({.label = kpiLabel(kpi), .value = numberCell(figure.now.value, unit), .detail = detail});
    }
    return tiles;
}

QStringList notesOf(const AnalyticsPage &page)
{
    QStringList notes{Tr::tr(
        "All times are UTC. Ranges are widened to whole minutes. Counts, shares and money are exact, "
        "percentiles within 1 %. Intervals are those of 95 %: Wilson's for shares, Student's for means, "
        "order statistics for percentiles.")};
    if (page.basis == AnalyticsBasis::Rows)
        notes.append(Tr::tr("The filter was answered from the stored rows. Events and gaps are those of all "
                            "traffic."));
    return notes;
}

} // namespace

Report reportOf(const AnalyticsPage &page, UtcTime generated)
{
    return {.title = Tr::tr("Quality report"),
            .subtitle = rangeText(page.range),
            .generated = generated,
            .facts = factsOf(page, {}),
            .tiles = tilesOf(page),
            .tables = QList<ReportTable>{figuresTable(page, {})} + pageTables(page),
            .notes = notesOf(page)};
}

Report reportOf(const AnalyticsComparison &comparison, UtcTime generated)
{
    const QString prefix = u"base."_s;
    Report report = reportOf(comparison.other, generated);
    report.title = Tr::tr("Quality report: comparison");
    report.subtitle =
        Tr::tr("%1, against %2").arg(rangeText(comparison.other.range), rangeText(comparison.base.range));
    report.tables.prepend(comparisonTable(comparison));
    QList<ReportFact> facts = factsOf(comparison.base, prefix);
    facts.resize(2);
    for (ReportFact &fact : facts)
        fact.label = Tr::tr("Base: %1").arg(fact.label);
    facts.append({.token = u"base.responses"_s,
                  .label = Tr::tr("Base: %1").arg(Tr::tr("Responses")),
                  .value = countCell(comparison.base.responses)});
    report.facts += facts;
    QList<ReportTable> base = QList<ReportTable>{figuresTable(comparison.base, prefix)};
    base += pageTables(comparison.base, prefix);
    for (ReportTable &table : base)
        table.title = Tr::tr("Base: %1").arg(table.title);
    report.tables += base;
    return report;
}

Result<Report> analyticsReport(Store &store, const AnalyticsQuery &query, UtcTime generated,
                               const CancelToken &token)
{
    if (query.compareWith)
        return compareRanges(store, query, token).then([&](const AnalyticsComparison &comparison) {
            return Result<Report>(reportOf(comparison, generated));
        });
    return analyticsPage(store, query, token).then([&](const AnalyticsPage &page) {
        return Result<Report>(reportOf(page, generated));
    });
}

} // namespace assay
