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
Figure averageQuality(const RollupCell &cell);
/// @param share 0.95 for P95; in seconds
Figure latencyFigure(const RollupCell &cell, double share);
/// Any figure of the table, in its unit.
Figure kpiFigure(Kpi kpi, const RollupCell &cell, float threshold);

} // namespace assay
