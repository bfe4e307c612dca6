// SPDX-License-Identifier: Apache-2.0
#include "analytics/cell_figures.h"

#include "base/log_bins.h"

#include <cmath>

namespace assay {

namespace {

using Sum = RollupSum;
using Bins = RollupBins;

double asDouble(qint64 value)
{
    return static_cast<double>(value);
}

/// Count, mean and variance of binned values. @param valueOf what stands for a bin
template<typename F>
Sample sampleOf(const BinCounts &bins, F valueOf)
{
    Sample sample;
    double sum = 0.0;
    bins.each([&](qint64 bin, qint64 count) {
        sample.count += count;
        sum += valueOf(bin) * asDouble(count);
    });
    if (sample.count == 0)
        return sample;
    sample.mean = sum / asDouble(sample.count);
    double squares = 0.0;
    bins.each([&](qint64 bin, qint64 count) {
        const double away = valueOf(bin) - sample.mean;
        squares += away * away * asDouble(count);
    });
    sample.variance = sample.count > 1 ? squares / asDouble(sample.count - 1) : 0.0;
    return sample;
}

/// The same width around a figure that is known better than its bins.
std::optional<Interval> around(double value, const Sample &sample)
{
    const std::optional<Interval> interval = meanInterval(sample);
    if (!interval)
        return std::nullopt;
    return Interval{.low = interval->low - sample.mean + value, .high = interval->high - sample.mean + value};
}

/// The values at `ranks` (from 1, ascending), in one pass, in seconds.
template<std::size_t N>
std::array<double, N> latenciesAt(const BinCounts &bins, const std::array<qint64, N> &ranks)
{
    constexpr double msPerSecond = 1000.0;
    std::array<double, N> values{};
    std::size_t next = 0;
    qint64 passed = 0;
    bins.each([&](qint64 bin, qint64 count) {
        passed += count;
        for (; next < N && passed >= ranks[next]; ++next)
            values[next] = logBinValue(static_cast<int>(bin)) / msPerSecond;
    });
    return values;
}

Figure averageQuality(const RollupCell &cell)
{
    Figure figure{.value = meanScore(cell), .count = cell[Sum::Scored]};
    if (!figure.value)
        return figure;
    figure.interval =
        around(*figure.value, sampleOf(cell[Bins::Score], [](qint64 bin) { return asDouble(bin) / 100.0; }));
    if (figure.interval)
        *figure.interval = {.low = std::max(0.0, figure.interval->low),
                            .high = std::min(1.0, figure.interval->high)};
    return figure;
}

/// @param share 0.95 for P95
Figure latencyFigure(const RollupCell &cell, double share)
{
    Figure figure{.value = {}, .count = cell[Sum::LatencyCount]};
    if (figure.count == 0)
        return figure;
    const BinCounts &bins = cell[Bins::LatencyMs];
    figure.value = latenciesAt<1>(bins, {quantileRank(share, figure.count)})[0];
    if (const std::optional<RankInterval> ranks = quantileRanks(share, figure.count)) {
        const auto [low, high] = latenciesAt<2>(bins, {ranks->low, ranks->high});
        figure.interval = Interval{.low = low, .high = high};
    }
    return figure;
}

Figure costPerQuery(const RollupCell &cell)
{
    Figure figure{.value = {}, .count = cell[Sum::Responses]};
    if (figure.count == 0 || cell[Sum::CallsWithCost] == 0)
        return figure;
    figure.value = asDouble(cell[Sum::CostMicros]) / 1e6 / asDouble(figure.count);
    figure.interval = around(*figure.value, sampleOf(cell[Bins::TurnCostMicros], [](qint64 bin) {
        return logBinValue(static_cast<int>(bin)) / 1e6;
    }));
    if (figure.interval)
        figure.interval->low = std::max(0.0, figure.interval->low);
    return figure;
}

} // namespace

int thresholdBin(float threshold)
{
    int bin = scoreBinOf(threshold);
    while (bin < 100 && scoreBinLow(bin) < threshold)
        ++bin;
    return bin;
}

JudgedCount judgedIn(const RollupCell &cell, float threshold)
{
    JudgedCount count{.passed = cell[Sum::Passed], .judged = cell[Sum::Passed] + cell[Sum::Failed]};
    const qint64 first = thresholdBin(threshold);
    cell[Bins::UndecidedScore].each([&](qint64 bin, qint64 responses) {
        count.judged += responses;
        count.passed += bin >= first ? responses : 0;
    });
    return count;
}

Figure shareFigure(qint64 hits, qint64 trials)
{
    if (trials <= 0)
        return {};
    return {.value = asDouble(hits) / asDouble(trials),
            .count = trials,
            .interval = wilsonInterval(hits, trials)};
}

std::optional<double> meanScore(const RollupCell &cell)
{
    const qint64 scored = cell[Sum::Scored];
    return scored > 0 ? std::optional(asDouble(cell[Sum::ScoreMillionths]) / 1e6 / asDouble(scored))
                      : std::nullopt;
}

LatencyValues latencyValues(const RollupCell &cell)
{
    const qint64 count = cell[Sum::LatencyCount];
    if (count == 0)
        return {};
    const auto [p50, p95, p99] =
        latenciesAt<3>(cell[Bins::LatencyMs],
                       {quantileRank(0.50, count), quantileRank(0.95, count), quantileRank(0.99, count)});
    return {.p50 = p50, .p95 = p95, .p99 = p99};
}

Figure kpiFigure(Kpi kpi, const RollupCell &cell, float threshold)
{
    switch (kpi) {
    case Kpi::Responses: return {.value = asDouble(cell[Sum::Responses]), .count = cell[Sum::Responses]};
    case Kpi::PassRate: {
        const JudgedCount count = judgedIn(cell, threshold);
        return shareFigure(count.passed, count.judged);
    }
    case Kpi::AverageQuality: return averageQuality(cell);
    case Kpi::LowQuality: {
        qint64 below = 0;
        const qint64 first = thresholdBin(threshold);
        cell[Bins::Score].each([&](qint64 bin, qint64 count) { below += bin < first ? count : 0; });
        return shareFigure(below, cell[Sum::Scored]);
    }
    case Kpi::CostPerQuery: return costPerQuery(cell);
    case Kpi::LatencyP50: return latencyFigure(cell, 0.50);
    case Kpi::LatencyP95: return latencyFigure(cell, 0.95);
    case Kpi::LatencyP99: return latencyFigure(cell, 0.99);
    case Kpi::RetryRate: return shareFigure(cell[Sum::Retried], cell[Sum::RetriesTold]);
    case Kpi::ToolUse: return shareFigure(cell[Sum::ToolUsed], cell[Sum::ToolTold]);
    }
    Q_UNREACHABLE();
}

} // namespace assay
