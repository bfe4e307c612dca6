// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/rate_limiter.h"
#include "models/chat_dialect.h"
#include "models/prices.h"
#include "models/retry.h"

namespace assay {

/// What all remote models of a registry share. Lives on their thread.
struct RemoteServices
{
    std::shared_ptr<HttpClient> http{};
    std::shared_ptr<RateLimiter> limiter{};     ///< asked before every try; null = no limit
    std::shared_ptr<const PriceTable> prices{}; ///< null = no price is known
    RetryPolicy retry{};
    std::chrono::milliseconds stall{30'000}; ///< longest silence inside an answer
};

/// A model behind HTTP, whatever protocol it speaks.
///
/// Repeats a call after 429, 5xx and broken connections, but only while no text has been streamed:
/// text once shown is never taken back. A call may outlive this object.
class RemoteModel final : public ChatModel
{
public:
    RemoteModel(RemoteEndpoint endpoint, std::shared_ptr<const ChatDialect> dialect, RemoteServices services);

    QString id() const override;
    bool isOffline() const override;
    QCoro::Task<Result<ChatReply>> complete(ChatRequest request, TokenSink sink, CancelToken token) override;

    struct State;

private:
    std::shared_ptr<const State> m_state;
};

} // namespace assay
