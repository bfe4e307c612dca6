// SPDX-License-Identifier: Apache-2.0
#include "base/rate_limiter.h"

#include <algorithm>

namespace assay {

using Steady = std::chrono::steady_clock;

TokenBucket TokenBucket::full(double ratePerSecond, double burst, Steady::time_point now)
{
    const double size = std::max(1.0, burst);
    return {.ratePerSecond = ratePerSecond, .burst = size, .tokens = size, .last = now};
}

std::chrono::nanoseconds TokenBucket::take(Steady::time_point now)
{
    if (ratePerSecond <= 0)
        return std::chrono::nanoseconds(0);
    const double elapsed = std::chrono::duration<double>(now - last).count();
    tokens = std::min(burst, tokens + std::max(0.0, elapsed) * ratePerSecond);
    last = now;
    tokens -= 1.0;
    if (tokens >= 0)
        return std::chrono::nanoseconds(0);
    return std::chrono::nanoseconds(static_cast<std::int64_t>(-tokens / ratePerSecond * 1e9));
}

RateLimiter::RateLimiter(double ratePerSecond, double burst)
    : m_bucket(TokenBucket::full(ratePerSecond, burst, Steady::now()))
{
}

void RateLimiter::configure(double ratePerSecond, double burst)
{
    m_bucket.ratePerSecond = ratePerSecond;
    m_bucket.burst = std::max(1.0, burst);
    m_bucket.tokens = std::min(m_bucket.tokens, m_bucket.burst);
}

QCoro::Task<bool> RateLimiter::acquire(CancelToken token)
{
    const auto wait = m_bucket.take(Steady::now());
    if (wait.count() <= 0)
        co_return !token.isCancelled();
    const auto rounded = std::chrono::ceil<std::chrono::milliseconds>(wait);
    const bool waited = co_await sleepFor(rounded, token);
    co_return waited;
}

} // namespace assay
