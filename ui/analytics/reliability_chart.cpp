// SPDX-License-Identifier: Apache-2.0
#include "ui/analytics/reliability_chart.h"

#include "ui/analytics/chart_layout.h"
#include "ui/analytics/figure_words.h"
#include "ui/kit/paint.h"
#include "ui/kit/tr.h"

#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double inset = 6;
constexpr double axisRoom = 22;
constexpr double largest = 6; ///< radius of the point with most turns, px
constexpr double smallest = 2.5;

QString shareLabel(double share)
{
    return percentText(share, 0);
}

} // namespace

ReliabilityChart::ReliabilityChart(QWidget *parent) : Chart(Tr::tr("Confidence against outcome"), parent) {}

void ReliabilityChart::layOut()
{
    m_ticks = roundTicks(0.0, 1.0, 5);
    const double left = inset + axisWidth(m_ticks, shareLabel);
    m_plot = QRectF(left, body().top() + 10, std::max(20.0, width() - left - inset),
                    std::max(20.0, body().height() - 10 - axisRoom));
    m_x = {.low = 0.0, .high = 1.0, .start = m_plot.left(), .end = m_plot.right()};
    m_y = {.low = 0.0, .high = 1.0, .start = m_plot.bottom(), .end = m_plot.top()};
}

QRectF ReliabilityChart::markRect(int mark) const
{
    const ReliabilityBin &bin = page().reliability.at(mark);
    return {m_x.at(bin.low), m_plot.top(), m_x.at(bin.high) - m_x.at(bin.low), m_plot.height()};
}

qint64 ReliabilityChart::fastTurns() const
{
    qint64 turns = 0;
    for (const ReliabilityBin &bin : page().reliability)
        turns += bin.fastTurns;
    return turns;
}

void ReliabilityChart::paintBody(QPainter &painter)
{
    const Tokens &t = tokens();
    paintValueAxis(painter, m_plot, m_y, m_ticks, shareLabel);
    painter.setFont(assay::ui::font(Type::Small));
    painter.setPen(t.textSecond);
    for (const double value : m_ticks.values) {
        const QString text = shareLabel(value);
        const double wide = figuresWidth(painter.font(), text);
        const double left = std::min(m_x.at(value) - wide / 2, m_plot.right() - wide + inset);
        drawFigures(painter, {left, m_plot.bottom() + 4, wide + 1, 16}, text, Qt::AlignLeft);
    }
    if (mark() >= 0)
        painter.fillRect(markRect(mark()), t.hover);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen diagonal(t.controlOutline, 1);
    diagonal.setDashPattern({3, 3});
    painter.setPen(diagonal);
    painter.drawLine(m_plot.bottomLeft(), m_plot.topRight());
    for (int i = 0; i < markCount(); ++i)
        paintPoint(painter, page().reliability.at(i), mark() == i);
    painter.restore();
    if (fastTurns() == 0) {
        painter.setPen(t.textSecond);
        drawLine(painter, m_plot.adjusted(8, 0, -8, 0),
                 Tr::tr("No turn tells how sure its prediction was and took the fast path."),
                 Qt::AlignCenter);
    }
}

void ReliabilityChart::paintPoint(QPainter &painter, const ReliabilityBin &bin, bool chosen) const
{
    if (bin.fastTurns == 0 || !bin.meanConfidence)
        return;
    const Tokens &t = tokens();
    const double share = static_cast<double>(bin.fastPassed) / static_cast<double>(bin.fastTurns);
    const QPointF at(m_x.at(*bin.meanConfidence), m_y.at(share));
    const QColor color = chosen ? t.text : t.accentText;
    if (bin.fastPassInterval) {
        painter.setPen(QPen(color, 1));
        painter.drawLine(QPointF(at.x(), m_y.at(bin.fastPassInterval->low)),
                         QPointF(at.x(), m_y.at(bin.fastPassInterval->high)));
    }
    qint64 most = 1;
    for (const ReliabilityBin &one : page().reliability)
        most = std::max(most, one.fastTurns);
    const double radius = std::max(
        smallest, largest * std::sqrt(static_cast<double>(bin.fastTurns) / static_cast<double>(most)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(at, radius, radius);
}

QString ReliabilityChart::caption() const
{
    return Tr::tr("predicted → passed on the fast path · n %1").arg(numberText(fastTurns()));
}

QString ReliabilityChart::reading(int mark) const
{
    const ReliabilityBin &bin = page().reliability.at(mark);
    QString text = shareLabel(bin.low) + u" – "_s + shareLabel(bin.high) + u" · "_s;
    if (bin.fastTurns == 0)
        return text + Tr::tr("no turn");
    text += percentText(static_cast<double>(bin.fastPassed) / static_cast<double>(bin.fastTurns));
    if (bin.fastPassInterval)
        text += u" ("_s + shareLabel(bin.fastPassInterval->low) + u" – "_s +
                shareLabel(bin.fastPassInterval->high) + u')';
    return text + u" · n "_s + numberText(bin.fastTurns);
}

Narrowing ReliabilityChart::narrowing(int mark) const
{
    return confidenceClause(page().reliability.at(mark));
}

QString ReliabilityChart::summary() const
{
    QStringList parts;
    for (int i = 0; i < markCount(); ++i)
        if (page().reliability.at(i).fastTurns > 0)
            parts.append(reading(i));
    return parts.isEmpty() ? caption() : parts.join(u"; "_s);
}

QString ReliabilityChart::csv() const
{
    QString text = csvLine({u"low"_s, u"high"_s, u"turns"_s, u"passed"_s, u"fast_turns"_s, u"fast_passed"_s,
                            u"mean_confidence"_s});
    for (const ReliabilityBin &bin : page().reliability)
        text += csvLine({QString::number(bin.low), QString::number(bin.high), QString::number(bin.turns),
                         QString::number(bin.passed), QString::number(bin.fastTurns),
                         QString::number(bin.fastPassed),
                         bin.meanConfidence ? QString::number(*bin.meanConfidence) : QString()});
    return text;
}

} // namespace assay::ui
