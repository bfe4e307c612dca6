// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace assay::app {

/// One subcommand: parsing and printing only, the work is core's.
struct Command
{
    const char *name;
    const char *summary;
    int (*run)(int argc, char **argv); ///< argv[0] is the subcommand; returns the exit code
};

/// Exit codes every command keeps to.
inline constexpr int exitOk = 0;
inline constexpr int exitError = 1;
inline constexpr int exitGateFailed = 3;

int runGui(int argc, char **argv);
int runAlerts(int argc, char **argv);
int runAsk(int argc, char **argv);
int runDocs(int argc, char **argv);
int runEval(int argc, char **argv);
int runIngest(int argc, char **argv);
int runConfig(int argc, char **argv);
int runEvents(int argc, char **argv);
int runDemo(int argc, char **argv);
int runAnalytics(int argc, char **argv);
int runReport(int argc, char **argv);
int runMonitor(int argc, char **argv);
int runFilters(int argc, char **argv);
int runLearn(int argc, char **argv);
int runCollectTrainingData(int argc, char **argv);
int runTrainClassifier(int argc, char **argv);
int runDeployClassifier(int argc, char **argv);
int runPrompts(int argc, char **argv);
int runBench(int argc, char **argv);

std::span<const Command> commands();

} // namespace assay::app
