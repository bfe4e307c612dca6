// SPDX-License-Identifier: Apache-2.0
#include "learning/routing_bounds.h"

#include "learning/routing_curve.h"

namespace assay {

namespace {

void add(RoutedOutcome &sum, const ReplayedTurn &turn)
{
    sum.passRate += turn.passed ? 1.0 : 0.0;
    sum.cost += static_cast<double>(turn.costMicros);
}

void divide(RoutedOutcome &sum, double turns)
{
    sum.passRate /= turns;
    sum.cost /= turns;
}

/// Does the chain's first answer pass as the turn's changed policy has it?
bool firstPasses(const RecordedTurns &recorded, const Replay &replay, const RecordedChain &chain)
{
    const RecordedAttempt &first = recorded.attempts[chain.first];
    return passesGate(first.gate, replay.changed(first.policy));
}

} // namespace

std::optional<RoutingBounds> routingBounds(const RecordedTurns &recorded, const PolicyEdit &edit,
                                           qint64 enough)
{
    const Replay replay(recorded, edit);
    RoutingBounds bounds;
    std::vector<AnswerPair> pairs;
    for (const RecordedTurn &turn : recorded.turns) {
        if (turn.explored.count == 0 || turn.taken.count == 0)
            continue;
        const bool tookPremium = replay.isPremium(turn.taken, 0);
        if (tookPremium == replay.isPremium(turn.explored, 0))
            continue;
        const RecordedChain &fastChain = tookPremium ? turn.explored : turn.taken;
        const RecordedChain &premiumChain = tookPremium ? turn.taken : turn.explored;
        const ReplayedTurn fast = replay.rest(fastChain, 0);
        const ReplayedTurn premium = replay.rest(premiumChain, 0);
        if (fast.due || premium.due)
            continue;
        ++bounds.turns;
        add(bounds.fast, fast);
        add(bounds.premium, premium);
        const bool fastIsCheaper = fast.costMicros <= premium.costMicros;
        add(bounds.oracle, fast.passed == premium.passed ? (fastIsCheaper ? fast : premium)
                           : fast.passed                 ? fast
                                                         : premium);
        pairs.push_back({.weak = firstPasses(recorded, replay, fastChain) ? 1.0 : 0.0,
                         .strong = firstPasses(recorded, replay, premiumChain) ? 1.0 : 0.0});
    }
    if (bounds.turns < enough)
        return std::nullopt;
    const auto turns = static_cast<double>(bounds.turns);
    divide(bounds.fast, turns);
    divide(bounds.premium, turns);
    divide(bounds.oracle, turns);
    bounds.breakEven = routingCurve(pairs).breakEven;
    return bounds;
}

} // namespace assay
