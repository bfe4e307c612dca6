// SPDX-License-Identifier: Apache-2.0
#include "stream/capture_format.h"

#include "base/tr.h"
#include "stream/byte_io.h"
#include "stream/crc32c.h"

namespace assay {

namespace {

constexpr QByteArrayView fileMagic("ASSAYCAP");
constexpr quint32 formatVersion = 1;
constexpr quint32 flagRedacted = 1;
constexpr quint32 longestSource = 4096;
constexpr qint64 headerFixedSize = 8 + 4 + 4 + 16 + 8 + 4;
constexpr quint32 blockMagic = 0x314B4243; // "CBK1"
constexpr qint64 headFixedSize = 5 * 4 + 2 * 8 + 4;
constexpr int mostCandidates = 10'000;
constexpr quint32 null32 = 0xFFFFFFFF;

tl::unexpected<Error> noCapture()
{
    return fail(Errc::Corrupt, Tr::tr("The file is no Assay capture, or its first bytes are damaged."));
}

void putText(QByteArray &out, const QByteArray &text)
{
    put(out, text.isNull() ? null32 : static_cast<quint32>(text.size()));
}

void widen(CaptureStream &all, const CaptureStream &more)
{
    if (all.records == 0) {
        all = more;
        return;
    }
    all.lowestOffset = std::min(all.lowestOffset, more.lowestOffset);
    all.highestOffset = std::max(all.highestOffset, more.highestOffset);
    all.earliest = std::min(all.earliest, more.earliest);
    all.latest = std::max(all.latest, more.latest);
    all.records += more.records;
}

} // namespace

void putStream(QByteArray &out, const CaptureStream &stream)
{
    const QByteArray topic = stream.topic.toUtf8();
    put(out, static_cast<quint16>(topic.size()));
    out += topic;
    put(out, static_cast<qint32>(stream.partition));
    put(out, stream.lowestOffset);
    put(out, stream.highestOffset);
    put(out, toMicros(stream.earliest));
    put(out, toMicros(stream.latest));
    put(out, stream.records);
}

CaptureStream getStream(ByteReader &in)
{
    CaptureStream stream;
    stream.topic = QString::fromUtf8(in.take(in.get<quint16>()));
    stream.partition = in.get<qint32>();
    stream.lowestOffset = in.get<qint64>();
    stream.highestOffset = in.get<qint64>();
    stream.earliest = fromMicros(in.get<qint64>());
    stream.latest = fromMicros(in.get<qint64>());
    stream.records = in.get<qint64>();
    return stream;
}

quint32 CaptureShared::numberOf(const QString &topic, int partition)
{
    const auto found = std::ranges::find_if(streams, [&](const CaptureStream &stream) {
        return stream.partition == partition && stream.topic == topic;
    });
    const auto number = static_cast<quint32>(found - streams.begin());
    if (found == streams.end())
        streams.push_back(CaptureStream{.topic = topic, .partition = partition});
    return number;
}

std::span<const BlockStream> CaptureShared::streamsOf(std::size_t block) const
{
    const std::size_t first = blocks[block].firstStream;
    const std::size_t after = block + 1 < blocks.size() ? blocks[block + 1].firstStream : blockStreams.size();
    return std::span(blockStreams).subspan(first, after - first);
}

QByteArray encodeCaptureHeader(const CaptureInfo &info)
{
    const QByteArray source = info.source.toUtf8().left(longestSource);
    QByteArray bytes = fileMagic.toByteArray();
    put(bytes, formatVersion);
    put(bytes, info.redacted ? flagRedacted : 0U);
    bytes += info.id.toRfc4122();
    put(bytes, toMicros(info.createdAt));
    put(bytes, static_cast<quint32>(source.size()));
    bytes += source;
    put(bytes, crc32c(bytes));
    return bytes;
}

Result<CaptureInfo> readCaptureHeader(const FileHandle &file, qint64 &size)
{
    const QByteArray bytes = readUpTo(file, 0, headerFixedSize + longestSource + 4);
    ByteReader in(bytes);
    if (in.take(fileMagic.size()) != fileMagic)
        return noCapture();
    const auto version = in.get<quint32>();
    if (version > formatVersion && in.ok())
        return fail(Errc::Corrupt,
                    Tr::tr("The capture was written by a newer Assay (format %1; this one reads %2).")
                        .arg(version)
                        .arg(formatVersion));
    CaptureInfo info;
    info.redacted = (in.get<quint32>() & flagRedacted) != 0;
    info.id = QUuid::fromRfc4122(in.take(16));
    info.createdAt = fromMicros(in.get<qint64>());
    info.source = QString::fromUtf8(in.take(in.get<quint32>()));
    const qsizetype summed = in.at();
    if (in.get<quint32>() != crc32c(QByteArrayView(bytes).first(summed)) || !in.ok())
        return noCapture();
    size = in.at();
    return info;
}

QByteArray encodeBlockHead(BlockHead head, QByteArrayView payload)
{
    QByteArray table;
    for (const CaptureStream &stream : head.streams)
        putStream(table, stream);
    QByteArray bytes;
    put(bytes, blockMagic);
    put(bytes, static_cast<quint32>(headFixedSize + table.size() + 4));
    put(bytes, static_cast<quint32>(payload.size()));
    put(bytes, static_cast<quint32>(head.records));
    put(bytes, static_cast<quint32>(head.streams.size()));
    put(bytes, head.earliest);
    put(bytes, head.latest);
    put(bytes, crc32c(payload));
    bytes += table;
    put(bytes, crc32c(bytes));
    return bytes;
}

std::optional<BlockHead> parseBlockHead(QByteArrayView bytes)
{
    ByteReader in(bytes);
    if (in.get<quint32>() != blockMagic)
        return std::nullopt;
    BlockHead head;
    head.headBytes = in.get<quint32>();
    head.payloadBytes = in.get<quint32>();
    const auto records = in.get<quint32>();
    const auto streams = in.get<quint32>();
    head.earliest = in.get<qint64>();
    head.latest = in.get<qint64>();
    head.payloadSum = in.get<quint32>();
    if (!in.ok() || head.headBytes < headFixedSize + 4 || head.headBytes > bytes.size() ||
        head.payloadBytes > largestCapturePayload || records < 1 || records > head.payloadBytes / 4)
        return std::nullopt;
    ByteReader sum(bytes.sliced(head.headBytes - 4));
    if (sum.get<quint32>() != crc32c(bytes.first(head.headBytes - 4)))
        return std::nullopt;
    for (quint32 i = 0; i < streams && in.ok(); ++i)
        head.streams.push_back(getStream(in));
    if (!in.ok() || head.streams.empty() || in.at() != head.headBytes - 4)
        return std::nullopt;
    head.records = static_cast<int>(records);
    return head;
}

std::optional<BlockHead> readBlockHead(const FileHandle &file, qint64 place, qint64 end)
{
    const QByteArray fixed = readUpTo(file, place, std::min(headFixedSize, end - place));
    ByteReader in(fixed);
    if (in.get<quint32>() != blockMagic)
        return std::nullopt;
    const qint64 size = in.get<quint32>();
    if (!in.ok() || size > largestCaptureHead || size > end - place)
        return std::nullopt;
    return parseBlockHead(readUpTo(file, place, size));
}

qint64 findCaptureBlock(const FileHandle &file, qint64 from, qint64 end)
{
    constexpr qint64 window = 1 << 20;
    int candidates = 0; // a file made of nothing but magics must not keep us for hours
    QByteArray magic;
    put(magic, blockMagic);
    for (qint64 start = from; end - start >= headFixedSize; start += window) {
        // Windows overlap by a magic less one byte, so none is missed on the seam.
        const QByteArray bytes = readUpTo(file, start, std::min(window + 3, end - start));
        for (qsizetype i = bytes.indexOf(magic); i >= 0; i = bytes.indexOf(magic, i + 1)) {
            if (readBlockHead(file, start + i, end))
                return start + i;
            if (++candidates == mostCandidates)
                return -1;
        }
    }
    return -1;
}

void encodeRecord(QByteArray &payload, const LogRecord &record, quint16 stream)
{
    put(payload, stream);
    put(payload, record.offset);
    put(payload, toMicros(record.timestamp));
    putText(payload, record.key);
    putText(payload, record.value);
    put(payload, static_cast<quint16>(record.headers.size()));
    for (const LogHeader &header : record.headers) {
        putText(payload, header.key);
        putText(payload, header.value);
        payload += header.key;
        payload += header.value;
    }
    payload += record.key;
    payload += record.value;
}

std::optional<LogRecord> decodeRecord(QByteArrayView payload, qsizetype place,
                                      const std::vector<CaptureStream> &streams)
{
    if (place < 0 || place > payload.size())
        return std::nullopt;
    ByteReader in(payload.sliced(place));
    const auto stream = in.get<quint16>();
    LogRecord record;
    record.offset = in.get<qint64>();
    record.timestamp = fromMicros(in.get<qint64>());
    const auto keySize = in.get<quint32>();
    const auto valueSize = in.get<quint32>();
    const auto headers = in.get<quint16>();
    const auto text = [&](quint32 size) {
        return size == null32 ? QByteArray() : QByteArray(in.take(size).data(), size);
    };
    for (int i = 0; i < headers && in.ok(); ++i) {
        const auto nameSize = in.get<quint32>();
        const auto headerSize = in.get<quint32>();
        LogHeader header;
        header.key = text(nameSize);
        header.value = text(headerSize);
        record.headers.append(std::move(header));
    }
    record.key = text(keySize);
    record.value = text(valueSize);
    if (!in.ok() || stream >= streams.size())
        return std::nullopt;
    record.topic = streams[stream].topic;
    record.partition = streams[stream].partition;
    return record;
}

void addBlock(CaptureShared &shared, const BlockHead &head, qint64 place)
{
    shared.blocks.push_back(CaptureBlock{.place = place,
                                         .bytes = head.headBytes + head.payloadBytes,
                                         .firstRecord = shared.count,
                                         .records = head.records,
                                         .earliest = head.earliest,
                                         .latest = head.latest,
                                         .firstStream = shared.blockStreams.size()});
    for (const CaptureStream &stream : head.streams) {
        const quint32 number = shared.numberOf(stream.topic, stream.partition);
        widen(shared.streams[number], stream);
        shared.blockStreams.push_back({number, stream.lowestOffset, stream.highestOffset});
    }
    shared.count += head.records;
    shared.end = place + shared.blocks.back().bytes;
}

} // namespace assay
