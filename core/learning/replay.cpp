// SPDX-License-Identifier: Apache-2.0
#include "learning/replay.h"

#include "learning/attempt_plan.h"

namespace assay {

namespace {

/// Dual path and multi-strategy run both tiers whatever the confidence.
bool sameWay(const RouteChoice &a, const RouteChoice &b)
{
    const bool everyTier = a.strategy == Strategy::DualPath || a.strategy == Strategy::MultiStrategy;
    return a.strategy == b.strategy && (everyTier || a.tier == b.tier);
}

} // namespace

Replay::Replay(const RecordedTurns &recorded, const PolicyEdit &edit)
    : m_recorded(recorded), m_changed(recorded.policies)
{
    for (std::size_t i = 0; i < m_changed.size(); ++i) {
        const Policy &before = recorded.policies[i];
        Policy &after = m_changed[i];
        edit(after);
        m_changes.push_back({.uncheckable = (after.qaSubgraph && !before.qaSubgraph) ||
                                            (after.responseValidator && !before.responseValidator),
                             .fastModel = recorded.modelNumber(after.fastModel),
                             .premiumModel = recorded.modelNumber(after.premiumModel),
                             .otherFast = after.fastModel != before.fastModel,
                             .otherPremium = after.premiumModel != before.premiumModel});
    }
}

bool Replay::modelChanged(const RecordedAttempt &attempt) const
{
    const Change &change = m_changes[static_cast<std::size_t>(attempt.policy)];
    return attempt.tier == Tier::Fast ? change.otherFast : change.otherPremium;
}

DueAttempt Replay::firstDue(const RecordedTurn &turn, Tier tier) const
{
    const Change &change = m_changes[static_cast<std::size_t>(attempt(turn.taken, 0).policy)];
    return {.number = 1,
            .tier = tier,
            .tierBefore = tier,
            .retryStrategy = std::nullopt,
            .model = tier == Tier::Fast ? change.fastModel : change.premiumModel,
            .near = turn.confidence};
}

DueAttempt Replay::nextDue(const RecordedAttempt &last, int number) const
{
    const Change &change = m_changes[static_cast<std::size_t>(last.policy)];
    const AttemptShape shape =
        nextShape({.number = number - 1, .way = {.tier = last.tier}}, changed(last.policy));
    return {.number = number,
            .tier = shape.way.tier,
            .tierBefore = last.tier,
            .retryStrategy = shape.retryStrategy,
            .model = shape.way.tier == Tier::Fast ? change.fastModel : change.premiumModel,
            .near = static_cast<double>(last.gate.score.value_or(0.0F))};
}

ReplayedTurn Replay::rest(const RecordedChain &chain, std::uint32_t from) const
{
    ReplayedTurn result{.attempts = static_cast<int>(from)};
    const qint64 begin = from == 0 ? 0 : attempt(chain, from - 1).endUs;
    for (std::uint32_t index = from; index < chain.count; ++index) {
        const RecordedAttempt &now = attempt(chain, index);
        if (modelChanged(now)) {
            result.due = index == 0 ? DueAttempt{.near = -1.0} // the caller knows the confidence
                                    : nextDue(attempt(chain, index - 1), static_cast<int>(index) + 1);
            return result;
        }
        ++result.attempts;
        result.costMicros += now.costMicros;
        result.latencyUs = now.endUs - begin;
        result.premium = result.premium || now.tier == Tier::Premium;
        if (m_changes[static_cast<std::size_t>(now.policy)].uncheckable) {
            result.due = DueAttempt{.known = false};
            return result;
        }
        result.passed = passesGate(now.gate, changed(now.policy));
        const bool last = index + 1 == chain.count;
        // The newest policy decides whether there is another attempt, and governs it.
        const int governs = last ? now.policy : attempt(chain, index + 1).policy;
        if (nextStep(result.passed, static_cast<int>(index) + 1, changed(governs)) != NextStep::Retry)
            return result;
        if (last && chain.brokeOff)
            return result;
        if (last || attempt(chain, index + 1).retryStrategy != changed(governs).retryStrategy) {
            result.due = nextDue(now, static_cast<int>(index) + 2);
            return result;
        }
    }
    return result;
}

ReplayedTurn Replay::turn(std::size_t index) const
{
    const RecordedTurn &turn = m_recorded.turns[index];
    const int policy = attempt(turn.taken, 0).policy;
    const RouteChoice was =
        chooseRoute(m_recorded.policies[static_cast<std::size_t>(policy)], turn.confidence);
    const RouteChoice is = chooseRoute(changed(policy), turn.confidence);
    const bool stays = sameWay(was, is);
    const bool tried = !stays && turn.explored.count > 0 && attempt(turn.explored, 0).tier == is.tier;
    ReplayedTurn result;
    if (stays || tried)
        result = rest(tried ? turn.explored : turn.taken, 0);
    else
        result.due = firstDue(turn, is.tier);
    if (result.due && result.due->near < 0.0)
        result.due = firstDue(turn, is.tier);
    result.costMicros += turn.overheadMicros;
    result.latencyUs += turn.tailUs;
    return result;
}

} // namespace assay
