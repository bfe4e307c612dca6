// SPDX-License-Identifier: Apache-2.0
#include "settings/settings_hub.h"

#include "base/tr.h"
#include "settings/toml_file.h"

#include <QCoro/QCoroFuture>
#include <QtCore/QPointer>
#include <QtCore/QPromise>
#include <QtCore/QThreadPool>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Runs `job` on the pool. @return its result, later
template<typename Job>
auto onPool(Job job) -> QFuture<std::invoke_result_t<Job>>
{
    using Value = std::invoke_result_t<Job>;
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    const QFuture<Value> future = promise->future();
    QThreadPool::globalInstance()->start([promise, work = std::move(job)] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

/// What saving gave: the file as it is now, or why it was not written.
struct Saved
{
    Result<> written{};
    SettingEntries inFile{};
};

Saved saveAndRead(const QString &file, const SettingChanges &changes)
{
    Saved saved{.written = writeSettingsFile(file, changes)};
    if (auto read = readSettingsFile(file))
        saved.inFile = std::move(*read);
    return saved;
}

QString changeText(int index, const SettingValue &from, const SettingValue &to)
{
    const Setting &setting = settingAt(index);
    return Tr::tr("%1 %2 → %3")
        .arg(labelOf(setting), settingDisplay(setting, from), settingDisplay(setting, to));
}

} // namespace

SettingsHub::SettingsHub(Settings initial, QString file, QString profilesFolder, QObject *parent)
    : QObject(parent), m_current(std::move(initial)), m_source(std::make_shared<SnapshotSource>(m_current)),
      m_file(std::move(file)), m_profilesFolder(std::move(profilesFolder)), m_baseline(m_current)
{
    if (auto read = readSettingsFile(m_file))
        m_inFile = std::move(*read);
    readProfiles();
}

void SettingsHub::readProfiles()
{
    m_profiles = listProfiles(m_profilesFolder);
    m_profileValues.clear();
    for (const Profile &profile : m_profiles)
        m_profileValues.insert(profile.name, readProfile(profile.name, m_profilesFolder));
}

Result<> SettingsHub::apply(const SettingChanges &changes, OriginKind origin)
{
    QList<SettingProblem> problems;
    SettingEntries after;
    for (auto change = changes.cbegin(); change != changes.cend(); ++change) {
        const Setting &setting = settingAt(change.key());
        std::optional<SettingProblem> wrong = checkSetting(setting, *change);
        if (wrong) {
            wrong->key = QString::fromLatin1(setting.key);
            problems.append(*wrong);
        } else if (m_current.at(change.key()).value != *change) {
            after.insert(change.key(), {*change, {.kind = origin}});
        }
    }
    if (!problems.isEmpty())
        return fail(toError(problems));
    if (after.isEmpty())
        return {};
    const int first = after.firstKey();
    const QString text = after.size() == 1 ? changeText(first, m_current.at(first).value, after.first().value)
                                           : Tr::tr("%n setting(s)", nullptr, static_cast<int>(after.size()));
    record(std::move(after), m_current.profile(), text);
    return {};
}

Result<> SettingsHub::setOne(int index, const SettingValue &value)
{
    return apply({{index, value}});
}

SettingsHub::ProfileValues SettingsHub::valuesOf(const QString &profile) const
{
    const auto found = m_profileValues.constFind(profile);
    return found == m_profileValues.cend() ? readProfile(profile, m_profilesFolder) : *found;
}

Result<> SettingsHub::restoreProfile(const QString &name)
{
    ProfileValues values = valuesOf(name);
    if (!values)
        return fail(toError(values.error()));
    values->removeIf([this](const SettingEntries::iterator &entry) {
        return m_baseline.at(entry.key()).origin.kind == OriginKind::Flag;
    });
    putInForce(*values, name);
    return {};
}

Result<> SettingsHub::applyProfile(const QString &name)
{
    const ProfileValues values = valuesOf(name);
    if (!values)
        return fail(toError(values.error()));
    record(*values, name, Tr::tr("Profile %1").arg(name));
    return {};
}

Result<Settings> SettingsHub::settingsUnder(const QString &profile) const
{
    if (profile.isEmpty())
        return m_current;
    const ProfileValues values = valuesOf(profile);
    if (!values)
        return fail(toError(values.error()));
    return m_current.with(*values).withProfile(profile);
}

QCoro::Task<Result<>> SettingsHub::saveProfile(QString name)
{
    const QFuture<Result<>> saving = onPool([name, settings = m_current, folder = m_profilesFolder] {
        return assay::saveProfile(name, settings, folder);
    });
    const QPointer<SettingsHub> self(this);
    const Result<> written = co_await saving;
    if (!written || !self)
        co_return written;
    readProfiles();
    SettingEntries values = m_profileValues.value(name).value_or(SettingEntries());
    record(std::move(values), name, Tr::tr("Profile %1").arg(name));
    co_return Result<>();
}

bool SettingsHub::differsFromProfile() const
{
    const auto found = m_profileValues.constFind(m_current.profile());
    if (found == m_profileValues.cend() || !*found)
        return false;
    for (auto entry = (*found)->cbegin(); entry != (*found)->cend(); ++entry)
        if (m_current.at(entry.key()).value != entry->value)
            return true;
    return false;
}

void SettingsHub::record(SettingEntries after, const QString &profile, const QString &text)
{
    Step step{.before = {},
              .after = std::move(after),
              .profileBefore = m_current.profile(),
              .profileAfter = profile,
              .text = text};
    for (auto entry = step.after.cbegin(); entry != step.after.cend(); ++entry)
        step.before.insert(entry.key(), m_current.at(entry.key()));
    m_steps.resize(m_done);
    m_steps.append(step);
    if (m_steps.size() > mostSteps)
        m_steps.removeFirst();
    m_done = m_steps.size();
    putInForce(step.after, profile);
}

void SettingsHub::putInForce(const SettingEntries &entries, const QString &profile)
{
    m_current = m_current.with(entries).withProfile(profile).withRevision(m_current.revision() + 1);
    m_source->publish(m_current);
    Q_EMIT changed(m_current, m_current.revision());
}

QString SettingsHub::undoText() const
{
    return canUndo() ? m_steps.at(m_done - 1).text : QString();
}

QString SettingsHub::redoText() const
{
    return canRedo() ? m_steps.at(m_done).text : QString();
}

void SettingsHub::undo()
{
    if (!canUndo())
        return;
    const Step step = m_steps.at(--m_done);
    putInForce(step.before, step.profileBefore);
}

void SettingsHub::redo()
{
    if (!canRedo())
        return;
    const Step step = m_steps.at(m_done++);
    putInForce(step.after, step.profileAfter);
}

SettingValue SettingsHub::valueInFile(int index) const
{
    const auto found = m_inFile.constFind(index);
    return found == m_inFile.cend() ? initialValue(settingAt(index)) : found->value;
}

QList<SettingDifference> SettingsHub::differenceAgainstFile() const
{
    QList<SettingDifference> all;
    for (int i = 0; i < settingCount; ++i) {
        const SettingEntry &now = m_current.at(i);
        const SettingEntry &base = m_baseline.at(i);
        const bool fromOutside = base.origin.kind > OriginKind::File;
        if (now.value == valueInFile(i) || (fromOutside && now == base))
            continue;
        all.append(
            {.index = i,
             .inFile = valueInFile(i),
             .inForce = now.value,
             .overriddenBy = base.origin.kind == OriginKind::Environment ? base.origin.text() : QString()});
    }
    return all;
}

void SettingsHub::revertToFile()
{
    SettingEntries back;
    for (int i = 0; i < settingCount; ++i)
        if (m_current.at(i).value != m_baseline.at(i).value)
            back.insert(i, m_baseline.at(i));
    if (!back.isEmpty())
        record(std::move(back), m_baseline.profile(), Tr::tr("Back to the file"));
}

QCoro::Task<Result<>> SettingsHub::saveToFile()
{
    const QList<SettingDifference> differences = differenceAgainstFile();
    SettingChanges changes;
    for (const SettingDifference &one : differences)
        changes.insert(one.index, one.inForce);
    const QFuture<Saved> saving = onPool([file = m_file, changes] { return saveAndRead(file, changes); });
    const QPointer<SettingsHub> self(this);
    const Saved saved = co_await saving;
    if (saved.written && self)
        adoptFile(saved.inFile, differences);
    co_return saved.written;
}

void SettingsHub::adoptFile(const SettingEntries &inFile, const QList<SettingDifference> &written)
{
    m_inFile = inFile;
    SettingEntries adopted;
    for (const SettingDifference &one : written) {
        const auto entry = inFile.constFind(one.index);
        if (entry == inFile.cend())
            continue;
        m_baseline = m_baseline.with({{one.index, *entry}});
        if (m_current.at(one.index).value == entry->value) // not changed again while it was written
            adopted.insert(one.index, *entry);
    }
    m_baseline = m_baseline.withProfile(m_current.profile());
    m_current = m_current.with(adopted);
    m_source->publish(m_current);
    Q_EMIT saved();
}

} // namespace assay
