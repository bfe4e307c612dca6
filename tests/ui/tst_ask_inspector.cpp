// SPDX-License-Identifier: Apache-2.0
#include "inspector_samples.h"
#include "ui/ask/compare_model.h"
#include "ui/ask/inspector_model.h"

#include <QtTest/QTest>

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const GanttRow &rowNamed(const PipelineChart &chart, const QString &label)
{
    static const GanttRow none{};
    const auto found = std::ranges::find(chart.rows, label, &GanttRow::label);
    return found == chart.rows.end() ? none : *found;
}

} // namespace

/// What the inspector says of a turn, without a window.
class TestAskInspector final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pipelineSaysWhatEachStageTook_data()
    {
        QTest::addColumn<QString>("stage");
        QTest::addColumn<QString>("ms");
        QTest::addColumn<QString>("money");
        QTest::addColumn<QString>("caption");
        QTest::addColumn<int>("bars");
        QTest::addRow("prediction shows the confidence")
            << u"Predict"_s << u"84"_s << u"<0.0001"_s << u"0.68"_s << 1;
        QTest::addRow("strategy costs nothing by nature")
            << u"Strategy"_s << u"12"_s << u"–"_s << u"search first"_s << 1;
        QTest::addRow("retrieval counts documents")
            << u"Retrieve"_s << u"322"_s << u"0.0001"_s << u"12 docs"_s << 1;
        QTest::addRow("check and inject are one row")
            << u"Tool context"_s << u"312"_s << u"0.0000"_s << u"1 result"_s << 2;
        QTest::addRow("two drafts are told apart")
            << u"Draft"_s << u"880 + 1750"_s << u"0.0045"_s << QString() << 2;
        QTest::addRow("two judgements are told apart")
            << u"Judge"_s << u"472 + 610"_s << u"0.0010"_s << QString() << 2;
    }
    void pipelineSaysWhatEachStageTook()
    {
        QFETCH(QString, stage);
        const PipelineChart chart = pipelineOf(samples::twoAttempts());
        const GanttRow &row = rowNamed(chart, stage);
        QTEST(row.msText, "ms");
        QTEST(row.moneyText, "money");
        QTEST(row.caption, "caption");
        QFETCH(int, bars);
        QCOMPARE(row.bars.size(), bars);
    }

    void pipelineTellsAttemptsByTheirBand()
    {
        const PipelineChart chart = pipelineOf(samples::twoAttempts());
        QCOMPARE(chart.rows.size(), 8);
        const GanttRow &draft = rowNamed(chart, u"Draft"_s);
        QCOMPARE(draft.bars.at(0).kind, BarKind::Low);
        QCOMPARE(draft.bars.at(1).kind, BarKind::Pass);
        QCOMPARE(rowNamed(chart, u"Grade"_s).bars.first().kind, BarKind::Neutral);
        QCOMPARE(chart.retryMs, QList<double>{2440.0});
        QCOMPARE(chart.total, u"4.86 s · $0.0058"_s);
    }

    void pipelineKeepsItsRowsWhileATurnRuns()
    {
        Turn turn = samples::running();
        const PipelineChart early = pipelineOf(Turn{.id = u"x"_s, .status = TurnStatus::Running}, 10ms);
        const PipelineChart now = pipelineOf(turn, 3200ms);
        QCOMPARE(early.rows.size(), now.rows.size());
        const GanttBar open = rowNamed(now, u"Draft"_s).bars.last();
        QCOMPARE(open.kind, BarKind::Accent);
        QCOMPARE(open.startMs + open.lengthMs, 3200.0);
        QCOMPARE(now.total, u"3.20 s · ≈ $0.0013"_s);
    }

    void pipelineCountsSideBySideDraftsOnce()
    {
        const PipelineChart chart = pipelineOf(samples::committee());
        QCOMPARE(rowNamed(chart, u"Draft"_s).msText, u"1700"_s);
        QCOMPARE(rowNamed(chart, u"Draft"_s).moneyText, u"0.0045"_s);
        QCOMPARE(rowNamed(pipelineOf(samples::gateFailed()), u"Draft"_s).msText, u"Σ 5380"_s);
        QCOMPARE(rowNamed(pipelineOf(samples::errored()), u"Retrieve"_s).bars.first().kind, BarKind::Fail);
        QVERIFY(
            rowNamed(pipelineOf(samples::errored()), u"Retrieve"_s).caption.contains(u"localhost:8000"_s));
    }

    void scoresCompareWithTheFirstAttempt()
    {
        const ScoreSection best = scoresOf(samples::twoAttempts());
        QCOMPARE(best.attempt, 2);
        QVERIFY(best.compared);
        QCOMPARE(best.rows.size(), 4);
        QCOMPARE(best.rows.at(0).name, u"Overall"_s);
        QVERIFY(best.rows.at(0).strong);
        QCOMPARE(static_cast<float>(*best.rows.at(0).score), 0.97F);
        QCOMPARE(static_cast<float>(*best.rows.at(3).first), 0.76F);
        QCOMPARE(static_cast<float>(best.threshold), 0.95F);

        const ScoreSection first = scoresOf(samples::twoAttempts(), 1);
        QCOMPARE(first.attempt, 1);
        QVERIFY(!first.compared);
        QCOMPARE(static_cast<float>(*first.rows.at(1).score), 0.79F);

        const ScoreSection none = scoresOf(samples::errored());
        QVERIFY(!none.rows.at(0).score);
        QCOMPARE(scoresOf(Turn{}).attempt, 0);
    }

    void scoresUseTheThresholdOfTheirAttempt()
    {
        Turn turn = samples::twoAttempts();
        turn.attempts.first().policy.qualityThreshold = 0.8F;
        QCOMPARE(static_cast<float>(scoresOf(turn, 1).threshold), 0.8F);
        QCOMPARE(static_cast<float>(scoresOf(turn, 2).threshold), 0.95F);
    }

    void attemptsSayWhyTheyFailed_data()
    {
        QTest::addColumn<Turn>("turn");
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("passed");
        QTest::addRow("the first issue, in words")
            << samples::twoAttempts() << 0 << u"ignored tool result"_s << false;
        QTest::addRow("the one that passed") << samples::twoAttempts() << 1 << u"accepted"_s << true;
        QTest::addRow("one still running") << samples::running() << 1 << u"running"_s << false;
        QTest::addRow("below the threshold without an issue")
            << samples::gateFailed() << 1 << u"below 0.95"_s << false;
        QTest::addRow("the best of those that failed")
            << samples::gateFailed() << 2 << u"best, but below 0.95"_s << false;
        QTest::addRow("an error in its own words")
            << samples::errored() << 0 << samples::errored().error.left(300) << false;
    }
    void attemptsSayWhyTheyFailed()
    {
        QFETCH(Turn, turn);
        QFETCH(int, row);
        const QList<AttemptRow> rows = attemptRows(turn);
        QVERIFY(row < rows.size());
        QTEST(rows.at(row).reason, "reason");
        QTEST(rows.at(row).passed, "passed");
    }

    void attemptsCountAgainstWhatIsAllowed()
    {
        QCOMPARE(attemptsCount(samples::twoAttempts()), u"2 of max 3"_s);
        QCOMPARE(attemptsCount(samples::gateFailed()), u"4 of max 4"_s);
        QCOMPARE(attemptsCount(samples::running()), u"2 of max 3"_s);
        QCOMPARE(attemptsCount(Turn{}), QString());
        Turn gateless = samples::committee();
        gateless.attempts.first().policy.qualityGate = false;
        QCOMPARE(attemptsCount(gateless), u"1 of max 1"_s);
        const QList<RetryChange> changes = retryChanges(samples::twoAttempts());
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().name, u"Retry changed"_s);
        QCOMPARE(changes.first().changes.size(), 3);
        QCOMPARE(retryChanges(samples::gateFailed()).at(1).name, u"Retry 2 changed"_s);
    }

    void estimatedMoneyIsMarked()
    {
        Turn turn = samples::twoAttempts();
        turn.attempts.first().cost.estimated = true;
        QCOMPARE(attemptRows(turn).first().cost, u"≈ $0.0013"_s);
        QCOMPARE(attemptRows(turn).last().cost, u"$0.0045"_s);
    }

    void evidenceSaysHowItWasUsed_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("figure");
        QTest::addColumn<QString>("use");
        QTest::addRow("a tool result cited once") << 0 << u"T1"_s << u"tool"_s << u"cited 1"_s;
        QTest::addRow("a document cited once") << 1 << u"1"_s << u"0.94"_s << u"cited 1"_s;
        QTest::addRow("a document cited twice") << 3 << u"3"_s << u"0.88"_s << u"cited 2"_s;
        QTest::addRow("relevant but not cited") << 4 << u"4"_s << u"0.71"_s << u"not used"_s;
        QTest::addRow("ambiguous") << 5 << QString() << u"0.58"_s << u"not used"_s;
        QTest::addRow("irrelevant") << 8 << QString() << u"0.21"_s << u"dropped"_s;
    }
    void evidenceSaysHowItWasUsed()
    {
        QFETCH(int, row);
        const EvidenceRow one = evidenceRows(samples::twoAttempts()).at(row);
        QTEST(one.label, "label");
        QTEST(one.figure, "figure");
        QTEST(one.use, "use");
    }

    void evidenceIsSortedByGradeAndCounted()
    {
        Turn turn = samples::twoAttempts();
        std::ranges::reverse(turn.evidence);
        const QList<EvidenceRow> rows = evidenceRows(turn);
        QVERIFY(std::ranges::is_sorted(rows, {}, &EvidenceRow::grade));
        QCOMPARE(evidenceCounts(turn), (EvidenceCounts{.relevant = 5, .ambiguous = 3, .irrelevant = 4}));
        turn.evidence.first().toolState = ToolResultState::Malformed;
        turn.evidence.first().cited = false;
        QVERIFY(std::ranges::any_of(evidenceRows(turn),
                                    [](const EvidenceRow &row) { return row.use == u"malformed"_s; }));
        for (int i = 0; i < 1000; ++i)
            turn.evidence.append(turn.evidence.first());
        QCOMPARE(evidenceRows(turn).size(), mostEvidenceRows);
    }

    void judgesAndTheirDisagreement()
    {
        const JudgeSection section = judgeOf(samples::committee());
        QVERIFY(section.needsHuman);
        QCOMPARE(section.summary, u"median of 3 · disagreement 0.36"_s);
        QCOMPARE(section.votes.size(), 3);
        QCOMPARE(section.votes.at(2).name, u"offline"_s);
        QCOMPARE(static_cast<float>(*section.votes.at(2).score), 0.61F);
        QCOMPARE(section.issues, QStringList{u"incomplete coverage"_s});
        QCOMPARE(judgeOf(samples::twoAttempts()).summary, u"judge-70b"_s);
        QVERIFY(judgeOf(samples::twoAttempts()).votes.isEmpty());
        QCOMPARE(judgeOf(samples::errored()), JudgeSection());
    }

    void routeInWords()
    {
        const RouteSection section = routeOf(samples::twoAttempts());
        QCOMPARE(section.summary, u"fast · search first"_s);
        QCOMPARE(section.rows.at(0).figure, u"0.68"_s);
        QCOMPARE(section.rows.at(1).name, u"lowered by"_s);
        QCOMPARE(section.rows.at(1).text, u"complexity"_s);
        QCOMPARE(section.rows.at(1).figure, u"−0.84"_s);
        QCOMPARE(section.rows.at(3).name, u"raised by"_s);
        QCOMPARE(section.rows.last().figure, u"rev. 11"_s);
        QCOMPARE(routeOf(Turn{}), RouteSection());
        // Prompts are told where they are not the ones that come with Assay.
        Turn changed = samples::twoAttempts();
        changed.prompts = {{.name = u"draft"_s, .version = 3}, {.name = u"judge"_s, .version = 1}};
        const RouteSection told = routeOf(changed);
        QCOMPARE(told.rows.size(), section.rows.size() + 1);
        QCOMPARE(told.rows.at(told.rows.size() - 2).text, u"draft v3"_s);
    }

    void checksOfTheShownAttempt()
    {
        const QList<FactRow> first = checkRows(samples::twoAttempts(), 1);
        QCOMPARE(first.first().mark, FactRow::Mark::Bad);
        QCOMPARE(first.first().text, u"ignores what was found: “couldn't find”"_s);
        const QList<FactRow> best = checkRows(samples::twoAttempts());
        QCOMPARE(best.first().mark, FactRow::Mark::Good);
        QCOMPARE(best.size(), 6);
        QCOMPARE(best.at(3).name, u"Citations"_s);
        QVERIFY(checkRows(Turn{}).isEmpty());
        Turn off = samples::twoAttempts();
        off.attempts.last().policy.responseValidator = false;
        QCOMPARE(checkRows(off).first().mark, FactRow::Mark::Off);
    }

    void issueTokensBecomeWords()
    {
        QCOMPARE(issueText(u"low_accuracy"_s), u"low accuracy"_s);
        QCOMPARE(issueText(u"made_up_by_a_judge"_s), u"made up by a judge"_s);
    }
};

QTEST_GUILESS_MAIN(TestAskInspector)
#include "tst_ask_inspector.moc"
