// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learning/training_data.h"

#include <QtCore/QJsonObject>

#include <span>

namespace assay {

/// How a feature of the questions is spread now and was before.
struct FeatureDrift
{
    QString feature{};
    double before = 0.0; ///< mean
    double now = 0.0;
    double stability = 0.0; ///< population stability index; 0 = spread alike
    bool moved = false;     ///< above 0.2, and more than chance would do

    bool operator==(const FeatureDrift &) const = default;
};

/// How far predictions were above what came true, before and now.
struct CalibrationDrift
{
    double before = 0.0; ///< mean of predicted − came true
    double now = 0.0;
    double low = 0.0; ///< 95 % interval of now − before
    double high = 0.0;
    bool moved = false; ///< by more than 0.03, and the interval does not hold 0

    bool operator==(const CalibrationDrift &) const = default;
};

struct DriftReport
{
    qint64 before = 0; ///< turns
    qint64 now = 0;
    QList<FeatureDrift> features{}; ///< that moved most, first
    /// Absent where too few turns of either side tell both the prediction and the outcome.
    std::optional<CalibrationDrift> calibration{};

    bool moved() const;
    bool operator==(const DriftReport &) const = default;
};

/// Do questions, or how far predictions can be trusted, differ from what they were?
/// @errors InvalidArgument where one side has fewer than 50 turns
/// @source population stability index and its 0.2: Siddiqi, "Credit risk scorecards", 2006; times
/// n·m / (n + m) it is spread as χ² of bins − 1: Yurdakul, 2018
Result<DriftReport> driftBetween(std::span<const TrainingExample> before,
                                 std::span<const TrainingExample> now);

/// Both sides of a moment, of examples in any order. @errors as driftBetween()
Result<DriftReport> driftSince(std::span<const TrainingExample> examples, UtcTime moment);

QJsonObject toJson(const DriftReport &report);

} // namespace assay
