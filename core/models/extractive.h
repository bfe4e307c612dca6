// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/term_weights.h"
#include "turn/turn.h"

#include <QtCore/QList>

namespace assay {

/// @name Sentences as the unit of offline drafting and judging (pure functions)
/// @{

/// One sentence of a passage and what stands above it.
struct PassageSentence
{
    QString text{};
    QString heading{};       ///< nearest heading inside the passage; empty when there is none
    int passage = 0;         ///< index into the evidence
    int position = 0;        ///< within the passage, from 0
    QSet<QString> terms{};   ///< content terms of the sentence
    QSet<QString> context{}; ///< content terms of the passage's title and the heading
};

/// Sentences of one passage in order. Headings ("## …" lines) are context, not sentences; a
/// sentence that ends with a colon is joined with the list items that follow it.
QList<PassageSentence> sentencesOf(const Evidence &passage, int index);

/// Sentences of every passage that is not graded irrelevant.
QList<PassageSentence> sentencesOf(const QList<Evidence> &evidence);

/// What a term of the question counts when only the title or a heading above a sentence holds it.
inline constexpr double contextShare = 0.7;

/// How much of the question's weight a sentence addresses, in [0, 1]: 1 for a term it holds,
/// `contextShare` for one that only stands above it.
double addresses(const WeightedTerms &question, const PassageSentence &sentence);

/// A sentence chosen to answer part of a question.
struct Chosen
{
    int sentence = 0;  ///< index into the list given
    double gain = 0.0; ///< what it added to the share of the question that is addressed, (0, 1]

    bool operator==(const Chosen &) const = default;
};

/// The fewest sentences that address a question: again and again the one that adds most to the
/// addressed share, until the best adds less than `least`. Ties go to the sentence that addresses
/// more by itself, then to the earlier one. A sentence that holds nothing but words of the question
/// (a heading in disguise) is never chosen.
/// @param already  sentences that are in the answer; not chosen again, and what they address is no gain
/// @source the greedy form of maximum coverage; G. L. Nemhauser et al., "An Analysis of
///         Approximations for Maximizing Submodular Set Functions", Math. Programming 14 (1978)
QList<Chosen> coverQuestion(const WeightedTerms &question, const QList<PassageSentence> &sentences,
                            double least, int most, const QList<Chosen> &already = {});

/// Below this addressed share a passage does not speak about a question at all.
inline constexpr double leastAddressed = 0.35;

/// The passage that answers one part of a question best, and how.
struct BestPassage
{
    int passage = -1;       ///< index into the evidence; -1 when none addresses `leastAddressed`
    QList<Chosen> chosen{}; ///< its sentences, as indices into the list given
    double addressed = 0.0; ///< share of the question they address together
};

/// Compares coverQuestion() of every passage by itself. A tie goes to the earlier passage, which
/// the retriever ranked higher.
/// @param sentences  of all passages, those of one passage together
BestPassage bestPassage(const WeightedTerms &question, const QList<PassageSentence> &sentences, double least,
                        int most);

/// Share of terms two sentences have in common, in [0, 1] (Jaccard).
double similarity(const QSet<QString> &a, const QSet<QString> &b);

/// @}

} // namespace assay
