// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common_options.h"
#include "eval/eval_run.h"

#include <string>
#include <vector>

namespace assay::app {

/// The deployment guide's targets were missed, a comparison shows a loss, or attacks gain too much.
inline constexpr int exitMissed = 2;

struct EvalRunOptions
{
    CommonOptions common{};
    std::string suite{};
    std::string output{};
    std::string baseline{};
    std::vector<std::string> formats{};
    std::vector<std::string> categories{};
    std::vector<std::string> prompts{}; ///< "draft=3", "judge=FILE"
    int concurrency = 5;
    int judgeRepeats = 0;
    int limit = 0; ///< 0 = all
    double budget = -1.0;
    bool fresh = false;
    bool json = false;
};

struct EvalCompareOptions
{
    CommonOptions common{};
    std::string before{};
    std::string after{};
    int limit = 20;
    bool words = false;
    bool json = false;
};

struct EvalAttackOptions
{
    CommonOptions common{};
    std::vector<std::string> kinds{};
    std::vector<std::string> prompts{};
    int concurrency = 4;
    double maxLift = -1.0;
    bool list = false;
    bool json = false;
};

struct EvalFileOptions
{
    CommonOptions common{};
    std::string source{};
    std::string output{};
    std::string form = "yaml";
    std::string results{};
    double threshold = -1.0;
    bool json = false;
};

int runSuite(const EvalRunOptions &options);
int compareResults(const EvalCompareOptions &options);
int attackJudge(const EvalAttackOptions &options);
int listSuites(const EvalFileOptions &options);
int importSuite(const EvalFileOptions &options);
int exportSuite(const EvalFileOptions &options);
int printAgreement(const EvalFileOptions &options);

/// Settings for a command that reads no model; texts are ready afterwards.
std::optional<Settings> evalSettings(const CommonOptions &options);
/// The suite, or nullopt after every problem was printed.
std::optional<Suite> suiteFor(const std::string &nameOrPath);
int evalFailed(const Error &error);
void printTargets(const QList<TargetRow> &rows);
/// Removed words in [-…-], added ones in {+…+}, as word diffs in terminals have them.
QString wordsText(const QString &before, const QString &after);
void printComparison(const EvalRun &before, const EvalRun &after, int limit, bool words);

} // namespace assay::app
