// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/turn_parts.h"

#include "ui/kit/chip.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int factsRow = 22;
constexpr qreal factGap = 16;
constexpr qreal iconSize = 13;
constexpr qreal iconGap = 5;
constexpr int chipHeight = 22;
constexpr int chipInset = 4;
constexpr int widestTitle = 260;

qreal factWidth(const Fact &fact)
{
    const qreal text = std::ceil(figuresWidth(font(Type::Small), fact.text));
    return (fact.icon == Icon::None ? 0 : iconSize + iconGap) + std::min(text, 300.0);
}

} // namespace

FactsRow::FactsRow(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FactsRow::setFacts(const QList<Fact> &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    QStringList words;
    for (const Fact &fact : facts)
        words.append(fact.text);
    setAccessibleName(words.join(u", "_s));
    updateGeometry();
    update();
}

QList<QRectF> FactsRow::boxes(int width) const
{
    QList<QRectF> all;
    qreal x = 0;
    qreal y = 0;
    for (const Fact &fact : m_facts) {
        const qreal wide = std::min(factWidth(fact), static_cast<qreal>(std::max(width, 40)));
        if (x > 0 && x + wide > width) {
            x = 0;
            y += factsRow;
        }
        all.append({x, y, wide, factsRow});
        x += wide + factGap;
    }
    return all;
}

int FactsRow::heightForWidth(int width) const
{
    const QList<QRectF> all = boxes(width);
    return all.isEmpty() ? 0 : static_cast<int>(all.last().bottom());
}

QSize FactsRow::sizeHint() const
{
    return {360, heightForWidth(std::max(width(), 360))};
}

QSize FactsRow::minimumSizeHint() const
{
    return {80, m_facts.isEmpty() ? 0 : factsRow};
}

void FactsRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(assay::ui::font(Type::Small));
    const QList<QRectF> all = boxes(width());
    for (qsizetype i = 0; i < all.size(); ++i) {
        QRectF box = all.at(i);
        const Fact &fact = m_facts.at(i);
        if (fact.icon != Icon::None) {
            paintIcon(painter, {box.x(), std::round(box.center().y() - iconSize / 2), iconSize, iconSize},
                      fact.icon, tokens().textThird);
            box.setLeft(box.left() + iconSize + iconGap);
        }
        painter.setPen(tokens().textSecond);
        drawFigures(painter, box, elided(fact.text, painter.font(), box.width() + 1),
                    Qt::AlignLeft | Qt::AlignVCenter);
    }
}

SourceChip::SourceChip(const QString &label, const QString &title, QWidget *parent)
    : QAbstractButton(parent), m_label(label), m_mark(shortLine(label, 8)), m_title(shortLine(title, 200)),
      m_markWidth(CiteChip(m_mark).sizeHint().width())
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(Tr::tr("Source %1: %2").arg(m_mark, m_title));
    plainToolTip(this, title);
}

QSize SourceChip::sizeHint() const
{
    const qreal title = std::ceil(QFontMetricsF(assay::ui::font(Type::Small)).horizontalAdvance(m_title));
    return {m_markWidth + 6 + static_cast<int>(std::min<qreal>(title, widestTitle)) + 1 + chipInset,
            chipHeight};
}

QSize SourceChip::minimumSizeHint() const
{
    return {60, chipHeight};
}

void SourceChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (underMouse() || isDown())
        paintBox(painter, rect(), metric::radiusChip, isDown() ? tokens().track : tokens().hover);
    CiteChip::paint(painter, QRectF(0, (height() - 15) / 2.0, m_markWidth, 15), m_mark);
    painter.setFont(assay::ui::font(Type::Small));
    painter.setPen(underMouse() ? tokens().text : tokens().textSecond);
    const qreal left = m_markWidth + 6;
    drawLine(painter, QRectF(left, 0, width() - left - chipInset + 1, height()), m_title);
    if (hasFocus())
        paintFocusRing(painter, rect(), metric::radiusChip);
}

void SourceChip::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        event->modifiers() == Qt::NoModifier)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

IconMark::IconMark(QWidget *parent) : QWidget(parent)
{
    setFixedSize(14, 16);
}

void IconMark::setIcon(Icon icon, Tone tone)
{
    m_icon = icon;
    m_tone = tone;
    update();
}

void IconMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintIcon(painter, QRectF(0, 1, 14, 14), m_icon, toneColor(m_tone));
}

TurnMark::TurnMark(QWidget *parent) : QWidget(parent)
{
    setFixedWidth(width);
}

void TurnMark::setTurn(int number, UtcTime askedAt)
{
    m_number = u'#' + QString::number(number);
    m_time = toLocalClock(askedAt);
    setAccessibleName(Tr::tr("Turn %1, %2").arg(number).arg(m_time));
    update();
}

QSize TurnMark::sizeHint() const
{
    return {width, 36};
}

void TurnMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(assay::ui::font(Type::Small, QFont::DemiBold));
    painter.setPen(tokens().textSecond);
    drawFigures(painter, QRectF(0, 0, width, 20), m_number, Qt::AlignLeft | Qt::AlignVCenter);
    painter.setFont(assay::ui::font(Type::Small));
    painter.setPen(tokens().textThird);
    drawFigures(painter, QRectF(0, 16, width, 18), m_time, Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace assay::ui
