// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "stream/byte_io.h"
#include "stream/capture.h"
#include "stream/capture_format.h"
#include "stream/capture_redactor.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRecordsPerBlock = 4096;
constexpr std::size_t mostStreamsPerBlock = 4096;
constexpr qsizetype mostHeaders = 0xFFFF;
constexpr qsizetype longestTopic = 4096;

} // namespace

/// The block that is being filled, and what it goes into.
struct CaptureWriter::State
{
    CaptureOptions options{};
    QString path{};
    std::shared_ptr<CaptureShared> shared = std::make_shared<CaptureShared>();
    CaptureRedactor redactor{};
    BlockHead head{};
    QByteArray records{};
    std::vector<quint32> places{};
    bool finished = false;

    bool isFull(const LogRecord &next) const
    {
        return head.records > 0 &&
               (records.size() + next.value.size() > options.blockBytes ||
                head.records >= mostRecordsPerBlock || head.streams.size() >= mostStreamsPerBlock);
    }

    quint16 streamOf(const LogRecord &record);
    Result<> writeBlock();
    Error failure(int error) const
    {
        return fileError(error, Tr::tr("The capture %1 was not written").arg(QDir::toNativeSeparators(path)));
    }
};

quint16 CaptureWriter::State::streamOf(const LogRecord &record)
{
    const auto found = std::ranges::find_if(head.streams, [&](const CaptureStream &stream) {
        return stream.partition == record.partition && stream.topic == record.topic;
    });
    const auto number = static_cast<quint16>(found - head.streams.begin());
    if (found == head.streams.end())
        head.streams.push_back(CaptureStream{.topic = record.topic,
                                             .partition = record.partition,
                                             .lowestOffset = record.offset,
                                             .highestOffset = record.offset,
                                             .earliest = record.timestamp,
                                             .latest = record.timestamp});
    CaptureStream &stream = head.streams[number];
    stream.lowestOffset = std::min(stream.lowestOffset, record.offset);
    stream.highestOffset = std::max(stream.highestOffset, record.offset);
    stream.earliest = std::min(stream.earliest, record.timestamp);
    stream.latest = std::max(stream.latest, record.timestamp);
    ++stream.records;
    return number;
}

Result<> CaptureWriter::State::writeBlock()
{
    if (head.records == 0)
        return {};
    QByteArray payload;
    payload.reserve(static_cast<qsizetype>(places.size()) * 4 + records.size());
    for (const quint32 place : places)
        put(payload, static_cast<quint32>(places.size() * 4) + place);
    payload += records;
    const QByteArray block = encodeBlockHead(head, payload) + payload;
    // Only this thread moves the end, and what stands before it never changes.
    if (!writeAll(shared->file.fd(), block, shared->end)) {
        const int error = errno;
        // What is there of it is no whole block, and the next one goes over it.
        if (::ftruncate(shared->file.fd(), shared->end) != 0)
            return fail(failure(errno));
        return fail(failure(error));
    }
    head.headBytes = block.size() - payload.size();
    head.payloadBytes = payload.size();
    {
        const std::lock_guard guard(shared->mutex);
        addBlock(*shared, head, shared->end);
    }
    head = {};
    records.clear();
    places.clear();
    return {};
}

CaptureWriter::CaptureWriter(std::unique_ptr<State> state) : m_state(std::move(state)) {}

CaptureWriter::~CaptureWriter()
{
    if (!m_state->finished)
        (void)m_state->writeBlock().has_value(); // nobody is left to hear of a failure
}

Result<std::unique_ptr<CaptureWriter>> CaptureWriter::create(const QString &path, CaptureOptions options)
{
    const QByteArray name = QFile::encodeName(path);
    // Whoever reads the file that is replaced keeps it.
    if (options.replaceExisting)
        ::unlink(name.constData());
    const int fd = ::open(name.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0 && errno == EEXIST)
        return fail(
            Errc::InvalidArgument,
            Tr::tr("There is a file %1 already; it was left as it is.").arg(QDir::toNativeSeparators(path)));
    return start(fd, path, std::move(options));
}

Result<std::unique_ptr<CaptureWriter>> CaptureWriter::createUnnamed(const QString &directory,
                                                                    CaptureOptions options)
{
    const QString folder = directory.isEmpty() ? QDir::tempPath() : directory;
    int fd = ::open(QFile::encodeName(folder).constData(), O_RDWR | O_TMPFILE | O_CLOEXEC, 0600);
    if (fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR)) { // a file system without nameless files
        QByteArray name = QFile::encodeName(folder + u"/assay-XXXXXX"_s);
        fd = ::mkostemp(name.data(), O_CLOEXEC);
        if (fd >= 0)
            ::unlink(name.constData());
    }
    return start(fd, folder, std::move(options));
}

Result<std::unique_ptr<CaptureWriter>> CaptureWriter::start(int fd, const QString &path,
                                                            CaptureOptions options)
{
    const int error = errno;
    auto state = std::make_unique<State>();
    state->options = std::move(options);
    state->path = path;
    if (fd < 0)
        return fail(state->failure(error));
    CaptureShared &shared = *state->shared;
    shared.file = FileHandle(fd);
    shared.info = CaptureInfo{.id = QUuid::createUuid(),
                              .createdAt = state->options.clock(),
                              .source = state->options.source,
                              .redacted = state->options.redact};
    const QByteArray header = encodeCaptureHeader(shared.info);
    if (!writeAll(fd, header, 0))
        return fail(state->failure(errno));
    shared.end = header.size();
    return std::unique_ptr<CaptureWriter>(new CaptureWriter(std::move(state)));
}

Result<> CaptureWriter::append(const LogRecord &record)
{
    return m_state->options.redact ? add(m_state->redactor.redacted(record)) : add(record);
}

Result<> CaptureWriter::add(const LogRecord &record)
{
    State &state = *m_state;
    qint64 size = record.key.size() + record.value.size();
    for (const LogHeader &header : record.headers)
        size += 8 + header.key.size() + header.value.size();
    if (size > largestCaptureRecord || record.headers.size() > mostHeaders ||
        record.topic.size() > longestTopic)
        return fail(Errc::InvalidArgument,
                    Tr::tr("A record of %1 bytes (offset %2) is too large for a capture.")
                        .arg(size)
                        .arg(record.offset));
    if (state.finished)
        return fail(Errc::InvalidArgument, Tr::tr("The capture is finished; nothing can be added to it."));
    if (state.isFull(record))
        if (Result<> written = state.writeBlock(); !written)
            return written;
    if (state.head.records == 0) {
        state.head.earliest = toMicros(record.timestamp);
        state.head.latest = state.head.earliest;
    }
    state.head.earliest = std::min(state.head.earliest, toMicros(record.timestamp));
    state.head.latest = std::max(state.head.latest, toMicros(record.timestamp));
    state.places.push_back(static_cast<quint32>(state.records.size()));
    encodeRecord(state.records, record, state.streamOf(record));
    ++state.head.records;
    return {};
}

Result<> CaptureWriter::flush()
{
    return m_state->writeBlock();
}

Result<> CaptureWriter::finish()
{
    State &state = *m_state;
    if (state.finished)
        return {};
    if (Result<> written = state.writeBlock(); !written)
        return written;
    const int fd = state.shared->file.fd();
    const QByteArray index = encodeIndex(*state.shared);
    if (!writeAll(fd, index, state.shared->end) || ::ftruncate(fd, state.shared->end + index.size()) != 0 ||
        ::fsync(fd) != 0)
        return fail(state.failure(errno));
    state.finished = true;
    return {};
}

qint64 CaptureWriter::count() const
{
    const std::lock_guard guard(m_state->shared->mutex);
    return m_state->shared->count + m_state->head.records;
}

qint64 CaptureWriter::written() const
{
    const std::lock_guard guard(m_state->shared->mutex);
    return m_state->shared->end;
}

std::unique_ptr<CaptureReader> CaptureWriter::makeReader() const
{
    return CaptureReader::of(m_state->shared);
}

} // namespace assay
