// SPDX-License-Identifier: Apache-2.0
#include "learning/quality_gate.h"

#include "base/tr.h"

#include <cmath>

namespace assay {

namespace {

QString shown(float value)
{
    return QString::number(static_cast<double>(value), 'f', 2);
}

} // namespace

GateInput gateInput(const Candidate &candidate)
{
    return {.score = candidate.judgement ? candidate.judgement->scores.overall : std::nullopt,
            .toolResultsIgnored = candidate.check.state == ResponseState::ToolResultsIgnored,
            .qaPassed = candidate.qa.passed};
}

bool passesGate(const GateInput &input, const Policy &policy)
{
    if (!input.score || !std::isfinite(*input.score))
        return false;
    if (!policy.qualityGate)
        return true;
    if ((policy.responseValidator && input.toolResultsIgnored) || (policy.qaSubgraph && !input.qaPassed))
        return false;
    return *input.score >= policy.qualityThreshold;
}

Verdict gateVerdict(const Candidate &candidate, const Policy &policy)
{
    const GateInput input = gateInput(candidate);
    Verdict verdict{.passed = passesGate(input, policy),
                    .score = input.score,
                    .threshold = policy.qualityThreshold,
                    .policyRevision = policy.revision,
                    .reason = {}};
    if (!verdict.score || !std::isfinite(*verdict.score)) {
        verdict.score.reset();
        verdict.reason = Tr::tr("Not judged, so not passed.");
    } else if (!policy.qualityGate) {
        verdict.reason = Tr::tr("The quality gate is off; the score is %1.").arg(shown(*verdict.score));
    } else if (policy.responseValidator && input.toolResultsIgnored) {
        verdict.reason =
            Tr::tr("The answer says “%1” although tools returned results.").arg(candidate.check.phrase);
    } else if (policy.qaSubgraph && !input.qaPassed) {
        verdict.reason = Tr::tr("A check of the QA subgraph failed.");
    } else {
        verdict.reason = (verdict.passed ? Tr::tr("%1 reaches the threshold %2.")
                                         : Tr::tr("%1 is below the threshold %2."))
                             .arg(shown(*verdict.score), shown(policy.qualityThreshold));
    }
    return verdict;
}

NextStep nextStep(bool passed, int attemptsDone, const Policy &policy)
{
    if (passed)
        return NextStep::Finish;
    return policy.autoRetry && attemptsDone < 1 + policy.maxRetries ? NextStep::Retry : NextStep::GiveUp;
}

int bestAttempt(const QList<Attempt> &attempts)
{
    int best = 0;
    float bestScore = -1.0F;
    for (const Attempt &attempt : attempts) {
        if (!attempt.chosen())
            continue;
        if (attempt.verdict.passed)
            return attempt.number;
        const float score = attempt.verdict.score.value_or(0.0F);
        if (best == 0 || score > bestScore) {
            best = attempt.number;
            bestScore = score;
        }
    }
    return best;
}

} // namespace assay
