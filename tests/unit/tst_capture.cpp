// SPDX-License-Identifier: Apache-2.0
#include "stream/byte_io.h"
#include "stream/capture.h"
#include "stream/capture_format.h"
#include "stream/codec.h"
#include "unit/wire_fixture.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <sys/resource.h>

#include <atomic>
#include <csignal>
#include <thread>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

LogRecord recordOf(qint64 number)
{
    return LogRecord{
        .topic = number % 5 == 0 ? u"other"_s : u"dashstream-events"_s,
        .partition = static_cast<int>(number % 3),
        .offset = 1000 + number,
        .timestamp = fromMicros(1'700'000'000'000'000 + number * 10),
        .key = number % 7 == 0 ? QByteArray() : QByteArray::number(number),
        .value = number % 11 == 0 ? QByteArray() : QByteArray(static_cast<int>(number % 400), 'v'),
        .headers = number % 4 == 0 ? QList<LogHeader>{{"traceparent", "00-ab"}, {"tracestate", ""}}
                                   : QList<LogHeader>{}};
}

bool same(const LogRecord &a, const LogRecord &b)
{
    return a.topic == b.topic && a.partition == b.partition && a.offset == b.offset &&
           a.timestamp == b.timestamp && a.key == b.key && a.key.isNull() == b.key.isNull() &&
           a.value == b.value && a.value.isNull() == b.value.isNull() && a.headers == b.headers;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class CaptureTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QString path(const QString &name = u"a.assaycap"_s) const { return m_dir.filePath(name); }

    /// A capture of `count` records; finished unless told otherwise.
    std::unique_ptr<CaptureWriter> make(const QString &file, qint64 count, CaptureOptions options = {})
    {
        options.replaceExisting = true;
        Result<std::unique_ptr<CaptureWriter>> writer = CaptureWriter::create(file, options);
        if (!writer)
            qFatal("%s", qPrintable(writer.error().message));
        for (qint64 i = 0; i < count; ++i)
            if (!(*writer)->append(recordOf(i)))
                qFatal("append failed");
        return std::move(*writer);
    }

private Q_SLOTS:
    void givesBackEveryRecordAsItWas()
    {
        const auto writer =
            make(path(), 5000, {.source = u"dashstream-events at broker:9092"_s, .blockBytes = 4096});
        QVERIFY(writer->finish());
        const auto reader = CaptureReader::open(path());
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().message));
        QCOMPARE((*reader)->notice(), QString());
        QCOMPARE((*reader)->count(), 5000);
        QCOMPARE((*reader)->info().source, u"dashstream-events at broker:9092"_s);
        QVERIFY(!(*reader)->info().redacted);
        for (qint64 i = 4999; i >= 0; --i) { // backwards: no order is needed
            const Result<LogRecord> record = (*reader)->record(i);
            QVERIFY2(record && same(*record, recordOf(i)), qPrintable(QString::number(i)));
        }
        QCOMPARE((*reader)->records(4990, 100)->size(), 10);
        QCOMPARE((*reader)->record(5000).error().code, Errc::InvalidArgument);
        QCOMPARE((*reader)->record(-1).error().code, Errc::InvalidArgument);
    }

    void tellsWhatItHoldsOfEachPartition()
    {
        QVERIFY(make(path(), 3000, {.blockBytes = 4096})->finish());
        const auto reader = CaptureReader::open(path());
        const QList<CaptureStream> streams = (*reader)->streams();
        QCOMPARE(streams.size(), 6);
        QCOMPARE(streams[0].topic, u"dashstream-events"_s);
        qint64 records = 0;
        for (const CaptureStream &stream : streams) {
            records += stream.records;
            qint64 lowest = INT64_MAX;
            qint64 highest = 0;
            for (qint64 i = 0; i < 3000; ++i)
                if (const LogRecord one = recordOf(i);
                    one.topic == stream.topic && one.partition == stream.partition) {
                    lowest = std::min(lowest, one.offset);
                    highest = std::max(highest, one.offset);
                }
            QCOMPARE(stream.lowestOffset, lowest);
            QCOMPARE(stream.highestOffset, highest);
            QCOMPARE(toMicros(stream.earliest), 1'700'000'000'000'000 + (lowest - 1000) * 10);
        }
        QCOMPARE(records, 3000);
    }

    void findsByTimeAndByOffset()
    {
        QVERIFY(make(path(), 3000, {.blockBytes = 4096})->finish());
        const auto reader = CaptureReader::open(path());
        QCOMPARE(*(*reader)->firstAtOrAfter(fromMicros(0)), 0);
        QCOMPARE(*(*reader)->firstAtOrAfter(recordOf(1234).timestamp), 1234);
        QCOMPARE(*(*reader)->firstAtOrAfter(recordOf(1234).timestamp + std::chrono::microseconds(1)), 1235);
        QCOMPARE(*(*reader)->firstAtOrAfter(recordOf(3000).timestamp), 3000);
        const LogRecord one = recordOf(2501);
        QCOMPARE(*(*reader)->numberOf(one.topic, one.partition, one.offset), std::optional<qint64>(2501));
        QCOMPARE(*(*reader)->numberOf(one.topic, one.partition + 1, one.offset), std::optional<qint64>());
    }

    void readsWhileItIsWritten()
    {
        Result<std::unique_ptr<CaptureWriter>> made =
            CaptureWriter::createUnnamed(m_dir.path(), {.blockBytes = 2048});
        QVERIFY(made);
        CaptureWriter &writer = **made;
        constexpr qint64 total = 20'000;
        std::atomic<bool> stop = false;
        std::atomic<int> wrong = 0;
        const auto watch = [&] {
            const std::unique_ptr<CaptureReader> reader = writer.makeReader();
            for (quint32 seed = 1; !stop; seed = seed * 1664525U + 1013904223U) {
                const qint64 count = reader->count();
                if (count == 0)
                    continue;
                const qint64 number = seed % count;
                const Result<LogRecord> record = reader->record(number);
                wrong += !record || !same(*record, recordOf(number));
            }
        };
        std::thread first(watch);
        std::thread second(watch);
        for (qint64 i = 0; i < total; ++i) {
            if (!writer.append(recordOf(i)))
                ++wrong;
            if (i % 100 == 99 && !writer.flush())
                ++wrong;
        }
        QVERIFY(writer.flush());
        stop = true;
        first.join();
        second.join();
        QCOMPARE(wrong, 0);
        QCOMPARE(writer.count(), total);
        const std::unique_ptr<CaptureReader> reader = writer.makeReader();
        made->reset(); // the reader outlives its writer
        QCOMPARE(reader->count(), total);
        QVERIFY(same(*reader->record(total - 1), recordOf(total - 1)));
        QVERIFY2(QDir(m_dir.path()).entryList({u"assay-*"_s}).isEmpty(), "an unnamed capture leaves no file");
    }

    void opensCutShortAtEveryByte()
    {
        QVERIFY(make(path(), 60, {.blockBytes = 1500})->finish());
        const QByteArray whole = bytesOf(path());
        const auto full = CaptureReader::open(path());
        qint64 last = 0;
        for (qsizetype size = 0; size < whole.size();
             size += size < 2500 || size > whole.size() - 400 ? 1 : 13) {
            const QString cut = path(u"cut.assaycap"_s);
            write(cut, whole.left(size));
            const auto reader = CaptureReader::open(cut);
            if (!reader) {
                QVERIFY2(last == 0, "a capture with a block must open");
                QCOMPARE(reader.error().code, Errc::Corrupt);
                continue;
            }
            const qint64 count = (*reader)->count();
            QVERIFY2(count >= last, "a longer file has no fewer records");
            QVERIFY(!(*reader)->notice().isEmpty());
            for (qint64 i = last; i < count; ++i)
                QVERIFY(same(*(*reader)->record(i), recordOf(i)));
            last = count;
        }
        QCOMPARE(last, 60);
    }

    void keepsWhatAKilledWriterFlushed()
    {
        {
            auto writer = make(path(), 1000, {.blockBytes = 4096});
            QVERIFY(writer->flush());
            // As a kill leaves it: no finish().
        }
        const auto reader = CaptureReader::open(path());
        QVERIFY(reader);
        QCOMPARE((*reader)->count(), 1000);
        QVERIFY((*reader)->notice().contains(u"never finished"));
    }

    void damageInTheMiddleCostsItsBlockOnly()
    {
        QVERIFY(make(path(), 1000, {.blockBytes = 4096})->finish());
        QByteArray bytes = bytesOf(path());
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        write(path(), bytes);
        const auto reader = CaptureReader::open(path());
        QVERIFY(reader);
        QCOMPARE((*reader)->count(), 1000);
        int damaged = 0;
        for (qint64 i = 0; i < 1000; ++i) {
            const Result<LogRecord> record = (*reader)->record(i);
            QVERIFY(record ? same(*record, recordOf(i)) : record.error().code == Errc::Corrupt);
            damaged += !record;
        }
        QVERIFY(damaged > 0 && damaged < 100);
    }

    void refusesWhatIsNoCapture_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("an empty file") << QByteArray();
        QTest::addRow("a text") << QByteArray("Dear Sir or Madam").repeated(100);
        QTest::addRow("only the first bytes") << QByteArray("ASSAYCAP");
        QTest::addRow("a newer version")
            << "ASSAYCAP" + QByteArray::fromHex("09000000") + QByteArray(200, '\0');
        QTest::addRow("a source of 4 GiB") << "ASSAYCAP" + QByteArray::fromHex("0100000000000000") +
                                                  QByteArray(24, '\0') + QByteArray(4, '\xff');
    }
    void refusesWhatIsNoCapture()
    {
        QFETCH(QByteArray, bytes);
        write(path(), bytes);
        const auto reader = CaptureReader::open(path());
        QVERIFY(!reader);
        QCOMPARE(reader.error().code, Errc::Corrupt);
    }

    void leavesAnExistingFileAlone()
    {
        write(path(), "mine");
        const auto writer = CaptureWriter::create(path());
        QVERIFY(!writer);
        QCOMPARE(writer.error().code, Errc::InvalidArgument);
        QCOMPARE(bytesOf(path()), QByteArray("mine"));
        QCOMPARE(CaptureReader::open(path(u"none"_s)).error().code, Errc::NotFound);
        QCOMPARE(CaptureReader::open(m_dir.path()).error().code, Errc::InvalidArgument);
    }

    void tellsThatTheDiskIsFull()
    {
        const auto writer = CaptureWriter::create(u"/dev/full"_s, {.replaceExisting = false});
        QVERIFY(!writer); // it exists
        Result<std::unique_ptr<CaptureWriter>> made =
            CaptureWriter::create(path(), {.replaceExisting = true, .blockBytes = 100});
        QVERIFY(made);
        struct rlimit before
        {
        };
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        ::signal(SIGXFSZ, SIG_IGN);
        const struct rlimit small
        {
            .rlim_cur = 3000, .rlim_max = before.rlim_max
        };
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        qint64 taken = 0;
        Result<> appended;
        while ((appended = (*made)->append(recordOf(taken))))
            ++taken;
        ::setrlimit(RLIMIT_FSIZE, &before);
        QCOMPARE(appended.error().code, Errc::DiskFull);
        QCOMPARE((*made)->count(), taken);
        QVERIFY((*made)->append(recordOf(taken))); // there is room again
        QVERIFY((*made)->finish());
        const auto reader = CaptureReader::open(path());
        QVERIFY(reader);
        QCOMPARE((*reader)->notice(), QString());
        QCOMPARE((*reader)->count(), taken + 1);
        for (qint64 i = 0; i <= taken; ++i)
            QVERIFY(same(*(*reader)->record(i), recordOf(i)));
    }

    void takesSecretsOutWhenAsked()
    {
        const QByteArray secret = "sk-" + QByteArray(20, 'A');
        Message message = nodeEvent("use " + secret.toStdString());
        (*message.mutable_event()->mutable_attributes())["raw"].set_bytes_value(secret.toStdString());
        (*message.mutable_event()->mutable_attributes())["percent"].set_float_value(0.25);
        Codec codec;
        const LogRecord good{
            .topic = u"t"_s, .key = "th", .value = *codec.encode(message), .headers = {{"auth", secret}}};
        LogRecord unreadable = good;
        unreadable.value = "\x02" + secret;
        LogRecord tombstone = good;
        tombstone.value = QByteArray();
        Result<std::unique_ptr<CaptureWriter>> writer =
            CaptureWriter::create(path(), {.redact = true, .replaceExisting = true});
        QVERIFY(writer);
        for (const LogRecord &record : {good, unreadable, tombstone})
            QVERIFY((*writer)->append(record));
        QVERIFY((*writer)->finish());
        QVERIFY2(!bytesOf(path()).contains("AAAAA"), "no trace of the secret is in the file");
        const auto reader = CaptureReader::open(path());
        QVERIFY((*reader)->info().redacted);
        const auto decoded = codec.decode((*reader)->record(0)->value, DecodeMode::Strict, Detail::Content);
        QVERIFY(decoded);
        QCOMPARE(decoded->summary, u"NODE_START use [redacted]"_s);
        QCOMPARE(decoded->header.sequence, 3U);
        QVERIFY((*reader)->record(1)->value.startsWith("[redacted: "));
        QVERIFY((*reader)->record(2)->value.isNull());
    }

    void lengthsThatLieUnderRightChecksumsAreDamage()
    {
        QRandomGenerator random(3);
        QByteArray payload;
        put(payload, quint32{4});
        encodeRecord(payload, recordOf(4), 0);
        for (int i = 0; i < 2000; ++i) {
            QByteArray lying = payload;
            lying.replace(random.bounded(40), 4, i % 2 == 0 ? QByteArray(4, '\xff') : QByteArray(4, '\x01'));
            const BlockHead head{.records = 1, .streams = {CaptureStream{.topic = u"t"_s, .records = 1}}};
            write(path(), encodeCaptureHeader({}) + encodeBlockHead(head, lying) + lying);
            const auto reader = CaptureReader::open(path());
            QVERIFY(reader);
            QCOMPARE((*reader)->count(), 1);
            const Result<LogRecord> record = (*reader)->record(0);
            QVERIFY(record || record.error().code == Errc::Corrupt);
        }
    }

    void hostileFilesAreRefusedOrRead()
    {
        QVERIFY(make(path(), 40, {.blockBytes = 1500})->finish());
        const QByteArray whole = bytesOf(path());
        QRandomGenerator random(7);
        int opened = 0;
        for (int i = 0; i < 1000; ++i) {
            QByteArray bytes = whole;
            for (int edits = random.bounded(1, 6); edits > 0 && !bytes.isEmpty(); --edits) {
                const auto at = random.bounded(bytes.size());
                switch (random.bounded(4)) {
                case 0: bytes.truncate(at); break;
                case 1:
                    bytes.insert(at, QByteArray(random.bounded(1, 40), static_cast<char>(random.generate())));
                    break;
                case 2: bytes.replace(at, 4, QByteArray(4, '\xff')); break;
                default: bytes[at] = static_cast<char>(random.generate()); break;
                }
            }
            write(path(u"bad.assaycap"_s), bytes);
            const auto reader = CaptureReader::open(path(u"bad.assaycap"_s));
            if (!reader)
                continue;
            ++opened;
            for (qint64 number = 0; number < (*reader)->count(); ++number) {
                const Result<LogRecord> record = (*reader)->record(number);
                QVERIFY(record || record.error().code == Errc::Corrupt);
            }
            (void)(*reader)->streams();
            (void)(*reader)->firstAtOrAfter(recordOf(20).timestamp).has_value();
        }
        QVERIFY(opened > 200);
    }
};

QTEST_GUILESS_MAIN(CaptureTest)
#include "tst_capture.moc"
