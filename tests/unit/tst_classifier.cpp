// SPDX-License-Identifier: Apache-2.0
// Learning from recorded turns: what is collected, what training makes of it, and how good that is.
#include "learning/quality_gate.h"
#include "learning/trainer.h"
#include "unit/learning_samples.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace assay;
using namespace assay::test;

namespace {

Turn turnOf(Tier tier, float score, Label label = Label::None)
{
    Turn turn{.id = u"tn_1"_s, .threadId = u"th_1"_s, .question = u"How long do refunds take?"_s};
    Judgement judgement;
    judgement.scores.overall = score;
    Attempt attempt{.candidates = {{.tier = tier, .answer = u"."_s, .judgement = judgement, .chosen = true}}};
    attempt.policy.qaSubgraph = false;
    attempt.verdict = gateVerdict(attempt.candidates.first(), attempt.policy);
    turn.attempts = {attempt};
    turn.bestAttempt = 1;
    turn.label = label;
    return turn;
}

} // namespace

Q_DECLARE_METATYPE(std::optional<bool>)

class TestClassifier final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTurnTeachesWhetherTheFastPathDoes_data()
    {
        QTest::addColumn<Turn>("turn");
        QTest::addColumn<std::optional<bool>>("passed");
        QTest::newRow("a fast answer above the threshold")
            << turnOf(Tier::Fast, 0.93F) << std::optional(true);
        QTest::newRow("a fast answer below it") << turnOf(Tier::Fast, 0.89F) << std::optional(false);
        QTest::newRow("a premium answer does not tell")
            << turnOf(Tier::Premium, 0.99F) << std::optional<bool>();
        QTest::newRow("an operator's bad outweighs the judge")
            << turnOf(Tier::Fast, 0.99F, Label::Bad) << std::optional(false);
        QTest::newRow("and a good, too") << turnOf(Tier::Fast, 0.50F, Label::Good) << std::optional(true);
    }
    void aTurnTeachesWhetherTheFastPathDoes()
    {
        QFETCH(const Turn, turn);
        QFETCH(const std::optional<bool>, passed);
        const auto example = trainingExampleOf(turn, {.qualityThreshold = 0.90F});
        QVERIFY(example.has_value());
        QVERIFY(example->fastPathPassed == passed);
    }

    void aLineHasWhatOthersWriteAndIsReadBack()
    {
        const auto example =
            trainingExampleOf(turnOf(Tier::Fast, 0.93F), {.redact = [](const QString &text) {
                                  return QString(text).replace(u"refunds"_s, u"[redacted]"_s);
                              }});
        const QJsonObject json = toJson(*example);
        QCOMPARE(json.value(u"query"_s).toString(), u"How long do [redacted] take?"_s);
        const QJsonObject features = json.value(u"features"_s).toObject();
        for (const QString &name : {u"has_doc_keywords"_s, u"has_version"_s, u"is_factual"_s, u"is_howto"_s})
            QVERIFY2(features.value(name).isDouble(), qPrintable(name));
        QCOMPARE(features.value(u"query_length"_s).toInt(), 28);
        const auto read = readTrainingData(QJsonDocument(json).toJson(QJsonDocument::Compact) + "\n");
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QVERIFY(read->front() == *example);
        QVERIFY(!readTrainingData(R"({"query":"a","tool_used":true})"));
    }

    void trainingFindsWhatDecides()
    {
        const Result<Trained> trained = train(taughtExamples(3000), {});
        QVERIFY2(trained, trained ? "" : qPrintable(trained.error().message));
        const TrainingReport &report = trained->report;
        QVERIFY2(report.test.accuracy > 0.80, qPrintable(QString::number(report.test.accuracy)));
        QVERIFY(report.test.auroc.value() > 0.80);
        QVERIFY(report.test.ece < 0.06);
        QVERIFY(report.beatsBaseline());
        QCOMPARE(report.trained + report.calibrated + report.test.count, 3000);
        const Prediction easy = trained->classifier.predict(u"what about the refund of number 7"_s);
        const Prediction hard = trained->classifier.predict(u"what about the deadlock of number 7"_s);
        QVERIFY(easy.confidence > 0.75 && hard.confidence < 0.35);
        QVERIFY(std::ranges::any_of(easy.contributions, [](const Contribution &one) {
            return one.feature.contains(u"refund"_s) && one.weight > 0;
        }));
    }

    void theSameSeedTrainsTheSameModel()
    {
        const auto examples = taughtExamples(600);
        const Result<Trained> first = train(examples, {.seed = 4});
        const Result<Trained> again = train(examples, {.seed = 4});
        const Result<Trained> other = train(examples, {.seed = 5});
        QVERIFY(first->classifier.weights == again->classifier.weights);
        QVERIFY(first->classifier.weights != other->classifier.weights);
    }

    void threadsAreNeverParted()
    {
        const auto examples = taughtExamples(900);
        const Result<Trained> trained = train(examples, {});
        QHash<QString, int> held;
        for (const TrainingExample &one : trained->canary)
            ++held[one.threadId];
        // Canaries are the first of the held-out ones: whole threads but for the last.
        int whole = 0;
        for (const int count : std::as_const(held))
            whole += count == 3 ? 1 : 0;
        QVERIFY(whole >= held.size() - 1);
    }

    void tooLittleIsRefused_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("oneClass");
        QTest::newRow("99 examples") << 99 << false;
        QTest::newRow("one class alone") << 500 << true;
    }
    void tooLittleIsRefused()
    {
        QFETCH(const int, count);
        QFETCH(const bool, oneClass);
        auto examples = taughtExamples(count);
        if (oneClass)
            for (TrainingExample &one : examples)
                one.fastPathPassed = true;
        const Result<Trained> trained = train(examples, {});
        QVERIFY(!trained);
        QCOMPARE(trained.error().code, Errc::InvalidArgument);
    }

    void metricsByHand()
    {
        const std::vector<Predicted> four{{.probability = 0.9, .isTrue = true},
                                          {.probability = 0.8, .isTrue = false},
                                          {.probability = 0.3, .isTrue = false},
                                          {.probability = 0.2, .isTrue = true}};
        const ClassifierMetrics metrics = classifierMetrics(four);
        QCOMPARE(metrics.accuracy, 0.5);
        QCOMPARE(metrics.auroc.value(), 0.5);
        QCOMPARE(metrics.ece, (0.1 + 0.8 + 0.3 + 0.8) / 4);
        // The surest first: right, then wrong (0.8 and 0.2 are as sure), wrong, right.
        QVERIFY(std::abs(metrics.aurc - (0.0 + 1.0 / 2 + 2.0 / 3 + 2.0 / 4) / 4) < 1e-12);
    }

    void aCrookedClassifierIsMadeStraight_data()
    {
        QTest::addColumn<double>("slope");
        QTest::addColumn<double>("shift");
        QTest::newRow("too sure") << 3.0 << 0.0;
        QTest::newRow("not sure enough") << 0.2 << 0.0;
        QTest::newRow("shifted") << 1.0 << 1.5;
    }
    void aCrookedClassifierIsMadeStraight()
    {
        QFETCH(const double, slope);
        QFETCH(const double, shift);
        std::mt19937_64 random(3);
        std::uniform_real_distribution<double> flat(0.0, 1.0);
        std::vector<Outcome> outcomes;
        for (int i = 0; i < 4000; ++i) {
            const double logit = 6.0 * flat(random) - 3.0;
            outcomes.push_back(
                {.value = slope * logit + shift, .isTrue = flat(random) < 1.0 / (1.0 + std::exp(-logit))});
        }
        const Calibration chosen = chooseCalibration(outcomes);
        QVERIFY(chosen.kind != CalibrationKind::None);
        std::vector<Predicted> predicted;
        for (const Outcome &one : outcomes)
            predicted.push_back({.probability = chosen.probability(one.value), .isTrue = one.isTrue});
        QVERIFY2(classifierMetrics(predicted).ece < 0.03, qPrintable(tokenOf(chosen.kind)));
        QCOMPARE(chosen.kind, shift == 0.0 ? CalibrationKind::Temperature : CalibrationKind::Platt);
    }
};

QTEST_GUILESS_MAIN(TestClassifier)
#include "tst_classifier.moc"
