// SPDX-License-Identifier: Apache-2.0
#include "store/event_writer.h"

#include "base/tr.h"
#include "store/sql_catalogue.h"

#include <bit>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int offsetBits = 47;
constexpr qint64 largestStream = 65'535;

qint64 rowOf(qint64 stream, qint64 offset)
{
    return (stream << offsetBits) + offset;
}

std::optional<qint64> idOrNull(qint64 id)
{
    return id == 0 ? std::nullopt : std::optional(id);
}

const std::string &sqlOf(const char *name)
{
    return sqlCatalogue().find(std::string_view(name))->second;
}

} // namespace

EventWriter::EventWriter(SqliteStore::Connection &connection)
    : m_connection(connection), m_insertEvent(connection.database->getHandle(), sqlOf("insert_event")),
      m_insertQuality(connection.database->getHandle(), sqlOf("insert_quality")), m_index(connection),
      m_turnSums(connection, m_rollups), m_turns(connection, m_rollups)
{
}

BatchOutcome EventWriter::write(const IngestBatch &batch)
{
    try {
        SQLite::Transaction transaction(*m_connection.database, SQLite::TransactionBehavior::IMMEDIATE);
        begin(batch);
        resolve(batch);
        writeEvents(batch);
        finish(batch);
        transaction.commit();
    } catch (const SQLite::Exception &) {
        m_names.forget();
        m_index.forget();
        m_rollups.clear();
        m_dataVersion = -1;
        throw;
    }
    return std::move(m_outcome);
}

void EventWriter::begin(const IngestBatch &batch)
{
    m_outcome = {};
    m_tallies = {};
    m_parent = 0;
    m_resolvedElsewhere.clear();
    m_turns.begin();
    // Another process may have written since; then this one's memory of the file is old.
    const int version = m_connection.database->execAndGet("PRAGMA data_version").getInt();
    if (version != m_dataVersion) {
        readOthersWork();
        m_dataVersion = version;
    }
    m_streams.clear();
    for (const BatchSource &source : batch.sources)
        m_streams.push_back(streamOf(source));
}

void EventWriter::readOthersWork()
{
    m_index.refresh();
    {
        Query last(m_connection.statement("last_name"));
        qint64 name = 0;
        last.next();
        last.read(name);
        m_turnSums.refresh(name);
    }
    {
        Query parts(m_connection.statement("last_part"));
        parts.next();
        parts.read(m_lastPart);
    }
    Query streams(m_connection.statement("own_streams"));
    m_own.clear();
    while (streams.next()) {
        qint64 id = 0;
        bool own = false;
        streams.read(id, own);
        m_own.resize(std::max(m_own.size(), static_cast<std::size_t>(id) + 1));
        m_own[static_cast<std::size_t>(id)] = own ? 1 : 0;
    }
    Query tallies(m_connection.statement("tallies"));
    m_letterBytes = 0;
    while (tallies.next()) {
        QString key;
        qint64 value = 0;
        tallies.read(key, value);
        if (key == u"dead_letter_bytes")
            m_letterBytes = value;
    }
}

EventWriter::Stream EventWriter::streamOf(const BatchSource &source)
{
    Stream stream;
    {
        Query known(m_connection.statement("stream_of"));
        known << source.topic << source.partition;
        if (known.next()) {
            std::optional<qint64> next;
            known.read(stream.id, next);
            if (next && source.firstOffset && *next > *source.firstOffset)
                stream.skipBelow = *next;
        }
    }
    stream.counts[Read] = source.read;
    if (stream.id == 0) {
        (query("insert_stream") << source.topic << source.partition << source.own).run();
        stream.id = m_connection.database->getLastInsertRowid();
        if (stream.id > largestStream)
            throw SQLite::Exception("more than 65,535 topic partitions in one store", SQLITE_FULL);
        m_own.resize(static_cast<std::size_t>(stream.id) + 1);
        m_own[static_cast<std::size_t>(stream.id)] = source.own ? 1 : 0;
    }
    return stream;
}

bool EventWriter::isOwn(qint64 row) const
{
    const auto stream = static_cast<std::size_t>(row >> offsetBits);
    return stream < m_own.size() && m_own[stream] != 0;
}

/// Dead letters that decode now: what they were counted as is taken back. One that is gone already
/// has been resolved by somebody else, and its events are left out.
void EventWriter::resolve(const IngestBatch &batch)
{
    for (const IngestBatch::Resolved &letter : batch.resolved) {
        qint64 stream = 0;
        std::optional<qint64> logged;
        qint64 seen = 0;
        qint64 bytes = 0;
        {
            Query place(m_connection.statement("dead_letter_place"));
            place << letter.id;
            if (!place.next()) {
                m_resolvedElsewhere.emplace_back(letter.source, letter.offset);
                continue;
            }
            place.read(stream, logged, seen, bytes);
        }
        (query("delete_dead_letter") << letter.id).run();
        --m_streams[static_cast<std::size_t>(letter.source)].counts[Undecodable];
        m_rollups.count(RollupSum::Undecodable, logged.value_or(seen), -1);
        m_tallies.deadLetterBytes -= bytes;
        ++m_outcome.resolved;
    }
}

void EventWriter::writeEvents(const IngestBatch &batch)
{
    for (const EventFields &event : batch.events) {
        if (!m_resolvedElsewhere.empty() &&
            std::ranges::find(m_resolvedElsewhere, std::pair(event.source, event.offset)) !=
                m_resolvedElsewhere.end())
            continue;
        Stream &stream = m_streams[static_cast<std::size_t>(event.source)];
        if (event.offset < stream.skipBelow)
            stream.counts[Read] -= event.item == 0 ? 1 : 0;
        else if (event.item == 0)
            writeRecord(event);
        else
            writePart(event);
    }
}

void EventWriter::writeRecord(const EventFields &event)
{
    const qint64 row = rowOf(m_streams[static_cast<std::size_t>(event.source)].id, event.offset);
    const std::uint64_t hash = event.messageId.empty() ? 0 : MessageIndex::hashOf(event.messageId);
    const Fate fate = fateOf(event, hash, row);
    m_parent = fate == Fate::Stored ? row : 0;
    if (fate == Fate::Stored) {
        if (hash != 0)
            m_index.add(hash, row);
        writeParts(event, row);
    }
    account(event, fate);
}

/// The same bytes again are a duplicate, or an echo where one of the two places is our own log;
/// other bytes under the same id, or at the same place, are somebody's fault and are kept for
/// whoever looks into it.
EventWriter::Fate EventWriter::fateOf(const EventFields &event, std::uint64_t hash, qint64 row)
{
    if (hash != 0)
        for (const qint64 known : m_index.rowsOf(hash))
            if (const std::optional<Fate> fate = fateOfKnown(event, known, true))
                return *fate;
    if (insert(event, row, 0))
        return Fate::Stored;
    return fateOfKnown(event, row, false).value_or(Fate::Conflict);
}

/// @return nullopt when `row` holds another message, or none any more
std::optional<EventWriter::Fate> EventWriter::fateOfKnown(const EventFields &event, qint64 row, bool byId)
{
    Query stored(m_connection.statement("event_at"));
    stored << row;
    if (!stored.next())
        return std::nullopt;
    QByteArray id;
    QByteArray frame;
    std::optional<qint64> parent;
    stored.read(id, frame, parent);
    if (byId && Utf8(id.constData(), static_cast<std::size_t>(id.size())) != event.messageId)
        return std::nullopt;
    // An event of a batch has no frame of its own to compare.
    if (!frame.isNull() && !event.frame.empty() &&
        Utf8(frame.constData(), static_cast<std::size_t>(frame.size())) != event.frame)
        return Fate::Conflict;
    const qint64 stream = m_streams[static_cast<std::size_t>(event.source)].id;
    return isOwn(parent.value_or(row)) != isOwn(rowOf(stream, 0)) ? Fate::Echo : Fate::Duplicate;
}

void EventWriter::account(const EventFields &event, Fate fate)
{
    auto &counts = m_streams[static_cast<std::size_t>(event.source)].counts;
    const qint64 time = event.loggedUs != 0 ? event.loggedUs : event.timestampUs;
    switch (fate) {
    case Fate::Stored: ++counts[Stored]; return;
    case Fate::Duplicate:
        ++counts[Duplicates];
        ++m_outcome.duplicates;
        m_rollups.count(RollupSum::Duplicates, event.timestampUs);
        return;
    case Fate::Echo:
        ++counts[Echoes];
        ++m_outcome.echoes;
        m_rollups.count(RollupSum::Echoes, event.timestampUs);
        return;
    case Fate::Conflict:
        writeLetter(
            DeadLetter{.key = {.offset = event.offset},
                       .stage = u"store"_s,
                       .reason = u"conflicting_message"_s,
                       .message = u"Another message with this id is stored already."_s,
                       .seenAt = fromMicros(time),
                       .logged = fromMicros(event.loggedUs),
                       .size = static_cast<qint64>(event.frame.size()),
                       .raw = QByteArray(event.frame.data(), static_cast<qsizetype>(event.frame.size()))},
            event.source, true);
        return;
    }
    Q_UNREACHABLE();
}

/// An event of the batch whose record came just before it; where that was not stored, the events
/// are not either.
void EventWriter::writePart(const EventFields &event)
{
    auto &counts = m_streams[static_cast<std::size_t>(event.source)].counts;
    bool known = m_parent == 0;
    const std::uint64_t hash = event.messageId.empty() ? 0 : MessageIndex::hashOf(event.messageId);
    if (hash != 0 && !known)
        for (const qint64 row : m_index.rowsOf(hash))
            known = known || fateOfKnown(event, row, true).has_value();
    if (known) {
        ++counts[PartRepeats];
        return;
    }
    const qint64 row = ++m_lastPart;
    insert(event, row, m_parent);
    if (hash != 0)
        m_index.add(hash, row);
    writeParts(event, row);
    ++counts[Parts];
}

bool EventWriter::insert(const EventFields &event, qint64 row, qint64 parent)
{
    // The thread first: nameOf() may clear what it remembers when it learns a new one.
    const qint64 kind = name(event.kind).id;
    const qint64 turn = nameOr0(event.turnId);
    Name &thread = name(event.threadId);
    m_insertEvent << row << idOrNull(parent) << qint64{event.item};
    m_insertEvent.blobOrNull(event.messageId)
        << kind << thread.id << idOrNull(turn) << std::bit_cast<qint64>(event.sequence) << event.timestampUs
        << idOrNull(event.loggedUs) << event.size << qint64{event.compressed ? 1 : 0};
    if (m_insertEvent.text(event.summary).blobOrNull(event.frame).run() == 0)
        return false;
    followSequence(thread, event);
    return true;
}

/// Upstream's rules; a hint, since three counters run on one thread. @source WIRE.md 2.4
void EventWriter::followSequence(Name &thread, const EventFields &event)
{
    if (event.sequence == 0 || event.threadId.empty())
        return;
    const quint64 expected = thread.expected;
    if (expected != 0 && event.sequence < expected) {
        ++(event.sequence + 1 == expected ? m_tallies.sequenceRepeats : m_tallies.sequenceReorders);
        return;
    }
    if (expected != 0 && event.sequence > expected)
        ++m_tallies.sequenceGaps;
    thread.expected = event.sequence == ~0ULL ? event.sequence : event.sequence + 1;
}

Name &EventWriter::name(Utf8 text)
{
    return m_names.nameOf(
        text,
        [this](Utf8 wanted) {
            std::optional<qint64> id;
            Query known(m_connection.statement("name_id"));
            known << wanted;
            if (known.next())
                known.read(id);
            return id;
        },
        [this](Utf8 wanted) {
            (query("insert_name") << wanted).run();
            return qint64{m_connection.database->getLastInsertRowid()};
        });
}

} // namespace assay
