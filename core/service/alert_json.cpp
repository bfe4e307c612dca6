// SPDX-License-Identifier: Apache-2.0
#include "service/alert_json.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

QJsonObject objectOf(const AlertLabels &labels)
{
    QJsonObject object;
    for (auto it = labels.begin(); it != labels.end(); ++it)
        object[it.key()] = it.value();
    return object;
}

/// What all have alike.
AlertLabels commonOf(const QList<AlertFiring> &firings, AlertLabels AlertFiring::*labels)
{
    AlertLabels common = firings.isEmpty() ? AlertLabels() : firings.first().*labels;
    for (const AlertFiring &firing : firings)
        for (auto it = common.begin(); it != common.end();)
            it = (firing.*labels).value(it.key()) == it.value() ? std::next(it) : common.erase(it);
    return common;
}

/// Nobody has an address for an alert in a desktop program; the form wants one.
constexpr QStringView zeroTime = u"0001-01-01T00:00:00Z";

} // namespace

QByteArray webhookBody(const AlertMessage &message)
{
    QJsonArray alerts;
    for (const AlertFiring &firing : message.firings)
        alerts.append(
            QJsonObject{{u"status"_s, firing.resolvedAt ? u"resolved"_s : u"firing"_s},
                        {u"labels"_s, objectOf(firing.labels)},
                        {u"annotations"_s, objectOf(firing.annotations)},
                        {u"startsAt"_s, toIso(firing.firedAt)},
                        {u"endsAt"_s, firing.resolvedAt ? toIso(*firing.resolvedAt) : zeroTime.toString()},
                        {u"generatorURL"_s, QString()},
                        {u"fingerprint"_s, firing.id}});
    const QJsonObject body{
        {u"version"_s, u"4"_s},
        {u"groupKey"_s, message.key.section(u' ', 0, 0)},
        {u"truncatedAlerts"_s, 0},
        {u"status"_s, message.resolved ? u"resolved"_s : u"firing"_s},
        {u"receiver"_s, u"assay"_s},
        {u"groupLabels"_s, objectOf(message.group)},
        {u"commonLabels"_s, objectOf(commonOf(message.firings, &AlertFiring::labels))},
        {u"commonAnnotations"_s, objectOf(commonOf(message.firings, &AlertFiring::annotations))},
        {u"externalURL"_s, QString()},
        {u"alerts"_s, alerts}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QByteArray alertmanagerBody(const QList<AlertFiring> &firings, UtcTime until)
{
    QJsonArray alerts;
    for (const AlertFiring &firing : firings)
        alerts.append(QJsonObject{{u"labels"_s, objectOf(firing.labels)},
                                  {u"annotations"_s, objectOf(firing.annotations)},
                                  {u"startsAt"_s, toIso(firing.firedAt)},
                                  {u"endsAt"_s, toIso(firing.resolvedAt.value_or(until))}});
    return QJsonDocument(alerts).toJson(QJsonDocument::Compact);
}

} // namespace assay
