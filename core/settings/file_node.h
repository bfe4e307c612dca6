// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/setting_value.h"

#include <QtCore/QByteArray>

#include <tl/expected.hpp>

namespace assay {

/// A value of a TOML, JSON or YAML file and where it stands.
struct FileNode
{
    enum class Kind : std::uint8_t { Nothing, Flag, Number, Text, List, Table };

    Kind kind = Kind::Nothing;
    int line = 0;       ///< from 1
    int column = 0;     ///< from 1; 0 = unknown
    bool block = false; ///< a YAML text whose lines follow in the lines below
    QString text{};     ///< of Text, and of Number and Flag as written
    double number = 0.0;
    bool flag = false;
    QList<std::pair<QString, FileNode>> members{}; ///< of Table; of List with empty names

    const FileNode *member(QStringView name) const;
};

/// "a text", "a table" … for messages.
QString kindText(FileNode::Kind kind);

/// What a file may be at most, so that a hostile one costs little.
struct FileLimits
{
    qsizetype bytes = 256 << 10;
    int values = 100'000;
};

/// UTF-8 within `limits`, nested 32 deep at most.
/// @return the root, a Table; or what is wrong, with file and line
tl::expected<FileNode, SettingProblem> readToml(const QByteArray &text, const QString &file,
                                                FileLimits limits = {});
/// JSON too, which is YAML, but for escapes of characters beyond U+FFFF: readJson() knows those.
tl::expected<FileNode, SettingProblem> readYaml(const QByteArray &text, const QString &file,
                                                FileLimits limits = {});
/// @param firstLine number of the first line of `text` in its file
tl::expected<FileNode, SettingProblem> readJson(const QByteArray &text, const QString &file,
                                                FileLimits limits = {}, int firstLine = 1);

} // namespace assay
