// SPDX-License-Identifier: Apache-2.0
// Alerts as a window meets them: what fires, what people do about it, silences, backtests and two hosts at
// once.
#include "service/alert_host.h"
#include "service/host_gauges.h"
#include "store/sqlite_store.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <atomic>

using namespace assay;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const UtcTime noon = fromMicros(1'763'733'600'000'000);

/// A store with a clock that the test moves, and a rules file.
class Desk
{
public:
    Desk()
    {
        Result<OpenedStore> opened = openStore(path());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_store = std::move(opened->store);
        QFile rules(rulesFile());
        if (!rules.open(QIODevice::WriteOnly) || rules.write("interval = \"1s\"\ndelay = \"0s\"\n") < 0)
            qFatal("%s", qPrintable(rules.errorString()));
    }

    QString path() const { return m_folder.filePath(u"assay.db"_s); }
    QString rulesFile() const { return m_folder.filePath(u"alerts.toml"_s); }
    UtcTime now() const { return fromMicros(m_nowUs); }
    void pass(std::chrono::milliseconds time) { m_nowUs += time.count() * 1000; }

    AlertHost::Options options()
    {
        return {.storePath = path(), .rulesFile = rulesFile(), .clock = [this] { return now(); }};
    }

    /// A judged answer of this moment.
    void answer(float score, const QString &thread = u"th_1"_s)
    {
        const UtcTime time = now();
        StoreRecord record{.event = {.key = {.topic = u"local-1"_s, .offset = m_offset},
                                     .messageId = QByteArray::number(m_offset).rightJustified(16, '0'),
                                     .kind = u"metrics"_s,
                                     .threadId = thread,
                                     .timestamp = time,
                                     .frame = "f"}};
        record.quality = QualityRow{.source = u"callback"_s,
                                    .scope = u"quality"_s,
                                    .scores = {.overall = score},
                                    .passed = score >= 0.95F,
                                    .threshold = 0.95F};
        StoreBatch batch;
        batch.records = {record};
        batch.positions = {{.topic = u"local-1"_s, .partition = 0, .nextOffset = ++m_offset}};
        if (const auto written = m_store->write(batch); !written)
            qFatal("%s", qPrintable(written.error().message));
    }

    void turn(int revision, bool passed)
    {
        Turn turn{.id = u"t%1"_s.arg(m_offset),
                  .threadId = u"th_1"_s,
                  .askedAt = now(),
                  .status = passed ? TurnStatus::Passed : TurnStatus::Failed};
        turn.verdict = {.passed = passed, .policyRevision = revision};
        StoreRecord record{.event = {.key = {.topic = u"local-1"_s, .offset = m_offset},
                                     .messageId = QByteArray::number(m_offset).rightJustified(16, '0'),
                                     .kind = u"execution_trace"_s,
                                     .threadId = turn.threadId,
                                     .turnId = turn.id,
                                     .timestamp = now(),
                                     .frame = "f"}};
        record.turn = turn;
        StoreBatch batch;
        batch.records = {record};
        batch.positions = {{.topic = u"local-1"_s, .partition = 0, .nextOffset = ++m_offset}};
        if (const auto written = m_store->write(batch); !written)
            qFatal("%s", qPrintable(written.error().message));
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
    std::atomic<qint64> m_nowUs = toMicros(noon);
    qint64 m_offset = 0;
};

/// Waits for a reply.
template<typename T, typename F>
Result<T> reply(F ask)
{
    std::optional<Result<T>> answer;
    ask([&answer](Result<T> result) { answer = std::move(result); });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10'000))
        return fail(Errc::Timeout, u"no reply"_s);
    return *answer;
}

std::optional<AlertEntry> openOf(const AlertHost &host, const QString &rule)
{
    for (const AlertEntry &entry : host.overview().open)
        if (entry.firing.rule == rule)
            return entry;
    return std::nullopt;
}

const QString lowResponse = u"Low Quality Response"_s;

/// Evaluates until the low answer of this moment fires.
AlertEntry fire(Desk &desk, AlertHost &host, const QString &thread = u"th_1"_s)
{
    desk.pass(100ms); // behind the moment that is evaluated already
    desk.answer(0.5F, thread);
    desk.pass(2s);
    if (!QTest::qWaitFor([&] { return openOf(host, lowResponse).has_value(); }, 10'000))
        qFatal("nothing fired: %s", qPrintable(host.overview().trouble));
    return *openOf(host, lowResponse);
}

bool started(AlertHost &host)
{
    host.start();
    return QTest::qWaitFor([&] { return host.overview().evaluatedTo != UtcTime{}; }, 10'000);
}

} // namespace

class TestAlertHost final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void what_fires_is_shown_kept_and_ends()
    {
        Desk desk;
        desk.answer(0.1F); // before anybody watched
        desk.pass(1min);
        AlertHost host(desk.options());
        QList<AlertFiring> told;
        connect(&host, &AlertHost::told, this, [&](const AlertFiring &firing) { told.append(firing); });
        QVERIFY(started(host));
        const AlertEntry entry = fire(desk, host, u"th_9"_s);
        QCOMPARE(entry.firing.annotations.value(u"thread"_s), u"th_9"_s);
        const auto subjects = reply<QList<AlertSubject>>(
            [&](auto done) { host.readSubjects(entry.firing.events, this, done); });
        QVERIFY(subjects);
        QCOMPARE(subjects->first().threadId, u"th_9"_s);
        desk.pass(6min);
        QVERIFY(QTest::qWaitFor([&] { return !openOf(host, lowResponse); }, 10'000));
        const auto history =
            reply<QList<AlertEntry>>([&](auto done) { host.readHistory(noon, desk.now(), this, done); });
        QVERIFY(history);
        const auto mine = std::ranges::find_if(
            *history, [](const AlertEntry &one) { return one.firing.rule == lowResponse; });
        QVERIFY(mine != history->end());
        QVERIFY(mine->firing.resolvedAt);
        QCOMPARE(std::ranges::count(told, lowResponse, &AlertFiring::rule), 2);
    }

    void acknowledging_needs_a_name_and_is_kept()
    {
        Desk desk;
        AlertHost host(desk.options());
        desk.answer(0.99F);
        QVERIFY(started(host));
        const QString id = fire(desk, host).firing.id;
        QVERIFY(!reply<bool>([&](auto done) { host.acknowledge(id, u" "_s, u"x"_s, this, done); }));
        QVERIFY(reply<bool>([&](auto done) { host.acknowledge(id, u"Ada"_s, u"looking"_s, this, done); }));
        QVERIFY(QTest::qWaitFor([&] { return openOf(host, lowResponse)->acknowledgedBy == u"Ada"; }, 10'000));
        QVERIFY(
            reply<bool>([&](auto done) { host.addNote(id, u"Bo"_s, u"it was the prompt"_s, this, done); }));
        QVERIFY(QTest::qWaitFor([&] { return openOf(host, lowResponse)->notes.size() == 2; }, 10'000));
        QCOMPARE(openOf(host, lowResponse)->notes.last().note, u"it was the prompt"_s);
        QCOMPARE(openOf(host, lowResponse)->acknowledgedBy, u"Ada"_s);
    }

    void a_policy_change_is_linked_with_its_before_and_after()
    {
        Desk desk;
        for (const bool passed : {true, false, false, false})
            desk.turn(3, passed);
        desk.pass(1s);
        for (const bool passed : {true, true, true, false})
            desk.turn(4, passed);
        AlertHost host(desk.options());
        QVERIFY(started(host));
        const QString id = fire(desk, host).firing.id;
        QVERIFY(!reply<AlertEffect>([&](auto done) { host.linkPolicy(id, 9, u"Ada"_s, this, done); }));
        const auto effect =
            reply<AlertEffect>([&](auto done) { host.linkPolicy(id, 4, u"Ada"_s, this, done); });
        QVERIFY(effect);
        QCOMPARE(*effect, (AlertEffect{.judgedBefore = 4,
                                       .passedBefore = 1,
                                       .judgedAfter = 4,
                                       .passedAfter = 3,
                                       .changedAt = noon + 1s}));
        const auto since = [&](UtcTime from) {
            QList<int> revisions;
            const auto uses =
                reply<QList<PolicyUse>>([&](auto done) { host.readPolicies(from, this, done); });
            for (const PolicyUse &use : uses.value_or(QList<PolicyUse>()))
                revisions.append(use.effect == *effect ? use.revision : -use.revision);
            return revisions;
        };
        QCOMPARE(since(noon - 1h), (QList<int>{-3, 4}));
        QCOMPARE(since(noon + 1s), QList<int>{4});
        QCOMPARE(since(noon + 2s), QList<int>{});
    }

    void a_silence_is_previewed_and_mutes()
    {
        Desk desk;
        AlertHost host(desk.options());
        desk.answer(0.99F);
        QVERIFY(started(host));
        fire(desk, host);
        AlertSilence silence{.matchers = {*parseAlertMatcher(u"alertname=~Low.*"_s)},
                             .begins = desk.now(),
                             .ends = desk.now() + 1h,
                             .who = u"Ada"_s};
        const auto preview =
            reply<AlertSilencePreview>([&](auto done) { host.previewSilence(silence, this, done); });
        QVERIFY(preview);
        QCOMPARE(preview->now.size(), 1);
        const auto added = reply<AlertSilence>([&](auto done) { host.addSilence(silence, this, done); });
        QVERIFY(added);
        QVERIFY(
            QTest::qWaitFor([&] { return openOf(host, lowResponse)->mute == AlertMute::Silenced; }, 10'000));
        bool told = false;
        connect(&host, &AlertHost::told, this,
                [&](const AlertFiring &firing) { told = told || firing.rule == lowResponse; });
        desk.answer(0.4F);
        desk.pass(2s);
        QVERIFY(QTest::qWaitFor(
            [&] {
                return std::ranges::count_if(host.overview().open, [](const AlertEntry &one) {
                           return one.firing.rule == lowResponse;
                       }) == 2;
            },
            10'000));
        QVERIFY(!told);
        QVERIFY(reply<bool>([&](auto done) { host.endSilence(added->id, this, done); }));
        QVERIFY(QTest::qWaitFor([&] { return openOf(host, lowResponse)->mute == AlertMute::Told; }, 10'000));
    }

    void a_backtest_tells_what_was_told()
    {
        Desk desk;
        desk.answer(0.99F);
        AlertHost host(desk.options());
        QVERIFY(started(host));
        const AlertEntry entry = fire(desk, host);
        const auto rules = reply<AlertRules>([&](auto done) { host.readRules(this, done); });
        QVERIFY(rules);
        const auto result = reply<AlertBacktest>(
            [&](auto done) { host.backtest(*rules, noon + 1ms, desk.now(), lowResponse, this, done); });
        QVERIFY2(result, result ? "" : qPrintable(result.error().message));
        const auto same = std::ranges::find(result->firings, entry.firing.id, &AlertFiring::id);
        QVERIFY(same != result->firings.end());
        QCOMPARE(same->events, entry.firing.events);
        QVERIFY(!result->readouts.value(lowResponse).isEmpty());
    }

    void a_rule_that_is_switched_off_ends_what_it_fired()
    {
        Desk desk;
        desk.answer(0.99F);
        AlertHost host(desk.options());
        QVERIFY(started(host));
        fire(desk, host);
        AlertRules rules = *reply<AlertRules>([&](auto done) { host.readRules(this, done); });
        std::ranges::find(rules.rules, lowResponse, &AlertRule::name)->enabled = false;
        QVERIFY(reply<bool>([&](auto done) { host.saveRules(rules, this, done); }));
        QVERIFY(QTest::qWaitFor([&] { return !openOf(host, lowResponse); }, 10'000));
        rules.rules.first().floor = 7.0;
        QVERIFY(!reply<bool>([&](auto done) { host.saveRules(rules, this, done); }));
    }

    void of_two_hosts_one_evaluates_and_both_show()
    {
        Desk desk;
        desk.answer(0.99F);
        int told = 0;
        auto first = std::make_unique<AlertHost>(desk.options());
        AlertHost second(desk.options());
        for (AlertHost *host : {first.get(), &second})
            connect(host, &AlertHost::told, this,
                    [&](const AlertFiring &firing) { told += firing.rule == lowResponse ? 1 : 0; });
        QVERIFY(started(*first));
        second.start();
        fire(desk, *first);
        QVERIFY(QTest::qWaitFor([&] { return openOf(second, lowResponse).has_value(); }, 15'000));
        QCOMPARE(told, 1);
        QCOMPARE(second.overview().evaluatedTo, UtcTime{});
        first.reset(); // gives the right to evaluate back
        QVERIFY(QTest::qWaitFor([&] { return second.overview().evaluatedTo != UtcTime{}; }, 15'000));
        QCOMPARE(told, 1);
    }

    void the_machines_load_is_read()
    {
        HostGauges gauges;
        QVERIFY(!gauges.cpuPercentFrom("cpu  100 0 100 700 100 0 0 0 0 0\ncpu0 1\n"));
        QCOMPARE(gauges.cpuPercentFrom("cpu  150 0 150 750 150 0 0 0 0 0\n"), std::optional(50.0));
        QVERIFY(!gauges.cpuPercentFrom("nonsense"));
        QCOMPARE(HostGauges::memoryPercentFrom("MemTotal:  1000 kB\nMemFree: 1 kB\nMemAvailable:   250 kB\n"),
                 std::optional(75.0));
        QVERIFY(!HostGauges::memoryPercentFrom(""));
        QVERIFY(gauges.memoryPercent());
    }
};

QTEST_GUILESS_MAIN(TestAlertHost)
#include "tst_alert_host.moc"
