// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/filter.h"
#include "ui/analytics/chart_scale.h"
#include "ui/kit/tokens.h"

#include <QtCore/QRectF>

// What of a page stands where in a chart, and what a click there means. Pure.

namespace assay::ui {

/// Responses whose score lies in [low, high); the last bar includes 1.
struct ScoreBar
{
    double low = 0.0;
    double high = 0.0;
    qint64 responses = 0;
    Band band = Band::Pass;

    bool operator==(const ScoreBar &) const = default;
};

/// Hundredths from the highest of 0, 0.25, 0.5, 0.75 that nothing lies below.
/// @param scores AnalyticsPage::scores; fewer than 101 give no bars
QList<ScoreBar> scoreBars(const QList<qint64> &scores);

/// First and last of neighbours, both included.
struct Run
{
    int first = 0;
    int last = 0;

    bool operator==(const Run &) const = default;
};

/// Buckets next to each other that have the value: a line is drawn through each run and never across what
/// lies between.
QList<Run> runsWith(const QList<AnalyticsBucket> &buckets,
                    const std::function<bool(const AnalyticsBucket &)> &has);

/// Buckets next to each other without any event.
QList<Run> gapRuns(const QList<AnalyticsBucket> &buckets);

/// Minutes of all gaps.
qint64 gapMinutes(const QList<AnalyticsBucket> &buckets, const Run &run);

/// Middle of a bucket's time.
UtcTime middleOf(const TimeRange &range);

/// The bucket a moment lies in; −1 outside.
int bucketAt(const QList<AnalyticsBucket> &buckets, UtcTime time);

/// Upright bars from 0, side by side in `plot`, each `count` of them as wide; a count of 0 gives an empty
/// one.
QList<QRectF> barRects(const QList<qint64> &counts, double high, const QRectF &plot);

/// Start of the edges that are powers of ten, as index of a bin; bins.size() for the end of the last.
QList<int> decadeEdges(const QList<LogBin> &bins);

/// What a click narrows the filter to. Built as a tree, so no text of a name is ever read as filter.
FilterNode scoreClause(const ScoreBar &bar);
FilterNode issueClause(const QString &issue);
FilterNode modelClause(const QString &model); ///< empty = not told
FilterNode costClause(const LogBin &bin);     ///< dollars
FilterNode retriesClause(const RetryCount &retries, bool andMore);
FilterNode confidenceClause(const ReliabilityBin &bin);

/// The filter with one more condition; unchanged when it has it already.
Filter narrowed(const Filter &filter, const FilterNode &clause);

/// A range moved or resized inside `bounds`; never shorter than `least`.
/// @param from, to by how much each end moves
TimeRange movedRange(const TimeRange &range, std::chrono::microseconds from, std::chrono::microseconds to,
                     const TimeRange &bounds, std::chrono::microseconds least);

} // namespace assay::ui
