// SPDX-License-Identifier: Apache-2.0
#include "alerts/alert_state.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array phases{"inactive", "pending", "firing", "resolved"};

AlertFinding decided(const AlertRule &rule, AlertPhase phase, AlertFinding finding)
{
    if (finding != AlertFinding::NoData)
        return finding;
    switch (rule.noData) {
    case AlertNoData::Ok: return AlertFinding::Kept;
    case AlertNoData::Alert: return AlertFinding::Violated;
    case AlertNoData::Keep:
        return phase == AlertPhase::Pending || phase == AlertPhase::Firing ? AlertFinding::Violated
                                                                           : AlertFinding::Kept;
    }
    Q_UNREACHABLE();
}

AlertStatus violated(const AlertRule &rule, AlertStatus status, UtcTime now)
{
    if (status.phase == AlertPhase::Firing) {
        status.calmSince = {};
        return status;
    }
    if (status.phase != AlertPhase::Pending)
        status = {.phase = AlertPhase::Pending, .activeSince = now};
    if (now - status.activeSince >= rule.holds) {
        status.phase = AlertPhase::Firing;
        status.firedAt = now;
    }
    return status;
}

AlertStatus kept(const AlertRule &rule, AlertStatus status, UtcTime now)
{
    if (status.phase == AlertPhase::Pending)
        return {};
    if (status.phase != AlertPhase::Firing)
        return status;
    if (status.calmSince == UtcTime{})
        status.calmSince = now;
    if (now - status.calmSince >= rule.keepFiring) {
        status.phase = AlertPhase::Resolved;
        status.resolvedAt = now;
    }
    return status;
}

} // namespace

AlertStatus nextAlertStatus(const AlertRule &rule, const AlertStatus &before, AlertFinding finding,
                            UtcTime now)
{
    return decided(rule, before.phase, finding) == AlertFinding::Violated ? violated(rule, before, now)
                                                                          : kept(rule, before, now);
}

QString toToken(AlertPhase phase)
{
    return QString::fromLatin1(phases.at(static_cast<std::size_t>(phase)));
}

std::optional<AlertPhase> alertPhaseFrom(QStringView token)
{
    for (std::size_t i = 0; i < phases.size(); ++i)
        if (token == QLatin1StringView(phases.at(i)))
            return static_cast<AlertPhase>(i);
    return std::nullopt;
}

} // namespace assay
