// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/answer_paragraph.h"

#include <algorithm>

namespace assay::ui {

using namespace Qt::StringLiterals;

const AnswerText::Citation *AnswerText::citation(Place place) const
{
    if (place.paragraph < 0 || place.paragraph >= paragraphs())
        return nullptr;
    for (const Citation &citation : m_paragraphs.at(std::size_t(place.paragraph)).citations)
        if (citation.start == place.offset)
            return &citation;
    return nullptr;
}

AnswerText::Place AnswerText::nextCitation(Place from, int step) const
{
    qsizetype i = from.paragraph < 0 ? (step > 0 ? 0 : paragraphs() - 1) : from.paragraph;
    for (; i >= 0 && i < paragraphs(); i += step) {
        const QList<Citation> &all = m_paragraphs.at(std::size_t(i)).citations;
        Place found;
        for (const Citation &citation : all) {
            const Place here{i, citation.start};
            const bool beyond = from.paragraph < 0 || (step > 0 ? here > from : here < from);
            if (beyond && (found.paragraph < 0 || step < 0))
                found = here;
        }
        if (found.paragraph >= 0)
            return found;
    }
    return {};
}

std::pair<AnswerText::Place, AnswerText::Place> AnswerText::wordAt(Place place) const
{
    if (place.paragraph < 0 || place.paragraph >= paragraphs())
        return {};
    const QString &text = m_paragraphs.at(std::size_t(place.paragraph)).text;
    const auto inWord = [&text](int i) { return i >= 0 && i < text.size() && text.at(i).isLetterOrNumber(); };
    int from = place.offset;
    int to = place.offset;
    while (inWord(from - 1))
        --from;
    while (inWord(to))
        ++to;
    return {{place.paragraph, from}, {place.paragraph, to}};
}

AnswerText::Place AnswerText::end() const
{
    if (isEmpty())
        return {};
    return {paragraphs() - 1, int(m_paragraphs.back().text.size())};
}

QString AnswerText::plain(Place from, Place to) const
{
    if (from > to)
        std::swap(from, to);
    QString out;
    if (from.paragraph < 0)
        return out;
    for (qsizetype i = from.paragraph; i <= qMin(to.paragraph, paragraphs() - 1); ++i) {
        const Paragraph &p = m_paragraphs.at(std::size_t(i));
        if (i > from.paragraph && !p.continued)
            out += p.blankBefore ? u"\n\n"_s : u"\n"_s;
        int at = i == from.paragraph ? from.offset : 0;
        const int stop = i == to.paragraph ? to.offset : int(p.text.size());
        if (p.bullet && at == 0)
            out += u"• "_s;
        for (const Citation &citation : p.citations) {
            if (citation.start < at || citation.start + citation.length > stop)
                continue;
            out += QStringView(p.text).sliced(at, citation.start - at);
            out += u'[' + citation.label + u']';
            at = citation.start + citation.length;
        }
        if (at < stop)
            out += QStringView(p.text).sliced(at, stop - at);
    }
    return out;
}

} // namespace assay::ui
