// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/profiles.h"
#include "settings/settings.h"

#include <QCoro/QCoroTask>
#include <QtCore/QObject>

#include <memory>

namespace assay {

/// One value that differs between what is in force and what the file (or, where it is silent, the
/// default) says.
struct SettingDifference
{
    int index = 0;
    SettingValue inFile{};
    SettingValue inForce{};
    QString overriddenBy{}; ///< "environment CHROMA_URL": wins over the file at the next start; else empty

    bool operator==(const SettingDifference &) const = default;
};

/// Holds the settings in force and is the only one to change them.
///
/// Threading: lives on the main thread. Workers read source(), which always has the newest snapshot.
class SettingsHub final : public QObject
{
    Q_OBJECT

public:
    /// Reads the file and the profiles once, so that no later change waits for the disk.
    ///
    /// @param initial        what loadSettings() gave
    /// @param file           where saveToFile() writes
    /// @param profilesFolder where the user's own profiles lie
    SettingsHub(Settings initial, QString file, QString profilesFolder, QObject *parent = nullptr);

    const Settings &current() const noexcept { return m_current; }
    std::shared_ptr<const SnapshotSource> source() const { return m_source; }
    QString file() const { return m_file; }

    /// Puts new values in force, all of them or, when one is wrong, none. Values that are in force
    /// already are left out; when nothing is left, nothing happens.
    /// @errors InvalidArgument, with every wrong value in its message
    Result<> apply(const SettingChanges &changes, OriginKind origin = OriginKind::Live);

    /// The same for one value: `hub.set("quality.threshold"_setting, 0.9)`.
    template<typename T>
    Result<> set(SettingKey<T> key, T value)
    {
        const SettingValue boxed(std::in_place_type<T>, std::move(value));
        return setOne(key.index, boxed);
    }

    /// Puts a profile in force, as one step of undo.
    /// @errors InvalidArgument (no such profile, or something wrong in it)
    Result<> applyProfile(const QString &name);
    QList<Profile> profiles() const { return m_profiles; }
    /// The settings in force as they would be with a profile on top; nothing changes.
    /// @param profile empty = as they are. @errors InvalidArgument (no such profile, or something wrong in
    /// it)
    Result<Settings> settingsUnder(const QString &profile) const;

    /// Puts the profile that was chosen at an earlier start in force, below what flags say. No step of
    /// undo; revertToFile() takes it back.
    /// @errors as applyProfile()
    Result<> restoreProfile(const QString &name);

    /// The profile in force once nothing is changed against the file; empty = none.
    QString profileAtRest() const { return m_baseline.profile(); }

    /// Keeps all tuning values in force as the user's profile `name`.
    /// @errors as assay::saveProfile()
    QCoro::Task<Result<>> saveProfile(QString name);

    /// True when a value that the profile of current().profile() sets was changed since.
    bool differsFromProfile() const;

    bool canUndo() const noexcept { return m_done > 0; }
    bool canRedo() const noexcept { return m_done < m_steps.size(); }

    /// What undo() and redo() would change, in words; empty when they would do nothing.
    QString undoText() const;
    QString redoText() const;
    void undo();
    void redo();

    /// Values changed here that saveToFile() would write.
    QList<SettingDifference> differenceAgainstFile() const;

    /// Takes back every change that is not in the file, as one step of undo.
    void revertToFile();

    /// Writes the difference into the file, on a worker. Afterwards those values' origin is the file.
    /// @errors as writeSettingsFile()
    QCoro::Task<Result<>> saveToFile();

Q_SIGNALS:
    /// New settings are in force. `revision` is theirs.
    void changed(const assay::Settings &now, int revision);

    /// The difference against the file became another without new settings: it was saved.
    void saved();

private:
    struct Step
    {
        SettingEntries before{};
        SettingEntries after{};
        QString profileBefore{};
        QString profileAfter{};
        QString text{};
    };

    using ProfileValues = tl::expected<SettingEntries, QList<SettingProblem>>;

    Result<> setOne(int index, const SettingValue &value);
    void readProfiles();
    ProfileValues valuesOf(const QString &profile) const;
    void record(SettingEntries after, const QString &profile, const QString &text);
    void putInForce(const SettingEntries &entries, const QString &profile);
    void adoptFile(const SettingEntries &inFile, const QList<SettingDifference> &written);
    SettingValue valueInFile(int index) const;

    static constexpr qsizetype mostSteps = 5000;

    Settings m_current;
    std::shared_ptr<SnapshotSource> m_source;
    QString m_file;
    QString m_profilesFolder;
    Settings m_baseline;     ///< in force without the changes made here and not saved
    SettingEntries m_inFile; ///< what the file says, or said when it was last read
    QList<Profile> m_profiles;
    QHash<QString, ProfileValues> m_profileValues;
    QList<Step> m_steps;
    qsizetype m_done = 0; ///< steps in force; the rest can be redone
};

} // namespace assay

Q_DECLARE_METATYPE(assay::Settings)
