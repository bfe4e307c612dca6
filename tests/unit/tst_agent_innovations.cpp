// SPDX-License-Identifier: Apache-2.0
// Every innovation of the deployment guide with its switch on and off.
#include "unit/agent_fixture.h"

#include <QtTest/QtTest>

using namespace assay;
using namespace assay::test;

class TestAgentInnovations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void innovation01_selfCorrectingGraph();
    void innovation02_confidenceScoring();
    void innovation03_dualPath();
    void innovation04_cragGrading();
    void innovation04_webSearchOnlyWhenTooLittleIsRelevant();
    void innovation05_responseValidator();
    void innovation06_toolResultValidator();
    void innovation07_telemetry();
    void innovation08_cascade();
    void innovation09_multiStrategyVote();
    void innovation10_qualityGate();
    void innovation11_qaSubgraph();
    void innovation12_activeLearning();
    void innovation13_committee();
    void innovation14_mandatoryToolContext();
    void innovation15_calibration();
    void retryStrategiesChangeWhatTheyNames_data();
    void retryStrategiesChangeWhatTheyNames();
};

static QString wholePrompt(const Turn &turn, qsizetype attempt)
{
    QString text;
    for (const PromptMessage &message : turn.attempts[attempt].candidates.last().prompt)
        text += message.role + u": "_s + message.text + u'\n';
    return text;
}

void TestAgentInnovations::innovation01_selfCorrectingGraph()
{
    Bench on;
    on.judge->scores = {0.60F, 0.97F};
    const Turn corrected = on.ask(question);
    QCOMPARE(corrected.attempts.size(), 2);
    QCOMPARE(corrected.status, TurnStatus::Passed);

    Bench off;
    off.policy.autoRetry = false;
    off.judge->scores = {0.60F, 0.97F};
    const Turn single = off.ask(question);
    QCOMPARE(single.attempts.size(), 1);
    QCOMPARE(single.status, TurnStatus::Failed);
}

void TestAgentInnovations::innovation02_confidenceScoring()
{
    const QString unsure =
        u"Refunds take a while, I think it is days.\nCONFIDENCE: 0.30\nSHOULD_SEARCH: true"_s;
    Bench on;
    on.policy.confidenceThreshold = 0.0F; // every turn goes direct
    on.fast->answers = {unsure, u"Card refunds arrive within five to seven business days [1]."_s};
    const Turn searched = on.ask(question);
    QCOMPARE(searched.attempts.size(), 1);
    QCOMPARE(searched.attempts.first().chosen()->path, u"search_first"_s);
    QCOMPARE(on.fast->requests.size(), 2);
    QVERIFY(!searched.answer.contains(u"CONFIDENCE"_s));
    QCOMPARE(searched.attempts.first().chosen()->cost.amount, Micros{200}); // the dropped draft is paid for
    for (const StageEvent &event : on.events)
        QVERIFY(!event.token.contains(u"CONFIDENCE"_s));

    Bench off;
    off.policy.confidenceThreshold = 0.0F;
    off.policy.confidenceScoring = false;
    off.fast->answers = {u"Refunds take a while, I think it is days."_s};
    const Turn direct = off.ask(question);
    QCOMPARE(direct.route.confidence, 0.5);
    QCOMPARE(direct.attempts.first().chosen()->path, u"direct"_s);
    QVERIFY(!wholePrompt(direct, 0).contains(u"ASSESS"_s));
}

void TestAgentInnovations::innovation03_dualPath()
{
    const auto prepared = [](Bench &bench) {
        bench.fast->answers = {u"The quick answer that is fine as it stands."_s};
        bench.premium->answers = {u"The thorough answer that cites its source [1]."_s};
        bench.judge->byText = {{bench.fast->answers.first(), 0.70F}, {bench.premium->answers.first(), 0.98F}};
        bench.fast->delay = bench.premium->delay = std::chrono::milliseconds(200);
    };
    Bench on;
    prepared(on);
    on.policy.dualPath = true;
    QElapsedTimer watch;
    watch.start();
    const Turn both = on.ask(question);
    QVERIFY(watch.elapsed() < 390); // side by side, not one after the other
    QCOMPARE(both.attempts.first().candidates.size(), 2);
    QCOMPARE(both.attempts.first().chosen()->model, u"premium-70b"_s);
    QCOMPARE(both.cost.amount, Micros{2 * 100 + 2 * 10});

    Bench off;
    prepared(off);
    const Turn one = off.ask(question);
    QCOMPARE(one.attempts.first().candidates.size(), 1);
}

void TestAgentInnovations::innovation04_cragGrading()
{
    const QString rare = u"How long do card refunds take in Lumen Studio please?"_s;
    const auto prepared = [&](Bench &bench) {
        bench.policy.cascade = false;
        bench.knowledge->found = {passage(
            u"seats"_s, u"A seat can be removed at the end of the month by an owner of the workspace."_s)};
    };
    Bench on;
    prepared(on);
    const Turn graded = on.ask(rare);
    QVERIFY(std::ranges::all_of(graded.evidence,
                                [](const Evidence &e) { return e.grade == Relevance::Irrelevant; }));
    QVERIFY(!graded.rewrittenQuery.isEmpty());
    QCOMPARE(on.knowledge->queries.size(), 2); // one rewrite, and only one
    QVERIFY(!wholePrompt(graded, 0).contains(u"seat can be removed"_s));

    Bench off;
    prepared(off);
    off.policy.gradeDocuments = false;
    const Turn ungraded = off.ask(rare);
    QVERIFY(ungraded.rewrittenQuery.isEmpty());
    QCOMPARE(off.knowledge->queries.size(), 1);
}

void TestAgentInnovations::innovation04_webSearchOnlyWhenTooLittleIsRelevant()
{
    const auto web = [] {
        auto retriever = std::make_shared<ScriptedRetriever>();
        retriever->retrieverName = u"web"_s;
        retriever->web = true;
        return retriever;
    };
    Bench enough;
    enough.policy.cascade = false;
    const auto unused = web();
    enough.knowledge->found.append(
        passage(u"refund-cards"_s,
                u"How long card refunds take depends on the bank; card refunds take five days."_s));
    enough.extraRetrievers = {unused};
    enough.ask(question);
    QVERIFY(unused->queries.isEmpty());

    Bench little;
    little.policy.cascade = false;
    little.knowledge->found = {};
    const auto used = web();
    little.extraRetrievers = {used};
    little.ask(question);
    QCOMPARE(used->queries, QStringList{question});
}

void TestAgentInnovations::innovation05_responseValidator()
{
    const auto prepared = [](Bench &bench) {
        bench.policy.cascade = false;
        bench.policy.maxRetries = 1;
        bench.judge->scores = {0.99F};
        bench.premium->answers = {u"Sorry, I couldn’t  find anything about that in our documents."_s,
                                  u"Card refunds arrive within five to seven business days [1]."_s};
    };
    Bench on;
    prepared(on);
    const Turn caught = on.ask(question);
    QCOMPARE(caught.attempts.size(), 2);
    QCOMPARE(caught.attempts[0].chosen()->check.state, ResponseState::ToolResultsIgnored);
    QVERIFY(caught.attempts[0].chosen()->judgement->issues.contains(u"tool_results_ignored"_s));
    QCOMPARE(caught.status, TurnStatus::Passed);

    Bench off;
    prepared(off);
    off.policy.responseValidator = false;
    const Turn missed = off.ask(question);
    QCOMPARE(missed.attempts.size(), 1);
}

void TestAgentInnovations::innovation06_toolResultValidator()
{
    const auto prepared = [](Bench &bench) {
        bench.policy.cascade = false;
        bench.policy.gradeDocuments = false;
        bench.knowledge->found = {
            passage(u"broken"_s, u"Error: connection refused while reading card refunds"_s),
            passage(u"good"_s,
                    u"Card refunds arrive within five to seven business days after the refund was made."_s)};
    };
    Bench on;
    prepared(on);
    const Turn checked = on.ask(question);
    QCOMPARE(checked.evidence[0].toolState, ToolResultState::Failed);
    QCOMPARE(checked.evidence[1].toolState, ToolResultState::Ok);
    QVERIFY(!wholePrompt(checked, 0).contains(u"connection refused"_s));

    Bench off;
    prepared(off);
    off.policy.toolResultValidator = false;
    const Turn unchecked = off.ask(question);
    QVERIFY(wholePrompt(unchecked, 0).contains(u"connection refused"_s));
}

void TestAgentInnovations::innovation07_telemetry()
{
    Bench on;
    on.ask(question);
    QCOMPARE(on.published.size(), 1);
    Bench off;
    off.policy.telemetry = false;
    off.ask(question);
    QVERIFY(off.published.isEmpty());
}

void TestAgentInnovations::innovation08_cascade()
{
    Bench on;
    on.policy.confidenceThreshold = 0.0F;
    QCOMPARE(on.ask(question).route.model, u"fast-8b"_s);
    Bench off;
    off.policy.confidenceThreshold = 0.0F;
    off.policy.cascade = false;
    QCOMPARE(off.ask(question).route.model, u"premium-70b"_s);
}

void TestAgentInnovations::innovation09_multiStrategyVote()
{
    const auto prepared = [](Bench &bench) {
        bench.fast->answers = {u"Card refunds arrive within five business days."_s};
        bench.premium->answers = {u"Invoices are numbered by year and month in every workspace [1]."_s};
        // The odd one out is judged best; the vote outweighs it.
        bench.judge->byText = {{bench.premium->answers.first(), 0.99F}, {bench.fast->answers.first(), 0.96F}};
    };
    Bench on;
    prepared(on);
    on.policy.multiStrategy = true;
    const Turn voted = on.ask(question);
    const Attempt &attempt = voted.attempts.first();
    QCOMPARE(attempt.candidates.size(), 3);
    QCOMPARE(attempt.chosen()->answer, on.fast->answers.first());
    QCOMPARE(attempt.chosen()->votes, 1);
    QCOMPARE(attempt.candidates.last().votes, 0);

    Bench off;
    prepared(off);
    QCOMPARE(off.ask(question).attempts.first().candidates.size(), 1);
}

void TestAgentInnovations::innovation10_qualityGate()
{
    Bench on;
    on.policy.maxRetries = 0;
    on.judge->scores = {0.60F};
    QCOMPARE(on.ask(question).status, TurnStatus::Failed);
    Bench off;
    off.policy.maxRetries = 0;
    off.policy.qualityGate = false;
    off.judge->scores = {0.60F};
    const Turn open = off.ask(question);
    QCOMPARE(open.status, TurnStatus::Passed);
    QCOMPARE(*open.verdict.score, 0.60F);
    QVERIFY(!open.verdict.reason.isEmpty());
}

void TestAgentInnovations::innovation11_qaSubgraph()
{
    const auto prepared = [](Bench &bench) {
        bench.policy.cascade = false;
        bench.policy.maxRetries = 0;
        bench.premium->answers = {u"Card refunds arrive within seven days [9]."_s};
    };
    Bench on;
    prepared(on);
    const Turn checked = on.ask(question);
    QCOMPARE(checked.status, TurnStatus::Failed);
    QCOMPARE(checked.attempts.first().chosen()->qa.passed, false);
    Bench off;
    prepared(off);
    off.policy.qaSubgraph = false;
    QCOMPARE(off.ask(question).status, TurnStatus::Passed);
}

void TestAgentInnovations::innovation12_activeLearning()
{
    Bench on;
    on.policy.cascade = false;
    const Turn recorded = on.ask(question);
    QVERIFY(recorded.learning.has_value());
    QCOMPARE(recorded.learning->toolUsed, true);
    QCOMPARE(recorded.learning->shouldUseTool, true);
    Bench off;
    off.policy.activeLearning = false;
    QVERIFY(!off.ask(question).learning.has_value());
}

void TestAgentInnovations::innovation13_committee()
{
    Bench on;
    on.policy.committee = true;
    on.policy.committeeSize = 3;
    on.policy.committeeRule = CommitteeRule::Median;
    on.policy.maxRetries = 0;
    on.judge->scores = {0.10F, 0.96F, 0.97F};
    const Turn judged = on.ask(question);
    const Judgement &judgement = *judged.attempts.first().chosen()->judgement;
    QCOMPARE(judgement.votes.size(), 3);
    QCOMPARE(*judgement.scores.overall, 0.96F);
    QCOMPARE(judgement.needsHuman, true);
    Bench off;
    off.policy.maxRetries = 0;
    off.judge->scores = {0.10F, 0.96F, 0.97F};
    const Turn single = off.ask(question);
    QCOMPARE(single.attempts.first().chosen()->judgement->votes.size(), 1);
}

void TestAgentInnovations::innovation14_mandatoryToolContext()
{
    const auto prepared = [](Bench &bench) {
        bench.policy.cascade = false;
        bench.policy.maxRetries = 1;
        bench.policy.retryStrategy = RetryStrategy::StrongerPrompt;
        bench.judge->scores = {0.50F};
    };
    Bench on;
    prepared(on);
    const Turn with = on.ask(question);
    for (qsizetype attempt = 0; attempt < 2; ++attempt) {
        const QString prompt = wholePrompt(with, attempt);
        QVERIFY(prompt.contains(u"RESULTS"_s));
        QVERIFY(prompt.indexOf(u"RESULTS"_s) > prompt.indexOf(question)); // after the question
    }
    Bench off;
    prepared(off);
    off.policy.mandatoryToolContext = false;
    const Turn without = off.ask(question);
    QVERIFY(wholePrompt(without, 0).contains(u"RESULTS"_s));
    QVERIFY(!wholePrompt(without, 1).contains(u"RESULTS"_s));
}

void TestAgentInnovations::innovation15_calibration()
{
    Bench on;
    const Turn calibrated = on.ask(question);
    QCOMPARE(calibrated.route.predictor, LogisticModel::initial().name);
    QVERIFY(!calibrated.route.contributions.isEmpty());
    Bench off;
    off.policy.calibration = false;
    const Turn byRule = off.ask(question);
    QCOMPARE(byRule.route.predictor, u"rule of thumb"_s);
    QVERIFY(calibrated.route.confidence != byRule.route.confidence);
}

void TestAgentInnovations::retryStrategiesChangeWhatTheyNames_data()
{
    QTest::addColumn<RetryStrategy>("strategy");
    QTest::addColumn<QString>("inPrompt");
    QTest::addColumn<QString>("model");
    QTest::newRow("same inputs: nothing") << RetryStrategy::SameInputs << QString() << u"fast-8b"_s;
    QTest::newRow("stronger prompt: the stricter text")
        << RetryStrategy::StrongerPrompt << u"STRONGER"_s << u"fast-8b"_s;
    QTest::newRow("upgrade model: the premium model")
        << RetryStrategy::UpgradeModel << QString() << u"premium-70b"_s;
    QTest::newRow("refine: the previous answer")
        << RetryStrategy::RefineResponse << u"REFINE"_s << u"fast-8b"_s;
    QTest::newRow("force tools: the results and the demand")
        << RetryStrategy::ForceToolCall << u"FORCE"_s << u"fast-8b"_s;
}

void TestAgentInnovations::retryStrategiesChangeWhatTheyNames()
{
    QFETCH(RetryStrategy, strategy);
    QFETCH(QString, inPrompt);
    QFETCH(QString, model);
    Bench bench;
    bench.policy.confidenceThreshold = 0.0F;
    bench.policy.retryStrategy = strategy;
    bench.policy.maxRetries = 1;
    bench.judge->scores = {0.50F};
    const Turn turn = bench.ask(question);
    QCOMPARE(turn.attempts.size(), 2);
    QCOMPARE(turn.attempts[1].retryStrategy, strategy);
    QVERIFY(!turn.attempts[1].changes.isEmpty());
    QCOMPARE(turn.attempts[1].chosen()->model, model);
    QVERIFY(!wholePrompt(turn, 0).contains(u"STRONGER"_s));
    QVERIFY(inPrompt.isEmpty() || wholePrompt(turn, 1).contains(inPrompt));
}

QTEST_GUILESS_MAIN(TestAgentInnovations)
#include "tst_agent_innovations.moc"
