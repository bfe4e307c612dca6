// SPDX-License-Identifier: Apache-2.0
#include "commands/alerts_command.h"

#include "alerts/alert_file.h"
#include "command.h"

#include <QtCore/QCoreApplication>

#include <CLI/CLI.hpp>

namespace assay::app {

namespace {

void addRules(CLI::App &cli, AlertsOptions &options)
{
    cli.add_option("--rules", options.rules, "alerts file instead of the usual one")->type_name("FILE");
    addCommonOptions(cli, options.common);
}

void addPerson(CLI::App &cli, AlertsOptions &options)
{
    cli.add_option("--who", options.who, "your name; $USER by default")->type_name("NAME");
    cli.add_option("--note", options.note, "what you know or do about it")->type_name("TEXT");
    cli.add_flag("--json", options.json, "print JSON lines");
    addCommonOptions(cli, options.common);
}

CLI::App *addAcknowledge(CLI::App &cli, AlertsOptions &options)
{
    CLI::App *added = cli.add_subcommand("ack", "acknowledge alerts that fire");
    added->add_option("NAME", options.names, "rules, or ids of firings")->required();
    addPerson(*added, options);
    return added;
}

CLI::App *addSilence(CLI::App &cli, AlertsOptions &options)
{
    CLI::App *added = cli.add_subcommand(
        "silence", "tell nobody of alerts with these labels for a while; without one: list the silences");
    added->add_option("CONDITION", options.names,
                      "such as alertname=HighLatency, team!=ml or thread=~'th_.*'; all must hold");
    added->add_option("--for", options.length, "how long, such as 30m or 4h")
        ->type_name("LENGTH")
        ->capture_default_str();
    added->add_option("--end", options.ended, "end this silence now")->type_name("ID");
    added->add_flag("--dry-run", options.dryRun, "only say what it would mute");
    addPerson(*added, options);
    return added;
}

} // namespace

QString alertsFileFor(const AlertsOptions &options)
{
    return options.rules.empty() ? defaultAlertsFile() : QString::fromStdString(options.rules);
}

std::optional<AlertRules> alertRulesFor(const AlertsOptions &options)
{
    if (options.shipped)
        return shippedAlertRules();
    const auto rules = readAlertsFile(alertsFileFor(options), !options.rules.empty());
    if (rules)
        return *rules;
    for (const SettingProblem &problem : rules.error())
        printError(problem.text());
    return std::nullopt;
}

int runAlerts(int argc, char **argv)
{
    CLI::App cli{"Alert rules: what is told when quality, cost or latency leave their bounds.",
                 "assay alerts"};
    cli.require_subcommand(1);
    // One set of options per subcommand: their defaults differ.
    AlertsOptions list;
    AlertsOptions check;
    AlertsOptions backtest;
    AlertsOptions import;
    AlertsOptions write;
    AlertsOptions acknowledge;
    AlertsOptions silence;

    CLI::App *listing = cli.add_subcommand("list", "rules, and the alerts that fire now or fired before");
    listing->add_flag("--json", list.json, "print JSON");
    listing->add_option("--time-range", list.range, "firings of this range, such as 24h or 7d")
        ->capture_default_str();
    addRules(*listing, list);

    CLI::App *checking =
        cli.add_subcommand("check", "say every problem of an alerts file or a Prometheus rule file");
    checking->add_option("FILE", check.file,
                         "alerts.toml, .json, or Prometheus' .yml; the usual alerts file by default");
    addCommonOptions(*checking, check.common);

    CLI::App *testing =
        cli.add_subcommand("backtest", "what the rules would have told, over what is recorded");
    testing->add_option("--time-range", backtest.range, "range of recorded events, such as 24h, 7d or all")
        ->capture_default_str();
    testing->add_option("--rule", backtest.rule, "only this rule")->type_name("NAME");
    testing->add_flag("--json", backtest.json, "print JSON lines: each firing with the turns behind it");
    testing->add_flag("--shipped", backtest.shipped,
                      "the rules that come with Assay, whatever the alerts file says");
    addRules(*testing, backtest);

    CLI::App *importing = cli.add_subcommand("import", "take the rules of a Prometheus rule file");
    importing->add_option("FILE", import.file, "rule file (YAML); - for standard input")->required();
    importing->add_flag("--write", import.write, "put them into the alerts file; else they are only printed");
    addRules(*importing, import);

    CLI::App *exporting = cli.add_subcommand("export", "write the rules as a Prometheus rule file");
    exporting->add_option("-o,--output", write.output, "write here instead of standard output")
        ->type_name("FILE");
    exporting->add_flag("--shipped", write.shipped,
                        "the rules that come with Assay, whatever the alerts file says");
    addRules(*exporting, write);

    CLI::App *acknowledging = addAcknowledge(cli, acknowledge);
    CLI::App *silencing = addSilence(cli, silence);

    cli.footer("Rules are evaluated by `assay ingest` and by a console that runs.\n\n"
               "Exit codes: 0 done, 1 an error or a problem in a file.");
    if (const std::optional<int> code = parseArguments(cli, argc, argv))
        return *code;
    QCoreApplication application(argc, argv);
    if (listing->parsed())
        return listAlerts(list);
    if (checking->parsed())
        return checkAlerts(check);
    if (testing->parsed())
        return backtestAlerts(backtest);
    if (acknowledging->parsed())
        return acknowledgeAlerts(acknowledge);
    if (silencing->parsed())
        return silenceAlerts(silence);
    return importing->parsed() ? importAlerts(import) : exportAlerts(write);
}

} // namespace assay::app
