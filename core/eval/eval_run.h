// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/analytics.h"
#include "analytics/statistics.h"
#include "eval/scenario_result.h"

namespace assay {

/// What a run was made of: two runs with the same values asked the same of the same.
struct RunIdentity
{
    QString suite{};
    QString suiteFingerprint{};
    QString policyFingerprint{}; ///< models, thresholds and switches in force; not the revision
    int judgeRepeats = 0;        ///< how often each answer is judged beyond the first time
    QList<PromptUse> prompts{};  ///< versions it was asked with; empty = recorded before they were kept

    bool operator==(const RunIdentity &) const = default;
};

/// A suite that was run, wholly or in part.
struct EvalRun
{
    RunIdentity identity{};
    Policy policy{};
    QString assayVersion{};
    UtcTime startedAt{};
    UtcTime finishedAt{};
    std::chrono::milliseconds worked{0}; ///< time spent running, without the time between a kill and a resume
    int total = 0;                       ///< scenarios of the suite
    int resumed = 0;                     ///< results taken over from a run that was broken off
    QList<ScenarioResult> results{};     ///< in the order of the suite

    bool isComplete() const { return results.size() == total; }
    /// Turns and judging again.
    Cost spent() const;
    /// Scenarios that ended in an error.
    int errors() const;

    bool operator==(const EvalRun &) const = default;
};

/// The documented JSON of prompt versions: a list of name, version and hash.
QJsonArray promptsJson(const QList<PromptUse> &prompts);
QList<PromptUse> promptsFromJson(const QJsonValue &json);

/// Of everything in a policy that decides an outcome.
QString policyFingerprint(const Policy &policy);

/// One line of the checklist.
struct TargetRow
{
    QString key{};                 ///< "average_quality"
    QString label{};               ///< translated
    std::optional<double> value{}; ///< absent: nothing of it was measured
    std::optional<Interval> interval{};
    double target = 0.0;
    bool atLeast = true; ///< else below
    bool isMoney = false;
    bool isSeconds = false;
    bool isShare = false;
    QString basis{}; ///< "112 of 124", or why there is no value

    /// Met, missed, or nullopt where nothing was measured.
    std::optional<bool> met() const;

    bool operator==(const TargetRow &) const = default;
};

/// The deployment guide's targets held against a run, and the share of scenarios whose expectations were
/// all met, which is held against the target of the pass rate.
///
/// A scenario that ended in an error counts as not passed; it has no score, and no score is not 0.
/// @param threshold the score from which a response counts as passed
QList<TargetRow> targetRows(const EvalRun &run, const AnalyticsTargets &targets, float threshold);

/// Every measured target met, and something measured.
bool allMet(const QList<TargetRow> &rows);

/// The value as people read it: "0.982", "96.8 %", "$0.0021", "3.20 s"; "–" when absent.
QString targetText(const TargetRow &row, const std::optional<double> &value);

/// The results file: upstream's CI report (summary, scenarios, metadata) with ours beside its keys.
QJsonObject toJson(const EvalRun &run, const QList<TargetRow> &targets);
/// @errors Corrupt, naming what is wrong
Result<EvalRun> evalRunFromJson(const QJsonObject &json);
/// @errors Io, Corrupt, InvalidArgument; names the file
Result<EvalRun> readEvalRun(const QString &path);

} // namespace assay
