// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learning/like_turns.h"

#include <map>

namespace assay {

/// What attempts add to a turn: passed, premium tier entered, retries, micro-dollars, microseconds.
using Added = std::array<double, 5>;

enum AddedFigure : std::size_t { AddedPassed, AddedPremium, AddedRetries, AddedCost, AddedLatency };

/// Estimates what due attempts would have brought, from recorded ones like them under the same change.
///
/// A like attempt counts with all that followed it; where that, too, breaks off under the change, it goes on
/// as attempts like the one due then. Sums are linear in like attempts, so their uncertainty is known: each
/// counts with the number of turns it stands for. Where like attempts lie further away, or on one side, a
/// straight line through them is followed to where the turn is.
/// @source local linear regression: Fan and Gijbels, 1996; for the variance of an imputed total, Särndal,
/// Swensson and Wretman, 1992, chapter 15
class Estimate
{
public:
    Estimate(const Replay &replay, const LikeTurns &like, int enough);

    /// Number of the cell of like attempts; -1 = too few are recorded.
    int cellFor(const DueAttempt &due);
    /// Lets a turn that broke off be estimated by the cell.
    void addTurn(int cell) { m_cells[static_cast<std::size_t>(cell)].turns += 1.0; }

    const Added &meanOf(int cell) const { return m_cells[static_cast<std::size_t>(cell)].mean; }
    /// What one of the like attempts brought, chosen by `random`; its latency alone.
    double drawnLatency(int cell, std::uint64_t random) const;

    /// Variances of the sums over all added turns. Call it once, after the last.
    Added variances();
    /// How far following a line beyond what is recorded moved the sums: an allowance for it being wrong;
    /// after variances().
    const Added &allowance() const { return m_allowance; }
    /// Like attempts that the estimates stand on, counted as if all weighed alike; after variances().
    double effectiveLike() const { return m_effective; }

private:
    struct Cell
    {
        int pool = -1;
        std::uint32_t first = 0;
        std::uint32_t last = 0; ///< like attempts [first, last) of the pool
        int bin = 0;
        int number = 0;      ///< of the attempt
        double turns = 0.0;  ///< that it stands for
        double known = 0.0;  ///< like attempts that could be followed to their end
        double centre = 0.0; ///< of their bins
        double tilt = 0.0;   ///< what a like attempt weighs more for each bin nearer to this one
        Added mean{};
        Added variance{};
        Added beyond{}; ///< what the line moved the mean, where like attempts are on one side alone
    };
    /// A like attempt under the change.
    struct Followed
    {
        bool done = false;
        int goesOn = -1; ///< cell; -1 = ends here; -2 = not known
        Added own{};
        double weight = 0.0;
        int countedBy = -1; ///< cell
    };

    Followed &follow(int pool, std::uint32_t index);
    void summarise(std::size_t cell);
    void weigh(std::size_t cell);
    /// Share of the like attempt in the estimate of the cell; they sum up to 1.
    double shareOf(const Cell &cell, std::uint32_t index) const;

    const Replay &m_replay;
    const LikeTurns &m_like;
    int m_enough;
    std::vector<Cell> m_cells;
    std::map<std::pair<int, int>, int> m_numbers; ///< by pool and bin
    std::vector<std::vector<Followed>> m_followed;
    double m_effective = 0.0;
    Added m_allowance{};
};

} // namespace assay
