// SPDX-License-Identifier: Apache-2.0
#include "learning/what_if.h"

#include "base/tr.h"
#include "learning/estimate.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <cmath>
#include <map>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr double normal975 = 1.959963984540054;
constexpr double slowShare = 0.95;

/// One pass over the turns: sums as recorded, exact, and of what is known of the estimated ones.
class Count
{
public:
    Count(const RecordedTurns &recorded, const LikeTurns &like, const PolicyEdit &edit,
          const WhatIfLimits &limits)
        : m_recorded(recorded), m_like(like), m_limits(limits), m_replay(recorded, edit),
          m_estimate(m_replay, like, limits.enough)
    {
        m_before.reserve(recorded.turns.size());
        m_after.reserve(recorded.turns.size());
        for (std::size_t i = 0; i < recorded.turns.size(); ++i)
            take(i);
    }

    qint64 leftOut() const { return m_answer.leftOut; }
    std::optional<DueAttempt> commonestUnknown() const;
    WhatIfAnswer answer();

private:
    struct Sums
    {
        Added values{};

        template<typename T>
        void add(const T &turn)
        {
            values[AddedPassed] += turn.passed ? 1.0 : 0.0;
            values[AddedPremium] += turn.premium ? 1.0 : 0.0;
            values[AddedRetries] += static_cast<double>(std::max(0, turn.attempts - 1));
            values[AddedCost] += static_cast<double>(turn.costMicros);
        }
    };

    void take(std::size_t index);
    void takeEstimated(std::size_t index, ReplayedTurn after, int cell, bool passedBefore);
    void noteFlip(std::size_t index, bool before, bool after);
    WhatIfFigure figure(AddedFigure which, double variance, double most) const;
    WhatIfFigure slowest(double effective);

    const RecordedTurns &m_recorded;
    const LikeTurns &m_like;
    WhatIfLimits m_limits;
    Replay m_replay;
    Estimate m_estimate;
    WhatIfAnswer m_answer;
    Sums m_was;
    Sums m_is;
    std::vector<qint64> m_before; ///< latencies
    std::vector<qint64> m_after;
    std::vector<qint64> m_drawn; ///< of the estimated ones, again
    std::map<std::pair<int, int>, std::pair<qint64, DueAttempt>> m_unknown;
};

void Count::take(std::size_t index)
{
    const RecordedOutcome &before = m_like.outcome(index);
    const ReplayedTurn after = m_replay.turn(index);
    int cell = -1;
    if (after.due) {
        cell = m_estimate.cellFor(*after.due);
        if (cell < 0) {
            ++m_answer.leftOut;
            auto &[turns, due] = m_unknown[{after.due->number, static_cast<int>(after.due->tier)}];
            ++turns;
            due = *after.due;
            return;
        }
    }
    m_was.add(before);
    m_before.push_back(before.latencyUs);
    if (after.due) {
        takeEstimated(index, after, cell, before.passed);
        return;
    }
    ++m_answer.exact;
    m_is.add(after);
    m_after.push_back(after.latencyUs);
    noteFlip(index, before.passed, after.passed);
}

void Count::takeEstimated(std::size_t index, ReplayedTurn after, int cell, bool passedBefore)
{
    ++m_answer.estimated;
    after.passed = false; // what the attempts so far brought is not the end
    m_is.add(after);
    m_estimate.addTurn(cell);
    const Added &mean = m_estimate.meanOf(cell);
    for (const std::size_t f : {AddedPassed, AddedPremium, AddedRetries, AddedCost})
        m_is.values[f] += mean[f];
    (passedBefore ? m_answer.estimatedToFail : m_answer.estimatedToPass) +=
        passedBefore ? 1.0 - mean[AddedPassed] : mean[AddedPassed];
    const qint64 latency = after.latencyUs + std::llround(m_estimate.drawnLatency(cell, index));
    m_after.push_back(latency);
    m_drawn.push_back(latency);
}

void Count::noteFlip(std::size_t index, bool before, bool after)
{
    if (before == after)
        return;
    ++(after ? m_answer.toPass : m_answer.toFail);
    QStringList &listed = after ? m_answer.toPassIds : m_answer.toFailIds;
    if (listed.size() < m_limits.listed)
        listed.append(m_recorded.ids[index]);
}

std::optional<DueAttempt> Count::commonestUnknown() const
{
    const auto found =
        std::ranges::max_element(m_unknown, {}, [](const auto &entry) { return entry.second.first; });
    return found == m_unknown.end() ? std::nullopt : std::optional(found->second.second);
}

/// @param most the largest the figure can be
WhatIfFigure Count::figure(AddedFigure which, double variance, double most) const
{
    const auto turns = static_cast<double>(m_answer.turns);
    const double predicted = m_is.values[which] / turns;
    const double half = (normal975 * std::sqrt(variance) + m_estimate.allowance()[which]) / turns;
    return {.recorded = m_was.values[which] / turns,
            .predicted = predicted,
            .low = std::max(0.0, predicted - half),
            .high = std::min(most, predicted + half)};
}

qint64 quantile(std::vector<qint64> &values, double share)
{
    if (values.empty())
        return 0;
    const auto count = static_cast<double>(values.size());
    const auto rank = static_cast<std::ptrdiff_t>(std::ceil(std::clamp(share, 0.0, 1.0) * count)) - 1;
    const auto place = values.begin() + std::clamp<std::ptrdiff_t>(rank, 0, std::ssize(values) - 1);
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

/// The share of turns below the percentile is uncertain as any share is; the interval is what lies at the
/// shares that are as likely.
WhatIfFigure Count::slowest(double effective)
{
    const qint64 predicted = quantile(m_after, slowShare);
    WhatIfFigure p95{.recorded = static_cast<double>(quantile(m_before, slowShare)),
                     .predicted = static_cast<double>(predicted),
                     .low = static_cast<double>(predicted),
                     .high = static_cast<double>(predicted)};
    if (m_drawn.empty() || effective <= 0.0)
        return p95;
    const auto drawn = static_cast<double>(m_drawn.size());
    const double below =
        static_cast<double>(std::ranges::count_if(m_drawn, [&](qint64 v) { return v <= predicted; })) / drawn;
    const double share = (below * drawn + 0.5) / (drawn + 1.0);
    // Two draws: what the turn would have been, and which like attempt was drawn for it.
    const double variance = share * (1.0 - share) * (2.0 * drawn + drawn * drawn / effective);
    const double half = normal975 * std::sqrt(variance) / static_cast<double>(m_after.size());
    p95.low = static_cast<double>(quantile(m_after, slowShare - half));
    p95.high = static_cast<double>(quantile(m_after, slowShare + half));
    return p95;
}

WhatIfAnswer Count::answer()
{
    m_answer.turns = m_answer.exact + m_answer.estimated;
    m_answer.skipped = m_recorded.skipped;
    const Added variance = m_estimate.variances();
    constexpr double unbounded = 1e18;
    m_answer.passRate = figure(AddedPassed, variance[AddedPassed], 1.0);
    m_answer.premiumShare = figure(AddedPremium, variance[AddedPremium], 1.0);
    m_answer.retries = figure(AddedRetries, variance[AddedRetries], unbounded);
    m_answer.cost = figure(AddedCost, variance[AddedCost], unbounded);
    m_answer.p95 = slowest(m_estimate.effectiveLike());
    return m_answer;
}

QString tierName(Tier tier)
{
    return tier == Tier::Fast ? Tr::tr("fast") : Tr::tr("premium");
}

Error nothingLike(const std::optional<DueAttempt> &due, qint64 turns, int enough)
{
    QString sentence;
    if (!due || !due->known)
        sentence = Tr::tr("%1 turns were recorded without the check that this change switches on.");
    else if (due->number == 1)
        sentence =
            Tr::tr("This change sends %1 turns with a confidence around %2 to the %3 model, where fewer "
                   "than %4 turns like them ever ran.");
    else
        sentence =
            Tr::tr("This change asks for a retry of %1 turns after a score around %2, and fewer than %4 "
                   "such retries are recorded.");
    sentence.replace(u"%1"_s, QString::number(turns));
    if (due) {
        sentence.replace(u"%2"_s, QString::number(due->near, 'f', 2));
        sentence.replace(u"%3"_s, tierName(due->tier));
    }
    sentence.replace(u"%4"_s, QString::number(enough));
    return {.code = Errc::InvalidArgument,
            .message = sentence + u' ' +
                       Tr::tr("Nothing can be said about it: choose a value nearer to what was in force, or "
                              "let exploration run both tiers on a share of the turns.")};
}

QJsonObject toJson(const WhatIfFigure &figure)
{
    return {{u"recorded"_s, figure.recorded},
            {u"predicted"_s, figure.predicted},
            {u"low"_s, figure.low},
            {u"high"_s, figure.high}};
}

} // namespace

Result<WhatIfAnswer> whatIf(const RecordedTurns &recorded, const LikeTurns &like, const PolicyEdit &edit,
                            const WhatIfLimits &limits)
{
    const auto turns = static_cast<qint64>(recorded.turns.size());
    if (turns < limits.enough)
        return fail(Errc::InvalidArgument,
                    Tr::tr("Only %1 judged turns are recorded; a prediction needs at least %2.")
                        .arg(turns)
                        .arg(limits.enough));
    Count count(recorded, like, edit, limits);
    if (static_cast<double>(count.leftOut()) > limits.leftOut * static_cast<double>(turns))
        return fail(nothingLike(count.commonestUnknown(), count.leftOut(), limits.enough));
    return count.answer();
}

QJsonObject toJson(const WhatIfAnswer &answer)
{
    return {{u"turns"_s, answer.turns},
            {u"exact"_s, answer.exact},
            {u"estimated"_s, answer.estimated},
            {u"left_out"_s, answer.leftOut},
            {u"skipped"_s, answer.skipped},
            {u"pass_rate"_s, toJson(answer.passRate)},
            {u"cost_micros_per_query"_s, toJson(answer.cost)},
            {u"p95_us"_s, toJson(answer.p95)},
            {u"premium_share"_s, toJson(answer.premiumShare)},
            {u"retries_per_query"_s, toJson(answer.retries)},
            {u"flips"_s, QJsonObject{{u"to_pass"_s, answer.toPass},
                                     {u"to_fail"_s, answer.toFail},
                                     {u"estimated_to_pass"_s, answer.estimatedToPass},
                                     {u"estimated_to_fail"_s, answer.estimatedToFail},
                                     {u"to_pass_turns"_s, QJsonArray::fromStringList(answer.toPassIds)},
                                     {u"to_fail_turns"_s, QJsonArray::fromStringList(answer.toFailIds)}}}};
}

} // namespace assay
