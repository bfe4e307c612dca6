// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/prompt_registry.h"
#include "agent/prompt_render.h"
#include "base/job_queue.h"
#include "eval/agreement.h"
#include "eval/judge_attack.h"
#include "eval/run_comparison.h"
#include "service/paths.h"
#include "settings/secrets.h"
#include "settings/settings_hub.h"
#include "store/triage_item.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

#include <memory>

namespace assay {

/// Every template with its versions, and what was done to them.
struct PromptOverview
{
    QList<QList<PromptVersion>> versions{}; ///< by template, in the order of promptTemplates()
    QList<PromptEvent> history{};           ///< newest first
};

/// A recorded turn to choose.
struct PromptTurn
{
    QString id{};
    QString question{};
    Label label = Label::None;
};

/// A suite to ask with the prompts in force, and once more with another text of one of them.
struct PromptTrialOrder
{
    PromptKind kind = PromptKind::Draft;
    QString text{};
    QString suite{}; ///< "tool_use" …
    int limit = 0;   ///< scenarios, spread evenly over the suite; 0 = all
};

struct PromptTrial
{
    PromptUse tried{};
    QString suite{};
    RunComparison comparison{};
    Cost spent{};
    QString note{}; ///< why it can make no difference; empty = it can
};

/// How far the judge in use can be trusted.
struct JudgeStanding
{
    QString judge{};                       ///< as the settings name it
    std::optional<AttackReport> attacks{}; ///< the last; none = never run
    QString noAttacks{};                   ///< why there is no report
    AgreementReport agreement{};           ///< with people's labels
    QList<JudgeSpread> spreads{};          ///< of answers that were judged again, by judge
};

struct TrialProgress
{
    int done = 0;
    int total = 0;
    Cost spent{};
};

/// Why another text of this prompt changes nothing with the models of `policy`; empty = it can.
QString unreadPromptNote(PromptKind kind, const Policy &policy);

/// Prompts and judge for a window: versions, rendering, examples, trials, attacks. Short work has a thread,
/// and what asks models another; one trial or run of attacks at a time.
///
/// Threading: lives on the thread that made it; answers and signals come there, and not at all once their
/// context is gone.
class PromptHost final : public QObject
{
    Q_OBJECT
public:
    template<typename T>
    using Reply = std::function<void(Result<T>)>;

    /// `hub` and `secrets` outlive this. @param who the operator, for the history
    PromptHost(Paths paths, SettingsHub &hub, Secrets &secrets, QString who, QObject *parent = nullptr);
    ~PromptHost() override; ///< stops what runs

    void readOverview(QObject *context, Reply<PromptOverview> reply);
    void readText(PromptKind kind, int version, QObject *context, Reply<ChosenPrompt> reply);
    void keep(PromptKind kind, const QString &text, const QString &note, QObject *context,
              Reply<PromptVersion> reply);
    void promote(PromptKind kind, int version, QObject *context, Reply<PromptEvent> reply);
    void rollBack(PromptKind kind, QObject *context, Reply<PromptEvent> reply);

    /// The newest turns that were asked. Empty = none yet.
    void readTurns(int limit, QObject *context, Reply<QList<PromptTurn>> reply);
    /// What would be sent with `text` in the template's place. @errors InvalidArgument (as checkPrompt()),
    /// NotFound
    void render(PromptKind kind, const QString &text, const QString &turnId, QObject *context,
                Reply<RenderedPrompt> reply);
    /// Turns labelled good: the newest, or those whose questions are most like one.
    void readGoodTurns(const QString &like, int limit, QObject *context, Reply<QList<PromptExample>> reply);

    void readStanding(QObject *context, Reply<JudgeStanding> reply);

    /// @errors Unavailable (something runs), InvalidArgument, Cancelled, and those of the models
    void tryText(const PromptTrialOrder &order, QObject *context, Reply<PromptTrial> reply);
    /// Runs the attacks on the judge in use and keeps the report. @errors as tryText()
    void attack(QObject *context, Reply<AttackReport> reply);
    /// Stops the trial or the attacks.
    void stop();
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(const assay::TrialProgress &now);

private:
    template<typename T, typename Job>
    void ask(QObject *context, Reply<T> reply, Job job);
    template<typename T, typename Order>
    QCoro::Task<> begin(Order order, QPointer<QObject> context, Reply<T> reply);
    template<typename T>
    std::function<void(Result<T>)> finisher(QPointer<QObject> context, Reply<T> reply);

    Paths m_paths;
    SettingsHub &m_hub;
    Secrets &m_secrets;
    bool m_running = false;
    CancelToken m_token;
    JobQueue m_home; ///< where answers arrive; outlives the threads
    struct Threads;
    std::unique_ptr<Threads> m;
};

} // namespace assay
