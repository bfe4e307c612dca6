// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/log.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace assay::test {

/// A log in memory: frame i stands in partition i modulo `partitions`.
class FramesReader final : public LogReader
{
public:
    FramesReader(const std::vector<QByteArray> &frames, int partitions, QString topic)
        : m_frames(frames), m_topic(std::move(topic)), m_next(static_cast<std::size_t>(partitions))
    {
    }

    QString topic() const override { return m_topic; }
    Result<> seek(int partition, qint64 offset) override
    {
        m_next[static_cast<std::size_t>(partition)] = offset;
        return {};
    }
    Result<QList<LogRecord>> poll(std::chrono::milliseconds wait, int limit) override
    {
        QList<LogRecord> records;
        const auto partitions = static_cast<qint64>(m_next.size());
        const qint64 each = std::max<qint64>(1, limit / partitions);
        for (qint64 p = 0; p < partitions; ++p) {
            qint64 &next = m_next[static_cast<std::size_t>(p)];
            for (qint64 i = 0; i < each && next * partitions + p < std::ssize(m_frames); ++i, ++next)
                records.append(record(static_cast<int>(p), next,
                                      m_frames[static_cast<std::size_t>(next * partitions + p)]));
        }
        if (records.isEmpty())
            std::this_thread::sleep_for(wait);
        return records;
    }
    Result<QList<int>> partitions() override
    {
        QList<int> all;
        for (int p = 0; p < static_cast<int>(m_next.size()); ++p)
            all.append(p);
        return all;
    }
    Result<QList<LogExtent>> extents() override
    {
        QList<LogExtent> all;
        for (int p = 0; p < static_cast<int>(m_next.size()); ++p)
            all.append(LogExtent{.partition = p, .low = 0, .end = endOf(p)});
        return all;
    }
    Result<qint64> offsetAt(int, UtcTime) override { return 0; }
    std::optional<qint64> position(int partition) const override
    {
        return m_next[static_cast<std::size_t>(partition)];
    }
    QList<LogPartitionState> states() const override
    {
        QList<LogPartitionState> all;
        for (int p = 0; p < static_cast<int>(m_next.size()); ++p)
            all.append(LogPartitionState{
                .partition = p, .position = m_next[static_cast<std::size_t>(p)], .low = 0, .end = endOf(p)});
        return all;
    }
    LogGap gapKind(int, qint64, qint64) const override { return LogGap::Unknown; }

private:
    LogRecord record(int partition, qint64 offset, const QByteArray &frame) const
    {
        return LogRecord{.topic = m_topic,
                         .partition = partition,
                         .offset = offset,
                         .timestamp = fromMicros(1'795'000'000'500'000 + offset),
                         .key = {},
                         .value = frame};
    }
    qint64 endOf(int partition) const
    {
        const auto partitions = static_cast<qint64>(m_next.size());
        return (static_cast<qint64>(m_frames.size()) - partition + partitions - 1) / partitions;
    }

    const std::vector<QByteArray> &m_frames;
    QString m_topic;
    std::vector<qint64> m_next;
};

} // namespace assay::test
