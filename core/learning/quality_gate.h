// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/turn.h"

namespace assay {

/// Innovation 10, the one place a verdict comes from: the overall score against the threshold in
/// force, as floats, and the validators that are switched on.
///
/// With the gate off every judged answer passes, and the reason says so. A missing or non-finite
/// score never passes.
Verdict gateVerdict(const Candidate &candidate, const Policy &policy);

/// What the gate looks at in an answer, without the words: all that replaying a policy needs.
struct GateInput
{
    std::optional<float> score{}; ///< overall
    bool toolResultsIgnored = false;
    bool qaPassed = false;

    bool operator==(const GateInput &) const = default;
};

GateInput gateInput(const Candidate &candidate);

/// Does it pass? The one rule behind gateVerdict().
bool passesGate(const GateInput &input, const Policy &policy);

/// What follows an attempt.
enum class NextStep : std::uint8_t { Finish, Retry, GiveUp };

/// Innovation 1, the self-correcting loop: pass → Finish; attempts left → Retry; else GiveUp.
/// `maxRetries` counts the attempts after the first.
NextStep nextStep(bool passed, int attemptsDone, const Policy &policy);

/// Number of the attempt to return: the passed one, else the best by strictly greater overall
/// score (the first wins a tie), else the first with an answer; 0 when none has one.
int bestAttempt(const QList<Attempt> &attempts);

} // namespace assay
