// SPDX-License-Identifier: Apache-2.0
#include "resources.h"
#include "service/workbench.h"
#include "stream/codec.h"
#include "stream/kafka_reader.h"
#include "stream/kafka_writer.h"
#include "support/kafka_mock.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>

using namespace assay;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

/// A workbench whose brokers are the mock's.
struct Console
{
    Console(const QString &folder, const KafkaConfig &kafka, Filling filling = Filling::OwnTurns)
        : secrets(Variables{})
    {
        const Settings settings =
            *loadSettings({.file = u"/nowhere"_s,
                           .environment = {{u"KAFKA_BROKERS"_s, kafka.brokers.join(u',')},
                                           {u"KAFKA_TOPIC"_s, kafka.topic},
                                           {u"KAFKA_TENANT_ID"_s, u"shop"_s}}});
        hub = std::make_unique<SettingsHub>(settings, QString(), QString());
        workbench = Workbench::open({.data = folder + u"/data"_s, .state = folder + u"/state"_s}, *hub,
                                    secrets, filling);
        QObject::connect(workbench.get(), &Workbench::noticed,
                         [this](const Notice &notice) { notices.append(notice.text); });
    }
    bool ask(const QString &question)
    {
        QSignalSpy finished(workbench.get(), &Workbench::turnFinished);
        workbench->ask({}, question);
        return finished.wait(30'000) && workbench->drain(seconds(20));
    }

    Secrets secrets;
    std::unique_ptr<SettingsHub> hub;
    std::unique_ptr<Workbench> workbench;
    QStringList notices;
};

qsizetype threadsIn(Workbench &workbench)
{
    qsizetype count = -1;
    workbench.readThreads({}, &workbench, [&](const Result<QList<ThreadSummary>> &threads) {
        count = threads ? threads->size() : -2;
    });
    [[maybe_unused]] const bool answered = QTest::qWaitFor([&] { return count != -1; }, 10'000);
    return count;
}

} // namespace

class KafkaTurnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initAssayResources(); }

    void aTurnReachesKafkaAsStrictReadersWantIt()
    {
        const MockKafka kafka;
        const QTemporaryDir dir;
        Console console(dir.path(), kafka.config());
        QVERIFY(console.ask(u"How long does a refund take?"_s));
        QCOMPARE(console.workbench->waitForKafka(seconds(20)), 0);
        QCOMPARE(console.notices, QStringList());
        auto reader = openKafkaReader(kafka.config(), KafkaReading::View);
        Gathered all;
        all.read(**reader, 4);
        all.read(**reader, 10'000, seconds(2));
        Codec codec;
        int traces = 0;
        for (const LogRecord &record : std::as_const(all.records)) {
            const auto message = codec.decode(record.value, DecodeMode::Strict);
            QVERIFY2(message, message ? "" : qPrintable(message.error().message));
            QCOMPARE(message->header.threadId, QString::fromUtf8(record.key));
            QCOMPARE(message->header.tenantId, u"shop"_s);
            QVERIFY(message->kind != MessageKind::QualityEvaluation);
            traces += message->kind == MessageKind::ExecutionTrace;
        }
        QCOMPARE(traces, 1);
    }

    void whileTheBrokerIsAwayTurnsAreAnsweredAndWait()
    {
        MockKafka kafka;
        kafka.setUp(false);
        const QTemporaryDir dir;
        {
            Console console(dir.path(), kafka.config());
            QVERIFY(console.ask(u"How long does a refund take?"_s));
            QElapsedTimer watch;
            watch.start();
            QVERIFY(console.workbench->waitForKafka(seconds(20)) > 3);
            QVERIFY2(watch.elapsed() < 5000, "known to be away: not waited for");
            QVERIFY(!console.workbench->kafkaTrouble().isEmpty());
            watch.restart();
            console.workbench.reset();
            QVERIFY2(watch.elapsed() < 3000, qPrintable(QString::number(watch.elapsed())));
        }
        kafka.setUp(true);
        Console later(dir.path(), kafka.config());
        QElapsedTimer watch;
        watch.start();
        while (later.workbench->waitForKafka(milliseconds(200)) > 0 && watch.elapsed() < 20'000)
            QTest::qWait(50);
        QVERIFY(later.ask(u"And an exchange?"_s));
        QCOMPARE(later.workbench->waitForKafka(seconds(20)), 0);
        auto reader = openKafkaReader(kafka.config(), KafkaReading::View);
        Gathered all;
        all.read(**reader, 10'000, seconds(4));
        QSet<QByteArray> threads;
        QSet<QByteArray> values;
        for (const LogRecord &record : std::as_const(all.records)) {
            threads.insert(record.key);
            values.insert(record.value);
        }
        QCOMPARE(threads.size(), 2);
        QCOMPARE(values.size(), all.records.size());
    }

    void aConsoleSeesTheTurnsOfOthersAndItsOwnOnce()
    {
        const MockKafka kafka;
        const QTemporaryDir mine;
        const QTemporaryDir theirs;
        Console console(mine.path(), kafka.config(), Filling::Everything);
        Console other(theirs.path(), kafka.config());
        QVERIFY(console.ask(u"How long does a refund take?"_s));
        QVERIFY(other.ask(u"Can I exchange it?"_s));
        QCOMPARE(other.workbench->waitForKafka(seconds(20)), 0);
        QElapsedTimer watch;
        watch.start();
        while (threadsIn(*console.workbench) < 2 && watch.elapsed() < 30'000)
            QTest::qWait(100);
        QCOMPARE(threadsIn(*console.workbench), 2);
        QTest::qWait(1500); // its own come back, too
        QCOMPARE(threadsIn(*console.workbench), 2);
        QCOMPARE(threadsIn(*other.workbench), 1);
    }
};

QTEST_GUILESS_MAIN(KafkaTurnsTest)
#include "tst_kafka_turns.moc"
