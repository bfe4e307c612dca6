// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/alert_words.h"

#include <QtTest/QtTest>

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const UtcTime noon = fromMicros(1'763'733'600'000'000);

AlertEntry openEntry(AlertMute mute, const QString &by)
{
    return {.firing = {.id = u"f"_s, .rule = u"R"_s, .firedAt = noon}, .mute = mute, .acknowledgedBy = by};
}

} // namespace

class TestAlertsWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRuleStands_data()
    {
        QTest::addColumn<AlertRuleState>("state");
        QTest::addColumn<AlertOverview>("overview");
        QTest::addColumn<RuleStanding>("standing");
        const AlertRule rule{.name = u"R"_s, .metric = u"failure_rate"_s, .ceiling = 0.1};
        AlertRule off = rule;
        off.enabled = false;
        const AlertReadout measured{.time = noon, .value = 0.02};
        const AlertSilence silence{.matchers = {{.label = u"alertname"_s, .value = u"R"_s}}};
        QTest::newRow("switched off")
            << AlertRuleState{off, measured} << AlertOverview{} << RuleStanding::Off;
        QTest::newRow("not evaluated yet")
            << AlertRuleState{rule, {}} << AlertOverview{} << RuleStanding::Waiting;
        QTest::newRow("its bound kept")
            << AlertRuleState{rule, measured} << AlertOverview{} << RuleStanding::Kept;
        QTest::newRow("without data")
            << AlertRuleState{rule, {.time = noon}} << AlertOverview{} << RuleStanding::NoData;
        QTest::newRow("pending") << AlertRuleState{rule,
                                                   {.time = noon, .value = 0.3, .phase = AlertPhase::Pending}}
                                 << AlertOverview{} << RuleStanding::Pending;
        QTest::newRow("firing") << AlertRuleState{rule, measured}
                                << AlertOverview{.open = {openEntry(AlertMute::Told, {})}}
                                << RuleStanding::Firing;
        QTest::newRow("firing, and somebody has it")
            << AlertRuleState{rule, measured} << AlertOverview{.open = {openEntry(AlertMute::Told, u"Ada"_s)}}
            << RuleStanding::Acknowledged;
        QTest::newRow("firing twice, and somebody has one")
            << AlertRuleState{rule, measured}
            << AlertOverview{.open = {openEntry(AlertMute::Told, u"Ada"_s), openEntry(AlertMute::Told, {})}}
            << RuleStanding::Firing;
        QTest::newRow("firing in silence")
            << AlertRuleState{rule, measured} << AlertOverview{.open = {openEntry(AlertMute::Silenced, {})}}
            << RuleStanding::Silenced;
        QTest::newRow("silenced before it fires")
            << AlertRuleState{rule, measured} << AlertOverview{.silences = {silence}}
            << RuleStanding::Silenced;
    }
    void aRuleStands()
    {
        QFETCH(AlertRuleState, state);
        QFETCH(AlertOverview, overview);
        QFETCH(RuleStanding, standing);
        QCOMPARE(standingOf(state, overview), standing);
    }

    void aBoundIsRead_data()
    {
        QTest::addColumn<int>("unit");
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value");
        const auto row = [](const char *name, AlertUnit unit, const QString &text, double value) {
            QTest::newRow(name) << static_cast<int>(unit) << text << value;
        };
        row("a share in percent", AlertUnit::Share, u"5%"_s, 0.05);
        row("a share as a number", AlertUnit::Share, u" 0.05 "_s, 0.05);
        row("a share with a comma", AlertUnit::Share, u"12,5 %"_s, 0.125);
        row("milliseconds", AlertUnit::Milliseconds, u"500ms"_s, 500);
        row("seconds", AlertUnit::Milliseconds, u"0.5s"_s, 500);
        row("a bare number of milliseconds", AlertUnit::Milliseconds, u"500"_s, 500);
        row("dollars", AlertUnit::Dollars, u"$0.05"_s, 0.05);
        row("percent of a machine", AlertUnit::Percent, u"80%"_s, 80);
        row("a score", AlertUnit::Score, u"0.95"_s, 0.95);
    }
    void aBoundIsRead()
    {
        QFETCH(int, unit);
        QFETCH(QString, text);
        QFETCH(double, value);
        const std::optional<double> read = parseBound(static_cast<AlertUnit>(unit), text);
        QVERIFY(read);
        QVERIFY(std::abs(*read - value) < 1e-12);
        const std::optional<double> again =
            parseBound(static_cast<AlertUnit>(unit), boundEditText(static_cast<AlertUnit>(unit), *read));
        QVERIFY(again && std::abs(*again - value) < 1e-9);
    }

    void whatIsNoBoundIsRefused()
    {
        for (const QString &text : {u"lots"_s, u""_s, u"5%%"_s, u"$"_s})
            QVERIFY2(!parseBound(AlertUnit::Share, text), qPrintable(text));
    }

    void labelsAreReadAndWritten()
    {
        const auto labels = parseLabels(u"team=support, region=\"eu, west\""_s);
        QVERIFY(labels);
        QCOMPARE(labels->value(u"region"_s), u"eu, west"_s);
        QCOMPARE(*parseLabels(labelsText(*labels)), *labels);
        QVERIFY(!parseLabels(u"team"_s));
        QVERIFY(!parseLabels(u"team=~x"_s));
        QVERIFY(parseLabels(u""_s)->isEmpty());
    }

    void firingsAreSummed()
    {
        const QList<AlertFiring> firings{{.firedAt = noon, .resolvedAt = noon + 10min},
                                         {.firedAt = noon + 1h}};
        const QString sum = firingSum(firings, u"the last day"_s, noon + 90min);
        QVERIFY2(sum.contains(u"2"_s) && sum.contains(u"40 min"_s), qPrintable(sum));
        QVERIFY(firingSum({}, u"the last day"_s, noon).contains(u"No firing"_s));
    }
};

QTEST_MAIN(TestAlertsWords)
#include "tst_alerts_words.moc"
