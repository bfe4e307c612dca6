// SPDX-License-Identifier: Apache-2.0
#include "commands/learn_command.h"

#include "base/tr.h"
#include "command.h"
#include "session.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

#include <CLI/CLI.hpp>

namespace assay::app {

namespace {

constexpr qint64 largestFile = qint64{1} << 30;

void describeCurve(CLI::App &cli, LearnOptions &options)
{
    cli.add_option("--pairs", options.pairs,
                   "JSON lines with id and weak_ok, strong_ok, or weak_score, strong_score from 0 to 1")
        ->type_name("FILE")
        ->required();
    cli.add_option("--scores", options.scores,
                   "JSON lines with id and score: a router's belief that the weak answer will do")
        ->type_name("FILE");
    cli.add_flag("--json", options.json, "print JSON; absent is null");
    addCommonOptions(cli, options.common);
}

void describeWhatIf(CLI::App &cli, LearnOptions &options)
{
    addCommonOptions(cli, options.common);
    cli.get_option("--set")
        ->description("the change: a setting with its new value; may be repeated")
        ->required();
    cli.add_option("--last", options.last, "replay so many turns, the newest (default: 10000)")
        ->type_name("N")
        ->check(CLI::Range(1, 1'000'000));
    cli.add_flag("--json", options.json, "print JSON");
    cli.footer(
        "Everything but the change stays as it was recorded, turn by turn. Where the recorded attempts\n"
        "determine the outcome it is exact; otherwise it is estimated from like turns, counted apart,\n"
        "with a 95 % interval; and refused where nothing like it was recorded.\n\n"
        "Exit codes: 0 printed, 1 an error or no answer.");
}

} // namespace

int failed(const Error &error)
{
    printError(error.message);
    return exitError;
}

Result<QByteArray> readNamedFile(const std::string &path)
{
    const QString name = QString::fromStdString(path);
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.exists() ? Errc::Io : Errc::NotFound,
                    Tr::tr("%1 cannot be read: %2").arg(name, file.errorString()));
    if (file.size() > largestFile)
        return fail(Errc::InvalidArgument, Tr::tr("%1 is larger than 1 GiB.").arg(name));
    return file.readAll();
}

int runLearn(int argc, char **argv)
{
    CLI::App cli{"What recorded turns teach: what routing is worth, and what a change would do.",
                 "assay learn"};
    cli.require_subcommand(1);
    LearnOptions curve;
    LearnOptions whatIf;
    CLI::App *const drawing =
        cli.add_subcommand("curve", "what any routing between a weak and a strong model can be worth");
    describeCurve(*drawing, curve);
    describeWhatIf(
        *cli.add_subcommand("whatif", "what a changed setting would have done with recorded turns"), whatIf);
    cli.footer("Exit codes: 0 done, 1 an error.");
    if (const std::optional<int> code = parseArguments(cli, argc, argv))
        return *code;
    QCoreApplication application(argc, argv);
    const bool draws = drawing->parsed();
    const std::optional<Settings> settings = settingsFor(draws ? curve.common : whatIf.common);
    if (!settings)
        return exitError;
    prepareTexts(*settings);
    return draws ? learnCurve(curve) : learnWhatIf(whatIf);
}

} // namespace assay::app
