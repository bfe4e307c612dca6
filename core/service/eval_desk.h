// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "eval/eval_runner.h"
#include "service/agent_assembly.h"

#include <QtCore/QObject>

class QNetworkAccessManager;

namespace assay {

/// Answers scenarios with the agent as it is set, and judges them. Its turns are not recorded: they are
/// nobody's traffic, and figures about users must not move because a suite was run.
///
/// Threading: lives on one thread with an event loop and outlives every run.
class EvalDesk final : public QObject
{
    Q_OBJECT
public:
    /// @param knowledgePath index to search; made with the bundled articles when it is not there
    /// @param policy in force for every scenario, whatever changes in the settings meanwhile
    /// @param prompts those to run with; nullopt = the ones in force now, whatever is promoted meanwhile
    /// @errors as LocalIndex::open, loadBundledKnowledge and assembleAgent
    static Result<std::unique_ptr<EvalDesk>> open(const QString &knowledgePath,
                                                  std::shared_ptr<const SnapshotSource> settings,
                                                  std::shared_ptr<const SharedKeys> keys, Policy policy,
                                                  const std::optional<PromptSet> &prompts = {});
    ~EvalDesk() override;

    /// The prompts every scenario is asked with.
    const PromptSet &prompts() const { return m_prompts; }
    const Policy &policy() const { return m_policy; }
    /// The judges that would judge a turn now.
    Result<QList<std::shared_ptr<Judge>>> judges() const { return m_judges(m_policy, m_prompts.judge); }

    /// @param judgeRepeats how often each answer is judged again
    ScenarioAnswerer answerer(int judgeRepeats);

private:
    EvalDesk() = default;
    QCoro::Task<ScenarioAnswer> answer(Scenario scenario, int judgeRepeats, CancelToken token);
    QCoro::Task<> judgeAgain(ScenarioAnswer *answer, int times, CancelToken token);
    QCoro::Task<> judgeQualities(ScenarioAnswer *answer, CancelToken token);

    Policy m_policy;
    std::unique_ptr<Agent> m_agent;
    std::function<Result<QList<std::shared_ptr<Judge>>>(const Policy &, const RubricPrompt &)> m_judges;
    PromptSet m_prompts;
    std::function<Result<std::shared_ptr<ChatModel>>(const QString &)> m_model;
};

} // namespace assay
