// SPDX-License-Identifier: Apache-2.0
#include "ui/analytics/time_bar.h"

#include "ui/analytics/chart.h"
#include "ui/analytics/chart_layout.h"
#include "ui/analytics/figure_words.h"
#include "ui/kit/paint.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;
using std::chrono::microseconds;

namespace {

constexpr int margin = 20;
constexpr double barHeight = 36;
constexpr double grip = 6; ///< px from an end of the brush that take hold of it
constexpr microseconds leastBrush = std::chrono::minutes(1);
constexpr double clickSlack = 4;

} // namespace

TimeBar::TimeBar(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(Tr::tr("Time"));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimeBar::setPage(const std::shared_ptr<const AnalyticsPage> &page)
{
    m_page = page;
    update();
}

void TimeBar::setBounds(const TimeRange &bounds)
{
    m_bounds = bounds;
    update();
}

void TimeBar::setBrush(const TimeRange &brush)
{
    m_brush = brush;
    setAccessibleDescription(rangeText(brush));
    update();
}

void TimeBar::setReadAt(std::optional<UtcTime> time)
{
    if (std::exchange(m_readAt, time) != time)
        update();
}

QRectF TimeBar::plot() const
{
    return {margin, 2, width() - 2.0 * margin, barHeight};
}

double TimeBar::xOf(UtcTime time) const
{
    return timeScale(m_bounds, plot().left(), plot().right()).at(static_cast<double>(toMicros(time)));
}

UtcTime TimeBar::timeAt(double x) const
{
    const double value = timeScale(m_bounds, plot().left(), plot().right())
                             .valueAt(std::clamp(x, plot().left(), plot().right()));
    return fromMicros(std::llround(value / 60e6) * 60'000'000);
}

microseconds TimeBar::step() const
{
    if (m_page && m_page->buckets.size() > 2)
        return m_page->buckets.at(1).range.length(); // the ends may be parts
    return std::max(leastBrush, m_bounds.length() / 100);
}

void TimeBar::edit(const TimeRange &brush)
{
    if (brush == m_brush)
        return;
    setBrush(brush);
    Q_EMIT brushEdited(brush);
}

TimeBar::Drag TimeBar::dragAt(double x) const
{
    if (std::abs(x - xOf(m_brush.from)) <= grip)
        return Drag::From;
    if (std::abs(x - xOf(m_brush.to)) <= grip)
        return Drag::To;
    return x > xOf(m_brush.from) && x < xOf(m_brush.to) && m_brush != m_bounds ? Drag::Whole : Drag::New;
}

void TimeBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_bounds.from >= m_bounds.to)
        return;
    m_drag = dragAt(event->position().x());
    m_pressed = timeAt(event->position().x());
    m_before = m_brush;
}

void TimeBar::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    if (m_drag == Drag::None) {
        const Drag would = dragAt(x);
        setCursor(would == Drag::From || would == Drag::To ? Qt::SizeHorCursor
                  : would == Drag::Whole                   ? Qt::OpenHandCursor
                                                           : Qt::CrossCursor);
        return;
    }
    const microseconds moved = timeAt(x) - m_pressed;
    switch (m_drag) {
    case Drag::None: return;
    case Drag::Whole: edit(movedRange(m_before, moved, moved, m_bounds, leastBrush)); return;
    case Drag::From: edit(movedRange(m_before, moved, {}, m_bounds, leastBrush)); return;
    case Drag::To: edit(movedRange(m_before, {}, moved, m_bounds, leastBrush)); return;
    case Drag::New: break;
    }
    if (std::abs(x - xOf(m_pressed)) > clickSlack)
        edit({.from = std::min(m_pressed, timeAt(x)), .to = std::max(m_pressed, timeAt(x))});
}

void TimeBar::mouseReleaseEvent(QMouseEvent *event)
{
    mouseMoveEvent(event);
    m_drag = Drag::None;
}

void TimeBar::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT resetWanted();
}

void TimeBar::keyPressEvent(QKeyEvent *event)
{
    const bool left = event->key() == Qt::Key_Left || event->key() == Qt::Key_Home;
    const bool far = event->key() == Qt::Key_Home || event->key() == Qt::Key_End;
    if (!left && event->key() != Qt::Key_Right && event->key() != Qt::Key_End) {
        QWidget::keyPressEvent(event);
        return;
    }
    const microseconds by = (far ? m_bounds.length() : step()) * (left ? -1 : 1);
    const bool end = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool beginning = event->modifiers().testFlag(Qt::ControlModifier);
    edit(movedRange(m_brush, end && !beginning ? microseconds{0} : by,
                    beginning && !end ? microseconds{0} : by, m_bounds, leastBrush));
}

void TimeBar::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void TimeBar::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void TimeBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(plot(), t.raised);
    if (m_bounds.from >= m_bounds.to)
        return;
    paintTimeAxis(painter, plot(), m_bounds);
    if (m_page) {
        qint64 most = 1;
        for (const AnalyticsBucket &bucket : m_page->buckets)
            most = std::max(most, bucket.responses);
        for (const AnalyticsBucket &bucket : m_page->buckets) {
            const double left = xOf(std::max(bucket.range.from, m_bounds.from));
            const double wide = xOf(std::min(bucket.range.to, m_bounds.to)) - left;
            if (bucket.isGap() && bucket.range.to > m_bounds.from)
                paintHatched(painter, {left, plot().top(), wide, plot().height()});
            double tall =
                (plot().height() - 4) * static_cast<double>(bucket.responses) / static_cast<double>(most);
            if (bucket.responses > 0)
                tall = std::max(1.0, tall);
            const bool inside = middleOf(bucket.range) >= m_brush.from && middleOf(bucket.range) < m_brush.to;
            painter.fillRect(QRectF(left, plot().bottom() - tall, std::max(1.0, wide - 1), tall),
                             inside ? t.neutral : t.neutralWeak);
        }
    }
    paintBrush(painter);
    if (m_readAt && *m_readAt >= m_bounds.from && *m_readAt < m_bounds.to)
        painter.fillRect(QRectF(std::round(xOf(*m_readAt)), plot().top(), 1, plot().height()), t.accentText);
    if (hasFocus())
        paintFocusRing(painter, plot().adjusted(-4, -2, 4, 2), metric::radiusChip);
}

void TimeBar::paintBrush(QPainter &painter) const
{
    const Tokens &t = tokens();
    const double left = xOf(m_brush.from);
    const QRectF box(left, plot().top(), xOf(m_brush.to) - left, plot().height());
    QColor veil = t.accentFill;
    veil.setAlphaF(currentTheme() == Theme::Dark ? 0.16F : 0.10F);
    painter.fillRect(box, veil);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.accentText, 1));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    for (const double x : {box.left(), box.right()})
        paintBox(painter, {x - 2.5, box.center().y() - 7, 5, 14}, 2, t.accentText);
    painter.restore();
}

} // namespace assay::ui
