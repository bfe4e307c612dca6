// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/alert_store.h"

#include <QtCore/QStringList>

#include <span>

namespace assay {

/// What a metric's number counts, for texts and forms.
enum class AlertUnit : std::uint8_t { Score, Share, Milliseconds, Dollars, Count, Percent };

/// How the values of a window become one number.
enum class AlertFold : std::uint8_t {
    Mean,
    Share,    ///< how many of those that tell, n of m
    Quantile, ///< nearest rank
    Sum,
    Count,
    PerResponse, ///< a sum over the number of responses
    Last,
    Each, ///< no window: every single value is held against the bound, and fires on its own
};

/// What a rule can measure. The one declaration: files, forms, documentation and export are driven by it.
struct AlertMetric
{
    const char *name = "";
    AlertUnit unit = AlertUnit::Score;
    AlertFold fold = AlertFold::Mean;
    double quantile = 0.0;   ///< of Quantile
    bool badWhenHigh = true; ///< a ceiling is the usual bound, else a floor
    const char *label = "";  ///< AssayCore
    const char *help = "";   ///< AssayCore: one sentence
    const char *promql =
        ""; ///< the same over our /metrics; WINDOW stands for the range; empty = there is none
    AlertEvent::Kind kind = AlertEvent::Kind::Reading;
    /// The value of an event: nullopt when it has none. Share: 1 or 0. Times `scale`.
    std::optional<qint64> (*value)(const AlertEvent &event) = nullptr;
    double scale = 1.0; ///< what the sum of values is divided by
};

std::span<const AlertMetric> alertMetrics();
/// nullptr for an unknown name.
const AlertMetric *alertMetric(QStringView name);
QStringList alertMetricNames();

/// "0.82", "12.3%", "523 ms", "$0.0035", "7".
QString alertValueText(AlertUnit unit, double value);

} // namespace assay
