// SPDX-License-Identifier: Apache-2.0
// `assay events` as a person meets it: files in, lines out, and the log.
#include "stream/capture.h"
#include "stream/codec.h"
#include "stream/embedded_log.h"
#include "unit/wire_fixture.h"

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QtEndian>
#include <QtTest/QTest>

#include <assay_extensions.pb.h>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

QByteArray part(const QByteArray &bytes)
{
    const quint32 size = qToBigEndian(bytes.isNull() ? 0xFFFFFFFFU : static_cast<quint32>(bytes.size()));
    return QByteArray(reinterpret_cast<const char *>(&size), 4) + bytes;
}

QList<QJsonObject> linesOf(const QByteArray &out)
{
    QList<QJsonObject> all;
    for (const QByteArray &line : out.split('\n'))
        if (!line.isEmpty())
            all.append(QJsonDocument::fromJson(line).object());
    return all;
}

Message numbered(int n)
{
    Message message = nodeEvent("node_" + std::to_string(n));
    message.mutable_event()->mutable_header()->set_thread_id("th_" + std::to_string(n % 3));
    message.mutable_event()->mutable_header()->set_sequence(static_cast<quint64>(n));
    return message;
}

} // namespace

class EventsCommandTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;

    QString file(const QString &name) const { return m_home->filePath(name); }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile out(file(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(bytes), bytes.size());
    }

    QByteArray read(const QString &name) const
    {
        QFile in(file(name));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    void start(QProcess &process, const QStringList &arguments) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
            environment.remove(QString::fromLatin1(name));
        environment.insert(u"HOME"_s, m_home->path());
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(ASSAY_BINARY_DIR "/app/assay"), QStringList{u"events"_s} + arguments);
    }

    Outcome run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        start(process, arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            process.kill();
        return {.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                .out = process.readAllStandardOutput(),
                .err = process.readAllStandardError()};
    }

    std::unique_ptr<EmbeddedLog> log() const
    {
        const QString folder = file(u".local/share/assay/log/partition-0"_s);
        QDir().mkpath(folder);
        Result<std::unique_ptr<EmbeddedLog>> opened = EmbeddedLog::open(folder);
        return opened ? std::move(*opened) : nullptr;
    }

    /// An embedded log of `count` events, closed again.
    void fillLog(int count) const
    {
        const auto writer = log();
        QVERIFY(writer);
        Codec codec;
        for (int i = 0; i < count; ++i) {
            Message message = numbered(i);
            QVERIFY(writer->append("th", *codec.encode(message)));
        }
    }

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void decodesEachFrameToALine()
    {
        Codec codec;
        Message small = numbered(7);
        Message large = nodeEvent(std::string(900, 'n'));
        Message open = nodeEvent();
        open.mutable_event()->mutable_header()->set_sequence(18'446'744'073'709'551'615ULL);
        const QByteArray good = *codec.encode(small);
        write(u"frames"_s, part(good) + part(*codec.encode(large)) + part(QByteArray()) + part("") +
                               part("\x02" + good.mid(1)) + part(good.chopped(1)) +
                               part(*codec.encode(open)));
        const Outcome outcome = run({u"decode"_s, file(u"frames"_s)});
        QCOMPARE(outcome.code, 0);
        const QList<QJsonObject> lines = linesOf(outcome.out);
        QCOMPARE(lines.size(), 7);
        QCOMPARE(lines[0]["n"_L1].toInt(), 0);
        QCOMPARE(lines[0]["ok"_L1].toBool(), true);
        QCOMPARE(lines[0]["type"_L1].toString(), u"event"_s);
        QCOMPARE(lines[0]["thread_id"_L1].toString(), u"th_1"_s);
        QCOMPARE(lines[0]["message_id"_L1].toString(), QString::fromLatin1(messageId.toHex()));
        QCOMPARE(lines[0]["sequence"_L1].toInt(), 7);
        QCOMPARE(lines[0]["timestamp_us"_L1].toInteger(), 1'700'000'000'000'001);
        QCOMPARE(lines[0]["compression"_L1].toString(), u"none"_s);
        QCOMPARE(lines[0]["content"_L1]["event"_L1]["node_id"_L1].toString(), u"node_7"_s);
        QCOMPARE(lines[1]["compression"_L1].toString(), u"zstd"_s);
        const QStringList stages{u"frame"_s, u"frame"_s, u"frame"_s, u"protobuf"_s};
        for (int i = 2; i < 6; ++i) {
            QCOMPARE(lines[i]["n"_L1].toInt(), i);
            QCOMPARE(lines[i]["ok"_L1].toBool(true), false);
            QCOMPARE(lines[i]["error"_L1]["stage"_L1].toString(), stages[i - 2]);
            QVERIFY(!lines[i]["error"_L1]["message"_L1].toString().isEmpty());
        }
        QVERIFY2(outcome.out.contains("\"sequence\":18446744073709551615"), "no double on the way");
    }

    void strictAndTolerantDiffer()
    {
        const QByteArray plain = plainFrame(nodeEvent()).mid(1);
        write(u"frames"_s, part(plain));
        QCOMPARE(linesOf(run({u"decode"_s, file(u"frames"_s)}).out)[0]["ok"_L1].toBool(), false);
        QCOMPARE(linesOf(run({u"decode"_s, u"--strict"_s, file(u"frames"_s)}).out)[0]["ok"_L1].toBool(),
                 false);
        QCOMPARE(linesOf(run({u"decode"_s, u"--tolerant"_s, file(u"frames"_s)}).out)[0]["ok"_L1].toBool(),
                 true);
        QCOMPARE(run({u"decode"_s, u"--tolerant"_s, u"--strict"_s, file(u"frames"_s)}).code, 1);
    }

    void encodeIsTheReverse()
    {
        Codec codec;
        Message large = nodeEvent(std::string(900, 'n'));
        Message scored = metrics();
        set(scored, "accuracy", 0.949999988079071);
        (*scored.mutable_metrics()->mutable_metrics())["big"].set_int_value(9'007'199'254'740'993);
        v1::ExtendedEnvelope extended;
        fill(extended.mutable_quality_evaluation()->mutable_header(), wire::MESSAGE_TYPE_UNSPECIFIED);
        extended.mutable_quality_evaluation()->set_accuracy(0.5F);
        const QByteArray frames = part("k1") + part(*codec.encode(large)) + part(QByteArray()) +
                                  part(*codec.encode(scored)) + part("") + part(*codec.encode(extended)) +
                                  part("\xff\xfe") + part("\x05junk") + part("k2") + part(QByteArray());
        write(u"frames"_s, frames);
        const Outcome decoded = run({u"decode"_s, u"--keys"_s, u"--json"_s, file(u"frames"_s)});
        QCOMPARE(decoded.code, 0);
        QCOMPARE(linesOf(decoded.out).size(), 5);
        QCOMPARE(linesOf(decoded.out)[0]["key"_L1].toString(), u"k1"_s);
        QVERIFY(linesOf(decoded.out)[1]["key"_L1].isNull());
        write(u"lines"_s, decoded.out);
        const Outcome encoded = run({u"encode"_s, u"--keys"_s, file(u"lines"_s), u"-o"_s, file(u"again"_s)});
        QVERIFY2(encoded.code == 0, encoded.err.constData());
        write(u"again2"_s, run({u"encode"_s, u"--keys"_s, u"-"_s}, decoded.out).out);
        // Maps have no order on the wire: what is read again counts.
        QCOMPARE(run({u"decode"_s, u"--keys"_s, file(u"again2"_s)}).out, decoded.out);
        QCOMPARE(run({u"decode"_s, u"--keys"_s, file(u"again"_s)}).out, decoded.out);
        QCOMPARE(read(u"again"_s).size(), frames.size());
    }

    void saysWhatIsWrongWithAFile_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("says");
        QTest::addRow("cut short in a frame")
            << u"decode"_s << part("hello").chopped(1) << QByteArray("ends within");
        QTest::addRow("cut short in a length")
            << u"decode"_s << QByteArray("\0\0", 2) << QByteArray("ends within");
        QTest::addRow("a frame of 4 GiB")
            << u"decode"_s << QByteArray("\xff\xff\xff\xfe", 4) << QByteArray("declares");
        QTest::addRow("no JSON") << u"encode"_s << QByteArray("hello\n") << QByteArray("line 1");
        QTest::addRow("no content") << u"encode"_s << QByteArray("{\"n\":1}\n") << QByteArray("content");
        QTest::addRow("an unknown field")
            << u"encode"_s << QByteArray("{\"content\":{\"event\":{\"colour\":1}}}\n")
            << QByteArray("colour");
        QTest::addRow("no capture") << u"dump"_s << QByteArray("hello") << QByteArray("no Assay capture");
    }
    void saysWhatIsWrongWithAFile()
    {
        QFETCH(QString, command);
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, says);
        write(u"bad"_s, bytes);
        const Outcome outcome = run({command, file(u"bad"_s)});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(says), outcome.err.constData());
        QCOMPARE(run({command, file(u"none"_s)}).code, 1);
    }

    void tailShowsAPartOfTheLog()
    {
        fillLog(50);
        const Outcome all = run({u"tail"_s, u"--json"_s, u"--from"_s, u"beginning"_s, u"--until-end"_s});
        QVERIFY2(all.code == 0, all.err.constData());
        QCOMPARE(linesOf(all.out).size(), 50);
        QCOMPARE(linesOf(all.out)[49]["offset"_L1].toInt(), 49);
        const Outcome last = run({u"tail"_s, u"--from"_s, u"-3"_s, u"--until-end"_s});
        QCOMPARE(last.out.count('\n'), 3);
        QVERIFY(last.out.contains("NODE_START node_49"));
        QCOMPARE(run({u"tail"_s, u"--from"_s, u"10"_s, u"--limit"_s, u"2"_s}).out.count('\n'), 2);
        QCOMPARE(run({u"tail"_s, u"--until-end"_s}).out, QByteArray());
        QCOMPARE(run({u"tail"_s, u"--from"_s, u"-1h"_s, u"--until-end"_s}).out.count('\n'), 50);
        QCOMPARE(run({u"tail"_s, u"--from"_s, u"yesterday"_s}).code, 1);
        QCOMPARE(run({u"tail"_s, u"--partition"_s, u"4"_s}).code, 1);
    }

    void tailFollowsUntilInterrupted()
    {
        fillLog(1);
        const auto writer = log();
        QVERIFY(writer);
        QProcess process;
        start(process, {u"tail"_s, u"--from"_s, u"beginning"_s});
        QTRY_VERIFY_WITH_TIMEOUT(process.bytesAvailable() > 0, 20'000);
        Codec codec;
        Message message = numbered(77);
        QVERIFY(writer->append("th", *codec.encode(message)));
        QByteArray out;
        QTRY_VERIFY_WITH_TIMEOUT((out += process.readAllStandardOutput()).contains("node_77"), 20'000);
        process.terminate();
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitCode(), 0);
    }

    void capturesAndReplays()
    {
        fillLog(30);
        const QString capture = file(u"a.assaycap"_s);
        const Outcome saved = run({u"capture"_s, capture, u"--from"_s, u"5"_s});
        QVERIFY2(saved.code == 0, saved.err.constData());
        QVERIFY(saved.out.contains("25 records"));
        QCOMPARE(run({u"capture"_s, capture}).code, 1); // it is there already
        const auto reader = CaptureReader::open(capture);
        QVERIFY(reader);
        QCOMPARE((*reader)->count(), 25);
        QCOMPARE((*reader)->record(0)->offset, 5);

        const Outcome dump = run({u"dump"_s, capture});
        QCOMPARE(dump.code, 0);
        QVERIFY2(dump.out.contains("25 records") && dump.out.contains("NODE_START node_29"),
                 dump.out.constData());
        QCOMPARE(linesOf(run({u"dump"_s, u"--json"_s, u"--limit"_s, u"4"_s, capture}).out).size(), 4);
        const Outcome one = run({u"dump"_s, capture, u"--record"_s, u"0"_s});
        QVERIFY2(one.out.contains("node_id: node_5") && one.out.contains("thread_id"), one.out.constData());

        const QByteArray before = run({u"tail"_s, u"--from"_s, u"5"_s, u"--until-end"_s, u"--json"_s}).out;
        QCOMPARE(run({u"replay"_s, capture}).code, 0);
        const QList<QJsonObject> after =
            linesOf(run({u"tail"_s, u"--from"_s, u"30"_s, u"--until-end"_s, u"--json"_s}).out);
        const QList<QJsonObject> wanted = linesOf(before);
        QCOMPARE(after.size(), 25);
        for (qsizetype i = 0; i < after.size(); ++i)
            QCOMPARE(after[i]["content"_L1], wanted[i]["content"_L1]);
        QVERIFY2(run({u"replay"_s, capture, u"--to"_s, u"nowhere"_s}).code == 1, "only logs that exist");
    }

    void showsWhatTheFilterMatches()
    {
        fillLog(30);
        const auto tail = [this](const QString &filter) {
            return run({u"tail"_s, u"--from"_s, u"beginning"_s, u"--until-end"_s, u"--filter"_s, filter});
        };
        const Outcome some = tail(u"thread = th_1 and text ~ \"node_[0-9]$\""_s);
        QVERIFY2(some.code == 0, some.err.constData());
        QCOMPARE(some.out.count('\n'), 3); // 1, 4 and 7
        const Outcome wrong = tail(u"thred = th_1"_s);
        QCOMPARE(wrong.code, 1);
        QVERIFY2(wrong.err.contains("thread") && wrong.err.contains("^"), wrong.err.constData());
        QCOMPARE(run({u"capture"_s, file(u"a.assaycap"_s), u"--filter"_s, u"thread = th_2"_s}).code, 0);
        QCOMPARE((*CaptureReader::open(file(u"a.assaycap"_s)))->count(), 10);
    }

    void captureTakesSecretsOut()
    {
        {
            const auto writer = log();
            Codec codec;
            Message message = nodeEvent("sk-" + std::string(20, 'A'));
            QVERIFY(writer->append("th", *codec.encode(message)));
        }
        QCOMPARE(run({u"capture"_s, file(u"a.assaycap"_s), u"--redact"_s}).code, 0);
        QVERIFY(!read(u"a.assaycap"_s).contains("AAAAA"));
        QVERIFY(run({u"dump"_s, file(u"a.assaycap"_s)}).out.contains("secrets taken out"));
    }
};

QTEST_GUILESS_MAIN(EventsCommandTest)
#include "tst_events_command.moc"
