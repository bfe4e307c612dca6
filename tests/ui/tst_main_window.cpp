// SPDX-License-Identifier: Apache-2.0
// The window as a person meets it: real key presses from the first question on.
#include "support/scripted_server.h"
#include "ui/ask/composer.h"
#include "ui/ask/conversation_view.h"
#include "ui/events/events_workspace.h"
#include "ui/settings/settings_page.h"
#include "ui/window_fixture.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QLabel>

using namespace assay;
using namespace assay::test;

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aQuestionIsAskedAndAnsweredFromTheKeyboard();
    void movingTheThresholdDuringATurnGovernsTheNextAttempt();
    void undoAndRedoOfTuning();
    void oneKeyPressUndoesOneChangeAndNamesIt();
    void keysBelongToWhatIsOpen_data();
    void keysBelongToWhatIsOpen();
    void theChosenProfileComesBack();
    void paletteReachesEveryWorkspace();
    void unsentTextAndThreadComeBack();
    void labelsFromTheKeyboard();
    void stopWithEsc();
    void themeSwitches();
    void everyWidgetFitsAtTheSmallestSize();
    void everyControlHasAName();
};

void TestMainWindow::aQuestionIsAskedAndAnsweredFromTheKeyboard()
{
    WindowBench bench;
    bench.type(u"How long do card refunds take?"_s);
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(bench.waitForTurns(1));
    QCOMPARE(bench.finished.first().status, TurnStatus::Passed);
    // The next one goes on in the same thread.
    bench.type(u"How long do SEPA refunds take?"_s);
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(bench.waitForTurns(2));
    QCOMPARE(bench.finished.last().threadId, bench.finished.first().threadId);
    QCOMPARE(bench.finished.last().number, 2);
}

void TestMainWindow::movingTheThresholdDuringATurnGovernsTheNextAttempt()
{
    // The model needs 1.5 s per draft and never gets better than its first sentence.
    ScriptedServer server;
    server.setFallback(openAiStream({u"Card refunds "_s, u"arrive in 5–7 business days. "_s, u"[1]"_s})
                           .after(std::chrono::milliseconds(1500)));
    WindowBench bench({u"models.llamacpp_base_url="_s + server.url(u"/v1"_s).toString(),
                       u"agent.fast_model=llamacpp/small"_s, u"agent.premium_model=llamacpp/small"_s,
                       u"cost.enable_cascade=false"_s, u"quality.max_retries=1"_s,
                       u"quality.retry_strategy=same_inputs"_s});
    bench.type(u"What is the refund window and how long do card refunds take?"_s);
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(server.requestCount() >= 1, 10'000);

    // While the first draft is on its way: to the tuning panel, threshold down, apply.
    bench.press(Qt::Key_G, Qt::ControlModifier);
    bench.press(Qt::Key_Home);
    bench.press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    const int revision = bench.hub->current().revision();
    QVERIFY(revision > 0);
    QVERIFY(bench.hub->current().get("quality.threshold"_setting) < 0.5);
    QCOMPARE(bench.finished.size(), 0); // still the first attempt

    QVERIFY(bench.waitForTurns(1));
    const Turn turn = bench.finished.first();
    QCOMPARE(turn.attempts.size(), 2);
    QCOMPARE(turn.attempts[0].verdict.threshold, 0.95F);
    QCOMPARE(turn.attempts[0].verdict.passed, false);
    QVERIFY(turn.attempts[1].verdict.threshold < 0.5F);
    QCOMPARE(turn.attempts[1].verdict.passed, true);
    QCOMPARE(turn.attempts[1].policy.revision, revision);

    // The stored turn carries the policy in force.
    QVERIFY(bench.workbench->drain(std::chrono::seconds(10)));
    std::optional<QList<Turn>> stored;
    bench.workbench->readTurns(turn.threadId, this,
                               [&](Result<QList<Turn>> read) { stored = read.value_or(QList<Turn>()); });
    QTRY_VERIFY(stored && !stored->isEmpty());
    QCOMPARE(stored->first().policy, turn.attempts[1].policy);
    QCOMPARE(stored->first().attempts[0].policy.revision, 0);
}

void TestMainWindow::undoAndRedoOfTuning()
{
    WindowBench bench;
    const double before = bench.hub->current().get("quality.threshold"_setting);
    bench.press(Qt::Key_G, Qt::ControlModifier);
    bench.press(Qt::Key_Left);
    bench.press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    const double changed = bench.hub->current().get("quality.threshold"_setting);
    QVERIFY(changed < before);
    bench.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(bench.hub->current().get("quality.threshold"_setting), before);
    bench.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(bench.hub->current().get("quality.threshold"_setting), changed);
}

void TestMainWindow::oneKeyPressUndoesOneChangeAndNamesIt()
{
    WindowBench bench;
    QVERIFY(bench.hub->set("quality.threshold"_setting, 0.9));
    QVERIFY(bench.hub->set("quality.max_retries"_setting, qint64(5)));
    bench.press(Qt::Key_G, Qt::ControlModifier); // a text field would keep the key for its own text
    bench.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(bench.hub->current().get("quality.max_retries"_setting), 3);
    QCOMPARE(bench.hub->current().get("quality.threshold"_setting), 0.9);
    QVERIFY(bench.shows(u"Undone: Max retries"_s));
}

void TestMainWindow::keysBelongToWhatIsOpen_data()
{
    QTest::addColumn<Qt::Key>("opens");
    QTest::addRow("the list of profiles") << Qt::Key_P;
    QTest::addRow("the list of threads") << Qt::Key_T;
    QTest::addRow("the command palette") << Qt::Key_K;
    QTest::addRow("the list of keys") << Qt::Key_F1;
}

void TestMainWindow::keysBelongToWhatIsOpen()
{
    QFETCH(const Qt::Key, opens);
    WindowBench bench;
    QVERIFY(bench.hub->set("quality.threshold"_setting, 0.9));
    bench.press(Qt::Key_G, Qt::ControlModifier);
    bench.press(opens, opens == Qt::Key_F1 ? Qt::NoModifier : Qt::ControlModifier);
    QWidget *const popup = QApplication::activePopupWidget();
    for (const Qt::Key key : {Qt::Key_P, Qt::Key_S, Qt::Key_Z, Qt::Key_3}) {
        QWidget *target = QApplication::activePopupWidget();
        QTest::keyClick(target ? target : QApplication::focusWidget(), key, Qt::ControlModifier);
        QCOMPARE(QApplication::activePopupWidget(), popup); // and no second list over the first
    }
    QTest::qWait(50); // a file would have been written by now
    QVERIFY(bench.window->ask()->isVisible());
    QCOMPARE(bench.hub->current().get("quality.threshold"_setting), 0.9);
    QVERIFY(!QFile::exists(bench.hub->file()));
    QTest::keyClick(popup ? popup : QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activePopupWidget());
    bench.press(Qt::Key_3, Qt::ControlModifier); // closed: the key acts again
    QTRY_VERIFY(bench.window->events()->isVisible());
}

void TestMainWindow::theChosenProfileComesBack()
{
    QTemporaryDir folder;
    {
        WindowBench bench({}, folder.path());
        QVERIFY(bench.window->ask()->tuning().applyProfile(u"cost-optimized"_s));
    }
    {
        WindowBench bench({u"quality.max_retries=7"_s}, folder.path());
        QCOMPARE(bench.hub->current().profile(), u"cost-optimized"_s);
        QCOMPARE(bench.hub->current().get("quality.threshold"_setting), 0.85);
        QCOMPARE(bench.hub->current().get("quality.max_retries"_setting), 7); // a flag goes before it
        QVERIFY(bench.shows(u"Profile Cost-optimized of the last start is in force"_s));
        QVERIFY(!bench.hub->differenceAgainstFile().isEmpty());
        QVERIFY(!QFile::exists(bench.hub->file()));
        bench.hub->revertToFile();
        QCOMPARE(bench.hub->current().get("quality.threshold"_setting), 0.95);
    }
    const WindowBench bench({}, folder.path()); // taken back: not remembered any longer
    QCOMPARE(bench.hub->current().profile(), QString());
}

void TestMainWindow::paletteReachesEveryWorkspace()
{
    WindowBench bench;
    bench.press(Qt::Key_K, Qt::ControlModifier);
    bench.type(u"go to settings"_s);
    bench.press(Qt::Key_Return);
    QTRY_VERIFY(bench.window->settingsPage()->isVisible());
    bench.press(Qt::Key_K, Qt::ControlModifier);
    bench.type(u"quality-optimized"_s);
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.hub->current().profile(), u"quality-optimized"_s);
    bench.press(Qt::Key_K, Qt::ControlModifier);
    bench.type(u"go to events"_s);
    bench.press(Qt::Key_Return);
    QTRY_VERIFY(bench.window->events()->isVisible());
    bench.press(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(bench.window->ask()->isVisible());
    bench.press(Qt::Key_K, Qt::ControlModifier);
    bench.type(u"monitoring.alert_window"_s); // a setting by its key
    bench.press(Qt::Key_Return);
    QTRY_VERIFY(bench.window->settingsPage()->isVisible());
    QCOMPARE(QApplication::focusWidget()->objectName(), u"monitoring.alert_window_minutes"_s);
}

void TestMainWindow::unsentTextAndThreadComeBack()
{
    QTemporaryDir folder;
    QString thread;
    {
        WindowBench bench({}, folder.path());
        bench.type(u"How long do card refunds take?"_s);
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(bench.waitForTurns(1));
        thread = bench.finished.first().threadId;
        bench.type(u"and half a"_s);
        QTest::qWait(900);
    }
    WindowBench bench({}, folder.path());
    QTRY_COMPARE_WITH_TIMEOUT(bench.window->ask()->state().turns().size(), 1, 10'000);
    QCOMPARE(bench.window->ask()->state().threadId(), thread);
    QTRY_COMPARE(bench.window->ask()->composer().text(), u"and half a"_s);
}

void TestMainWindow::labelsFromTheKeyboard()
{
    WindowBench bench;
    bench.type(u"How long do card refunds take?"_s);
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(bench.waitForTurns(1));
    bench.press(Qt::Key_Escape);
    bench.window->ask()->conversation().setFocus();
    bench.press(Qt::Key_J);
    bench.press(Qt::Key_B);
    QTRY_COMPARE_WITH_TIMEOUT(bench.window->ask()->state().turns().first().turn.label, Label::Bad, 10'000);
}

void TestMainWindow::stopWithEsc()
{
    ScriptedServer server;
    server.setFallback(openAiStream({u"never"_s}).after(std::chrono::seconds(60)));
    WindowBench bench({u"models.llamacpp_base_url="_s + server.url(u"/v1"_s).toString(),
                       u"agent.fast_model=llamacpp/small"_s, u"agent.premium_model=llamacpp/small"_s});
    bench.type(u"How long do card refunds take?"_s);
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(server.requestCount() >= 1, 10'000);
    bench.press(Qt::Key_Escape);
    QVERIFY(bench.waitForTurns(1));
    QCOMPARE(bench.finished.first().status, TurnStatus::Cancelled);
    QTRY_COMPARE(server.openConnectionCount(), 0);
}

void TestMainWindow::themeSwitches()
{
    WindowBench bench({u"ui.theme=dark"_s});
    QCOMPARE(ui::currentTheme(), ui::Theme::Dark);
    bench.press(Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(ui::currentTheme(), ui::Theme::Light);
}

void TestMainWindow::everyWidgetFitsAtTheSmallestSize()
{
    WindowBench bench;
    bench.type(u"What is the refund window and how long do card refunds take?"_s);
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(bench.waitForTurns(1));
    bench.window->resize(1024, 700);
    QTest::qWait(100);
    QCOMPARE(bench.window->size(), QSize(1024, 700)); // no minimum size stands in the way
    QVERIFY(bench.window->minimumSizeHint().width() <= 1024);
    for (const QLabel *label : bench.window->findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const QRect inWindow(label->mapTo(bench.window.get(), QPoint(0, 0)), label->size());
        QVERIFY2(inWindow.right() <= 1024, qPrintable(label->text()));
    }
}

void TestMainWindow::everyControlHasAName()
{
    WindowBench bench;
    bench.press(Qt::Key_8, Qt::ControlModifier);
    bench.press(Qt::Key_7, Qt::ControlModifier);
    bench.press(Qt::Key_6, Qt::ControlModifier);
    bench.press(Qt::Key_5, Qt::ControlModifier);
    bench.press(Qt::Key_4, Qt::ControlModifier);
    bench.press(Qt::Key_3, Qt::ControlModifier);
    bench.press(Qt::Key_2, Qt::ControlModifier);
    bench.press(Qt::Key_1, Qt::ControlModifier);
    for (QWidget *widget : bench.window->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(bench.window.get()) ||
            widget->inherits("QScrollBar") || widget->parentWidget()->inherits("QAbstractSpinBox") ||
            widget->parentWidget()->inherits("QComboBox"))
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(accessible, widget->metaObject()->className());
        const QString name = accessible->text(QAccessible::Name);
        QVERIFY2(!name.isEmpty(),
                 qPrintable(u"%1 in %2"_s.arg(
                     QString::fromLatin1(widget->metaObject()->className()),
                     widget->parentWidget()
                         ? QString::fromLatin1(widget->parentWidget()->metaObject()->className())
                         : QString())));
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
