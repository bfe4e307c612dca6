// SPDX-License-Identifier: Apache-2.0
#include "service/kafka_forwarder.h"
#include "stream/embedded_log.h"
#include "stream/kafka_reader.h"
#include "support/kafka_mock.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>

using namespace assay;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

struct OwnLog
{
    OwnLog() : log(std::move(*EmbeddedLog::open(dir.path()))) {}

    void append(int count)
    {
        for (int i = 0; i < count; ++i)
            if (!log->append("thread " + QByteArray::number(i % 5),
                             "message " + QByteArray::number(log->nextOffset())))
                qFatal("not appended");
    }
    std::unique_ptr<KafkaForwarder> forwarder(const KafkaConfig &config, qint64 first = 0)
    {
        std::vector<KafkaForwarder::Source> sources;
        sources.push_back({.directory = dir.path(), .reader = std::move(*log->makeReader()), .first = first});
        return std::make_unique<KafkaForwarder>(
            config, std::move(sources), [this](const Error &error) { troubles.append(error.message); });
    }

    QTemporaryDir dir;
    std::unique_ptr<EmbeddedLog> log;
    QStringList troubles;
};

Gathered contents(const KafkaConfig &config, qsizetype count)
{
    auto reader = openKafkaReader(config, KafkaReading::View);
    Gathered all;
    all.read(**reader, count);
    all.read(**reader, count + 1, milliseconds(700)); // one too many would show
    return all;
}

/// Each message once, those of one thread in the order of the log.
QString faultIn(const Gathered &all, qint64 count)
{
    QSet<QByteArray> seen;
    QHash<QByteArray, qint64> last;
    for (const LogRecord &record : all.records) {
        const qint64 number = record.value.mid(8).toLongLong();
        if (seen.contains(record.value))
            return u"twice: %1"_s.arg(number);
        seen.insert(record.value);
        if (last.value(record.key, -1) > number)
            return u"out of order: %1"_s.arg(number);
        last[record.key] = number;
    }
    return seen.size() == count ? QString() : u"%1 of %2"_s.arg(seen.size()).arg(count);
}

/// Whether the position on disk tells that brokers have acknowledged something.
bool hasSent(const QString &directory)
{
    QFile file(outboxFile(directory));
    return file.open(QIODevice::ReadOnly) &&
           QJsonDocument::fromJson(file.readAll())["next"_L1].toInteger() > 0;
}

/// In a process of its own, to be killed.
int forwardUntilKilled(const QStringList &arguments)
{
    const KafkaConfig config{.brokers = arguments[3].split(u','),
                             .topic = u"quality"_s,
                             .groupId = u"testers"_s,
                             .metadataTimeout = seconds(3)};
    std::vector<KafkaForwarder::Source> sources;
    sources.push_back({.directory = arguments[2], .reader = std::move(*openLogReader(arguments[2]))});
    const KafkaForwarder forwarder(config, std::move(sources), {});
    while (true)
        forwarder.waitUntilSent(std::numeric_limits<qint64>::max(), seconds(60));
}

} // namespace

class KafkaForwarderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turnsReachTheTopicInOrder()
    {
        const MockKafka kafka;
        OwnLog own;
        own.append(700);
        auto forwarder = own.forwarder(kafka.config());
        QCOMPARE(forwarder->waitUntilSent(700, seconds(20)), 0);
        own.append(300);
        QCOMPARE(forwarder->waitUntilSent(1000, seconds(20)), 0);
        QCOMPARE(forwarder->progress().sent, 1000);
        QCOMPARE(faultIn(contents(kafka.config(), 1000), 1000), QString());
        forwarder.reset();
        own.append(10);
        forwarder = own.forwarder(kafka.config());
        QCOMPARE(forwarder->waitUntilSent(1010, seconds(20)), 0);
        QCOMPARE(forwarder->progress().sent, 10);
        QVERIFY(own.troubles.isEmpty());
    }

    void whatWasThereBeforeKafkaWasSetUpStaysHere()
    {
        const MockKafka kafka;
        OwnLog own;
        own.append(20);
        const auto forwarder = own.forwarder(kafka.config(), own.log->nextOffset());
        own.append(5);
        QCOMPARE(forwarder->waitUntilSent(25, seconds(20)), 0);
        QCOMPARE(contents(kafka.config(), 5).records.size(), 5);
    }

    void whileTheBrokersAreAwayTurnsWaitAndNothingIsDoubled()
    {
        MockKafka kafka;
        OwnLog own;
        own.append(10);
        auto forwarder = own.forwarder(kafka.config());
        QCOMPARE(forwarder->waitUntilSent(10, seconds(20)), 0);
        kafka.setUp(false);
        own.append(100);
        QElapsedTimer watch;
        watch.start();
        QCOMPARE(forwarder->waitUntilSent(110, seconds(30)), 100);
        QVERIFY2(watch.elapsed() < 10'000, "not waited for");
        QVERIFY(!own.troubles.isEmpty());
        watch.restart();
        forwarder.reset();
        QVERIFY2(watch.elapsed() < 3000, qPrintable(QString::number(watch.elapsed())));

        forwarder = own.forwarder(kafka.config()); // still away
        QCOMPARE(forwarder->waitUntilSent(110, seconds(30)), 100);
        QVERIFY(forwarder->progress().trouble->isRetryable());
        kafka.setUp(true);
        QElapsedTimer back;
        back.start();
        while (forwarder->waitUntilSent(110, seconds(1)) > 0 && back.elapsed() < 20'000)
            std::this_thread::sleep_for(milliseconds(50));
        QCOMPARE(faultIn(contents(kafka.config(), 110), 110), QString());
    }

    void aFlightWhoseAnswerWasLostIsLookedForInTheTopic()
    {
        const MockKafka kafka;
        OwnLog own;
        own.append(100);
        auto forwarder = own.forwarder(kafka.config());
        QCOMPARE(forwarder->waitUntilSent(100, seconds(20)), 0);
        forwarder.reset();
        // As a crash between the acknowledgements and the saving leaves it: 60 of 80 arrived.
        QFile file(outboxFile(own.dir.path()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"topic":"quality","next":40,"sending":120,"ends":{"0":0,"1":0,"2":0}})");
        file.close();
        own.append(20);
        forwarder = own.forwarder(kafka.config());
        QCOMPARE(forwarder->waitUntilSent(120, seconds(20)), 0);
        QCOMPARE(faultIn(contents(kafka.config(), 120), 120), QString());
    }

    void onlyOneProcessSendsALog()
    {
        const MockKafka kafka;
        OwnLog own;
        own.append(3);
        const auto first = own.forwarder(kafka.config());
        QCOMPARE(first->waitUntilSent(3, seconds(20)), 0);
        const auto second = own.forwarder(kafka.config());
        second->waitUntilSent(3, seconds(5));
        QCOMPARE(second->progress().trouble->code, Errc::Unavailable);
        QCOMPARE(second->progress().sent, 0);
    }

    void killedAtAnyMomentNothingIsLostOrDoubled()
    {
        const MockKafka kafka;
        OwnLog own;
        int longest = 350; // ms
        for (int round = 0; round < 25; ++round) {
            own.append(60);
            QProcess process;
            process.start(QCoreApplication::applicationFilePath(),
                          {u"--forward"_s, own.dir.path(), kafka.config().brokers.join(u',')});
            QVERIFY(process.waitForStarted());
            if (round == 0) { // how long this machine takes to send something
                QElapsedTimer started;
                started.start();
                QTRY_VERIFY_WITH_TIMEOUT(hasSent(own.dir.path()), 20'000);
                longest = std::max(longest, static_cast<int>(started.elapsed()) + 150);
            } else {
                std::this_thread::sleep_for(milliseconds(QRandomGenerator::global()->bounded(30, longest)));
            }
            process.kill();
            QVERIFY(process.waitForFinished());
        }
        const auto forwarder = own.forwarder(kafka.config());
        QCOMPARE(forwarder->waitUntilSent(1500, seconds(20)), 0);
        QCOMPARE(faultIn(contents(kafka.config(), 1500), 1500), QString());
        QVERIFY2(forwarder->progress().sent < 1500, "the killed ones sent some");
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == "--forward"_L1)
        return forwardUntilKilled(app.arguments());
    KafkaForwarderTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_kafka_forwarder.moc"
