// SPDX-License-Identifier: Apache-2.0
#include "eval/eval_runner.h"

#include <QtCore/QElapsedTimer>

#include <vector>

namespace assay {

namespace {

/// What the lanes of one run share. One thread, so no locks.
struct Shared
{
    QList<Scenario> scenarios{};
    QList<int> missing{};
    ScenarioAnswerer answer{};
    ResultSink sink{};
    RunnerOptions options{};
    CancelToken token{};
    qsizetype next = 0;
    int finishedHere = 0;
    Micros dearest{};
    RunProgress now{};
    RunEnd end = RunEnd::Finished;
    std::optional<Error> error{};
    QElapsedTimer clock{};

    void count(const ScenarioResult &result)
    {
        ++now.done;
        now.passed += result.passed ? 1 : 0;
        now.errors += result.error.isEmpty() ? 0 : 1;
        now.spent += result.cost;
        now.spent += result.extraCost;
        dearest = std::max(dearest, result.cost.amount + result.extraCost.amount);
    }

    void tell()
    {
        const auto left = static_cast<qint64>(now.total - now.done);
        if (finishedHere > 0)
            now.remaining = std::chrono::milliseconds(clock.elapsed() * left / finishedHere);
        if (options.progress)
            options.progress(now);
    }

    /// Could those that run and one more pass the budget?
    bool budgetReached() const
    {
        if (!options.budget)
            return false;
        const Micros reserved{dearest.value * (now.running + 1)};
        return now.spent.amount >= *options.budget || now.spent.amount + reserved > *options.budget;
    }

    /// The next scenario to ask, or none when this lane is done.
    std::optional<int> take()
    {
        if (error || next >= missing.size())
            return std::nullopt;
        if (token.isCancelled()) {
            end = RunEnd::Cancelled;
            return std::nullopt;
        }
        if (budgetReached()) {
            end = RunEnd::BudgetSpent;
            return std::nullopt;
        }
        ++now.running;
        return missing.at(next++);
    }

    void finish(int index, const ScenarioAnswer &answered)
    {
        --now.running;
        if (answered.turn.status == TurnStatus::Cancelled) {
            end = RunEnd::Cancelled;
            return;
        }
        const ScenarioResult result = checkAnswer(scenarios.at(index), index, answered, options.clock());
        if (Result<> kept = sink(result); !kept) {
            error = std::move(kept.error());
            return;
        }
        ++finishedHere;
        count(result);
        tell();
    }
};

QCoro::Task<> lane(std::shared_ptr<Shared> shared)
{
    while (const std::optional<int> index = shared->take()) {
        auto task = shared->answer(shared->scenarios.at(*index), shared->token);
        const ScenarioAnswer answered = co_await task;
        shared->finish(*index, answered);
        // Answers that never wait must not keep the event loop from signals and timers.
        auto pause = sleepFor(std::chrono::milliseconds(0), CancelToken());
        co_await pause;
    }
}

} // namespace

QCoro::Task<Result<RunEnd>> runScenarios(QList<Scenario> scenarios, QMap<int, ScenarioResult> taken,
                                         ScenarioAnswerer answer, ResultSink sink, RunnerOptions options,
                                         CancelToken token)
{
    auto shared = std::make_shared<Shared>();
    shared->scenarios = std::move(scenarios);
    shared->answer = std::move(answer);
    shared->sink = std::move(sink);
    shared->options = std::move(options);
    shared->token = std::move(token);
    shared->now.total = static_cast<int>(shared->scenarios.size());
    for (int i = 0; i < shared->now.total; ++i)
        if (const auto found = taken.constFind(i); found != taken.cend())
            shared->count(*found);
        else
            shared->missing.append(i);
    shared->clock.start();
    shared->tell();

    std::vector<QCoro::Task<>> lanes;
    const auto wanted = std::min<qsizetype>(std::max(1, shared->options.concurrency), shared->missing.size());
    for (qsizetype i = 0; i < wanted; ++i)
        lanes.push_back(lane(shared));
    for (QCoro::Task<> &one : lanes)
        co_await one;
    if (shared->error)
        co_return Result<RunEnd>(fail(std::move(*shared->error)));
    co_return shared->end;
}

} // namespace assay
