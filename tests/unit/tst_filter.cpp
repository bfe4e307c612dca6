// SPDX-License-Identifier: Apache-2.0
#include "filter_samples.h"
#include "turn/filter_turn.h"

#include <QtCore/QTimeZone>
#include <QtTest/QTest>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

const UtcTime now = fromMicros(1'763'733'600'000'000); // 2025-11-21T14:00:00Z

MapRow sampleRow()
{
    MapRow row;
    row.reals = {{FilterColumn::Score, static_cast<double>(0.82F)},
                 {FilterColumn::Threshold, static_cast<double>(0.95F)},
                 {FilterColumn::Confidence, 0.75}};
    row.integers = {{FilterColumn::Passed, 0},
                    {FilterColumn::Issues, 1},
                    {FilterColumn::Partition, 5},
                    {FilterColumn::Offset, 921'377},
                    {FilterColumn::Time, toMicros(now) - 60'000'000},
                    {FilterColumn::Latency, 2'880'000},
                    {FilterColumn::Size, 1'500'000},
                    {FilterColumn::Cost, 20'000}};
    row.lists = {{FilterColumn::Issue, {u"tool_results_ignored"_s, u"low_accuracy"_s}},
                 {FilterColumn::Type, {u"metrics"_s}},
                 {FilterColumn::Thread, {u"th_ABC_51aa07"_s}},
                 {FilterColumn::Text, {u"Straße nach Ålesund: refund policy"_s}}};
    return row;
}

Filter parsed(const QString &text)
{
    const auto filter = parseFilter(text);
    if (!filter)
        qWarning("%s", qPrintable(filterProblemText(text, filter.error())));
    return filter.value_or(Filter());
}

} // namespace

class TestFilter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prints_canonically_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        const auto row = [](const char *name, const char *text, const char *canonical) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(canonical);
        };
        row("nothing", "  ", "");
        row("a comparison", "score<0.9", "score < 0.9");
        row("a percentage", "score >= 95%", "score >= 0.95");
        row("names in any case", "Score < .9 AND Type = ToolExecution",
            "score < 0.9 and type = tool_execution");
        row("the issue's own example", "score < 0.9 and issue = tool_results_ignored and thread ~ \"abc\"",
            "score < 0.9 and issue = tool_results_ignored and thread ~ \"abc\"");
        row("signs of C", "!(score<0.9 && !passed || tier==fast)",
            "not ((score < 0.9 and not passed = yes) or tier = fast)");
        row("and binds closer than or", "passed or score > 0.5 and issues = 0",
            "passed = yes or (score > 0.5 and issues = 0)");
        row("needless parentheses", "((score < 0.9) and ((issues = 0)))", "score < 0.9 and issues = 0");
        row("a list", "type in(undecodable,tombstone)", "type in (undecodable, tombstone)");
        row("not in a list", "type not in (metrics)", "not type in (metrics)");
        row("does not match", "thread !~ \"^a\"", "not thread ~ \"^a\"");
        row("existence", "not exists score", "not exists score");
        row("durations", "latency > 1500ms or latency < 120s", "latency > 1500ms or latency < 2min");
        row("money", "cost > 0.01 or cost <= $2", "cost > $0.01 or cost <= $2");
        row("sizes", "size > 1024 or size < 1.5MB or size = 0", "size > 1KiB or size < 1500kB or size = 0");
        row("counts", "tokens > 10k", "tokens > 10000");
        row("relative times", "time > -15m and time < now", "time > -15min and time < now");
        row("times of today", "time > today and time < 14:06", "time > today and time < 14:06:00");
        row("a zoned time", "time >= 2026-11-21T14:06:31.402113+01:00",
            "time >= 2026-11-21T13:06:31.402113Z");
        row("a date with blank and clock", "time < \"2026-11-21 14:06\"", "time < 2026-11-21T14:06:00Z");
        row("a bare word", "refund", "refund");
        row("bare words", "refund policy", "refund and policy");
        row("quoted words", "'refund policy' or \"score\"", "\"refund policy\" or \"score\"");
        row("backslashes of a pattern", "thread ~ \"\\d+\\\\\\\"x\"", "thread ~ \"\\d+\\\\\\\"x\"");
        row("words for operators", "score lt 0.9 and text matches 'a.b'", "score < 0.9 and text ~ \"a.b\"");
        row("signs of mathematics", "score ≤ 0.5 or score ≥ 0.9 or tier ≠ fast",
            "score <= 0.5 or score >= 0.9 or tier != fast");
        row("words that hold in", "made in germany", "made and \"in\" and germany");
    }
    void prints_canonically()
    {
        QFETCH(QString, text);
        QFETCH(QString, canonical);
        const Filter filter = parsed(text);
        QCOMPARE(filter.toString(), canonical);
        QVERIFY(parsed(canonical) == filter);
    }

    void every_example_of_the_table_is_sound_where_it_applies()
    {
        QSet<QString> names;
        for (const FilterColumnInfo &column : filterColumns()) {
            const QString example = QString::fromLatin1(column.example);
            for (const FilterUse use : {FilterUse::Events, FilterUse::Turns}) {
                const auto filter = parseFilter(example, use);
                QCOMPARE(filter.has_value(), column.uses.testFlag(use));
                QVERIFY(filter || filter.error().sentence.contains(QLatin1StringView(column.name)));
            }
            QVERIFY(example.contains(QLatin1StringView(column.name)));
            QVERIFY(filterHints(example).isEmpty());
            QVERIFY(!filterHelp(column).isEmpty());
            names.insert(QString::fromLatin1(column.name));
        }
        QCOMPARE(names.size(), static_cast<qsizetype>(filterColumns().size()));
    }

    void says_what_is_wrong_and_where_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("suggestion");
        const auto row = [](const char *name, const QString &text, int at, int length, const char *word,
                            const char *suggestion = "") {
            QTest::newRow(name) << text << at << length << QString::fromUtf8(word)
                                << QString::fromUtf8(suggestion);
        };
        row("a misspelt column", u"passed and scroe < 0.9"_s, 11, 5, "no column", "score");
        row("a column nobody has", u"xyzzy = 3"_s, 0, 5, "no column");
        row("a misspelt value", u"tier = fsat"_s, 7, 4, "no value", "fast");
        row("a misspelt type", u"type = undecodeable"_s, 7, 12, "no value", "undecodable");
        row("a column alone", u"score"_s, 0, 5, "operator is missing");
        row("a value is missing", u"score <"_s, 7, 0, "value is missing");
        row("a condition is missing", u"score < 0.9 and"_s, 15, 0, "ends where");
        row("or at the start", u"or score < 0.9"_s, 0, 2, "missing before");
        row("an operator alone", u"< 0.9"_s, 0, 1, "no column before");
        row("two conditions side by side", u"score < 0.9 issues = 1"_s, 12, 6, "and or or");
        row("a text of two words", u"thread = foo bar"_s, 13, 3, "quotation marks");
        row("an open parenthesis", u"(score < 0.9"_s, 0, 1, "not closed");
        row("a parenthesis too many", u"score < 0.9)"_s, 11, 1, "never opened");
        row("empty parentheses", u"()"_s, 1, 1, "condition is missing");
        row("an open quotation mark", u"thread = \"ab"_s, 9, 3, "not closed");
        row("a score over one", u"score < 90"_s, 8, 2, "between 0 and 1", "90%");
        row("a score that is none", u"score < high"_s, 8, 4, "number from 0 to 1");
        row("not a number", u"score < nan"_s, 8, 3, "number from 0 to 1");
        row("a duration without unit", u"latency > 2"_s, 10, 1, "unit", "2s");
        row("money too fine", u"cost > $0.0000001"_s, 7, 10, "millionth");
        row("half a partition", u"partition = 1.5"_s, 12, 3, "whole number");
        row("a number too large", u"offset > 99999999999999999999"_s, 9, 20, "larger than");
        row("a time that is none", u"time > 2026-13-41"_s, 7, 10, "a time");
        row("a flag that is neither", u"passed = maybe"_s, 9, 5, "yes or no");
        row("less on a text", u"thread < abc"_s, 7, 1, "does not take");
        row("a pattern on a number", u"score ~ \"9\""_s, 6, 1, "does not take");
        row("a list without parentheses", u"tier in fast"_s, 8, 4, "parentheses");
        row("a list without commas", u"tier in (fast premium)"_s, 14, 7, "comma");
        row("a list left open", u"tier in (fast"_s, 8, 1, "not closed");
        row("an empty text", u"thread = \"\""_s, 9, 2, "not exists thread");
        row("nothing to search for", u"\"\""_s, 0, 2, "nothing between");
        row("exists what", u"exists (score)"_s, 7, 1, "name of a column");
        row("a pattern with an open bracket", u"thread ~ \"[a\""_s, 9, 4, "[ is not closed");
        row("a pattern that repeats nothing", u"thread ~ \"*a\""_s, 9, 4, "nothing to repeat");
        row("a single ampersand", u"passed & score < 1"_s, 7, 1, "and or or");
    }
    void says_what_is_wrong_and_where()
    {
        QFETCH(QString, text);
        QFETCH(QString, word);
        QFETCH(QString, suggestion);
        const auto filter = parseFilter(text);
        QVERIFY(!filter);
        const FilterProblem &problem = filter.error();
        QVERIFY2(problem.sentence.contains(word), qPrintable(problem.sentence));
        QTEST(static_cast<int>(problem.position), "position");
        QTEST(static_cast<int>(problem.length), "length");
        QCOMPARE(problem.suggestion, suggestion);
        if (!suggestion.isEmpty())
            QVERIFY(parseFilter(withSuggestion(text, problem)));
    }

    void a_column_must_belong_to_the_rows()
    {
        QVERIFY(parseFilter(u"tier = fast", FilterUse::Turns));
        const auto wrong = parseFilter(u"partition = 3", FilterUse::Turns);
        QVERIFY(!wrong);
        QVERIFY2(wrong.error().sentence.contains(u"turns have none"_s), qPrintable(wrong.error().sentence));
        QVERIFY(parseFilter(u"tire = fast", FilterUse::Events).error().suggestion != u"tier"_s);
    }

    void hints_at_values_nobody_sends()
    {
        const QString text = u"issue = tool_result_ignored and issue = brand_new"_s;
        QVERIFY(parseFilter(text));
        const QList<FilterProblem> hints = filterHints(text);
        QCOMPARE(hints.size(), 1);
        QCOMPARE(hints.first().position, 8);
        QCOMPARE(hints.first().suggestion, u"tool_results_ignored"_s);
        QCOMPARE(withSuggestion(text, hints.first()),
                 u"issue = tool_results_ignored and issue = brand_new"_s);
    }

    void shows_a_problem_on_a_terminal()
    {
        const QString text = u"score < 0.9 and scroe > 1"_s;
        QCOMPARE(filterProblemText(text, parseFilter(text).error()),
                 u"There is no column “scroe”. Did you mean “score”?\n"
                 "  score < 0.9 and scroe > 1\n"
                 "                  ^^^^^"_s);
    }

    void matches_rows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char *text, bool expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << expected;
        };
        row("", true);
        row("score < 0.9", true);
        row("score = 0.82", true);
        row("threshold = 0.95", true);
        row("threshold > 0.95", false);
        row("confidence >= 75%", true);
        row("not passed", true);
        row("passed != yes", true);
        row("partition in (1, 5)", true);
        row("issue = low_accuracy", true);
        row("issue != low_accuracy", false);
        row("not issue = incomplete_coverage", true);
        row("issue in (low_relevance, low_accuracy)", true);
        row("issue ~ \"^LOW_\"", true);
        row("thread ~ \"abc\"", true);
        row("thread = th_abc_51aa07", false);
        row("thread = th_ABC_51aa07", true);
        row("\"åLESUND\"", true);
        row("text ~ \"ÅLESUND:\"", true);
        row("refund policy", true);
        row("policy and nowhere", false);
        row("latency > 2s and latency < 3s", true);
        row("cost > $0.01", true);
        row("size > 1MB", true);
        row("time > -15m", true);
        row("time > -30s", false);
        row("time > today", true);
        row("time < 13:00", false);
        // Absent: accuracy and model are.
        row("accuracy < 0.9", false);
        row("accuracy >= 0.9", false);
        row("not accuracy < 0.9", false);
        row("accuracy != 0.9", false);
        row("accuracy < 0.9 or score < 0.9", true);
        row("not (accuracy < 0.9 and score > 0.9)", true);
        row("not (accuracy < 0.9 or score > 0.9)", false);
        row("exists accuracy", false);
        row("not exists accuracy", true);
        row("not exists model and exists score", true);
        row("model contains x", false);
        row("not model contains x", false);
    }
    void matches_rows()
    {
        QFETCH(QString, text);
        const MapRow row = sampleRow();
        const auto filter = parseFilter(text);
        QVERIFY2(filter, filter ? "" : qPrintable(filter.error().sentence));
        QTEST(filter->matches(row, now), "expected");
        QCOMPARE(filter->why(row, now).isEmpty(), text.isEmpty() || !filter->matches(row, now));
    }

    void says_why_a_row_matched()
    {
        const MapRow row = sampleRow();
        const auto why = [&row](const QString &text) { return parsed(text).why(row, now); };
        QCOMPARE(why(u"(score < 0.9 or partition = 1) and not passed"_s),
                 (QList<FilterReason>{{u"score < 0.9"_s, u"0.82"_s}, {u"not passed = yes"_s, u"no"_s}}));
        QCOMPARE(why(u"not (score > 0.9 or exists model)"_s),
                 (QList<FilterReason>{{u"not score > 0.9"_s, u"0.82"_s}, {u"not exists model"_s, u""_s}}));
        QCOMPARE(why(u"issue = low_accuracy and latency > 2s"_s),
                 (QList<FilterReason>{{u"issue = low_accuracy"_s, u"tool_results_ignored, low_accuracy"_s},
                                      {u"latency > 2s"_s, u"2880ms"_s}}));
    }

    void a_relative_time_moves_with_the_clock()
    {
        const MapRow row = sampleRow();
        const Filter filter = parsed(u"time > -15m"_s);
        QVERIFY(filter.isRelative());
        QVERIFY(filter.matches(row, now));
        QVERIFY(!filter.matches(row, now + std::chrono::hours(1)));
        QVERIFY(!parsed(u"time > 2026-11-21T14:06Z"_s).isRelative());
    }

    void random_filters_survive_printing()
    {
        FilterMaker maker(20'251'121);
        for (int i = 0; i < 5000; ++i) {
            const QString text = maker.filter(4);
            const auto filter = parseFilter(text);
            QVERIFY2(filter, qPrintable(filter ? text : filterProblemText(text, filter.error())));
            const QString canonical = filter->toString();
            const auto again = parseFilter(canonical);
            QVERIFY2(again, qPrintable(again ? canonical : filterProblemText(canonical, again.error())));
            QVERIFY2(*again == *filter, qPrintable(text));
            QCOMPARE(again->toString(), canonical);
        }
    }

    void a_turn_is_a_row()
    {
        Turn turn{.id = u"t1"_s, .threadId = u"th_1"_s, .question = u"Where is INV-7?"_s};
        turn.verdict = {.passed = true, .score = 0.97F, .threshold = 0.95F};
        Candidate answer{
            .model = u"gpt-4o"_s, .judgement = Judgement{.scores = {.accuracy = 0.9F}}, .chosen = true};
        turn.attempts = {Attempt{.number = 1, .candidates = {answer}}};
        turn.bestAttempt = 1;
        turn.label = Label::Bad;
        const TurnFilterRow row(turn);
        for (const QString &text :
             {u"passed and score >= 97%"_s, u"accuracy = 0.9"_s, u"model = gpt-4o"_s, u"label = bad"_s,
              u"inv-7"_s, u"issues = 0 and not issue = low_accuracy"_s, u"strategy = search_first"_s})
            QVERIFY2(parsed(text).matches(row, now), qPrintable(text));
        QVERIFY(!parsed(u"exists partition or exists relevance or exists issue"_s).matches(row, now));
    }
};

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
