// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/eval_desk.h"

#include <vector>

namespace assay {

/// What every desk of a crew is opened with.
struct CrewOrder
{
    QString knowledgePath{};
    std::shared_ptr<const SnapshotSource> settings{};
    std::shared_ptr<const SharedKeys> keys{};
    Policy policy{};
    std::optional<PromptSet> prompts{}; ///< nullopt = those in force
};

/// Several desks, each on a thread of its own, behind one answerer: what a turn computes beside waiting for
/// its models is spread over the cores. They share the policy's rate of model calls evenly.
///
/// Threading: lives on one thread with an event loop, where answers arrive; outlives every run.
class EvalCrew final
{
public:
    /// Desks worth having for so many scenarios at a time: below a dozen one keeps up.
    static int desksFor(int concurrency);

    /// Waits until all are open. @errors as EvalDesk::open()
    static Result<std::unique_ptr<EvalCrew>> open(const CrewOrder &order, int desks);
    ~EvalCrew();
    Q_DISABLE_COPY_MOVE(EvalCrew)

    const PromptSet &prompts() const { return m_prompts; }
    const Policy &policy() const { return m_policy; }

    /// Each scenario goes to the desk that has the fewest. @param judgeRepeats how often each answer is
    /// judged again
    ScenarioAnswerer answerer(int judgeRepeats);

private:
    EvalCrew() = default;
    QCoro::Task<ScenarioAnswer> answer(Scenario scenario, int judgeRepeats, CancelToken token);

    class Seat;
    struct Place;
    std::vector<std::unique_ptr<Place>> m_places;
    PromptSet m_prompts;
    Policy m_policy;
};

} // namespace assay
