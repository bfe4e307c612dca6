// SPDX-License-Identifier: Apache-2.0
#include "learning/trainer.h"

#include "base/tr.h"
#include "learning/linear_fit.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array tried{0.1, 0.3, 1.0, 3.0};
constexpr std::size_t mostForCross = 10'000;
constexpr std::size_t mostCanaries = 200;
constexpr int weightsTold = 20;
constexpr std::uint64_t parts = 1000;
constexpr std::uint64_t testPart = 200;        ///< of `parts`
constexpr std::uint64_t calibrationPart = 400; ///< up to here

/// Evenly spread, the same on every machine.
std::uint64_t groupOf(const TrainingExample &example, quint64 seed)
{
    const QString &key = example.threadId.isEmpty() ? example.query : example.threadId;
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray::number(seed) + '\n' + key.toUtf8(), QCryptographicHash::Sha256);
    std::uint64_t group = 0;
    for (int i = 0; i < 8; ++i)
        group = group << 8 | static_cast<std::uint8_t>(hash[i]);
    return group;
}

using Rows = std::vector<const LinearExample *>;

bool hasBothClasses(const Rows &rows)
{
    const auto positives = std::ranges::count_if(rows, [](const LinearExample *one) { return one->isTrue; });
    return positives > 0 && positives < std::ssize(rows);
}

struct FoldResult
{
    double loss = 0.0;
    double accuracy = 0.0;
};

/// Trains on all folds but one and tries that one; nullopt where a part has one class alone.
std::optional<FoldResult> tryFold(const Rows &rows, std::uint64_t fold, const TrainingOptions &options,
                                  double regularisation)
{
    Rows rest;
    Rows held;
    const auto folds = static_cast<std::uint64_t>(options.folds);
    for (const LinearExample *one : rows)
        (one->group / parts % folds == fold ? held : rest).push_back(one);
    if (held.empty() || !hasBothClasses(rest))
        return std::nullopt;
    const LinearModel model = fitLinear(rest, regularisation, options.balanced);
    std::vector<Predicted> predicted;
    for (const LinearExample *one : held)
        predicted.push_back({.probability = Calibration{}.probability(linearValue(model, one->features)),
                             .isTrue = one->isTrue});
    const ClassifierMetrics metrics = classifierMetrics(predicted);
    return FoldResult{.loss = metrics.logLoss, .accuracy = metrics.accuracy};
}

void crossValidate(const Rows &rows, const TrainingOptions &options, TrainingReport &report)
{
    Rows some = rows;
    if (some.size() > mostForCross)
        some.resize(mostForCross);
    double best = std::numeric_limits<double>::infinity();
    for (const double regularisation : tried) {
        std::vector<FoldResult> results;
        for (int fold = 0; fold < options.folds; ++fold)
            if (const auto result = tryFold(some, static_cast<std::uint64_t>(fold), options, regularisation))
                results.push_back(*result);
        if (results.empty())
            continue;
        const auto count = static_cast<double>(results.size());
        FoldResult mean;
        for (const FoldResult &one : results) {
            mean.loss += one.loss / count;
            mean.accuracy += one.accuracy / count;
        }
        if (!(mean.loss < best))
            continue;
        best = mean.loss;
        double spread = 0.0;
        for (const FoldResult &one : results)
            spread += (one.accuracy - mean.accuracy) * (one.accuracy - mean.accuracy) / count;
        report.regularisation = regularisation;
        report.crossAccuracy = mean.accuracy;
        report.crossSpread = std::sqrt(spread);
    }
}

struct Split
{
    Rows training{};
    Rows calibration{};
    std::vector<std::size_t> test{}; ///< in the examples

    bool isUsable() const { return hasBothClasses(training) && !calibration.empty() && !test.empty(); }
};

Result<> checkEnough(const std::vector<LinearExample> &rows, const TrainingOptions &options)
{
    const auto positives = std::ranges::count_if(rows, &LinearExample::isTrue);
    const auto count = std::ssize(rows);
    if (count < options.leastExamples)
        return fail(Errc::InvalidArgument,
                    Tr::tr("Only %1 examples tell what is to be learned; training needs at least %2. Collect "
                           "more turns, or let exploration run the fast model on more of them.")
                        .arg(count)
                        .arg(options.leastExamples));
    if (std::min<qint64>(positives, count - positives) < options.leastOfClass)
        return fail(Errc::InvalidArgument,
                    Tr::tr("%1 of %2 examples say yes; of each class training needs at least %3. Nothing can "
                           "be told apart otherwise.")
                        .arg(positives)
                        .arg(count)
                        .arg(options.leastOfClass));
    return {};
}

double shippedProbability(const TrainingExample &example)
{
    static const LogisticModel shipped = LogisticModel::initial();
    return predictCalibrated(shipped, example.query).confidence;
}

ClassifierMetrics metricsOf(const std::vector<TrainingExample> &examples, LearningTarget target,
                            const std::function<double(const TrainingExample &)> &probability)
{
    std::vector<Predicted> predicted;
    for (const TrainingExample &example : examples)
        if (const auto isTrue = targetOf(example, target))
            predicted.push_back({.probability = probability(example), .isTrue = *isTrue});
    return classifierMetrics(predicted);
}

void judge(Trained &trained, const std::vector<TrainingExample> &test)
{
    TrainingReport &report = trained.report;
    report.test = evaluate(trained.classifier, test);
    const auto positives = static_cast<double>(report.test.positives);
    const auto count = static_cast<double>(report.test.count);
    report.majority = std::max(positives, count - positives) / count;
    if (trained.classifier.target != LearningTarget::FastPath)
        return;
    report.shipped = evaluateShipped(test);
    if (std::ranges::all_of(test, [](const TrainingExample &one) { return one.confidence.has_value(); }))
        report.inForce = metricsOf(test, LearningTarget::FastPath,
                                   [](const TrainingExample &one) { return *one.confidence; });
}

/// Enough of them to name the features that matter.
QStringList queriesOf(const std::vector<TrainingExample> &examples)
{
    QStringList queries;
    for (std::size_t i = 0; i < std::min(examples.size(), mostForCross); ++i)
        queries.append(examples[i].query);
    return queries;
}

void fit(Trained &trained, const Split &split, const TrainingOptions &options)
{
    TrainingReport &report = trained.report;
    Classifier &classifier = trained.classifier;
    crossValidate(split.training, options, report);
    const LinearModel model = fitLinear(split.training, report.regularisation, options.balanced);
    classifier.bias = model.bias;
    classifier.weights = model.weights;
    std::vector<Outcome> outcomes;
    for (const LinearExample *one : split.calibration)
        outcomes.push_back({.value = classifier.value(one->features), .isTrue = one->isTrue});
    classifier.calibration = chooseCalibration(outcomes);
    report.calibration = classifier.calibration.kind;
    report.trained = classifier.examples = std::ssize(split.training);
    report.calibrated = std::ssize(split.calibration);
}

} // namespace

bool TrainingReport::beatsBaseline() const
{
    return test.accuracy > majority &&
           (!shipped || (test.accuracy > shipped->accuracy && test.logLoss < shipped->logLoss));
}

ClassifierMetrics evaluate(const Classifier &classifier, const std::vector<TrainingExample> &examples)
{
    return metricsOf(examples, classifier.target, [&](const TrainingExample &example) {
        return classifier.calibration.probability(classifier.value(textFeatures(example.query)));
    });
}

ClassifierMetrics evaluateShipped(const std::vector<TrainingExample> &examples)
{
    return metricsOf(examples, LearningTarget::FastPath, &shippedProbability);
}

Result<Trained> train(const std::vector<TrainingExample> &examples, const TrainingOptions &options)
{
    std::vector<LinearExample> rows;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < examples.size(); ++i)
        if (const auto isTrue = targetOf(examples[i], options.target)) {
            rows.push_back({.features = textFeatures(examples[i].query),
                            .isTrue = *isTrue,
                            .group = groupOf(examples[i], options.seed)});
            places.push_back(i);
        }
    if (const Result<> enough = checkEnough(rows, options); !enough)
        return fail(enough.error());
    Split split;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::uint64_t part = rows[i].group % parts;
        if (part < testPart)
            split.test.push_back(places[i]);
        else
            (part < calibrationPart ? split.calibration : split.training).push_back(&rows[i]);
    }
    if (!split.isUsable())
        return fail(
            Errc::InvalidArgument,
            Tr::tr("The examples come from too few threads to hold some of them out. Collect more, or "
                   "choose another seed."));
    Trained trained{
        .classifier = {.target = options.target, .trainedAt = utcNow()},
        .report = {.examples = std::ssize(rows), .unusable = std::ssize(examples) - std::ssize(rows)}};
    fit(trained, split, options);
    std::vector<TrainingExample> test;
    for (const std::size_t i : split.test)
        test.push_back(examples[i]);
    judge(trained, test);
    trained.report.weights = strongestWeights(trained.classifier, queriesOf(examples), weightsTold);
    trained.classifier.report = toJson(trained.report);
    test.resize(std::min(test.size(), mostCanaries));
    trained.canary = std::move(test);
    return trained;
}

QJsonObject toJson(const TrainingReport &report)
{
    QJsonArray weights;
    for (const Contribution &one : report.weights)
        weights.append(QJsonObject{{u"feature"_s, one.feature}, {u"weight"_s, one.weight}});
    const auto orNull = [](const std::optional<ClassifierMetrics> &metrics) {
        return metrics ? QJsonValue(toJson(*metrics)) : QJsonValue(QJsonValue::Null);
    };
    return {{u"examples"_s, report.examples},
            {u"unusable"_s, report.unusable},
            {u"trained"_s, report.trained},
            {u"calibrated"_s, report.calibrated},
            {u"regularisation"_s, report.regularisation},
            {u"cross_accuracy"_s, report.crossAccuracy},
            {u"cross_spread"_s, report.crossSpread},
            {u"calibration"_s, tokenOf(report.calibration)},
            {u"test"_s, toJson(report.test)},
            {u"shipped"_s, orNull(report.shipped)},
            {u"in_force"_s, orNull(report.inForce)},
            {u"majority_accuracy"_s, report.majority},
            {u"beats_baseline"_s, report.beatsBaseline()},
            {u"weights"_s, weights}};
}

} // namespace assay
