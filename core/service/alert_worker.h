// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/worker_thread.h"
#include "service/alert_host.h"
#include "service/alert_sender.h"
#include "service/host_gauges.h"
#include "store/triage_store.h"

#include <QtCore/QTimer>

namespace assay {

/// AlertHost's thread: reads what was stored, evaluates, keeps history, routes and delivers. Run it inside
/// WorkerThread<AlertWorker>.
class AlertWorker final : public QObject
{
    Q_OBJECT
public:
    /// Called on the worker's thread.
    struct Sinks
    {
        std::function<void(const AlertOverview &)> changed{};
        std::function<void(const AlertFiring &)> told{};
    };

    AlertWorker(AlertHost::Options options, Sinks sinks);
    ~AlertWorker() override;

    void start();
    void reload();
    void noteLag(std::optional<qint64> records) { m_lag = records; }

    Result<AlertRules> rules() const;
    Result<bool> saveRules(const AlertRules &rules);
    Result<QList<AlertEntry>> history(UtcTime from, UtcTime to, const Filter &filter = {});
    static Result<AlertImport> readRuleFile(const QString &path);
    Result<QStringList> writeRuleFile(const QString &path) const;
    Result<QList<AlertSubject>> subjects(const QList<qint64> &events);
    Result<bool> addNote(AlertNote note);
    Result<QList<PolicyUse>> policiesSince(UtcTime from);
    Result<AlertEffect> linkPolicy(const QString &firingId, int policyRevision, const QString &who);
    Result<AlertSilencePreview> previewSilence(const AlertSilence &silence);
    Result<AlertSilence> addSilence(AlertSilence silence);
    Result<bool> endSilence(const QString &id);

private:
    Result<> openStore();
    Result<> begin();
    Result<> readSilences();
    void tick();
    Result<> evaluate();
    Result<> closeForgotten();
    Result<> keep(AlertFiring firing);
    void deliver();
    void noteRaised(const AlertFiring &firing);
    void queueTurns();
    void tellOthers(const QList<AlertEntry> &open);
    QMap<QString, AlertReadout> readouts() const;
    Result<> save();
    void sampleHost();
    Result<QList<AlertEntry>> entriesOf(const QList<StoredFiring> &stored);
    void publish();
    void tell(const Result<> &result);

    AlertHost::Options m_options;
    Sinks m_sinks;
    QString m_owner; ///< of the right to evaluate
    QTimer m_timer;
    std::unique_ptr<AlertStore> m_store;
    std::unique_ptr<AlertEngine> m_engine;
    std::unique_ptr<AlertRouter> m_router;
    std::unique_ptr<AlertSender> m_sender; // after the store
    AlertRules m_rules;
    AlertCursor m_cursor;
    qsizetype m_models = 0;
    QList<AlertSilence> m_silences;
    QList<AlertFiring> m_resolved; ///< lately, that were told
    /// A turn that raised an alert and is not in the triage queue yet: it may be stored after its scores.
    struct Raised
    {
        QString turnId{};
        QString rule{};
        UtcTime until{};
    };
    QList<Raised> m_raised;
    std::unique_ptr<TriageStore> m_triage;
    std::optional<QMap<QString, AlertFiring>> m_openElsewhere; ///< by id; nullopt while this evaluates
    HostGauges m_host;
    std::optional<qint64> m_lag;
    UtcTime m_sampledAt{};
    UtcTime m_lastData{};
    UtcTime m_savedAt{};
    UtcTime m_renewAt{}; ///< of the right to evaluate
    bool m_owns = false; ///< evaluates; else another process does
    QString m_trouble;
};

} // namespace assay
