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

/// At most 256 KiB of UTF-8, a hundred thousand values, nested 32 deep.
/// @return the root, a Table; or what is wrong, with file and line
tl::expected<FileNode, SettingProblem> readToml(const QByteArray &text, const QString &file);
/// JSON too, which is YAML.
tl::expected<FileNode, SettingProblem> readYaml(const QByteArray &text, const QString &file);

} // namespace assay
