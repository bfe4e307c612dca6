// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/gantt.h"

#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

QColor barColor(BarKind kind)
{
    const Tokens &t = tokens();
    switch (kind) {
    case BarKind::Neutral: return t.neutral;
    case BarKind::Pass: return t.band(Band::Pass).fill;
    case BarKind::Near: return t.band(Band::Near).fill;
    case BarKind::Low: return t.band(Band::Low).fill;
    case BarKind::Fail: return t.band(Band::Fail).fill;
    case BarKind::Accent: return t.accentText;
    }
    return t.neutral;
}

void paintAxis(QPainter &painter, const GanttLayout &layout, const QRectF &msHead, const QRectF &moneyHead)
{
    const Tokens &t = tokens();
    painter.setFont(font(Type::Small));
    bool first = true;
    for (const GanttTick &tick : layout.ticks) {
        const qreal x = std::round(tick.x);
        painter.fillRect(QRectF(x, layout.plot.top(), 1, layout.plot.height()),
                         first ? t.strongLine : t.hairline);
        painter.setPen(t.textSecond);
        painter.drawText(QRectF(x - 30, 0, 60, layout.plot.top() - 2), Qt::AlignCenter | Qt::TextSingleLine,
                         tick.text);
        first = false;
    }
    painter.drawText(msHead, Qt::AlignRight | Qt::AlignVCenter, Tr::tr("ms"));
    painter.drawText(moneyHead, Qt::AlignRight | Qt::AlignVCenter, u"$"_s);
}

} // namespace

Gantt::Gantt(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(Tr::tr("Pipeline"));
}

void Gantt::setRows(const QList<GanttRow> &rows, const QList<double> &retryMs)
{
    if (rows == m_rows && retryMs == m_retries)
        return;
    m_rows = rows;
    m_retries = retryMs;
    QStringList said;
    for (GanttRow &row : m_rows) {
        row.label = visibleLine(row.label, 100);
        row.caption = visibleLine(row.caption, 200);
        row.msText = visibleLine(row.msText, 40);
        row.moneyText = visibleLine(row.moneyText, 40);
        said << Tr::tr("%1: %2 ms").arg(row.label, row.msText);
    }
    setAccessibleDescription(said.join(u", "_s));
    m_current = qBound(0, m_current, qMax(0, int(m_rows.size()) - 1));
    updateGeometry();
    update();
}

QSize Gantt::sizeHint() const
{
    return {416, m_rows.isEmpty() ? 0 : metric::rowTight * (1 + int(m_rows.size()))};
}

QSize Gantt::minimumSizeHint() const
{
    return {300, sizeHint().height()};
}

void Gantt::paintEvent(QPaintEvent *)
{
    if (m_rows.isEmpty())
        return;
    const Tokens &t = tokens();
    const GanttLayout layout = ganttLayout(m_rows, m_retries, width());
    QPainter painter(this);
    const auto head = [&layout](QRectF cell) {
        cell.moveTop(0);
        cell.setHeight(layout.plot.top() - 2);
        return cell;
    };
    paintAxis(painter, layout, head(layout.msCells.first()), head(layout.moneyCells.first()));
    for (const double x : layout.retries)
        painter.fillRect(QRectF(std::round(x) - 1, layout.plot.top(), 2, layout.plot.height()), t.neutral);
    for (const GanttLayout::Bar &bar : layout.bars)
        paintBox(painter, bar.rect, 2, barColor(bar.kind));
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const GanttRow &row = m_rows.at(i);
        painter.setFont(assay::ui::font(Type::Small, QFont::Medium));
        painter.setPen(t.text);
        drawLine(painter, layout.labels.at(i), row.label);
        painter.setFont(assay::ui::font(Type::Small));
        painter.setPen(t.textSecond);
        drawLine(painter, layout.captions.at(i), row.caption);
        drawFigures(painter, layout.msCells.at(i), row.msText);
        drawFigures(painter, layout.moneyCells.at(i), row.moneyText);
    }
    if (hasFocus())
        paintFocusRing(painter, QRectF(-2, layout.labels.at(m_current).top(), width() + 4, metric::rowTight),
                       metric::radiusChip);
}

void Gantt::mouseReleaseEvent(QMouseEvent *event)
{
    const int row = int(event->position().y()) / metric::rowTight - 1;
    if (event->button() != Qt::LeftButton || row < 0 || row >= m_rows.size())
        return;
    m_current = row;
    update();
    Q_EMIT rowActivated(row);
}

void Gantt::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_rows.size()) - 1;
    const int key = event->key();
    if (last < 0)
        QWidget::keyPressEvent(event);
    else if (key == Qt::Key_Down || key == Qt::Key_J)
        m_current = qMin(last, m_current + 1);
    else if (key == Qt::Key_Up || key == Qt::Key_K)
        m_current = qMax(0, m_current - 1);
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        Q_EMIT rowActivated(m_current);
    else
        QWidget::keyPressEvent(event);
    update();
}

} // namespace assay::ui
