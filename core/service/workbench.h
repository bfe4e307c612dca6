// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/agent.h"
#include "models/local_servers.h"
#include "service/paths.h"
#include "service/reader_host.h"
#include "settings/secrets.h"
#include "settings/settings_hub.h"
#include "store/store.h"
#include "stream/kafka_probe.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

#include <memory>

namespace assay {

/// What the core has to tell the operator that belongs to no single turn.
struct Notice
{
    bool problem = false;
    QString text{};
};

/// What fills the store.
enum class Filling : std::uint8_t {
    OwnTurns,  ///< what is asked here
    Everything ///< and what others send to the Kafka topic, where brokers are set
};

/// The whole core behind one door, used alike by the window and by the command line: asks, stops,
/// labels and reads back. Everything slow runs on threads of its own; answers arrive as signals or
/// callbacks on the thread the Workbench lives on.
///
/// Callbacks are dropped when `context` is gone.
class Workbench final : public QObject
{
    Q_OBJECT
public:
    /// Returns at once; log, store and knowledge below `paths` are opened, or made, on other threads,
    /// and calls made before that wait in order. What had to be said about it (a damaged file kept
    /// aside, a disk that cannot be written) comes as noticed(). Where nothing can be written turns
    /// are still answered, and each says that it was not recorded.
    ///
    /// `hub` and `secrets` must outlive this.
    static std::unique_ptr<Workbench> open(Paths paths, SettingsHub &hub, Secrets &secrets,
                                           Filling filling = Filling::OwnTurns);
    ~Workbench() override;

    /// Starts a turn and returns its id at once. Number and history come from the store.
    /// `threadId` empty starts a new thread (see StageEvent's first snapshot for its id).
    QString ask(const QString &threadId, const QString &question);

    /// Asks the question of `turn` once more under another policy, as a turn of a thread of its own, so that
    /// the first one's thread stays what its user saw. `history` is what that thread had said before it.
    /// Recorded like every turn. @return its id; turnFinished() brings it
    QString rerun(const Turn &turn, const QList<Exchange> &history, const Policy &policy);

    /// Stops a running turn; a finished one is left alone.
    void stop(const QString &turnId);
    bool isRunning(const QString &turnId) const;
    int runningCount() const;

    /// Labels a turn. Travels through the log like everything else; turnsStored() tells when it
    /// has arrived.
    void label(const QString &turnId, const QString &threadId, Label label, const QString &note);

    template<typename T>
    using Reply = std::function<void(Result<T>)>;

    /// Threads, newest first; `search` matches questions and answers; empty matches all.
    void readThreads(const QString &search, QObject *context, Reply<QList<ThreadSummary>> reply);
    /// Turns of one thread, oldest first.
    void readTurns(const QString &threadId, QObject *context, Reply<QList<Turn>> reply);
    /// Messages of one turn, in log order.
    void readEvents(const QString &turnId, QObject *context, Reply<QList<TurnEvent>> reply);
    /// The whole passage behind a piece of evidence of the knowledge index.
    void readPassage(const QString &sourceId, QObject *context, Reply<Evidence> reply);
    /// Money spent since midnight UTC.
    void readSpentToday(QObject *context, Reply<Micros> reply);
    /// Model servers on the usual local ports. Asks only this machine.
    void findLocalServers(QObject *context, Reply<QList<LocalServer>> reply);
    /// Calls a model once with a word. @return a sentence such as "answered in 0.4 s"
    void testModel(const QString &spec, QObject *context, Reply<QString> reply);
    /// Tries the Kafka connection as it is set now, step by step. One at a time: while one runs,
    /// another is refused.
    void testKafka(QObject *context, Reply<QList<KafkaStepResult>> reply);
    /// Overall scores of the turn's answer when its judges are asked `times` times more. Costs their calls.
    void judgeAgain(const Turn &turn, int times, QObject *context, Reply<QList<float>> reply);
    /// Models a provider offers.
    void listModels(const QString &provider, QObject *context, Reply<QStringList> reply);

    const Paths &paths() const;

    SettingsHub &settings() { return m_hub; }
    Secrets &secrets() { return m_secrets; }
    Policy policy() const;

    /// Waits until everything appended so far is in the store, at most `wait`. For the command line.
    bool drain(std::chrono::milliseconds wait);

    /// Waits until Kafka has everything appended so far, at most `wait`, and not for brokers that are
    /// away. @return how many messages still wait; 0 too where no brokers are set
    qint64 waitForKafka(std::chrono::milliseconds wait) const;
    /// Why messages wait; empty when none do, or nobody knows yet.
    QString kafkaTrouble() const;

Q_SIGNALS:
    /// Stage starts and ends, snapshots and streamed text, gathered for at most 16 ms.
    void stageEvents(const QList<assay::StageEvent> &events);
    void turnFinished(const assay::Turn &turn);
    /// Turns of these threads are in the store now, or changed there.
    void turnsStored(const QStringList &threadIds);
    void noticed(const assay::Notice &notice);
    /// Records that wait to be stored; nullopt = unknown. Every few seconds.
    void lagKnown(std::optional<qint64> records);

private:
    struct Impl;
    Workbench(Paths paths, SettingsHub &hub, Secrets &secrets, Filling filling);

    /// Runs `job` now, or once log and store are open.
    void whenReady(std::function<void()> job);
    void opened();
    void dispatch(AskRequest request, CancelToken token);
    QCoro::Task<> startIngest();
    void startForwarder(const KafkaConfig &config, qint64 first);

    SettingsHub &m_hub;
    Secrets &m_secrets;
    std::unique_ptr<Impl> m;
};

} // namespace assay
