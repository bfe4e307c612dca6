// SPDX-License-Identifier: Apache-2.0
#include "events/event_line.h"

#include "base/text.h"
#include "base/time.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestShownFrame = 1 << 20;

QByteArray quoted(const QString &text)
{
    // An array of one, without its brackets.
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

} // namespace

JsonLine &JsonLine::addJson(const char *name, const QByteArray &json)
{
    if (m_text.size() > 1)
        m_text += ',';
    m_text += quoted(QString::fromUtf8(name)) + ':' + json;
    return *this;
}

JsonLine &JsonLine::add(const char *name, const QString &text)
{
    return addJson(name, quoted(text));
}

JsonLine &JsonLine::add(const char *name, qint64 figure)
{
    return addJson(name, QByteArray::number(figure));
}

JsonLine &JsonLine::add(const char *name, quint64 figure)
{
    return addJson(name, QByteArray::number(figure));
}

JsonLine &JsonLine::add(const char *name, bool flag)
{
    return addJson(name, flag ? "true" : "false");
}

JsonLine &JsonLine::addBytes(const char *name, const QByteArray &bytes)
{
    if (bytes.isNull())
        return addJson(name, "null");
    if (isValidUtf8(bytes))
        return add(name, QString::fromUtf8(bytes));
    return add((QByteArray(name) + "_base64").constData(), QString::fromLatin1(bytes.toBase64()));
}

void addMessage(JsonLine &line, const Decoded<DecodedMessage> &message, const QByteArray &frame)
{
    line.add("ok", message.has_value());
    if (message) {
        const MessageHeader &header = message->header;
        line.add("type", tokenOf(message->kind))
            .add("thread_id", header.threadId)
            .add("message_id", QString::fromLatin1(header.messageId.toHex()))
            .add("sequence", header.sequence)
            .add("timestamp_us", toMicros(header.timestamp))
            .add("compression", message->compressed ? u"zstd"_s : u"none"_s)
            .addJson("content", QJsonDocument(message->content).toJson(QJsonDocument::Compact));
        return;
    }
    const DecodeFailure &failure = message.error();
    JsonLine error;
    error.add("stage", tokenOf(failure.stage))
        .add("message", failure.message)
        .add("reason", tokenOf(failure.reason));
    if (failure.offset)
        error.add("offset", *failure.offset);
    line.addJson("error", error.text());
    if (frame.isNull())
        line.add("null", true);
    else if (frame.size() <= largestShownFrame)
        line.add("frame_base64", QString::fromLatin1(frame.toBase64()));
}

QByteArray recordJson(qint64 number, const LogRecord &record, const Decoded<DecodedMessage> &message)
{
    JsonLine line;
    line.add("n", number)
        .add("topic", record.topic)
        .add("partition", qint64{record.partition})
        .add("offset", record.offset)
        .add("time_us", toMicros(record.timestamp))
        .addBytes("key", record.key);
    if (!record.headers.isEmpty()) {
        JsonLine headers;
        for (const LogHeader &header : record.headers)
            headers.addBytes(header.key.constData(), header.value);
        line.addJson("headers", headers.text());
    }
    addMessage(line, message, record.value);
    return line.text();
}

QString recordText(const LogRecord &record, const Decoded<DecodedMessage> &message)
{
    const QString place = u"%1/%2"_s.arg(record.partition).arg(record.offset);
    const QString what =
        message ? u"%1  %2  %3"_s.arg(tokenOf(message->kind), -15)
                      .arg(message->header.threadId, -18)
                      .arg(message->summary)
                : u"%1  %2"_s.arg(u"undecodable"_s, -15)
                      .arg(u"%1: %2"_s.arg(tokenOf(message.error().stage), message.error().message));
    return u"%1  %2  %3 B  %4"_s.arg(toIso(record.timestamp), place.leftJustified(12))
        .arg(record.value.size(), 7)
        .arg(what);
}

} // namespace assay::app
