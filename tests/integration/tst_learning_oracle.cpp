// SPDX-License-Identifier: Apache-2.0
// Calibration and metrics against scikit-learn and scipy.
#include "learning/calibration.h"
#include "learning/classifier_metrics.h"
#include "support/python_oracle.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <cmath>
#include <random>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

struct Sample
{
    std::vector<Outcome> outcomes{};
    std::vector<double> at{}; ///< where the isotonic line is read: between and beyond the values, too
};

/// @param grain values are multiples of it, so that there are ties; 0 = none
Sample sampleOf(quint64 seed, int count, double slope, double shift, double grain)
{
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> flat(0.0, 1.0);
    Sample sample;
    for (int i = 0; i < count; ++i) {
        const double logit = 6.0 * flat(random) - 3.0;
        double value = slope * logit + shift;
        if (grain > 0.0)
            value = grain * std::round(value / grain);
        sample.outcomes.push_back({.value = value, .isTrue = flat(random) < 1.0 / (1.0 + std::exp(-logit))});
    }
    for (int i = 0; i <= 200; ++i)
        sample.at.push_back(-12.0 + 0.12 * i + 0.003);
    return sample;
}

QJsonObject scikitLearn(const Sample &sample)
{
    QJsonArray values;
    QJsonArray outcomes;
    QJsonArray at;
    for (const Outcome &one : sample.outcomes) {
        values.append(one.value);
        outcomes.append(one.isTrue ? 1 : 0);
    }
    for (const double value : sample.at)
        at.append(value);
    const QJsonObject question{{u"values"_s, values}, {u"outcomes"_s, outcomes}, {u"at"_s, at}};
    return test::askOracle(u"learning_oracle.py"_s, QJsonDocument(question)).object();
}

bool near(double a, double b, double tolerance)
{
    if (std::abs(a - b) <= tolerance)
        return true;
    qWarning("%.15g differs from %.15g", a, b);
    return false;
}

} // namespace

class TestLearningOracle final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void scikitLearnAgrees_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("slope");
        QTest::addColumn<double>("shift");
        QTest::addColumn<double>("grain");
        QTest::newRow("well calibrated") << 2000 << 1.0 << 0.0 << 0.0;
        QTest::newRow("too sure") << 2000 << 3.0 << 0.0 << 0.0;
        QTest::newRow("shifted") << 2000 << 0.5 << 1.5 << 0.0;
        QTest::newRow("many ties") << 2000 << 1.0 << 0.3 << 0.5;
        QTest::newRow("few") << 40 << 1.0 << 0.0 << 0.0;
    }
    void scikitLearnAgrees()
    {
        QFETCH(const int, count);
        QFETCH(const double, slope);
        QFETCH(const double, shift);
        QFETCH(const double, grain);
        const Sample sample = sampleOf(static_cast<quint64>(count), count, slope, shift, grain);
        const QJsonObject told = scikitLearn(sample);
        const Calibration isotonic = fitIsotonic(sample.outcomes);
        const QJsonArray line = told.value(u"isotonic"_s).toArray();
        for (std::size_t i = 0; i < sample.at.size(); ++i)
            QVERIFY(near(isotonic.probability(sample.at[i]), line.at(static_cast<qsizetype>(i)).toDouble(),
                         1e-9));
        // scikit-learn stops its search at a gradient of about 1e-5; ours goes on to 1e-10.
        const Calibration platt = fitPlatt(sample.outcomes);
        QVERIFY(near(platt.slope, told.value(u"platt_slope"_s).toDouble(), 1e-4));
        QVERIFY(near(platt.shift, told.value(u"platt_shift"_s).toDouble(), 1e-4));
        QVERIFY(
            near(fitTemperature(sample.outcomes).slope, told.value(u"temperature_slope"_s).toDouble(), 1e-5));
        std::vector<Predicted> predicted;
        for (const Outcome &one : sample.outcomes)
            predicted.push_back({.probability = Calibration{}.probability(one.value), .isTrue = one.isTrue});
        const ClassifierMetrics metrics = classifierMetrics(predicted);
        QVERIFY(near(metrics.auroc.value(), told.value(u"auroc"_s).toDouble(), 1e-9));
        QVERIFY(near(metrics.logLoss, told.value(u"log_loss"_s).toDouble(), 1e-9));
        QVERIFY(near(metrics.ece, told.value(u"ece"_s).toDouble(), 1e-9));
    }
};

QTEST_GUILESS_MAIN(TestLearningOracle)
#include "tst_learning_oracle.moc"
