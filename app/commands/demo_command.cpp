// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "command.h"
#include "process.h"
#include "service/demo.h"
#include "session.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QElapsedTimer>
#include <QtCore/QLocale>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

struct DemoCli
{
    DemoOptions demo{};
    std::string until{};
    std::string folder{};
    CommonOptions common{};
};

QString number(qint64 value)
{
    return QLocale().toString(value);
}

Paths pathsFor(const DemoCli &cli)
{
    if (cli.folder.empty())
        return demoPaths();
    const QString folder = QString::fromStdString(cli.folder);
    return {.data = folder, .state = folder + u"/state"_s, .cache = folder + u"/cache"_s};
}

int load(const DemoCli &cli)
{
    DemoOptions options = cli.demo;
    if (!cli.until.empty()) {
        const QDateTime until = QDateTime::fromString(QString::fromStdString(cli.until), Qt::ISODate);
        if (!until.isValid()) {
            printError(Tr::tr("“%1” is no moment. Write for example 2026-11-21T12:00:00Z.")
                           .arg(QString::fromStdString(cli.until)));
            return exitError;
        }
        options.until = fromMicros(until.toMSecsSinceEpoch() * 1000);
    }
    const Paths paths = pathsFor(cli);
    const bool isTerminal = ::isatty(STDERR_FILENO) != 0;
    const CancelToken token = CancelToken::make();
    InterruptGuard interrupt;
    QObject::connect(&interrupt, &InterruptGuard::interrupted, &interrupt, [token] { token.cancel(); });
    QElapsedTimer timer;
    timer.start();
    const Result<DemoProgress> loaded = loadDemo(
        paths, options,
        [isTerminal](const DemoProgress &progress) {
            if (isTerminal)
                std::fprintf(stderr, "\r%s",
                             terminalText(Tr::tr("%1 of %2 turns, %3 events stored")
                                              .arg(number(progress.turns), number(progress.allTurns),
                                                   number(progress.stored)))
                                 .constData());
        },
        token);
    if (isTerminal)
        std::fprintf(stderr, "\n");
    if (!loaded) {
        printError(loaded.error().message);
        return exitError;
    }
    const double seconds = std::max(0.001, static_cast<double>(timer.elapsed()) / 1000.0);
    printLine(Tr::tr("Sample data: %1 events of %2 turns, %3 damaged records, in %4 s (%5 events a second).")
                  .arg(number(loaded->stored), number(loaded->turns), number(loaded->undecodable),
                       QString::number(seconds, 'f', 1),
                       number(static_cast<qint64>(static_cast<double>(loaded->stored) / seconds))));
    printLine(Tr::tr("They are in %1, apart from your own data. Look at them with").arg(paths.data));
    printLine(u"    assay analytics --workspace %1 --time-range %2d"_s.arg(paths.data).arg(options.days));
    printLine(u"    assay gui --workspace %1"_s.arg(paths.data));
    return exitOk;
}

} // namespace

int runDemo(int argc, char **argv)
{
    CLI::App cli{"Writes a workspace of sample data to look around in.", "assay demo"};
    DemoCli options;
    CLI::App *const loading =
        cli.add_subcommand("load", "write sample data, as production would: messages, log, ingest, store");
    loading->add_option("--events", options.demo.events, "about so many events (default: 50000)")
        ->type_name("N")
        ->check(CLI::Range(qint64{1}, qint64{1'000'000'000}));
    loading->add_option("--days", options.demo.days, "spread over so many days (default: 14)")
        ->type_name("D")
        ->check(CLI::Range(1, 3650));
    loading->add_option("--seed", options.demo.seed, "the same seed gives the same data (default: 1)")
        ->type_name("S");
    loading->add_option("--until", options.until, "the last moment of the data (default: now)")
        ->type_name("TIME");
    loading->add_option("--folder", options.folder, "where to (default: ~/.local/share/assay-demo)")
        ->type_name("DIR");
    addCommonOptions(*loading, options.common);
    cli.require_subcommand(1);
    cli.footer("A folder that holds anything but sample data is left alone.\n\n"
               "Exit codes: 0 loaded, 1 an error.");
    if (const std::optional<int> code = parseArguments(cli, argc, argv))
        return *code;
    QCoreApplication application(argc, argv);
    const std::optional<Settings> settings = settingsFor(options.common);
    if (!settings)
        return exitError;
    prepareTexts(*settings);
    return load(options);
}

} // namespace assay::app
