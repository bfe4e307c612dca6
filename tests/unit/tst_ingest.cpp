// SPDX-License-Identifier: Apache-2.0
#include "base/worker_thread.h"
#include "service/ingest.h"
#include "store/sqlite_store.h"
#include "stream/embedded_log.h"
#include "unit/stream_fixture.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <QtTest/QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <dashstream.pb.h>

#include <cmath>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
namespace wire = dashstream::v1;
using Message = wire::DashStreamMessage;

namespace {

wire::Header header(int number, const std::string &thread = "th_foreign")
{
    wire::Header made;
    made.set_message_id(QByteArray::number(number).rightJustified(16, '0').toStdString());
    made.set_timestamp_us(1'795'000'000'000'000 + number);
    made.set_thread_id(thread);
    made.set_sequence(static_cast<quint64>(number));
    made.set_schema_version(1);
    return made;
}

Message node(int number, const std::string &thread = "th_foreign")
{
    Message message;
    *message.mutable_event()->mutable_header() = header(number, thread);
    message.mutable_event()->set_event_type(wire::EVENT_TYPE_NODE_END);
    message.mutable_event()->set_node_id("agent");
    return message;
}

Message score(int number, double accuracy)
{
    Message message;
    *message.mutable_metrics()->mutable_header() = header(number);
    message.mutable_metrics()->set_scope("quality");
    (*message.mutable_metrics()->mutable_metrics())["accuracy"].set_float_value(accuracy);
    return message;
}

QByteArray frame(const Message &message)
{
    return '\0' + QByteArray::fromStdString(message.SerializeAsString());
}

/// A log and a store in one directory, and a worker between them on this thread.
struct Bench
{
    QTemporaryDir dir{};
    std::unique_ptr<EmbeddedLog> log = std::move(*EmbeddedLog::open(dir.filePath(u"log"_s)));
    QList<IngestProgress> progress{};
    QList<Error> errors{};

    QString database() const { return dir.filePath(u"assay.db"_s); }

    std::unique_ptr<IngestWorker> worker(std::unique_ptr<Store> store = {},
                                         std::unique_ptr<LogReader> reader = {})
    {
        if (!store)
            store = std::move(openStore(database())->store);
        if (!reader)
            reader = std::move(*log->makeReader());
        auto made = std::make_unique<IngestWorker>(
            std::move(reader), std::move(store),
            IngestOptions{.topic = log->topic(), .errorPause = milliseconds(20)});
        QObject::connect(made.get(), &IngestWorker::ingested,
                         [this](const IngestProgress &p) { progress.append(p); });
        QObject::connect(made.get(), &IngestWorker::failed, [this](const Error &e) { errors.append(e); });
        return made;
    }

    /// Runs a worker until the store has read everything in the log.
    void drain(std::unique_ptr<Store> store = {}, std::unique_ptr<LogReader> reader = {})
    {
        auto running = worker(std::move(store), std::move(reader));
        running->start();
        QElapsedTimer timer;
        timer.start();
        while (position() < log->nextOffset() && timer.elapsed() < 20'000)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
        QCOMPARE(position(), log->nextOffset());
    }

    std::unique_ptr<Store> reading() const { return std::move(*openReadOnly(database())); }

    qint64 position() const
    {
        const auto positions = reading()->positions();
        return positions->isEmpty() ? 0 : positions->first().nextOffset;
    }

    void append(const QByteArray &value, const QByteArray &key = "th_foreign")
    {
        if (!log->append(key, value))
            qFatal("append");
    }
};

/// Passes everything on.
class ForwardingStore : public Store
{
public:
    explicit ForwardingStore(std::unique_ptr<Store> inner) : m_inner(std::move(inner)) {}
    Result<BatchOutcome> write(const StoreBatch &batch) override { return m_inner->write(batch); }
    Result<QList<LogPosition>> positions() override { return m_inner->positions(); }
    Result<QList<ThreadSummary>> threads(const QString &s, int l,
                                         const std::optional<ThreadSummary> &a) override
    {
        return m_inner->threads(s, l, a);
    }
    Result<QList<TurnSummary>> turnsOf(const QString &t, int a, int l) override
    {
        return m_inner->turnsOf(t, a, l);
    }
    Result<Turn> turn(const QString &id) override { return m_inner->turn(id); }
    Result<QList<TurnSummary>> recentTurns(int limit) override { return m_inner->recentTurns(limit); }
    Result<QList<EventRow>> eventsOf(const QString &t, int l) override { return m_inner->eventsOf(t, l); }
    Result<QByteArray> frameAt(const EventKey &key) override { return m_inner->frameAt(key); }
    Result<QList<QualityRow>> qualityOf(const QString &t) override { return m_inner->qualityOf(t); }
    Result<QList<QualityRow>> qualitySince(UtcTime t, int l) override { return m_inner->qualitySince(t, l); }
    Result<StoreCounts> counts() override { return m_inner->counts(); }
    Result<Micros> spendSince(UtcTime t) override { return m_inner->spendSince(t); }
    Result<QList<LearningRow>> learningRecords(qint64 a, int l) override
    {
        return m_inner->learningRecords(a, l);
    }
    Result<QList<DeadLetter>> deadLetters(int l) override { return m_inner->deadLetters(l); }
    Result<quint64> lastSequence(const QString &t) override { return m_inner->lastSequence(t); }

protected:
    std::unique_ptr<Store> m_inner;
};

/// Fails its first writes.
class StubbornStore final : public ForwardingStore
{
public:
    StubbornStore(std::unique_ptr<Store> inner, int failures, Errc code)
        : ForwardingStore(std::move(inner)), m_failures(failures), m_code(code)
    {
    }
    Result<BatchOutcome> write(const StoreBatch &batch) override
    {
        if (m_failures-- > 0)
            return fail(m_code, u"No."_s);
        return m_inner->write(batch);
    }

private:
    int m_failures;
    Errc m_code;
};

/// The usual way: offsets first, rows after. Loses what lies between when it is killed there.
class CarelessStore final : public ForwardingStore
{
public:
    using ForwardingStore::ForwardingStore;
    Result<BatchOutcome> write(const StoreBatch &batch) override
    {
        if (const auto first = m_inner->write({.positions = batch.positions}); !first)
            return first;
        QThread::msleep(5);
        return m_inner->write({.records = batch.records, .deadLetters = batch.deadLetters});
    }
};

/// Ingests the log of another process until it is killed.
int ingestForEver(const QString &directory, bool careless)
{
    const QString logPath = directory + u"/log"_s;
    auto reader = openLogReader(logPath);
    auto store = openStore(directory + u"/assay.db"_s);
    if (!reader || !store || !store->notice.isEmpty())
        return 2;
    if (careless)
        store->store = std::make_unique<CarelessStore>(std::move(store->store));
    IngestWorker worker(std::move(*reader), std::move(store->store), {.topic = *embeddedLogTopic(logPath)});
    QObject::connect(&worker, &IngestWorker::failed, [](const Error &error) {
        qWarning("%s", qPrintable(error.message));
        QCoreApplication::exit(3);
    });
    worker.start();
    return QCoreApplication::exec();
}

} // namespace

class IngestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTurnGoesRoundTheWholePath()
    {
        Bench bench;
        const Turn turn = sampleTurn();
        TurnEncoder encoder;
        QVERIFY(bench.log->appendAll(asRecords(*encoder.turnMessages(turn))));
        const auto label = encoder.labelMessage(turn.id, turn.threadId, Label::Good, u"fine"_s);
        QVERIFY(bench.log->append(label->key, label->frame));
        bench.drain();
        auto store = bench.reading();
        Turn labelled = turn;
        labelled.label = Label::Good;
        labelled.labelNote = u"fine"_s;
        QVERIFY(*store->turn(turn.id) == labelled);
        const auto quality = store->qualityOf(turn.id);
        QCOMPARE(quality->size(), 3);
        QCOMPARE(quality->last().scope, u"quality"_s);
        QCOMPARE(quality->last().scores.overall,
                 std::optional(0.95F)); // bit for bit through log, codec and store
        QCOMPARE(store->spendSince(fromMicros(0))->value, turn.cost.amount.value);
        QCOMPARE(store->counts()->llmCalls, 4);
        QCOMPARE(store->eventsOf(turn.id)->size(), 17);
        QCOMPARE(*store->lastSequence(turn.threadId), 17U);
        QCOMPARE(store->learningRecords(0, 10)->size(), 1);
        QVERIFY(bench.errors.isEmpty());
        QStringList turnIds;
        for (const IngestProgress &progress : bench.progress)
            turnIds += progress.turnIds;
        QVERIFY(turnIds.contains(turn.id));
    }

    void upstreamsMistakesAreNotOurs_data()
    {
        QTest::addColumn<QList<QByteArray>>("frames");
        QTest::addColumn<StoreCounts>("expected");
        const auto counts = [](qint64 events, qint64 quality, qint64 dead) {
            return StoreCounts{.events = events, .quality = quality, .deadLetters = dead};
        };
        Message same = node(1);
        same.mutable_event()->mutable_header()->set_sequence(7);
        Message alsoSeven = node(2);
        alsoSeven.mutable_event()->mutable_header()->set_sequence(7);
        QTest::addRow("equal sequences on one thread are two messages (M-800, M-669)")
            << QList{frame(same), frame(alsoSeven)} << counts(2, 0, 0);
        QTest::addRow("a message sent twice counts once")
            << QList{frame(node(1)), frame(node(1))} << counts(1, 0, 0);
        QTest::addRow("a lower sequence later is stored all the same (M-663)")
            << QList{frame(node(9)), frame(node(1))} << counts(2, 0, 0);
        QTest::addRow("what does not decode is kept, and what follows is read (M-675, M-975)")
            << QList{QByteArray("\x01nonsense"), frame(node(1))} << counts(1, 0, 1);
        QTest::addRow("an empty payload is counted (M-1025)")
            << QList{QByteArray(), frame(node(1))} << counts(1, 0, 1);
        QTest::addRow("another schema version is not applied (M-997)") << [] {
            Message message = node(1);
            message.mutable_event()->mutable_header()->set_schema_version(2);
            return QList{frame(message)};
        }() << counts(0, 0, 1);
        QTest::addRow("timestamp 0 is a time") << [] {
            Message message = node(1);
            message.mutable_event()->mutable_header()->set_timestamp_us(0);
            return QList{frame(message)};
        }() << counts(1, 0, 0);
        Message batch;
        *batch.mutable_event_batch()->mutable_header() = header(1);
        for (int i = 2; i < 5; ++i)
            *batch.mutable_event_batch()->add_events() = node(i).event();
        QTest::addRow("a batch is its events (M-807)") << QList{frame(batch)} << counts(4, 0, 0);
        QTest::addRow("an absent score is no 0, and NaN is none at all")
            << QList{frame(score(1, 0.9)), frame(score(2, std::nan("")))} << counts(1, 1, 1);
        QTest::addRow("a message without a header is stored") << [] {
            Message message = node(1);
            message.mutable_event()->clear_header();
            return QList{frame(message)};
        }() << counts(1, 0, 0);
        QTest::addRow("the same id with other bytes is kept aside") << [] {
            Message other = node(1);
            other.mutable_event()->set_node_id("forged");
            return QList{frame(node(1)), frame(other)};
        }() << counts(1, 0, 1);
        QTest::addRow("many poison messages stop nothing")
            << QList<QByteArray>(500, QByteArray("\x02poison")) << counts(0, 0, 500);
    }
    void upstreamsMistakesAreNotOurs()
    {
        QFETCH(QList<QByteArray>, frames);
        QFETCH(StoreCounts, expected);
        Bench bench;
        for (const QByteArray &one : frames)
            bench.append(one);
        bench.drain();
        const StoreCounts counts = *bench.reading()->counts();
        QCOMPARE(counts.events, expected.events);
        QCOMPARE(counts.quality, expected.quality);
        QCOMPARE(counts.deadLetters, expected.deadLetters);
        int events = 0;
        int dead = 0;
        for (const IngestProgress &progress : bench.progress) {
            events += progress.events;
            dead += progress.deadLetters;
        }
        QCOMPARE(events, int(expected.events));
        QCOMPARE(dead, int(expected.deadLetters));
    }

    void theNextOffsetIsStoredSoNothingIsReplayed()
    {
        Bench bench; // committing the current offset replays the last message at every start: M-414
        for (int i = 0; i < 5; ++i)
            bench.append(frame(node(i)));
        bench.drain();
        QCOMPARE(bench.position(), 5);
        bench.progress.clear();
        bench.append(frame(node(5)));
        bench.drain();
        int events = 0;
        int duplicates = 0;
        for (const IngestProgress &progress : bench.progress) {
            events += progress.events;
            duplicates += progress.duplicates;
        }
        QCOMPARE(events, 1);
        QCOMPARE(duplicates, 0);
    }

    void aStoreThatCannotWriteHoldsTheBatch_data()
    {
        QTest::addColumn<Errc>("code");
        QTest::addRow("disk full") << Errc::DiskFull;
        QTest::addRow("locked") << Errc::Unavailable;
        QTest::addRow("damaged") << Errc::Corrupt;
    }
    void aStoreThatCannotWriteHoldsTheBatch()
    {
        QFETCH(Errc, code);
        Bench bench;
        for (int i = 0; i < 30; ++i)
            bench.append(frame(node(i)));
        bench.drain(std::make_unique<StubbornStore>(std::move(openStore(bench.database())->store), 3, code));
        QCOMPARE(bench.errors.size(), 3);
        QCOMPARE(bench.reading()->counts()->events, 30);
        QCOMPARE(bench.progress.size(), 1);
    }

    void holesInTheLogAreToldAndCounted()
    {
        Bench bench;
        for (int i = 0; i < 6; ++i)
            bench.append(frame(node(i)));
        const QString segment = segmentPath(QDir(bench.dir.filePath(u"log"_s)), 0);
        QFile file(segment);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 2));
        QVERIFY(file.putChar('\xEE'));
        file.close();
        bench.drain();
        const auto letters = bench.reading()->deadLetters(10);
        QCOMPARE(letters->size(), 1);
        QCOMPARE(letters->first().reason, u"gap"_s);
        QCOMPARE(letters->first().records, 1);
        QCOMPARE(bench.reading()->counts()->events, 5);
        QCOMPARE(bench.errors.size(), 1);
    }

    void aDamagedDatabaseIsFilledFromTheLogAgain()
    {
        Bench bench;
        QVERIFY(bench.log->appendAll(asRecords(*TurnEncoder().turnMessages(sampleTurn()))));
        bench.drain();
        const StoreCounts before = *bench.reading()->counts();
        QFile file(bench.database());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QCOMPARE(file.write(QByteArray(100, 'x')), 100);
        file.close();
        auto anew = openStore(bench.database());
        QVERIFY(anew && !anew->notice.isEmpty());
        bench.drain(std::move(anew->store));
        QVERIFY(*bench.reading()->counts() == before);
        QVERIFY(bench.reading()->turn(sampleTurn().id));
    }

    void runsOnAThreadOfItsOwn()
    {
        Bench bench;
        QObject receiver;
        QList<IngestProgress> seen;
        {
            WorkerThread<IngestWorker> thread(u"ingest"_s, std::move(*bench.log->makeReader()),
                                              std::move(openStore(bench.database())->store),
                                              IngestOptions{.topic = bench.log->topic()});
            QObject::connect(thread.sender(), &IngestWorker::ingested, &receiver,
                             [&](const IngestProgress &progress) { seen.append(progress); });
            thread.post([](IngestWorker &worker) { worker.start(); });
            const auto messages = TurnEncoder().turnMessages(sampleTurn());
            QElapsedTimer timer;
            timer.start();
            QVERIFY(bench.log->appendAll(asRecords(*messages)));
            QTRY_VERIFY_WITH_TIMEOUT(!seen.isEmpty() && seen.last().nextOffset == messages->size(), 5000);
            qInfo() << "appended to stored and told in" << timer.elapsed() << "ms";
        }
        QVERIFY(bench.reading()->turn(sampleTurn().id));
    }

    void killedTwentyTimesNothingIsLostAndNothingDoubled_data()
    {
        QTest::addColumn<QString>("scene");
        QTest::addColumn<bool>("complete");
        QTest::addRow("rows and offsets in one transaction") << u"--ingest"_s << true;
        QTest::addRow("offsets first loses rows, so this test is alive") << u"--ingest-carelessly"_s << false;
    }
    void killedTwentyTimesNothingIsLostAndNothingDoubled()
    {
        QFETCH(QString, scene);
        QFETCH(bool, complete);
        Bench bench;
        QRandomGenerator random(20261121);
        constexpr int messages = 30'000;
        int sent = 0;
        int repeats = 0;
        int poison = 0;
        const auto send = [&](int count) {
            QList<std::pair<QByteArray, QByteArray>> records;
            for (; count > 0 && sent < messages; --count) {
                records.append({"th_foreign", frame(node(sent++))});
                if (random.bounded(20) == 0) {
                    records.append({"th_foreign", frame(node(random.bounded(sent)))});
                    ++repeats;
                }
                if (random.bounded(100) == 0) {
                    records.append({"th_foreign", "\x02 poison " + QByteArray::number(poison++)});
                }
            }
            if (!records.isEmpty())
                QVERIFY(bench.log->appendAll(records));
        };
        int killed = 0;
        for (int round = 0; round < 20; ++round) {
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedChannels);
            child.start(QCoreApplication::applicationFilePath(), {scene, bench.dir.path()});
            QVERIFY(child.waitForStarted());
            QElapsedTimer life;
            life.start();
            const int span = random.bounded(20, 200);
            while (life.elapsed() < span) {
                send(messages / 150);
                QTest::qSleep(5);
            }
            killed += child.state() == QProcess::Running ? 1 : 0;
            child.kill();
            QVERIFY(child.waitForFinished());
        }
        QCOMPARE(killed, 20);
        const qint64 before = QFile::exists(bench.database()) ? bench.position() : 0;
        send(messages);
        QCOMPARE(sent, messages);
        bench.drain();
        qInfo() << "read by the killed children:" << before << "of" << bench.log->nextOffset() << "records";
        QVERIFY2(before > 0, "the children were killed before they read anything");
        const StoreCounts counts = *bench.reading()->counts();
        if (!complete) {
            QVERIFY(counts.events < messages);
            return;
        }
        QCOMPARE(counts.events, qint64{messages});
        QCOMPARE(counts.deadLetters, qint64{poison});
        QCOMPARE(bench.position(), qint64{messages + repeats + poison});
        SQLite::Database database(bench.database().toStdString());
        QCOMPARE(database.execAndGet("SELECT count(DISTINCT message_id) FROM events").getInt(), messages);
        QCOMPARE(QByteArray(database.execAndGet("PRAGMA integrity_check").getText()), QByteArray("ok"));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QByteArray scene = argc > 2 ? QByteArray(argv[1]) : QByteArray();
    if (scene.startsWith("--ingest"))
        return ingestForEver(QString::fromUtf8(argv[2]), scene == "--ingest-carelessly");
    IngestTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ingest.moc"
