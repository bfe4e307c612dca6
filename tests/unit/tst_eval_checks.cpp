// SPDX-License-Identifier: Apache-2.0
// Every expectation of a scenario against an answer that meets it and one that does not.
#include "eval/eval_run.h"
#include "eval/further_judge.h"

#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

/// An answer that cites one of two documents, scored 0.9 for 0.002 dollars in 1.2 s and 150 tokens.
ScenarioAnswer goodAnswer()
{
    Candidate candidate{
        .model = u"fast-8b"_s, .answer = u"Card refunds arrive in 5–7 business days [1]."_s, .chosen = true};
    candidate.judgement =
        Judgement{.scores = {.accuracy = 0.95F, .relevance = 0.9F, .completeness = 0.85F, .overall = 0.9F},
                  .votes = {{.judge = u"rubric"_s, .scores = {.overall = 0.9F}}}};
    Turn turn{
        .question = u"How long?"_s,
        .status = TurnStatus::Passed,
        .evidence = {{.label = u"1"_s, .sourceId = u"kb/12#3"_s, .retriever = u"knowledge"_s, .cited = true},
                     {.label = u"2"_s, .sourceId = u"kb/13"_s, .retriever = u"chroma"_s}},
        .attempts = {{.candidates = {candidate}}},
        .bestAttempt = 1,
        .answer = candidate.answer,
        .usage = {.promptTokens = 100, .completionTokens = 50},
        .cost = {.amount = Micros{2000}},
        .latency = std::chrono::milliseconds(1200)};
    return {.turn = turn, .judgeRepeats = {0.8F, 0.95F}};
}

QStringList missedOf(const ScenarioResult &result)
{
    QStringList names;
    for (const ScenarioCheck &check : result.checks)
        if (!check.passed)
            names.append(check.name);
    return names;
}

Scenario asked(std::function<void(Scenario &)> change)
{
    Scenario scenario{.id = u"s"_s, .query = u"How long?"_s, .qualityThreshold = 0.0F};
    change(scenario);
    return scenario;
}

} // namespace

Q_DECLARE_METATYPE(assay::Scenario)

class TestEvalChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsEnforced_data()
    {
        QTest::addColumn<Scenario>("met");
        QTest::addColumn<Scenario>("missed");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *title, const QString &name, std::function<void(Scenario &)> met,
                            std::function<void(Scenario &)> missed) {
            QTest::newRow(title) << asked(std::move(met)) << asked(std::move(missed)) << name;
        };
        row(
            "a text that must be there", u"contains"_s, [](auto &s) { s.contains = {u"5-7 business"_s}; },
            [](auto &s) { s.contains = {u"2–3"_s}; });
        row(
            "upper and lower case count", u"contains"_s,
            [](auto &s) {
                s.contains = {u"card REFUNDS"_s};
                s.caseInsensitive = true;
            },
            [](auto &s) { s.contains = {u"card REFUNDS"_s}; });
        row(
            "a text that must not be there", u"not_contains"_s, [](auto &s) { s.notContains = {u"SEPA"_s}; },
            [](auto &s) { s.notContains = {u"Card"_s}; });
        row(
            "one of several texts", u"contains_any"_s,
            [](auto &s) {
                s.containsAny = {{u"weeks"_s, u"days"_s}};
            },
            [](auto &s) {
                s.containsAny = {{u"days"_s}, {u"weeks"_s, u"hours"_s}};
            });
        row(
            "a pattern", u"matches"_s, [](auto &s) { s.matches = u"\\d.\\d business"_s; },
            [](auto &s) { s.matches = u"^business"_s; });
        row(
            "the expected answer", u"expected_answer"_s,
            [](auto &s) {
                s.expected = u"Card refunds arrive in 5–7 business days."_s;
                s.match = AnswerMatch::Fuzzy;
            },
            [](auto &s) {
                s.expected = u"Card refunds arrive in 5–7 business days."_s;
                s.match = AnswerMatch::Exact;
            });
        row(
            "a tool", u"tool_call"_s,
            [](auto &s) {
                s.toolCalls = {u"knowledge"_s, u"chroma"_s};
            },
            [](auto &s) {
                s.toolCalls = {u"knowledge"_s, u"tavily"_s};
            });
        row(
            "a source must be cited, not only found", u"source"_s, [](auto &s) { s.sources = {u"kb/12"_s}; },
            [](auto &s) { s.sources = {u"kb/13"_s}; });
        row(
            "a passage, or the document it is of", u"source"_s,
            [](auto &s) {
                s.sources = {u"kb/12"_s, u"kb/12#3"_s};
            },
            [](auto &s) { s.sources = {u"kb/1"_s}; });
        row(
            "quality", u"quality"_s, [](auto &s) { s.qualityThreshold = 0.9F; },
            [](auto &s) { s.qualityThreshold = 0.91F; });
        row(
            "accuracy", u"accuracy"_s, [](auto &s) { s.bounds.accuracy = 0.95F; },
            [](auto &s) { s.bounds.accuracy = 0.96F; });
        row(
            "relevance", u"relevance"_s, [](auto &s) { s.bounds.relevance = 0.9F; },
            [](auto &s) { s.bounds.relevance = 0.95F; });
        row(
            "completeness", u"completeness"_s, [](auto &s) { s.bounds.completeness = 0.85F; },
            [](auto &s) { s.bounds.completeness = 0.9F; });
        row(
            "a score that nobody gave is not enough", u"safety"_s, [](auto &) {},
            [](auto &s) { s.bounds.safety = 0.1F; });
        row(
            "latency", u"max_latency"_s, [](auto &s) { s.maxLatency = std::chrono::milliseconds(1200); },
            [](auto &s) { s.maxLatency = std::chrono::milliseconds(1199); });
        row(
            "cost", u"max_cost"_s, [](auto &s) { s.maxCost = Micros{2000}; },
            [](auto &s) { s.maxCost = Micros{1999}; });
        row(
            "tokens", u"max_tokens"_s, [](auto &s) { s.maxTokens = 150; },
            [](auto &s) { s.maxTokens = 149; });
        row(
            "an answer where none can be known", u"abstention"_s, [](auto &) {},
            [](auto &s) { s.abstains = true; });
    }

    void everyFieldIsEnforced()
    {
        QFETCH(Scenario, met);
        QFETCH(Scenario, missed);
        QFETCH(QString, name);
        const ScenarioResult good = checkAnswer(met, 0, goodAnswer(), UtcTime{});
        QVERIFY2(good.passed, qPrintable(missedOf(good).join(u',')));
        const ScenarioResult bad = checkAnswer(missed, 0, goodAnswer(), UtcTime{});
        QVERIFY(!bad.passed);
        QCOMPARE(missedOf(bad), QStringList{name});
        QVERIFY(!std::ranges::find(bad.checks, false, &ScenarioCheck::passed)->detail.isEmpty());
    }

    void furtherScoresAreReadOrRefused_data()
    {
        QTest::addColumn<QString>("reply");
        QTest::addColumn<bool>("good");
        QTest::newRow("an object") << u"{\"safety\":1,\"coherence\":0.5,\"conciseness\":0}"_s << true;
        QTest::newRow("with prose around it")
            << u"Here: {\"safety\":1,\"coherence\":0.5,\"conciseness\":0.0} Done."_s << true;
        QTest::newRow("one missing") << u"{\"safety\":1,\"coherence\":0.5}"_s << false;
        QTest::newRow("a percentage") << u"{\"safety\":100,\"coherence\":0.5,\"conciseness\":0}"_s << false;
        QTest::newRow("two objects") << u"{\"safety\":1,\"coherence\":1,\"conciseness\":1} "
                                        "{\"safety\":0,\"coherence\":0,\"conciseness\":0}"_s
                                     << false;
        QTest::newRow("nothing") << u"I cannot."_s << false;
    }

    void furtherScoresAreReadOrRefused()
    {
        QFETCH(QString, reply);
        QFETCH(bool, good);
        const Result<FurtherScores> scores = parseFurtherScores(reply);
        QCOMPARE(scores.has_value(), good);
        if (good)
            QCOMPARE(*scores, (FurtherScores{.safety = 1.0F, .coherence = 0.5F, .conciseness = 0.0F}));
    }

    void noAnswerMeetsNothing()
    {
        ScenarioAnswer none;
        none.turn.status = TurnStatus::Errored;
        none.turn.error = u"The model cannot be reached."_s;
        const ScenarioResult result = checkAnswer(asked([](auto &) {}), 3, none, UtcTime{});
        QVERIFY(!result.passed);
        QCOMPARE(result.index, 3);
        QCOMPARE(result.checks.first().detail, u"The model cannot be reached."_s);
    }

    void abstentionIsRecognised_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("abstains");
        QTest::newRow("the offline model") << u"The knowledge base has nothing on this."_s << true;
        QTest::newRow("in other words") << u"The documents don’t say which discount applies."_s << true;
        QTest::newRow("in German") << u"Dazu steht nichts darüber in den Artikeln."_s << true;
        QTest::newRow("an answer") << u"Card refunds arrive in 5–7 business days [1]."_s << false;
        QTest::newRow("an invented answer") << u"The discount is 20 percent."_s << false;
    }

    void abstentionIsRecognised()
    {
        QFETCH(QString, answer);
        QFETCH(bool, abstains);
        QCOMPARE(isAbstention(answer), abstains);
    }

    void likenessCountsCharacters_data()
    {
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<double>("alike");
        QTest::newRow("kitten and sitting") << u"kitten"_s << u"sitting"_s << 1.0 - 3.0 / 7.0;
        QTest::newRow("umlauts count once") << u"Gebühr"_s << u"Gebuhr"_s << 1.0 - 1.0 / 6.0;
        QTest::newRow("the same") << u"a"_s << u" a "_s << 1.0;
        QTest::newRow("two empty ones") << QString() << QString() << 1.0;
        QTest::newRow("nothing in common") << u"ab"_s << u"cd"_s << 0.0;
    }

    void likenessCountsCharacters()
    {
        QFETCH(QString, expected);
        QFETCH(QString, answer);
        QFETCH(double, alike);
        QCOMPARE(similarityTo(expected, answer, AnswerMatch::Fuzzy), alike);
    }

    void resultSurvivesItsJson()
    {
        Scenario scenario = asked([](auto &s) {
            s.contains = {u"weeks"_s};
            s.toolCalls = {u"knowledge"_s};
        });
        ScenarioAnswer answer = goodAnswer();
        answer.extraCost = {.amount = Micros{7}, .estimated = true};
        answer.turn.attempts.first().candidates.first().judgement->issues = {u"low_accuracy"_s};
        const ScenarioResult result = checkAnswer(scenario, 4, answer, fromMicros(1'700'000'000'123'456));
        QCOMPARE(result.judgeRepeats, (QList{0.9F, 0.8F, 0.95F}));
        QVERIFY(std::abs(*result.judgeSpread() - 0.15F) < 1e-6F);
        const Result<ScenarioResult> back = scenarioResultFromJson(toJson(result));
        QVERIFY(back);
        QVERIFY(*back == result);
        QJsonObject damaged = toJson(result);
        damaged[u"quality"_s] = 7;
        QVERIFY(!scenarioResultFromJson(damaged));
    }

    void checklistCountsErrorsAsMissed()
    {
        EvalRun run{.total = 4};
        for (const float score : {1.0F, 0.95F, 0.94F})
            run.results.append({.id = QString::number(score),
                                .answer = u"a"_s,
                                .passed = true,
                                .scores = {.overall = score},
                                .latency = std::chrono::seconds(1),
                                .cost = {.amount = Micros{10'000}}});
        run.results.append({.id = u"e"_s, .status = TurnStatus::Errored, .error = u"no"_s});
        const AnalyticsTargets targets{.passRate = 0.5,
                                       .averageQuality = 0.98,
                                       .lowQuality = 0.02,
                                       .costPerQuery = 0.05,
                                       .latencyP95 = 5.0,
                                       .toolUse = 1.0};
        QMap<QString, TargetRow> rows;
        for (const TargetRow &row : targetRows(run, targets, 0.95F))
            rows.insert(row.key, row);
        QCOMPARE(*rows[u"pass_rate"_s].value, 0.5);
        QCOMPARE(*rows[u"pass_rate"_s].met(), true);
        QVERIFY(std::abs(*rows[u"average_quality"_s].value - 2.89 / 3.0) < 1e-6);
        QCOMPARE(*rows[u"average_quality"_s].met(), false);
        QVERIFY(std::abs(*rows[u"low_quality"_s].value - 1.0 / 3.0) < 1e-9);
        QCOMPARE(*rows[u"cost_per_query"_s].value, 0.0075);
        QCOMPARE(*rows[u"latency_p95"_s].value, 1.0);
        QCOMPARE(*rows[u"expectations"_s].value, 0.75);
        QVERIFY(!rows[u"tool_use"_s].met()); // nothing asked for a tool: neither met nor missed
        QVERIFY(!allMet(rows.values()));
    }

    void toolUseNeedsCallAndUse_data()
    {
        QTest::addColumn<bool>("cited");
        QTest::addColumn<QString>("tool");
        QTest::addColumn<bool>("denied");
        QTest::addColumn<double>("share");
        QTest::newRow("called and cited") << true << u"knowledge"_s << false << 1.0;
        QTest::newRow("called and not cited") << false << u"knowledge"_s << false << 0.0;
        QTest::newRow("cited, but another tool was wanted") << true << u"tavily"_s << false << 0.0;
        QTest::newRow("cited, but the answer denies it") << true << u"knowledge"_s << true << 0.0;
    }

    void toolUseNeedsCallAndUse()
    {
        QFETCH(bool, cited);
        QFETCH(QString, tool);
        QFETCH(bool, denied);
        QFETCH(double, share);
        ScenarioAnswer answer = goodAnswer();
        answer.turn.evidence.first().cited = cited;
        if (denied)
            answer.turn.attempts.first().candidates.first().check.state = ResponseState::ToolResultsIgnored;
        EvalRun run{.total = 1};
        run.results = {checkAnswer(asked([&](auto &s) { s.toolCalls = {tool}; }), 0, answer, UtcTime{})};
        const QList<TargetRow> rows = targetRows(run, {.toolUse = 1.0}, 0.95F);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(*rows.first().value, share);
    }
};

QTEST_GUILESS_MAIN(TestEvalChecks)
#include "tst_eval_checks.moc"
