// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/triage_host.h"

namespace assay::ui {

/// Why an answer is good or bad: what the operator chooses with one digit.
struct ReasonCode
{
    const char *token; ///< what is stored with the label
    const char *text;  ///< AssayUi
};
std::span<const ReasonCode> reasonCodes(Label label);

/// "tool results ignored", "Labelled bad", a model, a thread, a question. Foreign parts are made safe.
QString groupTitle(const TriageGroup &group);
QString scopeTitle(TriageScope scope);
QString groupingTitle(TriageGrouping grouping);
/// "47 open, 12 resolved today".
QString countsText(const TriageCounts &counts);

/// One line of the audit trail in words: "assigned to Ada", "resolved". @param who whose lines say "you"
QString logText(const TriageLogEntry &entry, const QString &who);
QString personText(const QString &person, const QString &who);
/// What undo took back, for the notice.
QString undoneText(const TriageUndone &undone);

/// The whole row in one line, for screen readers.
QString spokenRow(const TriageRow &row, const QString &who);
/// "14:06" today, "Fri 14:06" within a week, else the date.
QString whenText(UtcTime time, UtcTime now);

} // namespace assay::ui
