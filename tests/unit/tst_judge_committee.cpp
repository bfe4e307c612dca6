// SPDX-License-Identifier: Apache-2.0
#include "judge/judge.h"

#include <QCoro/QCoroTask>
#include <QtTest/QTest>

#include <random>

using namespace assay;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Overalls = QList<float>;

JudgeVote voteOf(float overall)
{
    JudgeVote vote;
    vote.judge = u"j"_s;
    vote.scores = {.accuracy = overall, .relevance = overall, .completeness = overall, .overall = overall};
    vote.reasoning = QString::number(static_cast<double>(overall));
    vote.usage = {.promptTokens = 10, .completionTokens = 1, .estimated = false};
    vote.cost = {.amount = Micros{7}, .estimated = false};
    return vote;
}

QList<JudgeVote> votesOf(const Overalls &overalls)
{
    QList<JudgeVote> votes;
    for (const float overall : overalls) {
        if (overall >= 0) {
            votes.append(voteOf(overall));
            continue;
        }
        JudgeVote none; // a judge that failed
        none.error = u"gone"_s;
        votes.append(none);
    }
    return votes;
}

/// A judge that waits a little and then gives its vote or fails.
class FixedJudge final : public Judge
{
public:
    explicit FixedJudge(float overall, std::chrono::milliseconds wait = 0ms)
        : m_overall(overall), m_wait(wait)
    {
    }
    QString name() const override { return u"fixed"_s; }
    QCoro::Task<Result<JudgeVote>> judge(JudgeRequest, CancelToken token) override
    {
        const bool waited = co_await sleepFor(m_wait, token);
        if (!waited)
            co_return fail(Errc::Cancelled, u"stopped"_s);
        if (m_overall < 0)
            co_return fail(Errc::Protocol, u"no verdict"_s);
        co_return voteOf(m_overall);
    }

private:
    float m_overall;
    std::chrono::milliseconds m_wait;
};

Result<Judgement> committee(const Overalls &overalls, CommitteeRule rule,
                            std::chrono::milliseconds wait = 0ms)
{
    QList<std::shared_ptr<Judge>> judges;
    for (const float overall : overalls)
        judges.append(std::make_shared<FixedJudge>(overall, wait));
    return QCoro::waitFor(judgeByCommittee(judges, {}, rule, 0.75F, {}));
}

} // namespace

class TstJudgeCommittee : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void combinesVotes_data();
    void combinesVotes();
    void dimensionsAreJoinedEachForItself();
    void vetoSpeaksWithOneVoice();
    void disagreementCallsForAPerson();
    void sumsUsageAndCostOfAll();
    void oneHostileVoteMovesTheMedianAtMostToItsNeighbour();
    void asksAllJudgesAtOnce();
    void aFailedJudgeIsAbsentNotZero();
    void failsWhenEveryJudgeFailed();
    void anEmptyCommitteeIsAnError();
};

void TstJudgeCommittee::combinesVotes_data()
{
    QTest::addColumn<Overalls>("votes");
    QTest::addColumn<CommitteeRule>("rule");
    QTest::addColumn<float>("overall"); // below 0: absent
    using enum CommitteeRule;
    QTest::newRow("mean of three") << Overalls{0.5F, 0.75F, 1.0F} << Mean << 0.75F;
    QTest::newRow("mean leaves out a missing vote") << Overalls{0.5F, -1, 1.0F} << Mean << 0.75F;
    QTest::newRow("median of three") << Overalls{1.0F, 0.0F, 0.8F} << Median << 0.8F;
    QTest::newRow("median of two is their middle") << Overalls{0.5F, 1.0F} << Median << 0.75F;
    QTest::newRow("median of one") << Overalls{0.3F} << Median << 0.3F;
    QTest::newRow("majority reached: the winners' median") << Overalls{0.8F, 1.0F, 0.1F} << Majority << 0.9F;
    QTest::newRow("majority missed: the others' median") << Overalls{0.2F, 1.0F, 0.4F} << Majority << 0.3F;
    QTest::newRow("a tie is no majority") << Overalls{0.9F, 0.5F} << Majority << 0.5F;
    QTest::newRow("a vote at the threshold reaches it") << Overalls{0.75F, 0.75F, 0.1F} << Majority << 0.75F;
    QTest::newRow("missing votes do not count in a majority") << Overalls{0.9F, -1, -1} << Majority << 0.9F;
    QTest::newRow("veto: the lowest") << Overalls{0.9F, 0.2F, 1.0F} << Veto << 0.2F;
    QTest::newRow("veto leaves out a missing vote") << Overalls{0.9F, -1, 1.0F} << Veto << 0.9F;
    QTest::newRow("no vote at all") << Overalls{} << Mean << -1.0F;
    QTest::newRow("only missing votes") << Overalls{-1, -1} << Veto << -1.0F;
}

void TstJudgeCommittee::combinesVotes()
{
    QFETCH(Overalls, votes);
    QFETCH(CommitteeRule, rule);
    QFETCH(float, overall);
    const Judgement judgement = combineVotes(votesOf(votes), rule, 0.75F);
    QCOMPARE(judgement.rule, rule);
    QCOMPARE(judgement.votes, votesOf(votes));
    if (overall < 0) {
        QCOMPARE(judgement.scores, Scores{});
        QVERIFY(!judgement.disagreement);
        return;
    }
    QVERIFY(judgement.scores.overall.has_value());
    QCOMPARE(*judgement.scores.overall, overall);
    QCOMPARE(*judgement.scores.accuracy, overall);
}

void TstJudgeCommittee::dimensionsAreJoinedEachForItself()
{
    QList<JudgeVote> votes = votesOf({0.2F, 0.4F, 0.6F});
    votes[0].scores.accuracy = 1.0F;
    const Judgement judgement = combineVotes(votes, CommitteeRule::Median, 0.75F);
    QCOMPARE(*judgement.scores.accuracy, 0.6F);
    QCOMPARE(*judgement.scores.overall, 0.4F);
    QCOMPARE(judgement.reasoning, votes.at(1).reasoning);
}

void TstJudgeCommittee::vetoSpeaksWithOneVoice()
{
    QList<JudgeVote> votes = votesOf({0.9F, 0.3F});
    votes[1].scores.accuracy = 0.0F;
    votes[1].scores.relevance = 1.0F;
    votes[1].issues = {u"low_accuracy"_s};
    votes[0].issues = {u"low_accuracy"_s, u"x"_s};
    const Judgement judgement = combineVotes(votes, CommitteeRule::Veto, 0.75F);
    QCOMPARE(judgement.scores, votes.at(1).scores);
    QCOMPARE(judgement.reasoning, votes.at(1).reasoning);
    QCOMPARE(judgement.issues, (QStringList{u"low_accuracy"_s, u"x"_s}));
}

void TstJudgeCommittee::disagreementCallsForAPerson()
{
    const Judgement calm = combineVotes(votesOf({0.6F, 0.8F, 0.9F}), CommitteeRule::Mean, 0.75F);
    QVERIFY(qAbs(*calm.disagreement - 0.3F) < 1e-6F);
    QVERIFY(!calm.needsHuman);
    const Judgement torn = combineVotes(votesOf({0.5F, 0.9F}), CommitteeRule::Mean, 0.75F);
    QVERIFY(torn.needsHuman);
    const Judgement alone = combineVotes(votesOf({0.5F, -1}), CommitteeRule::Mean, 0.75F);
    QVERIFY(!alone.disagreement);
    QVERIFY(!alone.needsHuman);
}

void TstJudgeCommittee::sumsUsageAndCostOfAll()
{
    const Judgement judgement = combineVotes(votesOf({0.5F, 0.6F, 0.7F}), CommitteeRule::Median, 0.75F);
    QCOMPARE(judgement.usage.promptTokens, 30);
    QCOMPARE(judgement.cost.amount.value, 21);
}

void TstJudgeCommittee::oneHostileVoteMovesTheMedianAtMostToItsNeighbour()
{
    std::mt19937 random(31337);
    std::uniform_real_distribution<float> score(0.0F, 1.0F);
    for (int round = 0; round < 1000; ++round) {
        Overalls honest{score(random), score(random), score(random)};
        std::ranges::sort(honest);
        const float before = *combineVotes(votesOf(honest), CommitteeRule::Median, 0.75F).scores.overall;
        QCOMPARE(before, honest.at(1));
        for (qsizetype turned = 0; turned < 3; ++turned) {
            for (const float lie : {0.0F, 1.0F, score(random)}) {
                Overalls votes = honest;
                votes[turned] = lie;
                std::ranges::shuffle(votes, random);
                const float after =
                    *combineVotes(votesOf(votes), CommitteeRule::Median, 0.75F).scores.overall;
                QVERIFY(after >= honest.at(0) && after <= honest.at(2));
            }
        }
    }
}

void TstJudgeCommittee::asksAllJudgesAtOnce()
{
    QElapsedTimer clock;
    clock.start();
    const Result<Judgement> judgement =
        committee({0.5F, 0.6F, 0.7F, 0.8F, 0.9F}, CommitteeRule::Median, 300ms);
    QVERIFY(judgement.has_value());
    QCOMPARE(*judgement->scores.overall, 0.7F);
    QVERIFY2(clock.elapsed() < 900, qPrintable(QString::number(clock.elapsed())));
}

void TstJudgeCommittee::aFailedJudgeIsAbsentNotZero()
{
    const Result<Judgement> judgement = committee({0.8F, -1, 0.8F}, CommitteeRule::Mean);
    QVERIFY(judgement.has_value());
    QCOMPARE(*judgement->scores.overall, 0.8F);
    QCOMPARE(judgement->votes.size(), 3);
    QCOMPARE(judgement->votes.at(1).error, u"no verdict"_s);
    QCOMPARE(judgement->votes.at(1).judge, u"fixed"_s);
}

void TstJudgeCommittee::failsWhenEveryJudgeFailed()
{
    const Result<Judgement> judgement = committee({-1, -1}, CommitteeRule::Mean);
    QCOMPARE(judgement.error().code, Errc::Protocol);
    QCOMPARE(judgement.error().message, u"no verdict"_s);
}

void TstJudgeCommittee::anEmptyCommitteeIsAnError()
{
    QCOMPARE(committee({}, CommitteeRule::Mean).error().code, Errc::InvalidArgument);
}

QTEST_GUILESS_MAIN(TstJudgeCommittee)
#include "tst_judge_committee.moc"
