// SPDX-License-Identifier: Apache-2.0
// Our rules before Prometheus' own tool: it accepts what we write, and over the same series the same alerts
// fire.
#include "alerts/alert_file.h"
#include "alerts/alert_state.h"
#include "alerts/prometheus_rules.h"
#include "alerts/promql.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int minutes = 90;

struct Outcome
{
    int code = -1;
    QString text{};
};

Outcome promtool(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"promtool"_s, arguments);
    if (!process.waitForStarted() || !process.waitForFinished(60'000))
        return {
            .text =
                u"promtool cannot be run: packaging/install-packages test installs it (package prometheus)"_s};
    return {.code = process.exitCode(), .text = QString::fromUtf8(process.readAll())};
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

QByteArray guideFile()
{
    QFile file(u"" ASSAY_SOURCE_DIR "/tests/data/alert_rules.yml"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.errorString()));
    return file.readAll();
}

/// The guide's two rules and what else exercises the language.
QList<AlertRule> rulesUnderTest()
{
    QList<AlertRule> rules = *importPrometheusRules(guideFile(), u"alert_rules.yml"_s);
    for (const AlertRule &rule : shippedAlertRules().rules) {
        AlertRule asExpression = rule;
        asExpression.expression = prometheusExpression(rule);
        asExpression.metric.clear();
        asExpression.floor.reset();
        asExpression.ceiling.reset();
        asExpression.shipped = false;
        if (rule.name == u"HighLatency" || rule.name == u"HighRetryRate" || rule.name == u"DataStopped" ||
            rule.name == u"HighLag")
            rules.append(asExpression);
    }
    rules.append(
        {.name = u"ByCategory"_s,
         .expression =
             u"sum by (category) (increase(dashstream_quality_monitor_queries_failed_total{category=~\"Simple|Complex\"}[10m])) > 30"_s,
         .holds = 2min});
    rules.append({.name = u"KeepsFiring"_s,
                  .expression = u"dashstream_quality_monitor_quality_score < 0.9"_s,
                  .keepFiring = 4min});
    rules.append(
        {.name = u"SetsAndMeans"_s,
         .expression =
             u"avg_over_time(dashstream_quality_monitor_quality_score[10m]) < 0.93 and on () "
             "sum(dashstream_quality_monitor_queries_total) > 100 unless on () absent(dashstream_quality_accuracy)"_s});
    rules.append({.name = u"Gone"_s, .expression = u"absent(dashstream_quality_accuracy)"_s, .holds = 1min});
    return rules;
}

struct Input
{
    QString name{};
    promql::Labels labels{};
    QList<std::optional<double>> values{}; ///< one a minute; none = not scraped
};

QString seriesText(const Input &input)
{
    QStringList labels;
    for (auto it = input.labels.begin(); it != input.labels.end(); ++it)
        labels.append(u"%1=\"%2\""_s.arg(it.key(), it.value()));
    return u"%1{%2}"_s.arg(input.name, labels.join(u','));
}

/// A counter that rises by up to `most`, begins anew now and then and is sometimes not scraped.
Input counter(QRandomGenerator &random, const QString &name, const promql::Labels &labels,
              const std::function<int(int)> &most)
{
    Input input{.name = name, .labels = labels};
    double value = random.bounded(50);
    const int restart = 20 + static_cast<int>(random.bounded(60));
    for (int minute = 0; minute <= minutes; ++minute) {
        value = minute == restart ? 0.0 : value + random.bounded(1 + most(minute));
        const bool missed = random.bounded(12) == 0 || (minute > 70 && minute < 78);
        input.values.append(missed ? std::nullopt : std::optional(value));
    }
    return input;
}

QList<Input> inputs(quint32 seed)
{
    QRandomGenerator random(seed);
    const int begin = 15 + static_cast<int>(random.bounded(20));
    const int end = begin + 10 + static_cast<int>(random.bounded(20));
    const auto incident = [=](int minute) { return minute > begin && minute < end; };
    QList<Input> all;
    for (const char *name : {"dashstream_quality_monitor_quality_score", "dashstream_quality_accuracy",
                             "dashstream_exporter_kafka_consumer_lag"}) {
        Input gauge{.name = QString::fromLatin1(name)};
        const bool lag = gauge.name.endsWith(u"lag");
        for (int minute = 0; minute <= minutes; ++minute) {
            const double score = (incident(minute) ? 0.80 : 0.94) + 0.01 * random.bounded(6);
            const bool missed =
                random.bounded(15) == 0 || (minute > 50 && minute < 60 && gauge.name.endsWith(u"accuracy"));
            gauge.values.append(missed ? std::nullopt
                                       : std::optional(lag ? (incident(minute) ? 20'000.0 : 12.0) : score));
        }
        all.append(gauge);
    }
    for (const char *category : {"Simple", "Complex", "Edge"})
        all.append(counter(random, u"dashstream_quality_monitor_queries_failed_total"_s,
                           {{u"category"_s, QString::fromLatin1(category)}},
                           [&](int minute) { return incident(minute) ? 12 : 1; }));
    all.append(counter(random, u"dashstream_quality_monitor_queries_total"_s, {},
                       [](int minute) { return minute > 80 ? 0 : 60; }));
    for (const char *le : {"1000", "5000", "10000", "+Inf"})
        all.append(counter(random, u"dashstream_query_latency_ms_bucket"_s,
                           {{u"le"_s, QString::fromLatin1(le)}}, [&, le](int minute) {
                               return qstrcmp(le, "+Inf") == 0 ? 60 : incident(minute) ? 10 : 50;
                           }));
    all.append(counter(random, u"dashstream_quality_retry_count_bucket"_s,
                       {{u"le"_s, u"0"_s}, {u"status"_s, u"passed"_s}},
                       [&](int minute) { return incident(minute) ? 10 : 40; }));
    all.append(counter(random, u"dashstream_quality_retry_count_count"_s, {{u"status"_s, u"passed"_s}},
                       [](int) { return 42; }));
    return all;
}

promql::SeriesSet seriesOf(const QList<Input> &inputs)
{
    promql::SeriesSet set;
    for (const Input &input : inputs) {
        promql::Series series{.labels = input.labels};
        for (qsizetype i = 0; i < input.values.size(); ++i)
            if (input.values.at(i))
                series.samples.push_back({.timeMs = i * 60'000, .value = *input.values.at(i)});
        set[input.name].push_back(series);
    }
    return set;
}

/// Labels of the alerts that fire, minute by minute, as our evaluation and our state machine have it.
QList<QList<AlertLabels>> ourFirings(const AlertRule &rule, const promql::SeriesSet &series)
{
    const promql::Node expression = *promql::parse(rule.expression);
    QList<std::pair<promql::Labels, AlertStatus>> instances;
    QList<QList<AlertLabels>> firings;
    for (int minute = 0; minute <= minutes; ++minute) {
        const std::optional<promql::Vector> found = promql::evaluate(expression, series, minute * 60'000);
        const UtcTime now = fromMicros(minute * qint64{60'000'000}) + 24h;
        for (const promql::Element &one : found.value_or(promql::Vector()))
            if (std::ranges::find(instances, one.labels, &std::pair<promql::Labels, AlertStatus>::first) ==
                instances.end())
                instances.append({one.labels, {}});
        QList<AlertLabels> firing;
        for (auto &[labels, status] : instances) {
            const bool violated =
                found && std::ranges::find(*found, labels, &promql::Element::labels) != found->end();
            status =
                nextAlertStatus(rule, status, violated ? AlertFinding::Violated : AlertFinding::Kept, now);
            if (status.phase != AlertPhase::Firing)
                continue;
            AlertLabels all = labelsOf(rule);
            all.remove(u"alertname"_s);
            for (auto it = labels.begin(); it != labels.end(); ++it)
                all.insert(it.key(), it.value());
            firing.append(all);
        }
        firings.append(firing);
    }
    return firings;
}

QString expectationText(const AlertRule &rule, const QList<QList<AlertLabels>> &firings)
{
    QString text;
    for (qsizetype minute = 0; minute < firings.size(); ++minute) {
        text += u"      - eval_time: %1m\n        alertname: \"%2\"\n"_s.arg(minute).arg(rule.name);
        if (firings.at(minute).isEmpty())
            continue;
        text += u"        exp_alerts:\n"_s;
        for (const AlertLabels &labels : firings.at(minute)) {
            text += u"          - exp_labels:\n"_s;
            for (auto it = labels.begin(); it != labels.end(); ++it)
                text += u"              %1: \"%2\"\n"_s.arg(it.key(), it.value());
            if (!rule.annotations.isEmpty())
                text += u"            exp_annotations:\n"_s;
            for (auto it = rule.annotations.begin(); it != rule.annotations.end(); ++it)
                text += u"              %1: \"%2\"\n"_s.arg(it.key(), it.value());
        }
    }
    return text;
}

QString inputText(const QList<Input> &inputs)
{
    QString text;
    for (const Input &input : inputs) {
        QStringList values;
        for (const std::optional<double> &value : input.values)
            values.append(value ? QString::number(*value, 'g', 17) : u"_"_s);
        text += u"      - series: '%1'\n        values: '%2'\n"_s.arg(seriesText(input), values.join(u' '));
    }
    return text;
}

} // namespace

class TestPromtool final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void promtool_accepts_what_is_exported_data()
    {
        QTest::addColumn<bool>("shipped");
        QTest::newRow("the shipped rules") << true;
        QTest::newRow("the guide's rules, imported") << false;
    }

    void promtool_accepts_what_is_exported()
    {
        QFETCH(bool, shipped);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"rules.yml"_s);
        QStringList skipped;
        write(path, exportPrometheusRules(shipped ? shippedAlertRules().rules : rulesUnderTest(), skipped));
        const Outcome outcome = promtool({u"check"_s, u"rules"_s, path});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.text));
    }

    void promtool_refuses_a_damaged_export()
    {
        QTemporaryDir folder;
        QStringList skipped;
        const QByteArray yaml = exportPrometheusRules(rulesUnderTest(), skipped).replace("rate(", "rat(");
        write(folder.filePath(u"rules.yml"_s), yaml);
        QCOMPARE(promtool({u"check"_s, u"rules"_s, folder.filePath(u"rules.yml"_s)}).code, 1);
    }

    void the_same_alerts_fire_on_generated_series_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 10; ++seed)
            QTest::addRow("series %u", seed) << seed;
    }

    void the_same_alerts_fire_on_generated_series()
    {
        QFETCH(quint32, seed);
        const QList<AlertRule> rules = rulesUnderTest();
        const QList<Input> series = inputs(seed);
        const promql::SeriesSet samples = seriesOf(series);
        QString expectations;
        int fired = 0;
        for (const AlertRule &rule : rules) {
            const QList<QList<AlertLabels>> firings = ourFirings(rule, samples);
            fired +=
                std::ranges::any_of(firings, [](const QList<AlertLabels> &one) { return !one.isEmpty(); })
                    ? 1
                    : 0;
            expectations += expectationText(rule, firings);
        }
        QVERIFY2(fired >= 5, "the series hardly let anything fire");
        QTemporaryDir folder;
        QStringList skipped;
        write(folder.filePath(u"rules.yml"_s), exportPrometheusRules(rules, skipped));
        const QString head =
            u"rule_files: [rules.yml]\nevaluation_interval: 1m\ntests:\n  - interval: 1m\n    input_series:\n"_s;
        write(folder.filePath(u"test.yml"_s),
              (head + inputText(series) + u"    alert_rule_test:\n"_s + expectations).toUtf8());
        const Outcome outcome = promtool({u"test"_s, u"rules"_s, folder.filePath(u"test.yml"_s)});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.text.left(6000)));
    }
};

QTEST_GUILESS_MAIN(TestPromtool)
#include "tst_promtool.moc"
