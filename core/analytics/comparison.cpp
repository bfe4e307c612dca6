// SPDX-License-Identifier: Apache-2.0
#include "analytics/analytics.h"
#include "base/tr.h"

#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Mean per thread in one range, against the mean of the same thread in the other.
class Pairs
{
public:
    /// Of one range, sums and numbers by thread.
    struct Part
    {
        qint64 sum = 0;
        qint64 count = 0;
    };

    void add(Part base, Part other)
    {
        if (base.count == 0 || other.count == 0)
            return;
        m_baseResponses += base.count;
        m_otherResponses += other.count;
        const double difference = share(other) - share(base);
        ++m_count;
        const double away = difference - m_mean; // Welford's update
        m_mean += away / static_cast<double>(m_count);
        m_squares += away * (difference - m_mean);
    }
    /// Pairs that leave out most of the responses would tell less than the ranges as they are.
    bool speakFor(qint64 base, qint64 other) const
    {
        return m_count >= fewestPairs && 2 * m_baseResponses >= base && 2 * m_otherResponses >= other;
    }
    Sample sample() const
    {
        return {.count = m_count,
                .mean = m_mean,
                .variance = m_count > 1 ? m_squares / static_cast<double>(m_count - 1) : 0.0};
    }

private:
    static constexpr qint64 fewestPairs = 10;

    static double share(Part part) { return static_cast<double>(part.sum) / static_cast<double>(part.count); }

    qint64 m_count = 0;
    qint64 m_baseResponses = 0;
    qint64 m_otherResponses = 0;
    double m_mean = 0.0;
    double m_squares = 0.0;
};

struct PairedFigures
{
    Pairs quality{}; ///< in millionths
    Pairs passRate{};
};

Result<PairedFigures> pairThreads(Store &store, const AnalyticsQuery &query, const TimeRange &base,
                                  const TimeRange &other, const CancelToken &token)
{
    const FilterUse use =
        parseFilter(query.filter.toString(), FilterUse::Events) ? FilterUse::Events : FilterUse::Turns;
    const auto threads = [&](const TimeRange &range) {
        return store.threadScores(query.filter, use, query.now, range.from, range.to, query.threshold, token);
    };
    const Result<QHash<qint64, ThreadScores>> first = threads(base);
    if (!first)
        return fail(first.error());
    const Result<QHash<qint64, ThreadScores>> second = threads(other);
    if (!second)
        return fail(second.error());
    PairedFigures pairs;
    for (auto it = first->cbegin(); it != first->cend(); ++it) {
        const auto found = second->constFind(it.key());
        if (found == second->cend())
            continue;
        pairs.quality.add({.sum = it->scoreMillionths, .count = it->scored},
                          {.sum = found->scoreMillionths, .count = found->scored});
        pairs.passRate.add({.sum = it->passed, .count = it->judged},
                           {.sum = found->passed, .count = found->judged});
    }
    return pairs;
}

qint64 hitsOf(const Figure &figure)
{
    return std::llround(figure.value.value_or(0.0) * static_cast<double>(figure.count));
}

/// Independent groups.
std::optional<Interval> unpaired(Kpi kpi, const Figure &base, const Figure &other, bool sameLength)
{
    switch (kpi) {
    case Kpi::Responses: {
        if (!sameLength)
            return std::nullopt;
        // Counts of independent arrivals vary by their square root.
        const double difference = *other.value - *base.value;
        const double half = normal975 * std::sqrt(*other.value + *base.value);
        return Interval{.low = difference - half, .high = difference + half};
    }
    case Kpi::PassRate:
    case Kpi::LowQuality:
    case Kpi::RetryRate:
    case Kpi::ToolUse: return shareDifference(hitsOf(base), base.count, hitsOf(other), other.count);
    case Kpi::AverageQuality:
    case Kpi::CostPerQuery:
    case Kpi::LatencyP50:
    case Kpi::LatencyP95:
    case Kpi::LatencyP99: break;
    }
    if (!base.interval || !other.interval)
        return std::nullopt;
    return movedDifference(*base.value, *base.interval, *other.value, *other.interval);
}

void judge(ComparedFigure &figure)
{
    if (!figure.interval)
        return;
    if (figure.interval->contains(0.0)) {
        figure.verdict = Difference::NotDistinguishable;
        return;
    }
    figure.verdict = figure.interval->low > 0.0 ? Difference::Higher : Difference::Lower;
    figure.better = (figure.verdict == Difference::Higher) == kpiInfo(figure.kpi).higherIsBetter;
}

ComparedFigure compared(Kpi kpi, const AnalyticsPage &base, const AnalyticsPage &other,
                        const PairedFigures &pairs)
{
    ComparedFigure figure{.kpi = kpi, .base = base.kpi(kpi).now, .other = other.kpi(kpi).now};
    const Pairs *found = kpi == Kpi::AverageQuality ? &pairs.quality
                         : kpi == Kpi::PassRate     ? &pairs.passRate
                                                    : nullptr;
    if (found != nullptr && found->speakFor(figure.base.count, figure.other.count)) {
        Sample sample = found->sample();
        if (kpi == Kpi::AverageQuality) {
            sample.mean /= 1e6;
            sample.variance /= 1e12;
        }
        figure.paired = true;
        figure.pairs = sample.count;
        figure.difference = sample.mean;
        figure.interval = meanInterval(sample);
    } else if (figure.base.value && figure.other.value) {
        figure.difference = *figure.other.value - *figure.base.value;
        figure.interval =
            unpaired(kpi, figure.base, figure.other, base.range.length() == other.range.length());
    }
    judge(figure);
    return figure;
}

} // namespace

Result<AnalyticsComparison> compareRanges(Store &store, const AnalyticsQuery &query, const CancelToken &token)
{
    if (!query.compareWith)
        return fail(Errc::InvalidArgument, Tr::tr("A comparison needs a second range of time."));
    AnalyticsQuery asked = query;
    Result<AnalyticsPage> other = analyticsPage(store, asked, token);
    if (!other)
        return fail(std::move(other.error()));
    asked.range = *query.compareWith;
    Result<AnalyticsPage> base = analyticsPage(store, asked, token);
    if (!base)
        return fail(std::move(base.error()));
    const Result<PairedFigures> pairs = pairThreads(store, query, base->range, other->range, token);
    if (!pairs)
        return fail(pairs.error());
    AnalyticsComparison comparison{
        .base = std::move(*base), .other = std::move(*other), .sharedThreads = pairs->quality.sample().count};
    for (const KpiInfo &info : kpiTable())
        comparison.figures.append(compared(info.kpi, comparison.base, comparison.other, *pairs));
    return comparison;
}

} // namespace assay
