// SPDX-License-Identifier: Apache-2.0
#include "stream/message_reader.h"

#include "base/json.h"
#include "base/text.h"
#include "base/tr.h"
#include "stream/message_text.h"
#include "stream/metrics_reader.h"
#include "turn/turn_json.h"

#include <assay_extensions.pb.h>
#include <dashstream.pb.h>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

namespace wire = dashstream::v1;

tl::unexpected<DecodeFailure> refuse(DecodeStage stage, DecodeReason reason, QString message,
                                     QList<FieldStep> way = {})
{
    return tl::unexpected(DecodeFailure{.stage = stage,
                                        .reason = reason,
                                        .offset = std::nullopt,
                                        .message = std::move(message),
                                        .way = std::move(way)});
}

/// What was read of a message in a field of another one; its failure then tells the way from there.
Decoded<DecodedMessage> within(FieldStep step, Decoded<DecodedMessage> read)
{
    if (!read)
        read.error().way.prepend(std::move(step));
    return read;
}

QByteArray bytesOf(const std::string &text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

constexpr quint32 headerNumber = 1; // in every message

/// @param header nullptr when the message has none
Decoded<MessageHeader> readHeader(const wire::Header *header, DecodeMode mode)
{
    if (header == nullptr) {
        if (mode == DecodeMode::Strict)
            return refuse(DecodeStage::Header, DecodeReason::NoHeader, Tr::tr("The message has no header."));
        return MessageHeader{};
    }
    const quint32 version = header->schema_version() == 0 ? 1 : header->schema_version();
    if (version != 1)
        return refuse(DecodeStage::Schema, DecodeReason::UnknownSchema,
                      Tr::tr("The message has schema version %1; this Assay reads version 1.").arg(version),
                      {{headerNumber}, {wire::Header::kSchemaVersionFieldNumber}});
    if (header->timestamp_us() < 0)
        return refuse(DecodeStage::Header, DecodeReason::NegativeTime,
                      Tr::tr("The message's time is before 1970."),
                      {{headerNumber}, {wire::Header::kTimestampUsFieldNumber}});
    return MessageHeader{.messageId = QByteArray::fromStdString(header->message_id()),
                         .timestamp = fromMicros(header->timestamp_us()),
                         .tenantId = textOf(header->tenant_id()),
                         .threadId = textOf(header->thread_id()),
                         .sequence = header->sequence(),
                         .parentId = QByteArray::fromStdString(header->parent_id()),
                         .schemaVersion = version};
}

bool isFinite(const wire::AttributeValue &value)
{
    if (value.has_float_value())
        return std::isfinite(value.float_value());
    if (value.has_array_value())
        return std::ranges::all_of(value.array_value().values(),
                                   [](const auto &item) { return isFinite(item); });
    if (value.has_map_value())
        return std::ranges::all_of(value.map_value().values(),
                                   [](const auto &item) { return isFinite(item.second); });
    return true;
}

/// QualityMonitor's alarm: a GRAPH_ERROR that is no failed graph. @source WIRE.md 1.4 B
Decoded<QualityReading> readAlert(const wire::Event &event)
{
    QualityReading reading{.source = QualityReading::Source::Alert, .scope = u"alert"_s};
    const auto score = [&](const char *key, std::optional<float> &out) {
        const auto found = event.attributes().find(key);
        if (found == event.attributes().end())
            return true;
        const wire::AttributeValue &value = found->second;
        const double figure =
            value.has_int_value() ? static_cast<double>(value.int_value()) : value.float_value();
        if (!value.has_int_value() && !value.has_float_value())
            return true;
        out = scoreOf(figure);
        return out.has_value();
    };
    const bool goodScore = score("quality_score", reading.scores.overall);
    if (!goodScore || !score("threshold", reading.threshold))
        return refuse(DecodeStage::Schema, DecodeReason::ScoreOutOfRange,
                      Tr::tr("The low-quality alarm has a score outside 0 to 1."),
                      {{.number = wire::Event::kAttributesFieldNumber,
                        .key = goodScore ? "threshold" : "quality_score"}});
    if (const auto issues = event.attributes().find("issues"); issues != event.attributes().end())
        reading.issues = textOf(issues->second.string_value()).split(u", "_s, Qt::SkipEmptyParts);
    if (reading.scores.overall && reading.threshold)
        reading.passed = *reading.scores.overall >= *reading.threshold;
    reading.scopeId = textOf(event.node_id());
    return reading;
}

Decoded<DecodedMessage> readEvent(const wire::Event &event, DecodeMode mode)
{
    Decoded<MessageHeader> header = readHeader(event.has_header() ? &event.header() : nullptr, mode);
    if (!header)
        return tl::unexpected(std::move(header.error()));
    for (const auto &[key, value] : event.attributes())
        if (!isFinite(value))
            return refuse(DecodeStage::Schema, DecodeReason::NotFinite,
                          Tr::tr("The event's attribute “%1” is not a finite number.").arg(textOf(key)),
                          {{.number = wire::Event::kAttributesFieldNumber, .key = bytesOf(key)}});
    DecodedMessage message{.header = std::move(*header), .kind = MessageKind::Event};
    if (const auto turn = event.attributes().find("turn_id"); turn != event.attributes().end())
        message.turnId = textOf(turn->second.string_value());
    const auto alert = event.attributes().find("alert_type");
    if (alert != event.attributes().end() && alert->second.string_value() == "LOW_QUALITY") {
        Decoded<QualityReading> reading = readAlert(event);
        if (!reading)
            return tl::unexpected(std::move(reading.error()));
        message.quality = std::move(*reading);
    }
    message.event = eventNameOf(event);
    message.node = textOf(event.node_id());
    message.summary = summaryOf(event);
    return message;
}

Decoded<DecodedMessage> readBatch(const wire::EventBatch &batch, DecodeMode mode)
{
    Decoded<MessageHeader> header = readHeader(batch.has_header() ? &batch.header() : nullptr, mode);
    if (!header)
        return tl::unexpected(std::move(header.error()));
    DecodedMessage message{.header = std::move(*header), .kind = MessageKind::EventBatch};
    for (int i = 0; i < batch.events_size(); ++i) {
        Decoded<DecodedMessage> inner = within({.number = wire::EventBatch::kEventsFieldNumber, .index = i},
                                               readEvent(batch.events(i), mode));
        if (!inner)
            return inner;
        message.inner.append(std::move(*inner));
    }
    message.summary = Tr::tr("%1 events").arg(batch.events_size());
    return message;
}

/// The turn in an ExecutionTrace of ours; nullopt for anybody else's.
Decoded<std::optional<Turn>> readTurn(const wire::ExecutionTrace &trace)
{
    if (!trace.metadata().contains("assay_turn"))
        return std::optional<Turn>{};
    const QByteArray json(trace.final_state().data(), static_cast<qsizetype>(trace.final_state().size()));
    Result<Turn> turn = parseJsonObject(json).then([](QJsonObject &&object) { return turnFromJson(object); });
    if (!turn)
        return refuse(DecodeStage::Schema, DecodeReason::BadTurn,
                      Tr::tr("The trace's final state is no turn: %1").arg(turn.error().message),
                      {{wire::ExecutionTrace::kFinalStateFieldNumber}});
    if (turn->id.isEmpty() || turn->id != textOf(trace.execution_id()) ||
        turn->threadId != textOf(trace.thread_id()))
        return refuse(DecodeStage::Schema, DecodeReason::BadTurn,
                      Tr::tr("The trace's final state is a turn with other ids than the trace."),
                      {{wire::ExecutionTrace::kFinalStateFieldNumber}});
    return std::optional<Turn>(std::move(*turn));
}

QString turnIdOf(const wire::ToolExecution &tool)
{
    const QByteArray json(tool.arguments().data(), static_cast<qsizetype>(tool.arguments().size()));
    if (!json.startsWith('{') || json.size() > (64 << 10))
        return {};
    const Result<QJsonObject> object = parseJsonObject(json);
    return object ? object->value("turn_id"_L1).toString() : QString();
}

/// Header, kind and summary of the messages that need nothing else.
template<typename M>
Decoded<DecodedMessage> readPlain(const M &message, MessageKind kind, DecodeMode mode)
{
    Decoded<MessageHeader> header = readHeader(message.has_header() ? &message.header() : nullptr, mode);
    if (!header)
        return tl::unexpected(std::move(header.error()));
    return DecodedMessage{.header = std::move(*header), .kind = kind, .summary = summaryOf(message)};
}

Decoded<DecodedMessage> readTrace(const wire::ExecutionTrace &trace, DecodeMode mode)
{
    Decoded<DecodedMessage> message = readPlain(trace, MessageKind::ExecutionTrace, mode);
    if (!message)
        return message;
    Decoded<std::optional<Turn>> turn = readTurn(trace);
    if (!turn)
        return tl::unexpected(std::move(turn.error()));
    message->turn = std::move(*turn);
    message->turnId = textOf(trace.execution_id());
    if (message->header.threadId.isEmpty())
        message->header.threadId = textOf(trace.thread_id());
    return message;
}

Decoded<DecodedMessage> readMetricsMessage(const wire::Metrics &metrics, DecodeMode mode)
{
    Decoded<DecodedMessage> message = readPlain(metrics, MessageKind::Metrics, mode);
    if (!message)
        return message;
    if (std::optional<DecodeFailure> failure = readMetrics(metrics, *message))
        return tl::unexpected(std::move(*failure));
    message->scope = textOf(metrics.scope());
    return message;
}

Decoded<DecodedMessage> readMember(const wire::DashStreamMessage &message, DecodeMode mode)
{
    switch (message.message_case()) {
    case wire::DashStreamMessage::kEvent: return readEvent(message.event(), mode);
    case wire::DashStreamMessage::kStateDiff:
        return readPlain(message.state_diff(), MessageKind::StateDiff, mode);
    case wire::DashStreamMessage::kTokenChunk:
        return readPlain(message.token_chunk(), MessageKind::TokenChunk, mode);
    case wire::DashStreamMessage::kToolExecution: {
        Decoded<DecodedMessage> read = readPlain(message.tool_execution(), MessageKind::ToolExecution, mode);
        if (read) {
            read->turnId = turnIdOf(message.tool_execution());
            read->tool = textOf(message.tool_execution().tool_name());
        }
        return read;
    }
    case wire::DashStreamMessage::kCheckpoint:
        return readPlain(message.checkpoint(), MessageKind::Checkpoint, mode);
    case wire::DashStreamMessage::kMetrics: return readMetricsMessage(message.metrics(), mode);
    case wire::DashStreamMessage::kError: return readPlain(message.error(), MessageKind::Error, mode);
    case wire::DashStreamMessage::kEventBatch: return readBatch(message.event_batch(), mode);
    case wire::DashStreamMessage::kExecutionTrace: return readTrace(message.execution_trace(), mode);
    case wire::DashStreamMessage::MESSAGE_NOT_SET:
        return refuse(DecodeStage::Schema, DecodeReason::NoPayload,
                      Tr::tr("The message holds none of the payloads that DashStream version 1 knows."));
    }
    Q_UNREACHABLE();
}

} // namespace

Decoded<DecodedMessage> readMessage(const wire::DashStreamMessage &message, DecodeMode mode)
{
    // The members of the oneof are numbered as their cases are.
    return within({static_cast<quint32>(message.message_case())}, readMember(message, mode));
}

Decoded<DecodedMessage> readEvaluation(const v1::QualityEvaluation &message, DecodeMode mode)
{
    Decoded<MessageHeader> header = readHeader(message.has_header() ? &message.header() : nullptr, mode);
    if (!header)
        return tl::unexpected(std::move(header.error()));
    QualityReading reading{.source = QualityReading::Source::Evaluation, .scope = u"quality"_s};
    reading.scopeId = textOf(message.response_id());
    reading.reasoning = textOf(message.reasoning());
    for (const std::string &issue : message.issues())
        reading.issues.append(textOf(issue));
    using Evaluation = v1::QualityEvaluation;
    quint32 bad = 0;
    const auto take = [&bad](bool present, float value, quint32 number, std::optional<float> &out) {
        if (present)
            out = scoreOf(static_cast<double>(value));
        if (present && !out && bad == 0)
            bad = number;
    };
    Scores &scores = reading.scores;
    take(message.has_accuracy(), message.accuracy(), Evaluation::kAccuracyFieldNumber, scores.accuracy);
    take(message.has_relevance(), message.relevance(), Evaluation::kRelevanceFieldNumber, scores.relevance);
    take(message.has_completeness(), message.completeness(), Evaluation::kCompletenessFieldNumber,
         scores.completeness);
    take(message.has_overall_score(), message.overall_score(), Evaluation::kOverallScoreFieldNumber,
         scores.overall);
    if (bad != 0)
        return refuse(DecodeStage::Schema, DecodeReason::ScoreOutOfRange,
                      Tr::tr("The quality event has a score outside 0 to 1."), {{bad}});
    DecodedMessage decoded{.header = std::move(*header), .kind = MessageKind::QualityEvaluation};
    decoded.summary = summaryOf(reading);
    decoded.quality = std::move(reading);
    return decoded;
}

} // namespace assay
