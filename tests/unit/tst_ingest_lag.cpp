// SPDX-License-Identifier: Apache-2.0
#include "service/ingest_lag.h"

#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

LogPartitionState partition(int number, std::optional<qint64> position, std::optional<qint64> end)
{
    return {.partition = number, .position = position, .low = 0, .end = end};
}

} // namespace

class IngestLagTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWaitsIsCounted_data()
    {
        QTest::addColumn<QList<LogPosition>>("stored");
        QTest::addColumn<QList<LogPartitionState>>("states");
        QTest::addColumn<std::optional<qint64>>("lag");
        using Lag = std::optional<qint64>;
        using Positions = QList<LogPosition>;
        using States = QList<LogPartitionState>;
        const auto at = [](int number, qint64 next) {
            return LogPosition{.topic = u"t"_s, .partition = number, .nextOffset = next};
        };
        QTest::newRow("all is stored") << Positions{at(0, 40)} << States{partition(0, 40, 40)} << Lag(0);
        QTest::newRow("read, but not stored, still waits")
            << Positions{at(0, 30)} << States{partition(0, 40, 40)} << Lag(10);
        QTest::newRow("partitions add up")
            << Positions{at(0, 30), at(1, 5)} << States{partition(0, 40, 40), partition(1, 5, 9)} << Lag(14);
        QTest::newRow("a partition that is not ours any more does not count")
            << Positions{at(0, 30), at(1, 5)} << States{partition(0, 40, 40)} << Lag(10);
        QTest::newRow("nothing stored yet, and reading began at the end")
            << Positions{} << States{partition(0, 40, 40)} << Lag(0);
        QTest::newRow("another topic's positions are not ours")
            << Positions{LogPosition{.topic = u"other"_s, .partition = 0, .nextOffset = 40}}
            << States{partition(0, 0, 40)} << Lag(40);
        QTest::newRow("a log cut shorter than what was stored")
            << Positions{at(0, 50)} << States{partition(0, 40, 40)} << Lag(0);
        QTest::newRow("one end that is unknown makes the sum unknown")
            << Positions{at(0, 30), at(1, 5)} << States{partition(0, 40, 40), partition(1, 5, {})} << Lag();
        QTest::newRow("no partition at all") << Positions{} << States{} << Lag(0);
    }
    void whatWaitsIsCounted()
    {
        QFETCH(const QList<LogPosition>, stored);
        QFETCH(const QList<LogPartitionState>, states);
        QFETCH(const std::optional<qint64>, lag);
        IngestLag known;
        QCOMPARE(known.records(), std::nullopt); // nobody has told anything
        known.noteStored(stored);
        known.noteStates(u"t"_s, states);
        QCOMPARE(known.records(), lag);
    }
};

QTEST_GUILESS_MAIN(IngestLagTest)
#include "tst_ingest_lag.moc"
