// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/search_field.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

namespace assay::ui {

SearchField::SearchField(const QString &placeholder, QWidget *parent) : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setMaxLength(2000);
    placeText();
    connect(this, &QLineEdit::textChanged, this, &SearchField::placeText);
}

void SearchField::setKeyHint(const QKeySequence &keys)
{
    m_caps = keyCaps(keys);
    placeText();
}

void SearchField::placeText()
{
    const int caps = text().isEmpty() && !m_caps.isEmpty() ? int(keyCapsSize(m_caps).width()) + 2 : 0;
    setTextMargins(19, 0, caps, 0);
    update();
}

QSize SearchField::sizeHint() const
{
    return {248, metric::controlHeight};
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Tokens &t = tokens();
    QPainter painter(this);
    paintIcon(painter, QRectF(9, (height() - 16) / 2.0, 16, 16), Icon::Search, t.textThird);
    if (!text().isEmpty())
        return;
    const QSizeF size = keyCapsSize(m_caps);
    paintKeyCaps(painter, {width() - 8 - size.width(), (height() - size.height()) / 2}, m_caps);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace assay::ui
