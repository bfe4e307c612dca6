// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/row_list.h"

#include "ui/kit/paint.h"
#include "ui/kit/plain.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

/// A list read aloud goes no further than this; each row is also spoken when it becomes current.
constexpr int mostSpoken = 50;

} // namespace

RowList::RowList(const QString &accessibleName, int rowHeight, QWidget *parent)
    : QWidget(parent), m_rowHeight(rowHeight)
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RowList::sizeHint() const
{
    return {400, count() * m_rowHeight};
}

QSize RowList::minimumSizeHint() const
{
    return {160, count() * m_rowHeight};
}

void RowList::rowsChanged()
{
    QStringList all;
    for (int i = 0; i < std::min(count(), mostSpoken); ++i)
        all.append(spoken(i));
    setAccessibleDescription(all.join(u"; "_s));
    m_current = std::clamp(m_current, 0, std::max(0, count() - 1));
    if (m_selected >= count())
        m_selected = -1;
    updateGeometry();
    update();
}

void RowList::setActivatable(bool on)
{
    m_activatable = on;
    setFocusPolicy(on ? Qt::StrongFocus : Qt::NoFocus);
    setMouseTracking(on);
}

void RowList::setCurrent(int row)
{
    const int wanted = std::clamp(row, 0, std::max(0, count() - 1));
    if (wanted == m_current)
        return;
    m_current = wanted;
    update();
    Q_EMIT currentChanged(wanted);
}

void RowList::setSelected(int row)
{
    if (row == m_selected)
        return;
    m_selected = row;
    update();
}

int RowList::rowAt(double y) const
{
    const int row = y < 0 ? -1 : static_cast<int>(y) / m_rowHeight;
    return row < count() ? row : -1;
}

void RowList::hover(int row)
{
    if (row == m_hover)
        return;
    m_hover = row;
    update();
}

bool RowList::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = rowAt(help->pos().y());
        if (row >= 0)
            QToolTip::showText(help->globalPos(), plainToolTipText(spoken(row)), this);
        return true;
    }
    return QWidget::event(event);
}

void RowList::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const int first = std::max(0, event->rect().top() / m_rowHeight);
    const int last = std::min(count() - 1, event->rect().bottom() / m_rowHeight);
    for (int i = first; i <= last; ++i) {
        const QRectF row(0, i * m_rowHeight, width(), m_rowHeight);
        const QRectF ground = row.adjusted(-6, 0, 6, 0);
        if (i == m_selected)
            painter.fillRect(ground, tokens().selection);
        else if (i == m_hover)
            painter.fillRect(ground, tokens().hover);
        paintRow(painter, row, i);
        if (i == m_current && hasFocus())
            paintFocusRing(painter, row, metric::radiusChip);
    }
}

void RowList::mouseMoveEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().y());
    hover(row);
    setCursor(row >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void RowList::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().y());
    if (!m_activatable || row < 0 || event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    setCurrent(row);
    Q_EMIT activated(row);
}

void RowList::leaveEvent(QEvent *event)
{
    hover(-1);
    QWidget::leaveEvent(event);
}

void RowList::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Down || key == Qt::Key_J)
        setCurrent(m_current + 1);
    else if (key == Qt::Key_Up || key == Qt::Key_K)
        setCurrent(m_current - 1);
    else if (key == Qt::Key_Home)
        setCurrent(0);
    else if (key == Qt::Key_End)
        setCurrent(count() - 1);
    else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier &&
             count() > 0)
        Q_EMIT activated(m_current);
    else
        QWidget::keyPressEvent(event);
}

} // namespace assay::ui
