// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "eval/scenario.h"
#include "turn/turn.h"

namespace assay {

/// Scores beside the gate's own three, from a judge that was asked for them.
struct FurtherScores
{
    std::optional<float> safety{};
    std::optional<float> coherence{};
    std::optional<float> conciseness{};

    bool operator==(const FurtherScores &) const = default;
};

/// What answering one scenario gave.
struct ScenarioAnswer
{
    Turn turn{};
    QList<float> judgeRepeats{}; ///< overall scores of the same answer, judged again
    FurtherScores further{};
    QString furtherError{}; ///< why there are none, where they were asked for
    Cost extraCost{};       ///< of judging again and of the further scores
};

/// One expectation and whether it was met.
struct ScenarioCheck
{
    QString name{}; ///< "contains", "quality", "max_cost" …
    bool passed = false;
    QString detail{}; ///< what was missing, in words; what was there when it passed

    bool operator==(const ScenarioCheck &) const = default;
};

/// One judge's overall score; absent when it gave none.
struct NamedScore
{
    QString judge{};
    std::optional<float> overall{};

    bool operator==(const NamedScore &) const = default;
};

/// One scenario after it was run.
struct ScenarioResult
{
    int index = 0; ///< in the suite, from 0
    QString id{};
    QString category{};
    QString query{};
    QString answer{};
    TurnStatus status = TurnStatus::Running;
    bool passed = false; ///< every check met
    QList<ScenarioCheck> checks{};

    Scores scores{};
    FurtherScores further{};
    QString reasoning{};
    QStringList issues{};
    QList<NamedScore> votes{}; ///< of each judge
    QList<float>
        judgeRepeats{}; ///< overall scores of the same answer, the first one included; empty = judged once

    QStringList toolsCalled{};
    bool toolResultsUsed = false; ///< cited, and not denied by the answer
    int toolsExpected = 0;
    QStringList sources{}; ///< documents that were cited
    QString model{};       ///< that gave the answer
    Tier tier = Tier::Fast;
    double confidence = 0.0;
    int attempts = 0;
    std::chrono::microseconds latency{0};
    Usage usage{};
    Cost cost{};      ///< of the turn
    Cost extraCost{}; ///< of judging again
    QString error{};
    UtcTime finishedAt{};

    /// Highest − lowest of judgeRepeats; absent for fewer than two.
    std::optional<float> judgeSpread() const;

    bool operator==(const ScenarioResult &) const = default;
};

/// Holds an answer against every expectation of its scenario. Pure.
ScenarioResult checkAnswer(const Scenario &scenario, int index, const ScenarioAnswer &answer, UtcTime now);

/// How like the expected answer it is, in [0, 1]: 1 or 0 but for Fuzzy, which is 1 − edit distance / length
/// of the longer one, in characters.
double similarityTo(const QString &expected, const QString &answer, AnswerMatch match);

/// Likeness from which an answer counts as the expected one. @source upstream's streaming suites
inline constexpr double likeEnough = 0.8;

/// Does the answer say that the documents do not tell? Known phrases, English and German.
bool isAbstention(const QString &answer);

/// The documented JSON of a result: names of upstream's CI report where it has them (quality,
/// quality_dimensions, latency_ms, retry_attempts, issues, error), ours beside them.
QJsonObject toJson(const ScenarioResult &result);
/// @errors Corrupt, naming the key
Result<ScenarioResult> scenarioResultFromJson(const QJsonObject &json);

} // namespace assay
