// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"

#include <QCoro/QCoroTask>

#include <chrono>
#include <memory>

namespace assay {

/// A token bucket as a value. It starts full; `now` only ever moves forward.
struct TokenBucket
{
    double ratePerSecond = 5.0; ///< > 0; 0 or less means "no limit"
    double burst = 10.0;        ///< most tokens held; ≥ 1
    double tokens = 10.0;
    std::chrono::steady_clock::time_point last{};

    /// A full bucket.
    static TokenBucket full(double ratePerSecond, double burst, std::chrono::steady_clock::time_point now);

    /// Takes one token. @return 0 when it was there, else how long until it will be; the token is
    /// taken either way (the balance may go negative), so callers are served in order of asking.
    std::chrono::nanoseconds take(std::chrono::steady_clock::time_point now);
};

/// Shares one bucket between coroutines of one thread. The rate can change while some wait.
class RateLimiter
{
public:
    RateLimiter(double ratePerSecond, double burst);

    /// New rate for whoever asks from now on.
    void configure(double ratePerSecond, double burst);

    /// Waits for a token. @return false when `token` was cancelled first.
    QCoro::Task<bool> acquire(CancelToken token);

private:
    TokenBucket m_bucket;
};

} // namespace assay
