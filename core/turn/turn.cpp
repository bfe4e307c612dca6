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

} // namespace assay
