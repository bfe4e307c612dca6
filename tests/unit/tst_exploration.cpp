// SPDX-License-Identifier: Apache-2.0
// The agent runs the tier it did not choose, and what-if then knows what the agent itself would do.
#include "learning/what_if.h"
#include "unit/agent_fixture.h"
#include "unit/learning_samples.h"

#include <QtCore/QCryptographicHash>
#include <QtTest/QTest>

using namespace assay;
using namespace assay::test;

namespace {

quint32 hashOf(const QString &text)
{
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    return static_cast<quint32>(static_cast<std::uint8_t>(hash[0])) << 8 |
           static_cast<quint32>(static_cast<std::uint8_t>(hash[1]));
}

/// Answers the same prompt always alike, and every other one otherwise.
class HashModel final : public ChatModel
{
public:
    explicit HashModel(QString id) : m_id(std::move(id)) {}
    QString id() const override { return m_id; }
    bool isOffline() const override { return false; }
    QCoro::Task<Result<ChatReply>> complete(ChatRequest request, TokenSink sink, CancelToken) override
    {
        QString prompt = m_id;
        for (const PromptMessage &message : request.messages)
            prompt += message.text;
        const quint32 hash = hashOf(prompt);
        const QString text = u"Card refunds arrive within %1 business days [1]."_s.arg(hash);
        if (sink)
            sink(text);
        co_return ChatReply{
            .text = text, .model = m_id, .cost = {.amount = Micros{100 + static_cast<qint64>(hash % 900)}}};
    }

private:
    QString m_id;
};

class HashJudge final : public Judge
{
public:
    QString name() const override { return u"hash"_s; }
    QCoro::Task<Result<JudgeVote>> judge(JudgeRequest request, CancelToken) override
    {
        const float score = static_cast<float>(hashOf(request.answer) % 1000) / 1000.0F;
        co_return JudgeVote{
            .judge = u"hash"_s,
            .scores = {.accuracy = score, .relevance = score, .completeness = score, .overall = score},
            .reasoning = u"Missing: more of %1"_s.arg(request.answer.size()),
            .cost = {.amount = Micros{10}}};
    }
};

struct HashBench : Bench
{
    double share = 0.0;

    AgentParts hashParts()
    {
        AgentParts all = parts();
        all.model = [](const QString &id) -> Result<std::shared_ptr<ChatModel>> {
            return std::shared_ptr<ChatModel>(std::make_shared<HashModel>(id));
        };
        all.judges = [](const Policy &, const RubricPrompt &) -> Result<QList<std::shared_ptr<Judge>>> {
            return QList<std::shared_ptr<Judge>>{std::make_shared<HashJudge>()};
        };
        all.exploration = [this] { return share; };
        return all;
    }

    Turn run(int number)
    {
        Agent agent(hashParts());
        // Of all lengths and kinds, so that confidences differ.
        const QString text = u"How long do refunds %1 take"_s.arg(number) +
                             (number % 3 == 0 ? u" and why, or maybe not?"_s : u"?"_s);
        return QCoro::waitFor(
            agent.ask({.turnId = u"tn_%1"_s.arg(number), .threadId = u"th"_s, .question = text}, {}, {}));
    }
};

} // namespace

class TestExploration final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theOtherTierIsRunAndKeptApart()
    {
        HashBench bench;
        bench.policy.qualityThreshold = 1.0F;
        bench.policy.maxRetries = 1;
        const Turn plain = bench.run(1);
        bench.share = 1.0;
        const Turn explored = bench.run(1);
        QCOMPARE(explored.answer, plain.answer);
        QCOMPARE(explored.verdict, plain.verdict);
        QCOMPARE(explored.attempts.size(), plain.attempts.size());
        QCOMPARE(plain.attempts.first().candidates.size(), 1);
        const QList<Candidate> &candidates = explored.attempts.first().candidates;
        QCOMPARE(candidates.size(), 3);
        QCOMPARE(candidates.at(1).path, exploredPath(1));
        QCOMPARE(candidates.at(2).path, exploredPath(2));
        QVERIFY(candidates.at(1).tier != candidates.first().tier);
        QVERIFY(!candidates.at(1).chosen);
        QVERIFY(explored.cost.amount > plain.cost.amount); // honest: it was paid for
    }

    void onlyAShareOfTheTurnsExplores()
    {
        HashBench bench;
        bench.policy.maxRetries = 0;
        bench.share = 0.3;
        int explored = 0;
        for (int i = 0; i < 200; ++i)
            explored += bench.run(i).attempts.first().candidates.size() > 1 ? 1 : 0;
        QVERIFY2(explored > 40 && explored < 80, qPrintable(QString::number(explored)));
    }

    /// With all attempts recorded, what-if says exactly what the agent does when it is run again.
    void whatIfEqualsRunningTheAgentAgain_data()
    {
        QTest::addColumn<float>("quality");
        QTest::addColumn<float>("confidence");
        QTest::addColumn<int>("retries");
        QTest::newRow("a lower quality threshold") << 0.80F << 0.75F << 2;
        QTest::newRow("all to the premium model") << 0.90F << 1.00F << 2;
        QTest::newRow("all to the fast model, one retry") << 0.60F << 0.00F << 1;
        QTest::newRow("in between, none") << 0.50F << 0.80F << 0;
    }
    void whatIfEqualsRunningTheAgentAgain()
    {
        QFETCH(const float, quality);
        QFETCH(const float, confidence);
        QFETCH(const int, retries);
        constexpr int turns = 60;
        HashBench recording;
        recording.policy.qualityThreshold = 1.0F; // no score reaches it: every attempt is made
        recording.policy.maxRetries = 2;
        recording.share = 1.0;
        RecordedTurns recorded;
        for (int i = 0; i < turns; ++i)
            recorded.add(recording.run(i));
        QCOMPARE(std::ssize(recorded.turns), turns);

        HashBench again;
        again.policy.qualityThreshold = quality;
        again.policy.confidenceThreshold = confidence;
        again.policy.maxRetries = retries;
        const auto edit = [&](Policy &policy) { policy = again.policy; };
        const Replay replay(recorded, edit);
        double passed = 0.0;
        double cost = 0.0;
        for (int i = 0; i < turns; ++i) {
            const Turn rerun = again.run(i);
            const ReplayedTurn replayed = replay.turn(static_cast<std::size_t>(i));
            QVERIFY(!replayed.due);
            QCOMPARE(replayed.passed, rerun.status == TurnStatus::Passed);
            QCOMPARE(replayed.attempts, static_cast<int>(rerun.attempts.size()));
            QCOMPARE(replayed.costMicros, rerun.cost.amount.value);
            passed += rerun.status == TurnStatus::Passed ? 1.0 : 0.0;
            cost += static_cast<double>(rerun.cost.amount.value);
        }
        const Result<WhatIfAnswer> answer = whatIf(recorded, LikeTurns(recorded), edit);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
        QCOMPARE(answer->exact, turns);
        QCOMPARE(answer->passRate.predicted, passed / turns);
        QCOMPARE(answer->cost.predicted, cost / turns);
    }

    void theNextTurnUsesTheModelThatWasDeployed()
    {
        Bench bench;
        std::shared_ptr<const Classifier> deployed;
        AgentParts parts = bench.parts();
        parts.classifier = [&deployed] { return deployed; };
        Agent agent(parts);
        const auto ask = [&](const QString &text) {
            return QCoro::waitFor(agent.ask({.threadId = u"th"_s, .question = text}, {}, {}));
        };
        QCOMPARE(ask(question).route.predictor, LogisticModel::initial().name);
        Classifier trained = train(taughtExamples(1000), {})->classifier;
        trained.name = u"trained v1 (test)"_s;
        deployed = std::make_shared<const Classifier>(trained);
        const Turn easy = ask(u"what about the refund of number 3"_s);
        QCOMPARE(easy.route.predictor, u"trained v1 (test)"_s);
        QCOMPARE(easy.route.tier, Tier::Fast);
        QCOMPARE(ask(u"what about the deadlock of number 3"_s).route.tier, Tier::Premium);
        deployed.reset();
        QCOMPARE(ask(question).route.predictor, LogisticModel::initial().name);
    }
};

QTEST_GUILESS_MAIN(TestExploration)
#include "tst_exploration.moc"
