// SPDX-License-Identifier: Apache-2.0
#include "judge/llm_judge.h"

#include "base/tr.h"
#include "judge/judge_reply.h"

namespace assay {

using namespace Qt::StringLiterals;

struct LlmJudge::State
{
    std::shared_ptr<ChatModel> model{};
    RubricPrompt prompt{};
    LlmJudgeOptions options{};
};

namespace {

using StatePtr = std::shared_ptr<const LlmJudge::State>;

QString rubricName(const LlmJudge::State &state)
{
    return u"rubric "_s + state.prompt.version;
}

ChatRequest chatOf(const LlmJudge::State &state, QList<PromptMessage> messages)
{
    ChatRequest chat;
    chat.messages = std::move(messages);
    chat.temperature = state.options.temperature;
    chat.maxTokens = state.options.maxTokens;
    chat.timeout = state.options.timeout;
    chat.jsonObject = true;
    return chat;
}

Result<JudgeReply> readReply(const ChatReply &reply, const JudgeRequest &request)
{
    if (isEchoOf(reply.text, request.answer))
        return fail(Errc::Protocol, Tr::tr("The reply repeats an object that stands inside the ANSWER."));
    return parseJudgeReply(reply.text);
}

void addCall(JudgeVote &vote, const ChatReply &reply)
{
    vote.model = reply.model;
    vote.usage += reply.usage;
    vote.cost += reply.cost;
}

JudgeVote finishedVote(JudgeVote vote, const JudgeReply &verdict, const JudgeRequest &request)
{
    vote.scores = verdict.scores;
    vote.reasoning = verdict.reasoning;
    vote.issues = verdict.issues + deterministicIssues(request, verdict.scores);
    vote.issues.removeDuplicates();
    return vote;
}

QCoro::Task<Result<JudgeVote>> askJudge(StatePtr state, JudgeRequest request, CancelToken token)
{
    JudgeVote vote;
    vote.judge = rubricName(*state);
    const QString fence = fenceFor(request, state->options.newFence);
    const QList<PromptMessage> asked = rubricMessages(state->prompt, request, fence);
    const TokenSink noSink;
    const ChatRequest first = chatOf(*state, asked);
    Result<ChatReply> reply = co_await state->model->complete(first, noSink, token);
    if (!reply)
        co_return fail(std::move(reply.error()).within(u"judge"));
    addCall(vote, *reply);
    Result<JudgeReply> verdict = readReply(*reply, request);
    if (verdict)
        co_return finishedVote(std::move(vote), *verdict, request);

    const ChatRequest second =
        chatOf(*state, repairMessages(state->prompt, asked, reply->text, verdict.error().message));
    reply = co_await state->model->complete(second, noSink, token);
    if (!reply)
        co_return fail(std::move(reply.error()).within(u"judge"));
    addCall(vote, *reply);
    verdict = readReply(*reply, request);
    if (verdict)
        co_return finishedVote(std::move(vote), *verdict, request);
    const QString message =
        Tr::tr("The judge %1 gave no usable scores, asked twice: %2 Choose a stronger judge model.")
            .arg(reply->model, verdict.error().message);
    co_return fail(Error{.code = Errc::Protocol, .message = message, .where = u"judge"_s, .retryAfter = {}});
}

} // namespace

LlmJudge::LlmJudge(std::shared_ptr<ChatModel> model, RubricPrompt prompt, LlmJudgeOptions options)
    : m_state(std::make_shared<State>(
          State{.model = std::move(model), .prompt = std::move(prompt), .options = std::move(options)}))
{
}

QString LlmJudge::name() const
{
    return rubricName(*m_state) + u" · "_s + m_state->model->id();
}

QCoro::Task<Result<JudgeVote>> LlmJudge::judge(JudgeRequest request, CancelToken token)
{
    return askJudge(m_state, std::move(request), std::move(token));
}

} // namespace assay
