// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/chat_dialect.h"

namespace assay {

/// Anthropic's messages: system text apart, named events, cumulative usage.
/// @source Anthropic API reference, "Messages" and "Streaming messages" (anthropic-version 2023-06-01)
class AnthropicDialect final : public ChatDialect
{
public:
    HttpRequest request(const RemoteEndpoint &endpoint, const ChatRequest &chat) const override;
    Result<CompletionDelta> readEvent(const SseEvent &event, const QString &peer) const override;
    Result<CompletionDelta> readWhole(const QByteArray &json, const QString &peer) const override;
};

} // namespace assay
