// SPDX-License-Identifier: Apache-2.0
#include "turn/turn_json.h"

#include <QtCore/QJsonArray>
#include <QtTest/QtTest>

#include <random>

using namespace assay;
using namespace Qt::StringLiterals;

class TestTurnJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTripIsExact();
    void turnsFromBeforePromptVersionsRead();
    void absentScoresAreLeftOut();
    void floatsAreWrittenAsPeopleWroteThem();
    void everyFloatReadsBackAsItself();
    void wrongValuesAreNamed_data();
    void wrongValuesAreNamed();
    void everyEnumTokenReadsBack();
    void documentedNamesAreThere();
};

static Turn sample()
{
    Turn turn{.id = u"tn_1"_s,
              .threadId = u"th_1"_s,
              .number = 3,
              .question = u"Why twice? “quoted” 😀"_s,
              .askedAt = fromMicros(1'795'000'000'123'456),
              .status = TurnStatus::Failed};
    turn.route = {.confidence = 0.68,
                  .contributions = {{.feature = u"parts"_s, .value = 0.5, .weight = -1.6}},
                  .tier = Tier::Premium,
                  .strategy = Strategy::SearchFirst,
                  .reason = u"below"_s};
    turn.evidence = {{.label = u"1"_s, .sourceId = u"kb/1#0"_s, .grade = Relevance::Relevant, .cited = true}};
    Attempt attempt{.number = 1, .retryStrategy = RetryStrategy::RefineResponse, .changes = {u"a"_s}};
    Candidate candidate{.path = u"direct"_s,
                        .answer = u"x"_s,
                        .cost = {.amount = Micros{1'300}, .estimated = true},
                        .chosen = true};
    candidate.judgement = Judgement{.scores = {.accuracy = 0.95F, .overall = 0.949F},
                                    .votes = {JudgeVote{.judge = u"j"_s}},
                                    .disagreement = 0.25F};
    attempt.candidates = {candidate};
    attempt.verdict = {.passed = false, .score = 0.949F, .threshold = 0.95F};
    turn.attempts = {attempt};
    turn.bestAttempt = 1;
    turn.stages = {{.stage = Stage::Judge,
                    .attempt = 1,
                    .status = StageStatus::Done,
                    .duration = std::chrono::microseconds(610'000)}};
    turn.learning = LearningRecord{.toolUsed = true, .qualityScore = 0.949F};
    turn.prompts = {{.name = u"draft"_s, .version = 2, .hash = u"9f3a"_s}, {.name = u"judge"_s}};
    turn.label = Label::Bad;
    return turn;
}

void TestTurnJson::roundTripIsExact()
{
    const Turn turn = sample();
    const QByteArray bytes = QJsonDocument(toJson(turn)).toJson(QJsonDocument::Compact);
    const Result<Turn> back = turnFromJson(QJsonDocument::fromJson(bytes).object());
    QVERIFY(back.has_value());
    QCOMPARE(*back, turn);
}

void TestTurnJson::turnsFromBeforePromptVersionsRead()
{
    Turn turn = sample();
    QJsonObject json = toJson(turn);
    QVERIFY(json.contains(u"prompts"_s));
    json.remove(u"prompts"_s);
    const Result<Turn> back = turnFromJson(json);
    QVERIFY(back.has_value());
    turn.prompts.clear();
    QCOMPARE(*back, turn);
}

void TestTurnJson::absentScoresAreLeftOut()
{
    const QJsonObject json = toJson(sample());
    const QJsonObject scores = json[u"attempts"][0][u"candidates"][0][u"judgement"][u"scores"].toObject();
    QVERIFY(scores.contains(u"accuracy"_s));
    QVERIFY(!scores.contains(u"relevance"_s));
}

void TestTurnJson::floatsAreWrittenAsPeopleWroteThem()
{
    const QByteArray bytes = QJsonDocument(toJson(sample())).toJson(QJsonDocument::Compact);
    QVERIFY(bytes.contains("\"threshold\":0.95,") || bytes.contains("\"threshold\":0.95}"));
    QVERIFY(!bytes.contains("0.9499999"));
}

void TestTurnJson::everyFloatReadsBackAsItself()
{
    std::mt19937 random(7);
    std::uniform_real_distribution<float> unit(0.0F, 1.0F);
    for (int i = 0; i < 20'000; ++i) {
        Turn turn{.verdict = {.score = (unit(random) + unit(random) + unit(random)) / 3.0F}};
        const QByteArray bytes = QJsonDocument(toJson(turn)).toJson(QJsonDocument::Compact);
        const Result<Turn> back = turnFromJson(QJsonDocument::fromJson(bytes).object());
        QVERIFY(back.has_value());
        QCOMPARE(back->verdict.score, turn.verdict.score);
    }
}

void TestTurnJson::wrongValuesAreNamed_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("number is text") << u"number"_s << QJsonValue(u"three"_s);
    QTest::newRow("number is a fraction") << u"number"_s << QJsonValue(2.5);
    QTest::newRow("number is too large") << u"number"_s << QJsonValue(1e12);
    QTest::newRow("unknown status") << u"status"_s << QJsonValue(u"splendid"_s);
    QTest::newRow("time is not a time") << u"asked_at"_s << QJsonValue(u"yesterday"_s);
    QTest::newRow("attempts is an object") << u"attempts"_s << QJsonValue(QJsonObject{});
    QTest::newRow("evidence holds a number") << u"evidence"_s << QJsonValue(QJsonArray{1});
}

void TestTurnJson::wrongValuesAreNamed()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject json = toJson(sample());
    json.insert(key, value);
    const Result<Turn> back = turnFromJson(json);
    QVERIFY(!back.has_value());
    QCOMPARE(back.error().code, Errc::Corrupt);
    QVERIFY2(back.error().message.contains(key), qPrintable(back.error().message));
}

template<typename E>
static void readsBack()
{
    QVERIFY(!enumTokens<E>().empty());
    for (const EnumToken<E> &entry : enumTokens<E>())
        QCOMPARE(fromToken<E>(tokenOf(entry.value)), std::optional<E>(entry.value));
    QCOMPARE(fromToken<E>(u"no such token"), std::nullopt);
}

void TestTurnJson::everyEnumTokenReadsBack()
{
    readsBack<Tier>();
    readsBack<Strategy>();
    readsBack<RetryStrategy>();
    readsBack<Relevance>();
    readsBack<CommitteeRule>();
    readsBack<Stage>();
    readsBack<StageStatus>();
    readsBack<EvidenceKind>();
    readsBack<ToolResultState>();
    readsBack<ToolResultAction>();
    readsBack<ResponseState>();
    readsBack<TurnStatus>();
    readsBack<Label>();
    QCOMPARE(tokenOf(RetryStrategy::ForceToolCall), u"force_tool_call"_s);
    QCOMPARE(tokenOf(Strategy::SearchFirst), u"search_first"_s);
}

void TestTurnJson::documentedNamesAreThere()
{
    const QJsonObject json = toJson(sample());
    for (const char *key :
         {"id", "thread_id", "number", "question", "asked_at", "status", "offline", "route", "evidence",
          "attempts", "best_attempt", "answer", "verdict", "stages", "usage", "cost", "latency_us", "policy"})
        QVERIFY2(json.contains(QLatin1StringView(key)), key);
    QCOMPARE(json.value(u"asked_at").toString(), u"2026-11-18T11:06:40.123456Z"_s);
}

QTEST_GUILESS_MAIN(TestTurnJson)
#include "tst_turn_json.moc"
