// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/capture.h"
#include "stream/log_segment.h"

#include <mutex>
#include <optional>
#include <span>
#include <vector>

// The bytes of an `.assaycap` file. Private to core/stream.
//
//   file    = header, block*, [index, trailer]        (no index: the writer never finished)
//   header  = "ASSAYCAP", u32 version, u32 flags (1 = redacted), 16 bytes id, i64 created in µs,
//             u32 bytes of the source, source, u32 CRC-32C of the header so far
//   block   = head, payload
//   head    = u32 magic, u32 head bytes, u32 payload bytes, u32 records, u32 streams, i64 earliest,
//             i64 latest (µs), u32 CRC-32C of the payload, per stream: {u16 topic bytes, topic,
//             i32 partition, i64 lowest and highest offset, i64 earliest, i64 latest, i64 records},
//             u32 CRC-32C of the head so far
//   payload = u32 place of each record in the payload, then per record: u16 stream, i64 offset, i64 time,
//             u32 key bytes, u32 value bytes, u16 headers, per header {u32 name bytes, u32 value bytes,
//             name, value}, key, value. 0xFFFFFFFF bytes = null
//   index   = u32 magic, i64 body bytes, body, u32 CRC-32C of the body
//   body    = u32 streams, each as in a head; u64 blocks, each: i64 place, u32 bytes,
//             u32 records, i64 earliest, i64 latest, u32 streams, each {u32 stream, i64 lowest, i64 highest}
//   trailer = i64 place of the index, u32 CRC-32C of that, "ASCAPEND"
//
// Little-endian. A block is all there or not; its head lets a reader rebuild the index, and find the
// next block behind a damaged one.

namespace assay {

class ByteReader;

constexpr qint64 captureTrailerSize = 20;
constexpr qint64 largestCaptureRecord = 64 << 20;
constexpr qint64 largestCaptureHead = 1 << 20;
constexpr qint64 largestCapturePayload = largestCaptureRecord + (1 << 20);

/// A stream in a block, by its number in CaptureShared::streams.
struct BlockStream
{
    quint32 stream = 0;
    qint64 lowest = 0;
    qint64 highest = 0;
};

struct CaptureBlock
{
    qint64 place = 0;
    qint64 bytes = 0;
    qint64 firstRecord = 0;
    int records = 0;
    qint64 earliest = 0; ///< µs
    qint64 latest = 0;
    std::size_t firstStream = 0; ///< in CaptureShared::blockStreams; ends where the next block's begin
};

/// What a capture holds, known to its writer and its readers at once.
struct CaptureShared
{
    mutable std::mutex mutex{};
    FileHandle file{};
    CaptureInfo info{};
    QString notice{};
    qint64 end = 0; ///< bytes of whole blocks, header included
    qint64 count = 0;
    std::vector<CaptureStream> streams{};
    std::vector<CaptureBlock> blocks{};
    std::vector<BlockStream> blockStreams{};

    /// Number of a stream; added when it is new.
    quint32 numberOf(const QString &topic, int partition);

    /// Streams of the block with this number.
    std::span<const BlockStream> streamsOf(std::size_t block) const;
};

/// What the head of a block says; the streams' figures are of this block.
struct BlockHead
{
    qint64 headBytes = 0;
    qint64 payloadBytes = 0;
    int records = 0;
    qint64 earliest = 0;
    qint64 latest = 0;
    quint32 payloadSum = 0;
    std::vector<CaptureStream> streams{};
};

QByteArray encodeCaptureHeader(const CaptureInfo &info);

/// The header at the start of a file; sets `size` to its bytes.
/// @errors Corrupt (none, damaged, or of a newer version)
Result<CaptureInfo> readCaptureHeader(const FileHandle &file, qint64 &size);

void putStream(QByteArray &out, const CaptureStream &stream);
CaptureStream getStream(ByteReader &in);

QByteArray encodeBlockHead(BlockHead head, QByteArrayView payload);

/// The head at the start of `bytes`; nullopt when it is damaged or not all there.
std::optional<BlockHead> parseBlockHead(QByteArrayView bytes);

/// The head at `place` of a file whose end is `end`; nullopt as above.
std::optional<BlockHead> readBlockHead(const FileHandle &file, qint64 place, qint64 end);

/// First place at or after `from` where a whole head stands; −1 = none.
qint64 findCaptureBlock(const FileHandle &file, qint64 from, qint64 end);

/// Adds a record to a payload. `stream` is its stream's number within the block.
void encodeRecord(QByteArray &payload, const LogRecord &record, quint16 stream);

/// Record at `place` of a payload; nullopt when the lengths do not fit.
std::optional<LogRecord> decodeRecord(QByteArrayView payload, qsizetype place,
                                      const std::vector<CaptureStream> &streams);

/// Enters a block into what is known of the capture. The mutex is the caller's.
void addBlock(CaptureShared &shared, const BlockHead &head, qint64 place);

QByteArray encodeIndex(const CaptureShared &shared);

/// Fills streams, blocks, count and end from the index; false when there is none or it is damaged.
bool readIndex(CaptureShared &shared, qint64 fileSize, qint64 headerSize);

} // namespace assay
