// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/decode_failure.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <memory>

namespace assay {

/// 8 MiB: what level 3 needs at most, a sixteenth of zstd's default. Nothing that asks for more is unpacked.
constexpr int zstdWindowLogMax = 23;

/// How forgiving reading is.
enum class DecodeMode : std::uint8_t {
    Strict,  ///< frame byte 0x00 or 0x01, and a header in every message
    Tolerant ///< also unframed protobuf, unframed zstd, and messages without a header
};

/// The outer layer of the wire: one byte that tells the compression, then the bytes.
///
/// Owns its zstd contexts and buffers and uses them again. Threading: one per thread.
/// @source WIRE.md 2.1; RELIABILITY.md F8, R-08
class Framer
{
public:
    Framer();
    ~Framer();
    Q_DISABLE_COPY_MOVE(Framer)

    /// The message inside a frame. @param limit most bytes it may unpack to; what the frame itself
    /// declares is not believed. @return a view that lives until the next call or as long as `frame`.
    Decoded<QByteArrayView> unpack(QByteArrayView frame, DecodeMode mode, qsizetype limit);

    /// What the last unpack() of a compressed frame had unpacked when it ended or failed.
    QByteArrayView unpacked() const { return QByteArrayView(m_output.constData(), m_produced); }

    /// One zstd frame of `plain` at level 3; empty when zstd fails.
    QByteArray compress(QByteArrayView plain);

    /// Would a reader of ours take `plain`, packed to `packedSize` bytes, for a bomb?
    static bool looksLikeBomb(qsizetype plainSize, qsizetype packedSize) noexcept;

private:
    struct State;
    Decoded<QByteArrayView> inflate(QByteArrayView packed, qsizetype at, qsizetype limit);

    std::unique_ptr<State> m_state;
    QByteArray m_output;
    qsizetype m_produced = 0;
};

} // namespace assay
