// SPDX-License-Identifier: Apache-2.0
#include "stream/embedded_log.h"
#include "unit/isolation.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <thread>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

QList<QByteArray> readAll(LogReader &reader)
{
    QList<QByteArray> values;
    while (true) {
        const auto records = reader.poll(milliseconds(0), 100);
        if (!records)
            qFatal("%s", qPrintable(records.error().message));
        if (records->isEmpty())
            return values;
        for (const LogRecord &record : *records)
            values.append(record.value);
    }
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

QString firstSegment(const QTemporaryDir &dir)
{
    return segmentPath(QDir(dir.path()), 0);
}

int fullDisk(const QByteArray &directory)
{
    NEED(::mount("none", directory.constData(), "tmpfs", 0, "size=1m") == 0);
    auto log = EmbeddedLog::open(QString::fromUtf8(directory));
    NEED(log);
    const QByteArray value(50'000, 'v');
    int written = 0;
    Result<qint64> last = (*log)->append("k", value);
    for (; last && written < 100; last = (*log)->append("k", value))
        ++written;
    NEED(!last && last.error().code == Errc::DiskFull);
    NEED((*log)->nextOffset() == written);
    auto reader = (*log)->makeReader();
    NEED(readAll(**reader).size() == written);
    NEED((*log)->append("k", "small")); // what still fits is taken
    QFile filler(QString::fromUtf8(directory) + u"/filler"_s);
    NEED(::mount("none", directory.constData(), "tmpfs", MS_REMOUNT, "size=4m") == 0);
    NEED((*log)->append("k", value)); // and it goes on by itself when there is room
    NEED(readAll(**reader).size() == 2);
    log->reset();
    auto again = EmbeddedLog::open(QString::fromUtf8(directory));
    NEED(again && (*again)->notice().isEmpty() && (*again)->nextOffset() == written + 2);
    return 0;
}

int readOnlyDirectory(const QByteArray &directory)
{
    NEED(::mount("none", directory.constData(), "tmpfs", 0, "size=1m") == 0);
    {
        auto log = EmbeddedLog::open(QString::fromUtf8(directory));
        NEED(log && (*log)->append("k", "v"));
    }
    NEED(::mount("none", directory.constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, "") == 0);
    const auto refused = EmbeddedLog::open(QString::fromUtf8(directory));
    NEED(!refused && refused.error().code == Errc::ReadOnly);
    const auto missing = EmbeddedLog::open(QString::fromUtf8(directory) + u"/deeper"_s);
    NEED(!missing && missing.error().code == Errc::ReadOnly);
    auto reader = openLogReader(QString::fromUtf8(directory));
    NEED(reader && readAll(**reader) == QList<QByteArray>{"v"});
    return 0;
}

/// Holds the log until it is killed.
int holdLog(const QByteArray &directory)
{
    auto log = EmbeddedLog::open(QString::fromUtf8(directory));
    NEED(log);
    puts("held");
    fflush(stdout);
    pause();
    return 0;
}

} // namespace

class EmbeddedLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAppendedIsRead()
    {
        QTemporaryDir dir;
        auto log = EmbeddedLog::open(dir.path());
        QVERIFY(log);
        QCOMPARE((*log)->append("t1", "one").value(), 0);
        QCOMPARE((*log)->appendAll({{"t1", "two"}, {"t2", ""}, {"", "four"}}).value(), 1);
        QCOMPARE((*log)->nextOffset(), 4);
        auto reader = (*log)->makeReader();
        const auto records = (*reader)->poll(milliseconds(0), 10);
        QVERIFY(records);
        QCOMPARE(records->size(), 4);
        QCOMPARE(records->at(1).key, QByteArray("t1"));
        QCOMPARE(records->at(1).value, QByteArray("two"));
        QCOMPARE(records->at(1).offset, 1);
        QCOMPARE(records->at(3).offset, 3);
        QCOMPARE(records->at(0).topic, (*log)->topic());
        QVERIFY((*log)->topic().startsWith("local-"_L1));
        QCOMPARE(embeddedLogTopic(dir.path()).value(), (*log)->topic());
    }

    void aLimitCutsABatchWithoutLosingTheRest()
    {
        QTemporaryDir dir;
        auto log = EmbeddedLog::open(dir.path());
        QVERIFY((*log)->appendAll({{"k", "0"}, {"k", "1"}, {"k", "2"}}));
        auto reader = (*log)->makeReader();
        QCOMPARE((*reader)->poll(milliseconds(0), 2)->size(), 2);
        const auto rest = (*reader)->poll(milliseconds(0), 2);
        QCOMPARE(rest->size(), 1);
        QCOMPARE(rest->first().offset, 2);
    }

    void seekGoesAnywhere()
    {
        QTemporaryDir dir;
        auto log = EmbeddedLog::open(dir.path(), {.segmentBytes = 300});
        for (int i = 0; i < 100; ++i)
            QVERIFY((*log)->append("k", QByteArray::number(i)));
        QVERIFY(segmentsIn(QDir(dir.path())).size() > 5);
        auto reader = (*log)->makeReader();
        for (const int offset : {99, 0, 50, 17, 100}) {
            QVERIFY((*reader)->seek(0, offset));
            QCOMPARE(readAll(**reader).size(), 100 - offset);
        }
        QVERIFY((*reader)->seek(0, 103)); // past the end: waits there
        for (int i = 100; i < 105; ++i)
            QVERIFY((*log)->append("k", QByteArray::number(i)));
        QCOMPARE(readAll(**reader), (QList<QByteArray>{"103", "104"}));
        QCOMPARE((*reader)->seek(1, 0).error().code, Errc::InvalidArgument);
        QCOMPARE((*reader)->seek(0, -1).error().code, Errc::InvalidArgument);
    }

    void offsetsGoOnAfterAnOrderlyEnd()
    {
        QTemporaryDir dir;
        QString topic;
        {
            auto log = EmbeddedLog::open(dir.path(), {.segmentBytes = 200});
            for (int i = 0; i < 20; ++i)
                QVERIFY((*log)->append("k", "value"));
            topic = (*log)->topic();
        }
        auto log = EmbeddedLog::open(dir.path());
        QVERIFY((*log)->notice().isEmpty());
        QCOMPARE((*log)->topic(), topic);
        QCOMPARE((*log)->append("k", "next").value(), 20);
    }

    void aNewLogHasANewTopic()
    {
        QTemporaryDir one;
        QTemporaryDir two;
        QVERIFY((*EmbeddedLog::open(one.path()))->topic() != (*EmbeddedLog::open(two.path()))->topic());
    }

    void aTornTailIsCutAtEveryByte()
    {
        QTemporaryDir dir;
        {
            auto log = EmbeddedLog::open(dir.path());
            QVERIFY((*log)->append("k", "first"));
            QVERIFY((*log)->append("k", "second"));
        }
        const QByteArray whole = contents(firstSegment(dir));
        const qsizetype lastBlock = blockHeaderSize + 8 + 1 + 6;
        const qsizetype start = whole.size() - lastBlock;
        for (qsizetype cut = start; cut < whole.size(); ++cut) {
            QTemporaryDir torn;
            overwrite(firstSegment(torn), whole.left(cut));
            auto foreign = openLogReader(torn.path());
            QCOMPARE(readAll(**foreign), QList<QByteArray>{"first"});
            auto log = EmbeddedLog::open(torn.path());
            QVERIFY(log);
            QCOMPARE((*log)->notice().isEmpty(), cut == start);
            QCOMPARE((*log)->append("k", "again").value(), 1);
            auto reader = (*log)->makeReader();
            QCOMPARE(readAll(**reader), (QList<QByteArray>{"first", "again"}));
            QCOMPARE(readAll(**foreign), QList<QByteArray>{"again"});
            if (cut > start) {
                const QStringList kept = QDir(torn.path()).entryList({u"torn-*"_s});
                QCOMPARE(kept.size(), 1);
                QCOMPARE(contents(torn.filePath(kept.first())), whole.mid(start, cut - start));
            }
        }
    }

    void aTornTailWithAnyByteWrongIsCut()
    {
        QTemporaryDir dir;
        {
            auto log = EmbeddedLog::open(dir.path());
            QVERIFY((*log)->append("k", "first"));
            QVERIFY((*log)->append("k", "second"));
        }
        const QByteArray whole = contents(firstSegment(dir));
        for (qsizetype at = whole.size() - (blockHeaderSize + 15); at < whole.size(); ++at) {
            QTemporaryDir torn;
            QByteArray bytes = whole;
            bytes[at] = static_cast<char>(bytes[at] ^ 0x40);
            overwrite(firstSegment(torn), bytes);
            auto log = EmbeddedLog::open(torn.path());
            QVERIFY(log && !(*log)->notice().isEmpty());
            QCOMPARE((*log)->nextOffset(), 1);
        }
    }

    void damageInTheMiddleIsSkippedAndNamed_data()
    {
        QTest::addColumn<int>("at");
        QTest::addRow("in a payload") << int(blockHeaderSize) + 10;
        QTest::addRow("in a block header") << 9;
        QTest::addRow("in a block's magic") << 0;
    }
    void damageInTheMiddleIsSkippedAndNamed()
    {
        QFETCH(int, at);
        QTemporaryDir dir;
        {
            auto log = EmbeddedLog::open(dir.path());
            for (int i = 0; i < 5; ++i)
                QVERIFY((*log)->append("k", QByteArray::number(i)));
        }
        QByteArray bytes = contents(firstSegment(dir));
        const qsizetype third =
            segmentHeaderSize + 2 * (blockHeaderSize + 10) + std::min<qsizetype>(at, blockHeaderSize + 9);
        bytes[third] = static_cast<char>(bytes[third] ^ 1);
        overwrite(firstSegment(dir), bytes);
        auto log = EmbeddedLog::open(dir.path());
        QVERIFY(log);
        QVERIFY2((*log)->notice().isEmpty(), "nothing is cut while good records follow");
        QCOMPARE((*log)->nextOffset(), 5);
        auto reader = (*log)->makeReader();
        QCOMPARE((*reader)->poll(milliseconds(0), 10)->size(), 2);
        const auto skipped = (*reader)->poll(milliseconds(0), 10);
        QVERIFY(!skipped);
        QCOMPARE(skipped.error().code, Errc::Corrupt);
        QVERIFY2(skipped.error().message.contains("offsets 2 to 2"_L1), qPrintable(skipped.error().message));
        QCOMPARE(readAll(**reader), (QList<QByteArray>{"3", "4"}));
    }

    void aLostSegmentIsNamed()
    {
        QTemporaryDir dir;
        auto log = EmbeddedLog::open(dir.path(), {.segmentBytes = 200});
        for (int i = 0; i < 20; ++i)
            QVERIFY((*log)->append("k", "value"));
        const QList<qint64> bases = segmentsIn(QDir(dir.path()));
        auto reader = (*log)->makeReader();
        QVERIFY(QFile::remove(segmentPath(QDir(dir.path()), bases[1])));
        QCOMPARE((*reader)->poll(milliseconds(0), 100)->size(), bases[1]);
        QCOMPARE((*reader)->poll(milliseconds(0), 100).error().code, Errc::Corrupt);
        QCOMPARE((*reader)->poll(milliseconds(0), 100)->first().offset, bases[2]);
    }

    void aReaderOnAnotherThreadSeesRecordsPromptly_data()
    {
        QTest::addColumn<bool>("sameProcess");
        QTest::addRow("woken by the writer") << true;
        QTest::addRow("looking every 20 ms, as another process would") << false;
    }
    void aReaderOnAnotherThreadSeesRecordsPromptly()
    {
        QFETCH(bool, sameProcess);
        QTemporaryDir dir;
        auto log = EmbeddedLog::open(dir.path(), {.segmentBytes = 4096});
        auto reader = sameProcess ? (*log)->makeReader() : openLogReader(dir.path());
        constexpr int count = 500;
        std::atomic<qint64> slowest = 0;
        std::atomic<int> seen = 0;
        std::thread consumer([&] {
            for (int expected = 0; expected < count;) {
                const auto records = (*reader)->poll(milliseconds(2000), 50);
                if (!records || records->isEmpty())
                    return;
                for (const LogRecord &record : *records) {
                    if (record.offset != expected++ || record.value != QByteArray::number(record.offset))
                        return;
                    slowest = std::max(slowest.load(), qint64{(utcNow() - record.timestamp).count()});
                    ++seen;
                }
            }
        });
        for (int i = 0; i < count; ++i) {
            QVERIFY((*log)->append("k", QByteArray::number(i)));
            if (i % 50 == 0)
                std::this_thread::sleep_for(milliseconds(5));
        }
        consumer.join();
        QCOMPARE(seen.load(), count);
        QVERIFY2(slowest < 1'000'000, qPrintable(QString::number(slowest)));
        qInfo() << "slowest record" << slowest.load() << "µs after its time";
    }

    void aSecondWriterIsRefusedByName()
    {
        QTemporaryDir dir;
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {u"--hold"_s, dir.path()});
        QVERIFY(other.waitForReadyRead());
        const auto refused = EmbeddedLog::open(dir.path());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::Unavailable);
        QVERIFY2(refused.error().message.contains(QString::number(other.processId())),
                 qPrintable(refused.error().message));
        QVERIFY2(openLogReader(dir.path()), "reading beside the writer is fine");
        other.kill();
        QVERIFY(other.waitForFinished());
        QVERIFY2(EmbeddedLog::open(dir.path()), "a killed writer leaves no lock");
    }

    void aFullDiskIsToldAndOvercome()
    {
        QVERIFY2(canIsolate(), noNamespaces);
        QTemporaryDir dir;
        QCOMPARE(runIsolated(u"--full"_s, dir.path()), 0);
    }

    void aReadOnlyDirectoryIsTold()
    {
        QVERIFY2(canIsolate(), noNamespaces);
        QTemporaryDir dir;
        QCOMPARE(runIsolated(u"--read-only"_s, dir.path()), 0);
    }

    void oddRequestsAreRefused()
    {
        QTemporaryDir dir;
        QCOMPARE(openLogReader(dir.path()).error().code, Errc::NotFound);
        auto log = EmbeddedLog::open(dir.path());
        QCOMPARE((*log)->appendAll({}).error().code, Errc::InvalidArgument);
        QCOMPARE((*log)->append("k", QByteArray(40 << 20, 'x')).error().code, Errc::InvalidArgument);
        QCOMPARE((*log)->nextOffset(), 0);
    }

    void aSegmentThatIsNoneIsRefusedAndLeftAlone()
    {
        QTemporaryDir dir;
        overwrite(firstSegment(dir), "somebody's diary");
        QCOMPARE(EmbeddedLog::open(dir.path()).error().code, Errc::Corrupt);
        QCOMPARE(contents(firstSegment(dir)), QByteArray("somebody's diary"));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QByteArray scene = argc > 2 ? QByteArray(argv[1]) : QByteArray();
    if (scene == "--hold")
        return holdLog(argv[2]);
    if (scene == "--full")
        return fullDisk(argv[2]);
    if (scene == "--read-only")
        return readOnlyDirectory(argv[2]);
    EmbeddedLogTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_embedded_log.moc"
