// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/ingest_batch.h"
#include "store/rollups.h"

#include <QtCore/QSet>

namespace assay {

/// Writes turns, labels and the threads they belong to. Throws SQLite::Exception.
class TurnWriter
{
public:
    TurnWriter(SqliteStore::Connection &connection, Rollups &rollups)
        : m_connection(connection), m_rollups(rollups)
    {
    }

    /// A turn may arrive more than once and in any order: the newest message about it stands.
    void writeTurn(const Turn &turn, UtcTime writtenAt);
    void writeLabel(const LabelRow &label, const QString &threadId, UtcTime writtenAt);

    /// Brings the threads up to date and tells what was touched since begin().
    void finish(BatchOutcome &outcome);
    void begin();

private:
    Query query(const char *name) { return Query(m_connection.statement(name)); }
    void upsertTurn(const Turn &turn, UtcTime writtenAt);

    SqliteStore::Connection &m_connection;
    Rollups &m_rollups;
    QSet<QString> m_turns;
    QSet<QString> m_threads;
};

} // namespace assay
