// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/time.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QString>

#include <memory>
#include <optional>

namespace assay {

/// One header of a record. A null value is not an empty one.
struct LogHeader
{
    QByteArray key{};
    QByteArray value{};

    bool operator==(const LogHeader &) const = default;
};

/// One record of a log, as the broker or the embedded log hands it out.
///
/// QByteArray::isNull() of key and value is Kafka's null (of a value: a tombstone); isEmpty() alone is
/// not. The embedded log has neither nulls nor headers.
struct LogRecord
{
    QString topic{};
    int partition = 0;
    qint64 offset = 0;
    UtcTime timestamp{};
    QByteArray key{};   ///< thread id, UTF-8
    QByteArray value{}; ///< the frame: byte 0 tells the compression (WIRE.md 2.1)
    QList<LogHeader> headers{};
};

/// Records that travel together. Their keys, values and headers may lie in `memory`: whoever keeps a
/// record longer than its batch takes ownOf() of it.
struct LogBatch
{
    QList<LogRecord> records{};
    std::shared_ptr<void> memory{};
};

/// The record with bytes of its own.
LogRecord ownOf(const LogRecord &record);

/// What of one partition can be read: the offsets from `low` up to, not including, `end`.
struct LogExtent
{
    int partition = 0;
    qint64 low = 0; ///< first offset still held
    qint64 end = 0; ///< offset the next record gets

    bool operator==(const LogExtent &) const = default;
};

/// Why offsets are missing between two records that were handed out.
enum class LogGap : std::uint8_t {
    Unknown,
    Retention,   ///< below the first offset held: deleted by age or size
    Compaction,  ///< the topic keeps the newest record of each key only
    Transaction, ///< markers of transactions, and records of aborted ones: nothing is lost
    Damage       ///< there, but cannot be read
};

/// What a reader knows of one partition without asking anyone. Unknown stays unknown: a partition whose
/// leader has not answered yet, or no longer answers (for 10 s), has no end and thus no lag.
struct LogPartitionState
{
    int partition = 0;
    std::optional<qint64> position{}; ///< offset handed out next
    std::optional<qint64> low{};
    std::optional<qint64> end{};
    std::optional<UtcTime> seenAt{}; ///< when low and end were last heard
    QString lastError{};             ///< empty when the last thing heard was no error

    /// Records still to read; nullopt while position or end is unknown.
    std::optional<qint64> lag() const
    {
        if (!position || !end)
            return std::nullopt;
        return std::max<qint64>(0, *end - *position);
    }
};

/// What those who read partitions of Kafka are told: members of a group whenever their share changes,
/// views when they begin and when the topic grows. Both are called within poll().
struct LogPartitionWatch
{
    /// These are ours now. @return where to begin; a partition left out begins where the reader's
    /// settings say (a group: at its last commit, else the earliest or latest record)
    std::function<QHash<int, qint64>(const QList<int> &partitions)> gained{};
    /// These are no longer ours: what has been read of them and not been stored is another's now.
    std::function<void(const QList<int> &partitions)> lost{};
};

/// Appends frames. Implemented by the embedded log and the Kafka writer.
class LogWriter
{
public:
    virtual ~LogWriter() = default;

    /// Appends one record and makes it durable before returning.
    /// @return its offset. @errors DiskFull, ReadOnly, Io; the record is then not in the log.
    virtual Result<qint64> append(const QByteArray &key, const QByteArray &value) = 0;

    /// Appends several with one flush; all or none. @return the offset of the first.
    virtual Result<qint64> appendAll(const QList<std::pair<QByteArray, QByteArray>> &records) = 0;
};

/// Reads records in offset order. Implemented by the embedded log and the Kafka reader.
///
/// Offsets missing between two records of a partition are a gap; gapKind() says of what kind. Where
/// records were read but cannot be handed out, or are no longer held, poll() also says so once.
/// Threading: used by one thread at a time.
class LogReader
{
public:
    virtual ~LogReader() = default;

    /// Name of the log, as its records carry it.
    virtual QString topic() const = 0;

    /// Next record to hand out. An offset past the end waits there. One below the first offset held
    /// is a gap: poll() answers NotFound once, naming what is missing, and goes on at the first held.
    virtual Result<> seek(int partition, qint64 offset) = 0;

    /// Waits at most `wait` for records. @return up to `limit`; empty means "nothing yet".
    /// @errors Corrupt (skipped, the offsets named), NotFound (once, as seek() says), Io, Unavailable (goes
    ///         on by itself when the broker is back)
    virtual Result<QList<LogRecord>> poll(std::chrono::milliseconds wait, int limit) = 0;

    /// poll() without copying each record's bytes, for bulk work.
    virtual Result<LogBatch> pollBatch(std::chrono::milliseconds wait, int limit);

    /// All partitions of the log, ascending. May ask the broker. @errors Unavailable, NotFound, Io
    virtual Result<QList<int>> partitions() = 0;

    /// What can be read, per partition, asked now. @errors as partitions()
    virtual Result<QList<LogExtent>> extents() = 0;

    /// First record at or after a moment, by the records' own times; the end when there is none.
    /// @errors as partitions(); InvalidArgument (no such partition)
    virtual Result<qint64> offsetAt(int partition, UtcTime time) = 0;

    /// Offset handed out next, markers behind the last record counted in: equals LogExtent::end when
    /// all has been read. nullopt: not known yet.
    virtual std::optional<qint64> position(int partition) const = 0;

    /// Of the partitions being read, without asking anyone.
    virtual QList<LogPartitionState> states() const = 0;

    /// Why nothing was handed out for the offsets from `from` up to, not including, `to`.
    virtual LogGap gapKind(int partition, qint64 from, qint64 to) const = 0;

    /// For readers whose partitions come and go: Kafka's. The embedded log calls nothing.
    virtual void watchPartitions(LogPartitionWatch watch);

    /// Tells the broker how far we are, for other tools to see; our own offsets are kept in the store.
    /// Returns at once; a failure is told by states(). Only a group does anything here.
    virtual void commit(const QHash<int, qint64> &nextOffsets);
};

} // namespace assay
