// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "turn/turn.h"

#include <span>

namespace assay {

/// The texts of the pipeline that an operator may change, each in versions of its own.
enum class PromptKind : std::uint8_t {
    Draft,     ///< who the model is and how it answers
    Stronger,  ///< the stricter instruction of a retry
    Refine,    ///< asks to improve the answer before
    ForceTool, ///< insists on the results of the tools
    Judge,     ///< the rubric, in three parts
    Rewrite,   ///< turns a question that found too little into a search query
    Examples,  ///< good answers for {{examples}} of the drafting prompts
};

/// A placeholder that a template may hold.
struct PromptSlot
{
    const char *name;
    bool required;
    const char *part; ///< of a template in parts: "system"; nullptr = the whole
};

struct PromptTemplate
{
    PromptKind kind;
    const char *name; ///< "draft"
    const char *file; ///< below prompts/, without "_v1.md"
    std::span<const PromptSlot> slots;
};

/// In the order of the pipeline.
std::span<const PromptTemplate> promptTemplates();
const PromptTemplate &promptTemplate(PromptKind kind);
/// @return nullptr for an unknown name
const PromptTemplate *promptTemplate(QStringView name);

/// "Stronger prompt"; translated.
QString promptLabel(PromptKind kind);
/// What it is for, in one sentence; translated.
QString promptPurpose(PromptKind kind);

/// Longest text of a template, in characters.
inline constexpr qsizetype longestPrompt = 200'000;

/// Something in a template that keeps it from being used.
struct PromptProblem
{
    int line = 1;
    int column = 1;
    QString what{}; ///< what is wrong and what to do

    /// "3:14: …"
    QString text() const;

    bool operator==(const PromptProblem &) const = default;
};

/// Everything that is wrong with `text` as a template of this kind; empty = it can be used.
QList<PromptProblem> checkPrompt(PromptKind kind, const QString &text);
/// The problems as one error, a line each. @errors InvalidArgument
Result<> acceptPrompt(PromptKind kind, const QString &text);

/// As it is kept: line ends made \n, what cannot be sent removed, no space around it.
QString tidyPrompt(const QString &text);
/// First 16 hex digits of the SHA-256 of the tidied text: what a version is.
QString promptHash(const QString &text);

/// The text that comes with Assay, version 1. @param root ":/" in the product @errors NotFound
Result<QString> shippedPrompt(PromptKind kind, const QString &root);

/// A version with its text, ready to be put in force.
struct ChosenPrompt
{
    PromptKind kind = PromptKind::Draft;
    QString text{};
    PromptUse use{};

    bool operator==(const ChosenPrompt &) const = default;
};

/// A text that was not kept as a version: version 0. @errors as acceptPrompt()
Result<ChosenPrompt> unsavedPrompt(PromptKind kind, const QString &text);

/// "draft v3 (9f3a51c0)", "draft, not kept (9f3a51c0)".
QString promptUseText(const PromptUse &use);

} // namespace assay
