// SPDX-License-Identifier: Apache-2.0
#include "stream/embedded_log.h"

#include "base/tr.h"
#include "stream/byte_io.h"
#include "stream/log_reader.h"

#include <QtCore/QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestAppend = 32 << 20;

tl::unexpected<Error> failWith(int error, const QString &what)
{
    return fail(fileError(error, what).within(u"stream.log"));
}

FileHandle openFile(const QString &path, int flags)
{
    return FileHandle(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600));
}

/// A new file's name is on disk only after its directory is.
void syncDirectory(const QDir &directory)
{
    const FileHandle handle = openFile(directory.path(), O_RDONLY | O_DIRECTORY);
    if (handle.isOpen())
        ::fsync(handle.fd());
}

} // namespace

EmbeddedLog::EmbeddedLog(QDir directory, EmbeddedLogOptions options)
    : m_directory(std::move(directory)), m_options(std::move(options))
{
}

EmbeddedLog::~EmbeddedLog() = default;

Result<std::unique_ptr<EmbeddedLog>> EmbeddedLog::open(const QString &directory, EmbeddedLogOptions options)
{
    std::unique_ptr<EmbeddedLog> log(new EmbeddedLog(QDir(directory), std::move(options)));
    if (Result<> locked = log->lock(); !locked)
        return fail(std::move(locked.error()));
    if (Result<> recovered = log->recover(); !recovered)
        return fail(std::move(recovered.error()));
    return log;
}

Result<> EmbeddedLog::lock()
{
    errno = 0;
    if (!QDir().mkpath(m_directory.path()))
        return failWith(errno == 0 ? EIO : errno,
                        Tr::tr("The log directory %1 was not made").arg(m_directory.path()));
    const QString path = m_directory.filePath(u"lock"_s);
    m_lock = openFile(path, O_RDWR | O_CREAT);
    if (!m_lock.isOpen())
        return failWith(errno, Tr::tr("The log's lock file %1 was not opened").arg(path));
    if (::flock(m_lock.fd(), LOCK_EX | LOCK_NB) != 0) {
        QByteArray owner(16, '\0');
        const ssize_t got = ::pread(m_lock.fd(), owner.data(), 16, 0);
        owner.truncate(std::max<qsizetype>(0, got));
        return fail(Errc::Unavailable,
                    Tr::tr("Another Assay (process %1) is writing the log in %2. Close it, or give this one "
                           "another data directory.")
                        .arg(QString::fromLatin1(owner.trimmed()), m_directory.path()));
    }
    // Only tells people whom to close; the lock itself is the flock.
    const QByteArray self = QByteArray::number(::getpid()) + '\n';
    if (::ftruncate(m_lock.fd(), 0) != 0 || !writeAll(m_lock.fd(), self, 0))
        return failWith(errno, Tr::tr("The log's lock file %1 was not written").arg(path));
    return {};
}

Result<> EmbeddedLog::recover()
{
    const QList<qint64> bases = segmentsIn(m_directory);
    if (bases.isEmpty()) {
        m_logId = QUuid::createUuid();
        m_topic = topicOf(m_logId);
        return createSegment(0);
    }
    return openSegment(bases.last());
}

Result<> EmbeddedLog::openSegment(qint64 base)
{
    const QString path = segmentPath(m_directory, base);
    m_segment = openFile(path, O_RDWR);
    if (!m_segment.isOpen())
        return failWith(errno, Tr::tr("The log segment %1 was not opened").arg(path));
    const std::optional<SegmentHeader> header = readSegmentHeader(m_segment);
    if (!header)
        return fail(Errc::Corrupt,
                    Tr::tr("%1 is not a log segment of this version of Assay. Move it away to go on "
                           "with the segments before it.")
                        .arg(path));
    m_logId = header->logId;
    m_topic = topicOf(m_logId);

    const qint64 size = m_segment.size();
    qint64 at = segmentHeaderSize;
    qint64 next = base;
    while (at < size) {
        const BlockRead block = readBlock(m_segment, at, size);
        if (block.state == BlockRead::State::Good) {
            next = block.header->firstOffset + block.header->records;
            at = block.end;
            continue;
        }
        // Damage with good blocks behind it is no torn tail: it stays, and readers name it.
        const qint64 later = findBlock(m_segment, at + 1, size);
        if (later < 0 || readBlock(m_segment, later, size).state != BlockRead::State::Good) {
            if (Result<> cut = cutTail(base, at, size); !cut)
                return cut;
            break;
        }
        at = later;
    }
    const std::lock_guard guard(m_end->mutex);
    m_end->segment = base;
    m_end->bytes = at;
    m_end->nextOffset = next;
    return {};
}

Result<> EmbeddedLog::cutTail(qint64 base, qint64 keep, qint64 size)
{
    const QString path = segmentPath(m_directory, base);
    const QString aside = m_directory.filePath(u"torn-%1-%2"_s.arg(keep).arg(toMicros(m_options.clock())));
    QByteArray tail(size - keep, Qt::Uninitialized);
    const ssize_t got = ::pread(m_segment.fd(), tail.data(), static_cast<size_t>(tail.size()), keep);
    tail.truncate(std::max<qsizetype>(0, got));
    const FileHandle copy = openFile(aside, O_WRONLY | O_CREAT | O_EXCL);
    if (!copy.isOpen() || !writeAll(copy.fd(), tail, 0) || ::fsync(copy.fd()) != 0)
        return failWith(errno, Tr::tr("The torn end of the log was not saved to %1").arg(aside));
    if (::ftruncate(m_segment.fd(), keep) != 0 || ::fdatasync(m_segment.fd()) != 0)
        return failWith(errno, Tr::tr("The torn end of the log %1 was not cut off").arg(path));
    m_notice =
        Tr::tr(
            "The log ended in a record that was never finished (%1 bytes, after a crash). It was cut off and "
            "kept in %2.")
            .arg(size - keep)
            .arg(aside);
    return {};
}

Result<> EmbeddedLog::createSegment(qint64 base)
{
    const QString path = segmentPath(m_directory, base);
    const QString draft = path + u".new"_s;
    QFile::remove(draft);
    FileHandle file = openFile(draft, O_RDWR | O_CREAT | O_TRUNC);
    if (!file.isOpen())
        return failWith(errno, Tr::tr("A new log segment %1 was not made").arg(path));
    // Written under another name first: a segment that readers can see has a whole header.
    if (!writeAll(file.fd(), encodeSegmentHeader({.logId = m_logId, .baseOffset = base}), 0) ||
        ::fsync(file.fd()) != 0 ||
        ::rename(QFile::encodeName(draft).constData(), QFile::encodeName(path).constData()) != 0) {
        const int error = errno;
        QFile::remove(draft);
        return failWith(error, Tr::tr("A new log segment %1 was not written").arg(path));
    }
    syncDirectory(m_directory);
    m_segment = std::move(file);
    const std::lock_guard guard(m_end->mutex);
    m_end->segment = base;
    m_end->bytes = segmentHeaderSize;
    m_end->nextOffset = base;
    return {};
}

Result<qint64> EmbeddedLog::append(const QByteArray &key, const QByteArray &value)
{
    return appendAll({{key, value}});
}

Result<qint64> EmbeddedLog::appendAll(const QList<std::pair<QByteArray, QByteArray>> &records)
{
    const std::lock_guard appending(m_appending);
    qint64 bytes = 0;
    for (const auto &[key, value] : records)
        bytes += key.size() + value.size() + 8;
    if (records.isEmpty() || bytes > largestAppend)
        return fail(
            Errc::InvalidArgument,
            Tr::tr("%1 bytes cannot be written to the log at once; at most %2 can, and at least one record.")
                .arg(bytes)
                .arg(largestAppend));
    if (m_broken)
        return fail(Errc::Io,
                    Tr::tr("The log in %1 failed to reach the disk earlier. Restart Assay to go on with what "
                           "is safely there.")
                        .arg(m_directory.path()));
    const qint64 first = m_end->nextOffset;
    const QByteArray block = encodeBlock(records, first, toMicros(m_options.clock()));
    if (m_end->bytes > segmentHeaderSize && m_end->bytes + block.size() > m_options.segmentBytes)
        if (Result<> rolled = createSegment(first); !rolled)
            return fail(std::move(rolled.error()));
    if (Result<> written = write(block); !written)
        return fail(std::move(written.error()));
    {
        const std::lock_guard guard(m_end->mutex);
        m_end->bytes += block.size();
        m_end->nextOffset += records.size();
    }
    m_end->grown.notify_all();
    return first;
}

Result<> EmbeddedLog::write(const QByteArray &block)
{
    const QString what = Tr::tr("The log in %1 was not written").arg(m_directory.path());
    if (!writeAll(m_segment.fd(), block, m_end->bytes)) {
        const int error = errno;
        // Half a block may be there; the next append goes over it, and recovery would cut it.
        if (::ftruncate(m_segment.fd(), m_end->bytes) != 0)
            m_broken = true;
        return failWith(error, what);
    }
    if (::fdatasync(m_segment.fd()) != 0) {
        // The kernel may have dropped the pages: a second flush that succeeds would prove nothing.
        m_broken = true;
        return failWith(errno, what);
    }
    return {};
}

Result<std::unique_ptr<LogReader>> EmbeddedLog::makeReader() const
{
    return EmbeddedLogReader::open(m_directory, m_end);
}

qint64 EmbeddedLog::nextOffset() const
{
    const std::lock_guard guard(m_end->mutex);
    return m_end->nextOffset;
}

Result<std::unique_ptr<LogReader>> openLogReader(const QString &directory)
{
    return EmbeddedLogReader::open(QDir(directory), nullptr);
}

Result<QString> embeddedLogTopic(const QString &directory)
{
    const QDir dir(directory);
    const QList<qint64> bases = segmentsIn(dir);
    if (bases.isEmpty())
        return fail(Errc::NotFound, Tr::tr("There is no log in %1.").arg(directory));
    const std::optional<SegmentHeader> header =
        readSegmentHeader(openFile(segmentPath(dir, bases.first()), O_RDONLY));
    if (!header)
        return fail(Errc::Corrupt, Tr::tr("The first segment of the log in %1 is damaged.").arg(directory));
    return topicOf(header->logId);
}

} // namespace assay
