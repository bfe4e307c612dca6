// SPDX-License-Identifier: Apache-2.0
// The state machine of alerts, finding by finding.
#include "alerts/alert_state.h"

#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestAlertState final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phases_follow_the_findings_data()
    {
        QTest::addColumn<int>("holdsSeconds");
        QTest::addColumn<int>("keepSeconds");
        QTest::addColumn<QString>("noData");
        QTest::addColumn<QString>("findings"); ///< one a minute: . kept, X violated, ? no data
        QTest::addColumn<QString>("phases");   ///< i p F r
        QTest::newRow("nothing wrong stays inactive") << 0 << 0 << u"ok"_s << u"..."_s << u"iii"_s;
        QTest::newRow("without for it fires at once") << 0 << 0 << u"ok"_s << u".X."_s << u"iFr"_s;
        QTest::newRow("for is counted from the first violation")
            << 120 << 0 << u"ok"_s << u"XXXX."_s << u"ppFFr"_s;
        QTest::newRow("one good minute begins anew") << 120 << 0 << u"ok"_s << u"XX.XXX"_s << u"ppippF"_s;
        QTest::newRow("resolved stays told until the next violation")
            << 60 << 0 << u"ok"_s << u"XX..XX"_s << u"pFrrpF"_s;
        QTest::newRow("it keeps firing after the last violation")
            << 0 << 120 << u"ok"_s << u"X...X"_s << u"FFFrF"_s;
        QTest::newRow("a violation meanwhile begins the keeping anew")
            << 0 << 120 << u"ok"_s << u"X..X..."_s << u"FFFFFFr"_s;
        QTest::newRow("no data is as good as kept") << 0 << 0 << u"ok"_s << u"X??"_s << u"Frr"_s;
        QTest::newRow("no data keeps what fires") << 0 << 0 << u"keep"_s << u"X??."_s << u"FFFr"_s;
        QTest::newRow("no data keeps what pends, and its clock runs")
            << 120 << 0 << u"keep"_s << u"X??."_s << u"ppFr"_s;
        QTest::newRow("no data keeps what is quiet") << 0 << 0 << u"keep"_s << u"??."_s << u"iii"_s;
        QTest::newRow("no data may be the alarm") << 60 << 0 << u"alert"_s << u".??."_s << u"ipFr"_s;
    }

    void phases_follow_the_findings()
    {
        QFETCH(int, holdsSeconds);
        QFETCH(int, keepSeconds);
        QFETCH(QString, noData);
        QFETCH(QString, findings);
        AlertRule rule{.holds = std::chrono::seconds(holdsSeconds),
                       .keepFiring = std::chrono::seconds(keepSeconds)};
        rule.noData = *alertNoDataFrom(noData);
        AlertStatus status;
        UtcTime now = fromMicros(1'763'733'600'000'000);
        QString phases;
        for (const QChar c : findings) {
            const AlertFinding finding = c == u'X'   ? AlertFinding::Violated
                                         : c == u'?' ? AlertFinding::NoData
                                                     : AlertFinding::Kept;
            status = nextAlertStatus(rule, status, finding, now);
            phases += u"ipFr"_s.at(static_cast<int>(status.phase));
            now += 1min;
        }
        QTEST(phases, "phases");
    }

    void times_are_those_of_the_changes()
    {
        const UtcTime begin = fromMicros(1'763'733'600'000'000);
        const AlertRule rule{.holds = 1min};
        AlertStatus status = nextAlertStatus(rule, {}, AlertFinding::Violated, begin);
        QCOMPARE(status.activeSince, begin);
        status = nextAlertStatus(rule, status, AlertFinding::Violated, begin + 1min);
        QCOMPARE(status.activeSince, begin);
        QCOMPARE(status.firedAt, begin + 1min);
        status = nextAlertStatus(rule, status, AlertFinding::Kept, begin + 2min);
        QCOMPARE(status.phase, AlertPhase::Resolved);
        QCOMPARE(status.resolvedAt, begin + 2min);
    }

    void durations_are_written_as_prometheus_writes_them_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milliseconds"); ///< -1: refused
        QTest::addColumn<QString>("written");
        QTest::newRow("minutes") << u"5m"_s << qint64{300'000} << u"5m"_s;
        QTest::newRow("a hundred milliseconds") << u"100ms"_s << qint64{100} << u"100ms"_s;
        QTest::newRow("hours and minutes") << u"1h30m"_s << qint64{5'400'000} << u"1h30m"_s;
        QTest::newRow("weeks") << u"2w"_s << qint64{1'209'600'000} << u"14d"_s;
        QTest::newRow("nothing") << u"0"_s << qint64{0} << u"0s"_s;
        QTest::newRow("no unit") << u"5"_s << qint64{-1} << QString();
        QTest::newRow("no number") << u"m"_s << qint64{-1} << QString();
        QTest::newRow("units out of order") << u"5s5m"_s << qint64{-1} << QString();
        QTest::newRow("a unit twice") << u"5m5m"_s << qint64{-1} << QString();
        QTest::newRow("an unknown unit") << u"5min"_s << qint64{-1} << QString();
        QTest::newRow("a fraction") << u"1.5h"_s << qint64{-1} << QString();
        QTest::newRow("longer than ten years") << u"999999999999y"_s << qint64{-1} << QString();
        QTest::newRow("empty") << QString() << qint64{-1} << QString();
    }

    void durations_are_written_as_prometheus_writes_them()
    {
        QFETCH(QString, text);
        QFETCH(qint64, milliseconds);
        const std::optional<std::chrono::milliseconds> read = parseAlertDuration(text);
        QCOMPARE(read ? qint64{read->count()} : qint64{-1}, milliseconds);
        if (read)
            QTEST(alertDurationText(*read), "written");
    }
};

QTEST_APPLESS_MAIN(TestAlertState)
#include "tst_alert_state.moc"
