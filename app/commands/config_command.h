// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/secrets.h"
#include "settings/settings.h"

#include <QtCore/QTextStream>

#include <CLI/App.hpp>

#include <memory>

namespace assay::app {

/// What `assay config …` was asked to do; filled while the command line is parsed.
struct ConfigRequest
{
    enum class Action { Show, Check, Path, Set, Profiles, TestKafka };

    Action action = Action::Show;
    bool json = false;
    std::string file{};                     ///< check FILE; empty = the settings file in use
    std::vector<std::string> assignments{}; ///< set KEY=VALUE…
};

/// Declares `config` and its subcommands on `app`. Without a subcommand it shows.
std::shared_ptr<ConfigRequest> addConfigCommand(CLI::App &app);

/// Does it. Needs an application object; asks the keyring only for `show`.
/// @return exit code: 0, or 1 after saying on `err` what is wrong
int runConfig(const ConfigRequest &request, const SettingsSources &sources, QTextStream &out,
              QTextStream &err);

/// Every value with its origin, as a settings file with comments, or as JSON. Secrets are only said to be
/// set or not.
int configShow(const Settings &settings, const QList<SecretStatus> &secrets, bool json, QTextStream &out);

/// Reads a file and says every problem in it.
int configCheck(const QString &file, QTextStream &out, QTextStream &err);

/// Writes one or more "key=value" into `file`; all of them or none.
int configSet(const QString &file, const QStringList &assignments, QTextStream &out, QTextStream &err);

/// Tries the connection to Kafka and prints each step. @return 0 when all of them succeed, else 1
int configTestKafka(const Settings &settings, Secrets &secrets, bool json, QTextStream &out);

/// Names the profiles, the shipped ones first.
int configProfiles(const QString &folder, bool json, QTextStream &out);

} // namespace assay::app
