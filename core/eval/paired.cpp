// SPDX-License-Identifier: Apache-2.0
#include "eval/paired.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <vector>

namespace assay {

namespace {

constexpr int exactUpTo = 16;
constexpr qsizetype normalFrom = 2'000;
constexpr qint64 mostDraws = 200'000'000;
constexpr int leastResamples = 2'000;
constexpr double level = 0.05;

/// @source D. Blackman and S. Vigna, 2018 (xoshiro256**), seeded by splitmix64
class Random
{
public:
    explicit Random(quint64 seed)
    {
        for (quint64 &word : m_state) {
            seed += 0x9E3779B97F4A7C15ULL;
            quint64 z = seed;
            z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
            z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
            word = z ^ (z >> 31U);
        }
    }

    quint64 next()
    {
        const quint64 result = std::rotl(m_state[1] * 5, 7) * 9;
        const quint64 t = m_state[1] << 17U;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= t;
        m_state[3] = std::rotl(m_state[3], 45);
        return result;
    }

private:
    std::array<quint64, 4> m_state{};
};

double meanOfResample(std::span<const double> values, Random &random)
{
    const auto count = static_cast<quint64>(values.size());
    // Two indices from one draw; the bias of the multiplication is below count / 2^32.
    double sum = 0.0;
    quint64 i = 0;
    for (; i + 1 < count; i += 2) {
        const quint64 bits = random.next();
        sum += values[((bits & 0xFFFFFFFFU) * count) >> 32U] + values[((bits >> 32U) * count) >> 32U];
    }
    if (i < count)
        sum += values[((random.next() >> 32U) * count) >> 32U];
    return sum / static_cast<double>(count);
}

double at(const std::vector<double> &sorted, double share)
{
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(place);
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    return sorted[low] + (place - static_cast<double>(low)) * (sorted[high] - sorted[low]);
}

/// Half of what equals the mean counts as below it.
double shareBelow(const std::vector<double> &sorted, double mean)
{
    const auto low = std::lower_bound(sorted.begin(), sorted.end(), mean) - sorted.begin();
    const auto high = std::upper_bound(sorted.begin(), sorted.end(), mean) - sorted.begin();
    const auto count = static_cast<double>(sorted.size());
    return std::clamp(static_cast<double>(low + high) / (2.0 * count), 0.5 / count, 1.0 - 0.5 / count);
}

Interval bootstrapInterval(std::span<const double> values, double mean, int resamples, quint64 seed)
{
    double squares = 0.0;
    double cubes = 0.0;
    for (const double value : values) {
        const double off = value - mean;
        squares += off * off;
        cubes += off * off * off;
    }
    if (squares <= 0.0)
        return {mean, mean};
    Random random(seed);
    std::vector<double> means(static_cast<std::size_t>(resamples));
    for (double &one : means)
        one = meanOfResample(values, random);
    std::ranges::sort(means);
    const double bias = normalQuantile(shareBelow(means, mean));
    const double acceleration = cubes / (6.0 * std::pow(squares, 1.5)); // jackknife of a mean, in closed form
    const auto place = [&](double z) {
        return normalCdf(bias + (bias + z) / (1.0 - acceleration * (bias + z)));
    };
    return {at(means, place(-normal975)), at(means, place(normal975))};
}

/// Every assignment of signs, each differing from the one before in one sign.
double exactSignFlip(const std::vector<double> &values, double observed)
{
    const double tolerance = 1e-12 * std::max(1.0, observed);
    const quint64 ways = quint64(1) << values.size();
    std::vector<double> signs(values.size(), 1.0);
    double sum = 0.0;
    for (const double value : values)
        sum += value;
    quint64 extreme = 0;
    for (quint64 way = 0; way < ways; ++way) {
        if (way > 0) {
            const auto flipped = static_cast<std::size_t>(std::countr_zero(way));
            sum -= 2.0 * signs[flipped] * values[flipped];
            signs[flipped] = -signs[flipped];
        }
        extreme += std::abs(sum) >= observed - tolerance ? 1 : 0;
    }
    return static_cast<double>(extreme) / static_cast<double>(ways);
}

double sampledSignFlip(const std::vector<double> &values, double observed, int resamples, quint64 seed)
{
    const double tolerance = 1e-12 * std::max(1.0, observed);
    Random random(seed ^ 0x5DEECE66DULL);
    qint64 extreme = 0;
    for (int i = 0; i < resamples; ++i) {
        double sum = 0.0;
        quint64 bits = 0;
        for (std::size_t j = 0; j < values.size(); ++j) {
            if (j % 64 == 0)
                bits = random.next();
            sum += (bits & 1U) != 0 ? values[j] : -values[j];
            bits >>= 1U;
        }
        extreme += std::abs(sum) >= observed - tolerance ? 1 : 0;
    }
    // The observed assignment is one of them: p is never 0.
    return static_cast<double>(extreme + 1) / static_cast<double>(resamples + 1);
}

} // namespace

bool PairedDifference::isDistinguishable() const
{
    return interval && !interval->contains(0.0) && p < level;
}

PairedDifference pairedDifference(std::span<const double> differences, PairedOptions options)
{
    PairedDifference result{.pairs = static_cast<qint64>(differences.size())};
    if (differences.empty())
        return result;
    double sum = 0.0;
    double squares = 0.0;
    std::vector<double> moved; // a difference of 0 is the same under either sign
    for (const double one : differences) {
        sum += one;
        squares += one * one;
        if (one != 0.0)
            moved.push_back(one);
    }
    result.mean = sum / static_cast<double>(differences.size());
    const auto affordable = static_cast<int>(std::min<qint64>(options.resamples, mostDraws / result.pairs));
    const int resamples = std::max(std::min(options.resamples, leastResamples), affordable);
    if (result.pairs > 1)
        result.interval = bootstrapInterval(differences, result.mean, resamples, options.seed);
    if (moved.empty())
        return result;
    if (moved.size() <= exactUpTo) {
        result.isExact = true;
        result.p = exactSignFlip(moved, std::abs(sum));
    } else if (static_cast<qsizetype>(moved.size()) < normalFrom) {
        result.p = sampledSignFlip(moved, std::abs(sum), options.resamples, options.seed);
    } else {
        result.p = std::erfc(std::abs(sum) / std::sqrt(2.0 * squares));
    }
    return result;
}

double mcNemar(qint64 worse, qint64 better)
{
    const qint64 changed = worse + better;
    if (changed == 0)
        return 1.0;
    const auto count = static_cast<double>(changed);
    double tail = 0.0;
    for (qint64 k = 0; k <= std::min(worse, better); ++k) {
        const auto x = static_cast<double>(k);
        tail += std::exp(std::lgamma(count + 1.0) - std::lgamma(x + 1.0) - std::lgamma(count - x + 1.0) -
                         count * std::log(2.0));
    }
    return std::min(1.0, 2.0 * tail);
}

double normalCdf(double z)
{
    return 0.5 * std::erfc(-z / std::sqrt(2.0));
}

double normalQuantile(double share)
{
    // Bisection needs no table of coefficients and ends at the last bit that matters.
    double low = -40.0;
    double high = 40.0;
    for (int i = 0; i < 100; ++i) {
        const double middle = 0.5 * (low + high);
        (normalCdf(middle) < share ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

} // namespace assay
