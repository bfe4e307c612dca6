// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/rule_list.h"

#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolTip>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 44;
constexpr int headerHeight = 28;
constexpr int left = 20;
constexpr int textLeft = 42;
constexpr int right = 20;

} // namespace

RuleList::RuleList(QWidget *parent) : QAbstractScrollArea(parent)
{
    setAccessibleName(Tr::tr("Alert rules"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    arrange();
}

void RuleList::setRows(QList<RuleRow> rows, UtcTime now)
{
    std::ranges::stable_sort(rows, {}, &RuleRow::standing);
    m_now = now;
    const QString name = m_current >= 0 ? m_rows.at(m_current).rule.name : QString();
    const int before = m_current;
    m_rows = std::move(rows);
    const auto found = std::ranges::find(m_rows, name, [](const RuleRow &row) { return row.rule.name; });
    m_current = found != m_rows.end()
                    ? static_cast<int>(found - m_rows.begin())
                    : std::min<int>(std::max(0, before), static_cast<int>(m_rows.size()) - 1);
    arrange();
    viewport()->update();
    const QString now_ = m_current >= 0 ? m_rows.at(m_current).rule.name : QString();
    setAccessibleDescription(m_current >= 0 ? spoken(m_current) : QString());
    if (now_ != name)
        Q_EMIT currentChanged(m_current);
}

bool RuleList::beginsSection(int row) const
{
    return row == 0 || m_rows.at(row).standing != m_rows.at(row - 1).standing;
}

void RuleList::arrange()
{
    m_tops.clear();
    int top = 0;
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) {
        if (beginsSection(row))
            top += headerHeight;
        m_tops.append(top);
        top += rowHeight;
    }
    m_tops.append(top);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight);
    verticalScrollBar()->setRange(0, std::max(0, top - viewport()->height()));
}

void RuleList::setCurrent(int row)
{
    const int wanted = m_rows.isEmpty() ? -1 : std::clamp(row, 0, static_cast<int>(m_rows.size()) - 1);
    if (wanted == m_current)
        return;
    m_current = wanted;
    reveal();
    setAccessibleDescription(wanted >= 0 ? spoken(wanted) : QString());
    viewport()->update();
    Q_EMIT currentChanged(wanted);
}

bool RuleList::setCurrent(const QString &rule)
{
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row)
        if (m_rows.at(row).rule.name == rule) {
            setCurrent(row);
            return true;
        }
    return false;
}

void RuleList::reveal()
{
    if (m_current < 0)
        return;
    QScrollBar *bar = verticalScrollBar();
    const int top = m_tops.at(m_current) - (beginsSection(m_current) ? headerHeight : 0);
    const int bottom = m_tops.at(m_current) + rowHeight;
    if (top < bar->value())
        bar->setValue(top);
    else if (bottom > bar->value() + viewport()->height())
        bar->setValue(bottom - viewport()->height());
}

int RuleList::rowAt(int y) const
{
    const int at = y + verticalScrollBar()->value();
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row)
        if (at >= m_tops.at(row) && at < m_tops.at(row) + rowHeight)
            return row;
    return -1;
}

QString RuleList::spoken(int row) const
{
    const RuleRow &one = m_rows.at(row);
    QStringList parts{visibleLine(one.rule.name, 200), standingTitle(one.standing), conditionText(one.rule),
                      Tr::tr("now %1").arg(ruleValueText(one.rule, one.readout.value))};
    if (const QString since = sinceText(one.since, m_now); !since.isEmpty())
        parts.append(since);
    return parts.join(u", "_s);
}

void RuleList::paintHeader(QPainter &painter, const QRectF &rect, int row) const
{
    const RuleStanding standing = m_rows.at(row).standing;
    painter.fillRect(rect, tokens().raised);
    painter.setFont(assay::ui::font(Type::Small, QFont::DemiBold));
    painter.setPen(tokens().textSecond);
    drawLine(painter, rect.adjusted(left, 0, -right - 40, 0), standingTitle(standing));
    const auto count = std::ranges::count(m_rows, standing, &RuleRow::standing);
    painter.setFont(assay::ui::font(Type::Small));
    drawFigures(painter, rect.adjusted(0, 0, -right, 0), QString::number(count));
}

void RuleList::paintRow(QPainter &painter, const QRectF &rect, int row) const
{
    const Tokens &t = tokens();
    const RuleRow &one = m_rows.at(row);
    const bool current = row == m_current;
    painter.fillRect(rect, current ? t.selectedCard : row == m_hover ? t.hover : t.surface);
    if (current)
        painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), t.accentFill);
    painter.fillRect(QRectF(rect.left() + left, rect.bottom() - 1, rect.width() - left, 1), t.hairline);
    paintStanding(painter, {rect.left() + left, rect.top() + 8, 11, 11}, one.standing);
    const double end = rect.right() - right;
    const QString value = ruleValueText(one.rule, one.readout.value);
    const QFont valueFont = assay::ui::font(Type::Body, QFont::DemiBold);
    const double valueWide = figuresWidth(valueFont, value) + 12;
    painter.setFont(assay::ui::font(Type::Body, QFont::Medium));
    painter.setPen(one.standing == RuleStanding::Off ? t.textSecond : t.text);
    drawLine(painter, {rect.left() + textLeft, rect.top() + 3, end - valueWide - rect.left() - textLeft, 21},
             visibleLine(one.rule.name, 200));
    painter.setFont(valueFont);
    painter.setPen(one.standing == RuleStanding::Firing ? toneColor(Tone::Fail) : t.text);
    drawFigures(painter, {end - valueWide, rect.top() + 3, valueWide, 21}, value);
    painter.setFont(assay::ui::font(Type::Small));
    const QString since = sinceText(one.since, m_now);
    const double sinceWide = since.isEmpty() ? 0 : figuresWidth(painter.font(), since) + 12;
    painter.setPen(t.textSecond);
    drawLine(painter, {rect.left() + textLeft, rect.top() + 22, end - sinceWide - rect.left() - textLeft, 18},
             conditionText(one.rule));
    painter.setPen(t.textThird);
    drawFigures(painter, {end - sinceWide, rect.top() + 22, sinceWide, 18}, since);
    if (current && hasFocus())
        paintFocusRing(painter, rect.adjusted(1, 0, -1, -1), metric::radiusChip);
}

void RuleList::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), tokens().surface);
    const int offset = verticalScrollBar()->value();
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) {
        const double top = m_tops.at(row) - offset;
        if (top > viewport()->height() + headerHeight || top + rowHeight < 0)
            continue;
        if (beginsSection(row))
            paintHeader(painter, QRectF(0, top - headerHeight, viewport()->width(), headerHeight), row);
        paintRow(painter, QRectF(0, top, viewport()->width(), rowHeight), row);
    }
}

void RuleList::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

void RuleList::mousePressEvent(QMouseEvent *event)
{
    if (const int row = rowAt(static_cast<int>(event->position().y())); row >= 0)
        setCurrent(row);
}

void RuleList::mouseMoveEvent(QMouseEvent *event)
{
    const int row = rowAt(static_cast<int>(event->position().y()));
    if (std::exchange(m_hover, row) != row)
        viewport()->update();
}

void RuleList::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int row = rowAt(static_cast<int>(event->position().y())); row >= 0)
        Q_EMIT activated(row);
}

void RuleList::contextMenuEvent(QContextMenuEvent *event)
{
    if (const int row = rowAt(event->pos().y()); row >= 0 && event->reason() == QContextMenuEvent::Mouse)
        setCurrent(row);
    Q_EMIT menuWanted(event->globalPos());
}

void RuleList::keyPressEvent(QKeyEvent *event)
{
    const int page = std::max(1, viewport()->height() / rowHeight - 1);
    switch (event->key()) {
    case Qt::Key_Up: return move(-1);
    case Qt::Key_Down: return move(1);
    case Qt::Key_PageUp: return move(-page);
    case Qt::Key_PageDown: return move(page);
    case Qt::Key_Home: return setCurrent(0);
    case Qt::Key_End: return setCurrent(static_cast<int>(m_rows.size()) - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT activated(m_current);
        return;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void RuleList::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void RuleList::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool RuleList::viewportEvent(QEvent *event)
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
