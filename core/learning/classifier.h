// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "learning/calibration.h"
#include "learning/predictor.h"
#include "learning/text_features.h"

#include <QtCore/QJsonObject>

#include <vector>

namespace assay {

/// What a classifier predicts: that the fast path passes the gate, or that a tool should be used.
enum class LearningTarget : std::uint8_t { FastPath, ToolUse };

/// Token of a target: "fast_path".
QString tokenOf(LearningTarget target);

/// A trained logistic classifier of questions, as a value.
struct Classifier
{
    LearningTarget target = LearningTarget::FastPath;
    UtcTime trainedAt{};
    qint64 examples = 0; ///< it was trained on
    double bias = 0.0;
    std::vector<float> weights{}; ///< textFeatureCount of them
    Calibration calibration{};
    QJsonObject report{}; ///< what training found, for people
    QString name{};       ///< "trained v3 (1f3a9c02)": not in the file, given by who reads it

    /// Log-odds before calibration.
    double value(std::span<const TextFeature> features) const;

    /// Probability, and what raised or lowered it most. Threading: const, from any thread.
    Prediction predict(const QString &question) const;

    bool operator==(const Classifier &) const = default;
};

/// The features that weigh most in `queries`, in words: named ones and n-grams that occur in them.
QList<Contribution> strongestWeights(const Classifier &classifier, const QStringList &queries, int most);

} // namespace assay
