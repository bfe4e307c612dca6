// SPDX-License-Identifier: Apache-2.0
// Statistics of evaluations against scipy, scikit-learn and krippendorff, on random data with ties, missing
// judges and skew. What is exact must agree to 1e-9; what is drawn at random, within what chance allows.
#include "eval/agreement.h"
#include "eval/paired.h"
#include "support/python_oracle.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <cmath>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

constexpr double exact = 1e-9;
constexpr double threshold = 0.95;

QJsonArray jsonOf(const std::vector<double> &values)
{
    QJsonArray all;
    for (const double value : values)
        all.append(value);
    return all;
}

/// What the other side makes of the cases, in their order.
QList<QJsonObject> oracle(const QJsonArray &cases)
{
    QList<QJsonObject> all;
    const QJsonArray answers = test::askOracle(u"eval_oracle.py"_s, QJsonDocument(cases)).array();
    for (const QJsonValue &answer : answers)
        all.append(answer.toObject());
    return all;
}

bool agrees(const std::optional<double> &ours, const QJsonValue &theirs)
{
    return theirs.isNull() ? !ours.has_value() : ours && std::abs(*ours - theirs.toDouble()) <= exact;
}

} // namespace

class TestEvalOracle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreementFiguresAreTheirs()
    {
        QRandomGenerator random(11);
        QJsonArray cases;
        QList<QList<LabelledItem>> ours;
        for (int round = 0; round < 40; ++round) {
            std::vector<double> judge;
            std::vector<double> human;
            QList<LabelledItem> items;
            const int count = 5 + round * 7;
            for (int i = 0; i < count; ++i) {
                human.push_back(random.bounded(2));
                judge.push_back((80 + random.bounded(15) + 5.0 * human.back()) / 100.0); // many ties
                items.append({.human = human.back(), .scores = {{u"j"_s, judge.back()}}});
            }
            cases.append(QJsonObject{{u"kind"_s, u"agreement"_s},
                                     {u"threshold"_s, threshold},
                                     {u"judge"_s, jsonOf(judge)},
                                     {u"human"_s, jsonOf(human)}});
            ours.append(items);
        }
        const QList<QJsonObject> theirs = oracle(cases);
        QCOMPARE(theirs.size(), ours.size());
        for (qsizetype i = 0; i < ours.size(); ++i) {
            const JudgeAgreement one = agreementOf(ours.at(i), threshold).judges.first();
            QVERIFY(agrees(one.accuracy, theirs.at(i)[u"accuracy"_s]));
            QVERIFY(agrees(one.kappa, theirs.at(i)[u"kappa"_s]));
            QVERIFY(agrees(one.pearson, theirs.at(i)[u"pearson"_s]));
            QVERIFY(agrees(one.spearman, theirs.at(i)[u"spearman"_s]));
            const QJsonArray confusion{one.confusion.bothPass, one.confusion.judgeOnly,
                                       one.confusion.humanOnly, one.confusion.neither};
            QCOMPARE(confusion, theirs.at(i)[u"confusion"_s].toArray());
        }
    }

    void krippendorffsAlphaIsTheirs()
    {
        QRandomGenerator random(12);
        QJsonArray cases;
        QList<std::vector<std::vector<double>>> ours;
        for (int round = 0; round < 40; ++round) {
            const int judges = 2 + round % 5;
            const int units = 8 + round;
            QList<QJsonArray> raters(judges);
            std::vector<std::vector<double>> byUnit;
            for (int unit = 0; unit < units; ++unit) {
                std::vector<double> given;
                const int truth = random.bounded(5);
                for (int judge = 0; judge < judges; ++judge) {
                    const double value = random.bounded(3) == 0 ? random.bounded(5) : truth;
                    const bool silent = random.bounded(6) == 0;
                    raters[judge].append(silent ? QJsonValue::Null : QJsonValue(value));
                    if (!silent)
                        given.push_back(value);
                }
                byUnit.push_back(given);
            }
            QJsonArray matrix;
            for (const QJsonArray &row : raters)
                matrix.append(row);
            cases.append(QJsonObject{{u"kind"_s, u"alpha"_s}, {u"raters"_s, matrix}});
            ours.append(byUnit);
        }
        const QList<QJsonObject> theirs = oracle(cases);
        for (qsizetype i = 0; i < ours.size(); ++i) {
            QVERIFY(agrees(krippendorffAlpha(ours.at(i), MeasureLevel::Nominal), theirs.at(i)[u"nominal"_s]));
            QVERIFY(
                agrees(krippendorffAlpha(ours.at(i), MeasureLevel::Interval), theirs.at(i)[u"interval"_s]));
        }
    }

    void pairedDifferencesAreTheirs()
    {
        QRandomGenerator random(13);
        QJsonArray cases;
        QList<std::vector<double>> ours;
        for (const int count : {6, 10, 14, 40, 150, 600}) {
            std::vector<double> differences;
            for (int i = 0; i < count; ++i) // skewed, a little above zero
                differences.push_back(-0.02 * std::log(1.0 - random.generateDouble()) - 0.015);
            cases.append(QJsonObject{{u"kind"_s, u"paired"_s},
                                     {u"differences"_s, jsonOf(differences)},
                                     {u"resamples"_s, count <= 14 ? 1 << 20 : 20'000}});
            ours.append(differences);
        }
        const QList<QJsonObject> theirs = oracle(cases);
        for (qsizetype i = 0; i < ours.size(); ++i) {
            const PairedDifference one = pairedDifference(ours.at(i));
            const QJsonObject &other = theirs.at(i);
            // Ends of two bootstraps of 10,000 and 20,000 differ by a few hundredths of the standard error.
            const double near =
                0.12 * other[u"sd"_s].toDouble() / std::sqrt(static_cast<double>(ours.at(i).size()));
            QVERIFY2(std::abs(one.interval->low - other[u"low"_s].toDouble()) <= near,
                     qPrintable(QString::number(i)));
            QVERIFY2(std::abs(one.interval->high - other[u"high"_s].toDouble()) <= near,
                     qPrintable(QString::number(i)));
            const double p = other[u"p"_s].toDouble();
            QVERIFY2(std::abs(one.p - p) <= (one.isExact ? exact : 0.02),
                     qPrintable(u"%1: %2, theirs %3"_s.arg(i).arg(one.p).arg(p)));
        }
    }

    void mcNemarIsTheirs()
    {
        QJsonArray cases;
        QList<std::pair<int, int>> ours;
        for (const int worse : {0, 1, 3, 8, 40, 500})
            for (const int better : {1, 3, 9, 35, 480}) {
                cases.append(
                    QJsonObject{{u"kind"_s, u"mcnemar"_s}, {u"worse"_s, worse}, {u"better"_s, better}});
                ours.append({worse, better});
            }
        const QList<QJsonObject> theirs = oracle(cases);
        for (qsizetype i = 0; i < ours.size(); ++i)
            QVERIFY(agrees(mcNemar(ours.at(i).first, ours.at(i).second), theirs.at(i)[u"p"_s]));
    }
};

QTEST_GUILESS_MAIN(TestEvalOracle)
#include "tst_eval_oracle.moc"
