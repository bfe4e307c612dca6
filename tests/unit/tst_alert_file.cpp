// SPDX-License-Identifier: Apache-2.0
// Alert files, ours and Prometheus': what they give, and how their faults are named.
#include "alerts/alert_file.h"
#include "alerts/alert_metrics.h"
#include "alerts/alert_routing.h"
#include "alerts/prometheus_rules.h"
#include "unit/alert_fixture.h"

#include <QtTest/QTest>

using namespace assay;
using namespace assay::test;

namespace {

QString problemsOf(const QByteArray &text, const QString &name)
{
    const auto rules = readAlertsText(text, name);
    QStringList lines;
    if (!rules)
        for (const SettingProblem &problem : rules.error())
            lines.append(problem.text());
    return lines.join(u'\n');
}

AlertRule ruleOf(const AlertRules &rules, const QString &name)
{
    return *std::ranges::find(rules.rules, name, &AlertRule::name);
}

} // namespace

class TestAlertFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shipped_rules_are_sound_and_cover_what_was_asked()
    {
        QStringList names;
        for (const AlertRule &rule : shippedAlertRules().rules) {
            QCOMPARE(checkAlertRule(rule).size(), 0);
            QVERIFY(!names.contains(rule.name));
            names.append(rule.name);
        }
        for (const QString &name : {u"QualityDegradation"_s, u"HighFailureRate"_s, u"Low Quality Response"_s,
                                    u"High Tool Ignore Rate"_s, u"HighLag"_s, u"DecodeErrors"_s,
                                    u"RetrievalScoreBelow0.7"_s, u"CpuAbove80Percent"_s})
            QVERIFY2(names.contains(name), qPrintable(name));
    }

    void toml_and_json_say_the_same()
    {
        const QByteArray toml = R"(interval = "30s"
[route]
group_by = ["severity"]
[[rule]]
name = "HighLatency"
ceiling = 3000
for = "10m"
[[rule]]
name = "Mine"
metric = "pass_rate"
floor = 0.9
severity = "critical"
no_data = "keep"
labels = { team = "ml" }
[[rule]]
name = "DataStopped"
enabled = false
)";
        const QByteArray json = R"({"interval": "30s", "route": {"group_by": ["severity"]},
 "rule": [{"name": "HighLatency", "ceiling": 3000, "for": "10m"},
          {"name": "Mine", "metric": "pass_rate", "floor": 0.9, "severity": "critical", "no_data": "keep", "labels": {"team": "ml"}},
          {"name": "DataStopped", "enabled": false}]})";
        const auto fromToml = readAlertsText(toml, u"alerts.toml"_s);
        QVERIFY2(fromToml, qPrintable(problemsOf(toml, u"alerts.toml"_s)));
        const auto fromJson = readAlertsText(json, u"alerts.json"_s);
        QVERIFY2(fromJson, qPrintable(problemsOf(json, u"alerts.json"_s)));
        QCOMPARE(*fromToml, *fromJson);
        QCOMPARE(fromToml->interval, std::chrono::milliseconds(30s));
        const AlertRule latency = ruleOf(*fromToml, u"HighLatency"_s);
        QCOMPARE(latency.metric, u"latency_p95"_s);
        QCOMPARE(latency.ceiling, std::optional(3000.0));
        QVERIFY(!latency.shipped);
        QVERIFY(!ruleOf(*fromToml, u"DataStopped"_s).enabled);
        QVERIFY(ruleOf(*fromToml, u"HighFailureRate"_s).shipped);
        QCOMPARE(ruleOf(*fromToml, u"Mine"_s).labels.value(u"team"_s), u"ml"_s);
    }

    void what_is_written_reads_back_to_the_same()
    {
        AlertRules rules = shippedAlertRules();
        rules.interval = 1min;
        rules.delivery = {
            .webhooks = {u"http://h:1/x?y=\"z\""_s}, .heartbeat = u"https://h"_s, .sound = true};
        rules.delivery.webhooks = {u"http://h:1/x"_s};
        rules.route.groupBy = {u"team"_s};
        rules.inhibitions.append({.source = {{u"severity"_s, u"critical"_s}},
                                  .target = {{u"severity"_s, u"info"_s}},
                                  .equal = {u"team"_s}});
        rules.rules[0].ceiling = 0.99;
        rules.rules[0].shipped = false;
        rules.rules[1].enabled = false;
        rules.rules[1].shipped = false;
        AlertRule mine{.name = u"My \"rule\"\nwith a line"_s, .expression = u"gauge"_s};
        mine.expression = u"sum(rate(dashstream_quality_monitor_queries_total[5m])) > 3"_s;
        mine.window = 90s;
        mine.keepFiring = 2min;
        mine.fewest = 7;
        mine.noData = AlertNoData::Alert;
        mine.annotations = {{u"summary"_s, u"x \\ y"_s}};
        rules.rules.append(mine);
        const QByteArray text = alertsToml(rules);
        const auto read = readAlertsText(text, u"alerts.toml"_s);
        QVERIFY2(read, qPrintable(problemsOf(text, u"alerts.toml"_s) + QString::fromUtf8(text)));
        QCOMPARE(alertsToml(*read), text);
        QVERIFY(*read == rules);
        QCOMPARE(alertsToml(shippedAlertRules()), QByteArray());
    }

    void faults_are_named_with_line_key_and_the_nearest_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a misspelt key of the file")
            << QByteArray("intervall = \"5s\"\n")
            << u"alerts.toml:1: intervall: There is no such key here. Did you mean interval?"_s;
        QTest::newRow("a misspelt key of a rule")
            << QByteArray("[[rule]]\nname = \"HighLatency\"\ncieling = 1\n")
            << u"alerts.toml:3: rule.cieling: There is no such key here. Did you mean ceiling?"_s;
        QTest::newRow("a misspelt metric")
            << QByteArray("[[rule]]\nname = \"a\"\nmetric = \"latensy_p95\"\nceiling = 1\n")
            << u"alerts.toml:3: rule.metric: There is no metric “latensy_p95”. Did you mean latency_p95?"_s;
        QTest::newRow("a misspelt severity")
            << QByteArray("[[rule]]\nname = \"HighLatency\"\nseverity = \"warnin\"\n")
            << u"alerts.toml:3: rule.severity: “warnin” is none of: info, warning, critical. Did you mean warning?"_s;
        QTest::newRow("a bound out of range")
            << QByteArray("[[rule]]\nname = \"a\"\nmetric = \"pass_rate\"\nfloor = 90\n")
            << u"alerts.toml:4: rule.floor: This must lie between 0 and 1."_s;
        QTest::newRow("no bound") << QByteArray("[[rule]]\nname = \"a\"\nmetric = \"pass_rate\"\n")
                                  << u"alerts.toml:3: rule.metric: Say a floor, a ceiling, or both."_s;
        QTest::newRow("a number for a duration")
            << QByteArray("[[rule]]\nname = \"HighLatency\"\nfor = 5\n")
            << u"alerts.toml:3: rule.for: Expected a text, got a number."_s;
        QTest::newRow("no duration")
            << QByteArray("delay = \"soon\"\n")
            << u"alerts.toml:1: delay: “soon” is no duration such as 30s, 5m or 1h30m."_s;
        QTest::newRow("a rule twice")
            << QByteArray("[[rule]]\nname = \"HighLag\"\n[[rule]]\nname = \"HighLag\"\n")
            << u"alerts.toml:4: rule.name: The rule “HighLag” stands in the file twice."_s;
        QTest::newRow("an expression outside the subset")
            << QByteArray("[[rule]]\nname = \"a\"\nexpression = \"topk(1, x) > 1\"\n")
            << u"alerts.toml:3: rule.expression: At character 1: The function topk is not supported."_s;
        QTest::newRow("a series that is none of ours")
            << QByteArray("[[rule]]\nname = \"a\"\nexpression = \"dashstream_quality_acuracy < 1\"\n")
            << u"alerts.toml:3: rule.expression: At character 1: there is no series “dashstream_quality_acuracy” here. Did you mean dashstream_quality_accuracy?"_s;
        QTest::newRow("a password in an address")
            << QByteArray("[delivery]\nwebhooks = [\"http://u:p@h/\"]\n")
            << u"alerts.toml:2: delivery.webhooks: This must be an address such as http://host:9093, without a user name or password."_s;
        QTest::newRow("a label that is ours")
            << QByteArray("[[rule]]\nname = \"HighLag\"\nlabels = { severity = \"x\" }\n")
            << u"alerts.toml:3: rule.labels: The label severity is set by Assay."_s;
    }

    void faults_are_named_with_line_key_and_the_nearest()
    {
        QFETCH(QByteArray, text);
        QTEST(problemsOf(text, u"alerts.toml"_s), "expected");
    }

    void hostile_files_are_refused()
    {
        QVERIFY(!problemsOf("\xff", u"a.toml"_s).isEmpty());
        QVERIFY(!problemsOf(QByteArray(300 << 10, ' '), u"a.json"_s).isEmpty());
        QVERIFY(!problemsOf("[[rule]\n", u"a.toml"_s).isEmpty());
        QVERIFY(!problemsOf(QByteArray(20'000, '['), u"a.json"_s).isEmpty());
        QByteArray bomb = "a: &a [x, x, x, x, x, x, x, x]\n";
        for (char c = 'b'; c < 'j'; ++c)
            bomb += QByteArray(1, c) + ": &" + c + " [*" + char(c - 1) + ", *" + char(c - 1) + ", *" +
                    char(c - 1) + ", *" + char(c - 1) + ", *" + char(c - 1) + ", *" + char(c - 1) + "]\n";
        QVERIFY(!importPrometheusRules(bomb, u"bomb.yml"_s));
    }

    void the_guides_file_is_taken_unchanged()
    {
        QFile guide(u"" ASSAY_SOURCE_DIR "/tests/data/alert_rules.yml"_s);
        QVERIFY(guide.open(QIODevice::ReadOnly));
        const auto rules = importPrometheusRules(guide.readAll(), u"alert_rules.yml"_s);
        QVERIFY(rules);
        QCOMPARE(rules->size(), 2);
        QCOMPARE(rules->at(0).name, u"QualityDegradation"_s);
        QCOMPARE(rules->at(0).holds, std::chrono::milliseconds(5min));
        QCOMPARE(rules->at(1).group, u"quality-alerts"_s);
        QCOMPARE(rules->at(1).annotations.value(u"summary"_s), u"Query failure rate exceeds 10%"_s);
        QStringList skipped;
        const QByteArray written = exportPrometheusRules(*rules, skipped);
        QVERIFY(skipped.isEmpty());
        const auto again = importPrometheusRules(written, u"written.yml"_s);
        QVERIFY(again);
        QVERIFY(*again == *rules);
    }

    void what_cannot_be_imported_is_named_with_its_place_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a function in one line")
            << QByteArray("      - alert: A\n        expr: predict_linear(x[1h], 5) > 1\n")
            << u"r.yml:5: expr: At character 1: The function predict_linear is not supported."_s;
        QTest::newRow("a series in the second line of a block")
            << QByteArray("      - alert: A\n        expr: |\n          1 <\n          sum(node_cpu)\n")
            << u"r.yml:7: expr: At character 5: There is no series “node_cpu” here."_s;
        QTest::newRow("a recording rule")
            << QByteArray("      - record: a:b\n        expr: x\n")
            << u"r.yml:4: record: Recording rules are not supported; Assay keeps its own sums."_s;
        QTest::newRow("a misspelt key")
            << QByteArray(
                   "      - alert: A\n        exprr: x\n        expr: dashstream_quality_accuracy < 1\n")
            << u"r.yml:5: exprr: There is no such key here. Did you mean expr?"_s;
    }

    void what_cannot_be_imported_is_named_with_its_place()
    {
        QFETCH(QByteArray, rule);
        const auto rules = importPrometheusRules("groups:\n  - name: g\n    rules:\n" + rule, u"r.yml"_s);
        QVERIFY(!rules);
        QTEST(rules.error().first().text(), "expected");
    }

    void every_metric_but_single_responses_and_parts_can_be_exported()
    {
        QStringList without;
        for (const AlertMetric &metric : alertMetrics()) {
            const AlertRule rule{.name = u"r"_s, .metric = QString::fromLatin1(metric.name), .ceiling = 0.5};
            const QString expression = prometheusExpression(rule);
            if (expression.isEmpty()) {
                without.append(rule.metric);
                continue;
            }
            const QList<SettingProblem> problems = checkAlertRule({.name = u"r"_s, .expression = expression});
            QVERIFY2(problems.isEmpty(),
                     qPrintable(expression + (problems.isEmpty() ? QString() : problems.first().what)));
        }
        QCOMPARE(without,
                 (QStringList{u"response_score"_s, u"accuracy"_s, u"relevance"_s, u"completeness"_s}));
    }

    void matchers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written"); ///< empty: refused
        QTest::addColumn<bool>("holds");      ///< for team=ml, alertname=HighLag
        QTest::newRow("equal") << u"team=ml"_s << u"team=\"ml\""_s << true;
        QTest::newRow("quoted") << u"team=\"ml\""_s << u"team=\"ml\""_s << true;
        QTest::newRow("not equal") << u"team!=ml"_s << u"team!=\"ml\""_s << false;
        QTest::newRow("a pattern for the whole")
            << u"alertname=~High.*"_s << u"alertname=~\"High.*\""_s << true;
        QTest::newRow("a part is not the whole") << u"alertname=~High"_s << u"alertname=~\"High\""_s << false;
        QTest::newRow("not a pattern") << u"alertname!~Low.*"_s << u"alertname!~\"Low.*\""_s << true;
        QTest::newRow("an absent label") << u"site="_s << u"site=\"\""_s << true;
        QTest::newRow("no operator") << u"team"_s << QString() << false;
        QTest::newRow("no label") << u"=x"_s << QString() << false;
        QTest::newRow("a bad pattern") << u"a=~("_s << QString() << false;
    }

    void matchers()
    {
        QFETCH(QString, text);
        QFETCH(QString, written);
        const Result<AlertMatcher> matcher = parseAlertMatcher(text);
        QCOMPARE(bool(matcher), !written.isEmpty());
        if (!matcher)
            return;
        QCOMPARE(alertMatcherText(*matcher), written);
        QTEST(matches(*matcher, AlertLabels{{u"team"_s, u"ml"_s}, {u"alertname"_s, u"HighLag"_s}}), "holds");
    }
};

QTEST_APPLESS_MAIN(TestAlertFile)
#include "tst_alert_file.moc"
