// SPDX-License-Identifier: Apache-2.0
#include "ui/analytics/chart.h"

#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double titleHeight = 18;
constexpr double axisGap = 8;
constexpr double labelHeight = 16;

} // namespace

Chart::Chart(const QString &title, QWidget *parent) : QWidget(parent), m_title(title)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(title);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Chart::setPage(const Page &page)
{
    m_page = page;
    m_hover = -1;
    if (m_page)
        layOut();
    m_current = m_page ? std::min(m_current, markCount() - 1) : -1;
    setAccessibleDescription(m_page ? visibleLine(summary()) : QString());
    updateGeometry();
    update();
}

void Chart::setReadAt(std::optional<UtcTime> time)
{
    if (std::exchange(m_readAt, time) != time)
        update();
}

QRectF Chart::body() const
{
    return {0, titleHeight, static_cast<double>(width()), height() - titleHeight};
}

std::optional<UtcTime> Chart::timeOf(int) const
{
    return std::nullopt;
}

int Chart::markAtTime(UtcTime) const
{
    return -1;
}

QString Chart::captionShown() const
{
    if (!m_page)
        return {};
    int shown = mark();
    if (shown < 0 && m_readAt)
        shown = markAtTime(*m_readAt);
    return shown >= 0 && shown < markCount() ? reading(shown) : caption();
}

void Chart::choose(int mark)
{
    m_current = m_page ? std::clamp(mark, -1, markCount() - 1) : -1;
    tell();
}

void Chart::tell()
{
    const int shown = mark();
    const bool known = m_page && shown >= 0 && shown < markCount();
    if (m_page)
        setAccessibleDescription(visibleLine(known ? reading(shown) : summary()));
    Q_EMIT readAtChanged(known ? timeOf(shown) : std::nullopt);
    update();
}

QImage Chart::picture()
{
    QImage image(size() * devicePixelRatioF(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatioF());
    image.fill(tokens().surface);
    render(&image);
    return image;
}

void Chart::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    if (hasFocus())
        paintFocusRing(painter, QRectF(rect()), metric::radiusChip);
    painter.setFont(assay::ui::font(Type::Small, QFont::DemiBold));
    painter.setPen(t.text);
    const double titleWidth = std::ceil(QFontMetricsF(painter.font()).horizontalAdvance(m_title)) + 2;
    const double inset = 6;
    drawLine(painter, {inset, 0, titleWidth, titleHeight}, m_title);
    const QString text = captionShown();
    painter.setFont(assay::ui::font(Type::Small));
    painter.setPen(text == (m_page ? caption() : QString()) ? t.textSecond : t.text);
    drawLine(painter, {inset + titleWidth + 12, 0, width() - titleWidth - 12 - 2 * inset, titleHeight}, text,
             Qt::AlignRight | Qt::AlignVCenter);
    if (m_page)
        paintBody(painter);
}

void Chart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_page)
        layOut();
}

int Chart::markAt(const QPointF &point) const
{
    if (!m_page)
        return -1;
    for (int i = 0; i < markCount(); ++i)
        if (markRect(i).contains(point))
            return i;
    return -1;
}

void Chart::mouseMoveEvent(QMouseEvent *event)
{
    const int at = markAt(event->position());
    setCursor(at >= 0 && narrowing(at).index() != 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (std::exchange(m_hover, at) != at)
        tell();
}

void Chart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (std::exchange(m_hover, -1) != -1)
        tell();
}

void Chart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        narrowTo(markAt(event->position()));
}

void Chart::narrowTo(int mark)
{
    if (!m_page || mark < 0 || mark >= markCount())
        return;
    const Narrowing wanted = narrowing(mark);
    if (const auto *clause = std::get_if<FilterNode>(&wanted))
        Q_EMIT conditionWanted(*clause);
    else if (const auto *range = std::get_if<TimeRange>(&wanted))
        Q_EMIT rangeWanted(*range);
}

void Chart::keyPressEvent(QKeyEvent *event)
{
    const int last = m_page ? markCount() - 1 : -1;
    const auto go = [&](int mark) { choose(std::clamp(mark, 0, std::max(0, last))); };
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up: go(m_current < 0 ? last : m_current - 1); return;
    case Qt::Key_Right:
    case Qt::Key_Down: go(m_current + 1); return;
    case Qt::Key_Home: go(0); return;
    case Qt::Key_End: go(last); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: narrowTo(m_current); return;
    default: QWidget::keyPressEvent(event);
    }
}

void Chart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void Chart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        choose(-1);
    update();
}

void Chart::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuWanted(event->globalPos());
}

double axisWidth(const Ticks &ticks, const std::function<QString(double)> &label)
{
    double width = 0.0;
    for (const double value : ticks.values)
        width = std::max(width, figuresWidth(font(Type::Small), label(value)));
    return std::ceil(width) + axisGap;
}

void paintValueAxis(QPainter &painter, const QRectF &plot, const Scale &y, const Ticks &ticks,
                    const std::function<QString(double)> &label)
{
    const Tokens &t = tokens();
    painter.setFont(font(Type::Small));
    for (const double value : ticks.values) {
        const double at = std::round(y.at(value));
        painter.fillRect(QRectF(plot.left(), at, plot.width(), 1),
                         value == ticks.values.first() ? t.strongLine : t.hairline);
        painter.setPen(t.textSecond);
        drawFigures(painter, {0, at - labelHeight / 2, plot.left() - axisGap, labelHeight}, label(value));
    }
}

void paintTimeAxis(QPainter &painter, const QRectF &plot, const TimeRange &range)
{
    constexpr double roomEach = 76;
    const Tokens &t = tokens();
    const Scale x = timeScale(range, plot.left(), plot.right());
    painter.setFont(font(Type::Small));
    double free = -1e9;
    for (const TimeTick &tick : timeTicks(range, std::max(2, static_cast<int>(plot.width() / roomEach)),
                                          QTimeZone::systemTimeZone())) {
        const double at = x.at(static_cast<double>(toMicros(tick.at)));
        const double wide = figuresWidth(painter.font(), tick.label);
        const double left = std::clamp(at - wide / 2, plot.left() - 12, plot.right() - wide + 4);
        if (left < free)
            continue;
        painter.fillRect(QRectF(std::round(at), plot.bottom(), 1, 4), t.strongLine);
        painter.setPen(t.textSecond);
        drawFigures(painter, {left, plot.bottom() + 5, wide + 1, labelHeight}, tick.label, Qt::AlignLeft);
        free = left + wide + 8;
    }
}

void paintHatched(QPainter &painter, const QRectF &rect)
{
    painter.save();
    painter.setClipRect(rect);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(mixed(tokens().surface, tokens().controlOutline, 0.55), 1));
    for (double x = rect.left() - rect.height(); x < rect.right(); x += 6.0)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
    painter.restore();
}

void paintLevel(QPainter &painter, const QRectF &plot, double y, const QString &label)
{
    const Tokens &t = tokens();
    painter.save();
    painter.setPen(QPen(t.textSecond, 1, Qt::CustomDashLine));
    QPen pen = painter.pen();
    pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(plot.left(), std::round(y) + 0.5), QPointF(plot.right(), std::round(y) + 0.5));
    painter.setFont(font(Type::Small));
    const double wide = figuresWidth(painter.font(), label);
    const QRectF box(plot.left() + 3, y - labelHeight - 1, wide + 4, labelHeight);
    painter.fillRect(box.adjusted(-1, 1, 1, 0), t.surface);
    painter.setPen(t.textSecond);
    drawFigures(painter, box, label, Qt::AlignLeft | Qt::AlignVCenter);
    painter.restore();
}

} // namespace assay::ui
