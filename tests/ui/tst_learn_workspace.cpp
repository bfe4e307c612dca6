// SPDX-License-Identifier: Apache-2.0
// The Learn workspace with real keys: collect, train, deploy, a turn that the new model routes, and back.
#include "service/demo_traffic.h"
#include "store/sqlite_store.h"
#include "ui/ask/ask_workspace.h"
#include "ui/learn/learn_workspace.h"
#include "ui/learn/model_report.h"
#include "ui/learn/models_page.h"
#include "ui/learn/version_list.h"
#include "ui/window_fixture.h"

using namespace assay;
using namespace assay::test;
using namespace assay::ui;
using namespace Qt::StringLiterals;
using Step = LearningSteps::Step;

namespace {

constexpr int patience = 60'000;

/// Puts sample turns into the store of a workspace, as ingest leaves them.
void record(const QString &folder, int turns, double exploration)
{
    QDir().mkpath(folder + u"/data"_s);
    Result<OpenedStore> opened = openStore(folder + u"/data/assay.db"_s);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    DemoTraffic traffic({.events = turns * 25, .days = 21, .until = utcNow(), .exploration = exploration});
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

/// The whole window at its Learn workspace.
struct LearnBench
{
    explicit LearnBench(int turns, double exploration = 0.3)
    {
        if (turns > 0)
            record(folder.path(), turns, exploration);
        open();
    }

    void open()
    {
        bench = std::make_unique<WindowBench>(QStringList{}, folder.path());
        learn = bench->window->learn();
        bench->press(Qt::Key_7, Qt::ControlModifier);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(models().shown() != ModelsPage::Shown::Loading, patience); }();
    }

    ModelsPage &models() { return learn->models(); }
    LearningSteps &steps() { return models().steps(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        bench->press(key, modifiers);
    }
    bool isReady(ActionId id) { return bench->window->actions().at(id)->isEnabled(); }
    QString modelFile(int version) const { return folder.filePath(u"data/models/v%1.model"_s.arg(version)); }

    void collect()
    {
        press(Qt::Key_C);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(isReady(ActionId::CollectTurns), patience); }();
    }
    void train()
    {
        press(Qt::Key_T);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(isReady(ActionId::OpenModelFile), patience); }();
    }
    void deploy()
    {
        press(Qt::Key_D);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(isReady(ActionId::RollBackModel), patience); }();
    }
    /// Asks in the Ask workspace. @return which predictor routed the turn, as the store has it
    QString askedOf(const QString &question)
    {
        press(Qt::Key_1, Qt::ControlModifier);
        press(Qt::Key_L, Qt::ControlModifier);
        bench->type(question);
        const qsizetype before = bench->finished.size();
        press(Qt::Key_Return, Qt::ControlModifier);
        if (!bench->waitForTurns(before + 1))
            return u"no turn finished"_s;
        const Turn &asked = bench->finished.last();
        QString predictor;
        const auto stored = [&] {
            bool answered = false;
            bench->workbench->readTurns(asked.threadId, bench->window.get(),
                                        [&](const Result<QList<Turn>> &turns) {
                                            answered = true;
                                            for (const Turn &turn : turns.value_or(QList<Turn>()))
                                                if (turn.id == asked.id)
                                                    predictor = turn.route.predictor;
                                        });
            return QTest::qWaitFor([&] { return answered; }) && !predictor.isEmpty();
        };
        if (!QTest::qWaitFor(stored, patience))
            return u"the turn was not stored"_s;
        press(Qt::Key_7, Qt::ControlModifier);
        return predictor;
    }

    QTemporaryDir folder;
    std::unique_ptr<WindowBench> bench;
    LearnWorkspace *learn = nullptr;
};

} // namespace

class TestLearnWorkspace final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(qputenv("USER", "ada")); }

    void aTrainedModelRoutesTurnsUntilItIsRolledBack()
    {
        LearnBench bench(1500);
        bench.collect();
        QVERIFY2(bench.steps().said(Step::Collect).contains(u"of 1,500 turns tell"_s),
                 qPrintable(bench.steps().said(Step::Collect)));
        bench.train();
        QCOMPARE(bench.models().shown(), ModelsPage::Shown::Report);
        QVERIFY2(bench.steps().said(Step::Deploy).contains(u"It may be deployed."_s),
                 qPrintable(bench.steps().said(Step::Deploy)));
        const QString question = u"How long does a refund of $20 take to reach my card?"_s;
        QVERIFY(!bench.askedOf(question).startsWith(u"trained"_s));
        bench.deploy();
        QVERIFY(QFile::exists(bench.modelFile(1)));
        QVERIFY2(bench.models().versions().rowText(0).contains(
                     u"routes now, deployed over the shipped predictor by ada"_s),
                 qPrintable(bench.models().versions().rowText(0)));
        QVERIFY2(bench.askedOf(question).startsWith(u"trained v1"_s), "the turn names who routed it");
        bench.press(Qt::Key_B);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.isReady(ActionId::RollBackModel), patience);
        QVERIFY(bench.models().versions().rowText(0).contains(u"rolled back from v1 by ada"_s));
        QVERIFY(!bench.askedOf(question).startsWith(u"trained"_s));
    }

    void theReportHoldsTheModelAgainstWhatItMustBeat()
    {
        LearnBench bench(1500);
        bench.collect();
        bench.train();
        const QString figures = bench.models().report().figures();
        for (const QString &row :
             {u"This model"_s, u"Shipped predictor"_s, u"As predicted then"_s, u"Always the same answer"_s})
            QVERIFY2(figures.contains(row), qPrintable(figures));
        QCOMPARE(bench.models().report().verdict(), u"beats the shipped predictor"_s);
        QVERIFY(bench.models().report().cost()->markCount() > 10);
        QTRY_VERIFY_WITH_TIMEOUT(bench.models().report().weeks()->markCount() == 3, patience);
    }

    void tooLittleIsRefusedInWords()
    {
        LearnBench bench(60);
        bench.collect();
        bench.train();
        QVERIFY2(bench.steps().said(Step::Train).contains(u"training needs at least 100"_s),
                 qPrintable(bench.steps().said(Step::Train)));
        QVERIFY(!bench.isReady(ActionId::DeployModel));
    }

    void theWeeksAreToldBeforeAnythingIsTrained()
    {
        LearnBench bench(1500);
        QTRY_COMPARE_WITH_TIMEOUT(bench.models().shown(), ModelsPage::Shown::Report, patience);
        QCOMPARE(bench.models().report().weeks()->markCount(), 3);
        QVERIFY(!bench.models().report().cost()->isVisible());
        QVERIFY2(bench.models().report().drift().startsWith(u"No drift"_s),
                 qPrintable(bench.models().report().drift()));
    }

    void withoutTurnsThereIsNothingToTrainOn()
    {
        LearnBench bench(0);
        QCOMPARE(bench.models().shown(), ModelsPage::Shown::Empty);
        bench.collect();
        QVERIFY(!bench.steps().said(Step::Collect).isEmpty());
        QVERIFY(!bench.isReady(ActionId::TrainModel));
    }

    void trainingIsStopped()
    {
        LearnBench bench(1500);
        bench.collect();
        bench.press(Qt::Key_T);
        bench.press(Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isReady(ActionId::OpenModelFile), patience);
        QCOMPARE(bench.steps().said(Step::Train), u"Training was stopped."_s);
        QVERIFY(!bench.isReady(ActionId::DeployModel));
    }

    void aDamagedModelIsNamedAndTakenBack()
    {
        LearnBench bench(1500);
        bench.collect();
        bench.train();
        bench.deploy();
        bench.bench.reset();
        QFile file(bench.modelFile(1));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(200) && file.write("damage") == 6);
        file.close();
        bench.open();
        QTRY_VERIFY_WITH_TIMEOUT(!bench.models().problem().isEmpty(), patience);
        QVERIFY2(bench.models().problem().contains(u"v1.model"_s), qPrintable(bench.models().problem()));
        QVERIFY(bench.models().versions().rowText(0).contains(u"cannot be read"_s));
        QVERIFY(!bench.askedOf(u"How long does a refund take?"_s).startsWith(u"trained"_s));
        bench.press(Qt::Key_B);
        QTRY_VERIFY_WITH_TIMEOUT(bench.models().problem().isEmpty(), patience);
    }

    void aPointOfTheCurveDraftsItsThreshold()
    {
        LearnBench bench(1500);
        bench.collect();
        bench.train();
        CurveChart *const cost = bench.models().report().cost();
        cost->setFocus(Qt::TabFocusReason);
        bench.press(Qt::Key_Home);
        for (int i = 0; i < 5; ++i)
            bench.press(Qt::Key_Right);
        const QString reading = cost->captionShown();
        QVERIFY2(reading.contains(u"threshold 0."_s), qPrintable(reading));
        bench.press(Qt::Key_Return);
        QVERIFY(bench.bench->window->ask()->isVisible());
        const auto index = "cost.confidence_threshold"_setting.index;
        const double drafted = std::get<double>(bench.bench->window->ask()->tuning().value(index));
        QVERIFY2(reading.endsWith(QLocale().toString(drafted, 'f', 2)), qPrintable(reading));
    }
};

QTEST_MAIN(TestLearnWorkspace)
#include "tst_learn_workspace.moc"
