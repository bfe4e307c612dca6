// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_connection.h"
#include "turn/turn_json.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

#include <bit>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype keptRaw = 1 << 20;

class BatchWriter
{
public:
    explicit BatchWriter(SqliteStore::Connection &connection) : m_connection(connection) {}

    BatchOutcome write(const StoreBatch &batch)
    {
        SQLite::Transaction transaction(*m_connection.database, SQLite::TransactionBehavior::IMMEDIATE);
        for (const StoreRecord &record : batch.records)
            writeRecord(record);
        for (const DeadLetter &letter : batch.deadLetters)
            writeDeadLetter(letter);
        for (const QString &threadId : std::as_const(m_threads))
            (query("refresh_thread") << threadId).run();
        for (const LogPosition &position : batch.positions)
            (query("set_position") << position.topic << position.partition << position.nextOffset).run();
        transaction.commit();
        m_outcome.turnIds = QStringList(m_turns.begin(), m_turns.end());
        m_outcome.threadIds = QStringList(m_threads.begin(), m_threads.end());
        return m_outcome;
    }

private:
    Query query(const char *name) { return Query(m_connection.statement(name)); }

    void writeRecord(const StoreRecord &record)
    {
        const EventRow &event = record.event;
        const EventKey &key = event.key;
        const int inserted =
            (query("insert_event") << key.topic << key.partition << key.offset << key.item
                                   << nullIfEmpty(event.messageId) << text(event.kind) << text(event.threadId)
                                   << text(event.turnId) << std::bit_cast<qint64>(event.sequence)
                                   << event.timestamp << event.size << event.compressed << text(event.summary)
                                   << nullIfEmpty(event.frame))
                .run();
        if (inserted == 0) {
            writeRepeated(event);
            return;
        }
        ++m_outcome.stored;
        if (record.quality)
            writeQuality(key, *record.quality);
        if (record.llm)
            writeLlm(event, *record.llm);
        if (record.turn)
            writeTurn(*record.turn, event.timestamp);
        if (record.label)
            writeLabel(*record.label, event);
    }

    /// The same bytes again are a duplicate; other bytes under the same id, or at the same place, are
    /// somebody's fault and are kept for whoever looks into it.
    void writeRepeated(const EventRow &event)
    {
        bool sameBytes = event.frame.isEmpty(); // an event of a batch: the batch itself is compared
        if (!sameBytes) {
            QByteArray known;
            {
                Query byId(m_connection.statement("frame_of_message"));
                byId << nullIfEmpty(event.messageId);
                if (byId.next())
                    byId.read(known);
            }
            if (known.isNull()) {
                Query byPlace(m_connection.statement("frame_at"));
                byPlace << event.key.topic << event.key.partition << event.key.offset;
                if (byPlace.next())
                    byPlace.read(known);
            }
            sameBytes = known == event.frame;
        }
        if (sameBytes) {
            ++m_outcome.duplicates;
            return;
        }
        ++m_outcome.conflicts;
        writeDeadLetter(DeadLetter{.key = event.key,
                                   .stage = u"store"_s,
                                   .reason = u"conflicting_message"_s,
                                   .message = u"Another message with this id is stored already."_s,
                                   .seenAt = event.timestamp,
                                   .size = event.frame.size(),
                                   .raw = event.frame});
    }

    void writeQuality(const EventKey &key, const QualityRow &row)
    {
        (query("insert_quality") << key.topic << key.partition << key.offset << key.item << text(row.source)
                                 << text(row.scope) << text(row.threadId) << text(row.turnId) << row.timestamp
                                 << row.scores.accuracy << row.scores.relevance << row.scores.completeness
                                 << row.scores.overall << row.passed << row.threshold
                                 << text(row.issues.join(u'\n')) << row.issueCount << row.latencyMs
                                 << row.retryCount << row.turnNumber << row.attempt << text(row.scopeId)
                                 << text(row.queryId) << text(row.model) << text(row.category)
                                 << text(row.application) << text(row.reasoning))
            .run();
    }

    void writeLlm(const EventRow &event, const LlmCallRow &row)
    {
        std::optional<qint64> duration;
        if (row.duration)
            duration = row.duration->count();
        (query("insert_llm_call") << event.key.topic << event.key.partition << event.key.offset
                                  << event.key.item << text(event.threadId) << text(event.turnId)
                                  << event.timestamp << text(row.model) << text(row.purpose)
                                  << row.promptTokens << row.completionTokens << row.cost << row.estimated
                                  << duration)
            .run();
    }

    /// A turn may arrive more than once and in any order: the newest message about it stands.
    void writeTurn(const Turn &turn, UtcTime writtenAt)
    {
        std::optional<qint64> row;
        {
            Query before(m_connection.statement("turn_before"));
            before << turn.id;
            if (before.next()) {
                UtcTime stored;
                QString question;
                QString answer;
                before.read(row, stored, question, answer);
                if (stored > writtenAt)
                    return;
                (query("delete_text") << row << question << answer).run();
            }
        }
        upsertTurn(turn, writtenAt);
        if (!row)
            row = m_connection.database->getLastInsertRowid();
        (query("insert_text") << row << text(turn.question) << text(turn.answer)).run();
        (query("apply_label") << turn.id).run();
        if (turn.learning)
            writeLearning(turn.id, *turn.learning);
        m_turns.insert(turn.id);
        m_threads.insert(turn.threadId);
    }

    void upsertTurn(const Turn &turn, UtcTime writtenAt)
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
                              << static_cast<int>(turn.attempts.size()) << turn.cost.amount
                              << turn.cost.estimated << qint64{turn.latency.count()} << turn.offline
                              << tokenOf(turn.label) << text(turn.labelNote) << writtenAt << qCompress(json))
            .run();
    }

    void writeLearning(const QString &turnId, const LearningRecord &record)
    {
        (query("upsert_learning") << turnId << record.toolUsed << record.shouldUseTool << record.qualityScore
                                  << record.fastPathPassed << record.firstTierFast)
            .run();
    }

    void writeLabel(const LabelRow &label, const EventRow &event)
    {
        (query("upsert_label") << label.turnId << tokenOf(label.label) << text(label.note) << event.timestamp)
            .run();
        if ((query("apply_label") << label.turnId).run() > 0) {
            m_turns.insert(label.turnId);
            m_threads.insert(event.threadId);
        }
    }

    void writeDeadLetter(const DeadLetter &letter)
    {
        const QByteArray raw = letter.raw.left(keptRaw);
        m_outcome.deadLetters +=
            (query("insert_dead_letter")
             << letter.key.topic << letter.key.partition << letter.key.offset << letter.records
             << text(letter.stage) << text(letter.reason) << letter.byteOffset << text(letter.message)
             << letter.seenAt << letter.size << (raw.isNull() ? QByteArray("") : raw))
                .run();
    }

    static QByteArray nullIfEmpty(const QByteArray &bytes) { return bytes.isEmpty() ? QByteArray() : bytes; }
    /// A null QString is an empty text here, never NULL.
    static QString text(const QString &value) { return value.isNull() ? u""_s : value; }

    SqliteStore::Connection &m_connection;
    BatchOutcome m_outcome;
    QSet<QString> m_turns;
    QSet<QString> m_threads;
};

} // namespace

BatchOutcome writeBatch(SqliteStore::Connection &connection, const StoreBatch &batch)
{
    return BatchWriter(connection).write(batch);
}

} // namespace assay
