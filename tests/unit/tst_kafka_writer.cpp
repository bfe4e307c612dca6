// SPDX-License-Identifier: Apache-2.0
#include "stream/kafka_reader.h"
#include "stream/kafka_writer.h"
#include "support/kafka_mock.h"

using namespace assay;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr int produceRequest = 0; // the number of Produce in Kafka's protocol

std::unique_ptr<KafkaWriter> opened(const KafkaConfig &config, KafkaWriterOptions options = {})
{
    auto writer = KafkaWriter::open(config, options);
    if (!writer)
        qFatal("%s", qPrintable(writer.error().message));
    return std::move(*writer);
}

Gathered contents(const KafkaConfig &config, qsizetype count)
{
    auto reader = openKafkaReader(config, KafkaReading::View);
    Gathered all;
    all.read(**reader, count);
    all.read(**reader, count + 1, milliseconds(700)); // one too many would show
    return all;
}

} // namespace

class KafkaWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsArriveInOrderUnderTheirKey()
    {
        const MockKafka kafka(3, 4);
        auto writer = opened(kafka.config());
        QList<std::pair<QByteArray, QByteArray>> records;
        for (int i = 0; i < 1000; ++i)
            records.append({"thread " + QByteArray::number(i % 7), QByteArray::number(i)});
        QCOMPARE(*writer->appendAll(records) >= 0, true);
        const Gathered all = contents(kafka.config(), 1000);
        QCOMPARE(all.records.size(), 1000);
        QHash<QByteArray, int> last;
        QHash<QByteArray, int> partition;
        for (const LogRecord &record : all.records) {
            QVERIFY(last.value(record.key, -1) < record.value.toInt());
            last[record.key] = record.value.toInt();
            QCOMPARE(partition.value(record.key, record.partition), record.partition);
            partition[record.key] = record.partition;
        }
        QCOMPARE(last.size(), 7);
    }

    void theOffsetIsTheRecordsOwn()
    {
        const MockKafka kafka(1, 1);
        auto writer = opened(kafka.config());
        QCOMPARE(*writer->append("a", "1"), 0);
        QCOMPARE(*writer->append("b", "2"), 1);
        QCOMPARE(*writer->appendAll({{"c", "3"}, {"d", "4"}}), 2);
    }

    void whatCannotBeAMessageIsRefused_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("value");
        QTest::addRow("no thread id") << QByteArray("") << QByteArray("value");
        QTest::addRow("a blank thread id") << QByteArray(" \t") << QByteArray("value");
        QTest::addRow("too large") << QByteArray("key") << QByteArray(11 << 20, 'x');
    }
    void whatCannotBeAMessageIsRefused()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, value);
        const MockKafka kafka(1, 1);
        auto writer = opened(kafka.config());
        QCOMPARE(writer->append(key, value).error().code, Errc::InvalidArgument);
        QCOMPARE(writer->inFlight(), 0);
    }

    void errorsThatPassAreTriedAgainAndNothingIsDoubled()
    {
        const MockKafka kafka(1, 1);
        auto writer = opened(kafka.config());
        QVERIFY(writer->append("k", "first"));
        rd_kafka_mock_push_request_errors(kafka.cluster.get(), produceRequest, 3,
                                          RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS, RD_KAFKA_RESP_ERR__TRANSPORT,
                                          RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE);
        QList<std::pair<QByteArray, QByteArray>> records;
        for (int i = 0; i < 200; ++i)
            records.append({"k", QByteArray::number(i)});
        QVERIFY(writer->appendAll(records));
        const Gathered all = contents(kafka.config(), 201);
        QCOMPARE(all.records.size(), 201);
        for (int i = 0; i < 200; ++i)
            QCOMPARE(all.records[i + 1].value.toInt(), i);
    }

    void withoutBrokersARecordFailsInTimeAndIsNotSentLater()
    {
        MockKafka kafka(1, 1);
        kafka.setUp(false);
        auto writer = opened(kafka.config(), {.timeout = milliseconds(1000)});
        QElapsedTimer watch;
        watch.start();
        const auto failed = writer->append("k", "lost?");
        QVERIFY2(failed.error().isRetryable(), qPrintable(failed.error().message));
        QVERIFY2(watch.elapsed() < 5000, qPrintable(QString::number(watch.elapsed())));
        QVERIFY(writer->trouble());
        kafka.setUp(true);
        QVERIFY(writer->append("k", "second"));
        QVERIFY(!writer->trouble());
        const Gathered all = contents(kafka.config(), 1);
        QCOMPARE(all.records.size(), 1);
        QCOMPARE(all.records[0].value, QByteArray("second"));
    }

    void whatNeverExpiresWaitsForTheBrokers()
    {
        MockKafka kafka(1, 1);
        kafka.setUp(false);
        auto writer = opened(kafka.config(), {.timeout = milliseconds(0)});
        for (quint64 id = 0; id < 50; ++id)
            QVERIFY(writer->send(id, "k", QByteArray::number(id), {{.key = "h", .value = "v"}}));
        QVERIFY(writer->deliveries(seconds(1)).isEmpty());
        QCOMPARE(writer->inFlight(), 50);
        kafka.setUp(true);
        quint64 expected = 0;
        QElapsedTimer watch;
        watch.start();
        while (expected < 50 && watch.elapsed() < 20'000)
            for (const KafkaDelivery &delivery : writer->deliveries(milliseconds(100))) {
                QVERIFY(!delivery.error);
                QCOMPARE(delivery.id, expected);
                QCOMPARE(delivery.offset, static_cast<qint64>(expected++));
            }
        QCOMPARE(writer->inFlight(), 0);
        const Gathered all = contents(kafka.config(), 50);
        QCOMPARE(all.records[7].headers, (QList<LogHeader>{{"h", "v"}}));
    }

    void aFullQueueSaysSo()
    {
        MockKafka kafka(1, 1);
        kafka.setUp(false);
        auto writer = opened(kafka.config(), {.timeout = milliseconds(0)});
        const QByteArray mebibyte(1 << 20, 'x');
        Result<> queued;
        int count = 0;
        for (; queued && count < 100; ++count)
            queued = writer->send(0, "k", mebibyte);
        QCOMPARE(queued.error().code, Errc::RateLimited);
        QVERIFY2(count > 16 && count < 40, "32 MiB wait at most");
        QElapsedTimer watch;
        watch.start();
        writer.reset();
        QVERIFY2(watch.elapsed() < 2000, "closing does not wait for brokers");
    }
};

QTEST_GUILESS_MAIN(KafkaWriterTest)
#include "tst_kafka_writer.moc"
