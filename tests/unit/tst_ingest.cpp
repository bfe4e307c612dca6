// SPDX-License-Identifier: Apache-2.0
#include "base/worker_thread.h"
#include "unit/ingest_fixture.h"

#include <cmath>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

/// Fails its first writes.
class StubbornStore final : public ForwardingStore
{
public:
    StubbornStore(std::unique_ptr<Store> inner, int failures, Errc code)
        : ForwardingStore(std::move(inner)), m_failures(failures), m_code(code)
    {
    }
    Result<BatchOutcome> write(const IngestBatch &batch) override
    {
        if (m_failures-- > 0)
            return fail(m_code, u"No."_s);
        return m_inner->write(batch);
    }

private:
    int m_failures;
    Errc m_code;
};

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
        QCOMPARE(bench.errors.size(), 1); // told once, tried three times
        QCOMPARE(bench.recoveries, 1);
        QCOMPARE(bench.reading()->counts()->events, 30);
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
        const auto gaps = bench.reading()->gaps(10);
        QCOMPARE(gaps->size(), 1);
        QCOMPARE(gaps->first().reason, u"damage"_s);
        QCOMPARE(gaps->first().records, 1);
        QCOMPARE(bench.reading()->accounts()->first().missing, 1);
        QCOMPARE(bench.reading()->counts()->deadLetters, 0);
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
            std::vector<IngestSource> sources;
            sources.push_back({.reader = std::move(*bench.log->makeReader()), .topic = bench.log->topic()});
            WorkerThread<IngestWorker> thread(u"ingest"_s, std::move(sources),
                                              std::move(openStore(bench.database())->store));
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
};

QTEST_GUILESS_MAIN(IngestTest)

#include "tst_ingest.moc"
