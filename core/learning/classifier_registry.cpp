// SPDX-License-Identifier: Apache-2.0
#include "learning/classifier_registry.h"

#include "base/json.h"
#include "base/tr.h"
#include "learning/trainer.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QLockFile>

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int lockWaitMs = 5000;
constexpr double accuracySlack = 0.01;
constexpr double lossSlack = 0.01;

QJsonObject toJson(const Deployment &one)
{
    return {
        {u"version"_s, one.version},    {u"replaced"_s, one.replaced}, {u"rolled_back"_s, one.rolledBack},
        {u"at_us"_s, toMicros(one.at)}, {u"who"_s, one.who},           {u"fingerprint"_s, one.fingerprint}};
}

std::optional<Deployment> deploymentFrom(const QJsonObject &json)
{
    const QJsonValue version = json.value(u"version"_s);
    if (!version.isDouble() || version.toInt(-1) < 0)
        return std::nullopt;
    return Deployment{.version = version.toInt(),
                      .replaced = json.value(u"replaced"_s).toInt(),
                      .rolledBack = json.value(u"rolled_back"_s).toBool(),
                      .at = fromMicros(json.value(u"at_us"_s).toInteger()),
                      .who = json.value(u"who"_s).toString(),
                      .fingerprint = json.value(u"fingerprint"_s).toString()};
}

/// The version that rolling back leads to: below the present one in the stack of deployments.
int versionBefore(const QList<Deployment> &newestFirst)
{
    QList<int> stack;
    for (auto it = newestFirst.crbegin(); it != newestFirst.crend(); ++it) {
        if (it->rolledBack && !stack.isEmpty())
            stack.removeLast();
        else
            stack.append(it->version);
    }
    return stack.size() > 1 ? stack.at(stack.size() - 2) : 0;
}

} // namespace

bool CanaryResult::isGood() const
{
    return accuracy >= accuracyBefore - accuracySlack && logLoss <= logLossBefore + lossSlack;
}

ClassifierRegistry::ClassifierRegistry(QString folder, Clock clock)
    : m_folder(std::move(folder)), m_clock(std::move(clock))
{
}

QString ClassifierRegistry::modelPath(int version) const
{
    return m_folder + u"/v%1.model"_s.arg(version);
}

QString ClassifierRegistry::listPath() const
{
    return m_folder + u"/deployed.json"_s;
}

Result<QList<Deployment>> ClassifierRegistry::history() const
{
    QFile file(listPath());
    if (!file.exists())
        return QList<Deployment>();
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::Io, Tr::tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString()));
    const Result<QJsonObject> list = parseJsonObject(file.readAll());
    const auto damaged = [&] {
        return fail(Errc::Corrupt, Tr::tr("%1 is damaged. Put it aside: the predictor that comes with Assay "
                                          "routes then.")
                                       .arg(file.fileName()));
    };
    if (!list)
        return damaged();
    QList<Deployment> all;
    const QJsonArray entries = list->value(u"deployments"_s).toArray();
    for (const QJsonValue entry : entries) {
        const std::optional<Deployment> one = deploymentFrom(entry.toObject());
        if (!one)
            return damaged();
        all.append(*one);
    }
    return all;
}

Result<std::optional<Classifier>> ClassifierRegistry::inForce() const
{
    const Result<QList<Deployment>> all = history();
    if (!all)
        return fail(all.error());
    if (all->isEmpty() || all->first().version == 0)
        return std::optional<Classifier>();
    const Deployment &now = all->first();
    Result<Classifier> classifier = readModelFile(modelPath(now.version));
    if (!classifier)
        return fail(classifier.error());
    classifier->name = u"trained v%1 (%2)"_s.arg(now.version).arg(now.fingerprint);
    return std::optional(std::move(*classifier));
}

Result<CanaryResult> ClassifierRegistry::tryOn(const Classifier &classifier,
                                               const std::vector<TrainingExample> &canary) const
{
    const ClassifierMetrics now = evaluate(classifier, canary);
    if (now.count == 0)
        return fail(Errc::InvalidArgument,
                    Tr::tr("The canary set tells nothing of what the model predicts."));
    // What cannot be read any more cannot be worse to replace than the predictor that comes with Assay.
    const Result<std::optional<Classifier>> present = inForce();
    const ClassifierMetrics before =
        present && *present ? evaluate(**present, canary) : evaluateShipped(canary);
    return CanaryResult{
        .examples = std::ranges::count_if(
            canary, [&](const TrainingExample &one) { return targetOf(one, classifier.target).has_value(); }),
        .accuracy = now.accuracy,
        .accuracyBefore = before.accuracy,
        .logLoss = now.logLoss,
        .logLossBefore = before.logLoss};
}

Result<Deployment> ClassifierRegistry::append(QList<Deployment> history, Deployment next) const
{
    history.prepend(next);
    QJsonArray entries;
    for (const Deployment &one : std::as_const(history))
        entries.append(toJson(one));
    const QByteArray bytes = QJsonDocument(QJsonObject{{u"deployments"_s, entries}}).toJson();
    if (const Result<> written = writeModelFile(listPath(), bytes); !written)
        return fail(written.error());
    return next;
}

Result<Deployment> ClassifierRegistry::deploy(const QByteArray &model, const QString &who)
{
    const Result<Classifier> classifier = modelFromBytes(model);
    if (!classifier)
        return fail(classifier.error());
    if (classifier->target != LearningTarget::FastPath)
        return fail(Errc::InvalidArgument,
                    Tr::tr("This model predicts whether a tool is needed; only one that predicts the fast "
                           "path can route turns."));
    if (!QDir().mkpath(m_folder))
        return fail(Errc::Io, Tr::tr("The folder %1 cannot be made.").arg(m_folder));
    QLockFile lock(m_folder + u"/lock"_s);
    if (!lock.tryLock(lockWaitMs))
        return fail(Errc::Unavailable, Tr::tr("Another process is deploying a model. Try again."));
    Result<QList<Deployment>> all = history();
    if (!all)
        return fail(all.error());
    int newest = 0;
    for (const Deployment &one : std::as_const(*all))
        newest = std::max(newest, one.version);
    const Deployment next{.version = newest + 1,
                          .replaced = all->isEmpty() ? 0 : all->first().version,
                          .at = m_clock(),
                          .who = who,
                          .fingerprint = modelFingerprint(model)};
    if (const Result<> written = writeModelFile(modelPath(next.version), model); !written)
        return fail(written.error());
    return append(std::move(*all), next);
}

Result<Deployment> ClassifierRegistry::rollBack(const QString &who)
{
    QLockFile lock(m_folder + u"/lock"_s);
    if (!QFileInfo::exists(m_folder) || !lock.tryLock(lockWaitMs))
        return fail(QFileInfo::exists(m_folder) ? Errc::Unavailable : Errc::NotFound,
                    QFileInfo::exists(m_folder)
                        ? Tr::tr("Another process is deploying a model. Try again.")
                        : Tr::tr("No model was deployed, so there is none to go back from."));
    Result<QList<Deployment>> all = history();
    if (!all)
        return fail(all.error());
    if (all->isEmpty() || all->first().version == 0)
        return fail(Errc::NotFound, Tr::tr("No model was deployed, so there is none to go back from."));
    Deployment next{.version = versionBefore(*all),
                    .replaced = all->first().version,
                    .rolledBack = true,
                    .at = m_clock(),
                    .who = who};
    if (next.version > 0) {
        const Result<Classifier> classifier = readModelFile(modelPath(next.version));
        if (!classifier)
            return fail(classifier.error());
        for (const Deployment &one : std::as_const(*all))
            if (one.version == next.version && !one.fingerprint.isEmpty())
                next.fingerprint = one.fingerprint;
    }
    return append(std::move(*all), next);
}

std::shared_ptr<const Classifier> DeployedClassifier::newest()
{
    const std::scoped_lock lock(m_mutex);
    const QFileInfo list(m_registry.folder() + u"/deployed.json"_s);
    const QDateTime modified = list.exists() ? list.lastModified() : QDateTime();
    const qint64 size = list.exists() ? list.size() : -1;
    if (modified == m_modified && size == m_size)
        return m_classifier;
    m_modified = modified;
    m_size = size;
    Result<std::optional<Classifier>> read = m_registry.inForce();
    m_problem = read ? QString() : read.error().message;
    if (read)
        m_classifier = *read ? std::make_shared<const Classifier>(std::move(**read))
                             : std::shared_ptr<const Classifier>();
    return m_classifier;
}

QString DeployedClassifier::problem() const
{
    const std::scoped_lock lock(m_mutex);
    return m_problem;
}

} // namespace assay
