// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/chat_model.h"
#include "models/http_client.h"
#include "models/sse_parser.h"

#include <optional>

namespace assay {

/// Where a remote model is and how it is called there.
struct RemoteEndpoint
{
    QString id{};         ///< as settings and turns name it
    QString provider{};   ///< token of the provider table: "openai"
    QString model{};      ///< as the provider names it
    QUrl baseUrl{};       ///< "https://api.openai.com/v1"
    QString key{};        ///< empty = none is sent
    bool isLocal = false; ///< runs on the operator's own machines: costs nothing
};

/// What one event, or a whole reply that did not stream, adds to a completion.
struct CompletionDelta
{
    QString text{};
    QString model{};
    QString finishReason{};
    std::optional<qint64> promptTokens{};     ///< replaces an earlier count
    std::optional<qint64> completionTokens{}; ///< replaces an earlier count
    bool done = false;                        ///< nothing follows

    bool operator==(const CompletionDelta &) const = default;
};

/// How a provider's protocol is spoken. Implemented for OpenAI-compatible servers and for Anthropic.
/// Pure: no state, no network.
class ChatDialect
{
public:
    virtual ~ChatDialect() = default;

    /// The streamed request, without its time limits.
    virtual HttpRequest request(const RemoteEndpoint &endpoint, const ChatRequest &chat) const = 0;

    /// @errors Protocol (not JSON), or the code of an error the provider reports inside the stream
    virtual Result<CompletionDelta> readEvent(const SseEvent &event, const QString &peer) const = 0;

    /// Reads a reply that came as one JSON object although a stream was asked for.
    /// @errors as readEvent
    virtual Result<CompletionDelta> readWhole(const QByteArray &json, const QString &peer) const = 0;
};

} // namespace assay
