// SPDX-License-Identifier: Apache-2.0
// `assay learn progress` and `drift`: how predictions did over the weeks, and whether what they rest on
// moved.
#include "base/tr.h"
#include "command.h"
#include "commands/learn_command.h"
#include "learning/drift.h"
#include "learning/learning_progress.h"
#include "service/paths.h"
#include "store/sqlite_store.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

Result<std::vector<TrainingExample>> recorded(const LearnOptions &options)
{
    const Result<std::unique_ptr<Store>> store = openReadOnly(Paths::standard().store());
    if (!store)
        return fail(store.error());
    return collectTrainingData(
        **store, {.qualityThreshold = static_cast<float>(options.qualityThreshold), .last = options.last});
}

QString figure(double value)
{
    return QString::number(value, 'f', 3).rightJustified(8);
}

} // namespace

int learnProgress(const LearnOptions &options)
{
    const auto examples = recorded(options);
    if (!examples)
        return failed(examples.error());
    const QList<LearningWeek> weeks = learningWeeks(*examples);
    if (options.json) {
        QJsonArray list;
        for (const LearningWeek &week : weeks)
            list.append(toJson(week));
        std::fputs(QJsonDocument(list).toJson().constData(), stdout);
        return exitOk;
    }
    if (weeks.isEmpty()) {
        printLine(Tr::tr("No turn tells yet both what was predicted and what came true."));
        return exitOk;
    }
    printLine(Tr::tr("Week").leftJustified(7) + Tr::tr("Turns").rightJustified(9) +
              Tr::tr("Right").rightJustified(11) + Tr::tr("Expected").rightJustified(11));
    for (const LearningWeek &week : weeks)
        printLine(QString::number(week.number).leftJustified(7) +
                  QString::number(week.turns).rightJustified(9) +
                  percentText(week.accuracy()).rightJustified(11) +
                  percentText(expectedAccuracy(week.number)).rightJustified(11));
    return exitOk;
}

int learnDrift(const LearnOptions &options)
{
    const auto examples = recorded(options);
    if (!examples)
        return failed(examples.error());
    UtcTime newest{};
    for (const TrainingExample &one : *examples)
        newest = std::max(newest, one.askedAt);
    const Result<DriftReport> drift = driftSince(*examples, newest - std::chrono::days(options.days));
    if (!drift)
        return failed(drift.error());
    if (options.json) {
        std::fputs(QJsonDocument(toJson(*drift)).toJson().constData(), stdout);
    } else {
        printLine(Tr::tr("%1 turns before, %2 in the last %3 days")
                      .arg(QString::number(drift->before), QString::number(drift->now),
                           QString::number(options.days)));
        printLine(Tr::tr("Feature").leftJustified(20) + Tr::tr("Before").rightJustified(8) +
                  Tr::tr("Now").rightJustified(8) + Tr::tr("Index").rightJustified(8));
        for (const FeatureDrift &one : drift->features)
            printLine(one.feature.leftJustified(20) + figure(one.before) + figure(one.now) +
                      figure(one.stability) + (one.moved ? u"  "_s + Tr::tr("moved") : QString()));
        if (drift->calibration)
            printLine(Tr::tr("predicted − true").leftJustified(20) + figure(drift->calibration->before) +
                      figure(drift->calibration->now) + QString(8, u' ') +
                      (drift->calibration->moved ? u"  "_s + Tr::tr("moved") : QString()));
    }
    return drift->moved() ? exitGateFailed : exitOk;
}

} // namespace assay::app
