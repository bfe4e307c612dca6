// SPDX-License-Identifier: Apache-2.0
#include "common_options.h"

#include "command.h"
#include "service/paths.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

void addCommonOptions(CLI::App &app, CommonOptions &options)
{
    app.add_option("--config", options.config, "settings file (default: ~/.config/assay/assay.toml)")
        ->type_name("FILE");
    app.add_option_function<std::string>(
           "--workspace",
           [](const std::string &folder) { Paths::useWorkspace(QString::fromStdString(folder)); },
           "data folder to use instead of the usual one")
        ->type_name("DIR");
    app.add_option("--profile", options.profile, "named profile to start from")->type_name("NAME");
    app.add_option("--set", options.assignments,
                   "set one value for this run, for example quality.threshold=0.9")
        ->type_name("KEY=VALUE")
        ->take_all()
        ->allow_extra_args(false);
}

QString settingsFile(const CommonOptions &options)
{
    return options.config.empty() ? defaultSettingsFile() : QString::fromStdString(options.config);
}

SettingsSources sourcesFor(const CommonOptions &options)
{
    SettingsSources sources{.file = settingsFile(options),
                            .fileNeeded = !options.config.empty(),
                            .profile = QString::fromStdString(options.profile),
                            .userProfiles = defaultProfilesFolder(),
                            .environment = processEnvironment()};
    for (const std::string &one : options.assignments)
        sources.assignments.append(QString::fromStdString(one));
    return sources;
}

std::optional<Settings> settingsFor(const CommonOptions &options)
{
    tl::expected<Settings, QList<SettingProblem>> loaded = loadSettings(sourcesFor(options));
    if (loaded)
        return std::move(*loaded);
    for (const SettingProblem &problem : loaded.error())
        printError(problem.text());
    return std::nullopt;
}

std::optional<int> parseArguments(CLI::App &app, int argc, char **argv)
{
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? exitOk : exitError;
    }
    return std::nullopt;
}

QByteArray terminalText(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        const bool control = (u < 0x20 && u != u'\n' && u != u'\t') || (u >= 0x7F && u < 0xA0);
        const bool direction =
            (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) || u == 0x200E || u == 0x200F;
        shown += control || direction ? QChar(QChar::ReplacementCharacter) : c;
    }
    return shown.toUtf8();
}

void printLine(const QString &text)
{
    std::printf("%s\n", terminalText(text).constData());
}

void printError(const QString &text)
{
    std::fprintf(stderr, "assay: %s\n", terminalText(text).constData());
}

} // namespace assay::app
