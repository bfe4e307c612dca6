// SPDX-License-Identifier: Apache-2.0
// Where things of the charts stand, and what a click on them means.
#include "turn/filter.h"
#include "ui/analytics/chart_layout.h"
#include "ui/analytics/chart_scale.h"
#include "ui/analytics/figure_words.h"
#include "ui/analytics/kpi_row.h"

#include <QtTest/QtTest>

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const UtcTime noon = fromMicros(1'795'262'400'000'000); // 2026-11-21T12:00:00Z

TimeRange hours(int from, int to)
{
    return {.from = noon + std::chrono::hours(from), .to = noon + std::chrono::hours(to)};
}

/// One letter a bucket of an hour: 'x' has data, '.' is a gap, 'q' has events but nothing judged.
QList<AnalyticsBucket> bucketsLike(const QString &pattern)
{
    QList<AnalyticsBucket> buckets;
    for (int i = 0; i < static_cast<int>(pattern.size()); ++i) {
        AnalyticsBucket bucket{.range = hours(i, i + 1), .minutes = 60};
        bucket.minutesWithData = pattern.at(i) == u'.' ? 0 : 40;
        if (pattern.at(i) == u'x')
            bucket.passRate = 0.5;
        buckets.append(bucket);
    }
    return buckets;
}

QString asText(const QList<Run> &runs)
{
    QStringList parts;
    for (const Run &run : runs)
        parts.append(u"%1-%2"_s.arg(run.first).arg(run.last));
    return parts.join(u' ');
}

QString asText(const QList<double> &values)
{
    QStringList parts;
    for (const double value : values)
        parts.append(QString::number(value));
    return parts.join(u' ');
}

/// What the filter reads of a condition, and reads again.
QString sound(const FilterNode &clause)
{
    const QString text = Filter(clause).toString();
    const auto parsed = parseFilter(text);
    return parsed && parsed->toString() == text ? text : u"unsound: "_s + text;
}

} // namespace

class TestAnalyticsLayout final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticksAreRoundAndCoverAll_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<int>("most");
        QTest::addColumn<QString>("ticks");
        QTest::newRow("shares") << 0.42 << 1.0 << 5 << u"0.4 0.6 0.8 1"_s;
        QTest::newRow("scores from three quarters on") << 0.75 << 1.0 << 6 << u"0.75 0.8 0.85 0.9 0.95 1"_s;
        QTest::newRow("seconds") << 0.0 << 5.7 << 5 << u"0 2 4 6"_s;
        QTest::newRow("nothing to span") << 3.0 << 3.0 << 3 << u"3 3.5 4"_s;
        QTest::newRow("upside down") << 2.0 << 1.0 << 3 << u"0 0.5 1"_s;
        QTest::newRow("not a number") << std::nan("") << 1.0 << 2 << u"0 1"_s;
        QTest::newRow("as few as two") << 0.0 << 7.0 << 2 << u"0 10"_s;
    }
    void ticksAreRoundAndCoverAll()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(int, most);
        QFETCH(QString, ticks);
        QCOMPARE(asText(roundTicks(low, high, most).values), ticks);
    }

    void countsHaveNoHalves_data()
    {
        QTest::addColumn<qint64>("high");
        QTest::addColumn<int>("most");
        for (const qint64 high : {0, 1, 2, 3, 5, 9, 10, 23, 410, 99'999})
            for (const int most : {2, 3, 4, 6})
                QTest::addRow("%lld in %d", high, most) << high << most;
    }
    void countsHaveNoHalves()
    {
        QFETCH(qint64, high);
        QFETCH(int, most);
        const Ticks ticks = countTicks(high, most);
        QCOMPARE(ticks.low(), 0.0);
        QVERIFY(ticks.high() >= static_cast<double>(high));
        QVERIFY(ticks.values.size() >= 2);
        QVERIFY2(ticks.values.size() <= most + 1, qPrintable(asText(ticks.values)));
        for (const double value : ticks.values)
            QCOMPARE(value, std::round(value));
    }

    void timeTicksFollowTheClock_data()
    {
        QTest::addColumn<int>("minutesFrom");
        QTest::addColumn<int>("minutesTo");
        QTest::addColumn<int>("most");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("labels");
        QTest::newRow("an hour") << 0 << 60 << 5 << QByteArray("UTC") << u"12:00 12:15 12:30 12:45 13:00"_s;
        QTest::newRow("a day, from between")
            << -1433 << 7 << 7 << QByteArray("UTC") << u"16:00 20:00 21 Nov 04:00 08:00 12:00"_s;
        QTest::newRow("in a zone of its own")
            << -720 << 0 << 4 << QByteArray("Asia/Kolkata") << u"08:00 12:00 16:00"_s;
        QTest::newRow("a month") << -43'200 << 0 << 5 << QByteArray("UTC") << u"26 Oct 2 Nov 9 Nov 16 Nov"_s;
        QTest::newRow("an empty range") << 0 << 0 << 5 << QByteArray("UTC") << QString();
        QTest::newRow("backwards") << 10 << 0 << 5 << QByteArray("UTC") << QString();
    }
    void timeTicksFollowTheClock()
    {
        QFETCH(int, minutesFrom);
        QFETCH(int, minutesTo);
        QFETCH(int, most);
        QFETCH(QByteArray, zone);
        QFETCH(QString, labels);
        const TimeRange range{.from = noon + std::chrono::minutes(minutesFrom),
                              .to = noon + std::chrono::minutes(minutesTo)};
        QStringList found;
        for (const TimeTick &tick : timeTicks(range, most, QTimeZone(zone))) {
            found.append(tick.label);
            QVERIFY(tick.at >= range.from && tick.at <= range.to);
        }
        QCOMPARE(found.join(u' '), labels);
    }

    void labelsKeepApart_data()
    {
        QTest::addColumn<QList<double>>("centres");
        QTest::addColumn<QList<double>>("widths");
        QTest::addColumn<QString>("lefts");
        QTest::newRow("all have room") << QList<double>{20, 60} << QList<double>{10, 10} << u"15 55"_s;
        QTest::newRow("pushed on") << QList<double>{20, 22} << QList<double>{10, 10} << u"15 29"_s;
        QTest::newRow("held at the start") << QList<double>{0} << QList<double>{10} << u"0"_s;
        QTest::newRow("held at the end") << QList<double>{98, 99} << QList<double>{10, 10} << u"76 90"_s;
        QTest::newRow("more than fit") << QList<double>{50, 50} << QList<double>{80, 80} << u"0 84"_s;
        QTest::newRow("none") << QList<double>{} << QList<double>{} << QString();
    }
    void labelsKeepApart()
    {
        QFETCH(QList<double>, centres);
        QFETCH(QList<double>, widths);
        QFETCH(QString, lefts);
        QCOMPARE(asText(placeLabels(centres, widths, 0, 100, 4)), lefts);
    }

    void linesAreNotDrawnAcrossWhatIsMissing_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("runs");
        QTest::addColumn<QString>("gaps");
        QTest::newRow("whole") << u"xxxx"_s << u"0-3"_s << QString();
        QTest::newRow("a gap in the middle") << u"xx..x"_s << u"0-1 4-4"_s << u"2-3"_s;
        QTest::newRow("nothing judged is no gap") << u"xqx"_s << u"0-0 2-2"_s << QString();
        QTest::newRow("gaps at the ends") << u".x."_s << u"1-1"_s << u"0-0 2-2"_s;
        QTest::newRow("only a gap") << u"..."_s << QString() << u"0-2"_s;
        QTest::newRow("no time at all") << QString() << QString() << QString();
    }
    void linesAreNotDrawnAcrossWhatIsMissing()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, runs);
        QFETCH(QString, gaps);
        const QList<AnalyticsBucket> buckets = bucketsLike(pattern);
        QCOMPARE(asText(runsWith(buckets,
                                 [](const AnalyticsBucket &bucket) { return bucket.passRate.has_value(); })),
                 runs);
        QCOMPARE(asText(gapRuns(buckets)), gaps);
        for (const Run &gap : gapRuns(buckets))
            QCOMPARE(gapMinutes(buckets, gap), 60 * (gap.last - gap.first + 1));
        const auto course = courseOf(Kpi::PassRate, buckets);
        QCOMPARE(course.size(), buckets.size());
        for (qsizetype i = 0; i < course.size(); ++i)
            QCOMPARE(course.at(i).has_value(), pattern.at(i) == u'x');
    }

    void momentFindsItsBucket()
    {
        const QList<AnalyticsBucket> buckets = bucketsLike(u"xxx"_s);
        QCOMPARE(bucketAt(buckets, noon - 1us), -1);
        QCOMPARE(bucketAt(buckets, noon), 0);
        QCOMPARE(bucketAt(buckets, noon + 1h), 1);
        QCOMPARE(bucketAt(buckets, noon + 3h - 1us), 2);
        QCOMPARE(bucketAt(buckets, noon + 3h), -1);
        QCOMPARE(bucketAt({}, noon), -1);
    }

    void scoreBarsBeginWhereScoresDo_data()
    {
        QTest::addColumn<int>("lowest");
        QTest::addColumn<double>("first");
        QTest::newRow("nothing below three quarters") << 76 << 0.75;
        QTest::newRow("one at a half") << 50 << 0.5;
        QTest::newRow("one just below a half") << 49 << 0.25;
        QTest::newRow("one at zero") << 0 << 0.0;
        QTest::newRow("all are perfect") << 100 << 0.75;
    }
    void scoreBarsBeginWhereScoresDo()
    {
        QFETCH(int, lowest);
        QFETCH(double, first);
        QList<qint64> scores(101, 0);
        scores[lowest] += 3;
        scores[100] += 2;
        scores[99] += 1;
        const QList<ScoreBar> bars = scoreBars(scores);
        QCOMPARE(bars.first().low, first);
        QCOMPARE(bars.last().high, 1.0);
        qint64 all = 0;
        for (const ScoreBar &bar : bars) {
            all += bar.responses;
            QCOMPARE(bar.band, bandOf(static_cast<double>(static_cast<float>(bar.low)) + 1e-6));
        }
        QCOMPARE(all, 6);
        QVERIFY(scoreBars({}).isEmpty());
    }

    void barsStandOnTheGround()
    {
        const QList<QRectF> bars = barRects({0, 5, 10, 1}, 1000.0, {10, 20, 40, 100});
        QCOMPARE(bars.size(), 4);
        QCOMPARE(bars.at(0).height(), 0.0);
        QCOMPARE(bars.at(1).height(), 1.0); // one of many is still to be seen
        QCOMPARE(bars.at(2).height(), 1.0);
        QCOMPARE(barRects({10}, 10.0, {0, 0, 40, 100}).first(), QRectF(0, 0, 39, 100));
        QCOMPARE(bars.at(3).right(), 49.0);
        QCOMPARE(bars.at(3).bottom(), 120.0);
    }

    void decadesAreWhereTheyAre()
    {
        QList<LogBin> bins{{.low = 0.0, .high = 0.0}};
        for (int i = -18; i < -10; ++i)
            bins.append({.low = std::pow(10.0, i / 5.0), .high = std::pow(10.0, (i + 1) / 5.0)});
        QCOMPARE(decadeEdges(bins), (QList<int>{4, 9})); // 0.001 begins a bin, 0.01 ends the last
        QVERIFY(decadeEdges({}).isEmpty());
    }

    void clicksBecomeConditions_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QString>("text");
        const QString evil = u"\"x\" or score > 0 -- <b>\u202e"_s;
        QTest::newRow("a score") << sound(scoreClause({.low = 0.9, .high = 0.91}))
                                 << u"score >= 0.9 and score < 0.91"_s;
        QTest::newRow("the best scores")
            << sound(scoreClause({.low = 0.99, .high = 1.0})) << u"score >= 0.99 and score <= 1"_s;
        QTest::newRow("an issue") << sound(issueClause(u"low_accuracy"_s)) << u"issue = low_accuracy"_s;
        QTest::newRow("a model that is not told") << sound(modelClause({})) << u"not exists model"_s;
        QTest::newRow("one retry") << sound(retriesClause({.retries = 1}, false)) << u"retries = 1"_s;
        QTest::newRow("many retries") << sound(retriesClause({.retries = 10}, true)) << u"retries >= 10"_s;
        QTest::newRow("a confidence") << sound(confidenceClause({.low = 0.8, .high = 0.9}))
                                      << u"confidence >= 0.8 and confidence < 0.9"_s;
        QTest::newRow("a hostile name is one value, whatever it holds")
            << QString::number(narrowed({}, modelClause(evil)).root().values.size()) << u"1"_s;
    }
    void clicksBecomeConditions()
    {
        QFETCH(QString, condition);
        QFETCH(QString, text);
        QCOMPARE(condition, text);
    }

    void hostileNamesAreReadBackAsTheyWere()
    {
        for (const QString &name :
             {u"\"x\" or score > 0"_s, u"a\\\"b"_s, u"<b>&amp;"_s, u"'; drop table"_s, u" "_s}) {
            const auto parsed = parseFilter(Filter(modelClause(name)).toString());
            QVERIFY2(parsed, qPrintable(name));
            QCOMPARE(parsed->root().kind, FilterNode::Kind::Clause);
            QCOMPARE(parsed->root().values.first().text, name);
        }
    }

    void narrowingAddsAConditionOnce()
    {
        const Filter first =
            narrowed(*parseFilter(u"score < 0.9 or passed = no"), issueClause(u"low_accuracy"_s));
        QCOMPARE(first.toString(), u"(score < 0.9 or passed = no) and issue = low_accuracy"_s);
        QCOMPARE(narrowed(first, issueClause(u"low_accuracy"_s)), first);
        QCOMPARE(narrowed({}, issueClause(u"low_accuracy"_s)).toString(), u"issue = low_accuracy"_s);
    }

    void brushMovesInsideItsBounds_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("movedFrom");
        QTest::addColumn<int>("movedTo");
        QTest::newRow("as a whole") << 2 << 2 << 6 << 8;
        QTest::newRow("as a whole, up to the end") << 99 << 99 << 8 << 10;
        QTest::newRow("as a whole, down to the start") << -99 << -99 << 0 << 2;
        QTest::newRow("its beginning") << -3 << 0 << 1 << 6;
        QTest::newRow("its beginning, not behind its end") << 99 << 0 << 5 << 6;
        QTest::newRow("its end") << 0 << 3 << 4 << 9;
        QTest::newRow("its end, not before its beginning") << 0 << -99 << 4 << 5;
        QTest::newRow("its end, up to the end") << 0 << 99 << 4 << 10;
    }
    void brushMovesInsideItsBounds()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(int, movedFrom);
        QFETCH(int, movedTo);
        const TimeRange moved =
            movedRange(hours(4, 6), std::chrono::hours(from), std::chrono::hours(to), hours(0, 10), 1h);
        QCOMPARE((moved.from - noon) / 1h, movedFrom);
        QCOMPARE((moved.to - noon) / 1h, movedTo);
    }

    void deltasSayWhetherTheyAreGood_data()
    {
        QTest::addColumn<KpiFigure>("figure");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Tone>("tone");
        const auto moved = [](Kpi kpi, double before, double now, bool better) {
            return KpiFigure{.kpi = kpi,
                             .now = {.value = now},
                             .before = {.value = before},
                             .delta = now - before,
                             .better = better};
        };
        QTest::newRow("a share in points")
            << moved(Kpi::PassRate, 0.723, 0.702, false) << u"−2.1 pp"_s << Tone::Low;
        QTest::newRow("responses have no good way")
            << moved(Kpi::Responses, 1000, 1082, true) << u"+8.2%"_s << Tone::Second;
        QTest::newRow("money as a share")
            << moved(Kpi::CostPerQuery, 0.004, 0.00356, true) << u"−11%"_s << Tone::Pass;
        QTest::newRow("a score") << moved(Kpi::AverageQuality, 0.961, 0.957, false) << u"−0.004"_s
                                 << Tone::Low;
        QTest::newRow("what rounds to nothing")
            << moved(Kpi::LatencyP95, 3.1, 3.1001, false) << u"±0"_s << Tone::Second;
        QTest::newRow("nothing before")
            << KpiFigure{.kpi = Kpi::PassRate, .now = {.value = 0.5}} << QString() << Tone::Second;
    }
    void deltasSayWhetherTheyAreGood()
    {
        QFETCH(KpiFigure, figure);
        QFETCH(QString, text);
        QFETCH(Tone, tone);
        QCOMPARE(deltaText(figure).text, text);
        QCOMPARE(deltaText(figure).tone, tone);
    }

    void figuresReadAsInThePicture()
    {
        QCOMPARE(figureText(0.0035, KpiUnit::Dollars), u"$0.0035"_s);
        QCOMPARE(figureText(0.0, KpiUnit::Dollars), u"$0.0000"_s);
        QCOMPARE(figureText(0.000012, KpiUnit::Dollars), u"$0.000012"_s);
        QCOMPARE(moneyText(4.34), u"$4.34"_s);
        QCOMPARE(figureText(0.702, KpiUnit::Share), u"70.2%"_s);
        QCOMPARE(figureText(std::nullopt, KpiUnit::Share), u"–"_s);
        QCOMPARE(targetText({.value = 0.9}, KpiUnit::Share), u"target 90%"_s);
        QCOMPARE(targetText({.value = 0.05, .atLeast = false}, KpiUnit::Dollars), u"target < $0.05"_s);
        QCOMPARE(csvCell(u"=1+1"_s), u"'=1+1"_s);
        QCOMPARE(csvCell(u"a\"b,c"_s), u"\"a\"\"b,c\""_s);
    }
};

QTEST_MAIN(TestAnalyticsLayout)
#include "tst_analytics_layout.moc"
