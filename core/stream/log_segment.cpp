// SPDX-License-Identifier: Apache-2.0
#include "stream/log_segment.h"

#include "base/tr.h"
#include "stream/byte_io.h"
#include "stream/crc32c.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr char segmentMagic[] = "ASSAYLOG";
constexpr quint32 formatVersion = 1;
constexpr quint32 blockMagic = 0x4B4C4241; // "ABLK"
constexpr qint64 largestBlock = 64 << 20;
const QString suffix = u".seg"_s;

template<typename T>
T get(const char *&at)
{
    const T value = qFromLittleEndian<T>(at);
    at += sizeof(T);
    return value;
}

/// Exactly `count` bytes at `at`, or nothing.
QByteArray readExactly(const FileHandle &file, qint64 at, qint64 count)
{
    const QByteArray bytes = readUpTo(file, at, count);
    return bytes.size() == count ? bytes : QByteArray();
}

/// The header in `bytes`, which are blockHeaderSize long, and the payload's checksum.
std::optional<std::pair<BlockHeader, quint32>> parseBlockHeader(const char *bytes)
{
    const char *at = bytes;
    if (get<quint32>(at) != blockMagic)
        return std::nullopt;
    BlockHeader header;
    header.payloadSize = get<quint32>(at);
    header.records = static_cast<int>(get<quint32>(at));
    header.firstOffset = get<qint64>(at);
    header.timestamp = get<qint64>(at);
    const auto payloadSum = get<quint32>(at);
    if (get<quint32>(at) != crc32c(QByteArrayView(bytes, blockHeaderSize - 4)))
        return std::nullopt;
    if (header.payloadSize > largestBlock || header.records < 1 || header.firstOffset < 0)
        return std::nullopt;
    return std::pair(header, payloadSum);
}

} // namespace

FileHandle::~FileHandle()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

qint64 FileHandle::size() const
{
    struct stat status
    {
    };
    return ::fstat(m_fd, &status) == 0 ? qint64{status.st_size} : 0;
}

Error fileError(int error, const QString &what)
{
    const QString reason = QString::fromLocal8Bit(std::strerror(error));
    if (error == ENOSPC || error == EDQUOT || error == EFBIG)
        return Error{.code = Errc::DiskFull,
                     .message = Tr::tr("%1: the disk is full. Free some space; nothing was lost.").arg(what)};
    if (error == EROFS || error == EACCES || error == EPERM)
        return Error{.code = Errc::ReadOnly,
                     .message =
                         Tr::tr("%1: it cannot be written (%2). Check its permissions.").arg(what, reason)};
    return Error{.code = Errc::Io, .message = Tr::tr("%1: %2.").arg(what, reason)};
}

QByteArray encodeSegmentHeader(const SegmentHeader &header)
{
    QByteArray bytes(segmentMagic, 8);
    put(bytes, formatVersion);
    bytes += header.logId.toRfc4122();
    put(bytes, header.baseOffset);
    put(bytes, crc32c(bytes));
    return bytes;
}

std::optional<SegmentHeader> readSegmentHeader(const FileHandle &file)
{
    const QByteArray bytes = readExactly(file, 0, segmentHeaderSize);
    if (bytes.size() != segmentHeaderSize || !bytes.startsWith(segmentMagic))
        return std::nullopt;
    const char *at = bytes.constData() + 8;
    if (get<quint32>(at) != formatVersion)
        return std::nullopt;
    SegmentHeader header;
    header.logId = QUuid::fromRfc4122(QByteArrayView(at, 16));
    at += 16;
    header.baseOffset = get<qint64>(at);
    if (get<quint32>(at) != crc32c(QByteArrayView(bytes).first(segmentHeaderSize - 4)))
        return std::nullopt;
    return header;
}

QByteArray encodeBlock(const QList<std::pair<QByteArray, QByteArray>> &records, qint64 firstOffset,
                       qint64 timestamp)
{
    QByteArray payload;
    for (const auto &[key, value] : records) {
        put(payload, static_cast<quint32>(key.size()));
        put(payload, static_cast<quint32>(value.size()));
        payload += key;
        payload += value;
    }
    QByteArray block;
    block.reserve(blockHeaderSize + payload.size());
    put(block, blockMagic);
    put(block, static_cast<quint32>(payload.size()));
    put(block, static_cast<quint32>(records.size()));
    put(block, firstOffset);
    put(block, timestamp);
    put(block, crc32c(payload));
    put(block, crc32c(block));
    return block + payload;
}

BlockRead readBlock(const FileHandle &file, qint64 at, qint64 end, bool withPayload)
{
    BlockRead read;
    if (end - at < blockHeaderSize)
        return read;
    const QByteArray bytes = readExactly(file, at, blockHeaderSize);
    if (bytes.isEmpty())
        return read;
    const auto parsed = parseBlockHeader(bytes.constData());
    if (!parsed) {
        read.state = BlockRead::State::Damaged;
        return read;
    }
    const qint64 payloadAt = at + blockHeaderSize;
    read.header = parsed->first;
    if (end - payloadAt < parsed->first.payloadSize)
        return read;
    read.end = payloadAt + parsed->first.payloadSize;
    read.state = BlockRead::State::Good;
    if (!withPayload)
        return read;
    read.payload = readExactly(file, payloadAt, parsed->first.payloadSize);
    if (read.payload.size() != parsed->first.payloadSize || crc32c(read.payload) != parsed->second) {
        read.state = BlockRead::State::Damaged;
        read.payload.clear();
    }
    return read;
}

qint64 findBlock(const FileHandle &file, qint64 from, qint64 end)
{
    constexpr qint64 window = 1 << 20;
    const QByteArray magic = [] {
        QByteArray bytes;
        put(bytes, blockMagic);
        return bytes;
    }();
    for (qint64 start = from; end - start >= blockHeaderSize; start += window) {
        // Windows overlap by one header, so none is missed on the seam.
        const QByteArray bytes = readExactly(file, start, std::min(window + blockHeaderSize, end - start));
        for (qsizetype i = bytes.indexOf(magic); i >= 0; i = bytes.indexOf(magic, i + 1))
            if (bytes.size() - i >= blockHeaderSize && parseBlockHeader(bytes.constData() + i))
                return start + i;
    }
    return -1;
}

std::optional<QList<std::pair<QByteArray, QByteArray>>> decodePayload(const QByteArray &payload, int records)
{
    QList<std::pair<QByteArray, QByteArray>> all;
    const char *at = payload.constData();
    const char *end = at + payload.size();
    for (int i = 0; i < records; ++i) {
        if (end - at < 8)
            return std::nullopt;
        const qsizetype keySize = get<quint32>(at);
        const qsizetype valueSize = get<quint32>(at);
        if (end - at < keySize + valueSize)
            return std::nullopt;
        all.append({QByteArray(at, keySize), QByteArray(at + keySize, valueSize)});
        at += keySize + valueSize;
    }
    return all;
}

QList<qint64> segmentsIn(const QDir &directory)
{
    QList<qint64> bases;
    const QStringList names = directory.entryList({u'*' + suffix}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        bool isNumber = false;
        const qint64 base = name.chopped(suffix.size()).toLongLong(&isNumber);
        if (isNumber && base >= 0)
            bases.append(base);
    }
    std::ranges::sort(bases);
    return bases;
}

QString segmentPath(const QDir &directory, qint64 baseOffset)
{
    return directory.filePath(u"%1"_s.arg(baseOffset, 20, 10, QLatin1Char('0')) + suffix);
}

} // namespace assay
