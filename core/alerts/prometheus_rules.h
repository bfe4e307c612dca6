// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/alert_rule.h"
#include "settings/setting_value.h"

#include <tl/expected.hpp>

namespace assay {

/// Reads the alerting rules of a Prometheus rule file (YAML). Every expression must lie in the subset that
/// core/alerts evaluates: what does not is refused with line and column.
/// @return the rules in the file's order; or every problem
tl::expected<QList<AlertRule>, QList<SettingProblem>> importPrometheusRules(const QByteArray &yaml,
                                                                            const QString &name);

/// Writes rules as a Prometheus rule file, over the series of our /metrics. `skipped` tells of each rule that
/// has no such expression, one sentence each.
QByteArray exportPrometheusRules(const QList<AlertRule> &rules, QStringList &skipped);

/// The rule as PromQL; empty when our /metrics has no series for its metric.
QString prometheusExpression(const AlertRule &rule);

} // namespace assay
