// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QtGlobal>

#include <optional>

namespace assay {

/// What lies between two figures, both included.
struct Interval
{
    double low = 0.0;
    double high = 0.0;

    bool contains(double value) const { return low <= value && value <= high; }
    bool operator==(const Interval &) const = default;
};

/// 97.5 % of a standard normal distribution lie below this: for two-sided 95 % intervals.
inline constexpr double normal975 = 1.959963984540054;

/// 97.5 % quantile of Student's t distribution. @param degrees of freedom, from 1 on; fractions count
double studentT975(double degrees);

/// Share `hits` of `trials` with its 95 % interval; nullopt for no trials.
/// @source E. B. Wilson, 1927 (score interval, without continuity correction)
std::optional<Interval> wilsonInterval(qint64 hits, qint64 trials);

/// 95 % interval of the difference of two independent shares, b − a; nullopt where one has no trials.
/// @source R. G. Newcombe, 1998, method 10 (from the two Wilson intervals)
std::optional<Interval> shareDifference(qint64 hitsA, qint64 trialsA, qint64 hitsB, qint64 trialsB);

/// How many there were, their mean, and their variance with n − 1.
struct Sample
{
    qint64 count = 0;
    double mean = 0.0;
    double variance = 0.0; ///< 0 for fewer than two

    bool operator==(const Sample &) const = default;
};

/// 95 % interval of the mean; nullopt for fewer than two.
std::optional<Interval> meanInterval(const Sample &sample);

/// 95 % interval of the difference of two independent means, b − a; nullopt where one has fewer than two.
/// @source B. L. Welch, 1947
std::optional<Interval> meanDifference(const Sample &a, const Sample &b);

/// 95 % interval of b − a for any two figures with intervals of their own.
/// @source Zou and Donner, 2008 (MOVER)
Interval movedDifference(double a, const Interval &ofA, double b, const Interval &ofB);

/// Ranks (from 1) between which the `share` quantile of `count` values lies with 95 % confidence; nullopt
/// where so few values do not tell. @source order statistics, normal approximation of the binomial
struct RankInterval
{
    qint64 low = 1;
    qint64 high = 1;

    bool operator==(const RankInterval &) const = default;
};
std::optional<RankInterval> quantileRanks(double share, qint64 count);

/// The rank (from 1) that a quantile is read at: the smallest value that at least `share` of all values
/// do not exceed. 0 for no values.
qint64 quantileRank(double share, qint64 count);

} // namespace assay
