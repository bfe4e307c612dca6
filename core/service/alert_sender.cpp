// SPDX-License-Identifier: Apache-2.0
#include "service/alert_sender.h"

#include "base/json.h"
#include "base/tr.h"
#include "service/alert_json.h"

#include <QtCore/QJsonArray>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>

namespace assay {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds firstPause = 1s;
constexpr milliseconds longestPause = 5min;
constexpr milliseconds stateInterval = 1min; ///< as Prometheus sends again what still fires
constexpr milliseconds stateGoodFor = 4min;
constexpr milliseconds beatInterval = 1min;
constexpr milliseconds dataIsFresh = 15min;
constexpr int transferTimeoutMs = 10'000;
constexpr qsizetype mostWaiting = 1000;

QNetworkRequest requestTo(const QString &address)
{
    QNetworkRequest request{QUrl(address)};
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"assay"_s);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(transferTimeoutMs);
    return request;
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// Host and port alone: the path of a webhook is often its secret.
QString peerText(const QString &address)
{
    return QUrl(address).authority();
}

/// A refusal that asking again does not change.
bool isFinal(int status)
{
    return status >= 300 && status < 500 && status != 408 && status != 425 && status != 429;
}

milliseconds pauseAfter(int tries)
{
    return std::min<milliseconds>(longestPause, firstPause * (1 << std::min(tries, 16)));
}

} // namespace

AlertSender::AlertSender(AlertStore &store, Clock clock, QObject *parent)
    : QObject(parent), m_store(store), m_clock(std::move(clock)), m_network(new QNetworkAccessManager(this))
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &AlertSender::pump);
}

AlertSender::~AlertSender() = default;

void AlertSender::setDelivery(const AlertDelivery &delivery)
{
    m_delivery = delivery;
    m_waiting.removeIf([&](const Waiting &one) { return !delivery.webhooks.contains(one.target); });
    m_toldState.clear();
}

void AlertSender::send(const AlertMessage &message)
{
    QStringList ids;
    for (const AlertFiring &firing : message.firings)
        ids.append(firing.id);
    for (const QString &target : std::as_const(m_delivery.webhooks)) {
        const bool known = std::ranges::any_of(
            m_waiting, [&](const Waiting &one) { return one.target == target && one.key == message.key; });
        if (known || m_waiting.size() >= mostWaiting)
            continue;
        m_waiting.append(
            {.target = target, .key = message.key, .body = webhookBody(message), .firingIds = ids});
    }
    save();
    pump();
}

/// One message a target at a time, so that they arrive in order.
void AlertSender::pump()
{
    const UtcTime now = m_clock();
    QStringList seen = m_busy;
    milliseconds next = longestPause;
    const QList<Waiting> waiting = m_waiting;
    for (const Waiting &one : waiting) {
        if (seen.contains(one.target))
            continue;
        seen.append(one.target);
        if (one.notBefore > now)
            next = std::min(next, std::chrono::duration_cast<milliseconds>(one.notBefore - now) + 1ms);
        else
            post(one.target, one);
    }
    if (!m_waiting.isEmpty())
        m_retry.start(next);
}

void AlertSender::post(const QString &target, const Waiting &what)
{
    const Result<bool> taken = m_store.wasDelivered(target, what.key);
    if (taken && *taken) { // before the program ended
        m_waiting.removeIf([&](const Waiting &one) { return one.target == target && one.key == what.key; });
        save();
        return;
    }
    m_busy.append(target);
    QNetworkRequest request = requestTo(target);
    request.setRawHeader("Idempotency-Key", what.key.toUtf8().toHex());
    QNetworkReply *reply = m_network->post(request, what.body);
    connect(reply, &QNetworkReply::finished, this,
            [this, target, key = what.key, reply] { answered(target, key, reply); });
}

void AlertSender::answered(const QString &target, const QString &key, QNetworkReply *reply)
{
    reply->deleteLater();
    m_busy.removeAll(target);
    const auto found = std::ranges::find_if(
        m_waiting, [&](const Waiting &one) { return one.target == target && one.key == key; });
    if (found == m_waiting.end())
        return pump();
    const int status = statusOf(*reply);
    const bool taken = reply->error() == QNetworkReply::NoError && status >= 200 && status < 300;
    if (taken || isFinal(status)) {
        const QStringList ids = found->firingIds;
        const QString reason = taken ? QString()
                                     : Tr::tr("%1 refused an alert: HTTP %2. Check its address.")
                                           .arg(peerText(target))
                                           .arg(status);
        if (taken && !m_store.noteDelivered(target, key, m_clock()))
            m_trouble = Tr::tr("What was delivered could not be noted; the store cannot be written.");
        else
            m_trouble = reason;
        m_waiting.erase(found);
        save();
        Q_EMIT delivered(ids, peerText(target), taken, reason);
    } else {
        found->notBefore = m_clock() + pauseAfter(found->tries++);
        m_trouble =
            Tr::tr("%1 does not take alerts: %2 It is tried again.")
                .arg(peerText(target), status > 0 ? u"HTTP %1."_s.arg(status) : reply->errorString() + u'.');
    }
    pump();
}

void AlertSender::tellState(const QList<AlertFiring> &firings)
{
    const UtcTime now = m_clock();
    QByteArray state;
    for (const AlertFiring &firing : firings)
        state += firing.id.toUtf8() + (firing.resolvedAt ? "- " : "+ ");
    const bool due = now - m_stateAt >= stateInterval && !firings.isEmpty();
    if (m_delivery.alertmanagers.isEmpty() || (state == m_toldState && !due))
        return;
    m_toldState = state;
    m_stateAt = now;
    const QByteArray body = alertmanagerBody(firings, now + stateGoodFor);
    if (!firings.isEmpty())
        for (const QString &base : std::as_const(m_delivery.alertmanagers))
            tellAlertmanager(base, body);
}

void AlertSender::tellAlertmanager(const QString &base, const QByteArray &body)
{
    QString address = base;
    while (address.endsWith(u'/'))
        address.chop(1);
    QNetworkReply *reply = m_network->post(requestTo(address + u"/api/v2/alerts"_s), body);
    connect(reply, &QNetworkReply::finished, this, [this, base, reply] {
        reply->deleteLater();
        const int status = statusOf(*reply);
        if (reply->error() == QNetworkReply::NoError && status >= 200 && status < 300) {
            m_trouble.clear();
            return;
        }
        m_toldState.clear(); // the next evaluation tells it again
        m_trouble =
            Tr::tr("%1 does not take alerts: %2 It is tried again.")
                .arg(peerText(base), status > 0 ? u"HTTP %1."_s.arg(status) : reply->errorString() + u'.');
    });
}

void AlertSender::beat(UtcTime lastData)
{
    const UtcTime now = m_clock();
    if (m_delivery.heartbeat.isEmpty() || now - lastData > dataIsFresh || now - m_beatAt < beatInterval)
        return;
    m_beatAt = now;
    QNetworkReply *reply = m_network->get(requestTo(m_delivery.heartbeat));
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

void AlertSender::save()
{
    QJsonArray saved;
    for (const Waiting &one : std::as_const(m_waiting))
        saved.append(QJsonObject{{u"target"_s, one.target},
                                 {u"key"_s, one.key},
                                 {u"body"_s, QString::fromUtf8(one.body)},
                                 {u"firings"_s, QJsonArray::fromStringList(one.firingIds)}});
    const QJsonObject all{{u"waiting"_s, saved}};
    if (const Result<> done =
            m_store.setMemory(u"outbox"_s, QJsonDocument(all).toJson(QJsonDocument::Compact));
        !done)
        m_trouble = done.error().message;
}

void AlertSender::resume()
{
    const Result<QByteArray> saved = m_store.memory(u"outbox"_s);
    const Result<QJsonObject> all = saved ? parseJsonObject(*saved) : fail(saved.error());
    if (!all)
        return;
    const QJsonArray waiting = all->value(u"waiting").toArray();
    for (const QJsonValue &value : waiting) {
        const QJsonObject one = value.toObject();
        if (m_delivery.webhooks.contains(one[u"target"].toString()))
            m_waiting.append({.target = one[u"target"].toString(),
                              .key = one[u"key"].toString(),
                              .body = one[u"body"].toString().toUtf8(),
                              .firingIds = one[u"firings"].toVariant().toStringList()});
    }
    pump();
}

} // namespace assay
