// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/alert_metrics.h"
#include "service/alert_host.h"
#include "ui/kit/tokens.h"

class QPainter;
class QRectF;

// Rules and firings as an operator reads them. Pure.

namespace assay::ui {

/// Where a rule stands, in the order in which the list shows it.
enum class RuleStanding : std::uint8_t {
    Firing,
    Acknowledged, ///< it fires, and somebody has it
    Silenced,     ///< what it would tell is told to nobody
    Pending,
    NoData,
    Kept,    ///< its bound is kept
    Waiting, ///< not evaluated yet
    Off,
};

RuleStanding standingOf(const AlertRuleState &state, const AlertOverview &overview);
QString standingTitle(RuleStanding standing);
Tone standingTone(RuleStanding standing);
/// A glyph for each standing, 11 px square; colour never speaks alone.
void paintStanding(QPainter &painter, const QRectF &rect, RuleStanding standing);

/// Rules of `overview` with that standing that fire, for the rail and the status bar.
int firingCount(const AlertOverview &overview);

/// "Tool ignore rate over 5% · 5m window · for 5m"; an expression on one line.
QString conditionText(const AlertRule &rule);
/// "< 0.95", "> 5%": the bound without words. Empty for an expression.
QString boundText(const AlertRule &rule);
/// A value in the rule's unit; an en dash for none.
QString ruleValueText(const AlertRule &rule, const std::optional<double> &value);
AlertUnit unitOf(const AlertRule &rule);
/// What the rule measures, in words.
QString metricTitle(const AlertRule &rule);
QString severityTitle(AlertSeverity severity);
QString noDataTitle(AlertNoData mode);
QString muteTitle(AlertMute mute);

/// "3 min", "2 h 5 min", "4 days": a length without seconds once it has minutes.
QString spanText(std::chrono::microseconds length);
/// "since 14:02 · 12 min"; empty for the epoch.
QString sinceText(UtcTime since, UtcTime now);
/// "14:02 – 14:31 · 29 min", "14:02 · 12 min so far".
QString firingTimes(const AlertFiring &firing, UtcTime now);
/// "3 firings in the last 24 hours, 42 min in all".
QString firingSum(const QList<AlertFiring> &firings, const QString &range, UtcTime now);
/// One line of a firing's history: "acknowledged by Ada: looking into it".
QString noteText(const AlertNote &note, const QString &who);

/// A bound as an operator types it, and back: "5%", "500ms", "0.5s", "$0.05", "0.95". nullopt for no number.
std::optional<double> parseBound(AlertUnit unit, const QString &text);
QString boundEditText(AlertUnit unit, double bound);
/// Labels as an operator types them: `team=ml, region="eu west"`. nullopt for anything else.
std::optional<AlertLabels> parseLabels(const QString &text);
QString labelsText(const AlertLabels &labels);
/// Conditions of a silence, the same way. @errors InvalidArgument
Result<QList<AlertMatcher>> parseMatchers(const QString &text);

} // namespace assay::ui
