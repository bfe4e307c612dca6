// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/answer_parse.h"

#include "ui/kit/plain.h"

namespace assay::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLabel = 6;

/// Length of a citation such as "[T12]" at the start of `text`; 0 when it is none.
qsizetype citationLength(QStringView text)
{
    qsizetype i = 1;
    if (i < text.size() && text.at(i) >= u'A' && text.at(i) <= u'Z')
        ++i;
    const qsizetype digits = i;
    while (i < text.size() && i <= longestLabel && text.at(i) >= u'0' && text.at(i) <= u'9')
        ++i;
    return i > digits && i < text.size() && text.at(i) == u']' ? i + 1 : 0;
}

class LineParser
{
public:
    explicit LineParser(QStringView line) : m_line(line), m_lastBold(line.lastIndexOf(u"**"_s)) {}

    QList<Span> run()
    {
        while (m_at < m_line.size()) {
            const QChar c = m_line.at(m_at);
            if (!(c == u'*' && bold()) && !(c == u'`' && code()) && !(c == u'[' && citation()))
                m_text += m_line.at(m_at++);
        }
        flush();
        return std::move(m_spans);
    }

private:
    QChar peek(qsizetype i) const { return i >= 0 && i < m_line.size() ? m_line.at(i) : QChar(u' '); }

    bool bold()
    {
        if (peek(m_at + 1) != u'*')
            return false;
        const bool opens =
            !m_bold && m_lastBold > m_at + 2 && !peek(m_at + 2).isSpace() && !peek(m_lastBold - 1).isSpace();
        const bool closes = m_bold && !peek(m_at - 1).isSpace();
        if (!opens && !closes)
            return false;
        flush();
        m_bold = opens;
        m_at += 2;
        return true;
    }

    bool code()
    {
        const qsizetype end = m_line.indexOf(u'`', m_at + 1);
        if (end < 0 || end == m_at + 1)
            return false;
        flush();
        m_spans << Span{Span::Kind::Code, m_line.sliced(m_at + 1, end - m_at - 1).toString(), m_bold};
        m_at = end + 1;
        return true;
    }

    bool citation()
    {
        const qsizetype length = citationLength(m_line.sliced(m_at));
        if (length == 0)
            return false;
        flush();
        m_spans << Span{Span::Kind::Citation, m_line.sliced(m_at + 1, length - 2).toString(), m_bold};
        m_at += length;
        return true;
    }

    void flush()
    {
        if (!m_text.isEmpty())
            m_spans << Span{Span::Kind::Text, m_text, m_bold};
        m_text.clear();
    }

    QStringView m_line;
    /// Where the last "**" stands: a marker before it can be closed.
    qsizetype m_lastBold;
    qsizetype m_at = 0;
    bool m_bold = false;
    QString m_text;
    QList<Span> m_spans;
};

} // namespace

QList<Span> parseAnswerLine(QStringView line)
{
    const QString visible = visibleText(line.toString(), line.size());
    QStringView rest = visible;
    QList<Span> spans;
    qsizetype indent = 0;
    while (indent < rest.size() && indent < 8 && rest.at(indent) == u' ')
        ++indent;
    const QStringView body = rest.sliced(indent);
    if (body.startsWith(u"- "_s) || body.startsWith(u"* "_s) || body.startsWith(u"• "_s)) {
        spans << Span{Span::Kind::Bullet, {}, false};
        rest = body.sliced(2);
    }
    return spans + LineParser(rest).run();
}

QList<Span> parseAnswer(const QString &text)
{
    QList<Span> spans;
    qsizetype from = 0;
    while (from < text.size()) {
        qsizetype end = text.indexOf(u'\n', from);
        const bool broken = end >= 0;
        if (!broken)
            end = text.size();
        qsizetype length = end - from;
        if (broken && length > 0 && text.at(end - 1) == u'\r')
            --length;
        spans += parseAnswerLine(QStringView(text).sliced(from, length));
        if (broken)
            spans << Span{Span::Kind::Break, {}, false};
        from = end + 1;
    }
    return spans;
}

} // namespace assay::ui
