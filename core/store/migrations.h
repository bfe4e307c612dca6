// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QtCore/QByteArrayList>

namespace SQLite {
class Database;
}

namespace assay {

/// The schema, one script per version; script n − 1 makes version n of version n − 1.
const QByteArrayList &schemaScripts();

/// Brings a database to the version of the last script. Each script runs in one transaction with its
/// version number, so that a crash leaves the version before or the version after.
/// @errors InvalidArgument: the database is newer, or not Assay's; it is left alone
Result<> migrate(SQLite::Database &database, const QByteArrayList &scripts);

/// For readers, who change nothing. @errors InvalidArgument: the database is older or newer than the schema
Result<> checkSchema(SQLite::Database &database);

} // namespace assay
