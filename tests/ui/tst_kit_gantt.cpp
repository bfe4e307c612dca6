// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/gantt.h"
#include "ui/kit/icons.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <limits>

using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

QList<GanttRow> sample()
{
    return {{u"Predict"_s, {{0, 84}}, u"0.68"_s, u"84"_s, u"0.0000"_s},
            {u"Draft"_s,
             {{1016, 880, BarKind::Low}, {2430, 1750, BarKind::Pass}},
             {},
             u"880 + 1750"_s,
             u"0.0045"_s},
            {u"Judge"_s, {{4240, 610, BarKind::Pass}}, u"late"_s, u"610"_s, u"0.0010"_s}};
}

} // namespace

class TestKitGantt final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingTakesNoRoom() { QCOMPARE(ganttLayout({}, {}, 416).height, 0.0); }

    void barsStandOnTheirTimes()
    {
        const GanttLayout layout = ganttLayout(sample(), {2430}, 416);
        QCOMPARE(layout.spanMs, 5000.0);
        QCOMPARE(layout.height, 80.0);
        QCOMPARE(layout.bars.size(), 4);
        const auto x = [&](double ms) {
            return layout.plot.left() + layout.plot.width() * ms / layout.spanMs;
        };
        QCOMPARE(layout.bars.at(0).rect.left(), x(0));
        QCOMPARE(layout.bars.at(2).rect.left(), x(2430));
        QCOMPARE(layout.bars.at(2).rect.right(), x(4180));
        QCOMPARE(layout.bars.at(2).row, 1);
        QCOMPARE(layout.retries, QList<double>{x(2430)});
        for (const auto &bar : layout.bars)
            QVERIFY(layout.plot.contains(bar.rect));
    }

    void columnsStandAtTheRight()
    {
        const GanttLayout layout = ganttLayout(sample(), {}, 416);
        QCOMPARE(layout.moneyCells.first().right(), 416.0);
        QVERIFY(layout.msCells.first().right() <= layout.moneyCells.first().left());
        QVERIFY(layout.plot.right() <= layout.msCells.first().left());
        for (const QRectF &caption : layout.captions)
            QVERIFY(caption.right() <= layout.plot.right() + 0.5);
    }

    void ticksAreNice_data()
    {
        QTest::addColumn<double>("ms");
        QTest::addColumn<QStringList>("expected");
        QTest::addRow("seconds") << 4860.0 << QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5 s"_s};
        QTest::addRow("milliseconds")
            << 84.0 << QStringList{u"0"_s, u"20"_s, u"40"_s, u"60"_s, u"80"_s, u"100 ms"_s};
        QTest::addRow("many seconds")
            << 24'300.0 << QStringList{u"0"_s, u"5"_s, u"10"_s, u"15"_s, u"20"_s, u"25 s"_s};
        QTest::addRow("nothing yet") << 0.0 << QStringList{u"0"_s,   u"0.2"_s, u"0.4"_s,
                                                           u"0.6"_s, u"0.8"_s, u"1 ms"_s};
    }
    void ticksAreNice()
    {
        QFETCH(double, ms);
        QFETCH(QStringList, expected);
        const GanttLayout layout = ganttLayout({{u"x"_s, {{0, ms}}, {}, {}, {}}}, {}, 416);
        QStringList texts;
        for (const GanttTick &tick : layout.ticks)
            texts << tick.text;
        QCOMPARE(texts, expected);
        QCOMPARE(layout.ticks.first().x, layout.plot.left());
        QCOMPARE(layout.ticks.last().x, layout.plot.right());
    }

    void hostileTimesAreLeftOut()
    {
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        constexpr double inf = std::numeric_limits<double>::infinity();
        const GanttLayout layout = ganttLayout(
            {{u"x"_s, {{nan, 1}, {0, inf}, {-5, 10}, {5, -1}, {10, 20}}, {}, {}, {}}}, {nan, inf, -1}, 416);
        QCOMPARE(layout.bars.size(), 1);
        QVERIFY(layout.retries.isEmpty());
        QVERIFY(std::isfinite(layout.spanMs));
        QVERIFY(ganttLayout({{u"x"_s, {{0, 1e300}}, {}, {}, {}}}, {}, 416).ticks.size() < 12);
        QVERIFY(ganttLayout(sample(), {}, 0).plot.width() > 0);
    }

    void keysChooseARow()
    {
        Gantt gantt;
        gantt.setRows(sample());
        QSignalSpy spy(&gantt, &Gantt::rowActivated);
        QTest::keyClick(&gantt, Qt::Key_Down);
        QTest::keyClick(&gantt, Qt::Key_Return);
        QCOMPARE(spy.takeFirst().first().toInt(), 1);
        QTest::mouseClick(&gantt, Qt::LeftButton, {}, QPoint(10, 65));
        QCOMPARE(spy.takeFirst().first().toInt(), 2);
    }
};

QTEST_MAIN(TestKitGantt)
#include "tst_kit_gantt.moc"
