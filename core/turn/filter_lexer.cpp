// SPDX-License-Identifier: Apache-2.0
#include "turn/filter_lexer.h"

#include "base/tr.h"

#include <array>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using Kind = FilterToken::Kind;

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control && !c.isSpace();
}

bool endsWord(QChar c)
{
    return c.isSpace() || isControl(c) || QStringView(u"()=<>!~,\"&|≤≥≠").contains(c);
}

class Lexer
{
public:
    explicit Lexer(QStringView text) : m_text(text) {}

    std::vector<FilterToken> run()
    {
        std::vector<FilterToken> all;
        do
            all.push_back(next());
        while (all.back().kind != Kind::End);
        return all;
    }

private:
    QChar at(qsizetype index) const { return index < m_text.size() ? m_text.at(index) : QChar(); }

    FilterToken make(Kind kind, qsizetype length, FilterOperator op = {}, bool negated = false)
    {
        FilterToken token{
            .kind = kind, .start = m_at, .length = length, .text = {}, .op = op, .negated = negated};
        m_at += length;
        return token;
    }

    FilterToken bad(qsizetype length, QString sentence)
    {
        FilterToken token = make(Kind::Bad, length);
        token.text = std::move(sentence);
        return token;
    }

    FilterToken next()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
        if (m_at >= m_text.size())
            return make(Kind::End, 0);
        const QChar c = m_text.at(m_at);
        if (c == u'"' || c == u'\'')
            return quoted(c);
        return endsWord(c) ? sign(c) : word();
    }

    FilterToken sign(QChar c)
    {
        using Op = FilterOperator;
        const QChar after = at(m_at + 1);
        const bool equal = after == u'=';
        switch (c.unicode()) {
        case u'(': return make(Kind::Open, 1);
        case u')': return make(Kind::Close, 1);
        case u',': return make(Kind::Comma, 1);
        case u'=': return make(Kind::Compare, equal ? 2 : 1, Op::Equal);
        case u'~': return make(Kind::Compare, 1, Op::Matches);
        case u'<': return make(Kind::Compare, equal ? 2 : 1, equal ? Op::LessOrEqual : Op::Less);
        case u'>': return make(Kind::Compare, equal ? 2 : 1, equal ? Op::GreaterOrEqual : Op::Greater);
        case u'≤': return make(Kind::Compare, 1, Op::LessOrEqual);
        case u'≥': return make(Kind::Compare, 1, Op::GreaterOrEqual);
        case u'≠': return make(Kind::Compare, 1, Op::NotEqual);
        case u'!':
            if (equal)
                return make(Kind::Compare, 2, Op::NotEqual);
            return after == u'~' ? make(Kind::Compare, 2, Op::Matches, true) : make(Kind::Not, 1);
        case u'&':
        case u'|':
            if (after == c)
                return make(c == u'&' ? Kind::And : Kind::Or, 2);
            return bad(1, Tr::tr("A single “%1” means nothing here. Write and or or; a text that holds it "
                                 "needs quotation marks.")
                              .arg(c));
        default: return damaged();
        }
    }

    /// A control character or half a surrogate pair.
    FilterToken damaged()
    {
        return bad(
            1, Tr::tr("The character U+%1 cannot stand in a filter.")
                   .arg(QString::number(m_text.at(m_at).unicode(), 16).toUpper().rightJustified(4, u'0')));
    }

    /// Code units of the character at `index`; 0 when it is half a pair.
    qsizetype units(qsizetype index) const
    {
        const QChar c = m_text.at(index);
        if (!c.isSurrogate())
            return 1;
        return c.isHighSurrogate() && at(index + 1).isLowSurrogate() ? 2 : 0;
    }

    FilterToken word()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && !endsWord(m_text.at(end))) {
            const qsizetype count = units(end);
            if (count == 0) {
                if (end == m_at)
                    return damaged();
                break; // the next token tells of it
            }
            end += count;
        }
        const QString text = m_text.sliced(m_at, end - m_at).toString();
        FilterToken token = make(Kind::Word, end - m_at);
        token.text = text;
        return token;
    }

    /// A backslash hides a quotation mark or another backslash; before anything else it is itself,
    /// so that regular expressions need no doubling.
    FilterToken quoted(QChar mark)
    {
        QString text;
        qsizetype index = m_at + 1;
        while (index < m_text.size() && m_text.at(index) != mark) {
            QChar c = m_text.at(index);
            const qsizetype count = units(index);
            if (isControl(c) || count == 0) {
                m_at = index;
                return damaged();
            }
            if (c == u'\\' && (at(index + 1) == u'\\' || at(index + 1) == mark)) {
                text += at(index + 1);
                index += 2;
                continue;
            }
            text += m_text.sliced(index, count);
            index += count;
        }
        if (index >= m_text.size())
            return bad(m_text.size() - m_at, Tr::tr("This quotation mark is not closed."));
        FilterToken token = make(Kind::Quoted, index + 1 - m_at);
        token.text = std::move(text);
        return token;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

struct OperatorWord
{
    const char *word;
    FilterOperator op;
};
constexpr std::array operatorWords{OperatorWord{"contains", FilterOperator::Contains},
                                   OperatorWord{"matches", FilterOperator::Matches},
                                   OperatorWord{"in", FilterOperator::In},
                                   OperatorWord{"eq", FilterOperator::Equal},
                                   OperatorWord{"ne", FilterOperator::NotEqual},
                                   OperatorWord{"lt", FilterOperator::Less},
                                   OperatorWord{"le", FilterOperator::LessOrEqual},
                                   OperatorWord{"gt", FilterOperator::Greater},
                                   OperatorWord{"ge", FilterOperator::GreaterOrEqual}};
constexpr std::array keywords{"and", "or", "not", "exists"};

bool equalFolded(QStringView word, const char *other)
{
    return word.compare(QLatin1StringView(other), Qt::CaseInsensitive) == 0;
}

} // namespace

bool FilterToken::isWord(QLatin1StringView word) const
{
    return kind == Kind::Word && text.compare(word, Qt::CaseInsensitive) == 0;
}

std::vector<FilterToken> filterTokens(QStringView text)
{
    return Lexer(text).run();
}

QString filterOperatorText(FilterOperator op)
{
    switch (op) {
    case FilterOperator::Equal: return u"="_s;
    case FilterOperator::NotEqual: return u"!="_s;
    case FilterOperator::Less: return u"<"_s;
    case FilterOperator::LessOrEqual: return u"<="_s;
    case FilterOperator::Greater: return u">"_s;
    case FilterOperator::GreaterOrEqual: return u">="_s;
    case FilterOperator::Matches: return u"~"_s;
    case FilterOperator::Contains: return u"contains"_s;
    case FilterOperator::In: return u"in"_s;
    case FilterOperator::Exists: return u"exists"_s;
    }
    Q_UNREACHABLE();
}

std::optional<FilterOperator> filterOperatorWord(const FilterToken &token)
{
    if (token.kind == Kind::Word)
        for (const OperatorWord &entry : operatorWords)
            if (equalFolded(token.text, entry.word))
                return entry.op;
    return std::nullopt;
}

QList<FilterOperator> filterOperatorsOf(FilterType type)
{
    using Op = FilterOperator;
    switch (type) {
    case FilterType::Flag: return {Op::Equal, Op::NotEqual};
    case FilterType::Token: return {Op::Equal, Op::NotEqual, Op::In, Op::Matches, Op::Contains};
    case FilterType::Text: return {Op::Contains, Op::Matches, Op::Equal, Op::NotEqual, Op::In};
    case FilterType::Score:
    case FilterType::Share:
    case FilterType::Count:
    case FilterType::Time:
    case FilterType::Duration:
    case FilterType::Size:
    case FilterType::Money:
        return {Op::Less, Op::LessOrEqual, Op::Greater, Op::GreaterOrEqual, Op::Equal, Op::NotEqual, Op::In};
    }
    Q_UNREACHABLE();
}

bool isFilterKeyword(QStringView word)
{
    return std::ranges::any_of(keywords, [word](const char *entry) { return equalFolded(word, entry); });
}

bool isPlainFilterWord(QStringView word)
{
    return !word.isEmpty() && word.front() != u'\'' && std::ranges::all_of(word, [](QChar c) {
        return c.isLetterOrNumber() || u"_-.:/@#+*$%"_s.contains(c);
    });
}

QString quotedFilterText(QStringView text)
{
    QString out(u'"');
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const QChar after = i + 1 < text.size() ? text.at(i + 1) : QChar(u'"');
        if (c == u'"' || (c == u'\\' && (after == u'\\' || after == u'"')))
            out += u'\\';
        out += c;
    }
    return out + u'"';
}

} // namespace assay
