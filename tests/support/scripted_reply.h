// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QStringList>

#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>

namespace assay::test {

/// What happens on the connection after the last piece of a reply.
enum class ReplyEnd : std::uint8_t {
    Finish, ///< the reply is completed properly; the connection stays for the next request
    Stall,  ///< nothing more is sent and the connection is held open
    Close,  ///< the connection is closed although the reply is not complete
    Reset,  ///< the connection is torn down (RST) although the reply is not complete
};

/// One reply of the ScriptedServer: a value, built by one of the functions below or by hand.
struct ScriptedReply
{
    int status = 200; ///< 0 = send no byte at all, only do `end`
    QByteArray contentType = QByteArrayLiteral("application/json");
    QList<std::pair<QByteArray, QByteArray>> headers{}; ///< further headers, "Retry-After" for instance
    QList<QByteArray> pieces{};                         ///< the body, written piece by piece
    bool chunked = false; ///< true: each piece is one HTTP chunk; false: Content-Length over all pieces
    std::chrono::milliseconds latency{0};       ///< from the whole request until the first byte of the reply
    std::chrono::milliseconds betweenPieces{0}; ///< pause before every piece but the first
    ReplyEnd end = ReplyEnd::Finish;
    QByteArray raw{}; ///< when not empty: sent verbatim instead of status line, headers and pieces

    ScriptedReply after(std::chrono::milliseconds wait) const;      ///< a copy with this latency
    ScriptedReply ending(ReplyEnd how) const;                       ///< a copy with this end
    ScriptedReply with(QByteArray name, QByteArray value) const;    ///< a copy with one more header
    ScriptedReply pausing(std::chrono::milliseconds between) const; ///< a copy with this pause between pieces
};

/// Prompt and completion tokens of a reply.
using TokenCounts = std::pair<int, int>;

/// A JSON body with this status.
ScriptedReply jsonReply(const QJsonObject &body, int status = 200);

/// An OpenAI-shaped error body: {"error":{"message":…,"type":…}}.
ScriptedReply errorReply(int status, const QString &message);

/// A web page where an API was expected.
ScriptedReply htmlReply(int status = 200);

/// Raw server-sent events, one piece per entry ("data: …\n\n" is put around each), chunked.
ScriptedReply sseReply(const QList<QByteArray> &data);

/// A streamed OpenAI chat completion: a role delta, one delta per piece, the finish reason, the
/// usage (when given) and [DONE].
ScriptedReply openAiStream(const QStringList &pieces, std::optional<TokenCounts> usage = TokenCounts(12, 3),
                           const QString &model = QStringLiteral("scripted-1"));

/// The same completion as one JSON object.
ScriptedReply openAiWhole(const QString &text, std::optional<TokenCounts> usage = TokenCounts(12, 3),
                          const QString &model = QStringLiteral("scripted-1"));

/// A streamed Anthropic message: message_start … message_stop.
ScriptedReply anthropicStream(const QStringList &pieces, TokenCounts usage = TokenCounts(12, 3),
                              const QString &model = QStringLiteral("claude-scripted"));

/// GET /v1/models of an OpenAI-compatible server.
ScriptedReply modelList(const QStringList &ids);

} // namespace assay::test
