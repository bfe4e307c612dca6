// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/prompt_templates.h"
#include "base/term_weights.h"

namespace assay {

class Store;

/// A question with an answer that people found good.
struct PromptExample
{
    QString turnId{};
    QString question{};
    QString answer{};

    bool operator==(const PromptExample &) const = default;
};

/// What {{examples}} is filled from. As text:
///
///     Examples of answers that were good.     what stands before them in the prompt
///     --- nearest 3 ---                       only the three most like the question; without it all
///     --- question tn_9f3a ---
///     How long do refunds take?
///     --- answer ---
///     Five to seven business days [1].
struct ExamplePool
{
    QString introduction{};
    int nearest = 0; ///< 0 = all, in their order
    QList<PromptExample> examples{};

    bool operator==(const ExamplePool &) const = default;
};

/// Examples that one pool may hold.
inline constexpr qsizetype mostExamples = 500;

QList<PromptProblem> checkExamples(const QString &text);
/// @errors InvalidArgument, as checkExamples()
Result<ExamplePool> readExamples(const QString &text);
/// The text that readExamples() reads. Lines of a turn that look like a mark are indented.
QString examplesText(const ExamplePool &pool);

/// How like two questions are: weighted share of the terms of either that both have, in [0, 1].
double questionLikeness(const QString &a, const QString &b, const TermWeight &weight);

/// What stands for {{examples}} when `question` is asked; empty without an example. A question that is
/// itself in the pool does not get its own answer.
QString examplesFor(const ExamplePool &pool, const QString &question, const TermWeight &weight);

/// Turns that were labelled good and have an answer, the newest `limit`, or those most like `question` when
/// one is given. @errors of the store; an empty list is no error
Result<QList<PromptExample>> goodTurns(Store &store, const QString &question, int limit,
                                       const TermWeight &weight);

} // namespace assay
