// SPDX-License-Identifier: Apache-2.0
// Statistics against values that are known: published examples, and R where it says so.
#include "analytics/analytics.h"
#include "analytics/statistics.h"
#include "base/log_bins.h"

#include <QtTest/QTest>

#include <cmath>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

bool near(double actual, double expected, double within)
{
    if (std::abs(actual - expected) <= within)
        return true;
    qWarning() << actual << "is not within" << within << "of" << expected;
    return false;
}

UtcTime at(const char *iso)
{
    return fromMicros(QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch() *
                      1000);
}

} // namespace

class TestStatistics final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wilson_data()
    {
        QTest::addColumn<qint64>("hits");
        QTest::addColumn<qint64>("trials");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
        QTest::newRow("81 of 263") << qint64(81) << qint64(263) << 0.2553 << 0.3662;
        QTest::newRow("15 of 148") << qint64(15) << qint64(148) << 0.0624 << 0.1605;
        QTest::newRow("none of 20 still reaches up") << qint64(0) << qint64(20) << 0.0 << 0.1611;
        QTest::newRow("1 of 29") << qint64(1) << qint64(29) << 0.0061 << 0.1718;
        QTest::newRow("all of 20 still reaches down") << qint64(20) << qint64(20) << 0.8389 << 1.0;
        QTest::newRow("the guide's 876 of 1,247") << qint64(876) << qint64(1247) << 0.6765 << 0.7272;
    }

    void wilson()
    {
        QFETCH(qint64, hits);
        QFETCH(qint64, trials);
        QFETCH(double, low);
        QFETCH(double, high);
        const auto interval = wilsonInterval(hits, trials);
        QVERIFY(interval);
        QVERIFY(near(interval->low, low, 0.00006));
        QVERIFY(near(interval->high, high, 0.00006));
    }

    void nothingIsSaidOfNoTrials()
    {
        QVERIFY(!wilsonInterval(0, 0));
        QVERIFY(!shareDifference(1, 2, 0, 0));
        QVERIFY(!meanInterval({.count = 1, .mean = 3.0}));
        QVERIFY(!meanDifference({.count = 1}, {.count = 9}));
        QVERIFY(!quantileRanks(0.99, 100));
        QCOMPARE(quantileRank(0.5, 0), 0);
    }

    void sharesDiffer_data()
    {
        QTest::addColumn<QList<qint64>>("counts");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        // Newcombe 1998, "Interval estimation for the difference between independent proportions", table II,
        // method 10: there p1 − p2, so the second share is our base.
        QTest::newRow("56/70 against 48/80") << QList<qint64>{48, 80, 56, 70} << 0.0524 << 0.3339;
        QTest::newRow("9/10 against 3/10") << QList<qint64>{3, 10, 9, 10} << 0.1705 << 0.8090;
        QTest::newRow("5/56 against 0/29") << QList<qint64>{0, 29, 5, 56} << -0.0381 << 0.1926;
        QTest::newRow("0/10 against 0/10") << QList<qint64>{0, 10, 0, 10} << -0.2775 << 0.2775;
        QTest::newRow("10/10 against 0/10") << QList<qint64>{0, 10, 10, 10} << 0.6075 << 1.0;
    }

    void sharesDiffer()
    {
        QFETCH(QList<qint64>, counts);
        QFETCH(double, low);
        QFETCH(double, high);
        const auto interval = shareDifference(counts[0], counts[1], counts[2], counts[3]);
        QVERIFY(interval);
        QVERIFY(near(interval->low, low, 0.00006));
        QVERIFY(near(interval->high, high, 0.00006));
    }

    void studentT_data()
    {
        QTest::addColumn<double>("degrees");
        QTest::addColumn<double>("expected");
        // The printed table of any textbook.
        QTest::newRow("1 degree") << 1.0 << 12.7062;
        QTest::newRow("2 degrees") << 2.0 << 4.3027;
        QTest::newRow("5 degrees") << 5.0 << 2.5706;
        QTest::newRow("10 degrees") << 10.0 << 2.2281;
        QTest::newRow("30 degrees") << 30.0 << 2.0423;
        QTest::newRow("120 degrees") << 120.0 << 1.9799;
        QTest::newRow("a million degrees is normal") << 1e6 << 1.95997;
    }

    void studentT()
    {
        QFETCH(double, degrees);
        QFETCH(double, expected);
        QVERIFY(near(studentT975(degrees), expected, 0.00006));
    }

    void meansDiffer()
    {
        // Student's sleep data (R: t.test(extra ~ group), Welch): −3.3654832 to 0.2054832 for group 1 − 2.
        const Sample first{.count = 10, .mean = 0.75, .variance = 3.200556};
        const Sample second{.count = 10, .mean = 2.33, .variance = 4.009};
        const auto welch = meanDifference(first, second);
        QVERIFY(welch);
        QVERIFY(near(welch->low, -0.2054832, 0.00001));
        QVERIFY(near(welch->high, 3.3654832, 0.00001));
        // The same ten people: paired, mean 1.58, sd 1.229995; 0.7001142 to 2.4598858.
        const auto paired = meanInterval({.count = 10, .mean = 1.58, .variance = 1.229995 * 1.229995});
        QVERIFY(near(paired->low, 0.7001142, 0.00001));
        QVERIFY(near(paired->high, 2.4598858, 0.00001));
    }

    void ranks_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<qint64>("count");
        QTest::addColumn<qint64>("rank");
        QTest::newRow("the middle of five") << 0.5 << qint64(5) << qint64(3);
        QTest::newRow("the middle of four is the second") << 0.5 << qint64(4) << qint64(2);
        QTest::newRow("19 of 20 is no rounding matter") << 0.95 << qint64(20) << qint64(19);
        QTest::newRow("P99 of ten is the last") << 0.99 << qint64(10) << qint64(10);
        QTest::newRow("one value") << 0.5 << qint64(1) << qint64(1);
    }

    void ranks()
    {
        QFETCH(double, share);
        QFETCH(qint64, count);
        QFETCH(qint64, rank);
        QCOMPARE(quantileRank(share, count), rank);
    }

    void quantilesHaveRanksAround()
    {
        // n = 100, median: ranks 40 and 61 (Conover, Practical Nonparametric Statistics).
        QCOMPARE(*quantileRanks(0.5, 100), (RankInterval{.low = 40, .high = 61}));
        const auto p95 = quantileRanks(0.95, 1000);
        QVERIFY(p95->low < 950 && p95->high > 950);
    }

    void everyNumberIsNearItsBin()
    {
        qint64 behind = 0;
        for (int bin = 0; bin < logBinCount(); ++bin) {
            QCOMPARE(logBinLow(bin), behind);
            behind = logBinHigh(bin) + 1;
            for (const qint64 number : {logBinLow(bin), logBinHigh(bin)}) {
                QCOMPARE(logBinOf(number), bin);
                QVERIFY(std::abs(logBinValue(bin) - static_cast<double>(number)) <=
                        logBinError * static_cast<double>(number) * (1.0 + 1e-12));
            }
        }
        QCOMPARE(logBinOf(-5), 0);
        QCOMPARE(logBinOf(std::numeric_limits<qint64>::max()), logBinCount() - 1);
        QVERIFY(logBinHigh(logBinCount() - 1) >= logBinLargest);
    }

    void rangesOfTime_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        const QString now = u"2026-11-21T12:00:00.000Z"_s;
        QTest::newRow("a day back") << u"24h"_s << u"2026-11-20T12:00:00.000Z"_s << now;
        QTest::newRow("a week back") << u"7d"_s << u"2026-11-14T12:00:00.000Z"_s << now;
        QTest::newRow("minutes") << u"90min"_s << u"2026-11-21T10:30:00.000Z"_s << now;
        QTest::newRow("everything") << u"all"_s << u"1970-01-01T00:00:00.000Z"_s << now;
        QTest::newRow("two moments") << u"2026-11-20T08:00..2026-11-21"_s << u"2026-11-20T08:00:00.000Z"_s
                                     << u"2026-11-21T00:00:00.000Z"_s;
        QTest::newRow("relative moments")
            << u"-36h..-12h"_s << u"2026-11-20T00:00:00.000Z"_s << u"2026-11-21T00:00:00.000Z"_s;
        QTest::newRow("today") << u"today..now"_s << u"2026-11-21T00:00:00.000Z"_s << now;
        for (const char *wrong :
             {"", "yesterday", "24", "-24h", "0h", "2026-11-21..2026-11-20", "..", "24h..", "x..now"})
            QTest::addRow("“%s” is none", wrong) << QString::fromLatin1(wrong) << QString() << QString();
    }

    void rangesOfTime()
    {
        QFETCH(QString, text);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const auto range = readTimeRange(text, at("2026-11-21T12:00:00Z"));
        QCOMPARE(range.has_value(), !from.isEmpty());
        if (!range) {
            QCOMPARE(range.error().code, Errc::InvalidArgument);
            return;
        }
        QCOMPARE(toIso(range->from), from);
        QCOMPARE(toIso(range->to), to);
    }
};

QTEST_GUILESS_MAIN(TestStatistics)

#include "tst_statistics.moc"
