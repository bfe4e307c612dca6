// SPDX-License-Identifier: Apache-2.0
#include "retrieval/grading.h"

#include "base/text.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int titlesUsed = 2;
constexpr qsizetype mostWords = 32;

struct Synonym
{
    QLatin1StringView asked; ///< folded phrase in the question
    QLatin1StringView also;  ///< words to add
};

/// What customers say → what the field's documents say. UTF-8 beyond ASCII is folded by words().
constexpr std::array synonyms{
    Synonym{"money back"_L1, "refund"_L1},
    Synonym{"give back"_L1, "refund"_L1},
    Synonym{"reimburse"_L1, "refund"_L1},
    Synonym{"charged twice"_L1, "duplicate charge"_L1},
    Synonym{"billed twice"_L1, "duplicate charge"_L1},
    Synonym{"double charge"_L1, "duplicate charge"_L1},
    Synonym{"paid twice"_L1, "duplicate charge"_L1},
    Synonym{"bill"_L1, "invoice"_L1},
    Synonym{"receipt"_L1, "invoice"_L1},
    Synonym{"sso"_L1, "single sign-on"_L1},
    Synonym{"2fa"_L1, "two-factor authentication"_L1},
    Synonym{"mfa"_L1, "two-factor authentication"_L1},
    Synonym{"second factor"_L1, "two-factor authentication"_L1},
    Synonym{"terminate"_L1, "cancel"_L1},
    Synonym{"unsubscribe"_L1, "cancel subscription"_L1},
    Synonym{"throttled"_L1, "rate limit"_L1},
    Synonym{"too many requests"_L1, "rate limit 429"_L1},
    Synonym{"slow"_L1, "latency"_L1},
    Synonym{"expensive"_L1, "cost"_L1},
    Synonym{"made up"_L1, "hallucination"_L1},
    Synonym{"hotkey"_L1, "shortcut"_L1},
    Synonym{"user limit"_L1, "seats"_L1},
    Synonym{"delete my data"_L1, "GDPR deletion"_L1},
    Synonym{"geld zuruck"_L1, "Erstattung"_L1},
    Synonym{"ruckzahlung"_L1, "Erstattung"_L1},
    Synonym{"doppelt bezahlt"_L1, "doppelte Abbuchung"_L1},
    Synonym{"mehrwertsteuer"_L1, "Umsatzsteuer"_L1},
    Synonym{"beenden"_L1, "Kündigung"_L1},
};

QSet<QString> termsOf(const Evidence &passage)
{
    return termSet(passage.title + u'\n' + passage.text);
}

} // namespace

QList<Evidence> gradeDocuments(const QString &question, QList<Evidence> documents, const TermWeight &weight)
{
    const QList<WeightedTerms> parts = questionParts(question, weight);
    for (Evidence &document : documents) {
        const QSet<QString> terms = termsOf(document);
        document.gradeScore = 0.0;
        for (const WeightedTerms &part : parts)
            document.gradeScore = std::max(document.gradeScore, coverage(part, terms));
        if (parts.isEmpty())
            document.grade = Relevance::Ambiguous;
        else if (document.gradeScore >= relevantShare)
            document.grade = Relevance::Relevant;
        else
            document.grade =
                document.gradeScore >= ambiguousShare ? Relevance::Ambiguous : Relevance::Irrelevant;
    }
    return documents;
}

bool enoughRelevant(const QString &question, const QList<Evidence> &graded, const TermWeight &weight)
{
    QSet<QString> together;
    for (const Evidence &document : graded) {
        if (document.grade == Relevance::Relevant)
            return true;
        if (document.grade == Relevance::Ambiguous)
            together.unite(termsOf(document));
    }
    return !together.isEmpty() && coverage(questionTerms(question, weight), together) >= relevantShare;
}

QString rewriteQuery(const QString &question, const QList<Evidence> &graded)
{
    const WeightedTerms subject = questionTerms(question, {});
    QStringList out;
    QSet<QString> used;
    const auto take = [&](const QString &word) {
        const QStringList terms = contentTerms(word);
        if (terms.isEmpty() || used.contains(terms.constFirst()) || out.size() >= mostWords)
            return false;
        used.insert(terms.constFirst());
        out.append(word);
        return true;
    };
    const QStringList asked = words(question);
    for (const QString &word : asked) {
        const QStringList terms = contentTerms(word);
        if (!terms.isEmpty() && subject.weights.contains(terms.constFirst()))
            take(word);
    }
    bool isNew = out.size() < contentTerms(question).size();
    int titles = 0;
    for (const Evidence &document : graded) {
        if (document.grade != Relevance::Ambiguous || titles >= titlesUsed)
            continue;
        ++titles;
        const QStringList title = words(document.title);
        for (const QString &word : title)
            isNew = take(word) || isNew;
    }
    const QString folded = asked.join(u' ');
    for (const Synonym &synonym : synonyms) {
        if (!containsPhrase(folded, QString(synonym.asked)))
            continue;
        const QStringList also = words(QString::fromUtf8(synonym.also.data(), synonym.also.size()));
        for (const QString &word : also)
            isNew = take(word) || isNew;
    }
    return isNew ? out.join(u' ') : QString();
}

} // namespace assay
