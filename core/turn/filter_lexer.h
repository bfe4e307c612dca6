// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/filter.h"

#include <vector>

namespace assay {

/// One word, sign or quoted text of a filter. Private to the filter's own files.
struct FilterToken
{
    enum class Kind : std::uint8_t {
        Word,
        Quoted,
        Compare, ///< = != < <= > >= ~ and !~
        And,     ///< &&
        Or,      ///< ||
        Not,     ///< !
        Open,
        Close,
        Comma,
        Bad, ///< `text` says what is wrong
        End,
    };

    Kind kind = Kind::End;
    qsizetype start = 0;
    qsizetype length = 0;
    QString text{}; ///< Word: as typed; Quoted: without quotes and escapes
    FilterOperator op{};
    bool negated = false; ///< !~

    qsizetype end() const { return start + length; }
    /// Is it this keyword, whatever the case?
    bool isWord(QLatin1StringView word) const;
};

/// All tokens of `text`; the last is End.
std::vector<FilterToken> filterTokens(QStringView text);

/// "=", "contains", "in" …
QString filterOperatorText(FilterOperator op);
/// The operator a word stands for: contains, matches, in, and eq ne lt le gt ge.
std::optional<FilterOperator> filterOperatorWord(const FilterToken &token);
/// The operators a column takes, the usual one first.
QList<FilterOperator> filterOperatorsOf(FilterType type);
/// and, or, not, exists: words that only stand for a search when they are quoted.
bool isFilterKeyword(QStringView word);
/// May this stand in a filter without quotes?
bool isPlainFilterWord(QStringView word);
/// In quotes, with what needs it escaped.
QString quotedFilterText(QStringView text);

} // namespace assay
