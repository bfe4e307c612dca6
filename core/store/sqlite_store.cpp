// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_store.h"

#include "base/json.h"
#include "base/tr.h"
#include "store/event_writer.h"
#include "store/filter_sql.h"
#include "store/sqlite_connection.h"
#include "store/sqlite_error.h"
#include "turn/turn_json.h"

#include <QtCore/QtEndian>

#include <bit>
#include <limits>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype titleLength = 60;
constexpr quint32 largestJson = 64 << 20;

QString titleOf(const QString &question)
{
    const QString line = question.simplified();
    if (line.size() <= titleLength)
        return line;
    const qsizetype keep = line.at(titleLength - 2).isHighSurrogate() ? titleLength - 2 : titleLength - 1;
    return line.left(keep) + u'…';
}

ThreadSummary readThread(Query &query)
{
    ThreadSummary thread;
    int passed = 0;
    int failed = 0;
    query.read(thread.id, thread.title, thread.created, thread.updated, thread.turns, thread.cost, passed,
               failed);
    thread.pass.add(TurnStatus::Passed, passed);
    thread.pass.add(TurnStatus::Failed, failed);
    thread.title = titleOf(thread.title);
    return thread;
}

template<typename E>
E enumOr(const QString &token, E otherwise)
{
    return fromToken<E>(token).value_or(otherwise);
}

TurnSummary readTurn(Query &query)
{
    TurnSummary turn;
    QString status;
    QString tier;
    QString strategy;
    QString label;
    qint64 latency = 0;
    query.read(turn.id, turn.threadId, turn.number, turn.askedAt, turn.question, turn.answer, status,
               turn.verdict.passed, turn.verdict.score, turn.verdict.threshold, turn.verdict.policyRevision,
               turn.model, tier, strategy, turn.confidence, turn.attempts, turn.cost.amount,
               turn.cost.estimated, latency, turn.offline, label, turn.labelNote);
    turn.status = enumOr(status, TurnStatus::Errored);
    turn.tier = enumOr(tier, Tier::Premium);
    turn.strategy = enumOr(strategy, Strategy::SearchFirst);
    turn.label = enumOr(label, Label::None);
    turn.latency = std::chrono::microseconds(latency);
    return turn;
}

/// What a person typed as an FTS5 query: every word as a phrase, the last one as a beginning, so
/// that no character of it is an operator. Empty when there is no word in it.
QString matchExpression(const QString &search)
{
    QStringList phrases;
    QString word;
    const auto endWord = [&] {
        if (!word.isEmpty())
            phrases.append(u'"' + std::exchange(word, {}) + u'"');
    };
    for (const QChar c : search) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
            word += c;
        else
            endWord();
    }
    endWord();
    if (!phrases.isEmpty())
        phrases.last() += u'*';
    return phrases.join(u' ');
}

QString likePattern(const QString &search)
{
    QString escaped = search.trimmed();
    for (const QChar special : {u'\\', u'%', u'_'})
        escaped.replace(special, u'\\' + QString(special));
    return u'%' + escaped + u'%';
}

} // namespace

QualityRow readQuality(Query &query)
{
    QualityRow row;
    QString issues;
    query.read(row.key.topic, row.key.partition, row.key.offset, row.key.item, row.source, row.scope,
               row.threadId, row.turnId, row.timestamp, row.scores.accuracy, row.scores.relevance,
               row.scores.completeness, row.scores.overall, row.passed, row.threshold, issues, row.issueCount,
               row.latencyMs, row.retryCount, row.turnNumber, row.attempt, row.scopeId, row.queryId,
               row.model, row.category, row.application, row.reasoning);
    row.issues = issues.split(u'\n', Qt::SkipEmptyParts);
    return row;
}

Query &Query::operator<<(qint64 value)
{
    m_statement.bind(++m_bound, static_cast<int64_t>(value));
    return *this;
}

Query &Query::operator<<(double value)
{
    m_statement.bind(++m_bound, value);
    return *this;
}

Query &Query::operator<<(const QString &value)
{
    m_statement.bind(++m_bound, value.toStdString());
    return *this;
}

Query &Query::operator<<(std::string_view utf8)
{
    m_statement.bind(++m_bound, std::string(utf8));
    return *this;
}

Query &Query::operator<<(const QByteArray &blob)
{
    if (blob.isNull())
        m_statement.bind(++m_bound);
    else
        m_statement.bind(++m_bound, blob.constData(), static_cast<int>(blob.size()));
    return *this;
}

void Query::operator>>(QString &value)
{
    const SQLite::Column cell = column();
    value = QString::fromUtf8(cell.getText(), cell.getBytes());
}

void Query::operator>>(QByteArray &value)
{
    const SQLite::Column cell = column();
    value =
        cell.isNull() ? QByteArray() : QByteArray(static_cast<const char *>(cell.getBlob()), cell.getBytes());
}

void Query::operator>>(QByteArrayView &value)
{
    const SQLite::Column cell = column();
    value = QByteArrayView(static_cast<const char *>(cell.getBlob()), cell.getBytes());
}

SqliteStore::Connection::Connection(std::unique_ptr<SQLite::Database> opened) : database(std::move(opened))
{
    addFilterFunctions(*database);
}

SqliteStore::Connection::~Connection() = default;

SQLite::Statement &SqliteStore::Connection::statement(const char *name)
{
    auto found = statements.find(std::string_view(name));
    if (found == statements.end()) {
        const auto text = sqlCatalogue().find(std::string_view(name));
        Q_ASSERT(text != sqlCatalogue().end());
        found = statements.emplace(name, std::make_unique<SQLite::Statement>(*database, text->second)).first;
    }
    return *found->second;
}

SqliteStore::SqliteStore(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}

SqliteStore::~SqliteStore() = default;

Result<BatchOutcome> SqliteStore::write(const IngestBatch &batch)
{
    return guarded([&]() -> Result<BatchOutcome> {
        if (!m_connection->writer)
            m_connection->writer = std::make_unique<EventWriter>(*m_connection);
        return m_connection->writer->write(batch);
    });
}

Result<QList<LogPosition>> SqliteStore::positions()
{
    return guarded([&]() -> Result<QList<LogPosition>> {
        Query query(m_connection->statement("positions"));
        return query.all([](Query &row) {
            LogPosition position;
            row.read(position.topic, position.partition, position.nextOffset);
            return position;
        });
    });
}

Result<QList<ThreadSummary>> SqliteStore::threads(const QString &search, int limit,
                                                  const std::optional<ThreadSummary> &after)
{
    return guarded([&]() -> Result<QList<ThreadSummary>> {
        const qint64 time = after ? toMicros(after->updated) : std::numeric_limits<qint64>::max();
        const QString id = after ? after->id : QString();
        const QString wanted = search.trimmed();
        const QString match = matchExpression(wanted);
        Query query(m_connection->statement(wanted.isEmpty()  ? "threads"
                                            : match.isEmpty() ? "search_titles"
                                                              : "search_threads"));
        query << time << id << limit;
        if (!wanted.isEmpty())
            query << likePattern(wanted) << wanted;
        if (!match.isEmpty())
            query << match;
        return query.all(readThread);
    });
}

Result<QList<TurnSummary>> SqliteStore::turnsOf(const QString &threadId, int afterNumber, int limit)
{
    return guarded([&]() -> Result<QList<TurnSummary>> {
        Query query(m_connection->statement("turns_of_thread"));
        query << threadId << afterNumber << limit;
        return query.all(readTurn);
    });
}

Result<QList<TurnSummary>> SqliteStore::recentTurns(int limit)
{
    return guarded([&]() -> Result<QList<TurnSummary>> {
        Query query(m_connection->statement("recent_turns"));
        query << limit;
        return query.all(readTurn);
    });
}

Result<Turn> SqliteStore::turn(const QString &id)
{
    return guarded([&]() -> Result<Turn> {
        Query query(m_connection->statement("turn_json"));
        query << id;
        if (!query.next())
            return fail(Errc::NotFound, Tr::tr("No turn %1 is stored.").arg(id));
        QByteArray packed;
        QString label;
        QString note;
        query.read(packed, label, note);
        // qUncompress allocates what the first four bytes ask for.
        if (packed.size() < 4 || qFromBigEndian<quint32>(packed.constData()) > largestJson)
            return fail(Errc::Corrupt, Tr::tr("The stored turn %1 is damaged.").arg(id));
        Result<Turn> turn =
            parseJsonObject(qUncompress(packed), {.maxBytes = largestJson}).then([](QJsonObject &&object) {
                return turnFromJson(object);
            });
        if (!turn)
            return turn;
        turn->label = enumOr(label, Label::None);
        turn->labelNote = note;
        return turn;
    });
}

Result<QList<EventRow>> SqliteStore::eventsOf(const QString &turnId, int limit)
{
    return guarded([&]() -> Result<QList<EventRow>> {
        Query query(m_connection->statement("events_of_turn"));
        query << turnId << limit;
        return query.all([](Query &row) {
            EventRow event;
            qint64 sequence = 0;
            row.read(event.key.topic, event.key.partition, event.key.offset, event.key.item, event.messageId,
                     event.kind, event.threadId, event.turnId, sequence, event.timestamp, event.size,
                     event.compressed, event.summary);
            event.sequence = std::bit_cast<quint64>(sequence);
            return event;
        });
    });
}

Result<QByteArray> SqliteStore::frameAt(const EventKey &key)
{
    return guarded([&]() -> Result<QByteArray> {
        Query query(m_connection->statement("frame_at"));
        query << key.topic << key.partition << key.offset;
        if (!query.next())
            return fail(
                Errc::NotFound,
                Tr::tr("No record %1/%2 of %3 is stored.").arg(key.partition).arg(key.offset).arg(key.topic));
        QByteArray frame;
        query.read(frame);
        return frame;
    });
}

Result<QList<QualityRow>> SqliteStore::qualityOf(const QString &turnId)
{
    return guarded([&]() -> Result<QList<QualityRow>> {
        Query query(m_connection->statement("quality_of_turn"));
        query << turnId;
        return query.all(readQuality);
    });
}

Result<QList<QualityRow>> SqliteStore::qualitySince(UtcTime time, int limit)
{
    return guarded([&]() -> Result<QList<QualityRow>> {
        Query query(m_connection->statement("quality_since"));
        query << time << limit;
        return query.all(readQuality);
    });
}

Result<StoreCounts> SqliteStore::counts()
{
    return guarded([&]() -> Result<StoreCounts> {
        Query query(m_connection->statement("counts"));
        StoreCounts counts;
        query.next();
        query.read(counts.events, counts.turns, counts.threads, counts.quality, counts.llmCalls,
                   counts.deadLetters);
        return counts;
    });
}

Result<Micros> SqliteStore::spendSince(UtcTime time)
{
    return guarded([&]() -> Result<Micros> {
        Query query(m_connection->statement("spend_since"));
        query << time;
        Micros spent;
        query.next();
        query.read(spent);
        return spent;
    });
}

Result<QList<LearningRow>> SqliteStore::learningRecords(qint64 afterRow, int limit)
{
    return guarded([&]() -> Result<QList<LearningRow>> {
        Query query(m_connection->statement("learning_records"));
        query << afterRow << limit;
        return query.all([](Query &row) {
            LearningRow line;
            QString label;
            row.read(line.row, line.turnId, line.askedAt, line.question, line.confidence, label,
                     line.record.toolUsed, line.record.shouldUseTool, line.record.qualityScore,
                     line.record.fastPathPassed, line.record.firstTierFast);
            line.label = enumOr(label, Label::None);
            return line;
        });
    });
}

Result<quint64> SqliteStore::lastSequence(const QString &threadId)
{
    return guarded([&]() -> Result<quint64> {
        Query query(m_connection->statement("last_sequence"));
        query << threadId;
        qint64 sequence = 0;
        query.next();
        query.read(sequence);
        return std::bit_cast<quint64>(sequence);
    });
}

} // namespace assay
