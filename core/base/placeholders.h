// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QString>

namespace assay {

/// One {{name}} in a template.
struct Placeholder
{
    QString name{};
    qsizetype at = 0; ///< of its first brace
    int line = 1;
    int column = 1; ///< in characters, from 1

    bool operator==(const Placeholder &) const = default;
};

/// Every {{name}} of `text`, in order. A name is made of small letters, digits and _; other text between
/// double braces is text.
QList<Placeholder> placeholdersOf(const QString &text);

/// Line and column of `at`, both from 1.
Placeholder placeOf(const QString &text, qsizetype at);

/// Fills in the placeholders that have a value, in one pass: what looks like a placeholder inside a value
/// stays what it is. Those without a value stay, too.
QString fillPlaceholders(const QString &text, const QHash<QString, QString> &values);

} // namespace assay
