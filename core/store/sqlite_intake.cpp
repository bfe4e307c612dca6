// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_connection.h"
#include "store/sqlite_error.h"
#include "store/sqlite_store.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

DeadLetter readLetter(Query &row)
{
    DeadLetter letter;
    row.read(letter.id, letter.key.topic, letter.key.partition, letter.key.offset, letter.stage,
             letter.reason, letter.byteOffset, letter.message, letter.seenAt, letter.logged, letter.size,
             letter.raw);
    return letter;
}

} // namespace

Result<QList<DeadLetter>> SqliteStore::deadLetters(int limit)
{
    return guarded([&]() -> Result<QList<DeadLetter>> {
        Query query(m_connection->statement("dead_letters"));
        query << limit;
        return query.all(readLetter);
    });
}

Result<QList<DeadLetter>> SqliteStore::deadLettersAfter(qint64 id, int limit)
{
    return guarded([&]() -> Result<QList<DeadLetter>> {
        Query query(m_connection->statement("dead_letters_after"));
        query << id << limit;
        return query.all(readLetter);
    });
}

Result<QList<GapRow>> SqliteStore::gaps(int limit)
{
    return guarded([&]() -> Result<QList<GapRow>> {
        Query query(m_connection->statement("gaps"));
        query << limit;
        return query.all([](Query &row) {
            GapRow gap;
            row.read(gap.key.topic, gap.key.partition, gap.key.offset, gap.records, gap.reason, gap.seenAt);
            return gap;
        });
    });
}

Result<QList<PartitionAccount>> SqliteStore::accounts()
{
    return guarded([&]() -> Result<QList<PartitionAccount>> {
        Query query(m_connection->statement("accounts"));
        return query.all([](Query &row) {
            PartitionAccount a;
            row.read(a.topic, a.partition, a.nextOffset, a.own, a.read, a.stored, a.duplicates, a.conflicts,
                     a.echoes, a.undecodable, a.tombstones, a.parts, a.partRepeats, a.missing);
            return a;
        });
    });
}

Result<IntakeCounts> SqliteStore::intake(UtcTime from, UtcTime to)
{
    return guarded([&]() -> Result<IntakeCounts> {
        const Result<RollupCell> sums = rollupSum(from, to);
        if (!sums)
            return fail(sums.error());
        using Sum = RollupSum;
        const RollupCell &cell = *sums;
        return IntakeCounts{.events = cell[Sum::Events],
                            .late = cell[Sum::Late],
                            .future = cell[Sum::Future],
                            .duplicates = cell[Sum::Duplicates],
                            .conflicts = cell[Sum::Conflicts],
                            .echoes = cell[Sum::Echoes],
                            .undecodable = cell[Sum::Undecodable],
                            .tombstones = cell[Sum::Tombstones],
                            .missing = cell[Sum::Missing]};
    });
}

Result<StoreTallies> SqliteStore::tallies()
{
    return guarded([&]() -> Result<StoreTallies> {
        Query query(m_connection->statement("tallies"));
        StoreTallies tallies;
        while (query.next()) {
            QString name;
            qint64 value = 0;
            query.read(name, value);
            if (name == u"sequence_gaps")
                tallies.sequenceGaps = value;
            else if (name == u"sequence_repeats")
                tallies.sequenceRepeats = value;
            else if (name == u"sequence_reorders")
                tallies.sequenceReorders = value;
            else if (name == u"dead_letter_bytes")
                tallies.deadLetterBytes = value;
            else if (name == u"dead_letters_dropped")
                tallies.deadLettersDropped = value;
        }
        return tallies;
    });
}

} // namespace assay
