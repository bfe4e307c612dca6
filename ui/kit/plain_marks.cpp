// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/plain_marks.h"

namespace assay::ui {

namespace {

QTextCharFormat formatOf(PlainMark::Kind kind)
{
    QTextCharFormat format;
    switch (kind) {
    case PlainMark::Kind::Heading: format.setFontWeight(QFont::DemiBold); return format;
    case PlainMark::Kind::Cited:
        format.setBackground(tokens().selectedCard);
        format.setForeground(tokens().text);
        format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        format.setUnderlineColor(tokens().accentText);
        return format;
    }
    Q_UNREACHABLE();
}

} // namespace

void PlainMarks::setMarks(QList<PlainMark> marks)
{
    if (marks.isEmpty() && m_marks.isEmpty())
        return;
    m_marks = std::move(marks);
    rehighlight();
}

void PlainMarks::highlightBlock(const QString &text)
{
    const qsizetype start = currentBlock().position();
    for (const PlainMark &mark : std::as_const(m_marks)) {
        const qsizetype from = std::max<qsizetype>(0, mark.start - start);
        const qsizetype to = std::min<qsizetype>(text.size(), mark.start + mark.length - start);
        if (from < to)
            setFormat(static_cast<int>(from), static_cast<int>(to - from), formatOf(mark.kind));
    }
}

} // namespace assay::ui
