// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/ingest_feed.h"
#include "service/ingest_lag.h"
#include "store/store.h"

#include <QtCore/QObject>

#include <memory>
#include <vector>

namespace assay {

/// What one committed batch brought.
struct IngestProgress
{
    QStringList turnIds{};   ///< turns written or labelled
    QStringList threadIds{}; ///< their threads
    int events = 0;
    int duplicates = 0;
    int echoes = 0;
    int conflicts = 0;
    int deadLetters = 0; ///< stored with their reason; conflicts included
    int gaps = 0;
    qint64 nextOffset = 0; ///< of the last partition in the batch
    QList<LogPosition> positions{};
    QList<LogPartitionState> states{}; ///< of the log they came from, when they were handed on
};

struct IngestOptions
{
    Clock clock = utcNow;
    std::chrono::milliseconds errorPause{1000};
    qint64 queueBytes = 32 << 20;     ///< read but not yet stored, at most
    bool untilEnd = false;            ///< tell when what is in the logs now has been stored
    std::shared_ptr<LogWriter> dlq{}; ///< where undecodable records are told of as well; nullptr = nowhere
    QString consumerId = QStringLiteral("assay");
};

/// Pumps logs into the store: the only path into it. Each log is read and decoded on a thread of
/// its own (IngestFeed); this object writes, on the thread it lives on.
///
/// Rows and the next offsets are committed together, so that a crash neither loses nor doubles
/// anything. A record that cannot be decoded becomes a dead letter; a store that cannot be written
/// (disk full, locked) holds the batch until it can, and a full queue holds the logs. Reads go
/// through openReadOnly() elsewhere. Run it inside WorkerThread<IngestWorker>; signals are the only way out.
class IngestWorker final : public QObject
{
    Q_OBJECT
public:
    IngestWorker(std::vector<IngestSource> sources, std::unique_ptr<Store> store, IngestOptions options = {});
    ~IngestWorker() override;

    /// Goes on where the store's positions say, and pumps until stop() or the thread ends.
    void start();
    /// The batch being written is finished, what only waits is read again another time.
    void stop();

Q_SIGNALS:
    void ingested(const assay::IngestProgress &progress);
    /// Records that wait to be stored, every 2 s and with each batch; nullopt = unknown.
    void lagKnown(std::optional<qint64> records);
    /// Something stands in the way; tried again after a pause, told once. Nothing is skipped.
    void failed(const assay::Error &error);
    /// The store takes batches again.
    void recovered();
    /// With IngestOptions::untilEnd: all that was there at the start is stored.
    void reachedEnd();

private:
    void pump();
    Result<> startFeeds();
    Result<> handle();
    void writeBatch(const BatchOutcome &outcome);
    void sendLetters(const IngestBatch &batch);
    void tellFailure(Error error);

    std::unique_ptr<Store> m_store;
    IngestOptions m_options;
    IngestQueue m_queue;
    std::vector<std::unique_ptr<IngestFeed>> m_feeds; // after the queue: joined before it goes
    std::optional<FeedItem> m_item;                   ///< being worked on; stays until it is done
    std::optional<Error> m_told;                      ///< the store's failure that stands
    std::size_t m_feedsAtEnd = 0;
    IngestLag m_lag;
    bool m_running = false;
    bool m_fed = false;
};

} // namespace assay
