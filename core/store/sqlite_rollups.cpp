// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "store/row_sums.h"
#include "store/sqlite_connection.h"
#include "store/sqlite_error.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minuteUs = 60'000'000;
constexpr qint64 minuteMask = (qint64{1} << 40) - 1;

qint64 minuteAt(UtcTime time)
{
    return toMicros(time) / minuteUs;
}

/// The first minute that begins at `time` or later.
qint64 minuteFrom(UtcTime time)
{
    return (toMicros(time) + minuteUs - 1) / minuteUs;
}

UtcTime timeOf(qint64 minute)
{
    return fromMicros(minute * minuteUs);
}

tl::unexpected<Error> damaged()
{
    return fail(Errc::Corrupt, Tr::tr("The minute sums of the store are damaged. Move assay.db away; it is "
                                      "filled from the log again."));
}

tl::unexpected<Error> cancelled()
{
    return fail(Errc::Cancelled, Tr::tr("Cancelled."));
}

/// Events and what the log tells of them are counted from tables of their own.
RollupCell withoutIntake(RollupCell cell)
{
    for (const RollupSum sum : {RollupSum::Duplicates, RollupSum::Conflicts, RollupSum::Echoes,
                                RollupSum::Undecodable, RollupSum::Tombstones, RollupSum::Missing})
        cell[sum] = 0;
    return cell;
}

/// The condition of a filter for RowSums, and what it speaks of.
Result<RowSums::Wanted> wantedOf(const Filter &filter, FilterUse rows, UtcTime now, UtcTime from, UtcTime to,
                                 const CancelToken &token)
{
    RowSums::Wanted wanted{.fromUs = minuteAt(from) * minuteUs,
                           .toUs = minuteFrom(to) * minuteUs,
                           .filter = {},
                           .rows = rows,
                           .token = token};
    if (filter.isEmpty())
        return wanted;
    Result<FilterSql> condition = filterSql(filter, rows, now);
    if (!condition)
        return fail(std::move(condition.error()));
    wanted.filter = std::move(*condition);
    return wanted;
}

} // namespace

Result<> SqliteStore::rollups(RollupSpan span, UtcTime from, UtcTime to, const RollupVisitor &visit)
{
    return guarded([&]() -> Result<> {
        Query query(m_connection->statement("rollup_cells"));
        query << rollupCellId(span, minuteAt(from)) << rollupCellId(span, minuteFrom(to));
        while (query.next()) {
            qint64 id = 0;
            QByteArrayView cell;
            query.read(id, cell);
            if (!visit(id & minuteMask, cell))
                return damaged();
        }
        return {};
    });
}

Result<RollupCell> SqliteStore::rollupSum(UtcTime from, UtcTime to)
{
    RollupCell sum;
    const auto add = [&](RollupSpan span, qint64 first, qint64 behind) {
        return first >= behind ? Result<>()
                               : rollups(span, timeOf(first), timeOf(behind),
                                         [&](qint64, QByteArrayView cell) { return sum.addEncoded(cell); });
    };
    /// The widest spans that fit between, and the narrower ones at both sides.
    const auto fill = [&](const auto &self, std::size_t span, qint64 first, qint64 behind) -> Result<> {
        const qint64 length = rollupSpanMinutes[span];
        const qint64 begin = (first + length - 1) / length * length;
        const qint64 end = behind / length * length;
        if (span == 0)
            return add(RollupSpan::Minute, first, behind);
        if (begin >= end)
            return self(self, span - 1, first, behind);
        if (Result<> left = self(self, span - 1, first, begin); !left)
            return left;
        if (Result<> middle = add(static_cast<RollupSpan>(span), begin, end); !middle)
            return middle;
        return self(self, span - 1, end, behind);
    };
    const Result<> filled = fill(fill, rollupSpanMinutes.size() - 1, std::max<qint64>(0, minuteAt(from)),
                                 std::max<qint64>(0, minuteFrom(to)));
    if (!filled)
        return fail(filled.error());
    return sum;
}

Result<std::optional<std::pair<UtcTime, UtcTime>>> SqliteStore::rollupEnds()
{
    return guarded([&]() -> Result<std::optional<std::pair<UtcTime, UtcTime>>> {
        Query query(m_connection->statement("rollup_ends"));
        std::optional<qint64> first;
        std::optional<qint64> last;
        query.next();
        query.read(first, last);
        if (!first || !last)
            return std::optional<std::pair<UtcTime, UtcTime>>();
        return std::optional(std::pair(timeOf(*first), timeOf(*last + 1)));
    });
}

Result<std::vector<RollupRow>> SqliteStore::rollupsOf(const Filter &filter, FilterUse rows, UtcTime now,
                                                      UtcTime from, UtcTime to, const CancelToken &token)
{
    Result<RowSums::Wanted> wanted = wantedOf(filter, rows, now, from, to, token);
    if (!wanted)
        return fail(std::move(wanted.error()));
    return guarded([&]() -> Result<std::vector<RollupRow>> {
        RowSums sums(*m_connection->database, std::move(*wanted));
        if (!sums.run())
            return cancelled();
        std::vector<RollupRow> cells;
        for (const auto &[minute, cell] : sums.sums().cells())
            cells.push_back({.minute = minute, .cell = cell});
        return cells;
    });
}

Result<QHash<qint64, ThreadScores>> SqliteStore::threadScores(const Filter &filter, FilterUse rows,
                                                              UtcTime now, UtcTime from, UtcTime to,
                                                              float threshold, const CancelToken &token)
{
    const Result<RowSums::Wanted> wanted = wantedOf(filter, rows, now, from, to, token);
    if (!wanted)
        return fail(wanted.error());
    return guarded([&]() -> Result<QHash<qint64, ThreadScores>> {
        const FilterSql condition = readingCondition(*wanted);
        const std::string sql = sqlCatalogue().find(std::string_view("threads_to_compare"))->second +
                                " AND " + condition.where.toStdString() + " GROUP BY e.thread";
        SQLite::Statement statement(*m_connection->database, sql);
        Query query(statement);
        query << threshold << wanted->fromUs << wanted->toUs;
        for (const auto &value : condition.values)
            std::visit([&query](const auto &one) { query << one; }, value);
        QHash<qint64, ThreadScores> threads;
        while (query.next()) {
            qint64 thread = 0;
            ThreadScores scores;
            query.read(thread, scores.scored, scores.scoreMillionths, scores.judged, scores.passed);
            threads.insert(thread, scores);
            if (token.isCancelled())
                return cancelled();
        }
        return threads;
    });
}

Result<QHash<qint64, QString>> SqliteStore::names(const QList<qint64> &ids)
{
    return guarded([&]() -> Result<QHash<qint64, QString>> {
        QHash<qint64, QString> texts;
        for (const qint64 id : ids) {
            Query query(m_connection->statement("name_text"));
            query << id;
            QString text;
            if (query.next()) {
                query.read(text);
                texts.insert(id, text);
            }
        }
        return texts;
    });
}

Result<qint64> SqliteStore::rollupDifferences()
{
    return guarded([&]() -> Result<qint64> {
        RowSums rows(*m_connection->database, {});
        rows.run();
        Query events(m_connection->statement("events_to_sum"));
        while (events.next()) {
            qint64 minute = 0;
            qint64 count = 0;
            qint64 late = 0;
            qint64 future = 0;
            events.read(minute, count, late, future);
            rows.sums().addEvents(minute, count, late, future);
        }
        const std::map<qint64, RollupCell> counted = cellsWithSpans(rows.sums().cells());
        std::map<qint64, RollupCell> kept;
        SQLite::Statement all(*m_connection->database, "SELECT id, sums FROM rollup_cells");
        Query cells(all);
        while (cells.next()) {
            qint64 id = 0;
            QByteArrayView sums;
            cells.read(id, sums);
            if (!kept[id].addEncoded(sums))
                return damaged();
        }
        qint64 differences = 0;
        const auto cellIn = [](const auto &where, qint64 id) {
            const auto found = where.find(id);
            return found == where.end() ? QByteArray() : withoutIntake(found->second).encoded();
        };
        const QByteArray nothing = RollupCell().encoded();
        for (const auto &[id, cell] : counted)
            differences += cellIn(kept, id) != cellIn(counted, id) ? 1 : 0;
        for (const auto &[id, cell] : kept)
            differences += !counted.contains(id) && cellIn(kept, id) != nothing ? 1 : 0;
        Query turns(m_connection->statement("turn_sum_differences"));
        qint64 turnDifferences = 0;
        turns.next();
        turns.read(turnDifferences);
        return differences + turnDifferences;
    });
}

} // namespace assay
