// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "eval/scenario.h"
#include "settings/setting_value.h"

#include <tl/expected.hpp>

namespace assay {

/// What reading a suite gave: the suite, or every problem with file, line and key.
using SuiteReading = tl::expected<Suite, QList<SettingProblem>>;

/// Reads a suite from its text. Which form it has is seen from the name's ending and the text:
///
///   .yaml .yml   name, description, version, include (suites beside it), defaults, scenarios
///   .jsonl       one scenario a line (query, or question or input; answer or output is the expected answer)
///   .json        one of upstream's scenario files, a list of scenarios, a suite as in YAML, or upstream's
///                streaming suite (cases with expected_answer)
///
/// @param file name for messages; its base name names a suite that has no name
SuiteReading readSuite(const QByteArray &text, const QString &file);

/// Reads a file, or a directory of upstream's scenario files: *.json, at any depth, sorted by id.
SuiteReading readSuitePath(const QString &path);

/// A suite that ships with Assay, or the one in a file or directory.
/// @errors as readSuitePath(); a name that is neither tells the nearest shipped one
SuiteReading findSuite(const QString &nameOrPath);

/// Names of the suites that ship, in the order of their size.
QStringList shippedSuites();

} // namespace assay
