// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learning/recorded_turns.h"

#include <functional>

namespace assay {

/// Turns a policy as recorded into the one that is asked about.
using PolicyEdit = std::function<void(Policy &)>;

/// An attempt that a changed policy would make and that was not recorded.
struct DueAttempt
{
    int number = 1;
    Tier tier = Tier::Premium;
    Tier tierBefore = Tier::Premium; ///< of the attempt before; as `tier` for the first
    std::optional<RetryStrategy> retryStrategy{};
    int model = -1;    ///< in RecordedTurns::models; -1 = nothing recorded used it
    double near = 0.0; ///< what like attempts have near to this: the confidence, or the score before
    bool known = true; ///< false: the change needs a check that was not made

    bool operator==(const DueAttempt &) const = default;
};

/// What became of a turn, or of the part of it that is known.
struct ReplayedTurn
{
    bool passed = false;
    bool premium = false; ///< a premium model drafted at least once
    int attempts = 0;
    qint64 costMicros = 0;
    qint64 latencyUs = 0;
    std::optional<DueAttempt> due{}; ///< absent: all of it is known, and exact

    bool operator==(const ReplayedTurn &) const = default;
};

/// Recorded turns under a changed policy. Where the changed policy decides as the recorded one did, what was
/// recorded follows; where it decides otherwise, the attempt that is due is named.
///
/// Route, gate, number of attempts and what a retry changes are decided by the agent's own functions.
class Replay
{
public:
    /// @param recorded outlives the replay
    Replay(const RecordedTurns &recorded, const PolicyEdit &edit);

    ReplayedTurn turn(std::size_t index) const;

    /// What follows in a chain from its attempt `from` (0 = the first) on, its own attempts only: cost and
    /// latency count from the end of the attempt before.
    ReplayedTurn rest(const RecordedChain &chain, std::uint32_t from) const;

    bool isPremium(const RecordedChain &chain, std::uint32_t index) const
    {
        return attempt(chain, index).tier == Tier::Premium;
    }
    const Policy &changed(int policy) const { return m_changed[static_cast<std::size_t>(policy)]; }

private:
    struct Change
    {
        bool uncheckable = false; ///< turns a check on that was off
        int fastModel = -1;
        int premiumModel = -1;
        bool otherFast = false;
        bool otherPremium = false;
    };

    const RecordedAttempt &attempt(const RecordedChain &chain, std::uint32_t index) const
    {
        return m_recorded.attempts[chain.first + index];
    }
    DueAttempt firstDue(const RecordedTurn &turn, Tier tier) const;
    DueAttempt nextDue(const RecordedAttempt &last, int number) const;
    bool modelChanged(const RecordedAttempt &attempt) const;

    const RecordedTurns &m_recorded;
    std::vector<Policy> m_changed;
    std::vector<Change> m_changes; ///< by policy
};

} // namespace assay
