// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/eval_desk.h"
#include "service/prompt_host.h"

#include <QtCore/QSemaphore>

namespace assay {

/// What every run of PromptTrials needs.
struct TrialSetting
{
    Paths paths{};
    Policy policy{};
    std::shared_ptr<const SnapshotSource> settings{};
    std::shared_ptr<const SharedKeys> keys{};
    CancelToken token{};
};

/// PromptHost's thread for what asks models, one at a time. Run it inside WorkerThread<PromptTrials>.
class PromptTrials final : public QObject
{
    Q_OBJECT
public:
    using Progress = std::function<void(const TrialProgress &)>;

    /// @param progress called on the worker's thread
    explicit PromptTrials(Progress progress) : m_progress(std::move(progress)) {}

    void start(PromptTrialOrder order, TrialSetting setting, std::function<void(Result<PromptTrial>)> reply);
    void attack(TrialSetting setting, std::function<void(Result<AttackReport>)> reply);
    /// Releases `done` once nothing runs; the token was cancelled before. The thread must not end while a
    /// model's answer is on its way.
    void end(std::shared_ptr<QSemaphore> done);

private:
    QCoro::Task<> runTrial(PromptTrialOrder order, TrialSetting setting,
                           std::function<void(Result<PromptTrial>)> reply);
    QCoro::Task<> runAttack(TrialSetting setting, std::function<void(Result<AttackReport>)> reply);
    QCoro::Task<Result<PromptTrial>> trial(PromptTrialOrder order, TrialSetting setting);
    QCoro::Task<Result<EvalRun>> suiteWith(PromptSet prompts, Suite suite, TrialSetting setting,
                                           int doneBefore);
    QCoro::Task<Result<AttackReport>> attackNow(TrialSetting setting);
    Result<std::unique_ptr<EvalDesk>> desk(const TrialSetting &setting, const PromptSet &prompts) const;
    void finished();

    Progress m_progress;
    Cost m_spent{}; ///< by the first of two runs
    bool m_running = false;
    std::shared_ptr<QSemaphore> m_waiting;
};

} // namespace assay
