// SPDX-License-Identifier: Apache-2.0
#include "stream/kafka_probe.h"
#include "stream/kafka_reader.h"
#include "support/kafka_cluster.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>

using namespace assay;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

using Change = std::function<void(KafkaConfig &)>;

KafkaConfig scram(const Change &change = {})
{
    KafkaConfig config = cluster::config(cluster::own("connect"), "KAFKA_SASL_SSL");
    config.security = KafkaSecurity::SaslSsl;
    config.mechanism = KafkaMechanism::ScramSha256;
    config.user = cluster::told("KAFKA_USER");
    config.password = cluster::told("KAFKA_PASSWORD");
    config.caFile = cluster::certificate("ca.pem");
    if (change)
        change(config);
    return config;
}

KafkaConfig mutualTls(const Change &change = {})
{
    KafkaConfig config = cluster::config(cluster::own("connect"), "KAFKA_MTLS");
    config.security = KafkaSecurity::Ssl;
    config.caFile = cluster::certificate("ca.pem");
    config.certificateFile = cluster::certificate("client.pem");
    config.keyFile = cluster::certificate("client.key");
    if (change)
        change(config);
    return config;
}

KafkaConfig plain(const Change &change)
{
    KafkaConfig config = cluster::config(cluster::own("connect"));
    change(config);
    return config;
}

QString told(const QList<KafkaStepResult> &steps)
{
    QStringList lines;
    for (const KafkaStepResult &one : steps)
        lines.append(labelOf(one.step) + u": "_s + textOf(one.state) + u' ' + one.text);
    return lines.join(u'\n');
}

struct Run
{
    int code = -1;
    QByteArray output{};
};

/// Runs assay with nothing but these variables of Kafka's.
Run runAssay(const QStringList &arguments, const QStringList &variables)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys())
        if (name.startsWith(u"KAFKA_"_s))
            environment.remove(name);
    for (const QString &one : variables)
        environment.insert(one.section(u'=', 0, 0), one.section(u'=', 1));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(u"" ASSAY_BINARY_DIR "/app/assay"_s, arguments);
    if (!process.waitForFinished(40'000))
        return {.output = "it hangs"};
    return {.code = process.exitCode(),
            .output = process.readAllStandardOutput() + process.readAllStandardError()};
}

QStringList scramVariables(const QString &password, const QString &topic = cluster::own("connect"))
{
    return {u"KAFKA_BROKERS="_s + cluster::told("KAFKA_SASL_SSL"),
            u"KAFKA_TOPIC="_s + topic,
            u"KAFKA_SECURITY_PROTOCOL=sasl_ssl"_s,
            u"KAFKA_SASL_MECHANISM=SCRAM-SHA-256"_s,
            u"KAFKA_SASL_USERNAME=alice"_s,
            u"KAFKA_SASL_PASSWORD="_s + password,
            u"KAFKA_SSL_CA_LOCATION="_s + cluster::certificate("ca.pem")};
}

} // namespace

Q_DECLARE_METATYPE(assay::KafkaConfig)
Q_DECLARE_METATYPE(assay::KafkaStep)

class KafkaConnectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { cluster::makeTopic(cluster::own("connect"), 2); }

    void aConnectionThatWorksPassesEveryStep_data()
    {
        QTest::addColumn<KafkaConfig>("config");
        QTest::addRow("plain text") << plain([](KafkaConfig &) {});
        QTest::addRow("SCRAM over TLS") << scram();
        QTest::addRow("a client certificate") << mutualTls();
        QTest::addRow("a client key with a password") << mutualTls([](KafkaConfig &c) {
            c.keyFile = cluster::certificate("client-locked.key");
            c.keyPassword = u"key-secret"_s;
        });
        QTest::addRow("a certificate for another name, unchecked")
            << scram([](KafkaConfig &c) { c.checkHostName = false; });
        QTest::addRow("one of two brokers away")
            << plain([](KafkaConfig &c) { c.brokers.prepend(u"127.0.0.1:1"_s); });
    }
    void aConnectionThatWorksPassesEveryStep()
    {
        QFETCH(KafkaConfig, config);
        const QList<KafkaStepResult> steps = probeKafka(config, {});
        QVERIFY2(isConnected(steps), qPrintable(told(steps)));
    }

    void theStepThatFailsIsNamedWithItsReason_data()
    {
        QTest::addColumn<KafkaConfig>("config");
        QTest::addColumn<KafkaStep>("step");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const KafkaConfig &config, KafkaStep step,
                            const QString &reason) { QTest::addRow("%s", name) << config << step << reason; };
        row("a setting missing", scram([](KafkaConfig &c) { c.user.clear(); }), KafkaStep::Settings,
            u"no user is named"_s);
        row("no such host", plain([](KafkaConfig &c) { c.brokers = {u"nowhere.invalid:9092"_s}; }),
            KafkaStep::Dns, u"no host nowhere.invalid"_s);
        row("a closed port", plain([](KafkaConfig &c) { c.brokers = {u"127.0.0.1:1"_s}; }), KafkaStep::Tcp,
            u"Nothing listens at 127.0.0.1:1"_s);
        row("a rogue authority",
            scram([](KafkaConfig &c) { c.caFile = cluster::certificate("rogue-ca.pem"); }), KafkaStep::Tls,
            u"authority that is not trusted"_s);
        row("no client certificate", mutualTls([](KafkaConfig &c) {
                c.certificateFile.clear();
                c.keyFile.clear();
            }),
            KafkaStep::Tls, u"wants a client certificate"_s);
        row("a rogue client certificate", mutualTls([](KafkaConfig &c) {
                c.certificateFile = cluster::certificate("rogue-client.pem");
                c.keyFile = cluster::certificate("rogue-client.key");
            }),
            KafkaStep::Tls, u"refused the client certificate"_s);
        row("TLS to a plain port",
            scram([](KafkaConfig &c) { c.brokers = cluster::told("KAFKA_PLAINTEXT").split(u','); }),
            KafkaStep::Tls, u""_s);
        row("plain text to a TLS port",
            plain([](KafkaConfig &c) { c.brokers = cluster::told("KAFKA_SASL_SSL").split(u','); }),
            KafkaStep::Tls, u"kafka.security_protocol"_s);
        row("a wrong password", scram([](KafkaConfig &c) { c.password = u"wrong-secret"_s; }),
            KafkaStep::Sasl, u"wrong user name, password"_s);
        row("a wrong mechanism", scram([](KafkaConfig &c) { c.mechanism = KafkaMechanism::ScramSha512; }),
            KafkaStep::Sasl, u"alice"_s);
        row("an absent topic", scram([](KafkaConfig &c) { c.topic = u"absent"_s; }), KafkaStep::Topic,
            u"no topic absent"_s);
    }
    void theStepThatFailsIsNamedWithItsReason()
    {
        QFETCH(KafkaConfig, config);
        QFETCH(KafkaStep, step);
        QFETCH(QString, reason);
        QElapsedTimer watch;
        watch.start();
        const QList<KafkaStepResult> steps = probeKafka(config, {});
        const auto failed = std::ranges::find(steps, KafkaStepState::Failed, &KafkaStepResult::state);
        QVERIFY2(failed != steps.end(), qPrintable(told(steps)));
        QVERIFY2(failed->step == step, qPrintable(told(steps)));
        QVERIFY2(failed->text.contains(reason), qPrintable(failed->text));
        QVERIFY2(!told(steps).contains(u"-secret"_s), "no password in any text");
        QVERIFY2(watch.elapsed() < 16'000, qPrintable(QString::number(watch.elapsed())));
        qInfo("%lld ms: %s", static_cast<long long>(watch.elapsed()), qPrintable(failed->text));
    }

    void aSilentHostDoesNotHangTheTest()
    {
        QElapsedTimer watch;
        watch.start();
        const auto steps =
            probeKafka(plain([](KafkaConfig &c) { c.brokers = {u"192.0.2.1:9092"_s}; }), {}, seconds(2));
        QVERIFY(!isConnected(steps));
        QVERIFY2(watch.elapsed() < 10'000, qPrintable(QString::number(watch.elapsed())));
    }

    void theEnvironmentVariablesOfTheGuideWork_data()
    {
        QTest::addColumn<QStringList>("variables");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("reason");
        const QStringList tls{u"KAFKA_BROKERS="_s + cluster::told("KAFKA_MTLS"),
                              u"KAFKA_TOPIC="_s + cluster::own("connect"), u"KAFKA_SECURITY_PROTOCOL=ssl"_s,
                              u"KAFKA_SSL_CA_LOCATION="_s + cluster::certificate("ca.pem"),
                              u"KAFKA_SSL_CERTIFICATE_LOCATION="_s + cluster::certificate("client.pem")};
        const QString locked = u"KAFKA_SSL_KEY_LOCATION="_s + cluster::certificate("client-locked.key");
        QTest::addRow("SCRAM over TLS") << scramVariables(u"alice-secret"_s) << 0 << u""_s;
        QTest::addRow("SCRAM with a wrong password")
            << scramVariables(u"wrong-secret"_s) << 1 << u"wrong user name, password"_s;
        QTest::addRow("a client certificate")
            << tls + QStringList{locked, u"KAFKA_SSL_KEY_PASSWORD=key-secret"_s} << 0 << u""_s;
        QTest::addRow("a key whose password is wrong")
            << tls + QStringList{locked, u"KAFKA_SSL_KEY_PASSWORD=wrong-secret"_s} << 1 << u"ssl.key"_s;
        QTest::addRow("no brokers") << QStringList{u"KAFKA_TOPIC="_s + cluster::own("connect")} << 1
                                    << u"No broker is set"_s;
    }
    void theEnvironmentVariablesOfTheGuideWork()
    {
        QFETCH(QStringList, variables);
        QFETCH(int, code);
        QFETCH(QString, reason);
        const Run run = runAssay({u"config"_s, u"test-kafka"_s, u"--json"_s}, variables);
        QVERIFY2(run.code == code, run.output.constData());
        QVERIFY2(run.output.contains(reason.toUtf8()), run.output.constData());
        QVERIFY(!run.output.contains("-secret"));
        QCOMPARE(QJsonDocument::fromJson(run.output).array().size(), 7);
    }

    void ingestToTheEndSaysWhyThereIsNone_data()
    {
        QTest::addColumn<QStringList>("variables");
        QTest::addColumn<QString>("reason");
        QTest::addRow("a wrong password")
            << scramVariables(u"wrong-secret"_s) << u"refused to sign in alice"_s;
        QTest::addRow("an absent topic")
            << scramVariables(u"alice-secret"_s, u"absent"_s) << u"no topic absent"_s;
        QTest::addRow("a closed port") << QStringList{u"KAFKA_BROKERS=127.0.0.1:1"_s} << u"Nothing listens"_s;
    }
    void ingestToTheEndSaysWhyThereIsNone()
    {
        QFETCH(QStringList, variables);
        QFETCH(QString, reason);
        const Run run = runAssay({u"ingest"_s, u"--until-end"_s}, variables);
        QVERIFY2(run.code == 1, run.output.constData());
        QVERIFY2(run.output.contains(reason.toUtf8()), run.output.constData());
        QVERIFY(!run.output.contains("-secret"));
    }

    void markersOfTransactionsAreNoGapAndTheEndIsReached()
    {
        cluster::makeTopic(cluster::own("transactions"), 1);
        const KafkaConfig config = cluster::config(cluster::own("transactions"));
        rd_kafka_conf_t *conf = rd_kafka_conf_new();
        rd_kafka_conf_set(conf, "bootstrap.servers", config.brokers.join(u',').toUtf8().constData(), nullptr,
                          0);
        rd_kafka_conf_set(conf, "transactional.id", "tester", nullptr, 0);
        PlainProducer producer(config);
        producer.client.reset(rd_kafka_new(RD_KAFKA_PRODUCER, conf, nullptr, 0), rd_kafka_destroy);
        rd_kafka_t *client = producer.client.get();
        QVERIFY(!rd_kafka_init_transactions(client, 30'000));
        for (int round = 0; round < 3; ++round) {
            QVERIFY(!rd_kafka_begin_transaction(client));
            producer.produce("k", QByteArray::number(round), 0);
            QVERIFY(!(round == 1 ? rd_kafka_abort_transaction(client, 30'000)
                                 : rd_kafka_commit_transaction(client, 30'000)));
        }
        auto reader = *openKafkaReader(config, KafkaReading::View);
        Gathered all;
        all.read(*reader, 2);
        QCOMPARE(all.records.size(), 2);
        QCOMPARE(all.records[0].value, QByteArray("0"));
        QCOMPARE(all.records[1].value, QByteArray("2"));
        QCOMPARE(reader->gapKind(0, 1, all.records[1].offset), LogGap::Transaction);
        all.read(*reader, 3, seconds(3));
        const LogExtent extent = reader->extents()->first();
        QVERIFY(extent.end > all.records[1].offset + 1);
        QCOMPARE(reader->position(0), std::optional<qint64>(extent.end));
    }

    void aMomentIsFoundByItsTime()
    {
        cluster::makeTopic(cluster::own("moments"), 1);
        const KafkaConfig config = cluster::config(cluster::own("moments"));
        UtcTime middle;
        for (int i = 0; i < 4; ++i) {
            if (i == 2)
                middle = utcNow();
            PlainProducer(config).produce("k", QByteArray::number(i), 0);
            std::this_thread::sleep_for(milliseconds(20));
        }
        auto reader = *openKafkaReader(config, KafkaReading::View);
        QCOMPARE(*reader->offsetAt(0, UtcTime{}), 0);
        QCOMPARE(*reader->offsetAt(0, middle), 2);
        QCOMPARE(*reader->offsetAt(0, utcNow() + seconds(60)), 4);
    }
};

QTEST_GUILESS_MAIN(KafkaConnectTest)
#include "tst_kafka_connect.moc"
