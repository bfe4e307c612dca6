// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/rollups.h"

#include <unordered_map>

namespace assay {

/// Keeps turn_sums while a turn's messages arrive in any order, and with them what the minute sums say
/// of the turns behind the readings. Remembers turns from batch to batch. Throws SQLite::Exception.
class TurnSumsWriter
{
public:
    TurnSumsWriter(SqliteStore::Connection &connection, Rollups &rollups)
        : m_connection(connection), m_rollups(rollups)
    {
    }

    /// Forgets what it remembers: another process has written, or a transaction was taken back.
    /// @param lastName the highest id of names now stored: turns above it are new
    void refresh(qint64 lastName);

    // Each is called once per stored message; `turn` is the id of its name.
    void addTool(qint64 turn);
    void addCall(qint64 turn, qint64 costMicros);
    void addReading(qint64 turn, qint64 timestampUs);

    /// Writes what has changed.
    void write();

private:
    struct Known
    {
        TurnSums sums{};
        bool changed = false;
    };

    Known &known(qint64 turn);
    void change(qint64 turn, const TurnSums &by);

    SqliteStore::Connection &m_connection;
    Rollups &m_rollups;
    std::unordered_map<qint64, Known> m_known;
    std::vector<qint64> m_changed;
    qint64 m_storedNames = 0; ///< turns up to this id may have sums in the store
    qint64 m_seenNames = 0;
};

} // namespace assay
