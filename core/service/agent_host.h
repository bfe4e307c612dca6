// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/local_servers.h"
#include "service/agent_assembly.h"
#include "service/recorder.h"

#include <QtCore/QObject>
#include <QtCore/QSemaphore>
#include <QtCore/QTimer>

class QNetworkAccessManager;

namespace assay {

/// The agent on its thread: owns index, models and running turns, and hands finished ones to the
/// recorder. Run it inside WorkerThread<AgentHost>; signals are the only way out.
class AgentHost final : public QObject
{
    Q_OBJECT
public:
    struct Start
    {
        QString knowledgePath{};
        QString modelsPath{};  ///< folder of the trained models
        QString promptsPath{}; ///< folder of the versions of the prompts
        std::shared_ptr<const SnapshotSource> settings{};
        std::shared_ptr<const SharedKeys> keys{};
        Recorder *recorder = nullptr; ///< outlives the host; null = nothing can be recorded
        QString noLogReason{};
    };

    explicit AgentHost(Start start);
    ~AgentHost() override;

    /// Opens the index and loads the bundled articles; the first thing to post.
    void open();

    /// @param lastSequence highest sequence the store knows of the thread
    /// @param policy in force for this turn alone; nullopt = what the settings say
    void ask(AskRequest request, quint64 lastSequence, CancelToken token, std::optional<Policy> policy = {});
    /// Overall scores of the same answer, judged `times` times by the judges of the turn's own policy. Fails
    /// when none of them gave any.
    void judgeAgain(const Turn &turn, int times, std::function<void(Result<QList<float>>)> reply);
    Result<Evidence> passage(const QString &sourceId) const;
    void findServers(std::function<void(Result<QList<LocalServer>>)> reply);
    void listModels(const QString &provider, std::function<void(Result<QStringList>)> reply);

    void testModel(const QString &spec, std::function<void(Result<QString>)> reply);

    /// Stops every call that belongs to no turn, and releases `done` once nothing runs any more. The
    /// thread must not end before: what waits for an answer then would wait, and hold its
    /// connection, for ever.
    void end(std::shared_ptr<QSemaphore> done);

Q_SIGNALS:
    void stageEvents(const QList<assay::StageEvent> &events);
    void turnFinished(const assay::Turn &turn);
    void noticed(bool problem, const QString &text);

private:
    QCoro::Task<> run(std::shared_ptr<Agent> agent, AskRequest request, CancelToken token);
    QCoro::Task<> judgeTimes(QList<std::shared_ptr<Judge>> judges, Turn turn, int times,
                             std::function<void(Result<QList<float>>)> reply);
    AgentIngredients ingredients() const;
    Result<> rebuildAgent();
    Result<std::shared_ptr<Agent>> agentFor(const Policy &policy);
    Result<> publish(const Turn &turn);
    void gather(const StageEvent &event);
    void flush();
    void callEnded();
    void tellOfPrompts();

    Start m_start;
    QNetworkAccessManager *m_network = nullptr;
    std::shared_ptr<LocalIndex> m_index;
    std::shared_ptr<RateLimiter> m_limiter = std::make_shared<RateLimiter>(5.0, 10.0);
    std::shared_ptr<Agent> m_agent;
    std::shared_ptr<ModelRegistry> m_registry;
    std::function<Result<QList<std::shared_ptr<Judge>>>(const Policy &, const RubricPrompt &)> m_judges;
    std::shared_ptr<PromptsInForce> m_prompts;
    QString m_promptProblem; ///< that was told last
    QString m_fingerprint;
    QList<StageEvent> m_gathered;
    QTimer *m_flushTimer = nullptr;
    int m_running = 0; ///< turns, and calls that belong to none
    CancelToken m_ending = CancelToken::make();
    QList<std::shared_ptr<QSemaphore>> m_waiting;
};

} // namespace assay

Q_DECLARE_METATYPE(assay::StageEvent)
Q_DECLARE_METATYPE(assay::Turn)
