// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learning/replay.h"

#include <array>
#include <unordered_map>

namespace assay {

/// An attempt of a recorded chain, and all that followed it.
struct LikeAttempt
{
    RecordedChain chain{};
    std::uint32_t from = 0; ///< the attempt, from 0
};

/// What became of a turn as it was recorded.
struct RecordedOutcome
{
    bool passed = false;
    bool premium = false; ///< a premium model drafted at least once
    int attempts = 0;
    qint64 costMicros = 0;
    qint64 latencyUs = 0;
};

/// Recorded attempts by what they have in common: number, model, tier, tier before, what the retry changed;
/// within those by how near they are, in hundredths of the confidence or of the score before.
///
/// Built once for recorded turns, whatever is asked about them.
class LikeTurns
{
public:
    static constexpr int bins = 101;
    /// Like turns lie at most this far away, in bins.
    static constexpr int reach = 5;

    explicit LikeTurns(const RecordedTurns &recorded);

    struct Pool
    {
        std::vector<LikeAttempt> attempts{};         ///< by bin
        std::vector<std::uint8_t> bin{};             ///< of each attempt
        std::array<std::uint32_t, bins + 1> begin{}; ///< of each bin in `attempts`
    };

    const RecordedOutcome &outcome(std::size_t turn) const { return m_outcomes[turn]; }

    /// Number of the pool that holds attempts like the due one; -1 = none was ever recorded.
    int poolOf(const DueAttempt &due) const;
    const Pool &pool(int number) const { return m_pools[static_cast<std::size_t>(number)]; }
    int pools() const { return static_cast<int>(m_pools.size()); }

    /// At least `enough` attempts of the pool, the nearest: [first, last). All within reach where there are
    /// none on one side, so that a line can be followed there. Empty where there are fewer than enough.
    std::pair<std::uint32_t, std::uint32_t> nearest(int pool, int bin, int enough) const;

    int binAt(int pool, std::uint32_t index) const
    {
        return m_pools[static_cast<std::size_t>(pool)].bin[index];
    }

    static int binOf(double value);

private:
    std::vector<RecordedOutcome> m_outcomes; ///< by turn
    std::vector<Pool> m_pools;
    std::unordered_map<std::uint64_t, int> m_numbers; ///< by key
};

} // namespace assay
