// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/ingest_queue.h"
#include "service/record_reader.h"

#include <atomic>
#include <thread>

namespace assay {

/// One log to be ingested.
struct IngestSource
{
    std::unique_ptr<LogReader> reader{};
    QString topic{};          ///< as its records carry it
    QList<int> partitions{0}; ///< to read; empty: those that a group gives us
    bool own = true;          ///< an embedded log of this machine
    bool fromLatest = false;  ///< where the store knows no position: at the end, not at the first record held
};

struct IngestFeedOptions
{
    Clock clock = utcNow;
    std::chrono::milliseconds errorPause{1000};
    bool untilEnd = false;
};

/// Reads and decodes one log on a thread of its own, and puts batches into the queue.
///
/// A trickle is handed on at once; under load a batch grows while the one before is being written,
/// up to 20,000 rows, 8 MiB or 100 ms.
class IngestFeed
{
public:
    IngestFeed(IngestSource source, int index, IngestQueue &queue, IngestFeedOptions options);
    /// The queue must be closed by then.
    ~IngestFeed();
    Q_DISABLE_COPY_MOVE(IngestFeed)

    void start(const QList<LogPosition> &stored);

    const QString &topic() const { return m_source.topic; }

    /// These next offsets are stored: the broker may be told.
    void noteStored(const QHash<int, qint64> &nextOffsets);

private:
    using Steady = std::chrono::steady_clock;

    void run(const QList<LogPosition> &stored);
    Result<> place(const QList<LogPosition> &stored);
    void watch();
    QHash<int, qint64> gained(const QList<int> &partitions);
    void lost(const QList<int> &partitions);
    bool step();
    void take(LogBatch records);
    void take(const LogRecord &record);
    void noteGap(const LogRecord &record, qint64 expected);
    bool isRipe(bool more) const;
    bool handOn();
    bool tell(Error error);
    void lookForEnd();
    void tellStates();
    void tellBroker();

    IngestSource m_source;
    int m_index;
    IngestQueue &m_queue;
    IngestFeedOptions m_options;
    RecordReader m_records;
    std::unique_ptr<IngestBatch> m_batch;
    Steady::time_point m_begun{};              ///< when the first record of m_batch came
    QHash<int, qint64> m_expected;             ///< partition → next offset, pending records counted in
    std::optional<QList<LogExtent>> m_extents; ///< of the log when the feed began
    bool m_endTold = false;
    std::mutex m_storedMutex;
    QHash<int, qint64> m_stored; ///< to be told to the broker
    Steady::time_point m_toldBroker{};
    Steady::time_point m_toldStates{};
    std::thread m_thread;
};

} // namespace assay
