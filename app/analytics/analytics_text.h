// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/analytics_page.h"

#include <QtCore/QStringList>

namespace assay::app {

/// The deployment guide's block (quality_analytics), and below it what the guide does not print: figures
/// with their intervals and targets, and what is missing.
/// @param period "Last 24 hours"
/// @source the deployment guide, "Aggregate analytics"
QStringList analyticsLines(const AnalyticsPage &page, const QString &period);

/// Both ranges side by side, each figure with its difference.
QStringList comparisonLines(const AnalyticsComparison &comparison);

/// "Last 24 hours" of "24h"; the range itself, in local time, of what is no plain length.
QString periodText(const QString &typed, const TimeRange &range);

} // namespace assay::app
