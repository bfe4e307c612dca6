// SPDX-License-Identifier: Apache-2.0
#include "service/ingest.h"

#include "service/dead_letter_message.h"

#include <QtCore/QThread>
#include <QtCore/QTimer>

namespace assay {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds longestWait{50};
constexpr qsizetype lettersPerBatch = 100; // sent on; the store has them all

} // namespace

IngestWorker::IngestWorker(std::vector<IngestSource> sources, std::unique_ptr<Store> store,
                           IngestOptions options)
    : m_store(std::move(store)), m_options(std::move(options)), m_queue(m_options.queueBytes)
{
    for (IngestSource &source : sources)
        m_feeds.push_back(std::make_unique<IngestFeed>(std::move(source), static_cast<int>(m_feeds.size()),
                                                       m_queue,
                                                       IngestFeedOptions{.clock = m_options.clock,
                                                                         .errorPause = m_options.errorPause,
                                                                         .untilEnd = m_options.untilEnd}));
}

IngestWorker::~IngestWorker()
{
    m_queue.close();
    m_feeds.clear();
}

void IngestWorker::start()
{
    if (std::exchange(m_running, true))
        return;
    pump();
}

void IngestWorker::stop()
{
    m_running = false;
}

void IngestWorker::pump()
{
    if (!m_running || thread()->isInterruptionRequested())
        return;
    Result<> done = m_fed ? Result<>() : startFeeds();
    if (done && !m_item)
        m_item = m_queue.take(longestWait);
    if (done && m_item)
        done = handle();
    if (!done)
        tellFailure(std::move(done.error()));
    QTimer::singleShot(done ? milliseconds(0) : m_options.errorPause, this, &IngestWorker::pump);
}

Result<> IngestWorker::startFeeds()
{
    const Result<QList<LogPosition>> stored = m_store->positions();
    if (!stored)
        return fail(stored.error());
    m_lag.noteStored(*stored);
    for (const std::unique_ptr<IngestFeed> &feed : m_feeds)
        feed->start(*stored);
    m_fed = true;
    return {};
}

/// Does what the item asks for. It stays when the store could not do it now.
Result<> IngestWorker::handle()
{
    if (m_item->batch) {
        const Result<BatchOutcome> outcome = m_store->write(*m_item->batch);
        if (!outcome)
            return fail(outcome.error());
        writeBatch(*outcome);
    } else if (m_item->positionsWanted) {
        Result<QList<LogPosition>> stored = m_store->positions();
        if (!stored)
            return fail(std::move(stored.error()));
        m_item->positionsWanted->set_value(std::move(*stored));
    } else if (m_item->error) {
        Q_EMIT failed(*m_item->error);
    } else if (m_item->atEnd && ++m_feedsAtEnd == m_feeds.size()) {
        Q_EMIT reachedEnd();
    }
    if (!m_item->positionsWanted && !m_item->error) {
        m_lag.noteStates(m_feeds[static_cast<std::size_t>(m_item->feed)]->topic(), m_item->states);
        Q_EMIT lagKnown(m_lag.records());
    }
    m_item.reset();
    if (std::exchange(m_told, std::nullopt))
        Q_EMIT recovered();
    return {};
}

/// The batch is stored: tell everybody.
void IngestWorker::writeBatch(const BatchOutcome &outcome)
{
    const IngestBatch &batch = *m_item->batch;
    IngestProgress progress{.turnIds = outcome.turnIds,
                            .threadIds = outcome.threadIds,
                            .events = outcome.stored,
                            .duplicates = outcome.duplicates,
                            .echoes = outcome.echoes,
                            .conflicts = outcome.conflicts,
                            .deadLetters = outcome.deadLetters,
                            .gaps = static_cast<int>(batch.gaps.size()),
                            .states = m_item->states};
    QHash<int, qint64> nextOffsets;
    for (const BatchSource &source : batch.sources)
        if (source.nextOffset) {
            progress.positions.append(LogPosition{
                .topic = source.topic, .partition = source.partition, .nextOffset = *source.nextOffset});
            nextOffsets[source.partition] = *source.nextOffset;
            progress.nextOffset = *source.nextOffset;
        }
    m_lag.noteStored(progress.positions);
    m_feeds[static_cast<std::size_t>(m_item->feed)]->noteStored(nextOffsets);
    if (m_options.dlq)
        sendLetters(batch);
    m_queue.giveBack(std::move(m_item->batch));
    Q_EMIT ingested(progress);
}

void IngestWorker::sendLetters(const IngestBatch &batch)
{
    QList<std::pair<QByteArray, QByteArray>> records;
    for (const DeadLetter &letter :
         batch.deadLetters.first(std::min(batch.deadLetters.size(), lettersPerBatch)))
        records.append(deadLetterMessage(letter, m_options.consumerId));
    if (records.isEmpty())
        return;
    if (const Result<qint64> sent = m_options.dlq->appendAll(records); !sent)
        Q_EMIT failed(Error(sent.error()).within(u"ingest.dlq"));
}

/// Once for each new kind of failure: the retries in between are nobody's news.
void IngestWorker::tellFailure(Error error)
{
    if (error.code == Errc::Corrupt) // a damaged database; Corrupt alone speaks of the log
        error.code = Errc::Io;
    error = std::move(error).within(u"ingest");
    if (m_told == error)
        return;
    m_told = error;
    Q_EMIT lagKnown(std::nullopt); // what is stored stands still, what waits is not looked at
    Q_EMIT failed(error);
}

} // namespace assay
