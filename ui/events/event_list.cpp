// SPDX-License-Identifier: Apache-2.0
#include "ui/events/event_list.h"

#include "ui/events/event_paint.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QAccessible>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolTip>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = metric::rowDense;
constexpr int headerHeight = metric::rowDense;
constexpr int aheadRows = 40; ///< fetched beyond what is seen
/// More than this many rows cannot be reached with a scroll bar of 31 bits; the newest are shown.
constexpr qint64 mostRows = (std::numeric_limits<int>::max() - 100'000) / rowHeight;

} // namespace

EventList::EventList(EventRows &rows, QWidget *parent) : QAbstractScrollArea(parent), m_rows(rows)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(Tr::tr("Events"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportMargins(0, 0, 0, 0);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    verticalScrollBar()->setSingleStep(rowHeight);
    connect(&rows, &EventRows::countChanged, this, &EventList::rowsGrew);
    connect(&rows, &EventRows::arrived, this, [this](qint64 first, qint64 last) {
        const qint64 top = indexAt(headerHeight);
        if (first <= top && last >= top - rowsVisible() - 1)
            viewport()->update();
        if (m_current >= first && m_current <= last)
            speak();
    });
    connect(&rows, &EventRows::wasReset, this, [this] {
        m_current = m_hover = -1;
        fitScrollBar();
        verticalScrollBar()->setValue(0);
        viewport()->update();
    });
}

int EventList::rowsVisible() const
{
    return std::max(1, (viewport()->height() - headerHeight) / rowHeight);
}

bool EventList::isAtTop() const
{
    return verticalScrollBar()->value() == 0;
}

void EventList::toTop()
{
    verticalScrollBar()->setValue(0);
}

qint64 EventList::topOf(qint64 index) const
{
    return (m_rows.count() - 1 - index) * rowHeight;
}

/// Index at a height of the viewport, also beyond the ends.
qint64 EventList::indexAt(int y) const
{
    return m_rows.count() - 1 -
           (static_cast<qint64>(y) - headerHeight + verticalScrollBar()->value()) / rowHeight;
}

void EventList::fitScrollBar()
{
    const qint64 all = std::min(m_rows.count(), mostRows) * rowHeight;
    const int page = std::max(rowHeight, viewport()->height() - headerHeight);
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, static_cast<int>(std::max<qint64>(0, all - page)));
}

void EventList::rowsGrew(qint64 before, qint64 now)
{
    const int value = verticalScrollBar()->value();
    const bool follow = value == 0 || before == 0;
    {
        const QSignalBlocker quiet(verticalScrollBar());
        fitScrollBar();
        if (!follow)
            verticalScrollBar()->setValue(static_cast<int>(
                std::min<qint64>(std::numeric_limits<int>::max(), value + (now - before) * rowHeight)));
    }
    if (follow || rowHeight * now < viewport()->height() * 2)
        viewport()->update();
    verticalScrollBar()->update();
}

void EventList::setCurrent(qint64 index)
{
    const qint64 wanted = index < 0 ? -1 : std::min(index, m_rows.count() - 1);
    if (wanted >= 0)
        reveal(wanted);
    if (wanted == m_current)
        return;
    m_current = wanted;
    viewport()->update();
    speak();
    Q_EMIT currentChanged(wanted);
}

void EventList::move(qint64 steps)
{
    if (m_rows.count() == 0)
        return;
    const qint64 from = m_current >= 0 ? m_current - steps : indexAt(headerHeight);
    setCurrent(std::clamp<qint64>(from, 0, m_rows.count() - 1));
}

void EventList::reveal(qint64 index)
{
    const qint64 top = topOf(index);
    const int page = viewport()->height() - headerHeight;
    QScrollBar *bar = verticalScrollBar();
    if (top < bar->value())
        bar->setValue(static_cast<int>(std::min<qint64>(top, bar->maximum())));
    else if (top + rowHeight > bar->value() + page)
        bar->setValue(static_cast<int>(std::min<qint64>(top + rowHeight - page, bar->maximum())));
}

void EventList::prefetch()
{
    const qint64 top = indexAt(headerHeight);
    const qint64 last = std::min(m_rows.count() - 1, top + aheadRows);
    for (qint64 i = std::max<qint64>(0, top - rowsVisible() - aheadRows); i <= last;
         i += EventRows::pageRows / 2)
        m_rows.at(i);
}

void EventList::paintEvent(QPaintEvent *event)
{
    const Tokens &t = tokens();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), t.surface);
    const EventColumns columns = EventColumns::forWidth(viewport()->width());
    const EventPainter rows;
    const int offset = verticalScrollBar()->value() % rowHeight;
    qint64 index = indexAt(headerHeight);
    for (int y = headerHeight - offset; y < viewport()->height() && index >= 0; y += rowHeight, --index) {
        const QRectF rect(0, y, viewport()->width(), rowHeight);
        if (!rect.toAlignedRect().intersects(event->rect()))
            continue;
        const RowState state = index == m_current ? RowState::Chosen
                               : index == m_hover ? RowState::Hovered
                                                  : RowState::Plain;
        rows.row(painter, rect, columns, m_rows.at(index), state);
        if (index == m_current && hasFocus())
            paintFocusRing(painter, rect.adjusted(1, 0, -1, 0), metric::radiusChip);
    }
    const QRectF header(0, 0, viewport()->width(), headerHeight);
    painter.fillRect(header, t.surface);
    rows.header(painter, header, columns);
    painter.fillRect(QRectF(0, headerHeight - 1, viewport()->width(), 1), t.hairline);
    prefetch();
}

void EventList::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    fitScrollBar();
}

void EventList::scrollContentsBy(int, int)
{
    viewport()->update();
    Q_EMIT scrolled();
}

void EventList::wheelEvent(QWheelEvent *event)
{
    const int pixels = event->pixelDelta().y();
    const int steps = event->angleDelta().y() * 3 * rowHeight / 120;
    verticalScrollBar()->setValue(verticalScrollBar()->value() - (pixels != 0 ? pixels : steps));
    event->accept();
}

void EventList::mousePressEvent(QMouseEvent *event)
{
    const qint64 index = indexAt(static_cast<int>(event->position().y()));
    if (event->position().y() < headerHeight || index < 0)
        return;
    setCurrent(index);
}

void EventList::mouseDoubleClickEvent(QMouseEvent *event)
{
    const qint64 index = indexAt(static_cast<int>(event->position().y()));
    if (event->position().y() >= headerHeight && index >= 0)
        Q_EMIT activated(index);
}

void EventList::mouseMoveEvent(QMouseEvent *event)
{
    const double y = event->position().y();
    const qint64 index = y < headerHeight ? -1 : indexAt(static_cast<int>(y));
    if (std::exchange(m_hover, index) != index)
        viewport()->update();
}

void EventList::contextMenuEvent(QContextMenuEvent *event)
{
    const qint64 index =
        event->reason() == QContextMenuEvent::Keyboard ? m_current : indexAt(event->pos().y());
    if (index < 0)
        return;
    setCurrent(index);
    const QPoint at = event->reason() == QContextMenuEvent::Keyboard
                          ? QPoint(40, static_cast<int>(topOf(index) - verticalScrollBar()->value()) +
                                           rowHeight + headerHeight)
                          : event->pos();
    Q_EMIT menuWanted(index, viewport()->mapToGlobal(at));
}

void EventList::keyPressEvent(QKeyEvent *event)
{
    const int page = rowsVisible();
    switch (event->key()) {
    case Qt::Key_Down: move(1); break;
    case Qt::Key_Up: move(-1); break;
    case Qt::Key_PageDown: move(page); break;
    case Qt::Key_PageUp: move(-page); break;
    case Qt::Key_Home:
        toTop();
        setCurrent(m_rows.count() - 1);
        break;
    case Qt::Key_End: setCurrent(0); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0 && event->modifiers() == Qt::NoModifier)
            Q_EMIT activated(m_current);
        break;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void EventList::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void EventList::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool EventList::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && std::exchange(m_hover, -1) >= 0)
        viewport()->update();
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const qint64 index = help->pos().y() < headerHeight ? -1 : indexAt(help->pos().y());
        if (const FeedRow *row = index >= 0 ? m_rows.peek(index) : nullptr)
            QToolTip::showText(help->globalPos(), plainToolTipText(lineOf(*row)), this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QString EventList::lineOf(const FeedRow &row)
{
    return u"%1\t%2\t%3\t%4\t%5\t%6\t%7"_s.arg(toIso(row.time), eventType(row), visibleLine(row.threadId))
        .arg(row.partition)
        .arg(row.offset)
        .arg(row.size)
        .arg(eventSummary(row));
}

/// The chosen row is the widget's description: what a screen reader says when it changes.
void EventList::speak()
{
    const FeedRow *row = m_current >= 0 ? m_rows.peek(m_current) : nullptr;
    setAccessibleDescription(row ? lineOf(*row).replace(u'\t', u", "_s) : QString());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

} // namespace assay::ui
