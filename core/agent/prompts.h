// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "learning/attempt_plan.h"

namespace assay {

/// The versioned prompt templates of the drafting side.
struct PromptSet
{
    QString version{};     ///< "v1"
    QString system{};      ///< who the model is and how it cites
    QString stronger{};    ///< the stricter instruction of StrongerPrompt
    QString refine{};      ///< introduces the previous answer
    QString forceTools{};  ///< insists on the tool results
    QString assessment{};  ///< asks for the CONFIDENCE trailer
    QString toolContext{}; ///< introduces the tool results

    /// Reads prompts/<name>_v1.md below `root` (":/" in the product).
    /// @errors NotFound, naming the file
    static Result<PromptSet> load(const QString &root);
};

/// One question and answer before this turn.
struct Exchange
{
    QString question{};
    QString answer{};
};

/// What a draft is made from.
struct DraftInput
{
    QString question{};
    QList<Exchange> history{};
    QList<Evidence> evidence{}; ///< labelled, irrelevant ones left out by the caller
    bool selfAssessment = false;
};

/// Builds the messages of one draft. Pure.
///
/// Innovation 14, mandatory tool context: when policy.mandatoryToolContext is on, the results stand
/// in the prompt of every attempt, after the question. When it is off they stand before the
/// question in the first attempt only.
QList<PromptMessage> buildPrompt(const PromptSet &prompts, const Policy &policy, const AttemptPlan &plan,
                                 const DraftInput &input);

} // namespace assay
