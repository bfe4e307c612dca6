// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/chat_dialect.h"

namespace assay {

/// Everything a reply said.
struct Completion
{
    QString text{};
    QString model{};
    QString finishReason{};
    std::optional<qint64> promptTokens{};
    std::optional<qint64> completionTokens{};
};

/// Folds the bytes of a model's reply into a completion, streamed or whole. Knows no network.
class CompletionReader
{
public:
    /// @param dialect outlives the reader
    CompletionReader(const ChatDialect &dialect, QString peer, TokenSink sink);

    /// Takes more of the body. New text goes to the sink.
    /// @errors Protocol (not such a reply, a line past 10 MB), or what the provider reports in the stream
    Result<> feed(const QByteArray &contentType, const QByteArray &bytes);

    /// The body is over. @param contentType of the reply: feed() never sees that of an empty one
    /// @errors Unavailable when the stream broke off before the model was finished; Protocol when
    ///         there was nothing to read
    Result<Completion> finish(const QByteArray &contentType = {});

    /// True once some text went to the sink.
    bool hasText() const { return !m_completion.text.isEmpty(); }

private:
    enum class Shape : std::uint8_t { Unknown, Events, Whole };

    Result<> decideShape(const QByteArray &contentType);
    Result<> takeEvents(const QByteArray &bytes);
    Result<> takeEvent(const SseEvent &event);
    void take(const CompletionDelta &delta);

    const ChatDialect &m_dialect;
    QString m_peer;
    TokenSink m_sink;
    SseParser m_parser;
    Shape m_shape = Shape::Unknown;
    QByteArray m_pending; // until the shape is known; the whole body when it is not a stream
    Completion m_completion;
    QString m_halfPair; // a high surrogate whose other half has not come yet
    bool m_anyEvent = false;
    bool m_done = false;
};

} // namespace assay
