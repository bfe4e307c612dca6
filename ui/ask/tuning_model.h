// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/settings_hub.h"

#include <QtCore/QObject>

#include <optional>

namespace assay::ui {

/// What the tuning panel says after something was done.
struct TuningNotice
{
    bool problem = false;
    QString text{};

    bool operator==(const TuningNotice &) const = default;
};

/// Changes drafted on top of the settings in force. Nothing takes effect before apply().
///
/// Threading: main thread, as the hub.
class TuningModel final : public QObject
{
    Q_OBJECT

public:
    explicit TuningModel(SettingsHub &hub, QObject *parent = nullptr);

    SettingsHub &hub() { return m_hub; }

    /// The drafted value, else the one in force.
    const SettingValue &value(int index) const;
    /// What the settings file says, or the default where it is silent.
    SettingValue inFile(int index) const;
    bool isDrafted(int index) const { return m_draft.contains(index); }
    const SettingChanges &drafted() const { return m_draft; }
    int draftCount() const { return static_cast<int>(m_draft.size()); }
    /// Values in force that the file does not have.
    const QList<SettingDifference> &differences() const { return m_differences; }

    /// Drafts a value; drafting the one in force takes the draft back.
    /// @return what is wrong with it; then nothing is drafted
    std::optional<QString> draft(int index, const SettingValue &value);

    /// What applying the draft will do, a sentence each, in the order of the settings.
    QStringList effects() const;

    /// Puts the draft in force, all or nothing. Without a draft nothing happens.
    void apply();
    /// Drops the draft; without one, goes back to the file as one step of undo.
    void revert();
    bool canRevert() const;
    /// One step back, or forth again. @return what was changed, in words; empty when there was nothing
    QString undo();
    QString redo();
    /// Puts a profile in force and drops the draft.
    /// @errors as SettingsHub::applyProfile(); the notice says it too
    Result<> applyProfile(const QString &name);
    /// "Balanced", "Balanced •" when values of it were changed since; "none".
    QString profileText() const;

    /// Applies the draft and writes everything in force that the file does not have.
    void saveToFile();
    /// Applies the draft and keeps all tuning values as the user's profile.
    /// @return false, with a notice, for a name that cannot be; nothing is applied then.
    bool saveProfile(const QString &name);

    const TuningNotice &notice() const { return m_notice; }

Q_SIGNALS:
    /// Values, drafts, differences or the notice became others.
    void changed();

private:
    /// What is to be said about the models drafted, each sentence once.
    QStringList adviceOnModels() const;
    bool applyDraft();
    void say(const QString &text, bool problem = false);
    void takeHub();
    QCoro::Task<> writeFile();
    QCoro::Task<> writeProfile(QString name);

    SettingsHub &m_hub;
    SettingChanges m_draft;
    QList<SettingDifference> m_differences;
    TuningNotice m_notice;
};

} // namespace assay::ui
