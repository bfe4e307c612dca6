// SPDX-License-Identifier: Apache-2.0
#include "store/triage_queue.h"

#include "store/triage_batch.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

void reopenWorse(SqliteStore::Connection &connection, const QString &turnId, UtcTime at)
{
    struct Worse
    {
        qint64 row = 0;
        int number = 0;
        float score = 0.0F;
    };
    QList<Worse> rows;
    {
        Query query(connection.statement("worse_turns"));
        query << turnId << at;
        while (query.next()) {
            Worse one;
            QString id;
            QString thread;
            query.read(one.row, id, thread, one.number, one.score);
            rows.append(one);
        }
    }
    if (rows.isEmpty())
        return;
    TriageBatch batch(connection, at, QString::fromLatin1(triageProgram));
    for (const Worse &one : std::as_const(rows)) {
        const std::optional<StoredTriage> stored = readTriage(connection, one.row);
        TriageState after = changed(stored->state, {.kind = TriageChange::Kind::Reopen}, {}, at);
        after.snoozedUntil.reset();
        after.reopened = true;
        batch.change(u"reopen"_s, *stored, after,
                     u"turn %1, %2"_s.arg(QString::number(one.number),
                                          QString::number(static_cast<double>(one.score), 'f', 2)));
    }
}

} // namespace

void queueTurn(SqliteStore::Connection &connection, const Turn &turn, UtcTime writtenAt)
{
    const Attempt *const best = turn.best();
    const Candidate *const answer = best != nullptr ? best->chosen() : nullptr;
    const Judgement *const judgement = answer != nullptr && answer->judgement ? &*answer->judgement : nullptr;
    static const Scores none{}; // a copy trips a false warning of g++ 12 at -O2
    const Scores &scores = judgement != nullptr ? judgement->scores : none;
    {
        Query query(connection.statement("queue_turn"));
        query << turn.id << kept(turn.policy.judgeModel) << scores.accuracy << scores.relevance
              << scores.completeness;
        query << (judgement != nullptr ? std::optional(kept(judgement->issues.join(u'\n'))) : std::nullopt);
        if (query.run() == 0)
            return;
    }
    if (turn.status == TurnStatus::Failed)
        reopenWorse(connection, turn.id, writtenAt);
}

void queueLabelled(SqliteStore::Connection &connection, const QString &turnId)
{
    Query query(connection.statement("queue_turn"));
    query << turnId << u""_s;
    query.run();
}

} // namespace assay
