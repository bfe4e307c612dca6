// SPDX-License-Identifier: Apache-2.0
#include "judge/offline_scoring.h"

#include "base/text.h"
#include "models/extractive.h"
#include "models/offline_model.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fewestTerms = 2;
constexpr qsizetype longestMark = 5;

/// The answer without "[1]" and "[T2]".
QString withoutMarks(const QString &text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype close = text.at(i) == u'[' ? text.indexOf(u']', i) : -1;
        if (close < 0 || close - i > longestMark) {
            out += text.at(i);
            continue;
        }
        const QStringView inside = QStringView(text).sliced(i + 1, close - i - 1);
        const bool mark =
            std::ranges::all_of(inside,
                                [](QChar c) { return c.isLetterOrNumber() || c == u',' || c == u' '; }) &&
            std::ranges::any_of(inside, [](QChar c) { return c.isDigit(); });
        if (mark)
            i = close;
        else
            out += text.at(i);
    }
    return out;
}

/// Numbers as written, without what ends a sentence: "3.30", "1,200", "02:00", "5–7".
QSet<QString> numbersOf(const QString &text)
{
    QSet<QString> out;
    QString number;
    const auto finish = [&] {
        while (!number.isEmpty() && !number.back().isDigit())
            number.chop(1);
        if (!number.isEmpty())
            out.insert(std::exchange(number, QString()));
        number.clear();
    };
    for (const QChar c : text) {
        if (c.isDigit())
            number += c;
        else if (!number.isEmpty() && (c == u'.' || c == u',' || c == u':'))
            number += c;
        else
            finish();
    }
    finish();
    return out;
}

bool isNegated(const QString &sentence)
{
    static const QSet<QString> words{u"not"_s, u"no"_s,      u"never"_s, u"cannot"_s, u"without"_s,
                                     u"nor"_s, u"nicht"_s,   u"kein"_s,  u"keine"_s,  u"keinen"_s,
                                     u"nie"_s, u"niemals"_s, u"ohne"_s};
    const QString folded = foldForMatch(sentence);
    if (folded.contains(u"n't"))
        return true;
    const QStringList all = assay::words(folded);
    return std::ranges::any_of(all, [](const QString &word) { return words.contains(word); });
}

bool isRefusal(const QString &sentence)
{
    static const QStringList phrases = [] {
        QStringList list{u"couldn't find"_s,
                         u"could not find"_s,
                         u"wasn't able to find"_s,
                         u"unable to find"_s,
                         u"couldn't locate"_s,
                         u"cannot find"_s,
                         u"can't find"_s,
                         u"cannot answer"_s,
                         u"can't answer"_s,
                         u"don't know"_s,
                         u"do not know"_s,
                         u"no information"_s,
                         u"don't have information"_s,
                         u"don't have access"_s,
                         u"no documentation found"_s,
                         u"has nothing on this"_s,
                         u"konnte nichts finden"_s,
                         u"weiß ich nicht"_s,
                         u"keine informationen"_s};
        list.append(foldForMatch(nothingFoundAnswer()).remove(u'.'));
        return list;
    }();
    const QString folded = foldForMatch(sentence);
    return std::ranges::any_of(phrases,
                               [&](const QString &phrase) { return containsPhrase(folded, phrase); });
}

double shareIn(const QSet<QString> &terms, const QSet<QString> &held)
{
    if (terms.isEmpty())
        return 1.0;
    qsizetype found = 0;
    for (const QString &term : terms)
        found += holdsTerm(held, term) ? 1 : 0;
    return static_cast<double>(found) / static_cast<double>(terms.size());
}

/// One sentence of the answer.
struct Claim
{
    QString text{};
    QSet<QString> terms{};
    QSet<QString> fresh{}; ///< terms that are not the question's
    QSet<QString> numbers{};
    bool negated = false;
    const PassageSentence *support = nullptr; ///< nearest sentence of the supporting passage
};

struct SourcePassage
{
    QList<PassageSentence> sentences{};
    QSet<QString> terms{};
    bool makesPoints = true;
};

QList<SourcePassage> read(const QList<Evidence> &evidence)
{
    QList<SourcePassage> out;
    for (int i = 0; i < evidence.size(); ++i) {
        const Evidence &one = evidence.at(i);
        out.append(
            {sentencesOf(one, i), termSet(one.title + u'\n' + one.text), one.grade != Relevance::Irrelevant});
    }
    return out;
}

bool numbersStand(const Claim &claim, const SourcePassage &source)
{
    return std::ranges::all_of(claim.numbers, [&](const QString &number) {
        return std::ranges::any_of(source.sentences, [&](const PassageSentence &sentence) {
            if (!numbersOf(sentence.text).contains(number))
                return false;
            return std::ranges::any_of(claim.terms, [&](const QString &term) {
                return !term.at(0).isDigit() &&
                       (sentence.terms.contains(term) || sentence.context.contains(term));
            });
        });
    });
}

const PassageSentence *nearest(const Claim &claim, const SourcePassage &source)
{
    const PassageSentence *best = nullptr;
    double bestShare = 0.0;
    for (const PassageSentence &sentence : source.sentences) {
        const double share = similarity(claim.terms, sentence.terms);
        if (share > bestShare) {
            best = &sentence;
            bestShare = share;
        }
    }
    return best;
}

/// The sentence a claim rests on; nullptr when no passage supports it.
const PassageSentence *supportOf(const Claim &claim, const QList<SourcePassage> &sources)
{
    if (claim.terms.size() < fewestTerms || isRefusal(claim.text))
        return nullptr;
    const PassageSentence *best = nullptr;
    double bestShare = 0.0;
    for (const SourcePassage &source : sources) {
        if (shareIn(claim.terms, source.terms) < supportedShare ||
            shareIn(claim.fresh, source.terms) < supportedShare)
            continue;
        const PassageSentence *sentence = nearest(claim, source);
        if (!sentence || isNegated(sentence->text) != claim.negated || !numbersStand(claim, source))
            continue;
        // Words of the title alone state nothing.
        if (std::ranges::none_of(claim.fresh,
                                 [&](const QString &term) { return holdsTerm(sentence->terms, term); }))
            continue;
        const double share = similarity(claim.terms, sentence->terms);
        if (share > bestShare) {
            best = sentence;
            bestShare = share;
        }
    }
    return best;
}

QList<Claim> claimsOf(const QString &answer, const QSet<QString> &asked)
{
    QList<Claim> out;
    const QStringList parts = sentences(withoutMarks(answer));
    for (const QString &part : parts) {
        Claim claim{.text = part, .terms = termSet(part)};
        for (const QString &term : std::as_const(claim.terms))
            if (!holdsTerm(asked, term))
                claim.fresh.insert(term);
        claim.numbers = numbersOf(part);
        claim.negated = isNegated(part);
        if (!claim.fresh.isEmpty())
            out.append(std::move(claim));
    }
    return out;
}

/// How far the claims that rest on one passage address one term of the question.
double valueOf(const QString &term, int passage, const QList<Claim> &claims)
{
    double best = 0.0;
    for (const Claim &claim : claims) {
        if (!claim.support || claim.support->passage != passage)
            continue;
        if (holdsTerm(claim.terms, term))
            return 1.0;
        if (holdsTerm(claim.support->context, term))
            best = contextShare;
    }
    return best;
}

double relevanceOf(const WeightedTerms &part, const QList<Claim> &claims)
{
    double most = 0.0;
    QSet<int> passages;
    for (const Claim &claim : claims)
        if (claim.support)
            passages.insert(claim.support->passage);
    for (const int passage : std::as_const(passages)) {
        double sum = 0.0;
        for (auto it = part.weights.cbegin(); it != part.weights.cend(); ++it)
            sum += it.value() * valueOf(it.key(), passage, claims);
        most = std::max(most, sum);
    }
    return part.total > 0.0 ? std::min(1.0, most / part.total / enoughAddressed) : 0.0;
}

/// Does a claim address the part at least as well as the point does?
bool addressesAsMuch(const Claim &claim, const PassageSentence &point, const WeightedTerms &question)
{
    PassageSentence said{.terms = claim.terms, .context = claim.support->context};
    return addresses(question, said) >= addresses(question, point) - 1e-9;
}

bool isCovered(const PassageSentence &point, const QSet<QString> &asked, const WeightedTerms &question,
               const QList<Claim> &claims)
{
    QSet<QString> fresh = point.terms;
    fresh.subtract(asked);
    return std::ranges::any_of(claims, [&](const Claim &claim) {
        if (!claim.support)
            return false;
        return shareIn(fresh, claim.terms) >= restatedShare || addressesAsMuch(claim, point, question);
    });
}

QList<PassageSentence> pointSentences(const QList<SourcePassage> &sources)
{
    QList<PassageSentence> all;
    for (const SourcePassage &source : sources)
        if (source.makesPoints)
            all += source.sentences;
    return all;
}

void scoreAccuracy(OfflineScores &out, QList<Claim> &claims, const QList<SourcePassage> &sources)
{
    int supported = 0;
    for (Claim &claim : claims) {
        claim.support = supportOf(claim, sources);
        supported += claim.support ? 1 : 0;
        if (!claim.support)
            out.unsupported.append(claim.text);
    }
    out.claims = static_cast<int>(claims.size());
    out.accuracy =
        claims.isEmpty() ? 0.0 : static_cast<double>(supported) / static_cast<double>(claims.size());
}

} // namespace

OfflineScores scoreOffline(const QString &question, const QString &answer, const QList<Evidence> &evidence,
                           const TermWeight &weight)
{
    const QSet<QString> asked = termSet(question);
    const QList<SourcePassage> sources = read(evidence);
    OfflineScores out;
    out.refuses = isRefusal(answer);
    QList<Claim> claims = claimsOf(answer, asked);
    scoreAccuracy(out, claims, sources);

    const QList<PassageSentence> all = pointSentences(sources);
    const QList<WeightedTerms> parts = questionParts(question, weight);
    for (const WeightedTerms &part : parts) {
        out.relevance += relevanceOf(part, claims);
        const BestPassage best = bestPassage(part, all, pointGain, mostPoints);
        double reached = 0.0;
        for (const Chosen &point : best.chosen) {
            const PassageSentence &sentence = all.at(point.sentence);
            const MissedPoint missed{sentence.text, evidence.at(sentence.passage).title};
            if (isCovered(sentence, asked, part, claims))
                reached += point.gain;
            else if (!out.missed.contains(missed))
                out.missed.append(missed);
        }
        out.hasPoints = out.hasPoints || best.passage >= 0;
        out.completeness += best.addressed > 0.0 ? reached / best.addressed : 0.0;
    }
    if (!parts.isEmpty()) {
        out.relevance /= static_cast<double>(parts.size());
        out.completeness /= static_cast<double>(parts.size());
    }
    return out;
}

} // namespace assay
