// SPDX-License-Identifier: Apache-2.0
// How fast a backtest is.
//
//     bench_alerts [EVENTS] [RULES_FILE] [DATABASE]
//
// Stores EVENTS events of a day (a million by default; six in ten are readings of quality, two are model
// calls, two are ends of runs), and runs the shipped rules and those of RULES_FILE (Prometheus') over them.
// The baseline of the same run reads the same columns with one plain SQL statement per table and sums them
// up.
#include "alerts/alert_backtest.h"
#include "alerts/alert_file.h"
#include "alerts/prometheus_rules.h"
#include "store/sqlite_store.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

const UtcTime begin = fromMicros(1'763'683'200'000'000);
constexpr std::chrono::hours day{24};
constexpr int perBatch = 20'000;

StoreRecord recordAt(qint64 place, qint64 all, QRandomGenerator &random)
{
    const UtcTime time = begin + std::chrono::microseconds(day) * place / all;
    const bool incident = place > all / 3 && place < all / 3 + all / 20;
    StoreRecord record{.event = {.key = {.topic = u"dashstream-quality"_s, .offset = place},
                                 .messageId = QByteArray::number(place).rightJustified(16, '0'),
                                 .kind = u"metrics"_s,
                                 .threadId = u"th_%1"_s.arg(place / 200),
                                 .sequence = static_cast<quint64>(place),
                                 .timestamp = time,
                                 .size = 320,
                                 .frame = QByteArray(300, 'x')}};
    const auto kind = place % 10;
    if (kind < 6) {
        const bool passed = random.bounded(100) >= (incident ? 30 : 4);
        QualityRow row{.source = u"callback"_s, .scope = u"quality"_s, .passed = passed, .threshold = 0.95F};
        row.scores = {
            .accuracy = 0.9F, .relevance = 0.95F, .completeness = 0.9F, .overall = passed ? 0.97F : 0.8F};
        row.latencyMs = random.bounded(incident ? 9000 : 2500);
        row.retryCount = passed ? 0 : random.bounded(3);
        row.model = place % 3 == 0 ? u"gpt-4"_s : u"gpt-4o-mini"_s;
        if (!passed)
            row.issues = {u"tool_results_ignored"_s};
        record.quality = row;
    } else if (kind < 8) {
        record.llm = LlmCallRow{.model = u"gpt-4o-mini"_s, .cost = Micros{random.bounded(5000)}};
    } else {
        record.event.kind = u"event"_s;
        record.event.summary = random.bounded(300) == 0 ? u"GRAPH_ERROR answer"_s : u"GRAPH_END answer"_s;
    }
    return record;
}

void fill(const QString &path, qint64 events)
{
    Result<OpenedStore> opened = openStore(path);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    QRandomGenerator random(1);
    for (qint64 place = 0; place < events; place += perBatch) {
        StoreBatch batch;
        const qint64 end = std::min<qint64>(events, place + perBatch);
        for (qint64 one = place; one < end; ++one)
            batch.records.append(recordAt(one, events, random));
        batch.positions = {{.topic = u"dashstream-quality"_s, .partition = 0, .nextOffset = end}};
        if (const auto written = opened->store->write(batch); !written)
            qFatal("%s", qPrintable(written.error().message));
    }
}

/// Seconds for reading what a backtest reads, in the same order, with nothing made of it.
double baseline(const QString &path)
{
    sqlite3 *database = nullptr;
    sqlite3_open_v2(path.toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr);
    QElapsedTimer timer;
    timer.start();
    double sum = 0.0;
    for (const char *sql : {"SELECT id, timestamp_us, score, accuracy, relevance, completeness, passed, "
                            "threshold, issues, latency_ms, "
                            "retry_count, model, category FROM quality ORDER BY timestamp_us, id",
                            "SELECT id, timestamp_us, cost_micros FROM llm_calls ORDER BY timestamp_us, id",
                            "SELECT id, timestamp_us FROM events WHERE summary >= 'GRAPH_E' AND summary < "
                            "'GRAPH_F' ORDER BY timestamp_us"}) {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(database));
        while (sqlite3_step(statement) == SQLITE_ROW)
            for (int column = 0; column < sqlite3_column_count(statement); ++column)
                sum += sqlite3_column_double(statement, column);
        sqlite3_finalize(statement);
    }
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    std::printf("baseline: plain SQL over the same rows  %.2f s (sum %.6g)\n", seconds, sum);
    sqlite3_close(database);
    return seconds;
}

AlertRules rulesWith(const char *file)
{
    AlertRules rules = shippedAlertRules();
    QFile yaml(QString::fromLocal8Bit(file));
    if (file == nullptr || !yaml.open(QIODevice::ReadOnly))
        return rules;
    const auto imported = importPrometheusRules(yaml.readAll(), yaml.fileName());
    if (!imported)
        qFatal("%s", qPrintable(imported.error().first().text()));
    for (AlertRule rule : *imported) {
        rule.name += u" as imported"_s;
        rules.rules.append(rule);
    }
    return rules;
}

} // namespace

int main(int argc, char **argv)
{
    const qint64 events = argc > 1 ? std::atoll(argv[1]) : 1'000'000;
    const AlertRules rules = rulesWith(argc > 2 ? argv[2] : nullptr);
    QTemporaryDir folder;
    const QString path = argc > 3 ? QString::fromLocal8Bit(argv[3]) : folder.filePath(u"assay.db"_s);
    QElapsedTimer timer;
    timer.start();
    if (!QFile::exists(path)) {
        fill(path, events);
        std::printf("%lld events stored in %.1f s\n", static_cast<long long>(events),
                    static_cast<double>(timer.elapsed()) / 1e3);
    }
    double best = 1e9;
    double plain = 1e9;
    for (int round = 0; round < 3; ++round) {
        plain = std::min(plain, baseline(path));
        const auto store = AlertStore::open(path, false);
        if (!store)
            qFatal("%s", qPrintable(store.error().message));
        timer.restart();
        const Result<AlertBacktest> result = backtest(rules, **store, {.from = begin, .to = begin + day});
        const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
        best = std::min(best, seconds);
        std::printf("backtest: %lld rules, %lld events, %lld firings  %.2f s  %.2f M events/s\n",
                    static_cast<long long>(rules.rules.size()), static_cast<long long>(result->events),
                    static_cast<long long>(result->firings.size()), seconds,
                    static_cast<double>(result->events) / 1e6 / seconds);
    }
    std::printf("best: %.2f s; ratio to plain SQL: %.2f\n", best, best / plain);
    return 0;
}
