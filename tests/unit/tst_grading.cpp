// SPDX-License-Identifier: Apache-2.0
#include "retrieval/grading.h"
#include "retrieval/tool_result_validator.h"

#include <QtTest/QtTest>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

Evidence passage(const QString &title, const QString &text)
{
    Evidence out;
    out.title = title;
    out.text = text;
    return out;
}

double rareWordsWeighMore(const QString &term)
{
    return term == u"refund" || term == u"kafka" ? 5.0 : 1.0;
}

} // namespace

/// Innovations 4 (CRAG grading) and 6 (tool-result validator): decision tables.
class TestGrading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCompoundQuestionIsCutIntoParts_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QList<QStringList>>("parts");
        using Parts = QList<QStringList>;
        QTest::addRow("simple") << u"What is the refund window?"_s << Parts{{u"refund"_s, u"window"_s}};
        QTest::addRow("and between nouns is no cut")
            << u"Do refunds and credits expire?"_s << Parts{{u"credit"_s, u"expir"_s, u"refund"_s}};
        QTest::addRow("question word after and") << u"What is the fee and how long do payouts last?"_s
                                                 << Parts{{u"fee"_s}, {u"last"_s, u"payout"_s}};
        QTest::addRow("verb after comma and")
            << u"What costs most, and does the flag win?"_s << Parts{{u"cost"_s}, {u"flag"_s, u"win"_s}};
        QTest::addRow("elliptical start borrows the end")
            << u"How many seats and how many guests does the plan allow?"_s
            << Parts{{u"allow"_s, u"plan"_s, u"seat"_s}, {u"allow"_s, u"guest"_s, u"plan"_s}};
        QTest::addRow("German") << u"Was kostet der Tarif und wie lange gilt er?"_s
                                << Parts{{u"kostet"_s, u"tarif"_s}, {u"gilt"_s}};
        QTest::addRow("no content term") << u"Why?"_s << Parts{};
        QTest::addRow("empty") << QString() << Parts{};
    }

    void aCompoundQuestionIsCutIntoParts()
    {
        QFETCH(QString, question);
        QFETCH(QList<QStringList>, parts);
        QList<QStringList> found;
        const QList<WeightedTerms> cut = questionParts(question, {});
        for (const WeightedTerms &part : cut) {
            QStringList terms = part.weights.keys();
            terms.sort();
            found.append(terms);
        }
        QCOMPARE(found, parts);
    }

    void grades_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("score");
        QTest::addColumn<Relevance>("grade");
        QTest::addRow("holds every term")
            << u"refund window"_s << u""_s << u"The window for a refund is 60 days."_s << 1.0
            << Relevance::Relevant;
        QTest::addRow("title counts too")
            << u"refund window"_s << u"Refund window"_s << u"60 days."_s << 1.0 << Relevance::Relevant;
        QTest::addRow("other forms of the words")
            << u"refunding windows"_s << u""_s << u"A window to refund."_s << 1.0 << Relevance::Relevant;
        QTest::addRow("the rare word weighs more")
            << u"refund window color"_s << u""_s << u"A refund."_s << 5.0 / 7.0 << Relevance::Relevant;
        QTest::addRow("only common words") << u"refund window color"_s << u""_s << u"A window with color."_s
                                           << 2.0 / 7.0 << Relevance::Irrelevant;
        QTest::addRow("exactly half is relevant")
            << u"paper window"_s << u""_s << u"A window."_s << 0.5 << Relevance::Relevant;
        QTest::addRow("a third is ambiguous")
            << u"paper window color"_s << u""_s << u"A window."_s << 1.0 / 3.0 << Relevance::Ambiguous;
        QTest::addRow("a part inside a word is no hit")
            << u"art color"_s << u""_s << u"A party with partners."_s << 0.0 << Relevance::Irrelevant;
        QTest::addRow("words that shape the question do not count")
            << u"how long does a refund take and how much"_s << u""_s << u"Refund taken."_s << 1.0
            << Relevance::Relevant;
        QTest::addRow("one part of a compound question")
            << u"What is a refund, and how does kafka work?"_s << u""_s << u"Kafka works."_s << 1.0
            << Relevance::Relevant;
        QTest::addRow("question without content")
            << u"what is it?"_s << u""_s << u"A window."_s << 0.0 << Relevance::Ambiguous;
        QTest::addRow("empty passage") << u"refund"_s << u""_s << u""_s << 0.0 << Relevance::Irrelevant;
    }
    void grades()
    {
        QFETCH(QString, question);
        QFETCH(QString, title);
        QFETCH(QString, text);
        QFETCH(double, score);
        QFETCH(Relevance, grade);
        const QList<Evidence> graded = gradeDocuments(question, {passage(title, text)}, &rareWordsWeighMore);
        QCOMPARE(graded.constFirst().gradeScore, score);
        QCOMPARE(graded.constFirst().grade, grade);
    }

    void tellsWhetherThereIsEnough_data()
    {
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<bool>("enough");
        QTest::addRow("nothing found") << QStringList{} << false;
        QTest::addRow("one relevant") << QStringList{u"paper and window"_s, u"noise"_s} << true;
        QTest::addRow("only irrelevant") << QStringList{u"noise"_s, u"silence"_s} << false;
        QTest::addRow("one ambiguous") << QStringList{u"window"_s} << false;
        QTest::addRow("two ambiguous that cover it together") << QStringList{u"window"_s, u"paper"_s} << true;
        QTest::addRow("two ambiguous that say the same") << QStringList{u"window"_s, u"windows"_s} << false;
    }
    void tellsWhetherThereIsEnough()
    {
        QFETCH(QStringList, texts);
        QFETCH(bool, enough);
        const QString question = u"paper window color"_s;
        QList<Evidence> documents;
        for (const QString &text : texts)
            documents.append(passage({}, text));
        QCOMPARE(enoughRelevant(question, gradeDocuments(question, documents, {}), {}), enough);
    }

    void rewrites_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("ambiguousTitle");
        QTest::addColumn<QString>("query");
        QTest::addRow("filler goes") << u"Please tell me how a chargeback works"_s << QString()
                                     << u"chargeback works"_s;
        QTest::addRow("title words of an ambiguous document come in")
            << u"late payment"_s << u"Dunning notices"_s << u"late payment dunning notices"_s;
        QTest::addRow("the field's own name comes in")
            << u"I was charged twice"_s << QString() << u"charged twice duplicate"_s;
        QTest::addRow("German too") << u"Geld zurück"_s << QString() << u"geld zuruck erstattung"_s;
        QTest::addRow("nothing new, nothing to try") << u"chargeback"_s << QString() << QString();
        QTest::addRow("empty") << QString() << QString() << QString();
    }
    void rewrites()
    {
        QFETCH(QString, question);
        QFETCH(QString, ambiguousTitle);
        QFETCH(QString, query);
        QList<Evidence> documents;
        if (!ambiguousTitle.isEmpty())
            documents.append(passage(ambiguousTitle, u"text"_s));
        Evidence irrelevant = passage(u"Gardening"_s, u"Roses"_s);
        irrelevant.grade = Relevance::Irrelevant;
        documents.append(irrelevant);
        QCOMPARE(rewriteQuery(question, documents), query);
    }

    void checksToolResults_data()
    {
        QTest::addColumn<QString>("result");
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("expectJson");
        QTest::addColumn<ToolResultState>("state");
        QTest::addColumn<ToolResultAction>("action");
        using S = ToolResultState;
        using A = ToolResultAction;
        const auto row = [](const char *name, const QString &result, S state, A action,
                            const QString &query = {}, bool json = false) {
            QTest::addRow("%s", name) << result << query << json << state << action;
        };
        row("blank", u" \n\t"_s, S::Empty, A::TransformQuery);
        row("an empty list", u"[]"_s, S::Empty, A::TransformQuery);
        row("null", u"NULL"_s, S::Empty, A::TransformQuery);
        row("says there is nothing", u"No relevant documents found for your query."_s, S::Empty,
            A::TransformQuery);
        row("error with a colon", u"Error: connection to db-3 lost"_s, S::Failed, A::TryAlternativeTool);
        row("a timeout report", u"Timeout after 30 s"_s, S::Failed, A::TryAlternativeTool);
        row("subject before the failure", u"The request timed out."_s, S::Failed, A::TryAlternativeTool);
        row("tool name before the failure", u"search: connection refused"_s, S::Failed,
            A::TryAlternativeTool);
        row("a curly apostrophe", u"Couldn’t reach the index"_s, S::Failed, A::TryAlternativeTool);
        row("HTTP status", u"HTTP 404 Not Found"_s, S::Failed, A::TryAlternativeTool);
        row("a bare status", u"503"_s, S::Failed, A::TryAlternativeTool);
        row("permission", u"Permission denied"_s, S::Failed, A::TryAlternativeTool);
        row("JSON error", u"{\"error\": \"quota exceeded\"}"_s, S::Failed, A::TryAlternativeTool);
        row("JSON error object", u"{\"error\": {\"message\": \"quota exceeded\"}}"_s, S::Failed,
            A::TryAlternativeTool);
        row("JSON promised, prose sent", u"Here are the results you wanted."_s, S::Malformed,
            A::ReportUnavailable, {}, true);
        row("JSON promised and cut off", u"{\"rows\": [1, 2"_s, S::Malformed, A::ReportUnavailable, {}, true);
        row("speaks of something else", u"Roses need sun, water and patience in every garden."_s,
            S::Irrelevant, A::TransformQuery, u"refund window invoice"_s);
        row("good", u"The refund window is 60 days for every invoice."_s, S::Ok, A::Accept,
            u"refund window"_s);
        row("good JSON", u"{\"rows\": [1, 2]}"_s, S::Ok, A::Accept, {}, true);
        row("JSON whose error is null", u"{\"error\": null, \"rows\": [1]}"_s, S::Ok, A::Accept, {}, true);

        // What upstream gets wrong (WIRE.md, section 4):
        row("upstream: a good document that mentions a timeout is an error",
            u"The default timeout of a render is 30 seconds. Raise it under Settings."_s, S::Ok, A::Accept,
            u"render timeout"_s);
        row("upstream: a document about error handling is an error",
            u"Errors are handled by the retry policy: a request that failed to settle is repeated, and a page not found is skipped."_s,
            S::Ok, A::Accept);
        row("upstream: a long document with an error line is an error",
            u"Error: 42 is shown when the disk is full. "_s.repeated(20), S::Ok, A::Accept);
        row("upstream: ten bytes or fewer are empty", u"€9"_s, S::Ok, A::Accept,
            u"price of an additional seat"_s);
        row("upstream: a short answer is empty", u"settled"_s, S::Ok, A::Accept, u"state of invoice 42"_s);
        row("upstream: query words found inside other words count",
            u"The party partnered with departments in every quarter."_s, S::Irrelevant, A::TransformQuery,
            u"art"_s);
        row("upstream: other forms of the query's words are missed",
            u"Refunded invoices are listed under Billing."_s, S::Ok, A::Accept, u"refund invoice"_s);
    }
    void checksToolResults()
    {
        QFETCH(QString, result);
        QFETCH(QString, query);
        QFETCH(bool, expectJson);
        const ToolResultCheck check = validateToolResult(result, query, expectJson);
        QTEST(check.state, "state");
        QTEST(check.action, "action");
        QCOMPARE(check.reason.isEmpty(), check.state == ToolResultState::Ok);
    }
};

QTEST_GUILESS_MAIN(TestGrading)
#include "tst_grading.moc"
