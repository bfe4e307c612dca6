// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/event_source.h"
#include "service/event_state.h"
#include "stream/capture.h"
#include "stream/codec.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <deque>

namespace assay {

/// Reads logs into a spool on a thread of its own and counts what it sees. Part of EventFeed.
///
/// Run it inside WorkerThread<FeedReader>; each slot is one poll.
class FeedReader final : public QObject
{
public:
    /// Called on the reader's thread.
    struct Sinks
    {
        std::function<void(quint64 session, std::shared_ptr<CaptureReader> spool)> opened{};
        std::function<void(quint64 session, const FeedState &state)> changed{}; ///< at most every 60 ms
    };

    /// @param spoolFolder where the spool lies; it has no name there and goes with its last reader
    FeedReader(QString spoolFolder, Sinks sinks);
    ~FeedReader() override;

    /// Drops what was read so far and begins anew.
    void open(quint64 session, FeedSource source, const FeedStart &start);
    void close();

    /// Goes to the end of a partition, or of all with −1; what lies before it is left out and told as a gap.
    void stopScan(int track);

private:
    /// One partition of one reader.
    struct Track
    {
        std::size_t reader = 0;
        FeedPartition facts{};
        std::optional<qint64> expected{}; ///< offset the next record has when nothing is missing
        std::deque<qint64> counts{};      ///< records per tick, newest last
        qint64 counted = 0;               ///< in this tick
    };

    Result<> openReaders();
    Result<> place(Track &track, const LogExtent &extent, int partitions);
    void pump();
    void next(std::chrono::milliseconds after);
    void poll(std::size_t reader, std::chrono::milliseconds wait);
    void failed(Error error);
    void take(std::size_t reader, LogRecord &&record);
    void noteGap(Track &track, qint64 next);
    void addGap(Track &track, FeedGap gap);
    bool spoolPending();
    bool isBackfilling() const;
    void tick();
    void report(bool now);
    void refresh();
    Track *trackOf(std::size_t reader, int partition);

    QString m_folder;
    Sinks m_sinks;
    quint64 m_session = 0;
    FeedSource m_source;
    FeedStart m_start;
    FeedSource::Readers m_readers;
    std::vector<Track> m_tracks;
    std::unique_ptr<CaptureWriter> m_spool;
    QList<LogRecord> m_pending; ///< read, not yet in the spool
    Codec m_codec;
    FeedState m_state;
    QTimer m_timer; ///< drives pump()
    QElapsedTimer m_sinceOpen;
    QElapsedTimer m_sinceReport;
    QElapsedTimer m_sinceTick;
};

} // namespace assay
