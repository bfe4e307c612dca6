// SPDX-License-Identifier: Apache-2.0
#include "models/extractive.h"

#include "base/bounded_cache.h"
#include "base/text.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype sentenceCacheBytes = 4 << 20;

/// Passage lines with list items joined to the line that announces them ("… are:").
QStringList joinedLines(const QString &text)
{
    QStringList out;
    bool announced = false;
    for (const QStringView raw : QStringView(text).split(u'\n')) {
        const QString line = raw.trimmed().toString();
        if (line.isEmpty())
            continue;
        const bool item = line.startsWith(u"- ") || line.startsWith(u"* ");
        if (item && announced)
            out.last() +=
                u' ' + line.mid(2).trimmed() + (line.endsWith(u'.') || line.endsWith(u';') ? u""_s : u";"_s);
        else
            out.append(line);
        announced = item ? announced : line.endsWith(u':');
    }
    return out;
}

bool holdsMoreThan(const WeightedTerms &question, const QSet<QString> &terms)
{
    return std::ranges::any_of(terms, [&](const QString &term) { return !question.weights.contains(term); });
}

double valueOf(const QString &term, const PassageSentence &sentence)
{
    if (holdsTerm(sentence.terms, term))
        return 1.0;
    return holdsTerm(sentence.context, term) ? contextShare : 0.0;
}

/// values[sentence][term]: how far a sentence addresses each term of the question.
struct ValueTable
{
    ValueTable(const WeightedTerms &question, const QList<PassageSentence> &sentences)
    {
        for (auto it = question.weights.cbegin(); it != question.weights.cend(); ++it)
            weights.push_back(question.total > 0.0 ? it.value() / question.total : 0.0);
        for (const PassageSentence &sentence : sentences) {
            std::vector<double> row;
            row.reserve(weights.size());
            for (auto it = question.weights.cbegin(); it != question.weights.cend(); ++it)
                row.push_back(valueOf(it.key(), sentence));
            values.push_back(std::move(row));
        }
    }

    double gain(std::size_t sentence, const std::vector<double> &reached) const
    {
        double sum = 0.0;
        for (std::size_t t = 0; t < weights.size(); ++t)
            sum += weights[t] * std::max(0.0, values[sentence][t] - reached[t]);
        return sum;
    }

    std::vector<double> weights;
    std::vector<std::vector<double>> values;
};

/// The sentences of a passage, as if it were the first.
QList<PassageSentence> readSentences(const QString &titleText, const QString &text)
{
    QList<PassageSentence> out;
    const QSet<QString> title = termSet(titleText);
    QSet<QString> context = title;
    QString heading;
    const QStringList lines = joinedLines(text);
    for (const QString &line : lines) {
        if (line.startsWith(u'#')) {
            qsizetype start = 0;
            while (start < line.size() && line.at(start) == u'#')
                ++start;
            heading = line.mid(start).trimmed();
            context = title + termSet(heading);
            continue;
        }
        const QStringList parts = sentences(line);
        for (const QString &part : parts) {
            PassageSentence one{
                .text = part, .heading = heading, .passage = 0, .position = static_cast<int>(out.size())};
            one.terms = termSet(part);
            one.context = context;
            if (!one.terms.isEmpty())
                out.append(std::move(one));
        }
    }
    return out;
}

} // namespace

QList<PassageSentence> sentencesOf(const Evidence &passage, int index)
{
    thread_local TextCache<QList<PassageSentence>> known(sentenceCacheBytes);
    const QString whole = passage.title + QChar(u'\0') + passage.text;
    QList<PassageSentence> out = known.of(whole, [&] { return readSentences(passage.title, passage.text); });
    if (index != 0)
        for (PassageSentence &one : out)
            one.passage = index;
    return out;
}

QList<PassageSentence> sentencesOf(const QList<Evidence> &evidence)
{
    QList<PassageSentence> out;
    for (int i = 0; i < evidence.size(); ++i)
        if (evidence.at(i).grade != Relevance::Irrelevant)
            out += sentencesOf(evidence.at(i), i);
    return out;
}

double addresses(const WeightedTerms &question, const PassageSentence &sentence)
{
    if (question.total <= 0.0)
        return 0.0;
    double sum = 0.0;
    for (auto it = question.weights.cbegin(); it != question.weights.cend(); ++it)
        sum += it.value() * valueOf(it.key(), sentence);
    return sum / question.total;
}

QList<Chosen> coverQuestion(const WeightedTerms &question, const QList<PassageSentence> &sentences,
                            double least, int most, const QList<Chosen> &already)
{
    const ValueTable table(question, sentences);
    const std::vector<double> nothing(table.weights.size(), 0.0);
    std::vector<double> own;
    for (std::size_t i = 0; i < table.values.size(); ++i)
        own.push_back(table.gain(i, nothing));

    QList<Chosen> out;
    std::vector<double> reached = nothing;
    const auto reach = [&](int sentence) {
        for (std::size_t t = 0; t < reached.size(); ++t)
            reached[t] = std::max(reached[t], table.values[static_cast<std::size_t>(sentence)][t]);
    };
    for (const Chosen &one : already)
        reach(one.sentence);
    while (out.size() < most) {
        int best = -1;
        double bestGain = 0.0;
        for (int i = 0; i < sentences.size(); ++i) {
            const auto at = static_cast<std::size_t>(i);
            const double gain = table.gain(at, reached);
            const bool better =
                gain > bestGain + 1e-9 ||
                (best >= 0 && gain > bestGain - 1e-9 && own[at] > own[static_cast<std::size_t>(best)] + 1e-9);
            if (gain >= least && better && holdsMoreThan(question, sentences.at(i).terms)) {
                best = i;
                bestGain = gain;
            }
        }
        if (best < 0 || bestGain <= 0.0)
            break;
        out.append({best, bestGain});
        reach(best);
    }
    return out;
}

BestPassage bestPassage(const WeightedTerms &question, const QList<PassageSentence> &sentences, double least,
                        int most)
{
    BestPassage best;
    for (int first = 0; first < sentences.size();) {
        const int passage = sentences.at(first).passage;
        int end = first;
        while (end < sentences.size() && sentences.at(end).passage == passage)
            ++end;
        QList<Chosen> chosen = coverQuestion(question, sentences.mid(first, end - first), least, most);
        double addressed = 0.0;
        for (Chosen &one : chosen) {
            one.sentence += first;
            addressed += one.gain;
        }
        if (addressed >= leastAddressed && addressed > best.addressed + 1e-9)
            best = {passage, std::move(chosen), addressed};
        first = end;
    }
    return best;
}

double similarity(const QSet<QString> &a, const QSet<QString> &b)
{
    if (a.isEmpty() || b.isEmpty())
        return 0.0;
    qsizetype common = 0;
    for (const QString &term : a)
        common += b.contains(term) ? 1 : 0;
    return static_cast<double>(common) / static_cast<double>(a.size() + b.size() - common);
}

} // namespace assay
