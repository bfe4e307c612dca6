// SPDX-License-Identifier: Apache-2.0
// The arena with real keys: one question through two profiles, blind, a vote, its labels and the tally.
#include "store/sqlite_store.h"
#include "ui/evaluate/arena_page.h"
#include "ui/evaluate/evaluate_workspace.h"
#include "ui/evaluate/runs_page.h"
#include "ui/kit/controls.h"
#include "ui/window_fixture.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QPlainTextEdit>

using namespace assay;
using namespace assay::test;
using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;
const QString question = u"How long do card refunds take?"_s;

/// The window at its arena.
struct ArenaBench
{
    ArenaBench()
    {
        bench.press(Qt::Key_6, Qt::ControlModifier);
        bench.press(Qt::Key_2, Qt::AltModifier);
        arena = &bench.window->evaluate()->arena();
        arena->setCoin([this] { return swapped; });
        [&] { QVERIFY(bench.window->evaluate()->showsArena()); }();
        [&] { QVERIFY(arena->question().hasFocus()); }();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { bench.press(key, modifiers); }
    /// Types the question, asks and waits for both answers.
    void ask()
    {
        arena->question().setFocus();
        arena->question().clear();
        bench.type(question);
        press(Qt::Key_Return, Qt::ControlModifier);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(arena->phase(), ArenaPage::Phase::Vote, patience); }();
    }
    /// Turns of the last two asked, as the store has them.
    QList<TurnSummary> stored()
    {
        const Result<std::unique_ptr<Store>> store = openReadOnly(bench.workbench->paths().store());
        if (!store)
            return {};
        return (*store)->recentTurns(10).value_or(QList<TurnSummary>());
    }

    bool swapped = false;
    WindowBench bench;
    ArenaPage *arena = nullptr;
};

int labelled(const QList<TurnSummary> &turns, Label label)
{
    return static_cast<int>(std::ranges::count(turns, label, &TurnSummary::label));
}

} // namespace

class TestArena : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothSidesAnswerOneQuestion()
    {
        ArenaBench bench;
        bench.arena->blind().setChecked(false);
        bench.ask();
        QVERIFY(!bench.arena->answerOf(0).isEmpty());
        QVERIFY(!bench.arena->answerOf(1).isEmpty());
        QVERIFY(bench.arena->profiles().first() != bench.arena->profiles().last());
        QVERIFY2(bench.arena->titleOf(0).contains(u"as set"_s), qPrintable(bench.arena->titleOf(0)));
        QVERIFY2(bench.arena->factsOf(0).contains(u"offline"_s), qPrintable(bench.arena->factsOf(0)));
    }

    void blindNothingTellsWhichIsWhich()
    {
        ArenaBench bench;
        QVERIFY2(bench.arena->blind().isChecked(), "blind unless one says otherwise");
        bench.swapped = true;
        bench.ask();
        QCOMPARE(bench.arena->titleOf(0), u"A"_s);
        QCOMPARE(bench.arena->titleOf(1), u"B"_s);
        QCOMPARE(bench.arena->factsOf(0) + bench.arena->factsOf(1), QString());
        QCOMPARE(bench.arena->profiles().last(), QString()); // the first of the two stands at the right
        bench.press(Qt::Key_A);
        QCOMPARE(bench.arena->phase(), ArenaPage::Phase::Voted);
        QVERIFY(bench.arena->titleOf(1).contains(u"as set"_s));
        QVERIFY(!bench.arena->factsOf(0).isEmpty());
    }

    void theCoinDecidesTheSides()
    {
        ArenaBench bench;
        bench.ask();
        const QStringList straight = bench.arena->profiles();
        bench.press(Qt::Key_T);
        bench.swapped = true;
        bench.ask();
        QCOMPARE(bench.arena->profiles(), QStringList(straight.crbegin(), straight.crend()));
    }

    void aKeyVotesAndBothTurnsAreLabelled_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("good");
        QTest::addColumn<int>("bad");
        QTest::addColumn<int>("wins");
        QTest::addColumn<int>("ties");
        QTest::newRow("A: the left one") << int(Qt::Key_A) << 1 << 0 << 1 << 0;
        QTest::newRow("B: the right one") << int(Qt::Key_B) << 1 << 0 << 1 << 0;
        QTest::newRow("T: a tie") << int(Qt::Key_T) << 2 << 0 << 0 << 1;
        QTest::newRow("N: neither") << int(Qt::Key_N) << 0 << 2 << 0 << 0;
    }
    void aKeyVotesAndBothTurnsAreLabelled()
    {
        QFETCH(const int, key);
        QFETCH(const int, good);
        QFETCH(const int, bad);
        QFETCH(const int, wins);
        QFETCH(const int, ties);
        ArenaBench bench;
        bench.ask();
        bench.press(static_cast<Qt::Key>(key));
        QCOMPARE(bench.arena->phase(), ArenaPage::Phase::Voted);
        QTRY_COMPARE_WITH_TIMEOUT(bench.arena->tally().tally().size(), 1, patience);
        const QList<TurnSummary> turns = bench.stored();
        QCOMPARE(turns.size(), 2);
        QCOMPARE(labelled(turns, Label::Good), good);
        QCOMPARE(labelled(turns, Label::Bad), bad);
        for (const TurnSummary &turn : turns) {
            QVERIFY(turn.labelNote.startsWith(u"arena: "_s));
            QCOMPARE(turn.question, question);
        }
        const ArenaScore &score = bench.arena->tally().tally().first();
        QCOMPARE(score.wins + score.losses, wins);
        QCOMPARE(score.ties, ties);
        QCOMPARE(score.votes(), 1);
    }

    void theSameVoteCountsOnce()
    {
        ArenaBench bench;
        bench.ask();
        bench.press(Qt::Key_A);
        bench.press(Qt::Key_B);
        bench.press(Qt::Key_N);
        QTRY_COMPARE_WITH_TIMEOUT(bench.arena->tally().tally().size(), 1, patience);
        QTest::qWait(300);
        QCOMPARE(bench.arena->tally().tally().first().votes(), 1);
        QCOMPARE(labelled(bench.stored(), Label::Good), 1);
    }

    void aVoteIsTakenBack()
    {
        ArenaBench bench;
        bench.ask();
        bench.press(Qt::Key_N);
        QTRY_COMPARE_WITH_TIMEOUT(bench.arena->tally().tally().size(), 1, patience);
        bench.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bench.arena->phase(), ArenaPage::Phase::Vote);
        QTRY_COMPARE_WITH_TIMEOUT(bench.arena->tally().tally().size(), 0, patience);
        QCOMPARE(labelled(bench.stored(), Label::Bad), 0);
        bench.press(Qt::Key_A);
        QTRY_COMPARE_WITH_TIMEOUT(bench.arena->tally().tally().size(), 1, patience);
        QCOMPARE(labelled(bench.stored(), Label::Good), 1);
    }

    void lettersOfTheQuestionDoNotVote()
    {
        ArenaBench bench;
        bench.ask();
        bench.press(Qt::Key_Q);
        QVERIFY(bench.arena->question().hasFocus());
        bench.bench.type(u"tab"_s);
        QCOMPARE(bench.arena->phase(), ArenaPage::Phase::Vote);
        QCOMPARE(bench.arena->question().toPlainText(), u"tab"_s); // the old one was selected
    }

    void whatCannotBeAskedIsSaid()
    {
        ArenaBench bench;
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(bench.arena->said().contains(u"Write a question"_s), qPrintable(bench.arena->said()));
        bench.bench.type(question);
        bench.arena->second().setCurrentIndex(bench.arena->first().currentIndex());
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(bench.arena->said().contains(u"two different"_s), qPrintable(bench.arena->said()));
        QCOMPARE(bench.arena->phase(), ArenaPage::Phase::Question);
        QCOMPARE(bench.bench.workbench->runningCount(), 0);
    }

    void turnsOfTheArenaStayOutOfTheTriageQueue()
    {
        ArenaBench bench;
        bench.ask();
        bench.press(Qt::Key_N); // labelled bad, which else belongs there
        QTRY_COMPARE_WITH_TIMEOUT(labelled(bench.stored(), Label::Bad), 2, patience);
        for (const TurnSummary &turn : bench.stored())
            QVERIFY2(turn.threadId.startsWith(u"rr"_s), qPrintable(turn.threadId));
    }

    void choicesAreRememberedAndRunsKeepTheirKeys()
    {
        ArenaBench bench;
        bench.arena->blind().setChecked(false);
        const QJsonObject state = bench.bench.window->evaluate()->saveState();
        QCOMPARE(state.value(u"shows_arena"_s).toBool(), true);
        QCOMPARE(state.value(u"arena"_s).toObject().value(u"blind"_s).toBool(true), false);
        bench.press(Qt::Key_1, Qt::AltModifier);
        QVERIFY(!bench.bench.window->evaluate()->showsArena());
    }
};

QTEST_MAIN(TestArena)
#include "tst_arena.moc"
