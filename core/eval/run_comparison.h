// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "eval/eval_run.h"
#include "eval/paired.h"

namespace assay {

/// One scenario in both runs.
struct ScenarioChange
{
    QString id{};
    QString category{};
    ScenarioResult before{};
    ScenarioResult after{};
    std::optional<double> quality{}; ///< after − before; absent where one has no score
    bool lostScore = false;          ///< scored before, not any more
    bool withinJudge = false;        ///< no further apart than the same answer judged again

    bool worsened() const { return before.passed && !after.passed; }
    bool improved() const { return !before.passed && after.passed; }
};

/// A figure of both runs and what lies between, of the scenarios that have it in both.
struct RunFigure
{
    QString key{};   ///< "quality"
    QString label{}; ///< translated
    double before = 0.0;
    double after = 0.0;
    PairedDifference difference{};
    bool moreIsBetter = true;

    /// Distinguishable, and the wrong way.
    bool isWorse() const;
    bool isBetter() const;

    bool operator==(const RunFigure &) const = default;
};

/// A prompt that the runs were asked with in different versions.
struct PromptChange
{
    PromptUse before{};
    PromptUse after{};

    bool operator==(const PromptChange &) const = default;
};

/// Two runs, scenario by scenario.
struct RunComparison
{
    QList<ScenarioChange> changes{}; ///< worst first: passes lost, scores lost, then by quality
    QList<RunFigure> figures{};      ///< quality, passed, latency, cost; one without pairs is left out
    QStringList onlyBefore{};        ///< ids
    QStringList onlyAfter{};
    QList<PromptChange> prompts{};      ///< of the prompts both runs tell of
    bool sameSuite = true;              ///< the same scenarios word for word
    std::optional<float> judgeSpread{}; ///< mean over the scenarios of either run that were judged again

    /// A loss of quality or of passes that chance does not explain.
    bool hasRegressed() const;
    /// One sentence: what can be said, or that the runs cannot be told apart.
    QString verdict() const;
};

/// Scenarios are matched by id.
RunComparison compareRuns(const EvalRun &before, const EvalRun &after, PairedOptions options = {});

/// "0.812 → 0.820, +0.008 (95 % −0.010 … +0.026, p = 0.38): not distinguishable"
QString figureText(const RunFigure &figure);

QJsonObject toJson(const RunComparison &comparison);

} // namespace assay
