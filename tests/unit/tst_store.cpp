// SPDX-License-Identifier: Apache-2.0
#include "store/sql_catalogue.h"
#include "unit/store_fixture.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace assay;
using namespace assay::test;
using namespace Qt::StringLiterals;

class StoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTurnComesBackAsItWas()
    {
        QTemporaryDir dir;
        auto store = opened(dir);
        const Turn turn = sampleTurn();
        const auto outcome = store->write(batchOf({turnRecord(0, turn)}));
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
        QCOMPARE(outcome->turnIds, QStringList{turn.id});
        QCOMPARE(outcome->threadIds, QStringList{turn.threadId});
        store = opened(dir);
        QVERIFY(*store->turn(turn.id) == turn);
        const auto turns = store->turnsOf(turn.threadId);
        QCOMPARE(turns->size(), 1);
        const TurnSummary &row = turns->first();
        QCOMPARE(row.verdict.score, std::optional(0.95F)); // the very float
        QVERIFY(*row.verdict.score >= row.verdict.threshold);
        QCOMPARE(row.model, u"premium-70b"_s);
        QCOMPARE(row.attempts, 2);
        QCOMPARE(row.askedAt, turn.askedAt);
        QCOMPARE(row.latency, turn.latency);
        QCOMPARE(row.cost, turn.cost);
        QCOMPARE(store->turn(u"tn_none"_s).error().code, Errc::NotFound);
    }

    void absentFiguresStayAbsent()
    {
        QTemporaryDir dir;
        auto store = opened(dir);
        StoreRecord record{.event = eventRow(0)};
        record.event.turnId = u"tn_1"_s;
        QualityRow row{.key = record.event.key,
                       .source = u"monitor"_s,
                       .scope = u"quality"_s,
                       .threadId = u"th_1"_s,
                       .turnId = u"tn_1"_s,
                       .timestamp = record.event.timestamp,
                       .scores = {.accuracy = 0.95F, .completeness = 0.0F},
                       .issues = {u"low_accuracy"_s, u"incomplete_coverage"_s},
                       .latencyMs = -5,
                       .model = u"m"_s};
        record.quality = row;
        QVERIFY(store->write(batchOf({record})));
        const auto rows = store->qualityOf(u"tn_1"_s);
        QCOMPARE(rows->size(), 1);
        QVERIFY(rows->first() == row);
        QVERIFY(!rows->first().scores.relevance && !rows->first().passed);
        QCOMPARE(rows->first().scores.completeness, std::optional(0.0F));
        QCOMPARE(store->qualitySince(fromMicros(0), 10)->size(), 1);
    }

    void aRepeatedBatchChangesNothing()
    {
        QTemporaryDir dir;
        auto store = opened(dir);
        const StoreBatch batch = batchOf({StoreRecord{.event = eventRow(0)}, turnRecord(1, sampleTurn())});
        QCOMPARE(store->write(batch)->stored, 2);
        const StoreCounts before = *store->counts();
        const auto again = store->write(batch);
        QCOMPARE(again->stored, 0);
        QCOMPARE(again->duplicates, 2);
        QVERIFY(*store->counts() == before);
    }

    void theSameMessageAtANewOffsetIsADuplicate()
    {
        QTemporaryDir dir;
        auto store = opened(dir);
        const QByteArray id(16, 'i');
        QCOMPARE(store->write(batchOf({StoreRecord{.event = eventRow(0, "same", id)}}))->stored, 1);
        const auto again = store->write(batchOf({StoreRecord{.event = eventRow(1, "same", id)}}));
        QCOMPARE(again->duplicates, 1);
        QCOMPARE(store->positions()->first().nextOffset, 2);
    }

    void anotherMessageUnderTheSameIdIsKeptAsAConflict()
    {
        QTemporaryDir dir;
        auto store = opened(dir);
        const QByteArray id(16, 'i');
        QVERIFY(store->write(batchOf({StoreRecord{.event = eventRow(0, "one", id)}})));
        const auto outcome = store->write(batchOf({StoreRecord{.event = eventRow(1, "other", id)}}));
        QCOMPARE(outcome->conflicts, 1);
        QCOMPARE(outcome->duplicates, 0);
        const auto letters = store->deadLetters(10);
        QCOMPARE(letters->size(), 1);
        QCOMPARE(letters->first().reason, u"conflicting_message"_s);
        QCOMPARE(letters->first().raw, QByteArray("other"));
    }

    void messagesWithoutIdAndWithEqualSequencesAllStay()
    {
        QTemporaryDir dir;
        auto store = opened(dir);
        QList<StoreRecord> records;
        for (int i = 0; i < 3; ++i) {
            StoreRecord record{.event = eventRow(i)};
            record.event.messageId.clear();
            record.event.sequence = 1; // dedupe by sequence alone would drop two (M-800)
            records.append(record);
        }
        QCOMPARE(store->write(batchOf(records))->stored, 3);
        StoreRecord last{.event = eventRow(3)};
        last.event.sequence = ~0ULL;
        QVERIFY(store->write(batchOf({last})));
        QCOMPARE(*store->lastSequence(u"th_none"_s), 0U);
    }

    void deadLettersAreKeptWithTheirBytes()
    {
        QTemporaryDir dir;
        auto store = opened(dir);
        StoreBatch batch = batchOf({});
        const DeadLetter letter{.key = {.topic = u"t"_s, .partition = 3, .offset = 9},
                                .stage = u"zstd"_s,
                                .reason = u"bomb"_s,
                                .byteOffset = 12,
                                .message = u"Too much."_s,
                                .seenAt = fromMicros(5),
                                .size = 3,
                                .raw = QByteArray("a\0b", 3)};
        batch.deadLetters = {letter};
        QCOMPARE(store->write(batch)->deadLetters, 1);
        QCOMPARE(store->write(batch)->deadLetters, 0);
        DeadLetter back = store->deadLetters(10)->first();
        QVERIFY(std::exchange(back.id, 0) > 0);
        QVERIFY(back == letter);
    }

    void aLabelMayComeBeforeItsTurn()
    {
        QTemporaryDir dir;
        auto store = opened(dir);
        const Turn turn = sampleTurn();
        const auto label = [&](qint64 offset, Label value, const QString &note) {
            StoreRecord record{.event = eventRow(offset)};
            record.event.threadId = turn.threadId;
            record.event.turnId = turn.id;
            record.label = LabelRow{.turnId = turn.id, .label = value, .note = note};
            return record;
        };
        QVERIFY(store->write(batchOf({label(5, Label::Bad, u"wrong"_s)})));
        QVERIFY(store->write(batchOf({turnRecord(6, turn)})));
        QCOMPARE(store->turn(turn.id)->label, Label::Bad);
        QCOMPARE(store->turn(turn.id)->labelNote, u"wrong"_s);
        QVERIFY(store->write(batchOf({label(3, Label::Good, u"older"_s)})));
        QCOMPARE(store->turn(turn.id)->label, Label::Bad);
        const auto outcome = store->write(batchOf({label(9, Label::None, {})}));
        QCOMPARE(outcome->turnIds, QStringList{turn.id});
        QCOMPARE(store->turnsOf(turn.threadId)->first().label, Label::None);
    }

    void theNewestMessageOfATurnWinsInAnyOrder()
    {
        QTemporaryDir dir;
        auto store = opened(dir);
        Turn late = sampleTurn();
        late.answer = u"final"_s;
        Turn early = sampleTurn();
        early.answer = u"draft"_s;
        QVERIFY(store->write(batchOf({turnRecord(9, late), turnRecord(2, early)})));
        QCOMPARE(store->turn(late.id)->answer, u"final"_s);
        QCOMPARE(store->threads(u"draft"_s, 10)->size(), 0);
        QCOMPARE(store->threads(u"final"_s, 10)->size(), 1);
        QCOMPARE(store->threads({}, 10)->first().turns, 1);
    }

    void aThreadCountsItsTurnsAsTheWindowDoes()
    {
        QTemporaryDir dir;
        auto store = opened(dir);
        PassCount counted;
        QList<TurnStatus> statuses{TurnStatus::Passed, TurnStatus::Failed, TurnStatus::Cancelled,
                                   TurnStatus::Errored, TurnStatus::Passed};
        for (qsizetype i = 0; i < statuses.size(); ++i) {
            Turn turn = sampleTurn(u"tn_%1"_s.arg(i), u"th_a"_s);
            turn.number = static_cast<int>(i) + 1;
            turn.status = statuses.at(i);
            turn.verdict.passed = turn.status != TurnStatus::Failed; // the status decides, not an attempt
            QVERIFY(store->write(batchOf({turnRecord(i, turn)})));
            counted.add(turn.status);
        }
        const auto threads = store->threads({}, 10);
        QVERIFY(threads && threads->size() == 1);
        QCOMPARE(threads->first().turns, 5);
        QCOMPARE(threads->first().pass, (PassCount{.judged = 3, .passed = 2}));
        QCOMPARE(threads->first().pass, counted);
    }

    void threadsAreFound_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<int>("found");
        QTest::addRow("everything") << u""_s << 2;
        QTest::addRow("a word of a question") << u"refund"_s << 1;
        QTest::addRow("the beginning of a word") << u"refu"_s << 1;
        QTest::addRow("a word of an answer, other case") << u"WRITE billing"_s << 2;
        QTest::addRow("a word with an accent left out") << u"uber"_s << 1;
        QTest::addRow("a thread id") << u"th_b"_s << 1;
        QTest::addRow("only signs") << u"?!"_s << 0;
        QTest::addRow("a percent sign is no wildcard") << u"%"_s << 0;
        QTest::addRow("FTS operators are words") << u"refund NOT \"money* OR (x"_s << 0;
        QTest::addRow("quotes do not break out") << u"\"'; DROP TABLE turns; --"_s << 0;
        QTest::addRow("another script") << u"退款"_s << 1;
    }
    void threadsAreFound()
    {
        QFETCH(QString, search);
        QFETCH(int, found);
        QTemporaryDir dir;
        auto store = opened(dir);
        Turn other = sampleTurn(u"tn_b"_s, u"th_b"_s);
        other.question =
            u"Was kostet es über 100 Tage? 退款 please, and a very long sentence behind it all"_s;
        QVERIFY(
            store->write(batchOf({turnRecord(0, sampleTurn(u"tn_a"_s, u"th_a"_s)), turnRecord(1, other)})));
        const auto threads = store->threads(search, 10);
        QVERIFY2(threads, threads ? "" : qPrintable(threads.error().message));
        QCOMPARE(threads->size(), found);
        for (const ThreadSummary &thread : *threads)
            QVERIFY(thread.title.size() <= 60);
    }

    void threadsComeInPagesWithoutGapOrRepeat()
    {
        QTemporaryDir dir;
        auto store = opened(dir);
        QList<StoreRecord> records;
        for (int i = 0; i < 25; ++i) // five share each moment
            records.append(turnRecord(i, sampleTurn(u"tn_%1"_s.arg(i), u"th_%1"_s.arg(i, 2), i / 5)));
        QVERIFY(store->write(batchOf(records)));
        QStringList seen;
        std::optional<ThreadSummary> after;
        while (true) {
            const auto page = store->threads({}, 7, after);
            if (page->isEmpty())
                break;
            for (const ThreadSummary &thread : *page)
                seen.append(thread.id);
            after = page->last();
        }
        QCOMPARE(seen.size(), 25);
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 25);
        QCOMPARE(seen.first(), u"th_24"_s);
    }

    void moneyIsCountedOnce()
    {
        QTemporaryDir dir;
        auto store = opened(dir);
        const Turn turn = sampleTurn();
        StoreRecord own{.event = eventRow(1)};
        own.event.turnId = turn.id;
        own.llm = LlmCallRow{.model = u"m"_s, .cost = Micros{3420}}; // part of the turn's cost
        StoreRecord foreign{.event = eventRow(2)};
        foreign.event.turnId = u"tn_foreign"_s;
        foreign.llm = LlmCallRow{.model = u"m"_s, .cost = Micros{80}};
        QVERIFY(store->write(batchOf({turnRecord(0, turn), own, foreign})));
        QCOMPARE(store->spendSince(fromMicros(0))->value, 3500);
        QCOMPARE(store->spendSince(turn.askedAt + std::chrono::hours(1))->value, 0);
    }

    void learningRecordsCarryTheNewestLabel()
    {
        QTemporaryDir dir;
        auto store = opened(dir);
        const Turn turn = sampleTurn();
        StoreRecord label{.event = eventRow(1)};
        label.label = LabelRow{.turnId = turn.id, .label = Label::Good};
        QVERIFY(store->write(batchOf({turnRecord(0, turn), label})));
        const auto rows = store->learningRecords(0, 10);
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->first().label, Label::Good);
        QVERIFY(rows->first().record == *turn.learning);
        QVERIFY(store->learningRecords(rows->first().row, 10)->isEmpty());
    }

    void everyStatementPrepares()
    {
        QTemporaryDir dir;
        opened(dir);
        SQLite::Database database(dir.filePath(u"assay.db"_s).toStdString());
        QVERIFY(sqlCatalogue().size() > 20);
        for (const auto &[name, text] : sqlCatalogue())
            SQLite::Statement(database, text);
    }

    void tenThousandTurnsStayFast()
    {
        QTemporaryDir dir;
        auto store = opened(dir);
        QElapsedTimer timer;
        timer.start();
        qint64 offset = 0;
        for (int batch = 0; batch < 20; ++batch) {
            QList<StoreRecord> records;
            for (int i = 0; i < 500; ++i, ++offset)
                records.append(
                    turnRecord(offset, sampleTurn(u"tn_%1"_s.arg(offset), u"th_%1"_s.arg(offset % 400),
                                                  static_cast<int>(offset))));
            QVERIFY(store->write(batchOf(records)));
        }
        qInfo() << "10,000 turns written in" << timer.restart() << "ms";
        QCOMPARE(store->threads({}, 50)->size(), 50);
        qInfo() << "first page of 400 threads" << timer.nsecsElapsed() / 1000 << "µs";
        timer.restart();
        QCOMPARE(store->turnsOf(u"th_7"_s)->size(), 25);
        qInfo() << "turns of a thread" << timer.nsecsElapsed() / 1000 << "µs";
        timer.restart();
        QCOMPARE(store->threads(u"billing"_s, 50)->size(), 50);
        qInfo() << "search that every turn matches" << timer.nsecsElapsed() / 1000 << "µs";
        timer.restart();
        QCOMPARE(store->recentTurns(20)->size(), 20);
        qInfo() << "20 recent turns" << timer.nsecsElapsed() / 1000 << "µs";
        timer.restart();
        QVERIFY(store->spendSince(fromMicros(0)));
        qInfo() << "spend" << timer.nsecsElapsed() / 1000 << "µs";
        timer.restart();
        QVERIFY(store->write(batchOf({turnRecord(offset, sampleTurn(u"tn_last"_s, u"th_7"_s, 99999))})));
        qInfo() << "one more turn" << timer.nsecsElapsed() / 1000 << "µs";
    }
};

QTEST_GUILESS_MAIN(StoreTest)

#include "tst_store.moc"
