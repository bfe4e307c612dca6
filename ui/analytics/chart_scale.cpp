// SPDX-License-Identifier: Apache-2.0
#include "ui/analytics/chart_scale.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double slack = 1e-9; ///< of a step: what binary fractions miss
constexpr int mostDecimals = 9;

int decimalsFor(double step)
{
    int decimals = 0;
    while (decimals < mostDecimals && std::abs(step - std::round(step)) > slack * step) {
        step *= 10.0;
        ++decimals;
    }
    return decimals;
}

std::optional<Ticks> ticksAt(double step, double low, double high, int most)
{
    const double first = std::floor(low / step + slack);
    const double last = std::max(first + 1.0, std::ceil(high / step - slack));
    if (last - first + 1.0 > most)
        return std::nullopt;
    Ticks ticks{.decimals = decimalsFor(step)};
    for (double index = first; index <= last; index += 1.0)
        ticks.values.append(index * step);
    return ticks;
}

/// Steps that clocks and calendars know, in minutes.
constexpr std::array<int, 19> clockSteps{1,   2,   5,   10,   15,   20,   30,    60,    120,  180,
                                         240, 360, 720, 1440, 2880, 7200, 10080, 20160, 43200};

QDateTime inZone(UtcTime time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMicros(time) / 1000, zone);
}

QString tickLabel(const QDateTime &at)
{
    return at.time() == QTime(0, 0) ? QLocale().toString(at.date(), u"d MMM"_s) : at.toString(u"HH:mm"_s);
}

/// The first moment at or after `from` that lies whole steps from its day's midnight.
QDateTime firstTick(const QDateTime &from, int step)
{
    const QDateTime midnight = from.date().startOfDay(from.timeZone());
    if (step >= 1440) { // counted from a fixed Monday, so that labels stay when the range moves
        const qint64 days = step / 1440;
        qint64 day = QDate(2024, 1, 1).daysTo(from.date()) + (from > midnight ? 1 : 0);
        day = (day + days - 1) / days * days;
        return QDate(2024, 1, 1).addDays(day).startOfDay(from.timeZone());
    }
    const qint64 seconds = qint64{step} * 60;
    const qint64 passed = midnight.secsTo(from) + (from.time().msec() > 0 ? 1 : 0);
    return midnight.addSecs((passed + seconds - 1) / seconds * seconds);
}

QDateTime nextTick(const QDateTime &at, int step)
{
    if (step >= 1440)
        return at.date().addDays(step / 1440).startOfDay(at.timeZone());
    const QDateTime next = at.addSecs(qint64{step} * 60);
    // Clocks that were put forward or back: count anew from the new day.
    return next.date() != at.date() ? next.date().startOfDay(at.timeZone()) : next;
}

} // namespace

double Scale::at(double value) const
{
    return high == low ? start : start + (value - low) / (high - low) * (end - start);
}

double Scale::valueAt(double pixel) const
{
    return end == start ? low : low + (pixel - start) / (end - start) * (high - low);
}

Ticks roundTicks(double low, double high, int most)
{
    if (!std::isfinite(low) || !std::isfinite(high) || low > high)
        low = high = 0.0;
    if (low == high)
        high = low + 1.0;
    double power = std::pow(10.0, std::floor(std::log10((high - low) / std::max(1, most))));
    for (;; power *= 10.0)
        for (const double factor : {1.0, 2.0, 2.5, 5.0})
            if (std::optional<Ticks> ticks = ticksAt(factor * power, low, high, std::max(2, most)))
                return *std::move(ticks);
}

Ticks countTicks(qint64 high, int most)
{
    // Steps of 2.5 fall away below ten: there are no half responses.
    Ticks ticks = roundTicks(0.0, static_cast<double>(std::max<qint64>(1, high)), std::max(2, most));
    if (ticks.decimals > 0) {
        ticks.values.clear();
        const qint64 step = high <= 2 ? 1 : (high + most - 2) / std::max(1, most - 1);
        for (qint64 value = 0; value < std::max<qint64>(1, high) + step; value += step)
            ticks.values.append(static_cast<double>(value));
        ticks.decimals = 0;
    }
    return ticks;
}

QList<TimeTick> timeTicks(const TimeRange &range, int most, const QTimeZone &zone)
{
    if (range.from >= range.to)
        return {};
    const qint64 minutes = std::chrono::ceil<std::chrono::minutes>(range.length()).count();
    const auto *const found =
        std::ranges::find_if(clockSteps, [&](int step) { return minutes / step + 1 <= std::max(1, most); });
    const int step =
        found != clockSteps.end()
            ? *found
            : static_cast<int>(std::min<qint64>(minutes / std::max(1, most) / 1440 + 1, 100'000) * 1440);
    QList<TimeTick> ticks;
    for (QDateTime at = firstTick(inZone(range.from, zone), step);; at = nextTick(at, step)) {
        const UtcTime time = fromMicros(at.toMSecsSinceEpoch() * 1000);
        if (time > range.to || ticks.size() >= most)
            return ticks;
        ticks.append({.at = time, .label = tickLabel(at)});
    }
}

Scale timeScale(const TimeRange &range, double start, double end)
{
    return {.low = static_cast<double>(toMicros(range.from)),
            .high = static_cast<double>(toMicros(range.to)),
            .start = start,
            .end = end};
}

QList<double> placeLabels(const QList<double> &centres, const QList<double> &widths, double start, double end,
                          double gap)
{
    QList<double> lefts;
    double free = start;
    for (qsizetype i = 0; i < centres.size(); ++i) {
        lefts.append(std::max(free, centres.at(i) - widths.at(i) / 2.0));
        free = lefts.last() + widths.at(i) + gap;
    }
    double limit = end;
    for (qsizetype i = lefts.size(); i-- > 0;) {
        lefts[i] = std::min(lefts.at(i), limit - widths.at(i));
        limit = lefts.at(i) - gap;
    }
    free = start;
    for (qsizetype i = 0; i < lefts.size(); ++i) {
        lefts[i] = std::max(lefts.at(i), free);
        free = lefts.at(i) + widths.at(i) + gap;
    }
    return lefts;
}

} // namespace assay::ui
