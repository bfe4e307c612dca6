// SPDX-License-Identifier: Apache-2.0
#include "store/migrations.h"

#include "base/tr.h"
#include "sql_texts.h"
#include "store/row_sums.h"
#include "store/sqlite_error.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace assay {

namespace {

constexpr int applicationId = 0x41535359; // "ASSY"
constexpr int firstWithCells = 3;

int pragma(SQLite::Database &database, const char *name)
{
    return database.execAndGet(std::string("PRAGMA ") + name).getInt();
}

} // namespace

const QByteArrayList &schemaScripts()
{
    static const QByteArrayList all = [] {
        QByteArrayList scripts;
        for (const char *script : sql::migrations)
            scripts.append(QByteArray(script));
        return scripts;
    }();
    return all;
}

Result<> migrate(SQLite::Database &database, const QByteArrayList &scripts)
{
    return guarded([&]() -> Result<> {
        const QString file = QString::fromStdString(database.getFilename());
        const int owner = pragma(database, "application_id");
        const bool isEmpty = database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
        if (owner != applicationId && !(owner == 0 && isEmpty))
            return fail(Errc::InvalidArgument,
                        Tr::tr("%1 is a database of another program. Give Assay another data "
                               "directory.")
                            .arg(file));
        for (int version = pragma(database, "user_version"); version != scripts.size();) {
            if (version > scripts.size())
                return fail(
                    Errc::InvalidArgument,
                    Tr::tr("%1 was written by a newer Assay (schema %2; this one knows %3). Use that one, or "
                           "give this one another data directory.")
                        .arg(file)
                        .arg(version)
                        .arg(scripts.size()));
            SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
            version = pragma(database, "user_version"); // another process may have been faster
            if (version < scripts.size()) {
                database.exec(scripts.at(version).toStdString());
                if (++version == firstWithCells)
                    buildRollupCells(database);
                database.exec("PRAGMA application_id = " + std::to_string(applicationId));
                database.exec("PRAGMA user_version = " + std::to_string(version));
            }
            transaction.commit();
        }
        return {};
    });
}

Result<> checkSchema(SQLite::Database &database)
{
    const int version = pragma(database, "user_version");
    const auto wanted = static_cast<int>(schemaScripts().size());
    const QString file = QString::fromStdString(database.getFilename());
    if (version < wanted)
        return fail(
            Errc::InvalidArgument,
            Tr::tr("%1 was written by an older Assay (schema %2; this one reads %3). Open it once with "
                   "assay gui or assay ingest, which bring it up to date.")
                .arg(file, QString::number(version), QString::number(wanted)));
    if (version > wanted)
        return fail(Errc::InvalidArgument,
                    Tr::tr("%1 was written by a newer Assay (schema %2; this one reads %3). Use that one.")
                        .arg(file, QString::number(version), QString::number(wanted)));
    return {};
}

} // namespace assay
