// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/settings.h"

namespace assay {

/// Largest settings file that is read.
inline constexpr qsizetype largestSettingsFile = 256 << 10;

/// Reads a settings file. Nothing is taken from a file with a problem.
/// @return the values it names, with file and line; or every problem in it at once (of syntax
///         errors and duplicates, the parser reports the first)
tl::expected<SettingEntries, QList<SettingProblem>> readSettingsFile(const QString &path);

/// The same from memory; `name` stands in messages and origins.
tl::expected<SettingEntries, QList<SettingProblem>> readSettingsText(const QByteArray &text,
                                                                     const QString &name);

/// `text` with `changes` written into it. Other lines, comments included, stay as they are; where a
/// file's form does not allow that, its values are written anew and only comments are lost.
/// @errors InvalidArgument when `text` itself has problems
Result<QByteArray> editSettingsText(const QByteArray &text, const SettingChanges &changes);

/// Writes `changes` into the file at once and whole, or not at all; makes the file and its folder
/// when they are missing (readable by the user alone).
/// @errors InvalidArgument (the file on disk has problems), DiskFull, ReadOnly, Io
Result<> writeSettingsFile(const QString &path, const SettingChanges &changes);

} // namespace assay
