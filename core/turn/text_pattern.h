// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QtCore/QStringView>

#include <memory>

namespace re2 {
class RE2;
}

namespace assay {

/// A regular expression in RE2's syntax: its time is linear in the text, whatever the pattern.
/// Immutable; usable from any thread.
class TextPattern
{
public:
    static constexpr qsizetype maxLength = 1000; ///< UTF-16 units

    /// @errors InvalidArgument, with what is wrong in words
    static Result<std::shared_ptr<const TextPattern>> compile(const QString &pattern);
    ~TextPattern();
    Q_DISABLE_COPY_MOVE(TextPattern)

    /// Is it found anywhere in `text`, whatever the case?
    bool isIn(QStringView text) const;
    bool isIn(std::string_view utf8) const;

private:
    explicit TextPattern(std::unique_ptr<re2::RE2> compiled);
    std::unique_ptr<re2::RE2> m_compiled;
};

/// Is `part` found anywhere in `text`, whatever the case (simple Unicode folding)?
bool containsFolded(QStringView text, QStringView part);

} // namespace assay
