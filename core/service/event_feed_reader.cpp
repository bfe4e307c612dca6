// SPDX-License-Identifier: Apache-2.0
#include "service/event_feed_reader.h"

#include "base/tr.h"

#include <QtCore/QDir>

namespace assay {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds pollWait = 40ms;
constexpr std::chrono::milliseconds errorPause = 1000ms;
constexpr std::chrono::milliseconds gather = 15ms; ///< a trickle is taken in sips, not drop by drop
constexpr auto reportEvery = 60ms;
constexpr auto tickEvery = 500ms;
constexpr int batch = 2000;
constexpr qint64 newestRecords = 1000; ///< how far back "newest" begins, all partitions together
constexpr std::chrono::milliseconds backfillAtMost = 1500ms;
constexpr int mostGaps = 64;
constexpr std::size_t rateTicks = 10;
constexpr int sparkTicks = 60;

bool due(const QElapsedTimer &since, std::chrono::milliseconds interval)
{
    return !since.isValid() || since.elapsed() >= interval.count();
}

} // namespace

FeedReader::FeedReader(QString spoolFolder, Sinks sinks)
    : m_folder(std::move(spoolFolder)), m_sinks(std::move(sinks)), m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FeedReader::pump);
}

FeedReader::~FeedReader() = default;

void FeedReader::close()
{
    m_timer.stop();
    m_readers.clear();
    m_tracks.clear();
    m_pending.clear();
    m_spool.reset();
    m_state = {};
}

void FeedReader::open(quint64 session, FeedSource source, const FeedStart &start)
{
    close();
    m_session = session;
    m_source = std::move(source);
    m_start = start;
    m_state.phase = FeedPhase::Opening;
    m_state.source = m_source.name;
    report(true);
    if (Result<> opened = openReaders(); !opened) {
        close();
        m_state.source = m_source.name;
        m_state.phase = FeedPhase::Failed;
        m_state.error = std::move(opened.error());
        report(true);
        return;
    }
    m_state.phase = FeedPhase::Scanning;
    m_sinceOpen.start();
    m_sinceTick.start();
    report(true);
    next(0ms);
}

Result<> FeedReader::openReaders()
{
    QDir().mkpath(m_folder);
    Result<std::unique_ptr<CaptureWriter>> spool =
        CaptureWriter::createUnnamed(m_folder, {.source = m_source.name});
    if (!spool)
        return fail(std::move(spool.error()));
    m_spool = std::move(*spool);
    Result<FeedSource::Readers> readers = m_source.open();
    if (!readers)
        return fail(std::move(readers.error()));
    m_readers = std::move(*readers);
    std::vector<Result<QList<LogExtent>>> extents;
    qsizetype partitions = 0;
    for (const std::unique_ptr<LogReader> &reader : m_readers) {
        extents.push_back(reader->extents());
        if (!extents.back())
            return fail(std::move(extents.back().error()));
        partitions += extents.back()->size();
    }
    for (std::size_t i = 0; i < m_readers.size(); ++i)
        for (const LogExtent &extent : *extents[i]) {
            Track track{.reader = i};
            track.facts.topic = m_readers[i]->topic();
            track.facts.partition = extent.partition;
            if (Result<> placed = place(track, extent, static_cast<int>(partitions)); !placed)
                return placed;
            m_tracks.push_back(std::move(track));
        }
    m_state.topic = m_readers.size() == 1 ? m_readers.front()->topic() : m_source.name;
    m_sinks.opened(m_session, m_spool->makeReader());
    return {};
}

Result<> FeedReader::place(Track &track, const LogExtent &extent, int partitions)
{
    LogReader &reader = *m_readers[track.reader];
    qint64 from = extent.low;
    switch (m_start.mode) {
    case FeedStart::Mode::Newest:
        from = std::max(extent.low, extent.end - (newestRecords + partitions - 1) / partitions);
        break;
    case FeedStart::Mode::Oldest: break;
    case FeedStart::Mode::Time: {
        Result<qint64> at = reader.offsetAt(extent.partition, m_start.time);
        if (!at)
            return fail(std::move(at.error()));
        from = *at;
        break;
    }
    case FeedStart::Mode::Offset: from = std::clamp(m_start.offset, extent.low, extent.end); break;
    }
    track.facts.low = extent.low;
    track.facts.end = extent.end;
    track.facts.start = from;
    track.facts.position = from;
    track.facts.target = extent.end;
    track.expected = from;
    return reader.seek(extent.partition, from);
}

void FeedReader::next(std::chrono::milliseconds after)
{
    m_timer.start(after);
}

void FeedReader::pump()
{
    if (!spoolPending()) { // the disk is full: read on once there is room
        report(false);
        next(errorPause);
        return;
    }
    const bool hadError = m_state.error.has_value();
    const auto wait = pollWait / static_cast<int>(std::max<std::size_t>(1, m_readers.size()));
    for (std::size_t i = 0; i < m_readers.size(); ++i)
        poll(i, m_pending.isEmpty() ? wait : 0ms);
    const bool trickle = m_pending.size() < batch / 4;
    if (!isBackfilling()) {
        std::ranges::stable_sort(m_pending, {}, &LogRecord::timestamp);
        spoolPending();
    }
    tick();
    report(false);
    const bool failing = m_state.error && !m_state.error->isRetryable() && hadError;
    next(failing ? errorPause : trickle ? gather : 0ms);
}

void FeedReader::poll(std::size_t reader, std::chrono::milliseconds wait)
{
    Result<QList<LogRecord>> records = m_readers[reader]->poll(wait, batch);
    if (!records) {
        failed(std::move(records.error()));
        return;
    }
    if (!records->isEmpty())
        m_state.error.reset();
    for (LogRecord &record : *records)
        take(reader, std::move(record));
}

void FeedReader::failed(Error error)
{
    // What these name is skipped, and shows as a gap; reading goes on.
    if (error.code == Errc::Corrupt)
        for (Track &track : m_tracks)
            track.facts.lastError = m_tracks.size() == 1 ? error.message : track.facts.lastError;
    m_state.error = std::move(error);
}

FeedReader::Track *FeedReader::trackOf(std::size_t reader, int partition)
{
    const auto found = std::ranges::find_if(m_tracks, [&](const Track &track) {
        return track.reader == reader && track.facts.partition == partition;
    });
    return found == m_tracks.end() ? nullptr : &*found;
}

void FeedReader::take(std::size_t reader, LogRecord &&record)
{
    Track *track = trackOf(reader, record.partition);
    if (!track) { // added to the topic after we opened it
        m_tracks.push_back({.reader = reader});
        track = &m_tracks.back();
        track->facts.topic = record.topic;
        track->facts.partition = record.partition;
        track->facts.start = record.offset;
        track->expected = record.offset;
    }
    if (track->expected && record.offset > *track->expected)
        noteGap(*track, record.offset);
    track->expected = record.offset + 1;
    track->facts.position = record.offset + 1;
    ++track->facts.records;
    ++track->counted;
    ++m_state.examined;
    if (!record.value.isNull() && !m_codec.decode(record.value, DecodeMode::Tolerant)) {
        ++track->facts.undecodable;
        ++m_state.undecodable;
        addGap(*track, {.kind = FeedGap::Kind::Decode, .from = record.offset, .to = record.offset + 1});
    }
    m_pending.append(std::move(record));
}

void FeedReader::noteGap(Track &track, qint64 upTo)
{
    const LogGap kind = m_readers[track.reader]->gapKind(track.facts.partition, *track.expected, upTo);
    if (kind == LogGap::Transaction)
        return;
    track.facts.missing += upTo - *track.expected;
    addGap(track, {.kind = feedGapKind(kind), .from = *track.expected, .to = upTo});
}

void FeedReader::addGap(Track &track, FeedGap gap)
{
    QList<FeedGap> &gaps = track.facts.gaps;
    if (!gaps.isEmpty() && gaps.last().kind == gap.kind && gaps.last().to == gap.from)
        gaps.last().to = gap.to;
    else
        gaps.append(gap);
    if (gaps.size() > mostGaps)
        gaps.removeFirst();
}

bool FeedReader::isBackfilling() const
{
    // The newest of every partition come one partition after the other; shown by their times they make sense.
    if (m_start.mode != FeedStart::Mode::Newest || m_state.phase != FeedPhase::Scanning)
        return false;
    const bool there = std::ranges::all_of(m_tracks, [](const Track &track) {
        return track.facts.position && track.facts.target && *track.facts.position >= *track.facts.target;
    });
    return !there && m_sinceOpen.elapsed() < backfillAtMost.count();
}

bool FeedReader::spoolPending()
{
    if (m_pending.isEmpty() || isBackfilling())
        return true;
    qsizetype done = 0;
    Result<> written;
    while (done < m_pending.size() && written) {
        written = m_spool->append(m_pending.at(done));
        // A record that no capture can hold is left out, and said.
        if (written || written.error().code == Errc::InvalidArgument)
            ++done;
        if (!written && written.error().code == Errc::InvalidArgument) {
            m_state.error = written.error();
            written = {};
        }
    }
    m_pending.remove(0, done);
    if (written)
        written = m_spool->flush();
    if (!written)
        m_state.error = written.error();
    else
        m_state.records = m_spool->count();
    return written.has_value();
}

void FeedReader::stopScan(int index)
{
    for (std::size_t i = 0; i < m_tracks.size(); ++i) {
        Track &track = m_tracks[i];
        if ((index >= 0 && i != static_cast<std::size_t>(index)) || !track.facts.position)
            continue;
        const qint64 end = track.facts.end.value_or(*track.facts.position);
        if (end <= *track.facts.position || !m_readers[track.reader]->seek(track.facts.partition, end))
            continue;
        addGap(track, {.kind = FeedGap::Kind::Skipped, .from = *track.facts.position, .to = end});
        track.facts.missing += end - *track.facts.position;
        track.expected = end;
        track.facts.position = end;
        track.facts.target = end;
    }
    report(true);
}

void FeedReader::tick()
{
    if (!due(m_sinceTick, tickEvery))
        return;
    const double seconds = static_cast<double>(std::max<qint64>(1, m_sinceTick.restart())) / 1000.0;
    double all = 0.0;
    for (Track &track : m_tracks) {
        track.counts.push_back(std::exchange(track.counted, 0));
        if (track.counts.size() > rateTicks)
            track.counts.pop_front();
        qint64 sum = 0;
        for (const qint64 count : track.counts)
            sum += count;
        track.facts.rate = static_cast<double>(sum) / (seconds * static_cast<double>(track.counts.size()));
        all += static_cast<double>(track.counts.back()) / seconds;
    }
    m_state.rates.append(all);
    if (m_state.rates.size() > sparkTicks)
        m_state.rates.removeFirst();
    const qsizetype window = std::min<qsizetype>(static_cast<qsizetype>(rateTicks), m_state.rates.size());
    double sum = 0.0;
    for (const double rate : m_state.rates.last(window))
        sum += rate;
    m_state.rate = sum / static_cast<double>(window);
}

void FeedReader::refresh()
{
    bool there = true;
    m_state.partitions.clear();
    for (std::size_t i = 0; i < m_readers.size(); ++i)
        for (const LogPartitionState &state : m_readers[i]->states())
            if (Track *track = trackOf(i, state.partition)) {
                track->facts.low = state.low ? state.low : track->facts.low;
                track->facts.end = state.end ? state.end : track->facts.end;
                // Markers of transactions count as read, and are no records.
                if (state.position && track->expected && *state.position > *track->expected &&
                    m_pending.isEmpty())
                    track->facts.position = state.position;
                track->facts.lastError = state.lastError;
            }
    for (const Track &track : m_tracks) {
        m_state.partitions.append(track.facts);
        there = there && (!track.facts.target || track.facts.position.value_or(0) >= *track.facts.target);
    }
    if (m_state.phase == FeedPhase::Scanning && there && m_pending.isEmpty())
        m_state.phase = FeedPhase::Live;
}

void FeedReader::report(bool now)
{
    if (!now && !due(m_sinceReport, reportEvery))
        return;
    m_sinceReport.start();
    if (m_state.phase == FeedPhase::Scanning || m_state.phase == FeedPhase::Live)
        refresh();
    m_sinks.changed(m_session, m_state);
}

} // namespace assay
