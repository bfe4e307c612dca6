// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learning/attempt_plan.h"
#include "learning/recorded_turns.h"

#include <cmath>

namespace assay::test {

using namespace Qt::StringLiterals;

/// Turns whose every possible attempt is decided beforehand, so that any policy can be run on the same turns
/// and its true figures are known. Scores are 0 to 0.99.
class World
{
public:
    explicit World(std::uint64_t seed) : m_seed(seed) {}

    static Policy policy(float quality = 0.95F, float confidence = 0.75F, int retries = 3)
    {
        Policy policy{.qualityThreshold = quality, .maxRetries = retries, .confidenceThreshold = confidence};
        policy.fastModel = u"fast"_s;
        policy.premiumModel = u"premium"_s;
        policy.qaSubgraph = false;
        return policy;
    }

    /// How well it is predicted that the fast model will do, two decimals as nothing else is.
    double confidence(int turn) const
    {
        return std::clamp(1.0 - difficulty(turn) + 0.2 * (draw(turn, 1) - 0.5), 0.0, 1.0);
    }

    /// The agent's loop with the agent's own decisions; models and judge are this world's.
    /// @param explore the other tier is run, too
    Turn run(int turn, const Policy &policy, bool explore = false) const
    {
        Turn done{.id = u"tn_%1"_s.arg(turn), .question = u"?"_s, .status = TurnStatus::Failed};
        done.route = routeTurn(policy, {.confidence = confidence(turn)});
        std::chrono::microseconds end{2000};
        done.attempts = chain(turn, policy, firstPlan(done.route), end);
        done.latency = end + std::chrono::microseconds(500);
        if (explore) {
            Route other = done.route;
            const bool fast = other.tier == Tier::Fast;
            other.tier = fast ? Tier::Premium : Tier::Fast;
            other.strategy = fast ? Strategy::SearchFirst : Strategy::Direct;
            other.model = fast ? policy.premiumModel : policy.fastModel;
            std::chrono::microseconds otherEnd{2000};
            int number = 0;
            for (const Attempt &attempt : chain(turn, policy, firstPlan(other), otherEnd)) {
                Candidate candidate = attempt.candidates.first();
                candidate.path = exploredPath(++number);
                candidate.chosen = false;
                candidate.latency = attempt.latency;
                done.attempts.first().cost += attempt.cost;
                done.attempts.first().candidates.append(candidate);
            }
        }
        for (const Attempt &attempt : std::as_const(done.attempts))
            done.cost += attempt.cost;
        done.bestAttempt = bestAttempt(done.attempts);
        done.verdict = done.best()->verdict;
        if (done.verdict.passed)
            done.status = TurnStatus::Passed;
        return done;
    }

    /// [0, 1)
    double draw(int turn, int what) const
    {
        std::uint64_t value = m_seed * 0x9e3779b97f4a7c15U + static_cast<std::uint64_t>(turn) * 1000003U +
                              static_cast<std::uint64_t>(what) * 0x94d049bb133111ebU;
        for (int round = 0; round < 3; ++round) {
            value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
            value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
            value ^= value >> 31;
        }
        return static_cast<double>(value >> 11) * 0x1.0p-53;
    }

private:
    double difficulty(int turn) const { return draw(turn, 0); }

    QList<Attempt> chain(int turn, const Policy &policy, AttemptPlan plan,
                         std::chrono::microseconds &end) const
    {
        QList<Attempt> attempts;
        const int begun = plan.tier == Tier::Fast ? 100 : 200;
        for (;;) {
            attempts.append(attempt(turn, begun, plan, policy, end));
            const Attempt &last = attempts.last();
            if (nextStep(last.verdict.passed, last.number, policy) != NextStep::Retry)
                return attempts;
            plan = retryPlan(plan, last, policy);
        }
    }

    Attempt attempt(int turn, int begun, const AttemptPlan &plan, const Policy &policy,
                    std::chrono::microseconds &end) const
    {
        const int what = begun + 10 * plan.number + (plan.tier == Tier::Fast ? 0 : 1);
        const double skill = plan.tier == Tier::Fast ? 0.55 : 0.25;
        const double luck = 0.25 * draw(turn, what) * draw(turn, what + 1000);
        const double score = std::clamp(
            0.99 - skill * difficulty(turn) * difficulty(turn) - luck + 0.02 * plan.number, 0.0, 0.99);
        const bool fast = plan.tier == Tier::Fast;
        const std::chrono::microseconds took(
            std::llround((fast ? 0.4e6 : 1.5e6) * std::exp(draw(turn, what + 2000))));
        Attempt made{.number = plan.number,
                     .retryStrategy = plan.retryStrategy,
                     .policy = policy,
                     .startedAfter = end,
                     .latency = took};
        Judgement judgement;
        judgement.scores.overall = static_cast<float>(score);
        judgement.cost.amount = Micros{30};
        made.candidates.append(
            {.path = tokenOf(plan.strategy),
             .tier = plan.tier,
             .model = plan.model,
             .answer = u"."_s,
             .cost = {.amount = Micros{std::llround((fast ? 100 : 2500) * (1.0 + draw(turn, what + 3000)))}},
             .judgement = judgement,
             .chosen = true});
        made.cost = made.candidates.first().cost;
        made.cost += judgement.cost;
        made.verdict = gateVerdict(made.candidates.first(), policy);
        end += took;
        return made;
    }

    std::uint64_t m_seed;
};

/// What `policy` truly does with the first `turns` turns.
struct Truth
{
    double passRate = 0.0;
    double cost = 0.0;
    double premiumShare = 0.0;
    double retries = 0.0;
    double p95 = 0.0;
};

inline Truth truthOf(const World &world, int turns, const Policy &policy)
{
    Truth truth;
    std::vector<qint64> latencies;
    for (int i = 0; i < turns; ++i) {
        const Turn turn = world.run(i, policy);
        truth.passRate += turn.status == TurnStatus::Passed ? 1.0 : 0.0;
        truth.cost += static_cast<double>(turn.cost.amount.value);
        truth.retries += static_cast<double>(turn.attempts.size() - 1);
        truth.premiumShare += std::ranges::any_of(
            turn.attempts, [](const Attempt &attempt) { return attempt.chosen()->tier == Tier::Premium; });
        latencies.push_back(turn.latency.count());
    }
    for (double *sum : {&truth.passRate, &truth.cost, &truth.premiumShare, &truth.retries})
        *sum /= turns;
    std::ranges::sort(latencies);
    truth.p95 = static_cast<double>(latencies[static_cast<std::size_t>(std::ceil(0.95 * turns)) - 1]);
    return truth;
}

} // namespace assay::test
