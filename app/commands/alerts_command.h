// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/alert_rule.h"
#include "common_options.h"

#include <optional>
#include <string>

namespace assay::app {

/// What the subcommands of `assay alerts` are told.
struct AlertsOptions
{
    std::string file{};  ///< import, check
    std::string rules{}; ///< alerts file instead of the usual one
    std::string output{};
    std::string range = "24h";
    std::string rule{};
    std::string interval{};
    bool json = false;
    bool write = false;
    bool shipped = false;
    CommonOptions common{};
};

/// The alerts file in force, or the one that was named. Its problems are printed.
std::optional<AlertRules> alertRulesFor(const AlertsOptions &options);
QString alertsFileFor(const AlertsOptions &options);

int listAlerts(const AlertsOptions &options);
int checkAlerts(const AlertsOptions &options);
int backtestAlerts(const AlertsOptions &options);
int importAlerts(const AlertsOptions &options);
int exportAlerts(const AlertsOptions &options);

} // namespace assay::app
