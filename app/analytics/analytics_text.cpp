// SPDX-License-Identifier: Apache-2.0
#include "analytics/analytics_text.h"

#include "base/tr.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

#include <cmath>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array marks{u"✅", u"⚠️", u"❌", u"🚨"};

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString decimals(double value, int places)
{
    return QString::number(value, 'f', places);
}

QString percent(double share)
{
    return decimals(100.0 * share, 1) + u'%';
}

/// "$4.34"; small sums with the digits that they have.
QString dollars(Micros amount)
{
    return amount.value != 0 && std::abs(amount.value) < 10'000
               ? formatUsd(amount)
               : u'$' + QLocale().toString(static_cast<double>(amount.value) / 1e6, 'f', 2);
}

QString valueText(double value, KpiUnit unit)
{
    switch (unit) {
    case KpiUnit::Count: return number(std::llround(value));
    case KpiUnit::Share: return percent(value);
    case KpiUnit::Score: return decimals(value, 3);
    case KpiUnit::Dollars: return formatUsd(Micros{std::llround(value * 1e6)});
    case KpiUnit::Seconds: return decimals(value, value < 1.0 ? 3 : 2) + u" s"_s;
    }
    Q_UNREACHABLE();
}

/// A share's difference is told in points.
QString differenceText(double difference, KpiUnit unit)
{
    const QString sign = difference < 0 ? u"−"_s : u"+"_s;
    const double size = std::abs(difference);
    return sign + (unit == KpiUnit::Share ? Tr::tr("%1 points").arg(decimals(100.0 * size, 1))
                                          : valueText(size, unit));
}

QString shown(const Figure &figure, KpiUnit unit)
{
    return figure.value ? valueText(*figure.value, unit) : u"–"_s;
}

QString intervalText(const Interval &interval, KpiUnit unit)
{
    return Tr::tr("%1 to %2").arg(valueText(interval.low, unit), valueText(interval.high, unit));
}

QString localTime(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMicros(time) / 1000).toString(u"yyyy-MM-dd HH:mm"_s);
}

QString rangeText(const TimeRange &range)
{
    return Tr::tr("%1 to %2").arg(localTime(range.from), localTime(range.to));
}

void addBands(QStringList &lines, const AnalyticsPage &page)
{
    lines += {QString(), Tr::tr("Quality Distribution:")};
    qsizetype width = 0;
    for (const ScoreBand &band : page.bands)
        width = std::max(width, number(band.responses).size());
    for (qsizetype i = 0; i < page.bands.size(); ++i) {
        const ScoreBand &band = page.bands.at(i);
        const QString scores = band.low > 0.0F ? decimals(static_cast<double>(band.low), 2) + u'-' +
                                                     decimals(static_cast<double>(band.high), 2)
                                               : u'<' + decimals(static_cast<double>(band.high), 2);
        lines.append((scores + u':').leftJustified(11) + number(band.responses).rightJustified(width) +
                     u" ("_s + percent(band.share) + u") "_s +
                     QString::fromUtf16(marks.at(static_cast<std::size_t>(i))));
    }
}

void addIssues(QStringList &lines, const AnalyticsPage &page)
{
    if (page.issues.isEmpty())
        return;
    lines += {QString(), Tr::tr("Common Issues:")};
    for (const IssueCount &issue : page.issues)
        lines.append(Tr::tr("- %1: %2 instances (%3)")
                         .arg(issue.issue.simplified(), number(issue.responses), percent(issue.share)));
}

void addModels(QStringList &lines, const AnalyticsPage &page)
{
    lines += {QString(), Tr::tr("Model Usage:")};
    for (const ModelUsage &model : page.models) {
        const QString name = model.model.isEmpty() ? Tr::tr("(not told)") : model.model.simplified();
        lines.append(Tr::tr("- %1: %2 (%3) - %4 total")
                         .arg(name, number(model.responses), percent(model.share), dollars(model.cost)));
    }
    lines.append(Tr::tr("- Total cost: %1").arg(dollars(page.cost)));
    lines.append(
        Tr::tr("- Cost per query: %1").arg(shown(page.kpi(Kpi::CostPerQuery).now, KpiUnit::Dollars)));
}

QString figureLine(const KpiFigure &figure)
{
    const KpiInfo &info = kpiInfo(figure.kpi);
    QString line = u"- "_s + kpiLabel(figure.kpi) + u": "_s + shown(figure.now, info.unit);
    if (figure.now.interval)
        line += u" ("_s + intervalText(*figure.now.interval, info.unit) + u')';
    if (figure.delta)
        line +=
            u"; "_s + Tr::tr("%1 against the period before").arg(differenceText(*figure.delta, info.unit));
    if (figure.target) {
        const QString target =
            (figure.target->atLeast ? u"≥ "_s : u"< "_s) + valueText(figure.target->value, info.unit);
        line +=
            u"; "_s + (figure.target->met ? Tr::tr("target %1 met") : Tr::tr("target %1 missed")).arg(target);
    }
    return line;
}

void addGaps(QStringList &lines, const AnalyticsPage &page)
{
    const AnalyticsGaps &gaps = page.gaps;
    const QString of = number(page.responses);
    QStringList found;
    const auto add = [&found](qint64 count, const QString &text) {
        if (count > 0)
            found.append(u"- "_s + text);
    };
    add(gaps.minutes - gaps.minutesWithData,
        Tr::tr("Minutes without any event: %1 of %2")
            .arg(number(gaps.minutes - gaps.minutesWithData), number(gaps.minutes)));
    add(gaps.undecodable, Tr::tr("Records that cannot be decoded: %1").arg(number(gaps.undecodable)));
    add(gaps.missing, Tr::tr("Records missing from the logs: %1").arg(number(gaps.missing)));
    add(gaps.conflicts, Tr::tr("Records that conflict with stored ones: %1").arg(number(gaps.conflicts)));
    add(gaps.unscored, Tr::tr("Responses without a score: %1 of %2").arg(number(gaps.unscored), of));
    add(gaps.unjudged, Tr::tr("Responses without a verdict: %1 of %2").arg(number(gaps.unjudged), of));
    add(gaps.judgedHere,
        Tr::tr("Responses held against the threshold %1 here, since they tell none: %2 of %3")
            .arg(decimals(static_cast<double>(page.threshold), 2), number(gaps.judgedHere), of));
    add(gaps.latencyUnknown + gaps.latencyInvalid,
        Tr::tr("Responses without a usable latency: %1 of %2")
            .arg(number(gaps.latencyUnknown + gaps.latencyInvalid), of));
    add(gaps.retriesUnknown,
        Tr::tr("Responses that do not tell their retries: %1 of %2").arg(number(gaps.retriesUnknown), of));
    add(gaps.toolUseUnknown,
        Tr::tr("Responses whose turn is not told: %1 of %2").arg(number(gaps.toolUseUnknown), of));
    add(gaps.costUnknown,
        Tr::tr("Responses whose turn tells no cost: %1 of %2").arg(number(gaps.costUnknown), of));
    add(gaps.callsEstimated,
        Tr::tr("Model calls with an estimated cost: %1").arg(number(gaps.callsEstimated)));
    if (!found.isEmpty())
        lines += QStringList{QString(), Tr::tr("What is missing:")} + found;
}

} // namespace

QString periodText(const QString &typed, const TimeRange &range)
{
    const QString text = typed.trimmed().toLower();
    const qsizetype digits =
        std::find_if(text.begin(), text.end(), [](QChar c) { return !c.isDigit(); }) - text.begin();
    const int count = text.left(digits).toInt();
    const QString unit = text.mid(digits);
    if (count > 0 && unit == "h"_L1)
        return Tr::tr("Last %n hour(s)", nullptr, count);
    if (count > 0 && unit == "d"_L1)
        return Tr::tr("Last %n day(s)", nullptr, count);
    if (count > 0 && (unit == "m"_L1 || unit == "min"_L1))
        return Tr::tr("Last %n minute(s)", nullptr, count);
    return rangeText(range);
}

QStringList analyticsLines(const AnalyticsPage &page, const QString &period)
{
    QStringList lines{Tr::tr("=== Quality Analytics ==="), Tr::tr("Time period: %1").arg(period)};
    if (!page.filter.isEmpty())
        lines.append(Tr::tr("Filter: %1").arg(page.filter));
    lines.append(Tr::tr("Total responses: %1").arg(number(page.responses)));
    addBands(lines, page);
    addIssues(lines, page);
    addModels(lines, page);
    lines += {QString(), Tr::tr("Figures:")};
    for (const KpiFigure &figure : page.kpis)
        if (figure.kpi != Kpi::Responses)
            lines.append(figureLine(figure));
    addGaps(lines, page);
    if (page.basis == AnalyticsBasis::Rows)
        lines += {QString(), Tr::tr("Counted from the stored rows: minute sums cannot answer this filter. "
                                    "Events and gaps are those of all traffic.")};
    return lines;
}

QStringList comparisonLines(const AnalyticsComparison &comparison)
{
    QStringList lines{Tr::tr("=== Quality Analytics: comparison ==="),
                      Tr::tr("Base: %1, %2 responses")
                          .arg(rangeText(comparison.base.range), number(comparison.base.responses)),
                      Tr::tr("Other: %1, %2 responses")
                          .arg(rangeText(comparison.other.range), number(comparison.other.responses))};
    if (!comparison.other.filter.isEmpty())
        lines.append(Tr::tr("Filter: %1").arg(comparison.other.filter));
    lines.append(QString());
    for (const ComparedFigure &figure : comparison.figures) {
        const KpiUnit unit = kpiInfo(figure.kpi).unit;
        QString line = u"- "_s + kpiLabel(figure.kpi) + u": "_s + shown(figure.base, unit) + u" → "_s +
                       shown(figure.other, unit);
        if (figure.difference)
            line += u"; "_s + differenceText(*figure.difference, unit);
        if (figure.interval)
            line += u" ("_s +
                    Tr::tr("95 %: %1 to %2")
                        .arg(differenceText(figure.interval->low, unit),
                             differenceText(figure.interval->high, unit)) +
                    u')';
        if (figure.paired)
            line += u"; "_s + Tr::tr("paired by %n thread(s)", nullptr, static_cast<int>(figure.pairs));
        if (figure.verdict == Difference::NotDistinguishable)
            line += u"; "_s + Tr::tr("not distinguishable");
        lines.append(line);
    }
    return lines;
}

} // namespace assay::app
