// SPDX-License-Identifier: Apache-2.0
#include "commands/eval_command.h"

#include "command.h"
#include "eval/suite_reader.h"
#include "resources.h"
#include "session.h"

#include <QtCore/QCoreApplication>

#include <CLI/CLI.hpp>

namespace assay::app {

namespace {

CLI::App *addRun(CLI::App &cli, EvalRunOptions &options)
{
    CLI::App *run =
        cli.add_subcommand("run", "ask every question of a suite and hold the answers against it");
    run->add_option("--suite", options.suite, "tool_use, quality_evaluation, full, or a file or folder")
        ->required()
        ->type_name("SUITE");
    run->add_option("-o,--output", options.output, "results file; a run that was broken off goes on")
        ->type_name("FILE");
    run->add_option("--format", options.formats, "json, junit, html, csv, xlsx; files beside --output")
        ->delimiter(',')
        ->check(CLI::IsMember({"json", "junit", "html", "csv", "xlsx"}))
        ->type_name("LIST");
    run->add_option("--concurrency", options.concurrency, "scenarios at a time")
        ->check(CLI::Range(1, 500))
        ->capture_default_str();
    run->add_option("--baseline", options.baseline, "results to compare with; a loss counts as missed")
        ->type_name("FILE");
    run->add_option("--budget", options.budget, "dollars after which no scenario is begun")
        ->check(CLI::NonNegativeNumber)
        ->type_name("USD");
    run->add_option("--judge-repeats", options.judgeRepeats,
                    "judge each answer so often again, for the spread")
        ->check(CLI::Range(0, 20))
        ->capture_default_str();
    run->add_option("--category", options.categories, "only scenarios of these categories")
        ->delimiter(',')
        ->type_name("LIST");
    run->add_option("--prompt", options.prompts,
                    "ask with this version or text of a prompt, promoted or not: draft=3, judge=FILE")
        ->type_name("NAME=VERSION|FILE");
    run->add_option("--limit", options.limit, "only so many, spread evenly over the suite")
        ->check(CLI::PositiveNumber)
        ->type_name("N");
    run->add_flag("--fresh", options.fresh, "throw away what a broken-off run left");
    run->add_flag("--json", options.json, "print the results as JSON");
    addCommonOptions(*run, options.common);
    return run;
}

CLI::App *addCompare(CLI::App &cli, EvalCompareOptions &options)
{
    CLI::App *compare = cli.add_subcommand("compare", "what two runs differ by, scenario by scenario");
    compare->add_option("BEFORE", options.before, "results file")->required();
    compare->add_option("AFTER", options.after, "results file")->required();
    compare->add_option("--limit", options.limit, "scenarios to list, worst first; 0 = all")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    compare->add_flag("--words", options.words, "show which words of the answers changed");
    compare->add_flag("--json", options.json, "print JSON");
    addCommonOptions(*compare, options.common);
    return compare;
}

CLI::App *addAttack(CLI::App &cli, EvalAttackOptions &options)
{
    CLI::App *attack = cli.add_subcommand("attack", "what 100 tricks gain with the judge in use");
    attack->add_option("--kind", options.kinds, "only attacks of these kinds")
        ->delimiter(',')
        ->type_name("LIST");
    attack->add_option("--prompt", options.prompts, "judge with this version or text: judge=2, judge=FILE")
        ->type_name("NAME=VERSION|FILE");
    attack->add_option("--concurrency", options.concurrency, "answers judged at a time")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    attack->add_option("--max-lift", options.maxLift, "end with 2 when the mean lift is higher")
        ->check(CLI::Range(0.0, 1.0))
        ->type_name("SCORE");
    attack->add_flag("--list", options.list, "print the attacks and judge nothing");
    attack->add_flag("--json", options.json, "print JSON");
    addCommonOptions(*attack, options.common);
    return attack;
}

CLI::App *addFileCommand(CLI::App &cli, const char *name, const char *summary, const char *source,
                         EvalFileOptions &options)
{
    CLI::App *command = cli.add_subcommand(name, summary);
    CLI::Option *argument = command->add_option("FILE", options.source, source);
    if (std::string_view(name) != "list")
        argument->required();
    addCommonOptions(*command, options.common);
    return command;
}

} // namespace

std::optional<Settings> evalSettings(const CommonOptions &options)
{
    initAssayResources();
    std::optional<Settings> settings = settingsFor(options);
    if (settings)
        prepareTexts(*settings);
    return settings;
}

std::optional<Suite> suiteFor(const std::string &nameOrPath)
{
    const SuiteReading reading = findSuite(QString::fromStdString(nameOrPath));
    if (reading)
        return *reading;
    for (const SettingProblem &problem : reading.error())
        printError(problem.text());
    return std::nullopt;
}

int evalFailed(const Error &error)
{
    printError(error.message);
    return exitError;
}

int runEval(int argc, char **argv)
{
    CLI::App cli{"Suites of questions with known answers: run them, and compare what they gave.",
                 "assay eval"};
    cli.require_subcommand(1);
    EvalRunOptions run;
    EvalCompareOptions compare;
    EvalAttackOptions attack;
    EvalFileOptions list;
    EvalFileOptions import;
    EvalFileOptions write;
    EvalFileOptions agreement;
    const CLI::App *running = addRun(cli, run);
    const CLI::App *comparing = addCompare(cli, compare);
    const CLI::App *attacking = addAttack(cli, attack);
    CLI::App *listing = addFileCommand(cli, "list", "the suites, or the scenarios of one",
                                       "suite to list: a name, a file or a folder", list);
    listing->add_flag("--json", list.json, "print JSON");
    CLI::App *importing = addFileCommand(cli, "import", "make a suite of promptfoo's tests or another form",
                                         "promptfoo's YAML or JSON, scenario files, JSONL", import);
    importing->add_option("-o,--output", import.output, "YAML suite to write; standard output by default")
        ->type_name("FILE");
    CLI::App *exporting =
        addFileCommand(cli, "export", "write a suite in another form", "suite: a name or a file", write);
    exporting->add_option("--form", write.form, "yaml, jsonl, scenarios (a folder) or promptfoo")
        ->check(CLI::IsMember({"yaml", "jsonl", "scenarios", "promptfoo"}))
        ->capture_default_str();
    exporting->add_option("-o,--output", write.output, "file, or folder for scenarios")->type_name("FILE");
    CLI::App *agreeing = addFileCommand(cli, "agreement", "hold judges against labels of people",
                                        "JSON lines of id, label and scores by judge", agreement);
    agreeing->add_option("--results", agreement.results, "take the judges' votes from this run, by id")
        ->type_name("FILE");
    agreeing->add_option("--threshold", agreement.threshold, "score from which an answer passes")
        ->check(CLI::Range(0.0, 1.0));
    agreeing->add_flag("--json", agreement.json, "print JSON");
    cli.footer("Exit codes of run and compare: 0 every target met, nothing lost; 2 missed; 1 an error.");
    if (const std::optional<int> code = parseArguments(cli, argc, argv))
        return *code;
    QCoreApplication application(argc, argv);
    if (running->parsed())
        return runSuite(run);
    if (comparing->parsed())
        return compareResults(compare);
    if (attacking->parsed())
        return attackJudge(attack);
    if (listing->parsed())
        return listSuites(list);
    if (importing->parsed())
        return importSuite(import);
    return exporting->parsed() ? exportSuite(write) : printAgreement(agreement);
}

} // namespace assay::app
