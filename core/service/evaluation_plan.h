// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "eval/eval_run.h"
#include "settings/settings.h"

#include <QtCore/QDateTime>

namespace assay {

/// What is run, and how: chosen once, kept beside its results so that a run that was broken off goes on as it
/// began.
struct EvalPlan
{
    QString suite{}; ///< name of one that ships, or the path of a file or folder
    QStringList categories{};
    int limit = 0; ///< scenarios, spread evenly over the suite; 0 = all
    int concurrency = 5;
    int judgeRepeats = 0;
    std::optional<Micros> budget{};
    Policy policy{}; ///< its `profile` names the profile, empty = as set
    int total = 0;   ///< scenarios, once it was begun

    bool operator==(const EvalPlan &) const = default;
};

QJsonObject toJson(const EvalPlan &plan);
/// @errors Corrupt
Result<EvalPlan> evalPlanFromJson(const QJsonObject &json);

/// Only scenarios of these categories (empty = all), and of those `limit` spread evenly (0 = all).
Suite narrowed(Suite suite, const QStringList &categories, int limit);

/// Does the policy name a model that is asked over a network?
bool isOnline(const Policy &policy);

/// Targets of the checklist as set, in the units of a run.
AnalyticsTargets evalTargets(const Settings &settings);

enum class RunStanding : std::uint8_t {
    Running,     ///< here or in another process
    Interrupted, ///< broken off, can go on
    Finished,
    Damaged ///< its file cannot be read
};

/// A stored run as a list shows it.
struct StoredRun
{
    QString path{}; ///< results file; names the run
    QString suite{};
    QString profile{};
    UtcTime startedAt{};
    int total = 0; ///< scenarios; 0 = not known
    int done = 0;
    int errors = 0; ///< scenarios without an answer
    int judgeRepeats = 0;
    std::optional<double> quality{}; ///< mean overall score of those that have one
    int met = 0;                     ///< targets
    int measured = 0;                ///< targets that something was measured for
    Cost spent{};
    std::chrono::milliseconds worked{0};
    RunStanding standing = RunStanding::Finished;
    bool canResume = false; ///< its plan is known, and something is missing
    bool isOwn = true;      ///< lies in the folder of runs; else a file that was opened
    QString problem{};      ///< of a damaged one

    bool operator==(const StoredRun &) const = default;
};

/// The plan of a run lies beside its results.
QString planPathFor(const QString &results);
/// @errors Io, Corrupt
Result<EvalPlan> readPlan(const QString &results);
/// @errors Io
Result<> writePlan(const EvalPlan &plan, const QString &results);

/// A file for a new run in `folder`: "full-20261121-203142.json", with a number behind it where there is one.
QString newResultsPath(const QString &folder, const QString &suite, UtcTime now);

/// Results of a run, or what the journal of an unfinished one holds so far.
/// @errors Io, Corrupt, InvalidArgument; names the file
Result<EvalRun> readStoredRun(const QString &path);

/// The run behind a results file or journal, never an error: one that cannot be read is Damaged.
StoredRun storedRun(const QString &path, const AnalyticsTargets &targets);

/// Runs of a folder and files beside it, newest first; remembers what did not change since.
class RunCatalogue
{
public:
    QList<StoredRun> list(const QString &folder, const QStringList &opened, const AnalyticsTargets &targets);

private:
    struct Known
    {
        QDateTime changed{};
        qint64 size = 0;
        AnalyticsTargets targets{};
        StoredRun run{};
    };
    StoredRun look(const QString &path, const AnalyticsTargets &targets);

    QHash<QString, Known> m_known;
};

} // namespace assay
