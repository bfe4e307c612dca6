// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QSet>
#include <QtCore/QString>

#include <functional>

namespace assay {

/// Weight of one content term (as contentTerms() stems it), ≥ 0: usually its inverse document
/// frequency in the knowledge index. An empty function weighs every term 1.
using TermWeight = std::function<double(const QString &term)>;

/// ln(1 + (N − n + 0.5) / (n + 0.5)) with N passages of which n hold the term: never negative,
/// largest for a term nobody has. N = 0 gives 1.
/// @source S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond",
///         Foundations and Trends in Information Retrieval 3(4), 2009 (the variant Lucene uses).
double inverseDocumentFrequency(qint64 passages, qint64 passagesWithTerm);

/// Distinct content terms with their weights.
struct WeightedTerms
{
    QHash<QString, double> weights{};
    double total = 0.0; ///< sum of the weights

    bool isEmpty() const { return weights.isEmpty(); }
};

/// Distinct content terms of `text`.
QSet<QString> termSet(QStringView text);

/// What a question asks about: its content terms without the words that only form a question
/// ("how much", "please tell me", "wie lange"), weighted. A question made of such words alone
/// keeps them. Empty for a question without a content term.
WeightedTerms questionTerms(QStringView question, const TermWeight &weight);

/// Weight of what an elliptical part borrows from its neighbour.
inline constexpr double borrowedShare = 0.5;

/// The parts of a compound question ("What is A, and how long does B take?"), each with its own
/// terms. A simple question is one part, equal to questionTerms(); a question without a content
/// term has none.
///
/// Cut at question marks, and before "and" where a question word follows within three words or,
/// after a comma, a verb that opens a question. A part without such a verb is elliptical: "how many
/// A" borrows what the next part says from its verb on, a later part what the one before it says.
/// German likewise.
QList<WeightedTerms> questionParts(const QString &question, const TermWeight &weight);

/// Is `term` in `terms`, as itself or as a form of the same word: one is the other plus at most
/// three letters, and at least five letters are shared ("approv", "approval")?
bool holdsTerm(const QSet<QString> &terms, const QString &term);

/// Weighted share of `wanted` that `terms` holds, in [0, 1]; 0 when nothing is wanted.
double coverage(const WeightedTerms &wanted, const QSet<QString> &terms);

} // namespace assay
