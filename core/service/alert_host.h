// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/alert_backtest.h"
#include "alerts/alert_file.h"
#include "alerts/alert_routing.h"
#include "base/job_queue.h"
#include "turn/filter.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

#include <functional>
#include <memory>

namespace assay {

/// A rule and what it measures now.
struct AlertRuleState
{
    AlertRule rule{};
    AlertReadout readout{};
};

/// A firing with what people did about it.
struct AlertEntry
{
    AlertFiring firing{};
    AlertMute mute = AlertMute::Told;
    QString acknowledgedBy{}; ///< empty = nobody yet
    QList<AlertNote> notes{};
};

/// Everything about alerts at one moment.
struct AlertOverview
{
    UtcTime evaluatedTo{};          ///< by this process; the epoch = nothing yet
    QList<AlertRuleState> rules{};  ///< in the file's order
    QList<AlertEntry> open{};       ///< newest first
    QList<AlertSilence> silences{}; ///< that have not ended
    bool desktop = true;            ///< are alerts told on the desktop?
    bool sound = false;
    bool elsewhere = false; ///< another process evaluates on this store
    QString trouble{};      ///< why nothing is evaluated or delivered; empty = all is well
};

/// What a Prometheus rule file holds, or what is wrong with it.
struct AlertImport
{
    QList<AlertRule> rules{};
    QList<SettingProblem> problems{}; ///< with line and column; then there are no rules
};

/// What a silence would keep from being told.
struct AlertSilencePreview
{
    QList<AlertFiring> now{};    ///< that fire
    QList<AlertFiring> before{}; ///< of the last 7 days, newest first
};

/// Evaluates alert rules over the store as it grows, keeps their history and delivers them.
///
/// Everything runs on a thread of the host's own; answers arrive on the thread the host lives on, and not at
/// all once their context is gone. Evaluating starts with start(); without it the host only reads history and
/// runs backtests, for a window beside an `assay ingest` that evaluates.
class AlertHost final : public QObject
{
    Q_OBJECT
public:
    template<typename T>
    using Reply = std::function<void(Result<T>)>;

    struct Options
    {
        QString storePath{};
        QString rulesFile{};     ///< defaultAlertsFile() when empty
        float threshold = 0.95F; ///< quality.threshold
        bool deliver = true;     ///< to webhooks and Alertmanagers
        bool tellOthers = false; ///< told() also for what another process on this store evaluates
        Clock clock = utcNow;
    };

    explicit AlertHost(Options options, QObject *parent = nullptr);
    ~AlertHost() override;

    /// Reads the rules file and evaluates from now on; going on where it was left, at most a day back.
    void start();
    /// The rules file was changed.
    void reload();
    /// Records of the log that wait to be stored, from the ingest; nullopt = unknown. Kept, so that backtests
    /// know it.
    void noteLag(std::optional<qint64> records);

    const AlertOverview &overview() const { return m_overview; }

    void readRules(QObject *context, Reply<AlertRules> reply);
    /// Checks and writes the rules file, then evaluates by it.
    void saveRules(const AlertRules &rules, QObject *context, Reply<bool> reply);
    /// Firings of [from, to), newest first, at most 1,000.
    void readHistory(UtcTime from, UtcTime to, QObject *context, Reply<QList<AlertEntry>> reply);
    /// Those of them that have a reading behind them which `filter` lets through.
    void readHistory(UtcTime from, UtcTime to, const Filter &filter, QObject *context,
                     Reply<QList<AlertEntry>> reply);
    /// Reads a Prometheus rule file; nothing is taken over yet. @errors NotFound, Io, TooLarge
    void readRuleFile(const QString &path, QObject *context, Reply<AlertImport> reply);
    /// Writes the rules that are on as a Prometheus rule file. @return a sentence for each that has no such
    /// expression. @errors Io
    void writeRuleFile(const QString &path, QObject *context, Reply<QStringList> reply);
    /// The readings behind a firing.
    void readSubjects(const QList<qint64> &events, QObject *context, Reply<QList<AlertSubject>> reply);
    /// What `rules` would have done; progress comes as backtesting(). A new one stops the one before.
    void backtest(const AlertRules &rules, UtcTime from, UtcTime to, const QString &record, QObject *context,
                  Reply<AlertBacktest> reply);
    void cancelBacktest();

    void acknowledge(const QString &firingId, const QString &who, const QString &note, QObject *context,
                     Reply<bool> reply);
    void addNote(const QString &firingId, const QString &who, const QString &note, QObject *context,
                 Reply<bool> reply);
    /// Policies that came into force at or after `from`, oldest first, at most 9, and their effect.
    void readPolicies(UtcTime from, QObject *context, Reply<QList<PolicyUse>> reply);
    /// Says which policy change answered a firing. @return pass rates before and after it
    void linkPolicy(const QString &firingId, int policyRevision, const QString &who, QObject *context,
                    Reply<AlertEffect> reply);
    void previewSilence(const AlertSilence &silence, QObject *context, Reply<AlertSilencePreview> reply);
    /// @return the silence with its id
    void addSilence(const AlertSilence &silence, QObject *context, Reply<AlertSilence> reply);
    void endSilence(const QString &id, QObject *context, Reply<bool> reply);

Q_SIGNALS:
    /// overview() has news.
    void changed();
    /// An alert began (or, resolved, ended) that is neither silenced nor inhibited: for desktop
    /// notifications.
    void told(const assay::AlertFiring &firing);
    void backtesting(double share);

private:
    template<typename T, typename Job>
    void ask(QObject *context, Reply<T> reply, Job job);

    Options m_options;
    AlertOverview m_overview;
    CancelToken m_backtest;
    JobQueue m_home; ///< where the worker's answers arrive; outlives it
    struct Threads;
    std::unique_ptr<Threads> m;
};

} // namespace assay
