// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "eval/eval_journal.h"
#include "eval/eval_runner.h"
#include "service/eval_crew.h"

namespace assay {

/// Everything one run of a suite needs.
struct SuiteOrder
{
    Suite suite{};
    Policy policy{};                    ///< in force for every scenario
    std::optional<PromptSet> prompts{}; ///< nullopt = those the run was begun with, else those in force
    int judgeRepeats = 0;               ///< how often each answer is judged beyond the first time
    int concurrency = 5;                ///< scenarios at a time
    QString output{};                   ///< results file, with its journal beside it; empty = nothing is kept
    bool fresh = false;                 ///< throws away what a broken-off run left
    QString knowledgePath{};
    std::shared_ptr<const SnapshotSource> settings{};
    std::shared_ptr<const SharedKeys> keys{}; ///< filled already
};

/// A run of a suite from opening to its results, for the window and the command line alike.
///
/// Threading: one thread with an event loop.
class SuiteRun final
{
public:
    /// Opens the agent and the journal; what a broken-off run left is taken over.
    /// @errors as EvalDesk::open() and EvalJournal::open()
    static Result<std::unique_ptr<SuiteRun>> open(SuiteOrder order);

    /// @param options their concurrency is the order's. Called once; this outlives the task.
    /// @errors as EvalJournal::append()
    QCoro::Task<Result<RunEnd>> run(RunnerOptions options, CancelToken token);

    /// What is there so far; complete after run().
    EvalRun results() const;
    int resumed() const { return m_run.resumed; }
    const EvalCrew &crew() const { return *m_crew; }

    /// Writes the results file; a run without errors needs its journal no more, one with errors asks those
    /// again next time. @errors Io
    Result<> finish(const QList<TargetRow> &targets);
    /// The journal of a run without errors goes.
    void dropJournal();

private:
    explicit SuiteRun(SuiteOrder order);
    static Result<std::optional<PromptSet>> promptsOf(const SuiteOrder &order);
    Result<> take(const ScenarioResult &one);
    std::chrono::milliseconds worked() const;

    SuiteOrder m_order;
    EvalRun m_run;
    std::unique_ptr<EvalCrew> m_crew;
    std::unique_ptr<EvalJournal> m_journal;
    QMap<int, ScenarioResult> m_results;
    QElapsedTimer m_clock;
};

/// Results as the file of `path`, there whole or not at all. @errors Io
Result<> writeEvalRun(const EvalRun &run, const QList<TargetRow> &targets, const QString &path);

} // namespace assay
