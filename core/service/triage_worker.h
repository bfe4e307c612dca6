// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/triage_host.h"
#include "store/triage_store.h"

#include <QtCore/QElapsedTimer>

namespace assay {

/// Holds the queue and the connection on the host's thread. Part of TriageHost.
class TriageWorker final : public QObject
{
public:
    TriageWorker(QString storePath, Clock clock);
    ~TriageWorker() override;

    /// @param onlyIfNew nullopt when nothing changed since the list before
    Result<std::optional<TriageList>> list(const TriageQuery &query, qint64 anchor, bool onlyIfNew,
                                           const CancelToken &token);
    Result<QList<TriageRow>> rows(quint64 number, qint64 first, int count);
    Result<TriageDetail> detail(qint64 row);
    Result<TriageOutcome> apply(const TriageWhich &which, const TriageChange &change, const QString &who);
    Result<QList<TriageRelabel>> label(const TriageWhich &which, Label label, const QString &note,
                                       const QString &who);
    Result<TriageUndone> undo(const QString &who);
    Result<bool> addSpread(const JudgeSpread &spread);
    /// Other consoles work on the same queue from now on. An empty address: they do not.
    void setShared(const SharedTriageConfig &config);
    /// Why the shared queue does not answer; empty = it does, or there is none.
    const QString &sharedTrouble() const { return m_sharedTrouble; }

    /// Runs `job(store)`, which writes; on a shared queue alone, after taking over what the others did.
    template<typename T, typename Job>
    Result<T> writing(Job job)
    {
        const Result<TriageStore *> open = store();
        if (!open)
            return fail(open.error());
        if (*open == nullptr)
            return T{};
        if (const Result<> begun = beginShared(**open); !begun)
            return fail(begun.error());
        Result<T> done = job(**open);
        endShared();
        if (!done && done.error().code == Errc::Unavailable)
            m_shared.reset(); // the next action connects anew
        return done;
    }

    /// The store, opened when it is there. @return nullptr while it has not been made
    Result<TriageStore *> store();

private:
    /// @return whether anything did
    Result<bool> readNew();
    Result<> connectShared(TriageStore &store);
    Result<> takeShared(TriageStore &store);
    void readShared(TriageStore &store);
    Result<> beginShared(TriageStore &store);
    void endShared();
    QList<quint32> placesOf(const TriageWhich &which) const;
    TriageRow rowAt(quint32 place);
    double varianceOf(const QString &judge) const;
    TriageTable::Texts texts(qint64 row);

    QString m_path;
    Clock m_clock;
    std::unique_ptr<TriageStore> m_store;
    std::unique_ptr<Store> m_reader;
    TriageTable m_table;
    TriageListing m_listing;
    quint64 m_number = 0;
    QHash<QString, JudgeSpread> m_spreads;

    SharedTriageConfig m_sharedConfig;
    std::unique_ptr<SharedTriage> m_shared; ///< while it answers
    bool m_holdsShared = false;
    QString m_sharedTrouble;
    QString m_toldTrouble;        ///< as the last list had it
    QElapsedTimer m_sharedFailed; ///< since it did not answer
};

} // namespace assay
