// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/micros.h"

#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QStringList>

#include <chrono>
#include <optional>

namespace assay {

enum class Difficulty : std::uint8_t { Simple, Medium, Complex, Adversarial };

/// How an answer is held against an expected one. @source WIRE.md section 5 (streaming suites)
enum class AnswerMatch : std::uint8_t { Exact, CaseInsensitive, Fuzzy, Contains };

/// Least scores a judge must give, each in [0, 1]; absent = not asked for.
struct ScoreBounds
{
    std::optional<float> accuracy{};
    std::optional<float> relevance{};
    std::optional<float> completeness{};
    std::optional<float> safety{};
    std::optional<float> coherence{};
    std::optional<float> conciseness{};

    bool operator==(const ScoreBounds &) const = default;
};

/// What was said before the question.
struct ScenarioExchange
{
    QString question{};
    QString answer{};

    bool operator==(const ScenarioExchange &) const = default;
};

/// One question and what its answer must be like. @source upstream's scenario files (WIRE.md section 5);
/// what they lack is marked "ours"
struct Scenario
{
    QString id{};
    QString description{};
    QString query{};
    QString context{};  ///< told before the question, as an earlier message of the user; empty = nothing
    QString category{}; ///< ours: "direct", "german" … for the table; empty = none
    Difficulty difficulty = Difficulty::Medium;
    QList<ScenarioExchange> history{}; ///< ours: the conversation so far, oldest first

    QStringList contains{};            ///< each must stand in the answer
    QStringList notContains{};         ///< none may stand in it
    QList<QStringList> containsAny{};  ///< ours: of each list one must stand in it
    QString matches{};                 ///< ours: RE2 pattern that must be found in it; empty = none
    std::optional<QString> expected{}; ///< ours: the answer it should be
    AnswerMatch match = AnswerMatch::Contains;
    bool caseInsensitive = false; ///< for `contains`, `notContains` and `containsAny`
    bool abstains = false;        ///< ours: the answer must say that the documents do not tell
    QStringList toolCalls{};      ///< tools whose results the turn must hold
    QStringList sources{};        ///< ours: documents of which the answer must cite each

    float qualityThreshold = 0.85F; ///< least overall score
    ScoreBounds bounds{};
    std::optional<std::chrono::milliseconds> maxLatency{};
    std::optional<Micros> maxCost{};
    std::optional<qint64> maxTokens{}; ///< of prompt and answer together, over all attempts
    QJsonObject metadata{};            ///< kept, not looked at

    bool operator==(const Scenario &) const = default;
};

/// Scenarios that are run together.
struct Suite
{
    QString name{};
    QString description{};
    QString version{};
    QList<Scenario> scenarios{};

    /// Of everything that decides the outcome; the same for the same scenarios in the same order.
    QString fingerprint() const;

    bool operator==(const Suite &) const = default;
};

/// The form in which suite files hold a scenario: snake_case keys, defaults left out.
QJsonObject toJson(const Scenario &scenario);

QString toToken(Difficulty difficulty);
QString toToken(AnswerMatch match);

} // namespace assay
