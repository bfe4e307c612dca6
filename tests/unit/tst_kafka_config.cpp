// SPDX-License-Identifier: Apache-2.0
#include "service/kafka_settings.h"
#include "stream/kafka_client.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

KafkaConfig plain()
{
    return {.brokers = {u"broker:9092"_s}, .topic = u"quality"_s, .groupId = u"assay"_s};
}

KafkaConfig with(const std::function<void(KafkaConfig &)> &change)
{
    KafkaConfig config = plain();
    change(config);
    return config;
}

QByteArray file(const QTemporaryDir &dir)
{
    QFile pem(dir.filePath(u"file.pem"_s));
    if (!pem.open(QIODevice::WriteOnly))
        qFatal("no file");
    return pem.fileName().toUtf8();
}

} // namespace

Q_DECLARE_METATYPE(assay::KafkaConfig)

class KafkaConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<KafkaConfig>("config");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const std::function<void(KafkaConfig &)> &change,
                            const char *problem) {
            QTest::addRow("%s", name) << with(change) << QString::fromUtf8(problem);
        };
        row(
            "nothing", [](KafkaConfig &) {}, "");
        row(
            "no broker", [](KafkaConfig &c) { c.brokers.clear(); }, "No broker");
        row(
            "a broker without port", [](KafkaConfig &c) { c.brokers = {u"host"_s}; }, "host is no broker");
        row(
            "a port too high", [](KafkaConfig &c) { c.brokers = {u"h:70000"_s}; }, "h:70000 is no broker");
        row(
            "a topic with blanks", [](KafkaConfig &c) { c.topic = u"my topic"_s; }, "no topic name");
        row(
            "no group", [](KafkaConfig &c) { c.groupId.clear(); }, "No consumer group");
        row(
            "SASL without user",
            [](KafkaConfig &c) {
                c.security = KafkaSecurity::SaslPlaintext;
                c.password = u"secret"_s;
            },
            "no user is named");
        row(
            "SASL without password",
            [](KafkaConfig &c) {
                c.security = KafkaSecurity::SaslSsl;
                c.user = u"alice"_s;
            },
            "there is no password");
        row(
            "a user that nobody asks for", [](KafkaConfig &c) { c.user = u"alice"_s; }, "signs nobody in");
        row(
            "certificates without TLS", [](KafkaConfig &c) { c.caFile = u"/dev/null"_s; },
            "does not use TLS");
        row(
            "a certificate without key",
            [](KafkaConfig &c) {
                c.security = KafkaSecurity::Ssl;
                c.certificateFile = QString::fromUtf8(ASSAY_SOURCE_DIR "/CMakeLists.txt");
            },
            "without its key");
        row(
            "a key without certificate",
            [](KafkaConfig &c) {
                c.security = KafkaSecurity::Ssl;
                c.keyFile = QString::fromUtf8(ASSAY_SOURCE_DIR "/CMakeLists.txt");
            },
            "without its certificate");
        row(
            "a file that is not there",
            [](KafkaConfig &c) {
                c.security = KafkaSecurity::Ssl;
                c.caFile = u"/nowhere/ca.pem"_s;
            },
            "no file /nowhere/ca.pem");
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(KafkaConfig, config);
        QFETCH(QString, problem);
        const QStringList problems = problemsOf(config);
        QCOMPARE(problems.size(), problem.isEmpty() ? 0 : 1);
        QVERIFY2(problems.join(u' ').contains(problem), qPrintable(problems.join(u' ')));
        QVERIFY(!problems.join(u' ').contains(u"secret"_s));
    }

    void theConsumersSettingsAreTheOnesThatLoseNothing_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *name, const char *value) {
            QTest::addRow("%s is %s", name, value) << QByteArray(name) << QByteArray(value);
        };
        row("enable.auto.commit", "false");
        row("enable.auto.offset.store", "false");
        row("auto.offset.reset", "error");
        row("check.crcs", "true");
        row("isolation.level", "read_committed");
        row("fetch.max.bytes", "8388608");
        row("receive.message.max.bytes", "16777216");
        row("queued.max.messages.kbytes", "131072");
        row("max.poll.interval.ms", "1800000");
        row("partition.assignment.strategy", "range");
        row("allow.auto.create.topics", "false");
        row("group.id", "assay");
        row("group.instance.id", "console-1");
        row("broker.address.family", "v4");
    }
    void theConsumersSettingsAreTheOnesThatLoseNothing()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        const KafkaConf conf = consumerConf(with([](KafkaConfig &c) {
            c.instanceId = u"console-1"_s;
            c.brokers = {u"localhost:9092"_s};
        }));
        QCOMPARE(conf.dump().value(name), value);
    }

    void theProducersSettingsKeepOrderAndLoseNothing_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *name, const char *value) {
            QTest::addRow("%s is %s", name, value) << QByteArray(name) << QByteArray(value);
        };
        row("enable.idempotence", "true");
        row("request.required.acks", "-1");
        row("message.timeout.ms", "120000");
        row("compression.codec", "none");
        row("max.in.flight.requests.per.connection", "5");
        row("queue.buffering.max.kbytes", "32768");
    }
    void theProducersSettingsKeepOrderAndLoseNothing()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        const KafkaConf conf = producerConf(plain(), std::chrono::seconds(120));
        QCOMPARE(conf.dump().value(name), value);
    }

    void securityReachesTheClientAndPasswordsReachNobodyElse()
    {
        const QTemporaryDir dir;
        const QByteArray pem = file(dir);
        const KafkaConf conf = consumerConf(with([&](KafkaConfig &c) {
            c.security = KafkaSecurity::SaslSsl;
            c.mechanism = KafkaMechanism::ScramSha512;
            c.user = u"alice"_s;
            c.password = u"alice-secret"_s;
            c.caFile = c.certificateFile = c.keyFile = QString::fromUtf8(pem);
            c.keyPassword = u"key-secret"_s;
            c.checkHostName = false;
        }));
        const QMap<QByteArray, QByteArray> all = conf.dump();
        QCOMPARE(all.value("security.protocol"), QByteArray("sasl_ssl"));
        QCOMPARE(all.value("sasl.mechanisms"), QByteArray("SCRAM-SHA-512"));
        QCOMPARE(all.value("sasl.username"), QByteArray("alice"));
        QCOMPARE(all.value("ssl.ca.location"), pem);
        QCOMPARE(all.value("ssl.key.location"), pem);
        QCOMPARE(all.value("ssl.endpoint.identification.algorithm"), QByteArray("none"));
        for (const QByteArray &value : all)
            QVERIFY(!value.contains("-secret"));
        QByteArray password(64, '\0');
        std::size_t size = static_cast<std::size_t>(password.size());
        QCOMPARE(rd_kafka_conf_get(conf.get(), "sasl.password", password.data(), &size), RD_KAFKA_CONF_OK);
        QCOMPARE(QByteArray(password.constData()), QByteArray("alice-secret"));
    }

    void aCertificateThatIsNoneIsRefusedWithTheReason()
    {
        const QTemporaryDir dir;
        KafkaConf conf = consumerConf(with([&](KafkaConfig &c) {
            c.security = KafkaSecurity::Ssl;
            c.caFile = QString::fromUtf8(file(dir));
        }));
        const auto refused = std::move(conf).build(RD_KAFKA_CONSUMER);
        QCOMPARE(refused.error().code, Errc::InvalidArgument);
        QVERIFY2(refused.error().message.contains(u"ssl.ca.location"_s), qPrintable(refused.error().message));
    }

    void theSettingsTableFillsTheConnection()
    {
        const auto settings = loadSettings({.file = u"/nowhere"_s,
                                            .environment = {{u"KAFKA_BROKERS"_s, u"a:9092,b:9093"_s},
                                                            {u"KAFKA_TOPIC"_s, u"dash"_s},
                                                            {u"KAFKA_SECURITY_PROTOCOL"_s, u"sasl_ssl"_s},
                                                            {u"KAFKA_SASL_MECHANISM"_s, u"SCRAM-SHA-256"_s},
                                                            {u"KAFKA_SASL_USERNAME"_s, u"alice"_s},
                                                            {u"KAFKA_SSL_CA_LOCATION"_s, u"/ca.pem"_s},
                                                            {u"KAFKA_SSL_ENDPOINT_ALGORITHM"_s, u"none"_s},
                                                            {u"KAFKA_BROKER_ADDRESS_FAMILY"_s, u"v6"_s},
                                                            {u"KAFKA_AUTO_OFFSET_RESET"_s, u"latest"_s},
                                                            {u"KAFKA_GROUP_ID"_s, u"team"_s},
                                                            {u"KAFKA_PARTITION"_s, u"2"_s},
                                                            {u"KAFKA_OPERATION_TIMEOUT_SECS"_s, u"7"_s}}});
        QVERIFY(settings);
        const KafkaConfig config = kafkaConfigFrom(*settings, {.password = u"p"_s, .keyPassword = u"k"_s});
        const KafkaConfig expected{.brokers = {u"a:9092"_s, u"b:9093"_s},
                                   .topic = u"dash"_s,
                                   .partition = 2,
                                   .groupId = u"team"_s,
                                   .start = KafkaStart::Latest,
                                   .security = KafkaSecurity::SaslSsl,
                                   .mechanism = KafkaMechanism::ScramSha256,
                                   .user = u"alice"_s,
                                   .password = u"p"_s,
                                   .caFile = u"/ca.pem"_s,
                                   .keyPassword = u"k"_s,
                                   .checkHostName = false,
                                   .addresses = KafkaAddresses::V6,
                                   .operationTimeout = std::chrono::seconds(7)};
        QVERIFY(config == expected);
        QVERIFY(!describe(config).contains(u"p,"_s) && describe(config).contains(u"topic dash"_s));
    }
};

QTEST_GUILESS_MAIN(KafkaConfigTest)
#include "tst_kafka_config.moc"
