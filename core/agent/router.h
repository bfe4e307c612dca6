// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/predictor.h"

namespace assay {

/// Innovation 8, the cascade: which tier and which way a turn goes, with the reason in words.
/// Pure; called before anything is sent.
///
/// @invariant raising policy.confidenceThreshold never turns a premium route into a fast one
Route routeTurn(const Policy &policy, const Prediction &prediction);

} // namespace assay
