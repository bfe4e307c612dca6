// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/embedded_log.h"

namespace assay {

/// Reader of the embedded log; got from EmbeddedLog::makeReader() or openLogReader().
class EmbeddedLogReader final : public LogReader
{
public:
    /// @param end the writer's, or nullptr when another process writes
    static Result<std::unique_ptr<LogReader>> open(QDir directory, std::shared_ptr<LogEnd> end);

    QString topic() const override { return m_topic; }
    Result<> seek(int partition, qint64 offset) override;
    Result<QList<LogRecord>> poll(std::chrono::milliseconds wait, int limit) override;
    Result<QList<int>> partitions() override;
    Result<QList<LogExtent>> extents() override;
    Result<qint64> offsetAt(int partition, UtcTime time) override;
    std::optional<qint64> position(int partition) const override;
    QList<LogPartitionState> states() const override;
    LogGap gapKind(int partition, qint64 from, qint64 to) const override;

private:
    EmbeddedLogReader(QDir directory, std::shared_ptr<LogEnd> end);

    Result<LogExtent> extent() const;
    Result<> place(qint64 offset, qint64 low);
    Result<> openSegment(qint64 base);
    Result<bool> nextSegment();
    Result<bool> step();
    Result<bool> skipDamage(const BlockRead &block, qint64 end);
    void take(const BlockHeader &header, const QByteArray &payload);
    qint64 readableEnd() const;
    void waitForMore(std::chrono::steady_clock::time_point deadline) const;

    QDir m_directory;
    std::shared_ptr<LogEnd> m_end;
    QString m_topic;
    FileHandle m_file;
    qint64 m_base = 0;        ///< of the segment being read
    qint64 m_at = 0;          ///< place of the next block in it
    qint64 m_next = 0;        ///< offset of the next record to hand out
    QList<LogRecord> m_ready; ///< read but not yet handed out
    std::optional<Error> m_failure;
};

/// "local-7c41e2a0": distinguishes this log from one that a deleted directory held before.
QString topicOf(const QUuid &logId);

} // namespace assay
