// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/hash_filter.h"
#include "store/sqlite_connection.h"
#include "store/text_arena.h"

#include <vector>

namespace assay {

/// Which message ids are stored, and at which rows.
///
/// An index over random ids would touch one page of the whole index for every row. Here each batch
/// appends one sorted run of (hash, row); eight runs of a size are merged into one; a filter in
/// memory answers "certainly new" for nearly all. A million ids take 16 MB on disk and 2 MB here.
/// All work belongs inside the writer's transaction. Throws SQLite::Exception.
class MessageIndex
{
public:
    /// 64 bits of a message id. Never 0.
    static std::uint64_t hashOf(Utf8 messageId);

    explicit MessageIndex(SqliteStore::Connection &connection) : m_connection(connection) {}

    /// Reads what is stored and not yet known here; fills an empty index from the events.
    void refresh();

    /// Rows whose id has this hash, among those of former batches and of this one.
    const std::vector<qint64> &rowsOf(std::uint64_t hash);

    /// Notes a row of this batch.
    void add(std::uint64_t hash, qint64 row);

    /// Writes this batch's run, and merges runs where eight of a size have come together.
    void flush();

    /// After a transaction that was taken back: everything is read again.
    void forget();

private:
    struct Entry
    {
        std::uint64_t hash = 0;
        qint64 row = 0;
    };
    using Entries = std::vector<Entry>;
    struct Run
    {
        qint64 id = 0;
        qint64 entries = 0;
        std::vector<std::uint64_t> fences{}; ///< first hash of each chunk
    };

    void fillFromEvents();
    Entries entriesOf(qint64 run);
    void insertRun(const Entries &sorted);
    bool mergeOne();
    void searchRun(const Run &run, std::uint64_t hash);
    void growTable();

    SqliteStore::Connection &m_connection;
    HashFilter m_filter;
    std::vector<Run> m_runs;
    Entries m_batch;                    ///< in the order they came
    std::vector<std::uint32_t> m_slots; ///< open addressing: place in m_batch + 1; 0 = free
    std::vector<qint64> m_found;
};

} // namespace assay
