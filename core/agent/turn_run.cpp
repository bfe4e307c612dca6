// SPDX-License-Identifier: Apache-2.0
#include "agent/turn_run.h"

#include "agent/voting.h"
#include "base/ids.h"
#include "base/text.h"
#include "base/tr.h"
#include "learning/active_learning.h"
#include "learning/quality_gate.h"
#include "learning/router.h"

namespace assay {

using namespace Qt::StringLiterals;

TurnRun::TurnRun(AgentParts parts, AskRequest request, EventSink sink, CancelToken token)
    : m_parts(std::move(parts)), m_request(std::move(request)), m_sink(std::move(sink)),
      m_token(std::move(token))
{
    m_turn.id = m_request.turnId.isEmpty() ? newId(u"tn") : m_request.turnId;
    m_turn.threadId = m_request.threadId.isEmpty() ? newId(u"th") : m_request.threadId;
    m_turn.number = m_request.number;
    m_turn.question = cleanText(m_request.question).trimmed();
    m_turn.askedAt = m_parts.clock();
    m_policy = m_parts.policy();
    m_turn.policy = m_policy;
    // One set for the whole turn: a promotion meanwhile is for the next one.
    if (m_parts.promptsInForce)
        m_parts.prompts = *m_parts.promptsInForce();
    m_turn.prompts = m_parts.prompts.uses;
}

QCoro::Task<> TurnRun::run()
{
    if (acceptQuestion()) {
        predictAndRoute();
        co_await attemptLoop();
        if (explores())
            co_await explore();
    }
    finish();
}

bool TurnRun::acceptQuestion()
{
    if (m_turn.question.isEmpty())
        m_fatal = Tr::tr("The question is empty; nothing was sent.");
    else if (m_turn.question.size() > longestQuestion)
        m_fatal = Tr::tr("The question has %1 characters; at most %2 are sent. Shorten it and ask again.")
                      .arg(m_turn.question.size())
                      .arg(longestQuestion);
    return m_fatal.isEmpty();
}

void TurnRun::predictAndRoute()
{
    const std::size_t predicting = begin(Stage::Predict, 0);
    const Prediction prediction = predicted();
    end(predicting, QString::number(prediction.confidence, 'f', 2));

    const std::size_t routing = begin(Stage::Route, 0);
    m_turn.route = routeTurn(m_policy, prediction);
    end(routing, tokenOf(m_turn.route.strategy));
    emitSnapshot(routing);
}

Prediction TurnRun::predicted() const
{
    if (m_policy.confidenceScoring && m_policy.calibration && m_parts.classifier)
        if (const std::shared_ptr<const Classifier> trained = m_parts.classifier())
            return trained->predict(m_turn.question);
    return predict(m_policy, m_parts.predictor, m_turn.question);
}

QCoro::Task<> TurnRun::attemptLoop()
{
    AttemptPlan plan = firstPlan(m_turn.route);
    for (;;) {
        co_await attemptOnce(plan);
        if (cancelled() || !m_fatal.isEmpty())
            co_return;
        // The newest policy decides whether there is another attempt, and governs it.
        const Policy now = m_parts.policy();
        const Attempt &done = m_turn.attempts.last();
        if (nextStep(done.verdict.passed, done.number, now) != NextStep::Retry)
            co_return;
        plan = retryPlan(m_lastPlan, done, now);
        if (reachesNobody(plan))
            co_return;
    }
}

/// Would every way of the plan ask a model whose server was found not to be there?
bool TurnRun::reachesNobody(const AttemptPlan &plan) const
{
    return std::ranges::all_of(waysOf(plan),
                               [this](const Way &way) { return m_unreachable.contains(way.model); });
}

QCoro::Task<> TurnRun::attemptOnce(AttemptPlan plan)
{
    m_policy = m_parts.policy();
    m_lastPlan = plan;
    Attempt attempt{.number = plan.number,
                    .retryStrategy = plan.retryStrategy,
                    .changes = plan.changes,
                    .policy = m_policy,
                    .startedAfter = elapsed()};
    const QList<Way> ways = waysOf(plan);
    const bool needsEvidence = std::ranges::any_of(ways, &Way::useEvidence);
    if (needsEvidence && !m_gathered)
        co_await gather(plan.number, true);
    if (cancelled())
        co_return;

    // Tasks start at once, so the ways run side by side; awaiting them in turn only collects.
    std::vector<QCoro::Task<Candidate>> running;
    for (const Way &way : ways)
        running.push_back(draftAndJudge(plan, way));
    for (QCoro::Task<Candidate> &task : running) {
        Candidate candidate = co_await task;
        attempt.cost += candidate.cost;
        m_turn.usage += candidate.usage;
        if (candidate.judgement) {
            attempt.cost += candidate.judgement->cost;
            m_turn.usage += candidate.judgement->usage;
        }
        attempt.candidates.append(std::move(candidate));
    }
    attempt.cost += std::exchange(m_rewriting, {});
    m_turn.cost += attempt.cost;
    chooseAmong(plan, attempt.candidates);
    gate(attempt);
}

QList<TurnRun::Way> TurnRun::waysOf(const AttemptPlan &plan) const
{
    const Way direct{.path = u"direct"_s, .tier = Tier::Fast, .model = m_policy.fastModel};
    Way search{.path = u"search_first"_s,
               .tier = plan.tier,
               .model = plan.model,
               .useEvidence = true,
               .streams = true};
    switch (plan.strategy) {
    case Strategy::Direct:
        return {{.path = u"direct"_s,
                 .tier = plan.tier,
                 .model = plan.model,
                 .useEvidence = plan.forceTools,
                 .streams = true}};
    case Strategy::SearchFirst: return {search};
    case Strategy::DualPath:
        search.tier = Tier::Premium;
        search.model = m_policy.premiumModel;
        return {direct, search};
    case Strategy::MultiStrategy: {
        search.tier = Tier::Premium;
        search.model = m_policy.premiumModel;
        const Way quick{
            .path = u"search_fast"_s, .tier = Tier::Fast, .model = m_policy.fastModel, .useEvidence = true};
        return {direct, quick, search};
    }
    }
    Q_UNREACHABLE();
}

void TurnRun::chooseAmong(const AttemptPlan &plan, QList<Candidate> &candidates) const
{
    if (plan.strategy == Strategy::MultiStrategy)
        voteAmong(candidates);
    else
        chooseBetter(candidates);
}

void TurnRun::gate(Attempt &attempt)
{
    const std::size_t gating = begin(Stage::Gate, attempt.number);
    if (const Candidate *chosen = attempt.chosen()) {
        attempt.verdict = gateVerdict(*chosen, m_policy);
    } else {
        attempt.error = attempt.candidates.isEmpty() ? Tr::tr("No draft.") : attempt.candidates.first().error;
        attempt.verdict = gateVerdict(Candidate{}, m_policy);
    }
    attempt.latency = elapsed() - attempt.startedAfter;
    const QString summary = attempt.verdict.passed ? Tr::tr("pass") : Tr::tr("below");
    m_turn.attempts.append(std::move(attempt));
    m_turn.bestAttempt = bestAttempt(m_turn.attempts);
    markCited();
    end(gating, summary);
    emitSnapshot(gating);
}

void TurnRun::finish()
{
    m_turn.bestAttempt = bestAttempt(m_turn.attempts);
    if (const Attempt *best = m_turn.best()) {
        m_turn.answer = best->chosen()->answer;
        m_turn.verdict = best->verdict;
        m_turn.policy = best->policy;
        m_turn.status = best->verdict.passed ? TurnStatus::Passed : TurnStatus::Failed;
    } else {
        m_turn.verdict = gateVerdict(Candidate{}, m_policy);
        m_turn.status = TurnStatus::Errored;
        m_turn.error = !m_turn.attempts.isEmpty() ? m_turn.attempts.last().error : m_fatal;
    }
    if (!m_fatal.isEmpty())
        m_turn.error = m_fatal;
    if (cancelled()) {
        m_turn.status = TurnStatus::Cancelled;
        m_turn.error = Tr::tr("Stopped by the operator.");
    }
    m_turn.latency = m_answeredAfter.value_or(elapsed());
    if (m_policy.activeLearning)
        m_turn.learning = learningRecord(m_turn);
    if (m_policy.telemetry && m_parts.publish) {
        if (const Result<> sent = m_parts.publish(m_turn); !sent && m_turn.error.isEmpty())
            m_turn.error = sent.error().message;
    }
    if (m_sink)
        m_sink({.turnId = m_turn.id,
                .record = m_turn.stages.isEmpty() ? StageRecord{} : m_turn.stages.last(),
                .token = {},
                .turn = m_turn});
}

std::size_t TurnRun::begin(Stage stage, int attempt)
{
    m_turn.stages.append(
        {.stage = stage, .attempt = attempt, .status = StageStatus::Running, .startedAfter = elapsed()});
    if (m_sink)
        m_sink({.turnId = m_turn.id, .record = m_turn.stages.last(), .token = {}, .turn = std::nullopt});
    return static_cast<std::size_t>(m_turn.stages.size() - 1);
}

void TurnRun::end(std::size_t index, QString summary, QString error)
{
    StageRecord &record = m_turn.stages[static_cast<qsizetype>(index)];
    record.status = error.isEmpty() ? StageStatus::Done : StageStatus::Failed;
    record.duration = elapsed() - record.startedAfter;
    record.summary = std::move(summary);
    record.error = std::move(error);
    if (m_sink)
        m_sink({.turnId = m_turn.id, .record = record, .token = {}, .turn = std::nullopt});
}

void TurnRun::emitSnapshot(std::size_t index)
{
    if (m_sink)
        m_sink({.turnId = m_turn.id,
                .record = m_turn.stages.at(static_cast<qsizetype>(index)),
                .token = {},
                .turn = m_turn});
}

std::chrono::microseconds TurnRun::elapsed() const
{
    return std::chrono::duration_cast<std::chrono::microseconds>(Steady::now() - m_started);
}

} // namespace assay
