// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/alert_state.h"
#include "store/alert_store.h"

#include <QtCore/QHash>
#include <QtCore/QJsonObject>

#include <memory>
#include <span>

namespace assay {

/// What a rule measured at one moment.
struct AlertReadout
{
    UtcTime time{};
    std::optional<double> value{}; ///< in the metric's unit; absent = no data
    qint64 matching = 0;           ///< n of …
    qint64 total = 0;              ///< … m values in the window
    AlertPhase phase = AlertPhase::Inactive;
    UtcTime since{}; ///< when the violation began that is pending or fires; the epoch when there is none

    bool operator==(const AlertReadout &) const = default;
};

/// One alert that fires or fired, with what is behind it.
struct AlertFiring
{
    QString id{}; ///< the same for the same rule, labels and moment, live and in a backtest
    QString rule{};
    AlertSeverity severity = AlertSeverity::Warning;
    AlertLabels labels{};
    AlertLabels annotations{}; ///< filled in
    UtcTime activeSince{};
    UtcTime firedAt{};
    std::optional<UtcTime> resolvedAt{};
    std::optional<double> value{}; ///< when it fired
    qint64 matching = 0;
    qint64 total = 0;
    QList<qint64> events{}; ///< readings behind it (AlertEvent::id), the worst first, at most 100
    qint64 eventCount = 0;  ///< all of them

    bool operator==(const AlertFiring &) const = default;
};

QJsonObject toJson(const AlertFiring &firing);
/// @errors Corrupt
Result<AlertFiring> alertFiringFrom(const QJsonObject &json);

QJsonObject toJson(const AlertReadout &readout);
/// What is missing counts as absent.
AlertReadout alertReadoutFrom(const QJsonObject &json);

/// Evaluates rules over events in the senders' time. Events go in, in any order; each multiple of the
/// interval is evaluated once, when it is `delay` in the past. So the same events give the same firings
/// whether they trickle in or are all there at once.
class AlertEngine
{
public:
    /// @param rules with expressions that prometheusExpression() accepts; disabled ones are left out
    explicit AlertEngine(const AlertRules &rules);
    ~AlertEngine();
    Q_DISABLE_COPY_MOVE(AlertEngine)

    /// Names for AlertEvent::model, for expressions with a model label.
    void setModels(const QHash<std::int32_t, QString> &names);
    /// The first moment to evaluate; what happened before only fills the windows.
    void begin(UtcTime from);
    void add(std::span<const AlertEvent> events);
    /// Evaluates every moment up to `now` − delay. @return firings that began or ended, in order
    QList<AlertFiring> advance(UtcTime now);

    /// Longest stretch before a moment that its evaluation looks at.
    std::chrono::milliseconds memory() const;
    UtcTime evaluatedTo() const;
    /// Those that fire now.
    QList<AlertFiring> open() const;
    /// The last measurement of each rule, by name.
    QMap<QString, AlertReadout> readouts() const;
    /// Every measurement of a rule since begin(), thinned to at most 2,000; kept for one rule, named here.
    void record(const QString &rule);
    QList<AlertReadout> recorded() const;
    /// Events that came when their moment had been evaluated already.
    qint64 lateEvents() const;

    /// States of all alerts, for going on after a restart.
    QByteArray save() const;
    /// @errors Corrupt; then nothing is changed
    Result<> restore(const QByteArray &saved);

private:
    struct Impl;
    std::unique_ptr<Impl> m;
};

} // namespace assay
