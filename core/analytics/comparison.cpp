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
    void add(double base, double other)
    {
        const double difference = other - base;
        ++m_count;
        const double away = difference - m_mean; // Welford's update
        m_mean += away / static_cast<double>(m_count);
        m_squares += away * (difference - m_mean);
    }
    Sample sample() const
    {
        return {.count = m_count,
                .mean = m_mean,
                .variance = m_count > 1 ? m_squares / static_cast<double>(m_count - 1) : 0.0};
    }

private:
    qint64 m_count = 0;
    double m_mean = 0.0;
    double m_squares = 0.0;
};

struct PairedFigures
{
    Sample quality{};
    Sample passRate{};
};

double share(qint64 part, qint64 whole)
{
    return static_cast<double>(part) / static_cast<double>(whole);
}

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
    Pairs quality;
    Pairs passRate;
    for (auto it = first->cbegin(); it != first->cend(); ++it) {
        const auto found = second->constFind(it.key());
        if (found == second->cend())
            continue;
        if (it->scored > 0 && found->scored > 0)
            quality.add(share(it->scoreMillionths, it->scored) / 1e6,
                        share(found->scoreMillionths, found->scored) / 1e6);
        if (it->judged > 0 && found->judged > 0)
            passRate.add(share(it->passed, it->judged), share(found->passed, found->judged));
    }
    return PairedFigures{.quality = quality.sample(), .passRate = passRate.sample()};
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
    const Sample *pair = kpi == Kpi::AverageQuality ? &pairs.quality
                         : kpi == Kpi::PassRate     ? &pairs.passRate
                                                    : nullptr;
    if (pair != nullptr && pair->count >= 2) {
        figure.paired = true;
        figure.pairs = pair->count;
        figure.difference = pair->mean;
        figure.interval = meanInterval(*pair);
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
        .base = std::move(*base), .other = std::move(*other), .sharedThreads = pairs->quality.count};
    for (const KpiInfo &info : kpiTable())
        comparison.figures.append(compared(info.kpi, comparison.base, comparison.other, *pairs));
    return comparison;
}

} // namespace assay
