// SPDX-License-Identifier: Apache-2.0
#include "service/workbench.h"

#include "agent/policy_from_settings.h"
#include "base/ids.h"
#include "base/tr.h"
#include "base/worker_thread.h"
#include "models/providers.h"
#include "service/agent_host.h"
#include "service/ingest.h"
#include "service/kafka_forwarder.h"
#include "service/kafka_settings.h"
#include "service/opened_files.h"
#include "service/provider_keys.h"
#include "service/recorder.h"
#include "stream/kafka_reader.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>

#include <atomic>
#include <thread>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype rememberedExchanges = 3;
constexpr std::chrono::milliseconds endingTurns{2'000}; ///< how long quitting waits for stopped turns
constexpr int recorderNiceness = 3;
constexpr int ingestNiceness = 10;

/// Brings what a worker's signal tells to `slot`, on the thread of `home`.
template<typename W, typename... Args, typename Slot>
void bring(JobQueue &home, W *worker, void (W::*signal)(Args...), Slot slot)
{
    QObject::connect(
        worker, signal, worker,
        [&home, slot](const std::remove_cvref_t<Args> &...values) {
            home.put([slot, values...] { slot(values...); });
        },
        Qt::DirectConnection);
}

} // namespace

struct Workbench::Impl
{
    Paths paths{};
    std::shared_ptr<SharedKeys> keys = std::make_shared<SharedKeys>();
    std::thread opener{};
    std::thread probe{};
    OpenedFiles files{};
    bool ready = false;
    QList<std::function<void()>> waiting{};

    QHash<QString, CancelToken> running{};   ///< by turn
    QHash<QString, ThreadContext> threads{}; ///< of this session
    QHash<QString, QString> threadOfTurn{};
    std::shared_ptr<EmbeddedLog> log{};
    qint64 ingestedTo = 0;
    Filling filling = Filling::OwnTurns;

    CancelToken ending = CancelToken::make();
    std::atomic<bool> probing = false;

    JobQueue home{}; ///< where the workers' answers arrive; outlives them

    // Destroyed in reverse: the agent stops before the recorder and the ingest that take what it sent.
    std::unique_ptr<WorkerThread<ReaderHost>> reader{};
    std::unique_ptr<WorkerThread<IngestWorker>> ingest{};
    std::unique_ptr<KafkaForwarder> forwarder{};
    std::unique_ptr<KafkaForwarder> evaluationForwarder{};
    std::unique_ptr<WorkerThread<Recorder>> recorder{};
    std::unique_ptr<WorkerThread<AgentHost>> agent{};
};

std::unique_ptr<Workbench> Workbench::open(Paths paths, SettingsHub &hub, Secrets &secrets, Filling filling)
{
    return std::unique_ptr<Workbench>(new Workbench(std::move(paths), hub, secrets, filling));
}

Workbench::Workbench(Paths paths, SettingsHub &hub, Secrets &secrets, Filling filling)
    : m_hub(hub), m_secrets(secrets), m(std::make_unique<Impl>())
{
    m->filling = filling;
    m->paths = std::move(paths);
    m->opener = std::thread([this, evaluations = !evaluationTopic(m_hub.current()).isEmpty()] {
        m->files = openFiles(m->paths, evaluations);
        QMetaObject::invokeMethod(this, &Workbench::opened, Qt::QueuedConnection);
    });
    connect(&m_secrets, &Secrets::changed, this, [this] { fetchProviderKeys(&m_secrets, m->keys); });
    fetchProviderKeys(&m_secrets, m->keys);
}

Workbench::~Workbench()
{
    if (m->opener.joinable())
        m->opener.join();
    m->ending.cancel();
    if (m->probe.joinable())
        m->probe.join();
    for (const CancelToken &token : std::as_const(m->running))
        token.cancel();
    if (m->agent) {
        const auto idle = std::make_shared<QSemaphore>();
        m->agent->post([idle](AgentHost &host) { host.end(idle); });
        idle->tryAcquire(1, static_cast<int>(endingTurns.count()));
    }
    // Stopped turns are on their way into the log; let them arrive.
    drain(endingTurns);
}

void Workbench::opened()
{
    if (m->opener.joinable())
        m->opener.join();
    m->log = m->files.log;
    m->ingestedTo = m->files.ingestedTo;
    if (m->log) {
        m->recorder = std::make_unique<WorkerThread<Recorder>>(
            u"recorder"_s, m->log, m_hub.current().get("kafka.tenant_id"_setting), m->files.evaluations);
        m->recorder->yieldTo(recorderNiceness);
        bring(m->home, m->recorder->sender(), &Recorder::failed,
              [this](const QString &text) { Q_EMIT noticed({.problem = true, .text = text}); });
    }
    m->agent = std::make_unique<WorkerThread<AgentHost>>(
        u"agent"_s, AgentHost::Start{.knowledgePath = m->paths.knowledge(),
                                     .modelsPath = m->paths.models(),
                                     .promptsPath = m->paths.prompts(),
                                     .settings = m_hub.source(),
                                     .keys = m->keys,
                                     .recorder = m->recorder ? m->recorder->sender() : nullptr,
                                     .noLogReason = m->files.noLogReason});
    AgentHost *agent = m->agent->sender();
    bring(m->home, agent, &AgentHost::stageEvents,
          [this](const QList<StageEvent> &events) { Q_EMIT stageEvents(events); });
    bring(m->home, agent, &AgentHost::noticed, [this](bool problem, const QString &text) {
        Q_EMIT noticed({.problem = problem, .text = m_secrets.redacted(text)});
    });
    bring(m->home, agent, &AgentHost::turnFinished, [this](const Turn &turn) {
        m->running.remove(turn.id);
        if (!turn.answer.isEmpty()) {
            QList<Exchange> &history = m->threads[turn.threadId].history;
            history.append({.question = turn.question, .answer = turn.answer});
            history = history.mid(std::max<qsizetype>(0, history.size() - rememberedExchanges));
        }
        Q_EMIT turnFinished(turn);
    });
    m->agent->post([](AgentHost &host) { host.open(); });

    m->reader = std::make_unique<WorkerThread<ReaderHost>>(u"reader"_s, m->paths.store());
    startIngest();
    for (const QString &notice : std::as_const(m->files.notices))
        Q_EMIT noticed({.problem = true, .text = notice});
    m->ready = true;
    for (const std::function<void()> &job : std::exchange(m->waiting, {}))
        job();
}

QCoro::Task<> Workbench::startIngest()
{
    if (!m->files.store)
        co_return;
    // Turns recorded from now on go to Kafka, also those recorded while the keyring is being asked.
    const qint64 first = m->log->nextOffset();
    const QPointer<Workbench> alive(this);
    const KafkaConfig config = co_await kafkaConfigWith(m_hub.current(), &m_secrets);
    if (!alive)
        co_return;
    std::vector<IngestSource> sources;
    sources.push_back({.reader = std::move(m->files.reader), .topic = m->log->topic()});
    if (!config.brokers.isEmpty()) {
        startForwarder(config, first);
        if (m->filling == Filling::Everything) {
            Result<std::unique_ptr<LogReader>> kafka =
                openKafkaReader(withShortQuestions(config), KafkaReading::View);
            if (kafka)
                sources.push_back(
                    {.reader = std::move(*kafka), .topic = config.topic, .partitions = {}, .own = false});
            else
                Q_EMIT noticed({.problem = true, .text = kafka.error().message});
        }
    }
    m->ingest = std::make_unique<WorkerThread<IngestWorker>>(u"ingest"_s, std::move(sources),
                                                             std::move(m->files.store));
    IngestWorker *ingest = m->ingest->sender();
    bring(m->home, ingest, &IngestWorker::ingested, [this](const IngestProgress &progress) {
        for (const LogPosition &position : progress.positions)
            if (position.topic == m->log->topic())
                m->ingestedTo = std::max(m->ingestedTo, position.nextOffset);
        if (!progress.threadIds.isEmpty())
            Q_EMIT turnsStored(progress.threadIds);
    });
    bring(m->home, ingest, &IngestWorker::lagKnown,
          [this](const std::optional<qint64> &records) { Q_EMIT lagKnown(records); });
    bring(m->home, ingest, &IngestWorker::failed, [this](const Error &error) {
        Q_EMIT noticed({.problem = true, .text = m_secrets.redacted(error.message)});
    });
    // What it stores is safe in the log already; the turns that are running are being waited for.
    m->ingest->yieldTo(ingestNiceness);
    m->ingest->post([](IngestWorker &worker) { worker.start(); });
}

void Workbench::startForwarder(const KafkaConfig &config, qint64 first)
{
    Result<std::unique_ptr<LogReader>> own = m->log->makeReader();
    if (!own) {
        Q_EMIT noticed({.problem = true, .text = own.error().message});
        return;
    }
    std::vector<KafkaForwarder::Source> sources;
    sources.push_back({.directory = m->files.logDirectory, .reader = std::move(*own), .first = first});
    // What another process left behind is sent along, unless it runs and does so itself.
    for (const QString &directory : logsLeftToSend(m->paths, m->files.logDirectory))
        if (Result<std::unique_ptr<LogReader>> reader = openLogReader(directory))
            if (const Result<QList<LogExtent>> extents = (*reader)->extents())
                sources.push_back(
                    {.directory = directory, .reader = std::move(*reader), .first = extents->first().end});
    const auto tell = [this](const Error &error) {
        m->home.put([this, error] {
            Q_EMIT noticed({.problem = true,
                            .text = Tr::tr("Turns wait here and are sent to Kafka later. %1")
                                        .arg(m_secrets.redacted(error.message))});
        });
    };
    m->forwarder = std::make_unique<KafkaForwarder>(config, std::move(sources), tell);
    if (!m->files.evaluations)
        return;
    Result<std::unique_ptr<LogReader>> evaluations = m->files.evaluations->makeReader();
    if (!evaluations) {
        Q_EMIT noticed({.problem = true, .text = evaluations.error().message});
        return;
    }
    KafkaConfig other = config;
    other.topic = evaluationTopic(m_hub.current());
    std::vector<KafkaForwarder::Source> one;
    one.push_back({.directory = m->files.evaluationsDirectory, .reader = std::move(*evaluations)});
    m->evaluationForwarder = std::make_unique<KafkaForwarder>(other, std::move(one), tell);
}

qint64 Workbench::waitForKafka(std::chrono::milliseconds wait) const
{
    const qint64 waiting = m->forwarder ? m->forwarder->waitUntilSent(m->log->nextOffset(), wait) : 0;
    const auto &evaluations = m->evaluationForwarder;
    return waiting + (evaluations ? evaluations->waitUntilSent(m->files.evaluations->nextOffset(), wait) : 0);
}

QString Workbench::kafkaTrouble() const
{
    const std::optional<Error> trouble = m->forwarder ? m->forwarder->progress().trouble : std::nullopt;
    return trouble ? m_secrets.redacted(trouble->message) : QString();
}

void Workbench::whenReady(std::function<void()> job)
{
    if (m->ready)
        job();
    else
        m->waiting.append(std::move(job));
}

QString Workbench::ask(const QString &threadId, const QString &question)
{
    AskRequest request{.turnId = newId(u"tn"),
                       .threadId = threadId.isEmpty() ? newId(u"th") : threadId,
                       .question = question};
    const CancelToken token = CancelToken::make();
    m->running.insert(request.turnId, token);
    const QString turnId = request.turnId;
    whenReady([this, known = threadId.isEmpty(), request = std::move(request), token]() mutable {
        if (known || m->threads.contains(request.threadId)) {
            dispatch(std::move(request), token);
            return;
        }
        const QString thread = request.threadId;
        m->reader->post([this, thread, request = std::move(request), token](ReaderHost &reader) {
            Result<ThreadContext> context = reader.contextOf(thread);
            m->home.put([this, thread, request, token, context = std::move(context)] {
                if (!m->threads.contains(thread))
                    m->threads.insert(thread, context.value_or(ThreadContext{}));
                dispatch(request, token);
            });
        });
    });
    return turnId;
}

void Workbench::dispatch(AskRequest request, CancelToken token)
{
    ThreadContext &context = m->threads[request.threadId];
    request.number = ++context.turns;
    // An earlier answer to the same question would only be copied.
    request.history = context.history;
    request.history.removeIf(
        [&](const Exchange &one) { return one.question.trimmed() == request.question.trimmed(); });
    const quint64 sequence = context.lastSequence;
    m->agent->post([request = std::move(request), sequence, token](AgentHost &host) {
        host.ask(request, sequence, token);
    });
}

QString Workbench::rerun(const Turn &turn, const QList<Exchange> &history, const Policy &policy)
{
    AskRequest request{.turnId = newId(u"tn"),
                       .threadId = newId(u"rr"), // the triage queue leaves these threads out
                       .question = turn.question,
                       .history = history};
    const CancelToken token = CancelToken::make();
    m->running.insert(request.turnId, token);
    const QString turnId = request.turnId;
    whenReady([this, request = std::move(request), token, policy] {
        m->agent->post([request, token, policy](AgentHost &host) { host.ask(request, 0, token, policy); });
    });
    return turnId;
}

void Workbench::stop(const QString &turnId)
{
    if (const auto found = m->running.constFind(turnId); found != m->running.constEnd())
        found->cancel();
}

bool Workbench::isRunning(const QString &turnId) const
{
    return m->running.contains(turnId);
}

int Workbench::runningCount() const
{
    return static_cast<int>(m->running.size());
}

Policy Workbench::policy() const
{
    return policyFromSettings(m_hub.current());
}

const Paths &Workbench::paths() const
{
    return m->paths;
}

void Workbench::label(const QString &turnId, const QString &threadId, Label label, const QString &note)
{
    whenReady([=, this] {
        if (m->recorder)
            m->recorder->sender()->label(turnId, threadId, label, note);
        else
            Q_EMIT noticed({.problem = true, .text = m->files.noLogReason});
    });
}

namespace {

/// Brings `result` to `reply` on the thread of `context`, unless that is gone.
template<typename T>
void deliver(JobQueue &home, const QPointer<QObject> &context, std::function<void(Result<T>)> reply,
             Result<T> result)
{
    // Through `home`, which outlives the worker: a QPointer may only be read on the object's thread.
    home.put([context, reply = std::move(reply), result = std::move(result)] {
        if (context)
            reply(result);
    });
}

} // namespace

void Workbench::readThreads(const QString &search, QObject *context, Reply<QList<ThreadSummary>> reply)
{
    whenReady([=, this, context = QPointer<QObject>(context)] {
        m->reader->post(
            [=, this](ReaderHost &reader) { deliver(m->home, context, reply, reader.threads(search)); });
    });
}

void Workbench::readTurns(const QString &threadId, QObject *context, Reply<QList<Turn>> reply)
{
    whenReady([=, this, context = QPointer<QObject>(context)] {
        m->reader->post(
            [=, this](ReaderHost &reader) { deliver(m->home, context, reply, reader.turnsOf(threadId)); });
    });
}

void Workbench::readEvents(const QString &turnId, QObject *context, Reply<QList<TurnEvent>> reply)
{
    whenReady([=, this, context = QPointer<QObject>(context)] {
        m->reader->post(
            [=, this](ReaderHost &reader) { deliver(m->home, context, reply, reader.eventsOf(turnId)); });
    });
}

void Workbench::readSpentToday(QObject *context, Reply<Micros> reply)
{
    whenReady([=, this, context = QPointer<QObject>(context)] {
        m->reader->post(
            [=, this](ReaderHost &reader) { deliver(m->home, context, reply, reader.spentToday()); });
    });
}

void Workbench::readPassage(const QString &sourceId, QObject *context, Reply<Evidence> reply)
{
    whenReady([=, this, context = QPointer<QObject>(context)] {
        m->agent->post(
            [=, this](AgentHost &host) { deliver(m->home, context, reply, host.passage(sourceId)); });
    });
}

void Workbench::findLocalServers(QObject *context, Reply<QList<LocalServer>> reply)
{
    whenReady([=, this, context = QPointer<QObject>(context)] {
        m->agent->post([=, this](AgentHost &host) {
            host.findServers([=, this](Result<QList<LocalServer>> found) {
                deliver(m->home, context, reply, std::move(found));
            });
        });
    });
}

void Workbench::judgeAgain(const Turn &turn, int times, QObject *context, Reply<QList<float>> reply)
{
    whenReady([=, this, context = QPointer<QObject>(context)] {
        m->agent->post([=, this](AgentHost &host) {
            host.judgeAgain(turn, times, [=, this](const Result<QList<float>> &scores) {
                deliver(m->home, context, reply, scores);
            });
        });
    });
}

void Workbench::listModels(const QString &provider, QObject *context, Reply<QStringList> reply)
{
    whenReady([=, this, context = QPointer<QObject>(context)] {
        m->agent->post([=, this](AgentHost &host) {
            host.listModels(provider, [=, this](Result<QStringList> models) {
                deliver(m->home, context, reply, std::move(models));
            });
        });
    });
}

void Workbench::testKafka(QObject *context, Reply<QList<KafkaStepResult>> reply)
{
    if (m->probing.exchange(true)) {
        reply(fail(Errc::Unavailable, Tr::tr("The connection is being tested already.")));
        return;
    }
    const auto probe = [this, context = QPointer<QObject>(context),
                        reply = std::move(reply)](const KafkaConfig &config) {
        if (m->probe.joinable())
            m->probe.join();
        m->probe = std::thread([this, config, context, reply] {
            QList<KafkaStepResult> steps = probeKafka(config, m->ending);
            m->probing = false;
            deliver<QList<KafkaStepResult>>(m->home, context, reply, std::move(steps));
        });
    };
    QCoro::connect(kafkaConfigWith(m_hub.current(), &m_secrets), this, probe);
}

void Workbench::testModel(const QString &spec, QObject *context, Reply<QString> reply)
{
    whenReady([=, this, context = QPointer<QObject>(context)] {
        m->agent->post([=, this](AgentHost &host) {
            host.testModel(spec, [=, this](Result<QString> answer) {
                deliver(m->home, context, reply, std::move(answer));
            });
        });
    });
}

bool Workbench::drain(std::chrono::milliseconds wait)
{
    if (!m->log)
        return true;
    QElapsedTimer watch;
    watch.start();
    // Whatever was handed to the recorder is in the log once a job posted after it has run.
    const auto recorded = std::make_shared<QSemaphore>();
    m->recorder->post([recorded](Recorder &) { recorded->release(); });
    if (!recorded->tryAcquire(1, static_cast<int>(wait.count())))
        return false;
    // The ingested() signal arrives through this thread's event loop.
    while (m->ingestedTo < m->log->nextOffset() && watch.elapsed() < wait.count()) {
        QEventLoop loop;
        QTimer::singleShot(5, &loop, &QEventLoop::quit);
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    }
    return m->ingestedTo >= m->log->nextOffset();
}

} // namespace assay
