// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/status_bar.h"

#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double side = 16;
constexpr double gap = 20;
constexpr double dotRoom = 14;
constexpr double wordGap = 4;

QFont labelFont()
{
    return font(Type::Small, QFont::DemiBold);
}

QFont valueFont()
{
    return font(Type::Small, QFont::Medium);
}

double widthOf(const StatusSegment &segment)
{
    double width = segment.dot == Dot::None ? 0 : dotRoom;
    width += std::ceil(QFontMetricsF(labelFont()).horizontalAdvance(segment.label));
    if (!segment.value.isEmpty() && !segment.label.isEmpty())
        width += wordGap;
    return width + std::ceil(QFontMetricsF(valueFont()).horizontalAdvance(segment.value)) + 1;
}

void paintDot(QPainter &painter, const QRectF &box, Dot dot)
{
    const Tokens &t = tokens();
    switch (dot) {
    case Dot::None: break;
    case Dot::Good: paintBox(painter, box, 4, t.band(Band::Pass).fill); break;
    case Dot::Warn: {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.band(Band::Low).fill);
        painter.drawPolygon(QPolygonF{box.topLeft(), box.topRight(), {box.center().x(), box.bottom()}});
        painter.restore();
        break;
    }
    case Dot::Bad: paintBox(painter, box, 1.5, t.band(Band::Fail).fill); break;
    case Dot::Idle: paintBox(painter, box, 4, {}, t.controlOutline); break;
    }
}

void paintSegment(QPainter &painter, const QRectF &box, const StatusSegment &segment)
{
    const Tokens &t = tokens();
    double x = box.left();
    if (segment.divided)
        painter.fillRect(QRectF(std::round(x - gap / 2), box.center().y() - 6, 1, 12), t.strongLine);
    if (segment.dot != Dot::None) {
        paintDot(painter, QRectF(x, box.center().y() - 4, 8, 8), segment.dot);
        x += dotRoom;
    }
    painter.setFont(labelFont());
    painter.setPen(t.textSecond);
    drawLine(painter, QRectF(x, box.top(), box.right() - x, box.height()), segment.label);
    if (!segment.label.isEmpty())
        x += std::ceil(QFontMetricsF(labelFont()).horizontalAdvance(segment.label)) + wordGap;
    painter.setFont(valueFont());
    painter.setPen(t.textThird);
    drawLine(painter, QRectF(x, box.top(), box.right() - x, box.height()), segment.value);
}

QList<StatusSegment> safe(QList<StatusSegment> segments)
{
    for (StatusSegment &segment : segments) {
        segment.label = visibleLine(segment.label, 80);
        segment.value = visibleLine(segment.value, 160);
    }
    return segments;
}

double totalWidth(const QList<StatusSegment> &segments)
{
    double width = gap * double(qMax(qsizetype(0), segments.size() - 1));
    for (const StatusSegment &segment : segments)
        width += widthOf(segment);
    return width;
}

} // namespace

StatusBar::StatusBar(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(metric::statusBar);
    setAccessibleName(Tr::tr("Status"));
}

void StatusBar::setLeft(const QList<StatusSegment> &segments)
{
    m_left = safe(segments);
    describe();
}

void StatusBar::setRight(const QList<StatusSegment> &segments)
{
    m_right = safe(segments);
    describe();
}

void StatusBar::describe()
{
    QStringList said;
    for (const StatusSegment &segment : m_left + m_right)
        said << segment.label + u' ' + segment.value;
    setAccessibleDescription(said.join(u", "_s));
    update();
}

QSize StatusBar::sizeHint() const
{
    return {600, metric::statusBar};
}

QList<QRectF> StatusBar::leftBoxes() const
{
    const double end = width() - side - totalWidth(m_right) - (m_right.isEmpty() ? 0 : gap);
    QList<QRectF> boxes;
    double x = side;
    for (const StatusSegment &segment : m_left) {
        const double own = qMin(widthOf(segment), qMax(0.0, end - x));
        boxes << QRectF(x, 1, own, height() - 1);
        x += own + gap;
    }
    return boxes;
}

void StatusBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.base);
    painter.fillRect(QRect(0, 0, width(), 1), t.hairline);
    const QList<QRectF> boxes = leftBoxes();
    for (qsizetype i = 0; i < boxes.size(); ++i)
        if (boxes.at(i).width() > 24)
            paintSegment(painter, boxes.at(i), m_left.at(i));
    double x = width() - side - totalWidth(m_right);
    for (const StatusSegment &segment : std::as_const(m_right)) {
        const double own = widthOf(segment);
        paintSegment(painter, QRectF(x, 1, own, height() - 1), segment);
        x += own + gap;
    }
}

void StatusBar::mouseReleaseEvent(QMouseEvent *event)
{
    const QList<QRectF> boxes = leftBoxes();
    for (qsizetype i = 0; i < boxes.size(); ++i)
        if (event->button() == Qt::LeftButton && boxes.at(i).contains(event->position()))
            Q_EMIT segmentActivated(int(i));
}

} // namespace assay::ui
