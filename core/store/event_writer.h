// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/fast_statement.h"
#include "store/ingest_batch.h"
#include "store/message_index.h"
#include "store/name_table.h"
#include "store/rollups.h"
#include "store/turn_sums.h"
#include "store/turn_writer.h"

#include <array>

namespace assay {

/// Writes batches: the store's one way in. Keeps statements, names and the index of message ids
/// from batch to batch. Throws SQLite::Exception, with nothing of the batch written.
class EventWriter
{
public:
    explicit EventWriter(SqliteStore::Connection &connection);

    BatchOutcome write(const IngestBatch &batch);

private:
    enum class Fate : std::uint8_t { Stored, Duplicate, Echo, Conflict };
    enum Count : std::size_t {
        Read,
        Stored,
        Duplicates,
        Conflicts,
        Echoes,
        Undecodable,
        Tombstones,
        Parts,
        PartRepeats,
        Missing,
        Counts,
    };
    /// A source of the batch as the store knows it.
    struct Stream
    {
        qint64 id = 0;
        qint64 skipBelow = 0; ///< offsets that another process has accounted for
        std::array<qint64, Counts> counts{};
    };

    void begin(const IngestBatch &batch);
    void readOthersWork();
    Stream streamOf(const BatchSource &source);
    void resolve(const IngestBatch &batch);
    void writeEvents(const IngestBatch &batch);
    void writeRecord(const EventFields &event);
    void writePart(const EventFields &event);
    bool insert(const EventFields &event, qint64 row, qint64 parent);
    void writeParts(const EventFields &event, qint64 row);
    void writeQuality(const EventFields &event, qint64 row);
    void writeLlm(const EventFields &event, qint64 row);
    std::optional<Fate> fateOfKnown(const EventFields &event, qint64 row, bool byId);
    Fate fateOf(const EventFields &event, std::uint64_t hash, qint64 row);
    void account(const EventFields &event, Fate fate);
    void followSequence(Name &thread, const EventFields &event);
    void writeLetter(const DeadLetter &letter, int source, bool conflict);
    void boundLetters();
    void finish(const IngestBatch &batch);
    void tally(const char *name, qint64 by);

    Name &name(Utf8 text);
    qint64 nameOr0(Utf8 text) { return text.empty() ? 0 : name(text).id; }
    Query query(const char *statement) { return Query(m_connection.statement(statement)); }
    bool isOwn(qint64 row) const;

    SqliteStore::Connection &m_connection;
    FastStatement m_insertEvent;
    FastStatement m_insertQuality;
    NameTable m_names;
    MessageIndex m_index;
    Rollups m_rollups;
    TurnSumsWriter m_turnSums;
    TurnWriter m_turns;
    std::vector<char> m_own; ///< by stream id
    qint64 m_dataVersion = -1;
    qint64 m_lastPart = 0; ///< highest row of an event of a batch
    qint64 m_letterBytes = 0;

    // Of the batch being written.
    BatchOutcome m_outcome;
    std::vector<Stream> m_streams;
    qint64 m_parent = 0; ///< row of the last record; 0 when it was not stored
    StoreTallies m_tallies;
    std::vector<std::pair<int, qint64>> m_resolvedElsewhere; ///< source and offset
};

} // namespace assay
