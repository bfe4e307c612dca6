// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QString>

#include <cstdint>
#include <span>
#include <vector>

namespace assay {

/// A classifier's raw value and what came true.
struct Outcome
{
    double value = 0.0; ///< log-odds, before calibration
    bool isTrue = false;

    bool operator==(const Outcome &) const = default;
};

enum class CalibrationKind : std::uint8_t { None, Temperature, Platt, Isotonic };

/// Turns a raw value into a probability.
struct Calibration
{
    CalibrationKind kind = CalibrationKind::None;
    double slope = 1.0;           ///< Temperature, Platt: 1 / (1 + exp(−(slope · value + shift)))
    double shift = 0.0;           ///< Platt
    std::vector<double> values{}; ///< Isotonic: where its line bends, rising
    std::vector<double> shares{}; ///< and the probability there

    /// [0, 1]; between the bends of an isotonic line straight, beyond them as at the last.
    double probability(double value) const;

    bool operator==(const Calibration &) const = default;
};

/// Token of a kind: "platt".
QString tokenOf(CalibrationKind kind);

/// Slope and shift by maximum likelihood with Platt's smoothed targets.
/// @source H.-T. Lin, C.-J. Lin, R. C. Weng, "A note on Platt's probabilistic outputs", 2007
Calibration fitPlatt(std::span<const Outcome> outcomes);

/// Slope alone, by least log loss, between 0.01 and 100. @source Guo et al., 2017
Calibration fitTemperature(std::span<const Outcome> outcomes);

/// The non-decreasing line nearest to the outcomes, by pooling adjacent violators.
Calibration fitIsotonic(std::span<const Outcome> outcomes);

/// The fit of a kind.
Calibration fitCalibration(CalibrationKind kind, std::span<const Outcome> outcomes);

/// The calibration with the least log loss over five folds of the outcomes; of those less than one standard
/// error worse the simplest: none, temperature, Platt, isotonic. Fitted on all of them then.
Calibration chooseCalibration(std::span<const Outcome> outcomes);

} // namespace assay
