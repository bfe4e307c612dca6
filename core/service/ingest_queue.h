// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/ingest_batch.h"
#include "stream/log.h"

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>

namespace assay {

/// What a feed hands to the writer.
struct FeedItem
{
    int feed = 0;
    std::unique_ptr<IngestBatch> batch{};
    std::optional<Error> error{};
    std::shared_ptr<std::promise<QList<LogPosition>>>
        positionsWanted{}; ///< as they are when all before is stored
    bool atEnd = false;    ///< everything that was in the log when the feed began stands before this
    QList<LogPartitionState> states{};
};

/// Between the threads that read logs and the one that writes the store. Bounded by bytes: a full
/// queue holds its feeds, and so the broker keeps what nobody has room for. Threading: any thread.
class IngestQueue
{
public:
    explicit IngestQueue(qint64 limit) : m_limit(limit) {}

    /// Waits for room. @return false when the queue was closed
    bool put(FeedItem item);
    /// Waits at most `wait`.
    std::optional<FeedItem> take(std::chrono::milliseconds wait);
    /// A batch is stored: its room is free, and it may be used again.
    void giveBack(std::unique_ptr<IngestBatch> batch);
    /// An empty batch.
    std::unique_ptr<IngestBatch> spare();
    /// Is the writer waiting for something to do?
    bool isWriterIdle() const;
    /// Nothing is taken in any more, nobody waits any more.
    void close();
    bool isClosed() const;
    /// Sleeps until closed, at most `time`. @return true when closed
    bool sleep(std::chrono::milliseconds time);

private:
    static qint64 weightOf(const IngestBatch &batch);

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<FeedItem> m_items;
    std::vector<std::unique_ptr<IngestBatch>> m_spare;
    qint64 m_limit;
    qint64 m_bytes = 0; ///< of items waiting and being written
    bool m_writerWaits = false;
    bool m_closed = false;
};

} // namespace assay
