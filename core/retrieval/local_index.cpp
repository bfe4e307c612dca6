// SPDX-License-Identifier: Apache-2.0
#include "retrieval/local_index.h"

#include "retrieval/local_index_impl.h"
#include "retrieval/local_index_schema.h"

#include <QtCore/QFileInfo>

#include <sqlite3.h>

namespace assay {

using namespace Qt::StringLiterals;
using index::bind;
using index::failed;
using index::text;

namespace {

constexpr int busyTimeoutMs = 5000;
constexpr qint64 checkedOnOpen = 32LL << 20;

DocumentInfo infoFrom(const SQLite::Statement &row)
{
    return {.id = text(row.getColumn(0)),
            .title = text(row.getColumn(1)),
            .origin = text(row.getColumn(2)),
            .modifiedMs = row.getColumn(3).getInt64(),
            .size = row.getColumn(4).getInt64(),
            .sha256 = text(row.getColumn(5)),
            .passages = row.getColumn(6).getInt()};
}

constexpr const char *listSql = "SELECT d.id, d.title, d.origin, d.modified_ms, d.size, d.sha256, "
                                "(SELECT count(*) FROM passages p WHERE p.document = d.id) FROM documents d ";

/// Everything that tells whether the file is usable; throws when it is not.
void prepare(SQLite::Database &db, bool check)
{
    db.setBusyTimeout(busyTimeoutMs);
    db.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;");
    if (check && text(db.execAndGet("PRAGMA quick_check(1)")) != u"ok")
        throw SQLite::Exception("quick_check", SQLITE_CORRUPT);
}

void createSchema(SQLite::Database &db)
{
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    if (db.execAndGet("PRAGMA user_version").getInt() != 0)
        return; // another process was faster
    db.exec(index::schema);
    db.exec("PRAGMA user_version = " + std::to_string(index::schemaVersion));
    transaction.commit();
}

QString keepAside(const QString &path)
{
    const QString aside =
        path + u".corrupt-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmsszzz"_s);
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s})
        QFile::rename(path + suffix, aside + suffix);
    return aside;
}

} // namespace

Errc index::codeOf(const SQLite::Exception &e)
{
    switch (e.getErrorCode()) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return Errc::Corrupt;
    case SQLITE_FULL: return Errc::DiskFull;
    case SQLITE_READONLY: return Errc::ReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Errc::Unavailable;
    case SQLITE_NOMEM: return Errc::Internal;
    default: return Errc::Io;
    }
}

tl::unexpected<Error> index::failed(const SQLite::Exception &e, const QString &path)
{
    const Errc code = codeOf(e);
    const QString what = QString::fromUtf8(e.what());
    if (code == Errc::Corrupt)
        return fail(code, Tr::tr("The knowledge index %1 is damaged (%2). Restart Assay: it keeps the file "
                                 "aside and builds a new index.")
                              .arg(path, what));
    if (code == Errc::DiskFull)
        return fail(code, Tr::tr("The disk is full, so the knowledge index %1 could not be written. Free "
                                 "some space and try again.")
                              .arg(path));
    if (code == Errc::ReadOnly)
        return fail(code,
                    Tr::tr("The knowledge index %1 cannot be written: the file or its folder is read-only.")
                        .arg(path));
    return fail(code, Tr::tr("The knowledge index %1 answered: %2.").arg(path, what));
}

LocalIndex::Impl::Impl(const QString &file, bool check)
    : path(file), db(file.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
{
    prepare(db, check);
    version = db.execAndGet("PRAGMA user_version").getInt();
    if (version == 0) {
        createSchema(db);
        version = db.execAndGet("PRAGMA user_version").getInt();
    }
    count = std::make_unique<SQLite::Statement>(db, "SELECT doc FROM term_counts WHERE term = ?");
    dataVersion = std::make_unique<SQLite::Statement>(db, "PRAGMA data_version");
}

LocalIndex::LocalIndex(std::unique_ptr<Impl> impl) : m(std::move(impl)) {}

LocalIndex::~LocalIndex() = default;

Result<std::unique_ptr<LocalIndex>> LocalIndex::open(const QString &path)
{
    const bool onDisk = path != u":memory:";
    if (onDisk && !QDir().mkpath(QFileInfo(path).absolutePath()))
        return fail(Errc::ReadOnly,
                    Tr::tr("The folder for the knowledge index %1 could not be made. Check its permissions.")
                        .arg(path));
    QString notice;
    for (int attempt = 0;; ++attempt) {
        try {
            auto impl = std::make_unique<Impl>(path, onDisk && QFileInfo(path).size() <= checkedOnOpen);
            if (impl->version != index::schemaVersion)
                return fail(Errc::InvalidArgument,
                            Tr::tr("The knowledge index %1 was written by a newer Assay (version %2). Update "
                                   "Assay, or move the file away.")
                                .arg(path)
                                .arg(impl->version));
            impl->notice = notice;
            return std::unique_ptr<LocalIndex>(new LocalIndex(std::move(impl)));
        } catch (const SQLite::Exception &e) {
            if (attempt > 0 || !onDisk || index::codeOf(e) != Errc::Corrupt)
                return failed(e, path);
            notice = Tr::tr("The knowledge index was damaged. It was kept as %1 and a new one was started; "
                            "add your documents again.")
                         .arg(keepAside(path));
        }
    }
}

QString LocalIndex::notice() const
{
    return m->notice;
}

Result<> LocalIndex::inTransaction(const std::function<Result<>()> &work)
{
    if (m->depth > 0)
        return work();
    try {
        SQLite::Transaction transaction(m->db, SQLite::TransactionBehavior::IMMEDIATE);
        ++m->depth;
        Result<> done = work();
        --m->depth;
        m->forget();
        if (done)
            transaction.commit();
        return done;
    } catch (const SQLite::Exception &e) {
        m->depth = 0;
        m->forget();
        return failed(e, m->path);
    }
}

Result<> LocalIndex::put(const DocumentInfo &info, const DocumentText &document)
{
    const QList<Passage> passages = passagesOf(document);
    if (info.id.isEmpty() || passages.isEmpty())
        return fail(Errc::InvalidArgument, Tr::tr("\"%1\" has no text to index.").arg(info.title));
    return inTransaction([&]() -> Result<> {
        try {
            const Result<bool> removed = remove(info.id);
            if (!removed)
                return fail(removed.error());
            SQLite::Statement row(m->db, "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)");
            bind(row, 1, info.id);
            bind(row, 2, info.title);
            bind(row, 3, info.origin);
            row.bind(4, static_cast<int64_t>(info.modifiedMs));
            row.bind(5, static_cast<int64_t>(info.size));
            bind(row, 6, info.sha256);
            row.exec();
            SQLite::Statement add(m->db,
                                  "INSERT INTO passages (document, ordinal, title, heading, body, terms) "
                                  "VALUES (?, ?, ?, ?, ?, ?)");
            for (int i = 0; i < passages.size(); ++i) {
                const Passage &passage = passages.at(i);
                bind(add, 1, info.id);
                add.bind(2, i);
                bind(add, 3, info.title);
                bind(add, 4, passage.heading);
                bind(add, 5, passage.text);
                const QSet<QString> terms =
                    termSet(info.title + u'\n' + passage.heading + u'\n' + passage.text);
                bind(add, 6, QStringList(terms.cbegin(), terms.cend()).join(u' '));
                add.exec();
                add.reset();
            }
            return {};
        } catch (const SQLite::Exception &e) {
            return failed(e, m->path);
        }
    });
}

Result<> LocalIndex::touch(const DocumentInfo &info)
{
    try {
        SQLite::Statement row(m->db,
                              "UPDATE documents SET modified_ms = ?, size = ?, sha256 = ? WHERE id = ?");
        row.bind(1, static_cast<int64_t>(info.modifiedMs));
        row.bind(2, static_cast<int64_t>(info.size));
        bind(row, 3, info.sha256);
        bind(row, 4, info.id);
        row.exec();
        return {};
    } catch (const SQLite::Exception &e) {
        return failed(e, m->path);
    }
}

Result<bool> LocalIndex::remove(const QString &id)
{
    bool found = false;
    Result<> done = inTransaction([&]() -> Result<> {
        try {
            SQLite::Statement passages(m->db, "DELETE FROM passages WHERE document = ?");
            bind(passages, 1, id);
            passages.exec();
            SQLite::Statement document(m->db, "DELETE FROM documents WHERE id = ?");
            bind(document, 1, id);
            found = document.exec() > 0;
            return {};
        } catch (const SQLite::Exception &e) {
            return failed(e, m->path);
        }
    });
    if (!done)
        return fail(std::move(done.error()));
    return found;
}

Result<QList<DocumentInfo>> LocalIndex::list() const
{
    try {
        QList<DocumentInfo> out;
        SQLite::Statement rows(m->db, (QByteArray(listSql) + "ORDER BY d.title, d.id").constData());
        while (rows.executeStep())
            out.append(infoFrom(rows));
        return out;
    } catch (const SQLite::Exception &e) {
        return failed(e, m->path);
    }
}

Result<DocumentInfo> LocalIndex::find(const QString &idOrPath) const
{
    try {
        SQLite::Statement row(
            m->db,
            (QByteArray(listSql) + "WHERE d.id = ?1 OR (d.origin <> '' AND d.origin = ?1)").constData());
        bind(row, 1, idOrPath);
        if (row.executeStep())
            return infoFrom(row);
    } catch (const SQLite::Exception &e) {
        return failed(e, m->path);
    }
    return fail(Errc::NotFound,
                Tr::tr("No document \"%1\" in the knowledge index. \"assay docs list\" shows what is there.")
                    .arg(idOrPath));
}

} // namespace assay
