// SPDX-License-Identifier: Apache-2.0
#include "ui/triage/queue_paint.h"

#include "ui/kit/chip.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tokens.h"
#include "ui/kit/tr.h"
#include "ui/triage/triage_words.h"

#include <QtCore/QLocale>
#include <QtGui/QPainter>

#include <algorithm>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double left = 20;
constexpr double textLeft = 82;
constexpr double right = 20;
constexpr double belowMost = 110; ///< for who has it

QString moneyText(Micros cost)
{
    return u"$"_s + QString::number(static_cast<double>(cost.value) / 1e6, 'f', 4);
}

/// A chip drawn by hand. @return where it ends
double paintTag(QPainter &painter, double x, double y, double limit, const QString &text, bool low)
{
    const Tokens &t = tokens();
    painter.setFont(font(Type::Small));
    const QString shown = visibleLine(text, 60);
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(shown) + 12;
    if (x + width > limit)
        return x;
    const QRectF box(x, y, width, 16);
    if (low) {
        paintBox(painter, box, metric::radiusChip, t.band(Band::Low).tint, t.band(Band::Low).tint);
        painter.setPen(t.band(Band::Low).text);
    } else {
        paintBox(painter, box, metric::radiusChip, QColor(Qt::transparent), t.strongLine);
        painter.setPen(t.textSecond);
    }
    drawLine(painter, box.adjusted(6, 0, -4, 0), shown);
    return box.right() + 6;
}

void paintScore(QPainter &painter, const QRectF &rect, const TriageItem &item)
{
    const Tokens &t = tokens();
    const std::optional<double> score =
        item.score ? std::optional(static_cast<double>(*item.score)) : std::nullopt;
    if (score)
        paintBandGlyph(painter, {rect.left(), rect.top() + 8, 11, 11}, bandOf(*score));
    painter.setFont(font(Type::Body, QFont::DemiBold));
    painter.setPen(score ? t.band(bandOf(*score)).text : t.textThird);
    drawFigures(painter, {rect.left() + 17, rect.top() + 3, 40, 21}, scoreText(score),
                Qt::AlignLeft | Qt::AlignVCenter);
}

void paintFacts(QPainter &painter, const QRectF &line, const TriageRow &row, const QueueRowLook &look)
{
    const Tokens &t = tokens();
    painter.setFont(font(Type::Small));
    painter.setPen(t.textSecond);
    double x = line.left();
    const auto say = [&](const QString &text) {
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(text);
        if (x + width > line.right())
            return;
        drawFigures(painter, {x, line.top(), width + 4, line.height()}, text,
                    Qt::AlignLeft | Qt::AlignVCenter);
        x += width + 14;
    };
    say(visibleLine(row.item.model, 24));
    say(Tr::tr("%n attempt(s)", nullptr, row.item.attempts));
    say(moneyText(row.item.cost));
    const double y = line.center().y() - 8;
    if (row.item.state.reopened)
        x = paintTag(painter, x, y, line.right(), Tr::tr("opened again"), true);
    if (row.tooClose)
        x = paintTag(painter, x, y, line.right(), Tr::tr("too close to call"), false);
    if (row.item.label != Label::None && !look.inLabelledBad)
        x = paintTag(painter, x, y, line.right(),
                     row.item.label == Label::Good ? Tr::tr("labelled good") : Tr::tr("labelled bad"), false);
    for (const QString &issue : row.item.issues)
        if (issue != look.groupName)
            x = paintTag(painter, x, y, line.right(), issue, true);
}

} // namespace

void paintQueueRow(QPainter &painter, const QRectF &rect, const TriageRow *row, const QueueRowLook &look)
{
    const Tokens &t = tokens();
    painter.fillRect(rect, look.current   ? t.selectedCard
                           : look.chosen  ? t.selection
                           : look.hovered ? t.hover
                                          : t.surface);
    if (look.current)
        painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), t.accentFill);
    painter.fillRect(QRectF(rect.left() + left, rect.bottom() - 1, rect.width() - left, 1), t.hairline);
    if (row == nullptr) {
        painter.fillRect(QRectF(rect.left() + textLeft, rect.center().y() - 4, 160, 8), t.track);
        return;
    }
    if (look.chosen)
        paintIcon(painter, {rect.left() + 4, rect.top() + 6, 14, 14}, Icon::Check, t.accentText);
    paintScore(painter, rect.adjusted(left, 0, 0, 0), row->item);
    const double end = rect.right() - right;
    painter.setFont(font(Type::Body, QFont::Medium));
    painter.setPen(row->item.state.resolved ? t.textSecond : t.text);
    const QString when = whenText(row->item.askedAt, look.now);
    const double whenWidth = figuresWidth(font(Type::Small), when) + 10;
    drawLine(painter, {rect.left() + textLeft, rect.top() + 3, end - whenWidth - rect.left() - textLeft, 21},
             visibleLine(row->question, 400));
    painter.setFont(font(Type::Small));
    painter.setPen(t.textThird);
    drawFigures(painter, {end - whenWidth, rect.top() + 3, whenWidth, 21}, when);
    const TriageState &state = row->item.state;
    const QString below = state.resolved ? Tr::tr("resolved")
                          : state.isSnoozed(look.now)
                              ? Tr::tr("until %1").arg(whenText(*state.snoozedUntil, look.now))
                          : state.assignee.isEmpty() ? QString()
                                                     : personText(state.assignee, look.who);
    painter.setPen(t.textSecond);
    drawLine(painter, {end - belowMost, rect.top() + 22, belowMost, 18}, below,
             Qt::AlignRight | Qt::AlignVCenter);
    const double belowWidth =
        below.isEmpty() ? 0
                        : std::min(belowMost, QFontMetricsF(painter.font()).horizontalAdvance(below)) + 10;
    paintFacts(painter,
               QRectF(rect.left() + textLeft, rect.top() + 22, end - belowWidth - rect.left() - textLeft, 18),
               *row, look);
}

void paintQueueHeader(QPainter &painter, const QRectF &rect, const TriageGroup &group, bool folded)
{
    const Tokens &t = tokens();
    painter.fillRect(rect, t.raised);
    paintIcon(painter, {rect.left() + left - 1, rect.center().y() - 6, 12, 12},
              folded ? Icon::ChevronRight : Icon::ChevronDown, t.textThird);
    painter.setFont(font(Type::Small));
    painter.setPen(t.textSecond);
    const QString count = QLocale().toString(group.count);
    const double width = figuresWidth(painter.font(), count);
    drawFigures(painter, {rect.right() - right - width, rect.top(), width, rect.height()}, count);
    const bool name = group.kind == TriageGroup::Kind::Issue || group.kind == TriageGroup::Kind::Model ||
                      group.kind == TriageGroup::Kind::Thread;
    painter.setFont(name ? mono(Type::Small) : font(Type::Small, QFont::Medium));
    painter.setPen(t.text);
    drawLine(painter,
             QRectF(rect.left() + left + 16, rect.top(), rect.width() - left - 16 - right - width - 10,
                    rect.height()),
             groupTitle(group));
}

} // namespace assay::ui
