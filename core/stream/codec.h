// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/decode_failure.h"
#include "stream/frame.h"
#include "stream/message.h"

namespace dashstream::v1 {
class DashStreamMessage;
}

namespace assay::v1 {
class ExtendedEnvelope;
}

namespace assay {

struct CodecOptions
{
    qsizetype maxMessageBytes = 10 << 20; ///< unpacked; upstream's producers and consumers stop at 1 MiB
    qsizetype compressAbove = 512;        ///< bytes; strictly more are compressed
    bool compress = true;
};

/// How much of a message to read.
enum class Detail : std::uint8_t {
    Extracts, ///< what the store keeps
    Content   ///< also DecodedMessage::content
};

/// Turns frames into values and messages into frames. Keeps its buffers, contexts and arena from
/// call to call. Threading: one per thread.
/// @source WIRE.md 2.1
class Codec
{
public:
    explicit Codec(CodecOptions options = {});
    ~Codec();
    Q_DISABLE_COPY_MOVE(Codec)

    /// The message in `frame`, or where and why it is none.
    Decoded<DecodedMessage> decode(QByteArrayView frame, DecodeMode mode = DecodeMode::Strict,
                                   Detail detail = Detail::Extracts);

    /// The frame of `message`; sets header.compression to what the frame has.
    /// @errors InvalidArgument when the message has more than maxMessageBytes
    Result<QByteArray> encode(dashstream::v1::DashStreamMessage &message);

    /// The same for a message that upstream does not have; only for a topic of its own.
    Result<QByteArray> encode(v1::ExtendedEnvelope &message);

private:
    struct State;

    template<typename M>
    Result<QByteArray> pack(M &message);

    CodecOptions m_options;
    Framer m_framer;
    std::unique_ptr<State> m_state;
};

} // namespace assay
