// SPDX-License-Identifier: Apache-2.0
#include "learning/like_turns.h"

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

std::uint64_t keyOf(const DueAttempt &due)
{
    const auto retry = due.retryStrategy ? static_cast<std::uint64_t>(*due.retryStrategy) + 1 : 0;
    return static_cast<std::uint64_t>(due.number) << 48 | static_cast<std::uint64_t>(due.tier) << 40 |
           static_cast<std::uint64_t>(due.tierBefore) << 32 | retry << 24 |
           static_cast<std::uint64_t>(due.model);
}

/// How the attempt looked when it was due.
DueAttempt dueAs(const RecordedTurns &recorded, const RecordedTurn &turn, const RecordedChain &chain,
                 std::uint32_t index)
{
    const RecordedAttempt &attempt = recorded.attempts[chain.first + index];
    if (index == 0)
        return {.number = 1,
                .tier = attempt.tier,
                .tierBefore = attempt.tier,
                .retryStrategy = std::nullopt,
                .model = attempt.model,
                .near = turn.confidence};
    const RecordedAttempt &before = recorded.attempts[chain.first + index - 1];
    return {.number = static_cast<int>(index) + 1,
            .tier = attempt.tier,
            .tierBefore = before.tier,
            .retryStrategy = attempt.retryStrategy,
            .model = attempt.model,
            .near = static_cast<double>(before.gate.score.value_or(0.0F))};
}

} // namespace

int LikeTurns::binOf(double value)
{
    // 0.75 as a float is a little less or more: both belong to 75.
    return static_cast<int>(std::floor(std::clamp(value, 0.0, 1.0) * (bins - 1) + 1e-5));
}

LikeTurns::LikeTurns(const RecordedTurns &recorded)
{
    const Replay unchanged(recorded, [](Policy &) {});
    m_outcomes.reserve(recorded.turns.size());
    for (std::size_t i = 0; i < recorded.turns.size(); ++i) {
        const ReplayedTurn turn = unchanged.turn(i);
        m_outcomes.push_back({.passed = turn.passed,
                              .premium = turn.premium,
                              .attempts = turn.attempts,
                              .costMicros = turn.costMicros,
                              .latencyUs = turn.latencyUs});
    }
    struct Found
    {
        LikeAttempt attempt{};
        int pool = 0;
        int bin = 0;
    };
    std::vector<Found> found;
    found.reserve(recorded.attempts.size());
    const auto take = [&](const RecordedTurn &turn, const RecordedChain &chain) {
        for (std::uint32_t index = 0; index < chain.count; ++index) {
            const DueAttempt due = dueAs(recorded, turn, chain, index);
            const auto [place, isNew] = m_numbers.try_emplace(keyOf(due), static_cast<int>(m_pools.size()));
            if (isNew)
                m_pools.emplace_back();
            const int bin = binOf(due.near);
            ++m_pools[static_cast<std::size_t>(place->second)].begin[static_cast<std::size_t>(bin) + 1];
            found.push_back({.attempt = {.chain = chain, .from = index}, .pool = place->second, .bin = bin});
        }
    };
    for (const RecordedTurn &turn : recorded.turns) {
        take(turn, turn.taken);
        take(turn, turn.explored);
    }
    std::vector<std::array<std::uint32_t, bins>> next(m_pools.size());
    for (std::size_t i = 0; i < m_pools.size(); ++i) {
        Pool &pool = m_pools[i];
        for (std::size_t bin = 1; bin < pool.begin.size(); ++bin)
            pool.begin[bin] += pool.begin[bin - 1];
        std::copy_n(pool.begin.begin(), bins, next[i].begin());
        pool.attempts.resize(pool.begin.back());
        pool.bin.resize(pool.begin.back());
    }
    for (const Found &one : found) {
        const auto pool = static_cast<std::size_t>(one.pool);
        const std::uint32_t place = next[pool][static_cast<std::size_t>(one.bin)]++;
        m_pools[pool].attempts[place] = one.attempt;
        m_pools[pool].bin[place] = static_cast<std::uint8_t>(one.bin);
    }
}

int LikeTurns::poolOf(const DueAttempt &due) const
{
    if (!due.known || due.model < 0)
        return -1;
    const auto found = m_numbers.find(keyOf(due));
    return found == m_numbers.end() ? -1 : found->second;
}

std::pair<std::uint32_t, std::uint32_t> LikeTurns::nearest(int pool, int bin, int enough) const
{
    const auto &begin = m_pools[static_cast<std::size_t>(pool)].begin;
    const auto range = [&](int from, int to) {
        return std::pair{begin[static_cast<std::size_t>(std::max(0, from))],
                         begin[static_cast<std::size_t>(std::min(bins - 1, to)) + 1]};
    };
    const auto holds = [](const std::pair<std::uint32_t, std::uint32_t> &found, int least) {
        return found.second >= found.first + static_cast<std::uint32_t>(least);
    };
    const bool between = holds(range(bin - reach, bin), 1) && holds(range(bin, bin + reach), 1);
    for (int width = between ? 0 : reach; width <= reach; ++width)
        if (const auto found = range(bin - width, bin + width); holds(found, enough))
            return found;
    return {0, 0};
}

} // namespace assay
