// SPDX-License-Identifier: Apache-2.0
#include "eval/suite_reader.h"
#include "learning/training_data.h"
#include "ui/ask/wrapped_text.h"
#include "ui/filter/filter_field.h"
#include "ui/kit/plain.h"
#include "ui/triage/choice_bar.h"
#include "ui/triage/detail_rows.h"
#include "ui/triage/queue_view.h"
#include "ui/triage/triage_workspace.h"
#include "ui/triage_samples.h"
#include "ui/window_fixture.h"

#include <QtWidgets/QMenu>

using namespace assay;
using namespace assay::test;
using namespace assay::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000;

/// The whole window at its Triage workspace, over a store that has `turns`.
struct TriageBench
{
    explicit TriageBench(const QList<Turn> &turns)
    {
        if (!turns.isEmpty())
            samples::writeTriage(folder.path() + u"/data"_s, turns);
        bench = std::make_unique<WindowBench>(QStringList{}, folder.path());
        triage = bench->window->triage();
        bench->press(Qt::Key_2, Qt::ControlModifier);
        if (!turns.isEmpty())
            [&] { QTRY_COMPARE_WITH_TIMEOUT(triage->queue().list().total, turns.size(), patience); }();
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(turns.isEmpty() || triage->detail().turnId() != QString(), patience);
        }();
    }
    ~TriageBench() { bench.reset(); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        bench->press(key, modifiers);
    }
    const TriageItem &item() const { return triage->queue().currentRow()->item; }
    TriageCounts counts() const { return triage->queue().list().counts; }

    template<typename T, typename Ask>
    Result<T> answerTo(Ask ask)
    {
        std::optional<Result<T>> answer;
        ask([&answer](const Result<T> &result) { answer = result; });
        const bool answered = QTest::qWaitFor([&] { return answer.has_value(); }, patience);
        return answered ? *answer : Result<T>(fail(Errc::Timeout, u"no answer"_s));
    }
    QList<TriageLogEntry> log(const QString &turnId)
    {
        return *answerTo<QList<TriageLogEntry>>(
            [&](auto reply) { triage->host().readLog(turnId, triage, reply); });
    }
    /// What the store has by now, of every turn.
    QList<TriageRow> rows()
    {
        return *answerTo<QList<TriageRow>>([&](auto reply) {
            triage->host().readRows(triage->queue().list().number, 0, 512, triage, reply);
        });
    }

    QTemporaryDir folder;
    std::unique_ptr<WindowBench> bench;
    TriageWorkspace *triage = nullptr;
};

QList<Turn> failures(int count)
{
    QList<Turn> turns;
    for (int id = 1; id <= count; ++id)
        turns.append(failedTurn({.id = id,
                                 .thread = u"th_%1"_s.arg(id),
                                 .score = 0.5F + 0.005F * static_cast<float>(id),
                                 .issues = {id % 2 == 0 ? u"low_accuracy"_s : u"incomplete_coverage"_s},
                                 .question = u"Question %1, how do I do it?"_s.arg(id)}));
    return turns;
}

} // namespace

class TestTriageWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(qputenv("USER", "ada")); }

    /// B, a digit for the reason, E: three keys, and the next turn is there.
    void fiftyTurnsWithAtMostFourKeysEach()
    {
        TriageBench bench(failures(50));
        QSet<QString> seen;
        for (int i = 0; i < 50; ++i) {
            QVERIFY(bench.triage->queue().currentRow() != nullptr);
            seen.insert(bench.item().turnId);
            const qint64 row = bench.item().row;
            if (i % 3 == 0)
                bench.press(Qt::Key_G);
            else
                bench.press(Qt::Key_B);
            QVERIFY(bench.triage->choices().isVisible());
            bench.press(Qt::Key_1);
            QVERIFY(!bench.triage->choices().isVisible());
            bench.press(Qt::Key_E);
            // The next key already means the next turn; only its row has to be there to be read.
            QVERIFY(i == 49 || bench.triage->queue().currentRow() == nullptr || bench.item().row != row);
            QTRY_VERIFY_WITH_TIMEOUT(i == 49 || bench.triage->queue().currentRow() != nullptr, patience);
        }
        QCOMPARE(seen.size(), 50);
        QTRY_COMPARE_WITH_TIMEOUT(bench.counts().resolved, 50, patience);
        QTRY_COMPARE_WITH_TIMEOUT(bench.triage->shown(), TriageWorkspace::Shown::Empty, patience);
        bench.triage->setScope(TriageScope::Resolved);
        QTRY_COMPARE_WITH_TIMEOUT(bench.triage->queue().list().total, 50, patience);
        int good = 0;
        int bad = 0;
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                good = bad = 0;
                for (const TriageRow &row : bench.rows()) {
                    good += row.item.label == Label::Good ? 1 : 0;
                    bad += row.item.label == Label::Bad ? 1 : 0;
                }
                return good == 17 && bad == 33;
            }(),
            patience);
        for (const QString &turn : std::as_const(seen)) {
            const QList<TriageLogEntry> log = bench.log(turn);
            QCOMPARE(log.size(), 2);
            QCOMPARE(log.at(0).action, u"resolve"_s);
            QCOMPARE(log.at(1).action, u"label"_s);
            QCOMPARE(log.at(1).who, u"ada"_s);
        }
    }

    void everyActionIsUndoneByKey_data()
    {
        QTest::addColumn<QList<int>>("keys");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("action");
        QTest::newRow("resolve") << QList<int>{Qt::Key_E} << QString() << u"resolve"_s;
        QTest::newRow("assign to me") << QList<int>{Qt::Key_A, Qt::Key_1} << QString() << u"assign"_s;
        QTest::newRow("a note") << QList<int>{Qt::Key_N} << u"ask billing"_s << u"note"_s;
        QTest::newRow("snooze") << QList<int>{Qt::Key_Z, Qt::Key_2} << QString() << u"snooze"_s;
        QTest::newRow("label bad") << QList<int>{Qt::Key_B, Qt::Key_2} << QString() << u"label"_s;
        QTest::newRow("label good in other words") << QList<int>{Qt::Key_G} << u"fine"_s << u"label"_s;
    }
    void everyActionIsUndoneByKey()
    {
        QFETCH(QList<int>, keys);
        QFETCH(QString, text);
        QFETCH(QString, action);
        TriageBench bench(failures(3));
        const QString turn = bench.item().turnId;
        for (const int key : keys)
            bench.press(static_cast<Qt::Key>(key));
        if (!text.isEmpty()) {
            bench.bench->type(text);
            bench.press(Qt::Key_Return);
        }
        QTRY_COMPARE_WITH_TIMEOUT(bench.log(turn).size(), 1, patience);
        QCOMPARE(bench.log(turn).first().action, action);
        if (!text.isEmpty())
            QVERIFY(bench.log(turn).first().fact.contains(text));
        const auto stored = [&] {
            for (const TriageRow &row : bench.rows())
                if (row.item.turnId == turn)
                    return std::optional(row.item);
            return std::optional<TriageItem>();
        };
        if (action == u"label")
            QTRY_VERIFY_WITH_TIMEOUT(stored() && stored()->label != Label::None, patience);
        else
            QTRY_VERIFY_WITH_TIMEOUT(!stored() || stored()->edit == 1, patience);
        bench.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(bench.log(turn).size(), 2, patience);
        QVERIFY(bench.log(turn).last().undone);
        QTRY_VERIFY_WITH_TIMEOUT(
            stored() && stored()->label == Label::None && stored()->state == TriageState{}, patience);
    }

    void keysWalkFoldAndSelectWhatTheFilterLetsThrough()
    {
        TriageBench bench(failures(12));
        const QueueView &queue = bench.triage->queue();
        QCOMPARE(queue.list().groups.size(), 2);
        bench.press(Qt::Key_J);
        QCOMPARE(queue.current(), 1);
        bench.press(Qt::Key_K);
        QCOMPARE(queue.current(), 0);
        bench.press(Qt::Key_Left);
        QVERIFY(queue.isFolded(0));
        bench.press(Qt::Key_J);
        QCOMPARE(queue.current(), 6);
        bench.press(Qt::Key_Slash);
        bench.bench->type(u"issue = low_accuracy and score < 0.55"_s);
        bench.press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(queue.list().total, 4, patience);
        bench.press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(queue.chosenCount(), 4);
        bench.press(Qt::Key_E);
        QTRY_COMPARE_WITH_TIMEOUT(bench.counts().resolved, 4, patience);
        QTRY_COMPARE_WITH_TIMEOUT(bench.triage->shown(), TriageWorkspace::Shown::Filtered, patience);
        bench.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(queue.list().total, 4, patience);
        QCOMPARE(bench.counts().resolved, 0);
    }

    void aRerunStandsBesideTheAnswer()
    {
        TriageBench bench(failures(2));
        const QString turn = bench.item().turnId;
        bench.press(Qt::Key_R);
        QVERIFY(bench.triage->choices().isVisible());
        bench.press(Qt::Key_1);
        QTRY_COMPARE_WITH_TIMEOUT(bench.bench->finished.size(), 1, patience);
        const Turn again = bench.bench->finished.first();
        QVERIFY(again.threadId.startsWith(u"rr_"));
        QVERIFY(!again.answer.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(bench.log(turn).size(), 1, patience);
        QCOMPARE(bench.log(turn).first().action, u"rerun"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.bench->shows(u"Re-run: as set now"_s), patience);
        QTest::qWait(700); // the re-run is stored by now, and is no turn of the queue
        QCOMPARE(bench.counts().open, 2);
    }

    void theJudgeIsAskedAgain()
    {
        QList<Turn> turns = failures(2);
        turns[0].policy.judgeModel = turns[1].policy.judgeModel = u"offline"_s;
        TriageBench bench(turns);
        const QString turn = bench.item().turnId;
        bench.press(Qt::Key_T);
        bench.press(Qt::Key_1);
        QTRY_COMPARE_WITH_TIMEOUT(bench.log(turn).size(), 1, patience);
        QCOMPARE(bench.log(turn).first().action, u"judge_again"_s);
        QVERIFY(bench.log(turn).first().fact.contains(u"of 3 reach"_s));
        QTRY_VERIFY_WITH_TIMEOUT(bench.bench->shows(u"its own repeats lie"_s), patience);
    }

    void aJudgeThatIsNotThereSaysSo()
    {
        TriageBench bench(failures(1)); // judged by "judge-1", which no provider here has
        bench.press(Qt::Key_T);
        bench.press(Qt::Key_1);
        const auto *note = bench.triage->detail().findChild<WrappedText *>(u"judgeNote"_s);
        QTRY_VERIFY_WITH_TIMEOUT(note->isVisible() && !note->shown().startsWith(u"Asking"_s), patience);
        QVERIFY(!note->shown().isEmpty());
        QVERIFY(bench.log(bench.item().turnId).isEmpty());
    }

    void hostileTextStaysText()
    {
        const QString hostile =
            u"<img src=x onerror=alert(1)>\u202Egpj.exe\n\x1b[31m\0</td>"_s + QString(5000, u'x');
        QList<Turn> turns = failures(2);
        for (Turn &turn : turns) {
            turn.question = hostile;
            turn.answer = hostile;
            turn.labelNote = hostile;
            turn.evidence[0].title = hostile;
            turn.evidence[1].text = hostile;
            Candidate &answer = turn.attempts.first().candidates.first();
            answer.model = hostile;
            answer.answer = hostile;
            answer.judgement->reasoning = hostile;
            answer.judgement->issues = {hostile.left(300)};
            answer.check = {.state = ResponseState::ToolResultsIgnored, .phrase = hostile};
        }
        TriageBench bench(turns);
        bench.press(Qt::Key_N);
        bench.bench->type(u"<b>note</b>"_s);
        bench.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(bench.item().state.note == u"<b>note</b>", patience);
        for (const TriageGrouping grouping : {TriageGrouping::Model, TriageGrouping::Thread,
                                              TriageGrouping::Similar, TriageGrouping::Issue}) {
            bench.triage->setGrouping(grouping);
            QTest::qWait(60);
            QVERIFY(!bench.triage->grab().isNull());
        }
        const QString spoken = bench.triage->queue().accessibleDescription();
        QVERIFY(spoken.contains(u"<img"));
        QVERIFY(!spoken.contains(QChar(0x202E)) && !spoken.contains(u'\x1b'));
        for (const QLabel *label : bench.triage->findChildren<QLabel *>()) {
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text().left(80)));
            QVERIFY(!label->text().contains(QChar(0x202E)));
        }
    }

    void theIgnoredToolResultStandsFirst()
    {
        const Turn turn = samples::triageTurn(samples::triageLines().at(1), 2);
        const QList<TriageEvidence> rows = triageEvidence(turn);
        QCOMPARE(rows.first().label, u"T1"_s);
        QVERIFY(rows.first().ignored);
        QCOMPARE(std::ranges::count_if(rows, &TriageEvidence::ignored), 1);
        QCOMPARE(ignoredPhrase(turn), u"couldn’t find"_s);
        QVERIFY(!triageEvidence(samples::triageTurn(samples::triageLines().at(5), 3)).first().ignored);
    }

    void theEmptyQueueSaysWhatItIsFor()
    {
        TriageBench bench({});
        QTRY_COMPARE_WITH_TIMEOUT(bench.triage->shown(), TriageWorkspace::Shown::Empty, patience);
        QVERIFY(bench.bench->shows(u"Turns come here when"_s));
    }

    /// I, a digit or words: in; I again: out.
    void aTurnGoesIntoTheSuiteAndOutAgain()
    {
        TriageBench bench(failures(2));
        const QString file = bench.folder.path() + u"/data/suites/triage.yaml"_s;
        const QString turn = bench.item().turnId;
        bench.press(Qt::Key_I);
        QTRY_VERIFY_WITH_TIMEOUT(bench.triage->choices().isVisible(), patience);
        bench.bench->type(u"euros a month"_s);
        bench.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(readSuitePath(file).has_value(), patience);
        QCOMPARE(readSuitePath(file)->scenarios.first().contains, QStringList{u"euros a month"_s});
        QCOMPARE(readSuitePath(file)->scenarios.first().metadata.value(u"turn_id"_s).toString(), turn);
        QTRY_COMPARE_WITH_TIMEOUT(bench.log(turn).size(), 1, patience);
        bench.press(Qt::Key_I);
        QTRY_COMPARE_WITH_TIMEOUT(bench.log(turn).size(), 2, patience);
        QVERIFY(!readSuitePath(file));
        QVERIFY(!bench.triage->choices().isVisible());
    }

    void aTurnGoesIntoTheTrainingDataAndOutAgain()
    {
        TriageBench bench(failures(1));
        QFile file(bench.folder.path() + u"/data/training/picked.jsonl"_s);
        bench.press(Qt::Key_L);
        QTRY_VERIFY_WITH_TIMEOUT(bench.triage->choices().isVisible(), patience);
        bench.press(Qt::Key_2);
        QTRY_VERIFY_WITH_TIMEOUT(file.exists() && file.size() > 0, patience);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto examples = readTrainingData(file.readAll());
        QVERIFY(examples);
        QCOMPARE(examples->front().fastPathPassed, std::optional(false));
        bench.press(Qt::Key_L);
        QTRY_COMPARE_WITH_TIMEOUT(QFileInfo(file.fileName()).size(), 0, patience);
    }

    void aSharedQueueThatIsAwaySaysSoAndStaysAsItIs()
    {
        TriageBench bench(failures(2));
        bench.triage->host().setShared({.database = u"postgresql://127.0.0.1:1/queue"_s});
        const QWidget *head = bench.triage->titleBar();
        QTRY_VERIFY_WITH_TIMEOUT(head->accessibleName().contains(u"shared queue cannot be reached"_s),
                                 patience);
        const QString turn = bench.item().turnId;
        bench.press(Qt::Key_E);
        QTest::qWait(500);
        for (const TriageRow &row : bench.rows())
            QVERIFY(!row.item.state.resolved);
        QVERIFY(bench.log(turn).isEmpty());
        bench.triage->host().setShared({});
        QTRY_VERIFY_WITH_TIMEOUT(!head->accessibleName().contains(u"shared queue"_s), patience);
    }

    void escLeavesEverythingAsItWas()
    {
        TriageBench bench(failures(2));
        for (const Qt::Key key : {Qt::Key_B, Qt::Key_A, Qt::Key_N, Qt::Key_Z, Qt::Key_R, Qt::Key_T}) {
            bench.press(key);
            QVERIFY(bench.triage->choices().isVisible());
            bench.press(Qt::Key_Escape);
            QVERIFY(!bench.triage->choices().isVisible());
            QVERIFY(bench.triage->queue().hasFocus());
        }
        QVERIFY(bench.log(bench.item().turnId).isEmpty());
    }
};

QTEST_MAIN(TestTriageWorkspace)
#include "tst_triage_workspace.moc"
