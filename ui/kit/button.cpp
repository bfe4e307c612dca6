// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/button.h"

#include "ui/kit/paint.h"

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal iconGap = 6;
constexpr qreal capsGap = 10;
constexpr qreal chevron = 12;

} // namespace

KeyCap::KeyCap(const QKeySequence &keys, QWidget *parent) : QWidget(parent), m_caps(keyCaps(keys))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(keys.toString(QKeySequence::NativeText));
}

QSize KeyCap::sizeHint() const
{
    return keyCapsSize(m_caps).toSize();
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintKeyCaps(painter, {0, (height() - keyCapsSize(m_caps).height()) / 2}, m_caps);
}

Button::Button(const QString &text, ButtonKind kind, QWidget *parent) : Button(Icon::None, text, kind, parent)
{
}

Button::Button(Icon icon, const QString &text, ButtonKind kind, QWidget *parent)
    : QAbstractButton(parent), m_icon(icon), m_kind(kind)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
}

void Button::setText(const QString &text)
{
    const QKeySequence keys = shortcut();
    QAbstractButton::setText(text);
    setShortcut(keys); // QAbstractButton drops it with every new text
    refresh();
}

void Button::setSymbol(Icon icon)
{
    m_icon = icon;
    refresh();
}

void Button::setKeys(const QKeySequence &keys)
{
    setShortcut(keys);
    setKeyHint(keys);
}

void Button::setKeyHint(const QKeySequence &keys)
{
    m_caps = keyCaps(keys);
    refresh();
}

void Button::setCompact(bool on)
{
    m_compact = on;
    refresh();
}

void Button::setCaption(const QString &caption)
{
    m_caption = caption;
    m_type = caption.isEmpty() ? Type::Body : Type::Small;
    refresh();
}

void Button::setChevron(bool on)
{
    m_chevron = on;
    refresh();
}

void Button::setType(Type type)
{
    m_type = type;
    refresh();
}

void Button::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Button::refresh()
{
    setAccessibleName(m_caption.isEmpty() ? text() : m_caption + u' ' + text());
    updateGeometry();
    update();
}

QFont Button::textFont() const
{
    return assay::ui::font(m_type, QFont::DemiBold);
}

qreal Button::contentWidth() const
{
    qreal width = m_icon == Icon::None ? 0 : metric::icon;
    if (!m_caption.isEmpty())
        width += (width > 0 ? iconGap : 0) +
                 QFontMetricsF(assay::ui::font(m_type)).horizontalAdvance(m_caption) - 2;
    if (!text().isEmpty())
        width += (width > 0 ? iconGap : 0) + std::ceil(QFontMetricsF(textFont()).horizontalAdvance(text()));
    if (m_chevron)
        width += 3 + chevron;
    if (!m_caps.isEmpty())
        width += capsGap + keyCapsSize(m_caps).width();
    return width;
}

QSize Button::sizeHint() const
{
    const int height = m_compact || !m_caption.isEmpty() ? metric::controlCompact : metric::controlHeight;
    if (text().isEmpty())
        return {height, height};
    const qreal left = m_kind == ButtonKind::Ghost ? ghostInset : 12;
    const qreal right = m_kind == ButtonKind::Ghost ? ghostInset : m_caps.isEmpty() ? 12 : 8;
    return {int(std::ceil(left + contentWidth() + right)), height};
}

QSize Button::minimumSizeHint() const
{
    return sizeHint();
}

void Button::paintFrame(QPainter &painter) const
{
    const Tokens &t = tokens();
    const QRectF box(rect());
    const bool over = underMouse() && isEnabled();
    const bool down = isDown() || isChecked();
    if (m_kind == ButtonKind::Ghost) {
        if (over || down)
            paintBox(painter, box, metric::radius, down ? t.track : t.hover);
    } else if (!isEnabled()) {
        paintBox(painter, box, metric::radius, t.raised, t.hairline);
    } else if (m_kind == ButtonKind::Primary) {
        paintBox(painter, box, metric::radius,
                 down   ? mixed(t.accentFill, Qt::black, 0.25)
                 : over ? mixed(t.accentFill, Qt::black, 0.12)
                        : t.accentFill);
    } else {
        paintBox(painter, box, metric::radius,
                 down   ? t.track
                 : over ? mixed(t.control, t.text, 0.07)
                        : t.control,
                 t.strongLine);
    }
}

void Button::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    paintFrame(painter);
    const bool primary = m_kind == ButtonKind::Primary && isEnabled();
    QColor ink = primary ? t.onAccent : m_tone ? toneColor(*m_tone) : t.text;
    QColor mark = primary ? t.onAccent : m_tone ? ink : t.textSecond;
    if (!isEnabled())
        ink = mark = t.controlOutline;
    const qreal slack = width() - sizeHint().width();
    qreal x = (m_kind == ButtonKind::Ghost ? ghostInset : 12) + qMax(0.0, slack / 2);
    if (text().isEmpty())
        x = (width() - metric::icon) / 2.0;
    const qreal middle = height() / 2.0;
    if (m_icon != Icon::None) {
        paintIcon(painter, {std::round(x), middle - metric::icon / 2.0, metric::icon, metric::icon}, m_icon,
                  mark);
        x += metric::icon + iconGap;
    }
    const auto write = [&](const QString &words, const QFont &face, const QColor &color) {
        painter.setFont(face);
        painter.setPen(color);
        const qreal width = std::ceil(QFontMetricsF(face).horizontalAdvance(words));
        painter.drawText(QRectF(x, 0, width + 2, height()),
                         Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip | Qt::TextHideMnemonic,
                         words);
        x += width;
    };
    if (!m_caption.isEmpty()) {
        write(m_caption, assay::ui::font(m_type), isEnabled() ? t.textThird : ink);
        x += iconGap - 2;
    }
    if (!text().isEmpty())
        write(text(), textFont(), ink);
    if (m_chevron) {
        paintIcon(painter, {std::round(x + 3), middle - chevron / 2, chevron, chevron}, Icon::ChevronDown,
                  mark);
        x += 3 + chevron;
    }
    const QSizeF caps = keyCapsSize(m_caps);
    paintKeyCaps(painter, {x + capsGap, middle - caps.height() / 2}, m_caps,
                 primary ? CapStyle::OnAccent : CapStyle::Plain);
    if (hasFocus()) {
        paintFocusRing(painter, rect(), metric::radius);
        if (primary)
            paintBox(painter, QRectF(rect()).adjusted(2, 2, -2, -2), metric::radius - 2, {}, t.onAccent);
    }
}

void Button::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        event->modifiers() == Qt::NoModifier)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

Button *buttonFor(QAction *action, Icon icon, ButtonKind kind, QWidget *parent)
{
    auto *button = new Button(icon, action->text(), kind, parent);
    const auto follow = [button, action] {
        QString words = action->text();
        button->setText(words.remove(u'&'));
        button->setKeyHint(action->shortcut());
        button->setEnabled(action->isEnabled());
        button->setCheckable(action->isCheckable());
        button->setChecked(action->isChecked());
        button->setVisible(action->isVisible());
    };
    button->setText(action->text().remove(u'&'));
    button->setKeyHint(action->shortcut());
    button->setEnabled(action->isEnabled());
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &Button::clicked, action, &QAction::trigger);
    return button;
}

} // namespace assay::ui
