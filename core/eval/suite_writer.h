// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "eval/scenario.h"

namespace assay {

/// Forms a suite is written in.
enum class SuiteForm : std::uint8_t {
    Yaml,
    Jsonl,     ///< one scenario a line
    Scenarios, ///< a directory of upstream's scenario files
    Promptfoo  ///< a configuration that promptfoo runs
};

/// "yaml", "jsonl", "scenarios", "promptfoo"; nullopt for any other.
std::optional<SuiteForm> suiteForm(QStringView token);

/// The suite in a form that is one file. What the form cannot hold is left out and told in `lost`.
QByteArray writeSuite(const Suite &suite, SuiteForm form, QStringList &lost);

/// One file a scenario below `folder`, which is made. Files that are there already are not touched.
/// @errors Io, InvalidArgument (an id that cannot name a file, a file that is there already)
Result<> writeScenarioFiles(const Suite &suite, const QString &folder, QStringList &lost);

} // namespace assay
