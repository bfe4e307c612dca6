// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/alert_routing.h"
#include "store/alert_store.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

class QNetworkAccessManager;
class QNetworkReply;

namespace assay {

/// Hands alerts to other programs: messages to webhooks, each once and in order per target, whatever failures
/// and restarts lie between; the state of all alerts to Alertmanagers, which tell repeats apart themselves;
/// and a heartbeat while data arrives.
///
/// Threading: lives on one thread with an event loop.
class AlertSender final : public QObject
{
    Q_OBJECT
public:
    /// @param store outlives this
    AlertSender(AlertStore &store, Clock clock, QObject *parent = nullptr);
    ~AlertSender() override;

    void setDelivery(const AlertDelivery &delivery);

    /// Goes to every webhook. What a webhook took before it does not get again.
    void send(const AlertMessage &message);
    /// @param firings that fire and are told, and those that have resolved lately
    void tellState(const QList<AlertFiring> &firings);
    void beat(UtcTime lastData);

    /// Sends what waited when the program ended.
    void resume();
    qsizetype waiting() const { return m_waiting.size(); }
    /// Why something waits; empty when all is well.
    QString trouble() const { return m_trouble; }

Q_SIGNALS:
    /// A target took, or refused for good, a message about these firings.
    void delivered(const QStringList &firingIds, const QString &target, bool taken, const QString &reason);

private:
    struct Waiting
    {
        QString target{};
        QString key{};
        QByteArray body{};
        QStringList firingIds{};
        int tries = 0;
        UtcTime notBefore{};
    };

    void pump();
    void post(const QString &target, const Waiting &what);
    void answered(const QString &target, const QString &key, QNetworkReply *reply);
    void tellAlertmanager(const QString &base, const QByteArray &body);
    void save();

    AlertStore &m_store;
    Clock m_clock;
    AlertDelivery m_delivery;
    QNetworkAccessManager *m_network;
    QList<Waiting> m_waiting;
    QStringList m_busy; ///< targets that are being asked
    QTimer m_retry;
    QString m_trouble;
    QByteArray m_toldState;
    UtcTime m_stateAt{};
    UtcTime m_beatAt{};
};

} // namespace assay
