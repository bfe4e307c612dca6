// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/report.h"

#include <QtCore/QPointF>
#include <QtCore/QRectF>

namespace assay {

// A chart as lines, areas and words, laid out once for HTML and PDF. Private to core/report.

/// What a shape means; the format chooses the colour.
enum class ChartTone : std::uint8_t { Grid, Value, Interval, Gap, Limit, Mark, Label };

struct ChartShape
{
    enum class Kind : std::uint8_t { Line, Area, Words };
    Kind kind = Kind::Line;
    ChartTone tone = ChartTone::Value;
    QList<QPointF> points{}; ///< an area is closed; words stand on the baseline of their one point
    QString text{};
    Qt::AlignmentFlag anchor = Qt::AlignLeft; ///< which side of the words is at the point

    bool operator==(const ChartShape &) const = default;
};

/// Points, 1/72 inch.
inline constexpr double chartTextSize = 7.5;

struct ChartDrawing
{
    double width = 0.0;
    double height = 0.0;
    QList<ChartShape> shapes{};
};

/// @param width of the whole drawing; the height follows from what is shown
ChartDrawing drawChart(const ReportTable &table, const ReportChart &chart, double width);

/// True when there is a value to draw.
bool hasValues(const ReportTable &table, const ReportChart &chart);

} // namespace assay
