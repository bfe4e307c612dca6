// SPDX-License-Identifier: Apache-2.0
// Which firings are told, in which messages, and when.
#include "alerts/alert_routing.h"
#include "unit/alert_fixture.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace assay;
using namespace assay::test;

namespace {

AlertFiring firing(const QString &rule, const AlertLabels &labels = {}, const QString &id = {})
{
    AlertFiring one{.id = id.isEmpty() ? rule : id, .rule = rule, .labels = labels, .firedAt = noon};
    one.labels.insert(u"alertname"_s, rule);
    return one;
}

AlertFiring resolved(AlertFiring firing)
{
    firing.resolvedAt = noon + 1min;
    return firing;
}

} // namespace

class TestAlertRouting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silences_and_inhibitions_mute_data()
    {
        QTest::addColumn<QString>("matcher");
        QTest::addColumn<int>("begins"); ///< minutes from now
        QTest::addColumn<int>("ends");
        QTest::addColumn<bool>("silenced");
        QTest::newRow("in force and matching") << u"team=ml"_s << -1 << 1 << true;
        QTest::newRow("in force, another team") << u"team=ops"_s << -1 << 1 << false;
        QTest::newRow("not begun") << u"team=ml"_s << 1 << 2 << false;
        QTest::newRow("ended this moment") << u"team=ml"_s << -2 << 0 << false;
        QTest::newRow("a pattern") << u"alertname=~High.*"_s << -1 << 1 << true;
    }

    void silences_and_inhibitions_mute()
    {
        QFETCH(QString, matcher);
        QFETCH(int, begins);
        QFETCH(int, ends);
        const AlertSilence silence{.matchers = {*parseAlertMatcher(matcher)},
                                   .begins = noon + std::chrono::minutes(begins),
                                   .ends = noon + std::chrono::minutes(ends)};
        const AlertFiring one = firing(u"HighLag"_s, {{u"team"_s, u"ml"_s}});
        QTEST(muted({one}, {silence}, {}, noon).value(one.id) == AlertMute::Silenced, "silenced");
        const Result<AlertSilence> again = alertSilenceFrom(QJsonDocument(toJson(silence)).toJson());
        QVERIFY(again);
        QCOMPARE(*again, silence);
    }

    void a_silence_without_conditions_mutes_nothing()
    {
        const AlertFiring one = firing(u"HighLag"_s);
        QCOMPARE(muted({one}, {AlertSilence{.begins = noon - 1h, .ends = noon + 1h}}, {}, noon).value(one.id),
                 AlertMute::Told);
    }

    void the_source_inhibits_only_what_agrees_with_it()
    {
        const AlertInhibition inhibition{.source = {{u"severity"_s, u"critical"_s}},
                                         .target = {{u"severity"_s, u"info"_s}},
                                         .equal = {u"team"_s}};
        const AlertFiring source = firing(u"A"_s, {{u"severity"_s, u"critical"_s}, {u"team"_s, u"ml"_s}});
        const AlertFiring same = firing(u"B"_s, {{u"severity"_s, u"info"_s}, {u"team"_s, u"ml"_s}});
        const AlertFiring other = firing(u"C"_s, {{u"severity"_s, u"info"_s}, {u"team"_s, u"ops"_s}});
        const QMap<QString, AlertMute> mutes = muted({source, same, other}, {}, {inhibition}, noon);
        QCOMPARE(mutes.value(u"A"_s), AlertMute::Told);
        QCOMPARE(mutes.value(u"B"_s), AlertMute::Inhibited);
        QCOMPARE(mutes.value(u"C"_s), AlertMute::Told);
        QCOMPARE(muted({resolved(source), same}, {}, {inhibition}, noon).value(u"B"_s), AlertMute::Told);
    }

    void firings_of_a_group_share_a_message()
    {
        AlertRouter router(
            {.groupBy = {u"team"_s}, .groupWait = 10s, .groupInterval = 1min, .repeatInterval = 4h});
        const QList<AlertFiring> all{firing(u"A"_s, {{u"team"_s, u"ml"_s}}),
                                     firing(u"B"_s, {{u"team"_s, u"ml"_s}}),
                                     firing(u"C"_s, {{u"team"_s, u"ops"_s}})};
        QCOMPARE(router.take(all, noon).size(), 0);
        const QList<AlertMessage> messages = router.take(all, noon + 10s);
        QCOMPARE(messages.size(), 2);
        QCOMPARE(messages.first().firings.size(), 2);
        QCOMPARE(messages.first().group.value(u"team"_s), u"ml"_s);
        QVERIFY(messages.first().key != messages.last().key);
    }

    void the_same_is_told_again_only_after_the_repeat_interval()
    {
        AlertRouter router({.groupWait = 0s, .groupInterval = 1min, .repeatInterval = 1h});
        const QList<AlertFiring> all{firing(u"A"_s)};
        const QList<AlertMessage> first = router.take(all, noon);
        QCOMPARE(first.size(), 1);
        QCOMPARE(router.take(all, noon + 59min).size(), 0);
        const QList<AlertMessage> again = router.take(all, noon + 1h);
        QCOMPARE(again.size(), 1);
        QVERIFY(again.first().key != first.first().key);
    }

    void news_of_a_told_group_wait_for_the_group_interval()
    {
        AlertRouter router({.groupBy = {}, .groupWait = 0s, .groupInterval = 1min, .repeatInterval = 1h});
        router.take({firing(u"A"_s)}, noon);
        const QList<AlertFiring> both{firing(u"A"_s), firing(u"B"_s)};
        QCOMPARE(router.take(both, noon + 30s).size(), 0);
        QCOMPARE(router.take(both, noon + 1min).size(), 1);
    }

    void the_end_is_told_once_and_only_of_what_was_told()
    {
        AlertRouter router({.groupWait = 10s, .groupInterval = 1s, .repeatInterval = 1h});
        QCOMPARE(router.take({resolved(firing(u"A"_s))}, noon).size(), 0);
        QCOMPARE(router.take({resolved(firing(u"A"_s))}, noon + 1h).size(), 0);
        router.take({firing(u"B"_s)}, noon);
        QCOMPARE(router.take({firing(u"B"_s)}, noon + 10s).size(), 1);
        const QList<AlertMessage> end = router.take({resolved(firing(u"B"_s))}, noon + 20s);
        QCOMPARE(end.size(), 1);
        QVERIFY(end.first().resolved);
        QCOMPARE(router.take({resolved(firing(u"B"_s))}, noon + 30s).size(), 0);
    }

    void what_was_told_is_known_after_a_restart()
    {
        const AlertRoute route{.groupWait = 0s, .groupInterval = 1s, .repeatInterval = 1h};
        AlertRouter before(route);
        QCOMPARE(before.take({firing(u"A"_s)}, noon).size(), 1);
        AlertRouter after(route);
        after.restore(before.save());
        QCOMPARE(after.take({firing(u"A"_s)}, noon + 1min).size(), 0);
        after.restore("nonsense");
        QCOMPARE(after.take({firing(u"A"_s)}, noon + 1min).size(), 1);
    }
};

QTEST_APPLESS_MAIN(TestAlertRouting)
#include "tst_alert_routing.moc"
