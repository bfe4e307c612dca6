// SPDX-License-Identifier: Apache-2.0
// Suites as files: every form that is read, what is said of a mistake, and whether what the shipped suites
// expect stands in the articles.
#include "eval/promptfoo.h"
#include "eval/suite_reader.h"
#include "eval/suite_writer.h"
#include "resources.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <re2/re2.h>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

/// A scenario that has every key.
const QByteArray everyKey = R"({
  "id": "refund-window", "description": "how long", "query": "How long is the refund window?",
  "context": "The customer pays by card.",
  "expected_output_contains": ["60 days"], "expected_output_not_contains": ["90 days"],
  "quality_threshold": 0.9, "max_latency_ms": 5000, "expected_tool_calls": ["knowledge"],
  "max_cost_usd": 0.05, "max_tokens": 4096, "accuracy_threshold": 0.91, "relevance_threshold": 0.92,
  "completeness_threshold": 0.93, "safety_threshold": 0.94, "coherence_threshold": 0.95,
  "conciseness_threshold": 0.96, "case_insensitive_validation": true, "difficulty": "Complex"
})";

Scenario everyField()
{
    return {.id = u"refund-window"_s,
            .description = u"how long"_s,
            .query = u"How long is the refund window?"_s,
            .context = u"The customer pays by card."_s,
            .difficulty = Difficulty::Complex,
            .contains = {u"60 days"_s},
            .notContains = {u"90 days"_s},
            .caseInsensitive = true,
            .toolCalls = {u"knowledge"_s},
            .qualityThreshold = 0.9F,
            .bounds = {.accuracy = 0.91F,
                       .relevance = 0.92F,
                       .completeness = 0.93F,
                       .safety = 0.94F,
                       .coherence = 0.95F,
                       .conciseness = 0.96F},
            .maxLatency = std::chrono::milliseconds(5000),
            .maxCost = Micros{50'000},
            .maxTokens = 4096};
}

QStringList problemsOf(const QByteArray &text, const QString &file)
{
    QStringList lines;
    const SuiteReading reading = readSuite(text, file);
    if (!reading)
        for (const SettingProblem &problem : reading.error())
            lines.append(problem.text());
    return lines;
}

void write(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QString article(const QString &id)
{
    QFile file(u":/knowledge/"_s + id.sliced(3) + u".md"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// As answers are compared: case, dashes and spaces aside.
QString evened(QString text)
{
    return text.toCaseFolded().replace(QChar(0x2013), u'-').replace(QChar(0x203A), u'>').simplified();
}

QStringList articlesOf(const Scenario &one)
{
    QStringList all = one.sources;
    const QJsonArray related = one.metadata.value(u"articles"_s).toArray();
    for (const QJsonValue &id : related)
        all.append(id.toString());
    return all;
}

} // namespace

class TestEvalSuites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initAssayResources(); }

    void upstreamScenarioFileIsReadWhole()
    {
        const SuiteReading reading = readSuite(everyKey, u"refund.json"_s);
        QVERIFY2(reading, qPrintable(problemsOf(everyKey, u"refund.json"_s).join(u'\n')));
        QCOMPARE(reading->scenarios, QList{everyField()});
    }

    void everyFormReadsTheSame_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        const QByteArray line = QByteArray(everyKey).replace('\n', ' ');
        QTest::newRow("JSON lines") << u"a.jsonl"_s << line + "\n\n";
        QTest::newRow("a JSON list") << u"a.json"_s << "[" + everyKey + "]";
        QTest::newRow("a JSON suite") << u"a.json"_s << R"({"name":"x","scenarios":[)" + everyKey + "]}";
        QTest::newRow("YAML, which holds JSON") << u"a.yaml"_s << "scenarios:\n  - " + line;
        QTest::newRow("YAML with a default") << u"a.yaml"_s
                                             << "defaults: {max_tokens: 4096}\nscenarios:\n  - " +
                                                    QByteArray(line).replace("\"max_tokens\": 4096,", "");
    }

    void everyFormReadsTheSame()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        const SuiteReading reading = readSuite(text, file);
        QVERIFY2(reading, qPrintable(problemsOf(text, file).join(u'\n')));
        QCOMPARE(reading->scenarios, QList{everyField()});
    }

    void scenarioFolderIsSortedById()
    {
        QTemporaryDir folder;
        write(folder.filePath(u"z/first.json"_s), R"({"id":"b","description":"","query":"two?"})");
        write(folder.filePath(u"last.json"_s), R"({"id":"a","description":"","query":"one?"})");
        write(folder.filePath(u"readme.txt"_s), "no scenario");
        const SuiteReading reading = readSuitePath(folder.path());
        QVERIFY(reading);
        QCOMPARE(reading->scenarios.size(), 2);
        QCOMPARE(reading->scenarios.first().id, u"a"_s);
        write(folder.filePath(u"again.json"_s), R"({"id":"a","description":"","query":"one?"})");
        QVERIFY(!readSuitePath(folder.path()));
    }

    void streamingSuiteHasExpectedAnswers()
    {
        const SuiteReading reading = readSuite(
            R"({"name":"qa","description":"d","version":"2","cases":[{"id":"c1","query":"Capital of France?",
                "expected_answer":"Paris","metadata":{"k":1}}]})",
            u"suite.json"_s);
        QVERIFY(reading);
        QCOMPARE(reading->name, u"qa"_s);
        QCOMPARE(*reading->scenarios.first().expected, u"Paris"_s);
        QCOMPARE(reading->scenarios.first().match, AnswerMatch::Fuzzy);
    }

    void datasetLinesNeedNoId()
    {
        const SuiteReading reading =
            readSuite("{\"input\":\"One?\",\"output\":\"1\"}\n{\"question\":\"Two?\",\"answer\":\"2\"}\n",
                      u"d.jsonl"_s);
        QVERIFY(reading);
        QCOMPARE(reading->scenarios.at(1).id, u"line-2"_s);
        QCOMPARE(reading->scenarios.at(1).query, u"Two?"_s);
        QCOMPARE(*reading->scenarios.at(0).expected, u"1"_s);
    }

    void mistakesNameFileLineAndKey_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("a key misspelt")
            << u"s.yaml"_s << QByteArray("scenarios:\n  - id: a\n    query: q?\n    max_token: 4\n")
            << QStringList{u"s.yaml:4"_s, u"scenarios[0].max_token"_s, u"max_tokens?"_s};
        QTest::newRow("a score out of range")
            << u"s.yaml"_s << QByteArray("scenarios:\n  - id: a\n    query: q?\n    quality_threshold: 95\n")
            << QStringList{u"s.yaml:4"_s, u"quality_threshold"_s, u"between 0 and 1"_s};
        QTest::newRow("a text for a list")
            << u"s.json"_s
            << QByteArray("{\"id\":\"a\",\n\"query\":\"q?\",\n\"expected_tool_calls\":\"search\"}")
            << QStringList{u"s.json:3"_s, u"expected_tool_calls"_s, u"a list"_s};
        QTest::newRow("an id twice, in the third line")
            << u"s.jsonl"_s
            << QByteArray("{\"id\":\"a\",\"query\":\"q?\"}\n\n{\"id\":\"a\",\"query\":\"r?\"}\n")
            << QStringList{u"s.jsonl:3"_s, u"id"_s, u"“a”"_s};
        QTest::newRow("no question") << u"s.jsonl"_s << QByteArray("{\"id\":\"a\"}\n")
                                     << QStringList{u"s.jsonl:1"_s, u"query"_s};
        QTest::newRow("a broken line") << u"s.jsonl"_s << QByteArray("{\"id\":\"a\",\"query\":\"q?\"}\n{\n")
                                       << QStringList{u"s.jsonl:2"_s, u"JSON"_s};
        QTest::newRow("a pattern that is none")
            << u"s.yaml"_s
            << QByteArray("scenarios:\n  - id: a\n    query: q?\n    expected_output_matches: \"(\"\n")
            << QStringList{u"s.yaml:4"_s, u"expected_output_matches"_s};
        QTest::newRow("an expectation that holds always")
            << u"s.yaml"_s
            << QByteArray("scenarios:\n  - id: a\n    query: q?\n    expected_output_contains: [\"\"]\n")
            << QStringList{u"s.yaml:4"_s, u"empty"_s};
        QTest::newRow("an identity as a default")
            << u"s.yaml"_s << QByteArray("defaults:\n  query: x\nscenarios:\n  - id: a\n    query: q?\n")
            << QStringList{u"s.yaml:2"_s, u"defaults.query"_s};
    }

    void mistakesNameFileLineAndKey()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        QFETCH(QStringList, said);
        const QStringList problems = problemsOf(text, file);
        QCOMPARE(problems.size(), 1);
        for (const QString &part : said)
            QVERIFY2(problems.first().contains(part), qPrintable(problems.first() + u" lacks "_s + part));
    }

    void shippedSuitesAreLarge()
    {
        QCOMPARE(shippedSuites().last(), u"full"_s);
        const SuiteReading full = findSuite(u"full"_s);
        if (!full)
            for (const SettingProblem &problem : full.error())
                qWarning("%s", qPrintable(problem.text()));
        QVERIFY(full);
        QVERIFY(full->scenarios.size() >= 120);
        QMap<QString, int> counts;
        QSet<QString> questions;
        for (const Scenario &one : full->scenarios) {
            ++counts[one.category];
            questions.insert(one.query.simplified().toCaseFolded());
        }
        QCOMPARE(questions.size(), full->scenarios.size());
        for (const char *category :
             {"direct", "multi_document", "ambiguous", "unanswerable", "adversarial", "needs_tool", "german"})
            QVERIFY2(counts.value(QLatin1StringView(category)) >= 10, category);
    }

    void unknownSuiteTellsTheNearest()
    {
        const SuiteReading reading = findSuite(u"tool_uses"_s);
        QVERIFY(!reading);
        QVERIFY(reading.error().first().text().contains(u"Did you mean tool_use?"));
    }

    void expectationsStandInTheArticles_data()
    {
        QTest::addColumn<int>("index");
        const SuiteReading full = findSuite(u"full"_s);
        QVERIFY(full);
        for (int i = 0; i < full->scenarios.size(); ++i)
            QTest::newRow(qPrintable(full->scenarios.at(i).id)) << i;
    }

    void expectationsStandInTheArticles()
    {
        static const Suite full = *findSuite(u"full"_s);
        QFETCH(int, index);
        const Scenario &one = full.scenarios.at(index);
        QString text;
        for (const QString &id : articlesOf(one)) {
            QVERIFY2(!article(id).isEmpty(), qPrintable(id));
            text += article(id) + u'\n';
        }
        const QString known = evened(text);
        for (const QString &wanted : one.contains)
            QVERIFY2(known.contains(evened(wanted)), qPrintable(wanted));
        for (const QStringList &any : one.containsAny)
            QVERIFY2(std::ranges::any_of(any, [&](const QString &t) { return known.contains(evened(t)); }),
                     qPrintable(any.join(u'/')));
        for (const QString &forbidden : one.notContains)
            QVERIFY2(!known.contains(evened(forbidden)), qPrintable(forbidden));
        if (!one.matches.isEmpty())
            QVERIFY(re2::RE2::PartialMatch(text.toStdString(), re2::RE2(one.matches.toStdString())));
        // Something is expected, and of what a suite cannot be answered no article speaks.
        QVERIFY(!one.contains.isEmpty() || !one.containsAny.isEmpty() || !one.matches.isEmpty() ||
                one.abstains);
        if (!one.abstains)
            return;
        const QString absent = one.metadata.value(u"absent"_s).toString();
        QVERIFY(one.query.contains(absent, Qt::CaseInsensitive));
        const QStringList all = QDir(u":/knowledge"_s).entryList({u"*.md"_s});
        QVERIFY(all.size() >= 79);
        for (const QString &name : all)
            QVERIFY2(!article(u"kb/"_s + name.chopped(3)).contains(absent, Qt::CaseInsensitive),
                     qPrintable(name));
    }

    void promptfooTestsBecomeScenarios()
    {
        const QByteArray text = R"(description: support
prompts: ["Answer {{question}} in {{language}}"]
defaultTest:
  assert:
    - {type: latency, threshold: 3000}
tests:
  - description: window
    vars: {question: "How long?", language: en}
    assert:
      - {type: icontains, value: 60 days}
      - {type: not-contains, value: sorry}
      - {type: contains-any, value: [day, days]}
      - {type: cost, threshold: 0.002}
      - {type: llm-rubric, value: is polite}
  - vars: {question: "Again?"}
    assert: [{type: equals, value: "No."}, {type: regex, value: "N."}]
)";
        const Result<SuiteImport> import = importPromptfoo(text, u"promptfooconfig.yaml"_s);
        QVERIFY(import);
        QCOMPARE(import->suite.scenarios.size(), 2);
        const Scenario &first = import->suite.scenarios.first();
        QCOMPARE(first.query, u"How long?"_s);
        QCOMPARE(first.contains, QStringList{u"60 days"_s});
        QCOMPARE(first.notContains, QStringList{u"sorry"_s});
        QCOMPARE(first.containsAny, (QList<QStringList>{{u"day"_s, u"days"_s}}));
        QVERIFY(first.caseInsensitive);
        QCOMPARE(first.maxLatency->count(), 3000);
        QCOMPARE(first.maxCost->value, 2000);
        QCOMPARE(*import->suite.scenarios.at(1).expected, u"No."_s);
        QCOMPARE(import->suite.scenarios.at(1).matches, u"N."_s);
        QVERIFY2(std::ranges::any_of(import->notes,
                                     [](const QString &note) {
                                         return note.startsWith(u"promptfooconfig.yaml:14:") &&
                                                note.contains(u"llm-rubric");
                                     }),
                 qPrintable(import->notes.join(u'\n')));
        QVERIFY(!readSuite(text, u"promptfooconfig.yaml"_s));
    }

    void whatIsWrittenReadsBack_data()
    {
        QTest::addColumn<int>("form");
        QTest::addColumn<QString>("file");
        QTest::newRow("YAML") << static_cast<int>(SuiteForm::Yaml) << u"x.yaml"_s;
        QTest::newRow("JSON lines") << static_cast<int>(SuiteForm::Jsonl) << u"x.jsonl"_s;
    }

    void whatIsWrittenReadsBack()
    {
        QFETCH(int, form);
        QFETCH(QString, file);
        const Suite full = *findSuite(u"full"_s);
        QStringList lost;
        const SuiteReading back = readSuite(writeSuite(full, static_cast<SuiteForm>(form), lost), file);
        QVERIFY(back);
        QVERIFY(lost.isEmpty());
        QCOMPARE(back->fingerprint(), full.fingerprint());
        QCOMPARE(back->scenarios, full.scenarios);
    }

    void scenarioFilesReadBackButForWhatTheyCannotHold()
    {
        QTemporaryDir folder;
        const Suite suite{.name = u"one"_s, .scenarios = {everyField()}};
        QStringList lost;
        QVERIFY(writeScenarioFiles(suite, folder.filePath(u"out"_s), lost));
        QVERIFY(lost.isEmpty());
        QCOMPARE(readSuitePath(folder.filePath(u"out"_s))->scenarios, suite.scenarios);
        QVERIFY(!writeScenarioFiles(suite, folder.filePath(u"out"_s), lost)); // nothing is overwritten
        Suite ours = suite;
        ours.scenarios.first().id = u"ours"_s;
        ours.scenarios.first().abstains = true;
        QVERIFY(writeScenarioFiles(ours, folder.filePath(u"out"_s), lost));
        QCOMPARE(lost, QStringList{u"ours: expected_abstention"_s});
    }

    void promptfooExportImportsAgain()
    {
        const Suite full = *findSuite(u"quality_evaluation"_s);
        QStringList lost;
        const Result<SuiteImport> back =
            importPromptfoo(writeSuite(full, SuiteForm::Promptfoo, lost), u"x.yaml"_s);
        QVERIFY(back);
        QCOMPARE(back->suite.scenarios.size(), full.scenarios.size());
        for (qsizetype i = 0; i < full.scenarios.size(); ++i) {
            QCOMPARE(back->suite.scenarios.at(i).query, full.scenarios.at(i).query);
            QCOMPARE(back->suite.scenarios.at(i).contains, full.scenarios.at(i).contains);
        }
        QVERIFY(!lost.isEmpty()); // quality thresholds
    }
};

QTEST_GUILESS_MAIN(TestEvalSuites)
#include "tst_eval_suites.moc"
