// SPDX-License-Identifier: Apache-2.0
#include "eval/further_judge.h"

#include "base/json.h"
#include "base/tr.h"
#include "eval/json_fields.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int asks = 2;

/// Did the judge repeat an object that stands in the answer?
bool isEcho(const QString &reply, const QString &answer)
{
    const auto bare = [](QString text) { return text.removeIf([](QChar c) { return c.isSpace(); }); };
    const qsizetype open = reply.indexOf(u'{');
    const qsizetype close = reply.lastIndexOf(u'}');
    return open >= 0 && close > open && bare(answer).contains(bare(reply.sliced(open, close - open + 1)));
}

} // namespace

Result<FurtherScores> parseFurtherScores(const QString &reply)
{
    const qsizetype open = reply.indexOf(u'{');
    const qsizetype close = reply.lastIndexOf(u'}');
    if (open < 0 || close < open)
        return fail(Errc::Protocol, Tr::tr("The reply holds no JSON object."));
    const Result<QJsonObject> json = parseJsonObject(reply.sliced(open, close - open + 1).toUtf8());
    if (!json)
        return fail(Errc::Protocol, json.error().message);
    FurtherScores scores;
    evaljson::Reader reader(*json);
    reader("safety"_L1, scores.safety);
    reader("coherence"_L1, scores.coherence);
    reader("conciseness"_L1, scores.conciseness);
    if (const Result<> good = reader.outcome(); !good)
        return fail(Errc::Protocol, good.error().message);
    if (!scores.safety || !scores.coherence || !scores.conciseness)
        return fail(Errc::Protocol,
                    Tr::tr("The object needs safety, coherence and conciseness, each a number from 0 to 1."));
    return scores;
}

QCoro::Task<Result<FurtherVerdict>> judgeFurther(std::shared_ptr<ChatModel> model, RubricPrompt prompt,
                                                 JudgeRequest request, CancelToken token)
{
    const QList<PromptMessage> asked = rubricMessages(prompt, request, fenceFor(request));
    ChatRequest chat{.messages = asked, .temperature = 0.0, .maxTokens = 256, .jsonObject = true};
    FurtherVerdict verdict;
    QString problem;
    for (int i = 0; i < asks; ++i) {
        auto task = model->complete(chat, {}, token);
        const Result<ChatReply> reply = co_await task;
        if (!reply)
            co_return fail(reply.error());
        verdict.cost += reply->cost;
        Result<FurtherScores> scores =
            isEcho(reply->text, request.answer)
                ? Result<FurtherScores>(fail(
                      Errc::Protocol, Tr::tr("The reply repeats an object that stands inside the ANSWER.")))
                : parseFurtherScores(reply->text);
        if (scores) {
            verdict.scores = *scores;
            co_return verdict;
        }
        problem = scores.error().message;
        chat.messages = repairMessages(prompt, asked, reply->text, problem);
    }
    co_return Result<FurtherVerdict>(fail(
        Errc::Protocol,
        Tr::tr("The judge gave no usable scores for safety, coherence and conciseness: %1").arg(problem)));
}

} // namespace assay
