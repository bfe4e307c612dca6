// SPDX-License-Identifier: Apache-2.0
#include "commands/learn_command.h"

#include "base/tr.h"
#include "command.h"
#include "session.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

#include <CLI/CLI.hpp>

#include <array>
#include <vector>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = qint64{1} << 30;

void addJson(CLI::App &cli, LearnOptions &options)
{
    cli.add_flag("--json", options.json, "print JSON; absent is null");
}

void addModel(CLI::App &cli, LearnOptions &options)
{
    cli.add_option("--model", options.model, "model file that `assay learn train` wrote")
        ->type_name("FILE")
        ->required();
}

void addInput(CLI::App &cli, LearnOptions &options)
{
    cli.add_option("--input", options.input, "training data, JSON lines; - for standard input")
        ->type_name("FILE")
        ->required();
}

void describeCurve(CLI::App &cli, LearnOptions &options)
{
    cli.add_option("--pairs", options.pairs,
                   "JSON lines with id and weak_ok, strong_ok, or weak_score, strong_score from 0 to 1")
        ->type_name("FILE")
        ->required();
    cli.add_option("--scores", options.scores,
                   "JSON lines with id and score: a router's belief that the weak answer will do")
        ->type_name("FILE");
    addJson(cli, options);
}

void describeWhatIf(CLI::App &cli, LearnOptions &options)
{
    cli.get_option("--set")
        ->description("the change: a setting with its new value; may be repeated")
        ->required();
    cli.add_option("--last", options.last, "replay so many turns, the newest (default: 10000)")
        ->type_name("N")
        ->check(CLI::Range(1, 1'000'000));
    addJson(cli, options);
    cli.footer(
        "Everything but the change stays as it was recorded, turn by turn. Where the recorded attempts\n"
        "determine the outcome it is exact; otherwise it is estimated from like turns, counted apart,\n"
        "with a 95 % interval; and refused where nothing like it was recorded.\n\n"
        "Exit codes: 0 printed, 1 an error or no answer.");
}

void describeCollect(CLI::App &cli, LearnOptions &options)
{
    cli.add_option("--quality-threshold", options.qualityThreshold,
                   "a fast first answer passed when its score reaches this (default: quality.threshold)")
        ->type_name("SCORE")
        ->check(CLI::Range(0.0, 1.0));
    cli.add_option("-o,--output", options.output, "write here instead of standard output")->type_name("FILE");
    cli.add_option("--time-range", options.range,
                   "back from now, such as 30d; FROM..TO; or all (default: all)")
        ->type_name("RANGE");
    cli.add_flag("--below-only", options.belowOnly, "only turns whose best score misses the threshold");
    cli.add_flag("--no-labels", options.judgeOnly, "leave out what operators said of a turn");
    cli.add_flag("--no-redact", options.plain, "leave what looks like a secret in the questions");
}

void describeTrain(CLI::App &cli, LearnOptions &options)
{
    addInput(cli, options);
    cli.add_option("-o,--output", options.output, "the model; its canary set is written beside it")
        ->type_name("FILE")
        ->required();
    cli.add_option("--predict", options.predicts,
                   "fast_path: will the fast model's answer pass (routes turns); tool_use: is a tool needed")
        ->check(CLI::IsMember({"fast_path", "tool_use"}));
    cli.add_option("--seed", options.seed, "decides which threads are held out (default: 1)")->type_name("S");
    cli.add_option("--folds", options.folds, "of the cross-validation (default: 5)")
        ->type_name("N")
        ->check(CLI::Range(2, 20));
    cli.add_flag("--balanced", options.balanced, "the rarer class weighs as much as the other");
    addJson(cli, options);
}

void describeEvaluate(CLI::App &cli, LearnOptions &options)
{
    addModel(cli, options);
    addInput(cli, options);
    addJson(cli, options);
}

void describeDeploy(CLI::App &cli, LearnOptions &options)
{
    addModel(cli, options);
    cli.add_option("--target", options.target, "where to; production is the workspace in use")
        ->check(CLI::IsMember({"production"}));
    cli.add_option("--canary", options.canary,
                   "training data to try it on first (default: what train wrote beside the model)")
        ->type_name("FILE");
    cli.add_flag("--force", options.force, "deploy even when it does worse there than the one in force");
}

void describeProgress(CLI::App &cli, LearnOptions &options)
{
    options.last = 1'000'000;
    cli.add_option("--last", options.last, "look at so many turns, the newest (default: all)")
        ->type_name("N")
        ->check(CLI::Range(1, 1'000'000));
    addJson(cli, options);
}

void describeDrift(CLI::App &cli, LearnOptions &options)
{
    describeProgress(cli, options);
    cli.add_option("--days", options.days,
                   "hold the newest turns of so many days against all before (default: 7)")
        ->type_name("N")
        ->check(CLI::Range(1, 366));
    cli.footer("Exit codes: 0 nothing moved, 1 an error or too few turns, 3 questions or calibration moved.");
}

struct Part
{
    const char *name;
    const char *summary;
    void (*describe)(CLI::App &, LearnOptions &);
    int (*run)(const LearnOptions &);
};

constexpr std::array parts{
    Part{"curve", "what any routing between a weak and a strong model can be worth", &describeCurve,
         &learnCurve},
    Part{"whatif", "what a changed setting would have done with recorded turns", &describeWhatIf,
         &learnWhatIf},
    Part{"collect", "write training data from recorded turns", &describeCollect, &learnCollect},
    Part{"train", "train a model that predicts which turns the fast model can answer", &describeTrain,
         &learnTrain},
    Part{"evaluate", "how good a model is on training data, beside the shipped predictor", &describeEvaluate,
         &learnEvaluate},
    Part{"deploy", "let a model route turns, from the next one on", &describeDeploy, &learnDeploy},
    Part{"rollback", "put the model before in force again", [](CLI::App &, LearnOptions &) {},
         &learnRollback},
    Part{"history", "which models routed turns, the newest first", &addJson, &learnHistory},
    Part{"progress", "how many predictions were right, week by week, beside what the guide expects",
         &describeProgress, &learnProgress},
    Part{"drift", "whether questions, or how far predictions can be trusted, moved lately", &describeDrift,
         &learnDrift}};

/// `assay ALIAS …` as `assay learn PART …`.
int runPart(const char *part, int argc, char **argv)
{
    std::string learn = "learn";
    std::string name = part;
    std::vector<char *> arguments{learn.data(), name.data()};
    arguments.insert(arguments.end(), argv + 1, argv + argc);
    const auto count = static_cast<int>(arguments.size());
    arguments.push_back(nullptr);
    return runLearn(count, arguments.data());
}

} // namespace

int failed(const Error &error)
{
    printError(error.message);
    return exitError;
}

QString percentText(double share)
{
    return QString::number(100.0 * share, 'f', 2) + u" %"_s;
}

Result<QByteArray> readNamedFile(const std::string &path)
{
    const QString name = QString::fromStdString(path);
    QFile file(name);
    const bool opened = path == "-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return fail(file.exists() ? Errc::Io : Errc::NotFound,
                    Tr::tr("%1 cannot be read: %2").arg(name, file.errorString()));
    if (file.size() > largestFile)
        return fail(Errc::InvalidArgument, Tr::tr("%1 is larger than 1 GiB.").arg(name));
    return file.readAll();
}

int runLearn(int argc, char **argv)
{
    CLI::App cli{"What recorded turns teach: what routing is worth, what a change would do, and a better "
                 "prediction of which turns the fast model can answer.",
                 "assay learn"};
    cli.require_subcommand(1);
    std::array<LearnOptions, parts.size()> options; // one each: their defaults differ
    std::array<CLI::App *, parts.size()> subcommands{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        subcommands[i] = cli.add_subcommand(parts[i].name, parts[i].summary);
        addCommonOptions(*subcommands[i], options[i].common);
        parts[i].describe(*subcommands[i], options[i]);
    }
    cli.footer("Exit codes: 0 done, 1 an error, 3 a model that does worse than the one in force,\nor drift.");
    if (const std::optional<int> code = parseArguments(cli, argc, argv))
        return *code;
    QCoreApplication application(argc, argv);
    const auto chosen =
        static_cast<std::size_t>(std::ranges::find_if(subcommands, &CLI::App::parsed) - subcommands.begin());
    const std::optional<Settings> settings = settingsFor(options[chosen].common);
    if (!settings)
        return exitError;
    prepareTexts(*settings);
    if (options[chosen].qualityThreshold < 0.0)
        options[chosen].qualityThreshold = settings->get("quality.threshold"_setting);
    return parts[chosen].run(options[chosen]);
}

int runCollectTrainingData(int argc, char **argv)
{
    return runPart("collect", argc, argv);
}

int runTrainClassifier(int argc, char **argv)
{
    return runPart("train", argc, argv);
}

int runDeployClassifier(int argc, char **argv)
{
    return runPart("deploy", argc, argv);
}

} // namespace assay::app
