// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sqlite_connection.h"

namespace assay {

/// Who is named in the audit trail where the program itself acted.
inline constexpr const char *triageProgram = "assay";

/// Puts a turn that was written just now into the triage queue if it belongs there, or brings its entry up to
/// date. Turns of its thread that were settled with a better score come back. Within the writer's
/// transaction. Throws SQLite::Exception.
void queueTurn(SqliteStore::Connection &connection, const Turn &turn, UtcTime writtenAt);

/// The same for a turn whose label changed.
void queueLabelled(SqliteStore::Connection &connection, const QString &turnId);

} // namespace assay
