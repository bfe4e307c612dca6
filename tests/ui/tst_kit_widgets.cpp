// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/button.h"
#include "ui/kit/card.h"
#include "ui/kit/chip.h"
#include "ui/kit/controls.h"
#include "ui/kit/nav_rail.h"
#include "ui/kit/search_field.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/stage_ticks.h"
#include "ui/kit/states.h"
#include "ui/kit/theme.h"
#include "ui/kit/toast.h"

#include <QtGui/QAccessible>
#include <QtGui/QAction>
#include <QtGui/QWheelEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStackedWidget>

#include <limits>

using namespace assay::ui;
using namespace Qt::StringLiterals;

class TestKitWidgets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initKit();
        applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), ThemeChoice::Dark);
    }

    void keysMoveTheSlider_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<double>("expected");
        QTest::addRow("right is one step up") << int(Qt::Key_Right) << 0.91;
        QTest::addRow("left is one step down") << int(Qt::Key_Left) << 0.89;
        QTest::addRow("page up is ten steps") << int(Qt::Key_PageUp) << 1.0;
        QTest::addRow("page down is ten steps") << int(Qt::Key_PageDown) << 0.80;
        QTest::addRow("home is the low end") << int(Qt::Key_Home) << 0.5;
        QTest::addRow("end is the high end") << int(Qt::Key_End) << 1.0;
        QTest::addRow("backspace is the saved value") << int(Qt::Key_Backspace) << 0.95;
    }
    void keysMoveTheSlider()
    {
        QFETCH(int, key);
        QFETCH(double, expected);
        Slider slider(0.5, 1, 0.01);
        slider.setFileValue(0.95);
        QSignalSpy spy(&slider, &Slider::valueEdited);
        slider.setReal(0.9);
        QCOMPARE(spy.count(), 0);
        QTest::keyClick(&slider, Qt::Key(key));
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.first().first().toDouble(), expected);
        QCOMPARE(slider.real(), expected);
    }

    void sliderKeepsItsRange()
    {
        Slider slider(0, 1, 0.05);
        slider.setReal(std::numeric_limits<double>::quiet_NaN());
        QCOMPARE(slider.real(), 0.0);
        slider.setReal(7);
        QCOMPARE(slider.real(), 1.0);
        QSignalSpy spy(&slider, &Slider::valueEdited);
        QTest::keyClick(&slider, Qt::Key_Right);
        QCOMPARE(spy.count(), 0);
        slider.resize(212, 20);
        QTest::mouseClick(&slider, Qt::LeftButton, {}, QPoint(106, 10));
        QCOMPARE(spy.takeFirst().first().toDouble(), 0.5);
        QWheelEvent wheel(QPointF(50, 10), QPointF(50, 10), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&slider, &wheel);
        QCOMPARE(slider.real(), 0.5); // no focus, so the wheel scrolls the pane
    }

    void keysFlipTheToggle()
    {
        Toggle toggle(u"Dual path"_s);
        QCOMPARE(toggle.accessibleName(), u"Dual path"_s);
        QSignalSpy spy(&toggle, &Toggle::toggled);
        QTest::keyClick(&toggle, Qt::Key_Space);
        QVERIFY(toggle.isChecked());
        QTest::keyClick(&toggle, Qt::Key_Return);
        QVERIFY(!toggle.isChecked());
        QCOMPARE(spy.count(), 2);
    }

    void keysStepTheStepper()
    {
        Stepper stepper(u"Max retries"_s, 0, 5);
        stepper.setValue(3);
        QSignalSpy spy(&stepper, &Stepper::valueEdited);
        QTest::keyClick(&stepper, Qt::Key_Up);
        QCOMPARE(stepper.value(), 4);
        QTest::keyClick(&stepper, Qt::Key_Minus);
        QCOMPARE(stepper.value(), 3);
        QTest::keyClick(&stepper, Qt::Key_End);
        QTest::keyClick(&stepper, Qt::Key_Up);
        QCOMPARE(stepper.value(), 5);
        QTest::keyClick(&stepper, Qt::Key_2);
        QCOMPARE(stepper.value(), 2);
        QTest::keyClick(&stepper, Qt::Key_9);
        QCOMPARE(stepper.value(), 2);
        QCOMPARE(spy.count(), 4);
        stepper.resize(76, 22);
        QTest::mouseClick(&stepper, Qt::LeftButton, {}, QPoint(70, 10));
        QCOMPARE(stepper.value(), 3);
        stepper.setValue(99);
        QCOMPARE(stepper.value(), 5);
    }

    void keysChangeTabs()
    {
        SegmentedTabs tabs({u"Inspect"_s, u"Prompt"_s, u"Events"_s, u"Raw"_s});
        tabs.setBadge(2, u"14"_s);
        QSignalSpy spy(&tabs, &SegmentedTabs::currentChanged);
        QTest::keyClick(&tabs, Qt::Key_Right);
        QCOMPARE(tabs.current(), 1);
        QTest::keyClick(&tabs, Qt::Key_End);
        QTest::keyClick(&tabs, Qt::Key_Right);
        QCOMPARE(tabs.current(), 3);
        QTest::keyClick(&tabs, Qt::Key_Home);
        QTest::keyClick(&tabs, Qt::Key_Left);
        QCOMPARE(tabs.current(), 0);
        QCOMPARE(spy.count(), 3);
        tabs.setCurrent(9);
        QCOMPARE(tabs.current(), 0);
        tabs.resize(tabs.sizeHint());
        QTest::mouseClick(&tabs, Qt::LeftButton, {}, QPoint(tabs.width() - 5, 10));
        QCOMPARE(tabs.current(), 3);
    }

    void keysPressButtons()
    {
        Button button(Icon::Plus, u"New thread"_s, ButtonKind::Secondary);
        button.setKeys(QKeySequence(u"Ctrl+N"_s));
        button.setText(u"Other"_s);
        QCOMPARE(button.shortcut(), QKeySequence(u"Ctrl+N"_s));
        QCOMPARE(button.accessibleName(), u"Other"_s);
        QSignalSpy spy(&button, &Button::clicked);
        QTest::keyClick(&button, Qt::Key_Return);
        QTest::keyClick(&button, Qt::Key_Space);
        QCOMPARE(spy.count(), 2);
        button.setEnabled(false);
        QTest::keyClick(&button, Qt::Key_Return);
        QCOMPARE(spy.count(), 2);
        button.setCaption(u"Profile"_s);
        QCOMPARE(button.accessibleName(), u"Profile Other"_s);
    }

    void buttonsFollowActions()
    {
        QAction action(u"&Send"_s);
        action.setShortcut(QKeySequence(u"Ctrl+Return"_s));
        const std::unique_ptr<Button> button(buttonFor(&action, Icon::ArrowUp, ButtonKind::Primary));
        QCOMPARE(button->text(), u"Send"_s);
        const int width = button->sizeHint().width();
        action.setShortcut(QKeySequence());
        QVERIFY(button->sizeHint().width() < width);
        QSignalSpy spy(&action, &QAction::triggered);
        button->click();
        QCOMPARE(spy.count(), 1);
        action.setEnabled(false);
        QVERIFY(!button->isEnabled());
    }

    void chipsAnswerKeys()
    {
        Chip chip(u"state = open"_s, ChipTint::Accent);
        QSignalSpy spy(&chip, &Chip::activated);
        QTest::keyClick(&chip, Qt::Key_Return);
        QCOMPARE(spy.count(), 0);
        chip.setActivatable(true);
        QTest::keyClick(&chip, Qt::Key_Return);
        QTest::mouseClick(&chip, Qt::LeftButton);
        QCOMPARE(spy.count(), 2);
    }

    void railIsDrivenByKeys()
    {
        NavRail rail;
        rail.addItem(Icon::Ask, u"Ask"_s);
        rail.addSeparator();
        auto *triage = rail.addItem(Icon::Triage, u"Triage"_s, QKeySequence(u"Ctrl+2"_s));
        QVERIFY(triage->toolTip().contains(u"Ctrl+2"_s));
        triage->setCount(u"47"_s, NavMark::Alarm);
        QCOMPARE(rail.current(), 0);
        QSignalSpy spy(&rail, &NavRail::currentChanged);
        rail.show();
        rail.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&rail));
        triage->setFocus();
        QTest::keyClick(triage, Qt::Key_Space);
        QCOMPARE(rail.current(), 1);
        QVERIFY(triage->isChecked());
        triage->setFocus();
        QTest::keyClick(triage, Qt::Key_Up);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(rail.current(), 0);
        QCOMPARE(spy.count(), 2);
    }

    void ticksWrap()
    {
        StageTicks ticks;
        QCOMPARE(ticks.heightForWidth(400), 0);
        QList<StageTick> eight;
        for (int i = 0; i < 8; ++i)
            eight << StageTick{u"Stage"_s, u"fact"_s, TickState::Done};
        ticks.setTicks(eight);
        QCOMPARE(ticks.heightForWidth(2000), 20);
        QCOMPARE(ticks.heightForWidth(300), 60);
    }

    void skeletonWaits()
    {
        Skeleton skeleton;
        skeleton.show();
        QVERIFY(!skeleton.visibleBars());
        QTest::qWait(80);
        QVERIFY(!skeleton.visibleBars());
        QTRY_VERIFY_WITH_TIMEOUT(skeleton.visibleBars(), 1000);
    }

    void statesTellTheirAction()
    {
        EmptyState empty(Icon::Flask, u"No suites yet."_s, u"Create a suite"_s);
        QSignalSpy filled(&empty, &EmptyState::activated);
        QTest::keyClick(empty.button(), Qt::Key_Return);
        QCOMPARE(filled.count(), 1);
        ErrorState error;
        error.setError(u"No answer"_s, u"localhost:9092"_s);
        QSignalSpy retried(&error, &ErrorState::retry);
        error.button()->click();
        QCOMPARE(retried.count(), 1);
    }

    void aToastStaysAboveThePageThatIsTurnedTo()
    {
        QStackedWidget pages;
        pages.resize(400, 300);
        for (int i = 0; i < 2; ++i)
            pages.addWidget(new QWidget);
        Toast toast(&pages);
        pages.show();
        toast.notify(u"Kafka is away"_s, QString(), 0);
        pages.setCurrentIndex(1);
        const QWidget *top = pages.childAt(toast.geometry().center());
        QVERIFY(top == &toast || toast.isAncestorOf(top));
    }

    void toastGoesAndUndoes()
    {
        QWidget host;
        host.resize(600, 400);
        SearchField elsewhere(u"Search"_s, &host); // takes the focus, which would keep the notice
        host.show();
        elsewhere.setFocus();
        Toast toast(&host);
        QSignalSpy gone(&toast, &Toast::dismissed);
        toast.notify(u"Resolved"_s, u"Undo"_s, 50);
        QVERIFY(toast.isVisible());
        QVERIFY(host.rect().contains(toast.geometry()));
        QTRY_COMPARE_WITH_TIMEOUT(gone.count(), 1, 2000);
        QSignalSpy undone(&toast, &Toast::actionActivated);
        toast.notify(u"Resolved"_s, u"Undo"_s, 0);
        toast.findChildren<Button *>().first()->click();
        QCOMPARE(undone.count(), 1);
        QVERIFY(!toast.isVisible());
    }

    void searchClearsFirst()
    {
        SearchField field(u"Search"_s);
        field.setKeyHint(QKeySequence(u"Ctrl+K"_s));
        QTest::keyClicks(&field, u"abc"_s);
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(field.text().isEmpty());
        QCOMPARE(field.accessibleName(), u"Search"_s);
    }

    void cardAnswersEnter()
    {
        Card card;
        QSignalSpy spy(&card, &Card::activated);
        QTest::keyClick(&card, Qt::Key_Return);
        QTest::mouseClick(&card, Qt::LeftButton);
        QCOMPARE(spy.count(), 2);
        card.setSelected(true);
        QVERIFY(card.isSelected());
    }

    void paintedWidgetsHaveRoles()
    {
        Stepper stepper(u"Max retries"_s, 0, 5);
        stepper.setValue(3);
        const QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(&stepper);
        QCOMPARE(reader->role(), QAccessible::SpinBox);
        QCOMPARE(reader->text(QAccessible::Name), u"Max retries"_s);
        QCOMPARE(reader->text(QAccessible::Value), u"3"_s);
        Toggle toggle(u"Dual path"_s);
        QCOMPARE(QAccessible::queryAccessibleInterface(&toggle)->role(), QAccessible::CheckBox);
        Slider slider(0, 1, 0.1);
        QCOMPARE(QAccessible::queryAccessibleInterface(&slider)->role(), QAccessible::Slider);
    }

    void focusIsPainted()
    {
        Button button(u"Send"_s);
        button.show();
        button.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&button));
        button.clearFocus();
        const QImage before = button.grab().toImage();
        button.setFocus(Qt::TabFocusReason);
        QVERIFY(button.grab().toImage() != before);
    }
};

QTEST_MAIN(TestKitWidgets)
#include "tst_kit_widgets.moc"
