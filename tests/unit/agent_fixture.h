// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/agent.h"

#include <QtCore/QEventLoop>

#include <deque>
#include <map>

namespace assay::test {

using namespace Qt::StringLiterals;

/// A model whose answers a test writes down beforehand; keeps every request.
class ScriptedModel final : public ChatModel
{
public:
    explicit ScriptedModel(QString id) : m_id(std::move(id)) {}

    QString id() const override { return m_id; }
    bool isOffline() const override { return false; }
    QCoro::Task<Result<ChatReply>> complete(ChatRequest request, TokenSink sink, CancelToken token) override
    {
        requests.append(request);
        const bool slept = co_await sleepFor(delay, token);
        if (!slept)
            co_return Result<ChatReply>(fail(Errc::Cancelled, u"cancelled"_s));
        if (!failure.isEmpty())
            co_return Result<ChatReply>(fail(failureCode, failure));
        const QString text = answers.size() > 1 ? answers.takeFirst() : answers.first();
        if (sink)
            for (const QString &word : text.split(u' '))
                sink(word + u' ');
        co_return ChatReply{.text = text,
                            .model = m_id,
                            .usage = {.promptTokens = 10, .completionTokens = 5},
                            .cost = {.amount = price}};
    }

    QStringList answers{u"Card refunds arrive within five to seven business days [1]."_s};
    std::chrono::milliseconds delay{0};
    Micros price{100};
    QString failure{};
    Errc failureCode = Errc::Unavailable;
    QList<ChatRequest> requests{};

private:
    QString m_id;
};

/// A judge that gives the scores a test wrote down, one per call, the last for ever.
class ScriptedJudge final : public Judge
{
public:
    QString name() const override { return u"scripted"_s; }
    QCoro::Task<Result<JudgeVote>> judge(JudgeRequest request, CancelToken token) override
    {
        requests.append(request);
        const bool slept = co_await sleepFor(delay, token);
        if (!slept)
            co_return Result<JudgeVote>(fail(Errc::Cancelled, u"cancelled"_s));
        float score = byText.value(request.answer, -1.0F);
        if (score < 0.0F)
            score = scores.size() > 1 ? scores.takeFirst() : scores.first();
        co_return JudgeVote{
            .judge = u"scripted"_s,
            .scores = {.accuracy = score, .relevance = score, .completeness = score, .overall = score},
            .reasoning = reasoning,
            .cost = {.amount = Micros{10}}};
    }

    QList<float> scores{0.97F};
    QMap<QString, float> byText{};
    QString reasoning{};
    std::chrono::milliseconds delay{0};
    QList<JudgeRequest> requests{};
};

class ScriptedRetriever final : public Retriever
{
public:
    QString name() const override { return retrieverName; }
    bool isWebSearch() const override { return web; }
    QCoro::Task<Result<QList<Evidence>>> search(RetrievalQuery query, CancelToken) override
    {
        queries.append(query.text);
        if (!failure.isEmpty())
            co_return Result<QList<Evidence>>(fail(Errc::Unavailable, failure));
        co_return Result<QList<Evidence>>(byQuery.contains(query.text) ? byQuery.value(query.text) : found);
    }

    QString retrieverName = u"knowledge"_s;
    bool web = false;
    QString failure{};
    QList<Evidence> found{};
    QMap<QString, QList<Evidence>> byQuery{};
    QStringList queries{};
};

inline Evidence passage(const QString &id, const QString &text)
{
    return {.sourceId = id, .title = id, .text = text, .retriever = u"knowledge"_s, .score = 1.0};
}

/// An agent over scripted parts. `policy` may be changed while a turn runs.
struct Bench
{
    std::shared_ptr<ScriptedModel> fast = std::make_shared<ScriptedModel>(u"fast-8b"_s);
    std::shared_ptr<ScriptedModel> premium = std::make_shared<ScriptedModel>(u"premium-70b"_s);
    std::shared_ptr<ScriptedJudge> judge = std::make_shared<ScriptedJudge>();
    std::shared_ptr<ScriptedRetriever> knowledge = std::make_shared<ScriptedRetriever>();
    QList<std::shared_ptr<Retriever>> extraRetrievers{};
    Policy policy{};
    QList<Turn> published{};
    QList<StageEvent> events{};

    Bench()
    {
        policy.revision = 7;
        policy.fastModel = fast->id();
        policy.premiumModel = premium->id();
        policy.judgeModel = u"scripted"_s;
        knowledge->found = {
            passage(u"refund-timing"_s, u"Card refunds arrive within five to seven business days."_s)};
    }

    AgentParts parts()
    {
        AgentParts parts;
        parts.policy = [this] { return policy; };
        parts.model = [this](const QString &id) -> Result<std::shared_ptr<ChatModel>> {
            if (id == fast->id())
                return std::shared_ptr<ChatModel>(fast);
            if (id == premium->id())
                return std::shared_ptr<ChatModel>(premium);
            return fail(Errc::NotFound, u"No model %1."_s.arg(id));
        };
        parts.judges = [this](const Policy &now,
                              const RubricPrompt &) -> Result<QList<std::shared_ptr<Judge>>> {
            QList<std::shared_ptr<Judge>> bench;
            for (int i = 0; i < (now.committee ? now.committeeSize : 1); ++i)
                bench.append(judge);
            return bench;
        };
        parts.retrievers = {knowledge};
        parts.retrievers.append(extraRetrievers);
        parts.prompts = {.system = u"SYSTEM"_s,
                         .stronger = u"STRONGER"_s,
                         .refine = u"REFINE\n\n{{answer}}"_s,
                         .forceTools = u"FORCE"_s,
                         .assessment = u"ASSESS"_s,
                         .toolContext = u"RESULTS"_s};
        parts.publish = [this](const Turn &turn) -> Result<> {
            published.append(turn);
            return {};
        };
        return parts;
    }

    Turn ask(const QString &question, CancelToken token = {})
    {
        Agent agent(parts());
        const EventSink sink = [this](const StageEvent &event) {
            events.append(event);
            if (onEvent)
                onEvent(event);
        };
        return QCoro::waitFor(agent.ask({.threadId = u"th_test"_s, .question = question}, sink, token));
    }

    std::function<void(const StageEvent &)> onEvent{};
};

inline const QString question = u"How long do card refunds take?"_s;

} // namespace assay::test
