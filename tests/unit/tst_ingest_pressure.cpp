// SPDX-License-Identifier: Apache-2.0
#include "support/frames_reader.h"
#include "support/time_scale.h"
#include "unit/ingest_fixture.h"
#include "unit/isolation.h"

#include <QtCore/QThread>
#include <QtCore/QTimer>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/mount.h>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

// Sizes: seconds by default; ASSAY_TEST_FULL=1 keeps the over-load up for a minute.

namespace {

/// Takes its time over every batch.
class SlowStore final : public ForwardingStore
{
public:
    SlowStore(std::unique_ptr<Store> inner, std::chrono::microseconds perRow)
        : ForwardingStore(std::move(inner)), m_perRow(perRow)
    {
    }
    Result<BatchOutcome> write(const IngestBatch &batch) override
    {
        QThread::usleep(static_cast<unsigned long>(m_perRow.count()) * batch.events.size());
        return m_inner->write(batch);
    }

private:
    std::chrono::microseconds m_perRow;
};

qint64 residentKb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong();
    return 0;
}

std::vector<QByteArray> framesOf(int count, qsizetype padding)
{
    std::vector<QByteArray> frames;
    for (int i = 0; i < count; ++i) {
        Message message = node(i, "th_" + std::to_string(i / 100));
        message.mutable_event()->set_llm_request_id(std::string(static_cast<std::size_t>(padding), 'p'));
        frames.push_back(frame(message));
    }
    return frames;
}

std::vector<IngestSource> sourcesOf(const std::vector<QByteArray> &frames, int partitions)
{
    auto reader = std::make_unique<FramesReader>(frames, partitions, u"t"_s);
    const QList<int> all = *reader->partitions();
    std::vector<IngestSource> sources;
    sources.push_back({.reader = std::move(reader), .topic = u"t"_s, .partitions = all, .own = false});
    return sources;
}

#define NEED(condition)                                                                                      \
    if (!(condition)) {                                                                                      \
        qWarning("%s:%d: " #condition, __FILE__, __LINE__);                                                  \
        return 1;                                                                                            \
    }

/// A store on a small disk that fills up, and gets room again.
int fullDisk(const QByteArray &directory)
{
    NEED(::mount("none", directory.constData(), "tmpfs", 0, "size=4m") == 0);
    const QString path = QString::fromUtf8(directory) + u"/assay.db"_s;
    const std::vector<QByteArray> frames = framesOf(30'000, 250);
    IngestWorker worker(sourcesOf(frames, 6), std::move(openStore(path)->store), {.untilEnd = true});
    QList<Error> errors;
    bool recovered = false;
    bool done = false;
    QObject::connect(&worker, &IngestWorker::failed, [&](const Error &error) { errors.append(error); });
    QObject::connect(&worker, &IngestWorker::recovered, [&] { recovered = true; });
    QObject::connect(&worker, &IngestWorker::reachedEnd, [&] { done = true; });
    const auto wait = [](const bool &flag, qint64 ms) {
        QElapsedTimer timer;
        timer.start();
        while (!flag && timer.elapsed() < ms)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        return timer.elapsed();
    };
    worker.start();
    wait(done, 4000);
    NEED(!done && !recovered);
    NEED(errors.size() == 1 &&
         errors.first().code == Errc::DiskFull); // one sentence, however often it is tried
    NEED(errors.first().message.contains("Free some space"_L1));
    {
        const auto reading = openReadOnly(path);
        NEED(reading);
        qint64 next = 0;
        const auto positions = *(*reading)->positions();
        for (const LogPosition &position : positions)
            next += position.nextOffset;
        NEED((*reading)->counts()->events == next); // nothing half stored, no position ahead of its rows
    }
    NEED(::mount("none", directory.constData(), "tmpfs", MS_REMOUNT, "size=200m") == 0);
    const qint64 resumed = wait(recovered, 5000);
    std::printf("room again: the store took events after %lld ms\n", static_cast<long long>(resumed));
    NEED(recovered && resumed <= 2000);
    wait(done, 60'000);
    NEED(done);
    const auto reading = openReadOnly(path);
    NEED((*reading)->counts()->events == 30'000);
    NEED(*(*reading)->rollupDifferences() == 0);
    return 0;
}

} // namespace

class IngestPressureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFullDiskPausesTellsAndGoesOnByItself()
    {
        QVERIFY2(canIsolate(), noNamespaces);
        QTemporaryDir dir;
        QCOMPARE(runIsolated(u"--full"_s, dir.path(), 120'000), 0);
    }

    void aDatabaseLockedByAnotherProcessIsWaitedFor()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"assay.db"_s);
        auto store = std::move(openStore(path)->store);
        const std::vector<QByteArray> frames = framesOf(3000, 10);
        SQLite::Database other(path.toStdString(), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        IngestWorker worker(sourcesOf(frames, 2), std::move(store),
                            {.errorPause = std::chrono::milliseconds(50), .untilEnd = true});
        int errors = 0;
        bool done = false;
        QObject::connect(&worker, &IngestWorker::failed, [&](const Error &error) {
            QCOMPARE(error.code, Errc::Unavailable);
            ++errors;
        });
        QObject::connect(&worker, &IngestWorker::reachedEnd, [&] { done = true; });
        QTimer::singleShot(0, &worker, [&] { worker.start(); });
        QThread *unlock = QThread::create([&other] {
            QThread::msleep(6500); // longer than SQLite itself waits
            other.exec("ROLLBACK");
        });
        unlock->start();
        QTRY_VERIFY_WITH_TIMEOUT(done, 30'000);
        unlock->wait();
        delete unlock;
        QCOMPARE(errors, 1);
        QCOMPARE((*openReadOnly(path))->counts()->events, 3000);
    }

    void aLogFarFasterThanTheStoreFillsNoMemoryAndLosesNothing()
    {
        const bool full = qEnvironmentVariableIsSet("ASSAY_TEST_FULL");
        // 40 µs a row is 25,000 rows a second at most; the log in memory gives many times that.
        const std::vector<QByteArray> frames = framesOf(full ? 1'500'000 : 60'000, 600);
        QTemporaryDir dir;
        const QString path = dir.filePath(u"assay.db"_s);
        const qint64 before = residentKb();
        qint64 highest = 0;
        bool done = false;
        IngestWorker worker(
            sourcesOf(frames, 6),
            std::make_unique<SlowStore>(std::move(openStore(path)->store), std::chrono::microseconds(40)),
            {.untilEnd = true});
        QObject::connect(&worker, &IngestWorker::ingested,
                         [&](const IngestProgress &) { highest = std::max(highest, residentKb()); });
        QObject::connect(&worker, &IngestWorker::reachedEnd, [&] { done = true; });
        QElapsedTimer timer;
        timer.start();
        worker.start();
        while (!done && timer.elapsed() < 200'000)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
        QVERIFY(done);
        const auto reading = openReadOnly(path);
        QCOMPARE((*reading)->counts()->events, std::ssize(frames));
        qInfo() << timer.elapsed() << "ms of over-load; memory grew by" << (highest - before) / 1024 << "MiB";
        // A sanitizer keeps notes on every byte: its factor stands for that too.
        QVERIFY2(highest - before < 160 * 1024 * test::timeScale(),
                 "the queue holds 32 MiB and the store its caches");
    }

    void aQueueThatIsFullHoldsItsFeed()
    {
        IngestQueue queue(1 << 20);
        const auto put = [&queue](qint64 bytes) {
            auto batch = queue.spare();
            batch->bytes = bytes;
            return queue.put({.batch = std::move(batch)});
        };
        QVERIFY(put(5 << 20)); // one always fits, however large
        std::atomic<bool> second = false;
        QThread *feed = QThread::create([&] { second = put(100); });
        feed->start();
        QTest::qWait(100);
        QVERIFY(!second);
        queue.giveBack(std::move(queue.take(std::chrono::milliseconds(0))->batch));
        QTRY_VERIFY(second);
        feed->wait();
        delete feed;
        queue.close();
        QVERIFY(!put(1));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc > 2 && QByteArray(argv[1]) == "--full")
        return fullDisk(argv[2]);
    IngestPressureTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ingest_pressure.moc"
