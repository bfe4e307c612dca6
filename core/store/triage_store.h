// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "store/shared_triage.h"
#include "store/triage_item.h"

#include <functional>
#include <memory>

namespace assay {

/// The triage queue in the store, over a connection of its own beside the ingest's. Turns come into it with
/// the ingest's transaction; their state, the audit trail and the saved views are written here.
///
/// Every call may fail as Store's do. Threading: an instance belongs to one thread.
class TriageStore
{
public:
    /// Opens an existing store. @errors NotFound, InvalidArgument (another schema), ReadOnly, Io
    static Result<std::unique_ptr<TriageStore>> open(const QString &path, Clock clock = utcNow);
    ~TriageStore();
    Q_DISABLE_COPY_MOVE(TriageStore)

    /// Entries that changed after `version` (0 = all), one by one, in the order they changed. Ends early, and
    /// without an error, when `sink` says false.
    Result<> itemsAfter(qint64 version, const std::function<bool(TriageItem &&)> &sink);

    struct Texts
    {
        QString question{};
        QString answer{};
    };
    /// Both empty when the turn is gone.
    Result<Texts> texts(qint64 row);

    /// Changes states, all of one action or, on an error, none. A turn whose state is not the one the
    /// operator saw is left alone and told.
    Result<TriageOutcome> apply(const QList<TriageTarget> &targets, const TriageChange &change,
                                const QString &who);

    /// Notes labels that are on their way through the log, so that they can be undone.
    Result<> noteLabels(const QList<TriageRelabel> &before, Label label, const QString &note,
                        const QString &who);

    /// Notes something that changed nothing in the store: a re-run, a judge asked again.
    Result<> noteFact(const QString &turnId, const QString &action, const QString &fact, const QString &who);

    /// Takes back the last action of `who` that is not taken back yet. What somebody else changed since is
    /// left alone and told.
    Result<TriageUndone> undo(const QString &who);

    /// The audit trail, newest first: of one turn, or of everything when `turnId` is empty.
    Result<QList<TriageLogEntry>> log(const QString &turnId, int limit = 200);

    Result<QList<TriageView>> views();
    /// Keeps a view under its name, or replaces the one of that name. Can be undone.
    Result<> saveView(const TriageView &view, const QString &who);
    Result<> deleteView(const QString &name, const QString &who);

    Result<QList<JudgeSpread>> spreads();
    /// Adds what asking a judge again showed. `spread.repeats` ≥ 1: scores less one
    Result<> addSpread(const JudgeSpread &spread);

    /// Turns that raised an alert. Those that are not stored are left out. @return how many are in the queue
    /// now
    Result<int> queueAlerted(const QStringList &turnIds, const QString &alert);

    /// From now on what operators do is only kept when `share` took its lines; it is called within the
    /// transaction and says the number of the last one. @param queue SharedTriage::id()
    using Share = std::function<Result<qint64>(const QList<SharedTriageLine> &lines)>;
    void setShare(const QString &queue, Share share);
    /// The last line of the shared queue that is in this store; 0 = none.
    Result<qint64> sharedNumber();
    /// Does what others did, and keeps it in the audit trail. A state of a turn that is not here yet waits
    /// for it. @param lines those after sharedNumber(), in order
    Result<> takeShared(const QList<SharedTriageLine> &lines);
    /// Turns that came meanwhile get the states that waited for them.
    Result<> settleWaiting();

private:
    struct Impl;
    explicit TriageStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m;
};

} // namespace assay
