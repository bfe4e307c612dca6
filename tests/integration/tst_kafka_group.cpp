// SPDX-License-Identifier: Apache-2.0
#include "support/kafka_cluster.h"
#include "support/kafka_writing.h"
#include "unit/ingest_fixture.h"

#include <QtCore/QProcess>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

/// `assay ingest --group` of its own process; all members keep one store.
class Member
{
public:
    Member(const KafkaConfig &config, const QString &data)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_DATA_HOME"_s, data);
        environment.insert(u"KAFKA_BROKERS"_s, config.brokers.join(u','));
        environment.insert(u"KAFKA_TOPIC"_s, config.topic);
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(u"" ASSAY_BINARY_DIR "/app/assay"_s,
                        {u"ingest"_s, u"--json"_s, u"--group"_s, config.groupId});
    }
    ~Member() { leave(); }
    Q_DISABLE_COPY_MOVE(Member)

    /// Has it stored something since the last call?
    bool moves()
    {
        m_process.waitForReadyRead(10);
        const QByteArray lines = m_process.readAllStandardOutput();
        return lines.contains("\"progress\":true");
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    /// As Ctrl+C does. @return its exit code
    int leave()
    {
        m_process.terminate();
        return m_process.waitForFinished(30'000) && m_process.exitStatus() == QProcess::NormalExit
                   ? m_process.exitCode()
                   : -1;
    }

private:
    QProcess m_process{};
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

/// Members of one group that come, leave and are killed, each a process.
class KafkaGroupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void membersThatComeLeaveAndAreKilledStoreEverythingOnce()
    {
        const KafkaConfig config = cluster::config(cluster::own("group"));
        cluster::makeTopic(config.topic, 6);
        const QTemporaryDir data;
        Writing writing(config, [](quint64 n) { return test::frame(test::node(static_cast<int>(n))); });
        const auto all = [](std::initializer_list<Member *> members) {
            for (Member *member : members)
                if (!waitFor([&] { return member->moves(); }))
                    return false;
            return true;
        };
        Member first(config, data.path());
        QVERIFY(all({&first}));
        Member second(config, data.path());
        QVERIFY2(all({&second, &first}), "two share the partitions");
        Member third(config, data.path());
        QVERIFY2(all({&third, &first, &second}), "three share the partitions");
        second.kill();
        const auto open = [&] {
            Result<std::unique_ptr<Store>> store = openReadOnly(data.filePath(u"assay/assay.db"_s));
            if (!store)
                qFatal("%s", qPrintable(store.error().message));
            return std::move(*store);
        };
        QCOMPARE(first.leave(), 0);
        QVERIFY(all({&third}));
        const qint64 written = writing.finish();
        const auto read = [&] { return sumOf(*open(), &PartitionAccount::read); };
        QVERIFY2(waitFor([&] { return read() >= written; }), "the last one has all");
        QCOMPARE(third.leave(), 0);

        const std::unique_ptr<Store> store = open();
        qInfo("%lld records stored by three members", static_cast<long long>(written));
        QCOMPARE(sumOf(*store, &PartitionAccount::read), written);
        QCOMPARE(sumOf(*store, &PartitionAccount::stored), written);
        QCOMPARE(sumOf(*store, &PartitionAccount::missing), 0);
        QCOMPARE(store->counts()->events, written);
        QCOMPARE(*store->rollupDifferences(), 0);
    }
};

QTEST_GUILESS_MAIN(KafkaGroupTest)
#include "tst_kafka_group.moc"
