// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/answer_text.h"

#include "ui/kit/answer_paragraph.h"
#include "ui/kit/paint.h"

#include <QtCore/QElapsedTimer>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

using Style = AnswerStyle;
using Run = AnswerRun;

constexpr qreal lineHeight = 20;
constexpr qreal blockGap = 6;
constexpr qsizetype longestParagraph = 3000;
constexpr qsizetype exactUpTo = 16'000;
constexpr std::size_t liveLayouts = 160;
constexpr char16_t glue = 0x00A0;

QTextCharFormat formatOf(Style style)
{
    QTextCharFormat format;
    QFont face = font(Type::Body, QFont::DemiBold);
    switch (style) {
    case Style::Bold: break;
    case Style::Code: face = mono(Type::Small); break;
    case Style::CodeBold: face = mono(Type::Small, QFont::Bold); break;
    case Style::Glue:
        face = font(Type::Small);
        face.setLetterSpacing(QFont::AbsoluteSpacing, 2);
        break;
    case Style::Cite:
        face = font(Type::Small, QFont::DemiBold);
        format.setForeground(tokens().accentText);
        break;
    }
    format.setFont(face);
    return format;
}

/// Where to cut a long line: after the last space of the piece, else at its end, never in a surrogate pair.
qsizetype cutOf(QStringView line)
{
    const qsizetype space = line.first(longestParagraph).lastIndexOf(u' ');
    qsizetype cut = space > longestParagraph / 2 ? space + 1 : longestParagraph;
    if (line.at(cut - 1).isHighSurrogate())
        ++cut;
    return qMin(cut, line.size());
}

} // namespace

AnswerText::AnswerText() = default;
AnswerText::~AnswerText() = default;

qsizetype AnswerText::paragraphs() const
{
    return qsizetype(m_paragraphs.size());
}

void AnswerText::clear()
{
    m_paragraphs.clear();
    m_live.clear();
    m_open.clear();
    m_openFrom = 0;
    m_openContinued = false;
    m_blank = false;
    m_laidUpTo = 0;
    m_characters = 0;
    m_settledUpTo = 0;
    m_height = 0;
}

void AnswerText::append(const QString &piece, bool layNow)
{
    const qsizetype firstTouched = m_openFrom;
    qsizetype from = 0;
    m_characters += piece.size();
    while (from < piece.size()) {
        const qsizetype end = piece.indexOf(u'\n', from);
        m_open += QStringView(piece).sliced(from, (end < 0 ? piece.size() : end) - from);
        rebuildOpen();
        if (end < 0)
            break;
        if (!m_openContinued && QStringView(m_open).trimmed().isEmpty())
            m_blank = true;
        m_open.clear();
        m_openContinued = false;
        m_openFrom = paragraphs();
        from = end + 1;
    }
    const bool upToDate = m_laidUpTo >= firstTouched;
    m_laidUpTo = qMin(m_laidUpTo, firstTouched);
    if (!layNow || m_width <= 0)
        return;
    for (qsizetype i = firstTouched; i < paragraphs(); ++i)
        layOut(i);
    if (upToDate)
        m_laidUpTo = paragraphs();
}

/// Makes the paragraphs of the unfinished line anew; pieces that were cut off stay as they are.
void AnswerText::rebuildOpen()
{
    if (m_openFrom < paragraphs())
        m_blank = m_paragraphs.at(std::size_t(m_openFrom)).blankBefore;
    while (paragraphs() > m_openFrom)
        m_paragraphs.pop_back();
    m_settledUpTo = qMin(m_settledUpTo, m_openFrom);
    std::erase_if(m_live, [this](qsizetype i) { return i >= m_openFrom; });
    if (m_open.endsWith(u'\r'))
        m_open.chop(1);
    if (QStringView(m_open).trimmed().isEmpty())
        return;
    QStringView rest = m_open;
    while (rest.size() > longestParagraph) {
        const qsizetype cut = cutOf(rest);
        addParagraph(rest.first(cut), m_openContinued);
        rest = rest.sliced(cut);
        m_openFrom = paragraphs();
        m_openContinued = true;
    }
    if (rest.size() < m_open.size())
        m_open = rest.toString();
    if (!m_open.isEmpty())
        addParagraph(m_open, m_openContinued);
}

void AnswerText::addParagraph(QStringView line, bool continued)
{
    Paragraph paragraph;
    paragraph.continued = continued;
    paragraph.blankBefore = m_blank;
    const QList<Span> spans = parseAnswerLine(line);
    for (const Span &span : spans) {
        const int start = int(paragraph.text.size());
        switch (span.kind) {
        case Span::Kind::Bullet: paragraph.bullet = true; continue;
        case Span::Kind::Break: continue;
        case Span::Kind::Text:
            paragraph.text += span.text;
            if (span.bold)
                paragraph.runs << Run{start, int(span.text.size()), Style::Bold};
            continue;
        case Span::Kind::Code:
            paragraph.text += span.text;
            paragraph.runs << Run{start, int(span.text.size()), span.bold ? Style::CodeBold : Style::Code};
            continue;
        case Span::Kind::Citation:
            paragraph.text += QChar(glue) + span.text + QChar(glue);
            paragraph.runs << Run{start, 1, Style::Glue} << Run{start + 1, int(span.text.size()), Style::Cite}
                           << Run{start + 1 + int(span.text.size()), 1, Style::Glue};
            paragraph.citations << Citation{start, int(span.text.size()) + 2, span.text};
            continue;
        }
    }
    const bool first = m_paragraphs.empty();
    paragraph.gap = !first && !continued && (m_blank || m_paragraphs.back().bullet != paragraph.bullet);
    paragraph.height = estimate(paragraph, m_width);
    m_blank = false;
    m_paragraphs.push_back(std::move(paragraph));
}

qreal AnswerText::estimate(const Paragraph &paragraph, int width) const
{
    constexpr qreal averageCharacter = 6.5;
    const qreal lines = std::ceil(qreal(paragraph.text.size()) * averageCharacter / qMax(40, width));
    return qMax(1.0, lines) * lineHeight;
}

std::unique_ptr<QTextLayout> AnswerText::build(const Paragraph &paragraph, int width, qreal *height) const
{
    auto layout = std::make_unique<QTextLayout>(paragraph.text, font(Type::Body));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    for (const Run &run : paragraph.runs)
        formats << QTextLayout::FormatRange{run.start, run.length, formatOf(run.style)};
    layout->setFormats(formats);
    layout->setCacheEnabled(true);
    layout->beginLayout();
    qreal y = 0;
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(qMax(20.0, width - paragraph.indent()));
        const qreal room = qMax(lineHeight, std::ceil(line.height()));
        line.setPosition({paragraph.indent(), y + std::round((room - line.height()) / 2)});
        y += room;
    }
    layout->endLayout();
    *height = y;
    return layout;
}

void AnswerText::layOut(qsizetype index)
{
    Paragraph &paragraph = m_paragraphs.at(std::size_t(index));
    qreal height = 0;
    paragraph.layout = build(paragraph, m_width, &height);
    m_live.push_back(index);
    if (!paragraph.laid || !qFuzzyCompare(height, paragraph.height))
        m_settledUpTo = qMin(m_settledUpTo, index);
    paragraph.height = height;
    paragraph.laid = true;
    if (m_live.size() > 2 * liveLayouts)
        trimLayouts(index, index);
}

QTextLayout *AnswerText::layout(qsizetype index)
{
    Paragraph &paragraph = m_paragraphs.at(std::size_t(index));
    if (!paragraph.layout)
        layOut(index);
    return paragraph.layout.get();
}

/// Layouts cost a hundred bytes a character: keep those near what is shown.
void AnswerText::trimLayouts(qsizetype first, qsizetype last)
{
    if (m_live.size() <= liveLayouts)
        return;
    std::erase_if(m_live, [&](qsizetype i) {
        if (i >= paragraphs() || (i >= first && i <= last))
            return i >= paragraphs();
        m_paragraphs.at(std::size_t(i)).layout.reset();
        return true;
    });
}

void AnswerText::settle() const
{
    qsizetype i = m_settledUpTo;
    if (i >= paragraphs())
        return;
    qreal y = 0;
    if (i > 0) {
        const Paragraph &before = m_paragraphs.at(std::size_t(i - 1));
        y = before.y + before.height;
    }
    for (; i < paragraphs(); ++i) {
        Paragraph &paragraph = m_paragraphs.at(std::size_t(i));
        paragraph.y = y + (paragraph.gap ? blockGap : 0);
        y = paragraph.y + paragraph.height;
    }
    m_settledUpTo = paragraphs();
    m_height = y;
}

qreal AnswerText::height() const
{
    settle();
    return m_paragraphs.empty() ? 0 : m_height;
}

void AnswerText::setWidth(int width)
{
    if (width == m_width)
        return;
    m_width = width;
    m_live.clear();
    for (Paragraph &paragraph : m_paragraphs) {
        paragraph.layout.reset();
        paragraph.laid = false;
        paragraph.height = estimate(paragraph, width);
    }
    m_laidUpTo = 0;
    m_settledUpTo = 0;
}

bool AnswerText::layoutSome(int ms)
{
    QElapsedTimer clock;
    clock.start();
    while (m_laidUpTo < paragraphs()) {
        if (!m_paragraphs.at(std::size_t(m_laidUpTo)).laid)
            layOut(m_laidUpTo);
        ++m_laidUpTo;
        if (clock.hasExpired(ms))
            break;
    }
    return m_laidUpTo < paragraphs();
}

qreal AnswerText::heightFor(int width) const
{
    if (width == m_width)
        return height();
    const bool exact = m_characters <= exactUpTo;
    qreal y = 0;
    for (const Paragraph &paragraph : m_paragraphs) {
        qreal height = 0;
        if (exact)
            build(paragraph, width, &height);
        else
            height = estimate(paragraph, width);
        y += height + (paragraph.gap ? blockGap : 0);
    }
    return y;
}

qsizetype AnswerText::paragraphAt(qreal y) const
{
    settle();
    const auto after = std::upper_bound(m_paragraphs.begin(), m_paragraphs.end(), y,
                                        [](qreal at, const Paragraph &p) { return at < p.y; });
    return qMax(qsizetype(0), qsizetype(after - m_paragraphs.begin()) - 1);
}

} // namespace assay::ui
