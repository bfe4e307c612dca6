// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/term_weights.h"
#include "turn/turn.h"

#include <QtCore/QList>

namespace assay {

/// @name Innovation 4: CRAG document grading
/// A passage is graded by the idf-weighted share of the question's content terms that it covers,
/// its title and headings included (of a compound question: of the part it covers best): at least
/// `relevantShare` is relevant, at least `ambiguousShare` ambiguous, less is irrelevant.
/// @{
inline constexpr double relevantShare = 0.50;
inline constexpr double ambiguousShare = 0.30;

/// Grades every passage and sets its gradeScore, the share, in [0, 1]. Order is kept. A question
/// without a content term makes every passage ambiguous at 0, since nothing can be told.
/// @param weight  idf of the knowledge index; empty weighs every term 1
QList<Evidence> gradeDocuments(const QString &question, QList<Evidence> documents, const TermWeight &weight);

/// Are there enough to answer from: at least one relevant passage, or passages which are not
/// irrelevant and together cover `relevantShare` of the question?
bool enoughRelevant(const QString &question, const QList<Evidence> &graded, const TermWeight &weight);

/// The query for the one second try: the question's own words without filler, then the words of
/// the titles of up to two ambiguous passages, then names this field also uses for the question's
/// words ("charged twice" → duplicate charge). Each word once, at most 32.
/// @return an empty string when that gives nothing the question did not have
QString rewriteQuery(const QString &question, const QList<Evidence> &graded);
/// @}

} // namespace assay
