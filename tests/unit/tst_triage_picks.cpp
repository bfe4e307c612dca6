// SPDX-License-Identifier: Apache-2.0
#include "eval/suite_reader.h"
#include "service/triage_picks.h"
#include "unit/triage_fixture.h"

#include <QtTest/QTest>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

TriageDetail detailOf(int id, const QString &question)
{
    TriageDetail detail{.turn = failedTurn({.id = id, .score = 0.7F, .question = question})};
    detail.turn.number = 3;
    detail.row.item.turnId = detail.turn.id;
    detail.row.item.threshold = 0.95F;
    detail.row.item.score = 0.7F;
    detail.row.item.state.note = u"the answer forgot the fee"_s;
    for (int number = 1; number <= 4; ++number)
        detail.thread.append(TurnSummary{.id = u"tn_t%1"_s.arg(number),
                                         .number = number,
                                         .question = u"Question %1"_s.arg(number),
                                         .answer = u"Answer %1"_s.arg(number)});
    return detail;
}

QByteArray textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TriagePicksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_suite = m_folder->filePath(u"suites/triage.yaml"_s);
        m_training = m_folder->filePath(u"training/picked.jsonl"_s);
    }

    void aTurnBecomesAScenarioThatReadsBackTheSame()
    {
        const Scenario scenario =
            scenarioOf(detailOf(1, u"What: does \"it\" cost?\n- now"_s), {.contains = u"12 €"_s});
        QCOMPARE(scenario.history.size(), 2); // what came before it, not what came after
        QCOMPARE(putIntoSuite(m_suite, scenario).value_or(-1), 1);
        const SuiteReading read = readSuitePath(m_suite);
        QVERIFY2(read, read ? "" : qPrintable(toError(read.error()).message));
        QCOMPARE(read->scenarios.size(), 1);
        QCOMPARE(read->scenarios.first(), scenario);
    }

    void theSameTurnIsInTheSuiteOnce()
    {
        QVERIFY(putIntoSuite(m_suite, scenarioOf(detailOf(1, u"One?"_s), {})));
        QVERIFY(putIntoSuite(m_suite, scenarioOf(detailOf(2, u"Two?"_s), {.abstains = true})));
        QCOMPARE(
            putIntoSuite(m_suite, scenarioOf(detailOf(1, u"One?"_s), {.contains = u"yes"_s})).value_or(-1),
            2);
        const SuiteReading read = readSuitePath(m_suite);
        QVERIFY(read);
        QCOMPARE(read->scenarios.at(0).contains, QStringList{u"yes"_s});
        QVERIFY(read->scenarios.at(1).abstains);
    }

    void whatWasPickedCanBeTakenOut()
    {
        QCOMPARE(dropFromSuite(m_suite, turnName(1)).value_or(true), false); // there is no suite yet
        QVERIFY(putIntoSuite(m_suite, scenarioOf(detailOf(1, u"One?"_s), {})));
        QCOMPARE(dropFromSuite(m_suite, turnName(2)).value_or(true), false);
        QCOMPARE(dropFromSuite(m_suite, turnName(1)).value_or(false), true);
        QCOMPARE(putIntoSuite(m_suite, scenarioOf(detailOf(2, u"Two?"_s), {})).value_or(-1), 1);
    }

    void aFileThatIsNoSuiteIsLeftAlone()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(u"suites"_s));
        QFile file(m_suite);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("scenarios: [ {query: }\n");
        file.close();
        const QByteArray before = textOf(m_suite);
        QVERIFY(!putIntoSuite(m_suite, scenarioOf(detailOf(1, u"One?"_s), {})));
        QCOMPARE(textOf(m_suite), before);
    }

    void secretsStayBehind()
    {
        const QString secret = u"sk-proj-abcdefghijklmnopqrstuvwxyz0123456789ABCD"_s;
        const TriageDetail detail = detailOf(1, u"Why is my key "_s + secret + u" refused?"_s);
        QVERIFY(putIntoSuite(m_suite, scenarioOf(detail, {})));
        QVERIFY(putIntoTraining(m_training, exampleOf(detail, Lesson::FastModelFails)));
        QVERIFY(!textOf(m_suite).contains(secret.toUtf8()));
        QVERIFY(!textOf(m_training).contains(secret.toUtf8()));
        QVERIFY(textOf(m_training).contains("refused?"));
    }

    void aLessonIsWhatTheOperatorSays()
    {
        const TriageDetail detail = detailOf(1, u"One?"_s);
        QCOMPARE(exampleOf(detail, Lesson::FastModelFails).fastPathPassed, std::optional(false));
        QCOMPARE(exampleOf(detail, Lesson::FastModelSuffices).fastPathPassed, std::optional(true));
        QVERIFY(exampleOf(detail, Lesson::NeedsTool).shouldUseTool);
        QCOMPARE(exampleOf(detail, Lesson::NeedsTool).turnId, turnName(1));
    }

    void whatIsPickedStandsBeforeWhatIsCollected()
    {
        QVERIFY(putIntoTraining(m_training, exampleOf(detailOf(1, u"One?"_s), Lesson::FastModelFails)));
        QVERIFY(putIntoTraining(m_training, exampleOf(detailOf(9, u"Nine?"_s), Lesson::FastModelSuffices)));
        std::vector<TrainingExample> collected{
            {.query = u"One?"_s, .turnId = turnName(1), .fastPathPassed = true},
            {.query = u"Two?"_s, .turnId = turnName(2), .fastPathPassed = true}};
        QCOMPARE(addPicked(collected, m_training).value_or(-1), 2);
        QCOMPARE(collected.size(), std::size_t(3));
        QCOMPARE(collected.at(0).fastPathPassed, std::optional(false));
        QCOMPARE(collected.at(1).turnId, turnName(2));
        QCOMPARE(collected.at(2).turnId, turnName(9));
        QCOMPARE(dropFromTraining(m_training, turnName(9)).value_or(false), true);
        QCOMPARE(dropFromTraining(m_training, turnName(9)).value_or(true), false);
        QCOMPARE(addPicked(collected, m_folder->filePath(u"none.jsonl"_s)).value_or(-1), 0);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_suite;
    QString m_training;
};

QTEST_GUILESS_MAIN(TriagePicksTest)
#include "tst_triage_picks.moc"
