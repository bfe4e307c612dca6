// SPDX-License-Identifier: Apache-2.0
#include "stream/codec.h"
#include "stream/crc32c.h"
#include "unit/wire_fixture.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <assay_extensions.pb.h>
#include <dashstream.pb.h>
#include <zstd.h>

#include <cmath>
#include <numeric>

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

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<DecodeStage>("stage");
        QTest::addColumn<DecodeReason>("reason");
        QTest::addColumn<qint64>("offset");
        constexpr qint64 any = -1;
        const QByteArray good = plainFrame(nodeEvent());
        const QByteArray packed = zstd(good.mid(1));

        QTest::addRow("an empty record")
            << QByteArray("") << DecodeStage::Frame << DecodeReason::EmptyFrame << 0LL;
        QTest::addRow("a record without a value, which upstream passed over uncounted (M-1025)")
            << QByteArray() << DecodeStage::Frame << DecodeReason::NullValue << 0LL;
        QTest::addRow("a frame byte of 2")
            << "\x02" + good.mid(1) << DecodeStage::Frame << DecodeReason::UnknownFrameByte << 0LL;
        QTest::addRow("unframed protobuf when strict")
            << good.mid(1) << DecodeStage::Frame << DecodeReason::UnknownFrameByte << 0LL;
        QTest::addRow("only the frame byte")
            << QByteArray(1, '\0') << DecodeStage::Schema << DecodeReason::NoPayload << any;
        QTest::addRow("zstd that is no zstd")
            << "\x01garbage" + good << DecodeStage::Zstd << DecodeReason::BadZstd << any;
        QTest::addRow("zstd cut short")
            << '\x01' + packed.chopped(3) << DecodeStage::Zstd << DecodeReason::TruncatedZstd << any;
        QTest::addRow("junk behind the zstd frame")
            << '\x01' + packed + "junk" << DecodeStage::Zstd << DecodeReason::TrailingJunk << any;
        QTest::addRow("1 GiB of zeros in 32 KB")
            << '\x01' + bomb() << DecodeStage::Zstd << DecodeReason::Bomb << any;
        QTest::addRow("a declared size of 1 TiB, one segment")
            << QByteArray::fromHex("01"
                                   "28b52ffd"
                                   "e0"
                                   "0000000000010000"
                                   "010000")
            << DecodeStage::Zstd << DecodeReason::WindowTooLarge << any;
        QTest::addRow("a declared size of 1 TiB, small window")
            << QByteArray::fromHex("01"
                                   "28b52ffd"
                                   "c0"
                                   "00"
                                   "0000000000010000"
                                   "09000041")
            << DecodeStage::Zstd << DecodeReason::BadZstd << any;
        QTest::addRow("a window of 128 MiB") << '\x01' + zstd(QByteArray(100000, 'x'), false, false, 27)
                                             << DecodeStage::Zstd << DecodeReason::WindowTooLarge << any;
        QTest::addRow("11 MiB plain") << plainFrame(nodeEvent(std::string(11 << 20, 'x')))
                                      << DecodeStage::Frame << DecodeReason::TooLarge << any;
        QTest::addRow("protobuf cut short")
            << good.chopped(1) << DecodeStage::Protobuf << DecodeReason::Truncated << any;
        QTest::addRow("junk behind the message")
            << good + "\x07" << DecodeStage::Protobuf << DecodeReason::BadProtobuf << qint64{good.size() - 1};
        QTest::addRow("a varint of eleven bytes")
            << QByteArray(1, '\0') + QByteArray(11, '\xff') << DecodeStage::Protobuf
            << DecodeReason::BadProtobuf << 0LL;
        QTest::addRow("a known field of another wire type")
            << QByteArray::fromHex("000801") << DecodeStage::Protobuf << DecodeReason::BadProtobuf << 0LL;
        QTest::addRow("text that is not UTF-8")
            << plainFrame(nodeEvent("abc")).replace("abc", "a\xC3(") << DecodeStage::Protobuf
            << DecodeReason::InvalidUtf8 << qint64{plainFrame(nodeEvent("abc")).indexOf("abc") - 1};
        QTest::addRow("101 levels") << nested(101) << DecodeStage::Protobuf << DecodeReason::TooDeep << any;
        QTest::addRow("300,000 empty events in a batch")
            << QByteArray(1, '\0') + field(8, field(2, {}).repeated(300'000)) << DecodeStage::Protobuf
            << DecodeReason::TooManyParts << any;

        Message noHeader = nodeEvent();
        noHeader.mutable_event()->clear_header();
        QTest::addRow("no header") << plainFrame(noHeader) << DecodeStage::Header << DecodeReason::NoHeader
                                   << any;
        Message batch;
        fill(batch.mutable_event_batch()->mutable_header(), wire::MESSAGE_TYPE_EVENT_BATCH);
        *batch.mutable_event_batch()->add_events() = noHeader.event();
        QTest::addRow("no header inside a batch")
            << plainFrame(batch) << DecodeStage::Header << DecodeReason::NoHeader << any;
        Message negative = nodeEvent();
        negative.mutable_event()->mutable_header()->set_timestamp_us(-1);
        QTest::addRow("a time before 1970")
            << plainFrame(negative) << DecodeStage::Header << DecodeReason::NegativeTime << any;
        Message schema = nodeEvent();
        schema.mutable_event()->mutable_header()->set_schema_version(2);
        QTest::addRow("schema version 2: a mismatch that upstream noticed and applied anyway (M-997)")
            << plainFrame(schema) << DecodeStage::Schema << DecodeReason::UnknownSchema << any;
        QTest::addRow("a oneof member of the future")
            << QByteArray(1, '\0') + field(11, "x") << DecodeStage::Schema << DecodeReason::NoPayload << any;
        for (const double bad : {std::nan(""), double(INFINITY), -double(INFINITY)}) {
            Message message = metrics();
            set(message, "accuracy", bad);
            QTest::addRow("a score of %f", bad)
                << plainFrame(message) << DecodeStage::Schema << DecodeReason::NotFinite << any;
        }
        for (const double bad : {7.0, -0.5, 1.001}) {
            Message message = metrics();
            set(message, "relevance", bad);
            QTest::addRow("a score of %.3f", bad)
                << plainFrame(message) << DecodeStage::Schema << DecodeReason::ScoreOutOfRange << any;
        }
        Message attribute = nodeEvent();
        auto *array = (*attribute.mutable_event()->mutable_attributes())["percent"].mutable_array_value();
        array->add_values()->set_float_value(std::nan(""));
        QTest::addRow("NaN deep in an attribute")
            << plainFrame(attribute) << DecodeStage::Schema << DecodeReason::NotFinite << any;
        Message label = metrics("label");
        (*label.mutable_metrics()->mutable_metrics())["label"].set_string_value("splendid");
        QTest::addRow("a label nobody knows")
            << plainFrame(label) << DecodeStage::Schema << DecodeReason::BadLabel << any;
        Message trace;
        fill(trace.mutable_execution_trace()->mutable_header(), wire::MESSAGE_TYPE_EXECUTION_TRACE);
        trace.mutable_execution_trace()->set_final_state(std::string(200, '['));
        (*trace.mutable_execution_trace()->mutable_metadata())["assay_turn"] = "1";
        QTest::addRow("a trace of ours with a state of 200 brackets")
            << plainFrame(trace) << DecodeStage::Schema << DecodeReason::BadTurn << any;
    }
    void refuses()
    {
        QFETCH(QByteArray, frame);
        QFETCH(DecodeStage, stage);
        QFETCH(DecodeReason, reason);
        QFETCH(qint64, offset);
        Codec codec;
        QElapsedTimer timer;
        timer.start();
        const auto decoded = codec.decode(frame);
        QVERIFY2(timer.elapsed() < 2000, "refusing must be cheap");
        QVERIFY(!decoded);
        QCOMPARE(tokenOf(decoded.error().reason), tokenOf(reason));
        QCOMPARE(decoded.error().stage, stage);
        if (offset >= 0)
            QCOMPARE(decoded.error().offset.value_or(-2), offset);
        QVERIFY(!decoded.error().message.isEmpty());
        QCOMPARE(toError(decoded.error()).where, u"codec."_s + tokenOf(stage));
        QVERIFY2(codec.decode(plainFrame(nodeEvent())), "a refusal must not spoil the codec");
    }

    void accepts_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<DecodeMode>("mode");
        const Message message = nodeEvent(std::string(600, 'n'));
        const QByteArray plain = plainFrame(message).mid(1);
        const qsizetype half = plain.size() / 2;
        QTest::addRow("zstd without the content size") << '\x01' + zstd(plain, false) << DecodeMode::Strict;
        QTest::addRow("zstd with a checksum") << '\x01' + zstd(plain, true, true) << DecodeMode::Strict;
        QTest::addRow("two concatenated zstd frames")
            << '\x01' + zstd(plain.left(half)) + zstd(plain.mid(half)) << DecodeMode::Strict;
        QTest::addRow("a skippable frame before it")
            << '\x01' + QByteArray::fromHex("502a4d1803000000616263") + zstd(plain) << DecodeMode::Strict;
        QTest::addRow("unframed protobuf when tolerant") << plain << DecodeMode::Tolerant;
        QTest::addRow("unframed zstd when tolerant") << zstd(plain) << DecodeMode::Tolerant;
        QTest::addRow("an unknown field") << '\0' + plain + field(99, "future") << DecodeMode::Strict;
        QTest::addRow("an unknown group") << '\0' + plain +
                                                 QByteArray::fromHex("9b06"
                                                                     "0801"
                                                                     "9c06")
                                          << DecodeMode::Strict;
        QTest::addRow("a oneof set twice: the last wins")
            << plainFrame(metrics()) + plain << DecodeMode::Strict;
        QTest::addRow("100 levels") << nested(100) << DecodeMode::Strict;
        Message open = message;
        open.mutable_event()->set_event_type(static_cast<wire::EventType>(4242));
        QTest::addRow("an enum number of the future") << plainFrame(open) << DecodeMode::Strict;
        Message old = message;
        old.mutable_event()->mutable_header()->set_schema_version(0);
        QTest::addRow("schema version 0, which counts as 1") << plainFrame(old) << DecodeMode::Strict;
        Message lying = message;
        lying.mutable_event()->mutable_header()->set_compression(wire::COMPRESSION_LZ4);
        QTest::addRow("a header that names another compression than the frame")
            << plainFrame(lying) << DecodeMode::Strict;
        Message epoch = message;
        epoch.mutable_event()->mutable_header()->set_timestamp_us(0);
        QTest::addRow("timestamp 0, which is a time and not missing")
            << plainFrame(epoch) << DecodeMode::Strict;
        Message unsequenced = message;
        unsequenced.mutable_event()->mutable_header()->set_sequence(~0ULL);
        QTest::addRow("sequence 2^64 - 1") << plainFrame(unsequenced) << DecodeMode::Strict;
        Message forever = message;
        forever.mutable_event()->set_duration_us(INT64_MAX);
        QTest::addRow("a duration too long to say") << plainFrame(forever) << DecodeMode::Strict;
        Message headless = message;
        headless.mutable_event()->clear_header();
        QTest::addRow("no header when tolerant") << plainFrame(headless) << DecodeMode::Tolerant;
    }
    void accepts()
    {
        QFETCH(QByteArray, frame);
        QFETCH(DecodeMode, mode);
        Codec codec;
        const auto decoded = codec.decode(frame, mode);
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().message));
        QCOMPARE(decoded->kind, MessageKind::Event);
        QVERIFY(decoded->summary.size() <= 200);
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

    void twentyThousandMutationsAreAllAccountedFor()
    {
        QRandomGenerator random(20261121);
        Message rich = metrics();
        for (int i = 0; i < 30; ++i)
            set(rich, qPrintable(u"figure_%1"_s.arg(i)), i / 100.0);
        set(rich, "accuracy", 0.9);
        Codec encoder;
        const QList<QByteArray> seeds{plainFrame(nodeEvent()), *encoder.encode(rich), plainFrame(rich),
                                      nested(40)};
        QHash<QString, int> outcomes;
        Codec codec;
        for (int i = 0; i < 20'000; ++i) {
            QByteArray frame = seeds[random.bounded(seeds.size())];
            for (int edits = random.bounded(1, 5); edits > 0 && !frame.isEmpty(); --edits) {
                const int at = static_cast<int>(random.bounded(frame.size()));
                switch (random.bounded(5)) {
                case 0: frame[at] = static_cast<char>(frame[at] ^ (1 << random.bounded(8))); break;
                case 1: frame[at] = static_cast<char>(random.generate()); break;
                case 2: frame.truncate(at); break;
                case 3:
                    frame.insert(at, QByteArray(random.bounded(1, 9), static_cast<char>(random.generate())));
                    break;
                default: frame.remove(at, random.bounded(1, 9)); break;
                }
            }
            const auto mode = random.bounded(2) == 0 ? DecodeMode::Strict : DecodeMode::Tolerant;
            const auto decoded = codec.decode(frame, mode, Detail::Content);
            ++outcomes[decoded ? u"decoded"_s : tokenOf(decoded.error().reason)];
        }
        QVERIFY(!outcomes.contains(QString()));
        QCOMPARE(std::accumulate(outcomes.cbegin(), outcomes.cend(), 0), 20'000);
        QVERIFY(outcomes.size() >= 8);
        qInfo() << outcomes;
    }

    void decodesFast()
    {
        Message message = metrics();
        for (int i = 0; i < 10; ++i)
            set(message, qPrintable(u"figure_%1"_s.arg(i)), i / 10.0);
        const QByteArray frame = plainFrame(message);
        Codec codec;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 20'000; ++i)
            QVERIFY(codec.decode(frame));
        qInfo() << "20,000 metrics messages decoded in" << timer.elapsed() << "ms";
    }
};

QTEST_GUILESS_MAIN(CodecTest)
#include "tst_codec.moc"
