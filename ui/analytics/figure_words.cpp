// SPDX-License-Identifier: Apache-2.0
#include "ui/analytics/figure_words.h"

#include "ui/analytics/chart_layout.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 200;

QString decimals(double value, int places)
{
    return QLocale().toString(value, 'f', places);
}

QString signedText(double value, const QString &size)
{
    return (value < 0 ? u"−"_s : u"+"_s) + size;
}

/// Does a text hold no digit but 0?
bool readsAsZero(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) { return c.isDigit() && c.digitValue() > 0; });
}

QString momentText(UtcTime time)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(toMicros(time) / 1000);
    return QLocale().toString(at.date(), u"d MMM"_s) + at.toString(u" HH:mm"_s);
}

/// "1 gap of 4 min"; empty without one.
QString gapsText(const AnalyticsPage &page)
{
    const QList<Run> runs = gapRuns(page.buckets);
    if (runs.isEmpty())
        return {};
    qint64 minutes = 0;
    for (const Run &run : runs)
        minutes += gapMinutes(page.buckets, run);
    return Tr::tr("%n gap(s) of %1", nullptr, static_cast<int>(runs.size()))
        .arg(lengthText(std::chrono::minutes(minutes)));
}

} // namespace

QString numberText(qint64 count)
{
    return QLocale().toString(count);
}

QString percentText(std::optional<double> share, int places)
{
    return share ? Tr::tr("%1%").arg(decimals(100.0 * *share, places)) : u"–"_s;
}

QString moneyText(double dollars)
{
    const double size = std::abs(dollars);
    return u'$' + decimals(dollars, size >= 0.01 || size == 0.0 ? 2 : size >= 0.00005 ? 4 : 6);
}

QString secondsText(std::optional<double> seconds)
{
    if (!seconds)
        return u"–"_s;
    return Tr::tr("%1 s").arg(decimals(*seconds, *seconds < 1.0 ? 2 : *seconds < 20.0 ? 1 : 0));
}

QString figureText(std::optional<double> value, KpiUnit unit)
{
    if (!value)
        return u"–"_s;
    switch (unit) {
    case KpiUnit::Count: return numberText(std::llround(*value));
    case KpiUnit::Share: return percentText(value);
    case KpiUnit::Score: return decimals(*value, 3);
    case KpiUnit::Dollars:
        return u'$' + decimals(*value, std::abs(*value) >= 1.0                        ? 2
                                       : std::abs(*value) >= 0.00005 || *value == 0.0 ? 4
                                                                                      : 6);
    case KpiUnit::Seconds: return secondsText(value);
    }
    Q_UNREACHABLE();
}

QString differenceText(double difference, KpiUnit unit)
{
    const double size = std::abs(difference);
    return signedText(difference, unit == KpiUnit::Share ? Tr::tr("%1 pp").arg(decimals(100.0 * size, 1))
                                                         : figureText(size, unit));
}

DeltaText deltaText(const KpiFigure &figure)
{
    if (!figure.delta)
        return {};
    const KpiUnit unit = kpiInfo(figure.kpi).unit;
    const bool relative = unit == KpiUnit::Count || unit == KpiUnit::Dollars;
    QString text = differenceText(*figure.delta, unit);
    if (relative) {
        const double before = figure.before.value.value_or(0.0);
        if (before == 0.0)
            return {};
        const double change = *figure.delta / before;
        text = signedText(change, percentText(std::abs(change), std::abs(change) < 0.0995 ? 1 : 0));
    }
    if (readsAsZero(text))
        return {.text = u"±0"_s};
    return {.text = text,
            .tone = figure.kpi == Kpi::Responses ? Tone::Second
                    : figure.better              ? Tone::Pass
                                                 : Tone::Low};
}

QString targetText(const KpiTarget &target, KpiUnit unit)
{
    QString value = unit == KpiUnit::Share     ? percentText(target.value, 1)
                    : unit == KpiUnit::Dollars ? moneyText(target.value)
                    : unit == KpiUnit::Score   ? decimals(target.value, 2)
                                               : figureText(target.value, unit);
    const QChar point = QLocale().decimalPoint().at(0);
    for (const QString &unitSign : {u"%"_s, u" %"_s, u"\u00a0%"_s, u" s"_s}) // targets are round figures
        if (const QString whole = QString(point) + u'0' + unitSign; value.endsWith(whole))
            value = value.chopped(whole.size()) + unitSign;
    return target.atLeast ? Tr::tr("target %1").arg(value) : Tr::tr("target < %1").arg(value);
}

qint64 missingFor(Kpi kpi, const AnalyticsPage &page)
{
    switch (kpi) {
    case Kpi::Responses: return page.gaps.undecodable;
    case Kpi::PassRate: return page.gaps.unjudged;
    case Kpi::AverageQuality:
    case Kpi::LowQuality: return page.gaps.unscored;
    case Kpi::CostPerQuery: return page.gaps.costUnknown;
    case Kpi::LatencyP50:
    case Kpi::LatencyP95:
    case Kpi::LatencyP99: return page.gaps.latencyUnknown + page.gaps.latencyInvalid;
    case Kpi::RetryRate: return page.gaps.retriesUnknown;
    case Kpi::ToolUse: return page.gaps.toolUseUnknown;
    }
    Q_UNREACHABLE();
}

QString kpiSentence(const KpiFigure &figure, const AnalyticsPage &page)
{
    const KpiUnit unit = kpiInfo(figure.kpi).unit;
    QStringList parts{kpiLabel(figure.kpi) + u": "_s + figureText(figure.now.value, unit)};
    if (figure.now.interval)
        parts.append(Tr::tr("95% interval %1 to %2")
                         .arg(figureText(figure.now.interval->low, unit),
                              figureText(figure.now.interval->high, unit)));
    if (figure.kpi != Kpi::Responses)
        parts.append(u"n = "_s + numberText(figure.now.count));
    if (const qint64 missing = missingFor(figure.kpi, page); missing > 0)
        parts.append(figure.kpi == Kpi::Responses ? Tr::tr("%1 undecodable").arg(numberText(missing))
                                                  : Tr::tr("%1 do not tell").arg(numberText(missing)));
    parts.append(Tr::tr("the period before: %1").arg(figureText(figure.before.value, unit)));
    if (figure.target)
        parts.append((figure.target->met ? Tr::tr("%1, met") : Tr::tr("%1, missed"))
                         .arg(targetText(*figure.target, unit)));
    return parts.join(u"; "_s);
}

QString rangeText(const TimeRange &range)
{
    return momentText(range.from) + u" – "_s + momentText(range.to);
}

QString lengthText(std::chrono::microseconds length)
{
    const auto minutes = static_cast<int>(
        std::min<qint64>(std::chrono::round<std::chrono::minutes>(length).count(), 1'000'000'000));
    if (minutes >= 2880 && minutes % 1440 == 0)
        return Tr::tr("%n day(s)", nullptr, minutes / 1440);
    if (minutes >= 60 && minutes % 60 == 0)
        return Tr::tr("%n hour(s)", nullptr, minutes / 60);
    if (minutes < 60)
        return Tr::tr("%1 min").arg(minutes);
    const QString hours = Tr::tr("%1 h").arg(minutes / 60 % 24) + u' ' + Tr::tr("%1 min").arg(minutes % 60);
    return minutes < 1440 ? hours : Tr::tr("%1 d").arg(minutes / 1440) + u' ' + hours;
}

QString factsText(const AnalyticsPage &page)
{
    QStringList parts{Tr::tr("%1 responses").arg(numberText(page.responses))};
    if (page.gaps.undecodable > 0)
        parts.append(Tr::tr("%1 undecodable").arg(numberText(page.gaps.undecodable)));
    if (page.gaps.missing > 0)
        parts.append(Tr::tr("%1 never seen").arg(numberText(page.gaps.missing)));
    if (const QString gaps = gapsText(page); !gaps.isEmpty())
        parts.append(gaps);
    return parts.join(u" · "_s);
}

QString nameText(const QString &name)
{
    return name.isEmpty() ? Tr::tr("(not told)") : visibleLine(name, longestName);
}

QString csvCell(const QString &text)
{
    QString cell = text;
    if (!cell.isEmpty() && u"=+-@\t\r"_s.contains(cell.front()))
        cell.prepend(u'\'');
    if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') || cell.contains(u'\r'))
        cell = u'"' + cell.replace(u"\""_s, u"\"\""_s) + u'"';
    return cell;
}

QString csvLine(const QStringList &cells)
{
    return cells.join(u',') + u'\n';
}

} // namespace assay::ui
