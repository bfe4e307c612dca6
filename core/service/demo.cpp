// SPDX-License-Identifier: Apache-2.0
#include "service/demo.h"

#include "base/tr.h"
#include "service/ingest.h"
#include "store/sqlite_store.h"
#include "stream/embedded_log.h"
#include "stream/turn_messages.h"

#include <QtCore/QDir>
#include <QtCore/QEventLoop>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>
#include <QtCore/QTimer>

#include <atomic>
#include <thread>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype blockRecords = 4000;
constexpr std::chrono::minutes blockSpan{90};
constexpr qint64 damagedOneIn = 4000; ///< records
constexpr qint64 mostAhead = 400'000; ///< records in the log that the store has not got
constexpr std::chrono::milliseconds tellEvery{200};

QString markOf(const Paths &paths)
{
    return paths.data + u"/demo.json"_s;
}

Result<> mark(const Paths &paths, const DemoOptions &options)
{
    QSaveFile file(markOf(paths));
    const QJsonObject told{{u"what"_s, u"sample data of Assay, made by assay demo load; not real traffic"_s},
                           {u"events"_s, options.events},
                           {u"days"_s, options.days},
                           {u"seed"_s, QString::number(options.seed)},
                           {u"until"_s, toIso(options.until)}};
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(told).toJson()) < 0 || !file.commit())
        return fail(Errc::Io, Tr::tr("%1 could not be written: %2").arg(file.fileName(), file.errorString()));
    return {};
}

/// Takes away what loading made. Only ever called for a marked folder.
void removeData(const Paths &paths)
{
    QDir(paths.log(0)).removeRecursively();
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(paths.store() + QString::fromLatin1(suffix));
}

Result<> prepareFolder(const Paths &paths)
{
    const QDir folder(paths.data);
    if (folder.exists() && !folder.isEmpty() && !demoIn(paths))
        return fail(
            Errc::InvalidArgument,
            Tr::tr("%1 holds something that is no sample data; it is left alone. Name an empty folder.")
                .arg(paths.data));
    if (!QDir().mkpath(paths.data))
        return fail(Errc::ReadOnly, Tr::tr("The folder %1 could not be made.").arg(paths.data));
    if (!demoIn(paths))
        return {};
    if (QDir(paths.log(0)).exists()) // a console that has it open keeps it
        if (Result<std::unique_ptr<EmbeddedLog>> log = EmbeddedLog::open(paths.log(0)); !log)
            return fail(std::move(log.error()));
    removeData(paths);
    return {};
}

/// Tells the turns to the log, on a thread of its own. Times of the log are those of the turns.
class DemoWriter
{
public:
    DemoWriter(const DemoOptions &options, const CancelToken &token)
        : m_traffic(options), m_ids(options.seed ^ 0x5DEECE66DULL), m_token(token),
          m_encoder({.tenantId = u"demo"_s,
                     .clock = [this] { return m_now; },
                     .messageId = [this] { return messageId(); }})
    {
    }

    EmbeddedLogOptions logOptions()
    {
        return {.clock = [this] { return m_now; }};
    }

    void run(EmbeddedLog &log)
    {
        while (!m_traffic.atEnd() && !m_failure && !m_token.isCancelled()) {
            while (written - stored > mostAhead && !m_token.isCancelled())
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            add(m_traffic.next(), log);
        }
        flush(log);
        isDone = true;
    }

    const std::optional<Error> &failure() const { return m_failure; } ///< once isDone
    qint64 allTurns() const { return m_traffic.turns(); }

    std::atomic<qint64> written = 0;
    std::atomic<qint64> stored = 0; ///< set by the reading side
    std::atomic<qint64> turns = 0;
    std::atomic<qint64> damaged = 0;
    std::atomic<bool> isDone = false;

private:
    QByteArray messageId()
    {
        QByteArray id(16, '\0');
        for (int half = 0; half < 2; ++half) {
            const quint64 word = m_ids();
            std::memcpy(id.data() + 8 * half, &word, 8);
        }
        return id;
    }

    void add(const Turn &turn, EmbeddedLog &log)
    {
        const UtcTime end = turn.askedAt + turn.latency;
        if (m_records.size() >= blockRecords || (!m_records.isEmpty() && end - m_began > blockSpan))
            flush(log);
        if (m_records.isEmpty())
            m_began = turn.askedAt;
        m_now = std::max(m_now, end);
        Result<QList<EncodedMessage>> messages = m_encoder.turnMessages(turn);
        if (!messages) {
            m_failure = std::move(messages.error());
            return;
        }
        for (const EncodedMessage &message : std::as_const(*messages))
            take(message);
        // Operators look at failures now and then.
        if (turn.status == TurnStatus::Failed && m_traffic.share() < 0.1)
            if (const auto label = m_encoder.labelMessage(turn.id, turn.threadId, Label::Bad, u"demo"_s))
                take(*label);
        ++turns;
    }

    void take(const EncodedMessage &message)
    {
        m_records.append({message.key, message.frame});
        if (m_traffic.below(damagedOneIn) == 0) { // a message that was cut on its way
            m_records.append({message.key, message.frame.left(message.frame.size() / 2)});
            ++damaged;
        }
    }

    void flush(EmbeddedLog &log)
    {
        if (m_records.isEmpty() || m_failure)
            return;
        if (const Result<qint64> appended = log.appendAll(m_records); !appended)
            m_failure = appended.error();
        written += m_records.size();
        m_records.clear();
    }

    DemoTraffic m_traffic;
    std::mt19937_64 m_ids;
    CancelToken m_token;
    UtcTime m_now{};
    UtcTime m_began{};
    TurnEncoder m_encoder;
    QList<std::pair<QByteArray, QByteArray>> m_records;
    std::optional<Error> m_failure;
};

/// Ingests `log` until everything the writer wrote is stored.
Result<> ingest(EmbeddedLog &log, const Paths &paths, DemoWriter &writer,
                const std::function<void(const DemoProgress &)> &told, const CancelToken &token,
                DemoProgress &progress)
{
    Result<OpenedStore> store = openStore(paths.store());
    if (!store)
        return fail(std::move(store.error()));
    Result<std::unique_ptr<LogReader>> reader = log.makeReader();
    if (!reader)
        return fail(std::move(reader.error()));
    std::vector<IngestSource> sources;
    sources.push_back({.reader = std::move(*reader), .topic = log.topic()});
    IngestWorker worker(std::move(sources), std::move(store->store));
    QEventLoop loop;
    std::optional<Error> failure;
    QObject::connect(&worker, &IngestWorker::ingested, &loop, [&](const IngestProgress &batch) {
        progress.stored += batch.events;
        writer.stored = batch.nextOffset;
    });
    QObject::connect(&worker, &IngestWorker::failed, &loop, [&](const Error &error) {
        failure = error;
        loop.quit();
    });
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        progress.written = writer.written;
        progress.turns = writer.turns;
        told(progress);
        if (token.isCancelled() || (writer.isDone && (writer.failure() || writer.stored >= log.nextOffset())))
            loop.quit();
    });
    look.start(tellEvery);
    worker.start();
    loop.exec();
    worker.stop();
    if (failure)
        return fail(std::move(*failure));
    return {};
}

} // namespace

Paths demoPaths()
{
    Paths paths = Paths::standard();
    const QString folder = paths.data + u"-demo"_s;
    return {.data = folder, .state = folder + u"/state"_s, .cache = folder + u"/cache"_s};
}

std::optional<DemoOptions> demoIn(const Paths &paths)
{
    QFile file(markOf(paths));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject told = QJsonDocument::fromJson(file.read(1 << 16)).object();
    if (!told.contains(u"seed"_s))
        return std::nullopt;
    return DemoOptions{.events = told[u"events"_s].toInteger(),
                       .days = told[u"days"_s].toInt(),
                       .seed = told[u"seed"_s].toString().toULongLong()};
}

Result<DemoProgress> loadDemo(const Paths &paths, const DemoOptions &options,
                              const std::function<void(const DemoProgress &)> &told, const CancelToken &token)
{
    DemoOptions wanted = options;
    if (toMicros(wanted.until) == 0)
        wanted.until = std::chrono::floor<std::chrono::minutes>(utcNow());
    if (wanted.events < 1 || wanted.days < 1 || wanted.days > 3650)
        return fail(Errc::InvalidArgument,
                    Tr::tr("Sample data need at least one event, and from 1 to 3650 days."));
    if (Result<> prepared = prepareFolder(paths); !prepared)
        return fail(std::move(prepared.error()));
    if (Result<> marked = mark(paths, wanted); !marked)
        return fail(std::move(marked.error()));
    const CancelToken stop = CancelToken::make();
    const CancelToken::Registration passedOn = token.onCancel([stop] { stop.cancel(); });
    DemoWriter writer(wanted, stop);
    Result<std::unique_ptr<EmbeddedLog>> log = EmbeddedLog::open(paths.log(0), writer.logOptions());
    if (!log)
        return fail(std::move(log.error()));
    DemoProgress progress{.allTurns = writer.allTurns()};
    std::thread telling([&] { writer.run(**log); });
    Result<> ingested = ingest(**log, paths, writer, told, token, progress);
    stop.cancel();
    telling.join();
    if (token.isCancelled()) {
        log->reset();
        removeData(paths);
        return fail(Errc::Cancelled, Tr::tr("Cancelled."));
    }
    if (!ingested)
        return fail(std::move(ingested.error()));
    if (writer.failure())
        return fail(Error(*writer.failure()));
    progress.written = writer.written;
    progress.turns = writer.turns;
    progress.undecodable = writer.damaged;
    told(progress);
    return progress;
}

} // namespace assay
