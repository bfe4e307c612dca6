// SPDX-License-Identifier: Apache-2.0
#include "learning/trainer.h"

#include "base/tr.h"
#include "learning/linear_fit.h"

#include <QtCore/QCryptographicHash>

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
        predicted.insert(predicted.end(), static_cast<std::size_t>(one->standsFor),
                         {.probability = Calibration{}.probability(linearValue(model, one->features)),
                          .isTrue = one->isTrue});
    const ClassifierMetrics metrics = classifierMetrics(predicted);
    return FoldResult{.loss = metrics.logLoss, .accuracy = metrics.accuracy};
}

void tell(const TrainingOptions &options, double share)
{
    if (options.progress)
        options.progress(share);
}

/// @return false when it was cancelled
bool crossValidate(const Rows &rows, const TrainingOptions &options, TrainingReport &report)
{
    Rows some = rows;
    if (some.size() > mostForCross)
        some.resize(mostForCross);
    double best = std::numeric_limits<double>::infinity();
    int fits = 0;
    for (const double regularisation : tried) {
        std::vector<FoldResult> results;
        for (int fold = 0; fold < options.folds; ++fold) {
            if (options.token.isCancelled())
                return false;
            if (const auto result = tryFold(some, static_cast<std::uint64_t>(fold), options, regularisation))
                results.push_back(*result);
            tell(options, 0.1 + 0.7 * ++fits / (options.folds * static_cast<double>(tried.size())));
        }
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
    return true;
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

/// Enough of them to name the features that matter.
QStringList queriesOf(const std::vector<TrainingExample> &examples)
{
    QStringList queries;
    for (std::size_t i = 0; i < std::min(examples.size(), mostForCross); ++i)
        queries.append(examples[i].query);
    return queries;
}

/// Which kind is chosen on the examples themselves; each then counts as what it stands for.
Calibration calibrationOf(const Classifier &classifier, const Rows &rows)
{
    std::vector<Outcome> outcomes;
    std::vector<Outcome> all;
    for (const LinearExample *one : rows) {
        const Outcome outcome{.value = classifier.value(one->features), .isTrue = one->isTrue};
        outcomes.push_back(outcome);
        all.insert(all.end(), static_cast<std::size_t>(one->standsFor), outcome);
    }
    const Calibration chosen = chooseCalibration(outcomes);
    return all.size() == outcomes.size() ? chosen : fitCalibration(chosen.kind, all);
}

/// @return false when it was cancelled
bool fit(Trained &trained, const Split &split, const TrainingOptions &options)
{
    TrainingReport &report = trained.report;
    Classifier &classifier = trained.classifier;
    if (!crossValidate(split.training, options, report))
        return false;
    const LinearModel model = fitLinear(split.training, report.regularisation, options.balanced);
    classifier.bias = model.bias;
    classifier.weights = model.weights;
    tell(options, 0.9);
    classifier.calibration = calibrationOf(classifier, split.calibration);
    report.calibration = classifier.calibration.kind;
    report.trained = classifier.examples = std::ssize(split.training);
    report.calibrated = std::ssize(split.calibration);
    return true;
}

} // namespace

Result<Trained> train(const std::vector<TrainingExample> &examples, const TrainingOptions &options)
{
    tell(options, 0.0);
    std::vector<LinearExample> rows;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < examples.size(); ++i)
        if (const auto isTrue = targetOf(examples[i], options.target)) {
            rows.push_back({.features = textFeatures(examples[i].query),
                            .isTrue = *isTrue,
                            .group = groupOf(examples[i], options.seed),
                            .standsFor = std::max(1, examples[i].standsFor)});
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
    if (!fit(trained, split, options))
        return fail(Errc::Cancelled, Tr::tr("Training was stopped."));
    std::vector<TrainingExample> test;
    for (const std::size_t i : split.test)
        test.push_back(examples[i]);
    judgeTraining(trained, test);
    trained.report.weights = strongestWeights(trained.classifier, queriesOf(examples), weightsTold);
    trained.classifier.report = toJson(trained.report);
    test.resize(std::min(test.size(), mostCanaries));
    trained.canary = std::move(test);
    return trained;
}

} // namespace assay
