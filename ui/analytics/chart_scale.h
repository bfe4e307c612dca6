// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/analytics_page.h"

#include <QtCore/QTimeZone>

// Where things stand on an axis. Pure.

namespace assay::ui {

/// A straight map from values to pixels; either side may run backwards.
struct Scale
{
    double low = 0.0; ///< value at pixel `start`
    double high = 1.0;
    double start = 0.0; ///< px
    double end = 1.0;   ///< px

    /// Values beyond the ends lie beyond them; an empty span of values gives `start`.
    double at(double value) const;
    /// @return low for an empty span of pixels
    double valueAt(double pixel) const;
};

/// Round values along an axis.
struct Ticks
{
    QList<double> values{}; ///< rising; the axis goes from the first to the last
    int decimals = 0;       ///< enough to tell them apart

    double low() const { return values.isEmpty() ? 0.0 : values.first(); }
    double high() const { return values.isEmpty() ? 1.0 : values.last(); }
    bool operator==(const Ticks &) const = default;
};

/// Steps of 1, 2, 2.5 or 5 times a power of ten, so that all of low…high is covered.
/// @param most ticks, from 2 on; not finite or empty spans give a span of one around them
Ticks roundTicks(double low, double high, int most);

/// The same for counts: no steps below one, and from 0 on.
Ticks countTicks(qint64 high, int most);

/// A mark on a time axis.
struct TimeTick
{
    UtcTime at{};
    QString label{}; ///< "14:00", or "21 Nov" where a day begins

    bool operator==(const TimeTick &) const = default;
};

/// Full hours, days … of the operator's zone inside the range. Empty for an empty range.
/// @param most ticks, from 1 on
QList<TimeTick> timeTicks(const TimeRange &range, int most, const QTimeZone &zone);

/// Microseconds since 1970 as the value of a Scale.
Scale timeScale(const TimeRange &range, double start, double end);

/// Left ends for labels that would like to be centred at `centres`, kept between the ends and, in order,
/// `gap` px apart. Where they do not fit all, they begin at `start` and run over the end.
QList<double> placeLabels(const QList<double> &centres, const QList<double> &widths, double start, double end,
                          double gap);

} // namespace assay::ui
