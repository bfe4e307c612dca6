// SPDX-License-Identifier: Apache-2.0
#include "stream/codec.h"

#include "base/tr.h"
#include "stream/message_reader.h"
#include "stream/wire_check.h"
#include "stream/wire_locate.h"

#include <QtCore/QJsonDocument>

#include <assay_extensions.pb.h>
#include <dashstream.pb.h>
#include <google/protobuf/arena.h>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/unknown_field_set.h>
#include <google/protobuf/util/json_util.h>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

namespace pb = google::protobuf;
using Message = dashstream::v1::DashStreamMessage;

constexpr quint32 evaluationField = 10;

tl::unexpected<DecodeFailure> refuse(DecodeStage stage, DecodeReason reason, QString message)
{
    return tl::unexpected(DecodeFailure{
        .stage = stage, .reason = reason, .offset = std::nullopt, .message = std::move(message)});
}

bool parse(pb::MessageLite &message, QByteArrayView bytes)
{
    pb::io::CodedInputStream input(reinterpret_cast<const uint8_t *>(bytes.data()),
                                   static_cast<int>(bytes.size()));
    input.SetRecursionLimit(100);
    return message.ParseFromCodedStream(&input) && input.ConsumedEntireMessage();
}

/// The last occurrence of the guide's quality event among the fields upstream does not know.
const std::string *evaluationBytes(const Message &message)
{
    const pb::UnknownFieldSet &unknown = message.GetReflection()->GetUnknownFields(message);
    for (int i = unknown.field_count() - 1; i >= 0; --i) {
        const pb::UnknownField &field = unknown.field(i);
        if (static_cast<quint32>(field.number()) == evaluationField &&
            field.type() == pb::UnknownField::TYPE_LENGTH_DELIMITED)
            return &field.length_delimited();
    }
    return nullptr;
}

QJsonObject jsonForm(const pb::Message &message)
{
    pb::util::JsonPrintOptions options;
    options.preserve_proto_field_names = true;
    std::string text;
    if (!pb::util::MessageToJsonString(message, &text, options).ok())
        return {};
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

dashstream::v1::Header *mutableHeader(Message &message)
{
    switch (message.message_case()) {
    case Message::kEvent: return message.mutable_event()->mutable_header();
    case Message::kStateDiff: return message.mutable_state_diff()->mutable_header();
    case Message::kTokenChunk: return message.mutable_token_chunk()->mutable_header();
    case Message::kToolExecution: return message.mutable_tool_execution()->mutable_header();
    case Message::kCheckpoint: return message.mutable_checkpoint()->mutable_header();
    case Message::kMetrics: return message.mutable_metrics()->mutable_header();
    case Message::kError: return message.mutable_error()->mutable_header();
    case Message::kEventBatch: return message.mutable_event_batch()->mutable_header();
    case Message::kExecutionTrace: return message.mutable_execution_trace()->mutable_header();
    case Message::MESSAGE_NOT_SET: return nullptr;
    }
    Q_UNREACHABLE();
}

void setCompression(Message &message, dashstream::v1::CompressionType type)
{
    if (dashstream::v1::Header *header = mutableHeader(message))
        header->set_compression(type);
    if (message.has_event_batch())
        for (dashstream::v1::Event &event : *message.mutable_event_batch()->mutable_events())
            event.mutable_header()->set_compression(type);
}

void setCompression(v1::ExtendedEnvelope &message, dashstream::v1::CompressionType type)
{
    if (message.has_quality_evaluation())
        message.mutable_quality_evaluation()->mutable_header()->set_compression(type);
}

QByteArray serialise(const pb::MessageLite &message)
{
    QByteArray bytes(static_cast<qsizetype>(message.ByteSizeLong()), Qt::Uninitialized);
    message.SerializeWithCachedSizesToArray(reinterpret_cast<uint8_t *>(bytes.data()));
    return bytes;
}

} // namespace

// Most messages fit the first block, so decoding them asks the heap for nothing.
struct Codec::State
{
    std::array<char, 64 << 10> block{};
    pb::Arena arena{block.data(), block.size()};
};

Codec::Codec(CodecOptions options) : m_options(options), m_state(std::make_unique<State>()) {}

Codec::~Codec() = default;

Decoded<DecodedMessage> Codec::decode(QByteArrayView frame, DecodeMode mode, Detail detail)
{
    const Decoded<QByteArrayView> plain = m_framer.unpack(frame, mode, m_options.maxMessageBytes);
    if (!plain)
        return tl::unexpected(plain.error());
    if (std::optional<DecodeFailure> failure = checkWire(*plain, *Message::descriptor()))
        return tl::unexpected(std::move(*failure));

    m_state->arena.Reset();
    auto *message = pb::Arena::CreateMessage<Message>(&m_state->arena);
    if (!parse(*message, *plain))
        return refuse(DecodeStage::Protobuf, DecodeReason::BadProtobuf,
                      Tr::tr("The message is no DashStream protobuf."));

    const pb::Message *source = message;
    const std::string *evaluation =
        message->message_case() == Message::MESSAGE_NOT_SET ? evaluationBytes(*message) : nullptr;
    Decoded<DecodedMessage> decoded;
    if (evaluation != nullptr) {
        const QByteArrayView bytes(evaluation->data(), static_cast<qsizetype>(evaluation->size()));
        if (std::optional<DecodeFailure> failure = checkWire(bytes, *v1::QualityEvaluation::descriptor()))
            return tl::unexpected(std::move(*failure));
        auto *quality = pb::Arena::CreateMessage<v1::QualityEvaluation>(&m_state->arena);
        if (!parse(*quality, bytes))
            return refuse(DecodeStage::Protobuf, DecodeReason::BadProtobuf,
                          Tr::tr("The quality event is no protobuf message."));
        decoded = readEvaluation(*quality, mode);
        source = quality;
    } else {
        decoded = readMessage(*message, mode);
    }
    if (!decoded) {
        DecodeFailure &failure = decoded.error();
        if (evaluation != nullptr)
            failure.way.prepend({evaluationField});
        failure.offset = locateField(*plain, std::exchange(failure.way, {}));
        return decoded;
    }
    decoded->size = plain->size();
    decoded->compressed = plain->data() != frame.data() && plain->data() != frame.data() + 1;
    if (detail == Detail::Content)
        decoded->content = evaluation != nullptr ? QJsonObject{{u"quality_evaluation"_s, jsonForm(*source)}}
                                                 : jsonForm(*source);
    return decoded;
}

template<typename M>
Result<QByteArray> Codec::pack(M &message)
{
    setCompression(message, dashstream::v1::COMPRESSION_NONE);
    const QByteArray plain = serialise(message);
    if (plain.size() > m_options.maxMessageBytes)
        return fail(Errc::InvalidArgument,
                    Tr::tr("A message of %1 bytes was not sent; at most %2 are allowed.")
                        .arg(plain.size())
                        .arg(m_options.maxMessageBytes));
    if (m_options.compress && plain.size() > m_options.compressAbove) {
        const QByteArray trial = m_framer.compress(plain);
        // What our own readers would refuse as a bomb goes out as it is.
        if (!trial.isEmpty() && trial.size() < plain.size() &&
            !Framer::looksLikeBomb(plain.size(), trial.size())) {
            setCompression(message, dashstream::v1::COMPRESSION_ZSTD);
            const QByteArray marked = serialise(message);
            const QByteArray packed = m_framer.compress(marked);
            if (!packed.isEmpty() && packed.size() < marked.size() &&
                marked.size() <= m_options.maxMessageBytes &&
                !Framer::looksLikeBomb(marked.size(), packed.size()))
                return '\x01' + packed;
            setCompression(message, dashstream::v1::COMPRESSION_NONE);
        }
    }
    return '\0' + plain;
}

Result<QByteArray> Codec::encode(Message &message)
{
    return pack(message);
}

Result<QByteArray> Codec::encode(v1::ExtendedEnvelope &message)
{
    return pack(message);
}

} // namespace assay
