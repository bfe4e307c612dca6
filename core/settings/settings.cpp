// SPDX-License-Identifier: Apache-2.0
#include "settings/settings.h"

#include "base/text.h"
#include "base/tr.h"
#include "settings/profiles.h"
#include "settings/toml_file.h"

#include <QtCore/QFileInfo>
#include <QtCore/QProcessEnvironment>
#include <QtCore/QStandardPaths>

namespace assay {

using namespace Qt::StringLiterals;

QString Origin::text() const
{
    switch (kind) {
    case OriginKind::Default: return Tr::tr("default");
    case OriginKind::File: return Tr::tr("file %1:%2").arg(QFileInfo(name).fileName()).arg(line);
    case OriginKind::Environment: return Tr::tr("environment %1").arg(name);
    case OriginKind::Profile: return Tr::tr("profile %1").arg(name);
    case OriginKind::Flag: return Tr::tr("flag %1").arg(name);
    case OriginKind::Live: return Tr::tr("changed here");
    }
    Q_UNREACHABLE();
}

Settings::Settings()
{
    m_entries.reserve(settingCount);
    for (const Setting &setting : settingsTable)
        m_entries.append({.value = initialValue(setting), .origin = {}});
}

Settings Settings::with(const SettingEntries &entries) const
{
    Settings next = *this;
    for (auto entry = entries.cbegin(); entry != entries.cend(); ++entry)
        next.m_entries[entry.key()] = entry.value();
    return next;
}

Settings Settings::withProfile(const QString &name) const
{
    Settings next = *this;
    next.m_profile = name;
    return next;
}

Settings Settings::withRevision(int revision) const
{
    Settings next = *this;
    next.m_revision = revision;
    return next;
}

bool Settings::sameAs(const Settings &other) const
{
    return m_entries == other.m_entries && m_profile == other.m_profile;
}

Variables processEnvironment()
{
    const QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    Variables variables;
    for (const QString &name : all.keys())
        variables.insert(name, all.value(name));
    return variables;
}

QString defaultSettingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/assay/assay.toml"_s;
}

QString defaultProfilesFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/assay/profiles"_s;
}

SettingProblem unknownKey(const QString &key)
{
    QStringList known = settingKeys();
    QString nearest = nearestOf(key, known);
    if (nearest.isEmpty()) // the right name in a wrong section, or without one
        for (const QString &one : known)
            if (one.sliced(one.indexOf(u'.') + 1) == key.sliced(key.indexOf(u'.') + 1))
                nearest = one;
    return {.kind = SettingProblemKind::UnknownKey,
            .key = key,
            .nearest = nearest,
            .what = Tr::tr("There is no such setting.")};
}

tl::expected<std::pair<int, SettingValue>, SettingProblem> parseAssignment(const QString &assignment)
{
    const auto at = [](SettingProblem problem, const QString &key) {
        problem.where = u"--set"_s;
        problem.key = key;
        return tl::unexpected(std::move(problem));
    };
    const qsizetype equals = assignment.indexOf(u'=');
    const QString key = assignment.first(std::max<qsizetype>(equals, 0)).trimmed();
    if (key.isEmpty())
        return at({.kind = SettingProblemKind::Syntax,
                   .what = Tr::tr("Expected KEY=VALUE, such as quality.threshold=0.9.")},
                  {});
    const std::optional<int> index = settingIndex(key);
    if (!index)
        return at(unknownKey(key), key);
    auto value = parseSetting(settingAt(*index), QStringView(assignment).sliced(equals + 1));
    if (!value)
        return at(std::move(value.error()), key);
    return std::pair(*index, std::move(*value));
}

namespace {

SettingEntries readEnvironment(const Variables &environment, QList<SettingProblem> &problems)
{
    SettingEntries entries;
    for (int i = 0; i < settingCount; ++i) {
        const Setting &setting = settingAt(i);
        if (setting.type == SettingType::Secret)
            continue;
        for (const QString &name : environmentNames(setting)) {
            const QString text = environment.value(name);
            if (text.isEmpty())
                continue;
            auto value = parseSetting(setting, text);
            if (value) {
                entries.insert(i, {*value, {.kind = OriginKind::Environment, .name = name}});
            } else {
                value.error().where = Tr::tr("environment %1").arg(name);
                value.error().key = QString::fromLatin1(setting.key);
                problems.append(value.error());
            }
            break;
        }
    }
    return entries;
}

SettingEntries readAssignments(const QStringList &assignments, QList<SettingProblem> &problems)
{
    SettingEntries entries;
    for (const QString &assignment : assignments) {
        const auto parsed = parseAssignment(assignment);
        if (parsed)
            entries.insert(parsed->first, {parsed->second, {.kind = OriginKind::Flag, .name = u"--set"_s}});
        else
            problems.append(parsed.error());
    }
    return entries;
}

SettingEntries take(tl::expected<SettingEntries, QList<SettingProblem>> read, QList<SettingProblem> &problems)
{
    if (read)
        return std::move(*read);
    problems += read.error();
    return {};
}

} // namespace

tl::expected<Settings, QList<SettingProblem>> loadSettings(const SettingsSources &sources)
{
    QList<SettingProblem> problems;
    Settings settings;
    if (!sources.file.isEmpty() && (sources.fileNeeded || QFileInfo::exists(sources.file)))
        settings = settings.with(take(readSettingsFile(sources.file), problems));
    settings = settings.with(readEnvironment(sources.environment, problems));
    if (!sources.profile.isEmpty())
        settings = settings.with(take(readProfile(sources.profile, sources.userProfiles), problems))
                       .withProfile(sources.profile);
    settings = settings.with(readAssignments(sources.assignments, problems));
    if (!problems.isEmpty())
        return tl::unexpected(problems);
    return settings;
}

} // namespace assay
