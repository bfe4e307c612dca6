// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "judge/judge.h"

#include <functional>

namespace assay {

/// The versioned words of the rubric judge. {{fence}}, {{question}}, {{evidence}}, {{answer}} and
/// {{error}} are filled in.
struct RubricPrompt
{
    QString version{}; ///< "v1"
    QString system{};
    QString user{};
    QString repair{};

    bool operator==(const RubricPrompt &) const = default;
};

/// Reads the parts between the lines "--- system ---", "--- user ---" and "--- repair ---".
/// @errors Corrupt when a part or one of its variables is missing
Result<RubricPrompt> parseRubricPrompt(const QString &version, const QString &text);

/// The bundled prompt ":/prompts/judge_rubric_<version>.md".
/// @errors NotFound, Corrupt
Result<RubricPrompt> loadRubricPrompt(const QString &version = QStringLiteral("v1"));

/// 32 random hex digits from the system's generator: the mark between data and instruction.
QString randomFence();

/// A fence that occurs nowhere in what is to be judged, whatever the generator comes up with first.
QString fenceFor(const JudgeRequest &request, const std::function<QString()> &newFence = randomFence);

/// The two messages that ask for a verdict. Variables are filled in one pass, so that "{{answer}}"
/// inside a question stays what it is.
/// @param fence must not occur in the request's texts
QList<PromptMessage> rubricMessages(const RubricPrompt &prompt, const JudgeRequest &request,
                                    const QString &fence);

/// The same, then the unusable reply and why it could not be used.
QList<PromptMessage> repairMessages(const RubricPrompt &prompt, QList<PromptMessage> asked,
                                    const QString &reply, const QString &error);

} // namespace assay
