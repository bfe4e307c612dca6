// SPDX-License-Identifier: Apache-2.0
#include "stream/turn_messages.h"

#include "base/ids.h"
#include "base/tr.h"
#include "stream/redact.h"
#include "stream/turn_message_builder.h"
#include "turn/turn_json.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

namespace wire = dashstream::v1;
using Message = wire::DashStreamMessage;

/// Every string longer than `longest` characters cut there, and saying so.
QJsonValue clipped(const QJsonValue &json, qsizetype longest)
{
    if (json.isString()) {
        const QString text = json.toString();
        if (text.size() <= longest)
            return json;
        const qsizetype keep = text.at(longest - 1).isHighSurrogate() ? longest - 1 : longest;
        return text.left(keep) + Tr::tr(" … [%1 characters left out]").arg(text.size() - keep);
    }
    if (json.isArray()) {
        QJsonArray all;
        for (const QJsonValue &item : json.toArray())
            all.append(clipped(item, longest));
        return all;
    }
    if (json.isObject()) {
        QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            it.value() = clipped(QJsonValue(it.value()), longest);
        return object;
    }
    return json;
}

wire::Header *headerOf(Message &message, wire::MessageType &type)
{
    switch (message.message_case()) {
    case Message::kEvent: type = wire::MESSAGE_TYPE_EVENT; return message.mutable_event()->mutable_header();
    case Message::kToolExecution:
        type = wire::MESSAGE_TYPE_TOOL_EXECUTION;
        return message.mutable_tool_execution()->mutable_header();
    case Message::kMetrics:
        type = wire::MESSAGE_TYPE_METRICS;
        return message.mutable_metrics()->mutable_header();
    case Message::kExecutionTrace:
        type = wire::MESSAGE_TYPE_EXECUTION_TRACE;
        return message.mutable_execution_trace()->mutable_header();
    case Message::kStateDiff:
    case Message::kTokenChunk:
    case Message::kCheckpoint:
    case Message::kError:
    case Message::kEventBatch:
    case Message::MESSAGE_NOT_SET: break;
    }
    Q_UNREACHABLE(); // the builder makes no others
}

void append(std::vector<Message> &all, std::vector<Message> more)
{
    std::ranges::move(more, std::back_inserter(all));
}

Result<> checkIds(const QString &turnId, const QString &threadId)
{
    if (turnId.trimmed().isEmpty() || threadId.trimmed().isEmpty())
        return fail(Errc::InvalidArgument, Tr::tr("A turn without turn id or thread id cannot be sent."));
    return {};
}

} // namespace

TurnEncoder::TurnEncoder(TurnEncoderOptions options) : m_options(std::move(options)), m_codec(m_options.codec)
{
}

TurnEncoder::~TurnEncoder() = default;

void TurnEncoder::continueThread(const QString &threadId, quint64 lastSequence)
{
    quint64 &sequence = m_sequences[threadId];
    sequence = std::max(sequence, lastSequence);
}

Result<EncodedMessage> TurnEncoder::encode(const QString &threadId, Message &message)
{
    wire::MessageType type = wire::MESSAGE_TYPE_UNSPECIFIED;
    wire::Header *header = headerOf(message, type);
    header->set_message_id((m_options.messageId ? m_options.messageId() : newMessageId()).toStdString());
    header->set_tenant_id(wireText(m_options.tenantId));
    header->set_thread_id(wireText(threadId));
    header->set_type(type);
    header->set_schema_version(1);
    header->set_sequence(m_sequences.value(threadId) + 1);
    Result<QByteArray> frame = m_codec.encode(message);
    if (!frame)
        return fail(std::move(frame.error()).within(u"stream"));
    ++m_sequences[threadId];
    return EncodedMessage{.key = QByteArray::fromStdString(wireText(threadId)), .frame = std::move(*frame)};
}

Result<QList<EncodedMessage>> TurnEncoder::encodeAll(const QString &threadId, std::vector<Message> messages)
{
    QList<EncodedMessage> all;
    for (Message &message : messages) {
        Result<EncodedMessage> one = encode(threadId, message);
        if (!one)
            return fail(std::move(one.error()));
        all.append(std::move(*one));
    }
    return all;
}

Result<EncodedMessage> TurnEncoder::encodeTrace(const Turn &turn)
{
    const QJsonValue json = redactSecrets(QJsonValue(toJson(turn)));
    Error tooLarge;
    for (const qsizetype longest :
         {qsizetype{0}, qsizetype{256} << 10, qsizetype{32} << 10, qsizetype{4} << 10, qsizetype{512}}) {
        const QJsonObject kept = (longest == 0 ? json : clipped(json, longest)).toObject();
        Message message = traceMessage(turn, QJsonDocument(kept).toJson(QJsonDocument::Compact));
        Result<EncodedMessage> encoded = encode(turn.threadId, message);
        if (encoded)
            return encoded;
        tooLarge = std::move(encoded.error());
    }
    return fail(std::move(tooLarge));
}

Result<QList<EncodedMessage>> TurnEncoder::turnMessages(const Turn &turn, Stages stages)
{
    if (Result<> ids = checkIds(turn.id, turn.threadId); !ids)
        return fail(std::move(ids.error()));
    std::vector<Message> messages;
    if (stages == Stages::Include) {
        messages.push_back(graphStart(turn));
        for (const StageRecord &stage : turn.stages)
            append(messages, stageMessages(turn, stage));
    }
    append(messages, toolMessages(turn));
    append(messages, llmMessages(turn));
    append(messages, qualityMessages(turn, m_options.tenantId));
    messages.push_back(graphEnd(turn));
    Result<QList<EncodedMessage>> all = encodeAll(turn.threadId, std::move(messages));
    if (!all)
        return all;
    Result<EncodedMessage> trace = encodeTrace(turn);
    if (!trace)
        return fail(std::move(trace.error()));
    all->append(std::move(*trace));
    return all;
}

Result<QList<EncodedMessage>> TurnEncoder::evaluationMessages(const Turn &turn)
{
    if (Result<> ids = checkIds(turn.id, turn.threadId); !ids)
        return fail(std::move(ids.error()));
    std::optional<v1::ExtendedEnvelope> message = evaluationMessage(turn);
    if (!message)
        return QList<EncodedMessage>();
    wire::Header *header = message->mutable_quality_evaluation()->mutable_header();
    header->set_message_id(newMessageId().toStdString());
    header->set_tenant_id(wireText(m_options.tenantId));
    header->set_thread_id(wireText(turn.threadId));
    header->set_schema_version(1);
    Result<QByteArray> frame = m_codec.encode(*message);
    if (!frame)
        return fail(std::move(frame.error()).within(u"stream"));
    return QList{EncodedMessage{.key = QByteArray::fromStdString(wireText(turn.threadId)), .frame = *frame}};
}

Result<QList<EncodedMessage>> TurnEncoder::startMessages(const Turn &turn)
{
    if (Result<> ids = checkIds(turn.id, turn.threadId); !ids)
        return fail(std::move(ids.error()));
    std::vector<Message> messages;
    messages.push_back(graphStart(turn));
    return encodeAll(turn.threadId, std::move(messages));
}

Result<QList<EncodedMessage>> TurnEncoder::eventMessages(const Turn &turn, const StageRecord &stage)
{
    if (Result<> ids = checkIds(turn.id, turn.threadId); !ids)
        return fail(std::move(ids.error()));
    std::vector<Message> messages = stageMessages(turn, stage);
    // The start went out when the stage began.
    if (stage.status != StageStatus::Running && !messages.empty())
        messages.erase(messages.begin());
    return encodeAll(turn.threadId, std::move(messages));
}

Result<EncodedMessage> TurnEncoder::labelMessage(const QString &turnId, const QString &threadId, Label label,
                                                 const QString &note)
{
    if (Result<> ids = checkIds(turnId, threadId); !ids)
        return fail(std::move(ids.error()));
    Message message = labelMetrics(turnId, threadId, label, note, m_options.clock());
    return encode(threadId, message);
}

} // namespace assay
