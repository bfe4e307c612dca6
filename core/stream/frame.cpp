// SPDX-License-Identifier: Apache-2.0
#include "stream/frame.h"

#include "base/tr.h"

#include <zstd.h>
#include <zstd_errors.h>

namespace assay {

namespace {

constexpr int compressionLevel = 3;
constexpr qsizetype bombFloor = 1 << 20;
constexpr qsizetype bombRatio = 100;
constexpr int mostFrames = 1000; // nobody needs more than one; each costs time and gives nothing
constexpr qsizetype firstBuffer = 64 << 10;

tl::unexpected<DecodeFailure> refuse(DecodeStage stage, DecodeReason reason, qsizetype offset,
                                     QString message)
{
    return tl::unexpected(
        DecodeFailure{.stage = stage, .reason = reason, .offset = offset, .message = std::move(message)});
}

bool startsLikeZstd(QByteArrayView bytes)
{
    return bytes.startsWith(QByteArrayView("\x28\xB5\x2F\xFD", 4));
}

struct FreeCompressor
{
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
};

struct FreeDecompressor
{
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
};

tl::unexpected<DecodeFailure> zstdFailure(std::size_t code, bool afterFrame, qsizetype at)
{
    const ZSTD_ErrorCode error = ZSTD_getErrorCode(code);
    if (error == ZSTD_error_prefix_unknown && afterFrame)
        return refuse(
            DecodeStage::Zstd, DecodeReason::TrailingJunk, at,
            Tr::tr("Bytes that are no zstd frame follow the compressed message at byte %1.").arg(at));
    if (error == ZSTD_error_frameParameter_windowTooLarge)
        return refuse(DecodeStage::Zstd, DecodeReason::WindowTooLarge, at,
                      Tr::tr("The compressed message asks for a window over 8 MiB; it was not unpacked."));
    return refuse(DecodeStage::Zstd, DecodeReason::BadZstd, at,
                  Tr::tr("The compressed message is damaged near byte %1: %2.")
                      .arg(at)
                      .arg(QLatin1StringView(ZSTD_getErrorName(code))));
}

} // namespace

struct Framer::State
{
    std::unique_ptr<ZSTD_CCtx, FreeCompressor> compressor{ZSTD_createCCtx()};
    std::unique_ptr<ZSTD_DCtx, FreeDecompressor> decompressor{ZSTD_createDCtx()};
};

Framer::Framer() : m_state(std::make_unique<State>())
{
    ZSTD_CCtx_setParameter(m_state->compressor.get(), ZSTD_c_compressionLevel, compressionLevel);
    ZSTD_DCtx_setParameter(m_state->decompressor.get(), ZSTD_d_windowLogMax, zstdWindowLogMax);
}

Framer::~Framer() = default;

bool Framer::looksLikeBomb(qsizetype plainSize, qsizetype packedSize) noexcept
{
    return plainSize > bombFloor && plainSize / bombRatio > packedSize;
}

Decoded<QByteArrayView> Framer::unpack(QByteArrayView frame, DecodeMode mode, qsizetype limit)
{
    if (frame.isNull())
        return refuse(DecodeStage::Frame, DecodeReason::NullValue, 0,
                      Tr::tr("The record has no value: it says that its key was deleted."));
    if (frame.isEmpty())
        return refuse(DecodeStage::Frame, DecodeReason::EmptyFrame, 0, Tr::tr("The record is empty."));
    if (frame.front() == '\x01')
        return inflate(frame.sliced(1), 1, limit);
    QByteArrayView plain = frame;
    if (frame.front() == '\0')
        plain = frame.sliced(1);
    else if (mode == DecodeMode::Strict)
        return refuse(DecodeStage::Frame, DecodeReason::UnknownFrameByte, 0,
                      Tr::tr("The first byte is 0x%1; a DashStream record starts with 0x00 or 0x01.")
                          .arg(static_cast<uchar>(frame.front()), 2, 16, QLatin1Char('0')));
    else if (startsLikeZstd(frame))
        return inflate(frame, 0, limit);
    if (plain.size() > limit)
        return refuse(DecodeStage::Frame, DecodeReason::TooLarge, limit,
                      Tr::tr("The message has %1 bytes; at most %2 are read.").arg(plain.size()).arg(limit));
    return plain;
}

Decoded<QByteArrayView> Framer::inflate(QByteArrayView packed, qsizetype at, qsizetype limit)
{
    ZSTD_DCtx *context = m_state->decompressor.get();
    ZSTD_DCtx_reset(context, ZSTD_reset_session_only);
    if (m_output.isEmpty())
        m_output.resize(std::min(firstBuffer, limit + 1));
    m_produced = 0;

    ZSTD_inBuffer input{packed.data(), static_cast<std::size_t>(packed.size()), 0};
    std::size_t produced = 0;
    std::size_t state = 1; // what the last call still wanted; 0 = at the end of a zstd frame
    bool anyFrame = false;
    int frames = 0;
    bool full = false;
    while (input.pos < input.size || full) {
        // Grown by what really comes out, one byte past the limit at most: that byte is the proof.
        if (produced == static_cast<std::size_t>(m_output.size()))
            m_output.resize(std::min(m_output.size() * 2, limit + 1));
        ZSTD_outBuffer output{m_output.data(), static_cast<std::size_t>(m_output.size()), produced};
        const std::size_t consumedBefore = input.pos;
        state = ZSTD_decompressStream(context, &output, &input);
        const qsizetype position = at + static_cast<qsizetype>(input.pos);
        if (ZSTD_isError(state) != 0)
            return zstdFailure(state, anyFrame, position);
        const bool stuck = output.pos == produced && input.pos == consumedBefore;
        produced = output.pos;
        m_produced = static_cast<qsizetype>(produced);
        if (static_cast<qsizetype>(produced) > limit)
            return refuse(DecodeStage::Zstd, DecodeReason::TooLarge, position,
                          Tr::tr("The message unpacks to more than %1 bytes.").arg(limit));
        if (looksLikeBomb(static_cast<qsizetype>(produced), packed.size()))
            return refuse(DecodeStage::Zstd, DecodeReason::Bomb, position,
                          Tr::tr("%1 bytes unpack to more than %2: refused as a decompression bomb.")
                              .arg(packed.size())
                              .arg(produced));
        anyFrame = anyFrame || state == 0;
        if (state == 0 && ++frames > mostFrames)
            return refuse(DecodeStage::Zstd, DecodeReason::TooManyParts, position,
                          Tr::tr("The message is made of more than %1 compressed parts; it was not unpacked.")
                              .arg(mostFrames));
        full = state != 0 && produced == output.size;
        if (stuck && !full)
            break;
    }
    if (state != 0)
        return refuse(DecodeStage::Zstd, DecodeReason::TruncatedZstd, at + packed.size(),
                      Tr::tr("The compressed message ends too early, at byte %1.").arg(at + packed.size()));
    return QByteArrayView(m_output.constData(), static_cast<qsizetype>(produced));
}

QByteArray Framer::compress(QByteArrayView plain)
{
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(plain.size()))),
                      Qt::Uninitialized);
    const std::size_t size =
        ZSTD_compress2(m_state->compressor.get(), packed.data(), static_cast<std::size_t>(packed.size()),
                       plain.data(), static_cast<std::size_t>(plain.size()));
    if (ZSTD_isError(size) != 0)
        return {};
    packed.truncate(static_cast<qsizetype>(size));
    return packed;
}

} // namespace assay
