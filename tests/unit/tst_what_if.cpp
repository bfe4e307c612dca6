// SPDX-License-Identifier: Apache-2.0
// What a changed policy would have done: exactly where that is known, with an interval where it is not, and
// refused where nothing is.
#include "learning/what_if.h"
#include "unit/what_if_world.h"

#include <QtTest/QTest>

using namespace assay;
using namespace assay::test;

namespace {

/// @param share of the turns that run both tiers
RecordedTurns record(const World &world, int turns, const Policy &policy, double share)
{
    RecordedTurns recorded;
    for (int i = 0; i < turns; ++i)
        recorded.add(world.run(i, policy, world.draw(i, 7) < share));
    return recorded;
}

PolicyEdit to(const Policy &wanted)
{
    return [wanted](Policy &policy) { policy = wanted; };
}

Result<WhatIfAnswer> ask(const RecordedTurns &recorded, const Policy &wanted)
{
    return whatIf(recorded, LikeTurns(recorded), to(wanted));
}

struct Covered
{
    const char *name;
    WhatIfFigure WhatIfAnswer::*predicted;
    double Truth::*truth;
    int hits = 0;
};

} // namespace

class TestWhatIf final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withAllAttemptsRecordedTheAnswerIsTheTruth_data()
    {
        QTest::addColumn<float>("quality");
        QTest::addColumn<float>("confidence");
        QTest::addColumn<int>("retries");
        QTest::addColumn<int>("which");
        QTest::newRow("a lower quality threshold") << 0.90F << 0.75F << 3 << 0;
        QTest::newRow("a much lower one, one retry") << 0.60F << 0.75F << 1 << 0;
        QTest::newRow("more to the fast model") << 0.95F << 0.40F << 3 << 0;
        QTest::newRow("more to the premium model") << 0.95F << 0.95F << 3 << 0;
        QTest::newRow("all to the fast model, no retry") << 0.93F << 0.00F << 0 << 0;
        QTest::newRow("the cascade off") << 0.95F << 0.75F << 2 << 1;
        QTest::newRow("the gate off") << 0.95F << 0.50F << 3 << 2;
        QTest::newRow("no automatic retries") << 0.95F << 0.60F << 3 << 3;
        QTest::newRow("nothing changed but what is kept") << 1.00F << 0.75F << 3 << 0;
    }
    void withAllAttemptsRecordedTheAnswerIsTheTruth()
    {
        QFETCH(const float, quality);
        QFETCH(const float, confidence);
        QFETCH(const int, retries);
        QFETCH(const int, which);
        constexpr int turns = 2000;
        const World world(11);
        // No score reaches 1, so that every attempt of both tiers is made.
        const RecordedTurns recorded = record(world, turns, World::policy(1.0F), 1.0);
        Policy wanted = World::policy(quality, confidence, retries);
        wanted.cascade = which != 1;
        wanted.qualityGate = which != 2;
        wanted.autoRetry = which != 3;

        const Result<WhatIfAnswer> answer = ask(recorded, wanted);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
        QCOMPARE(answer->exact, turns);
        QCOMPARE(answer->estimated + answer->leftOut + answer->skipped, 0);
        const Truth truth = truthOf(world, turns, wanted);
        QCOMPARE(answer->passRate.predicted, truth.passRate);
        QCOMPARE(answer->cost.predicted, truth.cost);
        QCOMPARE(answer->premiumShare.predicted, truth.premiumShare);
        QCOMPARE(answer->retries.predicted, truth.retries);
        QCOMPARE(answer->p95.predicted, truth.p95);
        QCOMPARE(answer->passRate.low, answer->passRate.high);

        const Replay replay(recorded, to(wanted));
        for (int i = 0; i < turns; ++i) {
            const Turn rerun = world.run(i, wanted);
            const ReplayedTurn replayed = replay.turn(static_cast<std::size_t>(i));
            QVERIFY(!replayed.due);
            QCOMPARE(replayed.passed, rerun.status == TurnStatus::Passed);
            QCOMPARE(replayed.attempts, static_cast<int>(rerun.attempts.size()));
            QCOMPARE(replayed.costMicros, rerun.cost.amount.value);
            QCOMPARE(replayed.latencyUs, rerun.latency.count());
        }
    }

    void withoutAChangeNothingChanges()
    {
        const World world(3);
        const RecordedTurns recorded = record(world, 500, World::policy(), 0.0);
        const Result<WhatIfAnswer> answer = whatIf(recorded, LikeTurns(recorded), [](Policy &) {});
        QVERIFY(answer.has_value());
        QCOMPARE(answer->exact, 500);
        const Truth truth = truthOf(world, 500, World::policy());
        QCOMPARE(answer->passRate.recorded, truth.passRate);
        QCOMPARE(answer->passRate.predicted, truth.passRate);
        QCOMPARE(answer->cost.predicted, truth.cost);
        QCOMPARE(answer->p95.predicted, truth.p95);
        QCOMPARE(answer->toPass + answer->toFail, 0);
    }

    /// What exploration costs is no part of what a turn would cost.
    void explorationDoesNotCount()
    {
        const World world(3);
        const RecordedTurns plain = record(world, 500, World::policy(), 0.0);
        const RecordedTurns explored = record(world, 500, World::policy(), 0.3);
        const auto nothing = [](Policy &) {};
        const auto with = whatIf(explored, LikeTurns(explored), nothing);
        const auto without = whatIf(plain, LikeTurns(plain), nothing);
        QCOMPARE(with->cost, without->cost);
        QCOMPARE(with->p95, without->p95);
    }

    void flipsAreNamed()
    {
        const World world(5);
        const RecordedTurns recorded = record(world, 400, World::policy(0.95F, 0.75F, 0), 0.0);
        const Result<WhatIfAnswer> lower = ask(recorded, World::policy(0.90F, 0.75F, 0));
        QVERIFY(lower.has_value());
        QVERIFY(lower->toPass > 0);
        QCOMPARE(lower->toFail, 0);
        QCOMPARE(lower->toPassIds.size(), std::min<qsizetype>(100, lower->toPass));
        for (const QString &id : lower->toPassIds) {
            const int turn = id.mid(3).toInt();
            QCOMPARE(world.run(turn, World::policy(0.95F, 0.75F, 0)).status, TurnStatus::Failed);
            QCOMPARE(world.run(turn, World::policy(0.90F, 0.75F, 0)).status, TurnStatus::Passed);
        }
        const Result<WhatIfAnswer> higher = ask(recorded, World::policy(0.97F, 0.75F, 0));
        QVERIFY(higher->toFail > 0);
        QCOMPARE(higher->toPass, 0);
    }

    void whereNothingIsRecordedTheAnswerIsRefused_data()
    {
        QTest::addColumn<int>("turns");
        QTest::addColumn<double>("share");
        QTest::addColumn<Policy>("wanted");
        QTest::addColumn<QString>("said");
        QTest::newRow("too few turns") << 29 << 0.0 << World::policy(0.9F) << u"Only 29 judged turns"_s;
        QTest::newRow("a confidence that never went to the fast model")
            << 1000 << 0.0 << World::policy(0.95F, 0.30F) << u"to the fast model"_s;
        QTest::newRow("more retries than were ever made")
            << 1000 << 1.0 << World::policy(0.95F, 0.75F, 5) << u"asks for a retry"_s;
        Policy other = World::policy();
        other.premiumModel = u"unheard-of"_s;
        QTest::newRow("a model that never answered") << 1000 << 1.0 << other << u"Nothing can be said"_s;
        Policy checked = World::policy();
        checked.qaSubgraph = true;
        QTest::newRow("a check that was not made") << 1000 << 1.0 << checked << u"without the check"_s;
    }
    void whereNothingIsRecordedTheAnswerIsRefused()
    {
        QFETCH(const int, turns);
        QFETCH(const double, share);
        QFETCH(const Policy, wanted);
        QFETCH(const QString, said);
        const RecordedTurns recorded = record(World(8), turns, World::policy(), share);
        const Result<WhatIfAnswer> answer = ask(recorded, wanted);
        QVERIFY(!answer);
        QVERIFY2(answer.error().message.contains(said), qPrintable(answer.error().message));
    }

    /// 95 % intervals against the truth, over worlds that differ in their seed alone.
    void intervalsHoldTheTruth_data()
    {
        QTest::addColumn<Policy>("wanted");
        QTest::newRow("more to the fast model") << World::policy(0.95F, 0.60F);
        QTest::newRow("more to the premium model") << World::policy(0.95F, 0.88F);
        QTest::newRow("more to the fast model, and fewer retries") << World::policy(0.95F, 0.55F, 1);
        QTest::newRow("a slightly higher quality threshold") << World::policy(0.96F, 0.75F);
    }
    void intervalsHoldTheTruth()
    {
        QFETCH(const Policy, wanted);
        constexpr int worlds = 300;
        constexpr int turns = 3000;
        QList<Covered> all{{"pass rate", &WhatIfAnswer::passRate, &Truth::passRate},
                           {"cost", &WhatIfAnswer::cost, &Truth::cost},
                           {"premium share", &WhatIfAnswer::premiumShare, &Truth::premiumShare},
                           {"retries", &WhatIfAnswer::retries, &Truth::retries},
                           {"p95", &WhatIfAnswer::p95, &Truth::p95}};
        double width = 0.0;
        int answered = 0;
        for (int i = 0; i < worlds; ++i) {
            const World world(static_cast<std::uint64_t>(1000 + i));
            const RecordedTurns recorded = record(world, turns, World::policy(), 0.3);
            const Result<WhatIfAnswer> answer = ask(recorded, wanted);
            QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
            QVERIFY(answer->estimated > 0);
            ++answered;
            const Truth truth = truthOf(world, turns, wanted);
            width += answer->passRate.high - answer->passRate.low;
            for (Covered &one : all) {
                const WhatIfFigure figure = (*answer).*one.predicted;
                const double value = truth.*one.truth;
                one.hits += figure.low <= value + 1e-9 && value - 1e-9 <= figure.high ? 1 : 0;
            }
        }
        qInfo("pass rate interval is %.4f wide on average", width / worlds);
        double least = 1.0;
        for (const Covered &one : std::as_const(all)) {
            const double share = static_cast<double>(one.hits) / answered;
            qInfo("%s: %.1f %% of %d", one.name, 100.0 * share, answered);
            least = std::min(least, share);
        }
        QVERIFY2(least >= 0.93, "an interval misses the truth too often");
        QVERIFY2(width / worlds < 0.1, "an interval this wide says nothing");
    }
};

QTEST_GUILESS_MAIN(TestWhatIf)
#include "tst_what_if.moc"
