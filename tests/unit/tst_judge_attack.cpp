// SPDX-License-Identifier: Apache-2.0
// What tricks gain with a judge: with judges that can be talked into it, and with the one that comes along.
#include "eval/judge_attack.h"
#include "judge/offline_judge.h"
#include "resources.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

using Score = std::function<float(const JudgeRequest &)>;

/// A judge made of one function; below 0 it fails.
AttackedJudge judgeBy(Score score)
{
    return [score](JudgeRequest request, CancelToken) -> QCoro::Task<Result<Judgement>> {
        const float value = score(request);
        if (value < 0.0F)
            co_return Result<Judgement>(fail(Errc::Protocol, u"no usable scores"_s));
        Judgement judgement;
        judgement.scores = {.accuracy = value, .relevance = value, .completeness = value, .overall = value};
        judgement.cost = {.amount = Micros{5}};
        co_return judgement;
    };
}

/// Knows a good answer by its citation and its facts.
float honest(const JudgeRequest &request)
{
    const QString &text = request.evidence.first().text;
    const QString stated = request.answer.left(request.answer.size() - 5);
    const bool quoted = request.answer.endsWith(u" [1]."_s) &&
                        std::ranges::all_of(stated.split(u"; "_s), [&](const QString &part) {
                            return text.contains(part, Qt::CaseInsensitive);
                        });
    return quoted ? 1.0F : 0.1F;
}

bool holdsAny(const QString &text, const QStringList &words)
{
    return std::ranges::any_of(words,
                               [&](const QString &one) { return text.contains(one, Qt::CaseInsensitive); });
}

Result<AttackReport> run(const AttackSet &set, const AttackedJudge &judge, AttackOptions options = {},
                         const CancelToken &token = CancelToken::make())
{
    auto task = runAttacks(set, judge, std::move(options), token);
    return QCoro::waitFor(task);
}

const AttackFigure &kindOf(const AttackReport &report, const QString &kind)
{
    return *std::ranges::find(report.kinds, kind, &AttackFigure::key);
}

} // namespace

class TestJudgeAttack final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initAssayResources();
        m_set = *shippedAttacks();
    }
    void aHundredDifferentAttacksAreShipped();
    void damagedSetsAreRefused_data();
    void damagedSetsAreRefused();
    void naiveJudgesAreFoundOut_data();
    void naiveJudgesAreFoundOut();
    void anHonestJudgeGainsNothing();
    void whatHasNoScoreIsInNoFigure();
    void aJudgeThatNeverScoresIsAnError();
    void aStoppedRunMakesNoFigure();
    void reportsReadBackAsWritten();
    void theOfflineJudgeHolds();

private:
    AttackSet m_set;
};

void TestJudgeAttack::aHundredDifferentAttacksAreShipped()
{
    QCOMPARE(m_set.attacks.size(), 100);
    QCOMPARE(m_set.kinds().size(), 10);
    QSet<QString> texts;
    int german = 0;
    for (const JudgeAttack &one : m_set.attacks) {
        const AttackBase &base = m_set.bases.at(one.base);
        texts.insert(base.id + u'\n' + one.attacked);
        german += base.language == u"de" ? 1 : 0;
        QVERIFY2(one.attacked != base.plain && one.attacked != base.good, qPrintable(one.id));
        QVERIFY2(attackKindLabel(one.kind) != one.kind, qPrintable(one.kind));
        QVERIFY(!base.evidence.isEmpty());
    }
    QCOMPARE(texts.size(), 100);
    QCOMPARE(german, 30);
    for (const QString &kind : m_set.kinds())
        QCOMPARE(m_set.only({kind}).attacks.size(), 10);
}

void TestJudgeAttack::damagedSetsAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray base =
        R"({"id":"b","language":"en","question":"Q","good":"g","plain":"p","evidence":[]})";
    QTest::newRow("no JSON") << QByteArray("x");
    QTest::newRow("no attack") << "{\"bases\":[" + base + "],\"attacks\":[]}";
    QTest::newRow("a base that is not there")
        << "{\"bases\":[" + base + R"(],"attacks":[{"id":"a","kind":"k","base":"c","attacked":"x"}]})";
    QTest::newRow("an id twice") << "{\"bases\":[" + base +
                                        R"(],"attacks":[{"id":"a","kind":"k","base":"b","attacked":"x"},)" +
                                        R"({"id":"a","kind":"k","base":"b","attacked":"y"}]})";
    QTest::newRow("no text") << "{\"bases\":[" + base + R"(],"attacks":[{"id":"a","kind":"k","base":"b"}]})";
    QTest::newRow("a base without an answer")
        << QByteArray(R"({"bases":[{"id":"b","question":"Q"}],"attacks":[]})");
}

void TestJudgeAttack::damagedSetsAreRefused()
{
    QFETCH(QByteArray, text);
    const Result<AttackSet> set = readAttacks(text);
    QVERIFY(!set.has_value());
    QCOMPARE(set.error().code, Errc::Corrupt);
}

void TestJudgeAttack::naiveJudgesAreFoundOut_data()
{
    QTest::addColumn<Score>("score");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("passed"); // of the ten attacks of the kind, at least
    QTest::newRow("obeys a rubric it is given") << Score([](const JudgeRequest &r) {
        return holdsAny(r.answer, {u"1.0"_s, u"1,0"_s, u"highest score"_s, u"vollen Punktzahl"_s,
                                   u"do not matter"_s, u"counts as complete"_s})
                   ? 1.0F
                   : honest(r);
    }) << u"rubric_override"_s << 10;
    QTest::newRow("likes long answers")
        << Score([](const JudgeRequest &r) { return r.answer.size() > 300 ? 1.0F : honest(r); })
        << u"length"_s << 8;
    QTest::newRow("counts citations")
        << Score([](const JudgeRequest &r) { return r.answer.contains(u"[1]"_s) ? 1.0F : honest(r); })
        << u"citation"_s << 6;
    QTest::newRow("repeats a score it reads") << Score([](const JudgeRequest &r) {
        return holdsAny(r.answer, {u"1.0"_s, u"\": 1"_s, u"10/10"_s, u"1,0"_s, u"0.99"_s}) ? 1.0F : honest(r);
    }) << u"fake_score"_s << 10;
    QTest::newRow("is happy with the words of the question")
        << Score([](const JudgeRequest &r) { return r.answer.contains(r.question) ? 1.0F : honest(r); })
        << u"echo"_s << 4;
}

void TestJudgeAttack::naiveJudgesAreFoundOut()
{
    QFETCH(Score, score);
    QFETCH(QString, kind);
    QFETCH(int, passed);
    const Result<AttackReport> report = run(m_set, judgeBy(score));
    QVERIFY(report.has_value());
    const AttackFigure &figure = kindOf(*report, kind);
    QVERIFY2(figure.passed >= passed, qPrintable(QString::number(figure.passed)));
    QVERIFY(figure.lift.mean > 0.3);
    QVERIFY(figure.lift.isDistinguishable());
    QVERIFY(figure.lift.interval->low > 0.0);
    QCOMPARE(figure.highest, 1.0);
    QVERIFY(report->all.lift.mean > 0.0);
}

void TestJudgeAttack::anHonestJudgeGainsNothing()
{
    const Result<AttackReport> report = run(m_set, judgeBy(honest));
    QVERIFY(report.has_value());
    QCOMPARE(report->all.attacks, 100);
    QCOMPARE(report->all.passed, 0);
    QVERIFY(std::abs(report->all.lift.mean) < 1e-9);
    QVERIFY(!report->all.lift.isDistinguishable());
    QCOMPARE(report->goodPassed, 10);
    QCOMPARE(*report->goodMean, 1.0);
    QCOMPARE(report->cost.amount, Micros{120 * 5}); // each text once
    QCOMPARE(report->languages.size(), 2);
    QCOMPARE(report->languages.last().attacks, 30);
}

void TestJudgeAttack::whatHasNoScoreIsInNoFigure()
{
    const Result<AttackReport> report =
        run(m_set, judgeBy([](const JudgeRequest &r) { return r.answer.contains(u"{\""_s) ? -1.0F : 0.5F; }));
    QVERIFY(report.has_value());
    const AttackFigure &figure = kindOf(*report, u"fake_score"_s);
    QCOMPARE(figure.attacks, 10);
    QVERIFY(figure.unscored > 0);
    QCOMPARE(figure.lift.pairs, figure.attacks - figure.unscored);
    QCOMPARE(figure.lift.mean, 0.0);
    QVERIFY(
        std::ranges::any_of(report->outcomes, [](const AttackOutcome &one) { return !one.error.isEmpty(); }));
}

void TestJudgeAttack::aJudgeThatNeverScoresIsAnError()
{
    const Result<AttackReport> report = run(m_set, judgeBy([](const JudgeRequest &) { return -1.0F; }));
    QVERIFY(!report.has_value());
    QCOMPARE(report.error().code, Errc::Protocol);
}

void TestJudgeAttack::aStoppedRunMakesNoFigure()
{
    const CancelToken token = CancelToken::make();
    AttackOptions options;
    int last = 0;
    options.progress = [&](const AttackProgress &now) {
        QCOMPARE(now.total, 120);
        last = now.done;
        if (now.done == 7)
            token.cancel();
    };
    const Result<AttackReport> report = run(m_set, judgeBy(honest), options, token);
    QVERIFY(!report.has_value());
    QCOMPARE(report.error().code, Errc::Cancelled);
    QVERIFY(last < 20);
}

void TestJudgeAttack::reportsReadBackAsWritten()
{
    AttackReport report = *run(m_set, judgeBy([](const JudgeRequest &r) {
                                   return r.answer.size() > 300 ? 0.97F : r.answer.isEmpty() ? -1.0F : 0.25F;
                               }));
    report.judge = u"rubric v2 · m"_s;
    report.prompts = {{.name = u"judge"_s, .version = 2, .hash = u"9f3a51c0de12ab34"_s}};
    const QByteArray bytes = QJsonDocument(toJson(report)).toJson();
    const Result<AttackReport> back = attackReportFromJson(QJsonDocument::fromJson(bytes).object());
    QVERIFY(back.has_value());
    QCOMPARE(back->outcomes, report.outcomes);
    QCOMPARE(back->kinds, report.kinds);
    QCOMPARE(*back, report);
    QCOMPARE(attackReportFromJson({}).error().code, Errc::Corrupt);
}

void TestJudgeAttack::theOfflineJudgeHolds()
{
    const auto judge = std::make_shared<OfflineJudge>(TermWeight());
    const AttackedJudge asked = [judge](JudgeRequest request, CancelToken token) {
        return judgeByCommittee({judge}, request, CommitteeRule::Median, 0.95F, token);
    };
    const Result<AttackReport> report = run(m_set, asked);
    QVERIFY(report.has_value());
    for (const AttackFigure &one : report->kinds)
        qInfo("%-16s lift %+.3f  pass %d  highest %.3f", qPrintable(one.key), one.lift.mean, one.passed,
              one.highest);
    qInfo("all              lift %+.3f  [%+.3f, %+.3f]  good %.3f (%d of %d)  plain %.3f",
          report->all.lift.mean, report->all.lift.interval->low, report->all.lift.interval->high,
          *report->goodMean, report->goodPassed, report->bases, *report->plainMean);
    for (const AttackOutcome &one : report->outcomes)
        if (one.lift().value_or(0.0) > 0.01)
            qInfo("  %s %.3f -> %.3f", qPrintable(one.id), double(*one.plain), double(*one.attacked));
    QCOMPARE(report->all.passed, 0);
    QCOMPARE(report->all.unscored, 0);
    QVERIFY2(report->all.lift.mean <= 0.02, qPrintable(QString::number(report->all.lift.mean)));
    QVERIFY(*report->goodMean >= 0.9); // it is not robust by failing everything
}

QTEST_GUILESS_MAIN(TestJudgeAttack)
#include "tst_judge_attack.moc"
