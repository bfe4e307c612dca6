// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <cstdint>
#include <optional>
#include <span>

namespace assay {

enum class Tier : std::uint8_t { Fast, Premium };

/// How the answer is sought. Direct: draft without retrieval. SearchFirst: retrieve, grade, draft.
/// DualPath: both at once, the better judged answer wins. MultiStrategy: several ways, a vote decides.
enum class Strategy : std::uint8_t { Direct, SearchFirst, DualPath, MultiStrategy };

/// What a retry changes.
enum class RetryStrategy : std::uint8_t {
    SameInputs,
    StrongerPrompt,
    UpgradeModel,
    RefineResponse,
    ForceToolCall
};

/// CRAG grade of one document.
enum class Relevance : std::uint8_t { Relevant, Ambiguous, Irrelevant };

enum class CommitteeRule : std::uint8_t { Mean, Median, Majority, Veto };

/// Stages of the pipeline, in their order.
enum class Stage : std::uint8_t {
    Predict,
    Route,
    Retrieve,
    Grade,
    Check,
    Inject,
    Draft,
    Validate,
    Judge,
    Gate
};

enum class StageStatus : std::uint8_t { Running, Done, Failed, Skipped };

/// Where a piece of evidence came from.
enum class EvidenceKind : std::uint8_t { Document, ToolResult, Web };

/// Tool-result validator's finding.
enum class ToolResultState : std::uint8_t { Ok, Empty, Failed, Irrelevant, Malformed };

/// What to do about a tool result that is not Ok.
enum class ToolResultAction : std::uint8_t { Accept, TransformQuery, TryAlternativeTool, ReportUnavailable };

/// Response validator's finding.
enum class ResponseState : std::uint8_t { Valid, ToolResultsIgnored, MissingCitations };

enum class TurnStatus : std::uint8_t { Running, Passed, Failed, Cancelled, Errored };

enum class Label : std::uint8_t { None, Good, Bad };

/// One value of an enum and its token in JSON, TOML and on the command line.
template<typename E>
struct EnumToken
{
    E value;
    const char *token;
};

/// The tokens of E, in declaration order. Specialised for every enum above.
template<typename E>
std::span<const EnumToken<E>> enumTokens();

template<>
std::span<const EnumToken<Tier>> enumTokens<Tier>();
template<>
std::span<const EnumToken<Strategy>> enumTokens<Strategy>();
template<>
std::span<const EnumToken<RetryStrategy>> enumTokens<RetryStrategy>();
template<>
std::span<const EnumToken<Relevance>> enumTokens<Relevance>();
template<>
std::span<const EnumToken<CommitteeRule>> enumTokens<CommitteeRule>();
template<>
std::span<const EnumToken<Stage>> enumTokens<Stage>();
template<>
std::span<const EnumToken<StageStatus>> enumTokens<StageStatus>();
template<>
std::span<const EnumToken<EvidenceKind>> enumTokens<EvidenceKind>();
template<>
std::span<const EnumToken<ToolResultState>> enumTokens<ToolResultState>();
template<>
std::span<const EnumToken<ToolResultAction>> enumTokens<ToolResultAction>();
template<>
std::span<const EnumToken<ResponseState>> enumTokens<ResponseState>();
template<>
std::span<const EnumToken<TurnStatus>> enumTokens<TurnStatus>();
template<>
std::span<const EnumToken<Label>> enumTokens<Label>();

/// "search_first".
template<typename E>
QString tokenOf(E value)
{
    for (const EnumToken<E> &entry : enumTokens<E>())
        if (entry.value == value)
            return QString::fromLatin1(entry.token);
    return {};
}

/// The value a token names; nullopt for an unknown one.
template<typename E>
std::optional<E> fromToken(QStringView token)
{
    for (const EnumToken<E> &entry : enumTokens<E>())
        if (token == QLatin1StringView(entry.token))
            return entry.value;
    return std::nullopt;
}

/// Every token of E, for help texts and "did you mean".
template<typename E>
QStringList tokensOf()
{
    QStringList all;
    for (const EnumToken<E> &entry : enumTokens<E>())
        all.append(QString::fromLatin1(entry.token));
    return all;
}

} // namespace assay
