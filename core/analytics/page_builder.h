// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/analytics.h"

#include <vector>

namespace assay {

// From sums to figures. Private to core/analytics.

/// What was summed up for a page.
struct PageSums
{
    TimeRange range{};
    std::vector<TimeRange> buckets{};
    std::vector<RollupCell> cells{}; ///< one per bucket
    RollupCell total{};
    RollupCell before{}; ///< the period of equal length before
};

/// Lengths of buckets, in minutes, so that at most `most` of them cover `range`.
qint64 bucketMinutes(const TimeRange &range, int most);
/// The pieces of `range` (whole minutes) that multiples of `minutes` cut it into.
std::vector<TimeRange> bucketsOf(const TimeRange &range, qint64 minutes);

/// Ids of names that the figures speak of.
QList<qint64> namesIn(const RollupCell &total);

AnalyticsPage buildPage(const PageSums &sums, const AnalyticsQuery &query,
                        const QHash<qint64, QString> &names);

} // namespace assay
