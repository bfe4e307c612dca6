// SPDX-License-Identifier: Apache-2.0
#include "store/migrations.h"
#include "store/sqlite_store.h"
#include "store/triage_store.h"
#include "unit/isolation.h"
#include "unit/store_fixture.h"

#include <QtTest/QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace assay;
using namespace assay::test;

namespace {

void overwrite(const QString &path, qint64 at, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// The statements of a script; the inside of a trigger does not end one.
QByteArrayList statementsOf(const QByteArray &script)
{
    QByteArrayList all;
    QByteArray current;
    for (const QByteArray &line : script.split('\n')) {
        current += line + '\n';
        if (sqlite3_complete(current.constData()) != 0)
            all.append(std::exchange(current, {}));
    }
    return all;
}

int fullDisk(const QByteArray &directory)
{
    NEED(::mount("none", directory.constData(), "tmpfs", 0, "size=2m") == 0);
    Result<OpenedStore> store = openStore(QString::fromUtf8(directory) + u"/assay.db"_s);
    NEED(store);
    const QByteArray frame(20'000, 'f');
    qint64 written = 0;
    Result<BatchOutcome> outcome;
    for (; written < 200; ++written) {
        outcome = store->store->write(batchOf({StoreRecord{.event = eventRow(written, frame)}}));
        if (!outcome)
            break;
    }
    NEED(!outcome && outcome.error().code == Errc::DiskFull);
    NEED(written > 5);
    NEED(store->store->counts()->events == written);
    NEED(store->store->positions()->first().nextOffset == written);
    NEED(::mount("none", directory.constData(), "tmpfs", MS_REMOUNT, "size=16m") == 0);
    NEED(store->store->write(batchOf({StoreRecord{.event = eventRow(written, frame)}}))); // resumes by itself
    NEED(store->store->counts()->events == written + 1);
    return 0;
}

int readOnlyDirectory(const QByteArray &directory)
{
    NEED(::mount("none", directory.constData(), "tmpfs", 0, "size=4m") == 0);
    const QString path = QString::fromUtf8(directory) + u"/assay.db"_s;
    NEED(openStore(path));
    NEED(::mount("none", directory.constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, "") == 0);
    const auto refused = openStore(path);
    NEED(!refused);
    NEED(refused.error().code == Errc::ReadOnly);
    const auto nowhere = openStore(QString::fromUtf8(directory) + u"/deeper/assay.db"_s);
    NEED(!nowhere && nowhere.error().code == Errc::ReadOnly);
    NEED(QDir(QString::fromUtf8(directory)).entryList({u"*.corrupt*"_s}).isEmpty());
    return 0;
}

} // namespace

/// The file under the store: what is wrong with it, who else uses it, and how it is brought up to date.
class StoreFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDamagedDatabaseIsKeptAsideAndStartedAnew_data()
    {
        QTest::addColumn<int>("at");
        QTest::addRow("its first bytes") << 0;
        QTest::addRow("its schema page") << 100;
        QTest::addRow("a page in the middle") << 4096 * 6;
    }

    void aDamagedDatabaseIsKeptAsideAndStartedAnew()
    {
        QFETCH(int, at);
        QTemporaryDir dir;
        {
            auto store = opened(dir);
            QList<StoreRecord> records;
            for (int i = 0; i < 200; ++i)
                records.append(turnRecord(i, sampleTurn(u"tn_%1"_s.arg(i))));
            QVERIFY(store->write(batchOf(records)));
        }
        const QString path = dir.filePath(u"assay.db"_s);
        overwrite(path, at, QByteArray(4096, '\xAA'));
        const auto store = openStore(path);
        QVERIFY2(store, store ? "" : qPrintable(store.error().message));
        QVERIFY(store->notice.contains(".corrupt-"_L1));
        QCOMPARE(store->store->counts()->turns, 0);
        QVERIFY2(store->store->positions()->isEmpty(), "the log is read again from its start");
        QCOMPARE(QDir(dir.path()).entryList({u"assay.db.corrupt-*"_s}).size(), 1);
    }

    void anEmptyFileIsANewDatabase()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(u"assay.db"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(openStore(file.fileName())->notice.isEmpty());
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

    void aNewerSchemaIsRefusedAndLeftAlone()
    {
        QTemporaryDir dir;
        opened(dir)->write(batchOf({turnRecord(0, sampleTurn())})).value();
        const QString path = dir.filePath(u"assay.db"_s);
        {
            SQLite::Database database(path.toStdString(), SQLite::OPEN_READWRITE);
            database.exec("PRAGMA user_version = 99");
        }
        const auto refused = openStore(path);
        QCOMPARE(refused.error().code, Errc::InvalidArgument);
        QVERIFY(refused.error().message.contains("newer"_L1));
        QCOMPARE(openReadOnly(path).error().code, Errc::InvalidArgument);
        SQLite::Database database(path.toStdString());
        QCOMPARE(database.execAndGet("SELECT count(*) FROM turns").getInt(), 1);
    }

    void aReaderOfAnOlderSchemaSaysWhatBringsItUpToDate()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"assay.db"_s);
        {
            SQLite::Database old(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            QVERIFY(migrate(old, schemaScripts().first(schemaScripts().size() - 1)));
        }
        QVERIFY(openReadOnly(path).error().message.contains("assay gui"_L1));
        QVERIFY(TriageStore::open(path)); // a writer, who brings it up to date
        QVERIFY(openReadOnly(path));
    }

    void anotherProgramsDatabaseIsLeftAlone()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"assay.db"_s);
        SQLite::Database(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
            .exec("CREATE TABLE diary (day)");
        QCOMPARE(openStore(path).error().code, Errc::InvalidArgument);
        QCOMPARE(QDir(dir.path()).entryList({u"*.corrupt*"_s}).size(), 0);
    }

    void aMigrationKilledAtAnyStatementIsDoneAgain_data()
    {
        QTest::addColumn<int>("script");
        for (int i = 0; i < schemaScripts().size(); ++i)
            QTest::addRow("of script %d", i + 1) << i;
    }

    void aMigrationKilledAtAnyStatementIsDoneAgain()
    {
        QFETCH(int, script);
        const QByteArrayList statements = statementsOf(schemaScripts().at(script));
        QVERIFY(statements.size() > 1);
        for (qsizetype k = 0; k <= statements.size(); ++k) {
            QTemporaryDir dir;
            const QString path = dir.filePath(u"assay.db"_s);
            QByteArrayList scripts = schemaScripts();
            QByteArrayList cut = statements;
            cut.insert(k, "SELECT die();\n");
            scripts[script] = cut.join();
            const pid_t child = ::fork();
            if (child == 0) {
                SQLite::Database database(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
                database.exec("PRAGMA journal_mode = WAL");
                database.createFunction(
                    "die", 0, false, nullptr,
                    [](sqlite3_context *, int, sqlite3_value **) { ::kill(::getpid(), SIGKILL); });
                static_cast<void>(migrate(database, scripts));
                ::_exit(0);
            }
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
            const auto store = openStore(path);
            QVERIFY2(store, store ? "" : qPrintable(store.error().message));
            QVERIFY2(store->notice.isEmpty(), qPrintable(store->notice));
            QVERIFY(store->store->write(batchOf({turnRecord(0, sampleTurn())})));
        }
    }

    void readersSeeWhatTheWriterCommitted()
    {
        QTemporaryDir dir;
        auto writer = opened(dir);
        QCOMPARE(openReadOnly(dir.filePath(u"none.db"_s)).error().code, Errc::NotFound);
        auto reader = openReadOnly(dir.filePath(u"assay.db"_s));
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().message));
        QCOMPARE((*reader)->counts()->events, 0);
        QVERIFY(writer->write(batchOf({StoreRecord{.event = eventRow(0, "bytes")}})));
        QCOMPARE((*reader)->counts()->events, 1);
        QCOMPARE(*(*reader)->frameAt({.topic = u"local-1"_s}), QByteArray("bytes"));
        QCOMPARE((*reader)->write(batchOf({StoreRecord{.event = eventRow(1)}})).error().code, Errc::ReadOnly);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QByteArray scene = argc > 2 ? QByteArray(argv[1]) : QByteArray();
    if (scene == "--full")
        return fullDisk(argv[2]);
    if (scene == "--read-only")
        return readOnlyDirectory(argv[2]);
    StoreFileTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_store_files.moc"
