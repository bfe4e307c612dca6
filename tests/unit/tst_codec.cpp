// SPDX-License-Identifier: Apache-2.0
#include "stream/codec.h"
#include "stream/crc32c.h"
#include "unit/wire_fixture.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <assay_extensions.pb.h>
#include <dashstream.pb.h>
#include <zstd.h>

using namespace assay;
using namespace Qt::StringLiterals;
using namespace assay::test;

class CodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void crcMatchesTheRfc()
    {
        QCOMPARE(crc32c("123456789"), 0xE3069283U);
        QCOMPARE(crc32c("6789", crc32c("12345")), 0xE3069283U);
        QCOMPARE(crc32c(QByteArray(32, '\0')), 0x8A9136AAU);
    }

    void readsAFrameBuiltByHand()
    {
        const QByteArray header = QByteArray::fromHex("0a10") + messageId +   // message_id
                                  QByteArray::fromHex("1001") +               // timestamp_us 1
                                  QByteArray::fromHex("1a0764656661756c74") + // tenant "default"
                                  QByteArray::fromHex("22027431") +           // thread "t1"
                                  QByteArray::fromHex("2803") +               // sequence 3
                                  QByteArray::fromHex("3001") +               // type EVENT
                                  QByteArray::fromHex("4801");                // schema 1
        const QByteArray body =
            field(1, header) + QByteArray::fromHex("100a") + QByteArray::fromHex("1a016e");
        Codec codec;
        const auto message = codec.decode('\0' + field(1, body));
        QVERIFY(message);
        QCOMPARE(message->kind, MessageKind::Event);
        QCOMPARE(message->header.messageId, messageId);
        QCOMPARE(toMicros(message->header.timestamp), 1);
        QCOMPARE(message->header.threadId, u"t1"_s);
        QCOMPARE(message->header.sequence, 3U);
        QCOMPARE(message->summary, u"NODE_START n"_s);
        QVERIFY(!message->compressed);
    }

    void compressesStrictlyAboveTheThreshold_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<char>("frameByte");
        QTest::addRow("511 bytes stay plain") << 511 << '\x00';
        QTest::addRow("512 bytes stay plain") << 512 << '\x00';
        QTest::addRow("513 bytes are compressed") << 513 << '\x01';
    }
    void compressesStrictlyAboveTheThreshold()
    {
        QFETCH(int, size);
        QFETCH(char, frameByte);
        std::string node;
        Message message = nodeEvent();
        while (static_cast<int>(message.ByteSizeLong()) < size) {
            node += 'n';
            message = nodeEvent(node);
        }
        QCOMPARE(static_cast<int>(message.ByteSizeLong()), size);
        Codec codec;
        const Result<QByteArray> frame = codec.encode(message);
        QVERIFY(frame);
        QCOMPARE(frame->front(), frameByte);
        const auto decoded = codec.decode(*frame, DecodeMode::Strict, Detail::Content);
        QVERIFY(decoded);
        QCOMPARE(decoded->compressed, frameByte == '\x01');
        const QJsonObject header = decoded->content["event"_L1]["header"_L1].toObject();
        QCOMPARE(header["compression"_L1].toString(),
                 frameByte == '\x01' ? u"COMPRESSION_ZSTD"_s : QString());
        QCOMPARE(header["message_id"_L1].toString(), QString::fromLatin1(messageId.toBase64()));
    }

    void whatDoesNotShrinkStaysPlain()
    {
        QByteArray noise(4000, '\0');
        QRandomGenerator random(1);
        std::generate(noise.begin(), noise.end(), [&] { return static_cast<char>(random.generate()); });
        Message message;
        fill(message.mutable_checkpoint()->mutable_header(), wire::MESSAGE_TYPE_CHECKPOINT);
        message.mutable_checkpoint()->set_state(noise.toStdString());
        Codec codec;
        QCOMPARE(codec.encode(message)->front(), '\0');
        QCOMPARE(message.checkpoint().header().compression(), wire::COMPRESSION_NONE);
    }

    void aBatchIsMarkedInsideToo()
    {
        Message message;
        fill(message.mutable_event_batch()->mutable_header(), wire::MESSAGE_TYPE_EVENT_BATCH);
        for (int i = 0; i < 20; ++i) {
            *message.mutable_event_batch()->add_events() = nodeEvent().event();
            message.mutable_event_batch()->mutable_events(i)->mutable_header()->set_timestamp_us(1000 + i);
        }
        Codec codec;
        const auto frame = codec.encode(message);
        QCOMPARE(frame->front(), '\x01');
        QCOMPARE(message.event_batch().events(19).header().compression(), wire::COMPRESSION_ZSTD);
        const auto decoded = codec.decode(*frame);
        QVERIFY(decoded);
        QCOMPARE(decoded->inner.size(), 20);
        QCOMPARE(toMicros(decoded->inner[7].header.timestamp), 1007); // its own, not the batch's
    }

    void refusesToSendMoreThanTheLimit()
    {
        Codec codec({.maxMessageBytes = 1000});
        Message message = nodeEvent(std::string(2000, 'x'));
        const auto frame = codec.encode(message);
        QVERIFY(!frame);
        QCOMPARE(frame.error().code, Errc::InvalidArgument);
    }

    void neverSendsWhatItWouldRefuseAsABomb()
    {
        Codec codec;
        Message message = nodeEvent(std::string(3 << 20, 'a'));
        const auto frame = codec.encode(message);
        QCOMPARE(frame->front(), '\0');
        QVERIFY(codec.decode(*frame));
    }

    void readsVocabularyA()
    {
        Message message = metrics();
        set(message, "accuracy", 0.95);
        set(message, "relevance", static_cast<double>(0.95F));
        (*message.mutable_metrics()->mutable_metrics())["completeness"].set_int_value(1);
        (*message.mutable_metrics()->mutable_metrics())["passed"].set_bool_value(false);
        (*message.mutable_metrics()->mutable_metrics())["latency_ms"].set_int_value(-5);
        (*message.mutable_metrics()->mutable_tags())["query_type"] = "faq";
        (*message.mutable_metrics()->mutable_tags())["complexity"] = "Simple";
        Codec codec;
        const auto decoded = codec.decode(plainFrame(message));
        QVERIFY(decoded && decoded->quality);
        const QualityReading &reading = *decoded->quality;
        QCOMPARE(reading.source, QualityReading::Source::Callback);
        QCOMPARE(reading.scores.accuracy, std::optional(0.95F));
        QCOMPARE(reading.scores.relevance, std::optional(0.95F));
        QCOMPARE(reading.scores.completeness, std::optional(1.0F));
        QVERIFY2(!reading.scores.overall, "an absent score is not 0");
        QCOMPARE(reading.passed, std::optional(false));
        QCOMPARE(reading.latencyMs, std::optional<qint64>(-5)); // clocks disagree: shown, not clamped (M-791)
        QVERIFY(!reading.retryCount);
        QCOMPARE(reading.category, u"Simple"_s);
        QVERIFY(reading.issues.isEmpty());
    }

    void readsVocabularyB()
    {
        Message message = metrics();
        message.mutable_metrics()->set_scope_id("response_evaluation");
        set(message, "quality_accuracy", static_cast<double>(0.95F));
        set(message, "quality_average", 0.62);
        (*message.mutable_metrics()->mutable_metrics())["quality_issues_count"].set_int_value(2);
        (*message.mutable_metrics()->mutable_tags())["tool_results_ignored"] = "true";
        (*message.mutable_metrics()->mutable_tags())["low_completeness"] = "true";
        Codec codec;
        const auto decoded = codec.decode(plainFrame(message));
        QVERIFY(decoded && decoded->quality);
        const QualityReading &reading = *decoded->quality;
        QCOMPARE(reading.source, QualityReading::Source::Monitor);
        QCOMPARE(reading.scores.accuracy, std::optional(0.95F));
        QCOMPARE(reading.scores.overall, std::optional(0.62F));
        QVERIFY(!reading.scores.relevance && !reading.passed);
        QCOMPARE(reading.issues, (QStringList{u"low_completeness"_s, u"tool_results_ignored"_s}));
        QCOMPARE(reading.issueCount, std::optional<qint64>(2));
    }

    void readsTheLowQualityAlarm()
    {
        Message message = nodeEvent("quality_monitor");
        message.mutable_event()->set_event_type(wire::EVENT_TYPE_GRAPH_ERROR);
        auto &attributes = *message.mutable_event()->mutable_attributes();
        attributes["alert_type"].set_string_value("LOW_QUALITY");
        attributes["quality_score"].set_float_value(0.6);
        attributes["threshold"].set_float_value(0.9);
        attributes["issues"].set_string_value("low_accuracy, incomplete_coverage");
        Codec codec;
        const auto decoded = codec.decode(plainFrame(message));
        QVERIFY(decoded && decoded->quality);
        QCOMPARE(decoded->quality->source, QualityReading::Source::Alert);
        QCOMPARE(decoded->quality->passed, std::optional(false));
        QCOMPARE(decoded->quality->issues.size(), 2);
    }

    void readsTheGuidesQualityEvent()
    {
        v1::ExtendedEnvelope envelope;
        v1::QualityEvaluation *quality = envelope.mutable_quality_evaluation();
        fill(quality->mutable_header(), wire::MESSAGE_TYPE_UNSPECIFIED);
        quality->set_accuracy(0.95F);
        quality->set_reasoning("Good.");
        quality->add_issues("tool_results_ignored");
        Codec codec;
        const auto decoded = codec.decode('\0' + QByteArray::fromStdString(envelope.SerializeAsString()),
                                          DecodeMode::Strict, Detail::Content);
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().message));
        QCOMPARE(decoded->kind, MessageKind::QualityEvaluation);
        QCOMPARE(decoded->quality->scores.accuracy, std::optional(0.95F));
        QVERIFY(!decoded->quality->scores.relevance);
        QCOMPARE(decoded->content["quality_evaluation"_L1]["reasoning"_L1].toString(), u"Good."_s);
    }

    void keepsIntegersThatADoubleCannotHold()
    {
        Message message = metrics("llm");
        (*message.mutable_metrics()->mutable_metrics())["prompt_tokens"].set_int_value(9'007'199'254'740'993);
        Codec codec;
        const auto decoded =
            codec.decode(plainFrame(message)); // 64-bit figures in doubles: M-690, M-693, M-707
        QCOMPARE(decoded->llm->promptTokens, std::optional<qint64>(9'007'199'254'740'993));
        QVERIFY(!decoded->llm->cost);
    }

    void aSummaryNeverCutsACharacter()
    {
        std::string text;
        for (int i = 0; i < 300; ++i)
            text += "\xF0\x9F\x98\x80"; // outside the BMP: two UTF-16 units each
        Codec codec;
        const auto decoded = codec.decode(plainFrame(nodeEvent("x" + text)));
        QVERIFY(decoded);
        QVERIFY(decoded->summary.size() <= 200);
        QVERIFY(!decoded->summary.at(decoded->summary.size() - 2).isHighSurrogate());
    }
};

QTEST_GUILESS_MAIN(CodecTest)
#include "tst_codec.moc"
