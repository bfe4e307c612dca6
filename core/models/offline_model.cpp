// SPDX-License-Identifier: Apache-2.0
#include "models/offline_model.h"

#include "base/text.h"
#include "base/tr.h"
#include "models/extractive.h"

#include <QtCore/QElapsedTimer>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int passagesLookedUp = 8;

constexpr double leastGain = 0.04;          ///< of one more sentence of the passage
constexpr double leastGainElsewhere = 0.15; ///< of a sentence of another passage
constexpr int fastSentences = 3;
constexpr int premiumCover = 3; ///< sentences of the best passage, for each part of the question
constexpr int premiumFill = 2;  ///< further ones, for each part
constexpr double mmrLambda = 0.7;
constexpr double fillShare = 0.8;    ///< of its best sentence's address that a further one must reach
constexpr double sameSentence = 0.6; ///< similarity above which a sentence says nothing new

/// Every missing point is a part of its own: the question's terms, and its own on top.
QList<WeightedTerms> partsWithMissing(const QString &question, const QString &missing,
                                      const TermWeight &weight)
{
    QList<WeightedTerms> parts = questionParts(question, weight);
    for (const QStringView line : QStringView(missing).split(u'\n', Qt::SkipEmptyParts)) {
        WeightedTerms part = questionTerms(line, weight);
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts;
}

/// The judge's notes in the message that asks for this answer.
QString missingPoints(const QList<PromptMessage> &messages)
{
    const auto last = std::find_if(messages.crbegin(), messages.crend(),
                                   [](const PromptMessage &m) { return m.role != u"assistant"; });
    if (last == messages.crend())
        return {};
    QStringList out;
    for (const QStringView line : QStringView(last->text).split(u'\n'))
        if (line.trimmed().startsWith(u"Missing:"))
            out.append(line.trimmed().mid(8).toString());
    return out.join(u'\n');
}

QString cited(const PassageSentence &sentence, const QList<Evidence> &passages)
{
    QString text = sentence.text;
    if (text.endsWith(u';'))
        text.back() = u'.';
    return text + u" ["_s + passages.at(sentence.passage).label + u']';
}

/// The chosen sentences, passages in order of choice, sentences in order of the passage.
QString compose(const QList<PassageSentence> &all, const QList<int> &chosen, const QList<Evidence> &passages)
{
    QList<int> order;
    for (const int at : chosen)
        if (!order.contains(all.at(at).passage))
            order.append(all.at(at).passage);
    QStringList paragraphs;
    for (const int passage : std::as_const(order)) {
        QList<int> mine;
        std::copy_if(chosen.cbegin(), chosen.cend(), std::back_inserter(mine),
                     [&](int at) { return all.at(at).passage == passage; });
        std::ranges::sort(mine);
        QStringList texts;
        for (const int at : std::as_const(mine))
            texts.append(cited(all.at(at), passages));
        paragraphs.append(texts.join(u' '));
    }
    return paragraphs.join(u"\n\n"_s);
}

QList<int> indicesOf(const QList<Chosen> &chosen)
{
    QList<int> out;
    for (const Chosen &one : chosen)
        out.append(one.sentence);
    return out;
}

QString fastAnswer(const WeightedTerms &question, const QList<Evidence> &passages)
{
    const QList<PassageSentence> all = sentencesOf(passages);
    const BestPassage best = bestPassage(question, all, leastGain, fastSentences);
    if (best.passage < 0)
        return {};
    QList<int> picked = indicesOf(best.chosen);
    const int next = picked.constFirst() + 1; // what follows usually explains it
    if (picked.size() == 1 && next < all.size() && all.at(next).passage == best.passage)
        picked.append(next);
    return compose(all, picked, passages);
}

/// Adds sentences of the best passage that address the part nearly as well as its best one does,
/// and are unlike what is there.
void fillByMarginalRelevance(const WeightedTerms &part, const QList<PassageSentence> &all, int passage,
                             QList<int> &picked)
{
    double strongest = 0.0;
    for (const int at : std::as_const(picked))
        if (all.at(at).passage == passage)
            strongest = std::max(strongest, addresses(part, all.at(at)));
    for (int added = 0; added < premiumFill; ++added) {
        int best = -1;
        double bestScore = 0.0;
        for (int i = 0; i < all.size(); ++i) {
            const PassageSentence &one = all.at(i);
            if (one.passage != passage || picked.contains(i))
                continue;
            const double relevance = addresses(part, one);
            double nearest = 0.0;
            for (const int at : std::as_const(picked))
                nearest = std::max(nearest, similarity(one.terms, all.at(at).terms));
            const double score = mmrLambda * relevance - (1.0 - mmrLambda) * nearest;
            if (relevance >= fillShare * strongest && nearest < sameSentence && score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        if (best < 0)
            return;
        picked.append(best);
    }
}

QString premiumAnswer(const QList<WeightedTerms> &parts, const QList<Evidence> &passages)
{
    const QList<PassageSentence> all = sentencesOf(passages);
    QList<int> picked;
    const auto take = [&picked](const QList<int> &more) {
        for (const int at : more)
            if (!picked.contains(at))
                picked.append(at);
    };
    for (const WeightedTerms &part : parts) {
        const BestPassage best = bestPassage(part, all, leastGain, premiumCover);
        if (best.passage < 0)
            continue;
        take(indicesOf(best.chosen));
        take(indicesOf(coverQuestion(part, all, leastGainElsewhere, premiumCover, best.chosen)));
        fillByMarginalRelevance(part, all, best.passage, picked);
    }
    return picked.isEmpty() ? QString() : compose(all, picked, passages);
}

void label(QList<Evidence> &passages)
{
    int number = 0;
    for (Evidence &passage : passages)
        if (passage.label.isEmpty())
            passage.label = QString::number(++number);
}

} // namespace

QString nothingFoundAnswer()
{
    return Tr::tr("The knowledge base has nothing on this.");
}

QString extractiveAnswer(Tier tier, const QString &question, const QString &missing,
                         const QList<Evidence> &passages, const TermWeight &weight)
{
    QString answer;
    switch (tier) {
    case Tier::Fast: answer = fastAnswer(questionTerms(question, weight), passages); break;
    case Tier::Premium: answer = premiumAnswer(partsWithMissing(question, missing, weight), passages); break;
    }
    return answer.isEmpty() ? nothingFoundAnswer() : answer;
}

OfflineModel::OfflineModel(Tier tier, PassageLookup lookup, TermWeight weight)
    : m_tier(tier), m_lookup(std::move(lookup)), m_weight(std::move(weight))
{
}

QString OfflineModel::id() const
{
    return m_tier == Tier::Fast ? u"offline-fast"_s : u"offline-premium"_s;
}

bool OfflineModel::isOffline() const
{
    return true;
}

void OfflineModel::setWordDelay(std::chrono::milliseconds delay)
{
    m_wordDelay = delay;
}

QCoro::Task<Result<ChatReply>> OfflineModel::complete(ChatRequest request, TokenSink sink, CancelToken token)
{
    QElapsedTimer clock;
    clock.start();
    ChatReply reply{.model = id(), .finishReason = u"stop"_s};
    QList<Evidence> passages = request.evidence;
    const bool own = passages.isEmpty() && m_lookup;
    if (own) {
        Result<QList<Evidence>> found = m_lookup(request.question, passagesLookedUp);
        if (!found)
            co_return fail(std::move(found.error()).within(u"models.offline"));
        passages = std::move(*found);
    }
    label(passages);
    const QString text =
        extractiveAnswer(m_tier, request.question, missingPoints(request.messages), passages, m_weight);
    for (Evidence &passage : passages)
        passage.cited = text.contains(u'[' + passage.label + u']');

    reply.firstToken = std::chrono::microseconds(clock.nsecsElapsed() / 1000);
    const std::chrono::milliseconds delay = m_wordDelay;
    for (qsizetype from = 0; from < text.size();) {
        if (token.isCancelled())
            co_return fail(Errc::Cancelled, Tr::tr("The answer was stopped."));
        const qsizetype space = text.indexOf(u' ', from);
        const qsizetype end = space < 0 ? text.size() : space + 1;
        if (sink)
            sink(text.sliced(from, end - from));
        from = end;
        if (delay.count() > 0) {
            auto pause = sleepFor(delay, token);
            co_await pause;
        }
    }
    if (token.isCancelled())
        co_return fail(Errc::Cancelled, Tr::tr("The answer was stopped."));
    reply.text = text;
    if (own)
        reply.usedEvidence = passages;
    for (const PromptMessage &message : std::as_const(request.messages))
        reply.usage.promptTokens += estimateTokens(message.text);
    reply.usage.completionTokens = estimateTokens(text);
    reply.usage.estimated = true;
    co_return reply;
}

} // namespace assay
