// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/micros.h"
#include "base/result.h"
#include "turn/enums.h"

#include <QtCore/QList>

#include <optional>

namespace assay {

/// Scores as the wire has them: float, in [0, 1]; absent is nullopt, never 0.
struct Scores
{
    std::optional<float> accuracy{};
    std::optional<float> relevance{};
    std::optional<float> completeness{};
    std::optional<float> overall{};

    bool operator==(const Scores &) const = default;
};

/// Mean of accuracy, relevance and completeness; nullopt unless all three are there.
/// @source upstream's quality_score (WIRE.md, 1.4 A)
std::optional<float> meanOf(const Scores &scores);

/// Finite and in [0, 1]?
bool isScore(double value);

/// Tokens and whether they were counted by the provider or estimated here.
struct Usage
{
    qint64 promptTokens = 0;
    qint64 completionTokens = 0;
    bool estimated = false;

    Usage &operator+=(const Usage &other);
    bool operator==(const Usage &) const = default;
};

/// What a call cost. `estimated` is true when tokens or price were not the provider's own.
struct Cost
{
    Micros amount{};
    bool estimated = false;

    Cost &operator+=(const Cost &other);
    bool operator==(const Cost &) const = default;
};

/// One judge's opinion of one answer. `error` is set, and scores are absent, when it gave none.
struct JudgeVote
{
    QString judge{}; ///< "rubric", "offline"
    QString model{};
    Scores scores{};
    QString reasoning{};
    QStringList issues{};
    QString error{};
    Usage usage{};
    Cost cost{};

    bool operator==(const JudgeVote &) const = default;
};

/// What the judges made of an answer.
struct Judgement
{
    Scores scores{};
    QString reasoning{};
    QStringList issues{}; ///< tokens: tool_results_ignored, incomplete_coverage, low_accuracy …
    QList<JudgeVote> votes{};
    CommitteeRule rule = CommitteeRule::Mean;
    std::optional<float> disagreement{}; ///< highest − lowest overall of the votes; absent for one
    bool needsHuman = false;             ///< disagreement above 0.30
    Usage usage{};
    Cost cost{};

    bool operator==(const Judgement &) const = default;
};

/// Passed or not, by which score against which threshold.
struct Verdict
{
    bool passed = false;
    std::optional<float> score{};
    float threshold = 0.0F;
    int policyRevision = 0;
    QString reason{}; ///< one sentence

    bool operator==(const Verdict &) const = default;
};

} // namespace assay
