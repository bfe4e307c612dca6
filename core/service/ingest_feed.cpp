// SPDX-License-Identifier: Apache-2.0
#include "service/ingest_feed.h"

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr int pollRecords = 5000;
constexpr std::size_t batchRows = 20'000;
constexpr qint64 batchBytes = 8 << 20;
constexpr milliseconds batchTime{100};
constexpr milliseconds brokerPause{1000};
constexpr milliseconds statesPause{2000};

QString gapToken(LogGap kind)
{
    switch (kind) {
    case LogGap::Unknown: return u"unknown"_s;
    case LogGap::Retention: return u"retention"_s;
    case LogGap::Compaction: return u"compaction"_s;
    case LogGap::Transaction: return u"transaction"_s;
    case LogGap::Damage: return u"damage"_s;
    }
    Q_UNREACHABLE();
}

/// A fault that the reader has left behind: going on at once is right.
bool isBehind(const Error &error)
{
    return error.code == Errc::Corrupt || error.code == Errc::NotFound;
}

} // namespace

IngestFeed::IngestFeed(IngestSource source, int index, IngestQueue &queue, IngestFeedOptions options)
    : m_source(std::move(source)), m_index(index), m_queue(queue), m_options(std::move(options))
{
}

IngestFeed::~IngestFeed()
{
    if (m_thread.joinable())
        m_thread.join();
}

void IngestFeed::start(const QList<LogPosition> &stored)
{
    m_thread = std::thread([this, stored] { run(stored); });
}

void IngestFeed::run(const QList<LogPosition> &stored)
{
    m_batch = m_queue.spare();
    if (m_source.partitions.isEmpty())
        watch();
    while (true) {
        const Result<> placed = place(stored);
        if (placed)
            break;
        if (!tell(placed.error()) || m_queue.sleep(m_options.errorPause))
            return;
    }
    while (!m_queue.isClosed() && step()) {
    }
}

Result<> IngestFeed::place(const QList<LogPosition> &stored)
{
    // A group's own commits are advice: where the store knows no position, it wants all there is.
    if ((m_options.untilEnd || m_source.partitions.isEmpty()) && !m_extents) {
        Result<QList<LogExtent>> extents = m_source.reader->extents();
        if (!extents)
            return fail(std::move(extents.error()));
        m_extents = std::move(*extents);
    }
    for (const int partition : std::as_const(m_source.partitions)) {
        qint64 next = 0;
        for (const LogPosition &position : stored)
            if (position.topic == m_source.topic && position.partition == partition)
                next = position.nextOffset;
        if (Result<> placed = m_source.reader->seek(partition, next); !placed)
            return placed;
        m_expected[partition] = next;
    }
    return {};
}

void IngestFeed::watch()
{
    m_source.reader->watchPartitions(
        {.gained = [this](const QList<int> &partitions) { return gained(partitions); },
         .lost = [this](const QList<int> &partitions) { lost(partitions); }});
}

/// Where the store says to begin, once everything that was handed on before is in it.
QHash<int, qint64> IngestFeed::gained(const QList<int> &partitions)
{
    auto wanted = std::make_shared<std::promise<QList<LogPosition>>>();
    std::future<QList<LogPosition>> answer = wanted->get_future();
    if (!handOn() || !m_queue.put({.feed = m_index, .positionsWanted = wanted}))
        return {};
    while (answer.wait_for(milliseconds(50)) != std::future_status::ready)
        if (m_queue.isClosed())
            return {};
    QHash<int, qint64> begin;
    for (const LogPosition &position : answer.get())
        if (position.topic == m_source.topic && partitions.contains(position.partition))
            begin[position.partition] = position.nextOffset;
    for (const LogExtent &extent : std::as_const(*m_extents))
        if (partitions.contains(extent.partition) && !begin.contains(extent.partition))
            begin[extent.partition] = m_source.fromLatest ? extent.end : extent.low;
    for (const int partition : partitions) {
        m_expected.remove(partition);
        if (begin.contains(partition))
            m_expected[partition] = begin.value(partition);
    }
    return begin;
}

void IngestFeed::lost(const QList<int> &partitions)
{
    for (const int partition : partitions) {
        m_expected.remove(partition);
        for (std::size_t i = 0; i < m_batch->sources.size(); ++i)
            if (m_batch->sources[i].partition == partition)
                m_batch->drop(static_cast<int>(i));
    }
}

/// One poll. @return false when the queue was closed
bool IngestFeed::step()
{
    const bool pending = !m_batch->sources.empty();
    Result<LogBatch> records =
        m_source.reader->pollBatch(pending ? milliseconds(2) : milliseconds(50), pollRecords);
    tellBroker();
    tellStates();
    if (!records) {
        const bool goOn = isBehind(records.error());
        if (!handOn() || !tell(std::move(records.error())))
            return false;
        return goOn || !m_queue.sleep(m_options.errorPause);
    }
    const bool more = !records->records.isEmpty();
    if (more)
        take(std::move(*records));
    if (!m_batch->sources.empty() && isRipe(more) && !handOn())
        return false;
    if (!more && m_batch->sources.empty())
        lookForEnd();
    return true;
}

void IngestFeed::take(LogBatch records)
{
    if (m_batch->sources.empty())
        m_begun = Steady::now();
    const auto held = std::make_shared<LogBatch>(std::move(records));
    m_batch->memory.push_back(held);
    for (const LogRecord &record : std::as_const(held->records))
        take(record);
}

void IngestFeed::take(const LogRecord &record)
{
    const int index = m_batch->sourceOf(record.topic, record.partition, m_source.own);
    BatchSource &source = m_batch->sources[static_cast<std::size_t>(index)];
    auto expected = m_expected.find(record.partition);
    if (expected == m_expected.end())
        expected = m_expected.insert(record.partition, record.offset);
    if (record.offset > *expected)
        noteGap(record, *expected);
    *expected = std::max(*expected, record.offset + 1);
    if (!source.firstOffset)
        source.firstOffset = record.offset;
    source.nextOffset = *expected;
    ++source.read;
    if (record.value.isNull()) {
        source.tombstones.push_back({.offset = record.offset, .loggedUs = toMicros(record.timestamp)});
        return;
    }
    m_records.read(record, index, *m_batch, m_options.clock());
}

void IngestFeed::noteGap(const LogRecord &record, qint64 expected)
{
    const LogGap kind = m_source.reader->gapKind(record.partition, expected, record.offset);
    if (kind == LogGap::Transaction) // markers are no records
        return;
    m_batch->gaps.append(
        GapRow{.key = {.topic = record.topic, .partition = record.partition, .offset = expected},
               .records = record.offset - expected,
               .reason = gapToken(kind),
               .seenAt = m_options.clock()});
}

bool IngestFeed::isRipe(bool more) const
{
    if (m_batch->events.size() >= batchRows || m_batch->bytes >= batchBytes)
        return true;
    if (m_queue.isWriterIdle() && (!more || m_batch->events.size() >= pollRecords))
        return true;
    return Steady::now() - m_begun >= batchTime;
}

bool IngestFeed::handOn()
{
    if (m_batch->sources.empty())
        return true;
    const bool taken =
        m_queue.put({.feed = m_index, .batch = std::move(m_batch), .states = m_source.reader->states()});
    m_batch = m_queue.spare();
    return taken;
}

bool IngestFeed::tell(Error error)
{
    return m_queue.put({.feed = m_index, .error = std::move(error).within(u"ingest")});
}

/// The end is where the log ended when the feed began; of a group, in the partitions that are ours.
void IngestFeed::lookForEnd()
{
    if (!m_options.untilEnd || m_endTold)
        return;
    const QList<LogPartitionState> states = m_source.reader->states();
    if (states.isEmpty())
        return;
    for (const LogPartitionState &state : states) {
        const auto end = std::ranges::find(*m_extents, state.partition, &LogExtent::partition);
        if (end == m_extents->end() || end->end <= end->low)
            continue;
        if (m_source.reader->position(state.partition).value_or(0) < end->end)
            return;
    }
    m_endTold = m_queue.put({.feed = m_index, .atEnd = true, .states = states});
}

void IngestFeed::noteStored(const QHash<int, qint64> &nextOffsets)
{
    const std::scoped_lock lock(m_storedMutex);
    for (auto it = nextOffsets.cbegin(); it != nextOffsets.cend(); ++it)
        m_stored[it.key()] = it.value();
}

/// How far the log goes, also while nothing comes: a broker that is away is news too.
void IngestFeed::tellStates()
{
    if (Steady::now() - m_toldStates < statesPause)
        return;
    m_toldStates = Steady::now();
    m_queue.put({.feed = m_index, .states = m_source.reader->states()});
}

/// For other tools alone: what counts is in the store.
void IngestFeed::tellBroker()
{
    if (Steady::now() - m_toldBroker < brokerPause)
        return;
    QHash<int, qint64> stored;
    {
        const std::scoped_lock lock(m_storedMutex);
        stored.swap(m_stored);
    }
    if (stored.isEmpty())
        return;
    m_toldBroker = Steady::now();
    m_source.reader->commit(stored);
}

} // namespace assay
