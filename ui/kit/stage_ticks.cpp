// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/stage_ticks.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double mark = 10;
constexpr double markGap = 4;
constexpr double wordGap = 4;
constexpr double tickGap = 12;

QFont nameFont()
{
    return font(Type::Small, QFont::Medium);
}

QString stateWord(TickState state)
{
    switch (state) {
    case TickState::Pending: return Tr::tr("waiting");
    case TickState::Active: return Tr::tr("running");
    case TickState::Done: return Tr::tr("done");
    case TickState::Failed: return Tr::tr("failed");
    }
    return {};
}

void paintMark(QPainter &painter, const QRectF &box, TickState state)
{
    const Tokens &t = tokens();
    switch (state) {
    case TickState::Pending:
        paintBox(painter, box.adjusted(1.5, 1.5, -1.5, -1.5), 4, {}, t.controlOutline);
        break;
    case TickState::Active: paintBox(painter, box.adjusted(1, 1, -1, -1), 4, t.accentText); break;
    case TickState::Done:
        paintIcon(painter, box.adjusted(-1, -1, 1, 1), Icon::Check, t.band(Band::Pass).text);
        break;
    case TickState::Failed: paintBandGlyph(painter, box, Band::Fail); break;
    }
}

} // namespace

StageTicks::StageTicks(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(Tr::tr("Stages"));
}

void StageTicks::setTicks(const QList<StageTick> &ticks)
{
    if (ticks == m_ticks)
        return;
    m_ticks = ticks;
    QStringList said;
    for (StageTick &tick : m_ticks) {
        tick.name = visibleLine(tick.name, 60);
        tick.fact = visibleLine(tick.fact, 60);
        said << u"%1 %2 %3"_s.arg(tick.name, stateWord(tick.state), tick.fact);
    }
    setAccessibleDescription(said.join(u", "_s));
    updateGeometry();
    update();
}

qreal StageTicks::widthOf(const StageTick &tick) const
{
    const QFontMetricsF metrics(nameFont());
    qreal width = mark + markGap + std::ceil(metrics.horizontalAdvance(tick.name));
    if (!tick.fact.isEmpty())
        width += wordGap + std::ceil(metrics.horizontalAdvance(tick.fact));
    return width + 1;
}

QList<QRectF> StageTicks::boxes(int width) const
{
    QList<QRectF> result;
    qreal x = 0;
    qreal y = 0;
    for (const StageTick &tick : m_ticks) {
        const qreal own = widthOf(tick);
        if (x > 0 && x + own > width) {
            x = 0;
            y += metric::rowTight;
        }
        result << QRectF(x, y, own, metric::rowTight);
        x += own + tickGap;
    }
    return result;
}

int StageTicks::heightForWidth(int width) const
{
    return m_ticks.isEmpty() ? 0 : int(boxes(width).last().bottom());
}

QSize StageTicks::sizeHint() const
{
    return {m_ticks.isEmpty() ? 0 : int(boxes(1 << 20).last().right()) + 1, heightForWidth(qMax(1, width()))};
}

QSize StageTicks::minimumSizeHint() const
{
    return {120, metric::rowTight};
}

void StageTicks::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    const QList<QRectF> places = boxes(width());
    QPainter painter(this);
    for (qsizetype i = 0; i < m_ticks.size(); ++i) {
        const StageTick &tick = m_ticks.at(i);
        QRectF box = places.at(i);
        paintMark(painter, QRectF(box.left(), box.center().y() - mark / 2, mark, mark), tick.state);
        box.setLeft(box.left() + mark + markGap);
        const bool active = tick.state == TickState::Active;
        painter.setFont(nameFont());
        painter.setPen(active                            ? t.accentText
                       : tick.state == TickState::Failed ? t.band(Band::Fail).text
                                                         : t.textSecond);
        drawLine(painter, box, tick.name);
        box.setLeft(box.left() + std::ceil(QFontMetricsF(nameFont()).horizontalAdvance(tick.name)) + wordGap);
        painter.setPen(active ? t.accentText : t.textThird);
        drawLine(painter, box, tick.fact);
    }
}

} // namespace assay::ui
