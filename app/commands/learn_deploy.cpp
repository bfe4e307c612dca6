// SPDX-License-Identifier: Apache-2.0
// `assay learn deploy`, `rollback` and `history`: which model routes turns.
#include "base/tr.h"
#include "command.h"
#include "commands/learn_command.h"
#include "learning/classifier_registry.h"
#include "service/paths.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <pwd.h>
#include <unistd.h>

#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

QString whoAmI()
{
    const passwd *const entry = ::getpwuid(::getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(::getuid());
}

namespace {

QString versionText(int version)
{
    return version == 0 ? Tr::tr("the predictor that comes with Assay") : u"v%1"_s.arg(version);
}

QString timeText(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMicros(time) / 1000, Qt::UTC).toString(Qt::ISODate);
}

/// Tries the model on its canaries. @return nullopt when it may be deployed, else the exit code
std::optional<int> refused(const ClassifierRegistry &registry, const LearnOptions &options,
                           const Classifier &classifier)
{
    const std::string path = options.canary.empty() ? options.model + ".canary.jsonl" : options.canary;
    const Result<QByteArray> lines = readNamedFile(path);
    if (!lines) {
        if (options.force)
            return std::nullopt;
        printError(lines.error().message + u' ' +
                   Tr::tr("Without a canary set the model is not deployed; --canary names one."));
        return exitError;
    }
    const auto canary = readTrainingData(*lines);
    if (!canary)
        return failed(canary.error());
    const Result<CanaryResult> tried = registry.tryOn(classifier, *canary);
    if (!tried)
        return failed(tried.error());
    printLine(Tr::tr("On %1 canaries: accuracy %2 (in force: %3), log loss %4 (%5)")
                  .arg(QString::number(tried->examples), percentText(tried->accuracy),
                       percentText(tried->accuracyBefore), QString::number(tried->logLoss, 'f', 4),
                       QString::number(tried->logLossBefore, 'f', 4)));
    if (tried->isGood() || options.force)
        return std::nullopt;
    printError(Tr::tr("That is worse than the model in force, so it was not deployed."));
    return exitGateFailed;
}

} // namespace

int learnDeploy(const LearnOptions &options)
{
    const Result<QByteArray> bytes = readNamedFile(options.model);
    if (!bytes)
        return failed(bytes.error());
    const Result<Classifier> classifier = modelFromBytes(*bytes);
    if (!classifier)
        return failed(classifier.error());
    ClassifierRegistry registry(Paths::standard().models());
    if (const std::optional<int> code = refused(registry, options, *classifier))
        return *code;
    const Result<Deployment> done = registry.deploy(*bytes, whoAmI());
    if (!done)
        return failed(done.error());
    printLine(Tr::tr("v%1 (%2) routes from the next turn on; before it was %3.")
                  .arg(QString::number(done->version), done->fingerprint, versionText(done->replaced)));
    return exitOk;
}

int learnRollback(const LearnOptions &)
{
    const Result<Deployment> done = ClassifierRegistry(Paths::standard().models()).rollBack(whoAmI());
    if (!done)
        return failed(done.error());
    printLine(Tr::tr("From the next turn on it is %1 again, instead of v%2.")
                  .arg(versionText(done->version), QString::number(done->replaced)));
    return exitOk;
}

int learnHistory(const LearnOptions &options)
{
    const Result<QList<Deployment>> all = ClassifierRegistry(Paths::standard().models()).history();
    if (!all)
        return failed(all.error());
    if (options.json) {
        QJsonArray list;
        for (const Deployment &one : *all)
            list.append(QJsonObject{{u"version"_s, one.version},
                                    {u"replaced"_s, one.replaced},
                                    {u"rolled_back"_s, one.rolledBack},
                                    {u"at"_s, timeText(one.at)},
                                    {u"who"_s, one.who},
                                    {u"fingerprint"_s, one.fingerprint}});
        std::fputs(QJsonDocument(list).toJson().constData(), stdout);
        return exitOk;
    }
    if (all->isEmpty())
        printLine(Tr::tr("No model was ever deployed: the predictor that comes with Assay routes."));
    for (const Deployment &one : *all)
        printLine(timeText(one.at) + u"  "_s + versionText(one.version) + u' ' + one.fingerprint + u"  "_s +
                  (one.rolledBack ? Tr::tr("rolled back from v%1 by %2") : Tr::tr("deployed over v%1 by %2"))
                      .arg(QString::number(one.replaced), one.who));
    return exitOk;
}

} // namespace assay::app
