// SPDX-License-Identifier: Apache-2.0
#include "filter_samples.h"
#include "service/record_reader.h"
#include "store/filter_sql.h"
#include "store/sqlite_store.h"
#include "stream/filter_row.h"
#include "turn/filter_turn.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

namespace {

const UtcTime now = fromMicros(1'763'733'600'000'000);
const QStringList words{u"abc"_s,           u"ABC"_s,      u"th_51"_s,       u"a b"_s,
                        u"Straße"_s,        u"STRASSE"_s,  u"Ålesund"_s,     u"åLESUND"_s,
                        u"ÄÖ \"x\" \\ y"_s, u"100%_x'y"_s, u"日本 🙂"_s, u"gpt-4o"_s};

struct StoredEvent
{
    LogRecord record{};
    DecodedMessage message{};
};

/// Makes up rows with holes, odd figures and any text.
class RowMaker
{
public:
    explicit RowMaker(quint32 seed) : m_maker(seed) {}

    DecodedMessage message(qint64 offset)
    {
        DecodedMessage message{.header = {.messageId = QByteArray::number(offset).rightJustified(16, '0'),
                                          .timestamp = time(),
                                          .threadId = maybe(word()),
                                          .sequence = anyOf<quint64>({0, 1, 77, 100, ~quint64{0}})},
                               .kind = one(2) ? MessageKind::Metrics : MessageKind::ToolExecution,
                               .turnId = maybe(u"turn_"_s + word()),
                               .summary = maybe(word() + u' ' + word()),
                               .compressed = one(2),
                               .size = anyOf<qint64>({0, 1, 511, 512, 1000, 1024, 2'000'000})};
        if (one(2)) {
            message.quality = reading();
        } else if (one(2)) {
            message.scope = u"llm"_s;
            message.llm = call();
        }
        return message;
    }

    Turn turn(int index)
    {
        Turn turn{.id = u"turn_%1"_s.arg(index), .threadId = word(), .number = index, .question = word()};
        turn.askedAt = time();
        turn.answer = maybe(word());
        turn.status = one(2) ? TurnStatus::Passed : TurnStatus::Failed;
        turn.label = one(3) ? Label::Bad : Label::None;
        turn.verdict = {.passed = one(2), .score = score(), .threshold = 0.95F};
        turn.route = {.confidence = anyOf<double>({0.1, 0.75, 1.0 / 3.0}),
                      .tier = one(2) ? Tier::Fast : Tier::Premium,
                      .strategy = one(2) ? Strategy::Direct : Strategy::DualPath,
                      .model = maybe(word())};
        turn.cost.amount = Micros{anyOf<qint64>({0, 1, 10'000, 1'500'000})};
        turn.latency = std::chrono::microseconds(anyOf<qint64>({0, 250'000, 2'000'000}));
        if (one(4))
            return turn; // never judged
        const QualityReading judged = reading();
        Candidate answer{.tier = turn.route.tier, .model = maybe(word())};
        answer.judgement = Judgement{.scores = judged.scores, .issues = judged.issues};
        answer.chosen = true;
        turn.attempts = {Attempt{.number = 1, .candidates = {answer}}};
        if (one(2))
            turn.attempts.append(Attempt{.number = 2});
        turn.bestAttempt = 1;
        return turn;
    }

    FilterMaker &filters() { return m_maker; }

private:
    bool one(int of) { return m_maker.one(of); }
    QString word() { return m_maker.anyOf(words); }
    QString maybe(const QString &text) { return one(3) ? QString() : text; }
    template<typename T>
    T anyOf(std::initializer_list<T> all)
    {
        return all.begin()[m_maker.random().bounded(static_cast<int>(all.size()))];
    }
    UtcTime time()
    {
        return now - std::chrono::seconds(anyOf<int>({0, 60, 899, 900, 901, 3600, 80'000, 200'000}));
    }
    std::optional<float> score()
    {
        if (one(3))
            return std::nullopt;
        return anyOf<float>({0.0F, 0.333333F, 0.7F, 0.82F, 0.9F, 0.95F, 1.0F});
    }
    std::optional<qint64> figure()
    {
        if (one(2))
            return std::nullopt;
        return anyOf<qint64>({-5, 0, 1, 2, 250, 2000, std::numeric_limits<qint64>::max()});
    }

    QualityReading reading()
    {
        QualityReading reading{.source = one(2) ? QualityReading::Source::Monitor
                                                : QualityReading::Source::Callback,
                               .scope = one(2) ? u"quality"_s : u"quality_attempt"_s,
                               .scores = {.accuracy = score(),
                                          .relevance = score(),
                                          .completeness = score(),
                                          .overall = score()},
                               .passed = one(3) ? std::nullopt : std::optional(one(2)),
                               .threshold = score()};
        for (const QString &issue : {u"tool_results_ignored"_s, u"low_accuracy"_s, u"Größe"_s})
            if (one(3))
                reading.issues.append(issue);
        reading.issueCount = one(3) ? figure() : std::nullopt;
        reading.latencyMs = figure();
        reading.retryCount = figure();
        reading.turnNumber = figure();
        reading.attempt = figure();
        reading.model = maybe(word());
        reading.category = maybe(word());
        reading.application = maybe(word());
        return reading;
    }

    LlmReading call()
    {
        LlmReading call{.model = maybe(word()), .promptTokens = figure(), .completionTokens = figure()};
        if (one(2))
            call.cost = Micros{anyOf<qint64>({0, 1, 10'000})};
        if (one(2))
            call.duration = std::chrono::microseconds(anyOf<qint64>({0, 1500, 2'000'000}));
        return call;
    }

    FilterMaker m_maker;
};

/// The rows that SQLite finds, by the value of `key`.
QSet<qint64> foundBySql(SQLite::Database &database, const Filter &filter, FilterUse rows, const char *key)
{
    const Result<FilterSql> sql = filterSql(filter, rows, now);
    if (!sql)
        qFatal("%s", qPrintable(sql.error().message));
    const QString text =
        u"SELECT %1 FROM %2 WHERE %3"_s.arg(QLatin1StringView(key), filterTables(rows), sql->where);
    SQLite::Statement statement(database, text.toStdString());
    int index = 0;
    for (const auto &value : sql->values) {
        ++index;
        if (const auto *integer = std::get_if<qint64>(&value))
            statement.bind(index, static_cast<std::int64_t>(*integer));
        else if (const auto *real = std::get_if<double>(&value))
            statement.bind(index, *real);
        else
            statement.bind(index, std::get<QString>(value).toStdString());
    }
    QSet<qint64> found;
    while (statement.executeStep())
        found.insert(statement.getColumn(0).getInt64());
    return found;
}

} // namespace

class TestFilterSql final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        Result<OpenedStore> opened = openStore(m_path);
        QVERIFY(opened);
        m_store = std::move(opened->store);
        RowMaker maker(7);
        StoreBatch batch;
        qint64 offset = 0;
        for (; offset < 400; ++offset) {
            m_events.append({.record = recordAt(offset), .message = maker.message(offset)});
            batch.records += storeRecords(m_events.last().message, m_events.last().record);
        }
        for (int index = 1; index <= 150; ++index) {
            m_turns.append(maker.turn(index));
            addTurn(batch, m_turns.last(), offset);
        }
        batch.positions = {
            LogPosition{.topic = u"dashstream-quality"_s, .partition = 5, .nextOffset = offset}};
        const Result<BatchOutcome> written = m_store->write(batch);
        QVERIFY2(written, written ? "" : qPrintable(written.error().message));
        QCOMPARE(written->conflicts + written->duplicates, 0);
        m_database = std::make_unique<SQLite::Database>(m_path.toStdString(), SQLite::OPEN_READONLY);
        addFilterFunctions(*m_database);
    }

    /// 1,000 filters over 400 rows: 400,000 answers.
    void sqlite_answers_as_memory_does_of_events()
    {
        RowMaker maker(11);
        maker.filters().setWords(words);
        FilterMaker filters(13, FilterUse::Events);
        filters.setWords(words);
        filters.avoid({FilterColumn::Event, FilterColumn::Node, FilterColumn::Tool, FilterColumn::Tenant});
        qint64 matched = 0;
        for (int i = 0; i < 1000; ++i) {
            const QString text = filters.filter(3);
            const auto filter = parseFilter(text, FilterUse::Events);
            QVERIFY2(filter, qPrintable(text));
            const QSet<qint64> found =
                foundBySql(*m_database, *filter, FilterUse::Events, "e.id & 140737488355327");
            for (const StoredEvent &event : std::as_const(m_events)) {
                const bool expected = filter->matches(EventFilterRow(event.record, event.message), now);
                matched += expected ? 1 : 0;
                if (found.contains(event.record.offset) != expected)
                    QFAIL(qPrintable(
                        u"row %1, memory says %2: %3"_s.arg(event.record.offset).arg(expected).arg(text)));
            }
        }
        QVERIFY2(matched > 40'000 && matched < 360'000, qPrintable(QString::number(matched)));
    }

    void sqlite_answers_as_memory_does_of_turns()
    {
        FilterMaker filters(17, FilterUse::Turns);
        filters.setWords(words);
        filters.avoid({FilterColumn::Tokens});
        qint64 matched = 0;
        for (int i = 0; i < 600; ++i) {
            const QString text = filters.filter(3);
            const auto filter = parseFilter(text, FilterUse::Turns);
            QVERIFY2(filter, qPrintable(text));
            const QSet<qint64> found = foundBySql(*m_database, *filter, FilterUse::Turns, "t.number");
            for (const Turn &turn : std::as_const(m_turns)) {
                const bool expected = filter->matches(TurnFilterRow(turn), now);
                matched += expected ? 1 : 0;
                if (found.contains(turn.number) != expected)
                    QFAIL(qPrintable(
                        u"turn %1, memory says %2: %3"_s.arg(turn.number).arg(expected).arg(text)));
            }
        }
        QVERIFY2(matched > 9'000 && matched < 81'000, qPrintable(QString::number(matched)));
    }

    void what_the_store_does_not_keep_is_said()
    {
        for (const QString &text :
             {u"node = judge"_s, u"passed or not exists event"_s, u"tenant ~ \"a\""_s}) {
            const Result<FilterSql> sql = filterSql(*parseFilter(text), FilterUse::Events, now);
            QVERIFY(!sql);
            QCOMPARE(sql.error().code, Errc::InvalidArgument);
            QVERIFY2(sql.error().message.contains(u"not kept"_s), qPrintable(sql.error().message));
        }
    }

    void the_largest_filter_is_no_trouble_for_sqlite()
    {
        QStringList parts;
        for (int i = 0; i < filterMaxTerms; ++i)
            parts.append(u"issues=%1"_s.arg(i));
        const auto filter =
            parseFilter(parts.join(u" or "_s).left(filterMaxLength).section(u" or "_s, 0, -2));
        QVERIFY(filter);
        foundBySql(*m_database, *filter, FilterUse::Events, "e.id");
        const auto deep = parseFilter(u"not ("_s.repeated(32) + u"passed"_s + u")"_s.repeated(32));
        QVERIFY(deep);
        foundBySql(*m_database, *deep, FilterUse::Events, "e.id");
    }

    void text_of_a_filter_is_never_sql()
    {
        const auto filter =
            parseFilter(u"thread = \"x' OR 1=1 --\" or model contains \"'; DROP TABLE events; --\"");
        QVERIFY(filter);
        QVERIFY(foundBySql(*m_database, *filter, FilterUse::Events, "e.id").isEmpty());
        QVERIFY(!filterSql(*filter, FilterUse::Events, now)->where.contains(u"DROP"_s));
    }

    void readings_are_followed_by_their_cursor()
    {
        const Filter filter = *parseFilter(u"score < 0.9", FilterUse::Events);
        QSet<qint64> expected;
        for (const StoredEvent &event : std::as_const(m_events))
            if (filter.matches(EventFilterRow(event.record, event.message), now))
                expected.insert(event.record.offset);
        QSet<qint64> found;
        ReadingCursor cursor;
        for (bool more = true; more;) {
            const Result<ReadingPage> page = m_store->readings(filter, now, cursor, 20);
            QVERIFY2(page, page ? "" : qPrintable(page.error().message));
            QVERIFY(page->rows.size() <= 20);
            for (const ReadingRow &row : page->rows)
                if (row.quality.key.offset < 400) {
                    QVERIFY(!found.contains(row.quality.key.offset));
                    found.insert(row.quality.key.offset);
                }
            cursor = page->cursor;
            more = page->more;
        }
        QCOMPARE(found, expected);
        QCOMPARE(m_store->readings(filter, now, cursor)->rows.size(), 0);
    }

private:
    static LogRecord recordAt(qint64 offset)
    {
        return LogRecord{.topic = u"dashstream-quality"_s,
                         .partition = 5,
                         .offset = offset,
                         .timestamp = now,
                         .key = "th_key",
                         .value = QByteArray::number(offset)};
    }

    /// The judge's reading of the turn's answer, if there is one, and the turn itself.
    static void addTurn(StoreBatch &batch, const Turn &turn, qint64 &offset)
    {
        DecodedMessage trace{.header = {.messageId = QByteArray::number(offset).rightJustified(16, '0'),
                                        .timestamp = turn.askedAt,
                                        .threadId = turn.threadId},
                             .kind = MessageKind::ExecutionTrace,
                             .turnId = turn.id};
        if (!turn.attempts.isEmpty()) {
            const Judgement &judgement = *turn.best()->chosen()->judgement;
            DecodedMessage judged = trace;
            judged.quality =
                QualityReading{.scope = u"quality"_s, .scores = judgement.scores, .issues = judgement.issues};
            batch.records += storeRecords(judged, recordAt(offset++));
        }
        trace.header.messageId = QByteArray::number(offset).rightJustified(16, '0');
        trace.turn = turn;
        batch.records += storeRecords(trace, recordAt(offset++));
    }

    QTemporaryDir m_dir;
    QString m_path = m_dir.filePath(u"assay.db"_s);
    std::unique_ptr<Store> m_store;
    std::unique_ptr<SQLite::Database> m_database;
    QList<StoredEvent> m_events;
    QList<Turn> m_turns;
};

QTEST_GUILESS_MAIN(TestFilterSql)
#include "tst_filter_sql.moc"
