// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/worker_thread.h"
#include "service/event_feed_reader.h"
#include "service/event_feed_view.h"

#include <QtCore/QPointer>

namespace assay {

/// A stream of events to look at: from Kafka, from the logs of this machine, or from a file. What is read
/// goes into a spool on disk, so that ten million events cost no more memory than ten; rows are decoded
/// when somebody looks at them.
///
/// Nothing here commits offsets or joins a group. Reading, decoding and filtering run on threads of the
/// feed's own; answers arrive on the thread it lives on, and not at all once their context is gone.
class EventFeed final : public QObject
{
    Q_OBJECT
public:
    template<typename T>
    using Reply = std::function<void(Result<T>)>;

    /// @param spoolFolder made when needed; what is spooled has no name in it, and goes with the feed
    explicit EventFeed(QString spoolFolder, qsizetype maxMessageBytes = 10 << 20, QObject *parent = nullptr);
    ~EventFeed() override;

    /// Leaves what was open. The filter stays in force.
    void open(const FeedSource &source, const FeedStart &start = {});
    void close();
    /// The same source and start once more.
    void retry() { open(FeedSource(m_source), m_start); }
    /// Goes to the end of one partition (its place in state().partitions), or of all with −1: what lies
    /// before it is left out and told as a gap.
    void stopScan(int partition = -1);

    const FeedSource &source() const { return m_source; }
    const FeedStart &start() const { return m_start; }
    const FeedState &state() const { return m_state; }
    const FeedView &view() const { return m_view; }

    /// Shows only what `filter` lets through; the empty filter shows all. @param text as it was typed
    void setFilter(const QString &text, const Filter &filter);
    QString filterText() const { return m_filterText; }

    /// Rows `first` … `first` + `count` − 1 of the view, fewer at its end; at most 1,024. Rows of another
    /// generation than the view's give none.
    void readRows(quint64 generation, qint64 first, int count, QObject *context, Reply<QList<FeedRow>> reply);
    void readDetail(qint64 record, QObject *context, Reply<FeedDetail> reply);
    /// Row of the first record whose time is `time` or later; nullopt when there is none.
    void findTime(UtcTime time, QObject *context, Reply<std::optional<qint64>> reply);
    /// Row of a record by its place in the log; an empty topic matches any.
    void findOffset(const QString &topic, int partition, qint64 offset, QObject *context,
                    Reply<std::optional<qint64>> reply);

    /// Writes a capture file. @return how many records it holds. @errors Cancelled, DiskFull, Io, NotFound
    void save(FeedSave what, QObject *context, Reply<qint64> reply);
    void cancelSave();

Q_SIGNALS:
    /// state() has news; at most 60 times a second.
    void stateChanged();
    /// view() has news; at most 60 times a second. Rows only ever come behind the others, unless the
    /// generation is another.
    void viewChanged();
    void saving(qint64 done, qint64 all);

private:
    void takeState(quint64 session, const FeedState &state);
    void takeView(const FeedView &view);

    template<typename T, typename Job>
    void ask(QObject *context, Reply<T> reply, Job job);

    FeedSource m_source;
    FeedStart m_start;
    FeedState m_state;
    FeedView m_view;
    QString m_filterText;
    Filter m_filter;
    quint64 m_session = 0;
    quint64 m_generation = 0;
    JobQueue m_home; ///< where the workers' answers arrive; outlives them
    std::unique_ptr<WorkerThread<FeedViewer>> m_viewer;
    std::unique_ptr<WorkerThread<FeedReader>> m_reader;
};

} // namespace assay
