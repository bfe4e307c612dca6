// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/setting_value.h"
#include "settings/settings_table.h"

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QMap>

#include <memory>
#include <mutex>

namespace assay {

/// Who set a value. Later ones win over earlier ones.
enum class OriginKind : std::uint8_t { Default, File, Environment, Profile, Flag, Live };

/// Where a value came from.
struct Origin
{
    OriginKind kind = OriginKind::Default;
    QString name{}; ///< the file's path, the variable, the flag, or the profile
    int line = 0;   ///< in the file, from 1

    /// "default", "file assay.toml:12", "environment CHROMA_URL", "flag --set", "profile balanced",
    /// "changed here". Translated.
    QString text() const;

    bool operator==(const Origin &) const = default;
};

/// One value and its origin.
struct SettingEntry
{
    SettingValue value{};
    Origin origin{};

    bool operator==(const SettingEntry &) const = default;
};

/// New values by index in settingsTable.
using SettingChanges = QMap<int, SettingValue>;

/// Values with their origins by index, as a file or another source names them.
using SettingEntries = QMap<int, SettingEntry>;

/// All values at one moment, each with its origin. Immutable, implicitly shared: copies are cheap and
/// may be read on any thread.
class Settings
{
public:
    /// The declared defaults, revision 0.
    Settings();

    /// The value behind a handle: `settings.get("quality.threshold"_setting)`.
    template<typename T>
    T get(SettingKey<T> key) const
    {
        static_assert(!std::is_same_v<T, SecretTag>, "secrets are read through Secrets");
        return std::get<T>(at(key.index).value);
    }

    const SettingEntry &at(int index) const { return m_entries.at(index); }

    /// Rises by one with every applied change of this process.
    int revision() const noexcept { return m_revision; }

    /// Name of the profile last chosen; empty = none. Its values may have been changed since.
    QString profile() const { return m_profile; }

    /// These settings with `entries` on top. Values are taken as checked.
    Settings with(const SettingEntries &entries) const;
    Settings withProfile(const QString &name) const;
    Settings withRevision(int revision) const;

    /// Same values and origins and profile; the revision does not count.
    bool sameAs(const Settings &other) const;

private:
    QList<SettingEntry> m_entries;
    QString m_profile;
    int m_revision = 0;
};

/// The newest settings, for threads that read them at each attempt.
///
/// Threading: read() and publish() from any thread.
class SnapshotSource
{
public:
    explicit SnapshotSource(Settings initial) : m_newest(std::move(initial)) {}

    Settings read() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_newest;
    }
    void publish(Settings newest)
    {
        const std::scoped_lock lock(m_mutex);
        m_newest = std::move(newest);
    }

private:
    mutable std::mutex m_mutex;
    Settings m_newest;
};

/// Variables of a process, by name. Empty ones count as not set.
using Variables = QHash<QString, QString>;

/// This process's variables.
Variables processEnvironment();

/// From where settings are put together.
struct SettingsSources
{
    QString file{};          ///< path of the TOML file
    bool fileNeeded = false; ///< true when a person named it: then it is a problem when it is missing
    QString profile{};       ///< as --profile gives it, so above the environment; empty = none
    QString userProfiles{};  ///< folder of the user's own profiles
    Variables environment{};
    QStringList assignments{}; ///< "quality.threshold=0.9", as --set gives them, in order
};

/// ~/.config/assay/assay.toml, or what XDG_CONFIG_HOME says. It need not exist.
QString defaultSettingsFile();

/// The folder of the user's own profiles beside it.
QString defaultProfilesFolder();

/// Puts flag (--set, then --profile) over environment over file over default.
/// @return the settings, or everything that is wrong in any source, at once
tl::expected<Settings, QList<SettingProblem>> loadSettings(const SettingsSources &sources);

/// Reads "quality.threshold=0.9".
/// @errors UnknownKey, SecretOutOfPlace, and all that parseSetting() says; `where` is "--set"
tl::expected<std::pair<int, SettingValue>, SettingProblem> parseAssignment(const QString &assignment);

/// A problem naming an undeclared key and the declared one most like it.
SettingProblem unknownKey(const QString &key);

} // namespace assay
