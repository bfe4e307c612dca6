// SPDX-License-Identifier: Apache-2.0
#include "base/term_weights.h"

#include "base/bounded_cache.h"
#include "base/text.h"

#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Words that shape a question in English or German and say nothing about its subject.
const QSet<QString> &questionForms()
{
    static const QSet<QString> all = [] {
        const QString list =
            u"much many long often quick quickly fast soon high far big old happen happens mean means exist "
            u"exists "
            u"please tell explain describe show give know want like help take question answer "
            u"viel viele vielen lang lange oft schnell hoch bitte sag sage erkläre zeig gib heißt bedeutet "
            u"passiert dauert "
            u"welche welcher welches welchen frage antwort"_s;
        QSet<QString> set;
        const QStringList terms = contentTerms(list);
        for (const QString &term : terms)
            set.insert(term);
        return set;
    }();
    return all;
}

bool isQuestionWord(const QString &word)
{
    static const QSet<QString> all{
        u"how"_s,     u"what"_s,    u"which"_s, u"when"_s, u"where"_s,  u"who"_s,     u"whom"_s,
        u"whose"_s,   u"why"_s,     u"wie"_s,   u"was"_s,  u"welche"_s, u"welcher"_s, u"welches"_s,
        u"welchen"_s, u"welchem"_s, u"wann"_s,  u"wo"_s,   u"wer"_s,    u"warum"_s,   u"ob"_s};
    return all.contains(word);
}

bool opensQuestion(const QString &word)
{
    static const QSet<QString> all{u"does"_s, u"do"_s,   u"did"_s,    u"is"_s,   u"are"_s,  u"can"_s,
                                   u"may"_s,  u"must"_s, u"should"_s, u"will"_s, u"has"_s,  u"have"_s,
                                   u"kann"_s, u"darf"_s, u"muss"_s,   u"ist"_s,  u"sind"_s, u"wird"_s};
    return all.contains(word);
}

/// Does a new question begin at words[at], the word after an "and"?
bool questionFollows(const QStringList &words, qsizetype at, bool afterComma)
{
    constexpr qsizetype lookAhead = 3;
    for (qsizetype i = at; i < std::min(at + lookAhead, words.size()); ++i)
        if (isQuestionWord(foldForMatch(words.at(i))))
            return true;
    return afterComma && at < words.size() && opensQuestion(foldForMatch(words.at(at)));
}

/// The words of each part.
QList<QStringList> partWords(const QString &question)
{
    QList<QStringList> parts{QStringList()};
    const QStringList all = question.simplified().split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QString word = foldForMatch(all.at(i));
        const bool joins = word == u"and" || word == u"und" || word == u"sowie";
        if (joins && !parts.constLast().isEmpty() &&
            questionFollows(all, i + 1, i > 0 && all.at(i - 1).endsWith(u',')))
            parts.append(QStringList());
        else
            parts.last().append(all.at(i));
        if (word.endsWith(u'?'))
            parts.append(QStringList());
    }
    parts.removeIf([](const QStringList &part) { return part.isEmpty(); });
    return parts;
}

qsizetype verbOf(const QStringList &part)
{
    const auto verb =
        std::ranges::find_if(part, [](const QString &word) { return opensQuestion(foldForMatch(word)); });
    return verb == part.cend() ? -1 : std::distance(part.cbegin(), verb);
}

/// What a part without a verb of its own leaves to its neighbours to say.
QString borrowedText(const QList<QStringList> &parts, qsizetype at)
{
    const QStringList &part = parts.at(at);
    if (verbOf(part) >= 0)
        return {};
    const bool counts = part.size() > 1 && foldForMatch(part.at(0)) == u"how" &&
                        (foldForMatch(part.at(1)) == u"many" || foldForMatch(part.at(1)) == u"much");
    if (at == 0 && !counts && foldForMatch(part.at(0)) != u"wie")
        return {};
    const qsizetype from = at > 0 ? at - 1 : at + 1;
    if (from >= parts.size() || verbOf(parts.at(from)) < 0)
        return {};
    return parts.at(from).mid(verbOf(parts.at(from))).join(u' ');
}

constexpr qsizetype sharedLetters = 5;
constexpr qsizetype longestEnding = 3;

/// Enough for the passages and sentences of some hundred different turns.
constexpr qsizetype termCacheBytes = 4 << 20;

} // namespace

double inverseDocumentFrequency(qint64 passages, qint64 passagesWithTerm)
{
    if (passages <= 0)
        return 1.0;
    const double all = static_cast<double>(passages);
    const double having = std::min(static_cast<double>(passagesWithTerm), all);
    return std::log(1.0 + (all - having + 0.5) / (having + 0.5));
}

QSet<QString> termSet(QStringView text)
{
    thread_local TextCache<QSet<QString>> known(termCacheBytes);
    return known.of(text, [text] {
        const QStringList terms = contentTerms(text);
        return QSet<QString>(terms.cbegin(), terms.cend());
    });
}

WeightedTerms questionTerms(QStringView question, const TermWeight &weight)
{
    QSet<QString> terms = termSet(question);
    QSet<QString> subject = terms;
    subject.subtract(questionForms());
    if (!subject.isEmpty())
        terms = subject;

    WeightedTerms out;
    for (const QString &term : std::as_const(terms)) {
        const double one = weight ? weight(term) : 1.0;
        out.weights.insert(term, one);
        out.total += one;
    }
    return out;
}

QList<WeightedTerms> questionParts(const QString &question, const TermWeight &weight)
{
    const WeightedTerms whole = questionTerms(question, weight);
    const QList<QStringList> texts = partWords(question);
    QList<WeightedTerms> out;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QSet<QString> own = termSet(texts.at(i).join(u' '));
        const QSet<QString> borrowed = termSet(borrowedText(texts, i));
        WeightedTerms part;
        for (auto it = whole.weights.cbegin(); it != whole.weights.cend(); ++it) {
            const double share = own.contains(it.key())        ? 1.0
                                 : borrowed.contains(it.key()) ? borrowedShare
                                                               : 0.0;
            if (share <= 0.0)
                continue;
            part.weights.insert(it.key(), it.value() * share);
            part.total += it.value() * share;
        }
        if (!part.isEmpty())
            out.append(part);
    }
    return out;
}

bool holdsTerm(const QSet<QString> &terms, const QString &term)
{
    if (terms.contains(term))
        return true;
    if (term.size() < sharedLetters || term.at(0).isDigit())
        return false;
    for (qsizetype shorter = 1; shorter <= longestEnding && term.size() - shorter >= sharedLetters; ++shorter)
        if (terms.contains(term.chopped(shorter)))
            return true;
    return std::any_of(terms.cbegin(), terms.cend(), [&](const QString &one) {
        return one.size() > term.size() && one.size() - term.size() <= longestEnding && one.startsWith(term);
    });
}

double coverage(const WeightedTerms &wanted, const QSet<QString> &terms)
{
    if (wanted.total <= 0.0)
        return 0.0;
    double sum = 0.0;
    for (auto it = wanted.weights.cbegin(); it != wanted.weights.cend(); ++it)
        if (holdsTerm(terms, it.key()))
            sum += it.value();
    return sum / wanted.total;
}

} // namespace assay
