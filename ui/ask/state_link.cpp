// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/state_link.h"

#include "ui/kit/paint.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

namespace {

constexpr int dot = 5;
constexpr int textLeft = dot + 5;
constexpr int linkHeight = 20;

} // namespace

StateLink::StateLink(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateLink::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void StateLink::setWords(const QString &words)
{
    setText(words);
    setAccessibleName(words);
    updateGeometry();
    update();
}

QSize StateLink::sizeHint() const
{
    const QFontMetricsF metrics(assay::ui::font(Type::Small, QFont::Medium));
    return {textLeft + static_cast<int>(std::ceil(metrics.horizontalAdvance(text()))) + 1, linkHeight};
}

void StateLink::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor ink = underMouse() ? tokens().text : toneColor(m_tone);
    paintBox(painter, {0, (height() - dot) / 2.0, dot, dot}, dot / 2.0, toneColor(m_tone));
    painter.setFont(assay::ui::font(Type::Small, QFont::Medium));
    painter.setPen(ink);
    drawLine(painter, QRectF(rect()).adjusted(textLeft, 0, 0, 0), text());
    if (hasFocus())
        paintFocusRing(painter, rect(), metric::radiusChip);
}

void StateLink::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace assay::ui
