// SPDX-License-Identifier: Apache-2.0
#include "service/evaluation_worker.h"

#include "base/tr.h"
#include "eval/suite_reader.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 tellEvery = 50; ///< ms

Error suiteError(const QList<SettingProblem> &problems)
{
    QStringList lines;
    for (const SettingProblem &problem : problems.first(std::min<qsizetype>(3, problems.size())))
        lines.append(problem.text());
    return {.code = Errc::InvalidArgument, .message = lines.join(u'\n')};
}

} // namespace

void EvaluationWorker::start(RunOrder order)
{
    m_running = true;
    run(std::move(order));
}

void EvaluationWorker::end(std::shared_ptr<QSemaphore> done)
{
    if (m_running)
        m_waiting = std::move(done);
    else
        done->release();
}

/// The plan is written before anything is asked: without it a run that is killed could not go on.
Result<std::unique_ptr<SuiteRun>> EvaluationWorker::open(RunOrder &order) const
{
    const SuiteReading reading = findSuite(order.plan.suite);
    if (!reading)
        return fail(suiteError(reading.error()));
    Suite suite = narrowed(*reading, order.plan.categories, order.plan.limit);
    if (suite.scenarios.isEmpty())
        return fail(Errc::InvalidArgument, Tr::tr("No scenario of the suite is of this category."));
    order.plan.total = static_cast<int>(suite.scenarios.size());
    const QString folder = QFileInfo(order.path).path();
    if (!QDir().mkpath(folder))
        return fail(Errc::Io, Tr::tr("The folder %1 cannot be made.").arg(folder));
    if (Result<> written = writePlan(order.plan, order.path); !written)
        return fail(std::move(written.error()));
    return SuiteRun::open({.suite = std::move(suite),
                           .policy = order.plan.policy,
                           .judgeRepeats = order.plan.judgeRepeats,
                           .concurrency = order.plan.concurrency,
                           .output = order.path,
                           .knowledgePath = order.knowledgePath,
                           .settings = order.settings,
                           .keys = order.keys});
}

QCoro::Task<> EvaluationWorker::run(RunOrder order)
{
    Result<std::unique_ptr<SuiteRun>> suite = open(order);
    Result<RunEnd> end = fail(Error{});
    if (suite) {
        RunnerOptions options{.budget = order.plan.budget,
                              .progress = [this](const RunProgress &now) { tell(now); }};
        auto task = (*suite)->run(std::move(options), order.token);
        end = co_await task;
    } else {
        end = fail(std::move(suite.error()));
    }
    if (suite && end && *end == RunEnd::Finished) {
        const EvalRun run = (*suite)->results();
        const QList<TargetRow> targets =
            targetRows(run, evalTargets(order.settings->read()), run.policy.qualityThreshold);
        if (Result<> written = (*suite)->finish(targets); !written)
            end = fail(std::move(written.error()));
    }
    suite = fail(Error{}); // the journal is closed before anybody looks whether it is in use
    if (!QFile::exists(EvalJournal::pathFor(order.path)))
        QFile::remove(planPathFor(order.path));
    finished(order.path, end);
}

void EvaluationWorker::tell(const RunProgress &now)
{
    if (m_told.isValid() && m_told.elapsed() < tellEvery && now.done < now.total)
        return;
    m_told.start();
    m_sinks.progress(now);
}

void EvaluationWorker::finished(const QString &path, const Result<RunEnd> &end)
{
    m_running = false;
    m_told.invalidate();
    m_sinks.ended(path, end);
    if (const auto waiting = std::exchange(m_waiting, nullptr))
        waiting->release();
}

} // namespace assay
