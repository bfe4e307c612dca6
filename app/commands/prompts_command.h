// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/prompt_registry.h"
#include "common_options.h"

#include <string>
#include <vector>

namespace assay::app {

/// What the subcommands of `assay prompts` are told.
struct PromptsOptions
{
    std::string name{};  ///< of the template
    std::string first{}; ///< version or file
    std::string second{};
    std::string turn{};
    std::string note{};
    std::string like{};
    std::vector<std::string> turns{};
    int attempt = 0;
    int count = 5;
    int nearest = 0;
    bool keep = false;
    bool json = false;
    CommonOptions common{};
};

int promptsList(const PromptsOptions &options);
int promptsShow(const PromptsOptions &options);
int promptsEdit(const PromptsOptions &options);
int promptsDiff(const PromptsOptions &options);
int promptsRender(const PromptsOptions &options);
int promptsPromote(const PromptsOptions &options);
int promptsRollback(const PromptsOptions &options);
int promptsHistory(const PromptsOptions &options);
int promptsExamples(const PromptsOptions &options);

/// The registry of the workspace in use.
PromptRegistry promptRegistry();
/// @errors NotFound, with the names there are
Result<PromptKind> promptKind(const std::string &name);
/// A version ("3", "v3"), "" for the one in force, or a text in a file ("-" for standard input): one that was
/// kept has its version. @errors as PromptRegistry::read and acceptPrompt(), naming the file
Result<ChosenPrompt> promptFor(PromptKind kind, const std::string &spec);
/// The prompts in force, but for those that are named: "draft=3", "judge=FILE".
Result<PromptSet> promptSetWith(const std::vector<std::string> &changes);

} // namespace assay::app
