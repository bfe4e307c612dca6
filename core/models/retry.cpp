// SPDX-License-Identifier: Apache-2.0
#include "models/retry.h"

namespace assay {

using std::chrono::milliseconds;

milliseconds Deadline::remaining() const
{
    const auto left = std::chrono::ceil<milliseconds>(m_end - std::chrono::steady_clock::now());
    return std::max(left, milliseconds(0));
}

std::optional<milliseconds> retryDelay(const RetryPolicy &policy, const Error &error, int retriesSoFar,
                                       milliseconds remaining, std::mt19937 &random)
{
    if (!error.isRetryable() || retriesSoFar >= policy.maxRetries)
        return std::nullopt;
    const int doublings = std::min(retriesSoFar, 20);
    const milliseconds ceiling =
        std::min(policy.maxDelay, policy.firstDelay * (std::int64_t{1} << doublings));
    std::uniform_int_distribution<std::int64_t> jitter(0, std::max<std::int64_t>(0, ceiling.count()));
    const milliseconds pause = std::max(milliseconds(jitter(random)), error.retryAfter);
    if (pause >= remaining)
        return std::nullopt;
    return pause;
}

std::mt19937 retryRandom(const RetryPolicy &policy)
{
    return std::mt19937(policy.seed != 0 ? policy.seed : std::random_device{}());
}

} // namespace assay
