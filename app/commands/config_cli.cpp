// SPDX-License-Identifier: Apache-2.0
#include "command.h"
#include "commands/config_command.h"
#include "resources.h"
#include "session.h"

#include <QtCore/QCoreApplication>

#include <CLI/CLI.hpp>

namespace assay::app {

int runConfig(int argc, char **argv)
{
    // `config` is a subcommand of the whole program to its declaration; here it is the whole.
    CLI::App cli{"", "assay"};
    CommonOptions options;
    const std::shared_ptr<ConfigRequest> request = addConfigCommand(cli);
    CLI::App *config = cli.get_subcommand("config");
    addCommonOptions(*config, options);
    // `assay config show --set …`: what `show` does not know is `config`'s.
    for (CLI::App *inner : config->get_subcommands([](CLI::App *) { return true; }))
        inner->fallthrough();
    std::vector<char *> arguments{argv[0]};
    arguments.insert(arguments.end(), argv, argv + argc);
    if (const std::optional<int> code =
            parseArguments(cli, static_cast<int>(arguments.size()), arguments.data()))
        return *code;

    QCoreApplication application(argc, argv);
    initAssayResources();
    QTextStream out(stdout);
    QTextStream err(stderr);
    return runConfig(*request, sourcesFor(options), out, err);
}

} // namespace assay::app
