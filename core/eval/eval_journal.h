// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "eval/eval_run.h"

#include <QtCore/QElapsedTimer>

#include <memory>

namespace assay {

/// What a journal holds, for a list of runs.
struct JournalGlance
{
    RunIdentity identity{};
    UtcTime startedAt{};
    std::chrono::milliseconds worked{0};
    QMap<int, ScenarioResult> results{}; ///< by index in the suite, those that ended in an error too
    bool isInUse = false;                ///< a process writes it now
};

/// What a run has finished so far, on disk: a line of JSON for what is run, then one for every result, each
/// written before the run goes on. A process that is killed loses the answers it was waiting for and nothing
/// else; a power cut may take the results of the last second too.
///
/// One process at a time: the file is locked while it is open.
class EvalJournal
{
public:
    ~EvalJournal();
    EvalJournal(const EvalJournal &) = delete;
    EvalJournal &operator=(const EvalJournal &) = delete;

    /// "results.json" is journalled in "results.json.journal".
    static QString pathFor(const QString &output);

    /// Opens the journal at `path`, or begins it. One that belongs to another run is refused unless `fresh`,
    /// which empties it. A last line that was cut off by a kill is removed; results that ended in an error
    /// are left out, so that they are asked again.
    /// @param scenarios of the suite: results that name others are refused
    /// @errors InvalidArgument (another run's, or in use by another process), Corrupt (names the line), Io
    static Result<std::unique_ptr<EvalJournal>> open(const QString &path, const RunIdentity &identity,
                                                     int scenarios, bool fresh);

    /// Reads a journal and leaves it as it is, also while another process writes it. A damaged line ends it.
    /// @errors Io, Corrupt (no journal)
    static Result<JournalGlance> glance(const QString &path);

    /// Results that were there already, by index in the suite.
    const QMap<int, ScenarioResult> &taken() const { return m_taken; }
    UtcTime startedAt() const { return m_startedAt; }
    /// Time that earlier processes spent on them.
    std::chrono::milliseconds workedBefore() const { return m_workedBefore; }

    /// @param worked time this run has been at work, with workedBefore()
    /// @errors Io, DiskFull
    Result<> append(const ScenarioResult &result, std::chrono::milliseconds worked);

    /// Deletes the file: the results are where they belong.
    void remove();

private:
    explicit EvalJournal(int file, QString path) : m_file(file), m_path(std::move(path)) {}
    Result<> read(const RunIdentity &identity, int scenarios);
    Result<> readLine(const QByteArray &line, int number, int scenarios);
    Result<> begin(const RunIdentity &identity);
    Result<> write(const QByteArray &line);
    Result<> sync();

    int m_file = -1;
    QString m_path;
    QMap<int, ScenarioResult> m_taken;
    UtcTime m_startedAt{};
    std::chrono::milliseconds m_workedBefore{0};
    QElapsedTimer m_synced; ///< since the disk has everything
};

} // namespace assay
