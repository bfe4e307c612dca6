// SPDX-License-Identifier: Apache-2.0
// The tuning panel says, as a control moves, what it would have done with recorded turns.
#include "service/demo_traffic.h"
#include "store/sqlite_store.h"
#include "ui/ask/tuning_panel.h"
#include "ui/ask/what_if_curve.h"
#include "ui/ask/what_if_figures.h"
#include "ui/kit/actions.h"
#include "ui/kit/theme.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QVBoxLayout>

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int someTurns = 400;

/// A store with sample turns, as ingest leaves them.
void fill(const QString &path, int turns, double exploration)
{
    Result<OpenedStore> opened = openStore(path);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    DemoTraffic traffic(
        {.events = turns * 25, .until = fromMicros(1'790'000'000'000'000), .exploration = exploration});
    StoreBatch batch;
    for (int i = 0; i < turns && !traffic.atEnd(); ++i) {
        const Turn turn = traffic.next();
        batch.records.append({.event = {.key = {.topic = u"t"_s, .offset = i},
                                        .messageId = QByteArray::number(i).rightJustified(16, '0'),
                                        .kind = u"execution_trace"_s,
                                        .threadId = turn.threadId,
                                        .turnId = turn.id,
                                        .timestamp = turn.askedAt},
                              .turn = turn});
    }
    if (const auto written = opened->store->write(batch); !written)
        qFatal("%s", qPrintable(written.error().message));
}

struct Desk
{
    QTemporaryDir folder;
    SettingsHub hub{Settings(), folder.filePath(u"assay.toml"_s), folder.filePath(u"profiles"_s)};
    Actions actions;
    QWidget window;
    TuningPanel *panel = new TuningPanel(hub, actions);

    explicit Desk(bool filled = true, QSize size = {470, 560}, double exploration = 0.0,
                  int turns = someTurns)
    {
        auto *column = new QVBoxLayout(&window);
        column->addWidget(panel);
        actions.listenOn(&window, ActionScope::Everywhere);
        actions.listenOn(&window, ActionScope::Ask);
        const QString store = folder.filePath(u"assay.db"_s);
        if (filled)
            fill(store, turns, exploration);
        panel->watchTurns(store);
        window.resize(size);
        window.show();
        window.activateWindow();
    }

    bool ready() { return QTest::qWaitForWindowActive(&window); }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier, int times = 1)
    {
        for (int i = 0; i < times; ++i)
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, key, with);
    }
    WhatIfFigures *figures() { return panel->findChild<WhatIfFigures *>(); }
    WhatIfCurve *curve() { return panel->findChild<WhatIfCurve *>(); }
};

} // namespace

class TestAskWhatIf final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initKit();
        applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), ThemeChoice::Dark);
    }

    void figuresFollowTheSlider()
    {
        Desk desk;
        QVERIFY(desk.ready());
        QVERIFY(!desk.figures()->isVisible());
        desk.press(Qt::Key_G, Qt::ControlModifier);
        desk.press(Qt::Key_Left, Qt::NoModifier, 2);
        QTRY_VERIFY(desk.figures()->isVisible());
        const QString lower = desk.figures()->words();
        QVERIFY2(lower.startsWith(u"What if: 400 turns, exact"_s), qPrintable(lower));
        QVERIFY2(lower.contains(u"Pass rate, %: 9"_s) && lower.contains(u" → 9"_s), qPrintable(lower));
        QVERIFY2(lower.contains(u"0 would fail"_s), qPrintable(lower));
        QVERIFY2(desk.figures()->headline().startsWith(u"Passes: 9"_s),
                 qPrintable(desk.figures()->headline()));
        desk.press(Qt::Key_Left, Qt::NoModifier, 4);
        QTRY_VERIFY(desk.figures()->words() != lower);

        desk.panel->model().revert();
        QVERIFY(!desk.figures()->isVisible());
    }

    void whatIsNotRecordedIsRefusedInWords()
    {
        Desk desk;
        QVERIFY(desk.ready());
        desk.panel->model().draft("cost.confidence_threshold"_setting.index, 0.2);
        QTRY_VERIFY(desk.figures()->isVisible());
        QVERIFY2(desk.figures()->words().contains(u"to the fast model"_s),
                 qPrintable(desk.figures()->words()));
    }

    void whatChangesNothingRecordedAsksNothing()
    {
        Desk desk;
        QVERIFY(desk.ready());
        desk.panel->model().draft("quality.committee"_setting.index, true);
        QTest::qWait(300);
        QVERIFY(!desk.figures()->isVisible());
    }

    void theCurveDraftsTheThresholdItShows()
    {
        Desk desk(true, {470, 560}, 0.0, 2000);
        QVERIFY(desk.ready());
        QTRY_VERIFY_WITH_TIMEOUT(desk.curve()->reply().curve.size() >= 2, 20'000);
        QVERIFY(desk.curve()->reading().contains(u"from 0.7"_s));
        desk.curve()->setFocus(Qt::TabFocusReason);
        desk.press(Qt::Key_Right);
        QVERIFY2(desk.curve()->reading().startsWith(u"Threshold 0."_s), qPrintable(desk.curve()->reading()));
        const double wanted = desk.curve()->reply().curve.at(desk.curve()->point()).threshold;
        desk.press(Qt::Key_Return);
        QCOMPARE(std::get<double>(desk.panel->model().value("cost.confidence_threshold"_setting.index)),
                 wanted);
    }

    void explorationTellsOfEveryThresholdAndOfTheOracle()
    {
        Desk desk(true, {470, 560}, 1.0);
        QVERIFY(desk.ready());
        QTRY_VERIFY(desk.curve()->reply().bounds);
        const WhatIfReply &reply = desk.curve()->reply();
        QCOMPARE(reply.curve.first().threshold, 0.0);
        QCOMPARE(reply.curve.last().threshold, 1.0);
        QVERIFY(reply.bounds->oracle.passRate >=
                std::max(reply.bounds->fast.passRate, reply.bounds->premium.passRate));
        QVERIFY(reply.bounds->fast.cost < reply.bounds->premium.cost);
        QVERIFY2(desk.curve()->breakEvenWords().contains(u"worse than always premium"_s),
                 qPrintable(desk.curve()->breakEvenWords()));
    }

    void fewExploredTurnsTellNoOracle()
    {
        Desk desk(true, {470, 560}, 0.02);
        QVERIFY(desk.ready());
        QTRY_VERIFY(desk.curve()->reply().answer.turns > 0);
        QVERIFY(!desk.curve()->reply().bounds);
        QVERIFY2(desk.curve()->breakEvenWords().startsWith(u"Too few turns"_s),
                 qPrintable(desk.curve()->breakEvenWords()));
    }

    void withoutTurnsItSaysSo()
    {
        Desk desk(false);
        QVERIFY(desk.ready());
        QTRY_COMPARE(desk.curve()->reading(), u"No turns are recorded yet."_s);
    }

    /// Pictures to look at, when ASSAY_SHOTS names a folder.
    void pictures_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("dark") << ThemeChoice::Dark << QSize(470, 620);
        QTest::newRow("light") << ThemeChoice::Light << QSize(470, 620);
        QTest::newRow("narrow") << ThemeChoice::Dark << QSize(340, 760);
    }
    void pictures()
    {
        QFETCH(const ThemeChoice, theme);
        QFETCH(const QSize, size);
        applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), theme);
        Desk desk(true, size, 0.5);
        QVERIFY(desk.ready());
        desk.panel->model().draft("cost.confidence_threshold"_setting.index, 0.78);
        QTRY_VERIFY(desk.figures()->isVisible());
        const QRect inside = desk.panel->rect();
        for (QWidget *one : {static_cast<QWidget *>(desk.figures()), static_cast<QWidget *>(desk.curve())})
            QVERIFY(one->mapTo(desk.panel, QPoint(one->width(), 0)).x() <= inside.right());
        if (const QString folder = qEnvironmentVariable("ASSAY_SHOTS"); !folder.isEmpty())
            QVERIFY(desk.window.grab().save(folder + u"/what_if_"_s +
                                            QLatin1StringView(QTest::currentDataTag()) + u".png"_s));
    }
};

QTEST_MAIN(TestAskWhatIf)
#include "tst_ask_what_if.moc"
