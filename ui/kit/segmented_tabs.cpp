// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/segmented_tabs.h"

#include "ui/kit/paint.h"
#include "ui/kit/plain.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

namespace {

constexpr double gap = 20;
constexpr int barHeight = 36;

double textWidth(const QString &text)
{
    return std::ceil(QFontMetricsF(font(Type::Small, QFont::DemiBold)).horizontalAdvance(text));
}

} // namespace

SegmentedTabs::SegmentedTabs(const QStringList &names, QWidget *parent)
    : QWidget(parent), m_names(names), m_badges(names.size()), m_current(names.isEmpty() ? -1 : 0)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(names.value(0));
}

void SegmentedTabs::setCurrent(int index)
{
    if (index < 0 || index >= count() || index == m_current)
        return;
    m_current = index;
    setAccessibleName(label(index));
    update();
    Q_EMIT currentChanged(index);
}

void SegmentedTabs::setBadge(int index, const QString &badge)
{
    if (index < 0 || index >= count())
        return;
    m_badges[index] = visibleLine(badge, 20);
    updateGeometry();
    update();
}

QString SegmentedTabs::label(int index) const
{
    const QString badge = m_badges.at(index);
    return badge.isEmpty() ? m_names.at(index) : m_names.at(index) + u' ' + badge;
}

QRectF SegmentedTabs::box(int index) const
{
    double x = 0;
    for (int i = 0; i < index; ++i)
        x += textWidth(label(i)) + gap;
    return {x, 0, textWidth(label(index)), double(height())};
}

int SegmentedTabs::at(const QPointF &point) const
{
    for (int i = 0; i < count(); ++i)
        if (box(i).adjusted(-gap / 2, 0, gap / 2, 0).contains(point))
            return i;
    return -1;
}

QSize SegmentedTabs::sizeHint() const
{
    double width = gap * qMax(0, count() - 1);
    for (int i = 0; i < count(); ++i)
        width += textWidth(label(i));
    return {int(width) + 1, barHeight};
}

void SegmentedTabs::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    for (int i = 0; i < count(); ++i) {
        const QRectF r = box(i);
        const bool on = i == m_current;
        painter.setFont(assay::ui::font(Type::Small, on ? QFont::DemiBold : QFont::Medium));
        painter.setPen(on ? t.text : i == m_hover ? t.textSecond : t.textThird);
        painter.drawText(r, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, label(i));
        if (on)
            painter.fillRect(QRectF(r.left(), height() - 2, r.width(), 2), t.accentText);
        if (on && hasFocus())
            paintFocusRing(painter, QRectF(r.left() - 6, r.center().y() - 11, r.width() + 12, 22),
                           metric::radiusChip);
    }
}

void SegmentedTabs::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setCurrent(at(event->position()));
}

void SegmentedTabs::mouseMoveEvent(QMouseEvent *event)
{
    const int hover = at(event->position());
    if (hover != m_hover) {
        m_hover = hover;
        update();
    }
}

void SegmentedTabs::leaveEvent(QEvent *event)
{
    m_hover = -1;
    update();
    QWidget::leaveEvent(event);
}

void SegmentedTabs::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down: setCurrent(qMin(count() - 1, m_current + 1)); break;
    case Qt::Key_Left:
    case Qt::Key_Up: setCurrent(qMax(0, m_current - 1)); break;
    case Qt::Key_Home: setCurrent(0); break;
    case Qt::Key_End: setCurrent(count() - 1); break;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace assay::ui
