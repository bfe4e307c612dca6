// SPDX-License-Identifier: Apache-2.0
#include "store/event_writer.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype keptRaw = 1 << 20;

} // namespace

void EventWriter::writeLetter(const DeadLetter &letter, int source, bool conflict)
{
    Stream &stream = m_streams[static_cast<std::size_t>(source)];
    const qint64 logged = toMicros(letter.logged);
    const qint64 time = logged != 0 ? logged : toMicros(letter.seenAt);
    const QByteArray raw = letter.raw.left(keptRaw);
    const auto orEmpty = [](const QString &value) { return value.isNull() ? u""_s : value; };
    const int written =
        (query("insert_dead_letter") << stream.id << letter.key.offset << orEmpty(letter.stage)
                                     << orEmpty(letter.reason) << letter.byteOffset << orEmpty(letter.message)
                                     << letter.seenAt << (logged != 0 ? std::optional(logged) : std::nullopt)
                                     << letter.size << (raw.isNull() ? QByteArray("") : raw))
            .run();
    if (written == 0) { // the same record read again
        ++stream.counts[Duplicates];
        ++m_outcome.duplicates;
        m_rollups.count(RollupSum::Duplicates, time);
        return;
    }
    ++m_outcome.deadLetters;
    m_outcome.conflicts += conflict ? 1 : 0;
    ++stream.counts[conflict ? Conflicts : Undecodable];
    m_rollups.count(conflict ? RollupSum::Conflicts : RollupSum::Undecodable, time);
    m_tallies.deadLetterBytes += raw.size();
}

/// Oldest out. What was dropped stays counted.
void EventWriter::boundLetters()
{
    while (m_letterBytes + m_tallies.deadLetterBytes > m_connection.deadLetterLimit) {
        std::vector<std::pair<qint64, qint64>> oldest;
        {
            Query query(m_connection.statement("oldest_dead_letters"));
            while (query.next()) {
                qint64 id = 0;
                qint64 bytes = 0;
                query.read(id, bytes);
                oldest.emplace_back(id, bytes);
            }
        }
        if (oldest.empty())
            return;
        for (const auto &[id, bytes] : oldest) {
            (query("delete_dead_letter") << id).run();
            m_tallies.deadLetterBytes -= bytes;
            ++m_tallies.deadLettersDropped;
            if (m_letterBytes + m_tallies.deadLetterBytes <= m_connection.deadLetterLimit)
                break;
        }
    }
}

void EventWriter::tally(const char *name, qint64 by)
{
    if (by != 0)
        (query("add_tally") << QString::fromLatin1(name) << by).run();
}

void EventWriter::finish(const IngestBatch &batch)
{
    const auto streamOfKey = [&](const EventKey &key) {
        for (std::size_t i = 0; i < batch.sources.size(); ++i)
            if (batch.sources[i].partition == key.partition && batch.sources[i].topic == key.topic)
                return static_cast<int>(i);
        Q_UNREACHABLE();
    };
    for (const DeadLetter &letter : batch.deadLetters) {
        const int source = streamOfKey(letter.key);
        Stream &stream = m_streams[static_cast<std::size_t>(source)];
        if (letter.key.offset < stream.skipBelow)
            --stream.counts[Read];
        else
            writeLetter(letter, source, false);
    }
    for (const GapRow &gap : batch.gaps) {
        Stream &stream = m_streams[static_cast<std::size_t>(streamOfKey(gap.key))];
        if ((query("insert_gap") << stream.id << gap.key.offset << gap.records << gap.reason << gap.seenAt)
                .run() == 0)
            continue;
        stream.counts[Missing] += gap.records;
        m_rollups.count(RollupSum::Missing, toMicros(gap.seenAt), gap.records);
    }
    boundLetters();
    for (std::size_t i = 0; i < batch.sources.size(); ++i) {
        const BatchSource &source = batch.sources[i];
        Stream &stream = m_streams[i];
        for (const Tombstone &tombstone : source.tombstones) {
            const bool known = tombstone.offset < stream.skipBelow;
            stream.counts[known ? Read : Tombstones] += known ? -1 : 1;
            if (!known)
                m_rollups.count(RollupSum::Tombstones, tombstone.loggedUs);
        }
        if (source.nextOffset)
            (query("set_position") << stream.id << *source.nextOffset).run();
        Query add(m_connection.statement("add_to_stream"));
        add << stream.id;
        for (const qint64 count : stream.counts)
            add << count;
        add.run();
    }
    m_turns.finish(m_outcome);
    m_turnSums.write();
    m_rollups.write(m_connection);
    m_index.flush();
    tally("sequence_gaps", m_tallies.sequenceGaps);
    tally("sequence_repeats", m_tallies.sequenceRepeats);
    tally("sequence_reorders", m_tallies.sequenceReorders);
    tally("dead_letter_bytes", m_tallies.deadLetterBytes);
    tally("dead_letters_dropped", m_tallies.deadLettersDropped);
    m_letterBytes += m_tallies.deadLetterBytes;
}

} // namespace assay
