// SPDX-License-Identifier: Apache-2.0
#include "alerts/promql_range.h"
#include "alerts/promql_words.h"

#include <cmath>
#include <limits>
#include <map>

namespace assay::promql {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 lookBackMs = 300'000;

/// Two series match one, where one is due.
struct Ambiguous
{
};

bool compares(const QString &op, double a, double b)
{
    if (op == u"==")
        return a == b;
    if (op == u"!=")
        return a != b;
    if (op == u"<")
        return a < b;
    if (op == u"<=")
        return a <= b;
    return op == u">" ? a > b : a >= b;
}

double reckon(const QString &op, double a, double b)
{
    if (op == u"+")
        return a + b;
    if (op == u"-")
        return a - b;
    if (op == u"*")
        return a * b;
    if (op == u"/")
        return a / b;
    return op == u"%" ? std::fmod(a, b) : std::pow(a, b);
}

/// Any order will do.
struct LabelsLess
{
    bool operator()(const Labels &a, const Labels &b) const
    {
        return std::lexicographical_compare(a.keyValueBegin(), a.keyValueEnd(), b.keyValueBegin(),
                                            b.keyValueEnd());
    }
};
template<typename T>
using ByLabels = std::map<Labels, T, LabelsLess>;

Labels kept(const Labels &labels, const QStringList &names, bool without)
{
    Labels result;
    for (auto it = labels.begin(); it != labels.end(); ++it)
        if (names.contains(it.key()) != without)
            result.insert(it.key(), it.value());
    return result;
}

class Evaluation
{
public:
    Evaluation(const SeriesSet &series, qint64 timeMs) : m_series(series), m_timeMs(timeMs) {}

    Vector vectorOf(const Node &node)
    {
        switch (node.kind) {
        case NodeKind::Number: break;
        case NodeKind::Selector: return select(node);
        case NodeKind::Call: return call(node);
        case NodeKind::Aggregate: return aggregate(node);
        case NodeKind::Binary: return binary(node);
        case NodeKind::Negate: {
            Vector all = vectorOf(node.children[0]);
            for (Element &one : all)
                one.value = -one.value;
            return all;
        }
        }
        Q_UNREACHABLE();
    }

private:
    double scalarOf(const Node &node)
    {
        if (node.kind == NodeKind::Number)
            return node.number;
        const double left = scalarOf(node.children[0]);
        if (node.kind == NodeKind::Negate)
            return -left;
        const double right = scalarOf(node.children[1]);
        if (isComparison(node.name))
            return compares(node.name, left, right) ? 1.0 : 0.0;
        return reckon(node.name, left, right);
    }

    template<typename F>
    void eachSeries(const Node &node, F f) const
    {
        const auto found = m_series.find(node.name);
        if (found == m_series.end())
            return;
        for (const Series &series : *found)
            if (std::ranges::all_of(node.matchers, [&](const Matcher &matcher) {
                    return matcher.holds(series.labels.value(matcher.label));
                }))
                f(series);
    }

    /// The first sample later than the moment.
    auto endOf(const Series &series) const
    {
        return std::ranges::upper_bound(series.samples, m_timeMs, {}, &Sample::timeMs);
    }

    Vector select(const Node &node) const
    {
        Vector all;
        eachSeries(node, [&](const Series &series) {
            const auto end = endOf(series);
            if (end != series.samples.begin() && std::prev(end)->timeMs >= m_timeMs - lookBackMs)
                all.push_back({.labels = series.labels, .value = std::prev(end)->value});
        });
        return all;
    }

    Vector call(const Node &node)
    {
        if (node.children[0].type == Type::Range)
            return overRanges(node);
        if (node.name == u"vector")
            return {{.value = scalarOf(node.children[0])}};
        if (node.name == u"absent")
            return absent(node.children[0]);
        if (node.name == u"histogram_quantile")
            return quantiles(scalarOf(node.children[0]), vectorOf(node.children[1]));
        Vector all = vectorOf(node.children[0]);
        const double limit = node.children.size() > 1 ? scalarOf(node.children[1]) : 0.0;
        for (Element &one : all) {
            if (node.name == u"abs")
                one.value = std::abs(one.value);
            else if (node.name == u"ceil")
                one.value = std::ceil(one.value);
            else if (node.name == u"floor")
                one.value = std::floor(one.value);
            else if (node.name == u"clamp_min")
                one.value = std::max(limit, one.value);
            else
                one.value = std::min(limit, one.value);
        }
        return all;
    }

    Vector overRanges(const Node &node) const
    {
        const Node &selector = node.children[0];
        Vector all;
        eachSeries(selector, [&](const Series &series) {
            const auto end = endOf(series);
            const auto begin = std::ranges::lower_bound(
                series.samples.begin(), end, m_timeMs - selector.range.count(), {}, &Sample::timeMs);
            if (const auto value = overRange(node.name, std::span(begin, end), selector.range, m_timeMs))
                all.push_back({.labels = series.labels, .value = *value});
        });
        return all;
    }

    Vector absent(const Node &of)
    {
        if (!vectorOf(of).empty())
            return {};
        Element one{.value = 1.0};
        if (of.kind == NodeKind::Selector)
            for (const Matcher &matcher : of.matchers)
                if (matcher.kind == MatchKind::Equal)
                    one.labels.insert(matcher.label, matcher.value);
        return {one};
    }

    static Vector quantiles(double quantile, const Vector &buckets)
    {
        ByLabels<std::vector<Bucket>> histograms;
        for (const Element &one : buckets) {
            const QString le = one.labels.value(u"le"_s);
            bool ok = le == u"+Inf";
            const double upper = ok ? std::numeric_limits<double>::infinity() : le.toDouble(&ok);
            if (ok)
                histograms[kept(one.labels, {u"le"_s}, true)].push_back({.upper = upper, .count = one.value});
        }
        Vector all;
        for (auto &[labels, histogram] : histograms)
            all.push_back({.labels = labels, .value = histogramQuantile(quantile, std::move(histogram))});
        return all;
    }

    Vector aggregate(const Node &node)
    {
        ByLabels<std::vector<double>> groups;
        for (const Element &one : vectorOf(node.children[0]))
            groups[kept(one.labels, node.labels, node.without)].push_back(one.value);
        Vector all;
        for (const auto &[labels, values] : groups)
            all.push_back({.labels = labels, .value = aggregated(node.name, values)});
        return all;
    }

    static double aggregated(const QString &name, const std::vector<double> &values)
    {
        double result = name == u"count" ? static_cast<double>(values.size()) : values.front();
        if (name == u"count")
            return result;
        for (std::size_t i = 1; i < values.size(); ++i) {
            if (name == u"min")
                result = values[i] < result || std::isnan(result) ? values[i] : result;
            else if (name == u"max")
                result = values[i] > result || std::isnan(result) ? values[i] : result;
            else
                result += values[i];
        }
        return name == u"avg" ? result / static_cast<double>(values.size()) : result;
    }

    Vector binary(const Node &node)
    {
        const Node &left = node.children[0];
        const Node &right = node.children[1];
        if (left.type == Type::Vector && right.type == Type::Vector)
            return isSetOperator(node.name) ? sets(node) : matched(node);
        const bool scalarLeft = left.type == Type::Scalar;
        const double scalar = scalarOf(scalarLeft ? left : right);
        Vector all;
        for (Element &one : vectorOf(scalarLeft ? right : left))
            put(all, node, one.labels, scalarLeft ? scalar : one.value, scalarLeft ? one.value : scalar,
                one.value);
        return all;
    }

    /// @param shown the value that passes a comparison which is no bool
    static void put(Vector &all, const Node &node, const Labels &labels, double a, double b, double shown)
    {
        if (!isComparison(node.name))
            all.push_back({.labels = labels, .value = reckon(node.name, a, b)});
        else if (node.asBool)
            all.push_back({.labels = labels, .value = compares(node.name, a, b) ? 1.0 : 0.0});
        else if (compares(node.name, a, b))
            all.push_back({.labels = labels, .value = shown});
    }

    static Labels signature(const Node &node, const Labels &labels)
    {
        return node.matched ? kept(labels, node.labels, node.without) : labels;
    }

    Vector matched(const Node &node)
    {
        ByLabels<double> rights;
        for (const Element &one : vectorOf(node.children[1])) {
            const Labels key = signature(node, one.labels);
            if (rights.contains(key))
                throw Ambiguous();
            rights.emplace(key, one.value);
        }
        Vector all;
        ByLabels<bool> used;
        for (const Element &one : vectorOf(node.children[0])) {
            const Labels key = signature(node, one.labels);
            const auto partner = rights.find(key);
            if (partner == rights.end())
                continue;
            if (std::exchange(used[key], true))
                throw Ambiguous();
            // A reckoned value keeps the labels that were matched; a comparison those of its left side.
            put(all, node, isComparison(node.name) && !node.asBool ? one.labels : key, one.value,
                partner->second, one.value);
        }
        return all;
    }

    Vector sets(const Node &node)
    {
        Vector left = vectorOf(node.children[0]);
        Vector right = vectorOf(node.children[1]);
        if (node.name == u"or") {
            ByLabels<bool> there;
            for (const Element &one : left)
                there.emplace(signature(node, one.labels), true);
            std::erase_if(right,
                          [&](const Element &one) { return there.contains(signature(node, one.labels)); });
            left.insert(left.end(), right.begin(), right.end());
            return left;
        }
        ByLabels<bool> there;
        for (const Element &one : right)
            there.emplace(signature(node, one.labels), true);
        const bool wanted = node.name == u"and";
        std::erase_if(
            left, [&](const Element &one) { return there.contains(signature(node, one.labels)) != wanted; });
        return left;
    }

    const SeriesSet &m_series;
    qint64 m_timeMs;
};

} // namespace

std::optional<Vector> evaluate(const Node &node, const SeriesSet &series, qint64 timeMs)
{
    try {
        return Evaluation(series, timeMs).vectorOf(node);
    } catch (const Ambiguous &) {
        return std::nullopt;
    }
}

} // namespace assay::promql
