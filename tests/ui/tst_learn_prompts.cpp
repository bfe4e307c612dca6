// SPDX-License-Identifier: Apache-2.0
// The pages of the prompts and of the judge, with real key presses, over turns that were really answered.
#include "ui/ask/wrapped_text.h"
#include "ui/kit/icons.h"
#include "ui/kit/segmented_tabs.h"
#include "ui/kit/states.h"
#include "ui/learn/judge_page.h"
#include "ui/learn/learn_workspace.h"
#include "ui/learn/prompt_lists.h"
#include "ui/learn/prompt_views.h"
#include "ui/learn/prompts_page.h"
#include "ui/learn_prompt_samples.h"
#include "ui/window_fixture.h"

#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>

using namespace assay;
using namespace assay::ui;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

/// A page in its window.
template<typename Page>
void open(Page &page, Actions &actions, ActionScope scope)
{
    actions.listenOn(&page, scope);
    page.resize(1100, 760);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.focusDefault();
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QVERIFY(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

void type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

} // namespace

class TestLearnPrompts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initAssayResources();
        initKit();
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void versionsAreWrittenPromotedAndTakenBack();
    void problemsAreToldWhereTheyAre();
    void aTextThatWasNotKeptStays();
    void differencesAreShownAgainstAnyVersion();
    void aRecordedTurnShowsWhatIsSent();
    void withoutTurnsItSaysSo();
    void goodTurnsBecomeExamples();
    void withoutGoodTurnsItSaysSo();
    void aSuiteTriesTheText();
    void aTrialIsStoppedByKey();
    void aDamagedHistoryIsToldAndReadAgain();
    void attacksRunByKeyAndAreRemembered();
    void attacksAreStoppedByKey();
    void agreementWithPeopleIsCounted();
    void everyControlHasAName();
    void theWindowHasThePages();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLearnPrompts::versionsAreWrittenPromotedAndTakenBack()
{
    PromptBench bench(m_folder->path());
    PromptsPage page(bench.host, bench.hub, bench.actions);
    QSignalSpy facts(&page, &PromptsPage::factsText);
    open(page, bench.actions, ActionScope::LearnPrompts);
    QTRY_VERIFY(page.editor().toPlainText().startsWith(u"You are a support engineer's assistant"_s));
    QVERIFY(!bench.actions.at(ActionId::KeepPrompt)->isEnabled());

    press(Qt::Key_Down); // Stronger prompt
    press(Qt::Key_Return);
    QTRY_COMPARE(page.kind(), PromptKind::Stronger);
    QTRY_VERIFY(page.editor().toPlainText().startsWith(u"An earlier draft"_s));
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), &page.editor());
    press(Qt::Key_End, Qt::ControlModifier);
    type(u" Be exact."_s);
    press(Qt::Key_Return, Qt::ControlModifier); // not kept yet
    QTRY_VERIFY(page.said().contains(u"keep it first"_s));
    QCOMPARE(page.versions().versions().size(), 1);

    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(page.versions().versions().size(), 2);
    QTRY_COMPARE(page.versions().selected(), 0);
    QVERIFY(!page.versions().versions().first().inForce);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(page.versions().versions().first().inForce);
    QVERIFY(facts.last().first().toString().contains(u"v2"_s));
    const PromptRegistry registry(bench.paths.prompts());
    QVERIFY(registry.set()->stronger.endsWith(u" Be exact."_s));
    QCOMPARE(registry.history()->first().who, u"ana"_s);

    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(page.versions().versions().last().inForce);
    QTRY_VERIFY(!page.editor().toPlainText().endsWith(u" Be exact."_s));
    QVERIFY(!bench.actions.at(ActionId::RollBackPrompt)->isEnabled());
}

void TestLearnPrompts::problemsAreToldWhereTheyAre()
{
    PromptBench bench(m_folder->path());
    PromptsPage page(bench.host, bench.hub, bench.actions);
    open(page, bench.actions, ActionScope::LearnPrompts);
    QTRY_VERIFY(!page.editor().toPlainText().isEmpty());
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_Home, Qt::ControlModifier);
    type(u"{{exampels}} "_s);
    QTRY_VERIFY(page.said().contains(u"Line 1, column 1"_s));
    QVERIFY(page.said().contains(u"{{examples}}"_s));
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(page.said().contains(u"1:1"_s));
    QCOMPARE(page.versions().versions().size(), 1);
}

void TestLearnPrompts::aTextThatWasNotKeptStays()
{
    PromptBench bench(m_folder->path());
    PromptsPage page(bench.host, bench.hub, bench.actions);
    open(page, bench.actions, ActionScope::LearnPrompts);
    QTRY_VERIFY(!page.editor().toPlainText().isEmpty());
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    type(u"MINE "_s);
    page.choose(PromptKind::Judge);
    QTRY_VERIFY(page.editor().toPlainText().startsWith(u"--- system ---"_s));
    page.choose(PromptKind::Draft);
    QTRY_VERIFY(page.editor().toPlainText().startsWith(u"MINE You are"_s));
    QVERIFY(bench.actions.at(ActionId::KeepPrompt)->isEnabled());
}

void TestLearnPrompts::differencesAreShownAgainstAnyVersion()
{
    PromptBench bench(m_folder->path());
    PromptRegistry registry(bench.paths.prompts());
    QVERIFY(registry.keep(PromptKind::ForceTool, u"Use them."_s, u"ben"_s, u"short"_s).has_value());
    QVERIFY(registry.keep(PromptKind::ForceTool, u"Use them all."_s, u"ben"_s, {}).has_value());
    PromptsPage page(bench.host, bench.hub, bench.actions);
    open(page, bench.actions, ActionScope::LearnPrompts);
    page.choose(PromptKind::ForceTool);
    QTRY_VERIFY(page.editor().toPlainText().startsWith(u"You must use"_s));
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(page.difference().chooser()->count(), 3);
    QVERIFY(page.difference().chooser()->itemText(1).contains(u"ben"_s));
    QCOMPARE(page.difference().against(), 1);
    QCOMPARE(QApplication::focusWidget(), page.difference().chooser());
    press(Qt::Key_Down);
    QTRY_COMPARE(page.difference().against(), 2);
}

void TestLearnPrompts::aRecordedTurnShowsWhatIsSent()
{
    PromptBench bench(m_folder->path());
    bench.record(sampleQuestions.mid(0, 2), 0);
    PromptsPage page(bench.host, bench.hub, bench.actions);
    open(page, bench.actions, ActionScope::LearnPrompts);
    QTRY_VERIFY(!page.editor().toPlainText().isEmpty());
    press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(page.sent().chooser()->count(), 2);
    QTRY_VERIFY(page.sent().shown().contains(u"--- system ---\nYou are a support engineer's"_s));
    QVERIFY(!page.sent().shown().contains(u"{{"_s));
    const QString first = page.sent().shown();
    press(Qt::Key_Down);
    QTRY_VERIFY(page.sent().shown() != first);
    for (const QString &id : bench.ids) // exactly what was sent
        if (id == page.sent().turnId()) {
            const auto store = openReadOnly(bench.paths.store());
            const Turn turn = *(*store)->turn(id);
            QCOMPARE(page.sent().shown(), messagesText(turn.best()->chosen()->prompt));
        }
}

void TestLearnPrompts::withoutTurnsItSaysSo()
{
    PromptBench bench(m_folder->path());
    PromptsPage page(bench.host, bench.hub, bench.actions);
    open(page, bench.actions, ActionScope::LearnPrompts);
    QTRY_VERIFY(!page.editor().toPlainText().isEmpty());
    page.showView(PromptsPage::View::Sent);
    const auto notes = page.sent().findChildren<WrappedText *>();
    QTRY_VERIFY(notes.first()->shown().contains(u"No turn is recorded yet"_s));
    QVERIFY(!page.sent().chooser()->isEnabled());
}

void TestLearnPrompts::goodTurnsBecomeExamples()
{
    PromptBench bench(m_folder->path());
    bench.record(sampleQuestions, 3, 1);
    PromptsPage page(bench.host, bench.hub, bench.actions);
    open(page, bench.actions, ActionScope::LearnPrompts);
    QTRY_VERIFY(!page.editor().toPlainText().isEmpty());
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(page.examples().chosen().size(), 3);
    type(u"requests per minute of the API"_s);
    QTRY_COMPARE(page.examples().chosen().first().turnId, bench.ids.at(2)); // the one most like it
    page.examples().list().setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_Return); // leave the second
    QCOMPARE(page.examples().chosen().size(), 2);
    press(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(page.kind(), PromptKind::Examples);
    QTRY_VERIFY(
        page.editor().toPlainText().contains(u"--- nearest 3 ---\n--- question "_s + bench.ids.at(2)));
    page.editor().setFocus();
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(page.versions().versions().size(), 2);
    const Result<ChosenPrompt> kept = PromptRegistry(bench.paths.prompts()).read(PromptKind::Examples, 2);
    QCOMPARE(readExamples(kept->text)->examples.size(), 2);
}

void TestLearnPrompts::withoutGoodTurnsItSaysSo()
{
    PromptBench bench(m_folder->path());
    bench.record(sampleQuestions.mid(0, 1), 0, 1);
    PromptsPage page(bench.host, bench.hub, bench.actions);
    open(page, bench.actions, ActionScope::LearnPrompts);
    page.showView(PromptsPage::View::Examples);
    QTRY_VERIFY(page.examples().said().contains(u"No turn with an answer is labelled good yet"_s));
    QVERIFY(page.examples().chosen().isEmpty());
}

void TestLearnPrompts::aSuiteTriesTheText()
{
    PromptBench bench(m_folder->path());
    PromptsPage page(bench.host, bench.hub, bench.actions);
    open(page, bench.actions, ActionScope::LearnPrompts);
    QTRY_VERIFY(!page.editor().toPlainText().isEmpty());
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    type(u"Be kind. "_s);
    press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(bench.actions.at(ActionId::StopPromptTrial)->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(page.trial().shown().contains(u"not distinguishable"_s), 60'000);
    QVERIFY(page.trial().shown().contains(u"12 question"_s));
    QVERIFY(!bench.actions.at(ActionId::StopPromptTrial)->isEnabled());
    QCOMPARE(PromptRegistry(bench.paths.prompts()).history()->size(), 0); // tried, not promoted
}

void TestLearnPrompts::aTrialIsStoppedByKey()
{
    PromptBench bench(m_folder->path());
    PromptsPage page(bench.host, bench.hub, bench.actions);
    open(page, bench.actions, ActionScope::LearnPrompts);
    QTRY_VERIFY(!page.editor().toPlainText().isEmpty());
    press(Qt::Key_R, Qt::ControlModifier);
    press(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(page.trial().shown().contains(u"nothing was compared"_s), 30'000);
    QVERIFY(bench.actions.at(ActionId::TryPrompt)->isEnabled());
}

void TestLearnPrompts::aDamagedHistoryIsToldAndReadAgain()
{
    PromptBench bench(m_folder->path());
    QVERIFY(QDir().mkpath(bench.paths.prompts()));
    QFile file(bench.paths.prompts() + u"/history.jsonl"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("nonsense\n");
    file.close();
    PromptsPage page(bench.host, bench.hub, bench.actions);
    open(page, bench.actions, ActionScope::LearnPrompts);
    auto *failed = page.findChild<ErrorState *>();
    QTRY_VERIFY(failed->isVisible());
    QVERIFY(file.remove());
    Q_EMIT failed->retry();
    QTRY_VERIFY(!failed->isVisible());
    QTRY_VERIFY(!page.editor().toPlainText().isEmpty());
}

void TestLearnPrompts::attacksRunByKeyAndAreRemembered()
{
    PromptBench bench(m_folder->path());
    JudgePage page(bench.host, bench.actions);
    open(page, bench.actions, ActionScope::LearnJudge);
    QTRY_VERIFY(page.verdict().startsWith(u"not measured"_s));
    QVERIFY(!page.table().isVisible());
    QVERIFY(page.agreement().startsWith(u"No turn with a judge's score"_s));
    QTest::keyClick(&page, Qt::Key_R);
    QTRY_VERIFY_WITH_TIMEOUT(page.verdict().contains(u"of 100 pass"_s), 60'000);
    QVERIFY(page.table().isVisible());
    QVERIFY(page.table().rowText(0).startsWith(u"Null answers: gain "_s));
    QVERIFY(page.table().rowText(12).startsWith(u"All attacks: gain "_s));
    QCOMPARE(page.progress(), QString());
    QCOMPARE(QApplication::focusWidget(), &page.table());

    JudgePage again(bench.host, bench.actions);
    again.show();
    QTRY_COMPARE(again.verdict(), page.verdict());
}

void TestLearnPrompts::attacksAreStoppedByKey()
{
    PromptBench bench(m_folder->path());
    JudgePage page(bench.host, bench.actions);
    open(page, bench.actions, ActionScope::LearnJudge);
    QTRY_VERIFY(page.verdict().startsWith(u"not measured"_s));
    press(Qt::Key_R);
    QVERIFY(bench.actions.at(ActionId::StopAttack)->isEnabled());
    press(Qt::Key_Escape);
    QTRY_VERIFY2_WITH_TIMEOUT(page.progress().contains(u"no figure is made of a part"_s),
                              qPrintable(page.progress() + page.verdict()), 8'000);
    QVERIFY(page.verdict().startsWith(u"not measured"_s));
}

void TestLearnPrompts::agreementWithPeopleIsCounted()
{
    PromptBench bench(m_folder->path());
    bench.record(sampleQuestions, 2, 2);
    JudgePage page(bench.host, bench.actions);
    open(page, bench.actions, ActionScope::LearnJudge);
    QTRY_VERIFY(page.agreement().contains(u"of 4 labelled turns"_s));
    QVERIFY2(page.agreement().startsWith(u"offline: the same as people on "_s), qPrintable(page.agreement()));
}

void TestLearnPrompts::everyControlHasAName()
{
    PromptBench bench(m_folder->path());
    PromptsPage prompts(bench.host, bench.hub, bench.actions);
    JudgePage judge(bench.host, bench.actions);
    for (QWidget *page : {static_cast<QWidget *>(&prompts), static_cast<QWidget *>(&judge)})
        for (QWidget *one : page->findChildren<QWidget *>())
            if (one->focusPolicy() & Qt::TabFocus && !one->inherits("QScrollArea") &&
                !one->inherits("QLineEdit") && !one->inherits("QAbstractItemView"))
                QVERIFY2(!one->accessibleName().isEmpty() ||
                             !one->parentWidget()->accessibleName().isEmpty() ||
                             one->inherits("assay::ui::Button"),
                         one->metaObject()->className());
}

void TestLearnPrompts::theWindowHasThePages()
{
    WindowBench bench({}, m_folder->path());
    bench.press(Qt::Key_7, Qt::ControlModifier);
    LearnWorkspace &learn = *bench.window->learn();
    learn.tabs().setFocus();
    press(Qt::Key_Right);
    QTRY_VERIFY(learn.prompts().isVisible());
    QTRY_VERIFY(!learn.prompts().editor().toPlainText().isEmpty());
    learn.focusDefault();
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    type(u"Mine. "_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(learn.prompts().versions().versions().size(), 2);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(learn.prompts().versions().versions().first().inForce);
    QCOMPARE(*PromptRegistry(bench.workbench->paths().prompts()).inForce(PromptKind::Draft), 2);
    bench.workbench->ask({}, sampleQuestions.first());
    QTRY_COMPARE_WITH_TIMEOUT(bench.finished.size(), 1, 20'000);
    QCOMPARE(bench.finished.first().prompts.first().version, 2); // the next turn has it
    learn.tabs().setFocus();
    press(Qt::Key_End);
    QTRY_VERIFY(learn.judge().isVisible());
    QCOMPARE(QApplication::focusWidget(), &learn.tabs());
    learn.judge().focusDefault();
    learn.tabs().setCurrent(1); // as a click does
    QCOMPARE(QApplication::focusWidget(), &learn.prompts().list());
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), &learn.prompts().editor());
    learn.tabs().setCurrent(2);
    learn.tabs().setFocus();
    const QJsonObject state = learn.saveState();
    press(Qt::Key_Home);
    learn.restoreState(state);
    QVERIFY(learn.judge().isVisible());
}

QTEST_MAIN(TestLearnPrompts)
#include "tst_learn_prompts.moc"
