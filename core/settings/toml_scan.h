// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace assay {

/// One statement of a TOML text and where its bytes stand. Offsets count bytes.
struct TomlStatement
{
    bool isHeader = false; ///< [section]; else key = value
    QString key{};         ///< the section, or the whole dotted key with its section
    int line = 1;
    qsizetype valueBegin = 0;
    qsizetype valueEnd = 0;
    qsizetype next = 0; ///< begin of the line after the statement
};

/// Finds the statements of a TOML text, for messages and for edits in place. It reads layout only:
/// whether the text is valid TOML is for the real parser to say, before or after.
QList<TomlStatement> scanToml(const QByteArray &text);

/// Length of the longest dotted key in `text`, counted in dots. The parser recurses once per dot.
int deepestKey(const QByteArray &text);

} // namespace assay
