// SPDX-License-Identifier: Apache-2.0
// Every figure of the page against plain SQL over the rows that were stored, on sample data that came the
// whole way: messages, log, ingest, store.
#include "analytics/analytics.h"
#include "base/log_bins.h"
#include "service/analytics_host.h"
#include "service/demo.h"
#include "store/sqlite_store.h"
#include "stream/embedded_log.h"
#include "unit/analytics_rows.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <cmath>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

const UtcTime until = fromMicros(1'795'262'400'000'000); // 2026-11-21T12:00:00Z
constexpr int days = 6;

UtcTime daysBefore(double count)
{
    return until - std::chrono::microseconds(std::llround(count * 86'400e6));
}

bool near(double actual, double expected, double share)
{
    if (std::abs(actual - expected) <= share * std::abs(expected) + 1e-12)
        return true;
    qWarning() << actual << "is not within" << share << "of" << expected;
    return false;
}

bool near(const std::optional<double> &actual, double expected, double share)
{
    return actual && near(*actual, expected, share);
}

} // namespace

class TestAnalytics final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto loaded = loadDemo(paths(), {.events = 50'000, .days = days, .seed = 7, .until = until},
                                     [](const DemoProgress &) {}, {});
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
        QVERIFY2(loaded->stored > 40'000 && loaded->stored < 60'000,
                 qPrintable(QString::number(loaded->stored)));
        QVERIFY(loaded->undecodable > 0);
        m_store = std::move(*openReadOnly(paths().store()));
        QCOMPARE(*m_store->rollupDifferences(), 0);
    }

    void everyFigureEqualsPlainSql_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::newRow("everything") << 6.0 << 0.0;
        QTest::newRow("a day in minutes") << 3.5 << 2.5;
        QTest::newRow("an hour") << 1.2 << 1.2 - 1.0 / 24;
        QTest::newRow("ends that no hour begins at") << 4.7123 << 0.6221;
        QTest::newRow("before there was anything") << 20.0 << 10.0;
        QTest::newRow("the silence") << 6.0 - 3.6 - 0.001 << 6.0 - 3.6 - 0.026;
    }

    void everyFigureEqualsPlainSql()
    {
        QFETCH(double, from);
        QFETCH(double, to);
        const auto page = analyticsPage(
            *m_store, {.range = {.from = daysBefore(from), .to = daysBefore(to)}, .now = until});
        QVERIFY2(page, page ? "" : qPrintable(page.error().message));
        QCOMPARE(page->basis, AnalyticsBasis::Rollups);
        Rows rows(paths().store(), page->range);
        compareQuality(*page, rows);
        compareMoney(*page, rows);
        compareTurns(*page, rows);
        compareBuckets(*page);
        Rows before(paths().store(),
                    {.from = page->range.from - page->range.length(), .to = page->range.from});
        QCOMPARE(page->kpi(Kpi::Responses).before.count,
                 before.count(u"SELECT count(*) "_s + Rows::responses));
    }

    void aFilterIsCountedFromRowsToTheSame_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("sql");
        QTest::newRow("by a model") << u"model = gpt-4o"_s
                                    << u" AND q.model = (SELECT id FROM names WHERE text = 'gpt-4o')"_s;
        QTest::newRow("by a score") << u"score < 0.95"_s << u" AND q.score < 0.949999988079071044921875"_s;
        QTest::newRow("by an issue") << u"issue = tool_results_ignored"_s
                                     << u" AND q.issues LIKE '%tool_results_ignored%'"_s;
        QTest::newRow("by what only turns have")
            << u"tier = fast"_s
            << u" AND (SELECT text FROM names WHERE id = e.turn) IN (SELECT id FROM turns WHERE tier = 'fast')"_s;
    }

    void aFilterIsCountedFromRowsToTheSame()
    {
        QFETCH(QString, filter);
        QFETCH(QString, sql);
        const auto page = analyticsPage(*m_store, {.range = {.from = daysBefore(5), .to = daysBefore(1)},
                                                   .filter = *readFilter(filter),
                                                   .now = until});
        QVERIFY2(page, page ? "" : qPrintable(page.error().message));
        QCOMPARE(page->basis, AnalyticsBasis::Rows);
        Rows rows(paths().store(), page->range);
        QVERIFY(page->responses > 0);
        QCOMPARE(page->responses, rows.count(u"SELECT count(*) "_s + Rows::responses + sql));
        QCOMPARE(
            page->cost.value,
            rows.count(u"SELECT sum(c.cost_micros) FROM llm_calls AS c JOIN events AS x ON x.id = c.id WHERE "
                       "c.timestamp_us >= @from AND c.timestamp_us < @to AND x.turn IN (SELECT e.turn "_s +
                       Rows::responses + sql + u')'));
        QVERIFY(page->gaps.events > page->responses);
    }

    void aTurnColumnAndNoEventColumnTogetherAreRefused()
    {
        const auto page = analyticsPage(*m_store, {.range = {.from = daysBefore(5), .to = daysBefore(1)},
                                                   .filter = *readFilter(u"tier = fast and topic = x"_s),
                                                   .now = until});
        QCOMPARE(page.error().code, Errc::InvalidArgument);
    }

    void theBadReleaseIsSeen()
    {
        const TimeRange bad{.from = daysBefore(days * 0.3), .to = daysBefore(days * 0.3 - 0.5)};
        const TimeRange good{.from = daysBefore(days * 0.3 + 1.0), .to = daysBefore(days * 0.3 + 0.5)};
        const auto compared = compareRanges(*m_store, {.range = bad, .now = until, .compareWith = good});
        QVERIFY(compared);
        const ComparedFigure &pass = compared->figures.at(static_cast<int>(Kpi::PassRate));
        QCOMPARE(pass.verdict, Difference::Lower);
        QVERIFY(!pass.better);
        QVERIFY(!pass.paired); // too few threads came back overnight
        const auto page =
            analyticsPage(*m_store, {.range = {.from = daysBefore(6), .to = until}, .now = until});
        QCOMPARE(page->policies.size(), 2);
        QCOMPARE(page->policies.first().revision, 2);
        QVERIFY(std::chrono::abs(page->policies.first().at - bad.from) < std::chrono::hours(3));
        QVERIFY(std::ranges::any_of(page->buckets, &AnalyticsBucket::isGap) ||
                page->gaps.minutesWithData < page->gaps.minutes);
    }

    void threadsThatComeBackArePaired()
    {
        const TimeRange late{.from = daysBefore(3), .to = until};
        const TimeRange early{.from = daysBefore(6), .to = daysBefore(3)};
        const auto compared = compareRanges(*m_store, {.range = late, .now = until, .compareWith = early});
        QVERIFY(compared);
        const ComparedFigure &quality = compared->figures.at(static_cast<int>(Kpi::AverageQuality));
        Rows rows(paths().store(), {});
        const auto means = [&](const TimeRange &range) {
            return u"(SELECT e.thread AS thread, avg(q.score) AS mean FROM quality AS q JOIN events AS e ON "
                   u"e.id = "
                   "q.id JOIN names AS s ON s.id = q.scope WHERE s.text = 'quality' AND q.timestamp_us >= %1 "
                   "AND "
                   "q.timestamp_us < %2 GROUP BY 1)"_s.arg(toMicros(range.from))
                       .arg(toMicros(range.to));
        };
        const QList<double> pairs = rows.row(u"SELECT count(*), avg(b.mean - a.mean) FROM "_s + means(early) +
                                             u" AS a JOIN "_s + means(late) + u" AS b USING (thread)"_s);
        QVERIFY(quality.paired);
        QCOMPARE(quality.pairs, std::llround(pairs[0]));
        QCOMPARE(compared->sharedThreads, quality.pairs);
        QVERIFY(std::abs(*quality.difference - pairs[1]) < 1e-6);
        QVERIFY(quality.interval->contains(*quality.difference));
    }

    void theSameSeedGivesTheSamePage()
    {
        QTemporaryDir dir;
        const Paths other{.data = dir.filePath(u"again"_s), .state = {}, .cache = {}};
        const auto load = [&](quint64 seed) {
            const auto done = loadDemo(other, {.events = 3000, .days = 2, .seed = seed, .until = until},
                                       [](const DemoProgress &) {}, {});
            AnalyticsPage page = *analyticsPage(
                **openReadOnly(other.store()), {.range = {.from = daysBefore(2), .to = until}, .now = until});
            page.took = {};
            return done ? page : AnalyticsPage();
        };
        const AnalyticsPage first = load(3);
        QVERIFY(first.responses > 50);
        QVERIFY(first == load(3));
        QVERIFY(!(first == load(4)));
        QCOMPARE(demoIn(other)->seed, 4);
    }

    void aFolderWithOtherThingsIsLeftAlone()
    {
        QTemporaryDir dir;
        QFile precious(dir.filePath(u"assay.db"_s));
        QVERIFY(precious.open(QIODevice::WriteOnly) && precious.write("mine") == 4);
        precious.close();
        const auto loaded = loadDemo({.data = dir.path(), .state = {}, .cache = {}},
                                     {.events = 100, .until = until}, [](const DemoProgress &) {}, {});
        QCOMPARE(loaded.error().code, Errc::InvalidArgument);
        QVERIFY(precious.open(QIODevice::ReadOnly));
        QCOMPARE(precious.readAll(), QByteArray("mine"));
    }

    void sampleDataThatAreOpenAreLeftAlone()
    {
        QTemporaryDir dir;
        const Paths other{.data = dir.filePath(u"open"_s), .state = {}, .cache = {}};
        const auto load = [&] {
            return loadDemo(other, {.events = 500, .days = 1, .until = until}, [](const DemoProgress &) {},
                            {});
        };
        QVERIFY(load());
        const qint64 size = QFileInfo(other.store()).size();
        {
            const auto held = EmbeddedLog::open(other.log(0));
            QVERIFY(held);
            QCOMPARE(load().error().code, Errc::Unavailable);
            QCOMPARE(QFileInfo(other.store()).size(), size);
        }
        QVERIFY(load());
    }

    void theNewestQuestionWins()
    {
        AnalyticsHost host(paths().store());
        QList<quint64> answered;
        connect(&host, &AnalyticsHost::pageReady, this,
                [&](quint64 number, const AnalyticsPage &) { answered.append(number); });
        AnalyticsQuery query{.range = {.from = daysBefore(6), .to = until},
                             .filter = *readFilter(u"score < 0.99"_s),
                             .now = until};
        quint64 last = 0;
        for (int i = 0; i < 5; ++i)
            last = host.ask(query);
        QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, 20'000);
        QTest::qWait(50);
        QCOMPARE(answered, QList<quint64>{last});
        QList<Error> errors;
        connect(&host, &AnalyticsHost::failed, this,
                [&](quint64, const Error &error) { errors.append(error); });
        query.range.to = query.range.from;
        host.ask(query);
        QTRY_COMPARE(errors.size(), 1);
        host.ask({.range = {.from = daysBefore(1), .to = until}, .now = until});
        host.forget();
        QTest::qWait(300);
        QCOMPARE(answered.size(), 1);
    }

private:
    Paths paths() const { return {.data = m_dir.filePath(u"demo"_s), .state = {}, .cache = {}}; }

    static void compareQuality(const AnalyticsPage &page, Rows &rows)
    {
        const QString &from = Rows::responses;
        QCOMPARE(page.responses, rows.count(u"SELECT count(*) "_s + from));
        const QList<double> told =
            rows.row(u"SELECT coalesce(sum(q.passed), 0), count(q.passed), count(q.score), avg(q.score), "
                     "coalesce(sum(q.retry_count > 0), 0), count(q.retry_count), coalesce(sum(q.score < "
                     "0.949999988079071044921875), 0) "_s +
                     from);
        const auto share = [&](Kpi kpi, double hits, double trials) {
            QCOMPARE(page.kpi(kpi).now.count, std::llround(trials));
            if (trials > 0)
                QVERIFY(near(page.kpi(kpi).now.value, hits / trials, 1e-12));
        };
        share(Kpi::PassRate, told[0], told[1]);
        share(Kpi::RetryRate, told[4], told[5]);
        share(Kpi::LowQuality, told[6], told[2]);
        QCOMPARE(page.kpi(Kpi::AverageQuality).now.count, std::llround(told[2]));
        if (told[2] > 0)
            QVERIFY(near(page.kpi(Kpi::AverageQuality).now.value, told[3], 1e-6));
        QCOMPARE(page.gaps.unscored, page.responses - std::llround(told[2]));
        const QList<double> bands = rows.row(
            u"SELECT coalesce(sum(q.score >= 0.949999988079071044921875), 0), coalesce(sum(q.score < "
            "0.949999988079071044921875 AND q.score >= 0.89999997615814208984375), 0), "
            "coalesce(sum(q.score < 0.89999997615814208984375 AND q.score >= "
            "0.800000011920928955078125), 0), coalesce(sum(q.score < 0.800000011920928955078125), 0) "_s +
            from);
        for (qsizetype i = 0; i < 4; ++i)
            QCOMPARE(page.bands.at(i).responses, std::llround(bands.at(i)));
        for (const auto &[kpi, part] : {std::pair(Kpi::LatencyP50, 0.5), std::pair(Kpi::LatencyP95, 0.95),
                                        std::pair(Kpi::LatencyP99, 0.99)})
            if (page.responses > 0)
                QVERIFY(near(page.kpi(kpi).now.value, rows.latency(part), logBinError));
        for (const IssueCount &issue : page.issues)
            QCOMPARE(issue.responses, rows.count(u"SELECT count(*) "_s + from + u" AND q.issues LIKE '%"_s +
                                                 issue.issue + u"%'"_s));
        const QList<double> retries = rows.row(u"SELECT q.retry_count, count(*), sum(q.passed) "_s + from +
                                               u" GROUP BY 1 ORDER BY 1"_s);
        for (qsizetype i = 0; i + 2 < retries.size(); i += 3) {
            const RetryCount &count = page.retries.at(std::llround(retries.at(i)));
            QCOMPARE(count.responses, std::llround(retries.at(i + 1)));
            QCOMPARE(count.passed, std::llround(retries.at(i + 2)));
        }
    }

    static void compareMoney(const AnalyticsPage &page, Rows &rows)
    {
        QCOMPARE(page.cost.value, rows.count(u"SELECT coalesce(sum(c.cost_micros), 0) "_s + Rows::calls));
        if (page.responses > 0)
            QVERIFY(near(page.kpi(Kpi::CostPerQuery).now.value,
                         static_cast<double>(page.cost.value) / 1e6 / static_cast<double>(page.responses),
                         1e-12));
        for (const ModelUsage &model : page.models) {
            const QString ofModel =
                u".model = (SELECT id FROM names WHERE text = '"_s + model.model + u"')"_s;
            QCOMPARE(model.responses,
                     rows.count(u"SELECT count(*) "_s + Rows::responses + u" AND q"_s + ofModel));
            const QList<double> sums = rows.row(
                u"SELECT count(*), coalesce(sum(c.cost_micros), 0), coalesce(sum(c.prompt_tokens), 0), "
                "coalesce(sum(c.completion_tokens), 0) "_s +
                Rows::calls + u" AND c"_s + ofModel);
            QCOMPARE(
                (QList<qint64>{model.calls, model.cost.value, model.promptTokens, model.completionTokens}),
                (QList<qint64>{std::llround(sums[0]), std::llround(sums[1]), std::llround(sums[2]),
                               std::llround(sums[3])}));
        }
        // What each response's turn cost, in five bins a decade: the sketch may move a value by 1 %.
        const QList<double> costs =
            rows.row(u"SELECT (SELECT sum(c.cost_micros) FROM events AS x JOIN llm_calls AS c ON c.id = x.id "
                     "WHERE x.turn = e.turn) "_s +
                     Rows::responses);
        qint64 binned = 0;
        for (const LogBin &bin : page.costs) {
            binned += bin.responses;
            const auto within = [&](double low, double high) {
                return std::ranges::count_if(
                    costs, [&](double cost) { return cost / 1e6 >= low && cost / 1e6 < high; });
            };
            QVERIFY(bin.responses <= within(bin.low * 0.98, bin.high * 1.02));
            QVERIFY(bin.responses >= within(bin.low * 1.02, bin.high * 0.98));
        }
        QCOMPARE(binned, page.responses - page.gaps.costUnknown);
    }

    static void compareTurns(const AnalyticsPage &page, Rows &rows)
    {
        const QList<double> tools = rows.row(
            u"SELECT count(e.turn), coalesce(sum(EXISTS (SELECT 1 FROM events AS x JOIN names AS k ON k.id = "
            "x.kind WHERE x.turn = e.turn AND k.text = 'tool_execution')), 0) "_s +
            Rows::responses);
        QCOMPARE(page.kpi(Kpi::ToolUse).now.count, std::llround(tools[0]));
        if (tools[0] > 0)
            QVERIFY(near(page.kpi(Kpi::ToolUse).now.value, tools[1] / tools[0], 1e-12));
        for (int tenth = 0; tenth < 10; ++tenth) {
            const QList<double> bin =
                rows.row(u"SELECT count(*), coalesce(sum(t.status = 'passed'), 0), "
                         u"coalesce(sum(r.first_tier_fast), 0), "
                         "coalesce(sum(r.first_tier_fast AND r.fast_path_passed), 0) "_s +
                         Rows::turns + u" AND CAST(t.confidence * 10 AS INTEGER) = %1"_s.arg(tenth));
            const ReliabilityBin &shown = page.reliability.at(tenth);
            QCOMPARE((QList<qint64>{shown.turns, shown.passed, shown.fastTurns, shown.fastPassed}),
                     (QList<qint64>{std::llround(bin[0]), std::llround(bin[1]), std::llround(bin[2]),
                                    std::llround(bin[3])}));
        }
        QCOMPARE(page.gaps.events, rows.count(u"SELECT count(*) FROM events WHERE timestamp_us >= @from AND "
                                              "timestamp_us < @to"_s));
        QCOMPARE(page.gaps.minutesWithData,
                 rows.count(u"SELECT count(DISTINCT timestamp_us / 60000000) FROM events "
                            "WHERE timestamp_us >= @from AND timestamp_us < @to"_s));
        QCOMPARE(page.gaps.undecodable,
                 rows.count(u"SELECT count(*) FROM dead_letters WHERE logged_us >= @from "
                            "AND logged_us < @to"_s));
    }

    /// The buckets have no holes and add up; each is what a page of its own would say.
    void compareBuckets(const AnalyticsPage &page)
    {
        QCOMPARE(page.buckets.first().range.from, page.range.from);
        QCOMPARE(page.buckets.last().range.to, page.range.to);
        qint64 sum = 0;
        for (qsizetype i = 0; i < page.buckets.size(); ++i) {
            sum += page.buckets.at(i).responses;
            if (i > 0)
                QCOMPARE(page.buckets.at(i).range.from, page.buckets.at(i - 1).range.to);
        }
        QCOMPARE(sum, page.responses);
        const AnalyticsBucket &middle = page.buckets.at(page.buckets.size() / 2);
        const auto own = analyticsPage(*m_store, {.range = middle.range, .now = until});
        QCOMPARE(own->responses, middle.responses);
        QCOMPARE(own->kpi(Kpi::LatencyP95).now.value, middle.latencyP95);
        QCOMPARE(own->kpi(Kpi::PassRate).now.value, middle.passRate);
    }

    QTemporaryDir m_dir;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestAnalytics)

#include "tst_analytics.moc"
