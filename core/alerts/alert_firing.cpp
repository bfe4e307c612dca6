// SPDX-License-Identifier: Apache-2.0
#include "alerts/alert_engine.h"
#include "base/tr.h"

#include <QtCore/QJsonArray>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const AlertLabels &labels)
{
    QJsonObject object;
    for (auto it = labels.begin(); it != labels.end(); ++it)
        object[it.key()] = it.value();
    return object;
}

AlertLabels labelsFrom(const QJsonValue &value)
{
    AlertLabels labels;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        labels.insert(it.key(), it->toString());
    return labels;
}

} // namespace

QJsonObject toJson(const AlertFiring &firing)
{
    QJsonArray events;
    for (const qint64 id : firing.events)
        events.append(id);
    QJsonObject json{{u"id"_s, firing.id},
                     {u"rule"_s, firing.rule},
                     {u"severity"_s, toToken(firing.severity)},
                     {u"labels"_s, toJson(firing.labels)},
                     {u"annotations"_s, toJson(firing.annotations)},
                     {u"active_since_us"_s, toMicros(firing.activeSince)},
                     {u"fired_at_us"_s, toMicros(firing.firedAt)},
                     {u"matching"_s, firing.matching},
                     {u"total"_s, firing.total},
                     {u"events"_s, events},
                     {u"event_count"_s, firing.eventCount}};
    if (firing.resolvedAt)
        json[u"resolved_at_us"_s] = toMicros(*firing.resolvedAt);
    if (firing.value)
        json[u"value"_s] = *firing.value;
    return json;
}

QJsonObject toJson(const AlertReadout &readout)
{
    QJsonObject json{{u"time_us"_s, toMicros(readout.time)},
                     {u"matching"_s, readout.matching},
                     {u"total"_s, readout.total},
                     {u"phase"_s, toToken(readout.phase)},
                     {u"since_us"_s, toMicros(readout.since)}};
    if (readout.value)
        json[u"value"_s] = *readout.value;
    return json;
}

AlertReadout alertReadoutFrom(const QJsonObject &json)
{
    AlertReadout readout{.time = fromMicros(json[u"time_us"].toInteger()),
                         .matching = json[u"matching"].toInteger(),
                         .total = json[u"total"].toInteger(),
                         .phase = alertPhaseFrom(json[u"phase"].toString()).value_or(AlertPhase::Inactive),
                         .since = fromMicros(json[u"since_us"].toInteger())};
    if (json.contains(u"value"))
        readout.value = json[u"value"].toDouble();
    return readout;
}

Result<AlertFiring> alertFiringFrom(const QJsonObject &json)
{
    const std::optional<AlertSeverity> severity = alertSeverityFrom(json[u"severity"].toString());
    if (!severity || !json[u"fired_at_us"].isDouble())
        return fail(Errc::Corrupt, Tr::tr("A kept alert cannot be read."));
    AlertFiring firing{.id = json[u"id"].toString(),
                       .rule = json[u"rule"].toString(),
                       .severity = *severity,
                       .labels = labelsFrom(json[u"labels"]),
                       .annotations = labelsFrom(json[u"annotations"]),
                       .activeSince = fromMicros(json[u"active_since_us"].toInteger()),
                       .firedAt = fromMicros(json[u"fired_at_us"].toInteger()),
                       .matching = json[u"matching"].toInteger(),
                       .total = json[u"total"].toInteger(),
                       .eventCount = json[u"event_count"].toInteger()};
    if (json.contains(u"resolved_at_us"))
        firing.resolvedAt = fromMicros(json[u"resolved_at_us"].toInteger());
    if (json.contains(u"value"))
        firing.value = json[u"value"].toDouble();
    const QJsonArray events = json[u"events"].toArray();
    for (const QJsonValue &id : events)
        firing.events.append(id.toInteger());
    return firing;
}

} // namespace assay
