// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/gantt.h"
#include "ui/kit/paint.h"

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double nameWidth = 92;
constexpr double msWidth = 66;
constexpr double moneyWidth = 58;
constexpr double axisHeight = 20;
constexpr double barHeight = 8;
constexpr double captionGap = 7;

bool usable(const GanttBar &bar)
{
    return std::isfinite(bar.startMs) && std::isfinite(bar.lengthMs) && bar.startMs >= 0 && bar.lengthMs >= 0;
}

double lastMs(const QList<GanttRow> &rows, const QList<double> &retryMs)
{
    double last = 0;
    for (const GanttRow &row : rows)
        for (const GanttBar &bar : row.bars)
            if (usable(bar))
                last = qMax(last, bar.startMs + bar.lengthMs);
    for (const double retry : retryMs)
        if (std::isfinite(retry))
            last = qMax(last, retry);
    return last;
}

/// 1, 2 or 5 times a power of ten, so that about `count` steps fill `span`.
double niceStep(double span, double count)
{
    const double raw = span / qMax(1.0, count);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    const double digit = raw / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
}

QList<GanttTick> ticks(double spanMs, double step, const QRectF &plot)
{
    struct Unit
    {
        double ms;
        QString name;
    };
    const Unit unit = spanMs < 1000     ? Unit{1, u"ms"_s}
                      : spanMs < 300e3  ? Unit{1000, u"s"_s}
                      : spanMs < 7200e3 ? Unit{60e3, u"min"_s}
                                        : Unit{3600e3, u"h"_s};
    QList<GanttTick> result;
    const int count = int(std::round(spanMs / step));
    for (int i = 0; i <= count; ++i) {
        QString text = QString::number(i * step / unit.ms, 'g', 4);
        if (i == count)
            text += u' ' + unit.name;
        result << GanttTick{plot.left() + plot.width() * (i * step / spanMs), text};
    }
    return result;
}

QRectF captionBox(const GanttRow &row, const QRectF &plot, double top, double left, double right)
{
    const double width =
        std::ceil(QFontMetricsF(font(Type::Small)).horizontalAdvance(row.caption.left(200))) + 1;
    const double room = plot.right() - right - captionGap;
    if (row.caption.isEmpty())
        return {};
    if (width > room && width < left - plot.left() - captionGap)
        return {left - captionGap - width, top, width, metric::rowTight};
    return {right + captionGap, top, qMax(0.0, qMin(width, room)), metric::rowTight};
}

} // namespace

BarKind barKind(Band band)
{
    switch (band) {
    case Band::Pass: return BarKind::Pass;
    case Band::Near: return BarKind::Near;
    case Band::Low: return BarKind::Low;
    case Band::Fail: return BarKind::Fail;
    }
    return BarKind::Neutral;
}

GanttLayout ganttLayout(const QList<GanttRow> &rows, const QList<double> &retryMs, double width)
{
    GanttLayout out;
    if (rows.isEmpty())
        return out;
    const double body = metric::rowTight * double(rows.size());
    out.height = axisHeight + body;
    const double right = qMax(nameWidth + 40, width - msWidth - moneyWidth - 8);
    out.plot = QRectF(nameWidth, axisHeight, right - nameWidth, body);
    const double last = qBound(1.0, lastMs(rows, retryMs), 1e12);
    const double step = niceStep(last, qBound(2.0, out.plot.width() / 36, 6.0));
    out.spanMs = step * std::ceil(last / step - 1e-9);
    out.ticks = ticks(out.spanMs, step, out.plot);
    const auto x = [&out](double ms) {
        return out.plot.left() + out.plot.width() * qMin(1.0, ms / out.spanMs);
    };
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const double top = axisHeight + metric::rowTight * double(i);
        double first = out.plot.right();
        double end = out.plot.left();
        for (const GanttBar &bar : rows.at(i).bars) {
            if (!usable(bar))
                continue;
            const double from = qMin(x(bar.startMs), out.plot.right() - 2);
            const double to = qMax(from + 2, x(bar.startMs + bar.lengthMs));
            out.bars << GanttLayout::Bar{
                i, QRectF(from, top + (metric::rowTight - barHeight) / 2, to - from, barHeight), bar.kind};
            first = qMin(first, from);
            end = qMax(end, to);
        }
        out.labels << QRectF(0, top, nameWidth - 6, metric::rowTight);
        out.captions << captionBox(rows.at(i), out.plot, top, first, end);
        out.msCells << QRectF(width - moneyWidth - msWidth, top, msWidth, metric::rowTight);
        out.moneyCells << QRectF(width - moneyWidth, top, moneyWidth, metric::rowTight);
    }
    for (const double retry : retryMs)
        if (std::isfinite(retry) && retry >= 0)
            out.retries << x(retry);
    return out;
}

} // namespace assay::ui
