// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QDir>
#include <QtCore/QList>
#include <QtCore/QUuid>

#include <optional>

// The file format of the embedded log. Private to core/stream.
//
//   segment  = "ASSAYLOG", u32 version, 16 bytes log id, i64 base offset, u32 CRC-32C of those
//   block    = u32 magic, u32 payload bytes, u32 records, i64 first offset, i64 time in µs,
//              u32 CRC-32C of the payload, u32 CRC-32C of the block header so far, payload
//   payload  = per record: u32 key bytes, u32 value bytes, key, value
//
// Little-endian. One append is one block, so that a crash leaves all of it or none. The magic and
// the header's own checksum let a reader find the next block behind a damaged one.

namespace assay {

/// A POSIX file descriptor with an owner.
class FileHandle
{
public:
    FileHandle() = default;
    explicit FileHandle(int fd) : m_fd(fd) {}
    FileHandle(FileHandle &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    FileHandle &operator=(FileHandle &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~FileHandle();

    int fd() const noexcept { return m_fd; }
    bool isOpen() const noexcept { return m_fd >= 0; }
    qint64 size() const;

private:
    int m_fd = -1;
};

/// errno as an Error: DiskFull, ReadOnly or Io, `what` being a sentence without its full stop.
Error fileError(int error, const QString &what);

constexpr qint64 segmentHeaderSize = 40;
constexpr qint64 blockHeaderSize = 36;

struct SegmentHeader
{
    QUuid logId{};
    qint64 baseOffset = 0;
};

struct BlockHeader
{
    qint64 payloadSize = 0;
    int records = 0;
    qint64 firstOffset = 0;
    qint64 timestamp = 0; ///< µs since 1970
};

/// What stands at one place of a segment.
struct BlockRead
{
    enum class State : std::uint8_t {
        Good,
        Incomplete, ///< the file ends before the block does
        Damaged     ///< a checksum does not match
    };
    State state = State::Incomplete;
    std::optional<BlockHeader> header{}; ///< when its own checksum is right
    QByteArray payload{};                ///< Good only
    qint64 end = 0;                      ///< where the next block starts; Good, or Damaged with a header
};

QByteArray encodeSegmentHeader(const SegmentHeader &header);
std::optional<SegmentHeader> readSegmentHeader(const FileHandle &file);

QByteArray encodeBlock(const QList<std::pair<QByteArray, QByteArray>> &records, qint64 firstOffset,
                       qint64 timestamp);

/// Reads the block at `at`, nothing past `end`. `withPayload` false reads only its header.
BlockRead readBlock(const FileHandle &file, qint64 at, qint64 end, bool withPayload = true);

/// First place at or after `from` where a block header with a right checksum starts; −1 = none.
qint64 findBlock(const FileHandle &file, qint64 from, qint64 end);

/// Keys and values of a good block's payload; nullopt when the lengths do not fit.
std::optional<QList<std::pair<QByteArray, QByteArray>>> decodePayload(const QByteArray &payload, int records);

/// Base offsets of the segments in `directory`, ascending.
QList<qint64> segmentsIn(const QDir &directory);
QString segmentPath(const QDir &directory, qint64 baseOffset);

} // namespace assay
