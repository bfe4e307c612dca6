// SPDX-License-Identifier: Apache-2.0
#include "alerts/alert_routing.h"

#include "base/json.h"
#include "base/tr.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>

#include <re2/re2.h>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

bool matchesPattern(const QString &pattern, const QString &text)
{
    RE2::Options options;
    options.set_log_errors(false);
    const RE2 compiled("^(?:" + pattern.toStdString() + ")$", options);
    return compiled.ok() && RE2::FullMatch(text.toStdString(), compiled);
}

bool holdsAll(const AlertLabels &wanted, const AlertLabels &labels)
{
    for (auto it = wanted.begin(); it != wanted.end(); ++it)
        if (labels.value(it.key()) != it.value())
            return false;
    return true;
}

bool inhibits(const AlertInhibition &inhibition, const AlertFiring &source, const AlertFiring &target)
{
    return source.id != target.id && holdsAll(inhibition.source, source.labels) &&
           holdsAll(inhibition.target, target.labels) &&
           std::ranges::all_of(inhibition.equal, [&](const QString &label) {
               return source.labels.value(label) == target.labels.value(label);
           });
}

QString groupKey(const AlertLabels &group)
{
    QStringList parts;
    for (auto it = group.begin(); it != group.end(); ++it)
        parts.append(u"%1=\"%2\""_s.arg(it.key(), it.value()));
    return u'{' + parts.join(u',') + u'}';
}

/// Which alerts a message tells and which of them have ended: the same content is not told twice.
QByteArray contentOf(const QList<AlertFiring> &firings)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const AlertFiring &firing : firings)
        hash.addData((firing.id + (firing.resolvedAt ? u"-"_s : u"+"_s)).toUtf8());
    return hash.result().toHex().first(16);
}

} // namespace

bool matches(const AlertMatcher &matcher, const AlertLabels &labels)
{
    const QString value = labels.value(matcher.label);
    const bool same = matcher.pattern ? matchesPattern(matcher.value, value) : value == matcher.value;
    return same != matcher.negated;
}

bool matches(const AlertSilence &silence, const AlertLabels &labels)
{
    return !silence.matchers.isEmpty() && std::ranges::all_of(silence.matchers, [&](const AlertMatcher &one) {
        return matches(one, labels);
    });
}

Result<AlertMatcher> parseAlertMatcher(const QString &text)
{
    const auto refused = [&] {
        return fail(Errc::InvalidArgument,
                    Tr::tr("“%1” is no condition such as alertname=HighFailureRate.").arg(text));
    };
    qsizetype at = 0;
    while (at < text.size() && text.at(at) != u'=' && text.at(at) != u'!')
        ++at;
    const QStringView rest = QStringView(text).sliced(at);
    AlertMatcher matcher{.label = text.first(at).trimmed()};
    matcher.negated = rest.startsWith(u'!');
    matcher.pattern = rest.startsWith(u"=~") || rest.startsWith(u"!~");
    const bool plain = rest.startsWith(u"!=") || (rest.startsWith(u'=') && !matcher.pattern);
    if (matcher.label.isEmpty() || matcher.label.contains(u' ') || (!plain && !matcher.pattern))
        return refused();
    QStringView value = rest.sliced(matcher.pattern || matcher.negated ? 2 : 1).trimmed();
    if (value.size() >= 2 && value.startsWith(u'"') && value.endsWith(u'"'))
        value = value.sliced(1, value.size() - 2);
    matcher.value = value.toString();
    if (matcher.pattern && !RE2(matcher.value.toStdString(), RE2::Quiet).ok())
        return fail(Errc::InvalidArgument, Tr::tr("“%1” is no regular expression.").arg(value));
    return matcher;
}

QString alertMatcherText(const AlertMatcher &matcher)
{
    const QString op =
        matcher.pattern ? (matcher.negated ? u"!~"_s : u"=~"_s) : (matcher.negated ? u"!="_s : u"="_s);
    return u"%1%2\"%3\""_s.arg(matcher.label, op, matcher.value);
}

QJsonObject toJson(const AlertSilence &silence)
{
    QJsonArray matchers;
    for (const AlertMatcher &one : silence.matchers)
        matchers.append(alertMatcherText(one));
    return {{u"id"_s, silence.id},
            {u"matchers"_s, matchers},
            {u"begins_us"_s, toMicros(silence.begins)},
            {u"ends_us"_s, toMicros(silence.ends)},
            {u"who"_s, silence.who},
            {u"note"_s, silence.note}};
}

Result<AlertSilence> alertSilenceFrom(const QByteArray &json)
{
    const Result<QJsonObject> object = parseJsonObject(json);
    if (!object)
        return fail(Errc::Corrupt, Tr::tr("A kept silence cannot be read."));
    AlertSilence silence{.id = object->value(u"id").toString(),
                         .begins = fromMicros(object->value(u"begins_us").toInteger()),
                         .ends = fromMicros(object->value(u"ends_us").toInteger()),
                         .who = object->value(u"who").toString(),
                         .note = object->value(u"note").toString()};
    const QJsonArray matchers = object->value(u"matchers").toArray();
    for (const QJsonValue &one : matchers) {
        const Result<AlertMatcher> matcher = parseAlertMatcher(one.toString());
        if (!matcher)
            return fail(Errc::Corrupt, matcher.error().message);
        silence.matchers.append(*matcher);
    }
    return silence;
}

QMap<QString, AlertMute> muted(const QList<AlertFiring> &open, const QList<AlertSilence> &silences,
                               const QList<AlertInhibition> &inhibitions, UtcTime now)
{
    QMap<QString, AlertMute> result;
    for (const AlertFiring &firing : open) {
        const bool silenced = std::ranges::any_of(silences, [&](const AlertSilence &silence) {
            return silence.begins <= now && now < silence.ends && matches(silence, firing.labels);
        });
        const bool inhibited = std::ranges::any_of(inhibitions, [&](const AlertInhibition &inhibition) {
            return std::ranges::any_of(open, [&](const AlertFiring &source) {
                return !source.resolvedAt && inhibits(inhibition, source, firing);
            });
        });
        result.insert(firing.id, silenced    ? AlertMute::Silenced
                                 : inhibited ? AlertMute::Inhibited
                                             : AlertMute::Told);
    }
    return result;
}

QList<AlertMessage> AlertRouter::take(const QList<AlertFiring> &firings, UtcTime now)
{
    QMap<QString, AlertMessage> messages;
    for (const AlertFiring &firing : firings) {
        AlertLabels group;
        for (const QString &label : m_route.groupBy)
            group.insert(label, firing.labels.value(label));
        AlertMessage &message = messages[groupKey(group)];
        message.group = group;
        message.firings.append(firing);
    }
    QList<AlertMessage> due;
    for (auto it = messages.begin(); it != messages.end(); ++it) {
        std::ranges::sort(it->firings, {}, &AlertFiring::id);
        it->resolved = std::ranges::all_of(it->firings,
                                           [](const AlertFiring &one) { return one.resolvedAt.has_value(); });
        const QByteArray content = contentOf(it->firings);
        Group &group = m_groups[it.key()];
        const bool fresh = group.told == UtcTime{};
        if (fresh && it->resolved) {
            m_groups.remove(it.key()); // it came and went before anybody was told
            continue;
        }
        if (group.since == UtcTime{})
            group.since = now;
        const bool changed = content != group.content;
        const bool ripe =
            fresh ? now - group.since >= m_route.groupWait : now - group.told >= m_route.groupInterval;
        const bool repeats = !changed && !it->resolved && now - group.told >= m_route.repeatInterval;
        if (!(changed && ripe) && !(!fresh && repeats))
            continue;
        group.told = now;
        group.content = content;
        group.resolved = it->resolved;
        it->key = u"%1 %2 %3"_s.arg(it.key(), QString::fromLatin1(content)).arg(repeats ? toMicros(now) : 0);
        due.append(*it);
        if (it->resolved)
            m_groups.remove(it.key());
    }
    return due;
}

QByteArray AlertRouter::save() const
{
    QJsonObject groups;
    for (auto it = m_groups.begin(); it != m_groups.end(); ++it)
        groups[it.key()] = QJsonArray{toMicros(it->since), toMicros(it->told),
                                      QString::fromLatin1(it->content), it->resolved};
    return QJsonDocument(groups).toJson(QJsonDocument::Compact);
}

void AlertRouter::restore(const QByteArray &saved)
{
    m_groups.clear();
    const Result<QJsonObject> groups = parseJsonObject(saved);
    if (!groups)
        return;
    for (auto it = groups->begin(); it != groups->end(); ++it) {
        const QJsonArray values = it->toArray();
        m_groups.insert(it.key(), {.since = fromMicros(values.at(0).toInteger()),
                                   .told = fromMicros(values.at(1).toInteger()),
                                   .content = values.at(2).toString().toLatin1(),
                                   .resolved = values.at(3).toBool()});
    }
}

} // namespace assay
