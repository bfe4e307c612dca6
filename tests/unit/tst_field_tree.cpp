// SPDX-License-Identifier: Apache-2.0
#include "stream/codec.h"
#include "stream/field_tree.h"
#include "support/cpu_clock.h"
#include "unit/wire_fixture.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <assay_extensions.pb.h>

#include <cmath>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype tenMiB = 10 << 20;

FieldTree treeOf(const QByteArray &frame, DecodeMode mode = DecodeMode::Strict)
{
    return fieldTreeOf(frame, mode, tenMiB);
}

Message quality()
{
    Message message = metrics();
    auto &value = (*message.mutable_metrics()->mutable_metrics())["completeness"];
    value.set_float_value(0.95);
    value.set_unit("ratio");
    value.set_type(wire::MetricValue::METRIC_TYPE_GAUGE);
    (*message.mutable_metrics()->mutable_tags())["model"] = "fast-8b";
    return message;
}

/// A message of each kind, with every shape of field the .proto has.
QList<Message> everyShape()
{
    Message event = nodeEvent();
    auto &attributes = *event.mutable_event()->mutable_attributes();
    attributes["text"].set_string_value("a\nb");
    attributes["flag"].set_bool_value(true);
    attributes["raw"].set_bytes_value("\x01\x02");
    attributes["list"].mutable_array_value()->add_values()->set_int_value(-7);
    (*attributes["map"].mutable_map_value()->mutable_values())["deep"].set_float_value(0.5);
    event.mutable_event()->set_duration_us(1500);

    Message chunk;
    fill(chunk.mutable_token_chunk()->mutable_header(), wire::MESSAGE_TYPE_TOKEN_CHUNK);
    for (const unsigned id : {1U, 300U, 70'000U}) {
        chunk.mutable_token_chunk()->add_token_ids(id);
        chunk.mutable_token_chunk()->add_logprobs(-0.25F);
    }

    Message batch;
    fill(batch.mutable_event_batch()->mutable_header(), wire::MESSAGE_TYPE_EVENT_BATCH);
    *batch.mutable_event_batch()->add_events() = event.event();
    *batch.mutable_event_batch()->add_events() = nodeEvent("second").event();

    Message trace;
    fill(trace.mutable_execution_trace()->mutable_header(), wire::MESSAGE_TYPE_EXECUTION_TRACE);
    trace.mutable_execution_trace()->set_final_state(R"({"answer": "yes"})");
    trace.mutable_execution_trace()->add_nodes_executed()->set_node("draft");
    return {event, chunk, batch, trace, quality()};
}

QString valueAt(const FieldTree &tree, QStringView path)
{
    const int at = tree.find(path);
    return at < 0 ? u"(no such line)"_s : tree.nodes[at].value;
}

QByteArrayView bytesOf(const FieldTree &tree, const QByteArray &frame, const FieldNode &node)
{
    const QByteArray &buffer = node.space == ByteSpace::Frame ? frame : tree.payload;
    return QByteArrayView(buffer).sliced(node.range.offset, node.range.length);
}

} // namespace

class FieldTreeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEveryByteOfAFrameMadeByHand()
    {
        //                                   event{ header{ ts=1, thread "t1" }, event_type 10, node "n" }
        const QByteArray frame = QByteArray::fromHex("00"
                                                     "0a0d"
                                                     "0a06"
                                                     "1001"
                                                     "22027431"
                                                     "100a"
                                                     "1a016e");
        const FieldTree tree = treeOf(frame);
        QVERIFY(!tree.failure);
        const auto check = [&](QStringView path, const QString &value, ByteRange range, ByteRange inner) {
            const int at = tree.find(path);
            QVERIFY2(at >= 0, qPrintable(path.toString()));
            const FieldNode &node = tree.nodes[at];
            QCOMPARE(node.value, value);
            QCOMPARE(node.space, ByteSpace::Frame);
            QVERIFY2(node.range == range, qPrintable(path.toString()));
            QVERIFY2(node.valueRange == inner, qPrintable(path.toString()));
        };
        check(u"event", QString(), {1, 15}, {3, 13});
        check(u"event.header", QString(), {3, 8}, {5, 6});
        check(u"event.header.timestamp_us", u"1970-01-01 00:00:00.000001 UTC (1)"_s, {5, 2}, {6, 1});
        check(u"event.header.thread_id", u"t1"_s, {7, 4}, {9, 2});
        check(u"event.event_type", u"EVENT_TYPE_NODE_START (10)"_s, {11, 2}, {12, 1});
        check(u"event.node_id", u"n"_s, {13, 3}, {15, 1});
        QCOMPARE(tree.nodes[tree.find(u"event.event_type")].type, u"EventType"_s);
        // Back from the bytes, each to its deepest line.
        const QStringList owners{u""_s,
                                 u"event"_s,
                                 u"event"_s,
                                 u"event.header"_s,
                                 u"event.header"_s,
                                 u"event.header.timestamp_us"_s,
                                 u"event.header.timestamp_us"_s,
                                 u"event.header.thread_id"_s};
        for (qsizetype i = 0; i < owners.size(); ++i)
            QCOMPARE(tree.nodes[tree.deepestAt(ByteSpace::Frame, i)].path, owners[i]);
        QCOMPARE(tree.deepestAt(ByteSpace::Frame, frame.size()), -1);
        QCOMPARE(tree.deepestAt(ByteSpace::Payload, 0), -1);
    }

    void showsMapsByKeyWithTheirUnit()
    {
        const FieldTree tree = treeOf(plainFrame(quality()));
        QVERIFY(!tree.failure);
        const FieldNode entry = tree.nodes[tree.find(u"metrics.metrics[completeness]")];
        QCOMPARE(entry.value, u"0.95"_s);
        QCOMPARE(entry.unit, u"ratio"_s);
        QCOMPARE(entry.type, u"map<string, MetricValue>"_s);
        const FieldNode figure = tree.nodes[tree.find(u"metrics.metrics[completeness].float_value")];
        QCOMPARE(figure.value, u"0.95"_s);
        QCOMPARE(figure.unit, u"ratio"_s);
        QCOMPARE(figure.type, u"double"_s);
        QCOMPARE(figure.valueRange.length, 8);
        QCOMPARE(tree.nodes[figure.parent].path, entry.path);
        QCOMPARE(valueAt(tree, u"metrics.metrics[completeness].type"), u"METRIC_TYPE_GAUGE (2)"_s);
        QCOMPARE(valueAt(tree, u"metrics.tags[model]"), u"fast-8b"_s);
    }

    void showsEveryShapeOfField()
    {
        const QList<Message> all = everyShape();
        const FieldTree event = treeOf(plainFrame(all[0]));
        QCOMPARE(valueAt(event, u"event.attributes[text].string_value"), u"a\\nb"_s);
        QCOMPARE(valueAt(event, u"event.attributes[flag]"), u"true"_s);
        QCOMPARE(valueAt(event, u"event.attributes[raw].bytes_value"), u"01 02"_s);
        QCOMPARE(valueAt(event, u"event.attributes[list].array_value.values[0].int_value"), u"-7"_s);
        QCOMPARE(valueAt(event, u"event.attributes[map].map_value.values[deep].float_value"), u"0.5"_s);
        QCOMPARE(event.nodes[event.find(u"event.duration_us")].unit, u"µs"_s);
        QCOMPARE(valueAt(event, u"event.header.message_id"), u"00112233-4455-6677-8899-aabbccddeeff"_s);
        const FieldTree chunk = treeOf(plainFrame(all[1]));
        QCOMPARE(valueAt(chunk, u"token_chunk.token_ids"), u"3 values"_s);
        QCOMPARE(valueAt(chunk, u"token_chunk.token_ids[2]"), u"70000"_s);
        QCOMPARE(valueAt(chunk, u"token_chunk.logprobs[0]"), u"-0.25"_s);
        const FieldTree batch = treeOf(plainFrame(all[2]));
        QCOMPARE(valueAt(batch, u"event_batch.events[1].node_id"), u"second"_s);
        const FieldTree trace = treeOf(plainFrame(all[3]));
        QCOMPARE(valueAt(trace, u"execution_trace.final_state"), uR"({"answer": "yes"})"_s);
        QCOMPARE(trace.nodes[trace.find(u"execution_trace.final_state")].type, u"bytes (JSON)"_s);
    }

    void everyLineLiesWithinItsParentAndFindsItself()
    {
        for (const Message &message : everyShape()) {
            const QByteArray frame = plainFrame(message);
            const FieldTree tree = treeOf(frame);
            QVERIFY(!tree.failure);
            for (int i = 0; i < tree.nodes.size(); ++i) {
                const FieldNode &node = tree.nodes[i];
                QVERIFY(node.parent < i);
                if (node.parent >= 0) {
                    const ByteRange outer = tree.nodes[node.parent].valueRange;
                    QVERIFY2(node.range.offset >= outer.offset &&
                                 node.range.offset + node.range.length <= outer.offset + outer.length,
                             qPrintable(node.path));
                    QVERIFY(tree.nodes[node.parent].children.contains(i));
                }
                const int found = tree.deepestAt(node.space, node.range.offset);
                QVERIFY2(found >= i, qPrintable(node.path));
                QVERIFY(!node.damaged && !node.unknown);
            }
            // No byte of the frame is nobody's.
            for (qsizetype at = 0; at < frame.size(); ++at)
                QVERIFY(tree.deepestAt(ByteSpace::Frame, at) >= 0);
        }
    }

    void countsInTheUnpackedBytesWhenCompressed()
    {
        Codec codec;
        Message message = nodeEvent(std::string(900, 'n'));
        const QByteArray frame = *codec.encode(message);
        QCOMPARE(frame.front(), '\x01');
        const FieldTree tree = treeOf(frame);
        QVERIFY(tree.compression.compressed);
        QCOMPARE(tree.compression.packedBytes, frame.size() - 1);
        QCOMPARE(tree.compression.unpackedBytes, qsizetype(message.ByteSizeLong()));
        QCOMPARE(tree.compression.zstdFrames, 1);
        QCOMPARE(tree.compression.declaredBytes, std::optional<qint64>(tree.payload.size()));
        const FieldNode node = tree.nodes[tree.find(u"event.node_id")];
        QCOMPARE(node.space, ByteSpace::Payload);
        QCOMPARE(tree.payload.sliced(node.valueRange.offset, node.valueRange.length), QByteArray(900, 'n'));
        QVERIFY(node.value.startsWith(QString(500, u'n')) && node.value.endsWith(u"(900 characters)"));
        QCOMPARE(tree.nodes[tree.deepestAt(ByteSpace::Frame, 5)].type, u"zstd frame"_s);
        QCOMPARE(tree.nodes[tree.deepestAt(ByteSpace::Payload, node.range.offset)].path, node.path);
    }

    void showsWhatTheProtoDoesNotHave()
    {
        const QByteArray frame = plainFrame(nodeEvent()) + field(99, "future") +
                                 QByteArray::fromHex("9b06"
                                                     "0801"
                                                     "9c06") +
                                 QByteArray::fromHex("f80105");
        const FieldTree tree = treeOf(frame);
        QVERIFY(!tree.failure);
        const FieldNode text = tree.nodes[tree.find(u"#99")];
        QVERIFY(text.unknown);
        QCOMPARE(valueAt(tree, u"#99.#1"), u"1"_s);
        QCOMPARE(valueAt(tree, u"#31"), u"5"_s);
        QCOMPARE(tree.nodes[tree.find(u"#31")].type, u"varint"_s);
        QCOMPARE(tree.nodes[tree.find(u"#99")].type, u"group"_s);
        QVERIFY(std::ranges::any_of(tree.nodes, [](const FieldNode &node) {
            return node.path == u"#99" && node.type == u"length-delimited" && node.value == u"“future”";
        }));
    }

    void showsTheGuidesQualityEvent()
    {
        v1::ExtendedEnvelope envelope;
        fill(envelope.mutable_quality_evaluation()->mutable_header(), wire::MESSAGE_TYPE_UNSPECIFIED);
        envelope.mutable_quality_evaluation()->set_accuracy(0.9F);
        const FieldTree tree = treeOf('\0' + QByteArray::fromStdString(envelope.SerializeAsString()));
        QVERIFY(!tree.failure);
        QCOMPARE(valueAt(tree, u"quality_evaluation.accuracy"), u"0.9"_s);
    }

    void readsADamagedFrameAsFarAsItGoes_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QString>("readable"); ///< a line that can still be read
        QTest::addColumn<QString>("damaged");  ///< the line the damage is in
        QTest::addColumn<DecodeReason>("reason");
        const QByteArray good = plainFrame(nodeEvent("abc"));
        QByteArray notText = good;
        notText.replace("abc", "a\xC3(");
        QTest::addRow("cut short") << good.chopped(1) << u"event.header.thread_id"_s << u"event.node_id"_s
                                   << DecodeReason::Truncated;
        QTest::addRow("text that is not UTF-8")
            << notText << u"event.header.sequence"_s << u"event.node_id"_s << DecodeReason::InvalidUtf8;
        QTest::addRow("junk behind the message")
            << good + '\x07' << u"event.node_id"_s << QString() << DecodeReason::BadProtobuf;
        Message negative = nodeEvent();
        negative.mutable_event()->mutable_header()->set_timestamp_us(-1);
        QTest::addRow("a time before 1970")
            << plainFrame(negative) << u"event.node_id"_s << QString() << DecodeReason::NegativeTime;
        const QByteArray packed = zstd(plainFrame(nodeEvent(std::string(900, 'n'))).mid(1), true, true);
        QTest::addRow("a wrong checksum behind whole contents")
            << '\x01' + packed.chopped(1) + '\x00' << u"event.header.thread_id"_s << QString()
            << DecodeReason::BadZstd;
    }
    void readsADamagedFrameAsFarAsItGoes()
    {
        QFETCH(QByteArray, frame);
        QFETCH(QString, readable);
        QFETCH(QString, damaged);
        QFETCH(DecodeReason, reason);
        const FieldTree tree = treeOf(frame);
        QVERIFY(tree.failure);
        QCOMPARE(tokenOf(tree.failure->reason), tokenOf(reason));
        const int read = tree.find(readable);
        QVERIFY2(read >= 0, "what stands before the damage is readable");
        QVERIFY(!tree.nodes[read].damaged);
        if (!damaged.isEmpty()) {
            const int at = tree.find(damaged);
            QVERIFY(at >= 0);
            QVERIFY(tree.nodes[at].damaged);
            QVERIFY(tree.failureAt);
            QVERIFY(tree.nodes[tree.deepestAt(tree.failureSpace, *tree.failureAt)].damaged);
            QVERIFY(tree.nodes[tree.nodes[at].parent].damaged);
        }
    }

    void staysBoundedOnHostileFrames_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addRow("300,000 empty events")
            << QByteArray(1, '\0') + field(8, field(2, {}).repeated(300'000));
        QTest::addRow("five million unknown fields")
            << QByteArray(1, '\0') + QByteArray::fromHex("7801").repeated(5'000'000);
        QTest::addRow("500 levels") << nested(500);
        QTest::addRow("500 groups in each other") << QByteArray(1, '\0') + QByteArray(500, '\x0b');
        QTest::addRow("1 GiB of zeros") << '\x01' + bomb();
        QTest::addRow("a text of 9 MiB") << plainFrame(nodeEvent(std::string(9 << 20, 'x')));
        QTest::addRow("2 million packed figures")
            << QByteArray(1, '\0') + field(3, field(4, QByteArray(2'000'000, '\x01')));
        QTest::addRow("64k empty zstd frames")
            << '\x01' + QByteArray::fromHex("28b52ffd2000010000").repeated(65'536);
    }
    void staysBoundedOnHostileFrames()
    {
        QFETCH(QByteArray, frame);
        test::CpuClock timer;
        timer.start();
        const FieldTree tree = treeOf(frame, DecodeMode::Tolerant);
        QVERIFY2(timer.elapsed() < 5000 * test::timeScale(), qPrintable(QString::number(timer.elapsed())));
        QVERIFY(tree.nodes.size() <= 20'000);
        for (const FieldNode &node : tree.nodes)
            QVERIFY(node.value.size() < 600 && node.path.size() < 8000);
    }

    void tellsHowManyFieldsItLeftOut()
    {
        const QByteArray frame = QByteArray(1, '\0') + field(8, field(2, {}).repeated(100'000));
        const FieldTree tree = treeOf(frame);
        QCOMPARE(tree.nodes.size(), 20'000);
        QVERIFY(tree.nodes.back().more);
        QCOMPARE(tree.nodes.back().value, u"%1 more fields"_s.arg(100'000 + 2 - 19'999));
        QVERIFY(tree.nodes.back().range.contains(frame.size() - 1));
    }

    void neverPointsOutsideTheBytes()
    {
        QRandomGenerator random(4);
        Codec codec;
        Message rich = quality();
        rich.mutable_metrics()->set_scope_id(std::string(600, 's'));
        QList<QByteArray> seeds{*codec.encode(rich)};
        for (const Message &message : everyShape())
            seeds.append(plainFrame(message));
        for (int i = 0; i < 3000; ++i) {
            QByteArray frame = seeds[random.bounded(seeds.size())];
            for (int edits = random.bounded(1, 4); edits > 0 && !frame.isEmpty(); --edits) {
                const auto at = random.bounded(frame.size());
                if (random.bounded(3) == 0)
                    frame.truncate(at);
                else
                    frame[at] = static_cast<char>(random.generate());
            }
            const FieldTree tree = treeOf(frame, DecodeMode::Tolerant);
            for (const FieldNode &node : tree.nodes) {
                const QByteArray &buffer = node.space == ByteSpace::Frame ? frame : tree.payload;
                QVERIFY(node.range.offset >= 0 && node.range.length >= 0);
                QVERIFY(node.range.offset + node.range.length <= buffer.size());
                QVERIFY(node.valueRange.offset + node.valueRange.length <= buffer.size());
                (void)bytesOf(tree, frame, node);
            }
        }
    }
};

QTEST_GUILESS_MAIN(FieldTreeTest)
#include "tst_field_tree.moc"
