// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/evaluation_plan.h"
#include "service/suite_run.h"

#include <QtCore/QSemaphore>

namespace assay {

/// A run to begin or to go on with.
struct RunOrder
{
    EvalPlan plan{};
    QString path{}; ///< of the results
    QString knowledgePath{};
    std::shared_ptr<const SnapshotSource> settings{};
    std::shared_ptr<const SharedKeys> keys{};
    CancelToken token{};
};

/// EvaluationHost's thread for the run under way, one at a time. Run it inside
/// WorkerThread<EvaluationWorker>.
class EvaluationWorker final : public QObject
{
    Q_OBJECT
public:
    /// Called on the worker's thread.
    struct Sinks
    {
        std::function<void(const RunProgress &)> progress{};
        std::function<void(const QString &path, const Result<RunEnd> &end)> ended{};
    };

    explicit EvaluationWorker(Sinks sinks) : m_sinks(std::move(sinks)) {}

    void start(RunOrder order);
    /// Releases `done` once nothing runs; the order's token was cancelled before. The thread must not end
    /// while a model's answer is on its way.
    void end(std::shared_ptr<QSemaphore> done);

private:
    QCoro::Task<> run(RunOrder order);
    Result<std::unique_ptr<SuiteRun>> open(RunOrder &order) const;
    void tell(const RunProgress &now);
    void finished(const QString &path, const Result<RunEnd> &end);

    Sinks m_sinks;
    QElapsedTimer m_told;
    bool m_running = false;
    std::shared_ptr<QSemaphore> m_waiting;
};

} // namespace assay
