// SPDX-License-Identifier: Apache-2.0
#include "alerts/promql_range.h"

#include <cmath>
#include <limits>

namespace assay::promql {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// A sum that carries along what rounding loses.
struct CarefulSum
{
    double sum = 0.0;
    double lost = 0.0;

    void add(double value)
    {
        const double next = sum + value;
        if (std::abs(sum) >= std::abs(value))
            lost += (sum - next) + value;
        else
            lost += (value - next) + sum;
        sum = next;
    }
    double result() const { return std::isinf(sum) ? sum : sum + lost; }
};

double sumOf(std::span<const Sample> samples)
{
    CarefulSum sum;
    for (const Sample &sample : samples)
        sum.add(sample.value);
    return sum.result();
}

/// Step by step as Prometheus does it: the last bit decides at a threshold.
double meanOf(std::span<const Sample> samples)
{
    CarefulSum mean;
    double count = 0.0;
    for (const Sample &sample : samples) {
        count += 1.0;
        mean.add(sample.value / count - mean.sum / count);
    }
    return mean.result();
}

/// What was counted between the first and the last sample, restarts of the counter included, stretched to
/// the ends of the range.
std::optional<double> extrapolated(std::span<const Sample> samples, double rangeSeconds, qint64 endMs,
                                   bool isCounter, bool isRate)
{
    if (samples.size() < 2)
        return std::nullopt;
    const Sample &first = samples.front();
    const Sample &last = samples.back();
    double result = last.value - first.value;
    if (isCounter)
        for (std::size_t i = 1; i < samples.size(); ++i)
            if (samples[i].value < samples[i - 1].value)
                result += samples[i - 1].value;
    double toStart = static_cast<double>(first.timeMs - endMs) / 1000.0 + rangeSeconds;
    const double toEnd = static_cast<double>(endMs - last.timeMs) / 1000.0;
    const double sampled = static_cast<double>(last.timeMs - first.timeMs) / 1000.0;
    const double average = sampled / static_cast<double>(samples.size() - 1);
    if (isCounter && result > 0.0 && first.value >= 0.0)
        toStart = std::min(toStart, sampled * (first.value / result));
    const double threshold = average * 1.1;
    double stretched = sampled;
    stretched += toStart < threshold ? toStart : average / 2.0;
    stretched += toEnd < threshold ? toEnd : average / 2.0;
    double factor = stretched / sampled;
    if (isRate)
        factor /= rangeSeconds;
    return result * factor;
}

} // namespace

std::optional<double> overRange(const QString &function, std::span<const Sample> samples,
                                std::chrono::milliseconds range, qint64 endMs)
{
    const double seconds = static_cast<double>(range.count()) / 1000.0;
    if (function == u"rate")
        return extrapolated(samples, seconds, endMs, true, true);
    if (function == u"increase")
        return extrapolated(samples, seconds, endMs, true, false);
    if (function == u"delta")
        return extrapolated(samples, seconds, endMs, false, false);
    if (samples.empty())
        return std::nullopt;
    if (function == u"count_over_time")
        return static_cast<double>(samples.size());
    if (function == u"last_over_time")
        return samples.back().value;
    if (function == u"sum_over_time")
        return sumOf(samples);
    if (function == u"avg_over_time")
        return meanOf(samples);
    // A NaN among others counts as neither the least nor the most.
    double found = samples.front().value;
    for (const Sample &sample : samples)
        if (std::isnan(found) || (function == u"min_over_time" ? sample.value < found : sample.value > found))
            found = sample.value;
    return found;
}

double histogramQuantile(double quantile, std::vector<Bucket> buckets)
{
    if (quantile < 0.0)
        return -std::numeric_limits<double>::infinity();
    if (quantile > 1.0)
        return std::numeric_limits<double>::infinity();
    std::ranges::sort(buckets, {}, &Bucket::upper);
    if (buckets.size() < 2 || std::isnan(quantile) || !std::isinf(buckets.back().upper))
        return nan;
    for (std::size_t i = 1; i < buckets.size(); ++i) // counts of one scrape may disagree a little
        buckets[i].count = std::max(buckets[i].count, buckets[i - 1].count);
    const double observations = buckets.back().count;
    if (observations == 0.0 || std::isnan(observations))
        return nan;
    double rank = quantile * observations;
    std::size_t found = 0;
    while (found < buckets.size() - 1 && buckets[found].count < rank)
        ++found;
    if (found == buckets.size() - 1)
        return buckets[found - 1].upper;
    if (found == 0 && buckets[0].upper <= 0.0)
        return buckets[0].upper;
    double lower = 0.0;
    double count = buckets[found].count;
    if (found > 0) {
        lower = buckets[found - 1].upper;
        count -= buckets[found - 1].count;
        rank -= buckets[found - 1].count;
    }
    return lower + (buckets[found].upper - lower) * (rank / count);
}

} // namespace assay::promql
