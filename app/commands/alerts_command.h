// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/alert_rule.h"
#include "common_options.h"

#include <optional>
#include <string>
#include <vector>

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
    std::vector<std::string> names{}; ///< ack: rules or firings; silence: conditions
    std::string who{};
    std::string note{};
    std::string length = "1h"; ///< of a silence
    std::string ended{};       ///< id of the silence to end
    bool dryRun = false;
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
int acknowledgeAlerts(const AlertsOptions &options);
int silenceAlerts(const AlertsOptions &options);

} // namespace assay::app
