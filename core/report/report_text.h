// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/report.h"

namespace assay {

// Cells as texts.

/// Longest text of a cell on a page.
inline constexpr qsizetype longestShown = 300;

/// For people, in the operator's language: "70.2%", "$4.34", "2026-11-20 14:00". Absent is "–".
QString shownText(const ReportCell &cell);

/// For programs: digits, ISO 8601, true and false; absent is empty.
QString plainText(const ReportCell &cell);

/// Nothing that could move, hide or turn round what stands beside it: control characters and direction
/// overrides become U+FFFD, line ends and tabs a blank; cut after `longest` with "…".
QString calmText(const QString &text, qsizetype longest);

/// `text`, with a ' before what a spreadsheet would take for a formula.
/// @source OWASP, "CSV Injection"
QString defused(const QString &text);

/// What people read as value of a fact.
QString shownText(const ReportFact &fact);

/// The total as people read it: "Total" stands in the first printed column, if that is absent.
QList<ReportCell> shownTotal(const ReportTable &table);

/// The cell as a number, for charts.
std::optional<double> numberOf(const ReportCell &cell);

} // namespace assay
