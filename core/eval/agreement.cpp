// SPDX-License-Identifier: Apache-2.0
#include "eval/agreement.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <set>

namespace assay {

namespace {

/// Sum of squared differences over all ordered pairs of values.
double intervalSpread(const std::vector<double> &values)
{
    const auto count = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / std::max(1.0, count);
    double squares = 0.0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return 2.0 * count * squares;
}

bool isConstant(std::span<const double> values)
{
    return std::ranges::adjacent_find(values, std::ranges::not_equal_to()) == values.end();
}

/// Number of ordered pairs of values that differ.
double nominalSpread(const std::vector<double> &values)
{
    std::map<double, double> counts;
    for (const double value : values)
        counts[value] += 1.0;
    const auto all = static_cast<double>(values.size());
    double same = 0.0;
    for (const auto &[unused, count] : counts)
        same += count * count;
    return all * all - same;
}

double spreadOf(const std::vector<double> &values, MeasureLevel level)
{
    switch (level) {
    case MeasureLevel::Nominal: return nominalSpread(values);
    case MeasureLevel::Interval: return intervalSpread(values);
    }
    Q_UNREACHABLE();
}

std::vector<double> ranksOf(std::span<const double> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    std::vector<double> ranks(values.size());
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin + 1;
        while (end < order.size() && values[order[end]] == values[order[begin]])
            ++end;
        const double shared = 0.5 * static_cast<double>(begin + end + 1); // mean of ranks begin+1 … end
        for (std::size_t i = begin; i < end; ++i)
            ranks[order[i]] = shared;
        begin = end;
    }
    return ranks;
}

bool humanPasses(const LabelledItem &item, double threshold)
{
    return item.human >= (item.isGraded ? threshold : 0.5);
}

/// What one judge and the person said, side by side.
struct Pairs
{
    std::vector<double> judge{};
    std::vector<double> human{};
    std::vector<int> judgePass{};
    std::vector<int> humanPass{};
    std::vector<std::vector<double>> verdicts{};
};

Pairs pairsOf(const QList<LabelledItem> &items, const QString &judge, double threshold)
{
    Pairs pairs;
    for (const LabelledItem &item : items) {
        const auto found = item.scores.constFind(judge);
        if (found == item.scores.cend())
            continue;
        const bool passes = *found >= threshold;
        const bool wanted = humanPasses(item, threshold);
        pairs.judge.push_back(*found);
        pairs.human.push_back(item.human);
        pairs.judgePass.push_back(passes ? 1 : 0);
        pairs.humanPass.push_back(wanted ? 1 : 0);
        pairs.verdicts.push_back({passes ? 1.0 : 0.0, wanted ? 1.0 : 0.0});
    }
    return pairs;
}

JudgeAgreement agreementOfJudge(const QString &judge, const Pairs &pairs)
{
    JudgeAgreement one{.judge = judge};
    double bias = 0.0;
    for (std::size_t i = 0; i < pairs.judge.size(); ++i) {
        const bool passes = pairs.judgePass[i] == 1;
        const bool wanted = pairs.humanPass[i] == 1;
        ++(passes ? (wanted ? one.confusion.bothPass : one.confusion.judgeOnly)
                  : (wanted ? one.confusion.humanOnly : one.confusion.neither));
        bias += pairs.judge[i] - pairs.human[i];
    }
    const qint64 total = one.confusion.total();
    if (total == 0)
        return one;
    const qint64 agreed = one.confusion.bothPass + one.confusion.neither;
    one.accuracy = static_cast<double>(agreed) / static_cast<double>(total);
    one.accuracyInterval = wilsonInterval(agreed, total);
    one.bias = bias / static_cast<double>(total);
    one.kappa = cohenKappa(pairs.judgePass, pairs.humanPass);
    one.alpha = krippendorffAlpha(pairs.verdicts, MeasureLevel::Nominal);
    one.pearson = pearson(pairs.judge, pairs.human);
    one.spearman = spearman(pairs.judge, pairs.human);
    return one;
}

} // namespace

std::optional<double> cohenKappa(std::span<const int> a, std::span<const int> b)
{
    std::map<int, double> countA;
    std::map<int, double> countB;
    double agreed = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        countA[a[i]] += 1.0;
        countB[b[i]] += 1.0;
        agreed += a[i] == b[i] ? 1.0 : 0.0;
    }
    if (a.empty())
        return std::nullopt;
    const auto total = static_cast<double>(a.size());
    double chance = 0.0;
    for (const auto &[category, count] : countA)
        if (const auto other = countB.find(category); other != countB.end())
            chance += count * other->second / (total * total);
    if (chance >= 1.0)
        return std::nullopt;
    return (agreed / total - chance) / (1.0 - chance);
}

std::optional<double> krippendorffAlpha(std::span<const std::vector<double>> units, MeasureLevel level)
{
    std::vector<double> all;
    double within = 0.0;
    for (const std::vector<double> &unit : units) {
        if (unit.size() < 2)
            continue;
        all.insert(all.end(), unit.begin(), unit.end());
        within += spreadOf(unit, level) / static_cast<double>(unit.size() - 1);
    }
    const double expected = spreadOf(all, level);
    if (all.size() < 2 || isConstant(all))
        return std::nullopt;
    return 1.0 - static_cast<double>(all.size() - 1) * within / expected;
}

std::optional<double> pearson(std::span<const double> a, std::span<const double> b)
{
    const auto count = static_cast<double>(a.size());
    if (a.size() < 2 || isConstant(a) || isConstant(b))
        return std::nullopt;
    const double meanA = std::accumulate(a.begin(), a.end(), 0.0) / count;
    const double meanB = std::accumulate(b.begin(), b.end(), 0.0) / count;
    double both = 0.0;
    double squaresA = 0.0;
    double squaresB = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += (a[i] - meanA) * (b[i] - meanB);
        squaresA += (a[i] - meanA) * (a[i] - meanA);
        squaresB += (b[i] - meanB) * (b[i] - meanB);
    }
    return both / std::sqrt(squaresA * squaresB);
}

std::optional<double> spearman(std::span<const double> a, std::span<const double> b)
{
    return pearson(ranksOf(a), ranksOf(b));
}

AgreementReport agreementOf(const QList<LabelledItem> &items, double threshold)
{
    AgreementReport report{.threshold = threshold, .items = items.size()};
    std::set<QString> judges;
    std::vector<std::vector<double>> verdicts;
    std::vector<std::vector<double>> scores;
    for (const LabelledItem &item : items) {
        std::vector<double> unit{humanPasses(item, threshold) ? 1.0 : 0.0};
        std::vector<double> given;
        for (auto it = item.scores.cbegin(); it != item.scores.cend(); ++it) {
            judges.insert(it.key());
            unit.push_back(*it >= threshold ? 1.0 : 0.0);
            given.push_back(*it);
        }
        verdicts.push_back(std::move(unit));
        scores.push_back(std::move(given));
    }
    for (const QString &judge : judges)
        report.judges.append(agreementOfJudge(judge, pairsOf(items, judge, threshold)));
    report.amongAll = krippendorffAlpha(verdicts, MeasureLevel::Nominal);
    report.amongJudges = krippendorffAlpha(scores, MeasureLevel::Interval);
    return report;
}

} // namespace assay
