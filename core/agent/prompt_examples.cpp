// SPDX-License-Identifier: Apache-2.0
#include "agent/prompt_examples.h"

#include "base/placeholders.h"
#include "base/text.h"
#include "base/tr.h"
#include "store/store.h"

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNearest = 20;
constexpr int recordsAtOnce = 5000;

/// What is inside "--- … ---"; nullopt for every other line.
std::optional<QString> markOf(QStringView line)
{
    if (line.size() < 8 || !line.startsWith(u"--- ") || !line.endsWith(u" ---"))
        return std::nullopt;
    return line.sliced(4, line.size() - 8).trimmed().toString();
}

/// Reads the text line by line and notes what is wrong with it.
struct Reading
{
    ExamplePool pool{};
    QList<PromptProblem> problems{};
    QString *into = &pool.introduction;
    int line = 0;

    void problem(QString what) { problems.append({.line = line, .column = 1, .what = std::move(what)}); }

    void take(const QString &text)
    {
        for (const QStringView one : QStringView(text).split(u'\n')) {
            ++line;
            if (const std::optional<QString> mark = markOf(one))
                takeMark(*mark);
            else
                *into += one.toString() + u'\n';
        }
        end();
    }

    void takeMark(const QString &mark)
    {
        if (mark.startsWith(u"nearest ")) {
            bool isNumber = false;
            pool.nearest = mark.sliced(8).toInt(&isNumber);
            if (!isNumber || pool.nearest < 1 || pool.nearest > mostNearest)
                problem(Tr::tr("Give a number from 1 to %1 after “nearest”.").arg(mostNearest));
        } else if (mark == "question"_L1 || mark.startsWith(u"question ")) {
            finishExample();
            pool.examples.append({.turnId = mark.sliced(8).trimmed(), .question = {}, .answer = {}});
            into = &pool.examples.last().question;
        } else if (mark == "answer"_L1 && !pool.examples.isEmpty() &&
                   into == &pool.examples.last().question) {
            into = &pool.examples.last().answer;
        } else if (mark == "answer"_L1) {
            problem(Tr::tr("No question stands before this answer."));
        } else {
            problem(Tr::tr("“%1” is no mark: use “nearest N”, “question ID” and “answer”.").arg(mark));
        }
    }

    void finishExample()
    {
        if (pool.examples.isEmpty())
            return;
        PromptExample &last = pool.examples.last();
        last.question = last.question.trimmed();
        last.answer = last.answer.trimmed();
        if (last.question.isEmpty() || last.answer.isEmpty())
            problem(Tr::tr("The example before this line lacks its question or its answer."));
    }

    void end()
    {
        finishExample();
        pool.introduction = pool.introduction.trimmed();
        if (pool.examples.size() > mostExamples)
            problem(Tr::tr("There are %1 examples; at most %2 are kept.")
                        .arg(pool.examples.size())
                        .arg(mostExamples));
    }
};

QString markSafe(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.trimmed().split(u'\n'))
        lines.append(markOf(line) ? u' ' + line : line);
    return lines.join(u'\n');
}

} // namespace

QList<PromptProblem> checkExamples(const QString &text)
{
    Reading reading;
    reading.take(text);
    const QList<Placeholder> placeholders = placeholdersOf(reading.pool.introduction);
    for (const Placeholder &one : placeholders)
        reading.problems.append(
            {.line = one.line,
             .column = one.column,
             .what = Tr::tr("Nothing is filled in for %1 here.").arg(u"{{"_s + one.name + u"}}"_s)});
    return reading.problems;
}

Result<ExamplePool> readExamples(const QString &text)
{
    Reading reading;
    reading.take(text);
    if (!reading.problems.isEmpty())
        return fail(Errc::InvalidArgument, reading.problems.first().text());
    return reading.pool;
}

QString examplesText(const ExamplePool &pool)
{
    QString text = markSafe(pool.introduction) + u'\n';
    if (pool.nearest > 0)
        text += u"--- nearest %1 ---\n"_s.arg(pool.nearest);
    for (const PromptExample &one : pool.examples) {
        text += (u"--- question "_s + one.turnId).trimmed() + u" ---\n"_s + markSafe(one.question);
        text += u"\n--- answer ---\n"_s + markSafe(one.answer) + u'\n';
    }
    return text.trimmed();
}

double questionLikeness(const QString &a, const QString &b, const TermWeight &weight)
{
    const WeightedTerms first = questionTerms(a, weight);
    const WeightedTerms second = questionTerms(b, weight);
    if (first.isEmpty() || second.isEmpty())
        return 0.0;
    return (coverage(first, termSet(b)) + coverage(second, termSet(a))) / 2.0;
}

QString examplesFor(const ExamplePool &pool, const QString &question, const TermWeight &weight)
{
    struct Ranked
    {
        double likeness = 0.0;
        const PromptExample *example = nullptr;
    };
    const QString asked = foldForMatch(question);
    QList<Ranked> ranked;
    for (const PromptExample &one : pool.examples)
        if (foldForMatch(one.question) != asked)
            ranked.append({pool.nearest > 0 ? questionLikeness(question, one.question, weight) : 0.0, &one});
    if (pool.nearest > 0) {
        std::ranges::stable_sort(ranked, std::greater(), &Ranked::likeness);
        ranked = ranked.mid(0, pool.nearest);
    }
    if (ranked.isEmpty())
        return {};
    QStringList parts;
    if (!pool.introduction.isEmpty())
        parts.append(pool.introduction);
    for (const Ranked &one : std::as_const(ranked))
        parts.append(u"Question: "_s + one.example->question + u"\nAnswer: "_s + one.example->answer);
    return parts.join(u"\n\n"_s);
}

Result<QList<PromptExample>> goodTurns(Store &store, const QString &question, int limit,
                                       const TermWeight &weight)
{
    struct Found
    {
        double rank = 0.0;
        QString turnId{};
    };
    QList<Found> found;
    for (qint64 after = 0;;) {
        const Result<QList<LearningRow>> page = store.learningRecords(after, recordsAtOnce);
        if (!page)
            return fail(page.error());
        for (const LearningRow &row : *page) {
            after = row.row;
            if (row.label == Label::Good)
                found.append({question.isEmpty() ? static_cast<double>(toMicros(row.askedAt))
                                                 : questionLikeness(question, row.question, weight),
                              row.turnId});
        }
        if (page->size() < recordsAtOnce)
            break;
    }
    std::ranges::stable_sort(found, std::greater(), &Found::rank);
    QList<PromptExample> examples;
    for (const Found &one : std::as_const(found)) {
        if (examples.size() >= limit)
            break;
        const Result<Turn> turn = store.turn(one.turnId);
        if (!turn)
            return fail(turn.error());
        if (!turn->answer.trimmed().isEmpty())
            examples.append({.turnId = turn->id, .question = turn->question, .answer = turn->answer});
    }
    return examples;
}

} // namespace assay
