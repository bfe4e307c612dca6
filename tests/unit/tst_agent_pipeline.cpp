// SPDX-License-Identifier: Apache-2.0
#include "turn/turn_json.h"
#include "unit/agent_fixture.h"

#include <QtTest/QtTest>

using namespace assay;
using namespace assay::test;

class TestAgentPipeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stagesRunInTheOrderOfTheDesign();
    void theTurnCarriesPolicyCostAndCitations();
    void thresholdMovedDuringTheTurnGovernsTheNextAttempt();
    void maxRetriesCountsAttemptsAfterTheFirst_data();
    void maxRetriesCountsAttemptsAfterTheFirst();
    void theBestAttemptIsReturnedAndMarkedFailed();
    void refusedQuestions_data();
    void refusedQuestions();
    void oddTextReachesTheModelClean();
    void cancelEndsTheTurnSoon();
    void aMissingKeyIsSaidAndNotRetried();
    void anUnreachableModelIsRetriedThenSaid();
    void aServerThatIsNotThereIsAskedOnce_data();
    void aServerThatIsNotThereIsAskedOnce();
    void aJudgeThatFailsNeverMakesAScore();
    void historyStandsInThePrompt();
    void jsonKeepsEverything();
};

void TestAgentPipeline::stagesRunInTheOrderOfTheDesign()
{
    Bench bench;
    bench.policy.cascade = false;
    const Turn turn = bench.ask(question);
    QList<Stage> order;
    for (const StageRecord &record : turn.stages)
        order.append(record.stage);
    const QList<Stage> wanted{Stage::Predict, Stage::Route, Stage::Retrieve, Stage::Grade, Stage::Check,
                              Stage::Inject,  Stage::Draft, Stage::Validate, Stage::Judge, Stage::Gate};
    QCOMPARE(order, wanted);
    for (const StageRecord &record : turn.stages)
        QCOMPARE(record.status, StageStatus::Done);
    // The route is known to the operator before a model is asked.
    const auto routed = std::ranges::find_if(
        bench.events, [](const StageEvent &e) { return e.turn && !e.turn->route.reason.isEmpty(); });
    const auto drafted = std::ranges::find_if(
        bench.events, [](const StageEvent &e) { return e.record.stage == Stage::Draft; });
    QVERIFY(routed < drafted);
}

void TestAgentPipeline::theTurnCarriesPolicyCostAndCitations()
{
    Bench bench;
    bench.policy.cascade = false;
    const Turn turn = bench.ask(question);
    QCOMPARE(turn.status, TurnStatus::Passed);
    QCOMPARE(turn.policy, bench.policy);
    QCOMPARE(turn.verdict.policyRevision, 7);
    QCOMPARE(turn.cost.amount, Micros{110});
    QCOMPARE(turn.usage.promptTokens, 10);
    QCOMPARE(turn.attempts.first().chosen()->citations, QStringList{u"1"_s});
    QVERIFY(turn.evidence.first().cited);
    QCOMPARE(bench.published.size(), 1);
    QCOMPARE(bench.published.first().id, turn.id);
}

void TestAgentPipeline::thresholdMovedDuringTheTurnGovernsTheNextAttempt()
{
    Bench bench;
    bench.policy.cascade = false;
    bench.judge->scores = {0.90F};
    bool moved = false;
    bench.onEvent = [&](const StageEvent &event) {
        // While the first attempt is being judged, the operator lowers the threshold.
        if (!moved && event.record.stage == Stage::Judge) {
            moved = true;
            bench.policy.qualityThreshold = 0.85F;
            bench.policy.revision = 8;
        }
    };
    const Turn turn = bench.ask(question);
    QCOMPARE(turn.attempts.size(), 2);
    QCOMPARE(turn.attempts[0].verdict.passed, false);
    QCOMPARE(turn.attempts[0].verdict.threshold, 0.95F);
    QCOMPARE(turn.attempts[0].policy.revision, 7);
    QCOMPARE(turn.attempts[1].verdict.passed, true);
    QCOMPARE(turn.attempts[1].verdict.threshold, 0.85F);
    QCOMPARE(turn.policy.revision, 8);
    QCOMPARE(turn.status, TurnStatus::Passed);
}

void TestAgentPipeline::maxRetriesCountsAttemptsAfterTheFirst_data()
{
    QTest::addColumn<int>("maxRetries");
    QTest::addColumn<bool>("autoRetry");
    QTest::addColumn<int>("attempts");
    QTest::newRow("none allowed") << 0 << true << 1;
    QTest::newRow("one allowed") << 1 << true << 2;
    QTest::newRow("three allowed") << 3 << true << 4;
    QTest::newRow("three allowed, but retries are off") << 3 << false << 1;
}

void TestAgentPipeline::maxRetriesCountsAttemptsAfterTheFirst()
{
    QFETCH(int, maxRetries);
    QFETCH(bool, autoRetry);
    QFETCH(int, attempts);
    Bench bench;
    bench.judge->scores = {0.10F};
    bench.policy.maxRetries = maxRetries;
    bench.policy.autoRetry = autoRetry;
    const Turn turn = bench.ask(question);
    QCOMPARE(turn.attempts.size(), attempts);
    QCOMPARE(turn.status, TurnStatus::Failed);
}

void TestAgentPipeline::theBestAttemptIsReturnedAndMarkedFailed()
{
    Bench bench;
    bench.policy.cascade = false;
    bench.policy.maxRetries = 3;
    bench.judge->scores = {0.60F, 0.80F, 0.80F, 0.70F};
    bench.premium->answers = {u"The first answer is weak [1]."_s, u"The second answer is better [1]."_s,
                              u"The third answer ties with it [1]."_s, u"The fourth answer is worse [1]."_s};
    const Turn turn = bench.ask(question);
    QCOMPARE(turn.bestAttempt, 2);
    QCOMPARE(turn.answer, u"The second answer is better [1]."_s);
    QCOMPARE(turn.status, TurnStatus::Failed);
    QCOMPARE(*turn.verdict.score, 0.80F);
}

void TestAgentPipeline::refusedQuestions_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("only white space") << u" \n\t "_s;
    QTest::newRow("only NUL") << QString(3, QChar::Null);
    QTest::newRow("one megabyte") << QString(1 << 20, u'a');
}

void TestAgentPipeline::refusedQuestions()
{
    QFETCH(QString, text);
    Bench bench;
    const Turn turn = bench.ask(text);
    QCOMPARE(turn.status, TurnStatus::Errored);
    QVERIFY(!turn.error.isEmpty());
    QVERIFY(bench.fast->requests.isEmpty() && bench.premium->requests.isEmpty());
}

void TestAgentPipeline::oddTextReachesTheModelClean()
{
    Bench bench;
    QString text = u"كم يستغرق رد المبلغ؟ card refunds"_s;
    text.insert(3, QChar(0xD800));
    text.insert(5, QChar::Null);
    const Turn turn = bench.ask(text);
    QVERIFY(!turn.question.contains(QChar::Null));
    QVERIFY(turn.question.isValidUtf16());
    QVERIFY(turn.question.contains(u"المبلغ"_s));
}

void TestAgentPipeline::cancelEndsTheTurnSoon()
{
    Bench bench;
    bench.fast->delay = bench.premium->delay = std::chrono::seconds(30);
    const CancelToken token = CancelToken::make();
    QTimer::singleShot(50, [&] { token.cancel(); });
    QElapsedTimer watch;
    watch.start();
    const Turn turn = bench.ask(question, token);
    QCOMPARE(turn.status, TurnStatus::Cancelled);
    QVERIFY(watch.elapsed() < 10'000);
}

void TestAgentPipeline::aMissingKeyIsSaidAndNotRetried()
{
    Bench bench;
    bench.premium->failure = bench.fast->failure = u"No key for OpenAI. Set OPENAI_API_KEY."_s;
    bench.premium->failureCode = bench.fast->failureCode = Errc::Unauthorized;
    const Turn turn = bench.ask(question);
    QCOMPARE(turn.status, TurnStatus::Errored);
    QVERIFY(turn.error.contains(u"OPENAI_API_KEY"_s));
    QCOMPARE(bench.premium->requests.size() + bench.fast->requests.size(), 1);
}

void TestAgentPipeline::anUnreachableModelIsRetriedThenSaid()
{
    Bench bench;
    bench.policy.maxRetries = 2;
    bench.fast->failure = bench.premium->failure = u"The server at 127.0.0.1 refused the connection."_s;
    const Turn turn = bench.ask(question);
    QCOMPARE(turn.attempts.size(), 3);
    QCOMPARE(turn.status, TurnStatus::Errored);
    QVERIFY(turn.error.contains(u"refused"_s));
}

void TestAgentPipeline::aServerThatIsNotThereIsAskedOnce_data()
{
    QTest::addColumn<RetryStrategy>("strategy");
    QTest::addColumn<bool>("premiumAnswers");
    QTest::addColumn<int>("attempts");
    QTest::addRow("the same again would reach nobody") << RetryStrategy::SameInputs << false << 1;
    QTest::addRow("the premium model's server is asked once, too")
        << RetryStrategy::UpgradeModel << false << 2;
    QTest::addRow("the premium model answers") << RetryStrategy::UpgradeModel << true << 2;
}

void TestAgentPipeline::aServerThatIsNotThereIsAskedOnce()
{
    QFETCH(const RetryStrategy, strategy);
    QFETCH(const bool, premiumAnswers);
    QFETCH(const int, attempts);
    Bench bench;
    bench.policy.maxRetries = 5;
    bench.policy.retryStrategy = strategy;
    bench.policy.confidenceThreshold = 0.0F; // the fast model goes first
    bench.fast->failure = u"Nothing listens at 127.0.0.1:8080."_s;
    bench.premium->failure = premiumAnswers ? QString() : bench.fast->failure;
    bench.fast->failureCode = bench.premium->failureCode = Errc::Unreachable;
    const Turn turn = bench.ask(question);
    QCOMPARE(turn.attempts.size(), attempts);
    QCOMPARE(bench.fast->requests.size(), 1);
    QCOMPARE(turn.status, premiumAnswers ? TurnStatus::Passed : TurnStatus::Errored);
    QCOMPARE(turn.error, premiumAnswers ? QString() : bench.fast->failure);
}

void TestAgentPipeline::aJudgeThatFailsNeverMakesAScore()
{
    Bench bench;
    AgentParts parts = bench.parts();
    parts.judges = [](const Policy &, const RubricPrompt &) -> Result<QList<std::shared_ptr<Judge>>> {
        return fail(Errc::Protocol, u"The judge answered no scores."_s);
    };
    Agent agent(parts);
    const Turn turn = QCoro::waitFor(agent.ask({.question = question}, {}, {}));
    QCOMPARE(turn.status, TurnStatus::Failed);
    QVERIFY(!turn.verdict.score.has_value());
    QVERIFY(!turn.answer.isEmpty());
    QVERIFY(turn.error.contains(u"no scores"_s));
    QCOMPARE(turn.attempts.size(), 1);
}

void TestAgentPipeline::historyStandsInThePrompt()
{
    Bench bench;
    Agent agent(bench.parts());
    const AskRequest request{
        .number = 2, .question = question, .history = {{u"Why twice?"_s, u"Two invoices."_s}}};
    const Turn turn = QCoro::waitFor(agent.ask(request, {}, {}));
    const QList<PromptMessage> &prompt = turn.attempts.first().chosen()->prompt;
    QVERIFY(std::ranges::any_of(prompt, [](const PromptMessage &m) {
        return m.text == u"Two invoices."_s && m.role == u"assistant"_s;
    }));
}

void TestAgentPipeline::jsonKeepsEverything()
{
    Bench bench;
    bench.policy.dualPath = true;
    bench.judge->scores = {0.5F, 0.6F, 0.96F};
    const Turn turn = bench.ask(question);
    const Result<Turn> back = turnFromJson(toJson(turn));
    QVERIFY(back.has_value());
    QCOMPARE(*back, turn);
}

QTEST_GUILESS_MAIN(TestAgentPipeline)
#include "tst_agent_pipeline.moc"
