// SPDX-License-Identifier: Apache-2.0
#include "store/triage_batch.h"

#include <QtCore/QJsonDocument>

namespace assay {

void writeTriage(SqliteStore::Connection &connection, qint64 row, const TriageState &state)
{
    Query query(connection.statement("set_triage_state"));
    query << row << state.resolved << state.resolvedAt << state.settledScore << kept(state.assignee)
          << kept(state.note) << state.snoozedUntil << state.reopened;
    query.run();
}

QString textOf(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<StoredTriage> readTriage(SqliteStore::Connection &connection, qint64 row)
{
    Query query(connection.statement("triage_state"));
    query << row;
    if (!query.next())
        return std::nullopt;
    StoredTriage stored{.row = row};
    TriageState &state = stored.state;
    query.read(stored.turnId, stored.threadId, stored.score, state.resolved, state.resolvedAt,
               state.settledScore, state.assignee, state.note, state.snoozedUntil, state.reopened,
               stored.edit);
    return stored;
}

TriageBatch::TriageBatch(SqliteStore::Connection &connection, UtcTime at, const QString &who)
    : m_connection(connection), m_at(at), m_who(kept(who))
{
    Query next(connection.statement("next_triage_batch"));
    next.next();
    next.read(m_number);
}

void TriageBatch::add(const QString &action, const QString &turnId, const QString &threadId,
                      const QString &before, const QString &after, const QString &fact)
{
    Query query(m_connection.statement("add_triage_log"));
    query << m_number << m_at << m_who << kept(action) << kept(turnId) << kept(threadId) << kept(before)
          << kept(after) << kept(fact);
    query.run();
    m_lines.append({.at = m_at,
                    .who = m_who,
                    .action = action,
                    .turnId = turnId,
                    .threadId = threadId,
                    .before = before,
                    .after = after,
                    .fact = fact});
}

void TriageBatch::change(const QString &action, const StoredTriage &stored, const TriageState &after,
                         const QString &fact)
{
    writeTriage(m_connection, stored.row, after);
    add(action, stored.turnId, stored.threadId, textOf(toJson(stored.state)), textOf(toJson(after)), fact);
}

} // namespace assay
