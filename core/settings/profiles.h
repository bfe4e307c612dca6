// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/settings.h"

namespace assay {

/// A named set of tuning values.
struct Profile
{
    QString name{};
    QString summary{}; ///< translated; empty for the user's own
    bool shipped = false;

    bool operator==(const Profile &) const = default;
};

/// Shipped ones first, then the user's own in `folder` by name. One of the user's that bears a
/// shipped name is not listed: the shipped one counts.
QList<Profile> listProfiles(const QString &folder);

/// Its name to a person: a shipped one's in words, one's own as it is written, "none chosen" for an empty
/// name. Translated.
QString profileTitle(const QString &name);

/// The values a profile sets, with their origin.
/// @errors one problem naming the nearest profile when there is none of this name; else as
///         readSettingsFile(); settings that are not tunable are refused
tl::expected<SettingEntries, QList<SettingProblem>> readProfile(const QString &name, const QString &folder);

/// May a profile of the user's bear this name? @errors InvalidArgument (not a plain name, or a shipped one's)
Result<> checkProfileName(const QString &name);

/// Writes every tunable value of `settings` as the user's profile `name`, over an older one.
/// @errors InvalidArgument (not a plain name, or a shipped profile's), Io, DiskFull, ReadOnly
Result<> saveProfile(const QString &name, const Settings &settings, const QString &folder);

} // namespace assay
