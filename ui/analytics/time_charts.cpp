// SPDX-License-Identifier: Apache-2.0
#include "ui/analytics/time_charts.h"

#include "ui/analytics/chart_layout.h"
#include "ui/analytics/figure_words.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/theme.h"
#include "ui/kit/tr.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double inset = 6;
constexpr double topRoom = 14;
constexpr double axisRoom = 22;
constexpr int mostTicks = 5;
constexpr double alertGap = 12;       ///< px between two glyphs
constexpr double alertStem = 34;      ///< px above the axis, so that gaps keep their words
constexpr int mostAlertWords = 4;     ///< alerts that are named
constexpr int levelRoom = 18;         ///< above the plot, for the name of a level at its top
constexpr qsizetype mostGapWords = 3; ///< gaps that are named; more are only hatched

QString plainNumber(std::optional<double> value)
{
    return value ? QString::number(*value, 'g', 9) : QString();
}

} // namespace

/// Lies over the lines, so that they do not run through what names a target.
class TimeChart::LevelLayer final : public QWidget
{
public:
    explicit LevelLayer(TimeChart *chart) : QWidget(chart), m_chart(chart)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(-pos());
        if (m_chart->hasPage())
            m_chart->paintLevels(painter);
    }

private:
    TimeChart *m_chart;
};

TimeChart::TimeChart(const QString &title, QWidget *parent)
    : Chart(title, parent), m_series(new SeriesPlot(this)), m_levels(new LevelLayer(this))
{
    connect(&themeNotifier(), &ThemeNotifier::changed, this, [this] {
        if (hasPage())
            layOut();
    });
}

int TimeChart::markCount() const
{
    return hasPage() ? static_cast<int>(page().buckets.size()) : 0;
}

QRectF TimeChart::markRect(int mark) const
{
    const TimeRange &range = page().buckets.at(mark).range;
    const double left = m_x.at(static_cast<double>(toMicros(range.from)));
    return {left, m_plot.top(), m_x.at(static_cast<double>(toMicros(range.to))) - left, m_plot.height()};
}

void TimeChart::setAxis(const Ticks &ticks, const std::function<QString(double)> &label, double right)
{
    m_ticks = ticks;
    m_label = label;
    const double left = inset + axisWidth(ticks, label);
    m_plot = QRectF(left, body().top() + topRoom, std::max(20.0, width() - left - right - inset),
                    std::max(20.0, body().height() - topRoom - axisRoom));
    m_x = timeScale(page().range, m_plot.left(), m_plot.right());
    m_y = {.low = ticks.low(), .high = ticks.high(), .start = m_plot.bottom(), .end = m_plot.top()};
    m_series->setGeometry(m_plot.toAlignedRect());
    m_levels->setGeometry(m_plot.toAlignedRect().adjusted(0, -levelRoom, 0, 0));
}

double TimeChart::dash() const
{
    const QList<AnalyticsBucket> &buckets = page().buckets;
    return buckets.isEmpty() ? 0.0 : static_cast<double>(buckets.first().range.length().count()) / 4.0;
}

QPointF TimeChart::pointOf(int bucket, double value) const
{
    return {static_cast<double>(toMicros(middleOf(page().buckets.at(bucket).range))), value};
}

PlotLine TimeChart::lineOf(const std::function<std::optional<double>(const AnalyticsBucket &)> &value,
                           const QColor &color) const
{
    PlotLine line{.color = color, .dash = dash()};
    const QList<AnalyticsBucket> &buckets = page().buckets;
    for (const Run &run :
         runsWith(buckets, [&](const AnalyticsBucket &bucket) { return value(bucket).has_value(); })) {
        QList<QPointF> points;
        for (int i = run.first; i <= run.last; ++i)
            points.append(pointOf(i, *value(buckets.at(i))));
        line.pieces.append(points);
    }
    return line;
}

void TimeChart::showSeries(const QList<PlotBand> &bands, const QList<PlotLine> &lines)
{
    m_series->setPlot({m_x.low, m_y.low}, {m_x.high, m_y.high}, bands, lines);
    m_levels->update();
}

void TimeChart::paintGaps(QPainter &painter) const
{
    const QList<AnalyticsBucket> &buckets = page().buckets;
    const QList<Run> runs = gapRuns(buckets);
    painter.setFont(assay::ui::font(Type::Small));
    for (const Run &run : runs) {
        const QRectF gap = markRect(run.first).united(markRect(run.last));
        paintHatched(painter,
                     gap.width() >= 4 ? gap : QRectF(gap.center().x() - 2, gap.top(), 4, gap.height()));
        const QString words =
            Tr::tr("gap %1").arg(lengthText(std::chrono::minutes(gapMinutes(buckets, run))));
        const double wide = figuresWidth(painter.font(), words) + 6;
        if (runs.size() > mostGapWords || run.first == 0 || run.last + 1 == static_cast<int>(buckets.size()))
            continue; // before the first and behind the last event: not said, only seen
        const double left = std::clamp(gap.center().x() - wide / 2, m_plot.left(), m_plot.right() - wide);
        const QRectF box(left, m_plot.bottom() - 17, wide, 15);
        painter.fillRect(box, tokens().surface);
        painter.setPen(tokens().textSecond);
        drawFigures(painter, box, words, Qt::AlignHCenter | Qt::AlignVCenter);
    }
}

void TimeChart::paintPolicies(QPainter &painter) const
{
    const Tokens &t = tokens();
    double free = m_plot.left() - 1000;
    painter.setFont(assay::ui::font(Type::Small));
    for (const PolicyMark &mark : page().policies) {
        const double x = std::round(m_x.at(static_cast<double>(toMicros(mark.at))));
        QPen pen(t.textSecond, 1);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(x + 0.5, m_plot.top() - 10), QPointF(x + 0.5, m_plot.bottom()));
    }
    for (const PolicyMark &mark : page().policies) {
        const double x = std::round(m_x.at(static_cast<double>(toMicros(mark.at))));
        const QString words = Tr::tr("policy %1").arg(mark.revision);
        const double wide = figuresWidth(painter.font(), words);
        double left = x + 4;
        if (left + wide > m_plot.right())
            left = x - wide - 4;
        if (left < free)
            continue; // its line stands; the reading names it
        const QRectF box(left, m_plot.top() - topRoom, wide + 2, topRoom);
        painter.fillRect(box.adjusted(-1, 0, 1, -1), t.surface);
        painter.setPen(t.textSecond);
        drawFigures(painter, box, words, Qt::AlignLeft | Qt::AlignVCenter);
        free = left + wide + 6;
    }
}

void TimeChart::setAlerts(QList<AlertMark> alerts)
{
    std::ranges::stable_sort(alerts, {}, &AlertMark::at);
    if (std::exchange(m_alerts, alerts) != alerts)
        update();
}

/// Glyphs on the axis; those that would lie on each other are one, and the first few are named.
void TimeChart::paintAlerts(QPainter &painter) const
{
    const Tokens &t = tokens();
    painter.setFont(assay::ui::font(Type::Small));
    double free = m_plot.left();
    int named = 0;
    for (qsizetype i = 0; i < m_alerts.size();) {
        const double x = std::round(m_x.at(static_cast<double>(toMicros(m_alerts.at(i).at))));
        QStringList names;
        qsizetype end = i;
        for (; end < m_alerts.size() &&
               m_x.at(static_cast<double>(toMicros(m_alerts.at(end).at))) < x + alertGap;
             ++end)
            if (!names.contains(m_alerts.at(end).name))
                names.append(m_alerts.at(end).name);
        i = end;
        if (x < m_plot.left() || x > m_plot.right())
            continue;
        paintBandGlyph(painter, {x - 4, m_plot.bottom() - 4, 9, 9}, Band::Fail);
        const QString words = names.size() == 1
                                  ? visibleLine(names.first(), 60)
                                  : Tr::tr("%n alert(s)", nullptr, static_cast<int>(names.size()));
        const double wide = figuresWidth(painter.font(), words) + 6;
        double left = x + 4;
        if (left + wide > m_plot.right())
            left = x - wide - 3;
        if (left < free || named >= mostAlertWords)
            continue; // its glyph stands; the reading names it
        const QRectF box(left, m_plot.bottom() - alertStem - 2, wide, 15);
        painter.fillRect(QRectF(x, m_plot.bottom() - alertStem, 1, alertStem), t.band(Band::Fail).fill);
        QColor ground = t.surface;
        ground.setAlphaF(0.8F);
        painter.fillRect(box, ground);
        painter.setPen(t.band(Band::Fail).text);
        drawFigures(painter, box, words, Qt::AlignHCenter | Qt::AlignVCenter);
        free = box.right() + 8;
        ++named;
    }
}

void TimeChart::paintReadAt(QPainter &painter) const
{
    const std::optional<UtcTime> time = mark() >= 0 ? timeOf(mark()) : readAt();
    if (!time)
        return;
    const int bucket = bucketAt(page().buckets, *time);
    if (bucket < 0)
        return;
    const double x = std::round(markRect(bucket).center().x());
    painter.fillRect(QRectF(x, m_plot.top(), 1, m_plot.height()), tokens().accentText);
}

void TimeChart::paintBody(QPainter &painter)
{
    paintValueAxis(painter, m_plot, m_y, m_ticks, m_label);
    paintTimeAxis(painter, m_plot, page().range);
    paintGaps(painter);
    paintPolicies(painter);
    paintAlerts(painter);
    paintReadAt(painter);
}

Narrowing TimeChart::narrowing(int mark) const
{
    return page().buckets.at(mark).range;
}

std::optional<UtcTime> TimeChart::timeOf(int mark) const
{
    return middleOf(page().buckets.at(mark).range);
}

int TimeChart::markAtTime(UtcTime time) const
{
    return bucketAt(page().buckets, time);
}

QString TimeChart::readingOf(int mark, const QString &said) const
{
    const AnalyticsBucket &bucket = page().buckets.at(mark);
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(toMicros(bucket.range.from) / 1000);
    const bool days = page().range.length() > std::chrono::hours(24);
    QStringList parts{(days ? QLocale().toString(from.date(), u"d MMM "_s) : QString()) +
                      from.toString(u"HH:mm"_s)};
    parts.append(bucket.isGap() ? Tr::tr("no data") : said);
    if (bucket.undecodable > 0)
        parts.append(Tr::tr("%1 undecodable").arg(numberText(bucket.undecodable)));
    for (const PolicyMark &policy : page().policies)
        if (policy.at >= bucket.range.from && policy.at < bucket.range.to)
            parts.append(Tr::tr("policy %1").arg(policy.revision));
    QStringList alerts;
    for (const AlertMark &alert : m_alerts)
        if (alert.at >= bucket.range.from && alert.at < bucket.range.to && !alerts.contains(alert.name))
            alerts.append(visibleLine(alert.name, 60));
    if (!alerts.isEmpty())
        parts.append(Tr::tr("alert %1").arg(alerts.mid(0, 3).join(u", "_s)));
    return parts.join(u" · "_s);
}

PassChart::PassChart(QWidget *parent) : TimeChart(Tr::tr("Pass rate"), parent) {}

void PassChart::layOut()
{
    double low = 0.9;
    for (const AnalyticsBucket &bucket : page().buckets)
        if (bucket.passRate)
            low = std::min(low, *bucket.passRate);
    if (const auto &target = page().kpi(Kpi::PassRate).target)
        low = std::min(low, target->value);
    Ticks ticks = roundTicks(std::max(0.0, low - 0.04), 1.0, mostTicks);
    setAxis(
        ticks, [](double share) { return percentText(share, 0); }, 0);
    const Tokens &t = tokens();
    QColor veil = t.accentFill; // target and gaps show through
    veil.setAlphaF(currentTheme() == Theme::Dark ? 0.28F : 0.16F);
    PlotBand band{.fill = veil, .dash = dash()};
    const QList<AnalyticsBucket> &buckets = page().buckets;
    for (const Run &run : runsWith(
             buckets, [](const AnalyticsBucket &bucket) { return bucket.passRate && bucket.passInterval; })) {
        PlotBand::Piece piece;
        for (int i = run.first; i <= run.last; ++i) {
            piece.low.append(pointOf(i, std::max(ticks.low(), buckets.at(i).passInterval->low)));
            piece.high.append(pointOf(i, buckets.at(i).passInterval->high));
        }
        band.pieces.append(piece);
    }
    showSeries({band}, {lineOf([](const AnalyticsBucket &bucket) { return bucket.passRate; }, t.accentText)});
}

void PassChart::paintLevels(QPainter &painter)
{
    if (const auto &target = page().kpi(Kpi::PassRate).target)
        paintLevel(painter, plot(), valueScale().at(target->value), targetText(*target, KpiUnit::Share));
}

QString PassChart::caption() const
{
    if (page().buckets.isEmpty())
        return {};
    const qsizetype middle = page().buckets.size() / 2; // the ends may be parts
    return Tr::tr("95% interval · %1 each").arg(lengthText(page().buckets.at(middle).range.length()));
}

QString PassChart::reading(int mark) const
{
    const AnalyticsBucket &bucket = page().buckets.at(mark);
    if (!bucket.passRate)
        return readingOf(mark, Tr::tr("nothing judged"));
    QString said = percentText(bucket.passRate);
    if (bucket.passInterval)
        said += u" ("_s + percentText(bucket.passInterval->low, 0) + u" – "_s +
                percentText(bucket.passInterval->high, 0) + u')';
    return readingOf(mark, said + u" · n "_s + numberText(bucket.passed + bucket.failed));
}

QString PassChart::summary() const
{
    return kpiSentence(page().kpi(Kpi::PassRate), page());
}

QString PassChart::csv() const
{
    QString text = csvLine({u"from"_s, u"to"_s, u"passed"_s, u"failed"_s, u"pass_rate"_s, u"low"_s, u"high"_s,
                            u"undecodable"_s, u"gap"_s});
    for (const AnalyticsBucket &bucket : page().buckets)
        text += csvLine({toIso(bucket.range.from), toIso(bucket.range.to), QString::number(bucket.passed),
                         QString::number(bucket.failed), plainNumber(bucket.passRate),
                         bucket.passInterval ? plainNumber(bucket.passInterval->low) : QString(),
                         bucket.passInterval ? plainNumber(bucket.passInterval->high) : QString(),
                         QString::number(bucket.undecodable), QString::number(bucket.isGap() ? 1 : 0)});
    return text;
}

} // namespace assay::ui
