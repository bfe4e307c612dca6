// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "stream/byte_io.h"
#include "stream/capture_format.h"
#include "stream/crc32c.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <list>

namespace assay {

namespace {

constexpr std::size_t keptBlocks = 8;

/// A block in memory, its checksums found right.
struct LoadedBlock
{
    qint64 place = 0;
    BlockHead head{};
    QByteArray bytes{};

    QByteArrayView payload() const { return QByteArrayView(bytes).sliced(head.headBytes); }

    std::optional<LogRecord> record(int number) const
    {
        ByteReader in(payload().sliced(qsizetype{number} * 4));
        const auto recordPlace = in.get<quint32>();
        return decodeRecord(payload(), recordPlace, head.streams);
    }
};

/// Fills the index by walking over the blocks, as after a crash of the writer. @return what to tell
QString recover(CaptureShared &shared, qint64 fileSize, qint64 headerSize)
{
    qint64 place = headerSize;
    qint64 damaged = 0;
    shared.end = place;
    while (place < fileSize) {
        const std::optional<BlockHead> head = readBlockHead(shared.file, place, fileSize);
        if (head && head->headBytes + head->payloadBytes <= fileSize - place) {
            addBlock(shared, *head, place);
            place = shared.end;
            continue;
        }
        const qint64 next = findCaptureBlock(shared.file, place + 1, fileSize);
        if (next < 0)
            break;
        damaged += next - place;
        place = next;
    }
    const QString records =
        Tr::tr("%n records", nullptr, static_cast<int>(std::min<qint64>(shared.count, INT_MAX)));
    if (damaged > 0)
        return Tr::tr("The capture is damaged: %1 bytes between its blocks cannot be read. It has %2.")
            .arg(damaged)
            .arg(records);
    const qint64 left = fileSize - shared.end;
    return left > 0
               ? Tr::tr("The capture was cut short: it has %1, and %2 bytes behind them are no whole block.")
                     .arg(records)
                     .arg(left)
               : Tr::tr("The capture was never finished; it has %1.").arg(records);
}

Result<FileHandle> openForReading(const QString &path)
{
    // A pipe must not keep us waiting for its writer.
    FileHandle file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    const QString shown = QDir::toNativeSeparators(path);
    if (!file.isOpen() && errno == ENOENT)
        return fail(Errc::NotFound, Tr::tr("There is no file %1.").arg(shown));
    if (!file.isOpen())
        return fail(fileError(errno, Tr::tr("The capture %1 was not opened").arg(shown)));
    struct stat status
    {
    };
    if (::fstat(file.fd(), &status) != 0 || !S_ISREG(status.st_mode))
        return fail(Errc::InvalidArgument, Tr::tr("%1 is no file.").arg(shown));
    return file;
}

} // namespace

struct CaptureReader::State
{
    std::shared_ptr<CaptureShared> shared{};
    std::mutex mutex{};
    std::list<std::shared_ptr<const LoadedBlock>> recent{}; ///< newest first

    std::optional<CaptureBlock> blockOf(qint64 number) const;
    Result<std::shared_ptr<const LoadedBlock>> load(const CaptureBlock &block);
    Result<LogRecord> recordOf(const CaptureBlock &block, int number);
};

std::optional<CaptureBlock> CaptureReader::State::blockOf(qint64 number) const
{
    const std::lock_guard guard(shared->mutex);
    if (number < 0 || number >= shared->count)
        return std::nullopt;
    const auto after = std::ranges::upper_bound(shared->blocks, number, {}, &CaptureBlock::firstRecord);
    return *std::prev(after);
}

Result<std::shared_ptr<const LoadedBlock>> CaptureReader::State::load(const CaptureBlock &block)
{
    const std::lock_guard guard(mutex);
    const auto found = std::ranges::find(recent, block.place, [](const auto &kept) { return kept->place; });
    if (found != recent.end()) {
        recent.splice(recent.begin(), recent, found);
        return recent.front();
    }
    auto loaded = std::make_shared<LoadedBlock>();
    loaded->place = block.place;
    loaded->bytes = readUpTo(shared->file, block.place, block.bytes);
    std::optional<BlockHead> head = parseBlockHead(loaded->bytes);
    if (!head || head->records != block.records ||
        head->headBytes + head->payloadBytes != loaded->bytes.size() ||
        crc32c(QByteArrayView(loaded->bytes).sliced(head->headBytes)) != head->payloadSum)
        return fail(Errc::Corrupt, Tr::tr("Records %1 to %2 of the capture are damaged.")
                                       .arg(block.firstRecord)
                                       .arg(block.firstRecord + block.records - 1));
    loaded->head = std::move(*head);
    recent.push_front(loaded);
    if (recent.size() > keptBlocks)
        recent.pop_back();
    return recent.front();
}

Result<LogRecord> CaptureReader::State::recordOf(const CaptureBlock &block, int number)
{
    const Result<std::shared_ptr<const LoadedBlock>> loaded = load(block);
    if (!loaded)
        return fail(loaded.error());
    std::optional<LogRecord> record = (*loaded)->record(number);
    if (!record)
        return fail(Errc::Corrupt,
                    Tr::tr("Record %1 of the capture is damaged.").arg(block.firstRecord + number));
    return std::move(*record);
}

CaptureReader::CaptureReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}

CaptureReader::~CaptureReader() = default;

Result<std::unique_ptr<CaptureReader>> CaptureReader::open(const QString &path)
{
    Result<FileHandle> file = openForReading(path);
    if (!file)
        return fail(std::move(file.error()));
    auto shared = std::make_shared<CaptureShared>();
    shared->file = std::move(*file);
    qint64 headerSize = 0;
    Result<CaptureInfo> info = readCaptureHeader(shared->file, headerSize);
    if (!info)
        return fail(std::move(info.error()));
    shared->info = std::move(*info);
    const qint64 size = shared->file.size();
    if (!readIndex(*shared, size, headerSize))
        shared->notice = recover(*shared, size, headerSize);
    return of(std::move(shared));
}

CaptureInfo CaptureReader::info() const
{
    return m_state->shared->info;
}

QString CaptureReader::notice() const
{
    return m_state->shared->notice;
}

qint64 CaptureReader::count() const
{
    const std::lock_guard guard(m_state->shared->mutex);
    return m_state->shared->count;
}

Result<LogRecord> CaptureReader::record(qint64 number) const
{
    const std::optional<CaptureBlock> block = m_state->blockOf(number);
    if (!block)
        return fail(Errc::InvalidArgument, Tr::tr("The capture has no record %1.").arg(number));
    return m_state->recordOf(*block, static_cast<int>(number - block->firstRecord));
}

Result<QList<LogRecord>> CaptureReader::records(qint64 first, qsizetype limit) const
{
    QList<LogRecord> all;
    std::optional<CaptureBlock> block = m_state->blockOf(first);
    for (qint64 number = first; block && all.size() < limit; ++number) {
        if (number >= block->firstRecord + block->records)
            block = m_state->blockOf(number);
        if (!block)
            break;
        Result<LogRecord> record = m_state->recordOf(*block, static_cast<int>(number - block->firstRecord));
        if (!record)
            return fail(std::move(record.error()));
        all.append(std::move(*record));
    }
    return all;
}

QList<CaptureStream> CaptureReader::streams() const
{
    QList<CaptureStream> all;
    {
        const std::lock_guard guard(m_state->shared->mutex);
        all = QList<CaptureStream>(m_state->shared->streams.begin(), m_state->shared->streams.end());
    }
    std::ranges::sort(all, {},
                      [](const CaptureStream &stream) { return std::pair(stream.topic, stream.partition); });
    return all;
}

Result<qint64> CaptureReader::firstAtOrAfter(UtcTime time) const
{
    std::optional<CaptureBlock> block;
    qint64 count = 0;
    {
        // Times of several partitions do not rise from block to block; their latest ones decide.
        const std::lock_guard guard(m_state->shared->mutex);
        const auto found = std::ranges::find_if(
            m_state->shared->blocks, [&](const CaptureBlock &one) { return one.latest >= toMicros(time); });
        if (found != m_state->shared->blocks.end())
            block = *found;
        count = m_state->shared->count;
    }
    for (int i = 0; block && i < block->records; ++i) {
        const Result<LogRecord> record = m_state->recordOf(*block, i);
        if (!record)
            return fail(record.error());
        if (record->timestamp >= time)
            return block->firstRecord + i;
    }
    return count;
}

Result<std::optional<qint64>> CaptureReader::numberOf(const QString &topic, int partition,
                                                      qint64 offset) const
{
    std::vector<CaptureBlock> candidates;
    {
        const std::lock_guard guard(m_state->shared->mutex);
        const CaptureShared &shared = *m_state->shared;
        for (std::size_t i = 0; i < shared.blocks.size(); ++i)
            for (const BlockStream &stream : shared.streamsOf(i))
                if (offset >= stream.lowest && offset <= stream.highest &&
                    shared.streams[stream.stream].partition == partition &&
                    shared.streams[stream.stream].topic == topic)
                    candidates.push_back(shared.blocks[i]);
    }
    for (const CaptureBlock &block : candidates)
        for (int i = 0; i < block.records; ++i) {
            const Result<LogRecord> record = m_state->recordOf(block, i);
            if (!record)
                return fail(record.error());
            if (record->offset == offset && record->partition == partition && record->topic == topic)
                return std::optional(block.firstRecord + i);
        }
    return std::optional<qint64>();
}

std::unique_ptr<CaptureReader> CaptureReader::of(std::shared_ptr<CaptureShared> shared)
{
    auto state = std::make_unique<State>();
    state->shared = std::move(shared);
    return std::unique_ptr<CaptureReader>(new CaptureReader(std::move(state)));
}

} // namespace assay
