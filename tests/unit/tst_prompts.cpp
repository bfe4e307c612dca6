// SPDX-License-Identifier: Apache-2.0
// Versions of the prompts: what is accepted, kept, put in force and taken back, and what would be sent.
#include "agent/prompt_registry.h"
#include "agent/prompt_render.h"
#include "agent_fixture.h"
#include "base/placeholders.h"
#include "resources.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

class TestPrompts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initAssayResources(); }
    void shippedTemplatesAreAccepted();
    void problemsAreRefusedWithTheirPlace_data();
    void problemsAreRefusedWithTheirPlace();
    void valuesAreFilledInOnce();
    void versionsAreKeptPromotedAndTakenBack();
    void theSameTextIsTheSameVersion();
    void everyPromotionCanBeTakenBackToTheFirst();
    void damageIsFoundAndNamed();
    void changedTextsAreRefused();
    void aPromotionIsForTheNextTurn();
    void everyTurnSaysWhatItWasMadeWith();
    void theModelRewritesTheQuestion_data();
    void theModelRewritesTheQuestion();
    void renderingWithItsOwnVersionsGivesWhatWasSent_data();
    void renderingWithItsOwnVersionsGivesWhatWasSent();
    void aRetryThatNeverHappenedIsShown();
    void examplesAreTheNearest();
    void examplesReadBackAsWritten();

private:
    QTemporaryDir m_folder;
    PromptRegistry registry(const QString &name)
    {
        return PromptRegistry(m_folder.filePath(name), u":/"_s,
                              [] { return fromMicros(1'795'000'000'000'000); });
    }
};

void TestPrompts::shippedTemplatesAreAccepted()
{
    for (const PromptTemplate &one : promptTemplates()) {
        const Result<QString> text = shippedPrompt(one.kind, u":/"_s);
        QVERIFY2(text.has_value(), one.name);
        const Result<> good = acceptPrompt(one.kind, *text);
        QVERIFY2(good.has_value(), good ? "" : qPrintable(good.error().message));
        QCOMPARE(&promptTemplate(one.kind), &one);
        QCOMPARE(promptTemplate(QString::fromLatin1(one.name)), &one);
        QVERIFY(!promptLabel(one.kind).isEmpty() && !promptPurpose(one.kind).isEmpty());
    }
    QCOMPARE(promptTemplate(u"drafts"_s), nullptr);
}

void TestPrompts::problemsAreRefusedWithTheirPlace_data()
{
    QTest::addColumn<PromptKind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("problems"); // "line:column" and a word
    const QString judge =
        u"--- system ---\n{{fence}}\n--- user ---\n{{fence}} {{question}} {{evidence}} {{answer}}\n"
        "--- repair ---\n{{error}}"_s;
    QTest::newRow("a draft without placeholders") << PromptKind::Draft << u"Be brief."_s << QStringList();
    QTest::newRow("a draft with examples")
        << PromptKind::Draft << u"Be brief.\n{{examples}}"_s << QStringList();
    QTest::newRow("an empty text") << PromptKind::Draft << u"  \n"_s << QStringList{u"1:1 empty"_s};
    QTest::newRow("an unknown name") << PromptKind::Draft << u"Be brief.\n  {{exampels}}"_s
                                     << QStringList{u"2:3 {{examples}}"_s};
    QTest::newRow("a name of another template")
        << PromptKind::ForceTool << u"Use {{question}}."_s << QStringList{u"1:5 takes no placeholder"_s};
    QTest::newRow("one brace too few")
        << PromptKind::Draft << u"See {examples}"_s << QStringList{u"1:5 two braces"_s};
    QTest::newRow("a required name is missing")
        << PromptKind::Refine << u"Mend it."_s << QStringList{u"1:9 {{answer}} is missing"_s};
    QTest::newRow("two problems, in order")
        << PromptKind::Rewrite << u"{{titel}}\n{{x}}"_s
        << QStringList{u"1:1 {{titles}}"_s, u"2:1 {{x}}"_s, u"2:6 {{question}} is missing"_s};
    QTest::newRow("other braces are text")
        << PromptKind::Draft << u"JSON: {\"a\": {{ 1 }} {{}} {{A}}"_s << QStringList();
    QTest::newRow("a whole judge") << PromptKind::Judge << judge << QStringList();
    QTest::newRow("a judge without its fence in the second part")
        << PromptKind::Judge << QString(judge).replace(u"---\n{{fence}} {{q"_s, u"---\n{{q"_s)
        << QStringList{u"5:1 user"_s};
    QTest::newRow("a judge without a part")
        << PromptKind::Judge << QString(judge).replace(u"--- repair ---"_s, u"repair"_s)
        << QStringList{u"6:1 {{error}}"_s, u"6:10 repair"_s};
    QTest::newRow("examples without an answer")
        << PromptKind::Examples << u"Intro\n--- question tn_1 ---\nWhy?"_s << QStringList{u"3:1 lacks"_s};
    QTest::newRow("an answer without a question")
        << PromptKind::Examples << u"--- answer ---\nSo."_s << QStringList{u"1:1 No question"_s};
    QTest::newRow("too many nearest")
        << PromptKind::Examples << u"--- nearest 99 ---"_s << QStringList{u"1:1 1 to 20"_s};
}

void TestPrompts::problemsAreRefusedWithTheirPlace()
{
    QFETCH(PromptKind, kind);
    QFETCH(QString, text);
    QFETCH(QStringList, problems);
    const QList<PromptProblem> found = checkPrompt(kind, text);
    QStringList texts;
    for (const PromptProblem &one : found)
        texts.append(one.text());
    QVERIFY2(found.size() == problems.size(), qPrintable(texts.join(u" | "_s)));
    for (qsizetype i = 0; i < problems.size(); ++i) {
        const QString place = problems.at(i).section(u' ', 0, 0);
        QVERIFY2(texts.at(i).startsWith(place + u": "_s), qPrintable(texts.at(i)));
        QVERIFY2(texts.at(i).contains(problems.at(i).section(u' ', 1)), qPrintable(texts.at(i)));
    }
    QCOMPARE(acceptPrompt(kind, text).has_value(), problems.isEmpty());
}

void TestPrompts::valuesAreFilledInOnce()
{
    QCOMPARE(fillPlaceholders(u"{{a}} and {{b}}, {{c}}"_s, {{u"a"_s, u"{{b}}"_s}, {u"b"_s, u"2"_s}}),
             u"{{b}} and 2, {{c}}"_s);
    QCOMPARE(fillPlaceholders(u"{{{a}}}"_s, {{u"a"_s, u"x"_s}}), u"{x}"_s);
}

void TestPrompts::versionsAreKeptPromotedAndTakenBack()
{
    PromptRegistry prompts = registry(u"kept"_s);
    const Result<PromptVersion> kept =
        prompts.keep(PromptKind::Draft, u"Be kind.\r\n"_s, u"ana"_s, u"softer"_s);
    QVERIFY(kept.has_value());
    QCOMPARE(kept->version, 2);
    QCOMPARE(*prompts.inForce(PromptKind::Draft), 1);
    QCOMPARE(prompts.read(PromptKind::Draft, 2)->text, u"Be kind."_s);

    QVERIFY(prompts.promote(PromptKind::Draft, 2, u"ben"_s, u"trial"_s).has_value());
    QCOMPARE(*prompts.inForce(PromptKind::Draft), 2);
    QCOMPARE(prompts.set()->system, u"Be kind."_s);
    QCOMPARE(*prompts.set()->use(PromptKind::Draft), (PromptUse{u"draft"_s, 2, kept->hash}));
    QCOMPARE(prompts.set()->use(PromptKind::Judge)->version, 1);
    QCOMPARE(prompts.promote(PromptKind::Draft, 2, u"ben"_s, {}).error().code, Errc::InvalidArgument);
    QCOMPARE(prompts.promote(PromptKind::Draft, 9, u"ben"_s, {}).error().code, Errc::NotFound);

    QVERIFY(prompts.rollBack(PromptKind::Draft, u"ana"_s).has_value());
    QCOMPARE(*prompts.inForce(PromptKind::Draft), 1);
    const QList<PromptEvent> history = *prompts.history();
    QCOMPARE(history.size(), 3);
    QCOMPARE(history.first().action, PromptAction::RolledBack);
    QCOMPARE(history.first().replaced, 2);
    QCOMPARE(history.at(1).who, u"ben"_s);
    QCOMPARE(history.at(1).note, u"trial"_s);
    QCOMPARE(history.at(2).at, fromMicros(1'795'000'000'000'000));
    QCOMPARE(prompts.versions(PromptKind::Draft)->size(), 2);
    QVERIFY(prompts.versions(PromptKind::Draft)->first().inForce);
}

void TestPrompts::theSameTextIsTheSameVersion()
{
    PromptRegistry prompts = registry(u"same"_s);
    const QString shipped = *shippedPrompt(PromptKind::Refine, u":/"_s);
    QCOMPARE(prompts.keep(PromptKind::Refine, shipped + u"\n\n"_s, u"ana"_s, {})->version, 1);
    QCOMPARE(prompts.keep(PromptKind::Refine, u"Mend {{answer}}"_s, u"ana"_s, {})->version, 2);
    QCOMPARE(prompts.keep(PromptKind::Refine, u"Mend {{answer}} "_s, u"ben"_s, {})->version, 2);
    QCOMPARE(prompts.history()->size(), 1);
    QVERIFY(!prompts.keep(PromptKind::Refine, u"Mend it"_s, u"ben"_s, {}).has_value());
    QCOMPARE(prompts.history()->size(), 1);
}

void TestPrompts::everyPromotionCanBeTakenBackToTheFirst()
{
    PromptRegistry prompts = registry(u"stack"_s);
    for (int i = 2; i <= 4; ++i) {
        QCOMPARE(prompts.keep(PromptKind::Stronger, u"Harder %1."_s.arg(i), u"a"_s, {})->version, i);
        QVERIFY(prompts.promote(PromptKind::Stronger, i, u"a"_s, {}).has_value());
    }
    for (int i = 3; i >= 1; --i)
        QCOMPARE(prompts.rollBack(PromptKind::Stronger, u"a"_s)->version, i);
    QCOMPARE(prompts.rollBack(PromptKind::Stronger, u"a"_s).error().code, Errc::NotFound);
    QVERIFY(prompts.promote(PromptKind::Stronger, 3, u"a"_s, {}).has_value());
    QVERIFY(prompts.promote(PromptKind::Stronger, 1, u"a"_s, {}).has_value()); // the shipped one, by name
    QCOMPARE(*prompts.inForce(PromptKind::Stronger), 1);
    QCOMPARE(prompts.rollBack(PromptKind::Stronger, u"a"_s)->version, 3);
}

void TestPrompts::damageIsFoundAndNamed()
{
    PromptRegistry prompts = registry(u"damaged"_s);
    QVERIFY(prompts.keep(PromptKind::Draft, u"One."_s, u"a"_s, {}).has_value());
    PromptsInForce inForce(prompts, *PromptSet::load(u":/"_s));
    QVERIFY(prompts.promote(PromptKind::Draft, 2, u"a"_s, {}).has_value());
    QCOMPARE(inForce.newest()->system, u"One."_s);
    QFile file(prompts.historyPath());
    QVERIFY(file.open(QIODevice::Append));
    file.write("{\"template\": \"drift\"}\n");
    file.close();
    QCOMPARE(prompts.history().error().code, Errc::Corrupt);
    QVERIFY(prompts.history().error().message.contains(u"line 3"_s));
    QVERIFY(
        !prompts.keep(PromptKind::Draft, u"Two."_s, u"a"_s, {}).has_value()); // nothing is written over it
    QCOMPARE(inForce.newest()->system, u"One."_s);                            // the last good ones stay
    QVERIFY(inForce.problem().contains(u"line 3"_s));
}

void TestPrompts::changedTextsAreRefused()
{
    PromptRegistry prompts = registry(u"changed"_s);
    const PromptVersion kept = *prompts.keep(PromptKind::Draft, u"One."_s, u"a"_s, {});
    QFile file(prompts.folder() + u'/' + kept.hash + u".md"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Another.");
    file.close();
    QCOMPARE(prompts.read(PromptKind::Draft, 2).error().code, Errc::Corrupt);
    QVERIFY(!prompts.promote(PromptKind::Draft, 2, u"a"_s, {}).has_value());
}

void TestPrompts::aPromotionIsForTheNextTurn()
{
    PromptRegistry prompts = registry(u"next"_s);
    QVERIFY(prompts.keep(PromptKind::Draft, u"NEW"_s, u"a"_s, {}).has_value());
    const auto inForce = std::make_shared<PromptsInForce>(prompts, *PromptSet::load(u":/"_s));
    Bench bench;
    bench.judge->scores = {0.2F, 0.97F};
    AgentParts parts = bench.parts();
    parts.promptsInForce = [inForce] { return inForce->newest(); };
    Agent agent(std::move(parts));
    // Promoted while the first attempt runs: the second of the same turn still has the old one.
    bool promoted = false;
    const EventSink sink = [&](const StageEvent &event) {
        if (event.record.stage == Stage::Judge && !std::exchange(promoted, true))
            QVERIFY(prompts.promote(PromptKind::Draft, 2, u"a"_s, {}).has_value());
    };
    const Turn first = QCoro::waitFor(agent.ask({.question = question}, sink, {}));
    QVERIFY(promoted);
    QCOMPARE(first.attempts.size(), 2);
    QVERIFY(!first.attempts.last().candidates.first().prompt.first().text.startsWith(u"NEW"_s));
    const Turn second = QCoro::waitFor(agent.ask({.question = question}, {}, {}));
    QVERIFY(second.attempts.first().candidates.first().prompt.first().text.startsWith(u"NEW\n\n"_s));
    const auto version = [](const Turn &turn) {
        return std::ranges::find(turn.prompts, u"draft"_s, &PromptUse::name)->version;
    };
    QCOMPARE(version(first), 1);
    QCOMPARE(version(second), 2);
}

void TestPrompts::everyTurnSaysWhatItWasMadeWith()
{
    Bench bench;
    AgentParts parts = bench.parts();
    parts.prompts = *PromptSet::load(u":/"_s);
    Agent agent(std::move(parts));
    const Turn turn = QCoro::waitFor(agent.ask({.question = question}, {}, {}));
    QCOMPARE(turn.prompts.size(), qsizetype(promptTemplates().size()));
    for (const PromptUse &one : turn.prompts) {
        QCOMPARE(one.version, 1);
        QCOMPARE(one.hash, promptHash(*shippedPrompt(promptTemplate(one.name)->kind, u":/"_s)));
    }
    QVERIFY(!turn.attempts.first().candidates.first().prompt.first().text.contains(u"{{"_s));
}

void TestPrompts::theModelRewritesTheQuestion_data()
{
    QTest::addColumn<QString>("reply");
    QTest::addColumn<QString>("query"); // empty = rewritten by rule
    QTest::newRow("a query") << u"refund timing card"_s << u"refund timing card"_s;
    QTest::newRow("a quoted query after an empty line")
        << u"\n \"refund timing\"\nBecause …"_s << u"refund timing"_s;
    QTest::newRow("nothing to use") << u"…"_s << QString();
    QTest::newRow("far too long") << QString(500, u'x') << QString();
}

void TestPrompts::theModelRewritesTheQuestion()
{
    QFETCH(QString, reply);
    QFETCH(QString, query);
    QCOMPARE(rewriteReply(reply), query);
    Bench bench;
    bench.policy.cascade = false; // the premium model drafts: what the fast one is sent is the rewriting
    bench.knowledge->found = {passage(u"weather"_s, u"It rains."_s)};
    bench.fast->answers = {reply};
    AgentParts parts = bench.parts();
    parts.prompts.rewrite = u"REWRITE {{question}} {{titles}}"_s;
    Agent agent(std::move(parts));
    const Turn turn = QCoro::waitFor(agent.ask({.question = question}, {}, {}));
    QCOMPARE(bench.fast->requests.size(), 1);
    QVERIFY(bench.fast->requests.first().messages.first().text.startsWith(u"REWRITE "_s + question));
    if (!query.isEmpty())
        QCOMPARE(turn.rewrittenQuery, query);
    Micros sum = Micros{0};
    for (const Attempt &one : turn.attempts)
        sum += one.cost.amount;
    QCOMPARE(turn.cost.amount, sum); // the rewriting is in the sum of the attempts
    QCOMPARE(turn.cost.amount,
             bench.fast->price + Micros{turn.attempts.size() * (bench.premium->price.value + 10)});
}

void TestPrompts::renderingWithItsOwnVersionsGivesWhatWasSent_data()
{
    QTest::addColumn<RetryStrategy>("strategy");
    QTest::addColumn<PromptKind>("kind");
    QTest::newRow("a draft") << RetryStrategy::SameInputs << PromptKind::Draft;
    QTest::newRow("a stronger prompt") << RetryStrategy::StrongerPrompt << PromptKind::Stronger;
    QTest::newRow("a refined answer") << RetryStrategy::RefineResponse << PromptKind::Refine;
    QTest::newRow("a forced tool") << RetryStrategy::ForceToolCall << PromptKind::ForceTool;
}

void TestPrompts::renderingWithItsOwnVersionsGivesWhatWasSent()
{
    QFETCH(RetryStrategy, strategy);
    QFETCH(PromptKind, kind);
    Bench bench;
    bench.policy.retryStrategy = strategy;
    bench.policy.maxRetries = 1;
    bench.judge->scores = {0.2F, 0.97F};
    bench.judge->reasoning = u"Missing: the weekend"_s;
    AgentParts parts = bench.parts();
    parts.prompts = *PromptSet::load(u":/"_s);
    parts.prompts.examples = {.introduction = u"GOOD"_s, .examples = {{u"tn_1"_s, u"Why?"_s, u"So."_s}}};
    const PromptSet set = parts.prompts;
    Agent agent(std::move(parts));
    const Turn turn = QCoro::waitFor(agent.ask(
        {.question = question, .history = {{u"Hello?"_s, u"Yes."_s}, {u"And?"_s, u"No."_s}}}, {}, {}));
    QCOMPARE(turn.attempts.size(), 2);
    for (const Attempt &attempt : turn.attempts) {
        const Result<RenderedPrompt> shown = renderPrompt(kind, set, turn, attempt.number, {});
        QVERIFY(shown.has_value());
        QCOMPARE(shown->messages, attempt.chosen()->prompt);
    }
    const Result<RenderedPrompt> shown = renderPrompt(kind, set, turn, 0, {});
    QVERIFY(shown.has_value());
    QCOMPARE(shown->attempt, 2); // returned, and the one that used the template
    QVERIFY(shown->note.isEmpty());

    PromptSet other = set;
    QVERIFY(other.put(*unsavedPrompt(PromptKind::Draft, u"OTHER {{examples}}"_s)).has_value());
    QCOMPARE(renderPrompt(PromptKind::Draft, other, turn, 1, {})->messages.first().text.left(30),
             u"OTHER GOOD\n\nQuestion: Why?\nAns"_s);
    QCOMPARE(renderPrompt(kind, set, turn, 7, {}).error().code, Errc::NotFound);
    const QString judged = messagesText(renderPrompt(PromptKind::Judge, set, turn, 1, {})->messages);
    QVERIFY(judged.contains(question) && judged.contains(u"--- user ---"_s) && !judged.contains(u"{{"_s));
}

void TestPrompts::aRetryThatNeverHappenedIsShown()
{
    Bench bench;
    AgentParts parts = bench.parts();
    const PromptSet set = parts.prompts;
    Agent agent(std::move(parts));
    const Turn turn = QCoro::waitFor(agent.ask({.question = question}, {}, {}));
    QCOMPARE(turn.attempts.size(), 1);
    const Result<RenderedPrompt> shown = renderPrompt(PromptKind::Refine, set, turn, 0, {});
    QVERIFY(shown.has_value());
    QCOMPARE(shown->attempt, 2);
    QVERIFY(!shown->note.isEmpty());
    QVERIFY(shown->messages.last().text.startsWith(u"REFINE\n\n"_s + turn.answer));
    Turn none = turn;
    none.attempts.clear();
    QCOMPARE(renderPrompt(PromptKind::Draft, set, none, 0, {}).error().code, Errc::NotFound);
}

void TestPrompts::examplesAreTheNearest()
{
    const ExamplePool pool{.introduction = u"Like this:"_s,
                           .nearest = 1,
                           .examples = {{u"a"_s, u"How do I change my password?"_s, u"In the profile."_s},
                                        {u"b"_s, u"How long do bank refunds take?"_s, u"Ten days."_s},
                                        {u"c"_s, question, u"Five days."_s}}};
    const QString text = examplesFor(pool, question, {});
    QCOMPARE(text, u"Like this:\n\nQuestion: How long do bank refunds take?\nAnswer: Ten days."_s);
    QVERIFY(examplesFor(pool, u"Where is the password?"_s, {}).contains(u"In the profile."_s));
    QCOMPARE(examplesFor({.introduction = u"Like this:"_s}, question, {}), QString());
    ExamplePool all = pool;
    all.nearest = 0;
    QCOMPARE(examplesFor(all, u"x"_s, {}).count(u"Question:"_s), 3);
}

void TestPrompts::examplesReadBackAsWritten()
{
    const ExamplePool pool{
        .introduction = u"Two\nlines"_s,
        .nearest = 3,
        .examples = {{u"tn_1"_s, u"Why?\nReally?"_s, u"So.\n\n[1] and {{x}}"_s}, {{}, u"a"_s, u"b"_s}}};
    const QString text = examplesText(pool);
    QVERIFY(checkPrompt(PromptKind::Examples, text).isEmpty());
    QCOMPARE(*readExamples(text), pool);
    const ExamplePool sly{.examples = {{u"tn_1"_s, u"a"_s, u"b\n--- question x ---\nc"_s}}};
    QCOMPARE(readExamples(examplesText(sly))->examples.size(), 1);
}

QTEST_GUILESS_MAIN(TestPrompts)
#include "tst_prompts.moc"
