// SPDX-License-Identifier: Apache-2.0
// The Alerts workspace with real keys, over a store in which answers fail while it watches.
#include "ui/alerts/alert_sheets.h"
#include "ui/alerts/alerts_workspace.h"
#include "ui/alerts/firing_pane.h"
#include "ui/alerts/rule_chart.h"
#include "ui/alerts/rule_editor.h"
#include "ui/alerts/rule_fields.h"
#include "ui/alerts/rule_page.h"
#include "ui/alerts_samples.h"
#include "ui/kit/actions.h"
#include "ui/kit/search_field.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/states.h"
#include "ui/shell/alert_notifier.h"
#include "ui/triage/queue_view.h"
#include "ui/triage/triage_workspace.h"
#include "ui/window_fixture.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>

using namespace assay;
using namespace assay::test;
using namespace assay::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;
const QString lowResponse = u"Low Quality Response"_s;
const QByteArray quickRules = "interval = \"1s\"\ndelay = \"0s\"\n";

/// The whole window at its Alerts workspace.
struct AlertsBench
{
    explicit AlertsBench(const QByteArray &rules = quickRules, bool recorded = true)
    {
        qputenv("XDG_CONFIG_HOME", folder.filePath(u"config"_s).toUtf8());
        samples::writeAlertRules(folder.filePath(u"config"_s), rules);
        if (recorded) {
            desk = std::make_unique<samples::AlertDesk>(folder.path());
            for (int minute = 50; minute > 40; --minute)
                desk->answer(utcNow() - std::chrono::minutes(minute), minute % 2 == 0 ? 0.5F : 0.98F,
                             u"th_%1"_s.arg(minute));
        }
        bench = std::make_unique<WindowBench>(QStringList{}, folder.path());
        alerts = bench->window->alerts();
        bench->press(Qt::Key_5, Qt::ControlModifier);
        const bool sound = rules.startsWith("interval");
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!sound || !alerts->list().rows().isEmpty(), patience); }();
        if (recorded && sound)
            [&] { QTRY_VERIFY_WITH_TIMEOUT(host().overview().evaluatedTo != UtcTime{}, patience); }();
    }

    AlertHost &host() { return bench->window->alertHost(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        bench->press(key, modifiers);
    }
    void type(const QString &text) { bench->type(text); }
    RuleStanding standing(const QString &rule) const
    {
        for (const RuleRow &row : alerts->list().rows())
            if (row.rule.name == rule)
                return row.standing;
        return RuleStanding::Waiting;
    }
    /// Lets the shipped rule for single answers fire. @return the turn behind it
    QString fire()
    {
        const QString turn = desk->answer(utcNow(), 0.4F, u"th_fired"_s, {u"tool_results_ignored"_s});
        [&] { QTRY_COMPARE_WITH_TIMEOUT(standing(lowResponse), RuleStanding::Firing, patience); }();
        alerts->list().setCurrent(lowResponse);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(alerts->page().firings().current() != nullptr, patience); }();
        return turn;
    }

    QTemporaryDir folder;
    std::unique_ptr<samples::AlertDesk> desk;
    std::unique_ptr<WindowBench> bench;
    AlertsWorkspace *alerts = nullptr;
};

} // namespace

class TestAlertsWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(qputenv("USER", "ada")); }

    void rulesAreListedByHowTheyStand()
    {
        AlertsBench bench;
        QCOMPARE(bench.alerts->list().rows().size(), shippedAlertRules().rules.size());
        bench.fire();
        QCOMPARE(bench.alerts->list().rows().first().rule.name, lowResponse);
        QVERIFY(std::ranges::is_sorted(bench.alerts->list().rows(), {}, &RuleRow::standing));
        bench.press(Qt::Key_Home);
        QCOMPARE(bench.alerts->list().current(), 0);
        bench.press(Qt::Key_J);
        QCOMPARE(bench.alerts->list().current(), 1);
        bench.press(Qt::Key_K);
        QCOMPARE(bench.alerts->list().current(), 0);
    }

    void theRailAndTheStatusBarCountWhatFires()
    {
        AlertsBench bench;
        bench.fire();
        QCOMPARE(firingCount(bench.host().overview()), 1);
        const auto items = bench.bench->window->findChildren<QAbstractButton *>();
        QVERIFY(std::ranges::any_of(items, [](const QAbstractButton *item) {
            return item->accessibleName() == u"Alerts"_s && item->accessibleDescription() == u"1"_s;
        }));
    }

    void aFiringLeadsToItsTurn()
    {
        AlertsBench bench;
        const QString turn = bench.fire();
        FiringPane &pane = bench.alerts->page().firings();
        QTRY_COMPARE_WITH_TIMEOUT(pane.subjects().size(), 1, patience);
        QCOMPARE(pane.subjects().first().turnId, turn);
        QSignalSpy wanted(bench.alerts, &AlertsWorkspace::turnWanted);
        bench.press(Qt::Key_O);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().at(1).toString(), turn);
    }

    void itsTurnWaitsInTriage()
    {
        AlertsBench bench;
        const QString turn = bench.fire();
        bench.press(Qt::Key_2, Qt::ControlModifier);
        TriageWorkspace *triage = bench.bench->window->triage();
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                triage->host().refresh();
                for (qint64 place = 0; place < triage->queue().list().total; ++place)
                    if (const TriageRow *row = triage->queue().row(place);
                        row != nullptr && row->item.turnId == turn && row->item.alert == lowResponse)
                        return true;
                return false;
            }(),
            patience);
    }

    void acknowledgedWithANameAndANote()
    {
        AlertsBench bench;
        bench.fire();
        bench.press(Qt::Key_A);
        NoteSheet &sheet = bench.alerts->noteSheet();
        QVERIFY(sheet.isVisible());
        QCOMPARE(sheet.who()->text(), u"ada"_s);
        bench.type(u"looking into it"_s);
        bench.press(Qt::Key_Return);
        QVERIFY(!sheet.isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(bench.standing(lowResponse), RuleStanding::Acknowledged, patience);
        const AlertEntry &entry = bench.host().overview().open.first();
        QCOMPARE(entry.acknowledgedBy, u"ada"_s);
        QCOMPARE(entry.notes.first().note, u"looking into it"_s);
        QCOMPARE(firingCount(bench.host().overview()), 0);
    }

    /// P shows the policies that came since, with what they did; a digit says which one answered the firing.
    void thePolicyThatAnsweredAFiringIsSaid()
    {
        AlertsBench bench;
        bench.fire();
        bench.press(Qt::Key_P);
        QTest::qWait(200);
        QVERIFY(QApplication::activePopupWidget() == nullptr); // no other policy yet
        bench.desk->answer(utcNow(), 0.99F, u"th_new"_s, {}, 2);
        bench.press(Qt::Key_P);
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::activePopupWidget() != nullptr, patience);
        const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QCOMPARE(menu->actions().size(), 1);
        QVERIFY2(menu->actions().first()->text().contains(u"100.0 % of 1 under it"_s),
                 qPrintable(menu->actions().first()->text()));
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_1);
        QTRY_VERIFY_WITH_TIMEOUT(bench.alerts->page().firings().current() != nullptr &&
                                     !bench.alerts->page().firings().current()->notes.isEmpty(),
                                 patience);
        const AlertNote note = bench.alerts->page().firings().current()->notes.last();
        QCOMPARE(note.action, u"linked"_s);
        QCOMPARE(note.policyRevision, std::optional(2));
    }

    void soundAndDesktopAreSwitchedWithoutAFile()
    {
        AlertsBench bench;
        Actions &actions = bench.bench->window->actions();
        QVERIFY(bench.alerts->rules().delivery.desktop);
        actions.at(ActionId::ToggleAlertDesktop)->trigger();
        actions.at(ActionId::ToggleAlertSound)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(bench.host().overview().sound, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.host().overview().desktop, patience);
        bench.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.host().overview().sound, patience);
    }

    void aNameIsNeeded()
    {
        AlertsBench bench;
        bench.fire();
        bench.press(Qt::Key_A);
        bench.alerts->noteSheet().who()->clear();
        bench.press(Qt::Key_Return);
        QVERIFY(bench.alerts->noteSheet().isVisible());
        QVERIFY(bench.bench->shows(u"Say who you are"_s));
        bench.press(Qt::Key_Escape);
        QVERIFY(!bench.alerts->noteSheet().isVisible());
        QCOMPARE(bench.standing(lowResponse), RuleStanding::Firing);
    }

    void silencedAfterItWasShownWhatThatMutes()
    {
        AlertsBench bench;
        bench.fire();
        bench.press(Qt::Key_S);
        SilenceSheet &sheet = bench.alerts->silenceSheet();
        QVERIFY(sheet.isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(sheet.preview().contains(u"mute 1 that fire now"_s), patience);
        sheet.matchers()->setFocus();
        sheet.matchers()->selectAll();
        bench.type(u"alertname=Nothing"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sheet.preview().contains(u"mute 0 that fire now"_s), patience);
        sheet.matchers()->selectAll();
        bench.type(u"alertname=~Low.*"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sheet.preview().contains(u"mute 1 that fire now"_s), patience);
        bench.press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(bench.standing(lowResponse), RuleStanding::Silenced, patience);
        bench.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(bench.standing(lowResponse), RuleStanding::Firing, patience);
    }

    void aRuleIsTriedBeforeItIsSaved()
    {
        AlertsBench bench;
        bench.press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(bench.alerts->isEditing());
        RuleEditor &editor = bench.alerts->editor();
        bench.type(u"TooManyFailures"_s); // the name is chosen whole
        QCOMPARE(editor.rule().name, u"TooManyFailures"_s);
        QTRY_VERIFY_WITH_TIMEOUT(editor.result().has_value(), patience);
        editor.fields().ceiling()->setFocus();
        editor.fields().ceiling()->selectAll();
        bench.type(u"40%"_s);
        editor.fields().holds()->setFocus();
        editor.fields().holds()->selectAll();
        bench.type(u"0s"_s);
        QCOMPARE(editor.rule().ceiling, std::optional(0.4));
        QTRY_VERIFY_WITH_TIMEOUT(editor.result() &&
                                     !editor.result()->readouts.value(u"TooManyFailures"_s).isEmpty() &&
                                     !editor.result()->firings.isEmpty(),
                                 patience);
        QTRY_VERIFY_WITH_TIMEOUT(!editor.firings().subjects().isEmpty(), patience);
        editor.fields().ceiling()->setFocus();
        editor.fields().ceiling()->selectAll();
        bench.type(u"100%"_s);
        QTRY_VERIFY_WITH_TIMEOUT(editor.result() && editor.result()->firings.isEmpty(), patience);
        bench.press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.alerts->isEditing(), patience);
        const auto file = readAlertsFile(defaultAlertsFile(), true);
        QVERIFY(file);
        const auto saved = std::ranges::find(file->rules, u"TooManyFailures"_s, &AlertRule::name);
        QVERIFY(saved != file->rules.end());
        QCOMPARE(saved->ceiling, std::optional(1.0));
        QTRY_COMPARE_WITH_TIMEOUT(bench.alerts->list().currentRow()->rule.name, u"TooManyFailures"_s,
                                  patience);
        bench.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(bench.alerts->list().rows().size(), shippedAlertRules().rules.size(),
                                  patience);
    }

    void whatIsWrongIsMarkedAndNotSaved_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::newRow("a bound that is no number") << u"ceiling"_s << u"lots"_s;
        QTest::newRow("a bound beyond what the metric can be") << u"ceiling"_s << u"150%"_s;
        QTest::newRow("a length that is none") << u"for"_s << u"soon"_s;
        QTest::newRow("a name that is taken") << u"name"_s << u"HighFailureRate"_s;
        QTest::newRow("a label without a value") << u"labels"_s << u"team"_s;
    }
    void whatIsWrongIsMarkedAndNotSaved()
    {
        QFETCH(QString, key);
        QFETCH(QString, text);
        AlertsBench bench;
        bench.press(Qt::Key_N, Qt::ControlModifier);
        RuleFields &fields = bench.alerts->editor().fields();
        QLineEdit *field = key == u"ceiling" ? fields.ceiling()
                           : key == u"for"   ? fields.holds()
                           : key == u"name"  ? fields.name()
                                             : fields.labels();
        field->setFocus();
        field->selectAll();
        bench.type(text);
        QVERIFY(!fields.problemOf(key).isEmpty());
        bench.press(Qt::Key_S, Qt::ControlModifier);
        QTest::qWait(200);
        QVERIFY(bench.alerts->isEditing());
        QVERIFY(readAlertsFile(defaultAlertsFile())->rules.size() == shippedAlertRules().rules.size());
        bench.press(Qt::Key_Escape);
        QVERIFY(bench.alerts->isEditing()); // asked once more, since something was typed
        bench.press(Qt::Key_Escape);
        QVERIFY(!bench.alerts->isEditing());
    }

    void anExpressionSaysWhereItIsWrong()
    {
        AlertsBench bench;
        bench.press(Qt::Key_N, Qt::ControlModifier);
        RuleFields &fields = bench.alerts->editor().fields();
        fields.metric()->setCurrentIndex(fields.metric()->count() - 1);
        QVERIFY(fields.expression()->isVisible());
        fields.expression()->setFocus();
        bench.type(u"rate(no_such_series[5m]) > 1"_s);
        QVERIFY2(fields.problemOf(u"expression"_s).contains(u"At character 6"_s),
                 qPrintable(fields.problemOf(u"expression"_s)));
    }

    void aRuleIsSwitchedOffAndOn()
    {
        AlertsBench bench;
        bench.alerts->list().setCurrent(u"HighCostPerQuery"_s);
        bench.press(Qt::Key_X);
        QTRY_COMPARE_WITH_TIMEOUT(bench.standing(u"HighCostPerQuery"_s), RuleStanding::Off, patience);
        QCOMPARE(bench.alerts->list().currentRow()->rule.name, u"HighCostPerQuery"_s);
        bench.press(Qt::Key_X);
        QTRY_VERIFY_WITH_TIMEOUT(bench.standing(u"HighCostPerQuery"_s) != RuleStanding::Off, patience);
    }

    void aRuleFileIsImportedAndExported()
    {
        AlertsBench bench;
        const QString path = bench.folder.filePath(u"rules.yml"_s);
        const auto write = [&](const QByteArray &text) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write("groups:\n- name: g\n  rules:\n  - alert: Odd\n    expr: nosuch(x)\n");
        bench.alerts->importFile(path);
        LinesSheet &sheet = bench.alerts->linesSheet();
        QTRY_VERIFY_WITH_TIMEOUT(sheet.isVisible(), patience);
        QVERIFY2(sheet.text().contains(u"rules.yml:5"_s), qPrintable(sheet.text()));
        bench.press(Qt::Key_Escape);
        write("groups:\n- name: g\n  rules:\n  - alert: LowMean\n    expr: "
              "rate(dashstream_quality_monitor_queries_failed_total[5m]) > 0.2\n    for: 5m\n");
        bench.alerts->importFile(path);
        QTRY_VERIFY_WITH_TIMEOUT(sheet.isVisible(), patience);
        QVERIFY2(sheet.text().contains(u"LowMean"_s), qPrintable(sheet.text()));
        bench.press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(bench.alerts->list().rows().size(), shippedAlertRules().rules.size() + 1,
                                  patience);
        const QString out = bench.folder.filePath(u"out.yml"_s);
        bench.alerts->exportFile(out);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(out), patience);
        QFile written(out);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().contains("alert: \"LowMean\""));
    }

    void aBrokenRulesFileIsToldAndTriedAgain()
    {
        AlertsBench bench("[[rule]]\nname = \"Odd\"\nmetric = \"nosuch\"\nceiling = 1.0\n");
        QTRY_COMPARE_WITH_TIMEOUT(bench.alerts->shown(), AlertsWorkspace::Shown::Failed, patience);
        QVERIFY(bench.bench->shows(u"nosuch"_s));
        samples::writeAlertRules(bench.folder.filePath(u"config"_s), quickRules);
        bench.alerts->focusDefault();
        bench.press(Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(bench.alerts->shown(), AlertsWorkspace::Shown::Content, patience);
    }

    void aRuleIsFoundByItsName()
    {
        AlertsBench bench;
        bench.press(Qt::Key_Slash);
        bench.type(u"latency"_s);
        QVERIFY(bench.alerts->list().rows().size() >= 2);
        QVERIFY(bench.alerts->list().rows().size() < 6);
        bench.type(u" of nobody"_s);
        QCOMPARE(bench.alerts->shown(), AlertsWorkspace::Shown::Filtered);
        QVERIFY(bench.bench->shows(u"of nobody"_s));
        bench.press(Qt::Key_Escape);
        QCOMPARE(bench.alerts->shown(), AlertsWorkspace::Shown::Content);
    }

    void beforeAnythingIsRecordedTheRulesAreThere()
    {
        AlertsBench bench(quickRules, false);
        QCOMPARE(bench.alerts->list().rows().size(), shippedAlertRules().rules.size());
        QTRY_VERIFY_WITH_TIMEOUT(bench.bench->shows(u"Nothing is evaluated yet"_s), patience);
        QTRY_VERIFY_WITH_TIMEOUT(
            bench.alerts->page().chart().captionShown().contains(u"Nothing that it measures"_s), patience);
    }

    void theDesktopIsToldOnceForSeveral()
    {
        AlertsBench bench;
        AlertNotifier notifier(bench.host());
        QStringList shown;
        int beeps = 0;
        notifier.setDesktop(
            {.hasTray = [] { return true; },
             .show = [&](const QString &title, const QString &text) { shown.append(title + u'|' + text); },
             .beep = [&] { ++beeps; }});
        QCOMPARE(notifier.note(), QString());
        notifier.take({.id = u"1"_s, .rule = u"<b>One</b>"_s});
        notifier.take({.id = u"2"_s, .rule = u"Two"_s});
        notifier.take({.id = u"3"_s, .rule = u"Three"_s, .resolvedAt = utcNow()});
        notifier.flush();
        QCOMPARE(shown.size(), 1);
        QVERIFY2(shown.first().startsWith(u"2 alert"_s), qPrintable(shown.first()));
        QCOMPARE(beeps, 0); // a sound only where the alerts file wants it
        notifier.setDesktop({.hasTray = [] { return false; }});
        QVERIFY(!notifier.note().isEmpty());
    }
};

QTEST_MAIN(TestAlertsWorkspace)
#include "tst_alerts_workspace.moc"
