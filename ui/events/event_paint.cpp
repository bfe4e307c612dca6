// SPDX-License-Identifier: Apache-2.0
#include "ui/events/event_paint.h"

#include "ui/kit/paint.h"
#include "ui/kit/plain.h"
#include "ui/kit/tr.h"

#include <QtGui/QPainter>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double glyphSize = 9;
constexpr double accentBar = 3;
constexpr qsizetype longestSummary = 600;

struct Inks
{
    QColor ground; ///< invalid = none
    QColor time;
    QColor type;
    QColor thread;
    QColor figures;
    QColor summary;
};

Inks inksOf(const FeedRow &row, RowState state)
{
    const Tokens &t = tokens();
    Inks inks{{}, t.textSecond, t.text, t.textSecond, t.textSecond, t.text};
    if (row.tombstone)
        inks.type = inks.summary = t.textThird;
    if (row.undecodable)
        inks = {t.band(Band::Fail).tint, t.textSecond, t.band(Band::Fail).text, t.textSecond, t.textSecond,
                t.band(Band::Fail).text};
    if (row.score) {
        const Band band = bandOf(static_cast<double>(*row.score));
        inks.summary = t.band(band).text;
        if (band == Band::Fail)
            inks.ground = t.band(band).tint;
    }
    if (state == RowState::Chosen)
        inks.ground = t.selection;
    else if (state == RowState::Hovered && !inks.ground.isValid())
        inks.ground = t.hover;
    return inks;
}

/// The shapes of the bands without their marks: in rows this small a mark would only blur.
void paintShape(QPainter &painter, const QRectF &r, Band band)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens().band(band).fill);
    switch (band) {
    case Band::Pass: painter.drawEllipse(r); break;
    case Band::Near:
        painter.drawPolygon(QPolygonF{{r.center().x(), r.top() - 0.5},
                                      {r.right() + 0.5, r.center().y()},
                                      {r.center().x(), r.bottom() + 0.5},
                                      {r.left() - 0.5, r.center().y()}});
        break;
    case Band::Low:
        painter.drawPolygon(QPolygonF{r.topLeft(), r.topRight(), {r.center().x(), r.bottom()}});
        break;
    case Band::Fail: painter.drawRect(r.adjusted(0.5, 0.5, -0.5, -0.5)); break;
    }
    painter.restore();
}

} // namespace

QString eventClock(UtcTime time)
{
    return toIso(time).mid(11, 12);
}

QString eventType(const FeedRow &row)
{
    if (row.undecodable)
        return Tr::tr("undecodable");
    return row.tombstone ? Tr::tr("tombstone") : visibleLine(row.type, 80);
}

QString eventSummary(const FeedRow &row)
{
    return row.tombstone ? Tr::tr("no value: the key was deleted") : visibleLine(row.summary, longestSummary);
}

EventColumns EventColumns::forWidth(int width)
{
    EventColumns columns;
    if (width < 900) {
        columns.type = 126;
        columns.thread = 244;
        columns.partitionEnd = 344;
        columns.offsetEnd = 412;
        columns.bytesEnd = 464;
        columns.summary = 480;
    }
    columns.end = width - 12;
    return columns;
}

EventPainter::EventPainter()
    : m_small(font(Type::Small)), m_medium(font(Type::Small, QFont::Medium)), m_mono(mono(Type::Small))
{
    const QFontMetricsF metrics(m_mono);
    m_cell = metrics.horizontalAdvance(u'0');
    m_baseline = (metrics.ascent() - metrics.descent()) / 2;
}

void EventPainter::header(QPainter &painter, const QRectF &rect, const EventColumns &columns) const
{
    painter.setFont(m_small);
    painter.setPen(tokens().textThird);
    const auto left = [&](double x, const QString &text) {
        painter.drawText(QRectF(x, rect.top(), 200, rect.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    };
    const auto right = [&](double end, const QString &text) {
        painter.drawText(QRectF(end - 120, rect.top(), 120, rect.height()),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
    };
    left(columns.time, Tr::tr("Time"));
    left(columns.type, Tr::tr("Type"));
    left(columns.thread, Tr::tr("Thread"));
    right(columns.partitionEnd, Tr::tr("Part"));
    right(columns.offsetEnd, Tr::tr("Offset"));
    right(columns.bytesEnd, Tr::tr("Bytes"));
    left(columns.summary, Tr::tr("Summary"));
}

void EventPainter::row(QPainter &painter, const QRectF &rect, const EventColumns &columns, const FeedRow *row,
                       RowState state) const
{
    const Tokens &t = tokens();
    if (!row) {
        if (state == RowState::Chosen)
            painter.fillRect(rect, t.selection);
        painter.fillRect(QRectF(columns.time, rect.center().y() - 3, 76, 6), t.track);
        painter.fillRect(QRectF(columns.summary, rect.center().y() - 3, 220, 6), t.track);
        return;
    }
    const Inks inks = inksOf(*row, state);
    if (inks.ground.isValid())
        painter.fillRect(rect, inks.ground);
    if (state == RowState::Chosen)
        painter.fillRect(QRectF(rect.left(), rect.top(), accentBar, rect.height()), t.accentText);

    const QRectF glyph(columns.glyph - 1, rect.center().y() - glyphSize / 2, glyphSize, glyphSize);
    if (row->score)
        paintShape(painter, glyph, bandOf(static_cast<double>(*row->score)));
    const double baseline = rect.center().y() + m_baseline;
    const auto figures = [&](double end, qint64 value) {
        const QString text = QString::number(value);
        painter.drawText(QPointF(end - m_cell * static_cast<double>(text.size()), baseline), text);
    };
    painter.setFont(m_mono);
    if (row->undecodable) {
        painter.setPen(t.band(Band::Fail).text);
        painter.drawText(QPointF(columns.glyph, baseline), u"!"_s);
    }
    painter.setPen(inks.time);
    painter.drawText(QPointF(columns.time, baseline), eventClock(row->time));
    painter.setPen(inks.figures);
    figures(columns.partitionEnd, row->partition);
    figures(columns.offsetEnd, row->offset);
    figures(columns.bytesEnd, row->size);
    painter.setPen(inks.thread);
    const double threadEnd = columns.partitionEnd - 3 * m_cell;
    drawLine(painter, {columns.thread, rect.top(), threadEnd - columns.thread, rect.height()},
             visibleLine(row->threadId, 64));
    painter.setPen(inks.summary);
    drawLine(painter, {columns.summary, rect.top(), columns.end - columns.summary, rect.height()},
             eventSummary(*row));
    painter.setFont(m_medium);
    painter.setPen(inks.type);
    drawLine(painter, {columns.type, rect.top(), columns.thread - columns.type - 8, rect.height()},
             eventType(*row));
}

} // namespace assay::ui
