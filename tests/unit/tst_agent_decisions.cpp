// SPDX-License-Identifier: Apache-2.0
#include "agent/qa_subgraph.h"
#include "agent/response_validator.h"
#include "agent/self_assessment.h"
#include "agent/voting.h"
#include "learning/attempt_plan.h"
#include "learning/predictor.h"
#include "learning/quality_gate.h"
#include "learning/router.h"

#include <QtCore/QJsonArray>
#include <QtTest/QtTest>

#include <limits>

using namespace assay;
using namespace Qt::StringLiterals;

class TestAgentDecisions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void gateDecides_data();
    void gateDecides();
    void raisingTheConfidenceThresholdNeverLowersThePremiumShare();
    void confidenceEqualToTheThresholdGoesFast();
    void responseValidator_data();
    void responseValidator();
    void citationsFollowTheirSources();
    void selfAssessment_data();
    void selfAssessment();
    void aTrailerIsNeverShown();
    void upgradeFromPremiumBecomesAStrongerPrompt();
    void aModelChangedMidTurnIsObeyed();
    void bestAttemptPrefersTheFirstOfATie();
    void qaChecks_data();
    void qaChecks();
    void votesCountAgreement();
    void predictionIsAProbabilityForAnyText_data();
    void predictionIsAProbabilityForAnyText();
};

void TestAgentDecisions::gateDecides_data()
{
    QTest::addColumn<double>("score");
    QTest::addColumn<bool>("expected");
    QTest::newRow("0.95 as float meets 0.95") << static_cast<double>(0.95F) << true;
    QTest::newRow("0.949999988, which is 0.95f widened, meets 0.95") << 0.949999988 << true;
    QTest::newRow("0.9499 does not") << 0.9499 << false;
    QTest::newRow("1 does") << 1.0 << true;
    QTest::newRow("NaN never does") << std::numeric_limits<double>::quiet_NaN() << false;
    QTest::newRow("infinity never does") << std::numeric_limits<double>::infinity() << false;
}

static Candidate judgedWith(double score)
{
    Candidate candidate{.answer = u"An answer that is long enough."_s, .chosen = true};
    candidate.qa.passed = true;
    candidate.judgement = Judgement{.scores = {.overall = static_cast<float>(score)}};
    return candidate;
}

void TestAgentDecisions::gateDecides()
{
    QFETCH(double, score);
    QFETCH(bool, expected);
    QCOMPARE(gateVerdict(judgedWith(score), Policy{}).passed, expected);
}

void TestAgentDecisions::raisingTheConfidenceThresholdNeverLowersThePremiumShare()
{
    QFile file(QStringLiteral(ASSAY_SOURCE_DIR "/tests/data/knowledge_questions.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray traffic = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(traffic.size() >= 60);
    int before = -1;
    int atNone = 0;
    for (int step = 0; step <= 100; ++step) {
        Policy policy;
        policy.confidenceThreshold = static_cast<float>(step) / 100.0F;
        int premium = 0;
        for (const QJsonValue &one : traffic) {
            const Prediction prediction =
                predict(policy, LogisticModel::initial(), one.toObject().value(u"question").toString());
            premium += routeTurn(policy, prediction).tier == Tier::Premium ? 1 : 0;
        }
        if (step == 0)
            atNone = premium;
        QVERIFY2(premium >= before, qPrintable(u"threshold %1"_s.arg(step)));
        before = premium;
    }
    QCOMPARE(atNone, 0);
    QCOMPARE(before, traffic.size());
}

void TestAgentDecisions::confidenceEqualToTheThresholdGoesFast()
{
    Policy policy;
    policy.confidenceThreshold = 0.75F;
    QCOMPARE(routeTurn(policy, {.confidence = 0.75}).tier, Tier::Fast);
    QCOMPARE(routeTurn(policy, {.confidence = 0.7499}).tier, Tier::Premium);
    policy.cascade = false;
    QCOMPARE(routeTurn(policy, {.confidence = 1.0}).tier, Tier::Premium);
}

void TestAgentDecisions::responseValidator_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("results");
    QTest::addColumn<ResponseState>("expected");
    using enum ResponseState;
    QTest::newRow("no results: anything is valid") << u"I couldn't find that."_s << false << Valid;
    QTest::newRow("cites a result") << u"Refunds take five days [1]."_s << true << Valid;
    QTest::newRow("cites in words") << u"According to the policy, five days."_s << true << Valid;
    QTest::newRow("ignores, plain apostrophe")
        << u"I couldn't find that [1]."_s << true << ToolResultsIgnored;
    QTest::newRow("ignores, typographic apostrophe")
        << u"I couldn’t find that."_s << true << ToolResultsIgnored;
    QTest::newRow("ignores, doubled space") << u"I was unable  to\nfind it."_s << true << ToolResultsIgnored;
    QTest::newRow("part of a longer word is not the phrase")
        << u"It is a couldn't findable thing [1]."_s << true << Valid;
    QTest::newRow("ignores, in German") << u"Dazu habe ich nichts gefunden."_s << true << ToolResultsIgnored;
    QTest::newRow("no citation at all") << u"Refunds take five days."_s << true << MissingCitations;
    QTest::newRow("cites a label that is not there")
        << u"Refunds take five days [7]."_s << true << MissingCitations;
}

void TestAgentDecisions::responseValidator()
{
    QFETCH(QString, answer);
    QFETCH(bool, results);
    QFETCH(ResponseState, expected);
    QList<Evidence> evidence;
    if (results)
        evidence.append(
            {.label = u"1"_s, .text = u"Refunds take five days."_s, .grade = Relevance::Relevant});
    QCOMPARE(validateResponse(answer, evidence).state, expected);
}

void TestAgentDecisions::citationsFollowTheirSources()
{
    QCOMPARE(relabelCitations(u"One [1]. Two [2], [3] and [x]."_s, {{u"1"_s, u"2"_s}, {u"2"_s, u"1"_s}}),
             u"One [2]. Two [1], [3] and [x]."_s);
    QCOMPARE(relabelCitations(u"[1"_s, {{u"1"_s, u"2"_s}}), u"[1"_s);
    QCOMPARE(relabelCitations(QString(), {}), QString());
}

void TestAgentDecisions::selfAssessment_data()
{
    QTest::addColumn<QString>("draft");
    QTest::addColumn<double>("confidence"); // −1 = absent
    QTest::addColumn<bool>("search");
    QTest::addColumn<QString>("answer");
    QTest::newRow("a whole trailer") << u"Yes.\nCONFIDENCE: 0.4\nSHOULD_SEARCH: true\nREASON: unsure"_s << 0.4
                                     << true << u"Yes."_s;
    QTest::newRow("none") << u"Yes."_s << -1.0 << false << u"Yes."_s;
    QTest::newRow("inside a word of the answer")
        << u"overconfidence: 0.4"_s << -1.0 << false << u"overconfidence: 0.4"_s;
    QTest::newRow("an exponent is not a fraction")
        << u"Yes.\nCONFIDENCE: 1e-1"_s << -1.0 << false << u"Yes."_s;
    QTest::newRow("seven is not a fraction") << u"Yes.\nCONFIDENCE: 7"_s << -1.0 << false << u"Yes."_s;
    QTest::newRow("dotted capital I before the reason") << u"İ\nREASON:é"_s << -1.0 << false << u"İ"_s;
    QTest::newRow("sure") << u"Yes.\nConfidence: 0.9\nSHOULD_SEARCH: false"_s << 0.9 << false << u"Yes."_s;
}

void TestAgentDecisions::selfAssessment()
{
    QFETCH(QString, draft);
    QFETCH(double, confidence);
    QFETCH(bool, search);
    QFETCH(QString, answer);
    const SelfAssessment own = readSelfAssessment(draft);
    QCOMPARE(own.confidence.value_or(-1.0), confidence);
    QCOMPARE(own.wantsSearch(), search);
    QCOMPARE(own.answer, answer);
}

void TestAgentDecisions::aTrailerIsNeverShown()
{
    const QString draft = u"Refunds take days.\nCONFIDENCE: 0.4\nSHOULD_SEARCH: true"_s;
    for (qsizetype length = 0; length <= draft.size(); ++length)
        QVERIFY(showableLength(draft.left(length)) <= u"Refunds take days.\n"_s.size());
    QCOMPARE(showableLength(u"Con"_s + u"tracts end in June."_s), u"Contracts end in June."_s.size());
}

void TestAgentDecisions::upgradeFromPremiumBecomesAStrongerPrompt()
{
    Policy policy;
    policy.fastModel = u"fast"_s;
    policy.premiumModel = u"premium"_s;
    policy.retryStrategy = RetryStrategy::UpgradeModel;
    const AttemptPlan fast{.number = 1, .strategy = Strategy::Direct, .tier = Tier::Fast, .model = u"fast"_s};
    const AttemptPlan second = retryPlan(fast, {}, policy);
    QCOMPARE(second.model, u"premium"_s);
    QCOMPARE(second.strategy, Strategy::SearchFirst);
    QVERIFY(second.changes.contains(u"fast → premium"_s));
    const AttemptPlan third = retryPlan(second, {}, policy);
    QCOMPARE(third.model, u"premium"_s);
    QVERIFY(third.strongerPrompt);
}

void TestAgentDecisions::aModelChangedMidTurnIsObeyed()
{
    Policy policy;
    policy.premiumModel = u"new"_s;
    policy.retryStrategy = RetryStrategy::SameInputs;
    const AttemptPlan first{
        .number = 1, .strategy = Strategy::SearchFirst, .tier = Tier::Premium, .model = u"old"_s};
    const AttemptPlan second = retryPlan(first, {}, policy);
    QCOMPARE(second.model, u"new"_s);
    QVERIFY(second.changes.contains(u"old → new"_s));
}

void TestAgentDecisions::bestAttemptPrefersTheFirstOfATie()
{
    const auto attempt = [](int number, float score, bool answered) {
        Attempt one{.number = number};
        one.verdict.score = score;
        if (answered)
            one.candidates.append(judgedWith(static_cast<double>(score)));
        return one;
    };
    QCOMPARE(bestAttempt({}), 0);
    QCOMPARE(bestAttempt({attempt(1, 0.5F, true), attempt(2, 0.5F, true)}), 1);
    QCOMPARE(bestAttempt({attempt(1, 0.5F, true), attempt(2, 0.6F, true)}), 2);
    QCOMPARE(bestAttempt({attempt(1, 0.9F, false), attempt(2, 0.1F, true)}), 2);
}

void TestAgentDecisions::qaChecks_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("passed");
    QTest::newRow("a plain answer") << u"Refunds take five days [1]."_s << true;
    QTest::newRow("too short") << u"Five."_s << false;
    QTest::newRow("cites nothing that exists") << u"Refunds take five days [8]."_s << false;
    QTest::newRow("repeats its prompt") << u"You are a support engineer's assistant. Five days."_s << false;
    QTest::newRow("an open code block") << u"Run this:\n```\nassay ask"_s << false;
}

void TestAgentDecisions::qaChecks()
{
    QFETCH(QString, answer);
    QFETCH(bool, passed);
    const QaReport report =
        QaSubgraph::standard().run({.question = u"?"_s, .answer = answer, .evidence = {{.label = u"1"_s}}});
    QCOMPARE(report.passed, passed);
    QCOMPARE(report.checks.size(), 4);
}

void TestAgentDecisions::votesCountAgreement()
{
    QList<Candidate> three{judgedWith(0.9), judgedWith(0.8), judgedWith(0.99)};
    three[0].answer = u"Card refunds arrive within five business days."_s;
    three[1].answer = u"Within five business days card refunds arrive."_s;
    three[2].answer = u"Invoices carry a running number."_s;
    voteAmong(three);
    QCOMPARE(three[0].votes, 1);
    QVERIFY(three[0].chosen);
    QVERIFY(!three[2].chosen);
    QList<Candidate> none{Candidate{.error = u"gone"_s}};
    voteAmong(none);
    QVERIFY(!none[0].chosen);
}

void TestAgentDecisions::predictionIsAProbabilityForAnyText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("show is not how") << u"Show the invoice."_s;
    QTest::newRow("long") << u"why "_s.repeated(5000);
    QTest::newRow("emoji") << u"😀😀😀 ?"_s;
}

void TestAgentDecisions::predictionIsAProbabilityForAnyText()
{
    QFETCH(QString, text);
    const double calibrated = predictCalibrated(LogisticModel::initial(), text).confidence;
    QVERIFY(calibrated >= 0.0 && calibrated <= 1.0);
    const double rule = predictByRule(text).confidence;
    QVERIFY(rule >= 0.0 && rule <= 1.0);
    if (text.startsWith(u"Show"))
        QCOMPARE(featuresOf(text).complexity, 0.0);
}

QTEST_GUILESS_MAIN(TestAgentDecisions)
#include "tst_agent_decisions.moc"
