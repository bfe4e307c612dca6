// SPDX-License-Identifier: Apache-2.0
#include "ui/ask/source_text.h"

#include "base/term_weights.h"
#include "base/text.h"
#include "models/extractive.h"

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

/// A sentence that shares less than this of its words with one of the answer is not what it cites.
constexpr double leastShared = 0.3;

/// More is not looked through: an answer of megabytes must not hold up the window.
constexpr qsizetype longestAnswer = 20'000;
constexpr qsizetype longestSource = 60'000;

/// Does a text end its first line's # marks with a space, as a heading does? @return how many to take away
qsizetype headingMarks(QStringView line)
{
    qsizetype marks = 0;
    while (marks < line.size() && line[marks] == u'#')
        ++marks;
    return marks > 0 && marks <= 6 && marks < line.size() && line[marks] == u' ' ? marks + 1 : 0;
}

/// Sentences of the answer that cite `label`, without their citations.
QStringList citingSentences(const QString &answer, const QString &label)
{
    const QString mark = u'[' + label + u']';
    QStringList all;
    if (label.isEmpty())
        return all;
    for (QString sentence : sentences(answer.left(longestAnswer)))
        if (sentence.contains(mark))
            all.append(sentence.remove(mark).simplified());
    return all;
}

struct Place
{
    qsizetype start = 0;
    qsizetype length = 0;
    QSet<QString> terms{};
};

/// Where the sentences of a text stand in it.
QList<Place> placesOf(const QString &text)
{
    QList<Place> all;
    qsizetype from = 0;
    for (const QString &sentence : sentences(text.left(longestSource))) {
        const qsizetype start = text.indexOf(sentence, from);
        if (start < 0)
            continue;
        from = start + sentence.size();
        all.append({.start = start, .length = sentence.size(), .terms = termSet(sentence)});
    }
    return all;
}

} // namespace

SourceText sourceText(const QString &text, const QString &answer, const QString &label)
{
    SourceText shown;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        const qsizetype marks = headingMarks(line);
        if (!shown.text.isEmpty())
            shown.text += u'\n';
        if (marks > 0)
            shown.marks.append({.kind = PlainMark::Kind::Heading,
                                .start = shown.text.size(),
                                .length = line.size() - marks});
        shown.text += line.sliced(marks);
    }
    const QList<Place> places = placesOf(shown.text);
    for (const QString &sentence : citingSentences(answer, label)) {
        const QSet<QString> terms = termSet(sentence);
        const auto shared = [&terms](const Place &place) { return similarity(terms, place.terms); };
        const auto best = std::ranges::max_element(places, {}, shared);
        if (best != places.end() && shared(*best) >= leastShared)
            shown.marks.append(
                {.kind = PlainMark::Kind::Cited, .start = best->start, .length = best->length});
    }
    return shown;
}

} // namespace assay::ui
