// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/term_weights.h"
#include "turn/turn.h"

namespace assay {

/// @name The offline judge's formulas (pure functions; all shares in [0, 1])
///
/// The answer is cut into sentences, citation marks off. A sentence is a *claim* when it says more
/// than the question did: at least one content term that is not the question's. A claim is
/// *supported* when, with one passage of the evidence (title included),
///   - it has at least 2 content terms and at least `supportedShare` of them are in the passage;
///   - the same share of the terms that are not the question's is in the passage, so repeating the
///     question around an invention gains nothing;
///   - at least one of those stands in the supporting sentence itself, so a title is no statement;
///   - every number it names stands in a sentence of the passage that shares another term with it;
///   - the sentence of the passage nearest to it has as much of a "not" as it has;
///   - it is not a refusal ("I couldn't find …").
///
/// A compound question ("What is A, and how long is B?") is judged part by part (questionParts).
/// One part is one question, so it is one passage that has to answer it:
///
///     accuracy     = supported claims / claims; 0 without a claim
///     relevance    = mean over the parts of min(1, c / enoughAddressed), c = the idf-weighted share
///                    of the part's content terms that the supported claims of one passage address,
///                    of the passage for which that is most; a term that only the title or heading
///                    above the supporting sentence holds counts `contextShare`
///     completeness = mean over the parts of Σ gain · covered / Σ gain over the part's salient
///                    points: the fewest sentences of its best passage that address it (bestPassage
///                    with `pointGain`), each with the share it added. A point is covered when a
///                    supported claim holds `restatedShare` of its terms that are not the question's,
///                    or addresses the part at least as well as the point does. A part that no
///                    passage addresses counts 0.
///     overall      = (accuracy + relevance + completeness) / 3
/// @{
inline constexpr double supportedShare = 0.75;
inline constexpr double restatedShare = 0.60;
inline constexpr double enoughAddressed = 0.80;
inline constexpr double pointGain = 0.12;
inline constexpr int mostPoints = 4;     ///< of one part
inline constexpr double lowScore = 0.70; ///< below it a dimension is named as an issue

/// A salient point that the answer leaves out.
struct MissedPoint
{
    QString sentence{};
    QString title{}; ///< of its passage

    bool operator==(const MissedPoint &) const = default;
};

/// What the formulas made of one answer.
struct OfflineScores
{
    double accuracy = 0.0;
    double relevance = 0.0;
    double completeness = 0.0;
    int claims = 0;
    QStringList unsupported{}; ///< the claims no passage supports
    QList<MissedPoint> missed{};
    bool refuses = false;   ///< the answer says that it found nothing
    bool hasPoints = false; ///< the evidence had something to say

    double overall() const { return (accuracy + relevance + completeness) / 3.0; }
};

/// Scores an answer against evidence. Passages graded irrelevant may support a claim, but make no
/// salient point.
/// @param weight  idf of the knowledge index; empty weighs every term 1
/// @cost  O(claims · sentences of the evidence)
OfflineScores scoreOffline(const QString &question, const QString &answer, const QList<Evidence> &evidence,
                           const TermWeight &weight);
/// @}

} // namespace assay
