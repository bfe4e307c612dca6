// SPDX-License-Identifier: Apache-2.0
// How fast the triage list answers over a million failures: filters and groupings over the queue in memory,
// against the same conditions as SQL over the queue's table in this run.
#include "store/sqlite_store.h"
#include "store/triage_store.h"
#include "store/triage_table.h"

#include <QtCore/QTemporaryDir>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

const UtcTime now = fromMicros(1'795'000'000'000'000);

void fill(const QString &path, int count)
{
    SQLite::Database database(path.toStdString(), SQLite::OPEN_READWRITE);
    SQLite::Transaction transaction(database);
    SQLite::Statement insert(database, R"(
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
        INSERT INTO triage_items (row, version, reasons, turn_id, thread_id, number, asked_at_us, status, passed, score,
            threshold, accuracy, relevance, completeness, model, tier, strategy, confidence, attempts, cost_micros,
            latency_us, label, issues, judge)
        SELECT i, 1, 1, printf('tn_%012d', i), printf('th_%012d', i / 4), i % 4 + 1, 1795000000000000 - i * 86400,
            'failed', 0, (i * 7919 % 9500) / 10000.0, 0.95, 0.8, 0.9, 0.7,
            CASE i % 3 WHEN 0 THEN 'premium-70b' ELSE 'fast-8b' END, 'fast', 'search_first', 0.8, i % 4 + 1,
            1000 + i % 5000, 400000 + i % 3000000, 'none',
            CASE i % 5 WHEN 0 THEN 'tool_results_ignored' WHEN 1 THEN 'incomplete_coverage' WHEN 2 THEN 'low_accuracy'
                       WHEN 3 THEN 'tool_results_ignored' || char(10) || 'low_relevance' ELSE '' END, 'judge-1'
        FROM n)");
    insert.bind(1, count);
    insert.exec();
    transaction.commit();
}

template<typename F>
double bestMs(F &&work)
{
    double best = 1e9;
    for (int i = 0; i < 5; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        best = std::min(
            best,
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    return best;
}

struct Case
{
    const char *filter;
    const char *sql;
};

} // namespace

int main(int argc, char **argv)
{
    const int count = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"assay.db"_s);
    if (!openStore(path))
        return 1;
    fill(path, count);
    auto store = TriageStore::open(path);
    if (!store)
        return 1;
    TriageTable table;
    const auto begin = std::chrono::steady_clock::now();
    const auto loaded = (*store)->itemsAfter(0, [&table](TriageItem &&item) {
        table.put(item);
        return true;
    });
    if (!loaded)
        return 1;
    std::printf("read into memory once: %.1f s\n",
                std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    SQLite::Database sql(path.toStdString(), SQLite::OPEN_READONLY);
    sql.exec("PRAGMA cache_size = -1000000");
    const TriageTable::TextReader texts = [&store](qint64 row) {
        const auto read = (*store)->texts(row);
        return TriageTable::Texts{.question = read->question, .answer = read->answer};
    };
    std::printf("%d failures\n%-58s %9s %9s %7s %9s\n", count, "filter", "list ms", "SQL ms", "ratio",
                "found");
    for (const Case &one :
         {Case{"", "1"}, Case{"score < 0.5", "score < 0.5"},
          Case{"issue = tool_results_ignored", "char(10) || issues || char(10) LIKE '%' || char(10) || "
                                               "'tool_results_ignored' || char(10) || '%'"},
          Case{"model = premium-70b and cost > $0.005", "model = 'premium-70b' AND cost_micros > 5000"},
          Case{"thread ~ \"00042\"", "thread_id LIKE '%00042%'"},
          Case{"time > -1h and latency > 2s", "asked_at_us > 1794996400000000 AND latency_us > 2000000"}}) {
        const auto filter = parseFilter(QString::fromLatin1(one.filter), FilterUse::Turns);
        if (!filter)
            return 1;
        for (const TriageGrouping grouping : {TriageGrouping::Issue, TriageGrouping::Thread}) {
            std::size_t found = 0;
            const double list = bestMs([&] {
                found = table.list({.filter = *filter, .grouping = grouping, .now = now}, texts, {})
                            ->places.size();
            });
            const char *const key = grouping == TriageGrouping::Issue ? "issues" : "thread_id";
            const double plain = bestMs([&] {
                SQLite::Statement query(sql, std::string("SELECT ") + key +
                                                 ", count(*) FROM triage_items WHERE resolved = 0"
                                                 " AND snoozed_until_us IS NULL AND " +
                                                 one.sql + " GROUP BY 1");
                while (query.executeStep()) {
                }
            });
            std::printf("%-46s by %-8s %9.1f %9.1f %6.1fx %9zu\n", one.filter,
                        grouping == TriageGrouping::Issue ? "issue" : "thread", list, plain, plain / list,
                        found);
        }
    }
    return 0;
}
