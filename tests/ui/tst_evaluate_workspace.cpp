// SPDX-License-Identifier: Apache-2.0
// The Evaluate workspace with real keys: stored runs, comparison, a run that is begun, stopped and gone on
// with, suites that come and go.
#include "ui/evaluate/answers_pane.h"
#include "ui/evaluate/evaluate_words.h"
#include "ui/evaluate/evaluate_workspace.h"
#include "ui/evaluate/run_figures.h"
#include "ui/evaluate/run_list.h"
#include "ui/evaluate/run_sheet.h"
#include "ui/evaluate/running_pane.h"
#include "ui/evaluate/runs_page.h"
#include "ui/evaluate/scenario_table.h"
#include "ui/evaluate/suite_sheet.h"
#include "ui/evaluate_samples.h"
#include "ui/kit/diff_view.h"
#include "ui/kit/search_field.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/window_fixture.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>

using namespace assay;
using namespace assay::test;
using namespace assay::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 60'000;

/// The whole window at its Evaluate workspace, over stored runs.
struct EvaluateBench
{
    using Writer = std::function<void(const QString &folder)>;

    explicit EvaluateBench(const Writer &writer = {})
    {
        initAssayResources();
        if (writer)
            writer(folder.filePath(u"data/evaluations"_s));
        open();
    }

    void open()
    {
        bench.reset();
        bench = std::make_unique<WindowBench>(QStringList{}, folder.path());
        runs = &bench->window->evaluate()->runs();
        bench->press(Qt::Key_6, Qt::ControlModifier);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(runs->listShown() != RunsPage::ListShown::Loading, patience); }();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        bench->press(key, modifiers);
    }
    void type(const QString &text) { bench->type(text); }
    void waitForContent()
    {
        [&] { QTRY_COMPARE_WITH_TIMEOUT(runs->shown(), RunsPage::Shown::Content, patience); }();
    }
    EvaluationHost &host() { return bench->window->evaluations(); }
    /// Chooses a suite in the open sheet, narrows it and runs it to its end.
    void runSuite(const QString &suite, int limit)
    {
        QSignalSpy ended(&host(), &EvaluationHost::runEnded);
        press(Qt::Key_N, Qt::ControlModifier);
        RunSheet &sheet = runs->sheet();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(sheet.suite()->count() > 2, patience); }();
        sheet.suite()->setCurrentIndex(sheet.suite()->findData(suite));
        sheet.limit()->setValue(limit);
        sheet.limit()->setFocus();
        press(Qt::Key_Return);
        [&] { QVERIFY(!sheet.isVisible()); }();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience); }();
        [&] { QCOMPARE(ended.first().at(2).toString(), QString()); }();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!runs->list().runs().isEmpty(), patience); }();
    }

    QTemporaryDir folder;
    std::unique_ptr<WindowBench> bench;
    RunsPage *runs = nullptr;
};

/// Three runs, newest last; the third is worse than the second.
void threeRuns(const QString &folder)
{
    samples::writeSampleRun(folder, {.suite = u"tool_use"_s, .ago = 3h, .seed = 1});
    samples::writeSampleRun(folder, {.ago = 2h, .seed = 2, .better = 0.02});
    samples::writeSampleRun(folder,
                            {.profile = u"speed"_s, .ago = 1h, .seed = 3, .better = -0.22, .repeats = 2});
}

} // namespace

class TestEvaluateWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutRunsItSaysHowToBegin()
    {
        EvaluateBench bench;
        QCOMPARE(bench.runs->listShown(), RunsPage::ListShown::Empty);
        QCOMPARE(bench.runs->shown(), RunsPage::Shown::None);
        bench.press(Qt::Key_Return); // the one action that fills it has the focus
        QTRY_VERIFY(bench.runs->sheet().isVisible());
        bench.press(Qt::Key_Escape);
        QVERIFY(!bench.runs->sheet().isVisible());
    }

    void theNewestRunIsInHandAndComparedWithTheOneBefore()
    {
        EvaluateBench bench(threeRuns);
        QCOMPARE(bench.runs->list().runs().size(), 3);
        bench.waitForContent();
        QCOMPARE(bench.runs->list().current(), 0);
        QVERIFY2(bench.runs->verdict().contains(u"Worse"_s), qPrintable(bench.runs->verdict()));
        QVERIFY(bench.runs->table().isCompared());
        const QList<ScenarioChange> &changes = bench.runs->table().scenarios();
        QVERIFY(changes.size() >= 120);
        QVERIFY2(changes.first().worsened(), "the worst stands first");
        QCOMPARE(bench.runs->targets().targets().size(), 7);
        const QList<RunFigure> &figures = bench.runs->differences().figures();
        QCOMPARE(figures.first().key, u"quality"_s);
        QVERIFY(figures.first().isWorse());
        QVERIFY(figures.first().difference.interval.has_value());
        QVERIFY2(bench.runs->differences().accessibleDescription().contains(u"worse"_s),
                 "the bars are told in words too");
    }

    void keysWalkRunsThenScenariosThenAnswers()
    {
        EvaluateBench bench(threeRuns);
        bench.waitForContent();
        bench.press(Qt::Key_J);
        QCOMPARE(bench.runs->list().current(), 1);
        bench.press(Qt::Key_K);
        QCOMPARE(bench.runs->list().current(), 0);
        bench.waitForContent();
        bench.press(Qt::Key_Return);
        QVERIFY(bench.runs->table().hasFocus());
        const QString first = bench.runs->table().currentScenario()->id;
        bench.press(Qt::Key_J);
        QVERIFY(bench.runs->table().currentScenario()->id != first);
        QCOMPARE(bench.runs->list().current(), 0);
        bench.press(Qt::Key_Return);
        QVERIFY(bench.runs->answers().hasFocus());
        bench.press(Qt::Key_J); // goes on to the next scenario while its answers are read
        QCOMPARE(bench.runs->table().current(), 2);
        bench.press(Qt::Key_Escape);
        QVERIFY(bench.runs->table().hasFocus());
        bench.press(Qt::Key_Escape);
        QVERIFY(bench.runs->list().hasFocus());
    }

    void bothAnswersShowTheWordsThatChanged()
    {
        EvaluateBench bench(threeRuns);
        bench.waitForContent();
        bench.press(Qt::Key_Return);
        for (int i = 0; i < 20; ++i) {
            const ScenarioChange *one = bench.runs->table().currentScenario();
            if (one->before.answer != one->after.answer)
                break;
            bench.press(Qt::Key_J);
        }
        const AnswersPane &answers = bench.runs->answers();
        QVERIFY(std::ranges::any_of(answers.after().spans(),
                                    [](const DiffSpan &span) { return span.kind == DiffSpan::Kind::Added; }));
        QVERIFY(std::ranges::any_of(answers.before().spans(), [](const DiffSpan &span) {
            return span.kind == DiffSpan::Kind::Removed;
        }));
        QVERIFY2(answers.judgeWords().contains(u"spread"_s), qPrintable(answers.judgeWords()));
        QVERIFY2(bench.runs->verdict().contains(u"Judging an answer again"_s),
                 qPrintable(bench.runs->verdict()));
    }

    void aRunWithoutAnOlderOneOfItsSuiteStandsAlone()
    {
        EvaluateBench bench(threeRuns);
        bench.press(Qt::Key_End);
        QTRY_COMPARE_WITH_TIMEOUT(bench.runs->shown(), RunsPage::Shown::Content, patience);
        QTRY_VERIFY(!bench.runs->table().isCompared());
        QVERIFY(bench.runs->verdict().contains(u"target"_s));
        QVERIFY(!bench.runs->differences().isVisible());
    }

    void aPinnedRunIsWhatOthersAreComparedWith()
    {
        EvaluateBench bench(threeRuns);
        bench.waitForContent();
        bench.press(Qt::Key_B); // the newest, which is worse
        bench.press(Qt::Key_J);
        QTRY_VERIFY_WITH_TIMEOUT(bench.runs->verdict().contains(u"Better"_s), patience);
        bench.press(Qt::Key_K);
        bench.press(Qt::Key_B); // taken back
        QTRY_VERIFY_WITH_TIMEOUT(bench.runs->verdict().contains(u"Worse"_s), patience);
    }

    void itCanBeComparedWithNothing()
    {
        EvaluateBench bench(threeRuns);
        bench.waitForContent();
        bench.runs->before().setFocus();
        bench.press(Qt::Key_Down); // "nothing" stands behind "the run before it"
        QTRY_VERIFY_WITH_TIMEOUT(!bench.runs->table().isCompared(), patience);
    }

    void scenariosAreFoundAndNarrowed()
    {
        EvaluateBench bench(threeRuns);
        bench.waitForContent();
        const int all = bench.runs->table().shownCount();
        bench.press(Qt::Key_Slash);
        bench.type(u"german"_s);
        const int german = bench.runs->table().shownCount();
        QVERIFY(german > 0 && german < all);
        bench.type(u" of nobody"_s);
        QCOMPARE(bench.runs->table().shownCount(), 0);
        QVERIFY(bench.bench->shows(u"No scenario holds “german of nobody”."_s));
        bench.press(Qt::Key_Escape);
        QCOMPARE(bench.runs->table().shownCount(), all);
        bench.press(Qt::Key_Escape);
        QVERIFY(bench.runs->table().hasFocus());
        bench.runs->choice().setFocus();
        bench.press(Qt::Key_End); // missed
        const int missed = bench.runs->table().shownCount();
        QVERIFY(missed > 0 && missed < all);
        QVERIFY(!bench.runs->table().currentScenario()->after.passed);
    }

    void aSuiteIsRunFromTheWindow()
    {
        EvaluateBench bench;
        bench.runSuite(u"quality_evaluation"_s, 5);
        bench.waitForContent();
        QCOMPARE(bench.runs->list().currentRun()->done, 5);
        QVERIFY(!bench.runs->running().isVisible());
        bench.runSuite(u"quality_evaluation"_s, 5);
        QTRY_COMPARE_WITH_TIMEOUT(bench.runs->list().runs().size(), 2, patience);
        QTRY_VERIFY_WITH_TIMEOUT(bench.runs->table().isCompared(), patience);
        QCOMPARE(bench.runs->list().current(), 0);
    }

    void theSheetTellsWhatWillBeAsked()
    {
        EvaluateBench bench;
        bench.press(Qt::Key_N, Qt::ControlModifier);
        RunSheet &sheet = bench.runs->sheet();
        QTRY_VERIFY_WITH_TIMEOUT(sheet.suite()->count() >= 3, patience);
        QVERIFY2(sheet.facts().contains(u"nothing is sent anywhere"_s), qPrintable(sheet.facts()));
        sheet.suite()->setCurrentIndex(sheet.suite()->findData(u"full"_s));
        QVERIFY(sheet.category()->count() > 5);
        sheet.category()->setCurrentIndex(1);
        sheet.limit()->setValue(3);
        QVERIFY2(sheet.facts().startsWith(u"3 scenarios"_s), qPrintable(sheet.facts()));
        sheet.budget()->setFocus();
        bench.type(u"much"_s);
        bench.press(Qt::Key_Return);
        QVERIFY2(sheet.isVisible(), "a budget that is no amount begins nothing");
        QVERIFY(bench.bench->shows(u"an amount in dollars"_s));
        QVERIFY(!bench.host().underWay());
    }

    void aRunIsStoppedAndGoesOn()
    {
        EvaluateBench bench;
        bench.press(Qt::Key_N, Qt::ControlModifier);
        RunSheet &sheet = bench.runs->sheet();
        QTRY_VERIFY_WITH_TIMEOUT(sheet.suite()->count() >= 3, patience);
        sheet.suite()->setCurrentIndex(sheet.suite()->findData(u"full"_s));
        sheet.concurrency()->setValue(1);
        sheet.concurrency()->setFocus();
        QSignalSpy ended(&bench.host(), &EvaluationHost::runEnded);
        bench.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(bench.host().underWay() && bench.host().underWay()->progress.done >= 2,
                                 patience);
        QVERIFY(bench.runs->running().isVisible());
        QVERIFY2(bench.runs->running().words().contains(u"spent"_s),
                 qPrintable(bench.runs->running().words()));
        bench.runs->focusDefault();
        bench.runs->list().setFocus();
        bench.press(Qt::Key_S);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.runs->list().runs().isEmpty() &&
                                     bench.runs->list().runs().first().standing == RunStanding::Interrupted,
                                 patience);
        QVERIFY(!bench.runs->running().isVisible());
        const int done = bench.runs->list().runs().first().done;
        bench.runs->list().setFocus();
        bench.press(Qt::Key_R);
        QTRY_VERIFY_WITH_TIMEOUT(sheet.isVisible(), patience);
        QVERIFY(!sheet.suite()->isVisible());
        sheet.concurrency()->setValue(20);
        sheet.concurrency()->setFocus();
        bench.press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, patience);
        QTRY_COMPARE_WITH_TIMEOUT(bench.runs->list().runs().first().standing, RunStanding::Finished,
                                  patience);
        QVERIFY(bench.runs->list().runs().first().done > done);
    }

    void aRunBrokenOffElsewhereSaysSo()
    {
        EvaluateBench bench([](const QString &folder) {
            const QString path = samples::writeBrokenRun(folder, {.seed = 4}, 30);
            QVERIFY(QFile::remove(planPathFor(path)));
        });
        bench.waitForContent();
        QVERIFY2(bench.runs->verdict().contains(u"so far"_s) || bench.runs->list().currentRun()->total == 30,
                 qPrintable(bench.runs->verdict()));
        bench.press(Qt::Key_R);
        QTRY_VERIFY2(bench.runs->told().contains(u"begun elsewhere"_s), qPrintable(bench.runs->told()));
    }

    void aRunIsDeletedOnlyWhenAskedTwice()
    {
        EvaluateBench bench(threeRuns);
        const QString path = bench.runs->list().currentRun()->path;
        bench.press(Qt::Key_Delete);
        QTest::qWait(100);
        QVERIFY(QFile::exists(path));
        QVERIFY(bench.runs->told().contains(u"again"_s));
        bench.press(Qt::Key_J);
        bench.press(Qt::Key_K); // moving on forgets it
        bench.press(Qt::Key_Delete);
        QTest::qWait(100);
        QVERIFY(QFile::exists(path));
        bench.press(Qt::Key_Delete);
        QTRY_COMPARE_WITH_TIMEOUT(bench.runs->list().runs().size(), 2, patience);
        QVERIFY(!QFile::exists(path));
    }

    void resultsElsewhereAreOpenedAndRemembered()
    {
        EvaluateBench bench(threeRuns);
        const QString other =
            samples::writeSampleRun(bench.folder.filePath(u"other"_s), {.ago = 30min, .seed = 9});
        bench.runs->openFile(other);
        QTRY_COMPARE_WITH_TIMEOUT(bench.runs->list().runs().size(), 4, patience);
        QTRY_COMPARE(bench.runs->list().currentRun()->path, other);
        QVERIFY(!bench.runs->list().currentRun()->isOwn);
        bench.open(); // another session
        QTRY_COMPARE_WITH_TIMEOUT(bench.runs->list().runs().size(), 4, patience);
        QTRY_COMPARE_WITH_TIMEOUT(bench.runs->list().currentRun()->path, other, patience);
        bench.press(Qt::Key_Delete); // forgotten, not deleted
        QTRY_COMPARE_WITH_TIMEOUT(bench.runs->list().runs().size(), 3, patience);
        QVERIFY(QFile::exists(other));
    }

    void aDamagedFileIsSaidInItsPlace()
    {
        EvaluateBench bench(threeRuns);
        QFile file(bench.folder.filePath(u"notes.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{}") == 2);
        file.close();
        bench.runs->openFile(file.fileName());
        QTRY_COMPARE_WITH_TIMEOUT(bench.runs->shown(), RunsPage::Shown::Failed, patience);
        QVERIFY(bench.bench->shows(u"scenarios"_s));
        bench.press(Qt::Key_Home);
        bench.waitForContent();
    }

    void suitesAreImportedAndExported()
    {
        EvaluateBench bench;
        const QString path = bench.folder.filePath(u"mine.yaml"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("name: mine\nscenarios:\n  - id: one\n    query: How long do refunds take?\n");
        file.close();
        bench.runs->importFile(path);
        QTRY_VERIFY2(bench.runs->told().contains(u"mine"_s), qPrintable(bench.runs->told()));
        bench.press(Qt::Key_E, Qt::ControlModifier);
        SuiteSheet &sheet = bench.runs->suiteSheet();
        QTRY_VERIFY_WITH_TIMEOUT(sheet.isVisible(), patience);
        QVERIFY(sheet.suite()->findText(u"mine"_s) >= 0);
        bench.press(Qt::Key_Escape);
        QVERIFY(!sheet.isVisible());
        const QString to = bench.folder.filePath(u"out.jsonl"_s);
        bench.runs->exportTo(u"tool_use"_s, SuiteForm::Jsonl, to);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(to), patience);
        bench.runs->importFile(bench.folder.filePath(u"gone.yaml"_s));
        QTRY_VERIFY_WITH_TIMEOUT(sheet.isVisible(), patience);
        QVERIFY(sheet.text().contains(u"Nothing was imported"_s));
    }

    void aReportIsWritten()
    {
        EvaluateBench bench(threeRuns);
        bench.waitForContent();
        const QString to = bench.folder.filePath(u"run.html"_s);
        bench.runs->saveTo(to);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(to), patience);
        QTRY_VERIFY(bench.runs->told().contains(u"Written to"_s));
    }

    void hostileTextStaysText()
    {
        EvaluateBench bench([](const QString &folder) {
            EvalRun run = samples::sampleRun({.seed = 5});
            run.identity.suite = u"<b>suite</b>\u202E\x1b[31m"_s;
            run.results.first().id = u"<img src=x>\u202E"_s;
            run.results.first().answer = u"<script>alert(1)</script>\u202E"_s + QString(200'000, u'a');
            run.results.first().passed = false;
            QDir().mkpath(folder);
            QVERIFY(writeEvalRun(run, {}, folder + u"/x.json"_s));
        });
        bench.waitForContent();
        for (const QLabel *label : bench.runs->findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(QChar(0x202E)) && !label->text().contains(QChar(0x1B)),
                     qPrintable(label->text()));
        bench.press(Qt::Key_Return);
        bench.press(Qt::Key_End);
        bench.press(Qt::Key_Home);
        QVERIFY(bench.runs->isVisible());
    }

    void itFitsTheSmallWindow()
    {
        EvaluateBench bench(threeRuns);
        bench.waitForContent();
        bench.bench->window->resize(1024, 700);
        QTest::qWait(100);
        QCOMPARE(bench.bench->window->size(), QSize(1024, 700));
        QVERIFY(bench.bench->window->minimumSizeHint().width() <= 1024);
        QVERIFY(bench.runs->table().viewport()->height() >= 48);
    }
};

QTEST_MAIN(TestEvaluateWorkspace)
#include "tst_evaluate_workspace.moc"
