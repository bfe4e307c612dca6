// SPDX-License-Identifier: Apache-2.0
#include "agent/turn_run.h"
#include "learning/recorded_turns.h"

#include <QtCore/QCryptographicHash>

namespace assay {

namespace {

/// Evenly spread over [0, 1), the same for the same turn.
double drawOf(const QString &turnId)
{
    const QByteArray hash = QCryptographicHash::hash(turnId.toUtf8(), QCryptographicHash::Sha256);
    quint32 draw = 0;
    for (int i = 0; i < 4; ++i)
        draw = draw << 8 | static_cast<std::uint8_t>(hash[i]);
    return static_cast<double>(draw) * 0x1.0p-32;
}

} // namespace

bool TurnRun::explores() const
{
    const bool bothRan =
        m_turn.route.strategy == Strategy::DualPath || m_turn.route.strategy == Strategy::MultiStrategy;
    return m_parts.exploration && !cancelled() && m_fatal.isEmpty() && !m_turn.attempts.isEmpty() &&
           !bothRan && m_policy.fastModel != m_policy.premiumModel &&
           drawOf(m_turn.id) < m_parts.exploration();
}

/// Runs the whole chain of the other tier, so that what-if knows it instead of guessing. Nothing of it is
/// shown or returned; what it costs is the turn's.
QCoro::Task<> TurnRun::explore()
{
    m_answeredAfter = elapsed();
    const Policy policy = m_turn.attempts.first().policy;
    m_policy = policy;
    Route other = m_turn.route;
    const bool fast = other.tier == Tier::Premium;
    other.tier = fast ? Tier::Fast : Tier::Premium;
    other.strategy = fast ? Strategy::Direct : Strategy::SearchFirst;
    other.model = fast ? policy.fastModel : policy.premiumModel;
    AttemptPlan plan = firstPlan(other);
    for (;;) {
        Way way = waysOf(plan).first();
        way.streams = false;
        const std::chrono::microseconds begun = elapsed();
        Candidate candidate = co_await draftAndJudge(plan, way);
        if (cancelled() || !candidate.error.isEmpty())
            break;
        Cost cost = candidate.cost;
        cost += std::exchange(m_rewriting, {});
        m_turn.usage += candidate.usage;
        if (candidate.judgement) {
            cost += candidate.judgement->cost;
            m_turn.usage += candidate.judgement->usage;
        }
        Attempt tried{.number = plan.number, .candidates = {candidate}, .policy = policy};
        tried.candidates.first().chosen = true;
        tried.verdict = gateVerdict(candidate, policy);
        candidate.path = exploredPath(plan.number);
        candidate.latency = elapsed() - begun;
        Attempt &first = m_turn.attempts.first();
        first.candidates.append(candidate);
        first.cost += cost;
        m_turn.cost += cost;
        if (nextStep(tried.verdict.passed, plan.number, policy) != NextStep::Retry)
            break;
        plan = retryPlan(plan, tried, policy);
    }
    m_fatal.clear(); // a turn that has its answer is not spoilt by what was only tried
}

} // namespace assay
