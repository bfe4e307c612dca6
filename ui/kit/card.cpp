// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/card.h"

#include "ui/kit/paint.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

namespace assay::ui {

Hairline::Hairline(Qt::Orientation orientation, QWidget *parent) : QWidget(parent)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Hairline::setStrong(bool on)
{
    m_strong = on;
    update();
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_strong ? tokens().strongLine : tokens().hairline);
}

Card::Card(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

void Card::setSelected(bool on)
{
    if (on == m_selected)
        return;
    m_selected = on;
    update();
}

void Card::setLined(bool on)
{
    m_lined = on;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), m_selected ? t.selectedCard : t.surface);
    if (m_lined)
        painter.fillRect(QRect(0, height() - 1, width(), 1), t.hairline);
    if (m_selected)
        painter.fillRect(QRect(0, 0, 3, height() - (m_lined ? 1 : 0)), t.accentText);
    if (hasFocus())
        paintFocusRing(painter, QRectF(rect()).adjusted(0, 0, 0, m_lined ? -1 : 0), 0);
}

void Card::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT activated();
    else
        QWidget::mousePressEvent(event);
}

void Card::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT activated();
    else
        QWidget::keyPressEvent(event);
}

void Card::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void Card::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

Pane::Pane(Ground ground, QWidget *parent) : QWidget(parent), m_ground(ground)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void Pane::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    switch (m_ground) {
    case Ground::Base: painter.fillRect(rect(), t.base); break;
    case Ground::Surface: painter.fillRect(rect(), t.surface); break;
    case Ground::Raised: painter.fillRect(rect(), t.raised); break;
    }
}

} // namespace assay::ui
