// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QByteArray>

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace assay {

/// How much time one cell sums up.
enum class RollupSpan : std::uint8_t { Minute, Hour, Day };
inline constexpr std::array<qint64, 3> rollupSpanMinutes{1, 60, 1440};

/// A cell's plain sums. Stored by number: add at the end only. A response is a reading of scope "quality".
enum class RollupSum : std::uint8_t {
    Events, ///< with Late and Future in the senders' minute, as repeats are; all else in the log's
    Late,   ///< logged more than 24 hours after the sender's time
    Future, ///< logged more than 5 minutes before it
    Duplicates,
    Conflicts,
    Echoes,
    Undecodable,
    Tombstones,
    Missing,
    MinutesWithEvents,
    Responses,
    AttemptReadings, ///< of attempts that are not the answer
    Alerts,          ///< LOW_QUALITY
    Passed,
    Failed,
    Scored,
    ScoreMillionths,
    AccuracyCount,
    AccuracyMillionths,
    RelevanceCount,
    RelevanceMillionths,
    CompletenessCount,
    CompletenessMillionths,
    LatencyCount,
    LatencyInvalid, ///< negative or over a day: clocks disagree
    LatencyMs,
    RetriesTold,
    Retried, ///< responses with a retry
    Retries,
    ToolTold, ///< responses whose turn is told
    ToolUsed, ///< of them, those with a tool call
    CostTold, ///< responses whose turn has a call with its cost
    Calls,
    CallsEstimated,
    CallsWithCost,
    CostMicros, ///< of all calls
    PromptTokens,
    CompletionTokens,
};
inline constexpr std::size_t rollupSumCount = 38;

/// A cell's counts by bin. Stored by number: add at the end only.
enum class RollupBins : std::uint8_t {
    Score,          ///< responses by hundredths, see scoreBinOf()
    UndecidedScore, ///< of them, those that told neither a verdict nor a threshold
    LatencyMs,      ///< responses by logBinOf()
    TurnCostMicros, ///< responses by logBinOf() of what the calls of their turn cost
    Retries,        ///< responses by retries; the last is 10 and more
    RetriesPassed,  ///< of them, those that passed
    Issue,          ///< responses by the issue's name
    ModelResponses, ///< by the model's name, 0 = not told, and so on
    ModelPassed,
    ModelFailed,
    ModelScored,
    ModelScoreMillionths,
    ModelCalls,
    ModelCallsEstimated,
    ModelPromptTokens,
    ModelCompletionTokens,
    ModelCostMicros,
    PurposeCalls, ///< by the purpose's name, 0 = not told
    PurposeCostMicros,
    ConfidenceTurns, ///< judged turns by tenths of confidence
    ConfidencePassed,
    ConfidenceMillionths,
    FastTurns,  ///< of them, those whose first attempt ran on the fast model
    FastPassed, ///< and passed
    FastMillionths,
    PolicyTurns, ///< judged turns by the revision of their policy
};
inline constexpr std::size_t rollupBinsCount = 26;

/// Hundredths of a score: bin k holds the scores from float(k / 100) on, so that a threshold of whole
/// hundredths parts the bins exactly as it parts the scores. 100 holds 1.0.
int scoreBinOf(float score);
/// The smallest score of a bin.
float scoreBinLow(int bin);

/// Counts by bin, most of them small numbers, some of them ids.
class BinCounts
{
public:
    void add(qint64 bin, qint64 count)
    {
        if (bin >= 0 && bin < mostLow) {
            if (static_cast<std::size_t>(bin) >= m_low.size())
                m_low.resize(static_cast<std::size_t>(bin) + 1);
            m_low[static_cast<std::size_t>(bin)] += count;
        } else {
            m_high[bin] += count;
        }
    }
    qint64 at(qint64 bin) const;
    qint64 total() const;
    bool isEmpty() const { return m_low.empty() && m_high.empty(); }

    /// Calls visit(bin, count) for every count that is not 0, bins ascending from 0 on.
    template<typename F>
    void each(F visit) const
    {
        for (std::size_t bin = 0; bin < m_low.size(); ++bin)
            if (m_low[bin] != 0)
                visit(static_cast<qint64>(bin), m_low[bin]);
        for (const auto &[bin, count] : m_high)
            if (count != 0)
                visit(bin, count);
    }

private:
    static constexpr qint64 mostLow = 2048;
    std::vector<qint64> m_low;
    std::map<qint64, qint64> m_high;
};

/// Everything analytics keep of one span of time. Whole numbers only, so that cells can be added and
/// taken from each other, and the order of events leaves no trace.
class RollupCell
{
public:
    qint64 operator[](RollupSum sum) const { return m_sums[static_cast<std::size_t>(sum)]; }
    qint64 &operator[](RollupSum sum) { return m_sums[static_cast<std::size_t>(sum)]; }
    const BinCounts &operator[](RollupBins bins) const { return m_bins[static_cast<std::size_t>(bins)]; }

    void count(RollupBins bins, qint64 bin, qint64 by = 1)
    {
        m_bins[static_cast<std::size_t>(bins)].add(bin, by);
    }
    void add(const RollupCell &other);

    bool isZero() const;
    QByteArray encoded() const;
    /// Adds a stored cell to this one. @return false: it is damaged; then this one is of no use either
    bool addEncoded(QByteArrayView stored);

private:
    std::array<qint64, rollupSumCount> m_sums{};
    std::array<BinCounts, rollupBinsCount> m_bins{};
};

/// A cell and when its span begins, in minutes since the epoch.
struct RollupRow
{
    qint64 minute = 0;
    RollupCell cell{};
};

/// Responses of one thread.
struct ThreadScores
{
    qint64 scored = 0;
    qint64 scoreMillionths = 0; ///< of these, their sum
    qint64 judged = 0;
    qint64 passed = 0;

    bool operator==(const ThreadScores &) const = default;
};

/// Gets a cell as it is stored, see RollupCell::addEncoded(). @param minute its first, since the epoch.
/// @return false to stop
using RollupVisitor = std::function<bool(qint64 minute, QByteArrayView encoded)>;

} // namespace assay
