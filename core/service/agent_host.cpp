// SPDX-License-Identifier: Apache-2.0
#include "service/agent_host.h"

#include "base/tr.h"
#include "retrieval/bundled_knowledge.h"

#include <QtCore/QElapsedTimer>
#include <QtNetwork/QNetworkAccessManager>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// One frame of a 60 Hz screen: more often nobody can see it.
constexpr std::chrono::milliseconds gatherFor{16};

constexpr std::chrono::milliseconds testTimeout{20'000};

Turn refused(const AskRequest &request, const QString &why)
{
    return {.id = request.turnId,
            .threadId = request.threadId,
            .number = request.number,
            .question = request.question,
            .askedAt = utcNow(),
            .status = TurnStatus::Errored,
            .error = why};
}

/// The rubric the turn was judged by; the one in force where that is not there any more.
RubricPrompt rubricOf(const Turn &turn, const PromptSet &inForce, const QString &folder)
{
    const auto used = std::ranges::find(turn.prompts, u"judge"_s, &PromptUse::name);
    const PromptUse *now = inForce.use(PromptKind::Judge);
    if (used == turn.prompts.end() || (now && *used == *now))
        return inForce.judge;
    const Result<ChosenPrompt> kept = PromptRegistry(folder).read(PromptKind::Judge, used->version);
    const bool isSame = kept && kept->use.hash == used->hash;
    const Result<RubricPrompt> rubric = isSame ? parseRubricPrompt(u"v%1"_s.arg(used->version), kept->text)
                                               : Result<RubricPrompt>(inForce.judge);
    return rubric ? *rubric : inForce.judge;
}

} // namespace

AgentHost::AgentHost(Start start) : m_start(std::move(start)) {}

AgentHost::~AgentHost() = default;

void AgentHost::open()
{
    m_network = new QNetworkAccessManager(this);
    m_flushTimer = new QTimer(this);
    m_flushTimer->setSingleShot(true);
    connect(m_flushTimer, &QTimer::timeout, this, &AgentHost::flush);

    Result<std::unique_ptr<LocalIndex>> index = LocalIndex::open(m_start.knowledgePath);
    if (!index) {
        Q_EMIT noticed(
            true, Tr::tr("The knowledge index cannot be kept on disk: %1 It is in memory until you quit.")
                      .arg(index.error().message));
        index = LocalIndex::open(u":memory:"_s);
    }
    if (!index) {
        Q_EMIT noticed(true, index.error().message);
        return;
    }
    m_index = std::move(*index);
    if (!m_index->notice().isEmpty())
        Q_EMIT noticed(true, m_index->notice());
    const Result<BundledKnowledge> loaded = loadBundledKnowledge(*m_index);
    if (!loaded)
        Q_EMIT noticed(true, loaded.error().message);
}

AgentIngredients AgentHost::ingredients() const
{
    return {.settings = m_start.settings,
            .keys = m_start.keys,
            .index = m_index,
            .limiter = m_limiter,
            .network = m_network,
            .models = m_start.modelsPath,
            .prompts = m_start.promptsPath};
}

/// One of its own, since an agent reads its policy anew at every attempt.
Result<std::shared_ptr<Agent>> AgentHost::agentFor(const Policy &policy)
{
    Result<AssembledAgent> assembled = assembleAgent(ingredients(), m_start.settings->read());
    if (!assembled)
        return fail(std::move(assembled.error()));
    assembled->parts.policy = [policy] { return policy; };
    assembled->parts.publish = [this](const Turn &turn) { return publish(turn); };
    return std::make_shared<Agent>(std::move(assembled->parts));
}

Result<> AgentHost::rebuildAgent()
{
    if (!m_index)
        return fail(Errc::Io, Tr::tr("There is no knowledge index, so nothing can be answered."));
    const Settings now = m_start.settings->read();
    const QString fingerprint = connectionFingerprint(now, *m_start.keys);
    if (m_agent && fingerprint == m_fingerprint)
        return {};
    Result<AssembledAgent> assembled = assembleAgent(ingredients(), now);
    if (!assembled)
        return fail(std::move(assembled.error()));
    assembled->parts.publish = [this](const Turn &turn) { return publish(turn); };
    m_registry = std::move(assembled->registry);
    m_judges = assembled->parts.judges;
    m_prompts = assembled->prompts;
    m_agent = std::make_shared<Agent>(std::move(assembled->parts));
    m_fingerprint = fingerprint;
    return {};
}

void AgentHost::ask(AskRequest request, quint64 lastSequence, CancelToken token, std::optional<Policy> policy)
{
    if (m_start.recorder)
        m_start.recorder->continueThread(request.threadId, lastSequence);
    ++m_running;
    const Result<> ready = rebuildAgent();
    Result<std::shared_ptr<Agent>> agent = !ready   ? Result<std::shared_ptr<Agent>>(fail(ready.error()))
                                           : policy ? agentFor(*policy)
                                                    : Result<std::shared_ptr<Agent>>(m_agent);
    if (!agent) {
        const Turn turn = refused(request, agent.error().message);
        gather({.turnId = turn.id, .record = {}, .token = {}, .turn = turn});
        flush();
        Q_EMIT turnFinished(turn);
        callEnded();
        return;
    }
    tellOfPrompts();
    run(std::move(*agent), std::move(request), std::move(token));
}

/// Prompts that cannot be read leave the ones before in force; the operator is told once.
void AgentHost::tellOfPrompts()
{
    m_prompts->newest();
    const QString problem = m_prompts->problem();
    if (std::exchange(m_promptProblem, problem) != problem && !problem.isEmpty())
        Q_EMIT noticed(true, problem);
}

/// @param agent settings may bring another one meanwhile
QCoro::Task<> AgentHost::run(std::shared_ptr<Agent> agent, AskRequest request, CancelToken token)
{
    const EventSink sink = [this](const StageEvent &event) { gather(event); };
    const Turn turn = co_await agent->ask(request, sink, token);
    flush();
    Q_EMIT turnFinished(turn);
    callEnded();
}

void AgentHost::judgeAgain(const Turn &turn, int times, std::function<void(Result<QList<float>>)> reply)
{
    if (const Result<> ready = rebuildAgent(); !ready) {
        reply(fail(ready.error()));
        return;
    }
    const Result<QList<std::shared_ptr<Judge>>> judges =
        m_judges(turn.policy, rubricOf(turn, *m_prompts->newest(), m_start.promptsPath));
    if (!judges) {
        reply(fail(judges.error()));
        return;
    }
    ++m_running;
    judgeTimes(*judges, turn, times, std::move(reply));
}

QCoro::Task<> AgentHost::judgeTimes(QList<std::shared_ptr<Judge>> judges, Turn turn, int times,
                                    std::function<void(Result<QList<float>>)> reply)
{
    const JudgeRequest request{.question = turn.question, .answer = turn.answer, .evidence = turn.evidence};
    QList<float> scores;
    std::optional<Error> error;
    for (int i = 0; i < times && !m_ending.isCancelled(); ++i) {
        const Result<Judgement> judged = co_await judgeByCommittee(judges, request, turn.policy.committeeRule,
                                                                   turn.policy.qualityThreshold, m_ending);
        if (judged && judged->scores.overall)
            scores.append(*judged->scores.overall);
        else if (!judged)
            error = judged.error();
    }
    if (scores.isEmpty() && error)
        reply(fail(*error));
    else
        reply(scores);
    callEnded();
}

void AgentHost::callEnded()
{
    if (--m_running > 0)
        return;
    for (const std::shared_ptr<QSemaphore> &waiting : std::exchange(m_waiting, {}))
        waiting->release();
}

void AgentHost::end(std::shared_ptr<QSemaphore> done)
{
    m_ending.cancel();
    if (m_running == 0)
        done->release();
    else
        m_waiting.append(std::move(done));
}

Result<> AgentHost::publish(const Turn &turn)
{
    if (!m_start.recorder)
        return fail(Errc::ReadOnly, m_start.noLogReason);
    m_start.recorder->record(turn);
    return {};
}

Result<Evidence> AgentHost::passage(const QString &sourceId) const
{
    if (!m_index)
        return fail(Errc::Io, Tr::tr("There is no knowledge index."));
    return m_index->passage(sourceId);
}

void AgentHost::findServers(std::function<void(Result<QList<LocalServer>>)> reply)
{
    ++m_running;
    findLocalServers(m_ending).then([this, reply = std::move(reply)](const QList<LocalServer> &found) {
        reply(found);
        callEnded();
    });
}

void AgentHost::listModels(const QString &provider, std::function<void(Result<QStringList>)> reply)
{
    if (const Result<> ready = rebuildAgent(); !ready) {
        reply(fail(ready.error()));
        return;
    }
    ++m_running;
    m_registry->listModels(provider, m_ending)
        .then([this, reply = std::move(reply)](const Result<QStringList> &models) {
            reply(models);
            callEnded();
        });
}

void AgentHost::testModel(const QString &spec, std::function<void(Result<QString>)> reply)
{
    if (const Result<> ready = rebuildAgent(); !ready) {
        reply(fail(ready.error()));
        return;
    }
    const Result<std::shared_ptr<ChatModel>> model = m_registry->find(spec);
    if (!model) {
        reply(fail(model.error()));
        return;
    }
    QElapsedTimer watch;
    watch.start();
    const ChatRequest request{.messages = {{.role = u"user"_s, .text = u"Say OK."_s}},
                              .question = u"refund"_s,
                              .maxTokens = 8,
                              .timeout = testTimeout};
    ++m_running;
    // The task owns the model until it has answered.
    (*model)
        ->complete(request, {}, m_ending)
        .then([this, watch, model = *model, reply = std::move(reply)](const Result<ChatReply> &answer) {
            if (!answer)
                reply(fail(answer.error()));
            else
                reply(Tr::tr("%1 answered in %2 s.")
                          .arg(model->id(),
                               QString::number(static_cast<double>(watch.elapsed()) / 1000.0, 'f', 1)));
            callEnded();
        });
}

void AgentHost::gather(const StageEvent &event)
{
    // Streamed pieces of one turn that follow each other become one.
    if (!event.token.isEmpty() && !m_gathered.isEmpty() && m_gathered.last().turnId == event.turnId &&
        !m_gathered.last().token.isEmpty())
        m_gathered.last().token += event.token;
    else
        m_gathered.append(event);
    if (!m_flushTimer->isActive())
        m_flushTimer->start(gatherFor);
}

void AgentHost::flush()
{
    if (!m_gathered.isEmpty())
        Q_EMIT stageEvents(std::exchange(m_gathered, {}));
}

} // namespace assay
