// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.h"

#include <memory>

namespace assay {

/// The store in one SQLite file (WAL, synchronous FULL).
class SqliteStore final : public Store
{
public:
    struct Connection;

    /// Takes over an opened connection; use openStore() or openReadOnly().
    explicit SqliteStore(std::unique_ptr<Connection> connection);
    ~SqliteStore() override;

    using Store::write;
    Result<BatchOutcome> write(const IngestBatch &batch) override;
    Result<QList<LogPosition>> positions() override;
    Result<QList<ThreadSummary>> threads(const QString &search, int limit,
                                         const std::optional<ThreadSummary> &after = {}) override;
    Result<QList<TurnSummary>> turnsOf(const QString &threadId, int afterNumber = 0,
                                       int limit = 500) override;
    Result<Turn> turn(const QString &id) override;
    Result<QList<TurnSummary>> recentTurns(int limit) override;
    Result<QList<EventRow>> eventsOf(const QString &turnId, int limit = 2000) override;
    Result<QByteArray> frameAt(const EventKey &key) override;
    Result<QList<QualityRow>> qualityOf(const QString &turnId) override;
    Result<QList<QualityRow>> qualitySince(UtcTime time, int limit) override;
    Result<ReadingPage> readings(const Filter &filter, UtcTime now, const ReadingCursor &after = {},
                                 int limit = 1000) override;
    Result<StoreCounts> counts() override;
    Result<Micros> spendSince(UtcTime time) override;
    Result<QList<LearningRow>> learningRecords(qint64 afterRow, int limit) override;
    Result<QList<DeadLetter>> deadLetters(int limit) override;
    Result<QList<DeadLetter>> deadLettersAfter(qint64 id, int limit) override;
    Result<QList<GapRow>> gaps(int limit) override;
    Result<QList<PartitionAccount>> accounts() override;
    Result<IntakeCounts> intake(UtcTime from, UtcTime to) override;
    Result<StoreTallies> tallies() override;
    Result<RollupCell> rollupSum(UtcTime from, UtcTime to) override;
    Result<> rollups(RollupSpan span, UtcTime from, UtcTime to, const RollupVisitor &visit) override;
    Result<std::optional<std::pair<UtcTime, UtcTime>>> rollupEnds() override;
    Result<std::vector<RollupRow>> rollupsOf(const Filter &filter, FilterUse rows, UtcTime now, UtcTime from,
                                             UtcTime to, const CancelToken &token) override;
    Result<QHash<qint64, ThreadScores>> threadScores(const Filter &filter, FilterUse rows, UtcTime now,
                                                     UtcTime from, UtcTime to, float threshold,
                                                     const CancelToken &token) override;
    Result<QHash<qint64, QString>> names(const QList<qint64> &ids) override;
    Result<qint64> rollupDifferences() override;
    Result<quint64> lastSequence(const QString &threadId) override;

private:
    std::unique_ptr<Connection> m_connection;
};

struct OpenedStore
{
    std::unique_ptr<Store> store{};
    QString notice{}; ///< a damaged file was kept aside: say so; empty = nothing happened
};

/// Opens the database for writing, or makes it; brings its schema up to date. A damaged one is
/// renamed to <file>.corrupt-<time>; the new one starts empty and is filled from the log again,
/// since its positions are gone too. Files up to 32 MiB are checked whole, larger ones by their schema.
/// @errors InvalidArgument (newer schema, another program's file), ReadOnly, DiskFull, Unavailable, Io
Result<OpenedStore> openStore(const QString &path, const Clock &clock = utcNow);

/// Opens an existing database for queries beside its writer. @errors NotFound, and as openStore()
Result<std::unique_ptr<Store>> openReadOnly(const QString &path);

} // namespace assay
