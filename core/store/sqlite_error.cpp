// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_error.h"

#include "base/tr.h"

#include <sqlite3.h>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

Errc codeOf(int code, int extended)
{
    switch (code & 0xFF) {
    case SQLITE_FULL: return Errc::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN: return Errc::ReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return Errc::Corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Errc::Unavailable;
    case SQLITE_IOERR:
        // A WAL index that cannot grow is a full disk by another name.
        return code == SQLITE_IOERR_SHMSIZE || extended == SQLITE_IOERR_SHMSIZE ? Errc::DiskFull : Errc::Io;
    default: return Errc::Internal;
    }
}

} // namespace

Error toError(const SQLite::Exception &exception)
{
    const QString reason = QString::fromUtf8(exception.what());
    const Errc code = codeOf(exception.getErrorCode(), exception.getExtendedErrorCode());
    QString message = Tr::tr("The database reports: %1.").arg(reason);
    if (code == Errc::DiskFull)
        message =
            Tr::tr("The database was not written: the disk is full. Free some space; what was not stored is "
                   "still in the log and follows by itself.");
    else if (code == Errc::ReadOnly)
        message = Tr::tr("The database cannot be written (%1). Check the permissions of the data directory.")
                      .arg(reason);
    else if (code == Errc::Corrupt)
        message =
            Tr::tr(
                "The database is damaged (%1). Restart Assay: it keeps the file aside and builds a new one "
                "from the log.")
                .arg(reason);
    else if (code == Errc::Unavailable)
        message = Tr::tr("The database is in use by another process (%1).").arg(reason);
    return Error{.code = code, .message = std::move(message), .where = u"store"_s};
}

} // namespace assay
