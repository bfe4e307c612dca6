// SPDX-License-Identifier: Apache-2.0
// The deployment guide's quality event goes to a log of its own, and to none without one.
#include "service/kafka_settings.h"
#include "service/recorder.h"
#include "stream/codec.h"
#include "unit/stream_fixture.h"

#include <QtTest/QTest>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

class EvaluationsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    std::shared_ptr<EmbeddedLog> log(const QString &name) const
    {
        Result<std::unique_ptr<EmbeddedLog>> opened = EmbeddedLog::open(m_dir.filePath(name));
        return opened ? std::move(*opened) : nullptr;
    }

    static QList<DecodedMessage> messagesOf(const EmbeddedLog &log)
    {
        QList<DecodedMessage> all;
        const Result<std::unique_ptr<LogReader>> reader = log.makeReader();
        const Result<QList<LogRecord>> records = (*reader)->poll(std::chrono::milliseconds(0), 1000);
        Codec codec;
        for (const LogRecord &record : *records)
            all.append(*codec.decode(record.value));
        return all;
    }

    static qsizetype evaluationsIn(const EmbeddedLog &log)
    {
        const QList<DecodedMessage> all = messagesOf(log);
        return std::ranges::count(all, MessageKind::QualityEvaluation, &DecodedMessage::kind);
    }

private Q_SLOTS:
    void oneForEachJudgedTurnInItsOwnLog()
    {
        const auto turns = log(u"turns"_s);
        const auto evaluations = log(u"evaluations"_s);
        QVERIFY(turns && evaluations);
        Recorder recorder(turns, u"default"_s, evaluations);
        Turn unjudged = sampleTurn(u"tn_2"_s);
        unjudged.attempts.clear();
        recorder.record(sampleTurn());
        recorder.record(unjudged);
        recorder.record(sampleTurn(u"tn_3"_s));
        QTRY_VERIFY(turns->nextOffset() > 0 && evaluations->nextOffset() == 2);
        QCOMPARE(evaluationsIn(*turns), 0);
        const QList<DecodedMessage> written = messagesOf(*evaluations);
        QCOMPARE(written.size(), 2);
        QCOMPARE(written[0].kind, MessageKind::QualityEvaluation);
        QCOMPARE(written[0].header.threadId, sampleTurn().threadId);
        QCOMPARE(written[0].header.messageId.size(), 16);
        QVERIFY(written[0].quality);
        QCOMPARE(written[0].quality->scopeId, sampleTurn().id);
        QCOMPARE(written[0].quality->scores.accuracy, std::optional(0.95F));
        QCOMPARE(written[0].quality->scores.overall, std::optional(0.95F));
    }

    void noneWithoutALogForThem()
    {
        const auto turns = log(u"alone"_s);
        Recorder recorder(turns, u"default"_s);
        recorder.record(sampleTurn());
        QTRY_VERIFY(turns->nextOffset() > 0);
        QCOMPARE(evaluationsIn(*turns), 0);
    }

    void theTopicMustBeItsOwn_data()
    {
        QTest::addColumn<QStringList>("assignments");
        QTest::addColumn<QString>("topic");
        const QString brokers = u"telemetry.kafka_brokers=localhost:9092"_s;
        const QString topic = u"telemetry.quality_evaluation_topic=evals"_s;
        QTest::addRow("nothing set") << QStringList{} << QString();
        QTest::addRow("no brokers") << QStringList{topic} << QString();
        QTest::addRow("no topic") << QStringList{brokers} << QString();
        QTest::addRow("both") << QStringList{brokers, topic} << u"evals"_s;
        QTest::addRow("the topic of DashStream messages")
            << QStringList{brokers, topic, u"kafka.topic=evals"_s} << QString();
    }
    void theTopicMustBeItsOwn()
    {
        QFETCH(QStringList, assignments);
        QFETCH(QString, topic);
        const auto settings = loadSettings({.assignments = assignments});
        QVERIFY(settings);
        QCOMPARE(evaluationTopic(*settings), topic);
    }
};

QTEST_GUILESS_MAIN(EvaluationsTest)
#include "tst_evaluations.moc"
