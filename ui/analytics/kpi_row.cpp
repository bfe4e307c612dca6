// SPDX-License-Identifier: Apache-2.0
#include "ui/analytics/kpi_row.h"

#include "ui/analytics/figure_words.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <array>
#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array shownKpis{Kpi::Responses,  Kpi::PassRate,  Kpi::AverageQuality, Kpi::CostPerQuery,
                               Kpi::LatencyP95, Kpi::RetryRate, Kpi::ToolUse};
constexpr int kpis = static_cast<int>(shownKpis.size());
constexpr int margin = 20;
constexpr int rowHeight = 66;
constexpr double leastCell = 158;
constexpr double sparkRoom = 54;

int perRow(int width)
{
    return width - 2 * margin >= leastCell * kpis ? kpis : (kpis + 1) / 2;
}

} // namespace

QList<std::optional<double>> courseOf(Kpi kpi, const QList<AnalyticsBucket> &buckets)
{
    QList<std::optional<double>> course;
    const auto share = [](double part, qint64 whole) {
        return whole > 0 ? std::optional(part / static_cast<double>(whole)) : std::nullopt;
    };
    for (const AnalyticsBucket &bucket : buckets) {
        switch (kpi) {
        case Kpi::Responses:
            course.append(bucket.isGap() || bucket.minutes == 0
                              ? std::nullopt
                              : std::optional(static_cast<double>(bucket.responses)));
            break;
        case Kpi::PassRate: course.append(bucket.passRate); break;
        case Kpi::AverageQuality: course.append(bucket.averageQuality); break;
        case Kpi::CostPerQuery:
            course.append(share(static_cast<double>(bucket.cost.value), bucket.responses));
            break;
        case Kpi::LatencyP50: course.append(bucket.latencyP50); break;
        case Kpi::LatencyP95: course.append(bucket.latencyP95); break;
        case Kpi::LatencyP99: course.append(bucket.latencyP99); break;
        case Kpi::RetryRate:
            course.append(share(static_cast<double>(bucket.retried), bucket.retriesTold));
            break;
        case Kpi::LowQuality:
        case Kpi::ToolUse: return {};
        }
    }
    return course;
}

KpiRow::KpiRow(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(Tr::tr("Figures"));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int KpiRow::heightForWidth(int width) const
{
    return (kpis + perRow(width) - 1) / perRow(width) * rowHeight;
}

void KpiRow::setPage(const std::shared_ptr<const AnalyticsPage> &page)
{
    m_page = page;
    QStringList all;
    if (m_page)
        for (const Kpi kpi : shownKpis)
            all.append(kpiSentence(m_page->kpi(kpi), *m_page));
    setAccessibleDescription(all.join(u"\n"_s));
    update();
}

QRectF KpiRow::cell(int index) const
{
    const int each = perRow(width());
    const double wide = (width() - 2.0 * margin) / each;
    return {margin + wide * (index % each), static_cast<double>(index / each * rowHeight), wide,
            static_cast<double>(rowHeight)};
}

int KpiRow::cellAt(const QPointF &point) const
{
    for (int i = 0; i < kpis; ++i)
        if (cell(i).contains(point))
            return i;
    return -1;
}

void KpiRow::tell()
{
    const int shown = m_hover >= 0 ? m_hover : m_current;
    Q_EMIT told(m_page && shown >= 0
                    ? kpiSentence(m_page->kpi(shownKpis.at(static_cast<std::size_t>(shown))), *m_page)
                    : QString());
    update();
}

void KpiRow::mouseMoveEvent(QMouseEvent *event)
{
    const int at = cellAt(event->position());
    if (std::exchange(m_hover, at) != at)
        tell();
}

void KpiRow::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (std::exchange(m_hover, -1) != -1)
        tell();
}

void KpiRow::keyPressEvent(QKeyEvent *event)
{
    const bool left = event->key() == Qt::Key_Left;
    if (!left && event->key() != Qt::Key_Right) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_current = std::clamp(m_current + (left ? -1 : 1), 0, kpis - 1);
    tell();
}

void KpiRow::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_current = std::max(0, m_current);
    tell();
}

void KpiRow::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_current = -1;
    tell();
}

void KpiRow::paintEvent(QPaintEvent *)
{
    if (!m_page)
        return;
    QPainter painter(this);
    for (int i = 0; i < kpis; ++i) {
        const QRectF rect = cell(i);
        const bool first = i % perRow(width()) == 0;
        if (!first)
            painter.fillRect(QRectF(std::round(rect.left()), rect.top() + 4, 1, rowHeight - 12),
                             tokens().hairline);
        paintCell(painter, rect.adjusted(first ? 0 : 12, 0, -10, -4),
                  m_page->kpi(shownKpis.at(static_cast<std::size_t>(i))));
        if (hasFocus() && m_current == i)
            paintFocusRing(painter, rect.adjusted(first ? -6 : 3, -2, -3, -2), metric::radiusChip);
    }
}

void KpiRow::paintCell(QPainter &painter, const QRectF &rect, const KpiFigure &figure) const
{
    const Tokens &t = tokens();
    const KpiUnit unit = kpiInfo(figure.kpi).unit;
    painter.setFont(assay::ui::font(Type::Small, QFont::Medium));
    painter.setPen(t.textSecond);
    drawLine(painter, {rect.left(), rect.top(), rect.width() - sparkRoom, 16}, kpiLabel(figure.kpi));
    const QString value = figureText(figure.now.value, unit);
    painter.setFont(assay::ui::font(Type::Figure, QFont::DemiBold));
    painter.setPen(figure.now.value ? t.text : t.textThird);
    const double wide = figuresWidth(painter.font(), value);
    drawFigures(painter, {rect.left(), rect.top() + 16, wide + 2, 26}, value,
                Qt::AlignLeft | Qt::AlignVCenter);
    const DeltaText delta = deltaText(figure);
    painter.setFont(assay::ui::font(Type::Small));
    painter.setPen(toneColor(delta.tone));
    drawFigures(painter, {rect.left() + wide + 9, rect.top() + 18, rect.width() - wide - 9, 24}, delta.text,
                Qt::AlignLeft | Qt::AlignVCenter);
    paintTarget(painter, {rect.left(), rect.top() + 42, rect.width(), 16}, figure);
    paintSpark(painter, {rect.right() - sparkRoom + 4, rect.top() + 3, sparkRoom - 6, 14}, figure.kpi);
}

void KpiRow::paintTarget(QPainter &painter, const QRectF &line, const KpiFigure &figure) const
{
    const Tokens &t = tokens();
    double left = line.left();
    QString words;
    if (figure.target) {
        if (figure.now.value)
            paintBandGlyph(painter, {left, line.center().y() - 4.5, 9, 9},
                           figure.target->met ? Band::Pass : Band::Low);
        left += figure.now.value ? 14 : 0;
        words = targetText(*figure.target, kpiInfo(figure.kpi).unit);
    } else if (figure.kpi == Kpi::Responses) {
        words = Tr::tr("%1 in all").arg(moneyText(static_cast<double>(m_page->cost.value) / 1e6));
    }
    const qint64 missing = missingFor(figure.kpi, *m_page);
    if (missing > 0)
        words += (words.isEmpty() ? QString() : u" · "_s) +
                 (figure.kpi == Kpi::Responses ? Tr::tr("%1 undecodable") : Tr::tr("%1 untold"))
                     .arg(numberText(missing));
    painter.setPen(t.textSecond);
    drawLine(painter, {left, line.top(), line.right() - left, line.height()}, words);
}

void KpiRow::paintSpark(QPainter &painter, const QRectF &rect, Kpi kpi) const
{
    const QList<std::optional<double>> course = courseOf(kpi, m_page->buckets);
    double low = 1e300;
    double high = -1e300;
    for (const auto &value : course)
        if (value) {
            low = std::min(low, *value);
            high = std::max(high, *value);
        }
    if (low > high || course.size() < 2)
        return;
    const double span = high > low ? high - low : 1.0;
    QPainterPath path;
    bool open = false;
    for (qsizetype i = 0; i < course.size(); ++i) {
        if (!course.at(i)) {
            open = false; // never across what is missing
            continue;
        }
        const QPointF at(rect.left() +
                             rect.width() * static_cast<double>(i) / static_cast<double>(course.size() - 1),
                         rect.bottom() - rect.height() * (*course.at(i) - low) / span);
        if (open)
            path.lineTo(at);
        else
            path.moveTo(at);
        open = true;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens().textThird, 1.1));
    painter.drawPath(path);
    painter.restore();
}

} // namespace assay::ui
