// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/chat_dialect.h"

namespace assay {

/// Chat completions as OpenAI defined them and Groq, Ollama, llama.cpp, vLLM and LM Studio speak them.
/// @source OpenAI API reference, "Create chat completion" and its streaming chunk object
class OpenAiDialect final : public ChatDialect
{
public:
    HttpRequest request(const RemoteEndpoint &endpoint, const ChatRequest &chat) const override;
    Result<CompletionDelta> readEvent(const SseEvent &event, const QString &peer) const override;
    Result<CompletionDelta> readWhole(const QByteArray &json, const QString &peer) const override;
};

} // namespace assay
