// SPDX-License-Identifier: Apache-2.0
#include "analytics/statistics.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace assay {

namespace {

double asDouble(qint64 value)
{
    return static_cast<double>(value);
}

/// Continued fraction of the incomplete beta function.
/// @source W. J. Lentz, 1976; Abramowitz and Stegun, 26.5.8
double betaFraction(double a, double b, double x)
{
    constexpr double tiny = 1e-300;
    const auto away = [](double value) { return std::abs(value) < tiny ? tiny : value; };
    double c = 1.0;
    double d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    double result = d;
    for (int m = 1; m < 500; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        result *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        const double step = d * c;
        result *= step;
        if (std::abs(step - 1.0) < 1e-15)
            break;
    }
    return result;
}

/// Regularized incomplete beta function.
double betaShare(double a, double b, double x)
{
    if (x <= 0.0 || x >= 1.0)
        return x <= 0.0 ? 0.0 : 1.0;
    const double front = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) +
                                  b * std::log(1.0 - x));
    return x < (a + 1.0) / (a + b + 2.0) ? front * betaFraction(a, b, x) / a
                                         : 1.0 - front * betaFraction(b, a, 1.0 - x) / b;
}

/// Probability that Student's t lies below `t`, for t ≥ 0.
double studentTShare(double t, double degrees)
{
    return 1.0 - 0.5 * betaShare(degrees / 2.0, 0.5, degrees / (degrees + t * t));
}

Interval clamped(double low, double high)
{
    return {.low = std::clamp(low, 0.0, 1.0), .high = std::clamp(high, 0.0, 1.0)};
}

} // namespace

double studentT975(double degrees)
{
    double low = normal975;
    double high = 1e4;
    for (int i = 0; i < 200 && high - low > 1e-12 * high; ++i) {
        const double middle = (low + high) / 2.0;
        (studentTShare(middle, degrees) < 0.975 ? low : high) = middle;
    }
    return (low + high) / 2.0;
}

std::optional<Interval> wilsonInterval(qint64 hits, qint64 trials)
{
    if (trials <= 0)
        return std::nullopt;
    const double n = asDouble(trials);
    const double p = asDouble(hits) / n;
    const double z2 = normal975 * normal975;
    const double centre = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    const double half = normal975 / (1.0 + z2 / n) * std::sqrt(p * (1.0 - p) / n + z2 / (4.0 * n * n));
    // What rounding would leave beside the ends.
    return clamped(hits == 0 ? 0.0 : centre - half, hits == trials ? 1.0 : centre + half);
}

Interval movedDifference(double a, const Interval &ofA, double b, const Interval &ofB)
{
    const double difference = b - a;
    return {.low = difference - std::hypot(b - ofB.low, ofA.high - a),
            .high = difference + std::hypot(ofB.high - b, a - ofA.low)};
}

std::optional<Interval> shareDifference(qint64 hitsA, qint64 trialsA, qint64 hitsB, qint64 trialsB)
{
    const std::optional<Interval> a = wilsonInterval(hitsA, trialsA);
    const std::optional<Interval> b = wilsonInterval(hitsB, trialsB);
    if (!a || !b)
        return std::nullopt;
    return movedDifference(asDouble(hitsA) / asDouble(trialsA), *a, asDouble(hitsB) / asDouble(trialsB), *b);
}

std::optional<Interval> meanInterval(const Sample &sample)
{
    if (sample.count < 2)
        return std::nullopt;
    const double n = asDouble(sample.count);
    const double half = studentT975(n - 1.0) * std::sqrt(sample.variance / n);
    return Interval{.low = sample.mean - half, .high = sample.mean + half};
}

std::optional<Interval> meanDifference(const Sample &a, const Sample &b)
{
    if (a.count < 2 || b.count < 2)
        return std::nullopt;
    const double partA = a.variance / asDouble(a.count);
    const double partB = b.variance / asDouble(b.count);
    const double difference = b.mean - a.mean;
    const double sum = partA + partB;
    if (sum <= 0.0)
        return Interval{.low = difference, .high = difference};
    const double degrees =
        sum * sum / (partA * partA / asDouble(a.count - 1) + partB * partB / asDouble(b.count - 1));
    const double half = studentT975(degrees) * std::sqrt(sum);
    return Interval{.low = difference - half, .high = difference + half};
}

qint64 quantileRank(double share, qint64 count)
{
    if (count <= 0)
        return 0;
    // 0.95 · 20 is 19 and not a little more.
    return std::clamp<qint64>(static_cast<qint64>(std::ceil(share * asDouble(count) - 1e-9)), 1, count);
}

std::optional<RankInterval> quantileRanks(double share, qint64 count)
{
    const double n = asDouble(count);
    const double half = normal975 * std::sqrt(n * share * (1.0 - share));
    const auto low = static_cast<qint64>(std::floor(n * share - half));
    const auto high = static_cast<qint64>(std::ceil(n * share + half)) + 1;
    if (low < 1 || high > count)
        return std::nullopt;
    return RankInterval{.low = low, .high = high};
}

} // namespace assay
