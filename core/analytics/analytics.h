// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/analytics_page.h"
#include "base/cancel_token.h"
#include "store/store.h"

namespace assay {

/// Targets of the figures, as the settings have them. nullopt = no target.
/// @source the deployment guide, "Production targets" and "Success criteria", which disagree: each of
/// its figures is a target of its own
struct AnalyticsTargets
{
    std::optional<double> passRate{};
    std::optional<double> averageQuality{};
    std::optional<double> lowQuality{};
    std::optional<double> costPerQuery{}; ///< dollars
    std::optional<double> latencyP95{};   ///< seconds
    std::optional<double> retryRate{};
    std::optional<double> toolUse{};

    bool operator==(const AnalyticsTargets &) const = default;
};

/// What a page is asked for.
struct AnalyticsQuery
{
    TimeRange range{};
    Filter filter{}; ///< of events (readings) or of turns; empty = all
    UtcTime now{};   ///< what relative times of the filter count from, and where gaps end
    float threshold = 0.95F;
    AnalyticsTargets targets{};
    int mostBuckets = 120;
    std::optional<TimeRange> compareWith{}; ///< the range to be held against `range`

    bool operator==(const AnalyticsQuery &) const = default;
};

/// "24h", "90min", "7d" back from `now`; "2026-11-20..2026-11-21", with times where wanted; "all" up to
/// `now`. @errors InvalidArgument
Result<TimeRange> readTimeRange(const QString &text, UtcTime now);

/// Every figure of a range. Without a filter it costs by the length of the range, not by its events.
/// @errors InvalidArgument (an empty range, a filter of columns the store does not keep), Cancelled, and as
/// the store
Result<AnalyticsPage> analyticsPage(Store &store, const AnalyticsQuery &query, const CancelToken &token = {});

/// query.range against query.compareWith, which must be set. @errors as analyticsPage()
Result<AnalyticsComparison> compareRanges(Store &store, const AnalyticsQuery &query,
                                          const CancelToken &token = {});

} // namespace assay
