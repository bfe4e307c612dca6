// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sqlite_error.h"
#include "store/triage_batch.h"
#include "store/triage_store.h"

#include <QtCore/QJsonDocument>

namespace assay {

// As the audit trail has them.
inline const QString labelAction = QStringLiteral("label");
inline const QString saveAction = QStringLiteral("save_view");
inline const QString deleteAction = QStringLiteral("delete_view");
inline const QString nothing = QStringLiteral("{}"); ///< undone to: a view that was not there

inline QJsonObject jsonOf(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

struct TriageStore::Impl
{
    Impl(std::unique_ptr<SQLite::Database> database, Clock now)
        : connection(std::move(database)), clock(std::move(now))
    {
    }

    SqliteStore::Connection connection;
    Clock clock;
    QString sharedQueue;
    Share share;

    Query query(const char *name) { return Query(connection.statement(name)); }

    /// Runs `work(batch)` in one transaction.
    template<typename F>
    Result<> writing(const QString &who, F work)
    {
        return guarded([&]() -> Result<> {
            SQLite::Transaction transaction(*connection.database, SQLite::TransactionBehavior::IMMEDIATE);
            TriageBatch batch(connection, clock(), who);
            work(batch);
            if (share && !batch.lines().isEmpty()) {
                // The shared queue is the truth: what it did not take, is not kept here either.
                const Result<qint64> last = share(batch.lines());
                if (!last)
                    return fail(last.error());
                setSharedNumber(*last);
            }
            transaction.commit();
            return {};
        });
    }

    void setSharedNumber(qint64 number);
    void setView(const QString &name, const QString &json);
    QString viewJson(const QString &name);
    bool takeBack(TriageBatch &batch, const QString &action, const QString &turnId, const QString &before,
                  const QString &after, TriageUndone &undone);
};

} // namespace assay
