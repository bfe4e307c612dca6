// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learning/classifier_metrics.h"
#include "learning/routing_curve.h"
#include "learning/training_data.h"

namespace assay {

struct TrainingOptions
{
    LearningTarget target = LearningTarget::FastPath;
    quint64 seed = 1;           ///< decides which threads are held out
    int folds = 5;              ///< of the cross-validation, 2 … 20
    bool balanced = false;      ///< the rarer class weighs as much as the other
    qint64 leastExamples = 100; ///< fewer are refused
    qint64 leastOfClass = 10;
    CancelToken token{};
    /// Told from 0 to 1 now and then, on the thread that trains.
    std::function<void(double)> progress{};
};

/// What routing by a classifier is worth on questions that both models answered.
struct RoutingReport
{
    RoutingCurve curve{};
    double fastCost = 0.0; ///< micro-dollars a query, mean over the same questions
    double premiumCost = 0.0;

    bool operator==(const RoutingReport &) const = default;
};

/// What training found. All of `test` is of threads that neither training nor calibration saw. Its counts are
/// of turns that the examples stand for.
struct TrainingReport
{
    qint64 examples = 0; ///< that tell the target
    qint64 unusable = 0; ///< that do not
    qint64 trained = 0;
    qint64 calibrated = 0;
    qint64 tested = 0;           ///< examples, not what they stand for
    double regularisation = 1.0; ///< LIBLINEAR's C
    double crossAccuracy = 0.0;  ///< mean over the folds
    double crossSpread = 0.0;    ///< standard deviation over the folds
    CalibrationKind calibration = CalibrationKind::None;
    ClassifierMetrics test{};
    std::optional<ClassifierMetrics> shipped{}; ///< the predictor that comes with Assay, on the same turns
    std::optional<ClassifierMetrics> inForce{}; ///< what was predicted when the turns were asked
    double majority = 0.0;                      ///< accuracy of saying always the same
    std::optional<RoutingReport> routing{}; ///< absent where fewer than 30 held-out turns tell both outcomes
    QList<Contribution> weights{};          ///< the strongest

    /// Better than the shipped predictor and than saying always the same.
    bool beatsBaseline() const;
    bool operator==(const TrainingReport &) const = default;
};

struct Trained
{
    Classifier classifier{};
    TrainingReport report{};
    std::vector<TrainingExample> canary{}; ///< held-out examples, at most 200
};

/// Trains a logistic classifier with LIBLINEAR. By thread (or by question where none is told), a fifth is
/// held out for the test and a fifth for calibration. C is the one of 0.1, 0.3, 1, 3 with the least log loss
/// in cross-validation over at most 10,000 examples.
/// @errors InvalidArgument: too few examples, or too few of one class; Cancelled
Result<Trained> train(const std::vector<TrainingExample> &examples, const TrainingOptions &options);

/// Fills the report with how the classifier does on examples that it never saw.
void judgeTraining(Trained &trained, const std::vector<TrainingExample> &test);

/// How good a classifier is on examples. Those that do not tell its target are left out.
ClassifierMetrics evaluate(const Classifier &classifier, const std::vector<TrainingExample> &examples);
/// The same for the predictor that comes with Assay.
ClassifierMetrics evaluateShipped(const std::vector<TrainingExample> &examples);

/// What routing by the classifier is worth on those examples that tell what both models did; nullopt where
/// fewer than 30 do.
std::optional<RoutingReport> routingOf(const Classifier &classifier,
                                       const std::vector<TrainingExample> &examples);

QJsonObject toJson(const TrainingReport &report);
/// Reads what toJson() wrote; nullopt for anything else. Of the routing curve it has what is drawn.
std::optional<TrainingReport> trainingReportFrom(const QJsonObject &json);

} // namespace assay
