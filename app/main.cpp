// SPDX-License-Identifier: Apache-2.0
#include "command.h"
#include "process.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace assay::app {

std::span<const Command> commands()
{
    static constexpr std::array all{
        Command{"gui", "open the console (the default)", &runGui},
        Command{"ask", "ask one question and print the answer with its score breakdown", &runAsk},
        Command{"docs", "add, list or remove documents of the knowledge index", &runDocs},
        Command{"events", "look into events: decode, capture, follow, replay", &runEvents},
        Command{"ingest", "read events into the store, every record accounted for", &runIngest},
        Command{"config", "show, check or change settings", &runConfig},
        Command{"monitor", "print the quality of responses, of one thread or all", &runMonitor},
        Command{"analytics", "print the figures of a range of time", &runAnalytics},
        Command{"report", "write the figures of a range of time to a file", &runReport},
        Command{"alerts", "list, acknowledge and silence alerts; check, try, import or export their rules",
                &runAlerts},
        Command{"learn", "learn from recorded turns: what-if, training, deploying", &runLearn},
        Command{"collect_training_data", "the same as learn collect", &runCollectTrainingData},
        Command{"train_classifier", "the same as learn train", &runTrainClassifier},
        Command{"deploy_classifier", "the same as learn deploy", &runDeployClassifier},
        Command{"filters", "explain the filter language, or check a filter", &runFilters},
        Command{"eval", "run suites of questions with known answers, and compare runs", &runEval},
        Command{"prompts", "versions of the prompts: edit, compare, render, promote, take back", &runPrompts},
        Command{"demo", "write a workspace of sample data", &runDemo},
        Command{"bench", "measure this build and print the figures", &runBench},
    };
    return all;
}

static int printUsage(std::FILE *out)
{
    std::fprintf(out, "Assay %s: operator console for the quality of LLM answers\n\n", ASSAY_VERSION);
    std::fprintf(out, "usage: assay [COMMAND] [OPTIONS]\n\n");
    for (const Command &command : commands())
        std::fprintf(out, "  %-9s %s\n", command.name, command.summary);
    std::fprintf(out, "\n`assay COMMAND --help` tells the options of a command.\n");
    return out == stdout ? exitOk : exitError;
}

} // namespace assay::app

int main(int argc, char **argv)
{
    using namespace assay::app;
    keepSecretsOutOfCoreDumps();
    const std::string_view wanted = argc > 1 ? argv[1] : "gui";
    if (wanted == "--help" || wanted == "-h" || wanted == "help")
        return printUsage(stdout);
    if (wanted == "--version") {
        std::printf("assay %s\n", ASSAY_VERSION);
        return exitOk;
    }
    // Options without a subcommand belong to the console: `assay --config F`.
    const bool bare = argc < 2 || wanted.starts_with('-');
    const auto found = std::ranges::find(commands(), bare ? "gui" : wanted, &Command::name);
    if (found == commands().end()) {
        std::fprintf(stderr, "assay: unknown command \"%s\"\n\n", argv[1]);
        return printUsage(stderr);
    }
    return bare ? found->run(argc, argv) : found->run(argc - 1, argv + 1);
}
