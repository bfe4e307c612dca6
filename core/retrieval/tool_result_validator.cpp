// SPDX-License-Identifier: Apache-2.0
#include "retrieval/tool_result_validator.h"

#include "base/json.h"
#include "base/term_weights.h"
#include "base/text.h"
#include "base/tr.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortResult = 300;
constexpr qsizetype reportedLength = 80;
constexpr qsizetype fewTerms = 4;
constexpr double queryShare = 0.30;

constexpr std::array nothingWords{"[]", "{}", "null", "none", "nil", "n/a", "-", "\"\"", "nothing"};

/// What an error report begins with, once its subject is taken off.
constexpr std::array errorStarts{
    "failed to",
    "failed with",
    "failed:",
    "could not",
    "couldn't",
    "cannot be",
    "unable to",
    "timed out",
    "refused",
    "reset by",
    "not found",
    "denied",
    "resource not found",
    "page not found",
    "file not found",
    "permission denied",
    "access denied",
    "unauthorized",
    "forbidden",
    "rate limit exceeded",
    "traceback (",
    "404 not found",
    "500 internal",
    "502 bad",
    "503 service",
    "504 gateway",
    "fehler:",
    "zugriff verweigert",
};

/// These name a subject too ("Timeouts are set in …"), so they count only alone or before a
/// colon, a full stop or one of errorSequels.
constexpr std::array errorNouns{"error", "exception", "timeout", "404", "500", "502", "503", "504", "fehler"};
constexpr std::array errorSequels{"occurred", "while", "after", "waiting", "connecting", "code"};

/// Who or what failed: taken off before the start is compared.
constexpr std::array subjects{"the",      "a",       "an",      "http",       "https", "tool", "search",
                              "request",  "server",  "service", "connection", "we",    "i",    "was",
                              "is",       "were",    "api",     "query",      "call",  "has",  "have",
                              "internal", "network", "read",    "resource",   "page",  "file", "url",
                              "status",   "fatal",   "sorry,",  "unexpected"};

constexpr std::array emptyPhrases{"no relevant", "no results",         "no result",
                                  "no matches",  "no documents found", "nothing found",
                                  "0 results",   "keine ergebnisse",   "keine treffer"};

template<std::size_t N>
bool holds(const std::array<const char *, N> &list, QStringView word)
{
    return std::ranges::any_of(list, [&](const char *one) { return word == QLatin1StringView(one); });
}

template<std::size_t N>
QString phraseIn(const QString &folded, const std::array<const char *, N> &phrases)
{
    for (const char *phrase : phrases)
        if (containsPhrase(folded, QString::fromUtf8(phrase)))
            return QString::fromUtf8(phrase);
    return {};
}

/// What makes `folded` begin like an error report; empty when it does not.
QString errorStart(const QString &folded)
{
    QStringView rest = folded;
    const auto startPhrase = [&]() -> QString {
        for (const char *phrase : errorStarts)
            if (rest.startsWith(QLatin1StringView(phrase)))
                return QString::fromUtf8(phrase);
        const qsizetype space = rest.indexOf(u' ');
        const QStringView word = space < 0 ? rest : rest.first(space);
        const QStringView bare =
            word.endsWith(u':') || word.endsWith(u'.') || word.endsWith(u'!') ? word.chopped(1) : word;
        if (!holds(errorNouns, bare))
            return {};
        const QStringView next = space < 0 ? QStringView() : rest.mid(space + 1).split(u' ').constFirst();
        return space < 0 || bare.size() < word.size() || holds(errorSequels, next) ? bare.toString()
                                                                                   : QString();
    };
    for (;;) {
        const QString phrase = startPhrase();
        if (!phrase.isEmpty())
            return phrase;
        const qsizetype space = rest.indexOf(u' ');
        if (space < 0)
            return {};
        QStringView word = rest.first(space);
        if (!holds(subjects, word) && !word.endsWith(u':'))
            return {};
        rest = rest.mid(space + 1);
    }
}

/// {"error": "…"} and its kin, with the message; empty for anything else.
QString jsonError(const QJsonDocument &json)
{
    const QJsonValue error = json.object().value("error"_L1);
    if (error.isString())
        return error.toString();
    if (error.isObject())
        return error.toObject().value("message"_L1).toString(u"error"_s);
    return error.isBool() && error.toBool() ? u"error"_s : QString();
}

ToolResultCheck found(ToolResultState state, ToolResultAction action, const QString &reason)
{
    return {state, action, reason};
}

bool isAbout(const QString &result, const QString &query)
{
    const WeightedTerms asked = questionTerms(query, {});
    const QSet<QString> terms = termSet(result);
    return asked.isEmpty() || terms.size() < fewTerms || coverage(asked, terms) >= queryShare;
}

} // namespace

ToolResultCheck validateToolResult(const QString &result, const QString &query, bool expectJson)
{
    const QString folded = foldForMatch(result);
    const bool isNothing = std::ranges::any_of(
        nothingWords, [&](const char *word) { return folded == QLatin1StringView(word); });
    if (folded.isEmpty() || isNothing)
        return found(ToolResultState::Empty, ToolResultAction::TransformQuery,
                     Tr::tr("The tool returned nothing."));

    const Result<QJsonDocument> json = parseJson(result.toUtf8());
    const QString reported = json ? jsonError(*json) : QString();
    if (!reported.isEmpty())
        return found(ToolResultState::Failed, ToolResultAction::TryAlternativeTool,
                     Tr::tr("The tool reported an error: %1").arg(reported.left(reportedLength)));
    if (!json && folded.size() <= shortResult) {
        const QString phrase = errorStart(folded);
        if (!phrase.isEmpty())
            return found(ToolResultState::Failed, ToolResultAction::TryAlternativeTool,
                         Tr::tr("The tool's result begins like an error report (\"%1\").").arg(phrase));
    }
    if (folded.size() <= shortResult) {
        const QString phrase = phraseIn(folded, emptyPhrases);
        if (!phrase.isEmpty())
            return found(ToolResultState::Empty, ToolResultAction::TransformQuery,
                         Tr::tr("The tool says it found nothing (\"%1\").").arg(phrase));
    }
    if (expectJson && !json)
        return found(ToolResultState::Malformed, ToolResultAction::ReportUnavailable,
                     Tr::tr("The tool promised JSON and sent something else."));
    if (!isAbout(result, query))
        return found(ToolResultState::Irrelevant, ToolResultAction::TransformQuery,
                     Tr::tr("The tool's result does not speak about the question."));
    return {};
}

} // namespace assay
