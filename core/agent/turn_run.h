// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/agent.h"
#include "learning/attempt_plan.h"

#include <QtCore/QSet>

namespace assay {

/// One turn on its way through the pipeline. Private to core/agent; used by Agent::ask only.
class TurnRun
{
public:
    TurnRun(AgentParts parts, AskRequest request, EventSink sink, CancelToken token);

    QCoro::Task<> run();
    Turn &turn() { return m_turn; }

private:
    using Steady = std::chrono::steady_clock;

    /// One way to draft within an attempt.
    struct Way
    {
        QString path{};
        Tier tier = Tier::Fast;
        QString model{};
        bool useEvidence = false;
        bool streams = false; ///< its text is shown while it is written
    };

    struct Drafted
    {
        Candidate candidate{};
        bool wantsSearch = false; ///< the draft's own assessment asked for a search
    };

    // turn_run.cpp: the loop
    bool acceptQuestion();
    void predictAndRoute();
    Prediction predicted() const;
    QCoro::Task<> attemptLoop();
    QCoro::Task<> attemptOnce(AttemptPlan plan);
    bool reachesNobody(const AttemptPlan &plan) const;
    QList<Way> waysOf(const AttemptPlan &plan) const;
    void chooseAmong(const AttemptPlan &plan, QList<Candidate> &candidates) const;
    void gate(Attempt &attempt);
    void finish();

    // exploration.cpp: the tier that was not chosen
    bool explores() const;
    QCoro::Task<> explore();

    // candidate_run.cpp: one draft and its checks
    QCoro::Task<Candidate> draftAndJudge(AttemptPlan plan, Way way);
    QCoro::Task<Drafted> draft(AttemptPlan plan, Way way);
    QCoro::Task<Candidate> judged(Candidate candidate, int attempt);
    void validate(Candidate &candidate, int attempt);
    TokenSink sinkFor(const Way &way, std::size_t stage);

    // evidence_run.cpp: retrieve, grade, check
    QCoro::Task<> gather(int attempt, bool allowWeb);
    QCoro::Task<QString> rewritten();
    QCoro::Task<> retrieveFrom(QList<std::shared_ptr<Retriever>> retrievers, QString query, int attempt);
    void grade(int attempt);
    void checkTools(int attempt);
    void addEvidence(QList<Evidence> found, bool labelAll);
    /// The piece of the turn's evidence that speaks of the same source as `one`; nullptr when none does.
    Evidence *findEvidence(const Evidence &one);
    QString adoptUsedEvidence(const QString &answer, QList<Evidence> used);
    QString nextLabel() const;
    QList<Evidence> usableEvidence() const;
    void markCited();

    // stage records
    std::size_t begin(Stage stage, int attempt);
    void end(std::size_t index, QString summary, QString error = {});
    void emitSnapshot(std::size_t index);
    std::chrono::microseconds elapsed() const;
    bool cancelled() const { return m_token.isCancelled(); }

    AgentParts m_parts;
    AskRequest m_request;
    EventSink m_sink;
    CancelToken m_token;
    Turn m_turn;
    Policy m_policy; ///< in force for the attempt that runs
    Steady::time_point m_started = Steady::now();
    AttemptPlan m_lastPlan;
    QList<Evidence> m_found; ///< retrieved, not yet graded
    QStringList m_retrieverErrors;
    std::optional<std::chrono::microseconds> m_answeredAfter; ///< set when something runs after the answer
    Cost m_rewriting{}; ///< of the search query; the next attempt's that is counted up
    bool m_gathered = false;
    bool m_webAsked = false;
    QString m_fatal;             ///< ends the turn: no model, no key
    QSet<QString> m_unreachable; ///< models whose server is not there
};

} // namespace assay
