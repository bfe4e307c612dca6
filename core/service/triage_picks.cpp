// SPDX-License-Identifier: Apache-2.0
#include "service/triage_picks.h"

#include "base/tr.h"
#include "eval/suite_reader.h"
#include "eval/suite_writer.h"
#include "stream/redact.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>

#include <algorithm>
#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype rememberedExchanges = 3;
constexpr qint64 largestFile = 64 << 20;

QString scenarioId(const QString &turnId)
{
    return u"turn-"_s + turnId;
}

/// Empty where there is no file yet. @errors Io, TooLarge
Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::Io, Tr::tr("%1 cannot be read: %2").arg(path, file.errorString()));
    if (file.size() > largestFile)
        return fail(Errc::InvalidArgument, Tr::tr("%1 is larger than 64 MiB.").arg(path));
    return file.readAll();
}

/// Whole or not at all; the folder is made.
Result<> writeTo(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(Errc::Io, Tr::tr("%1 cannot be written: %2").arg(path, file.errorString()));
    return {};
}

Result<Suite> suiteIn(const QString &path)
{
    const Result<QByteArray> text = contentOf(path);
    if (!text)
        return fail(text.error());
    if (text->trimmed().isEmpty())
        return Suite{.name = u"triage"_s, .description = u"Turns picked in Triage"_s, .version = u"1"_s};
    SuiteReading suite = readSuite(*text, path);
    if (!suite)
        return fail(toError(suite.error()));
    return std::move(*suite);
}

Result<> writeSuiteTo(const QString &path, const Suite &suite)
{
    QStringList lost;
    return writeTo(path, writeSuite(suite, SuiteForm::Yaml, lost));
}

Result<std::vector<TrainingExample>> examplesIn(const QString &path)
{
    const Result<QByteArray> lines = contentOf(path);
    if (!lines)
        return fail(lines.error());
    if (lines->trimmed().isEmpty())
        return std::vector<TrainingExample>();
    return readTrainingData(*lines);
}

Result<> writeExamplesTo(const QString &path, const std::vector<TrainingExample> &examples)
{
    QByteArray lines;
    for (const TrainingExample &example : examples)
        lines += QJsonDocument(toJson(example)).toJson(QJsonDocument::Compact) + '\n';
    return writeTo(path, lines);
}

} // namespace

QList<Exchange> exchangesBefore(const TriageDetail &detail)
{
    QList<Exchange> history;
    for (const TurnSummary &turn : detail.thread)
        if (turn.number < detail.turn.number && !turn.answer.isEmpty() &&
            turn.question != detail.turn.question)
            history.append({.question = turn.question, .answer = turn.answer});
    return history.mid(std::max<qsizetype>(0, history.size() - rememberedExchanges));
}

Scenario scenarioOf(const TriageDetail &detail, const SuiteExpectation &expectation)
{
    const TriageItem &item = detail.row.item;
    Scenario scenario{.id = scenarioId(detail.turn.id),
                      .description = redactSecrets(item.state.note),
                      .query = redactSecrets(detail.turn.question),
                      .category = u"triage"_s,
                      .abstains = expectation.abstains,
                      .qualityThreshold = item.threshold,
                      .metadata = {{u"turn_id"_s, detail.turn.id},
                                   {u"thread_id"_s, detail.turn.threadId},
                                   {u"asked_at"_s, toIso(item.askedAt)},
                                   {u"model"_s, item.model}}};
    if (item.score)
        scenario.metadata.insert(u"score"_s, std::round(static_cast<double>(*item.score) * 1e4) / 1e4);
    if (!expectation.contains.isEmpty()) {
        scenario.contains.append(expectation.contains);
        scenario.caseInsensitive = true;
    }
    for (const Exchange &exchange : exchangesBefore(detail))
        scenario.history.append(
            {.question = redactSecrets(exchange.question), .answer = redactSecrets(exchange.answer)});
    return scenario;
}

Result<int> putIntoSuite(const QString &file, const Scenario &scenario)
{
    Result<Suite> suite = suiteIn(file);
    if (!suite)
        return fail(std::move(suite.error()));
    const auto same = std::ranges::find(suite->scenarios, scenario.id, &Scenario::id);
    if (same != suite->scenarios.end())
        *same = scenario;
    else
        suite->scenarios.append(scenario);
    if (const Result<> written = writeSuiteTo(file, *suite); !written)
        return fail(written.error());
    return static_cast<int>(suite->scenarios.size());
}

Result<bool> dropFromSuite(const QString &file, const QString &turnId)
{
    Result<Suite> suite = suiteIn(file);
    if (!suite)
        return fail(std::move(suite.error()));
    const QString id = scenarioId(turnId);
    if (suite->scenarios.removeIf([&](const Scenario &one) { return one.id == id; }) == 0)
        return false;
    // A suite without a scenario is none.
    const Result<> written = suite->scenarios.isEmpty() ? writeTo(file, {}) : writeSuiteTo(file, *suite);
    if (!written)
        return fail(written.error());
    return true;
}

TrainingExample exampleOf(const TriageDetail &detail, Lesson lesson)
{
    TrainingExample example = trainingExampleOf(detail.turn, {.qualityThreshold = detail.row.item.threshold})
                                  .value_or(TrainingExample{.query = detail.turn.question,
                                                            .turnId = detail.turn.id,
                                                            .threadId = detail.turn.threadId,
                                                            .confidence = detail.turn.route.confidence});
    example.query = redactSecrets(example.query);
    if (lesson == Lesson::NeedsTool)
        example.shouldUseTool = true;
    else
        example.fastPathPassed = lesson == Lesson::FastModelSuffices;
    return example;
}

Result<int> putIntoTraining(const QString &file, const TrainingExample &example)
{
    Result<std::vector<TrainingExample>> examples = examplesIn(file);
    if (!examples)
        return fail(std::move(examples.error()));
    const auto same = std::ranges::find(*examples, example.turnId, &TrainingExample::turnId);
    if (same != examples->end())
        *same = example;
    else
        examples->push_back(example);
    if (const Result<> written = writeExamplesTo(file, *examples); !written)
        return fail(written.error());
    return static_cast<int>(examples->size());
}

Result<bool> dropFromTraining(const QString &file, const QString &turnId)
{
    Result<std::vector<TrainingExample>> examples = examplesIn(file);
    if (!examples)
        return fail(std::move(examples.error()));
    if (std::erase_if(*examples, [&](const TrainingExample &one) { return one.turnId == turnId; }) == 0)
        return false;
    if (const Result<> written = writeExamplesTo(file, *examples); !written)
        return fail(written.error());
    return true;
}

Result<int> addPicked(std::vector<TrainingExample> &collected, const QString &file)
{
    const Result<std::vector<TrainingExample>> picked = examplesIn(file);
    if (!picked)
        return fail(picked.error());
    QHash<QString, const TrainingExample *> byTurn;
    for (const TrainingExample &example : *picked)
        byTurn.insert(example.turnId, &example);
    for (TrainingExample &example : collected)
        if (const TrainingExample *mine = byTurn.take(example.turnId))
            example = *mine;
    for (const TrainingExample &example : *picked)
        if (byTurn.contains(example.turnId))
            collected.push_back(example);
    return static_cast<int>(picked->size());
}

} // namespace assay
