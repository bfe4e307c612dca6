// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tokens.h"
#include "ui/triage/queue_paint.h"
#include "ui/triage/queue_view.h"
#include "ui/triage/triage_words.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolTip>

namespace assay::ui {

using namespace queue;

void QueueView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), tokens().surface);
    const qint64 scrolled = verticalScrollBar()->value();
    QueueRowLook look{.who = m_who, .now = utcNow()};
    for (qint64 y = scrolled + event->rect().top(); y <= scrolled + event->rect().bottom();) {
        const Hit hit = hitAt(y);
        if (hit.group < 0)
            break;
        const int height = hit.place < 0 ? headerHeight : rowHeight;
        const QRectF rect(0, static_cast<double>(hit.top - scrolled), viewport()->width(), height);
        const TriageGroup &group = m_list.groups.at(hit.group);
        if (hit.place < 0) {
            paintQueueHeader(painter, rect, group, isFolded(hit.group));
        } else {
            if (m_rows.constFind(hit.place) == m_rows.constEnd())
                ask(hit.place, hit.place);
            const TriageRow *shown = row(hit.place);
            look.current = hit.place == m_current;
            look.hovered = hit.place == m_hover;
            look.chosen = m_all || (shown != nullptr && m_chosen.contains(shown->item.row));
            look.groupName = group.kind == TriageGroup::Kind::Issue ? group.name : QString();
            look.inLabelledBad = group.kind == TriageGroup::Kind::LabelledBad;
            paintQueueRow(painter, rect, shown, look);
            if (look.current && hasFocus())
                paintFocusRing(painter, rect.adjusted(4, 1, -2, -2), metric::radiusChip);
        }
        y = hit.top + height;
    }
}

void QueueView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

void QueueView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void QueueView::wheelEvent(QWheelEvent *event)
{
    const int pixels = event->pixelDelta().y();
    const int steps = event->angleDelta().y() * 2 * rowHeight / 120;
    verticalScrollBar()->setValue(verticalScrollBar()->value() - (pixels != 0 ? pixels : steps));
    event->accept();
}

void QueueView::mousePressEvent(QMouseEvent *event)
{
    const Hit hit = hitAt(verticalScrollBar()->value() + static_cast<qint64>(event->position().y()));
    if (hit.group < 0)
        return;
    if (hit.place < 0) {
        setFolded(hit.group, !isFolded(hit.group));
        return;
    }
    setCurrent(hit.place);
    if (event->modifiers().testFlag(Qt::ControlModifier))
        toggleChosen();
}

void QueueView::mouseMoveEvent(QMouseEvent *event)
{
    const Hit hit = hitAt(verticalScrollBar()->value() + static_cast<qint64>(event->position().y()));
    if (std::exchange(m_hover, hit.place) != hit.place)
        viewport()->update();
}

void QueueView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Hit hit = hitAt(verticalScrollBar()->value() + static_cast<qint64>(event->position().y()));
    if (hit.place >= 0)
        Q_EMIT activated(hit.place);
}

void QueueView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    if (!keyboard) {
        const Hit hit = hitAt(verticalScrollBar()->value() + event->pos().y());
        if (hit.place < 0)
            return;
        setCurrent(hit.place);
    }
    if (m_current < 0)
        return;
    const QPoint at =
        keyboard ? QPoint(40, static_cast<int>(topOf(m_current) - verticalScrollBar()->value()) + rowHeight)
                 : event->pos();
    Q_EMIT menuWanted(viewport()->mapToGlobal(at));
}

void QueueView::keyPressEvent(QKeyEvent *event)
{
    const int page = std::max(1, viewport()->height() / rowHeight - 1);
    const qsizetype group = m_current >= 0 ? groupOf(m_current) : -1;
    switch (event->key()) {
    case Qt::Key_Down: move(1); break;
    case Qt::Key_Up: move(-1); break;
    case Qt::Key_PageDown: move(page); break;
    case Qt::Key_PageUp: move(-page); break;
    case Qt::Key_Home: setCurrent(0); break;
    case Qt::Key_End: setCurrent(m_list.total - 1); break;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (group >= 0)
            setFolded(group, event->key() == Qt::Key_Left);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0 && event->modifiers() == Qt::NoModifier)
            Q_EMIT activated(m_current);
        break;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void QueueView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void QueueView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool QueueView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && std::exchange(m_hover, -1) >= 0)
        viewport()->update();
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Hit hit = hitAt(verticalScrollBar()->value() + help->pos().y());
        if (const TriageRow *under = hit.place >= 0 ? row(hit.place) : nullptr)
            QToolTip::showText(help->globalPos(), plainToolTipText(spokenRow(*under, m_who)), this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace assay::ui
