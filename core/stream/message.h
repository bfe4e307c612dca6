// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/turn.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QList>

namespace assay {

/// Which member of the envelope a message is; the oneof decides, not header.type.
enum class MessageKind : std::uint8_t {
    Event,
    StateDiff,
    TokenChunk,
    ToolExecution,
    Checkpoint,
    Metrics,
    Error,
    EventBatch,
    ExecutionTrace,
    QualityEvaluation, ///< the deployment guide's; not upstream's
};

template<>
std::span<const EnumToken<MessageKind>> enumTokens<MessageKind>();

/// Header of a message, as sent. Nothing here is unique or ordered but messageId.
struct MessageHeader
{
    QByteArray messageId{}; ///< 16 raw bytes; empty = the sender gave none
    UtcTime timestamp{};    ///< the sender's clock; the epoch is a time, not "missing"
    QString tenantId{};
    QString threadId{};
    quint64 sequence = 0; ///< 0 = unsequenced; a hint, repeated and reordered in real traffic
    QByteArray parentId{};
    quint32 schemaVersion = 1;

    bool operator==(const MessageHeader &) const = default;
};

/// What a message says about the quality of an answer, whichever vocabulary it uses.
/// @source WIRE.md 1.4
struct QualityReading
{
    enum class Source : std::uint8_t {
        Callback,   ///< vocabulary A: accuracy, …, quality_score; ours too
        Monitor,    ///< vocabulary B: quality_accuracy, …, quality_average
        Alert,      ///< LOW_QUALITY event
        Evaluation, ///< the deployment guide's QualityEvaluation
    };
    Source source = Source::Callback;
    QString scope{}; ///< "quality", or "quality_attempt" for an attempt that is not the answer
    Scores scores{};
    std::optional<bool> passed{};
    std::optional<float> threshold{};
    QStringList issues{};
    std::optional<qint64> issueCount{};
    std::optional<qint64> latencyMs{}; ///< as sent: negative means that clocks disagree
    std::optional<qint64> retryCount{};
    std::optional<qint64> turnNumber{};
    std::optional<qint64> attempt{};
    QString scopeId{};
    QString queryId{};
    QString model{};
    QString category{};
    QString application{};
    QString reasoning{};

    bool operator==(const QualityReading &) const = default;
};

template<>
std::span<const EnumToken<QualityReading::Source>> enumTokens<QualityReading::Source>();

/// One model call.
struct LlmReading
{
    QString model{};
    QString purpose{}; ///< "draft", "judge" or a stage's token
    std::optional<qint64> promptTokens{};
    std::optional<qint64> completionTokens{};
    std::optional<Micros> cost{};
    bool estimated = false;
    std::optional<std::chrono::microseconds> duration{};

    bool operator==(const LlmReading &) const = default;
};

/// An operator's opinion of a turn.
struct LabelReading
{
    Label label = Label::None;
    QString note{};

    bool operator==(const LabelReading &) const = default;
};

/// A message without protobuf.
struct DecodedMessage
{
    MessageHeader header{};
    MessageKind kind = MessageKind::Event;
    QString turnId{};  ///< empty when the sender names none
    QString event{};   ///< "NODE_END" of an Event; the number of a type we do not know
    QString node{};    ///< of an Event
    QString tool{};    ///< of a ToolExecution
    QString scope{};   ///< of Metrics
    QString summary{}; ///< one line of at most 200 characters, plain text
    bool compressed = false;
    qint64 size = 0;       ///< bytes of the message, unpacked
    QJsonObject content{}; ///< protobuf's JSON form with the field names of the .proto; only when asked for

    std::optional<QualityReading> quality{};
    std::optional<LlmReading> llm{};
    std::optional<LabelReading> label{};
    std::optional<Turn> turn{};
    QList<DecodedMessage> inner{}; ///< events of a batch, each with its own header

    bool operator==(const DecodedMessage &) const = default;
};

} // namespace assay
