// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/compare_model.h"

#include "ui/ask/turn_text.h"
#include "ui/kit/chip.h"
#include "ui/kit/tr.h"

#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostChanges = 40;

std::optional<double> widened(std::optional<float> score)
{
    return score ? std::optional<double>(static_cast<double>(*score)) : std::nullopt;
}

ComparedFact scoreFact(const QString &name, std::optional<float> left, std::optional<float> right)
{
    ComparedFact fact{.name = name,
                      .left = scoreText(widened(left)),
                      .right = scoreText(widened(right)),
                      .leftScore = widened(left),
                      .rightScore = widened(right)};
    if (left && right) {
        const double change = static_cast<double>(*right) - static_cast<double>(*left);
        fact.change = (change < -0.005 ? u"−"_s : u"+"_s) + QString::number(std::abs(change), 'f', 2);
    }
    return fact;
}

ComparedFact textFact(const QString &name, const QString &left, const QString &right)
{
    return {
        .name = name, .left = left, .right = right, .change = left == right ? QString() : Tr::tr("changed")};
}

QString pathText(const Candidate &candidate)
{
    return shortLine(candidate.path, 40).replace(u'_', u' ');
}

QString words(const QStringList &issues)
{
    return issues.isEmpty() ? Tr::tr("no issues")
                            : shortLine(issues.mid(0, 6).join(u", "_s).replace(u'_', u' '), 120);
}

} // namespace

QList<ComparedAnswer> comparedAnswers(const Turn &turn)
{
    QList<ComparedAnswer> all;
    for (const Attempt &attempt : turn.attempts) {
        for (const Candidate &candidate : attempt.candidates) {
            if (candidate.answer.isEmpty())
                continue;
            const QString number = QString::number(attempt.number);
            const QString model = shortLine(candidate.model, 40);
            const QString name = attempt.candidates.size() > 1
                                     ? Tr::tr("Attempt %1 · %2 · %3").arg(number, pathText(candidate), model)
                                     : Tr::tr("Attempt %1 · %2").arg(number, model);
            all.append({.name = name, .attempt = attempt.number, .candidate = candidate});
        }
    }
    return all;
}

QList<ComparedFact> comparedFacts(const ComparedAnswer &left, const ComparedAnswer &right)
{
    const auto scores = [](const Candidate &of) { return of.judgement ? of.judgement->scores : Scores{}; };
    const Scores one = scores(left.candidate);
    const Scores other = scores(right.candidate);
    const auto issues = [](const Candidate &of) {
        return of.judgement ? words(of.judgement->issues) : QString();
    };
    return {
        scoreFact(Tr::tr("Overall"), one.overall, other.overall),
        scoreFact(Tr::tr("Accuracy"), one.accuracy, other.accuracy),
        scoreFact(Tr::tr("Relevance"), one.relevance, other.relevance),
        scoreFact(Tr::tr("Completeness"), one.completeness, other.completeness),
        textFact(Tr::tr("Issues"), issues(left.candidate), issues(right.candidate)),
        textFact(Tr::tr("Model"), shortLine(left.candidate.model, 80), shortLine(right.candidate.model, 80)),
        textFact(Tr::tr("Path"), pathText(left.candidate), pathText(right.candidate)),
        {.name = Tr::tr("Cost"),
         .left = costText(left.candidate.cost),
         .right = costText(right.candidate.cost)},
        {.name = Tr::tr("Latency"),
         .left = durationText(left.candidate.latency),
         .right = durationText(right.candidate.latency)}};
}

QStringList changesBetween(const Turn &turn, int oneAttempt, int otherAttempt)
{
    const auto [first, last] = std::minmax(oneAttempt, otherAttempt);
    QStringList changes;
    for (const Attempt &attempt : turn.attempts)
        if (attempt.number > first && attempt.number <= last)
            changes += attempt.changes;
    return changes.mid(0, mostChanges);
}

} // namespace assay::ui
