// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/codec.h"

#include <QtCore/QHash>

#include <vector>

namespace assay {

/// A message ready for a log: LogWriter::appendAll takes key and value.
struct EncodedMessage
{
    QByteArray key{}; ///< thread id, UTF-8
    QByteArray frame{};

    bool operator==(const EncodedMessage &) const = default;
};

struct TurnEncoderOptions
{
    CodecOptions codec{};
    QString tenantId = QStringLiteral("default");
    Clock clock = utcNow;
    std::function<QByteArray()> messageId{}; ///< 16 raw bytes each; empty = newMessageId()
};

/// Writes turns as DashStream messages. Secrets are taken out of everything that is sent.
///
/// Sequences are per thread, from 1, and rise for as long as the encoder lives; a thread that is
/// continued after a restart is told where it was by continueThread().
/// Threading: one per thread. @source ARCHITECTURE.md, "What a turn sends"
class TurnEncoder
{
public:
    explicit TurnEncoder(TurnEncoderOptions options = {});
    ~TurnEncoder();
    Q_DISABLE_COPY_MOVE(TurnEncoder)

    /// The next message of `threadId` gets a sequence above `lastSequence`.
    void continueThread(const QString &threadId, quint64 lastSequence);

    enum class Stages : std::uint8_t { Include, SentAlready };

    /// Everything a finished turn sends, in order: graph, stages, tools, model calls, quality, trace.
    /// A turn too large for one message has its longest texts shortened in the trace.
    /// @param stages SentAlready when eventMessages() was used while it ran
    /// @errors InvalidArgument without turn or thread id, or when a message stays too large
    Result<QList<EncodedMessage>> turnMessages(const Turn &turn, Stages stages = Stages::Include);

    /// The deployment guide's quality event of a finished turn, which upstream's strict readers refuse:
    /// for a topic of its own. Empty when nobody judged the answer. Its sequence is 0, unsequenced.
    /// @errors as turnMessages()
    Result<QList<EncodedMessage>> evaluationMessages(const Turn &turn);

    /// GRAPH_START of a turn that begins now, for showing it live.
    Result<QList<EncodedMessage>> startMessages(const Turn &turn);

    /// NODE_START of a running stage, NODE_END or NODE_ERROR of a finished one; none for a skipped one.
    Result<QList<EncodedMessage>> eventMessages(const Turn &turn, const StageRecord &stage);

    /// An operator's label; Label::None takes one back.
    Result<EncodedMessage> labelMessage(const QString &turnId, const QString &threadId, Label label,
                                        const QString &note);

private:
    Result<EncodedMessage> encode(const QString &threadId, dashstream::v1::DashStreamMessage &message);
    Result<QList<EncodedMessage>> encodeAll(const QString &threadId,
                                            std::vector<dashstream::v1::DashStreamMessage> messages);
    Result<EncodedMessage> encodeTrace(const Turn &turn);

    TurnEncoderOptions m_options;
    Codec m_codec;
    QHash<QString, quint64> m_sequences;
};

} // namespace assay
