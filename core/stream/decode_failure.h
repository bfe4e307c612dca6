// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "turn/enums.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>

namespace assay {

/// Where decoding stopped, in the order the stages run.
enum class DecodeStage : std::uint8_t { Frame, Zstd, Protobuf, Schema, Header };

/// Why decoding stopped. Counted and stored by token, so values are only ever added.
enum class DecodeReason : std::uint8_t {
    EmptyFrame,
    UnknownFrameByte,
    TooLarge, ///< more bytes than the limit, framed or unpacked
    BadZstd,
    TruncatedZstd,
    TrailingJunk, ///< bytes behind the last zstd frame that begin no other
    WindowTooLarge,
    Bomb, ///< unpacks to more than 1 MiB and more than 100 times its size
    Truncated,
    BadProtobuf,
    InvalidUtf8,
    TooDeep,
    TooManyParts,
    NoPayload, ///< no member of the oneof that we know
    UnknownSchema,
    NotFinite, ///< NaN or an infinity where a figure belongs
    ScoreOutOfRange,
    BadTurn, ///< an ExecutionTrace of ours whose final_state is no turn
    BadLabel,
    NoHeader,
    NegativeTime,
    NullValue, ///< the record has no value at all: a tombstone
};

template<>
std::span<const EnumToken<DecodeStage>> enumTokens<DecodeStage>();
template<>
std::span<const EnumToken<DecodeReason>> enumTokens<DecodeReason>();

/// One step from a message to a field in it.
struct FieldStep
{
    quint32 number = 0;
    int index = -1;   ///< of a repeated field; −1 = the last, which is the one that counts
    QByteArray key{}; ///< of a map's entry; null = the field is no map

    bool operator==(const FieldStep &) const = default;
};

/// A frame that could not be decoded: enough to count it, to show it and to find the byte.
struct DecodeFailure
{
    DecodeStage stage = DecodeStage::Frame;
    DecodeReason reason = DecodeReason::EmptyFrame;
    std::optional<qint64>
        offset{};           ///< byte within the frame (frame, zstd) or the unpacked message (protobuf)
    QString message{};      ///< one sentence for the operator
    QList<FieldStep> way{}; ///< to the field at fault, until offset is known from it

    bool operator==(const DecodeFailure &) const = default;
};

/// The failure as the error everybody else knows: Corrupt, where = "codec.<stage>".
Error toError(const DecodeFailure &failure);

template<typename T>
using Decoded = tl::expected<T, DecodeFailure>;

} // namespace assay
