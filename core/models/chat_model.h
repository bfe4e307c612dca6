// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"
#include "base/result.h"
#include "turn/turn.h"

#include <QCoro/QCoroTask>

#include <functional>

namespace assay {

/// One completion to ask for.
struct ChatRequest
{
    QList<PromptMessage> messages{}; ///< what a remote model is sent, verbatim
    QString question{};              ///< the bare question and
    QList<Evidence> evidence{};      ///< the evidence in the prompt, for the embedded extractive model
    double temperature = 0.2;        ///< 0 … 2
    int maxTokens = 1024;            ///< ≥ 1
    std::chrono::milliseconds timeout{60'000}; ///< for the whole call, retries included
    bool jsonObject = false;                   ///< ask the provider for a JSON object, where it can
};

/// A finished completion.
struct ChatReply
{
    QString text{};
    QString model{}; ///< as the provider names it
    QString finishReason{};
    Usage usage{};
    Cost cost{};
    std::chrono::microseconds firstToken{0}; ///< until the first streamed text
    int retries = 0;                         ///< repeats after 429 or 5xx inside this call
    /// Passages the offline model looked up for itself on the direct path, labelled as its text
    /// cites them; empty for remote models and when the request brought evidence.
    QList<Evidence> usedEvidence{};
};

/// Receives streamed text in order. Called on the thread that awaits complete().
using TokenSink = std::function<void(const QString &)>;

/// Something that completes a chat. Implemented by the OpenAI-compatible, Anthropic and embedded
/// offline models.
///
/// Threading: lives on one thread with an event loop; calls may overlap.
class ChatModel
{
public:
    virtual ~ChatModel() = default;

    /// The id as settings and turns name it.
    virtual QString id() const = 0;

    /// True when no byte leaves the process.
    virtual bool isOffline() const = 0;

    /// Completes one chat, streaming text into `sink` (may be empty).
    ///
    /// @errors Unauthorized, RateLimited, Timeout, Unavailable, TlsRefused, Protocol,
    ///         InvalidArgument, Cancelled. Text already streamed stays streamed.
    virtual QCoro::Task<Result<ChatReply>> complete(ChatRequest request, TokenSink sink,
                                                    CancelToken token) = 0;
};

} // namespace assay
