// SPDX-License-Identifier: Apache-2.0
// What people do about alerts: acknowledge what fires, silence what need not be told.
#include "alerts/alert_routing.h"
#include "base/ids.h"
#include "base/json.h"
#include "base/tr.h"
#include "command.h"
#include "commands/alerts_command.h"
#include "service/paths.h"
#include "session.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostFirings = 1000;
constexpr std::chrono::hours previewed{24 * 7};

int failed(const Error &error)
{
    printError(error.message);
    return exitError;
}

void printJson(const QJsonObject &object)
{
    printLine(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

QString nameOf(const AlertsOptions &options)
{
    const QString told = QString::fromStdString(options.who).trimmed();
    return told.isEmpty() ? qEnvironmentVariable("USER").trimmed() : told;
}

Result<std::unique_ptr<AlertStore>> openedStore(const AlertsOptions &options)
{
    if (const std::optional<Settings> settings = settingsFor(options.common))
        prepareTexts(*settings);
    else
        return fail(Errc::InvalidArgument, Tr::tr("The settings cannot be used as they are."));
    return AlertStore::open(Paths::standard().store());
}

Result<QList<AlertFiring>> firingsOf(AlertStore &store, UtcTime from, bool openOnly)
{
    const Result<QList<StoredFiring>> stored = store.firings(from, UtcTime::max(), mostFirings, openOnly);
    if (!stored)
        return fail(stored.error());
    QList<AlertFiring> firings;
    for (const StoredFiring &one : *stored) {
        const Result<QJsonObject> json = parseJsonObject(one.json);
        Result<AlertFiring> firing = json ? alertFiringFrom(*json) : fail(json.error());
        if (!firing)
            return fail(firing.error());
        firings.append(std::move(*firing));
    }
    return firings;
}

Result<QList<AlertSilence>> silencesOf(AlertStore &store, UtcTime now)
{
    const Result<QList<StoredSilence>> stored = store.silences();
    if (!stored)
        return fail(stored.error());
    QList<AlertSilence> silences;
    for (const StoredSilence &one : *stored)
        if (Result<AlertSilence> silence = alertSilenceFrom(one.json); silence && silence->ends > now)
            silences.append(std::move(*silence));
    return silences;
}

Result<> keepSilence(AlertStore &store, const AlertSilence &silence)
{
    return store.putSilence(
        {.id = silence.id, .json = QJsonDocument(toJson(silence)).toJson(QJsonDocument::Compact)});
}

QString matchersText(const AlertSilence &silence)
{
    QStringList parts;
    for (const AlertMatcher &matcher : silence.matchers)
        parts.append(alertMatcherText(matcher));
    return parts.join(u", "_s);
}

void printSilence(const AlertSilence &silence, bool json)
{
    if (json)
        printJson({{u"silence"_s, silence.id},
                   {u"matchers"_s, matchersText(silence)},
                   {u"ends"_s, toIso(silence.ends)},
                   {u"who"_s, silence.who},
                   {u"note"_s, silence.note}});
    else
        printLine(
            Tr::tr("%1  %2  until %3  %4  %5")
                .arg(silence.id, matchersText(silence), toIso(silence.ends), silence.who, silence.note));
}

int listSilences(AlertStore &store, bool json)
{
    const Result<QList<AlertSilence>> silences = silencesOf(store, utcNow());
    if (!silences)
        return failed(silences.error());
    for (const AlertSilence &silence : *silences)
        printSilence(silence, json);
    if (silences->isEmpty() && !json)
        printLine(Tr::tr("Nothing is silenced."));
    return exitOk;
}

int endSilence(AlertStore &store, const QString &id, bool json)
{
    const Result<QList<AlertSilence>> silences = silencesOf(store, utcNow());
    if (!silences)
        return failed(silences.error());
    const auto found = std::ranges::find(*silences, id, &AlertSilence::id);
    if (found == silences->end())
        return failed({.code = Errc::NotFound, .message = Tr::tr("No silence %1 is in force.").arg(id)});
    AlertSilence ended = *found;
    ended.ends = utcNow();
    if (const Result<> kept = keepSilence(store, ended); !kept)
        return failed(kept.error());
    printSilence(ended, json);
    return exitOk;
}

Result<AlertSilence> silenceFrom(const AlertsOptions &options)
{
    AlertSilence silence{
        .begins = utcNow(), .who = nameOf(options), .note = QString::fromStdString(options.note)};
    for (const std::string &text : options.names) {
        const Result<AlertMatcher> matcher = parseAlertMatcher(QString::fromStdString(text));
        if (!matcher)
            return fail(matcher.error());
        silence.matchers.append(*matcher);
    }
    const QString text = QString::fromStdString(options.length);
    const std::optional<std::chrono::milliseconds> length = parseAlertDuration(text);
    if (!length || length->count() <= 0)
        return fail(Errc::InvalidArgument, Tr::tr("“%1” is no length of time such as 30m or 4h.").arg(text));
    silence.ends = silence.begins + *length;
    return silence;
}

/// What it mutes now, and would have muted of the last week.
Result<> tellEffect(AlertStore &store, const AlertSilence &silence, bool json)
{
    const Result<QList<AlertFiring>> past = firingsOf(store, utcNow() - previewed, false);
    if (!past)
        return fail(past.error());
    qint64 now = 0;
    qint64 before = 0;
    for (const AlertFiring &firing : *past)
        if (matches(silence, firing.labels))
            ++(firing.resolvedAt ? before : now);
    if (json)
        printJson({{u"mutes_now"_s, now}, {u"muted_last_7_days"_s, before}});
    else
        printLine(
            Tr::tr("mutes %1 that fire now; would have muted %2 of the last 7 days").arg(now).arg(before));
    return {};
}

} // namespace

int acknowledgeAlerts(const AlertsOptions &options)
{
    Result<std::unique_ptr<AlertStore>> store = openedStore(options);
    if (!store)
        return failed(store.error());
    const QString who = nameOf(options);
    if (who.isEmpty())
        return failed({.code = Errc::InvalidArgument,
                       .message = Tr::tr("Say who you are with --who: the history keeps a name.")});
    const Result<QList<AlertFiring>> open = firingsOf(**store, UtcTime::min(), true);
    if (!open)
        return failed(open.error());
    int code = exitOk;
    for (const std::string &one : options.names) {
        const QString name = QString::fromStdString(one);
        bool found = false;
        for (const AlertFiring &firing : *open) {
            if (firing.rule != name && firing.id != name)
                continue;
            found = true;
            const AlertNote note{.firingId = firing.id,
                                 .action = u"acknowledged"_s,
                                 .who = who,
                                 .note = QString::fromStdString(options.note),
                                 .at = utcNow()};
            if (const Result<> added = (*store)->addNote(note); !added)
                return failed(added.error());
            if (options.json)
                printJson({{u"acknowledged"_s, firing.id}, {u"rule"_s, firing.rule}, {u"who"_s, who}});
            else
                printLine(Tr::tr("%1, firing since %2: acknowledged by %3")
                              .arg(firing.rule, toIso(firing.firedAt), who));
        }
        if (found)
            continue;
        printError(Tr::tr("Nothing fires under “%1”. `assay alerts list` shows what does.").arg(name));
        code = exitError;
    }
    return code;
}

int silenceAlerts(const AlertsOptions &options)
{
    Result<std::unique_ptr<AlertStore>> store = openedStore(options);
    if (!store)
        return failed(store.error());
    if (!options.ended.empty())
        return endSilence(**store, QString::fromStdString(options.ended), options.json);
    if (options.names.empty())
        return listSilences(**store, options.json);
    Result<AlertSilence> silence = silenceFrom(options);
    if (!silence)
        return failed(silence.error());
    if (const Result<> told = tellEffect(**store, *silence, options.json); !told)
        return failed(told.error());
    if (options.dryRun)
        return exitOk;
    if (silence->who.isEmpty())
        return failed({.code = Errc::InvalidArgument,
                       .message = Tr::tr("Say who you are with --who: the history keeps a name.")});
    silence->id = newId(u"silence"_s);
    if (const Result<> kept = keepSilence(**store, *silence); !kept)
        return failed(kept.error());
    printSilence(*silence, options.json);
    return exitOk;
}

} // namespace assay::app
