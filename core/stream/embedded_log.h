// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/log.h"
#include "stream/log_segment.h"

#include <condition_variable>
#include <memory>
#include <mutex>

namespace assay {

struct EmbeddedLogOptions
{
    qint64 segmentBytes = 64 << 20; ///< a segment is closed before it grows past this
    Clock clock = utcNow;
};

/// How far the log is on disk. Shared by the writer and its readers.
struct LogEnd
{
    std::mutex mutex{};
    std::condition_variable grown{};
    qint64 segment = 0;    ///< base offset of the segment being written
    qint64 bytes = 0;      ///< of it that have been flushed
    qint64 nextOffset = 0; ///< offset the next record gets
};

/// A log in a directory, for consoles without a broker: same frames, same offsets, one partition.
///
/// One process writes (a lock file says which), any number read. Threading: append from any thread.
class EmbeddedLog final : public LogWriter
{
public:
    /// Opens the log for writing, or starts one. What a crash left unfinished at its end is cut
    /// off, kept in a file beside it, and told by notice().
    /// @errors Unavailable (another process writes it), ReadOnly, DiskFull, Io, Corrupt
    static Result<std::unique_ptr<EmbeddedLog>> open(const QString &directory,
                                                     EmbeddedLogOptions options = {});
    ~EmbeddedLog() override;
    Q_DISABLE_COPY_MOVE(EmbeddedLog)

    Result<qint64> append(const QByteArray &key, const QByteArray &value) override;
    Result<qint64> appendAll(const QList<std::pair<QByteArray, QByteArray>> &records) override;

    /// A reader that sees every record as soon as it is on disk, and never before.
    Result<std::unique_ptr<LogReader>> makeReader() const;

    QString topic() const { return m_topic; } ///< "local-" and the log's own id
    qint64 nextOffset() const;
    QString notice() const { return m_notice; } ///< what recovery did; empty = nothing

private:
    EmbeddedLog(QDir directory, EmbeddedLogOptions options);

    Result<> lock();
    Result<> recover();
    Result<> openSegment(qint64 base);
    Result<> createSegment(qint64 base);
    Result<> cutTail(qint64 base, qint64 keep, qint64 size);
    Result<> write(const QByteArray &block);

    QDir m_directory;
    EmbeddedLogOptions m_options;
    QUuid m_logId;
    QString m_topic;
    QString m_notice;
    FileHandle m_lock;
    FileHandle m_segment;
    std::shared_ptr<LogEnd> m_end = std::make_shared<LogEnd>();
    std::mutex m_appending;
    bool m_broken = false; ///< a flush failed: what is on disk is unknown until the next open
};

/// Opens the log of another process for reading; new records are seen within 20 ms.
/// @errors NotFound (no log there), Io, Corrupt
Result<std::unique_ptr<LogReader>> openLogReader(const QString &directory);

/// Topic of the log in `directory`, as its records carry it. @errors NotFound, Corrupt
Result<QString> embeddedLogTopic(const QString &directory);

} // namespace assay
