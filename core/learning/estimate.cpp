// SPDX-License-Identifier: Apache-2.0
#include "learning/estimate.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assay {

namespace {

constexpr int endsHere = -1;
constexpr int notKnown = -2;
/// Like attempts of a cell that may themselves lead where nothing is recorded.
constexpr double mostUnknown = 0.05;

std::uint64_t mixed(std::uint64_t value)
{
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U; // splitmix64
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31);
}

} // namespace

Estimate::Estimate(const Replay &replay, const LikeTurns &like, int enough)
    : m_replay(replay), m_like(like), m_enough(enough), m_followed(static_cast<std::size_t>(like.pools()))
{
}

int Estimate::cellFor(const DueAttempt &due)
{
    const int pool = m_like.poolOf(due);
    if (pool < 0)
        return -1;
    const int bin = LikeTurns::binOf(due.near);
    if (const auto known = m_numbers.find({pool, bin}); known != m_numbers.end())
        return known->second;
    const auto [first, last] = m_like.nearest(pool, bin, m_enough);
    const int number = first == last ? -1 : static_cast<int>(m_cells.size());
    m_numbers.emplace(std::pair{pool, bin}, number);
    if (number < 0)
        return -1;
    m_cells.push_back({.pool = pool, .first = first, .last = last, .bin = bin, .number = due.number});
    summarise(static_cast<std::size_t>(number));
    if (m_cells[static_cast<std::size_t>(number)].known <
        (1.0 - mostUnknown) * static_cast<double>(last - first)) {
        m_numbers[{pool, bin}] = -1;
        return -1;
    }
    return number;
}

Estimate::Followed &Estimate::follow(int pool, std::uint32_t index)
{
    std::vector<Followed> &all = m_followed[static_cast<std::size_t>(pool)];
    if (all.empty())
        all.resize(m_like.pool(pool).attempts.size());
    if (all[index].done)
        return all[index];
    const LikeAttempt &attempt = m_like.pool(pool).attempts[index];
    const ReplayedTurn rest = m_replay.rest(attempt.chain, attempt.from);
    const bool premiumBefore = attempt.from > 0 && m_replay.isPremium(attempt.chain, attempt.from - 1);
    Followed followed{
        .done = true,
        .goesOn = endsHere,
        .own = {rest.passed ? 1.0 : 0.0, rest.premium && !premiumBefore ? 1.0 : 0.0,
                static_cast<double>(rest.attempts) - std::max(1.0, static_cast<double>(attempt.from)),
                static_cast<double>(rest.costMicros), static_cast<double>(rest.latencyUs)}};
    if (rest.due) {
        // A later number each time, so this comes to an end.
        const int next = rest.attempts > static_cast<int>(attempt.from) ? cellFor(*rest.due) : notKnown;
        followed.goesOn = next < 0 ? notKnown : next;
        followed.own[AddedPassed] = 0.0;
    }
    return m_followed[static_cast<std::size_t>(pool)][index] = followed;
}

/// A straight line through what lies around (or beside) the cell: the share of each in its value there.
void Estimate::weigh(std::size_t number)
{
    const Cell range = m_cells[number]; // following may add cells
    double count = 0.0;
    double sum = 0.0;
    double squares = 0.0;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
        if (follow(range.pool, i).goesOn == notKnown)
            continue;
        const auto bin = static_cast<double>(m_like.binAt(range.pool, i));
        count += 1.0;
        sum += bin;
        squares += bin * bin;
    }
    Cell &cell = m_cells[number];
    cell.known = count;
    if (count < 2.0)
        return;
    cell.centre = sum / count;
    const double spread = squares - sum * cell.centre;
    cell.tilt = spread > 0.5 ? (cell.bin - cell.centre) / spread : 0.0;
}

double Estimate::shareOf(const Cell &cell, std::uint32_t index) const
{
    const auto bin = static_cast<double>(m_like.binAt(cell.pool, index));
    return 1.0 / cell.known + cell.tilt * (bin - cell.centre);
}

void Estimate::summarise(std::size_t number)
{
    weigh(number);
    Cell &cell = m_cells[number];
    if (cell.known < 2.0)
        return;
    Added sum{};
    Added squares{};
    for (std::uint32_t i = cell.first; i < cell.last; ++i) {
        const Followed &one = m_followed[static_cast<std::size_t>(cell.pool)][i];
        if (one.goesOn == notKnown)
            continue;
        const double share = shareOf(cell, i);
        for (std::size_t f = 0; f < sum.size(); ++f) {
            const double value =
                one.own[f] +
                (one.goesOn == endsHere ? 0.0 : m_cells[static_cast<std::size_t>(one.goesOn)].mean[f]);
            cell.mean[f] += share * value;
            sum[f] += value;
            squares[f] += value * value;
        }
    }
    const bool oneSided =
        m_like.binAt(cell.pool, cell.first) > cell.bin || m_like.binAt(cell.pool, cell.last - 1) < cell.bin;
    for (std::size_t f = 0; f < sum.size() && oneSided; ++f)
        cell.beyond[f] = std::abs(cell.mean[f] - sum[f] / cell.known);
    for (std::size_t f = 0; f < sum.size(); ++f)
        cell.variance[f] = std::max(0.0, (squares[f] - sum[f] * sum[f] / cell.known) / (cell.known - 1.0));
    // A share of 0 or 1 among few does not mean certainty: Jeffreys' half of a turn to either side.
    for (const std::size_t f : {AddedPassed, AddedPremium}) {
        cell.mean[f] = std::clamp(cell.mean[f], 0.0, 1.0);
        const double share = (sum[f] + 0.5) / (cell.known + 1.0);
        if (sum[f] > 0.0 || f == AddedPassed)
            cell.variance[f] = std::max(cell.variance[f], share * (1.0 - share));
    }
}

double Estimate::drawnLatency(int number, std::uint64_t random) const
{
    double latency = 0.0;
    while (number >= 0) {
        const Cell &cell = m_cells[static_cast<std::size_t>(number)];
        random = mixed(random + 0x9e3779b97f4a7c15U);
        const std::uint32_t index =
            cell.first + static_cast<std::uint32_t>(random % (cell.last - cell.first));
        const Followed &one = m_followed[static_cast<std::size_t>(cell.pool)][index];
        if (one.goesOn == notKnown)
            return latency + cell.mean[AddedLatency];
        latency += one.own[AddedLatency];
        number = one.goesOn;
    }
    return latency;
}

Added Estimate::variances()
{
    std::vector<std::size_t> order(m_cells.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [this](std::size_t cell) { return m_cells[cell].number; });
    Added variance{};
    for (const std::size_t number : order) {
        const Cell cell = m_cells[number];
        if (cell.turns == 0.0 || cell.known <= 0.0)
            continue;
        // Each estimated turn is one draw, not its mean.
        for (std::size_t f = 0; f < variance.size(); ++f) {
            variance[f] += std::abs(cell.turns) * cell.variance[f];
            m_allowance[f] += std::abs(cell.turns) * cell.beyond[f];
        }
        for (std::uint32_t i = cell.first; i < cell.last; ++i) {
            Followed &one = m_followed[static_cast<std::size_t>(cell.pool)][i];
            if (one.goesOn == notKnown)
                continue;
            const double weight = cell.turns * shareOf(cell, i);
            one.weight += weight;
            one.countedBy = static_cast<int>(number);
            if (one.goesOn >= 0)
                m_cells[static_cast<std::size_t>(one.goesOn)].turns += weight;
        }
    }
    double weights = 0.0;
    double squares = 0.0;
    for (const std::vector<Followed> &pool : m_followed)
        for (const Followed &one : pool) {
            if (one.countedBy < 0)
                continue;
            const Added &spread = m_cells[static_cast<std::size_t>(one.countedBy)].variance;
            for (std::size_t f = 0; f < variance.size(); ++f)
                variance[f] += one.weight * one.weight * spread[f];
            weights += one.weight;
            squares += one.weight * one.weight;
        }
    m_effective = squares > 0.0 ? weights * weights / squares : 0.0;
    return variance;
}

} // namespace assay
