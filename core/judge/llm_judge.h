// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "judge/rubric_prompt.h"
#include "models/chat_model.h"

namespace assay {

struct LlmJudgeOptions
{
    int maxTokens = 512;                       ///< of the verdict
    double temperature = 0.0;                  ///< 0 … 2; a committee of one model wants some
    std::chrono::milliseconds timeout{60'000}; ///< for each of the one or two calls
    std::function<QString()> newFence = randomFence;
};

/// Scores answers by asking a chat model to apply a written rubric.
///
/// What is judged is fenced as data behind a secret mark that is new for every call. A reply that
/// cannot be used is sent back once with the reason; after that it is an error, never a guess. A call
/// may outlive this object.
class LlmJudge final : public Judge
{
public:
    LlmJudge(std::shared_ptr<ChatModel> model, RubricPrompt prompt, LlmJudgeOptions options = {});

    QString name() const override;
    QCoro::Task<Result<JudgeVote>> judge(JudgeRequest request, CancelToken token) override;

    struct State;

private:
    std::shared_ptr<const State> m_state;
};

} // namespace assay
