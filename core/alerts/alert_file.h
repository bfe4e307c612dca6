// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/alert_rule.h"
#include "settings/setting_value.h"

#include <tl/expected.hpp>

namespace assay {

/// The rules that come with the program, with their inhibitions.
const AlertRules &shippedAlertRules();

/// ~/.config/assay/alerts.toml, or what XDG_CONFIG_HOME says. It need not exist.
QString defaultAlertsFile();

/// Reads an alerts file, TOML or (by its name's end) JSON, over the shipped rules: one of the same name
/// replaces the shipped one, others are added.
/// @return the rules; or every problem, with file, line, key and the nearest valid one
tl::expected<AlertRules, QList<SettingProblem>> readAlertsText(const QByteArray &text, const QString &name);
/// The same from disk. A missing file gives the shipped rules, unless it is `needed`.
tl::expected<AlertRules, QList<SettingProblem>> readAlertsFile(const QString &path, bool needed = false);

/// What differs from the shipped rules, as TOML that reads back to the same.
QByteArray alertsToml(const AlertRules &rules);
/// Writes it at once and whole, or not at all. @errors DiskFull, ReadOnly, Io
Result<> writeAlertsFile(const QString &path, const AlertRules &rules);

/// What keeps one rule from being evaluated; empty when nothing does. For forms: `key` names the field.
QList<SettingProblem> checkAlertRule(const AlertRule &rule);

} // namespace assay
