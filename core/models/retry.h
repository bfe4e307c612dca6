// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"
#include "base/result.h"
#include "base/tr.h"

#include <QCoro/QCoroTask>

#include <optional>
#include <random>

namespace assay {

/// How a failed call is repeated.
struct RetryPolicy
{
    int maxRetries = 3;                         ///< repeats after the first try; ≥ 0
    std::chrono::milliseconds firstDelay{500};  ///< upper end of the first pause
    std::chrono::milliseconds maxDelay{20'000}; ///< upper end of every pause
    std::uint32_t seed = 0;                     ///< of the jitter; 0 = a different one for each call
};

/// Counts down the time of a whole call.
class Deadline
{
public:
    explicit Deadline(std::chrono::milliseconds budget) : m_end(std::chrono::steady_clock::now() + budget) {}

    /// Never negative.
    std::chrono::milliseconds remaining() const;

private:
    std::chrono::steady_clock::time_point m_end;
};

/// How long to wait before repeating, or nullopt when repeating cannot help: the error is not of that
/// kind, the retries are used up, or the pause would outlast the call.
///
/// The pause is drawn from [0, firstDelay · 2^retriesSoFar], at most maxDelay ("full jitter"), and is
/// never shorter than what the peer asked for.
///
/// @param retriesSoFar repeats already made; ≥ 0
/// @param remaining    time left for the whole call
/// @source M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
std::optional<std::chrono::milliseconds> retryDelay(const RetryPolicy &policy, const Error &error,
                                                    int retriesSoFar, std::chrono::milliseconds remaining,
                                                    std::mt19937 &random);

/// The jitter's generator for one call.
std::mt19937 retryRandom(const RetryPolicy &policy);

/// What a repeated call came to.
template<typename T>
struct Retried
{
    Result<T> result;
    int retries = 0;
};

/// Calls `attempt` until it succeeds or repeating cannot help.
///
/// @param attempt    makes one try within the time it is given
/// @param mayRepeat  asked after a failure; false once something of the try has become visible
/// @return the last try's result; Cancelled when `token` was cancelled during a pause
template<typename T>
QCoro::Task<Retried<T>> withRetries(RetryPolicy policy, Deadline deadline, CancelToken token,
                                    std::function<QCoro::Task<Result<T>>(std::chrono::milliseconds)> attempt,
                                    std::function<bool()> mayRepeat)
{
    std::mt19937 random = retryRandom(policy);
    int retries = 0;
    while (true) {
        const std::chrono::milliseconds budget = deadline.remaining();
        Result<T> result = co_await attempt(budget);
        if (result || !mayRepeat())
            co_return Retried<T>{std::move(result), retries};
        const auto pause = retryDelay(policy, result.error(), retries, deadline.remaining(), random);
        if (!pause)
            co_return Retried<T>{std::move(result), retries};
        const std::chrono::milliseconds duration = *pause;
        const bool waited = co_await sleepFor(duration, token);
        if (!waited) {
            Result<T> cancelled = fail(Errc::Cancelled, Tr::tr("Stopped while waiting to ask again."));
            co_return Retried<T>{std::move(cancelled), retries};
        }
        ++retries;
    }
}

} // namespace assay
