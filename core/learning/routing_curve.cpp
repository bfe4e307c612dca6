// SPDX-License-Identifier: Apache-2.0
#include "learning/routing_curve.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <functional>
#include <numeric>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int tenths = 10;
constexpr int routerPoints = 100;
constexpr double half = 0.5;
constexpr double most = 0.8;

double meanOfAll(std::span<const AnswerPair> pairs, const std::function<double(const AnswerPair &)> &value)
{
    const double sum =
        std::accumulate(pairs.begin(), pairs.end(), 0.0,
                        [&](double before, const AnswerPair &pair) { return before + value(pair); });
    return sum / static_cast<double>(pairs.size());
}

QList<RoutingPoint> oracleLine(std::span<const AnswerPair> pairs, double weak)
{
    std::vector<double> gains;
    for (const AnswerPair &pair : pairs)
        gains.push_back(std::max(0.0, pair.strong - pair.weak));
    std::ranges::sort(gains, std::greater<>());
    QList<RoutingPoint> line;
    const auto count = static_cast<double>(pairs.size());
    double gained = 0.0;
    std::size_t sent = 0;
    for (int tenth = 0; tenth <= tenths; ++tenth) {
        const double share = static_cast<double>(tenth) / tenths;
        for (; static_cast<double>(sent) < share * count && sent < gains.size(); ++sent)
            gained += gains[sent];
        line.append({.strongShare = share, .quality = weak + gained / count});
    }
    return line;
}

/// Quality and share behind every threshold that tells scores apart, the lowest first.
std::vector<RoutingPoint> routerSteps(std::span<const AnswerPair> pairs, double weak)
{
    std::vector<const AnswerPair *> sorted;
    for (const AnswerPair &pair : pairs)
        sorted.push_back(&pair);
    std::ranges::stable_sort(sorted, {}, [](const AnswerPair *pair) { return *pair->score; });
    const auto count = static_cast<double>(pairs.size());
    std::vector<RoutingPoint> steps{
        {.strongShare = 0.0, .quality = weak, .threshold = sorted.front()->score}};
    double gained = 0.0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        gained += sorted[i]->strong - sorted[i]->weak;
        const bool last = i + 1 == sorted.size();
        if (last || *sorted[i + 1]->score != *sorted[i]->score)
            steps.push_back({.strongShare = static_cast<double>(i + 1) / count,
                             .quality = weak + gained / count,
                             .threshold = last ? std::nullopt : sorted[i + 1]->score});
    }
    return steps;
}

void addRouter(RoutingCurve &curve, std::span<const AnswerPair> pairs)
{
    const std::vector<RoutingPoint> steps = routerSteps(pairs, curve.weak);
    const std::size_t stride = std::max<std::size_t>(1, (steps.size() + routerPoints - 1) / routerPoints);
    for (std::size_t i = 0; i + 1 < steps.size(); i += stride)
        curve.router.append(steps[i]);
    curve.router.append(steps.back());
    const double gap = curve.strong - curve.weak;
    if (gap <= 0.0)
        return;
    double area = 0.0;
    for (std::size_t i = 1; i < steps.size(); ++i)
        area += (steps[i].strongShare - steps[i - 1].strongShare) *
                (steps[i].quality + steps[i - 1].quality - 2.0 * curve.weak) / 2.0;
    curve.averageGapClosed = area / gap;
    for (const auto &[share, goal] : {std::pair{&curve.shareForHalf, half}, {&curve.shareForMost, most}}) {
        const auto reached =
            std::ranges::find_if(steps, [&, wanted = curve.weak + goal * gap](const RoutingPoint &p) {
                return p.quality >= wanted;
            });
        if (reached != steps.end())
            *share = reached->strongShare;
    }
}

QJsonValue orNull(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonArray toJson(const QList<RoutingPoint> &points)
{
    QJsonArray array;
    for (const RoutingPoint &point : points) {
        QJsonObject object{{u"strong_share"_s, point.strongShare}, {u"quality"_s, point.quality}};
        if (point.threshold)
            object.insert(u"threshold"_s, *point.threshold);
        array.append(object);
    }
    return array;
}

} // namespace

RoutingCurve routingCurve(std::span<const AnswerPair> pairs)
{
    RoutingCurve curve{.pairs = static_cast<qint64>(pairs.size())};
    curve.weak = meanOfAll(pairs, &AnswerPair::weak);
    curve.strong = meanOfAll(pairs, &AnswerPair::strong);
    curve.either = meanOfAll(pairs, [](const AnswerPair &pair) { return std::max(pair.weak, pair.strong); });
    curve.worse = meanOfAll(pairs, [](const AnswerPair &pair) { return std::min(pair.weak, pair.strong); });
    curve.oracleShare =
        meanOfAll(pairs, [](const AnswerPair &pair) { return pair.strong > pair.weak ? 1.0 : 0.0; });
    // A verifier right with probability a gives worse + a · (either − worse); equal to strong at this a.
    if (curve.either > curve.worse)
        curve.breakEven = (curve.strong - curve.worse) / (curve.either - curve.worse);
    for (int tenth = 0; tenth <= tenths; ++tenth) {
        const double share = static_cast<double>(tenth) / tenths;
        curve.random.append(
            {.strongShare = share, .quality = curve.weak + share * (curve.strong - curve.weak)});
    }
    curve.oracle = oracleLine(pairs, curve.weak);
    if (std::ranges::all_of(pairs, [](const AnswerPair &pair) { return pair.score.has_value(); }))
        addRouter(curve, pairs);
    return curve;
}

QJsonObject toJson(const RoutingCurve &curve)
{
    return {{u"pairs"_s, curve.pairs},
            {u"weak"_s, curve.weak},
            {u"strong"_s, curve.strong},
            {u"either"_s, curve.either},
            {u"worse"_s, curve.worse},
            {u"oracle_share"_s, curve.oracleShare},
            {u"break_even"_s, orNull(curve.breakEven)},
            {u"random"_s, toJson(curve.random)},
            {u"oracle"_s, toJson(curve.oracle)},
            {u"router"_s, toJson(curve.router)},
            {u"average_gap_closed"_s, orNull(curve.averageGapClosed)},
            {u"share_for_half"_s, orNull(curve.shareForHalf)},
            {u"share_for_most"_s, orNull(curve.shareForMost)}};
}

} // namespace assay
