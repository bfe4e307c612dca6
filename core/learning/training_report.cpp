// SPDX-License-Identifier: Apache-2.0
#include "learning/trainer.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t leastPairs = 30;

double shippedProbability(const TrainingExample &example)
{
    static const LogisticModel shipped = LogisticModel::initial();
    return predictCalibrated(shipped, example.query).confidence;
}

double trainedProbability(const Classifier &classifier, const TrainingExample &example)
{
    return classifier.calibration.probability(classifier.value(textFeatures(example.query)));
}

ClassifierMetrics metricsOf(const std::vector<TrainingExample> &examples, LearningTarget target,
                            const std::function<double(const TrainingExample &)> &probability)
{
    std::vector<Predicted> predicted;
    for (const TrainingExample &example : examples)
        if (const auto isTrue = targetOf(example, target))
            predicted.insert(predicted.end(), static_cast<std::size_t>(std::max(1, example.standsFor)),
                             {.probability = probability(example), .isTrue = *isTrue});
    return classifierMetrics(predicted);
}

QJsonValue orNull(const std::optional<ClassifierMetrics> &metrics)
{
    return metrics ? QJsonValue(toJson(*metrics)) : QJsonValue(QJsonValue::Null);
}

std::optional<CalibrationKind> calibrationKindFrom(const QString &token)
{
    for (const CalibrationKind kind : {CalibrationKind::None, CalibrationKind::Temperature,
                                       CalibrationKind::Platt, CalibrationKind::Isotonic})
        if (tokenOf(kind) == token)
            return kind;
    return std::nullopt;
}

QJsonArray pointsJson(const QList<RoutingPoint> &points)
{
    QJsonArray all;
    for (const RoutingPoint &point : points) {
        QJsonArray one{point.strongShare, point.quality};
        if (point.threshold)
            one.append(*point.threshold);
        all.append(one);
    }
    return all;
}

QList<RoutingPoint> pointsFrom(const QJsonValue &json)
{
    QList<RoutingPoint> points;
    const QJsonArray all = json.toArray();
    for (const QJsonValue one : all)
        points.append({.strongShare = one[0].toDouble(),
                       .quality = one[1].toDouble(),
                       .threshold = one[2].isDouble() ? std::optional(one[2].toDouble()) : std::nullopt});
    return points;
}

QJsonValue routingJson(const std::optional<RoutingReport> &routing)
{
    if (!routing)
        return QJsonValue::Null;
    QJsonObject json = toJson(routing->curve);
    json.insert(u"fast_cost_micros"_s, routing->fastCost);
    json.insert(u"premium_cost_micros"_s, routing->premiumCost);
    json.insert(u"drawn"_s, QJsonObject{{u"router"_s, pointsJson(routing->curve.router)},
                                        {u"oracle"_s, pointsJson(routing->curve.oracle)},
                                        {u"random"_s, pointsJson(routing->curve.random)}});
    return json;
}

/// What of the curve is drawn.
std::optional<RoutingReport> routingFrom(const QJsonValue &json)
{
    const QJsonValue drawn = json[u"drawn"_s];
    RoutingReport report{.fastCost = json[u"fast_cost_micros"_s].toDouble(),
                         .premiumCost = json[u"premium_cost_micros"_s].toDouble()};
    report.curve.router = pointsFrom(drawn[u"router"_s]);
    report.curve.oracle = pointsFrom(drawn[u"oracle"_s]);
    report.curve.random = pointsFrom(drawn[u"random"_s]);
    report.curve.pairs = json[u"pairs"_s].toInteger();
    if (const QJsonValue closed = json[u"average_gap_closed"_s]; closed.isDouble())
        report.curve.averageGapClosed = closed.toDouble();
    return report.curve.router.isEmpty() ? std::nullopt : std::optional(report);
}

} // namespace

bool TrainingReport::beatsBaseline() const
{
    return test.accuracy > majority &&
           (!shipped || (test.accuracy > shipped->accuracy && test.logLoss < shipped->logLoss));
}

ClassifierMetrics evaluate(const Classifier &classifier, const std::vector<TrainingExample> &examples)
{
    return metricsOf(examples, classifier.target,
                     [&](const TrainingExample &example) { return trainedProbability(classifier, example); });
}

ClassifierMetrics evaluateShipped(const std::vector<TrainingExample> &examples)
{
    return metricsOf(examples, LearningTarget::FastPath, &shippedProbability);
}

std::optional<RoutingReport> routingOf(const Classifier &classifier,
                                       const std::vector<TrainingExample> &examples)
{
    std::vector<AnswerPair> pairs;
    RoutingReport report;
    for (const TrainingExample &example : examples) {
        if (!example.fastPathPassed || !example.premiumPassed || !example.fastCost || !example.premiumCost)
            continue;
        pairs.push_back({.id = example.turnId,
                         .weak = *example.fastPathPassed ? 1.0 : 0.0,
                         .strong = *example.premiumPassed ? 1.0 : 0.0,
                         .score = trainedProbability(classifier, example)});
        report.fastCost += static_cast<double>(example.fastCost->value);
        report.premiumCost += static_cast<double>(example.premiumCost->value);
    }
    if (pairs.size() < leastPairs)
        return std::nullopt;
    report.fastCost /= static_cast<double>(pairs.size());
    report.premiumCost /= static_cast<double>(pairs.size());
    report.curve = routingCurve(pairs);
    return report;
}

void judgeTraining(Trained &trained, const std::vector<TrainingExample> &test)
{
    TrainingReport &report = trained.report;
    report.test = evaluate(trained.classifier, test);
    report.tested = std::ranges::count_if(test, [&](const TrainingExample &one) {
        return targetOf(one, trained.classifier.target).has_value();
    });
    const auto positives = static_cast<double>(report.test.positives);
    const auto count = static_cast<double>(report.test.count);
    report.majority = std::max(positives, count - positives) / count;
    if (trained.classifier.target != LearningTarget::FastPath)
        return;
    report.shipped = evaluateShipped(test);
    if (std::ranges::all_of(test, [](const TrainingExample &one) { return one.confidence.has_value(); }))
        report.inForce = metricsOf(test, LearningTarget::FastPath,
                                   [](const TrainingExample &one) { return *one.confidence; });
    report.routing = routingOf(trained.classifier, test);
}

QJsonObject toJson(const TrainingReport &report)
{
    QJsonArray weights;
    for (const Contribution &one : report.weights)
        weights.append(QJsonObject{{u"feature"_s, one.feature}, {u"weight"_s, one.weight}});
    return {{u"examples"_s, report.examples},
            {u"unusable"_s, report.unusable},
            {u"trained"_s, report.trained},
            {u"calibrated"_s, report.calibrated},
            {u"tested"_s, report.tested},
            {u"regularisation"_s, report.regularisation},
            {u"cross_accuracy"_s, report.crossAccuracy},
            {u"cross_spread"_s, report.crossSpread},
            {u"calibration"_s, tokenOf(report.calibration)},
            {u"test"_s, toJson(report.test)},
            {u"shipped"_s, orNull(report.shipped)},
            {u"in_force"_s, orNull(report.inForce)},
            {u"majority_accuracy"_s, report.majority},
            {u"beats_baseline"_s, report.beatsBaseline()},
            {u"routing"_s, routingJson(report.routing)},
            {u"weights"_s, weights}};
}

std::optional<TrainingReport> trainingReportFrom(const QJsonObject &json)
{
    const auto kind = calibrationKindFrom(json.value(u"calibration"_s).toString());
    const auto test = classifierMetricsFrom(json.value(u"test"_s).toObject());
    if (!kind || !test)
        return std::nullopt;
    TrainingReport report{.examples = json.value(u"examples"_s).toInteger(),
                          .unusable = json.value(u"unusable"_s).toInteger(),
                          .trained = json.value(u"trained"_s).toInteger(),
                          .calibrated = json.value(u"calibrated"_s).toInteger(),
                          .tested = json.value(u"tested"_s).toInteger(test->count),
                          .regularisation = json.value(u"regularisation"_s).toDouble(),
                          .crossAccuracy = json.value(u"cross_accuracy"_s).toDouble(),
                          .crossSpread = json.value(u"cross_spread"_s).toDouble(),
                          .calibration = *kind,
                          .test = *test,
                          .shipped = classifierMetricsFrom(json.value(u"shipped"_s).toObject()),
                          .inForce = classifierMetricsFrom(json.value(u"in_force"_s).toObject()),
                          .majority = json.value(u"majority_accuracy"_s).toDouble()};
    report.routing = routingFrom(json.value(u"routing"_s));
    const QJsonArray weights = json.value(u"weights"_s).toArray();
    for (const QJsonValue value : weights)
        report.weights.append(
            {.feature = value[u"feature"_s].toString(), .weight = value[u"weight"_s].toDouble()});
    return report;
}

} // namespace assay
