// SPDX-License-Identifier: Apache-2.0
#include "learning/drift.h"

#include "base/tr.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 least = 50;
constexpr std::size_t bins = 5;
constexpr double notable = 0.2;
/// 99.9 % of χ² with 4 degrees of freedom lie below: ten features are looked at at once.
constexpr double chance = 18.467;
constexpr double notableGap = 0.03;
constexpr double normal975 = 1.959963984540054;

/// One feature of many questions, by fifths of [0, 1].
struct Spread
{
    std::array<double, bins> counts{};
    double sum = 0.0;
    double turns = 0.0;

    void add(double value)
    {
        const auto bin = static_cast<std::size_t>(std::clamp(value, 0.0, 1.0) * bins);
        counts[std::min(bin, bins - 1)] += 1.0;
        sum += value;
        turns += 1.0;
    }
    /// Half a turn more in each, so that an empty one says "rare" and not "never".
    double share(std::size_t bin) const { return (counts[bin] + 0.5) / (turns + 0.5 * bins); }
};

double stabilityIndex(const Spread &before, const Spread &now)
{
    double index = 0.0;
    for (std::size_t bin = 0; bin < bins; ++bin) {
        const double was = before.share(bin);
        const double is = now.share(bin);
        index += (is - was) * std::log(is / was);
    }
    return index;
}

QList<FeatureDrift> featureDrifts(std::span<const TrainingExample> before,
                                  std::span<const TrainingExample> now)
{
    QList<std::pair<QString, std::array<Spread, 2>>> spreads;
    const auto add = [&](const TrainingExample &example, std::size_t side) {
        const auto features = namedFeatures(featuresOf(example.query));
        if (spreads.isEmpty())
            for (const auto &[name, value] : features)
                spreads.append({name, {}});
        for (qsizetype i = 0; i < features.size(); ++i)
            spreads[i].second[side].add(features.at(i).second);
    };
    for (const TrainingExample &one : before)
        add(one, 0);
    for (const TrainingExample &one : now)
        add(one, 1);
    QList<FeatureDrift> drifts;
    for (const auto &[name, sides] : std::as_const(spreads)) {
        const auto &[was, is] = sides;
        const double index = stabilityIndex(was, is);
        const double beyondChance = index * was.turns * is.turns / (was.turns + is.turns);
        drifts.append({.feature = name,
                       .before = was.sum / was.turns,
                       .now = is.sum / is.turns,
                       .stability = index,
                       .moved = index > notable && beyondChance > chance});
    }
    std::ranges::stable_sort(drifts, std::ranges::greater(), &FeatureDrift::stability);
    return drifts;
}

/// Predicted minus came true.
struct Gap
{
    double turns = 0.0;
    double sum = 0.0;
    double squares = 0.0;

    explicit Gap(std::span<const TrainingExample> examples)
    {
        for (const TrainingExample &one : examples) {
            if (!one.confidence || !one.fastPathPassed)
                continue;
            const double gap = *one.confidence - (*one.fastPathPassed ? 1.0 : 0.0);
            turns += 1.0;
            sum += gap;
            squares += gap * gap;
        }
    }
    double mean() const { return sum / turns; }
    double meanVariance() const { return std::max(0.0, squares / turns - mean() * mean()) / (turns - 1.0); }
};

std::optional<CalibrationDrift> calibrationDrift(std::span<const TrainingExample> before,
                                                 std::span<const TrainingExample> now)
{
    const Gap was(before);
    const Gap is(now);
    if (was.turns < static_cast<double>(least) || is.turns < static_cast<double>(least))
        return std::nullopt;
    const double difference = is.mean() - was.mean();
    const double half = normal975 * std::sqrt(was.meanVariance() + is.meanVariance());
    return CalibrationDrift{.before = was.mean(),
                            .now = is.mean(),
                            .low = difference - half,
                            .high = difference + half,
                            .moved = std::abs(difference) > notableGap && std::abs(difference) > half};
}

} // namespace

bool DriftReport::moved() const
{
    return (calibration && calibration->moved) ||
           std::ranges::any_of(features, [](const FeatureDrift &one) { return one.moved; });
}

Result<DriftReport> driftBetween(std::span<const TrainingExample> before,
                                 std::span<const TrainingExample> now)
{
    if (std::ssize(before) < least || std::ssize(now) < least)
        return fail(Errc::InvalidArgument,
                    Tr::tr("%1 turns before and %2 since: drift can be told from %3 of each on.")
                        .arg(std::ssize(before))
                        .arg(std::ssize(now))
                        .arg(least));
    return DriftReport{.before = std::ssize(before),
                       .now = std::ssize(now),
                       .features = featureDrifts(before, now),
                       .calibration = calibrationDrift(before, now)};
}

Result<DriftReport> driftSince(std::span<const TrainingExample> examples, UtcTime moment)
{
    std::vector<TrainingExample> before;
    std::vector<TrainingExample> now;
    for (const TrainingExample &one : examples)
        (one.askedAt < moment ? before : now).push_back(one);
    return driftBetween(before, now);
}

QJsonObject toJson(const DriftReport &report)
{
    QJsonArray features;
    for (const FeatureDrift &one : report.features)
        features.append(QJsonObject{{u"feature"_s, one.feature},
                                    {u"before"_s, one.before},
                                    {u"now"_s, one.now},
                                    {u"stability"_s, one.stability},
                                    {u"moved"_s, one.moved}});
    QJsonValue calibration(QJsonValue::Null);
    if (report.calibration)
        calibration = QJsonObject{{u"before"_s, report.calibration->before},
                                  {u"now"_s, report.calibration->now},
                                  {u"low"_s, report.calibration->low},
                                  {u"high"_s, report.calibration->high},
                                  {u"moved"_s, report.calibration->moved}};
    return {{u"before"_s, report.before},
            {u"now"_s, report.now},
            {u"moved"_s, report.moved()},
            {u"features"_s, features},
            {u"calibration"_s, calibration}};
}

} // namespace assay
