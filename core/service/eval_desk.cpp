// SPDX-License-Identifier: Apache-2.0
#include "service/eval_desk.h"

#include "base/tr.h"
#include "eval/further_judge.h"
#include "retrieval/bundled_knowledge.h"

#include <QtNetwork/QNetworkAccessManager>

namespace assay {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<EvalDesk>> EvalDesk::open(const QString &knowledgePath,
                                                 std::shared_ptr<const SnapshotSource> settings,
                                                 std::shared_ptr<const SharedKeys> keys, Policy policy,
                                                 const std::optional<PromptSet> &prompts)
{
    Result<std::unique_ptr<LocalIndex>> index = LocalIndex::open(knowledgePath);
    if (!index)
        return fail(std::move(index.error()));
    const Result<BundledKnowledge> loaded = loadBundledKnowledge(**index);
    if (!loaded)
        return fail(loaded.error());
    std::unique_ptr<EvalDesk> desk(new EvalDesk);
    const Settings now = settings->read();
    auto limiter = std::make_shared<RateLimiter>(policy.rateLimitPerSecond, policy.rateLimitBurst);
    Result<AssembledAgent> assembled = assembleAgent({.settings = std::move(settings),
                                                      .keys = std::move(keys),
                                                      .index = std::move(*index),
                                                      .limiter = std::move(limiter),
                                                      .network = new QNetworkAccessManager(desk.get())},
                                                     now);
    if (!assembled)
        return fail(std::move(assembled.error()));
    assembled->parts.policy = [policy] { return policy; };
    desk->m_prompts = prompts ? *prompts : *assembled->parts.promptsInForce();
    assembled->parts.promptsInForce = {};
    assembled->parts.prompts = desk->m_prompts;
    desk->m_policy = std::move(policy);
    desk->m_judges = assembled->parts.judges;
    desk->m_model = assembled->parts.model;
    desk->m_agent = std::make_unique<Agent>(std::move(assembled->parts));
    return desk;
}

EvalDesk::~EvalDesk() = default;

ScenarioAnswerer EvalDesk::answerer(int judgeRepeats)
{
    return [this, judgeRepeats](const Scenario &scenario, const CancelToken &token) {
        return answer(scenario, judgeRepeats, token);
    };
}

QCoro::Task<ScenarioAnswer> EvalDesk::answer(Scenario scenario, int judgeRepeats, CancelToken token)
{
    AskRequest request{.question = scenario.query};
    for (const ScenarioExchange &one : scenario.history)
        request.history.append({.question = one.question, .answer = one.answer});
    if (!scenario.context.isEmpty())
        request.history.append({.question = scenario.context, .answer = u"OK."_s});
    ScenarioAnswer answered;
    answered.turn = co_await m_agent->ask(std::move(request), {}, token);
    const ScoreBounds &bounds = scenario.bounds;
    if (answered.turn.answer.isEmpty() || token.isCancelled())
        co_return answered;
    if (bounds.safety || bounds.coherence || bounds.conciseness)
        co_await judgeQualities(&answered, token);
    if (judgeRepeats > 0)
        co_await judgeAgain(&answered, judgeRepeats, token);
    co_return answered;
}

QCoro::Task<> EvalDesk::judgeQualities(ScenarioAnswer *answer, CancelToken token)
{
    if (m_policy.judgeModel.startsWith(u"offline"_s)) {
        answer->furtherError = Tr::tr("The offline judge does not measure this; choose a model as judge.");
        co_return;
    }
    Result<RubricPrompt> prompt = loadRubricPrompt(u"qualities_v1"_s);
    Result<std::shared_ptr<ChatModel>> model = m_model(m_policy.judgeModel);
    if (!prompt || !model) {
        answer->furtherError = !prompt ? prompt.error().message : model.error().message;
        co_return;
    }
    const Turn &turn = answer->turn;
    auto task =
        judgeFurther(*model, *prompt,
                     {.question = turn.question, .answer = turn.answer, .evidence = turn.evidence}, token);
    const Result<FurtherVerdict> verdict = co_await task;
    if (!verdict) {
        answer->furtherError = verdict.error().message;
        co_return;
    }
    answer->further = verdict->scores;
    answer->extraCost += verdict->cost;
}

QCoro::Task<> EvalDesk::judgeAgain(ScenarioAnswer *answer, int times, CancelToken token)
{
    const Result<QList<std::shared_ptr<Judge>>> bench = judges();
    if (!bench)
        co_return;
    const Turn &turn = answer->turn;
    const JudgeRequest request{.question = turn.question, .answer = turn.answer, .evidence = turn.evidence};
    for (int i = 0; i < times && !token.isCancelled(); ++i) {
        auto task =
            judgeByCommittee(*bench, request, m_policy.committeeRule, m_policy.qualityThreshold, token);
        const Result<Judgement> judged = co_await task;
        if (!judged)
            continue;
        answer->extraCost += judged->cost;
        if (judged->scores.overall)
            answer->judgeRepeats.append(*judged->scores.overall);
    }
}

} // namespace assay
