// SPDX-License-Identifier: Apache-2.0
// How long the analytics page takes over many events.
//
//     bench_analytics [EVENTS] [DAYS] [FOLDER]
//     bench_analytics STORE
//
// A store of EVENTS (default 1,000,000) over DAYS (30) and one of a tenth as many over the same minutes; the
// page of several ranges, and the same aggregates by plain SQL over the raw rows. FOLDER keeps the stores
// for another run; without it they are made in a temporary folder. STORE (a path that ends in .db) measures
// one that is there, without plain SQL: duckdb_analytics.py holds DuckDB against that.
#include "analytics/analytics.h"
#include "store/ingest_batch.h"
#include "store/sqlite_store.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayUs = 86'400'000'000;
constexpr qint64 endUs = 1'795'219'200'000'000; // a midnight
constexpr qint64 perBatch = 20'000;
constexpr qint64 perTurn = 6; // two stages, a tool, a call, a reading, an end

const UtcTime end = fromMicros(endUs);

/// Fills batches with the messages of turns, one turn after another in time.
class Traffic
{
public:
    Traffic(qint64 events, int days) : m_turns(events / perTurn), m_spanUs(days * dayUs) {}

    bool fill(IngestBatch &batch)
    {
        batch.clear();
        const int source = batch.sourceOf(u"bench"_s, 0);
        for (; m_turn < m_turns && batch.events.size() < perBatch; ++m_turn)
            addTurn(batch, source);
        BatchSource &read = batch.sources.front();
        read.read = static_cast<qint64>(batch.events.size());
        read.nextOffset = m_offset;
        return !batch.events.empty();
    }

private:
    EventFields &event(IngestBatch &batch, int source, Utf8 kind, Utf8 thread, Utf8 turn, qint64 timeUs)
    {
        std::array<char, 16> id{};
        for (std::size_t half = 0; half < 2; ++half) {
            const std::uint64_t word = m_random();
            std::memcpy(id.data() + 8 * half, &word, 8);
        }
        return batch.events.emplace_back(
            EventFields{.source = source,
                        .offset = m_offset++,
                        .timestampUs = timeUs,
                        .loggedUs = timeUs + 20'000,
                        .size = 180,
                        .messageId = batch.arena.keep(Utf8(id.data(), id.size())),
                        .kind = kind,
                        .threadId = thread,
                        .turnId = turn,
                        .summary = "bench",
                        .frame = m_frame});
    }

    void addTurn(IngestBatch &batch, int source)
    {
        const qint64 timeUs = endUs - m_spanUs +
                              static_cast<qint64>(static_cast<double>(m_turn) / static_cast<double>(m_turns) *
                                                  static_cast<double>(m_spanUs));
        const Utf8 turn = batch.arena.keep(Utf8("tn_" + std::to_string(m_turn)));
        const Utf8 thread = batch.arena.keep(Utf8("th_" + std::to_string(m_random() % 20'000)));
        event(batch, source, "event", thread, turn, timeUs);
        event(batch, source, "event", thread, turn, timeUs);
        event(batch, source, m_random() % 5 == 0 ? "event" : "tool_execution", thread, turn, timeUs);
        const bool cheap = m_random() % 10 < 7;
        const Utf8 model = cheap ? "gpt-4o-mini" : "gpt-4o";
        auto *const call = batch.arena.make<LlmFields>();
        *call = {.model = model,
                 .purpose = "draft",
                 .promptTokens = 500,
                 .completionTokens = 90,
                 .costMicros =
                     static_cast<qint64>((cheap ? 300.0 : 6000.0) * std::exp(0.8 * m_normal(m_random))),
                 .durationUs = 900'000};
        event(batch, source, "metrics", thread, turn, timeUs).llm = call;
        addReading(batch, event(batch, source, "metrics", thread, turn, timeUs), model);
        event(batch, source, "event", thread, turn, timeUs);
    }

    void addReading(IngestBatch &batch, EventFields &at, Utf8 model)
    {
        auto *const quality = batch.arena.make<QualityFields>();
        const auto score =
            static_cast<float>(std::clamp(0.97 - 0.03 * std::abs(m_normal(m_random)), 0.0, 1.0));
        *quality = {
            .source = "callback",
            .scope = "quality",
            .scores = {.accuracy = score, .relevance = score, .completeness = score, .overall = score},
            .passed = score >= 0.95F,
            .latencyMs = static_cast<qint64>(1300.0 * std::exp(0.6 * m_normal(m_random))),
            .retryCount = static_cast<qint64>(m_random() % 8 == 0 ? 1 : 0),
            .issues = score < 0.92F ? "tool_results_ignored" : "",
            .model = model};
        at.quality = quality;
    }

    qint64 m_turns;
    qint64 m_spanUs;
    qint64 m_turn = 0;
    qint64 m_offset = 0;
    std::mt19937_64 m_random{20261121};
    std::normal_distribution<double> m_normal;
    const std::string m_frame = std::string(180, 'f');
};

void fillStore(const QString &path, qint64 events, int days)
{
    if (QFile::exists(path))
        return;
    Result<OpenedStore> opened = openStore(path);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    Traffic traffic(events, days);
    IngestBatch batch;
    QElapsedTimer timer;
    timer.start();
    qint64 stored = 0;
    while (traffic.fill(batch)) {
        const Result<BatchOutcome> written = opened->store->write(batch);
        if (!written)
            qFatal("%s", qPrintable(written.error().message));
        stored += written->stored;
    }
    std::printf("%s: %lld events over %d days stored at %.0f a second, file %lld MB\n", qPrintable(path),
                static_cast<long long>(stored), days,
                static_cast<double>(stored) * 1e3 / static_cast<double>(timer.elapsed()),
                static_cast<long long>(QFile(path).size() >> 20));
    std::fflush(stdout);
}

double medianOf(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

/// Milliseconds of a page, and its responses.
std::pair<double, qint64> measurePage(Store &store, const TimeRange &range)
{
    std::vector<double> times;
    qint64 responses = 0;
    for (int round = 0; round < 15; ++round) {
        QElapsedTimer timer;
        timer.start();
        const Result<AnalyticsPage> page = analyticsPage(store, {.range = range, .now = end});
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        if (!page)
            qFatal("%s", qPrintable(page.error().message));
        responses = page->responses;
    }
    return {medianOf(times), responses};
}

/// What the page says, asked of the raw rows: the totals, the time axis, percentiles, issues, models, what
/// turns cost and whether they used tools, gaps, and the period before. @return milliseconds
double measureSql(const QString &path, const TimeRange &range)
{
    SQLite::Database database(path.toStdString());
    database.exec("PRAGMA cache_size = -262144; PRAGMA temp_store = MEMORY");
    const QString readings =
        u" FROM quality AS q WHERE q.scope = (SELECT id FROM names WHERE text = 'quality') AND "
        "q.timestamp_us >= @from AND q.timestamp_us < @to "_s;
    const qint64 bucket = std::max<qint64>(1, (range.length().count()) / 120);
    const QStringList statements{
        u"SELECT q.timestamp_us / %1, count(*), sum(q.passed), count(q.passed), avg(q.score), sum(q.score >= "
        u"0.95), "
        "sum(q.score >= 0.9), sum(q.score >= 0.8), sum(q.retry_count > 0)"_s.arg(bucket) +
            readings + u"GROUP BY 1"_s,
        u"SELECT bucket, max(CASE WHEN place <= 0.5 THEN latency END), max(CASE WHEN place <= 0.95 THEN "
        u"latency "
        "END), max(CASE WHEN place <= 0.99 THEN latency END) FROM (SELECT q.timestamp_us / %1 AS bucket, "
        "q.latency_ms "
        "AS latency, percent_rank() OVER (PARTITION BY q.timestamp_us / %1 ORDER BY q.latency_ms) AS place"_s
                .arg(bucket) +
            readings + u") GROUP BY 1"_s,
        u"SELECT q.model, count(*), avg(q.score), sum(q.passed)"_s + readings + u"GROUP BY 1"_s,
        u"SELECT q.issues, count(*)"_s + readings + u"GROUP BY 1"_s,
        u"SELECT c.model, c.purpose, count(*), sum(c.cost_micros), sum(c.prompt_tokens) FROM llm_calls AS c "
        u"WHERE "
        "c.timestamp_us >= @from AND c.timestamp_us < @to GROUP BY 1, 2"_s,
        u"SELECT CAST(log10(1 + f.cost_micros) * 5 AS INTEGER), count(*), sum(f.tools > 0) FROM quality AS q "
        u"JOIN "
        "events AS e ON e.id = q.id JOIN turn_sums AS f ON f.turn = e.turn WHERE q.timestamp_us >= @from AND "
        "q.timestamp_us < @to GROUP BY 1"_s,
        u"SELECT count(*), count(DISTINCT timestamp_us / 60000000) FROM events WHERE timestamp_us >= @from "
        u"AND "
        "timestamp_us < @to"_s,
        u"SELECT count(*), sum(q.passed), avg(q.score)"_s +
            QString(readings)
                .replace(u"@to"_s, u"@from"_s)
                .replace(u">= @from"_s, u">= 2 * @from - @last"_s)};
    QElapsedTimer timer;
    timer.start();
    for (QString sql : statements) {
        sql.replace(u"@from"_s, QString::number(toMicros(range.from)));
        sql.replace(u"@to"_s, QString::number(toMicros(range.to)));
        sql.replace(u"@last"_s, QString::number(toMicros(range.to)));
        SQLite::Statement statement(database, sql.toStdString());
        while (statement.executeStep()) {
        }
    }
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Pages of a store that is there, each line "FROM TO RESPONSES MILLISECONDS" with times in microseconds.
int measureStore(const QString &path)
{
    SQLite::Database database(path.toStdString());
    SQLite::Statement ends(database, "SELECT min(timestamp_us), max(timestamp_us) FROM events");
    ends.executeStep();
    const qint64 last = ends.getColumn(1).getInt64() / 60'000'000 * 60'000'000 + 60'000'000;
    const qint64 span = last - ends.getColumn(0).getInt64() / 60'000'000 * 60'000'000;
    const auto store = std::move(*openReadOnly(path));
    for (const qint64 length : {dayUs / 24, dayUs, 7 * dayUs, span}) {
        const TimeRange range{.from = fromMicros(last - std::min(length, span)), .to = fromMicros(last)};
        const auto [page, responses] = measurePage(*store, range);
        std::printf("%lld %lld %lld %.3f\n", static_cast<long long>(toMicros(range.from)),
                    static_cast<long long>(toMicros(range.to)), static_cast<long long>(responses), page);
        std::fflush(stdout);
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1).endsWith(".db"_L1))
        return measureStore(arguments.at(1));
    const qint64 events = std::max<qint64>(6000, arguments.value(1, u"1000000"_s).toLongLong());
    const int days = std::max(1, arguments.value(2, u"30"_s).toInt());
    const QTemporaryDir temporary;
    const QString folder = arguments.value(3, temporary.path());
    const QString large = folder + u"/large.db"_s;
    const QString small = folder + u"/small.db"_s;
    fillStore(small, events / 10, days);
    fillStore(large, events, days);
    const auto largeStore = std::move(*openReadOnly(large));
    const auto smallStore = std::move(*openReadOnly(small));
    std::printf("%-16s %12s %10s %14s %16s %10s\n", "range", "responses", "page", "a tenth of it",
                "plain SQL", "");
    const std::pair<const char *, double> ranges[] = {{"1 hour", 1.0 / 24},
                                                      {"24 hours", 1.0},
                                                      {"47.3 hours", 1.97},
                                                      {"7 days", 7.0},
                                                      {"30 days, odd", std::min(30.0, double(days)) - 0.4321},
                                                      {"all", double(days)}};
    for (const auto &[name, length] : ranges) {
        const TimeRange range{.from = end - std::chrono::microseconds(std::llround(length * dayUs)),
                              .to = end};
        const auto [page, responses] = measurePage(*largeStore, range);
        const auto [tenth, fewer] = measurePage(*smallStore, range);
        const double sql = measureSql(large, range);
        std::printf("%-16s %12lld %7.2f ms %7.2f ms %.2fx %10.1f ms %9.0fx\n", name,
                    static_cast<long long>(responses), page, tenth, page / tenth, sql, sql / page);
        std::fflush(stdout);
    }
    return 0;
}
