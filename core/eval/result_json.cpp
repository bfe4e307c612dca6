// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "eval/json_fields.h"
#include "eval/scenario_result.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>

namespace assay {

using namespace Qt::StringLiterals;
using evaljson::put;
using evaljson::Reader;

namespace {

QJsonObject dimensionsJson(const ScenarioResult &one)
{
    QJsonObject json;
    put(json, "accuracy"_L1, one.scores.accuracy);
    put(json, "relevance"_L1, one.scores.relevance);
    put(json, "completeness"_L1, one.scores.completeness);
    put(json, "safety"_L1, one.further.safety);
    put(json, "coherence"_L1, one.further.coherence);
    put(json, "conciseness"_L1, one.further.conciseness);
    return json;
}

QJsonArray checksJson(const QList<ScenarioCheck> &checks)
{
    QJsonArray all;
    for (const ScenarioCheck &check : checks) {
        QJsonObject json{{u"name"_s, check.name}, {u"passed"_s, check.passed}};
        if (!check.detail.isEmpty())
            json[u"detail"_s] = check.detail;
        all.append(json);
    }
    return all;
}

/// @source upstream's CI report: {dimension, severity, description}
QJsonArray issuesJson(const ScenarioResult &one)
{
    QJsonArray all;
    for (const ScenarioCheck &check : one.checks)
        if (!check.passed)
            all.append(QJsonObject{
                {u"dimension"_s, check.name}, {u"severity"_s, u"error"_s}, {u"description"_s, check.detail}});
    for (const QString &issue : one.issues)
        all.append(QJsonObject{
            {u"dimension"_s, u"judge"_s}, {u"severity"_s, u"warning"_s}, {u"description"_s, issue}});
    return all;
}

QJsonObject costJson(const Cost &cost)
{
    return {{u"amount_micros"_s, cost.amount.value}, {u"estimated"_s, cost.estimated}};
}

Cost costFrom(const QJsonObject &json)
{
    return {.amount = Micros{json.value(u"amount_micros"_s).toInteger()},
            .estimated = json.value(u"estimated"_s).toBool()};
}

void putJudges(QJsonObject &json, const ScenarioResult &one)
{
    QJsonArray votes;
    for (const NamedScore &vote : one.votes) {
        QJsonObject entry{{u"judge"_s, vote.judge}};
        put(entry, "overall"_L1, vote.overall);
        votes.append(entry);
    }
    json[u"votes"_s] = votes;
    QJsonArray repeats;
    for (const float score : one.judgeRepeats)
        repeats.append(evaljson::shortest(score));
    if (!repeats.isEmpty())
        json[u"judge_repeats"_s] = repeats;
    put(json, "judge_spread"_L1, one.judgeSpread());
    if (!one.reasoning.isEmpty())
        json[u"reasoning"_s] = one.reasoning;
}

void readJudges(Reader &reader, ScenarioResult &one)
{
    for (const QJsonObject &json : reader.objects("votes"_L1)) {
        Reader entry(json);
        NamedScore vote;
        entry("judge"_L1, vote.judge);
        entry("overall"_L1, vote.overall);
        one.votes.append(vote);
        if (!entry.outcome())
            reader.wrong("votes"_L1);
    }
    reader("judge_repeats"_L1, one.judgeRepeats);
    reader("reasoning"_L1, one.reasoning);
}

void readScores(Reader &reader, ScenarioResult &one)
{
    reader("quality"_L1, one.scores.overall);
    const QJsonObject dimensions = reader.object("quality_dimensions"_L1);
    Reader entry(dimensions);
    entry("accuracy"_L1, one.scores.accuracy);
    entry("relevance"_L1, one.scores.relevance);
    entry("completeness"_L1, one.scores.completeness);
    entry("safety"_L1, one.further.safety);
    entry("coherence"_L1, one.further.coherence);
    entry("conciseness"_L1, one.further.conciseness);
    if (!entry.outcome())
        reader.wrong("quality_dimensions"_L1);
}

void readChecks(Reader &reader, ScenarioResult &one)
{
    for (const QJsonObject &json : reader.objects("checks"_L1)) {
        Reader entry(json);
        ScenarioCheck check;
        entry("name"_L1, check.name);
        entry("passed"_L1, check.passed);
        entry("detail"_L1, check.detail);
        one.checks.append(check);
        if (!entry.outcome())
            reader.wrong("checks"_L1);
    }
    for (const QJsonObject &json : reader.objects("issues"_L1))
        if (json.value(u"dimension"_s) == u"judge"_s)
            one.issues.append(json.value(u"description"_s).toString());
}

void readMeasures(Reader &reader, ScenarioResult &one)
{
    qint64 latency = 0;
    int retries = 0;
    reader("latency_us"_L1, latency);
    reader("retry_attempts"_L1, retries);
    reader("attempts"_L1, one.attempts);
    one.latency = std::chrono::microseconds(latency);
    const QJsonObject usage = reader.object("usage"_L1);
    Reader entry(usage);
    entry("prompt_tokens"_L1, one.usage.promptTokens);
    entry("completion_tokens"_L1, one.usage.completionTokens);
    entry("estimated"_L1, one.usage.estimated);
    one.cost = costFrom(reader.object("cost"_L1));
    one.extraCost = costFrom(reader.object("extra_cost"_L1));
}

} // namespace

QJsonObject toJson(const ScenarioResult &one)
{
    QJsonObject json{
        {u"index"_s, one.index},
        {u"id"_s, one.id},
        {u"category"_s, one.category},
        {u"passed"_s, one.passed},
        {u"status"_s, tokenOf(one.status)},
        {u"query"_s, one.query},
        {u"answer"_s, one.answer},
        {u"quality_dimensions"_s, dimensionsJson(one)},
        {u"checks"_s, checksJson(one.checks)},
        {u"issues"_s, issuesJson(one)},
        {u"tools_called"_s, QJsonArray::fromStringList(one.toolsCalled)},
        {u"tool_results_used"_s, one.toolResultsUsed},
        {u"tools_expected"_s, one.toolsExpected},
        {u"sources"_s, QJsonArray::fromStringList(one.sources)},
        {u"model"_s, one.model},
        {u"tier"_s, tokenOf(one.tier)},
        {u"confidence"_s, one.confidence},
        {u"attempts"_s, one.attempts},
        {u"retry_attempts"_s, std::max(0, one.attempts - 1)},
        {u"latency_ms"_s, static_cast<double>(one.latency.count()) / 1000.0},
        {u"latency_us"_s, static_cast<qint64>(one.latency.count())},
        {u"usage"_s, QJsonObject{{u"prompt_tokens"_s, one.usage.promptTokens},
                                 {u"completion_tokens"_s, one.usage.completionTokens},
                                 {u"estimated"_s, one.usage.estimated}}},
        {u"cost"_s, costJson(one.cost)},
        {u"finished_at"_s, toIso(one.finishedAt)},
        {u"finished_at_us"_s, toMicros(one.finishedAt)},
    };
    put(json, "quality"_L1, one.scores.overall);
    putJudges(json, one);
    if (one.extraCost != Cost{})
        json[u"extra_cost"_s] = costJson(one.extraCost);
    if (!one.error.isEmpty())
        json[u"error"_s] = one.error;
    return json;
}

Result<ScenarioResult> scenarioResultFromJson(const QJsonObject &json)
{
    ScenarioResult one;
    Reader reader(json);
    QString status;
    QString tier = tokenOf(one.tier);
    qint64 finishedAt = 0;
    reader("index"_L1, one.index);
    reader("id"_L1, one.id);
    reader("category"_L1, one.category);
    reader("passed"_L1, one.passed);
    reader("status"_L1, status);
    reader("query"_L1, one.query);
    reader("answer"_L1, one.answer);
    reader("tools_called"_L1, one.toolsCalled);
    reader("tool_results_used"_L1, one.toolResultsUsed);
    reader("tools_expected"_L1, one.toolsExpected);
    reader("sources"_L1, one.sources);
    reader("model"_L1, one.model);
    reader("tier"_L1, tier);
    reader("confidence"_L1, one.confidence);
    reader("error"_L1, one.error);
    reader("finished_at_us"_L1, finishedAt);
    one.finishedAt = fromMicros(finishedAt);
    readScores(reader, one);
    readChecks(reader, one);
    readJudges(reader, one);
    readMeasures(reader, one);
    if (const auto known = fromToken<TurnStatus>(status))
        one.status = *known;
    else
        reader.wrong("status"_L1);
    if (const auto known = fromToken<Tier>(tier))
        one.tier = *known;
    else
        reader.wrong("tier"_L1);
    if (one.id.isEmpty())
        reader.wrong("id"_L1);
    Result<> good = reader.outcome();
    if (!good)
        return fail(std::move(good.error()));
    return one;
}

} // namespace assay
