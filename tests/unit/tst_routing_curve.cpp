// SPDX-License-Identifier: Apache-2.0
// What routing between two models can be worth. tests/data/gsm8k_pairs.jsonl: outcomes of Mixtral-8x7B and
// GPT-4 on GSM8K, from the public data of lm-sys/RouteLLM (Apache-2.0), without the questions.
#include "learning/routing_curve.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

QByteArray content(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

const QString gsm8k = u"" ASSAY_SOURCE_DIR "/tests/data/gsm8k_pairs.jsonl"_s;

QString four(double share)
{
    return QString::number(100.0 * share, 'f', 2);
}

} // namespace

class TestRoutingCurve final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theGsm8kFiguresComeOut()
    {
        const auto pairs = readAnswerPairs(content(gsm8k));
        QVERIFY2(pairs, pairs ? "" : qPrintable(pairs.error().message));
        const RoutingCurve curve = routingCurve(*pairs);
        QCOMPARE(curve.pairs, 1319);
        QCOMPARE(four(curve.weak), u"63.84"_s);
        QCOMPARE(four(curve.strong), u"85.67"_s);
        QCOMPARE(four(curve.either), u"92.87"_s);
        QCOMPARE(four(curve.worse), u"56.63"_s);
        QCOMPARE(four(curve.oracleShare), u"29.04"_s);
        QCOMPARE(four(curve.breakEven.value()), u"80.13"_s);
        QCOMPARE(four(curve.random.at(5).quality), u"74.75"_s);
        QCOMPARE(four(curve.oracle.at(2).quality), u"83.85"_s);
        QCOMPARE(four(curve.oracle.at(10).quality), u"92.87"_s);
        QVERIFY(curve.router.isEmpty());
    }

    /// The break-even is where a verifier of that accuracy equals the strong model: played out.
    void aVerifierAtTheBreakEvenEqualsTheStrongModel()
    {
        const auto pairs = readAnswerPairs(content(gsm8k));
        const RoutingCurve curve = routingCurve(*pairs);
        double quality = 0.0;
        for (const AnswerPair &pair : *pairs)
            quality += *curve.breakEven * std::max(pair.weak, pair.strong) +
                       (1.0 - *curve.breakEven) * std::min(pair.weak, pair.strong);
        QVERIFY(std::abs(quality / static_cast<double>(curve.pairs) - curve.strong) < 1e-12);
    }

    void scoresFromZeroToOneCountToo()
    {
        const auto pairs = readAnswerPairs(R"({"id":"a","weak_score":0.25,"strong_score":0.75}
{"id":"b","weak_score":1,"strong_score":0.5}

{"id":"c","weak_ok":false,"strong_ok":true})");
        QVERIFY(pairs.has_value());
        const RoutingCurve curve = routingCurve(*pairs);
        QCOMPARE(curve.weak, 1.25 / 3);
        QCOMPARE(curve.strong, 2.25 / 3);
        QCOMPARE(curve.either, 2.75 / 3);
        QCOMPARE(curve.breakEven.value(), 1.5 / 2.0);
    }

    void aRouterIsHeldAgainstRandom_data()
    {
        QTest::addColumn<bool>("knows");
        QTest::addColumn<double>("closed");
        QTest::newRow("a router that knows closes more than all of the gap") << true << 1.0;
        QTest::newRow("one that says always the same closes half, as random") << false << 0.5;
    }
    void aRouterIsHeldAgainstRandom()
    {
        QFETCH(const bool, knows);
        QFETCH(const double, closed);
        auto pairs = readAnswerPairs(content(gsm8k));
        for (AnswerPair &pair : *pairs)
            pair.score = knows ? 0.5 + (pair.weak - pair.strong) / 2.0 : 0.5;
        const RoutingCurve curve = routingCurve(*pairs);
        QVERIFY(curve.averageGapClosed.has_value());
        if (knows)
            QVERIFY2(*curve.averageGapClosed > closed, qPrintable(QString::number(*curve.averageGapClosed)));
        else
            QVERIFY(std::abs(*curve.averageGapClosed - closed) < 1e-12);
        QCOMPARE(curve.router.first().quality, curve.weak);
        QVERIFY(std::abs(curve.router.last().quality - curve.strong) < 1e-12);
    }

    void whatIsWrongIsSaidWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("said");
        const QByteArray good = R"({"id":"a","weak_ok":true,"strong_ok":true})";
        QTest::newRow("nothing at all") << QByteArray() << u"no pair"_s;
        QTest::newRow("a line that is no JSON") << good + "\nweak" << u"Line 2"_s;
        QTest::newRow("a score above 1")
            << QByteArray(R"({"id":"a","weak_score":1.5,"strong_score":0})") << u"Line 1"_s;
        QTest::newRow("an outcome is missing") << QByteArray(R"({"id":"a","weak_ok":true})") << u"Line 1"_s;
        QTest::newRow("an id twice") << good + "\n" + good << u"was there before"_s;
    }
    void whatIsWrongIsSaidWithItsLine()
    {
        QFETCH(const QByteArray, lines);
        QFETCH(const QString, said);
        const auto pairs = readAnswerPairs(lines);
        QVERIFY(!pairs);
        QVERIFY2(pairs.error().message.contains(said), qPrintable(pairs.error().message));
    }

    void aPairWithoutAScoreIsNamed()
    {
        auto pairs = readAnswerPairs(R"({"id":"a","weak_ok":true,"strong_ok":true})");
        const Result<> added = addRouterScores(*pairs, R"({"id":"b","score":0.5})");
        QVERIFY(!added);
        QVERIFY(added.error().message.contains(u'a'));
    }

    void theCommandPrintsTheSame()
    {
        QProcess process;
        process.start(u"" ASSAY_BINARY_DIR "/app/assay"_s,
                      {u"learn"_s, u"curve"_s, u"--pairs"_s, gsm8k, u"--json"_s});
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 0);
        const auto pairs = readAnswerPairs(content(gsm8k));
        QCOMPARE(QJsonDocument::fromJson(process.readAllStandardOutput()).object(),
                 toJson(routingCurve(*pairs)));
    }
};

QTEST_GUILESS_MAIN(TestRoutingCurve)
#include "tst_routing_curve.moc"
