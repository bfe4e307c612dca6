// SPDX-License-Identifier: Apache-2.0
// Runs of suites as a window meets them: begun, watched, stopped, gone on with, compared, kept.
#include "agent/policy_from_settings.h"
#include "eval/eval_journal.h"
#include "resources.h"
#include "service/eval_crew.h"
#include "service/evaluation_host.h"
#include "service/paths.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

/// A person's data and a host over them.
struct Desk
{
    explicit Desk(const QString &folder = {}) : path(folder.isEmpty() ? own.path() : folder)
    {
        const SettingsSources sources{.file = path + u"/assay.toml"_s, .userProfiles = path};
        hub = std::make_unique<SettingsHub>(*loadSettings(sources), sources.file, path);
        const Paths paths{.data = path};
        host = std::make_unique<EvaluationHost>(EvaluationHost::Options{.runsFolder = paths.evaluations(),
                                                                        .suitesFolder = paths.suites(),
                                                                        .knowledgePath = paths.knowledge()},
                                                *hub, secrets);
    }

    EvalPlan plan(int limit, const QString &suite = u"quality_evaluation"_s) const
    {
        return {.suite = suite, .limit = limit, .policy = policyFromSettings(hub->current())};
    }

    /// @return the results file, once the run came to an end
    QString runToEnd(const EvalPlan &plan)
    {
        bool ended = false;
        QString said;
        const auto connection = QObject::connect(host.get(), &EvaluationHost::runEnded, host.get(),
                                                 [&](const QString &, RunEnd, const QString &error) {
                                                     ended = true;
                                                     said = error;
                                                 });
        const Result<QString> file = host->start(plan);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(ended, patience); }();
        [&] { QVERIFY2(file && said.isEmpty(), qPrintable(said)); }();
        QObject::disconnect(connection);
        return file.value_or(QString());
    }

    QList<StoredRun> runs()
    {
        bool read = false;
        host->refresh();
        // The reader answers in order: with a later answer the list has come too.
        host->readSuites(host.get(), [&](const Result<QList<SuiteFacts>> &) { read = true; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(read, patience); }();
        return host->runs();
    }

    template<typename T, typename Ask>
    Result<T> answer(Ask ask)
    {
        std::optional<Result<T>> got;
        ask([&got](const Result<T> &result) { got = result; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(got.has_value(), patience); }();
        return got.value_or(fail(Errc::Timeout, u"no answer"_s));
    }
    Result<RunView> view(const QString &file, const QString &before = {})
    {
        return answer<RunView>([&](auto reply) { host->readView(file, before, host.get(), reply); });
    }

    QTemporaryDir own;
    QString path;
    Secrets secrets{Variables{}};
    std::unique_ptr<SettingsHub> hub;
    std::unique_ptr<EvaluationHost> host;
};

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s", qPrintable(file.errorString()));
}

} // namespace

class TestEvaluationHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initAssayResources(); }

    void aRunIsListedWithItsFigures()
    {
        Desk desk;
        const QString file = desk.runToEnd(desk.plan(6));
        const QList<StoredRun> runs = desk.runs();
        QCOMPARE(runs.size(), 1);
        const StoredRun &run = runs.first();
        QCOMPARE(run.path, file);
        QCOMPARE(run.standing, RunStanding::Finished);
        QCOMPARE(run.suite, u"quality_evaluation"_s);
        QCOMPARE(run.done, 6);
        QCOMPARE(run.total, 6);
        QVERIFY(run.quality && *run.quality > 0.5 && *run.quality <= 1.0);
        QVERIFY(run.measured >= 4 && run.met <= run.measured);
        QVERIFY(!run.canResume && run.isOwn);
        QVERIFY2(!QFile::exists(EvalJournal::pathFor(file)), "a whole run needs no journal");
        QVERIFY2(!QFile::exists(planPathFor(file)), "nor its plan");
    }

    void oneRunAtATime()
    {
        Desk desk;
        const QSignalSpy ended(desk.host.get(), &EvaluationHost::runEnded);
        QVERIFY(desk.host->start(desk.plan(3)));
        const Result<QString> second = desk.host->start(desk.plan(3));
        QVERIFY(!second);
        QCOMPARE(second.error().code, Errc::Unavailable);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QVERIFY(!desk.host->underWay());
        QVERIFY(desk.host->start(desk.plan(3)));
    }

    void progressTellsHowFarItIs()
    {
        Desk desk;
        int most = 0;
        int total = 0;
        connect(desk.host.get(), &EvaluationHost::progressed, this, [&] {
            if (desk.host->underWay()) {
                most = std::max(most, desk.host->underWay()->progress.done);
                total = std::max(total, desk.host->underWay()->progress.total);
            }
        });
        desk.runToEnd(desk.plan(8));
        QCOMPARE(total, 8);
        QCOMPARE(most, 8);
    }

    void aStoppedRunGoesOnWhereItWas()
    {
        Desk desk;
        EvalPlan plan = desk.plan(0, u"full"_s);
        plan.concurrency = 1;
        QString file;
        {
            const QSignalSpy ended(desk.host.get(), &EvaluationHost::runEnded);
            connect(desk.host.get(), &EvaluationHost::progressed, desk.host.get(), [&desk] {
                if (desk.host->underWay() && desk.host->underWay()->progress.done >= 3)
                    desk.host->stop();
            });
            file = *desk.host->start(plan);
            QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
            QCOMPARE(ended.first().at(2).toString(), QString());
        }
        const QList<StoredRun> broken = desk.runs();
        QCOMPARE(broken.size(), 1);
        QCOMPARE(broken.first().standing, RunStanding::Interrupted);
        QVERIFY(broken.first().canResume);
        QVERIFY(broken.first().done >= 3 && broken.first().done < broken.first().total);
        const Result<RunView> half = desk.view(file);
        QVERIFY2(half, half ? "" : qPrintable(half.error().message));
        QCOMPARE(half->run.results.size(), broken.first().done);
        QVERIFY(!half->run.isComplete());

        Desk again(desk.path); // another session
        const Result<EvalPlan> kept = again.answer<EvalPlan>(
            [&](auto reply) { again.host->readPlanOf(file, again.host.get(), reply); });
        QVERIFY(kept);
        QCOMPARE(kept->suite, u"full"_s);
        QCOMPARE(kept->policy, plan.policy);
        EvalPlan rest = *kept;
        rest.concurrency = 20;
        const QSignalSpy ended(again.host.get(), &EvaluationHost::runEnded);
        QVERIFY(again.host->resume(file, rest));
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QCOMPARE(ended.first().at(2).toString(), QString());
        const Result<RunView> whole = again.view(file);
        QVERIFY(whole);
        QVERIFY(whole->run.isComplete());
        QCOMPARE(whole->run.resumed, broken.first().done);
    }

    void whoLeavesWhileItRunsCanGoOn()
    {
        QTemporaryDir folder;
        QString file;
        {
            Desk desk(folder.path());
            EvalPlan plan = desk.plan(0, u"full"_s);
            plan.concurrency = 1;
            file = *desk.host->start(plan);
            QTRY_VERIFY_WITH_TIMEOUT(desk.host->underWay()->progress.done >= 1, patience);
        }
        Desk desk(folder.path());
        const QList<StoredRun> runs = desk.runs();
        QCOMPARE(runs.size(), 1);
        QCOMPARE(runs.first().standing, RunStanding::Interrupted);
        QVERIFY(runs.first().canResume);
        QVERIFY(runs.first().done >= 1);
    }

    void theBudgetEndsARun()
    {
        Desk desk;
        EvalPlan plan = desk.plan(10);
        plan.budget = Micros{0};
        RunEnd end = RunEnd::Finished;
        bool ended = false;
        connect(desk.host.get(), &EvaluationHost::runEnded, this, [&](const QString &, RunEnd how) {
            end = how;
            ended = true;
        });
        QVERIFY(desk.host->start(plan));
        QTRY_VERIFY_WITH_TIMEOUT(ended, patience);
        QCOMPARE(end, RunEnd::BudgetSpent);
        QCOMPARE(desk.runs().first().standing, RunStanding::Interrupted);
    }

    void twoRunsAreCompared()
    {
        Desk desk;
        const QString first = desk.runToEnd(desk.plan(8));
        EvalPlan repeats = desk.plan(8);
        repeats.judgeRepeats = 2;
        const QString second = desk.runToEnd(repeats);
        QVERIFY(first != second);
        const Result<RunView> view = desk.view(second, first);
        QVERIFY2(view, view ? "" : qPrintable(view.error().message));
        QCOMPARE(view->comparison.changes.size(), 8);
        QVERIFY(view->before.has_value());
        const RunFigure &quality = view->comparison.figures.first();
        QCOMPARE(quality.key, u"quality"_s);
        QCOMPARE(quality.difference.mean, 0.0); // the embedded models answer the same
        QVERIFY(!quality.difference.isDistinguishable());
        QVERIFY(!view->comparison.hasRegressed());
        QVERIFY(view->comparison.judgeSpread.has_value());
    }

    void manyAtATimeAnswerAsOneDoes()
    {
        QVERIFY(EvalCrew::desksFor(1) == 1 && EvalCrew::desksFor(11) == 1);
        QVERIFY(EvalCrew::desksFor(500) >= EvalCrew::desksFor(24));
        Desk desk;
        EvalPlan plan = desk.plan(30, u"full"_s);
        plan.concurrency = 1;
        const Result<RunView> one = desk.view(desk.runToEnd(plan));
        plan.concurrency = 30;
        const Result<RunView> many = desk.view(desk.runToEnd(plan));
        QVERIFY(one && many);
        QCOMPARE(many->run.results.size(), 30);
        for (qsizetype i = 0; i < 30; ++i) {
            QCOMPARE(many->run.results.at(i).id, one->run.results.at(i).id);
            QCOMPARE(many->run.results.at(i).answer, one->run.results.at(i).answer);
            QCOMPARE(many->run.results.at(i).scores, one->run.results.at(i).scores);
        }
        QCOMPARE(many->run.identity, one->run.identity);
    }

    void runsWithoutACommonScenarioCannotBeCompared()
    {
        Desk desk;
        const QString first = desk.runToEnd(desk.plan(1));
        const QString second = desk.runToEnd(desk.plan(1, u"tool_use"_s));
        const Result<RunView> view = desk.view(second, first);
        QVERIFY(!view);
        QVERIFY(view.error().message.contains(u"no scenario in common"_s));
    }

    void anUnknownSuiteIsSaid()
    {
        Desk desk;
        QString said;
        connect(desk.host.get(), &EvaluationHost::runEnded, this,
                [&](const QString &, RunEnd, const QString &error) { said = error; });
        QVERIFY(desk.host->start(desk.plan(1, u"no_such_suite"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(said.contains(u"no_such_suite"_s), patience);
        QVERIFY2(desk.runs().isEmpty(), "what was never begun is not listed");
    }

    void filesThatAreNoResultsAreListedAsSuch()
    {
        Desk desk;
        const QString file = desk.path + u"/notes.json"_s;
        write(file, "{\"hello\": 1}");
        desk.host->setOpened({file, desk.path + u"/gone.json"_s});
        const QList<StoredRun> runs = desk.runs();
        QCOMPARE(runs.size(), 2);
        for (const StoredRun &run : runs) {
            QCOMPARE(run.standing, RunStanding::Damaged);
            QVERIFY(!run.isOwn && !run.problem.isEmpty());
        }
    }

    void aRunIsRemovedWhole()
    {
        Desk desk;
        const QString file = desk.runToEnd(desk.plan(2));
        const Result<bool> outside = desk.answer<bool>(
            [&](auto reply) { desk.host->remove(desk.path + u"/assay.toml"_s, desk.host.get(), reply); });
        QVERIFY2(!outside, "only what lies in the folder of runs");
        QVERIFY(desk.answer<bool>([&](auto reply) { desk.host->remove(file, desk.host.get(), reply); }));
        QVERIFY(!QFile::exists(file));
        QVERIFY(desk.runs().isEmpty());
    }

    void suitesComeInAndGoOut_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("scenarios");
        QTest::newRow("a suite of ours")
            << QByteArray("name: mine\nscenarios:\n  - id: one\n    query: How long do refunds take?\n")
            << u"mine.yaml"_s << u"mine"_s << 1;
        QTest::newRow("promptfoo's tests")
            << QByteArray("prompts: ['{{question}}']\nproviders: [echo]\ntests:\n"
                          "  - vars: {question: 'Is there a fee?'}\n"
                          "    assert: [{type: contains, value: fee}]\n"
                          "  - vars: {question: 'And abroad?'}\n")
            << u"foo.yaml"_s << u"foo"_s << 2;
        QTest::newRow("JSON lines") << QByteArray("{\"query\": \"a?\"}\n{\"query\": \"b?\"}\n")
                                    << u"rows.jsonl"_s << u"rows"_s << 2;
    }
    void suitesComeInAndGoOut()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, file);
        QFETCH(const QString, name);
        QFETCH(const int, scenarios);
        Desk desk;
        write(desk.path + u'/' + file, text);
        const auto import = [&] {
            return desk.answer<ImportedSuite>(
                [&](auto reply) { desk.host->importSuite(desk.path + u'/' + file, desk.host.get(), reply); });
        };
        const Result<ImportedSuite> taken = import();
        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().message));
        QCOMPARE(taken->suite.name, name);
        QCOMPARE(taken->suite.scenarios, scenarios);
        QVERIFY(!taken->hasReplaced);
        QVERIFY(import()->hasReplaced);
        const Result<QList<SuiteFacts>> suites = desk.answer<QList<SuiteFacts>>(
            [&](auto reply) { desk.host->readSuites(desk.host.get(), reply); });
        QVERIFY(std::ranges::count(*suites, name, &SuiteFacts::name) == 1);
        desk.runToEnd(desk.plan(0, taken->suite.source));
        QCOMPARE(desk.runs().first().done, scenarios);

        const QString to = desk.path + u"/out.jsonl"_s;
        QVERIFY(desk.answer<QStringList>([&](auto reply) {
            desk.host->exportSuite(taken->suite.source, SuiteForm::Jsonl, to, desk.host.get(), reply);
        }));
        QFile out(to);
        QVERIFY(out.open(QIODevice::ReadOnly));
        QCOMPARE(out.readAll().trimmed().split('\n').size(), scenarios);
    }

    void whatIsNoSuiteIsRefusedInWords()
    {
        Desk desk;
        write(desk.path + u"/bad.yaml"_s, "name: bad\nscenarios:\n  - quer: typo\n");
        const Result<ImportedSuite> taken = desk.answer<ImportedSuite>(
            [&](auto reply) { desk.host->importSuite(desk.path + u"/bad.yaml"_s, desk.host.get(), reply); });
        QVERIFY(!taken);
        QVERIFY2(taken.error().message.contains(u"quer"_s), qPrintable(taken.error().message));
    }

    void aRunIsWrittenAsAReport_data()
    {
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("json") << QByteArray("{");
        QTest::newRow("junit") << QByteArray("<?xml");
        QTest::newRow("html") << QByteArray("<!DOCTYPE html");
        QTest::newRow("xlsx") << QByteArray("PK");
    }
    void aRunIsWrittenAsAReport()
    {
        QFETCH(const QByteArray, begins);
        Desk desk;
        const QString run = desk.runToEnd(desk.plan(2));
        const QString to = desk.path + u"/report"_s;
        const Result<bool> saved = desk.answer<bool>([&](auto reply) {
            desk.host->saveAs(run, QString::fromLatin1(QTest::currentDataTag()), to, desk.host.get(), reply);
        });
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
        QFile file(to);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().toLower().startsWith(begins.toLower()));
    }

    void aPlanReadsBackAsItWas()
    {
        EvalPlan plan{.suite = u"full"_s,
                      .categories = {u"german"_s},
                      .limit = 12,
                      .concurrency = 9,
                      .judgeRepeats = 3,
                      .budget = Micros{1'500'000},
                      .policy = {.profile = u"speed"_s, .fastModel = u"a"_s},
                      .total = 12};
        const Result<EvalPlan> back = evalPlanFromJson(toJson(plan));
        QVERIFY(back);
        QCOMPARE(*back, plan);
        QVERIFY(!evalPlanFromJson({{u"suite"_s, u"full"_s}}));
    }
};

QTEST_GUILESS_MAIN(TestEvaluationHost)
#include "tst_evaluation_host.moc"
