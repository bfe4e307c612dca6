// SPDX-License-Identifier: Apache-2.0
#include "turn/turn.h"

#include <algorithm>

namespace assay {

const Candidate *Attempt::chosen() const
{
    const auto found = std::ranges::find_if(candidates, &Candidate::chosen);
    return found == candidates.end() ? nullptr : &*found;
}

const Attempt *Turn::best() const
{
    const auto found = std::ranges::find(attempts, bestAttempt, &Attempt::number);
    return found == attempts.end() ? nullptr : &*found;
}

void PassCount::add(TurnStatus status, int turns)
{
    switch (status) {
    case TurnStatus::Passed:
        passed += turns;
        judged += turns;
        return;
    case TurnStatus::Failed: judged += turns; return;
    case TurnStatus::Running:
    case TurnStatus::Cancelled:
    case TurnStatus::Errored: return;
    }
    Q_UNREACHABLE();
}

} // namespace assay
