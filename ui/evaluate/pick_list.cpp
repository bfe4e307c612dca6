// SPDX-License-Identifier: Apache-2.0
#include "ui/evaluate/pick_list.h"

#include "ui/kit/paint.h"
#include "ui/kit/plain.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolTip>

namespace assay::ui {

PickList::PickList(const QString &name, int rowHeight, QWidget *parent)
    : QAbstractScrollArea(parent), m_rowHeight(rowHeight)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
}

void PickList::rowsChanged(int row, bool isOther)
{
    m_current = count() == 0 ? -1 : std::clamp(row, 0, count() - 1);
    arrange();
    setAccessibleDescription(m_current >= 0 ? spoken(m_current) : QString());
    viewport()->update();
    if (isOther)
        Q_EMIT currentChanged(m_current);
}

void PickList::arrange()
{
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(m_rowHeight);
    verticalScrollBar()->setRange(0, std::max(0, count() * m_rowHeight - viewport()->height()));
}

void PickList::setCurrent(int row)
{
    const int wanted = count() == 0 ? -1 : std::clamp(row, 0, count() - 1);
    if (wanted == m_current)
        return;
    m_current = wanted;
    reveal();
    setAccessibleDescription(wanted >= 0 ? spoken(wanted) : QString());
    viewport()->update();
    Q_EMIT currentChanged(wanted);
}

void PickList::reveal()
{
    QScrollBar *bar = verticalScrollBar();
    const int top = m_current * m_rowHeight;
    if (top < bar->value())
        bar->setValue(std::max(0, top));
    else if (top + m_rowHeight > bar->value() + viewport()->height())
        bar->setValue(top + m_rowHeight - viewport()->height());
}

int PickList::rowAt(int y) const
{
    const int row = (y + verticalScrollBar()->value()) / m_rowHeight;
    return y < 0 || row >= count() ? -1 : row;
}

void PickList::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Tokens &t = tokens();
    painter.fillRect(event->rect(), t.surface);
    const int offset = verticalScrollBar()->value();
    const int first = offset / m_rowHeight;
    const int last = std::min(count() - 1, (offset + viewport()->height()) / m_rowHeight);
    for (int row = first; row <= last; ++row) {
        const QRectF rect(0, row * m_rowHeight - offset, viewport()->width(), m_rowHeight);
        const bool current = row == m_current;
        painter.fillRect(rect, current ? t.selectedCard : row == m_hover ? t.hover : t.surface);
        if (current)
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), t.accentFill);
        paintRow(painter, rect, row);
        if (current && hasFocus())
            paintFocusRing(painter, rect.adjusted(1, 0, -1, -1), metric::radiusChip);
    }
}

void PickList::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

void PickList::mousePressEvent(QMouseEvent *event)
{
    if (const int row = rowAt(static_cast<int>(event->position().y())); row >= 0)
        setCurrent(row);
}

void PickList::mouseMoveEvent(QMouseEvent *event)
{
    const int row = rowAt(static_cast<int>(event->position().y()));
    if (std::exchange(m_hover, row) != row)
        viewport()->update();
}

void PickList::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int row = rowAt(static_cast<int>(event->position().y())); row >= 0)
        Q_EMIT activated(row);
}

void PickList::contextMenuEvent(QContextMenuEvent *event)
{
    if (const int row = rowAt(event->pos().y()); row >= 0 && event->reason() == QContextMenuEvent::Mouse)
        setCurrent(row);
    Q_EMIT menuWanted(event->globalPos());
}

void PickList::keyPressEvent(QKeyEvent *event)
{
    const int page = std::max(1, viewport()->height() / m_rowHeight - 1);
    switch (event->key()) {
    case Qt::Key_Up: return move(-1);
    case Qt::Key_Down: return move(1);
    case Qt::Key_PageUp: return move(-page);
    case Qt::Key_PageDown: return move(page);
    case Qt::Key_Home: return setCurrent(0);
    case Qt::Key_End: return setCurrent(count() - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT activated(m_current);
        return;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void PickList::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void PickList::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool PickList::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const int row = rowAt(help->pos().y()); row >= 0)
            QToolTip::showText(help->globalPos(), plainToolTipText(spoken(row)), this);
        return true;
    }
    if (event->type() == QEvent::Leave && std::exchange(m_hover, -1) >= 0)
        viewport()->update();
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace assay::ui
