// SPDX-License-Identifier: Apache-2.0
#include "settings/toml_scan.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <cctype>
#include <cstring>

namespace assay {

namespace {

/// Walks over one TOML text; knows strings, comments and brackets, nothing else.
class Scanner
{
public:
    explicit Scanner(const QByteArray &text) : m_text(text) {}

    QList<TomlStatement> run()
    {
        QList<TomlStatement> all;
        QString section;
        while (skipToStatement()) {
            TomlStatement one;
            one.line = m_line;
            if (at() == '[') {
                one.isHeader = true;
                one.key = section = readHeader();
            } else {
                const QString name = readKey();
                one.key = section.isEmpty() ? name : section + QLatin1Char('.') + name;
                readValue(one);
            }
            skipLine();
            one.next = m_pos;
            all.append(one);
        }
        return all;
    }

private:
    bool atEnd() const { return m_pos >= m_text.size(); }
    char at() const { return m_text.at(m_pos); }
    bool startsWith(const char *mark) const { return QByteArrayView(m_text).sliced(m_pos).startsWith(mark); }

    void step()
    {
        m_line += at() == '\n';
        ++m_pos;
    }

    void skipLine()
    {
        while (!atEnd() && at() != '\n')
            step();
        if (!atEnd())
            step();
    }

    bool skipToStatement()
    {
        while (!atEnd()) {
            if (at() == '#')
                skipLine();
            else if (at() == ' ' || at() == '\t' || at() == '\r' || at() == '\n')
                step();
            else
                return true;
        }
        return false;
    }

    void skipString()
    {
        const char quote = at();
        const char *triple = quote == '"' ? R"(""")" : "'''";
        if (startsWith(triple)) {
            m_pos += 3;
            while (!atEnd() && !startsWith(triple)) {
                if (quote == '"' && at() == '\\' && m_pos + 1 < m_text.size())
                    step();
                step();
            }
            for (int i = 0; i < 5 && !atEnd() && at() == quote; ++i) // the text itself may end in two quotes
                step();
            return;
        }
        step();
        while (!atEnd() && at() != quote && at() != '\n') {
            if (quote == '"' && at() == '\\' && m_pos + 1 < m_text.size())
                step();
            step();
        }
        if (!atEnd() && at() == quote)
            step();
    }

    /// The dotted key up to (not with) one of `stops`, parts bare.
    QString readDotted(const char *stops)
    {
        QStringList parts;
        qsizetype begin = m_pos;
        const auto take = [&] {
            QByteArray part = m_text.sliced(begin, m_pos - begin).trimmed();
            if (part.size() >= 2 && (part.front() == '"' || part.front() == '\''))
                part = part.sliced(1, part.size() - 2);
            parts.append(QString::fromUtf8(part));
        };
        while (!atEnd() && at() != '\n' && std::strchr(stops, at()) == nullptr) {
            if (at() == '"' || at() == '\'') {
                skipString();
            } else {
                if (at() == '.') {
                    take();
                    begin = m_pos + 1;
                }
                step();
            }
        }
        take();
        return parts.join(QLatin1Char('.'));
    }

    QString readHeader()
    {
        while (!atEnd() && at() == '[')
            step();
        return readDotted("]");
    }

    QString readKey() { return readDotted("="); }

    void readValue(TomlStatement &one)
    {
        if (!atEnd() && at() == '=')
            step();
        while (!atEnd() && (at() == ' ' || at() == '\t'))
            step();
        one.valueBegin = m_pos;
        int depth = 0;
        while (!atEnd()) {
            const char c = at();
            if (depth == 0 && (c == '\n' || c == '#'))
                break;
            if (c == '"' || c == '\'') {
                skipString();
                continue;
            }
            if (c == '#') {
                skipLine();
                continue;
            }
            depth += (c == '[' || c == '{') - (c == ']' || c == '}');
            step();
        }
        one.valueEnd = m_pos;
        while (one.valueEnd > one.valueBegin && std::strchr(" \t\r", m_text.at(one.valueEnd - 1)) != nullptr)
            --one.valueEnd;
    }

    const QByteArray &m_text;
    qsizetype m_pos = 0;
    int m_line = 1;
};

} // namespace

QList<TomlStatement> scanToml(const QByteArray &text)
{
    return Scanner(text).run();
}

int deepestKey(const QByteArray &text)
{
    int deepest = 0;
    int dots = 0;
    for (const char c : text) {
        const bool partOfKey = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' ||
                               c == '"' || c == '\'' || c == ' ' || c == '\t';
        if (c == '.')
            deepest = std::max(deepest, ++dots);
        else if (!partOfKey)
            dots = 0;
    }
    return deepest;
}

} // namespace assay
