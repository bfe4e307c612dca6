// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learning/predictor.h"

namespace assay {

/// Where a turn goes, without the words: all that replaying a policy needs.
struct RouteChoice
{
    Tier tier = Tier::Premium;
    Strategy strategy = Strategy::SearchFirst;

    bool operator==(const RouteChoice &) const = default;
};

/// @param confidence predicted probability that the fast path passes the gate, [0, 1]
RouteChoice chooseRoute(const Policy &policy, double confidence);

/// Innovation 8, the cascade: which tier and which way a turn goes, with the reason in words.
/// Pure; called before anything is sent.
///
/// @invariant raising policy.confidenceThreshold never turns a premium route into a fast one
Route routeTurn(const Policy &policy, const Prediction &prediction);

} // namespace assay
