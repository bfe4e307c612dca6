// SPDX-License-Identifier: Apache-2.0
#include "service/learning_worker.h"

#include "base/tr.h"
#include "service/triage_picks.h"
#include "store/sqlite_store.h"
#include "stream/redact.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestData = qint64{1} << 30;
constexpr int standingTurns = 50'000;

QString canaryPath(const QString &model)
{
    return model + u".canary.jsonl"_s;
}

Result<QByteArray> readWhole(const QString &path, qint64 largest)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.exists() ? Errc::Io : Errc::NotFound,
                    Tr::tr("%1 cannot be read: %2").arg(path, file.errorString()));
    if (file.size() > largest)
        return fail(Errc::InvalidArgument, Tr::tr("%1 is too large.").arg(path));
    return file.readAll();
}

Error nothingInHand()
{
    return {Errc::NotFound, Tr::tr("There is no model in hand. Train one, or open a model file.")};
}

} // namespace

QByteArray trainingLines(const std::vector<TrainingExample> &examples)
{
    QByteArray lines;
    for (const TrainingExample &example : examples)
        lines += QJsonDocument(toJson(example)).toJson(QJsonDocument::Compact) + '\n';
    return lines;
}

LearningWorker::LearningWorker(LearningHost::Options options)
    : m_options(std::move(options)), m_registry(m_options.modelsFolder, m_options.clock)
{
}

Result<std::vector<TrainingExample>> LearningWorker::read(const CollectOptions &options,
                                                          const CancelToken &token) const
{
    const Result<std::unique_ptr<Store>> store = openReadOnly(m_options.storePath);
    if (!store)
        return fail(store.error());
    return collectTrainingData(**store, options, token);
}

CollectedData LearningWorker::account(const QString &file) const
{
    CollectedData data{.examples = std::ssize(m_examples), .file = file};
    for (const TrainingExample &one : m_examples) {
        if (one.fastPathPassed) {
            ++data.telling;
            data.passed += *one.fastPathPassed ? 1 : 0;
            data.explored += one.standsFor > 1 ? 1 : 0;
        }
        if (one.askedAt == UtcTime{})
            continue;
        data.from = data.from == UtcTime{} ? one.askedAt : std::min(data.from, one.askedAt);
        data.to = std::max(data.to, one.askedAt);
    }
    return data;
}

Result<CollectedData> LearningWorker::collect(const CollectOrder &order, const CancelToken &token,
                                              std::function<void(double)> progress)
{
    CollectOptions options{.qualityThreshold = static_cast<float>(order.qualityThreshold),
                           .belowOnly = order.belowOnly,
                           .humanLabels = order.humanLabels,
                           .progress = std::move(progress)};
    if (order.last > std::chrono::days(0))
        options.from = m_options.clock() - order.last;
    if (order.redact)
        options.redact = [](const QString &text) { return redactSecrets(text); };
    Result<std::vector<TrainingExample>> examples = read(options, token);
    if (!examples)
        return fail(examples.error());
    if (!m_options.pickedFile.isEmpty())
        if (const Result<int> picked = addPicked(*examples, m_options.pickedFile); !picked)
            return fail(picked.error());
    m_examples = std::move(*examples);
    return account({});
}

Result<LearnedModel> LearningWorker::train(TrainingOptions options)
{
    if (m_examples.empty())
        return fail(Errc::InvalidArgument,
                    Tr::tr("There is nothing to learn from yet. Collect the recorded turns first."));
    Result<Trained> trained = assay::train(m_examples, options);
    if (!trained)
        return fail(trained.error());
    m_trained = std::move(*trained);
    m_bytes = modelBytes(m_trained->classifier);
    m_model = {.report = m_trained->report,
               .target = m_trained->classifier.target,
               .fingerprint = modelFingerprint(m_bytes),
               .trainedAt = m_trained->classifier.trainedAt,
               .examples = m_trained->classifier.examples};
    tryOut();
    return m_model;
}

void LearningWorker::tryOut()
{
    m_model.canary.reset();
    const Result<CanaryResult> tried = m_registry.tryOn(m_trained->classifier, m_trained->canary);
    m_model.canaryProblem = tried ? QString() : tried.error().message;
    if (tried)
        m_model.canary = *tried;
}

Result<CollectedData> LearningWorker::openData(const QString &path)
{
    const Result<QByteArray> lines = readWhole(path, largestData);
    if (!lines)
        return fail(lines.error());
    Result<std::vector<TrainingExample>> examples = readTrainingData(*lines);
    if (!examples)
        return fail(examples.error());
    m_examples = std::move(*examples);
    return account(path);
}

Result<QString> LearningWorker::saveData(const QString &path) const
{
    if (m_examples.empty())
        return fail(Errc::NotFound, Tr::tr("Nothing was collected yet."));
    if (const Result<> written = writeModelFile(path, trainingLines(m_examples)); !written)
        return fail(written.error());
    return path;
}

Result<LearnedModel> LearningWorker::openModel(const QString &path)
{
    const Result<QByteArray> bytes = readWhole(path, largestModelFile);
    if (!bytes)
        return fail(bytes.error());
    Result<Classifier> classifier = modelFromBytes(*bytes);
    if (!classifier)
        return fail(classifier.error());
    Trained trained{.classifier = std::move(*classifier)};
    if (const std::optional<TrainingReport> report = trainingReportFrom(trained.classifier.report))
        trained.report = *report;
    if (const Result<QByteArray> lines = readWhole(canaryPath(path), largestData))
        if (const auto canary = readTrainingData(*lines))
            trained.canary = *canary;
    if (trained.canary.empty())
        trained.canary = m_examples;
    m_trained = std::move(trained);
    m_bytes = *bytes;
    m_model = {.report = m_trained->report,
               .target = m_trained->classifier.target,
               .fingerprint = modelFingerprint(m_bytes),
               .trainedAt = m_trained->classifier.trainedAt,
               .examples = m_trained->classifier.examples,
               .file = path};
    m_model.report.routing = routingOf(m_trained->classifier, m_trained->canary);
    tryOut();
    return m_model;
}

Result<QString> LearningWorker::saveModel(const QString &path)
{
    if (!m_trained)
        return fail(nothingInHand());
    for (const auto &[name, content] :
         {std::pair{path, m_bytes}, std::pair{canaryPath(path), trainingLines(m_trained->canary)}})
        if (const Result<> written = writeModelFile(name, content); !written)
            return fail(written.error());
    m_model.file = path;
    return path;
}

Result<Deployment> LearningWorker::deploy(bool force)
{
    if (!m_trained)
        return fail(nothingInHand());
    if (!force) {
        tryOut(); // another may have been deployed since
        if (!m_model.canary)
            return fail(Errc::InvalidArgument, m_model.canaryProblem + u' ' +
                                                   Tr::tr("Without a canary set the model is not deployed."));
        if (!m_model.canary->isGood())
            return fail(Errc::InvalidArgument,
                        Tr::tr("That is worse than the model in force, so it was not deployed."));
    }
    return m_registry.deploy(m_bytes, m_options.who);
}

Result<Deployment> LearningWorker::rollBack()
{
    return m_registry.rollBack(m_options.who);
}

Result<DeployedModels> LearningWorker::deployed() const
{
    const Result<QList<Deployment>> history = m_registry.history();
    if (!history)
        return DeployedModels{.problem = history.error().message};
    DeployedModels models{.history = *history};
    const Result<std::optional<Classifier>> inForce = m_registry.inForce();
    if (!inForce) {
        models.problem = inForce.error().message;
    } else if (*inForce) {
        models.report = trainingReportFrom((*inForce)->report);
        models.trainedAt = (*inForce)->trainedAt;
    }
    return models;
}

Result<TrainingReport> LearningWorker::report(int version) const
{
    const Result<Classifier> classifier = m_registry.version(version);
    if (!classifier)
        return fail(classifier.error());
    const std::optional<TrainingReport> report = trainingReportFrom(classifier->report);
    if (!report)
        return fail(Errc::NotFound,
                    Tr::tr("The file of v%1 tells nothing of how it was trained.").arg(version));
    return *report;
}

Result<LearningStanding> LearningWorker::standing(std::chrono::days recent, const CancelToken &token) const
{
    CollectOptions options{.last = standingTurns};
    const Result<std::vector<TrainingExample>> examples = read(options, token);
    if (!examples)
        return fail(examples.error());
    LearningStanding standing{.weeks = learningWeeks(*examples)};
    UtcTime newest{};
    for (const TrainingExample &one : *examples)
        newest = std::max(newest, one.askedAt);
    standing.since = newest - recent; // of the turns, not of the clock: nothing may have come for weeks
    const Result<DriftReport> drift = driftSince(*examples, standing.since);
    if (drift)
        standing.drift = *drift;
    else
        standing.noDrift = drift.error().message;
    return standing;
}

} // namespace assay
