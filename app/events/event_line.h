// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/codec.h"
#include "stream/log.h"

#include <QtCore/QByteArray>

namespace assay::app {

/// One JSON object on one line, its members in the order they were added.
class JsonLine
{
public:
    JsonLine &add(const char *name, const QString &text);
    JsonLine &add(const char *name, qint64 figure);
    JsonLine &add(const char *name, quint64 figure); ///< exact, also above 2^63
    JsonLine &add(const char *name, bool flag);
    JsonLine &addJson(const char *name, const QByteArray &json);
    /// Text where the bytes are UTF-8, null where they are null; otherwise base64 as `name`_base64.
    JsonLine &addBytes(const char *name, const QByteArray &bytes);

    QByteArray text() const { return m_text + '}'; }

private:
    QByteArray m_text = "{";
};

/// ok, then type, thread_id … content, or error and the frame itself. @see `assay events decode --help`
void addMessage(JsonLine &line, const Decoded<DecodedMessage> &message, const QByteArray &frame);

/// The line of a log's or a capture's record.
QByteArray recordJson(qint64 number, const LogRecord &record, const Decoded<DecodedMessage> &message);

/// One line for people: place, time, type, thread, size, and what it says or why it cannot be read.
QString recordText(const LogRecord &record, const Decoded<DecodedMessage> &message);

} // namespace assay::app
