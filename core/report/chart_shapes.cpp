// SPDX-License-Identifier: Apache-2.0
#include "report/chart_shapes.h"

#include "report/report_text.h"

#include <algorithm>
#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using Kind = ChartShape::Kind;

constexpr double lineHeight = 10.0;
constexpr double barPitch = 15.0;
constexpr double plotHeight = 105.0;
constexpr qsizetype mostBars = 12;
constexpr qsizetype longestLabel = 34;
constexpr double letterWidth = 3.4; ///< of a chart's text, on average

/// About; nothing here knows the font.
double widthOf(const QString &text)
{
    return letterWidth * static_cast<double>(std::min(text.size(), longestLabel + 1));
}

/// Where a chart's axis ends, and how far its lines are apart: 1, 2 or 5 of a power of ten.
struct Axis
{
    double end = 1.0;
    double step = 1.0;
};

Axis axisFor(double highest, std::optional<double> top)
{
    const double wanted = top.value_or(highest > 0.0 ? highest * 1.05 : 1.0);
    const double raw = wanted / 4.0;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    double step = 10.0 * power;
    for (const double factor : {1.0, 2.0, 5.0})
        if (raw <= factor * power * (1.0 + 1e-9)) {
            step = factor * power;
            break;
        }
    return {.end = top.value_or(std::ceil(wanted / step - 1e-9) * step), .step = step};
}

class ChartPainter
{
public:
    ChartPainter(const ReportTable &table, const ReportChart &chart, double width)
        : m_table(table), m_chart(chart), m_rows(table.rows.size())
    {
        m_drawing.width = width;
        double highest = chart.limit.value_or(0.0);
        for (qsizetype row = 0; row < m_rows; ++row)
            for (const std::optional<qsizetype> column : {std::optional(chart.value), chart.high})
                if (column)
                    highest = std::max(highest, number(row, *column).value_or(0.0));
        m_axis = axisFor(highest, chart.top);
    }

    ChartDrawing draw()
    {
        if (m_chart.shape == ReportChart::Shape::Bars)
            drawBars();
        else
            drawPlot();
        return std::move(m_drawing);
    }

private:
    std::optional<double> number(qsizetype row, qsizetype column) const
    {
        return numberOf(m_table.rows.at(row).at(column));
    }
    void line(ChartTone tone, QPointF from, QPointF to) { add({Kind::Line, tone, {from, to}, {}, {}}); }
    void box(ChartTone tone, const QRectF &box)
    {
        add({Kind::Area, tone, {box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()}, {}, {}});
    }
    void words(ChartTone tone, QPointF at, const QString &text, Qt::AlignmentFlag anchor)
    {
        add({Kind::Words, tone, {at}, text, anchor});
    }
    void add(const ChartShape &shape) { m_drawing.shapes.append(shape); }

    void drawBars()
    {
        const qsizetype bars = std::min(m_rows, mostBars);
        const double left = m_drawing.width * 0.32;
        const double right = m_drawing.width - 64.0;
        m_drawing.height = static_cast<double>(bars) * barPitch + 4.0;
        for (qsizetype row = 0; row < bars; ++row) {
            const double y = static_cast<double>(row) * barPitch + 3.0;
            const double value = std::max(0.0, number(row, m_chart.value).value_or(0.0));
            const double length = (right - left) * std::min(1.0, value / m_axis.end);
            const QString label = shownText(m_table.rows.at(row).at(m_chart.label));
            words(ChartTone::Label, {left - 6.0, y + 8.0}, calmText(label, longestLabel), Qt::AlignRight);
            box(ChartTone::Value, {left, y, std::max(length, value > 0.0 ? 0.8 : 0.0), barPitch - 5.0});
            words(ChartTone::Label, {left + length + 5.0, y + 8.0},
                  shownText(m_table.rows.at(row).at(m_chart.value)), Qt::AlignLeft);
        }
        line(ChartTone::Grid, {left, 0.0}, {left, m_drawing.height});
    }

    double xOf(double row) const
    {
        return m_plot.left() + m_plot.width() * row / static_cast<double>(m_rows);
    }
    double yOf(double value) const
    {
        return m_plot.bottom() - m_plot.height() * std::clamp(value / m_axis.end, 0.0, 1.0);
    }

    void drawPlot()
    {
        double beside = 0.0; // alike for all charts of a table, so that their axes stand below each other
        for (const ReportChart &chart : m_table.charts)
            if (chart.limit)
                beside = std::max(beside, 8.0 + widthOf(chart.limitText));
        m_plot = {44.0, 14.0, m_drawing.width - 52.0 - beside, plotHeight};
        m_drawing.height = m_plot.bottom() + 1.6 * lineHeight;
        drawGaps();
        for (double value = 0.0; value <= m_axis.end * (1.0 + 1e-9); value += m_axis.step) {
            line(ChartTone::Grid, {m_plot.left(), yOf(value)}, {m_plot.right(), yOf(value)});
            ReportCell cell = m_table.rows.isEmpty() ? ReportCell{} : m_table.rows.first().at(m_chart.value);
            cell.value = value;
            words(ChartTone::Label, {m_plot.left() - 5.0, yOf(value) + 2.6}, axisText(cell), Qt::AlignRight);
        }
        if (m_chart.shape == ReportChart::Shape::Columns)
            drawColumns();
        else
            drawLine();
        drawLimit();
        drawMarks();
        drawLabels();
    }

    /// Ends of the axis are round: they need no trailing zeros.
    QString axisText(const ReportCell &cell) const
    {
        QString text = shownText(cell);
        const double value = std::get<double>(cell.value);
        if (cell.unit == ReportUnit::Share && m_axis.step >= 0.01)
            return QString::number(std::lround(100.0 * value)) + u'%';
        if (cell.unit == ReportUnit::Seconds && (m_axis.step >= 1.0 || value == 0.0))
            return QString::number(std::lround(value)) + u" s"_s;
        return text;
    }

    /// A line's missing values; columns show theirs by being low.
    void drawGaps()
    {
        if (m_chart.shape != ReportChart::Shape::Line)
            return;
        for (qsizetype row = 0; row < m_rows;) {
            qsizetype end = row;
            while (end < m_rows && !number(end, m_chart.value))
                ++end;
            if (end > row)
                box(ChartTone::Gap,
                    {xOf(static_cast<double>(row)), m_plot.top(),
                     m_plot.width() * static_cast<double>(end - row) / static_cast<double>(m_rows),
                     m_plot.height()});
            row = std::max(end, row + 1);
        }
    }

    void drawColumns()
    {
        const double pitch = m_plot.width() / static_cast<double>(m_rows);
        const double space = std::min(2.0, pitch * 0.2);
        for (qsizetype row = 0; row < m_rows; ++row) {
            const double value = number(row, m_chart.value).value_or(0.0);
            if (value <= 0.0)
                continue;
            const double top = std::min(yOf(value), m_plot.bottom() - 0.8);
            box(ChartTone::Value,
                {xOf(static_cast<double>(row)) + space / 2.0, top, pitch - space, m_plot.bottom() - top});
        }
    }

    void drawLine()
    {
        for (qsizetype row = 0; row < m_rows;) {
            qsizetype end = row;
            while (end < m_rows && number(end, m_chart.value))
                ++end;
            if (end > row)
                drawRun(row, end);
            row = std::max(end, row + 1);
        }
    }

    /// Values without a gap between them.
    void drawRun(qsizetype from, qsizetype to)
    {
        ChartShape value{Kind::Line, ChartTone::Value, {}, {}, {}};
        ChartShape interval{Kind::Area, ChartTone::Interval, {}, {}, {}};
        const auto middle = [this](qsizetype row) { return xOf(static_cast<double>(row) + 0.5); };
        for (qsizetype row = from; row < to; ++row) {
            const double y = yOf(*number(row, m_chart.value));
            value.points.append({middle(row), y});
            if (m_chart.high)
                interval.points.append({middle(row), yOf(number(row, *m_chart.high).value_or(0.0))});
        }
        for (qsizetype row = to - 1; m_chart.low && row >= from; --row)
            interval.points.append({middle(row), yOf(number(row, *m_chart.low).value_or(0.0))});
        if (interval.points.size() > 2)
            add(interval);
        if (to - from == 1) // a dot, where there is nothing to join it with
            box(ChartTone::Value, {value.points.first() - QPointF(1.0, 1.0), QSizeF(2.0, 2.0)});
        else
            add(value);
    }

    void drawLimit()
    {
        if (!m_chart.limit)
            return;
        const double y = yOf(*m_chart.limit);
        line(ChartTone::Limit, {m_plot.left(), y}, {m_plot.right(), y});
        words(ChartTone::Limit, {m_plot.right() + 4.0, y + 2.6}, m_chart.limitText, Qt::AlignLeft);
    }

    void drawMarks()
    {
        double free = m_plot.left(); // marks close together would write over each other
        for (const ReportMark &mark : m_chart.marks) {
            const double x = xOf(static_cast<double>(mark.row));
            line(ChartTone::Mark, {x, m_plot.top() - 4.0}, {x, m_plot.bottom()});
            const double length = 3.0 + widthOf(mark.text);
            const bool isLast = x + length > m_drawing.width; // then it stands before its line
            if (x - (isLast ? length : 0.0) < free)
                continue;
            words(ChartTone::Mark, {isLast ? x - 2.0 : x + 2.0, m_plot.top() - 5.0},
                  calmText(mark.text, longestLabel), isLast ? Qt::AlignRight : Qt::AlignLeft);
            free = x + (isLast ? 0.0 : length);
        }
    }

    /// Numbers are told in round steps, moments as close as there is room.
    qsizetype labelsEvery(qsizetype most) const
    {
        const qsizetype least = std::max<qsizetype>(1, (m_rows + most - 1) / most);
        if (m_rows > 0 && numberOf(m_table.rows.first().at(m_chart.label)))
            for (const qsizetype round : {1, 2, 5, 10, 20, 25, 50})
                if (round >= least)
                    return round;
        return least;
    }

    void drawLabels()
    {
        const qsizetype most = static_cast<qsizetype>(m_plot.width() / 84.0);
        const qsizetype every = labelsEvery(std::max<qsizetype>(1, most));
        for (qsizetype row = 0; row < m_rows; row += every) {
            const double x = xOf(static_cast<double>(row));
            line(ChartTone::Grid, {x, m_plot.bottom()}, {x, m_plot.bottom() + 3.0});
            words(ChartTone::Label, {x, m_plot.bottom() + 11.0},
                  calmText(shownText(m_table.rows.at(row).at(m_chart.label)), longestLabel), Qt::AlignLeft);
        }
    }

    const ReportTable &m_table;
    const ReportChart &m_chart;
    qsizetype m_rows;
    Axis m_axis{};
    QRectF m_plot{};
    ChartDrawing m_drawing{};
};

} // namespace

bool hasValues(const ReportTable &table, const ReportChart &chart)
{
    return std::ranges::any_of(
        table.rows, [&](const QList<ReportCell> &row) { return numberOf(row.at(chart.value)).has_value(); });
}

ChartDrawing drawChart(const ReportTable &table, const ReportChart &chart, double width)
{
    return ChartPainter(table, chart, width).draw();
}

} // namespace assay
