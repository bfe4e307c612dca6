// SPDX-License-Identifier: Apache-2.0
#include "stream/codec.h"
#include "stream/kafka_reader.h"
#include "support/kafka_cluster.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QtEndian>

using namespace assay;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr int mixedRecords = 300'000;

/// What the independent program says of what it wrote or read.
QJsonObject python(const QStringList &arguments)
{
    const QString home = cluster::told("KAFKA_PYTHON");
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PYTHONPATH"_s, home);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(home + u"/bin/python"_s,
                  QStringList{u"" ASSAY_SOURCE_DIR "/tests/services/kafka_python.py"_s} + arguments);
    process.waitForFinished(240'000);
    if (process.exitCode() != 0)
        qFatal("the independent program failed");
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

/// The same sum as the independent program's, of what every reader must agree on.
quint32 markOf(const DecodedMessage &message, const QByteArray &frame)
{
    const QByteArray text = tokenOf(message.kind).toUtf8() + '|' + message.header.messageId.toHex() + '|' +
                            message.header.threadId.toUtf8() + '|' +
                            QByteArray::number(message.header.sequence) + '|' +
                            QByteArray::number(toMicros(message.header.timestamp)) + '|' +
                            QCryptographicHash::hash(frame, QCryptographicHash::Sha1).toHex();
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha1);
    return qFromBigEndian<quint32>(hash.constData());
}

struct Tally
{
    qint64 good = 0;
    qint64 damaged = 0;
    qint64 null = 0;
    quint64 sum = 0;
    QJsonObject kinds{};

    void add(Codec &codec, const LogRecord &record)
    {
        if (record.value.isNull()) {
            ++null;
            return;
        }
        const Decoded<DecodedMessage> message = codec.decode(record.value, DecodeMode::Strict);
        if (!message) {
            ++damaged;
            return;
        }
        ++good;
        sum += markOf(*message, record.value);
        const QString kind = tokenOf(message->kind);
        kinds[kind] = kinds[kind].toInteger() + 1;
    }
};

Tally read(LogReader &reader, qint64 count)
{
    Tally tally;
    Codec codec;
    QElapsedTimer watch;
    watch.start();
    qint64 seen = 0;
    while (seen < count && watch.elapsed() < 200'000) {
        const auto batch = reader.pollBatch(milliseconds(100), 5000);
        if (!batch && batch.error().isRetryable())
            continue; // a broker that has just been revived
        if (!batch)
            qFatal("%s", qPrintable(batch.error().message));
        for (const LogRecord &record : batch->records)
            tally.add(codec, record);
        seen += batch->records.size();
    }
    qInfo("%lld records read and decoded, %.0f a second", static_cast<long long>(seen),
          static_cast<double>(seen) * 1000.0 / static_cast<double>(std::max<qint64>(1, watch.elapsed())));
    return tally;
}

} // namespace

class KafkaPythonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_config = cluster::config(cluster::own("mixed"));
        cluster::makeTopic(m_config.topic, 6);
        m_written = python(
            {u"produce"_s, m_config.brokers.join(u','), m_config.topic, QString::number(mixedRecords)});
        QVERIFY(m_written[u"damaged"_s].toInteger() > 2000);
        QVERIFY(m_written[u"null"_s].toInteger() > 200);
    }

    void whatAnIndependentProducerWritesIsReadAlike()
    {
        auto reader = *openKafkaReader(m_config, KafkaReading::View);
        const Tally tally = read(*reader, mixedRecords);
        QCOMPARE(tally.good, m_written[u"good"_s].toInteger());
        QCOMPARE(tally.damaged, m_written[u"damaged"_s].toInteger());
        QCOMPARE(tally.null, m_written[u"null"_s].toInteger());
        QCOMPARE(tally.kinds, m_written[u"kinds"_s].toObject());
        QCOMPARE(QString::number(tally.sum), m_written[u"sum"_s].toString());
        const auto more = reader->pollBatch(seconds(1), 10);
        QVERIFY(more && more->records.isEmpty());
        const Result<QList<LogExtent>> extents = reader->extents();
        for (const LogExtent &extent : *extents)
            QCOMPARE(reader->position(extent.partition), std::optional<qint64>(extent.end));
    }

    void whatAnIndependentProducerWritesIsStoredAlike()
    {
        const QTemporaryDir data;
        const QJsonObject total = ingest(data.path());
        QCOMPARE(total[u"read"_s].toInteger(), mixedRecords);
        QCOMPARE(total[u"stored"_s].toInteger(), m_written[u"good"_s].toInteger());
        QCOMPARE(total[u"undecodable"_s].toInteger(), m_written[u"damaged"_s].toInteger());
        QCOMPARE(total[u"tombstones"_s].toInteger(), m_written[u"null"_s].toInteger());
        QCOMPARE(total[u"batch_events"_s].toInteger(),
                 3 * m_written[u"kinds"_s].toObject()[u"event_batch"_s].toInteger());
        for (const QString &none : {u"duplicates"_s, u"conflicts"_s, u"echoes"_s, u"missing"_s})
            QCOMPARE(total[none].toInteger(), 0);
        QVERIFY(total[u"closes"_s].toBool());

        const QJsonObject found = python({u"store"_s, data.filePath(u"assay/assay.db"_s)});
        QCOMPARE(found[u"good"_s], m_written[u"good"_s]);
        QCOMPARE(found[u"kinds"_s], m_written[u"kinds"_s]);
        QCOMPARE(found[u"sum"_s], m_written[u"sum"_s]);
        QCOMPARE(ingest(data.path())[u"read"_s].toInteger(), 0); // each record once
    }

    void whatAssaySendsIsReadByAnIndependentDecoder()
    {
        cluster::makeTopic(cluster::own("own"), 3);
        const KafkaConfig config = cluster::config(cluster::own("own"), "KAFKA_SASL_SSL");
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"KAFKA_BROKERS"_s, config.brokers.join(u','));
        environment.insert(u"KAFKA_TOPIC"_s, config.topic);
        environment.insert(u"KAFKA_SECURITY_PROTOCOL"_s, u"sasl_ssl"_s);
        environment.insert(u"KAFKA_SASL_MECHANISM"_s, u"SCRAM-SHA-256"_s);
        environment.insert(u"KAFKA_SASL_USERNAME"_s, cluster::told("KAFKA_USER"));
        environment.insert(u"KAFKA_SASL_PASSWORD"_s, cluster::told("KAFKA_PASSWORD"));
        environment.insert(u"KAFKA_SSL_CA_LOCATION"_s, cluster::certificate("ca.pem"));
        QString answer;
        for (int i = 0; i < 3; ++i) {
            QProcess assay;
            assay.setProcessEnvironment(environment);
            assay.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            assay.start(u"" ASSAY_BINARY_DIR "/app/assay"_s,
                        {u"ask"_s, u"--json"_s, u"--new-thread"_s, u"--thread"_s, u"thread-%1"_s.arg(i),
                         u"How long does a refund take?"_s});
            QVERIFY(assay.waitForFinished(60'000));
            answer = QJsonDocument::fromJson(assay.readAllStandardOutput()).object()[u"answer"_s].toString();
            QVERIFY(!answer.isEmpty());
        }
        const QJsonObject found = python({u"decode"_s, cluster::told("KAFKA_PLAINTEXT"), config.topic});
        QCOMPARE(found[u"faults"_s].toArray(), QJsonArray());
        QCOMPARE(found[u"threads"_s].toArray(), (QJsonArray{u"thread-0"_s, u"thread-1"_s, u"thread-2"_s}));
        QCOMPARE(found[u"kinds"_s].toObject()[u"execution_trace"_s].toInt(), 3);
        QCOMPARE(found[u"trace"_s].toObject()[u"answer"_s].toString(), answer);
        const Tally tally = read(**openKafkaReader(cluster::config(config.topic), KafkaReading::View),
                                 found[u"good"_s].toInteger());
        QCOMPARE(QString::number(tally.sum), found[u"sum"_s].toString());
    }

private:
    /// Runs `assay ingest` to the end of the topic. @return its total
    QJsonObject ingest(const QString &data)
    {
        QProcess assay;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_DATA_HOME"_s, data);
        environment.insert(u"KAFKA_BROKERS"_s, m_config.brokers.join(u','));
        environment.insert(u"KAFKA_TOPIC"_s, m_config.topic);
        assay.setProcessEnvironment(environment);
        assay.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QElapsedTimer watch;
        watch.start();
        assay.start(u"" ASSAY_BINARY_DIR "/app/assay"_s,
                    {u"ingest"_s, u"--until-end"_s, u"--json"_s, u"--group"_s, m_config.groupId});
        if (!assay.waitForFinished(240'000) || assay.exitCode() != 0)
            qFatal("assay ingest failed");
        const QJsonObject total =
            QJsonDocument::fromJson(assay.readAllStandardOutput().trimmed().split('\n').last()).object();
        qInfo("%lld records ingested in %lld ms", static_cast<long long>(total[u"read"_s].toInteger()),
              static_cast<long long>(watch.elapsed()));
        return total;
    }

    KafkaConfig m_config{};
    QJsonObject m_written{};
};

QTEST_GUILESS_MAIN(KafkaPythonTest)
#include "tst_kafka_python.moc"
