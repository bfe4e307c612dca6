// SPDX-License-Identifier: Apache-2.0
#include "alerts/promql_lexer.h"

#include "alerts/alert_rule.h"
#include "base/tr.h"

#include <limits>

namespace assay::promql {

using namespace Qt::StringLiterals;

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool beginsName(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c == u':';
}

class Lexer
{
public:
    explicit Lexer(const QString &text) : m_text(text) {}

    tl::expected<std::vector<Token>, Problem> run()
    {
        while (skipBlank()) {
            const qsizetype begin = m_at;
            if (const std::optional<Problem> problem = readOne())
                return tl::unexpected(*problem);
            m_tokens.back().position = begin;
        }
        m_tokens.push_back({.position = m_text.size()});
        return std::move(m_tokens);
    }

private:
    bool skipBlank()
    {
        while (m_at < m_text.size()) {
            if (m_text.at(m_at) == u'#') {
                while (m_at < m_text.size() && m_text.at(m_at) != u'\n')
                    ++m_at;
            } else if (m_text.at(m_at).isSpace()) {
                ++m_at;
            } else {
                return true;
            }
        }
        return false;
    }

    std::optional<Problem> readOne()
    {
        const QChar c = m_text.at(m_at);
        if (beginsName(c)) {
            readName();
            return std::nullopt;
        }
        if (isDigit(c) || (c == u'.' && m_at + 1 < m_text.size() && isDigit(m_text.at(m_at + 1))))
            return readNumber();
        if (c == u'"' || c == u'\'' || c == u'`')
            return readText(c);
        return readSymbol();
    }

    void readName()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && (beginsName(m_text.at(m_at)) || isDigit(m_text.at(m_at))))
            ++m_at;
        m_tokens.push_back({.kind = TokenKind::Name, .text = m_text.sliced(begin, m_at - begin)});
    }

    /// A number or a duration: both begin with a digit.
    std::optional<Problem> readNumber()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at);
            const bool signOfExponent =
                (c == u'+' || c == u'-') && (m_text.at(m_at - 1) == u'e' || m_text.at(m_at - 1) == u'E');
            if (!isDigit(c) && c != u'.' && !c.isLetter() && (!signOfExponent || m_at == begin))
                break;
            ++m_at;
        }
        const QString word = m_text.sliced(begin, m_at - begin);
        bool ok = false;
        const double number = word.toDouble(&ok);
        if (ok) {
            m_tokens.push_back({.kind = TokenKind::Number, .text = word, .number = number});
            return std::nullopt;
        }
        if (const std::optional<std::chrono::milliseconds> duration = parseAlertDuration(word)) {
            m_tokens.push_back({.kind = TokenKind::Duration, .text = word, .duration = *duration});
            return std::nullopt;
        }
        return Problem{.position = begin,
                       .what = Tr::tr("%1 is neither a number nor a duration such as 5m.").arg(word)};
    }

    std::optional<Problem> readText(QChar quote)
    {
        const qsizetype begin = m_at++;
        QString text;
        while (m_at < m_text.size() && m_text.at(m_at) != quote) {
            if (m_text.at(m_at) == u'\\' && quote != u'`') {
                if (++m_at == m_text.size())
                    break;
                const QChar c = m_text.at(m_at);
                if (c != u'\\' && c != u'"' && c != u'\'' && c != u'n' && c != u't')
                    return Problem{.position = m_at - 1, .what = Tr::tr("This escape is not understood.")};
                text += c == u'n' ? QChar(u'\n') : c == u't' ? QChar(u'\t') : c;
            } else {
                text += m_text.at(m_at);
            }
            ++m_at;
        }
        if (m_at == m_text.size())
            return Problem{.position = begin, .what = Tr::tr("The text that begins here does not end.")};
        ++m_at;
        m_tokens.push_back({.kind = TokenKind::Text, .text = text});
        return std::nullopt;
    }

    std::optional<Problem> readSymbol()
    {
        static const QStringList symbols{u"=~"_s, u"!~"_s, u"!="_s, u"=="_s, u">="_s, u"<="_s, u"="_s, u">"_s,
                                         u"<"_s,  u"+"_s,  u"-"_s,  u"*"_s,  u"/"_s,  u"%"_s,  u"^"_s, u"("_s,
                                         u")"_s,  u"{"_s,  u"}"_s,  u"["_s,  u"]"_s,  u","_s};
        for (const QString &symbol : symbols)
            if (QStringView(m_text).sliced(m_at).startsWith(symbol)) {
                m_at += symbol.size();
                m_tokens.push_back({.kind = TokenKind::Symbol, .text = symbol});
                return std::nullopt;
            }
        return Problem{.position = m_at, .what = Tr::tr("“%1” has no place here.").arg(m_text.at(m_at))};
    }

    const QString &m_text;
    qsizetype m_at = 0;
    std::vector<Token> m_tokens{};
};

} // namespace

tl::expected<std::vector<Token>, Problem> tokenize(const QString &text)
{
    return Lexer(text).run();
}

} // namespace assay::promql
