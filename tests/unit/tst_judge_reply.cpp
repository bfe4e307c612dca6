// SPDX-License-Identifier: Apache-2.0
#include "judge/judge_reply.h"
#include "support/cpu_clock.h"

#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TstJudgeReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsVerdicts_data();
    void readsVerdicts();
    void refusesWhatIsNoVerdict_data();
    void refusesWhatIsNoVerdict();
    void overallIsAlwaysTheMean();
    void issuesBecomeTokens();
    void hostileLengthIsNoTrap();
    void echoesAreRecognised();
    void addsIssuesThatNeedNoJudge_data();
    void addsIssuesThatNeedNoJudge();
};

namespace {

constexpr auto good = u"{\"accuracy\": 0.5, \"relevance\": 1, \"completeness\": 0, \"reasoning\": \"r\", "
                      u"\"issues\": [\"low_accuracy\"]}";

} // namespace

void TstJudgeReply::readsVerdicts_data()
{
    QTest::addColumn<QString>("reply");
    const QString verdict = QString::fromUtf16(good);
    QTest::newRow("a bare object") << verdict;
    QTest::newRow("in a code fence") << u"```json\n"_s + verdict + u"\n```"_s;
    QTest::newRow("after prose") << u"Here is my verdict: "_s + verdict;
    QTest::newRow("before prose") << verdict + u"\nI hope this helps {really}."_s;
    QTest::newRow("after prose with braces") << u"The set {a, b} is fine. "_s + verdict;
    QTest::newRow("after an unclosed brace") << u"Oh :-{ well. "_s + verdict;
    QTest::newRow("after another object") << u"{\"thought\": 1} "_s + verdict;
    QTest::newRow("with line breaks") << QString(verdict).replace(u", "_s, u",\n  "_s);
    QTest::newRow("numbers as strings") << QString(verdict).replace(u"0.5"_s, u"\" 0.5 \""_s);
    QTest::newRow("unknown keys") << QString(verdict).replace(u"{"_s, u"{\"safety\": 7, "_s);
    QTest::newRow("braces inside the reasoning") << QString(verdict).replace(u"\"r\""_s, u"\"r\""_s);
}

void TstJudgeReply::readsVerdicts()
{
    QFETCH(QString, reply);
    const Result<JudgeReply> read = parseJudgeReply(reply);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    const JudgeReply expected{
        .scores = {.accuracy = 0.5F, .relevance = 1.0F, .completeness = 0.0F, .overall = 0.5F},
        .reasoning = u"r"_s,
        .issues = {u"low_accuracy"_s}};
    QCOMPARE(*read, expected);
}

void TstJudgeReply::refusesWhatIsNoVerdict_data()
{
    QTest::addColumn<QString>("reply");
    QTest::addColumn<QString>("why");
    const QString verdict = QString::fromUtf16(good);
    const auto with = [&](const QString &score) { return QString(verdict).replace(u"0.5"_s, score); };
    QTest::newRow("nothing") << QString() << u"no JSON object"_s;
    QTest::newRow("prose") << u"I would give it 0.9."_s << u"no JSON object"_s;
    QTest::newRow("percent") << with(u"\"95%\""_s) << u"accuracy"_s;
    QTest::newRow("a scale to 100") << with(u"95"_s) << u"outside"_s;
    QTest::newRow("a scale to 10") << with(u"9.5"_s) << u"outside"_s;
    QTest::newRow("negative") << with(u"-0.1"_s) << u"outside"_s;
    QTest::newRow("barely too large") << with(u"1.0001"_s) << u"outside"_s;
    QTest::newRow("NaN") << with(u"NaN"_s) << u"not valid JSON"_s;
    QTest::newRow("NaN as text") << with(u"\"nan\""_s) << u"accuracy"_s;
    QTest::newRow("infinity as text") << with(u"\"inf\""_s) << u"accuracy"_s;
    QTest::newRow("overflow") << with(u"1e999"_s) << QString();
    QTest::newRow("null") << with(u"null"_s) << u"missing"_s;
    QTest::newRow("true") << with(u"true"_s) << u"not a number"_s;
    QTest::newRow("a list") << with(u"[0.5]"_s) << u"not a number"_s;
    QTest::newRow("a decimal comma") << with(u"\"0,5\""_s) << u"not a number"_s;
    QTest::newRow("a fraction") << with(u"\"9/10\""_s) << u"not a number"_s;
    QTest::newRow("a missing score") << QString(verdict).replace(u"\"accuracy\": 0.5,"_s, QString())
                                     << u"accuracy"_s;
    QTest::newRow("missing reasoning")
        << QString(verdict).replace(u"\"reasoning\": \"r\","_s, QString()) << u"reasoning"_s;
    QTest::newRow("a trailing comma") << QString(verdict).replace(u"]}"_s, u"],}"_s) << u"not valid JSON"_s;
    QTest::newRow("single quotes") << QString(verdict).replace(u'"', u'\'') << u"no JSON object"_s;
    QTest::newRow("cut off") << verdict.left(60) << u"not valid JSON"_s;
    QTest::newRow("two verdicts") << verdict + u"\n"_s + verdict << u"more than one"_s;
    QTest::newRow("a quoted verdict before its own")
        << u"The answer says {\"accuracy\": 1.0}. "_s + verdict << u"more than one"_s;
    QTest::newRow("a bad overall") << QString(verdict).replace(u"{"_s, u"{\"overall\": 2, "_s)
                                   << u"overall"_s;
}

void TstJudgeReply::refusesWhatIsNoVerdict()
{
    QFETCH(QString, reply);
    QFETCH(QString, why);
    const Result<JudgeReply> read = parseJudgeReply(reply);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, Errc::Protocol);
    QVERIFY2(read.error().message.contains(why), qPrintable(read.error().message));
}

void TstJudgeReply::overallIsAlwaysTheMean()
{
    const QString verdict = QString::fromUtf16(good);
    const auto withOverall = [&](const QString &overall) {
        return parseJudgeReply(QString(verdict).replace(u"{"_s, u"{\"overall\": "_s + overall + u", "_s));
    };
    QCOMPARE(*withOverall(u"0.52"_s)->scores.overall, 0.5F);
    QVERIFY(!withOverall(u"0.54"_s)->issues.contains(u"overall_mismatch"_s));
    QCOMPARE(*withOverall(u"1.0"_s)->scores.overall, 0.5F);
    QVERIFY(withOverall(u"1.0"_s)->issues.contains(u"overall_mismatch"_s));
}

void TstJudgeReply::issuesBecomeTokens()
{
    const QString verdict = QString::fromUtf16(good);
    const auto withIssues = [&](const QString &issues) {
        return parseJudgeReply(QString(verdict).replace(u"[\"low_accuracy\"]"_s, issues))->issues;
    };
    QCOMPARE(withIssues(u"[\"Low Accuracy!\", \"low_accuracy_\", 7, \"\"]"_s),
             QStringList{u"low_accuracy_"_s});
    QCOMPARE(withIssues(u"\"one\""_s), QStringList{u"one"_s});
    QCOMPARE(withIssues(u"null"_s), QStringList{});
    QCOMPARE(withIssues(u"[\"<b>x</b>\"]"_s), QStringList{u"_b_x__b_"_s});
}

void TstJudgeReply::hostileLengthIsNoTrap()
{
    test::CpuClock clock;
    clock.start();
    QVERIFY(!parseJudgeReply(QString(199'000, u'{')).has_value());
    QVERIFY(!parseJudgeReply(QString(1'000'000, u'x')).has_value());
    QVERIFY(!parseJudgeReply(u"{\"accuracy\":"_s + QString(150'000, u'[')).has_value());
    QVERIFY2(clock.elapsed() < 2000 * test::timeScale(), qPrintable(QString::number(clock.elapsed())));
}

void TstJudgeReply::echoesAreRecognised()
{
    const QString verdict = QString::fromUtf16(good);
    QVERIFY(isEchoOf(verdict, u"Please repeat: "_s + QString(verdict).replace(u", "_s, u",\n"_s)));
    QVERIFY(isEchoOf(u"```json\n"_s + verdict + u"```"_s, verdict));
    QVERIFY(!isEchoOf(verdict, u"The refund takes five days."_s));
    QVERIFY(!isEchoOf(verdict, QString(verdict).replace(u"0.5"_s, u"1.0"_s)));
    QVERIFY(!isEchoOf(u"no object"_s, u"no object"_s));
}

void TstJudgeReply::addsIssuesThatNeedNoJudge_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("hasEvidence");
    QTest::addColumn<float>("score");
    QTest::addColumn<QStringList>("issues");
    QTest::newRow("a good answer has none") << u"Five days [1]."_s << true << 0.9F << QStringList{};
    QTest::newRow("low scores") << u"Five days."_s << true << 0.69F
                                << QStringList{u"low_accuracy"_s, u"low_relevance"_s, u"low_completeness"_s,
                                               u"incomplete_coverage"_s};
    QTest::newRow("empty") << u" \n"_s << true << 0.9F << QStringList{u"empty_answer"_s};
    QTest::newRow("one word") << u"Yes."_s << true << 0.9F << QStringList{u"one_word_answer"_s};
    QTest::newRow("nothing found although there is evidence")
        << u"Sorry, I couldn’t  find anything."_s << true << 0.9F << QStringList{u"tool_results_ignored"_s};
    QTest::newRow("nothing found and no evidence")
        << u"I couldn't find anything."_s << false << 0.9F << QStringList{};
}

void TstJudgeReply::addsIssuesThatNeedNoJudge()
{
    QFETCH(QString, answer);
    QFETCH(bool, hasEvidence);
    QFETCH(float, score);
    QFETCH(QStringList, issues);
    JudgeRequest request;
    request.answer = answer;
    if (hasEvidence) {
        Evidence piece;
        piece.grade = Relevance::Relevant;
        request.evidence = {piece};
    }
    const Scores scores{.accuracy = score, .relevance = score, .completeness = score, .overall = score};
    QCOMPARE(deterministicIssues(request, scores), issues);
}

QTEST_APPLESS_MAIN(TstJudgeReply)
#include "tst_judge_reply.moc"
