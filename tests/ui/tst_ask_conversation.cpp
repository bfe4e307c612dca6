// SPDX-License-Identifier: Apache-2.0
#include "ask_bench.h"
#include "resources.h"
#include "support/cpu_clock.h"
#include "ui/ask/thread_list.h"
#include "ui/ask/turn_parts.h"
#include "ui/kit/button.h"
#include "ui/kit/search_field.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QScrollBar>

using namespace assay;
using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

QList<Turn> manyTurns(int count)
{
    QList<Turn> many;
    for (int i = 1; i <= count; ++i)
        many.append(
            samples::finished(i, u"Question %1"_s.arg(i), samples::picture().at(i % 2).answer, 0.97F));
    return many;
}

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

StageEvent token(const QString &turnId, const QString &text)
{
    return {
        .turnId = turnId, .record = samples::stages(1, false).last(), .token = text, .turn = std::nullopt};
}

} // namespace

class TestAskConversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initAssayResources();
        initKit();
        applyTheme(*qApp, ThemeChoice::Dark);
    }

    void lettersWorkOnATurn()
    {
        AskBench bench;
        QVERIFY(bench.show());
        bench.fill(manyTurns(5));
        bench.workspace.conversation().focusSelected();
        QCOMPARE(bench.state().selected(), 4);
        bench.key(Qt::Key_K);
        bench.key(Qt::Key_K);
        QCOMPARE(bench.state().selected(), 2);
        bench.key(Qt::Key_J);
        QCOMPARE(bench.state().selected(), 3);
        QVERIFY(bench.scroller().cardAt(3)->hasFocus());
        bench.key(Qt::Key_R); // asks again: frame and selection go to the new turn together
        QCOMPARE(bench.state().selected(), 5);
        QVERIFY(bench.scroller().cardAt(5)->hasFocus());
        bench.key(Qt::Key_K);
        bench.key(Qt::Key_K);
        bench.key(Qt::Key_C);
        QCOMPARE(clipboard(), bench.state().turns().at(3).turn.answer);
        bench.key(Qt::Key_B);
        QCOMPARE(bench.state().turns().at(3).turn.label, Label::Bad);
        bench.key(Qt::Key_B);
        QCOMPARE(bench.state().turns().at(3).turn.label, Label::None);
        bench.key(Qt::Key_L);
        auto *note = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(note);
        QTest::keyClicks(note, u"jkcr, says the operator"_s);
        QTest::keyClick(note, Qt::Key_Return); // nothing is chosen for the operator
        QCOMPARE(bench.state().turns().at(3).turn.label, Label::None);
        bench.key(Qt::Key_Space); // the focus went to Good
        QTest::keyClick(note, Qt::Key_Return);
        QCOMPARE(bench.state().turns().at(3).turn.label, Label::Good);
        QCOMPARE(bench.state().turns().at(3).turn.labelNote, u"jkcr, says the operator"_s);
        QVERIFY(bench.scroller().cardAt(3)->hasFocus());
    }

    void lettersStayTextInTheComposer()
    {
        AskBench bench;
        QVERIFY(bench.show());
        bench.fill(manyTurns(3));
        bench.workspace.focusDefault();
        QTest::keyClicks(bench.edit(), u"jkcrlgbdo"_s);
        QCOMPARE(bench.workspace.composer().text(), u"jkcrlgbdo"_s);
        QCOMPARE(bench.state().selected(), 2);
        bench.key(Qt::Key_Escape); // nothing runs: back to the turns
        QVERIFY(bench.scroller().cardAt(2)->hasFocus());
        bench.key(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(bench.edit()->hasFocus());
    }

    void anOfflineQuestionIsAnsweredLabelledAndAskedAgain()
    {
        AskBench bench;
        QVERIFY(bench.show());
        const QString question = u"What is the refund window for a Lumen Studio invoice?"_s;
        bench.workspace.focusDefault();
        QTest::keyClicks(bench.edit(), question);
        bench.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(bench.workspace.composer().text(), QString());
        QCOMPARE(bench.state().turns().size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.state().turns().first().isRunning(), 30'000);
        const Turn first = bench.state().turns().first().turn;
        QVERIFY2(!first.answer.isEmpty(), qPrintable(first.error));
        QVERIFY(first.offline);
        QCOMPARE(bench.state().threadId(), first.threadId);
        bench.workspace.conversation().focusSelected();
        bench.key(Qt::Key_G);
        QTRY_COMPARE_WITH_TIMEOUT(bench.state().turns().first().turn.label, Label::Good, 5'000);
        bench.key(Qt::Key_R);
        QTRY_COMPARE_WITH_TIMEOUT(bench.state().turns().size(), 2, 5'000);
        QCOMPARE(bench.state().turns().last().turn.question, question);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.state().turns().last().isRunning(), 30'000);
        QVERIFY(bench.workbench->drain(std::chrono::seconds(10)));
        bench.state().openThread({});
        bench.state().openThread(first.threadId);
        QTRY_COMPARE_WITH_TIMEOUT(bench.state().turns().size(), 2, 10'000);
        QCOMPARE(bench.state().turns().first().turn.label, Label::Good); // came back out of the store
    }

    void refusedQuestionsKeepTheirText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("an empty one") << QString();
        QTest::newRow("one of blanks") << u"  \n "_s;
        QTest::newRow("one character too many") << QString(32'001, u'x');
    }

    void refusedQuestionsKeepTheirText()
    {
        QFETCH(QString, text);
        AskBench bench;
        QVERIFY(bench.show());
        bench.workspace.composer().setText(text);
        bench.workspace.focusDefault();
        bench.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!bench.workspace.composer().notice().isEmpty());
        QCOMPARE(bench.workspace.composer().text(), text);
        QVERIFY(bench.state().turns().isEmpty());
        bench.key(Qt::Key_A);
        QVERIFY(bench.workspace.composer().notice().isEmpty());
    }

    void theInputGrowsToEightLines()
    {
        AskBench bench;
        QVERIFY(bench.show());
        const int one = bench.edit()->height();
        QList<int> heights;
        for (int lines = 1; lines <= 12; ++lines) {
            bench.workspace.composer().setText(QStringList(lines, u"line"_s).join(u'\n'));
            bench.settle();
            if (lines > 1 && lines <= 8)
                QTRY_VERIFY(bench.edit()->height() > heights.last());
            heights.append(bench.edit()->height());
        }
        QCOMPARE(heights.at(0), one);
        QCOMPARE(heights.at(11), heights.at(7));
    }

    void aPasteOfAMegabyteIsCutAndSaid()
    {
        AskBench bench;
        QVERIFY(bench.show());
        bench.workspace.focusDefault();
        QGuiApplication::clipboard()->setText(QString(1'000'000, u'x'));
        QElapsedTimer watch;
        watch.start();
        bench.edit()->paste();
        const qint64 took = watch.elapsed();
        qInfo("pasting 1 MB took %lld ms", took);
        QVERIFY(took <
                400); // on a busy machine; the layout of 33,000 characters in one line is what it costs
        QCOMPARE(bench.workspace.composer().text().size(), QuestionEdit::maximum);
        QVERIFY(bench.workspace.composer().notice().contains(u"1,000,000"_s));
    }

    void aCitationOpensItsSourceAndEscClosesIt()
    {
        AskBench bench;
        QVERIFY(bench.show());
        bench.fill(samples::picture());
        auto *answer = bench.scroller().cardAt(0)->findChild<AnswerView *>();
        answer->setFocus();
        QTest::keyClick(answer, Qt::Key_Right);
        QTest::keyClick(answer, Qt::Key_Return);
        QVERIFY(bench.sheet()->isVisible());
        QCOMPARE(bench.sheet()->shownText(), samples::picture().first().evidence.first().text);
        QCOMPARE(bench.state().selected(), 0);
        // With a turn running, Esc still closes the sheet and stops nothing.
        bench.state().beginTurn(u"tn_x"_s, u"?"_s, utcNow());
        bench.key(Qt::Key_Escape);
        QVERIFY(!bench.sheet()->isVisible());
        QVERIFY(bench.state().turns().last().isRunning());
        const auto chips = bench.scroller().cardAt(1)->findChildren<SourceChip *>();
        QCOMPARE(chips.size(), 4);
        QTest::mouseClick(chips.last(), Qt::LeftButton);
        QVERIFY(bench.sheet()->isVisible());
    }

    void aLongThreadOpensAtOnceAtItsEnd()
    {
        AskBench bench;
        QVERIFY(bench.show());
        const QList<Turn> many = manyTurns(500);
        bench.state().openThread(many.first().threadId);
        test::CpuClock watch;
        bench.state().takeStored(many.first().threadId, many);
        QCoreApplication::processEvents();
        bench.workspace.grab();
        qInfo("500 turns shown in %lld ms, %d cards built", watch.elapsed(), bench.scroller().builtCards());
        QVERIFY(watch.elapsed() < 600 * test::timeScale());
        QVERIFY(bench.scroller().builtCards() < 20);
        QVERIFY(bench.scroller().isPinned());
        bench.workspace.conversation().focusSelected();
        for (int i = 0; i < 60; ++i)
            bench.key(Qt::Key_K);
        QCOMPARE(bench.state().selected(), 439);
        const TurnCard *card = bench.scroller().cardAt(439);
        QVERIFY(card && card->isVisible() && card->y() >= 0);
        QVERIFY(bench.scroller().builtCards() < 30);
    }

    void cardsAreAsHighAsTheirContent()
    {
        AskBench bench;
        QVERIFY(bench.show());
        bench.fill(manyTurns(40));
        bench.scroller().verticalScrollBar()->setValue(bench.scroller().verticalScrollBar()->maximum() / 2);
        bench.settle();
        for (int i = 0; i < 40; ++i)
            if (TurnCard *card = bench.scroller().cardAt(i); card && card->isVisible())
                QCOMPARE(card->height(), card->heightForWidth(card->width()));
    }

    void openingAThreadKeepsTheFocusAndShowsItsEnd()
    {
        AskBench bench;
        QVERIFY(bench.show({900, 500}));
        bench.fill({samples::picture().first()});
        bench.workspace.conversation().focusSelected();
        QCursor::setPos(bench.scroller().viewport()->mapToGlobal(QPoint(300, 200)));
        QList<Turn> other = manyTurns(12);
        for (Turn &turn : other)
            turn.threadId = u"th_other"_s;
        bench.fill(other);
        QVERIFY(bench.scroller().isAncestorOf(QApplication::focusWidget()));
        QTRY_COMPARE(QApplication::focusWidget(), bench.scroller().cardAt(11));
        const TurnCard *last = bench.scroller().cardAt(11);
        QCOMPARE(last->height(), last->heightForWidth(last->width()));
        QCOMPARE(last->geometry().bottom() + 1, bench.scroller().viewport()->height());
    }

    void theViewFollowsAStreamUnlessTheUserScrolledUp()
    {
        AskBench bench;
        QVERIFY(bench.show({900, 500}));
        bench.fill(manyTurns(12));
        bench.state().beginTurn(u"tn_x"_s, u"And now?"_s, utcNow());
        for (int i = 0; i < 20; ++i) {
            bench.state().takeEvents({token(u"tn_x"_s, u"Another line of the draft\n"_s)});
            bench.settle();
            QVERIFY(bench.scroller().isPinned());
        }
        QScrollBar *bar = bench.scroller().verticalScrollBar();
        bar->setValue(bar->value() - 700);
        bench.settle();
        QVERIFY(!bench.scroller().isPinned());
        const TurnCard *seen = bench.scroller().cardAt(10);
        QVERIFY(seen);
        const int y = seen->y();
        for (int i = 0; i < 20; ++i)
            bench.state().takeEvents({token(u"tn_x"_s, u"More and more of it\n"_s)});
        bench.settle();
        QCOMPARE(seen->y(), y); // nothing moves under the pointer
        Button *newest = nullptr;
        for (Button *button : bench.workspace.conversation().findChildren<Button *>())
            if (button->text() == u"Newest"_s)
                newest = button;
        QVERIFY(newest && newest->isVisible());
        const QRect cards(bench.scroller().viewport()->mapTo(newest->parentWidget(), QPoint()),
                          bench.scroller().viewport()->size());
        QVERIFY(!newest->geometry().intersects(cards)); // it covers no card's buttons
        QTest::mouseClick(newest, Qt::LeftButton);
        QVERIFY(bench.scroller().isPinned());
        QVERIFY(!newest->isVisible());
    }

    void unsentTextSurvives()
    {
        AskBench bench;
        QVERIFY(bench.show());
        QSignalSpy saved(&bench.workspace, &AskWorkspace::stateChanged);
        QElapsedTimer watch;
        watch.start();
        for (int i = 0; i < 20 && saved.isEmpty(); ++i) {
            QTest::keyClicks(bench.edit(), u"never a pause "_s);
            QTest::qWait(40);
        }
        QCOMPARE(saved.size(), 1);
        QVERIFY(watch.elapsed() <= (500 + 200) * test::timeScale()); // this machine may be busy
        const QJsonObject state = bench.workspace.saveState();
        AskBench other;
        other.workspace.restoreState(state);
        QCOMPARE(other.workspace.composer().text(), bench.workspace.composer().text());
        other.workspace.restoreState(
            QJsonObject{{u"draft"_s, 7}, {u"across"_s, u"%%%"_s}, {u"thread"_s, QJsonObject()}});
        QCOMPARE(other.workspace.composer().text(), bench.workspace.composer().text());
    }

    void everythingFitsAt1024()
    {
        AskBench bench;
        QVERIFY(bench.show({856, 634}));
        bench.fill(samples::picture());
        bench.workspace.composer().setText(u"Check whether the July invoice has the same problem"_s);
        bench.settle();
        QCOMPARE(bench.workspace.width(), 856);
        for (const Button *button : bench.workspace.composer().findChildren<Button *>()) {
            const QRect box(button->mapTo(&bench.workspace.composer(), QPoint()), button->size());
            QVERIFY2(bench.workspace.composer().rect().contains(box), qPrintable(button->text()));
            QVERIFY(button->width() >= button->sizeHint().width());
        }
    }

    void threadsAreFoundByKeyboard()
    {
        ThreadList list;
        QSignalSpy searched(&list, &ThreadList::searched);
        QSignalSpy chosen(&list, &ThreadList::threadChosen);
        list.openAt({0, 0}, u"th_3"_s);
        QCOMPARE(list.condition(), u"loading"_s);
        QList<ThreadSummary> threads;
        for (int i = 0; i < 350; ++i)
            threads.append({.id = u"th_%1"_s.arg(i),
                            .title = u"Thread <b>%1</b>"_s.arg(i),
                            .updated = utcNow(),
                            .turns = 3,
                            .pass = {.judged = 2, .passed = 2},
                            .cost = Micros{31'200}});
        list.setThreads({}, threads);
        QCOMPARE(list.condition(), u"list"_s);
        QCOMPARE(list.view()->model()->rowCount(), ThreadModel::page);
        QTest::keyClick(list.field(), Qt::Key_Down);
        QTest::keyClick(list.field(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), u"th_4"_s);
        list.openAt({0, 0}, {});
        QTest::keyClicks(list.field(), u"refund"_s);
        QTRY_VERIFY(!searched.isEmpty() && searched.last().first() == u"refund"_s);
        list.setThreads({}, threads); // a late answer to another search
        QCOMPARE(list.condition(), u"loading"_s);
        list.setThreads(u"refund"_s, QList<ThreadSummary>());
        QCOMPARE(list.condition(), u"no match"_s);
        list.setThreads(u"refund"_s, fail(Errc::Corrupt, u"The store is damaged."_s));
        QCOMPARE(list.condition(), u"error"_s);
        QTest::keyClick(list.field(), Qt::Key_Escape);
        list.setThreads({}, QList<ThreadSummary>());
        QCOMPARE(list.condition(), u"empty"_s);
    }

    void sampleQuestionsAreAskedByAClick()
    {
        AskBench bench;
        QVERIFY(bench.show());
        const QList<QAbstractButton *> buttons = bench.workspace.conversation().welcome().buttons();
        QCOMPARE(buttons.size(), 5);
        QTest::mouseClick(buttons.first(), Qt::LeftButton);
        QCOMPARE(bench.state().turns().size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.state().turns().first().isRunning(), 30'000);
        QCOMPARE(bench.state().turns().first().turn.status, TurnStatus::Passed);
    }
};

QTEST_MAIN(TestAskConversation)
#include "tst_ask_conversation.moc"
