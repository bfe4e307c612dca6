// SPDX-License-Identifier: Apache-2.0
// The runner and its journal: order, concurrency, budget, stopping, and what a kill leaves behind.
#include "eval/eval_journal.h"
#include "eval/eval_runner.h"

#include <QCoro/QCoroTask>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

QList<Scenario> scenarios(int count)
{
    QList<Scenario> all;
    for (int i = 0; i < count; ++i)
        all.append({.id = u"s%1"_s.arg(i), .query = u"q%1?"_s.arg(i), .qualityThreshold = 0.0F});
    return all;
}

ScenarioAnswer answerTo(const Scenario &scenario, qint64 micros = 1000)
{
    return {.turn = {.question = scenario.query,
                     .status = TurnStatus::Passed,
                     .answer = u"answer to "_s + scenario.query,
                     .cost = {.amount = Micros{micros}}}};
}

/// Answers after a while; keeps what was asked and how many ran at once.
struct Model
{
    std::chrono::milliseconds delay{1};
    QStringList asked{};
    int running = 0;
    int mostRunning = 0;
    qint64 micros = 1000;
    QString failing{};

    QCoro::Task<ScenarioAnswer> answer(Scenario scenario, CancelToken token)
    {
        asked.append(scenario.id);
        mostRunning = std::max(mostRunning, ++running);
        // Later ones are quicker, so that they end in another order than they began.
        const auto wait = delay * (scenario.id.back() == u'0' ? 5 : 1);
        auto pause = sleepFor(wait, token);
        const bool waited = co_await pause;
        --running;
        ScenarioAnswer result = answerTo(scenario, micros);
        if (!waited)
            result.turn = {.status = TurnStatus::Cancelled};
        else if (scenario.id == failing)
            result.turn = {.status = TurnStatus::Errored, .error = u"unreachable"_s};
        co_return result;
    }

    ScenarioAnswerer answerer()
    {
        return [this](const Scenario &scenario, const CancelToken &token) { return answer(scenario, token); };
    }
};

Result<RunEnd> runAll(Model &model, int count, QMap<int, ScenarioResult> &results, RunnerOptions options,
                      const CancelToken &token = {})
{
    auto task = runScenarios(
        scenarios(count), results, model.answerer(),
        [&results](const ScenarioResult &one) {
            results.insert(one.index, one);
            return Result<>();
        },
        std::move(options), token);
    return QCoro::waitFor(task);
}

RunIdentity identity(const QString &suite = u"s1"_s)
{
    return {.suite = u"suite"_s, .suiteFingerprint = suite, .policyFingerprint = u"p"_s};
}

ScenarioResult resultOf(int index, TurnStatus status = TurnStatus::Passed)
{
    ScenarioResult result{.index = index, .id = u"s%1"_s.arg(index), .status = status, .passed = true};
    if (status == TurnStatus::Errored)
        result.error = u"no"_s;
    else
        result.answer = u"answer"_s;
    return result;
}

} // namespace

class TestEvalRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyScenarioOnceAndSoManyAtATime_data()
    {
        QTest::addColumn<int>("concurrency");
        QTest::newRow("one after the other") << 1;
        QTest::newRow("five at a time") << 5;
        QTest::newRow("more than there are scenarios") << 100;
    }

    void everyScenarioOnceAndSoManyAtATime()
    {
        QFETCH(int, concurrency);
        Model model;
        QMap<int, ScenarioResult> results;
        QCOMPARE(runAll(model, 23, results, {.concurrency = concurrency}), RunEnd::Finished);
        QCOMPARE(results.size(), 23);
        QCOMPARE(model.mostRunning, std::min(23, concurrency));
        QCOMPARE(model.asked.size(), 23);
        for (int i = 0; i < 23; ++i)
            QCOMPARE(results.value(i).id, u"s%1"_s.arg(i));
    }

    void whatIsThereIsNotAskedAgain()
    {
        Model model;
        QMap<int, ScenarioResult> results{{1, resultOf(1)}, {3, resultOf(3)}};
        RunProgress last;
        QCOMPARE(runAll(model, 5, results, {.progress = [&](const RunProgress &now) { last = now; }}),
                 RunEnd::Finished);
        QCOMPARE(model.asked, (QStringList{u"s0"_s, u"s2"_s, u"s4"_s}));
        QCOMPARE(last.done, 5);
        QCOMPARE(last.passed, 5);
        QCOMPARE(last.spent.amount.value, 3000);
        QCOMPARE(last.remaining->count(), 0);
    }

    void budgetIsNotPassed_data()
    {
        QTest::addColumn<int>("concurrency");
        QTest::newRow("one after the other") << 1;
        QTest::newRow("four at a time") << 4;
    }

    void budgetIsNotPassed()
    {
        QFETCH(int, concurrency);
        Model model;
        QMap<int, ScenarioResult> results;
        QCOMPARE(runAll(model, 40, results, {.concurrency = concurrency, .budget = Micros{10'000}}),
                 RunEnd::BudgetSpent);
        QVERIFY(results.size() <= 10);
        QVERIFY(results.size() > 10 - concurrency);
        QCOMPARE(model.asked.size(), results.size());
        // A larger budget goes on from there.
        QCOMPARE(runAll(model, 40, results, {.budget = Micros{100'000}}), RunEnd::Finished);
        QCOMPARE(model.asked.size(), 40);
    }

    void stoppingEndsWhatRunsAndKeepsWhatFinished()
    {
        Model model{.delay = std::chrono::seconds(60)};
        QMap<int, ScenarioResult> results;
        const CancelToken token = CancelToken::make();
        QTimer::singleShot(20, [token] { token.cancel(); });
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(runAll(model, 10, results, {.concurrency = 3}, token), RunEnd::Cancelled);
        QVERIFY(clock.elapsed() < 20'000);
        QVERIFY(results.isEmpty());
        QCOMPARE(model.asked.size(), 3);
    }

    void anErrorOfTheSinkEndsTheRun()
    {
        Model model;
        auto task =
            runScenarios(scenarios(10), {}, model.answerer(),
                         [](const ScenarioResult &) { return Result<>(fail(Errc::DiskFull, u"full"_s)); },
                         {.concurrency = 2}, {});
        const Result<RunEnd> end = QCoro::waitFor(task);
        QVERIFY(!end);
        QCOMPARE(end.error().code, Errc::DiskFull);
        QVERIFY(model.asked.size() <= 3);
    }

    void journalGivesBackWhatItTook()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"r.json.journal"_s);
        {
            auto journal = EvalJournal::open(path, identity(), 5, false);
            QVERIFY(journal);
            QVERIFY((*journal)->taken().isEmpty());
            QVERIFY((*journal)->append(resultOf(2), std::chrono::milliseconds(40)));
            QVERIFY((*journal)->append(resultOf(0), std::chrono::milliseconds(70)));
            QVERIFY((*journal)->append(resultOf(4, TurnStatus::Errored), std::chrono::milliseconds(90)));
        }
        const auto journal = EvalJournal::open(path, identity(), 5, false);
        QVERIFY(journal);
        QCOMPARE((*journal)->taken().keys(), (QList{0, 2})); // what ended in an error is asked again
        QVERIFY((*journal)->taken().value(2) == resultOf(2));
        QCOMPARE((*journal)->workedBefore().count(), 90);
        QVERIFY(!EvalJournal::open(path, identity(), 5, false)); // somebody writes it
        (*journal)->remove();
        QVERIFY(!QFile::exists(path));
    }

    void aTornLineIsForgottenAndOverwritten()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"journal"_s);
        QVERIFY((*EvalJournal::open(path, identity(), 5, false))->append(resultOf(1), {}));
        const QByteArray whole = [&] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }();
        QVERIFY((*EvalJournal::open(path, identity(), 5, false))->append(resultOf(2), {}));
        // A kill may leave any number of bytes of the last line.
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray both = file.readAll();
        for (qsizetype size = whole.size(); size < both.size(); ++size) {
            QFile torn(path);
            QVERIFY(torn.open(QIODevice::WriteOnly));
            torn.write(both.first(size));
            torn.close();
            auto journal = EvalJournal::open(path, identity(), 5, false);
            QVERIFY(journal);
            QCOMPARE((*journal)->taken().keys(), QList{1});
            QVERIFY((*journal)->append(resultOf(3), {}));
            journal->reset();
            QCOMPARE((*EvalJournal::open(path, identity(), 5, false))->taken().keys(), (QList{1, 3}));
        }
    }

    void aJournalThatDoesNotFitIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        const QByteArray header =
            R"({"journal":1,"suite":"suite","suite_fingerprint":"s1","policy_fingerprint":"p","judge_repeats":0})";
        QTest::newRow("of another suite") << QByteArray(header).replace("\"s1\"", "\"s2\"") + "\n"
                                          << u"scenarios are others"_s;
        QTest::newRow("of other models") << QByteArray(header).replace("\"p\"", "\"q\"") + "\n"
                                         << u"models or settings"_s;
        QTest::newRow("another file") << QByteArray("{}\n") << u"no journal"_s;
        QTest::newRow("a damaged line") << header + "\n{\"index\":1}\n{}\n" << u"Line 2"_s;
        QTest::newRow("a scenario that is not there")
            << header + "\n{\"index\":99,\"id\":\"x\",\"status\":\"passed\"}\n"
            << u"Line 2"_s;
    }

    void aJournalThatDoesNotFitIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"journal"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        const auto journal = EvalJournal::open(file.fileName(), identity(), 5, false);
        QVERIFY(!journal);
        QVERIFY2(journal.error().message.contains(said), qPrintable(journal.error().message));
        QVERIFY(EvalJournal::open(file.fileName(), identity(), 5, true)); // --fresh
    }
};

QTEST_GUILESS_MAIN(TestEvalRunner)
#include "tst_eval_runner.moc"
