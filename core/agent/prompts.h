// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/prompt_examples.h"
#include "agent/prompt_templates.h"
#include "judge/rubric_prompt.h"
#include "learning/attempt_plan.h"

namespace assay {

/// The prompts of a turn: the versions in force when it began.
struct PromptSet
{
    QString system{};      ///< who the model is and how it cites
    QString stronger{};    ///< the stricter instruction of StrongerPrompt
    QString refine{};      ///< introduces the previous answer
    QString forceTools{};  ///< insists on the tool results
    QString rewrite{};     ///< asks the fast model for a search query; empty = rewritten by rule
    QString assessment{};  ///< asks for the CONFIDENCE trailer; comes with Assay
    QString toolContext{}; ///< introduces the tool results; comes with Assay
    RubricPrompt judge{};
    ExamplePool examples{};
    QList<PromptUse> uses{}; ///< one for each template that has versions

    /// The prompts that come with Assay, prompts/<name>_v1.md below `root` (":/" in the product), but for
    /// those that are given.
    /// @errors NotFound, naming the file; as acceptPrompt()
    static Result<PromptSet> load(const QString &root, const QList<ChosenPrompt> &chosen = {});
    /// Puts a version in the place of the one that is there. @errors as acceptPrompt()
    Result<> put(const ChosenPrompt &prompt);
    /// The version of a template; nullptr when it has none.
    const PromptUse *use(PromptKind kind) const;
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
    QString examples{}; ///< what stands for {{examples}}; may be empty
};

/// Builds the messages of one draft. Pure.
///
/// Innovation 14, mandatory tool context: when policy.mandatoryToolContext is on, the results stand
/// in the prompt of every attempt, after the question. When it is off they stand before the
/// question in the first attempt only.
QList<PromptMessage> buildPrompt(const PromptSet &prompts, const Policy &policy, const AttemptPlan &plan,
                                 const DraftInput &input);

/// Asks for a search query in place of a question that found too little.
/// @param graded what was found; titles of passages that may speak of it help
QList<PromptMessage> rewriteMessages(const PromptSet &prompts, const QString &question,
                                     const QList<Evidence> &graded);
/// The query in a model's reply: its first line without marks around it; empty when there is none to use.
QString rewriteReply(const QString &reply);

} // namespace assay
