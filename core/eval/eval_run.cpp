// SPDX-License-Identifier: Apache-2.0
#include "eval/eval_run.h"

#include "base/json.h"
#include "base/tr.h"
#include "eval/json_fields.h"
#include "turn/turn_json.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int resultsFormat = 1;
constexpr JsonLimits resultsLimits{.maxBytes = 256 << 20, .maxDepth = 32};

/// Quality bands of upstream's CI report.
struct Bands
{
    int excellent = 0;
    int good = 0;
    int fair = 0;
    int poor = 0;

    void add(float score)
    {
        ++(score >= 0.95F ? excellent : score >= 0.90F ? good : score >= 0.80F ? fair : poor);
    }
};

QJsonObject summaryJson(const EvalRun &run)
{
    Bands bands;
    int passed = 0;
    int scored = 0;
    double quality = 0.0;
    double milliseconds = 0.0;
    double least = 0.0;
    double most = 0.0;
    for (const ScenarioResult &one : run.results) {
        passed += one.passed ? 1 : 0;
        if (one.scores.overall) {
            ++scored;
            quality += static_cast<double>(*one.scores.overall);
            bands.add(*one.scores.overall);
        }
        const double took = static_cast<double>(one.latency.count()) / 1000.0;
        milliseconds += took;
        least = &one == &run.results.first() ? took : std::min(least, took);
        most = std::max(most, took);
    }
    const auto count = static_cast<double>(std::max<qsizetype>(1, run.results.size()));
    QJsonObject json{{u"total_scenarios"_s, run.total},
                     {u"finished"_s, run.results.size()},
                     {u"passed"_s, passed},
                     {u"failed"_s, run.results.size() - passed},
                     {u"errors"_s, run.errors()},
                     {u"scored"_s, scored},
                     {u"pass_rate"_s, static_cast<double>(passed) / count},
                     {u"avg_latency_ms"_s, milliseconds / count},
                     {u"min_latency_ms"_s, least},
                     {u"max_latency_ms"_s, most},
                     {u"total_duration_secs"_s, static_cast<double>(run.worked.count()) / 1000.0},
                     {u"spent_micros"_s, run.spent().amount.value},
                     {u"spent_estimated"_s, run.spent().estimated},
                     {u"quality_distribution"_s, QJsonObject{{u"excellent"_s, bands.excellent},
                                                             {u"good"_s, bands.good},
                                                             {u"fair"_s, bands.fair},
                                                             {u"poor"_s, bands.poor}}}};
    if (scored > 0)
        json[u"avg_quality"_s] = quality / scored;
    return json;
}

QJsonArray targetsJson(const QList<TargetRow> &rows)
{
    QJsonArray all;
    for (const TargetRow &row : rows) {
        QJsonObject json{{u"key"_s, row.key},
                         {u"target"_s, row.target},
                         {u"direction"_s, row.atLeast ? u"at_least"_s : u"below"_s}};
        if (row.value)
            json[u"value"_s] = *row.value;
        if (row.interval)
            json[u"interval_95"_s] = QJsonArray{row.interval->low, row.interval->high};
        if (row.met())
            json[u"met"_s] = *row.met();
        if (!row.basis.isEmpty())
            json[u"basis"_s] = row.basis;
        all.append(json);
    }
    return all;
}

QJsonObject metadataJson(const EvalRun &run)
{
    return {{u"format"_s, resultsFormat},
            {u"assay_version"_s, run.assayVersion},
            {u"dataset_name"_s, run.identity.suite},
            {u"suite_fingerprint"_s, run.identity.suiteFingerprint},
            {u"policy_fingerprint"_s, run.identity.policyFingerprint},
            {u"judge_repeats"_s, run.identity.judgeRepeats},
            {u"prompts"_s, promptsJson(run.identity.prompts)},
            {u"started_at"_s, toIso(run.startedAt)},
            {u"completed_at"_s, toIso(run.finishedAt)},
            {u"started_at_us"_s, toMicros(run.startedAt)},
            {u"completed_at_us"_s, toMicros(run.finishedAt)},
            {u"duration_secs"_s, static_cast<double>(run.worked.count()) / 1000.0},
            {u"complete"_s, run.isComplete()},
            {u"resumed"_s, run.resumed},
            {u"policy"_s, toJson(run.policy)}};
}

} // namespace

Cost EvalRun::spent() const
{
    Cost all;
    for (const ScenarioResult &one : results) {
        all += one.cost;
        all += one.extraCost;
    }
    return all;
}

int EvalRun::errors() const
{
    return static_cast<int>(std::ranges::count_if(results, [](const ScenarioResult &one) {
        return one.status == TurnStatus::Errored || one.answer.isEmpty();
    }));
}

QJsonArray promptsJson(const QList<PromptUse> &prompts)
{
    QJsonArray list;
    for (const PromptUse &one : prompts)
        list.append(QJsonObject{{u"name"_s, one.name}, {u"version"_s, one.version}, {u"hash"_s, one.hash}});
    return list;
}

QList<PromptUse> promptsFromJson(const QJsonValue &json)
{
    QList<PromptUse> prompts;
    const QJsonArray list = json.toArray();
    for (const QJsonValue one : list)
        prompts.append({.name = one[u"name"_s].toString(),
                        .version = one[u"version"_s].toInt(),
                        .hash = one[u"hash"_s].toString()});
    return prompts;
}

QString policyFingerprint(const Policy &policy)
{
    Policy counted = policy;
    counted.revision = 0;
    counted.profile.clear();
    const QByteArray text = QJsonDocument(toJson(counted)).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(16));
}

QJsonObject toJson(const EvalRun &run, const QList<TargetRow> &targets)
{
    QJsonArray scenarios;
    for (const ScenarioResult &one : run.results)
        scenarios.append(toJson(one));
    return {{u"summary"_s, summaryJson(run)},
            {u"targets"_s, targetsJson(targets)},
            {u"scenarios"_s, scenarios},
            {u"metadata"_s, metadataJson(run)}};
}

Result<EvalRun> evalRunFromJson(const QJsonObject &json)
{
    EvalRun run;
    evaljson::Reader reader(json);
    const QJsonObject metadata = reader.object("metadata"_L1);
    const QJsonObject summary = reader.object("summary"_L1);
    evaljson::Reader meta(metadata);
    qint64 started = 0;
    qint64 finished = 0;
    double seconds = 0.0;
    meta("assay_version"_L1, run.assayVersion);
    meta("dataset_name"_L1, run.identity.suite);
    meta("suite_fingerprint"_L1, run.identity.suiteFingerprint);
    meta("policy_fingerprint"_L1, run.identity.policyFingerprint);
    meta("judge_repeats"_L1, run.identity.judgeRepeats);
    run.identity.prompts = promptsFromJson(metadata.value("prompts"_L1));
    meta("started_at_us"_L1, started);
    meta("completed_at_us"_L1, finished);
    meta("duration_secs"_L1, seconds);
    meta("resumed"_L1, run.resumed);
    run.startedAt = fromMicros(started);
    run.finishedAt = fromMicros(finished);
    run.worked = std::chrono::milliseconds(qRound64(seconds * 1000.0));
    evaljson::Reader counts(summary);
    counts("total_scenarios"_L1, run.total);
    if (metadata.contains(u"policy"_s)) {
        Result<Policy> policy = policyFromJson(meta.object("policy"_L1));
        if (!policy)
            return fail(std::move(policy.error()));
        run.policy = *policy;
    }
    for (const QJsonObject &one : reader.objects("scenarios"_L1)) {
        Result<ScenarioResult> result = scenarioResultFromJson(one);
        if (!result)
            return fail(
                Errc::Corrupt,
                Tr::tr("Scenario %1 of the results: %2").arg(run.results.size()).arg(result.error().message));
        run.results.append(*result);
    }
    for (const Result<> &good : {reader.outcome(), meta.outcome(), counts.outcome()})
        if (!good)
            return fail(good.error());
    if (!json.contains(u"scenarios"_s))
        return fail(Errc::Corrupt, Tr::tr("These are no results of an evaluation: “scenarios” is missing."));
    run.total = std::max(run.total, static_cast<int>(run.results.size()));
    return run;
}

Result<EvalRun> readEvalRun(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::Io, Tr::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    Result<QJsonObject> json = parseJsonObject(file.readAll(), resultsLimits);
    Result<EvalRun> run = json ? evalRunFromJson(*json) : Result<EvalRun>(fail(json.error()));
    if (!run)
        return fail(run.error().code, u"%1: %2"_s.arg(path, run.error().message));
    return run;
}

} // namespace assay
