// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/style_parts.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyleOption>

namespace assay::ui::part {

using namespace Qt::StringLiterals;

namespace {

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

QRectF iconAt(qreal x, const QRectF &row, qreal size)
{
    return {x, row.center().y() - size / 2, size, size};
}

} // namespace

void field(QPainter &painter, const QStyleOption &option)
{
    const Tokens &t = tokens();
    const QRectF box(option.rect);
    const QColor fill = currentTheme() == Theme::Dark ? t.raised : t.surface;
    paintBox(painter, box, metric::radius, has(option, QStyle::State_Enabled) ? fill : t.hover, t.strongLine);
    if (has(option, QStyle::State_HasFocus))
        paintFocusRing(painter, box, metric::radius);
}

void button(QPainter &painter, const QStyleOption &option)
{
    const Tokens &t = tokens();
    const QRectF box(option.rect);
    const auto *info = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool primary = info != nullptr && info->features.testFlag(QStyleOptionButton::DefaultButton);
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    const bool over = has(option, QStyle::State_MouseOver);
    if (!has(option, QStyle::State_Enabled))
        paintBox(painter, box, metric::radius, t.hover, t.hairline);
    else if (primary)
        paintBox(painter, box, metric::radius,
                 down || over ? mixed(t.accentFill, Qt::black, 0.15) : t.accentFill);
    else
        paintBox(painter, box, metric::radius,
                 down   ? t.track
                 : over ? mixed(t.control, t.text, 0.06)
                        : t.control,
                 t.strongLine);
    if (has(option, QStyle::State_HasFocus)) {
        paintFocusRing(painter, box, metric::radius);
        if (primary)
            paintBox(painter, box.adjusted(2, 2, -2, -2), metric::radius - 2, {}, t.onAccent);
    }
}

void checkMark(QPainter &painter, const QStyleOption &option, bool round)
{
    const Tokens &t = tokens();
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool on = has(option, QStyle::State_On);
    const bool partly = has(option, QStyle::State_NoChange);
    const bool enabled = has(option, QStyle::State_Enabled);
    const qreal radius = round ? box.height() / 2 : 3;
    if (on || partly)
        paintBox(painter, box, radius, enabled ? t.accentFill : t.controlOutline);
    else
        paintBox(painter, box, radius, has(option, QStyle::State_MouseOver) ? t.hover : QColor(),
                 t.controlOutline);
    if (round && on)
        paintBox(painter, QRectF(box.center() - QPointF(2.5, 2.5), QSizeF(5, 5)), 2.5, t.onAccent);
    else if (partly)
        paintIcon(painter, box.adjusted(2, 2, -2, -2), Icon::Minus, t.onAccent);
    else if (on)
        paintIcon(painter, box.adjusted(1, 1, -1, -1), Icon::Check, t.onAccent);
}

void menuItem(QPainter &painter, const QStyleOptionMenuItem &item, bool inBar)
{
    const Tokens &t = tokens();
    const QRectF row(item.rect);
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRectF(row.left() + 8, row.center().y(), row.width() - 16, 1), t.hairline);
        return;
    }
    const bool enabled = has(item, QStyle::State_Enabled);
    if (has(item, QStyle::State_Selected) && enabled)
        paintBox(painter, row.adjusted(4, 1, -4, -1), metric::radiusChip, t.selection);
    const QColor ink = enabled ? t.text : t.controlOutline;
    painter.setFont(item.font);
    painter.setPen(ink);
    const QStringList parts = item.text.split(u'\t');
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip | Qt::TextHideMnemonic;
    if (inBar) {
        painter.drawText(row, flags | Qt::AlignHCenter, parts.first());
        return;
    }
    const QRectF mark = iconAt(row.left() + 10, row, 14);
    if (item.checked)
        paintIcon(painter, mark, Icon::Check, enabled ? t.accentText : ink);
    else if (!item.icon.isNull())
        item.icon.paint(&painter, mark.toRect(), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    painter.drawText(row.adjusted(32, 0, -12, 0), flags | Qt::AlignLeft, parts.first());
    if (parts.size() > 1) {
        const QStringList caps = keyCaps(QKeySequence(parts.at(1)));
        const QSizeF size = keyCapsSize(caps);
        paintKeyCaps(painter, {row.right() - 11 - size.width(), row.center().y() - size.height() / 2}, caps);
    }
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(painter, iconAt(row.right() - 22, row, 12), Icon::ChevronRight, t.textSecond);
}

void tab(QPainter &painter, const QStyleOptionTab &tab)
{
    const Tokens &t = tokens();
    const QRectF box(tab.rect);
    const bool on = has(tab, QStyle::State_Selected);
    painter.setFont(font(Type::Small, on ? QFont::DemiBold : QFont::Medium));
    painter.setPen(!has(tab, QStyle::State_Enabled)    ? t.controlOutline
                   : on                                ? t.text
                   : has(tab, QStyle::State_MouseOver) ? t.textSecond
                                                       : t.textThird);
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextHideMnemonic, tab.text);
    if (on)
        painter.fillRect(QRectF(box.left() + 8, box.bottom() - 2, box.width() - 16, 2), t.accentText);
    if (has(tab, QStyle::State_HasFocus))
        paintFocusRing(painter, box.adjusted(2, 2, -2, -3), metric::radiusChip);
}

void header(QPainter &painter, const QStyleOption &option)
{
    const Tokens &t = tokens();
    const QRectF box(option.rect);
    painter.fillRect(box, t.surface);
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), t.hairline);
}

void progress(QPainter &painter, const QStyleOptionProgressBar &option)
{
    const Tokens &t = tokens();
    const QRectF box(option.rect);
    const QRectF track(box.left(), box.center().y() - 2, box.width(), 4);
    paintBox(painter, track, 2, t.track);
    const double range = double(option.maximum) - double(option.minimum);
    const double share =
        range > 0 ? qBound(0.0, (double(option.progress) - option.minimum) / range, 1.0) : 0.3;
    paintBox(painter, QRectF(track.topLeft(), QSizeF(track.width() * share, track.height())), 2,
             t.accentText);
}

void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRectF &handle)
{
    const Tokens &t = tokens();
    if (option.maximum <= option.minimum)
        return;
    const bool lively = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    const bool flat = option.orientation == Qt::Horizontal;
    const qreal inset = lively ? 2 : 3;
    const QRectF bar = flat ? handle.adjusted(2, inset, -2, -inset) : handle.adjusted(inset, 2, -inset, -2);
    const qreal radius = qMin(bar.width(), bar.height()) / 2;
    paintBox(painter, bar, radius, lively ? t.controlOutline : t.strongLine);
}

void slider(QPainter &painter, const QStyleOptionSlider &option, const QRectF &groove, const QRectF &handle)
{
    const Tokens &t = tokens();
    const bool flat = option.orientation == Qt::Horizontal;
    const QPointF knob = handle.center();
    const QRectF line = flat ? QRectF(groove.left(), knob.y() - 2, groove.width(), 4)
                             : QRectF(knob.x() - 2, groove.top(), 4, groove.height());
    paintBox(painter, line, 2, t.track);
    const QRectF done = flat ? QRectF(line.topLeft(), QPointF(knob.x(), line.bottom()))
                             : QRectF(QPointF(line.left(), knob.y()), line.bottomRight());
    const bool enabled = has(option, QStyle::State_Enabled);
    paintBox(painter, done, 2, enabled ? t.accentText : t.neutralWeak);
    const QRectF disc(knob - QPointF(7, 7), QSizeF(14, 14));
    paintBox(painter, disc, 7, currentTheme() == Theme::Dark ? t.text : t.surface, t.accentText);
    if (has(option, QStyle::State_HasFocus))
        paintFocusRing(painter, disc.adjusted(-3, -3, 3, 3), 10);
}

void arrow(QPainter &painter, const QRectF &rect, bool up, bool enabled)
{
    const QRectF box(rect.center() - QPointF(6, 6), QSizeF(12, 12));
    paintIcon(painter, box, up ? Icon::ChevronUp : Icon::ChevronDown,
              enabled ? tokens().textSecond : tokens().controlOutline);
}

} // namespace assay::ui::part
