// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/event_row.h"

#include <QtCore/QRectF>
#include <QtGui/QFont>

class QPainter;

namespace assay::ui {

/// Where the columns of the list stand, in px from its left edge.
struct EventColumns
{
    double glyph = 20;
    double time = 34;
    double type = 138;
    double thread = 278;
    double partitionEnd = 396;
    double offsetEnd = 472;
    double bytesEnd = 532;
    double summary = 552;
    double end = 0;

    /// Narrower columns below 900 px.
    static EventColumns forWidth(int width);
};

/// How a row of the list looks.
enum class RowState : std::uint8_t { Plain, Hovered, Chosen };

/// Paints rows; fonts and sizes are looked up once.
class EventPainter
{
public:
    EventPainter();

    void header(QPainter &painter, const QRectF &rect, const EventColumns &columns) const;
    /// @param row nullptr while it is on its way
    void row(QPainter &painter, const QRectF &rect, const EventColumns &columns, const FeedRow *row,
             RowState state) const;

private:
    QFont m_small;
    QFont m_medium;
    QFont m_mono;
    double m_cell;     ///< width of a character of m_mono
    double m_baseline; ///< of m_mono, from the middle of a row
};

/// "14:06:31.402", UTC.
QString eventClock(UtcTime time);
/// What stands in the column Type, also for rows without a message.
QString eventType(const FeedRow &row);
/// What stands in the column Summary.
QString eventSummary(const FeedRow &row);

} // namespace assay::ui
