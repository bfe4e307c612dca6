// SPDX-License-Identifier: Apache-2.0
#include "store/migrations.h"
#include "unit/store_fixture.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <random>

using namespace assay;
using namespace assay::test;

namespace {

constexpr qint64 epochUs = 1'795'000'020'000'000; // the start of a minute

bool isFull()
{
    return qEnvironmentVariableIsSet("ASSAY_TEST_FULL");
}

/// A reading of quality at `offset` of a broker's topic.
StoreRecord reading(qint64 offset, const QByteArray &id, qint64 timeUs, std::optional<float> overall)
{
    StoreRecord record{.event = eventRow(offset, "frame " + id, id)};
    record.event.key.topic = u"quality"_s;
    record.event.timestamp = fromMicros(timeUs);
    record.event.logged = fromMicros(timeUs + 1'000'000);
    record.quality = QualityRow{.key = record.event.key,
                                .source = u"callback"_s,
                                .scope = u"quality"_s,
                                .threadId = record.event.threadId,
                                .timestamp = record.event.timestamp,
                                .scores = {.overall = overall},
                                .model = u"m"_s};
    return record;
}

/// All cells with their names, in an order of their own.
QByteArray rollupHash(const QString &path)
{
    SQLite::Database database(path.toStdString());
    QMap<qint64, QByteArray> names;
    SQLite::Statement named(database, "SELECT id, text FROM names");
    while (named.executeStep())
        names.insert(named.getColumn(0).getInt64(), named.getColumn(1).getText());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    SQLite::Statement statement(database, "SELECT id, sums FROM rollup_cells ORDER BY id");
    while (statement.executeStep()) {
        const SQLite::Column sums = statement.getColumn(1);
        RollupCell cell;
        if (!cell.addEncoded(QByteArrayView(static_cast<const char *>(sums.getBlob()), sums.getBytes())))
            qFatal("a damaged cell");
        hash.addData(statement.getColumn(0).getText());
        for (std::size_t i = 0; i < rollupSumCount; ++i)
            hash.addData(QByteArray::number(cell[static_cast<RollupSum>(i)]) + '|');
        for (std::size_t i = 0; i < rollupBinsCount; ++i) {
            // Ids are given in the order of arrival: by their texts then.
            const bool byName =
                i >= std::size_t(RollupBins::Issue) && i <= std::size_t(RollupBins::PurposeCostMicros);
            QMap<QByteArray, qint64> counts;
            cell[static_cast<RollupBins>(i)].each([&](qint64 bin, qint64 count) {
                counts[byName ? names.value(bin) : QByteArray::number(bin)] += count;
            });
            for (auto it = counts.cbegin(); it != counts.cend(); ++it)
                hash.addData(QByteArray::number(i) + it.key() + '=' + QByteArray::number(it.value()) + '|');
        }
    }
    return hash.result();
}

/// Told several times; the newest message stands.
Turn finishedTurn(quint32 number, QRandomGenerator &random)
{
    Turn turn{
        .id = u"tn_%1"_s.arg(number), .threadId = u"th_%1"_s.arg(number % 7), .askedAt = fromMicros(epochUs)};
    turn.route.confidence = random.bounded(1.0);
    turn.verdict = {.passed = random.bounded(2) == 0, .policyRevision = random.bounded(3)};
    turn.status = turn.verdict.passed ? TurnStatus::Passed : TurnStatus::Failed;
    turn.learning =
        LearningRecord{.fastPathPassed = turn.verdict.passed, .firstTierFast = random.bounded(2) == 0};
    return turn;
}

/// An hour of events with everything that is summed, five in a hundred of them twice.
QList<StoreRecord> hourOfEvents(int count)
{
    QRandomGenerator random(99);
    QList<StoreRecord> records;
    while (records.size() < count) {
        const qint64 offset = records.size();
        const float score = static_cast<float>(random.bounded(1001)) / 1000.0F;
        StoreRecord record = reading(offset, QByteArray::number(offset).rightJustified(16, '0'),
                                     epochUs + random.bounded(3'600'000) * 1000LL, score);
        QualityRow &quality = *record.quality;
        quality.scores.accuracy = 1.0F - score;
        quality.passed = score >= 0.95F;
        quality.latencyMs = random.bounded(-50, 60'000);
        quality.retryCount = random.bounded(4);
        quality.model = u"model-%1"_s.arg(random.bounded(5));
        if (random.bounded(4) == 0)
            quality.issues = {u"low_accuracy"_s, u"incomplete_coverage"_s};
        if (random.bounded(5) == 0) {
            record.llm = LlmCallRow{.model = quality.model,
                                    .purpose = u"draft"_s,
                                    .promptTokens = random.bounded(4000),
                                    .cost = Micros{random.bounded(9000)}};
            record.quality.reset();
        }
        // A reading may come before or after the tools and the calls of its turn, and twice.
        if (random.bounded(3) != 0)
            record.event.turnId = u"tn_%1"_s.arg(random.bounded(count / 6));
        if (random.bounded(8) == 0) {
            record.event.kind = u"tool_execution"_s;
            record.quality.reset();
            record.llm.reset();
        }
        if (random.bounded(10) == 0) {
            record.turn = finishedTurn(random.bounded(count / 40), random);
            record.event.turnId = record.turn->id;
        }
        records.append(record);
        if (random.bounded(20) == 0) {
            record.event.key.offset = records.size();
            records.append(record);
        }
    }
    return records;
}

} // namespace

class StoreIntakeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ourOwnMessageBackFromTheBrokerIsAnEcho()
    {
        QTemporaryDir dir;
        auto store = opened(dir);
        const QByteArray id(16, 'i');
        const auto write = [&](const QString &topic, bool own, qint64 offset) {
            IngestBatch batch;
            const int source = batch.sourceOf(topic, 0, own);
            StoreRecord record{.event = eventRow(offset, "bytes", id)};
            batch.add(record, source);
            batch.sources.front().read = 1;
            batch.sources.front().nextOffset = offset + 1;
            return *store->write(batch);
        };
        QCOMPARE(write(u"local-1"_s, true, 0).stored, 1);
        const BatchOutcome echo = write(u"quality"_s, false, 7);
        QCOMPARE(echo.echoes, 1);
        QCOMPARE(echo.duplicates, 0);
        QCOMPARE(write(u"local-1"_s, true, 1).duplicates, 1);
        QCOMPARE(write(u"other"_s, false, 1).echoes, 1);
        const auto accounts = store->accounts();
        QCOMPARE(accounts->size(), 3);
        for (const PartitionAccount &a : *accounts)
            QCOMPARE(a.read, a.stored + a.duplicates + a.conflicts + a.echoes + a.undecodable + a.tombstones);
        QCOMPARE(store->counts()->events, 1);
    }

    void aMessageSentAloneAndInABatchIsStoredOnce()
    {
        QTemporaryDir dir;
        auto store = opened(dir);
        StoreRecord batch{.event = eventRow(0, "batch", QByteArray(16, 'b'))};
        StoreRecord inner{.event = eventRow(0, {}, QByteArray(16, 'i'))};
        inner.event.key.item = 1;
        StoreRecord alone{.event = eventRow(1, "alone", QByteArray(16, 'i'))};
        StoreRecord again = batch;
        again.event.key.offset = 2;
        StoreRecord innerAgain = inner;
        innerAgain.event.key.offset = 2;
        QVERIFY(store->write(batchOf({batch, inner, alone, again, innerAgain})));
        const PartitionAccount account = store->accounts()->first();
        QCOMPARE(account.stored, 1);
        QCOMPARE(account.parts, 1);
        QCOMPARE(account.duplicates, 2);
        QCOMPARE(account.partRepeats, 1);
        QCOMPARE(account.read, 3);
    }

    void repeatsAreFoundHoweverLongAgo()
    {
        QTemporaryDir dir;
        const auto batch = [](int first, int count, qint64 firstOffset) {
            QList<StoreRecord> records;
            for (int i = 0; i < count; ++i)
                records.append(
                    StoreRecord{.event = eventRow(firstOffset + i, "f" + QByteArray::number(first + i),
                                                  QByteArray::number(first + i).rightJustified(16, '0'))});
            return batchOf(records);
        };
        auto store = opened(dir);
        // Many small batches: their runs are merged several times over.
        for (int i = 0; i < 300; ++i)
            QCOMPARE(store->write(batch(i * 40, 40, i * 40))->stored, 40);
        QCOMPARE(store->write(batch(0, 500, 20'000))->duplicates, 500);
        store = opened(dir); // read again from the file
        QCOMPARE(store->write(batch(11'000, 1000, 30'000))->duplicates, 1000);
        auto other = opened(dir); // a second writer of the same file
        QCOMPARE(other->write(batch(50'000, 10, 40'000))->stored, 10);
        QCOMPARE(store->write(batch(50'000, 10, 50'000))->duplicates, 10);
        QCOMPARE(store->write(batch(60'000, 10, 60'000))->stored, 10);
        QCOMPARE(other->write(batch(60'000, 10, 70'000))->duplicates, 10);
        SQLite::Database database(dir.filePath(u"assay.db"_s).toStdString());
        QVERIFY(database.execAndGet("SELECT count(*) FROM message_runs").getInt() < 30);
        QCOMPARE(database.execAndGet("SELECT sum(entries) FROM message_runs").getInt(), 12'020);
    }

    void sequencesAreFollowedAsHints_data()
    {
        QTest::addColumn<QList<quint64>>("sequences");
        QTest::addColumn<StoreTallies>("expected");
        const auto hints = [](qint64 gaps, qint64 repeats, qint64 reorders) {
            return StoreTallies{
                .sequenceGaps = gaps, .sequenceRepeats = repeats, .sequenceReorders = reorders};
        };
        QTest::addRow("the first seen is the baseline") << QList<quint64>{41, 42, 43} << hints(0, 0, 0);
        QTest::addRow("a higher one is a gap, and counting goes on from there")
            << QList<quint64>{1, 5, 6} << hints(1, 0, 0);
        QTest::addRow("the same again is a repeat") << QList<quint64>{1, 2, 2, 3} << hints(0, 1, 0);
        QTest::addRow("a lower one is out of order") << QList<quint64>{5, 6, 3, 7} << hints(0, 0, 1);
        QTest::addRow("0 is no sequence") << QList<quint64>{1, 0, 0, 2} << hints(0, 0, 0);
        QTest::addRow("the last number of all overflows nothing")
            << QList<quint64>{~0ULL - 1, ~0ULL, 1} << hints(0, 0, 1);
    }
    void sequencesAreFollowedAsHints()
    {
        QFETCH(QList<quint64>, sequences);
        QFETCH(StoreTallies, expected);
        QTemporaryDir dir;
        auto store = opened(dir);
        QList<StoreRecord> records;
        for (const quint64 sequence : sequences) {
            records.append(StoreRecord{.event = eventRow(records.size())});
            records.last().event.sequence = sequence;
        }
        QCOMPARE(store->write(batchOf(records))->stored, static_cast<int>(sequences.size()));
        QVERIFY(*store->tallies() == expected);
    }

    void everyMinuteSaysWhatItLacks()
    {
        QTemporaryDir dir;
        auto store = opened(dir);
        StoreRecord late = reading(0, QByteArray(16, 'l'), epochUs, 0.5F);
        late.event.logged = fromMicros(epochUs + 25LL * 3600 * 1'000'000);
        StoreRecord future = reading(1, QByteArray(16, 'f'), epochUs + 3600LL * 1'000'000, 0.5F);
        future.event.logged = fromMicros(epochUs);
        StoreBatch batch = batchOf({late, future});
        batch.deadLetters = {DeadLetter{.key = {.topic = u"quality"_s, .offset = 2},
                                        .stage = u"zstd"_s,
                                        .reason = u"bomb"_s,
                                        .seenAt = fromMicros(epochUs + 9'000'000'000),
                                        .logged = fromMicros(epochUs + 59'000'000),
                                        .size = 3,
                                        .raw = "raw"}};
        batch.gaps = {GapRow{.key = {.topic = u"quality"_s, .offset = 3},
                             .records = 40,
                             .reason = u"retention"_s,
                             .seenAt = fromMicros(epochUs + 61'000'000)}};
        QVERIFY(store->write(batch));
        const IntakeCounts first = *store->intake(fromMicros(epochUs), fromMicros(epochUs + 60'000'000));
        QVERIFY(first == (IntakeCounts{.events = 1, .late = 1, .undecodable = 1}));
        const IntakeCounts second =
            *store->intake(fromMicros(epochUs + 60'000'000), fromMicros(epochUs + 120'000'000));
        QVERIFY(second == IntakeCounts{.missing = 40});
        QCOMPARE(store->intake(fromMicros(0), fromMicros(2 * epochUs))->future, 1);
        QCOMPARE(store->gaps(10)->first().reason, u"retention"_s);
        QCOMPARE(*store->rollupDifferences(), 0);
    }

    void aChangedRowIsFoundByTheRecount()
    {
        QTemporaryDir dir;
        auto store = opened(dir);
        QVERIFY(store->write(batchOf({reading(0, QByteArray(16, 'a'), epochUs, 0.95F)})));
        QCOMPARE(*store->rollupDifferences(), 0);
        SQLite::Database database(dir.filePath(u"assay.db"_s).toStdString(), SQLite::OPEN_READWRITE);
        database.exec("UPDATE quality SET score = 0.9");
        QCOMPARE(*store->rollupDifferences(), 3); // of the minute, the hour and the day
    }

    void bandsCompareAsTheWireDoes()
    {
        QTemporaryDir dir;
        auto store = opened(dir);
        QList<StoreRecord> records;
        for (const std::optional<float> score :
             {std::optional(0.95F), std::optional(std::nextafterf(0.95F, 0.0F)), std::optional(0.90F),
              std::optional(0.80F), std::optional(0.0F), std::optional<float>()})
            records.append(reading(records.size(), QByteArray::number(records.size()).rightJustified(16, 'x'),
                                   epochUs, score));
        QVERIFY(store->write(batchOf(records)));
        const RollupCell cell = *store->rollupSum(fromMicros(epochUs), fromMicros(epochUs + 60'000'000));
        QCOMPARE(cell[RollupSum::Responses], 6);
        QCOMPARE(cell[RollupSum::Scored], 5);
        QList<qint64> bins;
        for (const int bin : {0, 79, 80, 89, 90, 94, 95})
            bins.append(cell[RollupBins::Score].at(bin));
        QCOMPARE(bins, (QList<qint64>{1, 0, 1, 0, 1, 1, 1}));
        QCOMPARE(*store->rollupDifferences(), 0);
    }

    void anyOrderOfTheSameEventsGivesTheSameSums()
    {
        const int permutations = isFull() ? 1000 : 25;
        QList<StoreRecord> records = hourOfEvents(isFull() ? 10'000 : 2000);
        std::mt19937 random(5);
        QByteArray expected;
        for (int round = 0; round < permutations; ++round) {
            QTemporaryDir dir;
            auto store = opened(dir);
            for (qsizetype at = 0; at < records.size();) {
                const qsizetype count = std::uniform_int_distribution<qsizetype>(1, 3000)(random);
                QVERIFY(store->write(batchOf(records.mid(at, count))));
                at += count;
            }
            QCOMPARE(*store->rollupDifferences(), 0);
            const QByteArray hash = rollupHash(dir.filePath(u"assay.db"_s));
            if (round == 0)
                expected = hash;
            QCOMPARE(hash, expected);
            std::ranges::shuffle(records, random);
        }
        records.removeLast();
        QTemporaryDir dir;
        QVERIFY(opened(dir)->write(batchOf(records)));
        QVERIFY2(rollupHash(dir.filePath(u"assay.db"_s)) != expected, "one event less must show");
        qInfo() << permutations << "orders of" << records.size() + 1 << "records: one hash";
    }

    void deadLettersAreBoundedOldestOut()
    {
        QTemporaryDir dir;
        auto store = opened(dir);
        const int letters = 120; // of a MiB each; 100 MiB are kept
        StoreBatch batch;
        for (int i = 0; i < letters; ++i) {
            batch.deadLetters = {DeadLetter{.key = {.topic = u"t"_s, .offset = i},
                                            .stage = u"frame"_s,
                                            .reason = u"unknown_frame_byte"_s,
                                            .seenAt = fromMicros(epochUs + i),
                                            .size = 2 << 20,
                                            .raw = QByteArray(2 << 20, 'x')}};
            QCOMPARE(store->write(batch)->deadLetters, 1);
        }
        QCOMPARE(store->counts()->deadLetters, 100);
        QCOMPARE(store->tallies()->deadLettersDropped, 20);
        QCOMPARE(store->tallies()->deadLetterBytes, 100LL << 20);
        QCOMPARE(store->deadLettersAfter(0, 1)->first().key.offset, 20);
        QCOMPARE(store->intake(fromMicros(0), fromMicros(2 * epochUs))->undecodable, letters);
    }

    void aStoreOfVersionOneIsBroughtAlong()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"assay.db"_s);
        {
            SQLite::Database old(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            QVERIFY(migrate(old, schemaScripts().first(1)));
            QFile script(QString::fromLatin1(ASSAY_SOURCE_DIR) + u"/tests/data/store_v1.sql"_s);
            QVERIFY(script.open(QIODevice::ReadOnly));
            old.exec(script.readAll().toStdString());
        }
        auto store = opened(dir);
        QCOMPARE(store->counts()->events, 6);
        QCOMPARE(store->positions()->first().nextOffset, 9);
        const PartitionAccount a = store->accounts()->first();
        QCOMPARE(a.read, a.stored + a.duplicates + a.conflicts + a.echoes + a.undecodable + a.tombstones);
        QVERIFY(a.own);
        QCOMPARE(a.stored, 4);
        QCOMPARE(a.parts, 2);
        QCOMPARE(a.missing, 2);
        const auto events = store->eventsOf(u"tn_1"_s);
        QCOMPARE(events->size(), 3);
        QCOMPARE(events->first().kind, u"metrics"_s);
        QCOMPARE(*store->frameAt({.topic = u"local-v1"_s, .offset = 1}), QByteArray("\x01\x02"));
        const auto quality = store->qualityOf(u"tn_1"_s);
        QCOMPARE(quality->first().issues, (QStringList{u"low_accuracy"_s, u"incomplete_coverage"_s}));
        QCOMPARE(quality->first().scores.overall, std::optional(0.5F));
        QVERIFY(!quality->first().scores.accuracy);
        QCOMPARE(store->deadLetters(10)->size(), 1);
        QCOMPARE(store->gaps(10)->first().records, 2);
        QCOMPARE(*store->rollupDifferences(), 0);
        // What was stored then is known now.
        StoreRecord again{.event = eventRow(20, QByteArray("\x01\x02"), QByteArray(16, 'A'))};
        QCOMPARE(store->write(batchOf({again}))->echoes, 1); // its topic is not the log it came from
    }
};

QTEST_GUILESS_MAIN(StoreIntakeTest)

#include "tst_store_intake.moc"
