// SPDX-License-Identifier: Apache-2.0
#include "stream/log_reader.h"

#include "base/tr.h"

#include <QtCore/QFile>

#include <fcntl.h>

#include <cerrno>
#include <thread>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds lookAgain{20};

FileHandle openForReading(const QString &path)
{
    return FileHandle(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC));
}

/// Headers of the good blocks of a segment in order, until `visit` answers false.
void forEachBlock(const FileHandle &file, const std::function<bool(const BlockHeader &)> &visit)
{
    const qint64 end = file.size();
    for (qint64 at = segmentHeaderSize; at >= 0 && at < end;) {
        const BlockRead block = readBlock(file, at, end, false);
        if (block.state != BlockRead::State::Good) {
            at = findBlock(file, at + 1, end);
            continue;
        }
        if (!visit(*block.header))
            return;
        at = block.end;
    }
}

tl::unexpected<Error> damaged(const QDir &directory, qint64 from, qint64 to)
{
    return fail(Error{
        .code = Errc::Corrupt,
        .message = Tr::tr("The log in %1 is damaged: the records at offsets %2 to %3 cannot be read and were "
                          "skipped.")
                       .arg(directory.path())
                       .arg(from)
                       .arg(to - 1),
        .where = u"stream.log"_s});
}

} // namespace

QString topicOf(const QUuid &logId)
{
    return u"local-"_s + logId.toString(QUuid::Id128).left(8);
}

EmbeddedLogReader::EmbeddedLogReader(QDir directory, std::shared_ptr<LogEnd> end)
    : m_directory(std::move(directory)), m_end(std::move(end))
{
}

Result<std::unique_ptr<LogReader>> EmbeddedLogReader::open(QDir directory, std::shared_ptr<LogEnd> end)
{
    const Result<QString> topic = embeddedLogTopic(directory.path());
    if (!topic)
        return fail(topic.error());
    std::unique_ptr<EmbeddedLogReader> reader(new EmbeddedLogReader(std::move(directory), std::move(end)));
    reader->m_topic = *topic;
    const QList<qint64> bases = segmentsIn(reader->m_directory);
    if (Result<> placed = reader->place(bases.first(), bases.first()); !placed)
        return fail(std::move(placed.error()));
    return std::unique_ptr<LogReader>(std::move(reader));
}

Result<> EmbeddedLogReader::openSegment(qint64 base)
{
    const QString path = segmentPath(m_directory, base);
    m_file = openForReading(path);
    if (!m_file.isOpen())
        return fail(fileError(errno, Tr::tr("The log segment %1 was not opened").arg(path)));
    m_base = base;
    m_at = segmentHeaderSize;
    return {};
}

Result<> EmbeddedLogReader::seek(int partition, qint64 offset)
{
    if (partition != 0 || offset < 0)
        return fail(Errc::InvalidArgument, Tr::tr("The embedded log has partition 0 and offsets from 0 on."));
    const QList<qint64> bases = segmentsIn(m_directory);
    if (bases.isEmpty())
        return fail(Errc::NotFound, Tr::tr("There is no log in %1.").arg(m_directory.path()));
    m_ready.clear();
    m_failure.reset();
    if (Result<> placed = place(std::max(offset, bases.first()), bases.first()); !placed)
        return placed;
    if (offset < bases.first())
        m_failure = Error{.code = Errc::NotFound,
                          .message = Tr::tr("The log in %1 no longer holds the records at offsets %2 to %3; "
                                            "reading goes on behind them.")
                                         .arg(m_directory.path())
                                         .arg(offset)
                                         .arg(bases.first() - 1),
                          .where = u"stream.log"_s};
    return {};
}

/// Goes to the block that holds `offset`, or to the end.
Result<> EmbeddedLogReader::place(qint64 offset, qint64 low)
{
    qint64 base = low;
    for (const qint64 candidate : segmentsIn(m_directory))
        if (candidate <= offset)
            base = candidate;
    if (Result<> opened = openSegment(base); !opened)
        return opened;
    m_next = offset;
    for (const qint64 end = readableEnd(); m_at < end;) {
        const BlockRead block = readBlock(m_file, m_at, end, false);
        if (block.state != BlockRead::State::Good ||
            block.header->firstOffset + block.header->records > offset)
            break;
        m_at = block.end;
    }
    return {};
}

qint64 EmbeddedLogReader::readableEnd() const
{
    if (m_end) {
        const std::lock_guard guard(m_end->mutex);
        if (m_end->segment == m_base)
            return m_end->bytes;
    }
    return m_file.size();
}

Result<bool> EmbeddedLogReader::nextSegment()
{
    const QList<qint64> bases = segmentsIn(m_directory);
    const auto later = std::ranges::upper_bound(bases, m_base);
    if (later == bases.end())
        return false;
    if (m_end) {
        // The writer shows a new segment before anything in it has been flushed.
        const std::lock_guard guard(m_end->mutex);
        if (*later > m_end->segment)
            return false;
    }
    // What was appended between the last look and the closing of this segment comes first.
    if (m_at < readableEnd() && readBlock(m_file, m_at, readableEnd(), false).state == BlockRead::State::Good)
        return true;
    const qint64 base = *later;
    if (Result<> opened = openSegment(base); !opened)
        return fail(std::move(opened.error()));
    if (base <= m_next)
        return true;
    return damaged(m_directory, std::exchange(m_next, base), base);
}

void EmbeddedLogReader::take(const BlockHeader &header, const QByteArray &payload)
{
    const auto records = decodePayload(payload, header.records);
    if (!records)
        return; // the checksum was right, so the writer wrote nonsense; the gap is noticed by its offsets
    qint64 offset = header.firstOffset;
    for (const auto &[key, value] : *records) {
        if (offset >= m_next) {
            m_ready.append(LogRecord{.topic = m_topic,
                                     .partition = 0,
                                     .offset = offset,
                                     .timestamp = fromMicros(header.timestamp),
                                     .key = key,
                                     .value = value});
            m_next = offset + 1;
        }
        ++offset;
    }
}

/// Goes past a block that cannot be read. @return false when there may be more to come in its place.
Result<bool> EmbeddedLogReader::skipDamage(const BlockRead &block, qint64 end)
{
    const bool skipsExactly = block.state == BlockRead::State::Damaged && block.header;
    const qint64 later = skipsExactly && block.end < end ? block.end : findBlock(m_file, m_at + 1, end);
    const BlockRead found = later >= 0 ? readBlock(m_file, later, end, false) : BlockRead{};
    if (found.header && found.state == BlockRead::State::Good) {
        m_at = later;
        if (found.header->firstOffset <= m_next)
            return true;
        return damaged(m_directory, std::exchange(m_next, found.header->firstOffset),
                       found.header->firstOffset);
    }
    // At the end of the file: being written by another process, or torn and about to be cut.
    return nextSegment();
}

/// Reads one block. @return false when there is nothing new.
Result<bool> EmbeddedLogReader::step()
{
    const qint64 end = readableEnd();
    if (m_at >= end)
        return nextSegment();
    const BlockRead block = readBlock(m_file, m_at, end);
    if (block.state != BlockRead::State::Good)
        return skipDamage(block, end);
    m_at = block.end;
    take(*block.header, block.payload);
    return true;
}

void EmbeddedLogReader::waitForMore(std::chrono::steady_clock::time_point deadline) const
{
    if (!m_end) {
        const auto left = deadline - std::chrono::steady_clock::now();
        std::this_thread::sleep_for(std::min<std::chrono::steady_clock::duration>(left, lookAgain));
        return;
    }
    std::unique_lock lock(m_end->mutex);
    m_end->grown.wait_until(lock, deadline, [&] { return m_end->segment != m_base || m_end->bytes > m_at; });
}

Result<QList<LogRecord>> EmbeddedLogReader::poll(std::chrono::milliseconds wait, int limit)
{
    if (m_failure)
        return fail(*std::exchange(m_failure, std::nullopt));
    const auto deadline = std::chrono::steady_clock::now() + wait;
    while (m_ready.size() < limit) {
        Result<bool> more = step();
        if (!more) {
            if (m_ready.isEmpty())
                return fail(std::move(more.error()));
            m_failure = std::move(more.error()); // told at the next call; what was read before it comes first
            break;
        }
        if (*more)
            continue;
        if (!m_ready.isEmpty() || std::chrono::steady_clock::now() >= deadline)
            break;
        waitForMore(deadline);
    }
    if (m_ready.size() <= limit)
        return std::exchange(m_ready, {});
    QList<LogRecord> now = m_ready.first(limit);
    m_ready.remove(0, limit);
    return now;
}

Result<LogExtent> EmbeddedLogReader::extent() const
{
    const QList<qint64> bases = segmentsIn(m_directory);
    if (bases.isEmpty())
        return fail(Errc::NotFound, Tr::tr("There is no log in %1.").arg(m_directory.path()));
    if (m_end) {
        const std::lock_guard guard(m_end->mutex);
        return LogExtent{.partition = 0, .low = bases.first(), .end = m_end->nextOffset};
    }
    const FileHandle last = openForReading(segmentPath(m_directory, bases.last()));
    LogExtent extent{.partition = 0, .low = bases.first(), .end = bases.last()};
    forEachBlock(last, [&](const BlockHeader &block) {
        extent.end = block.firstOffset + block.records;
        return true;
    });
    return extent;
}

Result<QList<int>> EmbeddedLogReader::partitions()
{
    return QList<int>{0};
}

Result<QList<LogExtent>> EmbeddedLogReader::extents()
{
    Result<LogExtent> only = extent();
    if (!only)
        return fail(std::move(only.error()));
    return QList<LogExtent>{*only};
}

Result<qint64> EmbeddedLogReader::offsetAt(int partition, UtcTime time)
{
    const Result<LogExtent> all = extent();
    if (!all)
        return fail(all.error());
    if (partition != 0)
        return fail(Errc::InvalidArgument, Tr::tr("The embedded log has partition 0 and offsets from 0 on."));
    const qint64 wanted = toMicros(time);
    qint64 found = all->end;
    // From the newest segment back: the first one that begins before the moment holds it, or the one after.
    const QList<qint64> bases = segmentsIn(m_directory);
    for (auto base = bases.crbegin(); base != bases.crend(); ++base) {
        bool beginsBefore = false;
        bool first = true;
        forEachBlock(openForReading(segmentPath(m_directory, *base)), [&](const BlockHeader &block) {
            beginsBefore = beginsBefore || (std::exchange(first, false) && block.timestamp < wanted);
            if (block.timestamp < wanted)
                return true;
            found = std::min(found, block.firstOffset);
            return false;
        });
        if (beginsBefore)
            break;
    }
    return found;
}

std::optional<qint64> EmbeddedLogReader::position(int partition) const
{
    if (partition != 0)
        return std::nullopt;
    return m_ready.isEmpty() ? m_next : m_ready.first().offset;
}

QList<LogPartitionState> EmbeddedLogReader::states() const
{
    LogPartitionState state{.partition = 0, .position = position(0)};
    if (const Result<LogExtent> now = extent()) {
        state.low = now->low;
        state.end = now->end;
        state.seenAt = utcNow();
    }
    if (m_failure)
        state.lastError = m_failure->message;
    return {state};
}

LogGap EmbeddedLogReader::gapKind(int partition, qint64 from, qint64) const
{
    const QList<qint64> bases = segmentsIn(m_directory);
    if (partition != 0 || bases.isEmpty())
        return LogGap::Unknown;
    return from < bases.first() ? LogGap::Retention : LogGap::Damage;
}

} // namespace assay
