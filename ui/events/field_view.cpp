// SPDX-License-Identifier: Apache-2.0
#include "ui/events/field_view.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolTip>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineHeight = metric::rowTight;
constexpr int margin = 20;
constexpr int indent = 16;
constexpr int chevron = 10;
constexpr int mostIndents = 12; ///< deeper lines are not moved further right

} // namespace

FieldView::FieldView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(Tr::tr("Decoded fields"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalScrollBar()->setSingleStep(lineHeight);
}

void FieldView::setTree(std::shared_ptr<const FieldTree> tree)
{
    m_tree = std::move(tree);
    m_current = -1;
    layOut();
    const int same = m_wanted.isEmpty() ? -1 : m_tree->find(m_wanted);
    if (same >= 0)
        setCurrent(same);
    else
        verticalScrollBar()->setValue(0);
    viewport()->update();
}

QString FieldView::keyOf(int at) const
{
    return node(at).path.isEmpty() ? node(at).name : node(at).path;
}

bool FieldView::isFolded(int at) const
{
    return node(at).name.endsWith(u']') != m_turned.contains(keyOf(at));
}

void FieldView::addLines(int at, int depth)
{
    m_lines.append({.node = at, .depth = depth});
    if (isFolded(at))
        return;
    for (const int child : node(at).children)
        addLines(child, depth + 1);
}

void FieldView::layOut()
{
    m_lines.clear();
    for (const int root : m_tree->roots())
        addLines(root, 0);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(
        0, std::max(0, static_cast<int>(m_lines.size()) * lineHeight - viewport()->height()));
}

void FieldView::fold(int at, bool folded)
{
    if (node(at).children.isEmpty() || isFolded(at) == folded)
        return;
    if (!m_turned.remove(keyOf(at)))
        m_turned.insert(keyOf(at));
    layOut();
    viewport()->update();
}

int FieldView::lineOf(int at) const
{
    const auto found = std::ranges::find(m_lines, at, &Line::node);
    return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

int FieldView::lineAt(int y) const
{
    const int line = (y + verticalScrollBar()->value()) / lineHeight;
    return line >= 0 && line < m_lines.size() ? line : -1;
}

void FieldView::revealLine(int line)
{
    const int top = line * lineHeight;
    QScrollBar *bar = verticalScrollBar();
    if (top < bar->value())
        bar->setValue(top);
    else if (top + lineHeight > bar->value() + viewport()->height())
        bar->setValue(top + lineHeight - viewport()->height());
}

void FieldView::setCurrent(int at)
{
    if (at < -1 || at >= m_tree->nodes.size())
        return;
    for (int up = at >= 0 ? node(at).parent : -1; up >= 0; up = node(up).parent)
        fold(up, false);
    if (at >= 0)
        revealLine(lineOf(at));
    viewport()->update();
    if (at == m_current)
        return;
    m_current = at;
    if (at >= 0) {
        m_wanted = node(at).path;
        setAccessibleDescription(visibleLine(node(at).path + u": "_s + node(at).value, 400));
    }
    Q_EMIT currentChanged(at);
}

QString FieldView::textOf(int at) const
{
    QString text;
    const int first = lineOf(at);
    int base = -1;
    // Children follow their parents, so the deeper lines that come next are all of them.
    for (int i = std::max(0, first); i < m_lines.size(); ++i) {
        const Line &line = m_lines.at(i);
        if (base >= 0 && line.depth <= base)
            break;
        base = base < 0 ? line.depth : base;
        text += QString((line.depth - base) * 2, u' ') + node(line.node).name + u": "_s +
                node(line.node).value + u'\n';
    }
    return text;
}

void FieldView::paintLine(QPainter &painter, const QRectF &rect, const Line &line) const
{
    const Tokens &t = tokens();
    const FieldNode &one = node(line.node);
    const bool chosen = line.node == m_current;
    if (chosen) {
        painter.fillRect(rect.adjusted(12, 0, -20, 0), t.selection);
        if (hasFocus())
            paintFocusRing(painter, rect.adjusted(12, 0, -20, 0), metric::radiusChip);
    }
    const double left = margin + indent * std::min(line.depth, mostIndents);
    if (!one.children.isEmpty())
        paintIcon(painter, {left, rect.center().y() - chevron / 2.0, chevron, chevron},
                  isFolded(line.node) ? Icon::ChevronRight : Icon::ChevronDown, t.textSecond);
    const double valueLeft = std::min(240.0, rect.width() * 0.42);
    const double nameLeft = left + chevron + 4;
    painter.setPen(one.damaged   ? t.band(Band::Fail).text
                   : one.unknown ? t.textThird
                   : chosen      ? t.text
                                 : t.textSecond);
    drawLine(painter, {nameLeft, rect.top(), std::max(24.0, valueLeft - nameLeft - 8), rect.height()},
             visibleLine(one.name, 120));
    painter.setPen(one.damaged ? t.band(Band::Fail).text : one.more ? t.textThird : t.text);
    const QString value = one.unit.isEmpty() ? one.value : one.value + u' ' + one.unit;
    drawLine(painter, {valueLeft, rect.top(), rect.right() - 24 - valueLeft, rect.height()},
             visibleLine(value, 500));
}

void FieldView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tokens().surface);
    painter.setFont(mono(Type::Small));
    const int top = verticalScrollBar()->value();
    for (int i = top / lineHeight; i < m_lines.size(); ++i) {
        const int y = i * lineHeight - top;
        if (y > viewport()->height())
            break;
        paintLine(painter, QRectF(0, y, viewport()->width(), lineHeight), m_lines.at(i));
    }
}

void FieldView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void FieldView::mousePressEvent(QMouseEvent *event)
{
    const int line = lineAt(static_cast<int>(event->position().y()));
    if (line < 0)
        return;
    const Line &one = m_lines.at(line);
    const double left = margin + indent * std::min(one.depth, mostIndents);
    const int at = one.node;
    if (event->position().x() >= left - 4 && event->position().x() < left + chevron + 4 &&
        event->button() == Qt::LeftButton)
        fold(at, !isFolded(at));
    setCurrent(at);
}

void FieldView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int line = lineAt(static_cast<int>(event->position().y())); line >= 0) {
        const int at = m_lines.at(line).node;
        fold(at, !isFolded(at));
    }
}

void FieldView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const int line = keyboard ? lineOf(m_current) : lineAt(event->pos().y());
    if (line < 0)
        return;
    setCurrent(m_lines.at(line).node);
    const QPoint at =
        keyboard ? QPoint(60, (line + 1) * lineHeight - verticalScrollBar()->value()) : event->pos();
    Q_EMIT menuWanted(m_current, viewport()->mapToGlobal(at));
}

void FieldView::step(int lines)
{
    if (m_lines.isEmpty())
        return;
    const int from = m_current < 0 ? -1 : lineOf(m_current);
    const int last = static_cast<int>(m_lines.size()) - 1;
    setCurrent(m_lines.at(std::clamp(from + lines, 0, last)).node);
}

void FieldView::keyPressEvent(QKeyEvent *event)
{
    const int page = std::max(1, viewport()->height() / lineHeight - 1);
    const int all = static_cast<int>(m_lines.size());
    switch (event->key()) {
    case Qt::Key_Down: step(1); break;
    case Qt::Key_Up: step(-1); break;
    case Qt::Key_PageDown: step(page); break;
    case Qt::Key_PageUp: step(-page); break;
    case Qt::Key_Home: step(-all); break;
    case Qt::Key_End: step(all); break;
    case Qt::Key_Left:
        if (m_current >= 0 && !node(m_current).children.isEmpty() && !isFolded(m_current))
            fold(m_current, true);
        else if (m_current >= 0 && node(m_current).parent >= 0)
            setCurrent(node(m_current).parent);
        break;
    case Qt::Key_Right:
        if (m_current >= 0 && isFolded(m_current))
            fold(m_current, false);
        else if (m_current >= 0 && !node(m_current).children.isEmpty())
            setCurrent(node(m_current).children.first());
        break;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void FieldView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void FieldView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool FieldView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const int line = lineAt(help->pos().y()); line >= 0) {
            const FieldNode &one = node(m_lines.at(line).node);
            QToolTip::showText(
                help->globalPos(),
                plainToolTipText(one.type.isEmpty() ? one.value : one.type + u'\n' + one.value), this);
        }
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace assay::ui
