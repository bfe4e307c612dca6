// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/turn.h"
#include "ui/kit/gantt.h"
#include "ui/kit/score_bar.h"

#include <optional>

namespace assay::ui {

// What the inspector shows of a turn, as pure functions. Texts may come from outside and are returned as they
// are, shortened; whoever shows them makes them safe (kit widgets do, painters use shortLine()).

/// The pipeline over time.
struct PipelineChart
{
    QList<GanttRow> rows{};  ///< the same rows for every turn, so that nothing moves while one runs
    QList<double> retryMs{}; ///< when attempts after the first began
    QString total{};         ///< "4.86 s · $0.0058"

    bool operator==(const PipelineChart &) const = default;
};

/// @param runningFor age of a running turn, where its open bars end; 0 for a finished one
PipelineChart pipelineOf(const Turn &turn,
                         std::chrono::microseconds runningFor = std::chrono::microseconds(0));

/// The attempt of that number; 0 or an unknown number gives the returned one, else the last; nullptr
/// while there is none.
const Attempt *attemptShown(const Turn &turn, int number);

/// The candidate that speaks for an attempt: the chosen one, else the first; nullptr when there is none.
const Candidate *speakerOf(const Attempt &attempt);

/// Overall score of an attempt: the judge's, else the verdict's.
std::optional<double> scoreOf(const Attempt &attempt);

/// Scores of one attempt. Always four rows.
struct ScoreSection
{
    int attempt = 0;       ///< whose scores they are; 0 = none yet
    bool compared = false; ///< the first attempt's marks are in the rows
    double threshold = 0.0;
    QList<ScoreRow> rows{};

    bool operator==(const ScoreSection &) const = default;
};
ScoreSection scoresOf(const Turn &turn, int attempt = 0);

/// One attempt on one line.
struct AttemptRow
{
    int number = 0;
    std::optional<double> score{};
    QString model{};
    QString reason{}; ///< "accepted", the first issue, or the error
    bool passed = false;
    bool running = false;
    bool returned = false;
    QString cost{};
    QString latency{};

    bool operator==(const AttemptRow &) const = default;
};
QList<AttemptRow> attemptRows(const Turn &turn);

/// "2 of max 3"; empty before the first.
QString attemptsCount(const Turn &turn);

/// What one retry changed.
struct RetryChange
{
    int attempt = 0;
    QString name{}; ///< "Retry changed", "Retry 2 changed"
    QStringList changes{};

    bool operator==(const RetryChange &) const = default;
};
QList<RetryChange> retryChanges(const Turn &turn);

/// One piece of evidence on one line.
struct EvidenceRow
{
    Relevance grade = Relevance::Ambiguous;
    QString label{};
    QString title{};
    QString figure{}; ///< grade score; "tool" for a tool's result
    QString use{};    ///< "cited 2", "not used", "dropped"
    QString sourceId{};
    bool isTool = false;
    bool dropped = false;

    bool operator==(const EvidenceRow &) const = default;
};

/// Relevant ones first, within a grade in the turn's order; at most mostEvidenceRows.
QList<EvidenceRow> evidenceRows(const Turn &turn);
inline constexpr qsizetype mostEvidenceRows = 200;

/// How many pieces bear each grade.
struct EvidenceCounts
{
    int relevant = 0;
    int ambiguous = 0;
    int irrelevant = 0;

    bool operator==(const EvidenceCounts &) const = default;
};
EvidenceCounts evidenceCounts(const Turn &turn);

/// A named fact on one line, good, bad or neither.
struct FactRow
{
    enum class Mark { None, Good, Bad, Off };

    Mark mark = Mark::None;
    QString name{};
    QString text{};
    QString figure{};
    std::optional<double> score{}; ///< shown with its band instead of `figure`

    bool operator==(const FactRow &) const = default;
};

/// What the judges said of one attempt.
struct JudgeSection
{
    QString summary{}; ///< "Median of 3 · disagreement 0.12"
    QString reasoning{};
    QStringList issues{}; ///< in words
    bool needsHuman = false;
    QList<FactRow> votes{};

    bool operator==(const JudgeSection &) const = default;
};
JudgeSection judgeOf(const Turn &turn, int attempt = 0);

/// Why the turn went where it went.
struct RouteSection
{
    QString summary{}; ///< "premium · search first"
    QString reason{};
    QList<FactRow> rows{};

    bool operator==(const RouteSection &) const = default;
};
RouteSection routeOf(const Turn &turn);

/// Validators and QA checks of one attempt.
QList<FactRow> checkRows(const Turn &turn, int attempt = 0);

/// "ignored tool result" for tool_results_ignored; unknown tokens with spaces for underscores.
QString issueText(const QString &token);

} // namespace assay::ui
