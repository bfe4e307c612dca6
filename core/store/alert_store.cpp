// SPDX-License-Identifier: Apache-2.0
#include "store/alert_store.h"

#include "base/tr.h"
#include "store/alert_store_impl.h"
#include "store/migrations.h"
#include "store/sqlite_error.h"

#include <QtCore/QFile>

#include <sqlite3.h>

#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

using Kind = AlertEvent::Kind;

constexpr qint64 streamSpan = qint64{1} << 47; ///< as events.id is numbered
constexpr std::size_t batchSize = 4096;

constexpr std::uint8_t otherIssue = AlertEvent::OtherIssue;

struct IssueBit
{
    std::string_view name;
    std::uint8_t bit;
};
constexpr std::array issueBits{IssueBit{"tool_results_ignored", AlertEvent::ToolResultsIgnored},
                               IssueBit{"incomplete_coverage", AlertEvent::IncompleteCoverage},
                               IssueBit{"low_accuracy", AlertEvent::LowAccuracy},
                               IssueBit{"low_relevance", AlertEvent::LowRelevance},
                               IssueBit{"low_completeness", AlertEvent::LowCompleteness}};

std::uint8_t issuesIn(std::string_view lines)
{
    std::uint8_t bits = 0;
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
        const auto known = std::ranges::find(issueBits, line, &IssueBit::name);
        if (!line.empty())
            bits = static_cast<std::uint8_t>(bits | (known == issueBits.end() ? otherIssue : known->bit));
    }
    return bits;
}

/// One kind of row that alerts look at.
struct Table
{
    const char *name; ///< in the cursor
    const char *columns;
    const char *from;
    const char *time; ///< expression of the time
    const char *id;
    const char *where;
    bool streamed; ///< ids are numbered by stream
};

constexpr std::array tables{
    Table{"quality",
          "q.id, q.timestamp_us, q.score, q.accuracy, q.relevance, q.completeness, q.passed, q.threshold, "
          "q.issues, q.latency_ms, q.retry_count, q.model, q.category",
          "quality AS q", "q.timestamp_us", "q.id", "q.scope = (SELECT id FROM names WHERE text = 'quality')",
          true},
    Table{"calls", "c.id, c.timestamp_us, c.cost_micros", "llm_calls AS c", "c.timestamp_us", "c.id", "TRUE",
          true},
    Table{"runs", "e.id, e.timestamp_us, e.summary >= 'GRAPH_ER'", "events AS e", "e.timestamp_us", "e.id",
          "e.summary >= 'GRAPH_E' AND e.summary < 'GRAPH_F' AND e.kind = (SELECT id FROM names WHERE text = "
          "'event') "
          "AND NOT EXISTS (SELECT 1 FROM quality AS a WHERE a.id = e.id)",
          true},
    Table{"retrieval", "r.row, r.timestamp_us, r.score", "turn_retrieval AS r", "r.timestamp_us", "r.row",
          "TRUE", false},
    Table{"letters", "d.id, coalesce(d.logged_us, d.seen_at_us)", "dead_letters AS d",
          "coalesce(d.logged_us, d.seen_at_us)", "d.id", "d.reason <> 'conflicting_message'", false},
    Table{"gauges", "g.id, g.timestamp_us, g.kind, g.value", "alert_gauges AS g", "g.timestamp_us", "g.id",
          "TRUE", false},
};

QString cursorKey(const Table &table, qint64 stream)
{
    return QString::fromLatin1(table.name) + u'/' + QString::number(stream);
}

/// A prepared statement for rows that come by the million. Throws SQLite::Exception.
class RowStatement
{
public:
    RowStatement(sqlite3 *database, const std::string &sql, std::span<const qint64> arguments)
        : m_database(database)
    {
        check(sqlite3_prepare_v2(database, sql.c_str(), static_cast<int>(sql.size()), &m_statement, nullptr));
        for (std::size_t i = 0; i < arguments.size(); ++i)
            check(sqlite3_bind_int64(m_statement, static_cast<int>(i) + 1, arguments[i]));
    }
    ~RowStatement() { sqlite3_finalize(m_statement); }
    Q_DISABLE_COPY_MOVE(RowStatement)

    bool next()
    {
        const int code = sqlite3_step(m_statement);
        if (code != SQLITE_ROW && code != SQLITE_DONE)
            throw SQLite::Exception(m_database, code);
        return code == SQLITE_ROW;
    }
    bool isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
    qint64 integer(int column) const { return sqlite3_column_int64(m_statement, column); }
    double real(int column) const { return sqlite3_column_double(m_statement, column); }
    std::string_view text(int column) const
    {
        return {reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column)),
                static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
    }

private:
    void check(int code)
    {
        if (code == SQLITE_OK)
            return;
        const SQLite::Exception failure(m_database, code);
        sqlite3_finalize(std::exchange(m_statement, nullptr));
        throw failure;
    }

    sqlite3 *m_database;
    sqlite3_stmt *m_statement = nullptr;
};

/// Rows of one table as events, one after the other.
class Rows
{
public:
    Rows(AlertStore::Impl &store, const Table &table, const std::string &condition,
         std::span<const qint64> arguments, float threshold)
        : m_store(store), m_table(table), m_threshold(threshold),
          m_row(store.connection.database->getHandle(),
                std::string("SELECT ") + table.columns + " FROM " + table.from + " WHERE " + table.where +
                    " AND " + condition,
                arguments)
    {
    }

    bool next()
    {
        if (!m_row.next())
            return false;
        m_event = {.timeUs = m_row.integer(1), .id = m_row.integer(0)};
        fill();
        return true;
    }
    const AlertEvent &event() const { return m_event; }

private:
    float score(int column) const
    {
        return m_row.isNull(column) ? AlertEvent::none : static_cast<float>(m_row.real(column));
    }
    std::int32_t count(int column) const
    {
        const qint64 value = m_row.isNull(column) ? -1 : m_row.integer(column);
        return static_cast<std::int32_t>(
            std::clamp<qint64>(value, -1, std::numeric_limits<std::int32_t>::max()));
    }

    void fill()
    {
        switch (&m_table - tables.data()) {
        case 0: return fillReading();
        case 1:
            m_event.kind = Kind::Call;
            m_event.costMicros = m_row.isNull(2) ? -1 : m_row.integer(2);
            return;
        case 2: m_event.kind = m_row.integer(2) != 0 ? Kind::RunFailed : Kind::RunEnded; return;
        case 3:
            m_event.kind = Kind::Retrieval;
            m_event.value = m_row.real(2);
            return;
        case 4: m_event.kind = Kind::Undecodable; return;
        default:
            m_event.kind = static_cast<Kind>(std::clamp<qint64>(
                m_row.integer(2), static_cast<qint64>(Kind::Lag), static_cast<qint64>(Kind::Memory)));
            m_event.value = m_row.real(3);
        }
    }

    void fillReading()
    {
        m_event.kind = Kind::Reading;
        m_event.score = score(2);
        m_event.accuracy = score(3);
        m_event.relevance = score(4);
        m_event.completeness = score(5);
        m_event.threshold = m_row.isNull(7) ? m_threshold : static_cast<float>(m_row.real(7));
        if (!m_row.isNull(6))
            m_event.passed = m_row.integer(6) != 0 ? 1 : 0;
        else if (!std::isnan(m_event.score))
            m_event.passed = m_event.score >= m_event.threshold ? 1 : 0;
        if (!m_row.isNull(8))
            m_event.issues = issuesIn(m_row.text(8));
        m_event.latencyMs = count(9);
        m_event.retries = count(10);
        m_event.model = m_row.isNull(11) ? 0 : modelOf(static_cast<std::int32_t>(m_row.integer(11)));
        m_event.category = m_row.isNull(12) ? std::uint8_t{0} : categoryOf(m_row.integer(12));
    }

    QString nameOf(qint64 id)
    {
        Query query = m_store.query("name_text");
        query << id;
        QString name;
        if (query.next())
            query.read(name);
        return name;
    }

    std::int32_t modelOf(std::int32_t id)
    {
        if (!m_store.models.contains(id))
            m_store.models.insert(id, nameOf(id));
        return id;
    }

    std::uint8_t categoryOf(qint64 id)
    {
        const auto known = m_store.categories.constFind(id);
        if (known != m_store.categories.constEnd())
            return *known;
        const QString name = nameOf(id);
        std::uint8_t place = 0;
        for (std::uint8_t i = 1; i < alertCategories.size(); ++i)
            if (name.compare(QLatin1StringView(alertCategories.at(i)), Qt::CaseInsensitive) == 0)
                place = i;
        m_store.categories.insert(id, place);
        return place;
    }

    AlertStore::Impl &m_store;
    const Table &m_table;
    float m_threshold;
    RowStatement m_row;
    AlertEvent m_event{};
};

/// Numbers of the streams, and 0 for the events of batches.
QList<qint64> streamsOf(AlertStore::Impl &store)
{
    QList<qint64> streams{0};
    Query query = store.query("alert_streams");
    while (query.next()) {
        qint64 id = 0;
        query.read(id);
        streams.append(id);
    }
    return streams;
}

} // namespace

bool operator<(const AlertEvent &a, const AlertEvent &b)
{
    if (a.timeUs != b.timeUs)
        return a.timeUs < b.timeUs;
    return a.kind != b.kind ? a.kind < b.kind : a.id < b.id;
}

AlertStore::AlertStore(std::unique_ptr<Impl> impl) : m(std::move(impl)) {}

AlertStore::~AlertStore() = default;

Result<std::unique_ptr<AlertStore>> AlertStore::open(const QString &path, bool writing)
{
    if (!QFile::exists(path))
        return fail(Errc::NotFound, Tr::tr("There is no database at %1 yet.").arg(path));
    return guarded([&]() -> Result<std::unique_ptr<AlertStore>> {
        // One thread at a time, and a backtest reads all there is.
        auto database =
            connectTo(path, (writing ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY) | SQLITE_OPEN_NOMUTEX);
        database->exec("PRAGMA cache_size = -16384; PRAGMA mmap_size = 1073741824;");
        if (writing) {
            if (const Result<> migrated = migrate(*database, schemaScripts()); !migrated)
                return fail(migrated.error());
        }
        if (const Result<> checked = checkSchema(*database); !checked)
            return fail(checked.error());
        return std::unique_ptr<AlertStore>(new AlertStore(std::make_unique<Impl>(std::move(database))));
    });
}

Result<> AlertStore::readBetween(UtcTime from, UtcTime to, float threshold, const Sink &sink)
{
    return guarded([&]() -> Result<> {
        const std::array<qint64, 2> range{toMicros(from), toMicros(to)};
        std::vector<std::unique_ptr<Rows>> sources;
        for (const Table &table : tables) {
            const std::string condition = std::string(table.time) + " >= ? AND " + table.time +
                                          " < ? ORDER BY " + table.time + ", " + table.id;
            auto rows = std::make_unique<Rows>(*m, table, condition, range, threshold);
            if (rows->next())
                sources.push_back(std::move(rows));
        }
        std::vector<AlertEvent> batch;
        batch.reserve(batchSize);
        while (!sources.empty()) {
            const auto first = std::ranges::min_element(
                sources, [](const auto &a, const auto &b) { return a->event() < b->event(); });
            batch.push_back((*first)->event());
            if (!(*first)->next())
                sources.erase(first);
            if (batch.size() < batchSize && !sources.empty())
                continue;
            if (Result<> taken = sink(batch); !taken)
                return taken;
            batch.clear();
        }
        return {};
    });
}

Result<AlertCursor> AlertStore::readSince(UtcTime from, float threshold, const Sink &sink)
{
    return guarded([&]() -> Result<AlertCursor> {
        // One snapshot, so that nothing is read twice and nothing is left out.
        SQLite::Transaction snapshot(*m->connection.database);
        AlertCursor cursor;
        const QList<qint64> streams = streamsOf(*m);
        for (const Table &table : tables) {
            for (const qint64 stream : std::as_const(streams)) {
                if (!table.streamed && stream != 0)
                    break;
                const std::string text = std::string("SELECT max(") + table.id + ") FROM " + table.from +
                                         " WHERE " + table.id + " >= ? AND " + table.id + " < ?";
                SQLite::Statement last(*m->connection.database, text);
                last.bind(1, static_cast<int64_t>(stream * streamSpan));
                last.bind(2, static_cast<int64_t>(table.streamed ? (stream + 1) * streamSpan
                                                                 : std::numeric_limits<qint64>::max()));
                if (last.executeStep() && !last.getColumn(0).isNull())
                    cursor.insert(cursorKey(table, stream), last.getColumn(0).getInt64());
            }
        }
        if (const Result<> read = readBetween(from, UtcTime::max(), threshold, sink); !read)
            return fail(read.error());
        return cursor;
    });
}

Result<std::vector<AlertEvent>> AlertStore::readAfter(AlertCursor &cursor, float threshold, int limit)
{
    return guarded([&]() -> Result<std::vector<AlertEvent>> {
        std::vector<AlertEvent> events;
        const QList<qint64> streams = streamsOf(*m);
        AlertCursor reached = cursor;
        for (const Table &table : tables) {
            for (const qint64 stream : std::as_const(streams)) {
                if (!table.streamed && stream != 0)
                    break;
                const qint64 end =
                    table.streamed ? (stream + 1) * streamSpan : std::numeric_limits<qint64>::max();
                const std::array<qint64, 3> arguments{
                    cursor.value(cursorKey(table, stream), stream * streamSpan - 1), end, limit};
                const std::string condition =
                    std::string(table.id) + " > ? AND " + table.id + " < ? ORDER BY " + table.id + " LIMIT ?";
                Rows rows(*m, table, condition, arguments, threshold);
                while (rows.next()) {
                    events.push_back(rows.event());
                    reached[cursorKey(table, stream)] = rows.event().id;
                }
            }
        }
        cursor = reached;
        return events;
    });
}

Result<std::optional<std::pair<UtcTime, UtcTime>>> AlertStore::extent()
{
    return guarded([&]() -> Result<std::optional<std::pair<UtcTime, UtcTime>>> {
        Query query = m->query("alert_extent");
        std::optional<UtcTime> first;
        std::optional<UtcTime> last;
        query.next();
        query.read(first, last);
        if (!first || !last)
            return std::optional<std::pair<UtcTime, UtcTime>>();
        return std::optional(std::pair(*first, *last));
    });
}

const QHash<std::int32_t, QString> &AlertStore::models() const
{
    return m->models;
}

Result<QList<AlertSubject>> AlertStore::subjects(const QList<qint64> &ids)
{
    return guarded([&]() -> Result<QList<AlertSubject>> {
        QList<AlertSubject> all;
        for (const qint64 id : ids) {
            Query query = m->query("alert_subject");
            query << id;
            if (!query.next())
                continue;
            AlertSubject one;
            QString issues;
            query.read(one.id, one.threadId, one.turnId, one.time, one.score, one.threshold, issues,
                       one.question, one.model);
            one.issues = issues.split(u'\n', Qt::SkipEmptyParts);
            all.append(one);
        }
        return all;
    });
}

} // namespace assay
