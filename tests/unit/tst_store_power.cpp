// SPDX-License-Identifier: Apache-2.0
#include "store/event_writer.h"
#include "store/sqlite_connection.h"
#include "support/power_vfs.h"
#include "unit/store_fixture.h"

#include <QtTest/QTest>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace assay;
using namespace assay::test;

// Sizes: 150 cuts by default; ASSAY_TEST_FULL=1 makes 2,000.

namespace {

constexpr int rowsPerBatch = 12;

StoreBatch batchAt(int number)
{
    QList<StoreRecord> records;
    for (int i = 0; i < rowsPerBatch; ++i) {
        const qint64 offset = qint64{number} * rowsPerBatch + i;
        StoreRecord record{.event = eventRow(offset, QByteArray(300, static_cast<char>('a' + i)))};
        record.quality = QualityRow{.key = record.event.key,
                                    .source = u"callback"_s,
                                    .scope = u"quality"_s,
                                    .timestamp = record.event.timestamp,
                                    .scores = {.overall = 0.9F},
                                    .model = u"m"_s};
        records.append(record);
    }
    if (number % 10 == 0) {
        records.last().turn = sampleTurn(u"tn_%1"_s.arg(number));
        records.last().event.turnId = records.last().turn->id;
    }
    return batchOf(records);
}

/// What one cut left; empty when every promise was kept.
QString broken(const QString &directory, int promised, int begun)
{
    const QString path = directory + u"/assay.db"_s;
    const auto store = openStore(path);
    if (!store)
        return store.error().message;
    if (!store->notice.isEmpty())
        return store->notice;
    const auto counts = store->store->counts();
    const auto accounts = store->store->accounts();
    if (!counts || !accounts)
        return u"the store cannot be read"_s;
    const qint64 stored = accounts->isEmpty() ? 0 : accounts->first().stored;
    if (stored < qint64{promised} * rowsPerBatch)
        return u"%1 rows were promised, %2 are there"_s.arg(promised * rowsPerBatch).arg(stored);
    if (stored % rowsPerBatch != 0 || stored > qint64{begun} * rowsPerBatch || counts->quality != stored)
        return u"a batch is there in part: %1 rows, %2 readings"_s.arg(stored).arg(counts->quality);
    if (!accounts->isEmpty() && accounts->first().nextOffset != stored)
        return u"the position is %1 after %2 rows"_s.arg(accounts->first().nextOffset).arg(stored);
    if (*store->store->rollupDifferences() != 0)
        return u"the minute sums are torn"_s;
    SQLite::Database database(path.toStdString());
    const std::string check = database.execAndGet("PRAGMA integrity_check").getString();
    return check == "ok" ? QString() : QString::fromStdString(check);
}

struct CutReport
{
    int cuts = 0;
    int failures = 0;
    QString firstFailure{};
};

/// Writes batches and cuts the power at random operations, `cuts` times; the writing goes on.
CutReport writeUnderCuts(int cuts, bool flushAtCommit)
{
    QTemporaryDir dir;
    PowerVfs disk(dir.path());
    const QString path = dir.filePath(u"assay.db"_s);
    opened(dir); // makes the tables
    auto database = std::make_unique<SQLite::Database>(path.toStdString(), SQLite::OPEN_READWRITE);
    database->exec(flushAtCommit ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
    database->exec("PRAGMA wal_autocheckpoint = 60"); // so that cuts fall into the folding in as well
    const auto store =
        std::make_unique<SqliteStore>(std::make_unique<SqliteStore::Connection>(std::move(database)));
    std::mt19937 random(flushAtCommit ? 11U : 12U);
    CutReport report;
    int promised = 0;
    int begun = 0;
    qint64 nextCut = disk.operations() + 5;
    bool checking = false;
    disk.setWatcher([&] {
        if (checking || disk.operations() < nextCut || report.cuts >= cuts)
            return;
        checking = true;
        QTemporaryDir after;
        disk.cutPower(after.path(), random);
        const QString fault = broken(after.path(), promised, begun);
        ++report.cuts;
        report.failures += fault.isEmpty() ? 0 : 1;
        if (!fault.isEmpty() && report.firstFailure.isEmpty())
            report.firstFailure = fault;
        nextCut = disk.operations() + 1 + static_cast<qint64>(random() % 60);
        checking = false;
    });
    while (report.cuts < cuts && promised < 100'000) {
        ++begun;
        if (!store->write(batchAt(promised)))
            break;
        ++promised;
        if (!flushAtCommit && report.failures > 0)
            break;
    }
    disk.setWatcher({});
    return report;
}

} // namespace

class StorePowerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverWasReportedStoredSurvivesThePowerCut()
    {
        const int rounds = qEnvironmentVariableIsSet("ASSAY_TEST_FULL") ? 40 : 3;
        constexpr int cutsPerRound = 50;
        int cuts = 0;
        for (int round = 0; round < rounds; ++round) {
            const CutReport report = writeUnderCuts(cutsPerRound, true);
            QVERIFY2(report.failures == 0, qPrintable(report.firstFailure));
            cuts += report.cuts;
        }
        QCOMPARE(cuts, rounds * cutsPerRound);
        qInfo() << cuts << "cuts, nothing promised was lost";
    }

    void withoutTheFlushAtEveryCommitItIsRedSoThisTestIsAlive()
    {
        const CutReport report = writeUnderCuts(200, false);
        QVERIFY2(report.failures > 0, "synchronous=NORMAL lost nothing: the cuts cut nothing");
        qInfo().noquote() << "cut" << report.cuts << "with synchronous=NORMAL:" << report.firstFailure;
    }
};

QTEST_GUILESS_MAIN(StorePowerTest)

#include "tst_store_power.moc"
