// SPDX-License-Identifier: Apache-2.0
#include "inspector_samples.h"
#include "turn/turn_json.h"
#include "ui/ask/compare_view.h"
#include "ui/ask/events_view.h"
#include "ui/ask/inspect_page.h"
#include "ui/ask/inspect_rows.h"
#include "ui/ask/inspector.h"
#include "ui/ask/inspector_model.h"
#include "ui/ask/json_view.h"
#include "ui/kit/actions.h"
#include "ui/kit/diff_view.h"
#include "ui/kit/plain.h"
#include "ui/kit/theme.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTextEdit>
#include <QtWidgets/QVBoxLayout>

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

/// Puts `text` into every string field a model, a judge, a tool or an event can fill.
Turn filledWith(const QString &text)
{
    Turn turn = samples::committee();
    for (QString *field : {&turn.question, &turn.answer, &turn.rewrittenQuery, &turn.error, &turn.labelNote, &turn.route.reason,
                           &turn.route.predictor, &turn.route.model, &turn.policy.profile, &turn.policy.fastModel})
        *field = text;
    for (Contribution &one : turn.route.contributions)
        one.feature = text;
    for (Evidence &one : turn.evidence)
        one.label = one.sourceId = one.title = one.text = one.retriever = text;
    for (StageRecord &one : turn.stages)
        one.summary = one.error = text;
    turn.attempts.append(turn.attempts.first());
    turn.attempts.last().number = 2;
    for (Attempt &attempt : turn.attempts) {
        attempt.changes = {text, u"+ "_s + text.left(5000)};
        attempt.error = attempt.verdict.reason = text;
        for (Candidate &one : attempt.candidates) {
            one.path = one.model = one.answer = one.error = one.check.phrase = text;
            one.check.state = ResponseState::ToolResultsIgnored;
            one.citations = {text};
            one.prompt = {{text, text}, {u"user"_s, text}};
            for (QaCheck &check : one.qa.checks)
                check.name = check.detail = text;
            one.judgement->reasoning = text;
            one.judgement->issues = {text};
            for (JudgeVote &vote : one.judgement->votes)
                vote.judge = vote.model = vote.reasoning = vote.error = text;
        }
    }
    return turn;
}

QList<TurnEvent> eventsWith(const QString &text)
{
    return {{.offset = 1, .type = text, .summary = text, .size = 10, .content = {{u"text"_s, text.left(100'000)}}}};
}

/// Widgets that could interpret text, and do.
QStringList richWidgets(QWidget &root)
{
    QStringList rich;
    for (const QLabel *label : root.findChildren<QLabel *>())
        if (label->textFormat() != Qt::PlainText)
            rich.append(u"label "_s + label->text().left(40));
    for (const QTextEdit *edit : root.findChildren<QTextEdit *>())
        rich.append(u"text edit "_s + edit->toPlainText().left(40));
    for (const QWidget *widget : root.findChildren<QWidget *>())
        if (!widget->toolTip().isEmpty() && !widget->toolTip().startsWith(u"<span style=\"white-space:pre-wrap\">"_s))
            rich.append(u"tooltip "_s + widget->toolTip().left(40));
    return rich;
}

} // namespace

class TestAskInspector final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Actions> m_actions;

private Q_SLOTS:
    void initTestCase()
    {
        initKit();
        applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), ThemeChoice::Dark);
        m_actions = std::make_unique<Actions>();
    }

    void pipelineSaysWhatEachStageTook_data()
    {
        QTest::addColumn<QString>("stage");
        QTest::addColumn<QString>("ms");
        QTest::addColumn<QString>("money");
        QTest::addColumn<QString>("caption");
        QTest::addColumn<int>("bars");
        QTest::addRow("prediction shows the confidence") << u"Predict"_s << u"84"_s << u"<0.0001"_s << u"0.68"_s << 1;
        QTest::addRow("strategy costs nothing by nature") << u"Strategy"_s << u"12"_s << u"–"_s << u"search first"_s << 1;
        QTest::addRow("retrieval counts documents") << u"Retrieve"_s << u"322"_s << u"0.0001"_s << u"12 docs"_s << 1;
        QTest::addRow("check and inject are one row") << u"Tool context"_s << u"312"_s << u"0.0000"_s << u"1 result"_s << 2;
        QTest::addRow("two drafts are told apart") << u"Draft"_s << u"880 + 1750"_s << u"0.0045"_s << QString() << 2;
        QTest::addRow("two judgements are told apart") << u"Judge"_s << u"472 + 610"_s << u"0.0010"_s << QString() << 2;
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
        QVERIFY(rowNamed(pipelineOf(samples::errored()), u"Retrieve"_s).caption.contains(u"localhost:8000"_s));
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
        QTest::addRow("the first issue, in words") << samples::twoAttempts() << 0 << u"ignored tool result"_s << false;
        QTest::addRow("the one that passed") << samples::twoAttempts() << 1 << u"accepted"_s << true;
        QTest::addRow("one still running") << samples::running() << 1 << u"running"_s << false;
        QTest::addRow("below the threshold without an issue") << samples::gateFailed() << 1 << u"below 0.95"_s << false;
        QTest::addRow("the best of those that failed") << samples::gateFailed() << 2 << u"best, but below 0.95"_s << false;
        QTest::addRow("an error in its own words") << samples::errored() << 0 << samples::errored().error.left(300) << false;
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
        QVERIFY(std::ranges::any_of(evidenceRows(turn), [](const EvidenceRow &row) { return row.use == u"malformed"_s; }));
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

    void keysChooseTabs()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *inspector = new TurnInspector(*m_actions);
        column->addWidget(inspector);
        m_actions->listenOn(&window, ActionScope::Ask);
        window.resize(446, 700);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        inspector->setTurn(samples::twoAttempts(), false);
        inspector->setFocus();
        for (const auto &[key, tab] : {std::pair{Qt::Key_3, TurnInspector::Events}, {Qt::Key_4, TurnInspector::Raw},
                                       {Qt::Key_2, TurnInspector::Prompt}, {Qt::Key_1, TurnInspector::Inspect}}) {
            QTest::keyClick(&window, key, Qt::AltModifier);
            QCOMPARE(inspector->tab(), tab);
        }
    }

    void eventsAreAskedForOncePerTurnAndAtItsEnd()
    {
        TurnInspector inspector(*m_actions);
        QSignalSpy wanted(&inspector, &TurnInspector::eventsWanted);
        Turn turn = samples::running();
        inspector.setTurn(turn, true);
        inspector.setTurn(turn, true);
        QCOMPARE(wanted.count(), 1);
        turn.status = TurnStatus::Passed;
        inspector.setTurn(turn, false);
        QCOMPARE(wanted.count(), 2);
        QCOMPARE(wanted.last().first().toString(), turn.id);
        inspector.setTurn(Turn{}, false);
        QCOMPARE(wanted.count(), 2);
    }

    void clickingAnAttemptShowsItsScores()
    {
        TurnInspector inspector(*m_actions);
        inspector.resize(446, 900);
        inspector.setTurn(samples::twoAttempts(), false);
        inspector.show();
        QVERIFY(QTest::qWaitForWindowExposed(&inspector));
        QSignalSpy activated(&inspector, &TurnInspector::attemptActivated);
        auto *list = inspector.findChild<AttemptList *>();
        auto *page = inspector.findChild<InspectPage *>();
        QTest::mouseClick(list, Qt::LeftButton, {}, QPoint(80, 8));
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().toInt(), 1);
        QCOMPARE(page->attempt(), 1);
        const auto *scores = inspector.findChild<ScoreBars *>();
        QVERIFY(scores->accessibleDescription().contains(u"Overall 0.82"_s));
        inspector.setTurn(samples::twoAttempts(), false); // the same turn again: the choice stays
        QCOMPARE(page->attempt(), 1);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(scores->accessibleDescription().contains(u"Overall 0.97"_s));
        inspector.setTurn(samples::committee(), false);
        QCOMPARE(page->attempt(), 0);
    }

    void evidenceOpensItsSource()
    {
        TurnInspector inspector(*m_actions);
        inspector.resize(446, 900);
        inspector.setTurn(samples::twoAttempts(), false);
        inspector.show();
        QVERIFY(QTest::qWaitForWindowExposed(&inspector));
        QSignalSpy source(&inspector, &TurnInspector::sourceActivated);
        auto *list = inspector.findChild<EvidenceList *>();
        QTest::mouseClick(list, Qt::LeftButton, {}, QPoint(80, 28));
        QCOMPARE(source.count(), 1);
        QCOMPARE(source.first().first().toString(), u"kb/Refund policy §3.2, superseded invoices"_s);
    }

    void aRunningTurnGrowsWithoutAJump()
    {
        TurnInspector inspector(*m_actions);
        inspector.resize(446, 420);
        Turn turn = samples::running();
        inspector.setTurn(turn, true);
        inspector.show();
        QVERIFY(QTest::qWaitForWindowExposed(&inspector));
        auto *page = inspector.findChild<InspectPage *>();
        auto *list = inspector.findChild<EvidenceList *>();
        page->verticalScrollBar()->setValue(list->mapTo(page->widget(), QPoint(0, 4)).y());
        QCoreApplication::processEvents();
        const int before = list->mapTo(page, QPoint()).y();
        QVERIFY(page->verticalScrollBar()->value() > 0);
        const Turn done = samples::twoAttempts();
        turn.attempts = done.attempts; // the attempts section above grows by its chips
        turn.attempts.append(done.attempts.last());
        turn.attempts.last().number = 3;
        inspector.setTurn(turn, true);
        QCOMPARE(list->mapTo(page, QPoint()).y(), before);
        QCoreApplication::processEvents();
        QCOMPARE(list->mapTo(page, QPoint()).y(), before);
    }

    void rawShowsTheWholeTurnAndFindsText()
    {
        TurnInspector inspector(*m_actions);
        inspector.resize(446, 700);
        inspector.setTurn(samples::twoAttempts(), false);
        inspector.setTab(TurnInspector::Raw);
        inspector.show();
        QVERIFY(QTest::qWaitForWindowExposed(&inspector));
        JsonView *raw = nullptr;
        for (JsonView *view : inspector.findChildren<JsonView *>())
            raw = view->isVisible() ? view : raw;
        QVERIFY(raw);
        QTRY_VERIFY(!raw->text().isEmpty());
        const QJsonObject read = QJsonDocument::fromJson(raw->text().toUtf8()).object();
        const Result<Turn> back = turnFromJson(read);
        QVERIFY(back);
        QCOMPARE(back->attempts.size(), 2);
        auto *search = raw->findChild<QLineEdit *>();
        search->setFocus();
        QTest::keyClicks(search, u"premium-70b"_s);
        auto *text = raw->findChild<PlainTextView *>();
        QCOMPARE(text->textCursor().selectedText(), u"premium-70b"_s);
        const int first = text->textCursor().position();
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(text->textCursor().position() > first);
        QTest::keyClick(search, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(text->textCursor().position(), first);
    }

    void promptsAreShownAsSent()
    {
        TurnInspector inspector(*m_actions);
        inspector.resize(446, 700);
        inspector.setTurn(samples::committee(), false);
        inspector.setTab(TurnInspector::Prompt);
        inspector.show();
        QVERIFY(QTest::qWaitForWindowExposed(&inspector));
        auto *chooser = inspector.findChild<QComboBox *>();
        QCOMPARE(chooser->count(), 2);
        QCOMPARE(chooser->currentIndex(), 1);
        QVERIFY(chooser->itemText(0).contains(u"direct"_s));
        int shown = 0;
        for (const PlainTextView *view : inspector.findChildren<PlainTextView *>())
            shown += view->isVisible() && view->toPlainText().contains(u"Can they get the €99 back"_s) ? 1 : 0;
        QCOMPARE(shown, 1);
        inspector.setTurn(samples::running(), true);
        inspector.setTurn(Turn{.id = u"new"_s}, true);
        QVERIFY(!chooser->isEnabled());
    }

    void eventsAreListedAndDecoded()
    {
        TurnInspector inspector(*m_actions);
        inspector.resize(446, 700);
        inspector.setTurn(samples::twoAttempts(), false);
        inspector.setTab(TurnInspector::Events);
        inspector.show();
        QList<TurnEvent> events;
        for (int i = 0; i < 14; ++i)
            events.append({.offset = i, .type = u"event"_s, .summary = u"message %1"_s.arg(i), .size = 100, .content = {{u"index"_s, i}}});
        inspector.setEvents(events);
        auto *view = inspector.findChild<EventsView *>();
        auto *content = view->findChild<JsonView *>();
        QTRY_VERIFY(content->text().contains(u"\"index\": 0"_s));
        auto *list = view->findChild<RowList *>();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QTRY_VERIFY(content->text().contains(u"\"index\": 1"_s));
        inspector.setTurn(samples::committee(), false);
        QVERIFY(content->text().isEmpty());
    }

    void twoAttemptsAreCompared()
    {
        CompareView view;
        QSignalSpy closed(&view, &CompareView::closed);
        view.setTurn(samples::twoAttempts());
        view.resize(800, 700);
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        const QList<ComparedAnswer> answers = comparedAnswers(samples::twoAttempts());
        QCOMPARE(answers.size(), 2);
        const QList<ComparedFact> facts = comparedFacts(answers.at(0), answers.at(1));
        QCOMPARE(facts.at(0).change, u"+0.15"_s);
        QCOMPARE(facts.at(3).change, u"+0.20"_s);
        QCOMPARE(changesBetween(samples::gateFailed(), 1, 3).size(), 4);
        QCOMPARE(changesBetween(samples::gateFailed(), 3, 1).size(), 4);
        QCOMPARE(changesBetween(samples::gateFailed(), 2, 2).size(), 0);
        const auto diffs = view.findChildren<DiffView *>();
        QVERIFY(std::ranges::all_of(diffs, [](const DiffView *diff) { return !diff->spans().isEmpty(); }));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
    }

    void oneAttemptHasNothingToCompareWith()
    {
        CompareView view;
        view.setTurn(samples::errored());
        view.resize(800, 400);
        view.show();
        bool said = false;
        for (const PlainLabel *label : view.findChildren<PlainLabel *>())
            said = said || (label->isVisible() && label->fullText().contains(u"nothing to compare"_s));
        QVERIFY(said);
        view.compare(0, 1);
    }

    void hostileTextIsOnlyShown_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("nested HTML tables") << u"<table><tr><td>"_s.repeated(400) + u"x"_s;
        QTest::addRow("image of a file") << u"<img src=\"file:///etc/passwd\"><b>bold</b>"_s;
        QTest::addRow("image over http") << u"<img src='http://127.0.0.1:1/x.png'>"_s;
        QTest::addRow("markdown image") << u"![x](http://127.0.0.1:1/x.png) [link](file:///etc/passwd)"_s;
        QTest::addRow("bidi overrides") << u"abc\u202Etxt.exe\u2066\u2069 \u200F"_s;
        QTest::addRow("ANSI escapes") << u"\u001B[31mred\u001B]8;;http://x\u0007link"_s;
        QTest::addRow("NUL and lone surrogates") << QString(QChar(u'\0')) + QChar(0xD800) + u"x"_s + QChar(0xDC00);
        QTest::addRow("ten million characters without a space") << QString(10'000'000, u'W');
        QTest::addRow("a million line feeds") << QString(1'000'000, u'\n');
    }
    void hostileTextIsOnlyShown()
    {
        QFETCH(QString, text);
        const Turn turn = filledWith(text);
        const QList<TurnEvent> events = eventsWith(text);
        TurnInspector inspector(*m_actions);
        inspector.resize(446, 760);
        inspector.show();
        QVERIFY(QTest::qWaitForWindowExposed(&inspector));
        inspector.setTurn(samples::twoAttempts(), false); // first use loads fonts
        inspector.grab();
        qint64 slowest = 0;
        QString at;
        const auto measured = [&](const QString &what, auto &&work) {
            QElapsedTimer timer;
            timer.start();
            work();
            if (timer.elapsed() > slowest) {
                slowest = timer.elapsed();
                at = what;
            }
        };
        measured(u"setTurn"_s, [&] { inspector.setTurn(turn, false); });
        measured(u"layout and paint"_s, [&] { inspector.grab(); });
        measured(u"setEvents"_s, [&] { inspector.setEvents(events); });
        measured(u"running"_s, [&] { inspector.setTurn(turn, true); });
        measured(u"prompt"_s, [&] { inspector.setTab(TurnInspector::Prompt); });
        measured(u"events"_s, [&] { inspector.setTab(TurnInspector::Events); });
        measured(u"painted events"_s, [&] { inspector.grab(); });
        QCOMPARE(richWidgets(inspector), QStringList());
        QVERIFY(inspector.width() <= 446);
        CompareView compare;
        compare.resize(800, 700);
        measured(u"compare"_s, [&] { compare.setTurn(turn); });
        measured(u"painted compare"_s, [&] { compare.grab(); });
        QCOMPARE(richWidgets(compare), QStringList());
        qInfo("slowest step %lld ms: %s", slowest, qPrintable(at));
        QVERIFY2(slowest < 50 * timeScale(), qPrintable(at));
    }

private:
    /// Sanitizers slow everything down; the limit is for what ships.
    static int timeScale()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        return 10;
#else
        return 1;
#endif
    }
};

QTEST_MAIN(TestAskInspector)
#include "tst_ask_inspector.moc"
