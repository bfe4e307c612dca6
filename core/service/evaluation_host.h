// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/job_queue.h"
#include "eval/eval_runner.h"
#include "eval/promptfoo.h"
#include "eval/run_comparison.h"
#include "eval/suite_writer.h"
#include "service/evaluation_plan.h"
#include "settings/secrets.h"
#include "settings/settings_hub.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

namespace assay {

/// A suite that can be chosen.
struct SuiteFacts
{
    QString name{};
    QString source{}; ///< for EvalPlan::suite
    QString description{};
    int scenarios = 0;
    QMap<QString, int> categories{}; ///< and how many scenarios each has
    bool isShipped = false;
    QString problem{}; ///< why it cannot be run; empty = it can
};

/// What importing a file gave.
struct ImportedSuite
{
    SuiteFacts suite{};
    bool hasReplaced = false; ///< one of the same name
    QStringList notes{};      ///< what of the file has no counterpart
};

/// A run with what it is compared with.
struct RunView
{
    QString path{};
    EvalRun run{};
    QList<TargetRow> targets{};
    std::optional<EvalRun> before{};
    RunComparison comparison{}; ///< empty without `before`
};

/// The run under way.
struct RunUnderWay
{
    QString path{};
    EvalPlan plan{};
    RunProgress progress{};
    bool isStopping = false;
};

/// Runs suites and keeps their results, for a window: lists, views, starting, stopping, going on.
///
/// One run at a time. It and everything that reads files have threads of their own; answers arrive on the
/// thread the host lives on, and not at all once their context is gone.
class EvaluationHost final : public QObject
{
    Q_OBJECT
public:
    template<typename T>
    using Reply = std::function<void(Result<T>)>;

    struct Options
    {
        QString runsFolder{};
        QString suitesFolder{};
        QString knowledgePath{};
    };

    /// `hub` and `secrets` outlive this.
    EvaluationHost(Options options, SettingsHub &hub, Secrets &secrets, QObject *parent = nullptr);
    ~EvaluationHost() override; ///< stops the run under way, which can go on another time

    /// Looks for stored runs; answered by runsChanged() if something changed, the first time always.
    void refresh();
    const QList<StoredRun> &runs() const { return m_runs; }
    bool isKnown() const { return m_known; } ///< the runs were looked for
    /// Results files beside the folder of runs.
    void setOpened(const QStringList &paths);
    const QStringList &opened() const { return m_opened; }

    /// A run, compared with another where one is named. @errors as readStoredRun(); InvalidArgument (no
    /// scenario in common)
    void readView(const QString &path, const QString &before, QObject *context, Reply<RunView> reply);

    void readSuites(QObject *context, Reply<QList<SuiteFacts>> reply);
    /// Takes a file or folder of scenarios, or promptfoo's tests, among the suites. @errors Io,
    /// InvalidArgument (with every problem, or the first of many)
    void importSuite(const QString &path, QObject *context, Reply<ImportedSuite> reply);
    /// @return what the form cannot hold. @errors Io, InvalidArgument
    void exportSuite(const QString &source, SuiteForm form, const QString &to, QObject *context,
                     Reply<QStringList> reply);
    /// Writes a run as "json", "junit", "html", "csv", "xlsx" or "pdf". @errors Io, InvalidArgument
    void saveAs(const QString &path, const QString &format, const QString &to, QObject *context,
                Reply<bool> reply);
    /// Deletes a run of the folder, or forgets an opened file. @errors InvalidArgument (it runs), Io
    void remove(const QString &path, QObject *context, Reply<bool> reply);

    /// Begins a run; runEnded() follows. @return its results file. @errors Unavailable (another is under way)
    Result<QString> start(EvalPlan plan);
    /// How a run was begun. @errors Io, Corrupt
    void readPlanOf(const QString &path, QObject *context, Reply<EvalPlan> reply);
    /// Goes on with a run as it was begun: `plan` is its own, but for concurrency and budget.
    /// @errors Unavailable (another is under way)
    Result<QString> resume(const QString &path, EvalPlan plan);
    void stop();
    const std::optional<RunUnderWay> &underWay() const { return m_underWay; }

    AnalyticsTargets targets() const { return evalTargets(m_hub.current()); }
    SettingsHub &settings() { return m_hub; }

Q_SIGNALS:
    void runsChanged();
    void progressed();
    /// @param error empty = it came to its end, or was stopped
    void runEnded(const QString &path, assay::RunEnd end, const QString &error);

private:
    template<typename T, typename Job>
    void ask(QObject *context, Reply<T> reply, Job job);
    QString begin(EvalPlan plan, const QString &path);
    QCoro::Task<> fetchKeysAndPost(QString path);
    void take(const QString &path, const Result<RunEnd> &end);

    Options m_options;
    SettingsHub &m_hub;
    Secrets &m_secrets;
    QList<StoredRun> m_runs;
    QStringList m_opened;
    bool m_known = false;
    std::optional<RunUnderWay> m_underWay;
    CancelToken m_token;
    JobQueue m_home; ///< where the workers' answers arrive; outlives them
    struct Threads;
    std::unique_ptr<Threads> m;
};

/// A run as bytes of a format: "json", "junit", or one of report_writer.h's. @errors InvalidArgument
Result<QByteArray> runAs(const EvalRun &run, const QList<TargetRow> &targets, const QString &format);

} // namespace assay
