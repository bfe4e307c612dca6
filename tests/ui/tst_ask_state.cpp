// SPDX-License-Identifier: Apache-2.0
#include "ask_samples.h"
#include "ui/ask/turn_text.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

StageRecord draft(int attempt, int startMs)
{
    return {.stage = Stage::Draft,
            .attempt = attempt,
            .status = StageStatus::Running,
            .startedAfter = std::chrono::milliseconds(startMs)};
}

StageEvent token(const StageRecord &record, const QString &text)
{
    return {.turnId = u"tn_1"_s, .record = record, .token = text, .turn = std::nullopt};
}

StageEvent record(const StageRecord &one)
{
    return {.turnId = u"tn_1"_s, .record = one, .token = {}, .turn = std::nullopt};
}

TurnView runningView()
{
    return {
        .turn = {
            .id = u"tn_1"_s, .threadId = u"th_a"_s, .question = u"Why?"_s, .status = TurnStatus::Running}};
}

Turn stored(int number, const QString &thread = u"th_a"_s)
{
    Turn turn = samples::finished(number, u"Question %1"_s.arg(number), u"Answer [1]."_s, 0.97F);
    turn.threadId = thread;
    return turn;
}

} // namespace

class TestAskState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streamedPiecesGrowOneDraft()
    {
        TurnView view = runningView();
        QVERIFY(foldEvent(view, token(draft(1, 5), u"Two "_s)));
        QVERIFY(foldEvent(view, token(draft(1, 5), u"invoices"_s)));
        QCOMPARE(view.answer(), u"Two invoices"_s);
        QCOMPARE(view.draft, 1);
    }

    void aRetryBeginsItsTextAnew()
    {
        TurnView view = runningView();
        foldEvent(view, token(draft(1, 5), u"wrong"_s));
        foldEvent(view, record(draft(2, 90)));
        QCOMPARE(view.answer(), u"wrong"_s); // stays until the next draft has a word to say
        foldEvent(view, token(draft(2, 90), u"right"_s));
        QCOMPARE(view.answer(), u"right"_s);
        QCOMPARE(view.draft, 2);
    }

    void aSecondDraftWithinAnAttemptBeginsAnew()
    {
        TurnView view = runningView();
        foldEvent(view, token(draft(1, 5), u"let me search"_s));
        foldEvent(view, token(draft(1, 60), u"found"_s));
        QCOMPARE(view.answer(), u"found"_s);
    }

    void theEndOfAStageReplacesItsBeginning()
    {
        TurnView view = runningView();
        StageRecord judge{.stage = Stage::Judge,
                          .attempt = 1,
                          .status = StageStatus::Running,
                          .startedAfter = std::chrono::milliseconds(7)};
        foldEvent(view, record(judge));
        judge.status = StageStatus::Done;
        judge.summary = u"0.97"_s;
        foldEvent(view, record(judge));
        QCOMPARE(view.turn.stages.size(), 1);
        QCOMPARE(view.turn.stages.first().summary, u"0.97"_s);
        judge.startedAfter += std::chrono::milliseconds(1); // dual path: the same stage twice side by side
        foldEvent(view, record(judge));
        QCOMPARE(view.turn.stages.size(), 2);
    }

    void nothingChangesAfterTheEnd()
    {
        TurnView view = runningView();
        foldEvent(view, token(draft(1, 5), u"draft"_s));
        Turn done = view.turn;
        done.status = TurnStatus::Passed;
        done.answer = u"final"_s;
        QVERIFY(foldEvent(view, {.turnId = u"tn_1"_s, .record = {}, .token = {}, .turn = done}));
        QCOMPARE(view.answer(), u"final"_s);
        QVERIFY(!foldEvent(view, token(draft(1, 5), u"late"_s)));
        QCOMPARE(view.answer(), u"final"_s);
    }

    void eventsOfAnotherTurnChangeNothing()
    {
        TurnView view = runningView();
        StageEvent other = token(draft(1, 5), u"x"_s);
        other.turnId = u"tn_2"_s;
        QVERIFY(!foldEvent(view, other));
    }

    void oneSignalPerTurnAndBatch()
    {
        AskState state;
        state.beginTurn(u"tn_1"_s, u"Why?"_s, utcNow());
        QSignalSpy changed(&state, &AskState::turnChanged);
        QList<StageEvent> batch;
        for (int i = 0; i < 200; ++i)
            batch.append(token(draft(1, 5), u"word "_s));
        state.takeEvents(batch);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(state.turns().first().streamed.size(), 1000);
    }

    void theFirstSnapshotNamesTheNewThread()
    {
        AskState state;
        QSignalSpy named(&state, &AskState::threadIdChanged);
        state.beginTurn(u"tn_1"_s, u"Why?"_s, utcNow());
        QVERIFY(state.threadId().isEmpty());
        state.takeEvents({{.turnId = u"tn_1"_s, .record = {}, .token = {}, .turn = runningView().turn}});
        QCOMPARE(state.threadId(), u"th_a"_s);
        QCOMPARE(named.size(), 1);
    }

    void aRunningTurnComesBackWithItsThread()
    {
        AskState state;
        state.openThread(u"th_a"_s);
        state.beginTurn(u"tn_1"_s, u"Why?"_s, utcNow());
        state.openThread(u"th_b"_s);
        QVERIFY(state.turns().isEmpty());
        QCOMPARE(state.runningCount(), 1);
        state.takeEvents({token(draft(1, 5), u"meanwhile"_s)});
        state.openThread(u"th_a"_s);
        QCOMPARE(state.turns().size(), 1);
        QCOMPARE(state.turns().first().streamed, u"meanwhile"_s);
    }

    void storedTurnsJoinTheRunningOne()
    {
        AskState state;
        state.openThread(u"th_a"_s);
        state.takeStored(u"th_a"_s, QList<Turn>{stored(1), stored(2)});
        QCOMPARE(state.selected(), 1);
        state.beginTurn(u"tn_3"_s, u"And?"_s, utcNow());
        QCOMPARE(state.turns().last().turn.number, 3);
        QSignalSpy reset(&state, &AskState::turnsReset);
        QSignalSpy changed(&state, &AskState::turnChanged);
        Turn labelled = stored(2);
        labelled.label = Label::Good;
        state.takeStored(u"th_a"_s, QList<Turn>{stored(1), labelled});
        QCOMPARE(reset.size(), 0); // what is on screen stays where it is
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toInt(), 1);
        QVERIFY(state.turns().last().isRunning());
    }

    void anAnswerForAThreadThatWasLeftIsIgnored()
    {
        AskState state;
        state.openThread(u"th_b"_s);
        state.takeStored(u"th_a"_s, QList<Turn>{stored(1)});
        QVERIFY(state.turns().isEmpty());
        QVERIFY(state.isLoading());
    }

    void anErrorOfReadingIsKept()
    {
        AskState state;
        state.openThread(u"th_a"_s);
        state.takeStored(u"th_a"_s, fail(Errc::Corrupt, u"The store is damaged."_s));
        QVERIFY(state.error().has_value());
        QVERIFY(!state.isLoading());
    }

    void stopMeansTheSelectedRunningTurnElseTheNewest()
    {
        AskState state;
        QCOMPARE(state.turnToStop(), QString());
        state.beginTurn(u"tn_1"_s, u"a"_s, utcNow());
        state.beginTurn(u"tn_2"_s, u"b"_s, utcNow());
        state.select(0);
        QCOMPARE(state.turnToStop(), u"tn_1"_s);
        state.select(-1);
        QCOMPARE(state.turnToStop(), u"tn_2"_s);
    }

    void aThreadAddsUp()
    {
        Turn failed = stored(2);
        failed.status = TurnStatus::Failed;
        Turn stopped = stored(3);
        stopped.status = TurnStatus::Cancelled;
        stopped.verdict.passed = true; // an attempt may have passed by then; the turn did not end with it
        stopped.cost = {};
        const ThreadFacts facts =
            threadFacts({{.turn = stored(1)}, {.turn = failed}, {.turn = stopped}, runningView()});
        QCOMPARE(facts.turns, 4);
        QCOMPARE(facts.pass.judged, 2);
        QCOMPARE(facts.pass.passed, 1);
        QCOMPARE(facts.cost.amount.value, 2400);
    }

    void aLongTitleIsSeenToGoOn()
    {
        AskState state;
        state.beginTurn(u"tn_1"_s, QString(30, u'a') + u"\n\n"_s + QString(40, u'b'), utcNow());
        QCOMPARE(state.title(), QString(QString(30, u'a') + u' ' + QString(28, u'b') + u'…'));
    }

    void aFailedGateIsSaidInWords()
    {
        const Turn failed = samples::finished(1, u"q"_s, u"a"_s, 0.82F, 0.95F, 4);
        QCOMPARE(outcomeOf(failed).text, u"0.82 is below the threshold 0.95; best of 4 attempts."_s);
        QVERIFY(!outcomeOf(failed).isError);
        QCOMPARE(outcomeOf(samples::finished(1, u"q"_s, u"a"_s, 0.97F)).text, QString());
        // Never a score that reads as the threshold it missed.
        QCOMPARE(outcomeOf(samples::finished(1, u"q"_s, u"a"_s, 0.949F)).text,
                 u"0.94 is below the threshold 0.95."_s);
    }

    void factsSayAttemptsModelStrategyCostLatencyAndOffline()
    {
        Turn turn = samples::picture().last();
        turn.offline = true;
        QStringList words;
        for (const Fact &fact : turnFacts(turn))
            words.append(fact.text);
        QCOMPARE(words.join(u'|'), u"2 attempts|premium-70b|offline|search first|$0.0058|4.86 s"_s);
        QVERIFY(turnFacts(samples::running()).isEmpty());
    }

    void ticksFollowTheRunningAttempt()
    {
        TurnView view{.turn = samples::running()};
        QList<StageTick> ticks = runningTicks(view, utcNow());
        QCOMPARE(ticks.size(), 8);
        QCOMPARE(ticks.at(0), (StageTick{u"Predict"_s, u"0.91"_s, TickState::Done}));
        QCOMPARE(ticks.at(5).state, TickState::Active);
        QCOMPARE(ticks.at(7).state, TickState::Pending);
        view.turn.stages = samples::stages(2, false);
        ticks = runningTicks(view, utcNow());
        QCOMPARE(ticks.at(2).state, TickState::Done);    // evidence was gathered before
        QCOMPARE(ticks.at(7).state, TickState::Pending); // but this attempt is not judged yet
        QCOMPARE(runningStage(view.turn), u"Drafting · attempt 2"_s);
    }

    void sourcesComeInTheOrderOfFirstUse()
    {
        Turn turn = samples::picture().last();
        turn.attempts.last().candidates.first().citations = {u"T1"_s, u"2"_s, u"1"_s, u"3"_s};
        QStringList labels;
        for (const Evidence &one : citedEvidence(turn))
            labels.append(one.label);
        QCOMPARE(labels.join(u' '), u"T1 2 1 3"_s);
    }
};

QTEST_GUILESS_MAIN(TestAskState)
#include "tst_ask_state.moc"
