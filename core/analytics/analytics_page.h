// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/statistics.h"
#include "base/micros.h"
#include "base/time.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <array>
#include <optional>

// What analytics say about a range of time: plain values, all figures of the page in one. A response is
// a reading of quality of an answer (scope "quality"), in the minute its sender gave it. Absent is absent:
// every figure says how many values it rests on, and AnalyticsGaps what it lacks.

namespace assay {

/// Half open: from ≤ t < to.
struct TimeRange
{
    UtcTime from{};
    UtcTime to{};

    std::chrono::microseconds length() const { return to - from; }
    bool operator==(const TimeRange &) const = default;
};

/// The figures at the top of the page, in their order.
enum class Kpi : std::uint8_t {
    Responses,
    PassRate,       ///< share of the judged responses that passed the gate
    AverageQuality, ///< mean score
    LowQuality,     ///< share of the scored responses below the threshold
    CostPerQuery,   ///< dollars: all model calls over all responses
    LatencyP50,     ///< seconds
    LatencyP95,     ///< seconds
    LatencyP99,     ///< seconds
    RetryRate,      ///< share of the responses with a retry
    ToolUse,        ///< share of the responses whose turn called a tool
};
inline constexpr std::size_t kpiCount = 10;

/// What a figure counts in, for showing it.
enum class KpiUnit : std::uint8_t { Count, Share, Score, Dollars, Seconds };

/// One line of the table of figures.
struct KpiInfo
{
    Kpi kpi{};
    const char *token = ""; ///< in JSON and CSV: "pass_rate"
    const char *label = ""; ///< AssayCore
    const char *help = "";  ///< AssayCore: one sentence
    KpiUnit unit{};
    bool higherIsBetter = true;
};
const std::array<KpiInfo, kpiCount> &kpiTable();
const KpiInfo &kpiInfo(Kpi kpi);
/// Label and help in the operator's language.
QString kpiLabel(Kpi kpi);
QString kpiHelp(Kpi kpi);

/// A figure of one range.
struct Figure
{
    std::optional<double> value{};      ///< in the KPI's unit; nullopt = nothing to say
    qint64 count = 0;                   ///< values it rests on
    std::optional<Interval> interval{}; ///< 95 %; nullopt where it makes no sense or too few values

    bool operator==(const Figure &) const = default;
};

/// What the operator set as target of a figure.
struct KpiTarget
{
    QString name{}; ///< its setting: "targets.pass_rate"
    double value = 0.0;
    bool atLeast = true; ///< else: below
    bool met = false;    ///< false too where the figure has no value

    bool operator==(const KpiTarget &) const = default;
};

struct KpiFigure
{
    Kpi kpi{};
    Figure now{};
    Figure before{};                   ///< the period of equal length right before
    std::optional<double> delta{};     ///< now − before
    std::optional<KpiTarget> target{}; ///< none for responses and some percentiles
    bool better = false;               ///< delta goes the good way; false without one

    bool operator==(const KpiFigure &) const = default;
};

/// One of the deployment guide's bands.
struct ScoreBand
{
    float low = 0.0F;  ///< a score belongs to it from here on
    float high = 1.0F; ///< up to, not including; 1.0 of the first band is included
    qint64 responses = 0;
    double share = 0.0; ///< of the scored responses

    bool operator==(const ScoreBand &) const = default;
};

struct IssueCount
{
    QString issue{};
    qint64 responses = 0;
    double share = 0.0; ///< of all responses

    bool operator==(const IssueCount &) const = default;
};

struct ModelUsage
{
    QString model{}; ///< empty = not told
    qint64 responses = 0;
    double share = 0.0; ///< of all responses
    qint64 passed = 0;
    qint64 judged = 0; ///< passed or failed
    std::optional<double> averageQuality{};
    qint64 calls = 0;
    qint64 promptTokens = 0;
    qint64 completionTokens = 0;
    Micros cost{};
    bool costEstimated = false; ///< of at least one call

    bool operator==(const ModelUsage &) const = default;
};

/// What the calls were made for: "draft", "judge" …
struct PurposeUsage
{
    QString purpose{}; ///< empty = not told
    qint64 calls = 0;
    Micros cost{};

    bool operator==(const PurposeUsage &) const = default;
};

/// Values from `low` up to `high`, both included, of a chart on a logarithmic axis.
struct LogBin
{
    double low = 0.0; ///< dollars, or seconds
    double high = 0.0;
    qint64 responses = 0;

    bool operator==(const LogBin &) const = default;
};

/// Responses with so many retries.
struct RetryCount
{
    int retries = 0; ///< the last one stands for that many and more
    qint64 responses = 0;
    qint64 passed = 0;

    bool operator==(const RetryCount &) const = default;
};

/// Turns whose predicted confidence lies in [low, high); the last bin includes 1.
/// The prediction speaks of the fast path: only turns whose first attempt took it can test it.
struct ReliabilityBin
{
    double low = 0.0;
    double high = 0.1;
    qint64 turns = 0;                           ///< all, whatever path they took
    qint64 passed = 0;                          ///< of them, in the end
    qint64 fastTurns = 0;                       ///< whose first attempt ran on the fast model
    qint64 fastPassed = 0;                      ///< whose first attempt ran there and passed
    std::optional<double> meanConfidence{};     ///< of the fast turns; of all where there are none
    std::optional<Interval> fastPassInterval{}; ///< 95 %, of fastPassed in fastTurns

    bool operator==(const ReliabilityBin &) const = default;
};

/// A piece of the time axis.
struct AnalyticsBucket
{
    TimeRange range{};
    qint64 responses = 0;
    qint64 passed = 0;
    qint64 failed = 0;
    std::optional<double> passRate{};
    std::optional<Interval> passInterval{}; ///< 95 %
    std::optional<double> averageQuality{};
    std::optional<double> latencyP50{}; ///< seconds
    std::optional<double> latencyP95{};
    std::optional<double> latencyP99{};
    qint64 retried = 0;     ///< responses with a retry
    qint64 retriesTold = 0; ///< responses that tell their retries
    Micros cost{};
    qint64 events = 0;
    qint64 undecodable = 0;
    int minutes = 0;         ///< of the bucket that have passed by now
    int minutesWithData = 0; ///< of these; fewer = a gap

    bool isGap() const { return minutes > 0 && minutesWithData == 0; }
    bool operator==(const AnalyticsBucket &) const = default;
};

/// The first bucket in which turns were decided by a policy that was not in force before.
struct PolicyMark
{
    UtcTime at{}; ///< start of the bucket
    int revision = 0;

    bool operator==(const PolicyMark &) const = default;
};

/// Judged turns by the policy that was in force for them.
struct PolicyTurns
{
    int revision = 0;
    qint64 turns = 0;

    bool operator==(const PolicyTurns &) const = default;
};

/// What the figures lack. Counted beside every average.
struct AnalyticsGaps
{
    qint64 minutes = 0;         ///< of the range that have passed by now
    qint64 minutesWithData = 0; ///< with an event
    qint64 events = 0;
    qint64 undecodable = 0; ///< records
    qint64 missing = 0;     ///< offsets of the logs that were never seen
    qint64 conflicts = 0;
    qint64 late = 0;           ///< events logged more than 24 hours after the sender's time
    qint64 future = 0;         ///< events from more than 5 minutes in the future
    qint64 unscored = 0;       ///< responses without a score
    qint64 unjudged = 0;       ///< responses that neither passed nor failed
    qint64 judgedHere = 0;     ///< responses that told no verdict and were held against the threshold
    qint64 latencyUnknown = 0; ///< responses without a latency
    qint64 latencyInvalid = 0; ///< responses whose latency is negative or above a day
    qint64 retriesUnknown = 0;
    qint64 toolUseUnknown = 0; ///< responses whose turn is not told
    qint64 costUnknown = 0;    ///< responses without a model call whose cost is told
    qint64 callsWithoutCost = 0;
    qint64 callsEstimated = 0; ///< calls whose tokens or cost were estimated

    bool operator==(const AnalyticsGaps &) const = default;
};

/// Where the figures were read.
enum class AnalyticsBasis : std::uint8_t {
    Rollups, ///< minute sums, kept while events are stored
    Rows,    ///< the stored rows, since a filter asks for what sums do not tell
};

/// Relative error of a percentile at most. Counts, shares and money are exact.
inline constexpr double percentileError = 0.01;

struct AnalyticsPage
{
    TimeRange range{}; ///< as asked, widened to whole minutes
    QString filter{};  ///< canonical; empty = all
    AnalyticsBasis basis = AnalyticsBasis::Rollups;
    float threshold = 0.95F; ///< for responses that brought none
    std::chrono::microseconds took{0};

    qint64 responses = 0;
    Micros cost{};                       ///< of all model calls
    QList<KpiFigure> kpis{};             ///< one per Kpi, in order
    QList<ScoreBand> bands{};            ///< four, best first
    QList<qint64> scores{};              ///< responses per hundredth: [0, 0.01) … [0.99, 1), 1; 101 of them
    QList<AnalyticsBucket> buckets{};    ///< without holes, oldest first
    QList<IssueCount> issues{};          ///< most frequent first
    QList<ModelUsage> models{};          ///< most used first
    QList<PurposeUsage> purposes{};      ///< dearest first
    QList<LogBin> costs{};               ///< of one response's turn; five a decade
    QList<LogBin> latencies{};           ///< ten a decade
    QList<RetryCount> retries{};         ///< from 0 on, without holes
    QList<ReliabilityBin> reliability{}; ///< ten
    QList<PolicyMark> policies{};
    QList<PolicyTurns> policyTurns{}; ///< by revision
    AnalyticsGaps gaps{};

    const KpiFigure &kpi(Kpi which) const { return kpis.at(static_cast<qsizetype>(which)); }
    bool isEmpty() const { return responses == 0 && gaps.events == 0; }
    bool operator==(const AnalyticsPage &) const = default;
};

/// How two ranges differ in one figure.
enum class Difference : std::uint8_t {
    Unknown,            ///< one of them says too little
    NotDistinguishable, ///< the 95 % interval of the difference holds 0
    Higher,
    Lower,
};

struct ComparedFigure
{
    Kpi kpi{};
    Figure base{};
    Figure other{};
    std::optional<double> difference{}; ///< other − base; of the pairs, when paired
    std::optional<Interval> interval{}; ///< 95 %
    /// By threads that are in both: where they are ten or more and hold half of the responses of each range.
    bool paired = false;
    qint64 pairs = 0;
    Difference verdict = Difference::Unknown;
    bool better = false; ///< distinguishable, and the good way

    bool operator==(const ComparedFigure &) const = default;
};

/// One range against another.
struct AnalyticsComparison
{
    AnalyticsPage base{};            ///< of AnalyticsQuery::compareWith
    AnalyticsPage other{};           ///< of AnalyticsQuery::range
    QList<ComparedFigure> figures{}; ///< one per Kpi, in order
    qint64 sharedThreads = 0;        ///< threads with scored responses in both

    bool operator==(const AnalyticsComparison &) const = default;
};

} // namespace assay
