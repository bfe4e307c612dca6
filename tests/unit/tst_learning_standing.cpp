// SPDX-License-Identifier: Apache-2.0
// How predictions did over the weeks, what the guide expects of them, and whether what they rest on moved.
#include "learning/drift.h"
#include "learning/learning_progress.h"
#include "learning/trainer.h"
#include "unit/learning_samples.h"

#include <QtTest/QTest>

using namespace assay;
using namespace assay::test;

namespace {

constexpr UtcTime begin{std::chrono::days(20'000)};

TrainingExample asked(int day, double confidence, bool passed, const QString &query = u"What is it?"_s,
                      int standsFor = 1)
{
    return {.query = query,
            .fastPathPassed = passed,
            .confidence = confidence,
            .askedAt = begin + std::chrono::days(day),
            .standsFor = standsFor};
}

/// So many questions, of which a share passed, predicted with this confidence.
std::vector<TrainingExample> many(int count, const QString &query, double confidence, double passed)
{
    std::vector<TrainingExample> examples;
    for (int i = 0; i < count; ++i)
        examples.push_back(asked(0, confidence, i < passed * count, query));
    return examples;
}

const QString shortQuestion = u"Where is my invoice?"_s;
const QString longQuestion =
    u"Could you maybe explain how or why something in the migration of our old billing system might have "
    "broken the totals of the invoices, and what we should do about the customers who already paid?"_s;

} // namespace

class TestLearningStanding final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theGuideExpects_data()
    {
        QTest::addColumn<int>("week");
        QTest::addColumn<double>("accuracy");
        QTest::newRow("65 % in the first week") << 1 << 0.65;
        QTest::newRow("a third of the way in the second") << 2 << 0.70;
        QTest::newRow("80 % in the fourth") << 4 << 0.80;
        QTest::newRow("half of the rest in the eighth") << 8 << 0.875;
        QTest::newRow("95 % in the twelfth") << 12 << 0.95;
        QTest::newRow("and no more later") << 60 << 0.95;
    }
    void theGuideExpects()
    {
        QFETCH(const int, week);
        QFETCH(const double, accuracy);
        QVERIFY(qAbs(expectedAccuracy(week) - accuracy) < 1e-12);
    }

    void weeksAreCountedFromTheFirstTurn()
    {
        const std::vector<TrainingExample> examples{
            asked(3, 0.9, true),
            asked(9, 0.9, false),
            asked(9, 0.2, false),
            asked(24, 0.2, true),
            asked(24, 0.9, true, u"?"_s, 3),
            {.query = u"no time"_s, .fastPathPassed = true, .confidence = 0.9},
            {.query = u"no outcome"_s, .confidence = 0.9, .askedAt = begin}};
        const QList<LearningWeek> weeks = learningWeeks(examples);
        QCOMPARE(weeks.size(), 2);
        QCOMPARE(weeks.first().number, 1);
        QCOMPARE(weeks.first().turns, 3);
        QCOMPARE(weeks.first().right, 2);
        QCOMPARE(weeks.last().number, 4);
        QCOMPARE(weeks.last().turns, 4); // one stands for three
        QCOMPARE(weeks.last().right, 3);
        QVERIFY(learningWeeks({}).isEmpty());
    }

    void driftIsToldFromChance_data()
    {
        using Examples = std::vector<TrainingExample>;
        QTest::addColumn<Examples>("before");
        QTest::addColumn<Examples>("now");
        QTest::addColumn<QString>("moved"); // the feature that moved most, "calibration", or none
        const Examples usual = many(400, shortQuestion, 0.8, 0.8);
        QTest::newRow("the same questions and outcomes")
            << usual << many(200, shortQuestion, 0.8, 0.8) << QString();
        QTest::newRow("long questions where there were short ones")
            << usual << many(200, longQuestion, 0.8, 0.8) << u"query_length"_s;
        QTest::newRow("the same questions fail more often than predicted")
            << usual << many(200, shortQuestion, 0.8, 0.6) << u"calibration"_s;
        QTest::newRow("a difference that chance explains")
            << usual << many(60, shortQuestion, 0.8, 0.75) << QString();
    }
    void driftIsToldFromChance()
    {
        QFETCH(const std::vector<TrainingExample>, before);
        QFETCH(const std::vector<TrainingExample>, now);
        QFETCH(const QString, moved);
        const Result<DriftReport> drift = driftBetween(before, now);
        QVERIFY(drift.has_value());
        QCOMPARE(drift->moved(), !moved.isEmpty());
        QVERIFY(drift->calibration.has_value());
        QCOMPARE(drift->calibration->moved, moved == u"calibration");
        QStringList features;
        for (const FeatureDrift &one : drift->features)
            if (one.moved)
                features.append(one.feature);
        QCOMPARE(features.isEmpty(), moved.isEmpty() || moved == u"calibration");
        QVERIFY(features.isEmpty() || features.contains(moved));
    }

    void fewTurnsTellNoDrift()
    {
        const std::vector<TrainingExample> few = many(49, shortQuestion, 0.8, 0.8);
        const Result<DriftReport> drift = driftBetween(many(400, shortQuestion, 0.8, 0.8), few);
        QVERIFY(!drift);
        QVERIFY(drift.error().message.contains(u"49"_s));
        const Result<DriftReport> split = driftSince(few, begin + std::chrono::days(1));
        QVERIFY(!split);
    }

    void exploredTurnsStandForThoseThatWereNot()
    {
        // Learned from what was routed to the fast model alone, "migration" looks as easy as "refund".
        std::vector<TrainingExample> examples = taughtExamples(2000);
        for (TrainingExample &one : examples)
            if (one.query.contains(u"migration"_s) || one.query.contains(u"latency"_s))
                one.standsFor = 9;
        const Result<Trained> plain = train(taughtExamples(2000), {});
        const Result<Trained> weighed = train(examples, {});
        QVERIFY(plain && weighed);
        QCOMPARE(weighed->report.tested, plain->report.tested);
        QVERIFY(weighed->report.test.count > 2 * plain->report.test.count);
        const auto confidence = [](const Result<Trained> &trained) {
            return trained->classifier.predict(u"what about the invoice of number 1"_s).confidence;
        };
        QVERIFY(confidence(weighed) > 0.5 && confidence(plain) > 0.5);
        const auto passed = [](const Result<Trained> &trained) {
            const ClassifierMetrics &test = trained->report.test;
            return static_cast<double>(test.positives) / static_cast<double>(test.count);
        };
        QVERIFY(passed(plain) > 0.5 &&
                passed(weighed) < 0.45); // hard questions are rare among those routed fast
    }

    void aReportIsReadBackFromItsModel()
    {
        Result<Trained> trained = train(taughtExamples(600), {});
        QVERIFY(trained.has_value());
        const auto read = trainingReportFrom(trained->classifier.report);
        QVERIFY(read.has_value());
        TrainingReport expected = trained->report;
        expected.routing.reset();
        for (Contribution &one : expected.weights)
            one.value = 0.0;
        QCOMPARE(read->test, expected.test);
        QCOMPARE(read->shipped, expected.shipped);
        QCOMPARE(read->tested, expected.tested);
        QCOMPARE(read->calibration, expected.calibration);
        QCOMPARE(read->weights.size(), expected.weights.size());
        QCOMPARE(read->beatsBaseline(), expected.beatsBaseline());
        QVERIFY(!trainingReportFrom({}));
    }

    void trainingStopsWhenItIsTold()
    {
        TrainingOptions options{.token = CancelToken::make()};
        double told = 0.0;
        options.progress = [&](double share) {
            told = share;
            if (share > 0.3)
                options.token.cancel();
        };
        const Result<Trained> trained = train(taughtExamples(600), options);
        QVERIFY(!trained);
        QCOMPARE(trained.error().code, Errc::Cancelled);
        QVERIFY(told > 0.3 && told < 0.5);
    }
};

QTEST_APPLESS_MAIN(TestLearningStanding)
#include "tst_learning_standing.moc"
