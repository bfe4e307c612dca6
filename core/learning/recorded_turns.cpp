// SPDX-License-Identifier: Apache-2.0
#include "learning/recorded_turns.h"

#include "base/tr.h"

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

const QString exploredPrefix = u"explored_"_s;

/// Without what was only spent to learn.
Micros ownCost(const Attempt &attempt)
{
    Micros cost = attempt.cost.amount;
    for (const Candidate &candidate : attempt.candidates)
        if (isExplored(candidate)) {
            cost = cost - candidate.cost.amount;
            if (candidate.judgement)
                cost = cost - candidate.judgement->cost.amount;
        }
    return cost;
}

/// Does each verdict follow from what was recorded? Otherwise nothing can be said about another policy.
bool isReplayable(const Turn &turn)
{
    return std::ranges::all_of(turn.attempts, [](const Attempt &attempt) {
        const Candidate *const chosen = attempt.chosen();
        return attempt.verdict.passed == (chosen && passesGate(recordedGate(*chosen), attempt.policy));
    });
}

} // namespace

GateInput recordedGate(const Candidate &candidate)
{
    GateInput input = gateInput(candidate);
    input.qaPassed = input.qaPassed || candidate.qa.checks.isEmpty();
    return input;
}

QString exploredPath(int number)
{
    return exploredPrefix + QString::number(number);
}

bool isExplored(const Candidate &candidate)
{
    return candidate.path.startsWith(exploredPrefix);
}

int RecordedTurns::modelNumber(const QString &model) const
{
    const auto found = std::ranges::find(models, model);
    return found == models.end() ? -1 : static_cast<int>(found - models.begin());
}

int RecordedTurns::addModel(const QString &model)
{
    if (const int known = modelNumber(model); known >= 0)
        return known;
    models.push_back(model);
    return static_cast<int>(models.size()) - 1;
}

int RecordedTurns::policyNumber(Policy policy)
{
    policy.revision = 0;
    policy.profile.clear();
    // The newest policy is the likeliest.
    const auto found = std::find(policies.rbegin(), policies.rend(), policy);
    if (found != policies.rend())
        return static_cast<int>(policies.rend() - found) - 1;
    policies.push_back(std::move(policy));
    return static_cast<int>(policies.size()) - 1;
}

void RecordedTurns::add(const Turn &turn)
{
    const bool judged = std::ranges::any_of(
        turn.attempts, [](const Attempt &attempt) { return attempt.verdict.score.has_value(); });
    if (!judged || turn.status == TurnStatus::Running || turn.status == TurnStatus::Cancelled ||
        !isReplayable(turn)) {
        ++skipped;
        return;
    }
    RecordedTurn recorded{.confidence = turn.route.confidence};
    recorded.taken.first = static_cast<std::uint32_t>(attempts.size());
    recorded.taken.count = static_cast<std::uint32_t>(turn.attempts.size());
    Micros attemptCost{};
    for (const Attempt &attempt : turn.attempts) {
        const Candidate *const chosen = attempt.chosen();
        attempts.push_back({.gate = chosen ? recordedGate(*chosen) : GateInput{},
                            .tier = chosen ? chosen->tier : turn.route.tier,
                            .retryStrategy = attempt.retryStrategy,
                            .model = addModel(chosen ? chosen->model : turn.route.model),
                            .policy = policyNumber(attempt.policy),
                            .costMicros = ownCost(attempt).value,
                            .endUs = (attempt.startedAfter + attempt.latency).count()});
        attemptCost += attempt.cost.amount;
    }
    const RecordedAttempt &last = attempts.back();
    const Policy &policy = policies[static_cast<std::size_t>(last.policy)];
    recorded.taken.brokeOff = nextStep(passesGate(last.gate, policy), static_cast<int>(recorded.taken.count),
                                       policy) == NextStep::Retry;
    recorded.overheadMicros = (turn.cost.amount - attemptCost).value;
    recorded.tailUs = std::max<qint64>(0, turn.latency.count() - last.endUs);
    addExplored(recorded, turn.attempts.first());
    turns.push_back(recorded);
    ids.push_back(turn.id);
}

void RecordedTurns::addExplored(RecordedTurn &recorded, const Attempt &first)
{
    recorded.explored.first = static_cast<std::uint32_t>(attempts.size());
    qint64 end = first.startedAfter.count();
    const int policy = attempts[recorded.taken.first].policy;
    for (const Candidate &candidate : first.candidates) {
        if (!isExplored(candidate))
            continue;
        end += candidate.latency.count();
        const Micros judging = candidate.judgement ? candidate.judgement->cost.amount : Micros{};
        RecordedAttempt attempt{.gate = recordedGate(candidate),
                                .tier = candidate.tier,
                                .retryStrategy = std::nullopt,
                                .model = addModel(candidate.model),
                                .policy = policy,
                                .costMicros = (candidate.cost.amount + judging).value,
                                .endUs = end};
        if (recorded.explored.count > 0)
            attempt.retryStrategy = policies[static_cast<std::size_t>(policy)].retryStrategy;
        attempts.push_back(attempt);
        ++recorded.explored.count;
    }
    if (recorded.explored.count == 0)
        return;
    const Policy &governs = policies[static_cast<std::size_t>(policy)];
    recorded.explored.brokeOff =
        nextStep(passesGate(attempts.back().gate, governs), static_cast<int>(recorded.explored.count),
                 governs) == NextStep::Retry;
}

Result<RecordedTurns> recordedTurns(Store &store, int limit, const CancelToken &token)
{
    const Result<QList<TurnSummary>> last = store.recentTurns(limit);
    if (!last)
        return fail(last.error());
    RecordedTurns recorded;
    for (const TurnSummary &summary : *last) {
        if (token.isCancelled())
            return fail(Errc::Cancelled, Tr::tr("Reading the recorded turns was stopped."));
        const Result<Turn> turn = store.turn(summary.id);
        if (turn)
            recorded.add(*turn);
        else if (turn.error().code != Errc::NotFound)
            return fail(turn.error());
    }
    return recorded;
}

} // namespace assay
