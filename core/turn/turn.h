// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "turn/policy.h"
#include "turn/scores.h"

#include <QtCore/QList>

namespace assay {

/// One message of a prompt, as sent.
struct PromptMessage
{
    QString role{}; ///< system, user, assistant
    QString text{};

    bool operator==(const PromptMessage &) const = default;
};

/// A document, web page or tool result that may support an answer.
struct Evidence
{
    QString label{};    ///< how answers cite it: "1", "2", "T1"
    QString sourceId{}; ///< id of the document within its retriever
    QString title{};
    QString text{}; ///< the passage
    QString retriever{};
    EvidenceKind kind = EvidenceKind::Document;
    double score = 0.0; ///< the retriever's own, higher is better; comparable within one retriever only
    Relevance grade = Relevance::Ambiguous;
    double gradeScore = 0.0; ///< share of the question the passage covers, [0, 1]
    bool cited = false;
    ToolResultState toolState = ToolResultState::Ok;

    bool operator==(const Evidence &) const = default;
};

/// One feature of the confidence prediction and what it added (log-odds).
struct Contribution
{
    QString feature{};
    double value = 0.0;
    double weight = 0.0;

    bool operator==(const Contribution &) const = default;
};

/// Why the turn went where it went; recorded before anything is sent.
struct Route
{
    double confidence = 0.0; ///< predicted probability that the fast path passes the gate, [0, 1]
    QList<Contribution> contributions{};
    QString predictor{}; ///< name and version of the predictor
    Tier tier = Tier::Premium;
    Strategy strategy = Strategy::SearchFirst;
    QString model{};
    QString reason{}; ///< one sentence

    bool operator==(const Route &) const = default;
};

/// Response validator's finding on one draft.
struct ResponseCheck
{
    ResponseState state = ResponseState::Valid;
    QString phrase{}; ///< the phrase that gave it away; empty when valid

    bool operator==(const ResponseCheck &) const = default;
};

/// One check of the QA subgraph.
struct QaCheck
{
    QString name{};
    bool passed = false;
    QString detail{};

    bool operator==(const QaCheck &) const = default;
};

/// Verdict of the QA subgraph: passed when every check passed.
struct QaReport
{
    bool passed = false;
    QList<QaCheck> checks{};

    bool operator==(const QaReport &) const = default;
};

/// One draft and its judgement. A single-path attempt has one; dual path and multi-strategy more.
struct Candidate
{
    QString path{}; ///< "direct", "search_first", "multi_passage" …
    Tier tier = Tier::Fast;
    QString model{};
    QString answer{};
    QStringList citations{}; ///< labels in order of first use
    QList<PromptMessage> prompt{};
    Usage usage{};
    Cost cost{};
    std::chrono::microseconds latency{0};
    ResponseCheck check{};
    QaReport qa{};
    std::optional<Judgement> judgement{};
    std::optional<float> selfConfidence{}; ///< innovation 2: what the draft said of itself, [0, 1]
    QString error{};
    bool chosen = false;
    int votes = 0; ///< multi-strategy: how many candidates agree with this one

    bool operator==(const Candidate &) const = default;
};

/// One pass from draft to gate.
struct Attempt
{
    int number = 1; ///< from 1
    std::optional<RetryStrategy>
        retryStrategy{};   ///< what made it differ from the one before; none for the first
    QStringList changes{}; ///< in words: "fast-8b → premium-70b", "+ tool result"
    QList<Candidate> candidates{};
    Verdict verdict{};
    Policy policy{};                           ///< in force for this attempt
    std::chrono::microseconds startedAfter{0}; ///< since the turn began
    std::chrono::microseconds latency{0};
    Cost cost{}; ///< drafts and judges of all candidates
    QString error{};

    /// The candidate that speaks for this attempt; nullptr when none produced an answer.
    const Candidate *chosen() const;

    bool operator==(const Attempt &) const = default;
};

/// One bar of the pipeline chart.
struct StageRecord
{
    Stage stage = Stage::Predict;
    int attempt = 0; ///< 0 = before the first attempt
    StageStatus status = StageStatus::Running;
    std::chrono::microseconds startedAfter{0};
    std::chrono::microseconds duration{0};
    Usage usage{};
    Cost cost{};
    QString summary{}; ///< "12 docs", "0.68"
    QString error{};

    bool operator==(const StageRecord &) const = default;
};

/// Innovation 12: what a later training run learns from this turn.
/// @source WIRE.md section 4 (TrainingExample)
struct LearningRecord
{
    bool toolUsed = false;
    bool shouldUseTool = false;
    std::optional<float> qualityScore{};
    bool fastPathPassed = false; ///< only meaningful when the first attempt ran on the fast tier
    bool firstTierFast = false;

    bool operator==(const LearningRecord &) const = default;
};

/// The version of one prompt template that a turn was made with.
struct PromptUse
{
    QString name{};  ///< "draft", "judge" …
    int version = 1; ///< 1 = the one that comes with Assay; 0 = a text that was never kept as a version
    QString hash{};  ///< of the text: what the version is, whatever its number

    bool operator==(const PromptUse &) const = default;
};

/// A question and everything that was done to answer it.
struct Turn
{
    QString id{};
    QString threadId{};
    int number = 1; ///< within the thread, from 1
    QString question{};
    UtcTime askedAt{};
    TurnStatus status = TurnStatus::Running;
    bool offline = false; ///< answered by the embedded model

    Route route{};
    QString rewrittenQuery{}; ///< CRAG; empty = not rewritten
    QList<Evidence> evidence{};
    QList<Attempt> attempts{};
    int bestAttempt = 0; ///< number of the attempt whose answer is returned; 0 = none
    QString answer{};
    Verdict verdict{};
    QList<StageRecord> stages{};
    Usage usage{};
    Cost cost{};
    std::chrono::microseconds latency{0};
    Policy policy{};            ///< in force for the verdict
    QList<PromptUse> prompts{}; ///< in force from its start; empty = recorded before versions were kept
    std::optional<LearningRecord> learning{};
    QString error{};

    Label label = Label::None;
    QString labelNote{};

    /// The attempt whose answer is returned; nullptr when there is none.
    const Attempt *best() const;

    bool operator==(const Turn &) const = default;
};

/// How many turns were judged and how many of those passed: the one rule behind every "3 of 4 pass". A turn
/// that was stopped or broke off counts for neither.
struct PassCount
{
    int judged = 0;
    int passed = 0;

    /// Counts `turns` turns of this status.
    void add(TurnStatus status, int turns = 1);

    bool operator==(const PassCount &) const = default;
};

/// Something happened in a running turn. Carries the whole record it speaks of.
struct StageEvent
{
    QString turnId{};
    StageRecord record{};
    QString token{};            ///< streamed text, Draft only; empty otherwise
    std::optional<Turn> turn{}; ///< snapshot after route, after each attempt and at the end
};

} // namespace assay
