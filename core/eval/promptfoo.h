// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "eval/scenario.h"
#include "settings/file_node.h"

namespace assay {

/// A suite made of a file of another tool, and what of it has no counterpart here.
struct SuiteImport
{
    Suite suite{};
    QStringList notes{}; ///< "file:line: …", one each; nothing is left out silently
};

/// Does a file look like one of promptfoo's: a table with tests, or a list of tests with vars or assert?
bool isPromptfoo(const FileNode &root);

/// Makes a suite of promptfoo's tests (the `tests` of a configuration, or a file of tests).
///
/// The question is the variable question, query, input or prompt, or the only one there is; otherwise the
/// first prompt with the variables put in. Assertions taken: equals, contains, icontains, contains-all,
/// icontains-all, contains-any, icontains-any, regex, latency, cost, and their not- forms of contains.
/// @source promptfoo's configuration reference, "Assertions & metrics"
/// @errors InvalidArgument with file and line
Result<SuiteImport> importPromptfoo(const QByteArray &text, const QString &file);

} // namespace assay
