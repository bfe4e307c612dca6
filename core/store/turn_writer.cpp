// SPDX-License-Identifier: Apache-2.0
#include "store/turn_writer.h"

#include "store/triage_queue.h"
#include "turn/turn_json.h"

#include <QtCore/QJsonDocument>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// A null QString is an empty text here, never NULL.
QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

void readStatus(TurnOutcome &outcome, const QString &status)
{
    outcome.passed = status == tokenOf(TurnStatus::Passed);
    outcome.judged = outcome.passed || status == tokenOf(TurnStatus::Failed);
}

TurnOutcome outcomeOf(const Turn &turn, UtcTime writtenAt)
{
    TurnOutcome outcome{.timeUs = toMicros(writtenAt),
                        .confidence = turn.route.confidence,
                        .policyRevision = turn.verdict.policyRevision,
                        .firstTierFast = turn.learning && turn.learning->firstTierFast,
                        .fastPathPassed = turn.learning && turn.learning->fastPathPassed};
    readStatus(outcome, tokenOf(turn.status));
    return outcome;
}

/// How well the best passage covers the question; nullopt for a turn that looked for none.
std::optional<double> retrievalScore(const Turn &turn)
{
    std::optional<double> best;
    for (const Evidence &evidence : turn.evidence)
        if (evidence.kind != EvidenceKind::ToolResult)
            best = std::max(best.value_or(0.0), evidence.gradeScore);
    return best;
}

} // namespace

void TurnWriter::begin()
{
    m_turns.clear();
    m_threads.clear();
}

void TurnWriter::finish(BatchOutcome &outcome)
{
    for (const QString &threadId : std::as_const(m_threads))
        (query("refresh_thread") << threadId).run();
    outcome.turnIds = QStringList(m_turns.begin(), m_turns.end());
    outcome.threadIds = QStringList(m_threads.begin(), m_threads.end());
}

void TurnWriter::writeTurn(const Turn &turn, UtcTime writtenAt)
{
    std::optional<qint64> row;
    TurnOutcome outcome = outcomeOf(turn, writtenAt);
    {
        Query before(m_connection.statement("turn_before"));
        before << turn.id;
        if (before.next()) {
            TurnOutcome stored;
            QString question;
            QString answer;
            QString status;
            before.read(row, stored.timeUs, question, answer, status, stored.confidence,
                        stored.policyRevision, stored.firstTierFast, stored.fastPathPassed);
            if (stored.timeUs > toMicros(writtenAt))
                return;
            readStatus(stored, status);
            m_rollups.addTurn(stored, -1);
            if (!turn.learning) { // what was learned before stays
                outcome.firstTierFast = stored.firstTierFast;
                outcome.fastPathPassed = stored.fastPathPassed;
            }
            (query("delete_text") << row << question << answer).run();
        }
    }
    m_rollups.addTurn(outcome);
    upsertTurn(turn, writtenAt);
    if (!row)
        row = m_connection.database->getLastInsertRowid();
    (query("insert_text") << row << text(turn.question) << text(turn.answer)).run();
    (query("apply_label") << turn.id).run();
    if (turn.learning) {
        const LearningRecord &record = *turn.learning;
        (query("upsert_learning") << turn.id << record.toolUsed << record.shouldUseTool << record.qualityScore
                                  << record.fastPathPassed << record.firstTierFast)
            .run();
    }
    if (const std::optional<double> score = retrievalScore(turn))
        (query("upsert_retrieval") << row << turn.askedAt << *score).run();
    queueTurn(m_connection, turn, writtenAt);
    m_turns.insert(turn.id);
    m_threads.insert(turn.threadId);
}

void TurnWriter::upsertTurn(const Turn &turn, UtcTime writtenAt)
{
    const Attempt *best = turn.best();
    const Candidate *answer = best != nullptr ? best->chosen() : nullptr;
    const QByteArray json = QJsonDocument(toJson(turn)).toJson(QJsonDocument::Compact);
    (query("upsert_turn") << text(turn.id) << text(turn.threadId) << turn.number << turn.askedAt
                          << text(turn.question) << text(turn.answer) << tokenOf(turn.status)
                          << turn.verdict.passed << turn.verdict.score << turn.verdict.threshold
                          << turn.verdict.policyRevision
                          << text(answer != nullptr ? answer->model : turn.route.model)
                          << tokenOf(answer != nullptr ? answer->tier : turn.route.tier)
                          << tokenOf(turn.route.strategy) << turn.route.confidence
                          << static_cast<int>(turn.attempts.size()) << turn.cost.amount << turn.cost.estimated
                          << qint64{turn.latency.count()} << turn.offline << tokenOf(turn.label)
                          << text(turn.labelNote) << writtenAt << qCompress(json))
        .run();
}

void TurnWriter::writeLabel(const LabelRow &label, const QString &threadId, UtcTime writtenAt)
{
    (query("upsert_label") << label.turnId << tokenOf(label.label) << text(label.note) << writtenAt).run();
    if ((query("apply_label") << label.turnId).run() > 0) {
        queueLabelled(m_connection, label.turnId);
        m_turns.insert(label.turnId);
        m_threads.insert(threadId);
    }
}

} // namespace assay
