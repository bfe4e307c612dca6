// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "turn/filter_columns.h"

#include <QtCore/QList>
#include <QtCore/QVarLengthArray>

#include <tl/expected.hpp>

#include <memory>
#include <vector>

// The filter language: one for the whole program. By example:
//
//   score < 0.9 and issue = tool_results_ignored and thread ~ "abc"
//   type in (undecodable, tombstone) or not exists score
//   latency > 2s and cost > $0.01 and time > -15m
//   refund policy                      words searched in summary, question and answer
//
// Absent is absent: a comparison with a value that a row does not have is neither true nor false.
// "and", "or" and "not" carry that on as SQL does (not unknown = unknown), and a row is shown only
// when the whole filter is true. So "score < 0.9" and "not score < 0.9" both leave out rows without
// a score; "not exists score" finds them. "a != b" is "not a = b". The one thing never absent is
// "exists" itself.

namespace assay {

class TextPattern;

/// Texts of one column of one row. Views into the row.
using FilterTexts = QVarLengthArray<QStringView, 6>;

/// One row as the filter sees it. nullopt = the row has no such value.
///
/// Implemented by TurnFilterRow (turn/filter_turn.h) and EventFilterRow (stream/filter_row.h).
class FilterRow
{
public:
    virtual ~FilterRow() = default;

    /// Score (a float, widened) and Share columns.
    virtual std::optional<double> real(FilterColumn column) const = 0;
    /// Count, Time, Duration, Size, Money in their units; Flag as 0 or 1.
    virtual std::optional<qint64> integer(FilterColumn column) const = 0;
    /// Token and Text columns. Present and empty: a list of which there could be some, but is none.
    virtual std::optional<FilterTexts> texts(FilterColumn column) const = 0;
};

enum class FilterOperator : std::uint8_t {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Matches,  ///< ~ : a regular expression (RE2) found anywhere, whatever the case
    Contains, ///< the text found anywhere, whatever the case
    In,
    Exists,
};

/// A literal. Which member counts is up to the column's type.
struct FilterValue
{
    enum class Base : std::uint8_t { Absolute, Now, Today };

    double real = 0.0;
    qint64 integer = 0;         ///< Time with a base: microseconds from it
    Base base = Base::Absolute; ///< Time only; Today = start of the operator's local day
    QString text{};
    std::shared_ptr<const TextPattern> pattern{}; ///< Matches only

    /// Patterns are compared by their text.
    bool operator==(const FilterValue &other) const;
};

/// The moment a Time value means, in microseconds since 1970. @param now what it counts from
qint64 filterTimeMicros(const FilterValue &value, UtcTime now);

/// Node of a parsed filter. Clause: column, op and values count; the others have children.
struct FilterNode
{
    enum class Kind : std::uint8_t { All, Any, Not, Clause };

    Kind kind = Kind::All; ///< All without children is true for every row
    std::vector<FilterNode> children{};
    FilterColumn column{};
    FilterOperator op{};
    QList<FilterValue> values{}; ///< one; In: one or more; Exists: none

    bool operator==(const FilterNode &other) const = default;
};

/// A clause that helped a row to match.
struct FilterReason
{
    QString clause{}; ///< canonical: "score < 0.9", "not exists score"
    QString value{};  ///< the row's value, "0.82"; empty when absent

    bool operator==(const FilterReason &) const = default;
};

/// A parsed filter: an immutable value, cheap to copy, usable from any thread.
class Filter
{
public:
    /// Matches every row.
    Filter();
    explicit Filter(FilterNode root);

    bool isEmpty() const;
    const FilterNode &root() const { return *m_root; }

    /// @param now what "-15m" and "today" count from. Costs no allocation for numeric clauses.
    bool matches(const FilterRow &row, UtcTime now) const;

    /// The clauses that made the row match, in reading order; empty when it does not match.
    QList<FilterReason> why(const FilterRow &row, UtcTime now) const;

    /// Canonical text: parsing it gives an equal filter.
    QString toString() const;

    /// Does it speak of the time that passes? Then rows must be looked at again as it does.
    bool isRelative() const;

    bool operator==(const Filter &other) const { return *m_root == *other.m_root; }

private:
    std::shared_ptr<const FilterNode> m_root;
};

/// Why a text is no filter: UTF-16 position and length of the part that is wrong.
struct FilterProblem
{
    qsizetype position = 0;
    qsizetype length = 0; ///< 0 = something is missing there
    QString sentence{};   ///< for the operator
    QString suggestion{}; ///< what may stand there instead; empty when nothing comes near

    bool operator==(const FilterProblem &) const = default;
};

/// Limits of a filter's text.
inline constexpr qsizetype filterMaxLength = 10'000; ///< UTF-16 units
inline constexpr int filterMaxDepth = 64;            ///< parentheses and "not"
inline constexpr int filterMaxTerms = 1'000;         ///< clauses, and values in lists

/// Reads a filter. Pure: the same text always gives the same. An empty text is the empty filter.
/// @param uses the kinds of rows it is meant for; a column that none of them has is a problem
tl::expected<Filter, FilterProblem> parseFilter(QStringView text, FilterUses uses = filterAnyUse);

/// Values of a sound filter that are no known value but close to one: a slip, perhaps.
QList<FilterProblem> filterHints(QStringView text, FilterUses uses = filterAnyUse);

/// `text` with the problem's suggestion in place. Unchanged when there is none.
QString withSuggestion(const QString &text, const FilterProblem &problem);

/// For a terminal: the sentence, the line it is on, and carets below the place.
QString filterProblemText(QStringView text, const FilterProblem &problem);

/// The same as parseFilter(), for callers that only pass errors on. @errors InvalidArgument
Result<Filter> readFilter(const QString &text, FilterUses uses = filterAnyUse);

/// Is one part of a filter's text a column, an operator …? For colouring it while it is typed.
struct FilterSpan
{
    enum class Kind : std::uint8_t { Column, Keyword, Operator, Value, Word, Bracket, Unknown };
    qsizetype start = 0;
    qsizetype length = 0;
    Kind kind = Kind::Word;

    bool operator==(const FilterSpan &) const = default;
};

/// Colours for any text, sound or not. Blanks belong to no span.
QList<FilterSpan> filterSpans(QStringView text);

/// One thing that may be typed at the cursor.
struct FilterCompletion
{
    enum class Kind : std::uint8_t { Column, Operator, Value, Keyword };
    Kind kind = Kind::Column;
    QString text{}; ///< what to put there, without the blank after it
    QString help{}; ///< one line

    bool operator==(const FilterCompletion &) const = default;
};

struct FilterCompletions
{
    qsizetype start = 0; ///< the part of the text to replace; length 0 = insert
    qsizetype length = 0;
    std::optional<FilterColumn> valuesOf{}; ///< set when a value of this column is wanted
    QList<FilterCompletion> items{};        ///< best first

    bool operator==(const FilterCompletions &) const = default;
};

/// What may stand at `cursor` (0 … text.size()).
FilterCompletions completeFilter(QStringView text, qsizetype cursor, FilterUses uses = filterAnyUse);

/// A value as a filter has to write it: quoted where it must be.
QString filterLiteral(const FilterColumnInfo &column, QStringView value);

} // namespace assay
