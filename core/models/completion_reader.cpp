// SPDX-License-Identifier: Apache-2.0
#include "models/completion_reader.h"

#include "base/text.h"
#include "base/tr.h"
#include "models/http_errors.h"

namespace assay {

CompletionReader::CompletionReader(const ChatDialect &dialect, QString peer, TokenSink sink)
    : m_dialect(dialect), m_peer(std::move(peer)), m_sink(std::move(sink))
{
}

Result<> CompletionReader::feed(const QByteArray &contentType, const QByteArray &bytes)
{
    if (m_shape == Shape::Events)
        return takeEvents(bytes);
    m_pending += bytes;
    if (m_shape == Shape::Whole)
        return {};
    if (Result<> decided = decideShape(contentType); !decided)
        return decided;
    if (m_shape == Shape::Events)
        return takeEvents(std::exchange(m_pending, {}));
    return {};
}

Result<> CompletionReader::decideShape(const QByteArray &contentType)
{
    if (contentType.toLower().contains("text/event-stream")) {
        m_shape = Shape::Events;
        return {};
    }
    const QByteArray start = m_pending.trimmed();
    if (start.isEmpty())
        return {};
    if (start.startsWith('<'))
        return fail(notAnApi(m_peer, Tr::tr("a web page")));
    // Some servers stream without saying so.
    if (start.size() < 5 &&
        (QByteArrayView("data:").startsWith(start) || QByteArrayView("event:").startsWith(start)))
        return {}; // cut too early to tell
    const bool isEvents = start.startsWith("data:") || start.startsWith("event:") || start.startsWith(':');
    m_shape = isEvents ? Shape::Events : Shape::Whole;
    return {};
}

Result<> CompletionReader::takeEvents(const QByteArray &bytes)
{
    const Result<QList<SseEvent>> events = m_parser.feed(bytes);
    if (!events)
        return fail(events.error());
    for (const SseEvent &event : *events)
        if (Result<> taken = takeEvent(event); !taken)
            return taken;
    return {};
}

Result<> CompletionReader::takeEvent(const SseEvent &event)
{
    if (m_done)
        return {};
    const Result<CompletionDelta> delta = m_dialect.readEvent(event, m_peer);
    if (!delta)
        return fail(delta.error());
    m_anyEvent = true;
    take(*delta);
    return {};
}

void CompletionReader::take(const CompletionDelta &delta)
{
    if (!delta.model.isEmpty())
        m_completion.model = delta.model;
    if (!delta.finishReason.isEmpty())
        m_completion.finishReason = delta.finishReason;
    if (delta.promptTokens)
        m_completion.promptTokens = delta.promptTokens;
    if (delta.completionTokens)
        m_completion.completionTokens = delta.completionTokens;
    m_done = m_done || delta.done;
    QString text = std::exchange(m_halfPair, {}) + delta.text;
    if (!m_done && !text.isEmpty() && text.back().isHighSurrogate()) {
        m_halfPair = text.back();
        text.chop(1);
    }
    text = cleanText(text);
    if (text.isEmpty())
        return;
    m_completion.text += text;
    if (m_sink)
        m_sink(text);
}

Result<Completion> CompletionReader::finish(const QByteArray &contentType)
{
    if (m_shape == Shape::Whole) {
        const Result<CompletionDelta> whole = m_dialect.readWhole(m_pending, m_peer);
        if (!whole)
            return fail(whole.error());
        take(*whole);
        return std::move(m_completion);
    }
    if (const std::optional<SseEvent> last = m_parser.finish())
        if (Result<> taken = takeEvent(*last); !taken)
            return fail(std::move(taken.error()));
    // llama-cpp-python's server says 200 before it counts the prompt, then has no way left to refuse it.
    if (!m_anyEvent && contentType.toLower().contains("text/event-stream"))
        return fail(
            Errc::Protocol,
            Tr::tr("%1 began an answer and ended it without a word. Some servers do so when the prompt is "
                   "longer than the model's context window: ask a shorter question, lower the "
                   "number of documents, or choose a model with a larger window.")
                .arg(m_peer));
    if (!m_anyEvent)
        return fail(notAnApi(m_peer, Tr::tr("an empty reply")));
    if (!m_done && m_completion.finishReason.isEmpty())
        return fail(Errc::Unavailable, Tr::tr("%1 ended its answer before it was complete.").arg(m_peer));
    take({.text = {},
          .model = {},
          .finishReason = {},
          .promptTokens = {},
          .completionTokens = {},
          .done = true});
    return std::move(m_completion);
}

} // namespace assay
