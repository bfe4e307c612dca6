// SPDX-License-Identifier: Apache-2.0
#include "alerts/alert_backtest.h"
#include "alerts/alert_file.h"
#include "alerts/alert_text.h"
#include "analytics/analytics.h"
#include "base/json.h"
#include "base/tr.h"
#include "command.h"
#include "commands/alerts_command.h"
#include "service/paths.h"
#include "session.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownSubjects = 5;
constexpr int mostFirings = 1000;

int failed(const Error &error)
{
    printError(error.message);
    return exitError;
}

void printJson(const QJsonObject &object)
{
    printLine(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

QJsonObject toJson(const AlertSubject &subject)
{
    QJsonObject json{
        {u"thread_id"_s, subject.threadId}, {u"turn_id"_s, subject.turnId},
        {u"time"_s, toIso(subject.time)},   {u"issues"_s, QJsonArray::fromStringList(subject.issues)},
        {u"question"_s, subject.question},  {u"model"_s, subject.model}};
    if (subject.score)
        json[u"score"_s] = static_cast<double>(*subject.score);
    return json;
}

/// As other programs read it: times in ISO 8601, and the turns behind it.
QJsonObject shownJson(const AlertFiring &firing, const QList<AlertSubject> &subjects)
{
    QJsonObject json = assay::toJson(firing);
    for (const char *key : {"active_since", "fired_at", "resolved_at"}) {
        const QJsonValue micros = json.take(QLatin1StringView(key) + u"_us"_s);
        if (!micros.isUndefined())
            json[QLatin1StringView(key)] = toIso(fromMicros(micros.toInteger()));
    }
    json.remove(u"events"_s);
    QJsonArray turns;
    for (const AlertSubject &subject : subjects)
        turns.append(toJson(subject));
    json[u"turns"_s] = turns;
    return json;
}

const AlertRule &ruleOf(const AlertRules &rules, const AlertFiring &firing)
{
    static const AlertRule gone;
    const auto found = std::ranges::find(rules.rules, firing.rule, &AlertRule::name);
    return found == rules.rules.end() ? gone : *found;
}

void printFiring(const AlertRules &rules, const AlertFiring &firing, const QList<AlertSubject> &subjects)
{
    const QString end = firing.resolvedAt ? toIso(*firing.resolvedAt) : Tr::tr("still firing");
    printLine(u"%1 … %2  [%3] %4"_s.arg(toIso(firing.firedAt), end, toToken(firing.severity),
                                        alertLine(ruleOf(rules, firing), firing)));
    for (const AlertSubject &subject : subjects.first(std::min(shownSubjects, subjects.size())))
        printLine(u"    "_s + Tr::tr("thread %1, turn %2, score %3 %4")
                                  .arg(subject.threadId, subject.turnId.isEmpty() ? u"–"_s : subject.turnId,
                                       subject.score ? QString::number(*subject.score, 'f', 2) : u"–"_s,
                                       subject.issues.join(u", "_s))
                                  .trimmed());
    if (firing.eventCount > shownSubjects)
        printLine(u"    "_s +
                  Tr::tr("and %n more", nullptr, static_cast<int>(firing.eventCount - shownSubjects)));
}

Result<QList<AlertSubject>> subjectsOf(AlertStore &store, const AlertFiring &firing, bool all)
{
    return store.subjects(all ? firing.events
                              : firing.events.first(std::min(shownSubjects, firing.events.size())));
}

int printFirings(const AlertRules &rules, AlertStore &store, const QList<AlertFiring> &firings, bool json)
{
    for (const AlertFiring &firing : firings) {
        const Result<QList<AlertSubject>> subjects = subjectsOf(store, firing, json);
        if (!subjects)
            return failed(subjects.error());
        if (json)
            printJson(shownJson(firing, *subjects));
        else
            printFiring(rules, firing, *subjects);
    }
    return exitOk;
}

/// The range that was asked for, cut to what is recorded.
Result<TimeRange> recordedRange(AlertStore &store, const std::string &text)
{
    const UtcTime now = utcNow();
    Result<TimeRange> range = readTimeRange(QString::fromStdString(text), now);
    if (!range)
        return range;
    const auto extent = store.extent();
    if (!extent)
        return fail(extent.error());
    if (!*extent)
        return fail(Errc::NotFound, Tr::tr("The store holds no reading of quality yet."));
    range->from = std::max(range->from, (*extent)->first);
    range->to = std::max(range->from, std::min(range->to, now));
    return range;
}

} // namespace

int backtestAlerts(const AlertsOptions &options)
{
    const std::optional<Settings> settings = settingsFor(options.common);
    if (!settings)
        return exitError;
    prepareTexts(*settings);
    std::optional<AlertRules> rules = alertRulesFor(options);
    if (!rules)
        return exitError;
    if (!options.rule.empty()) {
        const QString name = QString::fromStdString(options.rule);
        rules->rules.removeIf([&](const AlertRule &rule) { return rule.name != name; });
        if (rules->rules.isEmpty())
            return failed({.code = Errc::NotFound, .message = Tr::tr("There is no rule “%1”.").arg(name)});
        rules->rules.first().enabled = true;
    }
    Result<std::unique_ptr<AlertStore>> store = AlertStore::open(Paths::standard().store(), false);
    if (!store)
        return failed(store.error());
    const Result<TimeRange> range = recordedRange(**store, options.range);
    if (!range)
        return failed(range.error());
    QElapsedTimer timer;
    timer.start();
    const Result<AlertBacktest> result =
        backtest(*rules, **store,
                 {.from = range->from,
                  .to = range->to,
                  .threshold = static_cast<float>(settings->get("quality.threshold"_setting))});
    if (!result)
        return failed(result.error());
    const qint64 elapsed = timer.elapsed();
    if (printFirings(*rules, **store, result->firings, options.json) != exitOk)
        return exitError;
    if (options.json)
        printJson({{u"from"_s, toIso(result->from)},
                   {u"to"_s, toIso(result->to)},
                   {u"events"_s, result->events},
                   {u"firings"_s, result->firings.size()},
                   {u"elapsed_ms"_s, elapsed}});
    else
        printLine(
            Tr::tr("%1 … %2: %3 events, %n firings, %4 ms", nullptr, static_cast<int>(result->firings.size()))
                .arg(toIso(result->from), toIso(result->to))
                .arg(result->events)
                .arg(elapsed));
    return exitOk;
}

int listAlerts(const AlertsOptions &options)
{
    const std::optional<Settings> settings = settingsFor(options.common);
    if (!settings)
        return exitError;
    prepareTexts(*settings);
    const std::optional<AlertRules> rules = alertRulesFor(options);
    if (!rules)
        return exitError;
    const Result<TimeRange> range = readTimeRange(QString::fromStdString(options.range), utcNow());
    if (!range)
        return failed(range.error());
    for (const AlertRule &rule : rules->rules) {
        const QString condition = rule.expression.isEmpty()
                                      ? u"%1 %2"_s.arg(rule.metric, alertBoundText(rule))
                                      : rule.expression.simplified();
        if (options.json)
            printJson({{u"rule"_s, rule.name},
                       {u"condition"_s, condition},
                       {u"for"_s, alertDurationText(rule.holds)},
                       {u"window"_s, alertDurationText(rule.window)},
                       {u"severity"_s, toToken(rule.severity)},
                       {u"enabled"_s, rule.enabled},
                       {u"shipped"_s, rule.shipped}});
        else
            printLine(
                u"%1 %2 [%3]%4"_s.arg(rule.name, -26)
                    .arg(condition, toToken(rule.severity), rule.enabled ? QString() : Tr::tr(" (off)")));
    }
    Result<std::unique_ptr<AlertStore>> store = AlertStore::open(Paths::standard().store(), false);
    if (!store)
        return store.error().code == Errc::NotFound ? exitOk : failed(store.error());
    const Result<QList<StoredFiring>> kept = (*store)->firings(range->from, range->to, mostFirings);
    if (!kept)
        return failed(kept.error());
    QList<AlertFiring> firings;
    for (const StoredFiring &one : *kept)
        if (const Result<QJsonObject> json = parseJsonObject(one.json))
            if (const Result<AlertFiring> firing = alertFiringFrom(*json))
                firings.append(*firing);
    if (!options.json)
        printLine(u'\n' + (firings.isEmpty() ? Tr::tr("No alert fired in this range.")
                                             : Tr::tr("Alerts of this range")));
    return printFirings(*rules, **store, firings, options.json);
}

} // namespace assay::app
