// SPDX-License-Identifier: Apache-2.0
#include "stream/embedded_log.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

/// A log of 20 records in several segments, one second apart from second 100 on.
struct Log20
{
    Log20()
    {
        auto opened = EmbeddedLog::open(
            dir.path(), {.segmentBytes = 200, .clock = [this] { return fromMicros(second++ * 1'000'000); }});
        log = std::move(*opened);
        for (int i = 0; i < 20; ++i)
            if (!log->append("k", QByteArray::number(i)))
                qFatal("not appended");
        bases = segmentsIn(QDir(dir.path()));
    }

    QTemporaryDir dir;
    qint64 second = 100;
    std::unique_ptr<EmbeddedLog> log;
    QList<qint64> bases;
};

} // namespace

class LogExtentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void extentsTellWhatIsHeld_data()
    {
        QTest::addColumn<bool>("sameProcess");
        QTest::addRow("beside the writer") << true;
        QTest::addRow("from another process") << false;
    }
    void extentsTellWhatIsHeld()
    {
        QFETCH(bool, sameProcess);
        Log20 log;
        auto reader = sameProcess ? *log.log->makeReader() : *openLogReader(log.dir.path());
        QCOMPARE(*reader->partitions(), QList<int>{0});
        QCOMPARE(*reader->extents(), (QList<LogExtent>{{.partition = 0, .low = 0, .end = 20}}));
        QVERIFY(log.log->append("k", "one more"));
        QVERIFY(QFile::remove(segmentPath(QDir(log.dir.path()), 0)));
        QCOMPARE(*reader->extents(), (QList<LogExtent>{{.partition = 0, .low = log.bases[1], .end = 21}}));
    }

    void positionAndLagFollowWhatIsHandedOut()
    {
        Log20 log;
        auto reader = *log.log->makeReader();
        QCOMPARE(reader->states().first().lag(), std::optional<qint64>(20));
        QCOMPARE(reader->poll(milliseconds(0), 7)->size(), 7);
        QCOMPARE(reader->position(0), std::optional<qint64>(7));
        QCOMPARE(reader->position(1), std::nullopt);
        QCOMPARE(reader->states().first().lag(), std::optional<qint64>(13));
        QCOMPARE(LogPartitionState{}.lag(), std::nullopt);
    }

    void aMomentIsFoundByItsTime_data()
    {
        QTest::addColumn<qint64>("second");
        QTest::addColumn<qint64>("offset");
        QTest::addRow("before all") << qint64{0} << qint64{0};
        QTest::addRow("the very first") << qint64{100} << qint64{0};
        QTest::addRow("one in the middle") << qint64{111} << qint64{11};
        QTest::addRow("the last") << qint64{119} << qint64{19};
        QTest::addRow("after all: the end") << qint64{500} << qint64{20};
    }
    void aMomentIsFoundByItsTime()
    {
        QFETCH(qint64, second);
        QFETCH(qint64, offset);
        Log20 log;
        auto reader = *log.log->makeReader();
        QCOMPARE(*reader->offsetAt(0, fromMicros(second * 1'000'000)), offset);
        // Between two records the later one counts.
        QCOMPARE(*reader->offsetAt(0, fromMicros(second * 1'000'000 - 1)), offset == 20 ? 20 : offset);
        QCOMPARE(reader->offsetAt(1, {}).error().code, Errc::InvalidArgument);
    }

    void aSeekBelowWhatIsHeldIsAGapAndSaysSo()
    {
        Log20 log;
        QVERIFY(QFile::remove(segmentPath(QDir(log.dir.path()), 0)));
        auto reader = *log.log->makeReader();
        QCOMPARE(reader->poll(milliseconds(0), 1)->first().offset, log.bases[1]);
        QVERIFY(reader->seek(0, 0));
        const auto gap = reader->poll(milliseconds(0), 100);
        QCOMPARE(gap.error().code, Errc::NotFound);
        QVERIFY2(gap.error().message.contains(u"offsets 0 to %1"_s.arg(log.bases[1] - 1)),
                 qPrintable(gap.error().message));
        QCOMPARE(reader->poll(milliseconds(0), 100)->first().offset, log.bases[1]);
        QCOMPARE(reader->gapKind(0, 0, log.bases[1]), LogGap::Retention);
        QCOMPARE(reader->gapKind(0, log.bases[1], log.bases[1] + 2), LogGap::Damage);
        QVERIFY(reader->seek(0, log.bases[1]));
        QVERIFY2(reader->poll(milliseconds(0), 100), "the first offset held is no gap");
    }

    void aRecordCanOutliveItsBatch()
    {
        const auto bytes = std::make_shared<QByteArray>("keyvalue");
        LogBatch batch{.records = {{.key = QByteArray::fromRawData(bytes->constData(), 3),
                                    .headers = {{.key = QByteArray::fromRawData(bytes->constData(), 1)}}}},
                       .memory = bytes};
        const LogRecord own = ownOf(batch.records.first());
        bytes->fill('x');
        QCOMPARE(own.key, QByteArray("key"));
        QCOMPARE(own.headers.first().key, QByteArray("k"));
        QVERIFY2(own.value.isNull() && own.headers.first().value.isNull(), "null stays null");
        QVERIFY2(!ownOf(LogRecord{.value = ""}).value.isNull(), "empty stays empty");
    }
};

QTEST_GUILESS_MAIN(LogExtentsTest)
#include "tst_log_extents.moc"
