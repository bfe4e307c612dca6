// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/prompts.h"

namespace assay {

/// What would be sent for a recorded turn.
struct RenderedPrompt
{
    QList<PromptMessage> messages{};
    int attempt = 1;
    QString note{}; ///< what is not as it was in the recorded turn; empty = nothing

    bool operator==(const RenderedPrompt &) const = default;
};

/// The messages that a template takes part in, as they would be sent for `turn` with the prompts of `set`:
/// everything else is as it was recorded. Where no attempt of the turn used the template, the attempt is
/// shown that a retry with it would be. For Examples the draft is shown.
/// @param attempt number; 0 = the first that used the template, else the one that was returned
/// @errors NotFound (no such attempt, or nothing was drafted)
Result<RenderedPrompt> renderPrompt(PromptKind kind, const PromptSet &set, const Turn &turn, int attempt,
                                    const TermWeight &weight);

/// Messages as one text for people: a line with the role before each.
QString messagesText(const QList<PromptMessage> &messages);

} // namespace assay
