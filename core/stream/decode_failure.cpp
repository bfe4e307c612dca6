// SPDX-License-Identifier: Apache-2.0
#include "stream/decode_failure.h"

#include <array>

namespace assay {

using namespace Qt::StringLiterals;

template<>
std::span<const EnumToken<DecodeStage>> enumTokens<DecodeStage>()
{
    static constexpr std::array all{
        EnumToken{DecodeStage::Frame, "frame"},       EnumToken{DecodeStage::Zstd, "zstd"},
        EnumToken{DecodeStage::Protobuf, "protobuf"}, EnumToken{DecodeStage::Schema, "schema"},
        EnumToken{DecodeStage::Header, "header"},
    };
    return all;
}

template<>
std::span<const EnumToken<DecodeReason>> enumTokens<DecodeReason>()
{
    static constexpr std::array all{
        EnumToken{DecodeReason::EmptyFrame, "empty_frame"},
        EnumToken{DecodeReason::UnknownFrameByte, "unknown_frame_byte"},
        EnumToken{DecodeReason::TooLarge, "too_large"},
        EnumToken{DecodeReason::BadZstd, "bad_zstd"},
        EnumToken{DecodeReason::TruncatedZstd, "truncated_zstd"},
        EnumToken{DecodeReason::TrailingJunk, "trailing_junk"},
        EnumToken{DecodeReason::WindowTooLarge, "window_too_large"},
        EnumToken{DecodeReason::Bomb, "bomb"},
        EnumToken{DecodeReason::Truncated, "truncated"},
        EnumToken{DecodeReason::BadProtobuf, "bad_protobuf"},
        EnumToken{DecodeReason::InvalidUtf8, "invalid_utf8"},
        EnumToken{DecodeReason::TooDeep, "too_deep"},
        EnumToken{DecodeReason::TooManyParts, "too_many_parts"},
        EnumToken{DecodeReason::NoPayload, "no_payload"},
        EnumToken{DecodeReason::UnknownSchema, "unknown_schema"},
        EnumToken{DecodeReason::NotFinite, "not_finite"},
        EnumToken{DecodeReason::ScoreOutOfRange, "score_out_of_range"},
        EnumToken{DecodeReason::BadTurn, "bad_turn"},
        EnumToken{DecodeReason::BadLabel, "bad_label"},
        EnumToken{DecodeReason::NoHeader, "no_header"},
        EnumToken{DecodeReason::NegativeTime, "negative_time"},
        EnumToken{DecodeReason::NullValue, "null_value"},
    };
    return all;
}

Error toError(const DecodeFailure &failure)
{
    return Error{.code = Errc::Corrupt,
                 .message = failure.message,
                 .where = u"codec."_s + tokenOf(failure.stage),
                 .retryAfter = std::chrono::milliseconds(0)};
}

} // namespace assay
