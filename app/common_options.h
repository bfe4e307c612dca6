// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/secrets.h"
#include "settings/settings_hub.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace assay::app {

/// Options that every command which reads settings understands.
struct CommonOptions
{
    std::string config{};
    std::string profile{};
    std::vector<std::string> assignments{};
};

/// Adds --config, --profile and --set.
void addCommonOptions(CLI::App &app, CommonOptions &options);

/// Where those options say that settings come from.
SettingsSources sourcesFor(const CommonOptions &options);

/// Settings from flags, environment, file and defaults; every problem is printed to stderr.
/// @return nullopt when there was a problem
std::optional<Settings> settingsFor(const CommonOptions &options);

/// The file those settings were read from, whether it exists or not.
QString settingsFile(const CommonOptions &options);

/// Parses argv. @return the exit code when the command ends here (--help, wrong usage)
std::optional<int> parseArguments(CLI::App &app, int argc, char **argv);

/// Text that may come from a model or a file, for a terminal: control characters and
/// direction overrides are shown as U+FFFD, so nothing can move the cursor or hide.
QByteArray terminalText(const QString &text);

/// Prints terminalText() and a line end.
void printLine(const QString &text);
void printError(const QString &text);

} // namespace assay::app
