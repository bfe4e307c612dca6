// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <optional>

namespace assay {

/// One dispatched server-sent event.
struct SseEvent
{
    QByteArray type{}; ///< the `event` field; empty means "message"
    QByteArray data{}; ///< the `data` lines joined by line feeds, UTF-8 not checked
    QByteArray id{};   ///< the last `id` field seen on the stream

    bool operator==(const SseEvent &) const = default;
};

/// Cuts a byte stream into server-sent events. Pure: bytes in, events out; they may be split anywhere,
/// inside a line end or a UTF-8 sequence too.
///
/// @source WHATWG HTML, "Server-sent events", section "Interpreting an event stream".
class SseParser
{
public:
    /// @param maxLineBytes longest line, and longest joined data of one event, in bytes; ≥ 1
    explicit SseParser(qsizetype maxLineBytes = 10'000'000);

    /// Takes more of the stream. Comments and events without data give nothing.
    /// @errors Protocol when a line or an event grows past the cap; the parser is of no use after that.
    Result<QList<SseEvent>> feed(QByteArrayView bytes);

    /// The stream is over. @return the event whose closing empty line never came, if it has data: the
    /// standard drops it, real servers forget the line.
    std::optional<SseEvent> finish();

private:
    Result<> endLine(QList<SseEvent> &out);
    Result<> takeField(QByteArrayView name, QByteArrayView value);

    qsizetype m_maxLineBytes;
    QByteArray m_line;
    SseEvent m_event;
    bool m_hasData = false;
    bool m_skipLineFeed = false; // the last byte was CR
    bool m_atStart = true;       // a byte order mark may come
};

} // namespace assay
