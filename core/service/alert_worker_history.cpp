// SPDX-License-Identifier: Apache-2.0
#include "alerts/prometheus_rules.h"
#include "base/ids.h"
#include "base/json.h"
#include "base/tr.h"
#include "service/alert_subject_row.h"
#include "service/alert_worker.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostFirings = 1000;
constexpr int mostPolicies = 9;
constexpr qint64 largestRuleFile = 1 << 20;
constexpr std::chrono::hours previewed{24 * 7};

Error problemsError(const QList<SettingProblem> &problems)
{
    Error error = toError(problems);
    error.where = u"alerts"_s;
    return error;
}

/// Nothing has been stored yet: then there is no history either.
bool isEmpty(const Result<> &opened)
{
    return !opened && opened.error().code == Errc::NotFound;
}

} // namespace

Result<AlertRules> AlertWorker::rules() const
{
    auto rules = readAlertsFile(m_options.rulesFile);
    if (!rules)
        return fail(problemsError(rules.error()));
    return std::move(*rules);
}

Result<bool> AlertWorker::saveRules(const AlertRules &rules)
{
    for (const AlertRule &rule : rules.rules)
        if (const QList<SettingProblem> problems = checkAlertRule(rule); !problems.isEmpty())
            return fail(problemsError(problems));
    if (const Result<> written = writeAlertsFile(m_options.rulesFile, rules); !written)
        return fail(written.error());
    if (m_timer.isActive())
        reload();
    return true;
}

Result<QList<AlertEntry>> AlertWorker::entriesOf(const QList<StoredFiring> &stored)
{
    QList<AlertEntry> entries;
    QList<AlertFiring> open;
    for (const StoredFiring &one : stored) {
        const Result<QJsonObject> json = parseJsonObject(one.json);
        Result<AlertFiring> firing = json ? alertFiringFrom(*json) : fail(json.error());
        if (!firing)
            return fail(firing.error());
        if (!firing->resolvedAt)
            open.append(*firing);
        entries.append({.firing = std::move(*firing)});
    }
    const QMap<QString, AlertMute> mutes = muted(open, m_silences, m_rules.inhibitions, m_options.clock());
    for (AlertEntry &entry : entries) {
        entry.mute = mutes.value(entry.firing.id, AlertMute::Told);
        const Result<QList<AlertNote>> notes = m_store->notes(entry.firing.id);
        if (!notes)
            return fail(notes.error());
        entry.notes = *notes;
        for (const AlertNote &note : *notes)
            if (note.action == u"acknowledged")
                entry.acknowledgedBy = note.who;
    }
    return entries;
}

Result<QList<AlertEntry>> AlertWorker::history(UtcTime from, UtcTime to, const Filter &filter)
{
    const Result<> opened = openStore();
    if (isEmpty(opened))
        return QList<AlertEntry>();
    if (!opened)
        return fail(opened.error());
    const Result<QList<StoredFiring>> stored = m_store->firings(from, to, mostFirings);
    if (!stored)
        return fail(stored.error());
    Result<QList<AlertEntry>> entries = entriesOf(*stored);
    if (!entries || filter.isEmpty())
        return entries;
    const UtcTime now = m_options.clock();
    QList<AlertEntry> kept;
    for (const AlertEntry &entry : std::as_const(*entries)) {
        const Result<QList<AlertSubject>> behind = m_store->subjects(entry.firing.events);
        if (!behind)
            return fail(behind.error());
        if (std::ranges::any_of(*behind, [&](const AlertSubject &subject) {
                return filter.matches(AlertSubjectRow(subject), now);
            }))
            kept.append(entry);
    }
    return kept;
}

Result<AlertImport> AlertWorker::readRuleFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::Io, Tr::tr("%1 cannot be read: %2").arg(path, file.errorString()));
    if (file.size() > largestRuleFile)
        return fail(Errc::InvalidArgument, Tr::tr("%1 is no rule file: it is larger than 1 MiB.").arg(path));
    auto rules = importPrometheusRules(file.readAll(), path);
    if (!rules)
        return AlertImport{.problems = rules.error()};
    return AlertImport{.rules = *rules};
}

Result<QStringList> AlertWorker::writeRuleFile(const QString &path) const
{
    const Result<AlertRules> all = rules();
    if (!all)
        return fail(all.error());
    QList<AlertRule> enabled;
    std::ranges::copy_if(all->rules, std::back_inserter(enabled), &AlertRule::enabled);
    QStringList skipped;
    const QByteArray yaml = exportPrometheusRules(enabled, skipped);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(yaml) != yaml.size() || !file.commit())
        return fail(Errc::Io, Tr::tr("%1 cannot be written: %2").arg(path, file.errorString()));
    return skipped;
}

Result<QList<AlertSubject>> AlertWorker::subjects(const QList<qint64> &events)
{
    if (const Result<> opened = openStore(); !opened)
        return fail(opened.error());
    return m_store->subjects(events);
}

Result<bool> AlertWorker::addNote(AlertNote note)
{
    if (note.who.trimmed().isEmpty())
        return fail(Errc::InvalidArgument,
                    Tr::tr("Say who you are: the history keeps a name with each entry."));
    if (const Result<> opened = openStore(); !opened)
        return fail(opened.error());
    note.at = m_options.clock();
    if (const Result<> added = m_store->addNote(note); !added)
        return fail(added.error());
    publish();
    return true;
}

Result<QList<PolicyUse>> AlertWorker::policiesSince(UtcTime from)
{
    if (const Result<> opened = openStore(); !opened)
        return fail(opened.error());
    return m_store->policiesSince(from, mostPolicies);
}

Result<AlertEffect> AlertWorker::linkPolicy(const QString &firingId, int policyRevision, const QString &who)
{
    if (const Result<> opened = openStore(); !opened)
        return fail(opened.error());
    Result<AlertEffect> effect = m_store->effectOf(policyRevision);
    if (!effect)
        return effect;
    const Result<bool> noted =
        addNote({.firingId = firingId, .action = u"linked"_s, .who = who, .policyRevision = policyRevision});
    if (!noted)
        return fail(noted.error());
    return effect;
}

Result<AlertSilencePreview> AlertWorker::previewSilence(const AlertSilence &silence)
{
    const UtcTime now = m_options.clock();
    const Result<QList<AlertEntry>> past = history(now - previewed, now);
    if (!past)
        return fail(past.error());
    AlertSilencePreview preview;
    for (const AlertEntry &entry : *past)
        if (matches(silence, entry.firing.labels))
            (entry.firing.resolvedAt ? preview.before : preview.now).append(entry.firing);
    return preview;
}

Result<AlertSilence> AlertWorker::addSilence(AlertSilence silence)
{
    if (silence.matchers.isEmpty() || silence.ends <= silence.begins)
        return fail(Errc::InvalidArgument,
                    Tr::tr("A silence needs a condition, and must end after it begins."));
    if (silence.who.trimmed().isEmpty())
        return fail(Errc::InvalidArgument,
                    Tr::tr("Say who you are: the history keeps a name with each entry."));
    if (const Result<> opened = openStore(); !opened)
        return fail(opened.error());
    if (silence.id.isEmpty())
        silence.id = newId(u"silence"_s);
    const QByteArray json = QJsonDocument(toJson(silence)).toJson(QJsonDocument::Compact);
    if (const Result<> put = m_store->putSilence({.id = silence.id, .json = json}); !put)
        return fail(put.error());
    if (const Result<> read = readSilences(); !read)
        return fail(read.error());
    publish();
    return silence;
}

Result<bool> AlertWorker::endSilence(const QString &id)
{
    if (const Result<> opened = openStore(); !opened)
        return fail(opened.error());
    const auto found = std::ranges::find(m_silences, id, &AlertSilence::id);
    if (found == m_silences.end())
        return fail(Errc::NotFound, Tr::tr("This silence has ended already."));
    found->ends = m_options.clock();
    const QByteArray json = QJsonDocument(toJson(*found)).toJson(QJsonDocument::Compact);
    if (const Result<> put = m_store->putSilence({.id = id, .json = json}); !put)
        return fail(put.error());
    m_silences.erase(found);
    publish();
    return true;
}

} // namespace assay
