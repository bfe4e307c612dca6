// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"
#include "eval/scenario_result.h"

namespace assay {

/// Answers one scenario. What goes wrong is in the turn's status and error.
using ScenarioAnswerer = std::function<QCoro::Task<ScenarioAnswer>(Scenario scenario, CancelToken token)>;

/// Takes a finished result before the run goes on; an error ends the run.
using ResultSink = std::function<Result<>(const ScenarioResult &result)>;

struct RunProgress
{
    int total = 0;
    int done = 0; ///< finished, with those taken over
    int running = 0;
    int passed = 0;
    int errors = 0;
    Cost spent{};
    std::optional<std::chrono::milliseconds> remaining{}; ///< absent until something finished in this run
};

struct RunnerOptions
{
    int concurrency = 5;            ///< scenarios at a time, from 1
    std::optional<Micros> budget{}; ///< no scenario is begun that could pass it, judged by the dearest so far
    std::function<void(const RunProgress &)> progress{};
    Clock clock = utcNow;
};

enum class RunEnd : std::uint8_t { Finished, Cancelled, BudgetSpent };

/// Answers what is still missing of a suite, `concurrency` scenarios at a time, begun in their order.
///
/// @param taken  results that are there already, by index; counted in progress and budget
/// @return how it ended, once nothing runs any more. A scenario that was stopped has no result.
/// @errors the sink's
QCoro::Task<Result<RunEnd>> runScenarios(QList<Scenario> scenarios, QMap<int, ScenarioResult> taken,
                                         ScenarioAnswerer answer, ResultSink sink, RunnerOptions options,
                                         CancelToken token);

} // namespace assay
