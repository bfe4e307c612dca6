// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "store/migrations.h"
#include "store/sqlite_connection.h"
#include "store/sqlite_error.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QTimeZone>

#include <sqlite3.h>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int busyTimeoutMs = 5000;
constexpr qint64 checkedWhole = 32 << 20;

/// Reads enough to know whether the file is whole: all of a small one, the schema of a large one.
void check(SQLite::Database &database, qint64 size)
{
    database.execAndGet("SELECT count(*) FROM sqlite_schema");
    if (size > checkedWhole)
        return;
    const std::string verdict = database.execAndGet("PRAGMA quick_check(1)").getString();
    if (verdict != "ok")
        throw SQLite::Exception(verdict, SQLITE_CORRUPT);
}

Result<std::unique_ptr<SQLite::Database>> openForWriting(const QString &path)
{
    return guarded([&]() -> Result<std::unique_ptr<SQLite::Database>> {
        const qint64 size = QFileInfo(path).size();
        auto database = connectTo(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        check(*database, size);
        database->exec("PRAGMA journal_mode = WAL");
        database->exec("PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864;");
        // Folding the WAL in costs a flush of the whole file: not after every batch.
        database->exec("PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -32768;");
        if (Result<> migrated = migrate(*database, schemaScripts()); !migrated)
            return fail(std::move(migrated.error()));
        return database;
    });
}

/// Renames the database and its two companions. @return the new name of the database
Result<QString> keepAside(const QString &path, const Clock &clock)
{
    const QString stamp = QDateTime::fromMSecsSinceEpoch(toMicros(clock()) / 1000, QTimeZone::utc())
                              .toString(u"yyyyMMdd'T'HHmmsszzz"_s);
    const QString aside = path + u".corrupt-"_s + stamp;
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s})
        if (QFile::exists(path + suffix) && !QFile::rename(path + suffix, aside + suffix))
            return fail(Errc::Io,
                        Tr::tr("The damaged database %1 could not be renamed to %2. Move it away by hand.")
                            .arg(path, aside));
    return aside;
}

} // namespace

std::unique_ptr<SQLite::Database> connectTo(const QString &path, int flags)
{
    // An instance belongs to one thread, so SQLite's own locks would guard nothing.
    auto database =
        std::make_unique<SQLite::Database>(path.toStdString(), flags | SQLite::OPEN_NOMUTEX, busyTimeoutMs);
    sqlite3_extended_result_codes(database->getHandle(), 1);
    sqlite3_db_config(database->getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    database->exec("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON;");
    return database;
}

Result<OpenedStore> openStore(const QString &path, const Clock &clock)
{
    const QString directory = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(directory))
        return fail(Errc::ReadOnly,
                    Tr::tr("The data directory %1 could not be made. Check its permissions, or give "
                           "Assay another one.")
                        .arg(directory));
    OpenedStore opened;
    Result<std::unique_ptr<SQLite::Database>> database = openForWriting(path);
    if (!database && database.error().code == Errc::Corrupt) {
        const Result<QString> aside = keepAside(path, clock);
        if (!aside)
            return fail(aside.error());
        opened.notice =
            Tr::tr("The database %1 was damaged. It was kept as %2, and a new one is being filled from the "
                   "log.")
                .arg(path, *aside);
        database = openForWriting(path);
    }
    if (!database)
        return fail(std::move(database.error()));
    opened.store =
        std::make_unique<SqliteStore>(std::make_unique<SqliteStore::Connection>(std::move(*database)));
    return opened;
}

Result<std::unique_ptr<Store>> openReadOnly(const QString &path)
{
    if (!QFile::exists(path))
        return fail(Errc::NotFound, Tr::tr("There is no database at %1 yet.").arg(path));
    return guarded([&]() -> Result<std::unique_ptr<Store>> {
        auto database = connectTo(path, SQLite::OPEN_READONLY);
        if (const Result<> checked = checkSchema(*database); !checked)
            return fail(checked.error());
        return std::make_unique<SqliteStore>(std::make_unique<SqliteStore::Connection>(std::move(database)));
    });
}

} // namespace assay
