// SPDX-License-Identifier: Apache-2.0
#include "ui/learn/curve_chart.h"

#include "ui/analytics/figure_words.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double inset = 6;
constexpr double axisRoom = 22;
constexpr double nameHeight = 15;
constexpr double nameGap = 8;

QColor colorOf(CurveStyle style)
{
    const Tokens &t = tokens();
    switch (style) {
    case CurveStyle::Main: return t.accentText;
    case CurveStyle::Other: return t.textSecond;
    case CurveStyle::Chance:
    case CurveStyle::Expected: return t.textThird;
    }
    Q_UNREACHABLE();
}

QPen penOf(CurveStyle style)
{
    QPen pen(colorOf(style), style == CurveStyle::Main ? 2.0 : 1.2);
    if (style == CurveStyle::Chance)
        pen.setDashPattern({4, 3});
    if (style == CurveStyle::Expected)
        pen.setDashPattern({1, 3});
    return pen;
}

} // namespace

CurveChart::CurveChart(const QString &title, QWidget *parent) : Chart(title, parent)
{
    setPage(std::make_shared<AnalyticsPage>());
}

void CurveChart::setData(const CurveData &curves)
{
    m_data = curves;
    setPage(std::make_shared<AnalyticsPage>()); // lays out and tells anew
}

int CurveChart::markCount() const
{
    return m_data.lines.isEmpty() ? 0 : static_cast<int>(m_data.lines.first().points.size());
}

void CurveChart::layOut()
{
    QList<double> xs;
    QList<double> ys;
    for (const CurveLine &line : std::as_const(m_data.lines))
        for (const QPointF &point : line.points) {
            xs.append(point.x());
            ys.append(point.y());
        }
    for (const CurvePoint &point : std::as_const(m_data.points)) {
        xs.append(point.at.x());
        ys.append(point.at.y());
    }
    if (isEmpty() || !m_data.across || !m_data.up)
        return;
    const auto [lowX, highX] = std::ranges::minmax(xs);
    const auto [lowY, highY] = std::ranges::minmax(ys);
    m_yTicks = roundTicks(lowY, highY, 5);
    const double left = inset + axisWidth(m_yTicks, m_data.up);
    m_plot = QRectF(left, body().top() + 10, std::max(20.0, width() - left - 2 * inset - nameRoom()),
                    std::max(20.0, body().height() - 10 - axisRoom));
    m_xTicks = roundTicks(lowX, highX, std::max(2, static_cast<int>(m_plot.width() / 80)));
    m_x = {.low = m_xTicks.low(), .high = m_xTicks.high(), .start = m_plot.left(), .end = m_plot.right()};
    m_y = {.low = m_yTicks.low(), .high = m_yTicks.high(), .start = m_plot.bottom(), .end = m_plot.top()};
}

/// Lines have their names behind their ends.
double CurveChart::nameRoom() const
{
    double room = 0.0;
    const QFontMetricsF metrics(assay::ui::font(Type::Small));
    for (const CurveLine &line : m_data.lines)
        if (!line.name.isEmpty())
            room = std::max(room, nameGap + std::ceil(metrics.horizontalAdvance(line.name)) + 2);
    return std::min(room, width() / 3.0);
}

/// From half-way to the point before to half-way to the next.
QRectF CurveChart::markRect(int mark) const
{
    const QList<QPointF> &points = m_data.lines.first().points;
    const auto x = [&](qsizetype i) { return m_x.at(points.at(i).x()); };
    const double here = x(mark);
    const double before = mark > 0 ? (x(mark - 1) + here) / 2 : m_plot.left();
    const double after = mark + 1 < points.size() ? (x(mark + 1) + here) / 2 : m_plot.right();
    return {std::min(before, after), m_plot.top(), std::max(2.0, std::abs(after - before)), m_plot.height()};
}

void CurveChart::paintBody(QPainter &painter)
{
    if (isEmpty()) {
        painter.setPen(tokens().textSecond);
        painter.setFont(assay::ui::font(Type::Small));
        painter.drawText(body().adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap, m_data.nothing);
        return;
    }
    paintValueAxis(painter, m_plot, m_y, m_yTicks, m_data.up);
    paintAcross(painter);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintLines(painter);
    paintPoints(painter);
    painter.restore();
    paintNames(painter);
}

void CurveChart::paintAcross(QPainter &painter) const
{
    painter.setFont(assay::ui::font(Type::Small));
    painter.setPen(tokens().textSecond);
    double free = m_plot.left() - 12;
    for (const double value : m_xTicks.values) {
        const QString text = m_data.across(value);
        const double wide = figuresWidth(painter.font(), text);
        const double left = std::min(m_x.at(value) - wide / 2, m_plot.right() - wide + inset);
        if (left < free)
            continue;
        drawFigures(painter, {left, m_plot.bottom() + 4, wide + 1, 16}, text, Qt::AlignLeft);
        free = left + wide + 8;
    }
    if (m_data.acrossName.isEmpty())
        return;
    const double wide = std::ceil(QFontMetricsF(painter.font()).horizontalAdvance(m_data.acrossName)) + 4;
    const QRectF box(m_plot.right() - wide, m_plot.bottom() - nameHeight - 1, wide, nameHeight);
    painter.setPen(tokens().textThird);
    drawLine(painter, box, m_data.acrossName, Qt::AlignRight | Qt::AlignVCenter);
}

void CurveChart::paintLines(QPainter &painter) const
{
    if (mark() >= 0 && mark() < markCount()) {
        const double at = m_x.at(m_data.lines.first().points.at(mark()).x());
        painter.fillRect(QRectF(std::round(at), m_plot.top(), 1, m_plot.height()), tokens().strongLine);
    }
    painter.setBrush(Qt::NoBrush);
    for (auto line = m_data.lines.crbegin(); line != m_data.lines.crend(); ++line) {
        QPolygonF drawn;
        for (const QPointF &point : line->points)
            drawn.append(place(point));
        painter.setPen(penOf(line->style));
        painter.drawPolyline(drawn);
    }
}

void CurveChart::paintPoints(QPainter &painter) const
{
    const QList<QPointF> &read = m_data.lines.first().points;
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < read.size(); ++i) {
        if (!m_data.dots && i != mark())
            continue;
        painter.setBrush(i == mark() ? tokens().text : colorOf(m_data.lines.first().style));
        painter.drawEllipse(place(read.at(i)), i == mark() ? 4.5 : 3.0, i == mark() ? 4.5 : 3.0);
    }
    painter.setFont(assay::ui::font(Type::Small));
    for (const CurvePoint &point : m_data.points) {
        const QPointF at = place(point.at);
        painter.setPen(Qt::NoPen);
        painter.setBrush(toneColor(point.tone));
        painter.drawPolygon(
            QPolygonF({at + QPointF(0, -5), at + QPointF(5, 0), at + QPointF(0, 5), at - QPointF(5, 0)}));
        painter.setPen(toneColor(point.tone));
        const double wide = std::ceil(QFontMetricsF(painter.font()).horizontalAdvance(point.name)) + 2;
        const bool fits = at.x() + 8 + wide <= m_plot.right() + inset;
        drawLine(painter, {fits ? at.x() + 8 : at.x() - 8 - wide, at.y() - 8, wide, 16}, point.name);
    }
}

/// At the end of each line, pushed apart where two end at the same height.
void CurveChart::paintNames(QPainter &painter) const
{
    struct Named
    {
        double y = 0.0;
        const CurveLine *line = nullptr;
    };
    QList<Named> names;
    for (const CurveLine &line : m_data.lines)
        if (!line.name.isEmpty() && !line.points.isEmpty())
            names.append({.y = place(line.points.last()).y() - nameHeight / 2, .line = &line});
    std::ranges::sort(names, {}, &Named::y);
    double free = m_plot.top() - 8;
    painter.setFont(assay::ui::font(Type::Small));
    for (const Named &one : std::as_const(names)) {
        const double left = place(one.line->points.last()).x() + nameGap;
        const double y = std::max(one.y, free);
        painter.setPen(colorOf(one.line->style));
        drawLine(painter, {left, y, width() - inset - left, nameHeight}, one.line->name);
        free = y + nameHeight;
    }
}

void CurveChart::keyPressEvent(QKeyEvent *event)
{
    const bool choosing = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (choosing && mark() >= 0)
        Q_EMIT chosen(mark());
    else
        Chart::keyPressEvent(event);
}

void CurveChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && mark() >= 0)
        Q_EMIT chosen(mark());
}

QString CurveChart::summary() const
{
    if (isEmpty())
        return m_data.nothing;
    QStringList parts{m_data.caption};
    parts.append(m_data.readings);
    for (const CurvePoint &point : m_data.points)
        parts.append(point.name + u": "_s + m_data.across(point.at.x()) + u", "_s + m_data.up(point.at.y()));
    return parts.join(u"; "_s);
}

QString CurveChart::csv() const
{
    QString text = csvLine({u"line"_s, u"x"_s, u"y"_s});
    for (const CurveLine &line : m_data.lines)
        for (const QPointF &point : line.points)
            text += csvLine({line.name, QString::number(point.x()), QString::number(point.y())});
    for (const CurvePoint &point : m_data.points)
        text += csvLine({point.name, QString::number(point.at.x()), QString::number(point.at.y())});
    return text;
}

} // namespace assay::ui
