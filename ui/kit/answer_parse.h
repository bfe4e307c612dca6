// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace assay::ui {

/// One piece of an answer. `Bullet` begins a bullet line and `Break` ends a line; both have no text.
struct Span
{
    enum class Kind { Text, Code, Citation, Bullet, Break };

    Kind kind = Kind::Text;
    /// Text without its markers; a citation's label without brackets.
    QString text;
    bool bold = false;

    bool operator==(const Span &) const = default;
};

/// The inline format of answers, nothing more: lines, "- " and "* " bullets, **bold**, `code`, and
/// citations such as [1] or [T1]. Whatever is not closed on its line stands as written; control
/// and bidi characters are made visible. Linear in the length. Empty text, no spans.
QList<Span> parseAnswer(const QString &text);

/// One line without its line feed, as `parseAnswer` reads it (without the final `Break`).
QList<Span> parseAnswerLine(QStringView line);

} // namespace assay::ui
