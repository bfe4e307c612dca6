// SPDX-License-Identifier: Apache-2.0
// `assay learn collect`, `train` and `evaluate`: what becomes of recorded turns.
#include "analytics/analytics.h"
#include "base/tr.h"
#include "command.h"
#include "commands/learn_command.h"
#include "learning/model_file.h"
#include "learning/trainer.h"
#include "service/learning_host.h"
#include "service/paths.h"
#include "service/triage_picks.h"
#include "store/sqlite_store.h"
#include "stream/redact.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

QString four(double value)
{
    return QString::number(value, 'f', 4);
}

void printMetrics(const QString &label, const ClassifierMetrics &metrics)
{
    printLine(label.leftJustified(24) + percentText(metrics.accuracy).leftJustified(11) +
              (metrics.auroc ? four(*metrics.auroc) : u"–"_s).leftJustified(9) +
              four(metrics.logLoss).leftJustified(10) + four(metrics.ece).leftJustified(9) +
              four(metrics.aurc));
}

void printMetricsHead()
{
    printLine(QString(24, u' ') + Tr::tr("Accuracy").leftJustified(11) + u"AUROC    "_s +
              Tr::tr("Log loss").leftJustified(10) + u"ECE      AURC"_s);
}

void printReport(const TrainingReport &report)
{
    printLine(Tr::tr("%1 examples: trained on %2, calibrated on %3, tried on %4 of other threads")
                  .arg(QString::number(report.examples), QString::number(report.trained),
                       QString::number(report.calibrated), QString::number(report.tested)));
    if (report.unusable > 0)
        printLine(Tr::tr("%1 examples do not tell what is to be predicted").arg(report.unusable));
    printLine(Tr::tr("Cross-validated accuracy %1 ± %2, C = %3, calibration: %4")
                  .arg(percentText(report.crossAccuracy), percentText(report.crossSpread),
                       QString::number(report.regularisation), tokenOf(report.calibration)));
    printLine({});
    printMetricsHead();
    printMetrics(Tr::tr("This model"), report.test);
    if (report.shipped)
        printMetrics(Tr::tr("Shipped predictor"), *report.shipped);
    if (report.inForce)
        printMetrics(Tr::tr("As predicted then"), *report.inForce);
    printLine(Tr::tr("Always the same").leftJustified(24) + percentText(report.majority));
    printLine(report.beatsBaseline() ? Tr::tr("It beats the shipped predictor.")
                                     : Tr::tr("It does not beat the baseline."));
    printLine({});
    for (const Contribution &one : report.weights)
        printLine((one.weight > 0 ? Tr::tr("%1 raises the confidence") : Tr::tr("%1 lowers the confidence"))
                      .arg(one.feature)
                      .leftJustified(52) +
                  QString::number(one.weight, 'f', 2));
}

/// The canary set that belongs to a model file.
QString canaryPath(const std::string &model)
{
    return QString::fromStdString(model) + u".canary.jsonl"_s;
}

} // namespace

int learnCollect(const LearnOptions &options)
{
    const Result<TimeRange> range = readTimeRange(QString::fromStdString(options.range), utcNow());
    if (!range)
        return failed(range.error());
    const Result<std::unique_ptr<Store>> store = openReadOnly(Paths::standard().store());
    if (!store)
        return failed(store.error());
    CollectOptions collect{.qualityThreshold = static_cast<float>(options.qualityThreshold),
                           .belowOnly = options.belowOnly,
                           .humanLabels = !options.judgeOnly,
                           .from = range->from,
                           .to = range->to};
    if (options.range == "all")
        collect.from = collect.to = std::nullopt;
    if (!options.plain)
        collect.redact = [](const QString &text) { return redactSecrets(text); };
    auto examples = collectTrainingData(**store, collect);
    if (!examples)
        return failed(examples.error());
    if (const Result<int> picked = addPicked(*examples, Paths::standard().pickedTraining()); !picked)
        return failed(picked.error());
    const QByteArray lines = trainingLines(*examples);
    if (options.output.empty()) {
        std::fwrite(lines.constData(), 1, static_cast<std::size_t>(lines.size()), stdout);
        return exitOk;
    }
    const QString path = QString::fromStdString(options.output);
    if (const Result<> written = writeModelFile(path, lines); !written)
        return failed(written.error());
    const auto telling = std::ranges::count_if(
        *examples, [](const TrainingExample &one) { return one.fastPathPassed.has_value(); });
    printLine(Tr::tr("%1 examples, of which %2 tell how the fast model did, are in %3.")
                  .arg(QString::number(examples->size()), QString::number(telling), path));
    return exitOk;
}

int learnTrain(const LearnOptions &options)
{
    const Result<QByteArray> lines = readNamedFile(options.input);
    if (!lines)
        return failed(lines.error());
    const auto examples = readTrainingData(*lines);
    if (!examples)
        return failed(examples.error());
    const Result<Trained> trained =
        train(*examples,
              {.target = options.predicts == "fast_path" ? LearningTarget::FastPath : LearningTarget::ToolUse,
               .seed = options.seed,
               .folds = options.folds,
               .balanced = options.balanced});
    if (!trained)
        return failed(trained.error());
    const QByteArray bytes = modelBytes(trained->classifier);
    const QString path = QString::fromStdString(options.output);
    for (const auto &[name, content] :
         {std::pair{path, bytes}, std::pair{canaryPath(options.output), trainingLines(trained->canary)}})
        if (const Result<> written = writeModelFile(name, content); !written)
            return failed(written.error());
    if (options.json) {
        std::fputs(QJsonDocument(toJson(trained->report)).toJson().constData(), stdout);
        return exitOk;
    }
    printReport(trained->report);
    printLine({});
    printLine(Tr::tr("The model %1 is in %2.").arg(modelFingerprint(bytes), path));
    return exitOk;
}

int learnEvaluate(const LearnOptions &options)
{
    const Result<Classifier> classifier = readModelFile(QString::fromStdString(options.model));
    if (!classifier)
        return failed(classifier.error());
    const Result<QByteArray> lines = readNamedFile(options.input);
    if (!lines)
        return failed(lines.error());
    const auto examples = readTrainingData(*lines);
    if (!examples)
        return failed(examples.error());
    const ClassifierMetrics metrics = evaluate(*classifier, *examples);
    if (metrics.count == 0) {
        printError(Tr::tr("No example tells what the model predicts."));
        return exitError;
    }
    if (options.json) {
        QJsonObject both{{u"model"_s, toJson(metrics)}};
        if (classifier->target == LearningTarget::FastPath)
            both.insert(u"shipped"_s, toJson(evaluateShipped(*examples)));
        std::fputs(QJsonDocument(both).toJson().constData(), stdout);
        return exitOk;
    }
    printMetricsHead();
    printMetrics(Tr::tr("This model"), metrics);
    if (classifier->target == LearningTarget::FastPath)
        printMetrics(Tr::tr("Shipped predictor"), evaluateShipped(*examples));
    return exitOk;
}

} // namespace assay::app
