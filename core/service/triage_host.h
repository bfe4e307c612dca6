// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/job_queue.h"
#include "store/shared_triage.h"
#include "store/store.h"
#include "store/triage_table.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <memory>

namespace assay {

/// What is to be seen of the queue. `number` names the list that rows are read from.
struct TriageList
{
    quint64 number = 0;
    QList<TriageGroup> groups{};
    TriageCounts counts{};
    qint64 total = 0;        ///< entries in the list
    qint64 anchor = -1;      ///< place of the row that was asked to be kept in sight; −1 = not in the list
    qint64 everSeen = 0;     ///< entries of the queue, in whatever state
    QString sharedTrouble{}; ///< why the queue that is shared cannot be changed now; empty = it can
};

/// One row of a list.
struct TriageRow
{
    TriageItem item{};
    QString question{};
    bool tooClose = false; ///< within the judge's own repeats of the threshold
};

/// All there is to say of one turn.
struct TriageDetail
{
    TriageRow row{};
    Turn turn{};
    QList<TurnSummary> thread{}; ///< around it, in order
    QList<TriageLogEntry> log{}; ///< newest first
    std::optional<JudgeSpread> spread{};
};

/// Which turns an action means.
struct TriageWhich
{
    bool all = false; ///< every entry of list `number`, so what the filter lets through
    quint64 number = 0;
    QList<TriageTarget> targets{}; ///< else these
};

/// The triage queue for a window: lists, rows, details, actions, undo. Everything runs on a thread of the
/// host's own; answers arrive on the thread the host lives on, and not at all once their context is gone.
class TriageHost final : public QObject
{
    Q_OBJECT
public:
    template<typename T>
    using Reply = std::function<void(Result<T>)>;

    /// @param storePath the database; it need not exist yet: until then the queue is empty
    explicit TriageHost(const QString &storePath, QObject *parent = nullptr, Clock clock = utcNow);
    ~TriageHost() override;

    /// Several consoles work on this queue from now on: what they do is looked for every 3 s, and nothing is
    /// changed while their database does not answer.
    void setShared(const SharedTriageConfig &config);

    /// Answered by listReady() or failed(); the newest wins, one that is being made is broken off. `now` and
    /// `dayStart` are filled in here. @param anchor row to be found again; 0 = none
    void setQuery(const TriageQuery &query, qint64 anchor = 0);
    /// Looks for what came in; answered by listReady() only if something did. May be called often.
    void refresh(qint64 anchor = 0);

    /// Rows `first` … of list `number`, at most 512; of an older list none.
    void readRows(quint64 number, qint64 first, int count, QObject *context, Reply<QList<TriageRow>> reply);
    void readDetail(qint64 row, QObject *context, Reply<TriageDetail> reply);

    /// Changes states; listReady() follows.
    void apply(const TriageWhich &which, const TriageChange &change, const QString &who, QObject *context,
               Reply<TriageOutcome> reply);
    /// Notes a label in the audit trail. @return the turns it goes to and what they were labelled, to be sent
    /// on by Workbench::label(). @errors InvalidArgument (more than mostLabelled turns)
    void label(const TriageWhich &which, Label label, const QString &note, const QString &who,
               QObject *context, Reply<QList<TriageRelabel>> reply);
    static constexpr qsizetype mostLabelled = 1'000;
    void noteFact(const QString &turnId, const QString &action, const QString &fact, const QString &who,
                  QObject *context, Reply<bool> reply);
    /// The caller sends TriageUndone::labels on by Workbench::label().
    void undo(const QString &who, QObject *context, Reply<TriageUndone> reply);
    /// Runs `pick` with the turn on the host's thread and notes what it said in the audit trail as `action`;
    /// an empty sentence is not noted.
    using Pick = std::function<Result<QString>(const TriageDetail &)>;
    void pick(qint64 row, const QString &action, const QString &who, Pick pick, QObject *context,
              Reply<QString> reply);
    /// What asking the judge again showed.
    void addSpread(const JudgeSpread &spread, QObject *context, Reply<bool> reply);
    void readLog(const QString &turnId, QObject *context, Reply<QList<TriageLogEntry>> reply);

    void readViews(QObject *context, Reply<QList<TriageView>> reply);
    void saveView(const TriageView &view, const QString &who, QObject *context, Reply<bool> reply);
    void deleteView(const QString &name, const QString &who, QObject *context, Reply<bool> reply);

    const TriageList &list() const { return m_list; }

Q_SIGNALS:
    void listReady(const assay::TriageList &list);
    void failed(const assay::Error &error);

private:
    struct Thread;

    void post(bool onlyIfNew);
    void take(quint64 asked, bool onlyIfNew, const Result<std::optional<TriageList>> &made);

    template<typename T, typename Job>
    void ask(QObject *context, Reply<T> reply, Job job);

    Clock m_clock;
    TriageQuery m_query;
    TriageList m_list;
    qint64 m_anchor = 0;
    quint64 m_asked = 0;
    bool m_listing = false; ///< a list that was asked for is being made
    bool m_looking = false; ///< a look for news is under way
    bool m_lookAgain = false;
    CancelToken m_running;
    QTimer m_soon;
    QTimer m_others; ///< looks for what other consoles did
    JobQueue m_home; ///< where the worker's answers arrive; outlives it
    std::unique_ptr<Thread> m_worker;
};

} // namespace assay
