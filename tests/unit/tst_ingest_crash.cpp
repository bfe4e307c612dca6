// SPDX-License-Identifier: Apache-2.0
#include "unit/ingest_fixture.h"

#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtCore/QThread>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cstdio>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

// Sizes: a short form by default; ASSAY_TEST_FULL=1 kills 500 times during 1,000,000 events.

namespace {

constexpr int logs = 6;

bool isFull()
{
    return qEnvironmentVariableIsSet("ASSAY_TEST_FULL");
}

/// The usual way: offsets first, rows after. Loses what lies between when it is killed there.
class CarelessStore final : public ForwardingStore
{
public:
    using ForwardingStore::ForwardingStore;
    Result<BatchOutcome> write(const IngestBatch &batch) override
    {
        IngestBatch first;
        first.sources = batch.sources;
        for (BatchSource &source : first.sources)
            source.read = 0;
        if (const auto placed = m_inner->write(first); !placed)
            return placed;
        QThread::msleep(5);
        IngestBatch rows;
        rows.sources = batch.sources;
        for (BatchSource &source : rows.sources)
            source.firstOffset.reset();
        rows.events = batch.events;
        rows.deadLetters = batch.deadLetters;
        return m_inner->write(rows);
    }
};

QString logPath(const QString &directory, int log)
{
    return directory + u"/log-%1"_s.arg(log);
}

std::vector<IngestSource> sourcesOf(const QString &directory)
{
    std::vector<IngestSource> sources;
    for (int log = 0; log < logs; ++log) {
        auto reader = openLogReader(logPath(directory, log));
        if (reader)
            sources.push_back(
                {.reader = std::move(*reader), .topic = *embeddedLogTopic(logPath(directory, log))});
    }
    return sources;
}

/// Ingests the logs of another process until it is killed; says so at the first batch that is stored.
int ingestForEver(const QString &directory, bool careless)
{
    auto store = openStore(directory + u"/assay.db"_s);
    std::vector<IngestSource> sources = sourcesOf(directory);
    if (!store || !store->notice.isEmpty() || sources.size() != logs)
        return 2;
    if (careless)
        store->store = std::make_unique<CarelessStore>(std::move(store->store));
    IngestWorker worker(std::move(sources), std::move(store->store));
    QObject::connect(&worker, &IngestWorker::failed, [](const Error &error) {
        qWarning("%s", qPrintable(error.message));
        QCoreApplication::exit(3);
    });
    bool told = false;
    QObject::connect(&worker, &IngestWorker::ingested, [&told](const IngestProgress &) {
        if (!std::exchange(told, true)) {
            std::puts("stored");
            std::fflush(stdout);
        }
    });
    worker.start();
    return QCoreApplication::exec();
}

/// Six logs and what was put into them.
class Traffic
{
public:
    Traffic(const QString &directory, int events) : m_events(events)
    {
        for (int log = 0; log < logs; ++log)
            m_logs.push_back(std::move(*EmbeddedLog::open(logPath(directory, log))));
    }

    /// The next `count` events, with five in a hundred sent twice and one in a hundred damaged.
    void send(int count)
    {
        std::array<QList<std::pair<QByteArray, QByteArray>>, logs> records;
        for (; count > 0 && m_sent < m_events; --count, ++m_sent) {
            auto &log = records[static_cast<std::size_t>(m_sent % logs)];
            const std::string thread = "th_" + std::to_string(m_sent / 50);
            log.append({QByteArray::fromStdString(thread), frame(messageAt(m_sent))});
            if (m_random.bounded(20) == 0) {
                log.append(log.last());
                ++m_repeats;
            }
            if (m_random.bounded(100) == 0)
                log.append({"th", "\x02 poison " + QByteArray::number(m_poison++)});
        }
        for (int log = 0; log < logs; ++log)
            if (!records[static_cast<std::size_t>(log)].isEmpty())
                QVERIFY(
                    m_logs[static_cast<std::size_t>(log)]->appendAll(records[static_cast<std::size_t>(log)]));
    }

    bool isAllSent() const { return m_sent == m_events; }
    int repeats() const { return m_repeats; }
    int poison() const { return m_poison; }
    qint64 endOf(int log) const { return m_logs[static_cast<std::size_t>(log)]->nextOffset(); }
    QString topicOf(int log) const { return m_logs[static_cast<std::size_t>(log)]->topic(); }

private:
    static Message messageAt(int number)
    {
        const std::string thread = "th_" + std::to_string(number / 50);
        if (number % 3 != 0)
            return node(number, thread);
        Message reading = score(number, 0.5 + number % 50 / 100.0);
        reading.mutable_metrics()->mutable_header()->set_thread_id(thread);
        return reading;
    }

    std::vector<std::unique_ptr<EmbeddedLog>> m_logs;
    QRandomGenerator m_random{20261121};
    int m_events;
    int m_sent = 0;
    int m_repeats = 0;
    int m_poison = 0;
};

/// Stores everything that is in the logs.
void drain(const QString &directory)
{
    IngestWorker worker(sourcesOf(directory), std::move(openStore(directory + u"/assay.db"_s)->store),
                        {.untilEnd = true});
    bool done = false;
    QObject::connect(&worker, &IngestWorker::reachedEnd, [&done] { done = true; });
    worker.start();
    QElapsedTimer timer;
    timer.start();
    while (!done && timer.elapsed() < 600'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    QVERIFY(done);
}

/// One child: lives until a random moment. @return ms until it had stored something, −1 if it had not
qint64 liveAndDie(const QString &scene, const QString &directory, QRandomGenerator &random, Traffic &traffic,
                  int perStep)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {scene, directory});
    if (!child.waitForStarted())
        return -1;
    QElapsedTimer life;
    life.start();
    qint64 stored = -1;
    // Three in ten die wherever they are; the others some time after their first commit.
    const bool anywhere = random.bounded(10) < 3;
    const int span = anywhere ? random.bounded(1, 120) : random.bounded(0, 60);
    const auto isOver = [&] {
        return life.elapsed() > (anywhere ? span : stored < 0 ? 5000 : stored + span);
    };
    while (!isOver()) {
        traffic.send(perStep);
        if (child.waitForReadyRead(3) && stored < 0)
            stored = life.elapsed();
    }
    child.kill();
    child.waitForFinished();
    return child.exitStatus() == QProcess::CrashExit ? stored : -2;
}

} // namespace

class IngestCrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAtRandomMomentsNothingIsLostAndNothingDoubled()
    {
        const int events = isFull() ? 1'000'000 : 60'000;
        const int kills = isFull() ? 500 : 40;
        QTemporaryDir dir;
        QRandomGenerator random(7);
        Traffic traffic(dir.path(), events);
        traffic.send(1000);
        std::vector<qint64> restarts;
        for (int kill = 0; kill < kills; ++kill) {
            const qint64 stored =
                liveAndDie(u"--ingest"_s, dir.path(), random, traffic, std::max(1, events / kills / 8));
            QVERIFY2(stored != -2, "a child ended by itself");
            if (stored >= 0)
                restarts.push_back(stored);
        }
        QVERIFY2(!restarts.empty(), "no child stored anything before it was killed");
        std::ranges::sort(restarts);
        qInfo() << kills << "kills;" << restarts.size()
                << "children had stored; from start to first commit, ms: median"
                << restarts.at(restarts.size() / 2) << "longest" << restarts.back();
        while (!traffic.isAllSent())
            traffic.send(10'000);
        drain(dir.path());
        checkEverything(dir.path(), traffic, events);
    }

    void offsetsFirstLosesRowsSoThisTestIsAlive()
    {
        QTemporaryDir dir;
        QRandomGenerator random(8);
        constexpr int events = 6000;
        Traffic traffic(dir.path(), events);
        traffic.send(600);
        for (int kill = 0; kill < 25; ++kill)
            liveAndDie(u"--ingest-carelessly"_s, dir.path(), random, traffic, 30);
        while (!traffic.isAllSent())
            traffic.send(1000);
        drain(dir.path());
        const auto store = openReadOnly(dir.filePath(u"assay.db"_s));
        QVERIFY((*store)->counts()->events < events);
    }

private:
    static void checkEverything(const QString &directory, const Traffic &traffic, int events)
    {
        const QString path = directory + u"/assay.db"_s;
        const auto store = openReadOnly(path);
        QVERIFY(store);
        PartitionAccount total;
        const auto accounts = (*store)->accounts();
        QCOMPARE(accounts->size(), logs);
        for (const PartitionAccount &a : *accounts) {
            QCOMPARE(a.read, a.stored + a.duplicates + a.conflicts + a.echoes + a.undecodable + a.tombstones);
            QCOMPARE(a.read, a.nextOffset); // every offset once, none left out
            QCOMPARE(a.missing, 0);
            total.stored += a.stored;
            total.duplicates += a.duplicates;
            total.undecodable += a.undecodable;
        }
        for (int log = 0; log < logs; ++log)
            QVERIFY(std::ranges::any_of(*accounts, [&](const PartitionAccount &a) {
                return a.topic == traffic.topicOf(log) && a.nextOffset == traffic.endOf(log);
            }));
        QCOMPARE(total.stored, events);
        QCOMPARE(total.duplicates, traffic.repeats());
        QCOMPARE(total.undecodable, traffic.poison());
        SQLite::Database database(path.toStdString());
        const auto count = [&](const char *sql) { return database.execAndGet(sql).getInt(); };
        QCOMPARE(count("SELECT count(*) FROM events"), events);
        QCOMPARE(count("SELECT count(DISTINCT message_id) FROM events"), events);
        QCOMPARE(count("SELECT sum(entries) FROM message_runs"), events);
        QCOMPARE(count("SELECT count(*) FROM quality"), (events + 2) / 3);
        QCOMPARE(*(*store)->rollupDifferences(), 0);
        QCOMPARE(QByteArray(database.execAndGet("PRAGMA integrity_check").getText()), QByteArray("ok"));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QByteArray scene = argc > 2 ? QByteArray(argv[1]) : QByteArray();
    if (scene.startsWith("--ingest"))
        return ingestForEver(QString::fromUtf8(argv[2]), scene == "--ingest-carelessly");
    IngestCrashTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ingest_crash.moc"
