// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/shared_triage.h"
#include "store/sqlite_connection.h"
#include "store/triage_item.h"

namespace assay {

/// The state of an entry as it stands. Private to core/store.
struct StoredTriage
{
    qint64 row = 0;
    QString turnId{};
    QString threadId{};
    std::optional<float> score{};
    TriageState state{};
    int edit = 0;
};

/// nullopt when the row is not in the queue. Throws SQLite::Exception.
std::optional<StoredTriage> readTriage(SqliteStore::Connection &connection, qint64 row);

/// Sets the state of an entry, which readers then see as changed. Throws SQLite::Exception.
void writeTriage(SqliteStore::Connection &connection, qint64 row, const TriageState &state);

/// JSON as the audit trail keeps it.
QString textOf(const QJsonObject &json);

/// A null QString is an empty text here, never NULL.
inline QString kept(const QString &text)
{
    return text.isNull() ? QString(QLatin1StringView("")) : text;
}

/// What one action writes: states, and their lines of the audit trail. Throws SQLite::Exception.
class TriageBatch
{
public:
    TriageBatch(SqliteStore::Connection &connection, UtcTime at, const QString &who);

    qint64 number() const { return m_number; }
    /// What was added to the audit trail.
    const QList<SharedTriageLine> &lines() const { return m_lines; }

    void add(const QString &action, const QString &turnId, const QString &threadId, const QString &before,
             const QString &after, const QString &fact);
    /// Sets a state and says so.
    void change(const QString &action, const StoredTriage &stored, const TriageState &after,
                const QString &fact);

private:
    SqliteStore::Connection &m_connection;
    qint64 m_number = 0;
    UtcTime m_at;
    QString m_who;
    QList<SharedTriageLine> m_lines;
};

} // namespace assay
