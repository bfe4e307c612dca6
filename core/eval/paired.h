// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/statistics.h"

#include <span>

namespace assay {

struct PairedOptions
{
    int resamples = 10'000; ///< of bootstrap and permutation; fewer for very many pairs, see there
    quint64 seed = 1;       ///< the same seed and differences give the same figures on every machine
};

/// What two measurements of the same things differ by.
struct PairedDifference
{
    qint64 pairs = 0;
    double mean = 0.0;                  ///< second − first
    std::optional<Interval> interval{}; ///< 95 %; absent for fewer than two pairs
    double p = 1.0;                     ///< two-sided; 1 without pairs
    bool isExact = false;               ///< p from every assignment of signs, not from a sample of them

    /// Zero lies outside the interval, and p is below 0.05. Both must say so: the interval is narrow where
    /// pairs are few, and the test says nothing of size.
    bool isDistinguishable() const;

    bool operator==(const PairedDifference &) const = default;
};

/// Mean of the differences with its 95 % interval and a test that it is 0.
///
/// Interval: bootstrap, bias-corrected and accelerated. @source B. Efron, 1987 (BCa)
/// Test: signs of the differences flipped; all 2^k ways for up to 16 that are not 0, otherwise `resamples`
/// random ones, and from 2,000 on the normal distribution they tend to. @source R. A. Fisher, 1935
/// Above 20,000 pairs fewer resamples are drawn, 2,000 at least, so that the work stays bounded.
PairedDifference pairedDifference(std::span<const double> differences, PairedOptions options = {});

/// Two-sided p that both kinds of change are as likely: pass → fail and fail → pass.
/// @source Q. McNemar, 1947, exact by the binomial distribution
double mcNemar(qint64 worse, qint64 better);

/// Standard normal distribution and its inverse, to 1e-9 within (0, 1).
double normalCdf(double z);
double normalQuantile(double share);

} // namespace assay
