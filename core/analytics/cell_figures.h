// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/analytics_page.h"
#include "store/rollup_cell.h"

namespace assay {

// Single figures of one cell. Private to core/analytics.

/// The first bin whose scores all reach `threshold`: thresholds are taken to the hundredth above.
int thresholdBin(float threshold);

/// Passed and judged responses; those without a verdict of their own are held against the threshold.
struct JudgedCount
{
    qint64 passed = 0;
    qint64 judged = 0;
};
JudgedCount judgedIn(const RollupCell &cell, float threshold);

/// hits / trials with its interval; no value for no trials.
Figure shareFigure(qint64 hits, qint64 trials);
std::optional<double> meanScore(const RollupCell &cell);
/// The percentiles 50, 95 and 99 in seconds; nullopt without a latency.
struct LatencyValues
{
    std::optional<double> p50{};
    std::optional<double> p95{};
    std::optional<double> p99{};
};
LatencyValues latencyValues(const RollupCell &cell);
/// Any figure of the table, in its unit.
Figure kpiFigure(Kpi kpi, const RollupCell &cell, float threshold);

} // namespace assay
