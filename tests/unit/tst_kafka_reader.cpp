// SPDX-License-Identifier: Apache-2.0
#include "stream/kafka_reader.h"
#include "support/kafka_mock.h"

#include <QtCore/QThread>

using namespace assay;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

std::unique_ptr<LogReader> opened(const KafkaConfig &config, KafkaReading reading = KafkaReading::View)
{
    auto reader = openKafkaReader(config, reading);
    if (!reader)
        qFatal("%s", qPrintable(reader.error().message));
    return std::move(*reader);
}

void fill(const KafkaConfig &config, int count, int partitions = 3)
{
    PlainProducer producer(config);
    for (int i = 0; i < count; ++i)
        producer.produce("key", QByteArray::number(i), i % partitions);
}

} // namespace

class KafkaReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPartitionIsReadOnceAndInOrder()
    {
        const MockKafka kafka;
        fill(kafka.config(), 3000);
        auto reader = opened(kafka.config());
        Gathered all;
        all.read(*reader, 3000);
        QCOMPARE(all.records.size(), 3000);
        QVERIFY(all.isGapless());
        QSet<int> seen;
        for (const LogRecord &record : all.records)
            seen.insert(record.value.toInt());
        QCOMPARE(seen.size(), 3000);
        QCOMPARE(*reader->extents(), (QList<LogExtent>{{0, 0, 1000}, {1, 0, 1000}, {2, 0, 1000}}));
        QCOMPARE(*reader->partitions(), (QList<int>{0, 1, 2}));
        QCOMPARE(reader->position(1), std::optional<qint64>(1000));
    }

    void onePartitionCanBeChosen()
    {
        const MockKafka kafka;
        fill(kafka.config(), 30);
        KafkaConfig config = kafka.config();
        config.partition = 1;
        auto reader = opened(config);
        Gathered all;
        all.read(*reader, 30, seconds(2));
        QCOMPARE(all.records.size(), 10);
        QCOMPARE(all.records.first().partition, 1);
        config.partition = 7;
        const auto none = opened(config)->poll(seconds(2), 1);
        QCOMPARE(none.error().code, Errc::NotFound);
        QVERIFY2(none.error().message.contains(u"no partition 7; it has 3"_s),
                 qPrintable(none.error().message));
    }

    void aRecordComesWholeAndNullIsNotEmpty()
    {
        const MockKafka kafka(1, 1);
        {
            PlainProducer producer(kafka.config());
            producer.produce("thread", QByteArray("\0value", 6));
            producer.produce("", "");
            producer.produce(QByteArray(), QByteArray());
        }
        auto reader = opened(kafka.config());
        Gathered all;
        all.read(*reader, 3);
        QCOMPARE(all.records.size(), 3);
        QCOMPARE(all.records[0].key, QByteArray("thread"));
        QCOMPARE(all.records[0].value, QByteArray("\0value", 6));
        QCOMPARE(all.records[0].topic, u"quality"_s);
        QCOMPARE(all.records[0].headers, (QList<LogHeader>{{"traceparent", "00-ab"}, {"tracestate", ""}}));
        QVERIFY(!all.records[0].headers[1].value.isNull());
        QVERIFY(std::chrono::abs(utcNow() - all.records[0].timestamp) < std::chrono::minutes(1));
        QVERIFY(!all.records[1].key.isNull() && !all.records[1].value.isNull());
        QVERIFY2(all.records[2].key.isNull() && all.records[2].value.isNull(), "Kafka's null");
    }

    void aBatchKeepsItsBytesAfterTheReaderIsGone()
    {
        const MockKafka kafka(1, 1);
        fill(kafka.config(), 100, 1);
        auto reader = opened(kafka.config());
        QList<LogBatch> batches;
        for (qsizetype count = 0; count < 100;) {
            auto batch = reader->pollBatch(seconds(5), 30);
            QVERIFY(batch);
            QVERIFY(batch->records.size() <= 30);
            count += batch->records.size();
            batches.append(std::move(*batch));
        }
        reader.reset();
        int expected = 0;
        for (const LogBatch &batch : std::as_const(batches))
            for (const LogRecord &record : batch.records)
                QCOMPARE(record.value.toInt(), expected++);
    }

    void seekingGoesWhereItSaysAlsoBackwards()
    {
        const MockKafka kafka(1, 1);
        fill(kafka.config(), 1000, 1);
        auto reader = opened(kafka.config());
        QVERIFY(reader->seek(0, 990));
        Gathered all;
        all.read(*reader, 10);
        QVERIFY(reader->seek(0, 10));
        all.read(*reader, 10 + 990);
        QCOMPARE(all.records[0].offset, 990);
        QCOMPARE(all.records[10].offset, 10);
        QCOMPARE(all.records.last().offset, 999);
        QVERIFY(all.errors.isEmpty());
        QCOMPARE(reader->seek(0, -1).error().code, Errc::InvalidArgument);
    }

    void whatTheBrokerNoLongerHoldsIsAGapAndSaysSo()
    {
        const MockKafka kafka(1, 1);
        {
            PlainProducer producer(kafka.config()); // a mock partition holds 5 MB
            for (int i = 0; i < 1200; ++i)
                producer.produce("key", QByteArray(10'000, 'x'), 0);
        }
        auto reader = opened(kafka.config());
        QVERIFY(reader->seek(0, 5));
        Gathered all;
        all.read(*reader, 1, seconds(10));
        const qint64 low = reader->extents()->first().low;
        QVERIFY(low > 5);
        QCOMPARE(all.errors.size(), 1);
        QCOMPARE(all.errors[0].code, Errc::NotFound);
        QVERIFY2(all.errors[0].message.contains(u"offsets 5 to %1;"_s.arg(low - 1)),
                 qPrintable(all.errors[0].message));
        QCOMPARE(all.records.first().offset, low);
        QCOMPARE(reader->gapKind(0, 5, low), LogGap::Retention);
    }

    void aPositionBehindTheEndWaitsAndIsTold()
    {
        const MockKafka kafka(1, 1);
        fill(kafka.config(), 10, 1);
        auto reader = opened(kafka.config());
        QVERIFY(reader->seek(0, 15));
        Gathered all;
        all.read(*reader, 1, seconds(3));
        QVERIFY(all.records.isEmpty());
        QVERIFY(!all.errors.isEmpty() && all.errors.size() < 10);
        QVERIFY2(all.errors[0].message.contains(u"ends at offset 10, before 15"_s),
                 qPrintable(all.errors[0].message));
        fill(kafka.config(), 10, 1);
        all.read(*reader, 5);
        QCOMPARE(all.records.first().offset, 15);
    }

    void aBrokerThatGoesAwayIsToldAndReadingGoesOn()
    {
        MockKafka kafka;
        fill(kafka.config(), 30);
        auto reader = opened(kafka.config());
        Gathered all;
        all.read(*reader, 30);
        kafka.setUp(false);
        all.read(*reader, 31, seconds(4));
        QVERIFY(!all.errors.isEmpty());
        QCOMPARE(all.errors.last().code, Errc::Unavailable);
        QVERIFY2(all.errors.size() < 12, "told, not shouted");
        kafka.setUp(true);
        fill(kafka.config(), 30);
        all.read(*reader, 60);
        QCOMPARE(all.records.size(), 60);
        QVERIFY(all.isGapless());
        for (const LogPartitionState &state : reader->states())
            QCOMPARE(state.lastError, QString());
    }

    void aBrokerThatIsNotThereAtFirstIsWaitedFor()
    {
        MockKafka kafka;
        fill(kafka.config(), 3);
        kafka.setUp(false);
        auto reader = opened(kafka.config());
        QElapsedTimer watch;
        watch.start();
        const auto nothing = reader->poll(milliseconds(200), 10);
        QVERIFY2(watch.elapsed() < 2000, "waits about as long as it was told to");
        QCOMPARE(nothing.error().isRetryable(), true);
        kafka.setUp(true);
        Gathered all;
        all.read(*reader, 3);
        QCOMPARE(all.records.size(), 3);
    }

    void theLagOfAPartitionThatIsStuckIsUnknownAndNotZero()
    {
        MockKafka kafka(1, 1);
        fill(kafka.config(), 5, 1);
        auto reader = opened(kafka.config());
        QVERIFY2(reader->states().isEmpty(), "nothing is known before anyone was asked");
        Gathered all;
        all.read(*reader, 5);
        all.read(*reader, 6, seconds(2));
        QCOMPARE(reader->states().first().lag(), std::optional<qint64>(0));
        kafka.setUp(false);
        all.read(*reader, 6, seconds(13));
        const LogPartitionState stuck = reader->states().first();
        QCOMPARE(stuck.lag(), std::nullopt);
        QVERIFY(stuck.seenAt && !stuck.lastError.isEmpty());
    }

    void aMissingTopicIsNamed()
    {
        const MockKafka kafka;
        KafkaConfig config = kafka.config();
        rd_kafka_mock_topic_set_error(kafka.cluster.get(), "absent", RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART);
        config.topic = u"absent"_s;
        const auto none = opened(config)->poll(seconds(2), 1);
        QCOMPARE(none.error().code, Errc::NotFound);
        QVERIFY2(none.error().message.contains(u"no topic absent"_s), qPrintable(none.error().message));
    }

    void membersOfAGroupShareAndHandOver()
    {
        const MockKafka kafka(1, 4);
        fill(kafka.config(), 400, 4);
        QHash<int, qint64> stored; // what a store would hold
        QList<QList<int>> lost;
        const auto watch = [&](LogReader &reader) {
            reader.watchPartitions({.gained =
                                        [&](const QList<int> &partitions) {
                                            QHash<int, qint64> mine;
                                            for (const int partition : partitions)
                                                mine[partition] = stored.value(partition, 0);
                                            return mine;
                                        },
                                    .lost = [&](const QList<int> &partitions) { lost.append(partitions); }});
        };
        auto first = opened(kafka.config(), KafkaReading::Group);
        watch(*first);
        Gathered all;
        const auto store = [&] {
            for (const LogRecord &record : std::as_const(all.records))
                stored[record.partition] = std::max(stored[record.partition], record.offset + 1);
        };
        all.read(*first, 400);
        store();
        QCOMPARE(all.records.size(), 400);
        first->commit(stored);

        auto second = opened(kafka.config(), KafkaReading::Group);
        watch(*second);
        QElapsedTimer time;
        time.start();
        while ((first->states().size() != 2 || second->states().size() != 2) && time.elapsed() < 30'000) {
            all.read(*first, 401, milliseconds(150));
            all.read(*second, 401, milliseconds(150));
        }
        QCOMPARE(first->states().size(), 2);
        QCOMPARE(second->states().size(), 2);
        QCOMPARE(lost.value(0).size(), 4);
        QCOMPARE(all.records.size(), 400);
        fill(kafka.config(), 400, 4);
        while (all.records.size() < 800 && time.elapsed() < 50'000) {
            all.read(*first, 800, milliseconds(150));
            all.read(*second, 800, milliseconds(150));
        }
        QCOMPARE(all.records.size(), 800);
        QVERIFY(all.isGapless());
    }

    void nobodyIsDisturbedByAView()
    {
        const MockKafka kafka;
        fill(kafka.config(), 30);
        auto member = opened(kafka.config(), KafkaReading::Group);
        Gathered first;
        first.read(*member, 30);
        auto view = opened(kafka.config());
        Gathered second;
        second.read(*view, 30);
        QCOMPARE(first.records.size(), 30);
        QCOMPARE(second.records.size(), 30);
        QCOMPARE(member->states().size(), 3);
    }
};

QTEST_GUILESS_MAIN(KafkaReaderTest)
#include "tst_kafka_reader.moc"
