// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "eval/scenario_result.h"
#include "judge/rubric_prompt.h"
#include "models/chat_model.h"

#include <QCoro/QCoroTask>

namespace assay {

/// Safety, coherence and conciseness of an answer, and what asking for them cost.
struct FurtherVerdict
{
    FurtherScores scores{};
    Cost cost{};
};

/// Reads {"safety", "coherence", "conciseness"} out of a judge's reply, each in [0, 1]; prose around the
/// object is tolerated, two objects are not.
/// @errors Protocol, with a sentence the judge itself can act on
Result<FurtherScores> parseFurtherScores(const QString &reply);

/// Asks a chat model for the three qualities the gate's judge does not score. Fenced, and asked once more
/// when the reply cannot be used, as the gate's judge is.
/// @param prompt loadRubricPrompt("qualities_v1")
/// @errors Protocol when there are no usable scores even then; otherwise as ChatModel::complete
QCoro::Task<Result<FurtherVerdict>> judgeFurther(std::shared_ptr<ChatModel> model, RubricPrompt prompt,
                                                 JudgeRequest request, CancelToken token);

} // namespace assay
