// SPDX-License-Identifier: Apache-2.0
#include "stream/redact.h"
#include "stream/turn_messages.h"
#include "support/cpu_clock.h"
#include "unit/stream_fixture.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

QList<DecodedMessage> decodeAll(const QList<EncodedMessage> &messages, Detail detail = Detail::Extracts)
{
    Codec codec;
    QList<DecodedMessage> all;
    for (const EncodedMessage &message : messages) {
        const auto decoded = codec.decode(message.frame, DecodeMode::Strict, detail);
        if (!decoded)
            qFatal("%s", qPrintable(decoded.error().message));
        all.append(*decoded);
    }
    return all;
}

} // namespace

class TurnMessagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTurnComesBackAsItWas()
    {
        const Turn turn = sampleTurn();
        TurnEncoder encoder;
        const auto messages = encoder.turnMessages(turn);
        QVERIFY(messages);
        const QList<DecodedMessage> decoded = decodeAll(*messages);
        QCOMPARE(decoded.last().kind, MessageKind::ExecutionTrace);
        QVERIFY(decoded.last().turn);
        QVERIFY(*decoded.last().turn == turn);
        QCOMPARE(decoded.last().turn->verdict.score, std::optional(0.95F));
    }

    void sendsWhatTheArchitectureLists()
    {
        TurnEncoder encoder;
        const QList<DecodedMessage> decoded = decodeAll(*encoder.turnMessages(sampleTurn()));
        QStringList kinds;
        for (const DecodedMessage &message : decoded)
            kinds.append(message.kind == MessageKind::Metrics ? message.summary.section(u' ', 0, 0)
                                                              : message.summary.section(u' ', 0, 1));
        QCOMPARE(kinds, (QStringList{u"GRAPH_START assay"_s, u"NODE_START retrieve"_s, u"NODE_END retrieve"_s,
                                     u"NODE_START draft"_s, u"NODE_END draft"_s, u"orders COMPLETED"_s,
                                     u"local COMPLETED"_s, u"draft"_s, u"judge"_s, u"draft"_s, u"judge"_s,
                                     u"quality_attempt"_s, u"quality_attempt"_s, u"quality"_s,
                                     u"GRAPH_END 812.3"_s, u"completed 812"_s}));
    }

    void everyMessageNamesItsTurnAndThread()
    {
        TurnEncoder encoder;
        const auto messages = encoder.turnMessages(sampleTurn());
        QSet<QByteArray> ids;
        quint64 sequence = 0;
        for (const DecodedMessage &message : decodeAll(*messages)) {
            QCOMPARE(message.turnId, u"tn_000000000001"_s);
            QCOMPARE(message.header.threadId, u"th_000000000001"_s);
            QCOMPARE(message.header.tenantId, u"default"_s);
            QCOMPARE(message.header.sequence, ++sequence);
            QCOMPARE(message.header.messageId.size(), 16);
            ids.insert(message.header.messageId);
        }
        QCOMPARE(ids.size(), messages->size());
        for (const EncodedMessage &message : *messages)
            QCOMPARE(message.key, QByteArray("th_000000000001"));
    }

    void sequencesGoOnPerThread()
    {
        TurnEncoder encoder;
        encoder.continueThread(u"th_a"_s, 41);
        encoder.continueThread(u"th_a"_s, 7);
        const auto first = encoder.labelMessage(u"tn_1"_s, u"th_a"_s, Label::Good, {});
        const auto other = encoder.labelMessage(u"tn_2"_s, u"th_b"_s, Label::Good, {});
        const auto second = encoder.labelMessage(u"tn_1"_s, u"th_a"_s, Label::Bad, {});
        const QList<DecodedMessage> decoded = decodeAll({*first, *other, *second});
        QCOMPARE(decoded[0].header.sequence, 42U);
        QCOMPARE(decoded[1].header.sequence, 1U);
        QCOMPARE(decoded[2].header.sequence, 43U);
    }

    void qualityIsSentOnceInUpstreamsWords()
    {
        TurnEncoder encoder;
        const QList<DecodedMessage> decoded = decodeAll(*encoder.turnMessages(sampleTurn()), Detail::Content);
        QList<DecodedMessage> quality;
        for (const DecodedMessage &message : decoded)
            if (message.quality && message.quality->scope == "quality"_L1)
                quality.append(message);
        QCOMPARE(quality.size(), 1);
        const QualityReading &reading = *quality[0].quality;
        QCOMPARE(reading.scores.overall, std::optional(0.95F));
        QCOMPARE(reading.passed, std::optional(true));
        QCOMPARE(reading.latencyMs, std::optional<qint64>(812));
        QCOMPARE(reading.retryCount, std::optional<qint64>(1));
        QCOMPARE(reading.turnNumber, std::optional<qint64>(1));
        QCOMPARE(reading.model, u"premium-70b"_s);
        const QJsonObject figures = quality[0].content["metrics"_L1]["metrics"_L1].toObject();
        for (const char *key : {"accuracy", "relevance", "completeness", "quality_score"}) {
            const QJsonObject figure = figures[QLatin1StringView(key)].toObject();
            QVERIFY2(figure["float_value"_L1].isDouble(), key);
            QCOMPARE(figure["unit"_L1].toString(), u"ratio"_s);
            QCOMPARE(figure["type"_L1].toString(), u"METRIC_TYPE_GAUGE"_s);
        }
        QCOMPARE(figures["passed"_L1]["unit"_L1].toString(), u"bool"_s);
    }

    void nothingJudgedMeansNoQualityMessage()
    {
        Turn turn = sampleTurn();
        turn.attempts.clear();
        turn.bestAttempt = 0;
        turn.status = TurnStatus::Errored;
        turn.error = u"The model did not answer."_s;
        TurnEncoder encoder;
        const QList<DecodedMessage> decoded = decodeAll(*encoder.turnMessages(turn));
        bool graphError = false;
        for (const DecodedMessage &message : decoded) {
            QVERIFY(!message.quality);
            graphError = graphError || message.summary.startsWith("GRAPH_ERROR"_L1);
        }
        QVERIFY(graphError);
    }

    void modelCallsAddUpToTheTurn()
    {
        TurnEncoder encoder;
        Micros cost;
        qint64 tokens = 0;
        for (const DecodedMessage &message : decodeAll(*encoder.turnMessages(sampleTurn()))) {
            if (!message.llm)
                continue;
            cost += *message.llm->cost;
            tokens += *message.llm->promptTokens + *message.llm->completionTokens;
        }
        QCOMPARE(cost.value, sampleTurn().cost.amount.value);
        QCOMPARE(tokens, qint64{2920});
    }

    void labelsTravelTheSamePath()
    {
        TurnEncoder encoder;
        const auto message =
            encoder.labelMessage(u"tn_1"_s, u"th_a"_s, Label::Bad, u"wrong price\nsee [1]"_s);
        const DecodedMessage decoded = decodeAll({*message}).first();
        QCOMPARE(decoded.turnId, u"tn_1"_s);
        QCOMPARE(decoded.label,
                 std::optional(LabelReading{.label = Label::Bad, .note = u"wrong price\nsee [1]"_s}));
    }

    void liveEventsAndTheEndMakeOneWhole()
    {
        const Turn turn = sampleTurn();
        TurnEncoder live;
        QStringList summaries;
        const auto note = [&](const QList<EncodedMessage> &messages) {
            for (const DecodedMessage &message : decodeAll(messages))
                summaries.append(message.summary);
        };
        note(*live.startMessages(turn));
        for (StageRecord stage : turn.stages) {
            const StageStatus end = stage.status;
            if (end != StageStatus::Skipped) {
                stage.status = StageStatus::Running;
                note(*live.eventMessages(turn, stage));
            }
            stage.status = end;
            note(*live.eventMessages(turn, stage));
        }
        note(*live.turnMessages(turn, TurnEncoder::Stages::SentAlready));
        QStringList atOnce;
        for (const DecodedMessage &message : decodeAll(*TurnEncoder().turnMessages(turn)))
            atOnce.append(message.summary);
        QCOMPARE(summaries, atOnce);
    }

    void refusesATurnWithoutThread()
    {
        Turn turn = sampleTurn();
        turn.threadId = u"  "_s;
        QCOMPARE(TurnEncoder().turnMessages(turn).error().code, Errc::InvalidArgument);
    }

    void takesSecretsOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const QString r = u"[redacted]"_s;
        QTest::addRow("an OpenAI key") << u"key sk-abcdEFGH1234567890abcd."_s << u"key "_s + r;
        QTest::addRow("a project key behind an equals sign")
            << u"OPENAI_API_KEY=sk-proj-abcdEFGH_1234567890"_s << u"OPENAI_API_KEY="_s + r;
        QTest::addRow("a Groq key in quotes") << u"\"gsk_abcdefgh1234567890\""_s << u"\""_s + r + u'"';
        QTest::addRow("an AWS key id") << u"AKIAIOSFODNN7EXAMPLE"_s << r;
        QTest::addRow("a bearer token")
            << u"Authorization: Bearer abc123+/def=="_s << u"Authorization: Bearer "_s + r;
        QTest::addRow("a JWT") << u"x eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl y"_s
                               << u"x "_s + r + u" y"_s;
        QTest::addRow("a PEM key")
            << u"a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\nb"_s
            << u"a\n"_s + r + u"\nb"_s;
        QTest::addRow("a PEM key behind a word")
            << u"key:x-----BEGIN PRIVATE KEY-----\nMIIE"_s << u"key:x"_s + r;
        QTest::addRow("a password in a URL")
            << u"postgres://app:hunter2@db/x"_s << u"postgres://app:"_s + r + u"@db/x"_s;
        QTest::addRow("a certificate is no secret")
            << u"-----BEGIN CERTIFICATE-----"_s << u"-----BEGIN CERTIFICATE-----"_s;
        QTest::addRow("words with dashes stay")
            << u"a risk-based, task-oriented sk-1 plan"_s << u"a risk-based, task-oriented sk-1 plan"_s;
        QTest::addRow("the bearer of bad news stays") << u"the bearer of news"_s << u"the bearer of news"_s;
        QTest::addRow("a URL with a port stays")
            << u"http://localhost:8000/v1 me@home"_s << u"http://localhost:8000/v1 me@home"_s;
    }
    void takesSecretsOut()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(redactSecrets(text), expected);
    }

    void noSecretLeavesInAnyMessage()
    {
        Turn turn = sampleTurn();
        const QString secret = u"sk-SECRETsecret1234567890"_s;
        turn.question = u"Is "_s + secret + u" valid?"_s;
        turn.answer = secret;
        turn.evidence[0].title = secret;
        turn.evidence[0].text = secret;
        turn.evidence[1].retriever = secret;
        turn.stages[0].summary = secret;
        turn.stages[1].error = secret;
        turn.attempts[0].candidates[0].prompt = {PromptMessage{.role = u"user"_s, .text = secret}};
        turn.attempts[1].candidates[0].model = secret;
        TurnEncoder encoder({.codec = {.compress = false}});
        const auto guarded = encoder.turnMessages(turn);
        for (const EncodedMessage &message : *guarded)
            QVERIFY2(!message.frame.contains("SECRETsecret"), message.frame.constData() + 1);
        const auto harmless = encoder.turnMessages(sampleTurn());
        for (const EncodedMessage &message : *harmless)
            QVERIFY(!message.frame.contains("[redacted]"));
    }

    void hostileTextIsScannedInLinearTime_data()
    {
        QTest::addColumn<QString>("part");
        for (const char *part : {"-----BEGIN A PRIVATE KEY-----", "eyJ", "eyJ.", "a-----", "://",
                                 "://u:", "bearer ", "sk-", "-", "sk-a-----"})
            QTest::addRow("a megabyte of %s", part) << QString::fromLatin1(part);
    }
    void hostileTextIsScannedInLinearTime()
    {
        QFETCH(QString, part);
        const QString text = part.repeated((1 << 20) / part.size());
        test::CpuClock timer;
        timer.start();
        redactSecrets(text);
        QVERIFY2(timer.elapsed() < 3000 * test::timeScale(), qPrintable(QString::number(timer.elapsed())));
    }

    void awkwardTextSurvives()
    {
        Turn turn = sampleTurn();
        turn.question = u"a"_s + QChar(0) + u"b "_s + QChar(0xD800) + u" \u202Eabc עברית"_s;
        const auto messages = TurnEncoder().turnMessages(turn);
        QVERIFY(messages);
        QVERIFY(decodeAll(*messages).last().turn);
    }

    void aTurnTooLargeForOneMessageIsShortenedAndSaysSo()
    {
        Turn turn = sampleTurn();
        QString noise;
        for (int i = 0; noise.size() < 1'000'000; ++i)
            noise += QString::number(i * 7919LL, 36) + u' ';
        turn.question = noise;
        for (Attempt &attempt : turn.attempts)
            attempt.candidates[0].prompt = {PromptMessage{.role = u"user"_s, .text = noise}};
        TurnEncoder small({.codec = {.maxMessageBytes = 1 << 20}});
        const auto shortened = small.turnMessages(turn);
        QVERIFY(shortened);
        const Turn kept = *decodeAll(*shortened).last().turn;
        QVERIFY(kept.question.contains(u"characters left out]"));
        QCOMPARE(kept.answer, turn.answer);
        QCOMPARE(kept.verdict, turn.verdict);
        TurnEncoder roomy;
        QVERIFY(*decodeAll(*roomy.turnMessages(turn)).last().turn == turn);
    }
};

QTEST_GUILESS_MAIN(TurnMessagesTest)
#include "tst_turn_messages.moc"
