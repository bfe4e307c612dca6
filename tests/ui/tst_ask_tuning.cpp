// SPDX-License-Identifier: Apache-2.0
#include "agent/policy_from_settings.h"
#include "ui/ask/tuning_difference.h"
#include "ui/ask/tuning_panel.h"
#include "ui/kit/actions.h"
#include "ui/kit/button.h"
#include "ui/kit/controls.h"
#include "ui/kit/theme.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QVBoxLayout>

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

/// A window as the workspace makes it: panel and a place where the focus is else.
struct Desk
{
    QTemporaryDir folder;
    SettingsHub hub{Settings(), folder.filePath(u"assay.toml"_s), folder.filePath(u"profiles"_s)};
    Actions actions;
    QWidget window;
    TuningPanel *panel = new TuningPanel(hub, actions);
    QLineEdit *elsewhere = new QLineEdit;

    Desk()
    {
        auto *column = new QVBoxLayout(&window);
        column->addWidget(elsewhere);
        column->addWidget(panel, 1);
        actions.listenOn(&window, ActionScope::Everywhere);
        actions.listenOn(&window, ActionScope::Ask);
        const auto on = [this](ActionId id, auto does) {
            QObject::connect(actions.at(id), &QAction::triggered, panel, does);
        };
        on(ActionId::Undo, [this] { panel->model().undo(); });
        on(ActionId::Redo, [this] { panel->model().redo(); });
        on(ActionId::ChooseProfile, [this] { panel->chooseProfile(); });
        window.resize(470, 520);
        window.show();
        window.activateWindow();
        elsewhere->setFocus();
    }

    bool ready() { return QTest::qWaitForWindowActive(&window); }

    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, key, with);
    }

    double threshold() const { return hub.current().get("quality.threshold"_setting); }
};

constexpr auto control = Qt::ControlModifier;
constexpr Qt::KeyboardModifiers controlShift = Qt::ControlModifier | Qt::ShiftModifier;

} // namespace

class TestAskTuning final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initKit();
        applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), ThemeChoice::Dark);
    }

    void keysMoveTheThresholdAndApplyIt()
    {
        Desk desk;
        QVERIFY(desk.ready());
        QSignalSpy changed(&desk.hub, &SettingsHub::changed);
        desk.press(Qt::Key_G, control);
        QVERIFY(qobject_cast<Slider *>(QApplication::focusWidget()));
        const int revision = desk.hub.current().revision();
        for (int i = 0; i < 5; ++i)
            desk.press(Qt::Key_Left);
        QCOMPARE(desk.threshold(), 0.95); // drafted, not in force
        QCOMPARE(desk.panel->model().draftCount(), 1);
        QVERIFY(desk.panel->words().contains(u"Quality threshold 0.95 → 0.9"_s));
        QCOMPARE(changed.count(), 0);

        desk.press(Qt::Key_Return, controlShift);
        QCOMPARE(desk.threshold(), 0.90);
        QCOMPARE(desk.hub.current().revision(), revision + 1);
        QCOMPARE(desk.panel->model().draftCount(), 0);
        QVERIFY(desk.panel->words().contains(
            u"Revision %1 in force; the next attempt obeys it."_s.arg(revision + 1)));
        QCOMPARE(policyFromSettings(desk.hub.current()).qualityThreshold, 0.90F);
        desk.press(Qt::Key_Return, controlShift); // nothing drafted: nothing happens
        QCOMPARE(desk.hub.current().revision(), revision + 1);
    }

    void enterInAControlApplies()
    {
        Desk desk;
        QVERIFY(desk.ready());
        desk.press(Qt::Key_G, control);
        desk.press(Qt::Key_Left);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.threshold(), 0.94);
    }

    void undoAndRedoGoThroughTheHub()
    {
        Desk desk;
        QVERIFY(desk.ready());
        desk.press(Qt::Key_G, control);
        desk.press(Qt::Key_Left);
        desk.press(Qt::Key_Return, controlShift);
        QCOMPARE(desk.threshold(), 0.94);
        desk.press(Qt::Key_Z, control);
        QCOMPARE(desk.threshold(), 0.95);
        QVERIFY(desk.panel->words().contains(u"Undone: Quality threshold 0.95 → 0.94"_s));
        desk.press(Qt::Key_Z, controlShift);
        QCOMPARE(desk.threshold(), 0.94);
        QCOMPARE(desk.hub.current().revision(), 3);
    }

    void revertDropsTheDraftThenGoesBackToTheFile()
    {
        Desk desk;
        QVERIFY(desk.ready());
        desk.press(Qt::Key_G, control);
        desk.press(Qt::Key_Left);
        desk.press(Qt::Key_Return, controlShift);
        desk.press(Qt::Key_Left);
        desk.press(Qt::Key_Backspace, controlShift);
        QCOMPARE(desk.panel->model().draftCount(), 0);
        QCOMPARE(desk.threshold(), 0.94);
        desk.press(Qt::Key_Backspace, controlShift);
        QCOMPARE(desk.threshold(), 0.95);
        QVERIFY(desk.hub.canUndo());
    }

    void whatWasSaidGoesWhenTheRevisionDoes_data()
    {
        using Change = std::function<void(SettingsHub &)>;
        QTest::addColumn<Change>("change");
        QTest::addRow("undone elsewhere") << Change([](SettingsHub &hub) { hub.undo(); });
        QTest::addRow("a profile chosen elsewhere")
            << Change([](SettingsHub &hub) { QVERIFY(hub.applyProfile(u"cost-optimized"_s)); });
        QTest::addRow("another value set elsewhere")
            << Change([](SettingsHub &hub) { QVERIFY(hub.set("quality.max_retries"_setting, qint64(5))); });
    }
    void whatWasSaidGoesWhenTheRevisionDoes()
    {
        QFETCH(const std::function<void(SettingsHub &)>, change);
        Desk desk;
        TuningModel &model = desk.panel->model();
        model.draft("cost.confidence_threshold"_setting.index, 0.85);
        model.apply();
        QVERIFY(desk.panel->words().contains(u"Revision 1 in force"_s));
        model.draft("quality.threshold"_setting.index, 0.9);
        model.draft("quality.max_retries"_setting.index, qint64(500)); // refused: says so
        QVERIFY(model.notice().problem);
        change(desk.hub);
        QVERIFY(model.notice().text.isEmpty());
        QVERIFY2(desk.panel->words().contains(u"→ 0.9"_s), qPrintable(desk.panel->words()));
    }

    void raisingConfidenceSaysPremium_data()
    {
        QTest::addColumn<double>("to");
        QTest::addColumn<QString>("words");
        QTest::addRow("up: more turns go to premium") << 0.85 << u"More turns go to the premium model."_s;
        QTest::addRow("down: fewer turns go to premium") << 0.60 << u"Fewer turns go to the premium model."_s;
    }
    void raisingConfidenceSaysPremium()
    {
        QFETCH(double, to);
        QFETCH(QString, words);
        Desk desk;
        QVERIFY(!desk.panel->model().draft("cost.confidence_threshold"_setting.index, to));
        QVERIFY(desk.panel->words().contains(u"Confidence threshold 0.75 → 0."_s));
        QVERIFY(desk.panel->words().contains(words));
    }

    void draftingWhatIsInForceIsNoChange()
    {
        Desk desk;
        TuningModel &model = desk.panel->model();
        const int index = "quality.max_retries"_setting.index;
        model.draft(index, qint64(4));
        QCOMPARE(model.draftCount(), 1);
        model.draft(index, qint64(3));
        QCOMPARE(model.draftCount(), 0);
        const std::optional<QString> wrong = model.draft(index, qint64(500));
        QVERIFY(wrong);
        QVERIFY(desk.panel->words().contains(u"Max retries"_s));
        QCOMPARE(model.draftCount(), 0);
    }

    void aChangeFromElsewhereKeepsOtherDrafts()
    {
        Desk desk;
        TuningModel &model = desk.panel->model();
        model.draft("quality.threshold"_setting.index, 0.9);
        model.draft("quality.max_retries"_setting.index, qint64(5));
        QVERIFY(desk.hub.set("quality.threshold"_setting, 0.9));
        QCOMPARE(model.draftCount(), 1);
        QVERIFY(model.isDrafted("quality.max_retries"_setting.index));
    }

    void savingWritesTheFile()
    {
        Desk desk;
        QVERIFY(desk.ready());
        desk.press(Qt::Key_G, control);
        desk.press(Qt::Key_Left);
        QSignalSpy saved(&desk.hub, &SettingsHub::saved);
        desk.press(Qt::Key_S, control); // applies what is drafted, then saves
        QCOMPARE(desk.threshold(), 0.94);
        QVERIFY(saved.count() == 1 || saved.wait());
        QFile file(desk.hub.file());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("threshold = 0.94"));
        QTRY_VERIFY(desk.panel->words().contains(u"Saved to"_s));
        QVERIFY(desk.panel->model().differences().isEmpty());
    }

    void differenceAgainstTheFileIsListed()
    {
        Desk desk;
        TuningModel &model = desk.panel->model();
        QVERIFY(desk.hub.set("quality.threshold"_setting, 0.9));
        model.draft("quality.max_retries"_setting.index, qint64(5));
        const QList<DifferenceRow> rows = differenceRows(model);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).key, u"quality.threshold"_s);
        QVERIFY(rows.at(0).inFile.startsWith(u"0.95"_s));
        QVERIFY(rows.at(0).drafted.isEmpty());
        QCOMPARE(rows.at(1).key, u"quality.max_retries"_s);
        QVERIFY(rows.at(1).inForce.startsWith(u"3"_s));
        QVERIFY(rows.at(1).drafted.startsWith(u"5"_s));
    }

    void profilesAreChosenFromTheMenu()
    {
        Desk desk;
        QVERIFY(desk.ready());
        desk.panel->model().draft("quality.max_retries"_setting.index, qint64(9));
        desk.press(Qt::Key_P, control);
        QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()));
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu->actions().size() >= 5); // three shipped, a line, save as
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(desk.hub.current().profile(), u"cost-optimized"_s);
        QCOMPARE(desk.threshold(), 0.85);
        QCOMPARE(desk.panel->model().draftCount(), 0);
        QVERIFY(desk.panel->words().contains(u"1 unsaved change"_s));
        QTRY_VERIFY(!QApplication::activePopupWidget());
        desk.press(Qt::Key_G, control); // a text field would keep Ctrl+Z for its own text
        desk.press(Qt::Key_Z, control);
        QCOMPARE(desk.threshold(), 0.95);
    }

    void aProfileIsSavedUnderAName()
    {
        Desk desk;
        QVERIFY(desk.ready());
        desk.press(Qt::Key_G, control);
        desk.press(Qt::Key_Left);
        desk.press(Qt::Key_S, controlShift);
        auto *name = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(name && name != desk.elsewhere);
        QTest::keyClicks(name, u"night-shift"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(desk.hub.current().profile(), u"night-shift"_s);
        QTRY_VERIFY(desk.panel->words().contains(u"night-shift"_s));
        QVERIFY(std::ranges::any_of(desk.hub.profiles(),
                                    [](const Profile &one) { return one.name == u"night-shift"_s; }));

        desk.press(Qt::Key_S, controlShift);
        QTest::keyClicks(QApplication::focusWidget(), u"balanced"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(desk.panel->model().notice().problem); // a shipped name is refused
        desk.press(Qt::Key_S, controlShift);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    }

    void tabVisitsEveryControlInOrder()
    {
        Desk desk;
        QVERIFY(desk.ready());
        desk.press(Qt::Key_G, control);
        QStringList visited;
        for (int i = 0; i < 40; ++i) {
            QWidget *focus = QApplication::focusWidget();
            QVERIFY(focus);
            if (!desk.panel->isAncestorOf(focus))
                break;
            if (!visited.contains(focus->accessibleName()))
                visited.append(focus->accessibleName());
            desk.press(Qt::Key_Tab);
        }
        for (const QString &name :
             {u"Quality threshold"_s, u"Confidence threshold"_s, u"Max retries"_s, u"Dual path"_s,
              u"Committee of 3"_s, u"Mandatory tool context"_s, u"Retry strategy"_s, u"Fast model"_s,
              u"Premium model"_s, u"Judge model"_s, u"Parallel strategies"_s, u"Committee size"_s,
              u"Committee rule"_s, u"Rate limit"_s})
            QVERIFY2(visited.contains(name), qPrintable(name + u" not in "_s + visited.join(u", "_s)));
        QVERIFY(visited.indexOf(u"Quality threshold"_s) < visited.indexOf(u"Rate limit"_s));
    }

    void everyControlDraftsItsSetting()
    {
        Desk desk;
        QVERIFY(desk.ready());
        TuningModel &model = desk.panel->model();
        for (QWidget *widget : desk.panel->findChildren<QWidget *>()) {
            if (widget->accessibleName().isEmpty())
                continue;
            if (auto *toggle = qobject_cast<Toggle *>(widget))
                QTest::keyClick(toggle, Qt::Key_Space);
            else if (qobject_cast<Stepper *>(widget) || qobject_cast<Slider *>(widget))
                QTest::keyClick(widget, Qt::Key_Up);
        }
        QCOMPARE(model.draftCount(), 8); // four switches, two steppers, two sliders
        for (QComboBox *box : desk.panel->findChildren<QComboBox *>()) {
            if (box->isEditable()) {
                box->setFocus();
                box->lineEdit()->selectAll();
                QTest::keyClicks(box->lineEdit(), u"ollama/llama3.2:1b"_s);
            } else {
                QTest::keyClick(box, Qt::Key_Down);
            }
        }
        QVERIFY(model.isDrafted("agent.fast_model"_setting.index));
        QVERIFY(model.isDrafted("agent.premium_model"_setting.index));
        QVERIFY(model.isDrafted("agent.judge_model"_setting.index));
        QVERIFY(model.isDrafted("quality.retry_strategy"_setting.index));
        QVERIFY(model.isDrafted("quality.committee_rule"_setting.index));
        model.apply();
        QCOMPARE(policyFromSettings(desk.hub.current()).fastModel, u"ollama/llama3.2:1b"_s);
        QVERIFY(policyFromSettings(desk.hub.current()).committee);
        QCOMPARE(desk.hub.current().revision(), 1);
    }

    void onlyPlainText()
    {
        Desk desk;
        for (const QLabel *label : desk.panel->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void fitsNarrowColumns_data()
    {
        QTest::addColumn<int>("width");
        QTest::addRow("as in the picture") << 446;
        QTest::addRow("narrow") << 340;
        QTest::addRow("wide") << 700;
    }
    void fitsNarrowColumns()
    {
        QFETCH(int, width);
        const QTemporaryDir folder;
        SettingsHub hub(Settings(), folder.filePath(u"a.toml"_s), folder.filePath(u"p"_s));
        Actions actions;
        TuningPanel panel(hub, actions);
        panel.resize(width, 480);
        panel.show();
        panel.model().draft("cost.confidence_threshold"_setting.index, 0.85);
        QCoreApplication::processEvents();
        for (const QWidget *widget : panel.findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->width() == 0)
                continue;
            const int right = widget->mapTo(&panel, QPoint(widget->width(), 0)).x();
            QVERIFY2(right <= width,
                     qPrintable(u"%1 %2 ends at %3"_s
                                    .arg(QString::fromLatin1(widget->metaObject()->className()),
                                         widget->accessibleName())
                                    .arg(right)));
        }
    }
};

QTEST_MAIN(TestAskTuning)
#include "tst_ask_tuning.moc"
