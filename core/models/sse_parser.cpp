// SPDX-License-Identifier: Apache-2.0
#include "models/sse_parser.h"

#include "base/tr.h"

namespace assay {

namespace {

tl::unexpected<Error> tooLong(qsizetype limit)
{
    return fail(Errc::Protocol,
                Tr::tr("The server sent a line of more than %1 bytes; the answer was given up. "
                       "Check that the address is that of a language model's API.")
                    .arg(limit));
}

} // namespace

SseParser::SseParser(qsizetype maxLineBytes) : m_maxLineBytes(maxLineBytes) {}

Result<QList<SseEvent>> SseParser::feed(QByteArrayView bytes)
{
    QList<SseEvent> out;
    while (!bytes.isEmpty()) {
        if (std::exchange(m_skipLineFeed, false) && bytes.front() == '\n') {
            bytes = bytes.sliced(1);
            continue;
        }
        const auto end = std::ranges::find_if(bytes, [](char c) { return c == '\n' || c == '\r'; });
        const qsizetype length = end - bytes.begin();
        if (m_line.size() + length > m_maxLineBytes)
            return tooLong(m_maxLineBytes);
        m_line += bytes.first(length);
        if (end == bytes.end())
            break;
        m_skipLineFeed = *end == '\r';
        bytes = bytes.sliced(length + 1);
        if (Result<> ended = endLine(out); !ended)
            return fail(std::move(ended.error()));
    }
    return out;
}

std::optional<SseEvent> SseParser::finish()
{
    QList<SseEvent> out;
    const bool complete = endLine(out).has_value() && endLine(out).has_value();
    return complete && !out.isEmpty() ? std::optional(out.first()) : std::nullopt;
}

Result<> SseParser::endLine(QList<SseEvent> &out)
{
    const QByteArray line = std::exchange(m_line, {});
    QByteArrayView rest(line);
    if (std::exchange(m_atStart, false) && rest.startsWith("\xEF\xBB\xBF"))
        rest = rest.sliced(3);
    if (rest.isEmpty()) {
        if (std::exchange(m_hasData, false))
            out.append(m_event);
        m_event.type.clear();
        m_event.data.clear();
        return {};
    }
    const qsizetype colon = rest.indexOf(':');
    if (colon == 0)
        return {};
    if (colon < 0)
        return takeField(rest, {});
    QByteArrayView value = rest.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    return takeField(rest.first(colon), value);
}

Result<> SseParser::takeField(QByteArrayView name, QByteArrayView value)
{
    if (name == "data") {
        if (m_event.data.size() + value.size() > m_maxLineBytes)
            return tooLong(m_maxLineBytes);
        if (m_hasData)
            m_event.data += '\n';
        m_event.data += value;
        m_hasData = true;
    } else if (name == "event") {
        m_event.type = value.toByteArray();
    } else if (name == "id" && !value.contains('\0')) {
        m_event.id = value.toByteArray();
    }
    return {};
}

} // namespace assay
