// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/prompts.h"
#include "agent/qa_subgraph.h"
#include "base/term_weights.h"
#include "judge/judge.h"
#include "learning/classifier.h"
#include "models/chat_model.h"
#include "retrieval/retriever.h"

namespace assay {

/// Longest question that is sent, in characters. Longer ones are refused in words.
inline constexpr qsizetype longestQuestion = 32'000;

/// Receives what happens in a running turn, in order, on the agent's thread.
using EventSink = std::function<void(const StageEvent &)>;

/// What an agent is made of. Every function must be callable on the agent's thread.
struct AgentParts
{
    std::function<Policy()> policy{}; ///< the newest snapshot; read at the start of every attempt
    std::function<Result<std::shared_ptr<ChatModel>>(const QString &)> model{};
    std::function<Result<QList<std::shared_ptr<Judge>>>(const Policy &, const RubricPrompt &)> judges{};
    QList<std::shared_ptr<Retriever>> retrievers{};
    TermWeight weight{}; ///< idf of a content term in the knowledge index; empty weighs all alike
    PromptSet prompts{};
    /// The prompts in force, asked at the start of every turn; empty = `prompts`.
    std::function<std::shared_ptr<const PromptSet>()> promptsInForce{};
    LogisticModel predictor = LogisticModel::initial();
    /// The trained model in force, asked at the start of every turn; nullptr = `predictor`. May be empty.
    std::function<std::shared_ptr<const Classifier>()> classifier{};
    /// Share of the turns that run the other tier, too, only to be recorded, [0, 1]. May be empty.
    std::function<double()> exploration{};
    QaSubgraph qa = QaSubgraph::standard();
    Clock clock = utcNow;
    /// Innovation 7: sends the finished turn on its way as DashStream messages. An error is noted
    /// in Turn::error; the answer is still returned.
    std::function<Result<>(const Turn &)> publish{};
};

struct AskRequest
{
    QString turnId{};   ///< empty = a new one
    QString threadId{}; ///< empty = a new thread
    int number = 1;     ///< of the turn within its thread
    QString question{};
    QList<Exchange> history{}; ///< oldest first
};

/// The pipeline of ARCHITECTURE.md. Turns may overlap.
///
/// Threading: lives on one thread with an event loop and must outlive every ask().
class Agent
{
public:
    explicit Agent(AgentParts parts);
    ~Agent();

    /// Answers one question. Never fails as a call: what went wrong is in Turn::status and error.
    QCoro::Task<Turn> ask(AskRequest request, EventSink sink, CancelToken token);

    /// Replaces the predictor for turns that start later.
    void setPredictor(LogisticModel predictor);

private:
    AgentParts m_parts;
};

} // namespace assay
