// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/turn.h"

// Turns to look at and to test with; turn 12 is the one of the design's picture.
namespace assay::samples {

Turn twoAttempts(); ///< fast model ignores the tool result, the retry passes
Turn running();     ///< second attempt drafting
Turn gateFailed();  ///< four attempts, none passes
Turn errored();     ///< no answer at all
Turn committee();   ///< dual path, three judges who disagree

/// Puts `text` into every string field a model, a judge, a tool or an event can fill.
Turn filledWith(const QString &text);

} // namespace assay::samples
