// SPDX-License-Identifier: Apache-2.0
// What rules make of events: values, firings with what is behind them, and that live and backtest agree.
#include "alerts/alert_backtest.h"
#include "alerts/alert_file.h"
#include "alerts/alert_text.h"
#include "alerts/prometheus_rules.h"
#include "unit/alert_fixture.h"

#include <QtTest/QTest>

using namespace assay;
using namespace assay::test;

namespace {

AlertRules only(AlertRule rule)
{
    AlertRules rules;
    rules.rules = {std::move(rule)};
    return rules;
}

AlertRule shippedRule(const QString &name)
{
    const QList<AlertRule> &all = shippedAlertRules().rules;
    return *std::ranges::find(all, name, &AlertRule::name);
}

/// Fifty-seven answers within five minutes; seven of them ignored their tools.
std::vector<AlertEvent> guideWindow()
{
    std::vector<AlertEvent> events;
    for (int i = 0; i < 57; ++i) {
        AlertEvent event =
            reading(std::chrono::seconds(5 * i), i % 8 == 3 ? 0.82F : 0.97F, i % 8 != 3, i + 1);
        event.issues = i % 8 == 3 ? AlertEvent::ToolResultsIgnored : 0;
        events.push_back(event);
    }
    return events;
}

/// All shipped rules, and the guide's file as it is imported.
AlertRules shippedAndGuide()
{
    AlertRules rules = shippedAlertRules();
    QFile guide(u"" ASSAY_SOURCE_DIR "/tests/data/alert_rules.yml"_s);
    if (!guide.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(guide.errorString()));
    const auto imported = importPrometheusRules(guide.readAll(), guide.fileName());
    for (AlertRule rule : *imported) {
        rule.name += u" as imported"_s;
        rules.rules.append(rule);
    }
    return rules;
}

AlertBacktest run(const AlertRules &rules, const std::vector<AlertEvent> &events, std::chrono::minutes length)
{
    AlertBacktestOptions options{.from = noon, .to = noon + length};
    if (rules.rules.size() == 1)
        options.record = rules.rules.first().name;
    return backtest(rules, events, options);
}

/// The same through an engine that is fed a little at a time, out of order within `mixed` events, while the
/// clock goes on.
QList<AlertFiring> live(const AlertRules &rules, std::vector<AlertEvent> events, UtcTime to, quint32 seed,
                        int mixed)
{
    QRandomGenerator random(seed);
    for (std::size_t i = 0; i + 1 < events.size(); ++i)
        std::swap(events[i],
                  events[std::min(events.size() - 1, i + static_cast<std::size_t>(random.bounded(mixed)))]);
    AlertEngine engine(rules);
    engine.begin(noon);
    QMap<QString, AlertFiring> told;
    const auto take = [&](const QList<AlertFiring> &firings) {
        for (const AlertFiring &firing : firings)
            told.insert(firing.id, firing);
    };
    std::size_t at = 0;
    UtcTime arrived = noon;
    while (at < events.size()) {
        const std::size_t count =
            std::min(events.size() - at, static_cast<std::size_t>(1 + random.bounded(40)));
        engine.add(std::span(events).subspan(at, count));
        for (std::size_t i = at; i < at + count; ++i)
            arrived = std::max(arrived, fromMicros(events[i].timeUs));
        at += count;
        take(engine.advance(arrived));
    }
    take(engine.advance(to - std::chrono::microseconds(1) + rules.delay));
    QList<AlertFiring> all = told.values();
    std::ranges::sort(all, {}, &AlertFiring::id);
    return all;
}

} // namespace

class TestAlertEngine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void the_guides_tool_alert_is_told_in_its_words()
    {
        const AlertRule rule = shippedRule(u"High Tool Ignore Rate"_s);
        const AlertBacktest result = run(only(rule), guideWindow(), 5min);
        QVERIFY(!result.firings.isEmpty());
        const AlertReadout last = result.readouts.value(rule.name).last();
        AlertFiring firing = result.firings.last();
        firing.value = last.value;
        firing.matching = last.matching;
        firing.total = last.total;
        QCOMPARE(last.matching, 7);
        QCOMPARE(last.total, 57);
        QCOMPARE(alertText(rule, firing, {}), u"🚨 ALERT: High Tool Ignore Rate\n"
                                              "Window: Last 5 minutes\n"
                                              "Rate: 12.3% (> 5% threshold)\n"
                                              "Affected queries: 7 of 57\n"
                                              "Action: Investigate system prompt or retry logic"_s);
    }

    void the_guides_response_alert_is_told_in_its_words()
    {
        const AlertRule rule = shippedRule(u"Low Quality Response"_s);
        const std::vector<AlertEvent> events{reading(10s, 0.97F, true, 1), reading(20s, 0.82F, false, 2)};
        const AlertBacktest result = run(only(rule), events, 10min);
        QCOMPARE(result.firings.size(), 1);
        AlertFiring firing = result.firings.first();
        QVERIFY(firing.resolvedAt);
        firing.resolvedAt.reset();
        QCOMPARE(firing.events, QList<qint64>{2});
        QCOMPARE(firing.labels.value(u"response"_s), u"2"_s);
        const AlertSubject subject{.id = 2,
                                   .threadId = u"abc123"_s,
                                   .time = fromMicros(1'763'115'825'000'000),
                                   .issues = {u"tool_results_ignored"_s}};
        QCOMPARE(alertText(rule, firing, {subject}), u"🚨 ALERT: Low Quality Response\n"
                                                     "Thread: abc123\n"
                                                     "Score: 0.82 (< 0.95 threshold)\n"
                                                     "Issues: tool_results_ignored\n"
                                                     "Time: 2025-11-14 10:23:45 UTC"_s);
    }

    void a_score_at_the_threshold_is_no_violation()
    {
        const AlertRule rule = shippedRule(u"Low Quality Response"_s);
        QCOMPARE(run(only(rule), {reading(10s, 0.95F, true)}, 10min).firings.size(), 0);
        QCOMPARE(run(only(rule), {reading(10s, std::nextafter(0.95F, 0.0F), false)}, 10min).firings.size(),
                 1);
    }

    void values_of_metrics_data()
    {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<double>("expected"); ///< -1: no data
        QTest::newRow("mean score") << u"quality_score"_s << 0.75;
        QTest::newRow("last score") << u"last_quality_score"_s << 0.6;
        QTest::newRow("failure rate leaves out what was not judged") << u"failure_rate"_s << 0.5;
        QTest::newRow("pass rate") << u"pass_rate"_s << 0.5;
        QTest::newRow("tool ignore rate counts every response") << u"tool_ignore_rate"_s << 1.0 / 3.0;
        QTest::newRow("median is a measured value") << u"latency_p50"_s << 200.0;
        QTest::newRow("the 95th of few is the slowest") << u"latency_p95"_s << 400.0;
        QTest::newRow("slowest") << u"latency_max"_s << 400.0;
        QTest::newRow("retry rate leaves out who does not tell") << u"retry_rate"_s << 0.5;
        QTest::newRow("retries") << u"retries"_s << 1.0;
        QTest::newRow("cost") << u"cost"_s << 0.03;
        QTest::newRow("cost per query") << u"cost_per_query"_s << 0.01;
        QTest::newRow("responses") << u"responses"_s << 3.0;
        QTest::newRow("error rate") << u"error_rate"_s << 0.25;
        QTest::newRow("decode errors") << u"decode_errors"_s << 1.0;
        QTest::newRow("lag") << u"lag"_s << 12.0;
        QTest::newRow("processors") << u"cpu_percent"_s << 55.5;
        QTest::newRow("memory was never told") << u"memory_percent"_s << -1.0;
        QTest::newRow("accuracy was never told") << u"accuracy"_s << -1.0;
        QTest::newRow("retrieval score") << u"retrieval_score"_s << 0.65;
    }

    void values_of_metrics()
    {
        QFETCH(QString, metric);
        QFETCH(double, expected);
        using Kind = AlertEvent::Kind;
        std::vector<AlertEvent> events{reading(1s, 0.9F, true, 1), reading(2s, 0.6F, false, 2),
                                       reading(3s, AlertEvent::none, false, 3)};
        events[0].latencyMs = 100;
        events[1].latencyMs = 200;
        events[2].latencyMs = 400;
        events[0].retries = 0;
        events[1].retries = 2;
        events[1].issues = AlertEvent::ToolResultsIgnored;
        events[2].passed = -1;
        const auto at = [](int second, Kind kind, double value = 0.0, qint64 micros = -1) {
            return AlertEvent{.timeUs = toMicros(noon + std::chrono::seconds(second)),
                              .kind = kind,
                              .costMicros = micros,
                              .value = value};
        };
        for (const AlertEvent &event :
             {at(4, Kind::Call, 0, 10'000), at(5, Kind::Call, 0, 20'000), at(6, Kind::Call),
              at(7, Kind::RunFailed), at(7, Kind::RunEnded), at(7, Kind::RunEnded), at(8, Kind::RunEnded),
              at(9, Kind::Undecodable), at(10, Kind::Lag, 5), at(11, Kind::Lag, 12), at(12, Kind::Cpu, 55.5),
              at(13, Kind::Retrieval, 0.5), at(13, Kind::Retrieval, 0.8)})
            events.push_back(event);
        const AlertRule rule{.name = u"r"_s, .metric = metric, .ceiling = 1e9, .window = 1min};
        const AlertBacktest result = run(only(rule), events, 1min);
        const std::optional<double> value = result.readouts.value(u"r"_s).last().value;
        QVERIFY2(std::abs(value.value_or(-1.0) - expected) < 1e-6,
                 qPrintable(QString::number(value.value_or(-1.0))));
    }

    void percentiles_are_those_of_the_sorted_values_data()
    {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<double>("share");
        QTest::newRow("median") << u"latency_p50"_s << 0.50;
        QTest::newRow("95th") << u"latency_p95"_s << 0.95;
        QTest::newRow("99th, beyond a minute") << u"latency_p99"_s << 0.99;
        QTest::newRow("slowest") << u"latency_max"_s << 1.0;
    }

    void percentiles_are_those_of_the_sorted_values()
    {
        QFETCH(QString, metric);
        QFETCH(double, share);
        QRandomGenerator random(7);
        std::vector<AlertEvent> events;
        for (int i = 0; i < 2000; ++i) {
            events.push_back(reading(std::chrono::milliseconds(100 * i), 0.97F, true, i + 1));
            events.back().latencyMs = static_cast<std::int32_t>(random.bounded(i % 50 == 0 ? 200'000 : 4000));
        }
        const AlertRule rule{.name = u"r"_s, .metric = metric, .ceiling = 1e9, .window = 1min};
        const AlertBacktest result = run(only(rule), events, 4min);
        int compared = 0;
        for (const AlertReadout &readout : result.readouts.value(u"r"_s)) {
            std::vector<int> inside;
            for (const AlertEvent &event : events)
                if (event.timeUs > toMicros(readout.time - 1min) && event.timeUs <= toMicros(readout.time))
                    inside.push_back(event.latencyMs);
            QCOMPARE(readout.value.has_value(), !inside.empty());
            if (inside.empty())
                continue;
            std::ranges::sort(inside);
            const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(inside.size())));
            QCOMPARE(*readout.value, static_cast<double>(inside[rank - 1]));
            ++compared;
        }
        QVERIFY(compared > 10);
    }

    void a_window_forgets()
    {
        const AlertRule rule{.name = u"r"_s, .metric = u"failure_rate"_s, .ceiling = 0.5, .window = 1min};
        const AlertBacktest result = run(only(rule), {reading(5s, 0.5F, false)}, 3min);
        QCOMPARE(result.firings.size(), 1);
        QCOMPARE(result.firings.first().firedAt, noon + 15s);
        // The event leaves the window at 65 s; the next moment is at 75.
        QCOMPARE(result.firings.first().resolvedAt, std::optional(noon + 75s));
    }

    void fewer_values_than_wanted_are_no_data()
    {
        AlertRule rule{.name = u"r"_s, .metric = u"failure_rate"_s, .ceiling = 0.5, .fewest = 2};
        QCOMPARE(run(only(rule), {reading(5s, 0.5F, false)}, 3min).firings.size(), 0);
        QCOMPARE(
            run(only(rule), {reading(5s, 0.5F, false, 1), reading(6s, 0.5F, false, 2)}, 3min).firings.size(),
            1);
    }

    void the_dead_mans_switch_waits_for_the_first_data()
    {
        const AlertRule rule = shippedRule(u"DataStopped"_s);
        QCOMPARE(run(only(rule), {}, 60min).firings.size(), 0);
        const AlertBacktest result =
            run(only(rule), {reading(1min, 0.97F, true, 1), reading(40min, 0.97F, true, 2)}, 60min);
        QCOMPARE(result.firings.size(), 2);
        QCOMPARE(result.firings.first().firedAt, noon + 16min);
        QCOMPARE(result.firings.first().resolvedAt, std::optional(noon + 40min));
        QVERIFY(!result.firings.last().resolvedAt);
    }

    void the_worst_readings_stand_first_behind_a_firing()
    {
        const AlertRule rule{.name = u"r"_s, .metric = u"quality_score"_s, .floor = 0.9};
        const AlertBacktest result = run(
            only(rule),
            {reading(1s, 0.8F, false, 1), reading(2s, 0.3F, false, 2), reading(3s, 0.99F, true, 3)}, 1min);
        QCOMPARE(result.firings.size(), 1);
        QCOMPARE(result.firings.first().events, (QList<qint64>{2, 1}));
        QCOMPARE(result.firings.first().eventCount, 2);
    }

    void a_flood_of_bad_responses_is_bounded_and_counted()
    {
        std::vector<AlertEvent> events;
        for (int i = 0; i < 500; ++i)
            events.push_back(reading(std::chrono::milliseconds(10 * i), 0.1F, false, i + 1));
        const AlertBacktest result = run(only(shippedRule(u"Low Quality Response"_s)), events, 2min);
        QCOMPARE(result.firings.size(), 100);
    }

    void live_and_backtest_agree_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("mixed");
        for (quint32 seed = 1; seed <= 6; ++seed)
            QTest::addRow("arrival %u", seed) << seed << (seed % 2 == 0 ? 4 : 1);
    }

    void live_and_backtest_agree()
    {
        QFETCH(quint32, seed);
        QFETCH(int, mixed);
        AlertRules rules = shippedAndGuide();
        rules.delay = 30s;
        const std::vector<AlertEvent> events = traffic(3000, 2s, seed);
        const UtcTime to = noon + 2h;
        AlertBacktest result = backtest(rules, events, {.from = noon, .to = to});
        std::ranges::sort(result.firings, {}, &AlertFiring::id);
        const QList<AlertFiring> told = live(rules, events, to, seed, mixed);
        QVERIFY(result.firings.size() > 10);
        QCOMPARE(told.size(), result.firings.size());
        for (qsizetype i = 0; i < told.size(); ++i)
            QCOMPARE(toJson(told.at(i)), toJson(result.firings.at(i)));
        for (const QString &name : {u"HighFailureRate"_s, u"HighFailureRate as imported"_s, u"HighLatency"_s,
                                    u"High Tool Ignore Rate"_s})
            QVERIFY2(std::ranges::find(told, name, &AlertFiring::rule) != told.end(), qPrintable(name));
    }

    void a_restart_goes_on_where_it_was()
    {
        const AlertRules rules = shippedAndGuide();
        const std::vector<AlertEvent> events = traffic(3000, 2s);
        QMap<QString, AlertFiring> whole;
        const AlertBacktest undisturbed = backtest(rules, events, {.from = noon, .to = noon + 2h});
        for (const AlertFiring &firing : undisturbed.firings)
            whole.insert(firing.id, firing);
        // Every twenty minutes a new engine takes over, with the state and the events of the window.
        QMap<QString, AlertFiring> told;
        QByteArray saved;
        for (UtcTime end = noon + 20min; end <= noon + 2h; end += 20min) {
            AlertEngine engine(rules);
            engine.begin(noon);
            if (!saved.isEmpty())
                QVERIFY(engine.restore(saved));
            const UtcTime from = engine.evaluatedTo() - engine.memory();
            std::vector<AlertEvent> part;
            std::ranges::copy_if(events, std::back_inserter(part), [&](const AlertEvent &event) {
                return event.timeUs > toMicros(from) && event.timeUs < toMicros(end);
            });
            engine.add(part);
            const QList<AlertFiring> news = engine.advance(end - std::chrono::microseconds(1) + rules.delay);
            for (const AlertFiring &firing : news)
                told.insert(firing.id, firing);
            saved = engine.save();
        }
        QCOMPARE(told.keys(), whole.keys());
        for (const AlertFiring &firing : std::as_const(told))
            QCOMPARE(firing.resolvedAt, whole.value(firing.id).resolvedAt);
    }

    void damaged_states_are_refused_whole()
    {
        AlertEngine engine(shippedAlertRules());
        engine.begin(noon);
        QVERIFY(!engine.restore("nonsense"));
        QVERIFY(!engine.restore(
            R"({"evaluated_us": 1, "rules": {"HighLatency": [{"key": "", "phase": "flying"}]}})"));
        QCOMPARE(engine.open().size(), 0);
    }
};

QTEST_APPLESS_MAIN(TestAlertEngine)
#include "tst_alert_engine.moc"
