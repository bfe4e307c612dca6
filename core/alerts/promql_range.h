// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/promql.h"

#include <span>

namespace assay::promql {

/// rate, increase, delta and *_over_time over the samples of [endMs − range, endMs].
/// @return nullopt when there are too few
/// @source Prometheus 2.42, promql/functions.go (extrapolatedRate)
std::optional<double> overRange(const QString &function, std::span<const Sample> samples,
                                std::chrono::milliseconds range, qint64 endMs);

/// The value below which the share `quantile` of a classic histogram's observations lies.
/// @source Prometheus 2.42, promql/quantile.go
struct Bucket
{
    double upper = 0.0;
    double count = 0.0;
};
double histogramQuantile(double quantile, std::vector<Bucket> buckets);

} // namespace assay::promql
