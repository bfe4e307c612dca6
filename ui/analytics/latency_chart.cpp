// SPDX-License-Identifier: Apache-2.0
#include "ui/analytics/chart_layout.h"
#include "ui/analytics/figure_words.h"
#include "ui/analytics/time_charts.h"
#include "ui/kit/paint.h"
#include "ui/kit/tr.h"

#include <QtCore/QLocale>
#include <QtGui/QPainter>

#include <array>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTicks = 5;

struct Percentile
{
    const char *name;
    std::optional<double> AnalyticsBucket::*value;
    Kpi kpi;
};
constexpr std::array<Percentile, 3> percentiles{{{"p50", &AnalyticsBucket::latencyP50, Kpi::LatencyP50},
                                                 {"p95", &AnalyticsBucket::latencyP95, Kpi::LatencyP95},
                                                 {"p99", &AnalyticsBucket::latencyP99, Kpi::LatencyP99}}};

QColor percentileColor(std::size_t index)
{
    const Tokens &t = tokens();
    return std::array{t.textThird, t.accentText, t.text}.at(index);
}

QString plainNumber(std::optional<double> value)
{
    return value ? QString::number(*value, 'g', 9) : QString();
}

} // namespace

LatencyChart::LatencyChart(QWidget *parent) : TimeChart(Tr::tr("Latency"), parent) {}

void LatencyChart::layOut()
{
    double high = 0.0;
    for (const AnalyticsBucket &bucket : page().buckets)
        high = std::max(high, bucket.latencyP99.value_or(0.0));
    if (const auto &target = page().kpi(Kpi::LatencyP95).target)
        high = std::max(high, target->value * 1.05);
    const Ticks ticks = roundTicks(0.0, high > 0.0 ? high : 1.0, mostTicks);
    const int places = ticks.decimals;
    setAxis(
        ticks,
        [places](double value) {
            const QString text = QLocale().toString(value, 'f', places);
            return value == 0.0 ? Tr::tr("%1 s").arg(text) : text;
        },
        30);
    QList<PlotLine> lines;
    for (std::size_t i = 0; i < percentiles.size(); ++i)
        lines.append(lineOf([i](const AnalyticsBucket &bucket) { return bucket.*percentiles.at(i).value; },
                            percentileColor(i)));
    showSeries({}, lines);
}

void LatencyChart::paintLevels(QPainter &painter)
{
    if (const auto &target = page().kpi(Kpi::LatencyP95).target)
        paintLevel(painter, plot(), valueScale().at(target->value),
                   u"p95 "_s + targetText(*target, KpiUnit::Seconds));
}

void LatencyChart::paintBody(QPainter &painter)
{
    TimeChart::paintBody(painter);
    // Names stand at the ends of their lines, moved apart where those meet.
    QList<double> centres;
    QList<std::size_t> shown;
    for (std::size_t i = percentiles.size(); i-- > 0;)
        for (auto bucket = page().buckets.crbegin(); bucket != page().buckets.crend(); ++bucket)
            if (const auto &value = (*bucket).*percentiles.at(i).value) {
                centres.append(valueScale().at(*value));
                shown.append(i);
                break;
            }
    constexpr double tall = 14;
    const QList<double> tops =
        placeLabels(centres, QList<double>(centres.size(), tall), plot().top() - 6, plot().bottom() + 6, 0);
    painter.setFont(assay::ui::font(Type::Small, QFont::DemiBold));
    for (qsizetype i = 0; i < shown.size(); ++i) {
        painter.setPen(percentileColor(shown.at(i)));
        drawLine(painter, {plot().right() + 5, tops.at(i), 28, tall},
                 QString::fromLatin1(percentiles.at(shown.at(i)).name));
    }
}

QString LatencyChart::caption() const
{
    QStringList parts;
    for (const Percentile &one : percentiles)
        parts.append(QString::fromLatin1(one.name) + u' ' + secondsText(page().kpi(one.kpi).now.value));
    return parts.join(u"   "_s);
}

QString LatencyChart::reading(int mark) const
{
    const AnalyticsBucket &bucket = page().buckets.at(mark);
    QStringList parts;
    for (const Percentile &one : percentiles)
        parts.append(QString::fromLatin1(one.name) + u' ' + secondsText(bucket.*one.value));
    return readingOf(mark, parts.join(u"  "_s) + u" · n "_s + numberText(bucket.responses));
}

QString LatencyChart::summary() const
{
    return kpiSentence(page().kpi(Kpi::LatencyP95), page());
}

QString LatencyChart::csv() const
{
    QString text =
        csvLine({u"from"_s, u"to"_s, u"responses"_s, u"p50_s"_s, u"p95_s"_s, u"p99_s"_s, u"gap"_s});
    for (const AnalyticsBucket &bucket : page().buckets)
        text += csvLine({toIso(bucket.range.from), toIso(bucket.range.to), QString::number(bucket.responses),
                         plainNumber(bucket.latencyP50), plainNumber(bucket.latencyP95),
                         plainNumber(bucket.latencyP99), QString::number(bucket.isGap() ? 1 : 0)});
    return text;
}

} // namespace assay::ui
