// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QFlags>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <cstdint>
#include <optional>
#include <span>

namespace assay {

/// Every column a filter can name, in the order the documentation lists them.
enum class FilterColumn : std::uint8_t {
    Score,
    Accuracy,
    Relevance,
    Completeness,
    Passed,
    Threshold,
    Issue,
    Issues,
    Type,
    Event,
    Scope,
    Source,
    Reason,
    Thread,
    Turn,
    TurnNumber,
    Attempt,
    Retries,
    MessageId,
    Tenant,
    Model,
    Tier,
    Strategy,
    Confidence,
    Status,
    Label,
    Node,
    Tool,
    Category,
    Application,
    Topic,
    Partition,
    Offset,
    Sequence,
    Time,
    Latency,
    Size,
    Compressed,
    Cost,
    Tokens,
    Text,
};

/// What a column holds, and so which operators and literals it takes.
enum class FilterType : std::uint8_t {
    Score,    ///< float in [0, 1], compared as float; literals 0.95, 95%
    Share,    ///< double in [0, 1]; literals as for Score
    Count,    ///< whole number; literals 3, 10k, 2M
    Flag,     ///< yes or no
    Token,    ///< one of a few names
    Text,     ///< free text
    Time,     ///< moment, in microseconds since 1970; literals 2026-11-21T14:06, -15m, today
    Duration, ///< in microseconds; literals 250ms, 2s, 5min, 1h, 7d
    Size,     ///< in bytes; literals 512, 1kB, 1MB, 1MiB
    Money,    ///< in micro-dollars; literals $0.01
};

/// Where rows have a column.
enum class FilterUse : std::uint8_t { Events = 1, Turns = 2 };
Q_DECLARE_FLAGS(FilterUses, FilterUse)
Q_DECLARE_OPERATORS_FOR_FLAGS(FilterUses)
inline constexpr FilterUses filterAnyUse{FilterUse::Events, FilterUse::Turns};

/// One line of the table that parser, completion, documentation and SQL are made from.
struct FilterColumnInfo
{
    FilterColumn column{};
    const char *name = "";
    FilterType type{};
    FilterUses uses{};
    bool many = false;   ///< a row may have several values; "=" asks whether one of them is it
    bool closed = false; ///< Token: no other values than `values` exist
    std::span<const char *const> values{}; ///< the known values, for completion and "did you mean"
    const char *help = "";                 ///< one sentence, untranslated; see filterHelp()
    const char *example = "";              ///< a whole filter
};

/// The table, in the order of FilterColumn.
std::span<const FilterColumnInfo> filterColumns();
const FilterColumnInfo &filterColumn(FilterColumn column);

/// The column of that name, whatever its case; nullptr for an unknown one.
const FilterColumnInfo *findFilterColumn(QStringView name);

/// `help` in the operator's language.
QString filterHelp(const FilterColumnInfo &column);
/// "a number from 0 to 1", "a duration such as 250ms or 2s", in the operator's language.
QString filterTypeHelp(FilterType type);
/// Names of the columns that rows of one of `uses` have.
QStringList filterColumnNames(FilterUses uses);

} // namespace assay
