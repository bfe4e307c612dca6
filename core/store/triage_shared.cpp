// SPDX-License-Identifier: Apache-2.0
// The store's side of a triage queue that several consoles share.
#include "store/triage_store_impl.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// The row of a turn in the queue; nullopt while it is not in it.
std::optional<qint64> rowOf(SqliteStore::Connection &connection, const QString &turnId)
{
    Query find(connection.statement("triage_row_of"));
    find << turnId;
    if (!find.next())
        return std::nullopt;
    qint64 row = 0;
    find.read(row);
    return row;
}

void setState(SqliteStore::Connection &connection, const QString &turnId, const QString &state)
{
    const std::optional<qint64> row = rowOf(connection, turnId);
    if (!row) {
        Query wait(connection.statement("put_waiting"));
        wait << turnId << state;
        wait.run();
        return;
    }
    const std::optional<StoredTriage> stored = readTriage(connection, *row);
    const TriageState wanted = triageStateFrom(jsonOf(state));
    if (stored && !(stored->state == wanted))
        writeTriage(connection, *row, wanted);
}

} // namespace

void TriageStore::setShare(const QString &queue, Share share)
{
    m->sharedQueue = queue;
    m->share = std::move(share);
}

void TriageStore::Impl::setSharedNumber(qint64 number)
{
    (query("set_shared_number") << sharedQueue << number).run();
}

Result<qint64> TriageStore::sharedNumber()
{
    return guarded([&]() -> Result<qint64> {
        Query query = m->query("shared_number");
        query << m->sharedQueue;
        qint64 number = 0;
        if (query.next())
            query.read(number);
        return number;
    });
}

Result<> TriageStore::takeShared(const QList<SharedTriageLine> &lines)
{
    if (lines.isEmpty())
        return {};
    return guarded([&]() -> Result<> {
        SQLite::Transaction transaction(*m->connection.database, SQLite::TransactionBehavior::IMMEDIATE);
        std::unique_ptr<TriageBatch> batch;
        qint64 theirs = 0;
        for (const SharedTriageLine &line : lines) {
            // One action of theirs is one here, so that whoever did it can take it back here too.
            if (!batch || line.batch != theirs)
                batch = std::make_unique<TriageBatch>(m->connection, line.at, line.who);
            theirs = line.batch;
            batch->add(line.action, line.turnId, line.threadId, line.before, line.after, line.fact);
            if (line.action == saveAction || line.action == deleteAction) {
                const QJsonObject after = jsonOf(line.after);
                m->setView(after.value("name"_L1).toString(), after.value("view"_L1).toString());
            } else if (line.action != labelAction && !line.after.isEmpty()) {
                setState(m->connection, line.turnId, line.after);
            }
        }
        m->setSharedNumber(lines.constLast().number);
        transaction.commit();
        return {};
    });
}

Result<> TriageStore::settleWaiting()
{
    struct Waiting
    {
        QString turnId{};
        QString state{};
    };
    return guarded([&]() -> Result<> {
        const auto read = [&] {
            Query query = m->query("waiting_that_came");
            return query.all([](Query &row) {
                Waiting one;
                row.read(one.turnId, one.state);
                return one;
            });
        };
        if (read().isEmpty())
            return {};
        SQLite::Transaction transaction(*m->connection.database, SQLite::TransactionBehavior::IMMEDIATE);
        for (const Waiting &one : read()) {
            setState(m->connection, one.turnId, one.state);
            (m->query("drop_waiting") << one.turnId).run();
        }
        transaction.commit();
        return {};
    });
}

} // namespace assay
