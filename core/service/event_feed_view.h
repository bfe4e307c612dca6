// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/event_row.h"
#include "service/event_state.h"
#include "stream/capture.h"
#include "stream/codec.h"
#include "stream/field_tree.h"
#include "turn/filter.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace assay {

/// How much of a feed there is to see: all records, or those a filter lets through.
struct FeedView
{
    quint64 generation = 0;  ///< changes with source and filter; rows of another one mean nothing
    qint64 count = 0;        ///< rows, index 0 = the oldest
    QString filter{};        ///< canonical text; empty = none
    qint64 scanned = 0;      ///< records the filter has looked at
    qint64 records = 0;      ///< records there are
    qint64 examined = 0;     ///< of a capture: records looked through for undecodable ones
    qint64 undecodable = 0;  ///< of a capture
    QList<FeedRow> newest{}; ///< the last rows, oldest first

    bool isFiltered() const { return !filter.isEmpty(); }
    bool isScanned() const { return !isFiltered() || scanned >= records; }
};

/// All there is to say of one record.
struct FeedDetail
{
    FeedRow row{};
    LogRecord record{}; ///< as received
    FieldTree tree{};
    QString facts{}; ///< "Metrics · vocabulary A"
    QList<FilterReason> why{};
};

/// What to save.
struct FeedSave
{
    QString path{};
    bool redact = false;
    bool wholeFeed = true; ///< else the rows of the view, the filter applied
    qint64 first = 0;      ///< row of the view, or record of the feed
    qint64 last = -1;      ///< inclusive; −1 = to the end
    QString source{};
};

/// Reads the spool back, on a thread of its own: rows, details, the filter, saving. Part of EventFeed.
///
/// Long work (filtering, looking through a capture, saving) is done in slices of a few milliseconds, so
/// that rows asked for in between do not wait. Run it inside WorkerThread<FeedViewer>.
class FeedViewer final : public QObject
{
public:
    struct Sinks
    {
        std::function<void(const FeedView &view)> changed{}; ///< at most every 60 ms
        /// A capture was opened; `problem` says what was left out of it.
        std::function<void(quint64 session, const Result<FeedState> &state)> captureOpened{};
        std::function<void(qint64 done, qint64 all)> saving{};
    };

    FeedViewer(Sinks sinks, qsizetype maxMessageBytes);
    ~FeedViewer() override;

    void close(quint64 generation);
    /// A spool that grows as grow() tells.
    void follow(quint64 generation, std::shared_ptr<CaptureReader> spool);
    void openCapture(quint64 session, quint64 generation, const QString &path);
    void grow();
    void setFilter(quint64 generation, const QString &text, const Filter &filter);

    Result<QList<FeedRow>> rows(quint64 generation, qint64 first, int count);
    Result<FeedDetail> detail(qint64 record);
    /// Row of the first record at or after a moment; nullopt when none is.
    Result<std::optional<qint64>> rowAt(UtcTime time);
    /// Row of a record by its place in the log. `topic` empty = any; a filter that hides it gives nullopt.
    Result<std::optional<qint64>> rowOf(const QString &topic, int partition, qint64 offset);

    void save(const FeedSave &what, std::function<void(Result<qint64>)> done);
    void cancelSave();

private:
    struct Saving;

    FeedRow rowOfRecord(qint64 number, const LogRecord &record);
    Result<QList<LogRecord>> read(qint64 first, qint64 limit) const;
    QList<FeedRow> rowsOf(qint64 first, qint64 count);
    qint64 viewCount() const;
    qint64 rowOfNumber(qint64 record) const; ///< first row at or behind it
    void work();
    bool filterSlice();
    bool examineSlice();
    bool saveSlice();
    void report(bool now);
    void wake();

    Sinks m_sinks;
    Codec m_codec;
    qsizetype m_maxMessageBytes;
    std::shared_ptr<CaptureReader> m_spool;
    bool m_isCapture = false;
    FeedView m_view;
    Filter m_filter;
    std::vector<quint32> m_matches; ///< record numbers, ascending
    std::unique_ptr<Saving> m_saving;
    QTimer m_timer;
    QTimer m_reportSoon;
    QElapsedTimer m_sinceReport;
};

} // namespace assay
