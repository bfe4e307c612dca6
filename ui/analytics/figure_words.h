// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/analytics_page.h"
#include "ui/kit/tokens.h"

// Figures of the page as an operator reads them, in his language. Pure.

namespace assay::ui {

/// "5,533,128"
QString numberText(qint64 count);
/// "70.2%"; an en dash for none.
QString percentText(std::optional<double> share, int decimals = 1);
/// A sum: "$4.34"; small ones with the digits that they have.
QString moneyText(double dollars);
/// "0.42 s", "3.1 s", "84 s"; an en dash for none.
QString secondsText(std::optional<double> seconds);
/// A figure in its unit; an en dash for none.
QString figureText(std::optional<double> value, KpiUnit unit);

/// How a figure moved against the period before, and whether that is good.
struct DeltaText
{
    QString text{}; ///< "+8.2%", "−2.1 pp"; empty without one
    Tone tone = Tone::Second;

    bool operator==(const DeltaText &) const = default;
};
/// Counts and money are told as a share of before; what rounds to nothing is "±0".
DeltaText deltaText(const KpiFigure &figure);
/// A difference in the unit itself: "−0.004", "+1.9 pp", "+$0.0004".
QString differenceText(double difference, KpiUnit unit);

/// "target 90%", "target < $0.05"
QString targetText(const KpiTarget &target, KpiUnit unit);
/// Responses a figure does not rest on.
qint64 missingFor(Kpi kpi, const AnalyticsPage &page);
/// All of a figure in one line: value, interval, n, missing, before.
QString kpiSentence(const KpiFigure &figure, const AnalyticsPage &page);

/// "20 Nov 14:00 – 21 Nov 14:00", local.
QString rangeText(const TimeRange &range);
/// "24 hours", "7 days", "35 min"; in whole units, down to minutes.
QString lengthText(std::chrono::microseconds length);
/// "1,247 responses · 3 undecodable · 1 gap of 4 min"
QString factsText(const AnalyticsPage &page);

/// A name out of the data on one line; "(not told)" for none. For painting, not for filtering.
QString nameText(const QString &name);
/// One cell of CSV; a formula is taken for a text.
QString csvCell(const QString &text);
/// One line of CSV.
QString csvLine(const QStringList &cells);

} // namespace assay::ui
