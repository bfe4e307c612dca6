// SPDX-License-Identifier: Apache-2.0
#include "store/triage_similar.h"

#include "base/text.h"

#include <QtCore/QHash>

#include <algorithm>

namespace assay {

namespace {

constexpr std::size_t checkEvery = 64;
constexpr std::size_t mostLeaders = 2'000; ///< of one term: beyond it the term tells nothing

std::vector<size_t> termsOf(const QString &question)
{
    const QStringList words = contentTerms(question);
    std::vector<size_t> terms;
    terms.reserve(static_cast<std::size_t>(words.size()));
    for (const QString &word : words)
        terms.push_back(qHash(word));
    std::ranges::sort(terms);
    terms.erase(std::ranges::unique(terms).begin(), terms.end());
    return terms;
}

} // namespace

std::vector<quint32> similarQuestions(const QStringList &questions, const CancelToken &token)
{
    struct Leader
    {
        quint32 question = 0;
        std::size_t terms = 0;
    };
    std::vector<quint32> groups;
    std::vector<Leader> leaders;
    QHash<size_t, std::vector<quint32>> leadersOf;
    QHash<quint32, std::size_t> shared;
    std::optional<quint32> wordless;
    for (const QString &question : questions) {
        const auto self = static_cast<quint32>(groups.size());
        if (self % checkEvery == 0 && token.isCancelled())
            return groups;
        const std::vector<size_t> terms = termsOf(question);
        if (terms.empty()) {
            wordless = wordless.value_or(self);
            groups.push_back(*wordless);
            continue;
        }
        shared.clear();
        for (const size_t term : terms)
            for (const quint32 leader : leadersOf.value(term))
                ++shared[leader];
        std::optional<quint32> found;
        for (auto one = shared.cbegin(); one != shared.cend(); ++one) {
            const Leader &leader = leaders[one.key()];
            const std::size_t all = leader.terms + terms.size() - one.value();
            if (2 * one.value() >= all && (!found || one.key() < *found))
                found = one.key();
        }
        if (found) {
            groups.push_back(leaders[*found].question);
            continue;
        }
        for (const size_t term : terms)
            if (std::vector<quint32> &known = leadersOf[term]; known.size() < mostLeaders)
                known.push_back(static_cast<quint32>(leaders.size()));
        leaders.push_back({.question = self, .terms = terms.size()});
        groups.push_back(self);
    }
    return groups;
}

} // namespace assay
