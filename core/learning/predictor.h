// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/turn.h"

#include <QtCore/QMap>

namespace assay {

/// What the predictor looks at in a question, each scaled to about [0, 1].
/// @source WIRE.md section 4, "Confidence calibration" and "Active learning record"
struct QuestionFeatures
{
    double queryLength = 0.0;    ///< words / 40, at most 1
    double veryShort = 0.0;      ///< 1 below three content words
    double complexity = 0.0;     ///< how/why 1, what/which .5, else 0; whole words only
    double specificity = 0.0;    ///< numbers, ids, capitalised names: 0, .5 or 1
    double ambiguity = 0.0;      ///< "or", "maybe", "might", "something": 0 or 1
    double hasDocKeywords = 0.0; ///< speaks of documents, guides, policies, settings
    double hasVersion = 0.0;     ///< a version number
    double isFactual = 0.0;      ///< when, where, who, which, how many, how long
    double isHowTo = 0.0;        ///< how do I, how can, steps
    double parts = 0.0; ///< more than one thing asked: (question marks and "and" clauses − 1) / 2, at most 1
};

QuestionFeatures featuresOf(const QString &question);

/// Features by name, in a fixed order, for the record and for training.
QList<std::pair<QString, double>> namedFeatures(const QuestionFeatures &features);

/// A logistic predictor as a value: replace it by a trained one.
struct LogisticModel
{
    QString name{};
    double bias = 0.0;
    QMap<QString, double> weights{};

    /// Weights set by hand from upstream's rules, until there is data to train on.
    static LogisticModel initial();
};

struct Prediction
{
    double confidence = 0.5;             ///< predicted probability that the fast path passes the gate, [0, 1]
    QList<Contribution> contributions{}; ///< what each feature added, strongest first
    QString predictor{};
};

/// Innovation 15: 1 / (1 + exp(−(bias + Σ weight · feature))).
Prediction predictCalibrated(const LogisticModel &model, const QString &question);

/// The uncalibrated rule of thumb used when calibration is off.
/// @source WIRE.md section 4: p = .70; −.15 length; −.20 complexity; +.15 specificity; −.25 ambiguity
Prediction predictByRule(const QString &question);

/// Picks by policy: 0.5 for everything when confidence scoring is off.
Prediction predict(const Policy &policy, const LogisticModel &model, const QString &question);

} // namespace assay
