// SPDX-License-Identifier: Apache-2.0
#include "store/filter_sql.h"
#include "store/sqlite_connection.h"
#include "store/sqlite_error.h"

#include <limits>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Rows of one log are numbered from its stream's number times this; events of batches from 0.
constexpr qint64 streamSpan = qint64{1} << 47;

/// The readings of one stream after a row, oldest stored first.
QString readingsSql(const FilterSql &filter)
{
    return u"SELECT r.topic, r.partition, r.log_offset, r.item, r.source, r.scope, r.thread_id, r.turn_id,"
           " r.timestamp_us, r.accuracy, r.relevance, r.completeness, r.overall, r.passed, r.threshold, "
           "r.issues,"
           " r.issue_count, r.latency_ms, r.retry_count, r.turn_number, r.attempt, r.scope_id, r.query_id, "
           "r.model,"
           " r.category, r.application, r.reasoning,"
           " CASE WHEN r.turn IS NOT NULL THEN EXISTS (SELECT 1 FROM events AS x WHERE x.turn = r.turn"
           "   AND x.kind = (SELECT id FROM names WHERE text = 'tool_execution')) END,"
           " r.id FROM quality_rows AS r WHERE r.id IN (SELECT e.id FROM "_s +
           filterTables(FilterUse::Events) + u" WHERE q.id IS NOT NULL AND e.id > ? AND e.id < ? AND "_s +
           filter.where + u") ORDER BY r.id LIMIT ?"_s;
}

void bindValues(Query &query, const FilterSql &filter)
{
    for (const auto &value : filter.values)
        std::visit([&query](const auto &one) { query << one; }, value);
}

} // namespace

Result<ReadingPage> SqliteStore::readings(const Filter &filter, UtcTime now, const ReadingCursor &after,
                                          int limit)
{
    const Result<FilterSql> condition = filterSql(filter, FilterUse::Events, now);
    if (!condition)
        return fail(condition.error());
    return guarded([&]() -> Result<ReadingPage> {
        ReadingPage page{.rows = {}, .cursor = after};
        QList<qint64> streams{0};
        SQLite::Statement known(*m_connection->database, "SELECT id FROM streams ORDER BY id");
        while (known.executeStep())
            streams.append(known.getColumn(0).getInt64());
        SQLite::Statement statement(*m_connection->database, readingsSql(*condition).toStdString());
        for (const qint64 stream : std::as_const(streams)) {
            Query query(statement);
            query << after.value(stream, stream * streamSpan - 1) << (stream + 1) * streamSpan;
            bindValues(query, *condition);
            query << limit;
            int read = 0;
            for (; query.next(); ++read) {
                ReadingRow row{.quality = readQuality(query)};
                query >> row.toolUsed;
                query >> page.cursor[stream];
                page.rows.append(std::move(row));
            }
            page.more = page.more || read == limit;
        }
        std::ranges::stable_sort(page.rows, {}, [](const ReadingRow &row) { return row.quality.timestamp; });
        return page;
    });
}

} // namespace assay
