// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/what_if_curve.h"

#include "base/micros.h"
#include "ui/kit/paint.h"
#include "ui/kit/tr.h"

#include <QtCore/QLocale>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal headHeight = 70;
constexpr qreal axisWidth = 52;
constexpr qreal axisHeight = 16;
constexpr qreal rightMargin = 10;
constexpr qreal dot = 3.5;
constexpr qreal reachPx = 18;

QString percent(double share)
{
    return QLocale().toString(100.0 * share, 'f', 1) + u" %"_s;
}

QString money(double micros)
{
    return formatUsd(Micros{std::llround(micros)});
}

} // namespace

WhatIfCurve::WhatIfCurve(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(Tr::tr("Cost and quality by confidence threshold"));
}

void WhatIfCurve::setReply(const WhatIfReply &reply)
{
    m_reply = reply;
    m_refusal.clear();
    m_point = std::min<int>(m_point, static_cast<int>(reply.curve.size()) - 1);
    QList<double> costs{reply.answer.cost.recorded, reply.answer.cost.predicted};
    QList<double> rates{reply.answer.passRate.recorded, reply.answer.passRate.predicted};
    for (const WhatIfPoint &point : reply.curve) {
        costs.append(point.cost);
        rates.append(point.passRate);
    }
    if (reply.bounds)
        for (const RoutedOutcome &one : {reply.bounds->fast, reply.bounds->premium, reply.bounds->oracle}) {
            costs.append(one.cost);
            rates.append(one.passRate);
        }
    const auto [leastCost, mostCost] = std::ranges::minmax(costs);
    const auto [leastRate, mostRate] = std::ranges::minmax(rates);
    const double costMargin = std::max(0.06 * (mostCost - leastCost), 0.02 * mostCost + 1.0);
    const double rateMargin = std::max(0.1 * (mostRate - leastRate), 0.005);
    m_lowCost = std::max(0.0, leastCost - costMargin);
    m_highCost = mostCost + costMargin;
    m_lowRate = std::max(0.0, leastRate - rateMargin);
    m_highRate = std::min(1.0, mostRate + rateMargin);
    setAccessibleDescription(reading());
    update();
}

void WhatIfCurve::setRefusal(const QString &sentence)
{
    m_reply = {};
    m_point = -1;
    m_refusal = sentence;
    setAccessibleDescription(sentence);
    update();
}

QString WhatIfCurve::reading() const
{
    if (!m_refusal.isEmpty())
        return m_refusal;
    if (m_point >= 0 && m_point < m_reply.curve.size()) {
        const WhatIfPoint &point = m_reply.curve.at(m_point);
        return (point.exact ? Tr::tr("Threshold %1: %2 a query, %3 pass")
                            : Tr::tr("Threshold %1: about %2 a query, %3 pass"))
            .arg(QLocale().toString(point.threshold, 'f', 2), money(point.cost), percent(point.passRate));
    }
    if (m_reply.answer.turns == 0)
        return {};
    if (m_reply.curve.size() < 2)
        return Tr::tr("Recorded turns tell of one threshold alone; exploration shows more.");
    return Tr::tr("Recorded turns tell of thresholds from %1 to %2")
        .arg(QLocale().toString(m_reply.curve.first().threshold, 'f', 2),
             QLocale().toString(m_reply.curve.last().threshold, 'f', 2));
}

QString WhatIfCurve::breakEvenWords() const
{
    if (m_reply.answer.turns == 0)
        return {};
    if (!m_reply.bounds)
        return Tr::tr(
            "Too few turns ran through both tiers to tell the oracle and the break-even; exploration "
            "does that.");
    if (!m_reply.bounds->breakEven)
        return Tr::tr("Both tiers did alike on %1 explored turns.").arg(m_reply.bounds->turns);
    return Tr::tr(
               "Where fewer than %1 of the choices are right, this cascade is worse than always premium (%2 "
               "explored turns).")
        .arg(percent(*m_reply.bounds->breakEven))
        .arg(m_reply.bounds->turns);
}

QRectF WhatIfCurve::plot() const
{
    return QRectF(rect()).adjusted(axisWidth, headHeight, -rightMargin, -axisHeight);
}

QPointF WhatIfCurve::place(double cost, double passRate) const
{
    const QRectF area = plot();
    return {area.left() + area.width() * (cost - m_lowCost) / std::max(1e-9, m_highCost - m_lowCost),
            area.bottom() - area.height() * (passRate - m_lowRate) / std::max(1e-9, m_highRate - m_lowRate)};
}

int WhatIfCurve::nearest(const QPointF &at) const
{
    int best = -1;
    double least = reachPx;
    for (qsizetype i = 0; i < m_reply.curve.size(); ++i) {
        const WhatIfPoint &point = m_reply.curve.at(i);
        const QPointF away = place(point.cost, point.passRate) - at;
        if (const double distance = std::hypot(away.x(), away.y()); distance < least) {
            least = distance;
            best = static_cast<int>(i);
        }
    }
    return best;
}

void WhatIfCurve::choose(int point)
{
    if (point == m_point)
        return;
    m_point = point;
    setAccessibleDescription(reading());
    update();
}

void WhatIfCurve::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(ui::font(Type::Small, QFont::DemiBold));
    painter.setPen(tokens().textSecond);
    drawLine(painter, QRectF(0, 0, width(), 16), Tr::tr("Cost and quality by confidence threshold"));
    painter.setFont(ui::font(Type::Small));
    painter.setPen(m_refusal.isEmpty() ? tokens().text : toneColor(Tone::Near));
    drawLine(painter, QRectF(0, 16, width(), 16), reading());
    if (m_reply.answer.turns > 0) {
        painter.setPen(tokens().textSecond);
        painter.drawText(QRectF(0, 33, width(), 30), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                         breakEvenWords());
        paintAxes(painter);
        paintLines(painter);
        paintOracle(painter);
        paintPoints(painter);
    }
    if (hasFocus())
        paintFocusRing(painter, QRectF(rect()), metric::radiusChip);
}

void WhatIfCurve::paintAxes(QPainter &painter) const
{
    const QRectF area = plot();
    painter.setPen(QPen(tokens().hairline, 1));
    for (const double share : {0.0, 0.5, 1.0}) {
        const double rate = m_lowRate + share * (m_highRate - m_lowRate);
        const qreal y = std::round(area.bottom() - share * area.height()) + 0.5;
        painter.setPen(QPen(tokens().hairline, 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(tokens().textSecond);
        drawFigures(painter, QRectF(0, y - 8, axisWidth - 6, 16), percent(rate));
    }
    const QRectF below(area.left(), area.bottom() + 2, area.width(), axisHeight - 2);
    drawLine(painter, below, money(m_lowCost));
    drawLine(painter, below, Tr::tr("a query"), Qt::AlignHCenter | Qt::AlignVCenter);
    drawLine(painter, below, money(m_highCost), Qt::AlignRight | Qt::AlignVCenter);
}

void WhatIfCurve::paintLines(QPainter &painter) const
{
    painter.setPen(QPen(tokens().neutral, 1, Qt::DashLine)); // by chance between the two ends
    if (m_reply.bounds) {
        const RoutingBounds &bounds = *m_reply.bounds;
        painter.drawLine(place(bounds.fast.cost, bounds.fast.passRate),
                         place(bounds.premium.cost, bounds.premium.passRate));
    }
    if (m_reply.curve.size() < 2)
        return;
    const WhatIfPoint &cheap = m_reply.curve.first();
    const WhatIfPoint &dear = m_reply.curve.last();
    if (!m_reply.bounds)
        painter.drawLine(place(cheap.cost, cheap.passRate), place(dear.cost, dear.passRate));
    QPolygonF line;
    for (const WhatIfPoint &point : m_reply.curve)
        line.append(place(point.cost, point.passRate));
    painter.setPen(QPen(tokens().accentFill, 1.5));
    painter.drawPolyline(line);
}

void WhatIfCurve::paintOracle(QPainter &painter) const
{
    if (!m_reply.bounds)
        return;
    const QPointF at = place(m_reply.bounds->oracle.cost, m_reply.bounds->oracle.passRate);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneColor(Tone::Pass));
    painter.drawPolygon(
        QPolygonF({at + QPointF(0, -5), at + QPointF(5, 0), at + QPointF(0, 5), at - QPointF(5, 0)}));
    painter.setFont(ui::font(Type::Small));
    painter.setPen(tokens().textSecond);
    const QString name = Tr::tr("oracle");
    const double wide = std::ceil(QFontMetricsF(painter.font()).horizontalAdvance(name)) + 2;
    const bool fits = at.x() + 8 + wide < width();
    drawLine(painter, QRectF(fits ? at.x() + 8 : at.x() - 8 - wide, at.y() - 8, wide, 16), name);
}

void WhatIfCurve::paintPoints(QPainter &painter) const
{
    for (qsizetype i = 0; i < m_reply.curve.size(); ++i) {
        const WhatIfPoint &point = m_reply.curve.at(i);
        painter.setPen(QPen(tokens().accentFill, 1));
        painter.setBrush(i == m_point ? tokens().accentFill : tokens().surface);
        const qreal radius = i == m_point ? dot + 1 : dot - 1;
        painter.drawEllipse(place(point.cost, point.passRate), radius, radius);
    }
    const WhatIfAnswer &answer = m_reply.answer;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens().text, 1.5));
    painter.drawEllipse(place(answer.cost.recorded, answer.passRate.recorded), dot + 2, dot + 2);
    painter.setBrush(tokens().text);
    painter.drawEllipse(place(answer.cost.predicted, answer.passRate.predicted), dot, dot);
}

void WhatIfCurve::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_reply.curve.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left: choose(std::max(m_point - 1, std::min(0, last))); break;
    case Qt::Key_Right: choose(std::min(m_point + 1, last)); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_point >= 0)
            Q_EMIT thresholdWanted(m_reply.curve.at(m_point).threshold);
        break;
    default: QWidget::keyPressEvent(event);
    }
}

void WhatIfCurve::mouseMoveEvent(QMouseEvent *event)
{
    choose(nearest(event->position()));
}

void WhatIfCurve::mousePressEvent(QMouseEvent *event)
{
    const int point = nearest(event->position());
    if (event->button() == Qt::LeftButton && point >= 0)
        Q_EMIT thresholdWanted(m_reply.curve.at(point).threshold);
}

void WhatIfCurve::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (!hasFocus())
        choose(-1);
}

void WhatIfCurve::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    choose(-1);
}

} // namespace assay::ui
