// SPDX-License-Identifier: Apache-2.0
#include "stream/byte_io.h"
#include "stream/capture_format.h"
#include "stream/crc32c.h"

namespace assay {

namespace {

constexpr quint32 indexMagic = 0x58444943; // "CIDX"
constexpr qint64 indexHeadSize = 12;
constexpr qint64 largestIndex = 1 << 30;
constexpr qint64 leastBlockEntry = 8 + 4 + 4 + 8 + 8 + 4;
constexpr QByteArrayView trailerMagic("ASCAPEND");

/// Place of the index as the trailer tells it; −1 = there is no trailer.
qint64 indexPlace(const FileHandle &file, qint64 fileSize)
{
    const QByteArray bytes = readUpTo(file, fileSize - captureTrailerSize, captureTrailerSize);
    ByteReader in(bytes);
    const auto place = in.get<qint64>();
    const auto sum = in.get<quint32>();
    if (in.take(trailerMagic.size()) != trailerMagic || sum != crc32c(QByteArrayView(bytes).first(8)))
        return -1;
    return place;
}

/// The body of the index, its checksum being right; empty otherwise.
QByteArray indexBody(const FileHandle &file, qint64 place, qint64 fileSize)
{
    const QByteArray head = readUpTo(file, place, indexHeadSize);
    ByteReader in(head);
    if (in.get<quint32>() != indexMagic)
        return {};
    const auto size = in.get<qint64>();
    if (!in.ok() || size < 0 || size > largestIndex ||
        size != fileSize - captureTrailerSize - place - indexHeadSize - 4)
        return {};
    const QByteArray body = readUpTo(file, place + indexHeadSize, size + 4);
    if (body.size() != size + 4)
        return {};
    ByteReader sum(QByteArrayView(body).last(4));
    return sum.get<quint32>() == crc32c(QByteArrayView(body).first(size)) ? body.first(size) : QByteArray();
}

bool readBlocks(ByteReader &in, CaptureShared &found, qint64 headerSize, qint64 end)
{
    const auto blocks = in.get<quint64>();
    if (blocks > static_cast<quint64>(in.left() / leastBlockEntry))
        return false;
    found.blocks.reserve(blocks);
    qint64 expected = headerSize;
    for (quint64 i = 0; i < blocks && in.ok(); ++i) {
        CaptureBlock block;
        block.place = in.get<qint64>();
        block.bytes = in.get<quint32>();
        block.firstRecord = found.count;
        const auto records = in.get<quint32>();
        block.earliest = in.get<qint64>();
        block.latest = in.get<qint64>();
        block.firstStream = found.blockStreams.size();
        // Damage that was jumped over when an unfinished file was read may leave holes, never overlaps.
        if (block.place < expected || block.bytes > end - block.place ||
            block.bytes > largestCaptureHead + largestCapturePayload || records < 1 ||
            records > block.bytes / 4)
            return false;
        block.records = static_cast<int>(records);
        expected = block.place + block.bytes;
        found.count += block.records;
        const auto streams = in.get<quint32>();
        for (quint32 n = 0; n < streams && in.ok(); ++n) {
            BlockStream stream{.stream = in.get<quint32>()};
            stream.lowest = in.get<qint64>();
            stream.highest = in.get<qint64>();
            if (stream.stream >= found.streams.size())
                return false;
            found.blockStreams.push_back(stream);
        }
        found.blocks.push_back(block);
    }
    found.end = expected;
    return in.ok() && in.left() == 0;
}

} // namespace

QByteArray encodeIndex(const CaptureShared &shared)
{
    QByteArray body;
    put(body, static_cast<quint32>(shared.streams.size()));
    for (const CaptureStream &stream : shared.streams)
        putStream(body, stream);
    put(body, static_cast<quint64>(shared.blocks.size()));
    for (std::size_t i = 0; i < shared.blocks.size(); ++i) {
        const CaptureBlock &block = shared.blocks[i];
        put(body, block.place);
        put(body, static_cast<quint32>(block.bytes));
        put(body, static_cast<quint32>(block.records));
        put(body, block.earliest);
        put(body, block.latest);
        const std::span<const BlockStream> streams = shared.streamsOf(i);
        put(body, static_cast<quint32>(streams.size()));
        for (const BlockStream &stream : streams) {
            put(body, stream.stream);
            put(body, stream.lowest);
            put(body, stream.highest);
        }
    }
    QByteArray bytes;
    put(bytes, indexMagic);
    put(bytes, static_cast<qint64>(body.size()));
    bytes += body;
    put(bytes, crc32c(body));
    QByteArray place;
    put(place, shared.end);
    bytes += place;
    put(bytes, crc32c(place));
    return bytes.append(trailerMagic);
}

bool readIndex(CaptureShared &shared, qint64 fileSize, qint64 headerSize)
{
    const qint64 place = indexPlace(shared.file, fileSize);
    if (place < headerSize || place > fileSize - captureTrailerSize)
        return false;
    const QByteArray body = indexBody(shared.file, place, fileSize);
    ByteReader in(body);
    CaptureShared found;
    const auto streams = in.get<quint32>();
    for (quint32 i = 0; i < streams && in.ok(); ++i)
        found.streams.push_back(getStream(in));
    if (!in.ok() || !readBlocks(in, found, headerSize, place))
        return false;
    shared.streams = std::move(found.streams);
    shared.blocks = std::move(found.blocks);
    shared.blockStreams = std::move(found.blockStreams);
    shared.count = found.count;
    shared.end = found.end;
    return true;
}

} // namespace assay
