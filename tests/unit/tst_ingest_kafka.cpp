// SPDX-License-Identifier: Apache-2.0
#include "service/ingest.h"
#include "stream/kafka_reader.h"
#include "stream/kafka_writer.h"
#include "support/kafka_mock.h"
#include "unit/ingest_fixture.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

IngestSource member(const KafkaConfig &config)
{
    return {.reader = std::move(*openKafkaReader(config, KafkaReading::Group)),
            .topic = config.topic,
            .partitions = {},
            .own = false};
}

/// A worker on a group's share, on this thread.
struct Member
{
    Member(const KafkaConfig &config, const QString &path, IngestOptions options = {.untilEnd = true})
    {
        std::vector<IngestSource> sources;
        sources.push_back(member(config));
        worker = std::make_unique<IngestWorker>(std::move(sources), std::move(openStore(path)->store),
                                                std::move(options));
        QObject::connect(worker.get(), &IngestWorker::reachedEnd, [this] { done = true; });
        QObject::connect(worker.get(), &IngestWorker::ingested,
                         [this](const IngestProgress &progress) { stored += progress.events; });
        worker->start();
    }

    std::unique_ptr<IngestWorker> worker{};
    bool done = false;
    int stored = 0;
};

qint64 sumOf(Store &store, qint64 PartitionAccount::*figure)
{
    qint64 sum = 0;
    const auto accounts = store.accounts();
    for (const PartitionAccount &account : *accounts)
        sum += account.*figure;
    return sum;
}

} // namespace

class IngestKafkaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPartitionOnceAndAgainOnlyWhatIsNew()
    {
        MockKafka kafka(1, 6);
        QTemporaryDir dir;
        const QString path = dir.filePath(u"assay.db"_s);
        const auto produce = [&](int from, int to) {
            PlainProducer producer(kafka.config());
            for (int i = from; i < to; ++i)
                producer.produce(QByteArray::number(i), frame(node(i)), i % 6);
            producer.produce("k", QByteArray(), 2);
            producer.produce("k", "\x02 poison", 3);
            producer.produce("k", frame(node(from)), 4);
        };
        produce(0, 3000);
        {
            Member first(kafka.config(), path);
            QTRY_VERIFY_WITH_TIMEOUT(first.done, 30'000);
            QCOMPARE(first.stored, 3000);
        }
        produce(3000, 4000);
        Member second(kafka.config(), path);
        QTRY_VERIFY_WITH_TIMEOUT(second.done, 30'000);
        QCOMPARE(second.stored, 1000);
        auto store = std::move(*openReadOnly(path));
        QCOMPARE(store->accounts()->size(), 6);
        QCOMPARE(sumOf(*store, &PartitionAccount::read), 4006);
        QCOMPARE(sumOf(*store, &PartitionAccount::stored), 4000);
        QCOMPARE(sumOf(*store, &PartitionAccount::tombstones), 2);
        QCOMPARE(sumOf(*store, &PartitionAccount::undecodable), 2);
        QCOMPARE(sumOf(*store, &PartitionAccount::duplicates), 2);
        QCOMPARE(*store->rollupDifferences(), 0);
    }

    void aNewStoreStartsAtTheFirstRecordWhateverTheGroupCommitted()
    {
        MockKafka kafka(1, 2);
        QTemporaryDir dir;
        {
            PlainProducer producer(kafka.config());
            for (int i = 0; i < 100; ++i)
                producer.produce("k", frame(node(i)), i % 2);
        }
        for (const QString &name : {u"one.db"_s, u"two.db"_s}) {
            Member reader(kafka.config(), dir.filePath(name), {.untilEnd = true});
            QTRY_VERIFY_WITH_TIMEOUT(reader.done, 30'000);
            QTest::qWait(1200); // the group is told once a second
            QCOMPARE((*openReadOnly(dir.filePath(name)))->counts()->events, 100);
        }
    }

    void membersOfAGroupShareTheWorkAndDoubleNothing()
    {
        MockKafka kafka(1, 6);
        QTemporaryDir dir;
        const QString path = dir.filePath(u"assay.db"_s);
        int made = 0;
        const auto produce = [&](int count) {
            PlainProducer producer(kafka.config());
            for (; count > 0; --count, ++made)
                producer.produce("k", frame(node(made)), made % 6);
        };
        produce(2000);
        const auto stored = [&] { return (*openReadOnly(path))->counts()->events; };
        Member first(kafka.config(), path, {});
        QTRY_COMPARE_WITH_TIMEOUT(stored(), 2000, 30'000);
        auto second = std::make_unique<Member>(kafka.config(), path, IngestOptions{});
        for (int i = 0; i < 20; ++i) { // while the partitions move
            produce(100);
            QTest::qWait(200);
        }
        QTRY_COMPARE_WITH_TIMEOUT(stored(), 4000, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT((produce(6), QTest::qWait(300), second->stored > 0), 30'000);
        second.reset(); // leaves; the first has all again
        produce(500);
        QTRY_COMPARE_WITH_TIMEOUT(stored(), qint64{made}, 60'000);
        auto store = std::move(*openReadOnly(path));
        QCOMPARE(sumOf(*store, &PartitionAccount::read), made);
        QCOMPARE(sumOf(*store, &PartitionAccount::duplicates), 0);
        QCOMPARE(sumOf(*store, &PartitionAccount::missing), 0);
    }

    void ourOwnTurnsBackFromTheBrokerAreEchoes()
    {
        MockKafka kafka(1, 1);
        Bench bench;
        const QList<EncodedMessage> messages = *TurnEncoder().turnMessages(sampleTurn());
        QVERIFY(bench.log->appendAll(asRecords(messages)));
        bench.drain();
        {
            PlainProducer producer(kafka.config());
            for (const EncodedMessage &message : messages)
                producer.produce(message.key, message.frame, 0);
        }
        Member reader(kafka.config(), bench.database());
        QTRY_VERIFY_WITH_TIMEOUT(reader.done, 30'000);
        auto store = bench.reading();
        QCOMPARE(sumOf(*store, &PartitionAccount::echoes), messages.size());
        QCOMPARE(sumOf(*store, &PartitionAccount::duplicates), 0);
        QCOMPARE(store->counts()->turns, 1);
    }

    void deadLettersAreToldToTheirTopic()
    {
        MockKafka kafka(1, 1);
        rd_kafka_mock_topic_create(kafka.cluster.get(), "quality-dlq", 1, 1);
        KafkaConfig letters = kafka.config();
        letters.topic = u"quality-dlq"_s;
        {
            PlainProducer producer(kafka.config());
            producer.produce("k", "\x02 poison", 0);
            producer.produce("k", frame(node(1)), 0);
        }
        QTemporaryDir dir;
        std::shared_ptr<LogWriter> dlq = std::move(*KafkaWriter::open(letters));
        Member reader(kafka.config(), dir.filePath(u"assay.db"_s), {.untilEnd = true, .dlq = dlq});
        QTRY_VERIFY_WITH_TIMEOUT(reader.done, 30'000);
        auto told = std::move(*openKafkaReader(letters, KafkaReading::View));
        Gathered gathered;
        QVERIFY(told->seek(0, 0));
        gathered.read(*told, 1);
        QCOMPARE(gathered.records.size(), 1);
        const QJsonObject json = QJsonDocument::fromJson(gathered.records.first().value).object();
        QCOMPARE(json.value(u"source_offset").toInt(), 0);
        QCOMPARE(QByteArray::fromBase64(json.value(u"original_payload_base64").toString().toLatin1()),
                 QByteArray("\x02 poison"));
    }
};

QTEST_GUILESS_MAIN(IngestKafkaTest)

#include "tst_ingest_kafka.moc"
