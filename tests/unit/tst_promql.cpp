// SPDX-License-Identifier: Apache-2.0
// The part of PromQL that alert rules are made of: what is read, what is refused and where, and what it
// gives.
#include "alerts/promql_range.h"

#include <QtTest/QTest>

#include <cmath>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

/// A counter that rises by 2 every 15 s, one by 1, and a histogram of two buckets, from 0 to 10 minutes.
promql::SeriesSet samples()
{
    promql::SeriesSet set;
    const auto series = [](const promql::Labels &labels, double perStep, double start = 0.0) {
        promql::Series one{.labels = labels};
        for (int i = 0; i <= 40; ++i)
            one.samples.push_back({.timeMs = i * 15'000, .value = start + perStep * i});
        return one;
    };
    set[u"a_total"_s] = {series({{u"model"_s, u"x"_s}}, 2.0), series({{u"model"_s, u"y"_s}}, 1.0)};
    set[u"b_total"_s] = {series({{u"model"_s, u"x"_s}, {u"site"_s, u"s"_s}}, 4.0)};
    set[u"gauge"_s] = {series({}, 0.0, 0.9)};
    set[u"h_bucket"_s] = {series({{u"le"_s, u"100"_s}}, 1.0), series({{u"le"_s, u"200"_s}}, 3.0),
                          series({{u"le"_s, u"+Inf"_s}}, 4.0)};
    return set;
}

QString textOf(const std::optional<promql::Vector> &vector)
{
    if (!vector)
        return u"error"_s;
    QStringList all;
    for (const promql::Element &one : *vector) {
        QStringList labels;
        for (auto it = one.labels.begin(); it != one.labels.end(); ++it)
            labels.append(it.key() + u'=' + it.value());
        all.append(u"{%1} %2"_s.arg(labels.join(u','), QString::number(one.value, 'g', 6)));
    }
    all.sort();
    return all.join(u"; "_s);
}

} // namespace

class TestPromql final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void what_expressions_give_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a selector") << u"a_total"_s << u"{model=x} 80; {model=y} 40"_s;
        QTest::newRow("a matcher") << u"a_total{model=\"x\"}"_s << u"{model=x} 80"_s;
        QTest::newRow("a pattern is for the whole label")
            << u"a_total{model=~\"x|z\"}"_s << u"{model=x} 80"_s;
        QTest::newRow("a negated pattern") << u"a_total{model!~'x.*'}"_s << u"{model=y} 40"_s;
        QTest::newRow("an absent label is empty")
            << u"a_total{site=\"\"}"_s << u"{model=x} 80; {model=y} 40"_s;
        QTest::newRow("rate") << u"rate(a_total{model='x'}[5m])"_s << u"{model=x} 0.133333"_s;
        QTest::newRow("increase") << u"increase(a_total{model='x'}[5m])"_s << u"{model=x} 40"_s;
        QTest::newRow("sum") << u"sum(rate(a_total[5m]))"_s << u"{} 0.2"_s;
        QTest::newRow("sum by") << u"sum by (model) (a_total)"_s << u"{model=x} 80; {model=y} 40"_s;
        QTest::newRow("sum, by behind") << u"sum(b_total) by (site)"_s << u"{site=s} 160"_s;
        QTest::newRow("sum without") << u"sum without (site) (b_total)"_s << u"{model=x} 160"_s;
        QTest::newRow("count") << u"count(a_total)"_s << u"{} 2"_s;
        QTest::newRow("avg, min, max") << u"avg(a_total) + min(a_total) + max(a_total)"_s << u"{} 180"_s;
        QTest::newRow("division of like labels")
            << u"b_total / ignoring (site) a_total"_s << u"{model=x} 2"_s;
        QTest::newRow("on") << u"b_total / on (model) a_total"_s << u"{model=x} 2"_s;
        QTest::newRow("unlike labels do not meet") << u"b_total / a_total"_s << QString();
        QTest::newRow("a comparison filters") << u"a_total > 50"_s << u"{model=x} 80"_s;
        QTest::newRow("a comparison from the left") << u"50 < a_total"_s << u"{model=x} 80"_s;
        QTest::newRow("a bool does not filter") << u"a_total > bool 50"_s << u"{model=x} 1; {model=y} 0"_s;
        QTest::newRow("and") << u"a_total and a_total > 50"_s << u"{model=x} 80"_s;
        QTest::newRow("unless") << u"a_total unless a_total > 50"_s << u"{model=y} 40"_s;
        QTest::newRow("or") << u"a_total > 50 or a_total"_s << u"{model=x} 80; {model=y} 40"_s;
        QTest::newRow("times before plus, power first and from the right")
            << u"gauge * 0 + 2 * 3 + 2 ^ 3 ^ 2"_s << u"{} 518"_s;
        QTest::newRow("a sign binds looser than the power") << u"gauge * 0 + -2 ^ 2"_s << u"{} -4"_s;
        QTest::newRow("over time") << u"avg_over_time(gauge[1m]) + count_over_time(gauge[1m])"_s
                                   << u"{} 5.9"_s;
        QTest::newRow("the quantile of a histogram")
            << u"histogram_quantile(0.5, rate(h_bucket[5m]))"_s << u"{} 150"_s;
        QTest::newRow("the quantile above the last bound")
            << u"histogram_quantile(0.95, h_bucket)"_s << u"{} 200"_s;
        QTest::newRow("absent") << u"absent(nothing{site=\"s\"})"_s << u"{site=s} 1"_s;
        QTest::newRow("not absent") << u"absent(gauge)"_s << QString();
        QTest::newRow("clamped") << u"clamp_max(a_total, 50)"_s << u"{model=x} 50; {model=y} 40"_s;
        QTest::newRow("a comment") << u"a_total # all\n > 50"_s << u"{model=x} 80"_s;
        QTest::newRow("two match one") << u"a_total / on (site) a_total"_s << u"error"_s;
    }

    void what_expressions_give()
    {
        QFETCH(QString, expression);
        const auto parsed = promql::parse(expression);
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().what));
        QTEST(textOf(promql::evaluate(*parsed, samples(), 600'000)), "expected");
    }

    void a_series_that_stopped_is_seen_for_five_minutes()
    {
        const auto parsed = promql::parse(u"gauge"_s);
        QCOMPARE(textOf(promql::evaluate(*parsed, samples(), 900'000)), u"{} 0.9"_s);
        QCOMPARE(textOf(promql::evaluate(*parsed, samples(), 900'001)), QString());
    }

    void a_counter_that_began_anew_is_no_loss()
    {
        const std::vector<promql::Sample> samples{
            {0, 10.0}, {15'000, 20.0}, {30'000, 5.0}, {45'000, 15.0}, {60'000, 25.0}};
        const auto value = promql::overRange(u"increase"_s, samples, std::chrono::minutes(1), 60'000);
        QVERIFY(value && std::abs(*value - 35.0) < 1e-9);
    }

    void what_is_refused_is_named_with_its_place_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("nearest");
        QTest::newRow("empty") << QString() << 0 << QString();
        QTest::newRow("a number") << u"1"_s << 0 << QString();
        QTest::newRow("a bare range") << u"a[5m]"_s << 0 << QString();
        QTest::newRow("an unknown function") << u"1 < ratte(a[5m])"_s << 4 << u"rate"_s;
        QTest::newRow("predict_linear") << u"predict_linear(a[5m], 60) > 1"_s << 0 << QString();
        QTest::newRow("offset") << u"a offset 5m > 1"_s << 2 << QString();
        QTest::newRow("a subquery") << u"rate(a[5m])[1h:5m]"_s << 11 << QString();
        QTest::newRow("group_left") << u"a / on (x) group_left b"_s << 11 << QString();
        QTest::newRow("rate without a range") << u"rate(a) > 1"_s << 5 << QString();
        QTest::newRow("a range without rate") << u"sum(a[5m]) > 1"_s << 4 << QString();
        QTest::newRow("no metric") << u"{job=\"x\"} > 1"_s << 0 << QString();
        QTest::newRow("an open text") << u"a{b=\"x} > 1"_s << 4 << QString();
        QTest::newRow("an open parenthesis") << u"sum(a > 1"_s << 9 << QString();
        QTest::newRow("a bad pattern") << u"a{b=~\"(\"}"_s << 5 << QString();
        QTest::newRow("a bad duration") << u"rate(a[5q]) > 1"_s << 7 << QString();
        QTest::newRow("numbers compared") << u"1 > 2"_s << 2 << QString();
        QTest::newRow("@") << u"a @ 5 > 1"_s << 2 << QString();
        QTest::newRow("something behind") << u"a > 1 b"_s << 6 << QString();
        QTest::newRow("topk") << u"topk(3, a) > 1"_s << 0 << QString();
    }

    void what_is_refused_is_named_with_its_place()
    {
        QFETCH(QString, expression);
        const auto parsed = promql::parse(expression);
        QVERIFY(!parsed);
        QTEST(static_cast<int>(parsed.error().position), "position");
        QTEST(parsed.error().nearest, "nearest");
        QVERIFY(!parsed.error().what.isEmpty());
    }

    void deep_nesting_is_refused_not_followed()
    {
        QVERIFY(!promql::parse(QString(100'000, u'(') + u"a"_s));
        QVERIFY(!promql::parse(u"1"_s + QString(50'000, u'-') + u"a"_s));
    }
};

QTEST_APPLESS_MAIN(TestPromql)
#include "tst_promql.moc"
