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
    bool json = false;
    CommonOptions common{};
};

int learnCurve(const LearnOptions &options);
int learnWhatIf(const LearnOptions &options);

/// The whole of a file that a person named. @errors NotFound, Io, InvalidArgument (larger than 1 GiB)
Result<QByteArray> readNamedFile(const std::string &path);

/// Prints what went wrong. @return the exit code
int failed(const Error &error);

} // namespace assay::app
