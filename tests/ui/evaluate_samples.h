// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "eval/eval_journal.h"
#include "eval/suite_reader.h"
#include "service/evaluation_plan.h"
#include "service/suite_run.h"

#include <QtCore/QDir>
#include <QtCore/QRandomGenerator>

namespace assay::samples {

using namespace Qt::StringLiterals;

/// How a made-up run differs from another.
struct SampleRun
{
    QString suite = u"full"_s;
    QString profile{};
    std::chrono::minutes ago{60};
    quint32 seed = 1;
    double better = 0.0; ///< added to each score
    int repeats = 0;     ///< times each answer is judged again
    int failed = 0;      ///< scenarios without an answer
};

inline QString sampleAnswer(const Scenario &scenario, QRandomGenerator &random)
{
    const QString body = scenario.contains.isEmpty() ? u"that the documents do not tell"_s
                                                     : scenario.contains.join(u" and "_s);
    const QStringList ways{
        u"According to the documentation, %1 [1]. Contact support if this differs for you."_s,
        u"The answer is %1, as the handbook says [1]."_s,
        u"It is %1 [1]; business customers should check their contract."_s};
    return ways.at(random.bounded(static_cast<int>(ways.size()))).arg(body);
}

inline ScenarioResult sampleResult(const Scenario &scenario, int index, const SampleRun &how,
                                   QRandomGenerator &random)
{
    ScenarioAnswer answer;
    Turn &turn = answer.turn;
    turn.question = scenario.query;
    turn.answer = sampleAnswer(scenario, random);
    // The same scenario is as hard in every run; a run adds a little of its own.
    QRandomGenerator difficulty(static_cast<quint32>(qHash(scenario.id, 1U)));
    const double base = 0.995 - 0.22 * std::pow(difficulty.generateDouble(), 6.0);
    const double score = std::clamp(base + how.better + 0.03 * (random.generateDouble() - 0.5), 0.3, 1.0);
    turn.status = score >= 0.95 ? TurnStatus::Passed : TurnStatus::Failed;
    turn.latency = std::chrono::milliseconds(600 + random.bounded(1800));
    turn.cost = {.amount = Micros{800 + random.bounded(2600)}, .estimated = true};
    ScenarioResult result = checkAnswer(scenario, index, answer, utcNow());
    result.scores.overall = static_cast<float>(score);
    result.model = how.profile == u"speed"_s ? u"fast-8b"_s : u"premium-70b"_s;
    result.attempts = 1 + random.bounded(2);
    result.toolResultsUsed = result.toolsExpected > 0;
    result.checks.removeIf([](const ScenarioCheck &check) {
        return check.name == u"quality" || check.name == u"tool_call" || check.name == u"sources";
    });
    result.checks.append({.name = u"quality"_s,
                          .passed = score >= static_cast<double>(scenario.qualityThreshold),
                          .detail = QString::number(score, 'f', 3)});
    result.passed = std::ranges::all_of(result.checks, &ScenarioCheck::passed);
    for (int i = 0; i <= how.repeats && how.repeats > 0; ++i)
        result.judgeRepeats.append(
            static_cast<float>(std::clamp(score + 0.04 * (random.generateDouble() - 0.5), 0.0, 1.0)));
    if (index < how.failed) {
        result.answer.clear();
        result.status = TurnStatus::Errored;
        result.error = u"The model answered with HTTP 503."_s;
        result.passed = false;
        result.scores = {};
    }
    return result;
}

inline EvalRun sampleRun(const SampleRun &how)
{
    const SuiteReading suite = findSuite(how.suite);
    if (!suite)
        qFatal("no suite");
    QRandomGenerator random(how.seed);
    EvalRun run{.identity = {.suite = suite->name,
                             .suiteFingerprint = suite->fingerprint(),
                             .policyFingerprint = how.profile,
                             .judgeRepeats = how.repeats},
                .policy = {.profile = how.profile},
                .startedAt = utcNow() - how.ago,
                .finishedAt = utcNow() - how.ago + std::chrono::seconds(74),
                .worked = std::chrono::milliseconds(74'300),
                .total = static_cast<int>(suite->scenarios.size())};
    for (int i = 0; i < run.total; ++i)
        run.results.append(sampleResult(suite->scenarios.at(i), i, how, random));
    return run;
}

/// @return the results file
inline QString writeSampleRun(const QString &folder, const SampleRun &how)
{
    QDir().mkpath(folder);
    const EvalRun run = sampleRun(how);
    const QString path = newResultsPath(folder, how.suite, run.startedAt);
    if (const Result<> written = writeEvalRun(run, {}, path); !written)
        qFatal("%s", qPrintable(written.error().message));
    return path;
}

/// A run that was broken off after `done` scenarios, with its plan.
inline QString writeBrokenRun(const QString &folder, const SampleRun &how, int done)
{
    QDir().mkpath(folder);
    const EvalRun run = sampleRun(how);
    const QString path = newResultsPath(folder, how.suite, run.startedAt);
    const auto journal = EvalJournal::open(EvalJournal::pathFor(path), run.identity, run.total, true);
    if (!journal)
        qFatal("%s", qPrintable(journal.error().message));
    for (const ScenarioResult &one : run.results.first(done))
        if (const Result<> kept = (*journal)->append(one, std::chrono::seconds(9)); !kept)
            qFatal("%s", qPrintable(kept.error().message));
    if (const Result<> kept =
            writePlan({.suite = how.suite, .concurrency = 7, .policy = run.policy, .total = run.total}, path);
        !kept)
        qFatal("%s", qPrintable(kept.error().message));
    return path;
}

} // namespace assay::samples
