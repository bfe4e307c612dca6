// SPDX-License-Identifier: Apache-2.0
#include "learning/calibration.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int folds = 5;
constexpr double coolest = 0.01;
constexpr double hottest = 100.0;
constexpr double surest = 1e-6; ///< isotonic lines say 0 and 1, which no log loss forgives

double logistic(double value)
{
    return 1.0 / (1.0 + std::exp(-value));
}

/// ln(1 + exp(x)) without overflow.
double softPlus(double x)
{
    return x > 0.0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x));
}

double logLossOf(double probability, bool isTrue)
{
    const double p = std::clamp(probability, surest, 1.0 - surest);
    return -std::log(isTrue ? p : 1.0 - p);
}

struct PlattTargets
{
    double high = 1.0;
    double low = 0.0;

    explicit PlattTargets(std::span<const Outcome> outcomes)
    {
        const auto positives = static_cast<double>(std::ranges::count(outcomes, true, &Outcome::isTrue));
        const double negatives = static_cast<double>(outcomes.size()) - positives;
        high = (positives + 1.0) / (positives + 2.0);
        low = 1.0 / (negatives + 2.0);
    }
    double of(const Outcome &outcome) const { return outcome.isTrue ? high : low; }
};

double plattLoss(std::span<const Outcome> outcomes, const PlattTargets &targets, double slope, double shift)
{
    double loss = 0.0;
    for (const Outcome &one : outcomes) {
        const double logit = slope * one.value + shift;
        loss += softPlus(logit) - targets.of(one) * logit;
    }
    return loss;
}

/// Log losses of outcomes that the calibration was not fitted on.
std::vector<double> heldOutLosses(CalibrationKind kind, std::span<const Outcome> outcomes)
{
    std::vector<double> losses;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<Outcome> rest;
        for (std::size_t i = 0; i < outcomes.size(); ++i)
            if (i % folds != fold)
                rest.push_back(outcomes[i]);
        const Calibration fitted = fitCalibration(kind, rest);
        for (std::size_t i = fold; i < outcomes.size(); i += folds)
            losses.push_back(logLossOf(fitted.probability(outcomes[i].value), outcomes[i].isTrue));
    }
    return losses;
}

} // namespace

QString tokenOf(CalibrationKind kind)
{
    switch (kind) {
    case CalibrationKind::None: return u"none"_s;
    case CalibrationKind::Temperature: return u"temperature"_s;
    case CalibrationKind::Platt: return u"platt"_s;
    case CalibrationKind::Isotonic: return u"isotonic"_s;
    }
    Q_UNREACHABLE();
}

double Calibration::probability(double value) const
{
    if (kind != CalibrationKind::Isotonic)
        return logistic(slope * value + shift);
    if (values.empty())
        return 0.5;
    const auto above = std::ranges::upper_bound(values, value);
    if (above == values.begin())
        return shares.front();
    const auto i = static_cast<std::size_t>(above - values.begin());
    if (above == values.end())
        return shares.back();
    const double part = (value - values[i - 1]) / (values[i] - values[i - 1]);
    return shares[i - 1] + part * (shares[i] - shares[i - 1]);
}

Calibration fitPlatt(std::span<const Outcome> outcomes)
{
    constexpr int rounds = 100;
    constexpr double ridge = 1e-12;
    const PlattTargets targets(outcomes);
    double slope = 1.0;
    double shift = 0.0;
    double loss = plattLoss(outcomes, targets, slope, shift);
    for (int round = 0; round < rounds; ++round) {
        double h11 = ridge, h22 = ridge, h21 = 0.0, g1 = 0.0, g2 = 0.0;
        for (const Outcome &one : outcomes) {
            const double p = logistic(slope * one.value + shift);
            const double curve = p * (1.0 - p);
            const double off = p - targets.of(one);
            h11 += one.value * one.value * curve;
            h22 += curve;
            h21 += one.value * curve;
            g1 += one.value * off;
            g2 += off;
        }
        if (std::abs(g1) < 1e-10 && std::abs(g2) < 1e-10)
            break;
        const double determinant = h11 * h22 - h21 * h21;
        if (!(determinant > 0.0))
            break;
        const double stepSlope = -(h22 * g1 - h21 * g2) / determinant;
        const double stepShift = -(h11 * g2 - h21 * g1) / determinant;
        double width = 1.0;
        for (; width > 1e-10; width /= 2.0) {
            const double tried =
                plattLoss(outcomes, targets, slope + width * stepSlope, shift + width * stepShift);
            if (tried <= loss) {
                slope += width * stepSlope;
                shift += width * stepShift;
                loss = tried;
                break;
            }
        }
        if (width <= 1e-10)
            break;
    }
    return {.kind = CalibrationKind::Platt, .slope = slope, .shift = shift};
}

Calibration fitTemperature(std::span<const Outcome> outcomes)
{
    const auto loss = [&](double logSlope) {
        double sum = 0.0;
        const double slope = std::exp(logSlope);
        for (const Outcome &one : outcomes)
            sum += softPlus(one.isTrue ? -slope * one.value : slope * one.value);
        return sum;
    };
    // Convex in the slope, so with one valley: golden section.
    const double golden = (std::sqrt(5.0) - 1.0) / 2.0;
    double low = std::log(coolest);
    double high = std::log(hottest);
    while (high - low > 1e-9) {
        const double left = high - golden * (high - low);
        const double right = low + golden * (high - low);
        if (loss(left) < loss(right))
            high = right;
        else
            low = left;
    }
    return {.kind = CalibrationKind::Temperature, .slope = std::exp((low + high) / 2.0)};
}

Calibration fitIsotonic(std::span<const Outcome> outcomes)
{
    struct Block
    {
        double sum = 0.0;
        double weight = 0.0;
        double first = 0.0;
        double last = 0.0;
        double share() const { return sum / weight; }
    };
    std::vector<Outcome> sorted(outcomes.begin(), outcomes.end());
    std::ranges::stable_sort(sorted, {}, &Outcome::value);
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < sorted.size();) {
        Block block{.first = sorted[i].value, .last = sorted[i].value};
        for (; i < sorted.size() && sorted[i].value == block.last; ++i) {
            block.sum += sorted[i].isTrue ? 1.0 : 0.0;
            block.weight += 1.0;
        }
        while (!blocks.empty() && blocks.back().share() >= block.share()) {
            block.sum += blocks.back().sum;
            block.weight += blocks.back().weight;
            block.first = blocks.back().first;
            blocks.pop_back();
        }
        blocks.push_back(block);
    }
    Calibration fitted{.kind = CalibrationKind::Isotonic};
    for (const Block &block : blocks) {
        fitted.values.push_back(block.first);
        fitted.shares.push_back(block.share());
        if (block.last > block.first) {
            fitted.values.push_back(block.last);
            fitted.shares.push_back(block.share());
        }
    }
    return fitted;
}

Calibration fitCalibration(CalibrationKind kind, std::span<const Outcome> outcomes)
{
    switch (kind) {
    case CalibrationKind::None: return {};
    case CalibrationKind::Temperature: return fitTemperature(outcomes);
    case CalibrationKind::Platt: return fitPlatt(outcomes);
    case CalibrationKind::Isotonic: return fitIsotonic(outcomes);
    }
    Q_UNREACHABLE();
}

Calibration chooseCalibration(std::span<const Outcome> outcomes)
{
    constexpr std::array kinds{CalibrationKind::None, CalibrationKind::Temperature, CalibrationKind::Platt,
                               CalibrationKind::Isotonic};
    if (outcomes.size() < 2 * folds)
        return {};
    std::array<double, kinds.size()> means{};
    std::array<double, kinds.size()> errors{};
    const auto count = static_cast<double>(outcomes.size());
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        const std::vector<double> losses = heldOutLosses(kinds[k], outcomes);
        double sum = 0.0;
        double squares = 0.0;
        for (const double loss : losses) {
            sum += loss;
            squares += loss * loss;
        }
        means[k] = sum / count;
        errors[k] = std::sqrt(std::max(0.0, squares / count - means[k] * means[k]) / count);
    }
    const auto best = static_cast<std::size_t>(std::ranges::min_element(means) - means.begin());
    for (std::size_t k = 0; k < kinds.size(); ++k)
        if (means[k] <= means[best] + errors[best])
            return fitCalibration(kinds[k], outcomes);
    return {};
}

} // namespace assay
