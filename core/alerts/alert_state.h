// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/alert_rule.h"

namespace assay {

enum class AlertPhase : std::uint8_t { Inactive, Pending, Firing, Resolved };

/// Where one alert stands. Times that do not apply are the epoch.
struct AlertStatus
{
    AlertPhase phase = AlertPhase::Inactive;
    UtcTime activeSince{}; ///< when the violation began
    UtcTime firedAt{};
    UtcTime calmSince{}; ///< Firing: since when the bound is kept again; the epoch = it is not
    UtcTime resolvedAt{};

    bool operator==(const AlertStatus &) const = default;
};

/// What one evaluation found.
enum class AlertFinding : std::uint8_t { Kept, Violated, NoData };

/// The state machine: inactive → pending → firing → resolved. Pure, and the only one: live evaluation and
/// backtest call it alike. `now` never goes back.
/// @source Prometheus' alerting rules: `for` counts from the first violation, keep_firing_for from the last
AlertStatus nextAlertStatus(const AlertRule &rule, const AlertStatus &before, AlertFinding finding,
                            UtcTime now);

/// "firing".
QString toToken(AlertPhase phase);
std::optional<AlertPhase> alertPhaseFrom(QStringView token);

} // namespace assay
