// SPDX-License-Identifier: Apache-2.0
// Statistics of evaluations against values that were worked out elsewhere; tests/integration holds the same
// code against scipy, scikit-learn and krippendorff.
#include "eval/agreement.h"
#include "eval/run_comparison.h"

#include <QtTest/QTest>

#include <cmath>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

bool near(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) <= tolerance;
}

EvalRun runOf(const QList<std::pair<float, bool>> &outcomes)
{
    EvalRun run{.identity = {.suiteFingerprint = u"x"_s}, .total = static_cast<int>(outcomes.size())};
    for (const auto &[score, passed] : outcomes)
        run.results.append({.index = static_cast<int>(run.results.size()),
                            .id = u"s%1"_s.arg(run.results.size()),
                            .answer = u"a"_s,
                            .status = TurnStatus::Passed,
                            .passed = passed,
                            .scores = {.overall = score},
                            .latency = std::chrono::milliseconds(100)});
    return run;
}

QStringList idsOf(const RunComparison &comparison)
{
    QStringList ids;
    for (const ScenarioChange &one : comparison.changes)
        ids.append(one.id);
    return ids;
}

} // namespace

class TestEvalStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Darwin's maize: heights of 15 pairs, crossed minus self-fertilised, in eighths of an inch. Fisher
    /// found 863 + 863 of 32,768 assignments at least as extreme: p = 0.05267.
    /// @source R. A. Fisher, The Design of Experiments, 1935, section 21
    void fishersMaize()
    {
        const std::vector<double> differences{49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};
        const PairedDifference result = pairedDifference(differences);
        QVERIFY(result.isExact);
        QVERIFY(near(result.mean, 314.0 / 15.0));
        QVERIFY2(near(result.p, 1726.0 / 32768.0), qPrintable(QString::number(result.p, 'g', 12)));
        QVERIFY(result.interval->low < result.mean && result.mean < result.interval->high);
        QVERIFY(!result.isDistinguishable());
    }

    void mcNemarIsExact_data()
    {
        QTest::addColumn<int>("worse");
        QTest::addColumn<int>("better");
        QTest::addColumn<double>("p");
        QTest::newRow("nothing changed") << 0 << 0 << 1.0;
        QTest::newRow("as many either way") << 5 << 5 << 1.0;
        QTest::newRow("one against nine") << 1 << 9 << 22.0 / 1024.0;
        QTest::newRow("none against six") << 6 << 0 << 2.0 / 64.0;
    }

    void mcNemarIsExact()
    {
        QFETCH(int, worse);
        QFETCH(int, better);
        QFETCH(double, p);
        QVERIFY(near(mcNemar(worse, better), p, 1e-12));
    }

    void noDifferenceIsNotDistinguishable_data()
    {
        QTest::addColumn<QList<double>>("differences");
        QTest::addColumn<bool>("distinguishable");
        QTest::newRow("no pairs") << QList<double>{} << false;
        QTest::newRow("one pair") << QList<double>{0.5} << false;
        QTest::newRow("all the same") << QList<double>(100, 0.0) << false;
        QTest::newRow("two losses of the same size, which chance gives too")
            << QList<double>(2, -0.3) << false;
        QTest::newRow("ten losses of the same size") << QList<double>(10, -0.3) << true;
        QTest::newRow("one large loss among many that stayed")
            << (QList<double>(99, 0.0) + QList<double>{-1.0}) << false;
    }

    void noDifferenceIsNotDistinguishable()
    {
        QFETCH(QList<double>, differences);
        QFETCH(bool, distinguishable);
        QCOMPARE(pairedDifference(differences).isDistinguishable(), distinguishable);
    }

    /// 95 % intervals should hold the true mean in about 95 of 100 samples; BCa of 40 pairs of a skewed
    /// distribution comes a little short.
    void intervalsCoverTheTruth()
    {
        quint64 state = 42;
        const auto uniform = [&state] {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            return (static_cast<double>(state >> 11U) + 0.5) / 9007199254740992.0;
        };
        constexpr int samples = 400;
        int covered = 0;
        int falseAlarms = 0;
        for (int i = 0; i < samples; ++i) {
            std::vector<double> skewed(40);
            for (double &one : skewed)
                one = -std::log(uniform()) - 1.0; // exponential, mean 0
            const PairedDifference result =
                pairedDifference(skewed, {.resamples = 1000, .seed = static_cast<quint64>(i)});
            covered += result.interval->contains(0.0) ? 1 : 0;
            falseAlarms += result.isDistinguishable() ? 1 : 0;
        }
        QVERIFY2(covered >= samples * 90 / 100 && covered <= samples * 98 / 100,
                 qPrintable(QString::number(covered)));
        QVERIFY2(falseAlarms <= samples * 9 / 100, qPrintable(QString::number(falseAlarms)));
    }

    void normalQuantilesAreThoseOfTables()
    {
        QVERIFY(near(normalQuantile(0.975), normal975, 1e-9));
        QVERIFY(near(normalQuantile(0.5), 0.0, 1e-12));
        QVERIFY(near(normalCdf(-1.0), 0.15865525393145707, 1e-12));
    }

    /// @source K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011: two observers, ten
    /// articles, alpha = 0.095; four observers with missing values, nominal 0.743, interval 0.849
    void krippendorffsOwnExamples()
    {
        const std::vector<int> meg{0, 1, 0, 0, 0, 0, 0, 0, 1, 0};
        const std::vector<int> owen{1, 1, 1, 0, 0, 1, 0, 0, 0, 0};
        std::vector<std::vector<double>> binary;
        for (std::size_t i = 0; i < meg.size(); ++i)
            binary.push_back({static_cast<double>(meg[i]), static_cast<double>(owen[i])});
        QVERIFY(near(*krippendorffAlpha(binary, MeasureLevel::Nominal), 0.0952, 5e-4));

        const std::vector<std::vector<double>> four{{1, 1, 1},    {2, 2, 3, 2}, {3, 3, 3, 3}, {3, 3, 3, 3},
                                                    {2, 2, 2, 2}, {1, 2, 3, 4}, {4, 4, 4, 4}, {1, 1, 2, 1},
                                                    {2, 2, 2, 2}, {5, 5, 5},    {1, 1},       {3}};
        QVERIFY(near(*krippendorffAlpha(four, MeasureLevel::Nominal), 0.743, 5e-4));
        QVERIFY(near(*krippendorffAlpha(four, MeasureLevel::Interval), 0.849, 5e-4));
    }

    /// @source J. Cohen's kappa worked out by hand: 20 both yes, 5 and 10 one only, 15 both no: 0.4
    void kappaOfTwoReaders()
    {
        std::vector<int> a;
        std::vector<int> b;
        const auto add = [&](int count, int first, int second) {
            a.insert(a.end(), static_cast<std::size_t>(count), first);
            b.insert(b.end(), static_cast<std::size_t>(count), second);
        };
        add(20, 1, 1);
        add(5, 1, 0);
        add(10, 0, 1);
        add(15, 0, 0);
        QVERIFY(near(*cohenKappa(a, b), 0.4));
        QVERIFY(!cohenKappa(std::vector<int>(5, 1), std::vector<int>(5, 1)));
        QVERIFY(!cohenKappa({}, {}));
    }

    void correlations()
    {
        const std::vector<double> a{1, 2, 3, 4, 5};
        const std::vector<double> b{2, 4, 6, 8, 10};
        const std::vector<double> c{1, 8, 27, 64, 125};
        QVERIFY(near(*pearson(a, b), 1.0));
        QVERIFY(near(*spearman(a, c), 1.0));
        QVERIFY(*pearson(a, c) < 0.95);
        QVERIFY(near(*spearman(std::vector<double>{1, 2, 2, 3}, std::vector<double>{1, 3, 2, 4}),
                     0.948683298050514, 1e-12));
        QVERIFY(!pearson(a, std::vector<double>(5, 0.9)));
    }

    void judgesAgainstLabels()
    {
        const QByteArray text = "{\"id\":\"1\",\"label\":\"good\",\"scores\":{\"a\":0.99,\"b\":0.2}}\n"
                                "{\"id\":\"2\",\"label\":false,\"scores\":{\"a\":0.96,\"b\":0.1}}\n"
                                "\n{\"id\":\"3\",\"label\":\"bad\",\"scores\":{\"a\":0.1,\"b\":null}}\n"
                                "{\"id\":\"4\",\"label\":0.97,\"scores\":{\"a\":0.97,\"b\":1}}\n";
        const auto items = readLabels(text, u"labels.jsonl"_s, nullptr);
        QVERIFY(items);
        const AgreementReport report = agreementOf(*items, 0.95);
        QCOMPARE(report.judges.size(), 2);
        const JudgeAgreement &a = report.judges.first();
        QCOMPARE(a.confusion, (Confusion{.bothPass = 2, .judgeOnly = 1, .neither = 1}));
        QCOMPARE(*a.accuracy, 0.75);
        QVERIFY(near(*a.kappa, 0.5));
        QCOMPARE(report.judges.at(1).confusion, (Confusion{.bothPass = 1, .humanOnly = 1, .neither = 1}));
        const auto wrong = readLabels("{\"id\":\"1\",\"label\":\"great\"}", u"l.jsonl"_s, nullptr);
        QVERIFY(!wrong);
        QVERIFY(wrong.error().message.startsWith(u"l.jsonl:1: label"));
    }

    void lossesStandFirst()
    {
        const EvalRun before = runOf({{0.9F, true}, {0.9F, true}, {0.5F, false}, {0.8F, true}, {0.7F, true}});
        const EvalRun after = runOf({{0.8F, true}, {0.4F, false}, {0.9F, true}, {0.8F, true}, {0.9F, true}});
        const RunComparison comparison = compareRuns(before, after);
        QCOMPARE(idsOf(comparison), (QStringList{u"s1"_s, u"s0"_s, u"s3"_s, u"s4"_s, u"s2"_s}));
        QVERIFY(!comparison.hasRegressed());
        QCOMPARE(comparison.verdict(), u"The two runs are not distinguishable."_s);
        QCOMPARE(comparison.figures.first().key, u"quality"_s);
        QVERIFY(figureText(comparison.figures.first()).endsWith(u"not distinguishable"));
    }

    void aClearLossIsSaid()
    {
        QList<std::pair<float, bool>> good;
        QList<std::pair<float, bool>> bad;
        for (int i = 0; i < 30; ++i) {
            good.append({0.95F, true});
            bad.append({0.80F + static_cast<float>(i % 5) * 0.01F, i % 2 == 0});
        }
        const RunComparison loss = compareRuns(runOf(good), runOf(bad));
        QVERIFY(loss.hasRegressed());
        QVERIFY2(loss.verdict().startsWith(u"Worse: Quality"), qPrintable(loss.verdict()));
        const RunComparison gain = compareRuns(runOf(bad), runOf(good));
        QVERIFY(!gain.hasRegressed());
        QVERIFY(gain.verdict().startsWith(u"Better: Quality"));
    }

    void scenariosAreMatchedById()
    {
        EvalRun before = runOf({{0.9F, true}, {0.8F, true}});
        EvalRun after = before;
        after.results.removeFirst();
        after.results.append({.id = u"new"_s, .answer = u"a"_s, .status = TurnStatus::Passed});
        const RunComparison comparison = compareRuns(before, after);
        QCOMPARE(idsOf(comparison), QStringList{u"s1"_s});
        QCOMPARE(comparison.onlyBefore, QStringList{u"s0"_s});
        QCOMPARE(comparison.onlyAfter, QStringList{u"new"_s});
    }

    void aDifferenceBelowTheJudgesOwnIsMarked()
    {
        EvalRun before = runOf({{0.90F, true}, {0.90F, true}});
        EvalRun after = runOf({{0.85F, true}, {0.70F, true}});
        for (ScenarioResult &one : after.results)
            one.judgeRepeats = {*one.scores.overall, *one.scores.overall + 0.1F};
        const RunComparison comparison = compareRuns(before, after);
        QVERIFY(!comparison.changes.at(0).withinJudge);
        QVERIFY(comparison.changes.at(1).withinJudge);
        QVERIFY(near(static_cast<double>(*comparison.judgeSpread), 0.1, 1e-6));
    }
};

QTEST_GUILESS_MAIN(TestEvalStatistics)
#include "tst_eval_statistics.moc"
