// SPDX-License-Identifier: Apache-2.0
#include "models/remote_model.h"

#include "base/text.h"
#include "models/completion_reader.h"

#include <QtCore/QTimer>

namespace assay {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using Steady = std::chrono::steady_clock;

struct RemoteModel::State
{
    RemoteEndpoint endpoint{};
    std::shared_ptr<const ChatDialect> dialect{};
    RemoteServices services{};
};

namespace {

using StatePtr = std::shared_ptr<const RemoteModel::State>;

/// One call: what its tries share.
struct Call
{
    StatePtr state{};
    ChatRequest chat{};
    TokenSink sink{};
    CancelToken token{};
    Steady::time_point began = Steady::now();
    std::chrono::microseconds firstToken{0};
    bool hasText = false;
};

QString peerOfCall(const Call &call)
{
    return peerOf(call.state->endpoint.baseUrl);
}

/// Waits for the rate limiter, but not past `budget`.
QCoro::Task<Result<>> waitForTurn(std::shared_ptr<Call> call, milliseconds budget)
{
    const std::shared_ptr<RateLimiter> limiter = call->state->services.limiter;
    if (!limiter)
        co_return Result<>{};
    const CancelToken either = CancelToken::make();
    const auto registration = call->token.onCancel([either] { either.cancel(); });
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &timer, [either] { either.cancel(); });
    timer.start(budget);
    const bool acquired = co_await limiter->acquire(either);
    if (acquired)
        co_return Result<>{};
    if (call->token.isCancelled())
        co_return fail(Errc::Cancelled, Tr::tr("Stopped while waiting for the rate limit."));
    co_return fail(Errc::Timeout,
                   Tr::tr("The rate limit of this console left no time to ask %1. Raise it under "
                          "Tuning, or allow the call more time.")
                       .arg(peerOfCall(*call)));
}

QCoro::Task<Result<Completion>> tryOnce(std::shared_ptr<Call> call, milliseconds budget)
{
    const Deadline deadline(budget);
    const Result<> turn = co_await waitForTurn(call, budget);
    if (!turn)
        co_return fail(turn.error());
    const RemoteModel::State &state = *call->state;
    HttpRequest request = state.dialect->request(state.endpoint, call->chat);
    request.timeout = deadline.remaining();
    request.stall = state.services.stall;
    TokenSink onText = [call](const QString &text) {
        if (!std::exchange(call->hasText, true))
            call->firstToken =
                std::chrono::duration_cast<std::chrono::microseconds>(Steady::now() - call->began);
        if (call->sink)
            call->sink(text);
    };
    const auto reader =
        std::make_shared<CompletionReader>(*state.dialect, peerOfCall(*call), std::move(onText));
    ByteSink onBytes = [reader](const HttpResponse &head, const QByteArray &bytes) {
        return reader->feed(head.contentType, bytes);
    };
    const std::shared_ptr<HttpClient> http = state.services.http;
    const CancelToken token = call->token;
    const Result<HttpResponse> response = co_await http->send(request, onBytes, token);
    if (!response)
        co_return fail(response.error());
    co_return reader->finish(response->contentType);
}

Usage usageOf(const Completion &completion, const ChatRequest &chat)
{
    if (completion.promptTokens && completion.completionTokens)
        return {.promptTokens = *completion.promptTokens,
                .completionTokens = *completion.completionTokens,
                .estimated = false};
    qint64 prompt = 0;
    for (const PromptMessage &message : chat.messages)
        prompt += estimateTokens(message.text);
    return {.promptTokens = completion.promptTokens.value_or(prompt),
            .completionTokens = completion.completionTokens.value_or(estimateTokens(completion.text)),
            .estimated = true};
}

ChatReply replyOf(Completion completion, const Call &call, int retries)
{
    const RemoteEndpoint &endpoint = call.state->endpoint;
    ChatReply reply;
    reply.usage = usageOf(completion, call.chat);
    static const PriceTable noPrices;
    const PriceTable &prices = call.state->services.prices ? *call.state->services.prices : noPrices;
    const bool nameIsPriced = prices.find(endpoint.provider, endpoint.model).has_value();
    const QString priced = nameIsPriced || completion.model.isEmpty() ? endpoint.model : completion.model;
    reply.cost = prices.costOf(endpoint.provider, priced, reply.usage, endpoint.isLocal);
    reply.model = completion.model.isEmpty() ? endpoint.model : completion.model;
    reply.text = std::move(completion.text);
    reply.finishReason = std::move(completion.finishReason);
    reply.firstToken = call.firstToken;
    reply.retries = retries;
    return reply;
}

QCoro::Task<Result<ChatReply>> completeCall(std::shared_ptr<Call> call)
{
    const RetryPolicy policy = call->state->services.retry;
    const Deadline deadline(call->chat.timeout);
    const CancelToken token = call->token;
    std::function<QCoro::Task<Result<Completion>>(milliseconds)> attempt = [call](milliseconds budget) {
        return tryOnce(call, budget);
    };
    std::function<bool()> mayRepeat = [call] { return !call->hasText; };
    Retried<Completion> outcome =
        co_await withRetries<Completion>(policy, deadline, token, attempt, mayRepeat);
    if (!outcome.result)
        co_return fail(std::move(outcome.result.error()).within(u"models"));
    co_return replyOf(std::move(*outcome.result), *call, outcome.retries);
}

} // namespace

RemoteModel::RemoteModel(RemoteEndpoint endpoint, std::shared_ptr<const ChatDialect> dialect,
                         RemoteServices services)
    : m_state(std::make_shared<State>(State{
          .endpoint = std::move(endpoint), .dialect = std::move(dialect), .services = std::move(services)}))
{
}

QString RemoteModel::id() const
{
    return m_state->endpoint.id;
}

bool RemoteModel::isOffline() const
{
    return false;
}

QCoro::Task<Result<ChatReply>> RemoteModel::complete(ChatRequest request, TokenSink sink, CancelToken token)
{
    auto call = std::make_shared<Call>();
    call->state = m_state;
    call->chat = std::move(request);
    call->sink = std::move(sink);
    call->token = std::move(token);
    return completeCall(std::move(call));
}

} // namespace assay
