// SPDX-License-Identifier: Apache-2.0
#include "models/completion_reader.h"
#include "models/openai_model.h"
#include "models/sse_parser.h"

#include <QtTest/QTest>

#include <random>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

QList<SseEvent> parseWhole(const QByteArray &stream)
{
    SseParser parser;
    const Result<QList<SseEvent>> events = parser.feed(stream);
    return events ? *events : QList<SseEvent>();
}

QByteArrayList dataOf(const QList<SseEvent> &events)
{
    QByteArrayList all;
    for (const SseEvent &event : events)
        all.append(event.data);
    return all;
}

} // namespace

class TstModelsSse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsStreams_data();
    void readsStreams();
    void keepsTypeAndId();
    void splittingAnywhereChangesNothing();
    void refusesWhatGrowsPastTheCap_data();
    void refusesWhatGrowsPastTheCap();
    void acceptsALineOfExactlyTheCap();
    void finishGivesTheEventWhoseEmptyLineIsMissing();
    void aCompletionMaySplitAnywhere();
};

void TstModelsSse::readsStreams_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArrayList>("data");

    QTest::newRow("line feeds") << "data: a\n\ndata: b\n\n"_ba << QByteArrayList{"a", "b"};
    QTest::newRow("carriage returns") << "data: a\r\rdata: b\r\r"_ba << QByteArrayList{"a", "b"};
    QTest::newRow("both") << "data: a\r\n\r\ndata: b\r\n\r\n"_ba << QByteArrayList{"a", "b"};
    QTest::newRow("mixed line ends") << "data: a\r\n\ndata: b\n\r\n"_ba << QByteArrayList{"a", "b"};
    QTest::newRow("several data lines are joined by a line feed")
        << "data: a\ndata: b\n\n"_ba << QByteArrayList{"a\nb"};
    QTest::newRow("an empty data line counts") << "data:\ndata: b\n\n"_ba << QByteArrayList{"\nb"};
    QTest::newRow("only one space after the colon goes") << "data:  a\n\n"_ba << QByteArrayList{" a"};
    QTest::newRow("no space after the colon") << "data:a\n\n"_ba << QByteArrayList{"a"};
    QTest::newRow("a field without colon is empty") << "data\n\n"_ba << QByteArrayList{""};
    QTest::newRow("comments are skipped") << ": ping\n\n:\ndata: a\n\n"_ba << QByteArrayList{"a"};
    QTest::newRow("a byte order mark at the start is skipped") << "\xEF\xBB\xBF"
                                                                  "data: a\n\n"_ba
                                                               << QByteArrayList{"a"};
    QTest::newRow("a byte order mark later is not") << "data: a\n\n\xEF\xBB\xBF"
                                                       "data: b\n\n"_ba
                                                    << QByteArrayList{"a"};
    QTest::newRow("unknown fields are skipped") << "retry: 10\nfoo: x\ndata: a\n\n"_ba << QByteArrayList{"a"};
    QTest::newRow("field names keep their case") << "Data: a\n\n"_ba << QByteArrayList{};
    QTest::newRow("colons in the value stay") << "data: {\"a\":1}\n\n"_ba << QByteArrayList{"{\"a\":1}"};
    QTest::newRow("an event without data is dropped")
        << "event: ping\n\ndata: a\n\n"_ba << QByteArrayList{"a"};
    QTest::newRow("an unfinished event is not dispatched")
        << "data: a\n\ndata: b\n"_ba << QByteArrayList{"a"};
    QTest::newRow("UTF-8 passes through") << "data: Größe €\n\n"_ba << QByteArrayList{"Größe €"};
    QTest::newRow("nothing") << ""_ba << QByteArrayList{};
}

void TstModelsSse::readsStreams()
{
    QFETCH(QByteArray, stream);
    QFETCH(QByteArrayList, data);
    QCOMPARE(dataOf(parseWhole(stream)), data);
}

void TstModelsSse::keepsTypeAndId()
{
    const QList<SseEvent> events =
        parseWhole("id: 7\nevent: delta\ndata: a\n\ndata: b\n\nid: 8\0x\ndata: c\n\n"_ba);
    const QList<SseEvent> expected{{.type = "delta", .data = "a", .id = "7"},
                                   {.type = {}, .data = "b", .id = "7"},
                                   {.type = {}, .data = "c", .id = "7"}};
    QCOMPARE(events, expected);
}

void TstModelsSse::splittingAnywhereChangesNothing()
{
    std::mt19937 random(20261121);
    const QByteArrayList tokens{"data: ", "data:", "event: x", "\n", "\r", "\r\n",     "\n\n",        ":c",
                                "id: 1",  "ü",     "a",        "{}", " ",  "\r\n\r\n", "\xEF\xBB\xBF"};
    const auto below = [&](std::size_t limit) {
        return static_cast<qsizetype>(std::uniform_int_distribution<std::size_t>(0, limit - 1)(random));
    };
    for (int round = 0; round < 2000; ++round) {
        QByteArray stream;
        for (qsizetype i = below(40); i >= 0; --i)
            stream += tokens.at(below(static_cast<std::size_t>(tokens.size())));
        SseParser parser;
        QList<SseEvent> pieces;
        for (qsizetype from = 0; from < stream.size();) {
            const qsizetype size = std::min(1 + below(5), stream.size() - from);
            const Result<QList<SseEvent>> events = parser.feed(QByteArrayView(stream).sliced(from, size));
            QVERIFY(events.has_value());
            pieces += *events;
            from += size;
        }
        QVERIFY2(pieces == parseWhole(stream), stream.toPercentEncoding().constData());
    }
}

void TstModelsSse::refusesWhatGrowsPastTheCap_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("one long line") << "data: " + QByteArray(200, 'x') + "\n\n";
    QTest::newRow("a line that never ends") << QByteArray(101, 'x');
    QTest::newRow("many lines of one event") << QByteArray("data: 123456789\n").repeated(20) + "\n";
}

void TstModelsSse::refusesWhatGrowsPastTheCap()
{
    QFETCH(QByteArray, stream);
    SseParser parser(100);
    Result<> outcome;
    for (const char byte : std::as_const(stream)) {
        const Result<QList<SseEvent>> events = parser.feed(QByteArrayView(&byte, 1));
        if (!events) {
            QCOMPARE(events.error().code, Errc::Protocol);
            QVERIFY(events.error().message.contains(u"100"));
            return;
        }
    }
    QFAIL("the parser kept everything");
}

void TstModelsSse::acceptsALineOfExactlyTheCap()
{
    SseParser parser(100);
    const Result<QList<SseEvent>> events = parser.feed("data: " + QByteArray(94, 'x') + "\n\n");
    QVERIFY(events.has_value());
    QCOMPARE(events->first().data.size(), 94);
}

void TstModelsSse::finishGivesTheEventWhoseEmptyLineIsMissing()
{
    SseParser parser;
    QVERIFY(parser.feed("data: a\n\ndata: [DO").has_value());
    QVERIFY(parser.feed("NE]").has_value());
    const std::optional<SseEvent> last = parser.finish();
    QVERIFY(last.has_value());
    QCOMPARE(last->data, "[DONE]"_ba);
    QVERIFY(!parser.finish().has_value());
}

void TstModelsSse::aCompletionMaySplitAnywhere()
{
    const QByteArray stream = R"(data: {"choices":[{"delta":{"content":"Grüße "}}]}

data: {"choices":[{"delta":{"content":"€ 20"},"finish_reason":"stop"}]}

data: [DONE]

)";
    const OpenAiDialect dialect;
    for (const QByteArray &type : {"text/event-stream"_ba, ""_ba}) {
        for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
            CompletionReader reader(dialect, u"x"_s, {});
            QVERIFY(reader.feed(type, stream.first(cut)).has_value());
            QVERIFY(reader.feed(type, stream.sliced(cut)).has_value());
            const Result<Completion> completion = reader.finish();
            QVERIFY(completion.has_value());
            QCOMPARE(completion->text, u"Grüße € 20"_s);
        }
    }
}

QTEST_APPLESS_MAIN(TstModelsSse)
#include "tst_models_sse.moc"
