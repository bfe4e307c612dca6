// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "common_options.h"

#include <QtCore/QByteArray>

#include <string>

namespace assay::app {

/// What the subcommands of `assay learn` are told.
struct LearnOptions
{
    std::string pairs{};
    std::string scores{};
    int last = 10'000; ///< turns
    std::string range = "all";
    double qualityThreshold = -1.0; ///< negative = the setting's
    bool belowOnly = false;
    bool judgeOnly = false; ///< without the operators' labels
    bool plain = false;     ///< secrets stay
    std::string input{};
    std::string output{};
    std::string model{};
    std::string target = "production";
    std::string canary{};
    std::string predicts = "fast_path";
    quint64 seed = 1;
    int folds = 5;
    int days = 7; ///< the newest turns that are held against those before
    bool balanced = false;
    bool force = false;
    bool json = false;
    CommonOptions common{};
};

int learnCurve(const LearnOptions &options);
int learnWhatIf(const LearnOptions &options);
int learnCollect(const LearnOptions &options);
int learnTrain(const LearnOptions &options);
int learnEvaluate(const LearnOptions &options);
int learnDeploy(const LearnOptions &options);
int learnRollback(const LearnOptions &options);
int learnHistory(const LearnOptions &options);
int learnProgress(const LearnOptions &options);
int learnDrift(const LearnOptions &options);

/// The whole of a file that a person named. @errors NotFound, Io, InvalidArgument (larger than 1 GiB)
Result<QByteArray> readNamedFile(const std::string &path);

/// Prints what went wrong. @return the exit code
int failed(const Error &error);

/// Name of the operator, for histories.
QString whoAmI();

/// "63.84 %".
QString percentText(double share);

} // namespace assay::app
