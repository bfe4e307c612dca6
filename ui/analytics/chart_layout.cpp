// SPDX-License-Identifier: Apache-2.0
#include "ui/analytics/chart_layout.h"

#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

constexpr qsizetype scoreBins = 101;

Band bandOfBin(int hundredth)
{
    if (hundredth >= 95)
        return Band::Pass;
    if (hundredth >= 90)
        return Band::Near;
    return hundredth >= 80 ? Band::Low : Band::Fail;
}

FilterNode clauseOf(FilterColumn column, FilterOperator op, FilterValue value)
{
    FilterNode node{.kind = FilterNode::Kind::Clause, .column = column, .op = op};
    node.values.append(std::move(value));
    return node;
}

FilterNode both(FilterNode one, FilterNode other)
{
    FilterNode node{.kind = FilterNode::Kind::All};
    node.children.push_back(std::move(one));
    node.children.push_back(std::move(other));
    return node;
}

FilterNode absent(FilterColumn column)
{
    FilterNode node{.kind = FilterNode::Kind::Not};
    node.children.push_back(
        {.kind = FilterNode::Kind::Clause, .column = column, .op = FilterOperator::Exists});
    return node;
}

/// From low up to, not including, high; the topmost includes its end.
FilterNode between(FilterColumn column, double low, double high)
{
    const FilterOperator upTo = high >= 1.0 ? FilterOperator::LessOrEqual : FilterOperator::Less;
    return both(clauseOf(column, FilterOperator::GreaterOrEqual, {.real = low}),
                clauseOf(column, upTo, {.real = high}));
}

void addConditions(std::vector<FilterNode> &to, const FilterNode &node)
{
    if (node.kind == FilterNode::Kind::All)
        for (const FilterNode &child : node.children)
            addConditions(to, child);
    else if (std::ranges::find(to, node) == to.end())
        to.push_back(node);
}

} // namespace

QList<ScoreBar> scoreBars(const QList<qint64> &scores)
{
    if (scores.size() < scoreBins)
        return {};
    const auto firstUsed = std::ranges::find_if(scores, [](qint64 count) { return count > 0; });
    const auto used = static_cast<int>(firstUsed - scores.begin());
    const int first = std::min(75, used / 25 * 25);
    QList<ScoreBar> bars;
    for (int bin = first; bin < 100; ++bin)
        bars.append({.low = bin / 100.0,
                     .high = (bin + 1) / 100.0,
                     .responses = scores.at(bin) + (bin == 99 ? scores.at(100) : 0),
                     .band = bandOfBin(bin)});
    return bars;
}

QList<Run> runsWith(const QList<AnalyticsBucket> &buckets,
                    const std::function<bool(const AnalyticsBucket &)> &has)
{
    QList<Run> runs;
    for (int i = 0; i < static_cast<int>(buckets.size()); ++i) {
        if (!has(buckets.at(i)))
            continue;
        if (!runs.isEmpty() && runs.last().last == i - 1)
            runs.last().last = i;
        else
            runs.append({.first = i, .last = i});
    }
    return runs;
}

QList<Run> gapRuns(const QList<AnalyticsBucket> &buckets)
{
    return runsWith(buckets, [](const AnalyticsBucket &bucket) { return bucket.isGap(); });
}

qint64 gapMinutes(const QList<AnalyticsBucket> &buckets, const Run &run)
{
    qint64 minutes = 0;
    for (int i = run.first; i <= run.last; ++i)
        minutes += buckets.at(i).minutes;
    return minutes;
}

UtcTime middleOf(const TimeRange &range)
{
    return range.from + range.length() / 2;
}

int bucketAt(const QList<AnalyticsBucket> &buckets, UtcTime time)
{
    const auto found = std::ranges::upper_bound(
        buckets, time, {}, [](const AnalyticsBucket &bucket) { return bucket.range.from; });
    if (found == buckets.begin())
        return -1;
    const auto index = found - buckets.begin() - 1;
    return time < buckets.at(index).range.to ? static_cast<int>(index) : -1;
}

QList<QRectF> barRects(const QList<qint64> &counts, double high, const QRectF &plot)
{
    QList<QRectF> rects;
    const double step = plot.width() / std::max(1.0, static_cast<double>(counts.size()));
    const double gap = step >= 4.0 ? 1.0 : 0.0;
    for (qsizetype i = 0; i < counts.size(); ++i) {
        const double share = high > 0.0 ? std::min(1.0, static_cast<double>(counts.at(i)) / high) : 0.0;
        double tall = plot.height() * share;
        if (counts.at(i) > 0)
            tall = std::max(1.0, tall); // one of many is still to be seen
        rects.append({plot.left() + step * static_cast<double>(i), plot.bottom() - tall, step - gap, tall});
    }
    return rects;
}

QList<int> decadeEdges(const QList<LogBin> &bins)
{
    const auto isPower = [](double value) {
        if (value <= 0.0)
            return false;
        const double exponent = std::log10(value);
        return std::abs(exponent - std::round(exponent)) < 1e-6;
    };
    QList<int> edges;
    for (qsizetype i = 0; i < bins.size(); ++i)
        if (isPower(bins.at(i).low))
            edges.append(static_cast<int>(i));
    if (!bins.isEmpty() && isPower(bins.last().high))
        edges.append(static_cast<int>(bins.size()));
    return edges;
}

FilterNode scoreClause(const ScoreBar &bar)
{
    return between(FilterColumn::Score, bar.low, bar.high);
}

FilterNode issueClause(const QString &issue)
{
    return clauseOf(FilterColumn::Issue, FilterOperator::Equal, {.text = issue});
}

FilterNode modelClause(const QString &model)
{
    return model.isEmpty() ? absent(FilterColumn::Model)
                           : clauseOf(FilterColumn::Model, FilterOperator::Equal, {.text = model});
}

FilterNode costClause(const LogBin &bin)
{
    const auto micros = [](double dollars) { return FilterValue{.integer = std::llround(dollars * 1e6)}; };
    if (bin.high <= 0.0)
        return clauseOf(FilterColumn::Cost, FilterOperator::Equal, micros(0.0));
    return both(clauseOf(FilterColumn::Cost, FilterOperator::GreaterOrEqual, micros(bin.low)),
                clauseOf(FilterColumn::Cost, FilterOperator::Less, micros(bin.high)));
}

FilterNode retriesClause(const RetryCount &retries, bool andMore)
{
    return clauseOf(FilterColumn::Retries, andMore ? FilterOperator::GreaterOrEqual : FilterOperator::Equal,
                    {.integer = retries.retries});
}

FilterNode confidenceClause(const ReliabilityBin &bin)
{
    return between(FilterColumn::Confidence, bin.low, bin.high);
}

Filter narrowed(const Filter &filter, const FilterNode &clause)
{
    FilterNode all{.kind = FilterNode::Kind::All};
    if (!filter.isEmpty())
        addConditions(all.children, filter.root());
    addConditions(all.children, clause);
    return all.children.size() == 1 ? Filter(all.children.front()) : Filter(std::move(all));
}

TimeRange movedRange(const TimeRange &range, std::chrono::microseconds from, std::chrono::microseconds to,
                     const TimeRange &bounds, std::chrono::microseconds least)
{
    const auto shortest = std::min(least, bounds.length());
    TimeRange moved = range;
    if (from == to) { // the length stays
        const auto length = std::min(range.length(), bounds.length());
        moved.from = std::clamp(range.from + from, bounds.from, bounds.to - length);
        moved.to = moved.from + length;
        return moved;
    }
    if (from != std::chrono::microseconds{0})
        moved.from = std::clamp(range.from + from, bounds.from, std::max(bounds.from, moved.to - shortest));
    if (to != std::chrono::microseconds{0})
        moved.to = std::clamp(range.to + to, std::min(bounds.to, moved.from + shortest), bounds.to);
    return moved;
}

} // namespace assay::ui
