// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learning/training_data.h"

#include <QtCore/QJsonObject>

#include <span>

namespace assay {

/// How good predictions were in seven days.
struct LearningWeek
{
    int number = 1;   ///< since the first turn, from 1
    UtcTime from{};   ///< its beginning
    qint64 turns = 0; ///< of which both the prediction and the outcome are known
    qint64 right = 0; ///< of them: at least an even chance and passed, or less and failed
    double meanConfidence = 0.0;
    double passed = 0.0; ///< share

    double accuracy() const
    {
        return turns > 0 ? static_cast<double>(right) / static_cast<double>(turns) : 0.0;
    }
    bool operator==(const LearningWeek &) const = default;
};

/// What became of the predictions that routed turns, week by week since the first. Examples without a time, a
/// prediction or an outcome are left out, weeks without any other too.
QList<LearningWeek> learningWeeks(std::span<const TrainingExample> examples);

/// What the deployment guide expects of a week: 65 % in the first, 80 % in the 4th, 95 % from the 12th on,
/// straight between. @source the deployment guide, "Active learning", expected improvement
double expectedAccuracy(int week);

QJsonObject toJson(const LearningWeek &week);

} // namespace assay
