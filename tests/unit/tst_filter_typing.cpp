// SPDX-License-Identifier: Apache-2.0
#include "turn/filter.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

/// "column:score operator:<" …
QString spelled(QStringView text)
{
    static const QStringList kinds{u"column"_s, u"keyword"_s, u"operator"_s, u"value"_s,
                                   u"word"_s,   u"bracket"_s, u"unknown"_s};
    QStringList all;
    for (const FilterSpan &span : filterSpans(text))
        all.append(
            u"%1:%2"_s.arg(kinds.at(static_cast<int>(span.kind)), text.sliced(span.start, span.length)));
    return all.join(u' ');
}

QStringList offered(const FilterCompletions &completions)
{
    QStringList all;
    for (const FilterCompletion &item : completions.items)
        all.append(item.text);
    return all;
}

} // namespace

/// What the filter offers while it is typed, and what it does with text nobody should type.
class TestFilterTyping final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void colours_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("spans");
        QTest::newRow("the picture's filter") << u"score < 0.9 or type = undecodable"_s
                                              << u"column:score operator:< value:0.9 keyword:or column:type "
                                                 "operator:= value:undecodable"_s;
        QTest::newRow("a list") << u"tier not in (fast, premium)"_s
                                << u"column:tier keyword:not keyword:in bracket:( value:fast bracket:, "
                                   "value:premium bracket:)"_s;
        QTest::newRow("words")
            << u"refund \"a b\" and not exists score"_s
            << u"word:refund word:\"a b\" keyword:and keyword:not keyword:exists column:score"_s;
        QTest::newRow("an unknown column") << u"scroe < 1"_s << u"unknown:scroe operator:< value:1"_s;
        QTest::newRow("half typed") << u"thread ~ \"ab"_s << u"column:thread operator:~ unknown:\"ab"_s;
        QTest::newRow("a value that is a column's name")
            << u"model = score"_s << u"column:model operator:= value:score"_s;
    }
    void colours()
    {
        QFETCH(QString, text);
        QTEST(spelled(text), "spans");
    }

    void completes_data()
    {
        QTest::addColumn<QString>("typed"); // | is the cursor
        QTest::addColumn<QStringList>("first");
        QTest::addColumn<QString>("replaced");
        const auto row = [](const char *name, const QString &typed, const QStringList &first,
                            const QString &replaced) { QTest::newRow(name) << typed << first << replaced; };
        row("nothing yet", u"|"_s, {u"score"_s, u"accuracy"_s}, u""_s);
        row("a column begun", u"thr|"_s, {u"threshold"_s, u"thread"_s}, u"thr"_s);
        row("a column begun within a word", u"to|pi = x"_s, {u"tool"_s, u"topic"_s, u"tokens"_s}, u"topi"_s);
        row("operators after a column", u"score |"_s, {u"<"_s, u"<="_s, u">"_s}, u""_s);
        row("operators of a text", u"thread |"_s, {u"contains"_s, u"~"_s, u"="_s}, u""_s);
        row("an operator begun", u"thread con|"_s, {u"contains"_s}, u"con"_s);
        row("an operator sign begun", u"score <|"_s, {u"<"_s, u"<="_s}, u"<"_s);
        row("values after the operator", u"tier = |"_s, {u"fast"_s, u"premium"_s}, u""_s);
        row("a value begun", u"type = unde|"_s, {u"undecodable"_s}, u"unde"_s);
        row("a value found inside", u"issue = ignored|"_s, {u"tool_results_ignored"_s}, u"ignored"_s);
        row("values in a list", u"tier in (fast, |"_s, {u"fast"_s, u"premium"_s}, u""_s);
        row("the list's parenthesis", u"tier in |"_s, {u"("_s}, u""_s);
        row("what joins conditions", u"score < 0.9 |"_s, {u"and"_s, u"or"_s}, u""_s);
        row("what closes a group", u"(score < 0.9 |"_s, {u"and"_s, u"or"_s, u")"_s}, u""_s);
        row("columns after not", u"not pas|"_s, {u"passed"_s}, u"pas"_s);
        row("columns after exists", u"exists rel|"_s, {u"relevance"_s}, u"rel"_s);
        row("times", u"time > |"_s, {u"-15m"_s, u"-1h"_s}, u""_s);
        row("a flag may stand alone", u"passed |"_s, {u"="_s, u"!="_s, u"and"_s, u"or"_s}, u""_s);
    }
    void completes()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, first);
        QFETCH(QString, replaced);
        const qsizetype cursor = typed.indexOf(u'|');
        const QString text = QString(typed).remove(cursor, 1);
        const FilterCompletions completions = completeFilter(text, cursor);
        QCOMPARE(offered(completions).mid(0, first.size()), first);
        QCOMPARE(text.mid(completions.start, completions.length), replaced);
    }

    void completion_follows_the_kind_of_rows()
    {
        QVERIFY(offered(completeFilter(u"pa", 2, FilterUse::Events)).contains(u"partition"_s));
        QVERIFY(!offered(completeFilter(u"pa", 2, FilterUse::Turns)).contains(u"partition"_s));
        QCOMPARE(completeFilter(u"thread = ", 9).valuesOf, FilterColumn::Thread);
    }

    /// Whatever is offered, taken at once with something behind it, never breaks what stood before.
    void what_is_offered_fits()
    {
        for (const FilterColumnInfo &column : filterColumns()) {
            const QString name = QString::fromLatin1(column.name);
            for (const FilterCompletion &op : completeFilter(name + u' ', name.size() + 1).items) {
                const QString head = name + u' ' + op.text + u' ';
                if (op.kind == FilterCompletion::Kind::Keyword || op.text == "in"_L1)
                    continue;
                for (const FilterCompletion &value : completeFilter(head, head.size()).items)
                    QVERIFY2(parseFilter(head + value.text), qPrintable(head + value.text));
            }
        }
    }

    void hostile_text_is_refused_with_words_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        QTest::newRow("a megabyte") << QString(1 << 20, u'a') << u"at most 10000"_s;
        QTest::newRow("ten thousand parentheses") << QString(10'000, u'(') << u"levels"_s;
        QTest::newRow("ten thousand nots") << QString(10'000, u'!') << u"levels"_s;
        QTest::newRow("65 parentheses") << QString(65, u'(') + u"passed"_s + QString(65, u')') << u"levels"_s;
        QTest::newRow("two thousand words") << u"a "_s.repeated(2000) << u"at most 1000"_s;
        QTest::newRow("two thousand values")
            << u"partition in (1"_s + u",1"_s.repeated(2000) + u')' << u"at most 1000"_s;
        QTest::newRow("NUL") << u"thread = a"_s + QChar(0) + u'b' << u"U+0000"_s;
        QTest::newRow("NUL in quotes") << u"thread = \"a"_s + QChar(0) + u'"' << u"U+0000"_s;
        QTest::newRow("an escape of the terminal") << u"thread = \"\x1b[2J\""_s << u"U+001B"_s;
        QTest::newRow("half a pair") << u"thread = "_s + QChar(0xd800) << u"U+D800"_s;
        QTest::newRow("half a pair in quotes") << u"\"a"_s + QChar(0xdc00) + u'"' << u"U+DC00"_s;
        QTest::newRow("a pattern that spells out large")
            << u"thread ~ \"((a{100}){100}){100}\""_s << u"cannot be used"_s;
        QTest::newRow("a pattern that repeats too often") << u"thread ~ \"a{100000}\""_s << u"1,000"_s;
        QTest::newRow("a pattern too long")
            << u"thread ~ \"%1\""_s.arg(QString(1001, u'a')) << u"at most 1000"_s;
        QTest::newRow("a hundred patterns")
            << (u"thread ~ \"a.b\" or "_s.repeated(100) + u"passed"_s) << u"at most 32"_s;
    }
    void hostile_text_is_refused_with_words()
    {
        QFETCH(QString, text);
        QFETCH(QString, word);
        const auto filter = parseFilter(text);
        QVERIFY(!filter);
        QVERIFY2(filter.error().sentence.contains(word), qPrintable(filter.error().sentence.left(300)));
        QVERIFY(filter.error().position + filter.error().length <= text.size());
        QVERIFY(filterProblemText(text, filter.error()).size() < 1000);
        filterSpans(text);
        completeFilter(text, text.size());
    }

    void what_is_just_allowed_works()
    {
        QVERIFY(parseFilter(QString(64, u'(') + u"passed"_s + QString(64, u')')));
        QVERIFY(parseFilter(u"a "_s.repeated(1000)));
        QVERIFY(parseFilter(QString(10'000, u'a')));
    }

    /// A backtracking engine would take years over it.
    void a_catastrophic_pattern_stays_linear()
    {
        struct Row final : public FilterRow
        {
            QString text = QString(200'000, u'a') + u'!';
            std::optional<double> real(FilterColumn) const override { return std::nullopt; }
            std::optional<qint64> integer(FilterColumn) const override { return std::nullopt; }
            std::optional<FilterTexts> texts(FilterColumn) const override
            {
                FilterTexts one;
                one.append(text);
                return one;
            }
        };
        const Row row;
        QElapsedTimer timer;
        timer.start();
        for (const QString &pattern :
             {u"^(a+)+$"_s, u"^(a|aa)+$"_s, u"(.*a){20}$"_s, u"^(([a-z])+.)+[A-Z]([a-z])+$"_s}) {
            const auto filter = parseFilter(u"thread ~ \"%1\""_s.arg(pattern));
            QVERIFY2(filter, filter ? "" : qPrintable(filter.error().sentence));
            QVERIFY(!filter->matches(row, {}));
        }
        QVERIFY(timer.elapsed() < 20'000);
    }
};

QTEST_GUILESS_MAIN(TestFilterTyping)
#include "tst_filter_typing.moc"
