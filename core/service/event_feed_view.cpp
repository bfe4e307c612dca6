// SPDX-License-Identifier: Apache-2.0
#include "service/event_feed_view.h"

#include "base/tr.h"
#include "service/event_detail.h"
#include "service/event_save.h"
#include "stream/filter_row.h"

#include <QtCore/QFileInfo>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds slice{6};
constexpr std::chrono::milliseconds reportEvery{60};
constexpr qsizetype chunk = 256;
constexpr qint64 newestRows = 64;
constexpr int mostRows = 1024; ///< in one answer

} // namespace

FeedViewer::FeedViewer(Sinks sinks, qsizetype maxMessageBytes)
    : m_sinks(std::move(sinks)), m_codec({.maxMessageBytes = maxMessageBytes}),
      m_maxMessageBytes(maxMessageBytes), m_timer(this), m_reportSoon(this)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    m_reportSoon.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FeedViewer::work);
    connect(&m_reportSoon, &QTimer::timeout, this, [this] { report(true); });
}

FeedViewer::~FeedViewer() = default;

void FeedViewer::close(quint64 generation)
{
    m_saving.reset();
    m_spool.reset();
    m_isCapture = false;
    m_filter = {};
    m_matches = {};
    m_view = {.generation = generation};
}

void FeedViewer::follow(quint64 generation, std::shared_ptr<CaptureReader> spool)
{
    close(generation);
    m_spool = std::move(spool);
    grow();
}

void FeedViewer::openCapture(quint64 session, quint64 generation, const QString &path)
{
    close(generation);
    Result<std::unique_ptr<CaptureReader>> reader = CaptureReader::open(path);
    if (!reader) {
        m_sinks.captureOpened(session, fail(std::move(reader.error())));
        return;
    }
    m_spool = std::move(*reader);
    m_isCapture = true;
    m_sinks.captureOpened(session, captureState(*m_spool, QFileInfo(path).fileName()));
    grow();
}

void FeedViewer::grow()
{
    if (!m_spool)
        return;
    m_view.records = m_spool->count();
    if (!m_view.isFiltered())
        m_view.count = m_view.records;
    report(false);
    wake();
}

void FeedViewer::setFilter(quint64 generation, const QString &text, const Filter &filter)
{
    m_filter = filter;
    m_matches = {};
    m_view.generation = generation;
    m_view.filter = text;
    m_view.scanned = 0;
    m_view.count = m_view.isFiltered() ? 0 : m_view.records;
    wake();
    report(!m_view.isFiltered());
}

qint64 FeedViewer::viewCount() const
{
    return m_view.isFiltered() ? static_cast<qint64>(m_matches.size()) : m_view.records;
}

FeedRow FeedViewer::rowOfRecord(qint64 number, const LogRecord &record)
{
    FeedRow row = feedRow(record, m_codec.decode(record.value, DecodeMode::Tolerant));
    row.record = number;
    return row;
}

/// Several records, or, where one of them lies in a damaged block, the first alone.
Result<QList<LogRecord>> FeedViewer::read(qint64 first, qint64 limit) const
{
    Result<QList<LogRecord>> records = m_spool->records(first, limit);
    if (records && !records->isEmpty())
        return records;
    return m_spool->record(first).then(
        [](LogRecord &&record) -> Result<QList<LogRecord>> { return QList<LogRecord>{std::move(record)}; });
}

QList<FeedRow> FeedViewer::rowsOf(qint64 first, qint64 count)
{
    QList<FeedRow> rows;
    first = std::max<qint64>(0, first);
    const qint64 last = std::min(first + count, viewCount());
    for (qint64 at = first; at < last;) {
        // Neighbours in the file are read together.
        const qint64 number =
            m_view.isFiltered() ? static_cast<qint64>(m_matches[static_cast<std::size_t>(at)]) : at;
        qint64 together = 1;
        while (at + together < last && together < chunk &&
               (!m_view.isFiltered() ||
                static_cast<qint64>(m_matches[static_cast<std::size_t>(at + together)]) == number + together))
            ++together;
        const Result<QList<LogRecord>> records = read(number, together);
        if (!records)
            rows.append({.record = number, .summary = records.error().message, .undecodable = true});
        else
            for (qsizetype i = 0; i < records->size(); ++i)
                rows.append(rowOfRecord(number + i, records->at(i)));
        at += records ? records->size() : 1;
    }
    return rows;
}

Result<QList<FeedRow>> FeedViewer::rows(quint64 generation, qint64 first, int count)
{
    if (generation != m_view.generation || !m_spool)
        return QList<FeedRow>{};
    return rowsOf(first, std::min(count, mostRows));
}

Result<FeedDetail> FeedViewer::detail(qint64 record)
{
    if (!m_spool)
        return fail(Errc::NotFound, Tr::tr("Nothing is open."));
    Result<LogRecord> read = m_spool->record(record);
    if (!read)
        return fail(std::move(read.error()));
    const Decoded<DecodedMessage> message = m_codec.decode(read->value, DecodeMode::Tolerant);
    FeedDetail detail = feedDetail(*read, message, m_maxMessageBytes);
    detail.row.record = record;
    if (m_view.isFiltered())
        detail.why = m_filter.why(EventFilterRow(*read, message), utcNow());
    return detail;
}

qint64 FeedViewer::rowOfNumber(qint64 record) const
{
    if (!m_view.isFiltered())
        return record;
    return std::ranges::lower_bound(m_matches, static_cast<quint32>(record)) - m_matches.begin();
}

Result<std::optional<qint64>> FeedViewer::rowAt(UtcTime time)
{
    if (!m_spool)
        return std::optional<qint64>();
    Result<qint64> number = m_spool->firstAtOrAfter(time);
    if (!number)
        return fail(std::move(number.error()));
    const qint64 row = rowOfNumber(*number);
    return row < viewCount() ? std::optional(row) : std::nullopt;
}

Result<std::optional<qint64>> FeedViewer::rowOf(const QString &topic, int partition, qint64 offset)
{
    if (!m_spool)
        return std::optional<qint64>();
    for (const CaptureStream &stream : m_spool->streams()) {
        if (stream.partition != partition || (!topic.isEmpty() && stream.topic != topic))
            continue;
        Result<std::optional<qint64>> number = m_spool->numberOf(stream.topic, partition, offset);
        if (!number || !*number)
            return number;
        const qint64 row = rowOfNumber(**number);
        const bool shown =
            !m_view.isFiltered() ||
            (row < viewCount() && static_cast<qint64>(m_matches[static_cast<std::size_t>(row)]) == **number);
        return shown ? std::optional(row) : std::nullopt;
    }
    return std::optional<qint64>();
}

void FeedViewer::wake()
{
    if (!m_timer.isActive())
        m_timer.start();
}

void FeedViewer::work()
{
    QElapsedTimer watch;
    watch.start();
    bool more = m_spool != nullptr;
    while (more && watch.elapsed() < slice.count())
        more = filterSlice() || examineSlice() || saveSlice();
    if (more)
        wake();
}

bool FeedViewer::filterSlice()
{
    if (m_view.isScanned())
        return false;
    const Result<QList<LogRecord>> records = read(m_view.scanned, chunk);
    const UtcTime now = utcNow();
    if (!records)
        ++m_view.scanned; // what cannot be read cannot match
    else
        for (const LogRecord &record : *records) {
            const Decoded<DecodedMessage> message = m_codec.decode(record.value, DecodeMode::Tolerant);
            if (m_filter.matches(EventFilterRow(record, message), now))
                m_matches.push_back(static_cast<quint32>(m_view.scanned));
            ++m_view.scanned;
        }
    m_view.count = viewCount();
    report(m_view.isScanned());
    return !m_view.isScanned();
}

bool FeedViewer::examineSlice()
{
    if (!m_isCapture || m_view.examined >= m_view.records)
        return false;
    const Result<QList<LogRecord>> records = read(m_view.examined, chunk);
    if (!records)
        ++m_view.undecodable;
    else
        for (const LogRecord &record : *records)
            if (!record.value.isNull() && !m_codec.decode(record.value, DecodeMode::Tolerant))
                ++m_view.undecodable;
    m_view.examined += records ? records->size() : 1;
    report(m_view.examined >= m_view.records);
    return m_view.examined < m_view.records;
}

void FeedViewer::report(bool now)
{
    if (!now && m_sinceReport.isValid() && m_sinceReport.elapsed() < reportEvery.count()) {
        if (!m_reportSoon.isActive())
            m_reportSoon.start(reportEvery);
        return;
    }
    m_sinceReport.start();
    m_reportSoon.stop();
    m_view.count = viewCount();
    m_view.newest = m_spool ? rowsOf(m_view.count - newestRows, newestRows) : QList<FeedRow>();
    m_sinks.changed(m_view);
    m_view.newest.clear();
}

struct FeedViewer::Saving
{
    CaptureSaver saver;
    std::function<void(Result<qint64>)> done{};
};

void FeedViewer::save(const FeedSave &what, std::function<void(Result<qint64>)> done)
{
    if (!m_spool || m_saving) {
        done(fail(Errc::InvalidArgument, m_saving ? Tr::tr("A capture is being saved already.")
                                                  : Tr::tr("There is nothing to save.")));
        return;
    }
    std::vector<quint32> numbers;
    if (!what.wholeFeed && m_view.isFiltered())
        numbers = m_matches;
    Result<CaptureSaver> saver = CaptureSaver::start(what, m_spool, std::move(numbers));
    if (!saver) {
        done(fail(std::move(saver.error())));
        return;
    }
    m_saving = std::make_unique<Saving>(Saving{.saver = std::move(*saver), .done = std::move(done)});
    wake();
}

void FeedViewer::cancelSave()
{
    if (const std::unique_ptr<Saving> saving = std::move(m_saving)) {
        saving->saver.abandon();
        saving->done(fail(Errc::Cancelled, Tr::tr("Saving was stopped; no file was left behind.")));
    }
}

bool FeedViewer::saveSlice()
{
    if (!m_saving)
        return false;
    Result<bool> more = m_saving->saver.step(chunk);
    m_sinks.saving(m_saving->saver.saved(), m_saving->saver.total());
    if (more && *more)
        return true;
    const std::unique_ptr<Saving> saving = std::move(m_saving);
    if (more)
        saving->done(saving->saver.saved());
    else
        saving->done(fail(std::move(more.error())));
    return false;
}

} // namespace assay
