// SPDX-License-Identifier: Apache-2.0
#include "service/ingest_queue.h"

namespace assay {

namespace {

constexpr std::size_t mostSpare = 4;

} // namespace

qint64 IngestQueue::weightOf(const IngestBatch &batch)
{
    return batch.bytes + static_cast<qint64>(batch.events.size() * sizeof(EventFields));
}

bool IngestQueue::put(FeedItem item)
{
    std::unique_lock lock(m_mutex);
    const qint64 weight = item.batch ? weightOf(*item.batch) : 0;
    m_changed.wait(lock, [&] { return m_closed || m_bytes == 0 || m_bytes + weight <= m_limit; });
    if (m_closed)
        return false;
    m_bytes += weight;
    m_items.push_back(std::move(item));
    m_changed.notify_all();
    return true;
}

std::optional<FeedItem> IngestQueue::take(std::chrono::milliseconds wait)
{
    std::unique_lock lock(m_mutex);
    m_writerWaits = true;
    m_changed.wait_for(lock, wait, [&] { return m_closed || !m_items.empty(); });
    m_writerWaits = false;
    if (m_items.empty())
        return std::nullopt;
    FeedItem item = std::move(m_items.front());
    m_items.pop_front();
    return item;
}

void IngestQueue::giveBack(std::unique_ptr<IngestBatch> batch)
{
    const qint64 weight = weightOf(*batch);
    batch->clear();
    const std::scoped_lock lock(m_mutex);
    m_bytes -= weight;
    if (m_spare.size() < mostSpare)
        m_spare.push_back(std::move(batch));
    m_changed.notify_all();
}

std::unique_ptr<IngestBatch> IngestQueue::spare()
{
    const std::scoped_lock lock(m_mutex);
    if (m_spare.empty())
        return std::make_unique<IngestBatch>();
    std::unique_ptr<IngestBatch> batch = std::move(m_spare.back());
    m_spare.pop_back();
    return batch;
}

bool IngestQueue::isWriterIdle() const
{
    const std::scoped_lock lock(m_mutex);
    return m_writerWaits && m_items.empty();
}

void IngestQueue::close()
{
    const std::scoped_lock lock(m_mutex);
    m_closed = true;
    m_changed.notify_all();
}

bool IngestQueue::isClosed() const
{
    const std::scoped_lock lock(m_mutex);
    return m_closed;
}

bool IngestQueue::sleep(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, time, [this] { return m_closed; });
}

} // namespace assay
