// SPDX-License-Identifier: Apache-2.0
#include "agent/voting.h"

#include "base/text.h"

#include <QtCore/QSet>

#include <tuple>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr double sameAnswer = 0.5;

bool answered(const Candidate &candidate)
{
    return candidate.error.isEmpty() && !candidate.answer.trimmed().isEmpty();
}

/// −1 for "not judged", below every score.
float scoreOf(const Candidate &candidate)
{
    return candidate.judgement ? candidate.judgement->scores.overall.value_or(-1.0F) : -1.0F;
}

QSet<QString> termSet(const QString &text)
{
    const QStringList terms = contentTerms(text);
    return {terms.begin(), terms.end()};
}

template<typename Better>
void mark(QList<Candidate> &candidates, Better better)
{
    Candidate *winner = nullptr;
    for (Candidate &candidate : candidates) {
        candidate.chosen = false;
        if (answered(candidate) && (!winner || better(candidate, *winner)))
            winner = &candidate;
    }
    if (winner)
        winner->chosen = true;
}

} // namespace

double agreement(const QString &a, const QString &b)
{
    const QSet<QString> first = termSet(a);
    QSet<QString> both = termSet(b);
    QSet<QString> all = first;
    all.unite(both);
    both.intersect(first);
    return all.isEmpty() ? 0.0 : static_cast<double>(both.size()) / static_cast<double>(all.size());
}

void voteAmong(QList<Candidate> &candidates)
{
    for (Candidate &one : candidates) {
        one.votes = 0;
        for (const Candidate &other : candidates)
            if (&one != &other && answered(one) && answered(other) &&
                agreement(one.answer, other.answer) >= sameAnswer)
                ++one.votes;
    }
    mark(candidates, [](const Candidate &a, const Candidate &b) {
        return std::tuple(a.votes, scoreOf(a)) > std::tuple(b.votes, scoreOf(b));
    });
}

void chooseBetter(QList<Candidate> &candidates)
{
    mark(candidates, [](const Candidate &a, const Candidate &b) {
        const auto rank = [](const Candidate &c) {
            return std::tuple(scoreOf(c), c.path == u"search_first"_s);
        };
        return rank(a) > rank(b);
    });
}

} // namespace assay
