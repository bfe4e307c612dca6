// SPDX-License-Identifier: Apache-2.0
#include "bench/bench_desk.h"

#include <QCoro/QCoroTask>

#include <unistd.h>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

const QString instantName = u"instant"_s;
const QString instantAnswer =
    u"Card refunds arrive within five to seven business days [1]. SEPA refunds take two to three "
    "business days after the payment was settled [1]."_s;

} // namespace

QString InstantModel::id() const
{
    return instantName;
}

bool InstantModel::isOffline() const
{
    return false;
}

QCoro::Task<Result<ChatReply>> InstantModel::complete(ChatRequest, TokenSink sink, CancelToken)
{
    if (sink)
        for (const QString &word : instantAnswer.split(u' '))
            sink(word + u' ');
    co_return ChatReply{
        .text = instantAnswer, .model = instantName, .usage = {.promptTokens = 900, .completionTokens = 40}};
}

QString InstantJudge::name() const
{
    return instantName;
}

QCoro::Task<Result<JudgeVote>> InstantJudge::judge(JudgeRequest, CancelToken)
{
    constexpr float score = 0.97F;
    co_return JudgeVote{
        .judge = instantName,
        .scores = {.accuracy = score, .relevance = score, .completeness = score, .overall = score},
        .reasoning = u"Every sentence is supported."_s};
}

Policy instantPolicy(bool search)
{
    Policy policy;
    policy.fastModel = policy.premiumModel = policy.judgeModel = instantName;
    policy.confidenceThreshold = search ? 1.0F : 0.0F;
    return policy;
}

Result<AgentParts> instantParts(bool search)
{
    Result<PromptSet> prompts = PromptSet::load(u":/"_s);
    if (!prompts)
        return fail(std::move(prompts.error()));
    AgentParts parts;
    parts.policy = [policy = instantPolicy(search)] { return policy; };
    parts.model = [model = std::make_shared<InstantModel>()](const QString &) {
        return Result<std::shared_ptr<ChatModel>>(model);
    };
    parts.judges = [judge = std::make_shared<InstantJudge>()](const Policy &, const RubricPrompt &) {
        return Result<QList<std::shared_ptr<Judge>>>(QList<std::shared_ptr<Judge>>{judge});
    };
    parts.prompts = std::move(*prompts);
    return parts;
}

Result<std::unique_ptr<TurnLog>> TurnLog::open(const QString &folder)
{
    Result<std::unique_ptr<EmbeddedLog>> log = EmbeddedLog::open(folder);
    if (!log)
        return fail(std::move(log.error()));
    auto opened = std::make_unique<TurnLog>();
    opened->m_log = std::move(*log);
    return opened;
}

Result<> TurnLog::publish(const Turn &turn)
{
    Result<QList<EncodedMessage>> messages = m_encoder.turnMessages(turn);
    if (!messages)
        return fail(std::move(messages.error()));
    QList<std::pair<QByteArray, QByteArray>> records;
    for (const EncodedMessage &message : *messages)
        records.append({message.key, message.frame});
    const Result<qint64> appended = m_log->appendAll(records);
    return appended ? Result<>() : Result<>(fail(appended.error()));
}

BareFile::BareFile(const QString &path)
    : m_file(path), m_ok(m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
{
}

bool BareFile::append()
{
    m_ok = m_ok && m_file.write(m_block) == m_block.size() && ::fdatasync(m_file.handle()) == 0;
    return m_ok;
}

Turn askAgent(Agent &agent, const QString &question)
{
    qsizetype seen = 0;
    const EventSink sink = [&seen](const StageEvent &event) { seen += event.token.size(); };
    return QCoro::waitFor(agent.ask({.question = question}, sink, {}));
}

Result<QStringList> bundledQuestions(const LocalIndex &index)
{
    const Result<QList<DocumentInfo>> documents = index.list();
    if (!documents)
        return fail(documents.error());
    QStringList questions;
    for (const DocumentInfo &document : *documents)
        if (document.id.startsWith(u"kb/"))
            questions.append(u"What do I need to know about %1?"_s.arg(document.title.toLower()));
    if (questions.isEmpty())
        return fail(Errc::NotFound, u"The index holds no bundled article."_s);
    return questions;
}

} // namespace assay::app
