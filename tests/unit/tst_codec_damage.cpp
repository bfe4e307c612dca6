// SPDX-License-Identifier: Apache-2.0
// Every way a frame can be damaged or hostile, each with the stage, reason and byte it is refused with.
#include "stream/codec.h"
#include "unit/wire_fixture.h"

#include <QtTest/QTest>

#include <assay_extensions.pb.h>
#include <malloc.h>
#include <sys/resource.h>

#include <cmath>
#include <ctime>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 any = -1;

/// Where `bytes` stand in the message of an uncompressed frame.
qint64 placeOf(const QByteArray &frame, const QByteArray &bytes)
{
    return frame.lastIndexOf(bytes) - 1;
}

QByteArray bytesOf(double value)
{
    return QByteArray(reinterpret_cast<const char *>(&value), sizeof value);
}

void columns()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<DecodeStage>("stage");
    QTest::addColumn<DecodeReason>("reason");
    QTest::addColumn<qint64>("offset");
}

void row(const char *name, const QByteArray &frame, DecodeStage stage, DecodeReason reason,
         qint64 offset = any)
{
    QTest::addRow("%s", name) << frame << stage << reason << offset;
}

double threadCpuMs()
{
    timespec used{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

qint64 addressSpace()
{
    QFile statm(u"/proc/self/statm"_s);
    return statm.open(QIODevice::ReadOnly) ? statm.readAll().split(' ').first().toLongLong() * 4096 : 0;
}

/// Lets the process grow by `bytes` and no more while it lives: what asks for more gets nothing.
class MemoryFence
{
public:
    explicit MemoryFence(qint64 bytes)
    {
        ::malloc_trim(0);
        ::getrlimit(RLIMIT_AS, &m_before);
        rlimit fence = m_before;
        fence.rlim_cur = static_cast<rlim_t>(addressSpace() + bytes);
        ::setrlimit(RLIMIT_AS, &fence);
    }
    ~MemoryFence() { ::setrlimit(RLIMIT_AS, &m_before); }
    Q_DISABLE_COPY_MOVE(MemoryFence)

private:
    rlimit m_before{};
};

} // namespace

class CodecDamageTest : public QObject
{
    Q_OBJECT

private:
    static void check()
    {
        QFETCH(QByteArray, frame);
        QFETCH(DecodeStage, stage);
        QFETCH(DecodeReason, reason);
        QFETCH(qint64, offset);
        Codec codec;
        const auto decoded = codec.decode(frame);
        QVERIFY(!decoded);
        QCOMPARE(tokenOf(decoded.error().reason), tokenOf(reason));
        QCOMPARE(decoded.error().stage, stage);
        QVERIFY2(decoded.error().offset, "a failure tells its byte");
        QVERIFY(*decoded.error().offset >= 0);
        if (offset != any)
            QCOMPARE(*decoded.error().offset, offset);
        QVERIFY(decoded.error().way.isEmpty());
        QVERIFY(!decoded.error().message.isEmpty());
        QCOMPARE(toError(decoded.error()).where, u"codec."_s + tokenOf(stage));
        QVERIFY2(codec.decode(plainFrame(nodeEvent())), "a refusal must not spoil the codec");
    }

private Q_SLOTS:
    void refusesDamagedFrames_data()
    {
        columns();
        using enum DecodeStage;
        using enum DecodeReason;
        const QByteArray good = plainFrame(nodeEvent());
        const QByteArray packed = zstd(good.mid(1));
        row("an empty record", QByteArray(""), Frame, EmptyFrame, 0);
        row("a record without a value, which upstream passed over uncounted (M-1025)", QByteArray(), Frame,
            NullValue, 0);
        row("a frame byte of 2", "\x02" + good.mid(1), Frame, UnknownFrameByte, 0);
        row("unframed protobuf when strict", good.mid(1), Frame, UnknownFrameByte, 0);
        row("unframed zstd when strict", packed, Frame, UnknownFrameByte, 0);
        row("11 MiB plain", plainFrame(nodeEvent(std::string(11 << 20, 'x'))), Frame, TooLarge, 10 << 20);
        row("only the frame byte", QByteArray(1, '\0'), Schema, NoPayload, 0);
        row("only the frame byte of zstd", QByteArray(1, '\x01'), Zstd, TruncatedZstd, 1);
        row("zstd that is no zstd", "\x01garbage" + good, Zstd, BadZstd);
        row("zstd cut short", '\x01' + packed.chopped(3), Zstd, TruncatedZstd, packed.size() - 2);
        row("zstd cut short in its magic", '\x01' + packed.left(3), Zstd, TruncatedZstd, 4);
        row("junk behind the zstd frame", '\x01' + packed + "junk", Zstd, TrailingJunk);
        row("a wrong checksum", '\x01' + zstd(good.mid(1), true, true).chopped(1) + '\x7e', Zstd, BadZstd);
        row("zstd in zstd", '\x01' + zstd(packed), Protobuf, BadProtobuf);
        row("a frame in a frame", '\0' + good, Protobuf, BadProtobuf, 0);
    }
    void refusesDamagedFrames() { check(); }

    void refusesDamagedProtobuf_data()
    {
        columns();
        using enum DecodeStage;
        using enum DecodeReason;
        const QByteArray good = plainFrame(nodeEvent("abc"));
        QByteArray notText = good;
        notText.replace("abc", "a\xC3(");
        QByteArray surrogate = good;
        surrogate.replace("abc", "\xED\xA0\x80");
        row("cut short", good.chopped(1), Protobuf, Truncated, 1);
        row("junk behind the message", good + "\x07", Protobuf, BadProtobuf, good.size() - 1);
        row("a varint of eleven bytes", QByteArray(1, '\0') + QByteArray(11, '\xff'), Protobuf, BadProtobuf,
            0);
        row("field number 0", QByteArray::fromHex("000001"), Protobuf, BadProtobuf, 0);
        row("wire type 6", QByteArray::fromHex("000e01"), Protobuf, BadProtobuf, 0);
        row("a known field of another wire type", QByteArray::fromHex("000801"), Protobuf, BadProtobuf, 0);
        row("the end of a group that never began", QByteArray::fromHex("000c"), Protobuf, BadProtobuf, 0);
        row("a group that never ends", QByteArray::fromHex("009b060801"), Protobuf, Truncated, 4);
        row("text that is not UTF-8", notText, Protobuf, InvalidUtf8, placeOf(notText, "a\xC3("));
        row("half a surrogate pair", surrogate, Protobuf, InvalidUtf8, placeOf(surrogate, "\xED\xA0\x80"));
        row("101 levels", nested(101), Protobuf, TooDeep);
        row("5,000 groups in each other", QByteArray(1, '\0') + QByteArray(5000, '\x0b'), Protobuf,
            BadProtobuf);
        row("5,000 unknown groups in each other",
            QByteArray(1, '\0') + QByteArray::fromHex("9b06").repeated(5000), Protobuf, TooDeep);
        row("300,000 empty events in a batch", QByteArray(1, '\0') + field(8, field(2, {}).repeated(300'000)),
            Protobuf, TooManyParts);
        row("packed figures cut short in the last one", QByteArray::fromHex("001a0422020180"), Protobuf,
            Truncated, 5);
        row("packed floats that are not whole", QByteArray::fromHex("001a052a03000000"), Protobuf, Truncated,
            4);
        row("a length of 4 GiB", QByteArray::fromHex("000affffffff0f"), Protobuf, Truncated, 1);
    }
    void refusesDamagedProtobuf() { check(); }

    void refusesMessagesThatMakeNoSense_data()
    {
        columns();
        using enum DecodeStage;
        using enum DecodeReason;
        Message noHeader = nodeEvent();
        noHeader.mutable_event()->clear_header();
        row("no header", plainFrame(noHeader), Header, NoHeader, 2);
        Message batch;
        fill(batch.mutable_event_batch()->mutable_header(), wire::MESSAGE_TYPE_EVENT_BATCH);
        *batch.mutable_event_batch()->add_events() = nodeEvent("first").event();
        *batch.mutable_event_batch()->add_events() = noHeader.event();
        const QByteArray batched = plainFrame(batch);
        row("no header in a batch's second event", batched, Header, NoHeader,
            batched.size() - 1 - qint64(noHeader.event().ByteSizeLong()));
        Message negative = nodeEvent();
        negative.mutable_event()->mutable_header()->set_timestamp_us(-1);
        row("a time before 1970", plainFrame(negative), Header, NegativeTime,
            placeOf(plainFrame(negative), QByteArray(9, '\xff') + '\x01'));
        Message schema = nodeEvent();
        schema.mutable_event()->mutable_header()->set_schema_version(77);
        row("another schema version, which upstream noticed and applied anyway (M-997)", plainFrame(schema),
            Schema, UnknownSchema, placeOf(plainFrame(schema), "\x48\x4d") + 1);
        row("a oneof member of the future", QByteArray(1, '\0') + field(11, "x"), Schema, NoPayload, 0);
        for (const double bad : {std::nan(""), double(INFINITY), -double(INFINITY)}) {
            Message message = metrics();
            set(message, "accuracy", bad);
            row(qPrintable(u"a score of %1"_s.arg(bad)), plainFrame(message), Schema, NotFinite,
                placeOf(plainFrame(message), "\x11" + bytesOf(bad)));
        }
        for (const double bad : {7.0, -0.5, 1.001}) {
            Message message = metrics();
            set(message, "completeness", 0.5);
            set(message, "relevance", bad);
            row(qPrintable(u"a score of %1"_s.arg(bad)), plainFrame(message), Schema, ScoreOutOfRange);
        }
        Message attribute = nodeEvent();
        (*attribute.mutable_event()->mutable_attributes())["percent"]
            .mutable_array_value()
            ->add_values()
            ->set_float_value(std::nan(""));
        row("NaN deep in an attribute", plainFrame(attribute), Schema, NotFinite,
            placeOf(plainFrame(attribute), "percent") - 2);
        Message alert = nodeEvent();
        auto &attributes = *alert.mutable_event()->mutable_attributes();
        attributes["alert_type"].set_string_value("LOW_QUALITY");
        attributes["threshold"].set_float_value(3.0);
        row("an alarm with a threshold of 3", plainFrame(alert), Schema, ScoreOutOfRange,
            placeOf(plainFrame(alert), "threshold") - 2);
        Message label = metrics("label");
        (*label.mutable_metrics()->mutable_metrics())["label"].set_string_value("splendid");
        row("a label nobody knows", plainFrame(label), Schema, BadLabel);
        Message trace;
        fill(trace.mutable_execution_trace()->mutable_header(), wire::MESSAGE_TYPE_EXECUTION_TRACE);
        trace.mutable_execution_trace()->set_final_state(std::string(200, '['));
        (*trace.mutable_execution_trace()->mutable_metadata())["assay_turn"] = "1";
        row("a trace of ours with a state of 200 brackets", plainFrame(trace), Schema, BadTurn,
            placeOf(plainFrame(trace), QByteArray(200, '[')));
        v1::ExtendedEnvelope extended;
        fill(extended.mutable_quality_evaluation()->mutable_header(), wire::MESSAGE_TYPE_UNSPECIFIED);
        extended.mutable_quality_evaluation()->set_relevance(5.0F);
        const QByteArray evaluation = '\0' + QByteArray::fromStdString(extended.SerializeAsString());
        row("the guide's quality event with a score of 5", evaluation, Schema, ScoreOutOfRange,
            evaluation.size() - 1 - 4);
    }
    void refusesMessagesThatMakeNoSense() { check(); }

    void refusesBombsAtOnceAndInLittleMemory_data()
    {
        columns();
        using enum DecodeStage;
        using enum DecodeReason;
        const QByteArray skippable = QByteArray::fromHex("502a4d1800000000");
        row("1 GiB of zeros in 33 kB", '\x01' + bomb(), Zstd, Bomb);
        row("a declared size of 1 TiB, one segment",
            QByteArray::fromHex("0128b52ffde00000000000010000010000"), Zstd, WindowTooLarge);
        row("a declared size of 1 TiB, small window",
            QByteArray::fromHex("0128b52ffdc000000000000001000009000041"), Zstd, BadZstd);
        row("a window of 128 MiB", '\x01' + zstd(QByteArray(100000, 'x'), false, false, 27), Zstd,
            WindowTooLarge);
        row("64k empty zstd frames", '\x01' + QByteArray::fromHex("28b52ffd2000010000").repeated(65'536),
            Zstd, TooManyParts);
        row("100k skippable frames", '\x01' + skippable.repeated(100'000), Zstd, TooManyParts);
        row("a skippable frame of 4 GiB", QByteArray::fromHex("01502a4d18ffffffff") + QByteArray(1000, '\0'),
            Zstd, TruncatedZstd);
        row("300,000 empty events, compressed", '\x01' + zstd(field(8, field(2, {}).repeated(300'000))),
            Protobuf, TooManyParts);
        row("5 million unknown figures",
            QByteArray(1, '\0') + QByteArray::fromHex("7801").repeated(5'000'000), Protobuf, TooManyParts);
        row("5 million empty suggestions", QByteArray(1, '\0') + field(7, field(8, {}).repeated(5'000'000)),
            Protobuf, TooManyParts);
        row("300,000 attributes", QByteArray(1, '\0') + field(1, field(4, {}).repeated(300'000)), Protobuf,
            TooManyParts);
    }
    void refusesBombsAtOnceAndInLittleMemory()
    {
        QFETCH(QByteArray, frame);
        QFETCH(DecodeReason, reason);
#ifdef NDEBUG
        constexpr double most = 50;
#else
        constexpr double most = 500; // unoptimised, and maybe instrumented
#endif
        double best = 1e9;
        for (int attempt = 0; attempt < 3; ++attempt) {
            Codec codec;
#ifndef __SANITIZE_ADDRESS__
#ifndef __SANITIZE_THREAD__
            const MemoryFence fence(16 << 20);
#endif
#endif
            const double start = threadCpuMs();
            const auto decoded = codec.decode(frame);
            best = std::min(best, threadCpuMs() - start);
            QVERIFY(!decoded);
            QCOMPARE(tokenOf(decoded.error().reason), tokenOf(reason));
        }
        QVERIFY2(best < most, qPrintable(u"%1 ms"_s.arg(best)));
    }

    void aLowerLimitHolds()
    {
        Codec codec({.maxMessageBytes = 1000});
        QVERIFY(codec.decode(plainFrame(nodeEvent(std::string(500, 'n')))));
        QCOMPARE(codec.decode(plainFrame(nodeEvent(std::string(1000, 'n')))).error().reason,
                 DecodeReason::TooLarge);
        const QByteArray packed = '\x01' + zstd(plainFrame(nodeEvent(std::string(1000, 'n'))).mid(1));
        QCOMPARE(codec.decode(packed).error().reason, DecodeReason::TooLarge);
        QCOMPARE(codec.decode(packed).error().stage, DecodeStage::Zstd);
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
};

QTEST_GUILESS_MAIN(CodecDamageTest)
#include "tst_codec_damage.moc"
