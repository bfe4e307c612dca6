// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/answer_paragraph.h"
#include "ui/kit/paint.h"

#include <QtGui/QPainter>

#include <cmath>

namespace assay::ui {

using Style = AnswerStyle;
using Run = AnswerRun;

namespace {

constexpr qreal lineHeight = 20;

} // namespace

void AnswerText::paint(QPainter &painter, const QRectF &clip, Place from, Place to, Place cited)
{
    if (isEmpty())
        return;
    const qsizetype first = paragraphAt(clip.top());
    qsizetype i = first;
    for (; i < paragraphs(); ++i) {
        layout(i);
        settle();
        if (m_paragraphs.at(std::size_t(i)).y > clip.bottom())
            break;
        paintParagraph(painter, i, from, to, cited);
    }
    trimLayouts(first, i);
}

QRectF AnswerText::citeRect(const Paragraph &paragraph, const Citation &citation) const
{
    const QTextLine line = paragraph.layout->lineForTextPosition(citation.start);
    if (!line.isValid())
        return {};
    const qreal left = line.cursorToX(citation.start);
    const qreal right = line.cursorToX(citation.start + citation.length);
    const qreal baseline = paragraph.y + line.y() + line.ascent();
    return {std::round(left), std::round(baseline - 12), std::round(right - left), 15};
}

void AnswerText::paintParagraph(QPainter &painter, qsizetype index, Place from, Place to, Place cited)
{
    const Tokens &t = tokens();
    const Paragraph &p = m_paragraphs.at(std::size_t(index));
    for (const Run &run : p.runs) {
        if (run.style != Style::Code && run.style != Style::CodeBold)
            continue;
        for (int n = 0; n < p.layout->lineCount(); ++n) {
            const QTextLine line = p.layout->lineAt(n);
            const int start = qMax(run.start, line.textStart());
            const int end = qMin(run.start + run.length, line.textStart() + line.textLength());
            if (start >= end)
                continue;
            const qreal left = line.cursorToX(start) - 1;
            paintBox(painter, {left, p.y + line.y(), line.cursorToX(end) + 1 - left, line.height()}, 2,
                     t.hover);
        }
    }
    for (const Citation &citation : p.citations) {
        const QRectF box = citeRect(p, citation);
        const bool tool = citation.label.at(0).isLetter();
        paintBox(painter, box, 3, t.selection, tool ? t.accentText : QColor());
        if (cited.paragraph == index && cited.offset == citation.start)
            paintFocusRing(painter, box.adjusted(-2, -2, 2, 2), 4);
    }
    painter.setPen(t.text);
    if (p.bullet)
        paintBox(painter, QRectF(1, p.y + lineHeight / 2 - 2, 4, 4), 2, t.text);
    QList<QTextLayout::FormatRange> selections;
    const Place lo = qMin(from, to);
    const Place hi = qMax(from, to);
    if (lo.paragraph >= 0 && lo != hi && index >= lo.paragraph && index <= hi.paragraph) {
        QTextLayout::FormatRange range;
        range.start = index == lo.paragraph ? lo.offset : 0;
        range.length = (index == hi.paragraph ? hi.offset : int(p.text.size())) - range.start;
        range.format.setBackground(mixed(t.selection, t.accentFill, 0.3));
        range.format.setForeground(t.text);
        if (range.length > 0)
            selections << range;
    }
    p.layout->draw(&painter, {0, p.y}, selections);
}

QRectF AnswerText::endRect()
{
    if (isEmpty())
        return {0, 2, 7, 15};
    const qsizetype last = paragraphs() - 1;
    const QTextLayout *lines = layout(last);
    settle();
    const Paragraph &p = m_paragraphs.at(std::size_t(last));
    if (lines->lineCount() == 0)
        return {p.indent() + 1, p.y + 2, 7, 15};
    const QTextLine line = lines->lineAt(lines->lineCount() - 1);
    const qreal x = line.cursorToX(int(p.text.size()));
    return {std::round(qMin(x + 2, qreal(m_width) - 7)), std::round(p.y + line.y() + line.ascent() - 12), 7,
            15};
}

AnswerText::Place AnswerText::placeAt(const QPointF &point)
{
    if (isEmpty())
        return {};
    const qsizetype index = paragraphAt(point.y());
    const QTextLayout *lines = layout(index);
    const Paragraph &p = m_paragraphs.at(std::size_t(index));
    const qreal y = point.y() - p.y;
    for (int n = 0; n < lines->lineCount(); ++n) {
        const QTextLine line = lines->lineAt(n);
        if (y < line.y() + line.height() + 3 || n + 1 == lines->lineCount())
            return {index, line.xToCursor(point.x())};
    }
    return {index, 0};
}

const AnswerText::Citation *AnswerText::citationAt(const QPointF &point)
{
    if (isEmpty())
        return nullptr;
    const qsizetype index = paragraphAt(point.y());
    layout(index);
    const Paragraph &p = m_paragraphs.at(std::size_t(index));
    for (const Citation &citation : p.citations)
        if (citeRect(p, citation).adjusted(-1, -2, 1, 2).contains(point))
            return &citation;
    return nullptr;
}

} // namespace assay::ui
