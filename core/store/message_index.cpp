// SPDX-License-Identifier: Apache-2.0
#include "store/message_index.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace assay {

namespace {

constexpr std::size_t chunkEntries = 252; // with its row's head, just under a page
constexpr qint64 largestMerged = 1 << 20; // runs of this size stay as they are
constexpr std::size_t runsPerMerge = 8;
constexpr int chunkBits = 24;

/// Runs of one class are within a factor of eight of each other.
int sizeClass(qint64 entries)
{
    return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(entries))) / 3;
}

std::uint64_t mixed(std::uint64_t value)
{
    value ^= value >> 33;
    value *= 0xff51afd7ed558ccdULL;
    value ^= value >> 33;
    value *= 0xc4ceb9fe1a85ec53ULL;
    return value ^ (value >> 33);
}

} // namespace

std::uint64_t MessageIndex::hashOf(Utf8 messageId)
{
    std::uint64_t hash = messageId.size();
    while (!messageId.empty()) {
        std::uint64_t word = 0;
        const std::size_t count = std::min<std::size_t>(sizeof word, messageId.size());
        std::memcpy(&word, messageId.data(), count);
        hash = mixed(hash ^ word) + 0x9e3779b97f4a7c15ULL;
        messageId.remove_prefix(count);
    }
    return hash == 0 ? 1 : hash;
}

void MessageIndex::refresh()
{
    std::vector<Run> stored;
    {
        Query query(m_connection.statement("message_runs"));
        while (query.next()) {
            Run run;
            query.read(run.id, run.entries);
            stored.push_back(std::move(run));
        }
    }
    for (Run &run : stored) {
        const auto known = std::ranges::find(m_runs, run.id, &Run::id);
        if (known != m_runs.end()) {
            run.fences = std::move(known->fences);
            continue;
        }
        const Entries entries = entriesOf(run.id);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (i % chunkEntries == 0)
                run.fences.push_back(entries[i].hash);
            m_filter.add(entries[i].hash);
        }
    }
    m_runs = std::move(stored);
    if (m_runs.empty())
        fillFromEvents();
}

/// For a store that an older Assay filled.
void MessageIndex::fillFromEvents()
{
    qint64 after = 0;
    while (true) {
        Entries entries;
        {
            Query query(m_connection.statement("messages_after"));
            query << after;
            while (query.next()) {
                QByteArray messageId;
                query.read(after, messageId);
                const Utf8 id(messageId.constData(), static_cast<std::size_t>(messageId.size()));
                entries.push_back({hashOf(id), after});
            }
        }
        if (entries.empty())
            return;
        std::ranges::sort(entries, {}, &Entry::hash);
        for (const Entry &entry : entries)
            m_filter.add(entry.hash);
        insertRun(entries);
    }
}

const std::vector<qint64> &MessageIndex::rowsOf(std::uint64_t hash)
{
    m_found.clear();
    if (!m_slots.empty()) {
        const std::size_t mask = m_slots.size() - 1;
        for (std::size_t at = hash & mask; m_slots[at] != 0; at = (at + 1) & mask)
            if (m_batch[m_slots[at] - 1].hash == hash)
                m_found.push_back(m_batch[m_slots[at] - 1].row);
    }
    if (m_filter.mayContain(hash))
        for (const Run &run : m_runs)
            searchRun(run, hash);
    return m_found;
}

void MessageIndex::add(std::uint64_t hash, qint64 row)
{
    m_batch.push_back({hash, row});
    if (m_batch.size() * 2 > m_slots.size())
        growTable();
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = hash & mask;
    while (m_slots[at] != 0)
        at = (at + 1) & mask;
    m_slots[at] = static_cast<std::uint32_t>(m_batch.size());
}

void MessageIndex::growTable()
{
    const std::size_t size = std::max<std::size_t>(1024, m_slots.size() * 2);
    m_slots.assign(size, 0);
    for (std::size_t i = 0; i + 1 < m_batch.size(); ++i) {
        std::size_t at = m_batch[i].hash & (size - 1);
        while (m_slots[at] != 0)
            at = (at + 1) & (size - 1);
        m_slots[at] = static_cast<std::uint32_t>(i + 1);
    }
}

void MessageIndex::flush()
{
    if (m_batch.empty())
        return;
    for (const Entry &entry : m_batch)
        m_filter.add(entry.hash);
    std::ranges::sort(m_batch, {}, &Entry::hash);
    insertRun(m_batch);
    m_batch.clear();
    if (m_slots.size() > (1 << 18))
        m_slots.clear();
    std::ranges::fill(m_slots, 0);
    while (mergeOne()) {
    }
}

void MessageIndex::forget()
{
    m_filter.clear();
    m_runs.clear();
    m_batch.clear();
    m_slots.clear();
}

MessageIndex::Entries MessageIndex::entriesOf(qint64 run)
{
    Entries entries;
    Query query(m_connection.statement("chunks_of_run"));
    query << run;
    while (query.next()) {
        QByteArray bytes;
        query.read(bytes);
        const std::size_t count = static_cast<std::size_t>(bytes.size()) / sizeof(Entry);
        const std::size_t before = entries.size();
        entries.resize(before + count);
        std::memcpy(&entries[before], bytes.constData(), count * sizeof(Entry));
    }
    return entries;
}

void MessageIndex::insertRun(const Entries &sorted)
{
    static_assert(std::endian::native == std::endian::little, "runs are stored as they lie in memory");
    Run run{.id = m_runs.empty() ? 1 : m_runs.back().id + 1, .entries = static_cast<qint64>(sorted.size())};
    for (std::size_t at = 0; at < sorted.size(); at += chunkEntries) {
        const std::size_t count = std::min(chunkEntries, sorted.size() - at);
        const QByteArray bytes(reinterpret_cast<const char *>(&sorted[at]),
                               static_cast<qsizetype>(count * sizeof(Entry)));
        (Query(m_connection.statement("insert_chunk"))
         << ((run.id << chunkBits) | static_cast<qint64>(run.fences.size())) << bytes)
            .run();
        run.fences.push_back(sorted[at].hash);
    }
    (Query(m_connection.statement("insert_run")) << run.id << run.entries).run();
    m_runs.push_back(std::move(run));
}

/// Merges the eight youngest runs of a size. @return false when there are not so many of any
bool MessageIndex::mergeOne()
{
    std::array<std::vector<std::size_t>, 24> classes;
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        if (m_runs[i].entries >= largestMerged)
            continue;
        auto &members = classes[static_cast<std::size_t>(sizeClass(m_runs[i].entries))];
        members.push_back(i);
        if (members.size() < runsPerMerge)
            continue;
        Entries all;
        for (const std::size_t member : members) {
            const Entries part = entriesOf(m_runs[member].id);
            const auto middle = static_cast<std::ptrdiff_t>(all.size());
            all.insert(all.end(), part.begin(), part.end());
            std::inplace_merge(all.begin(), all.begin() + middle, all.end(),
                               [](const Entry &a, const Entry &b) { return a.hash < b.hash; });
            (Query(m_connection.statement("delete_chunks")) << m_runs[member].id).run();
            (Query(m_connection.statement("delete_run")) << m_runs[member].id).run();
        }
        insertRun(all);
        for (auto member = members.rbegin(); member != members.rend(); ++member)
            m_runs.erase(m_runs.begin() + static_cast<std::ptrdiff_t>(*member));
        return true;
    }
    return false;
}

void MessageIndex::searchRun(const Run &run, std::uint64_t hash)
{
    // Equal hashes may begin in the chunk before the one whose first they are.
    const auto fence = std::ranges::lower_bound(run.fences, hash);
    auto chunk = static_cast<std::size_t>(fence - run.fences.begin());
    if (chunk > 0)
        --chunk;
    for (; chunk < run.fences.size() && run.fences[chunk] <= hash; ++chunk) {
        QByteArray bytes;
        Query query(m_connection.statement("chunk_at"));
        query << ((run.id << chunkBits) | static_cast<qint64>(chunk));
        if (!query.next())
            return;
        query.read(bytes);
        const auto count = static_cast<std::size_t>(bytes.size()) / sizeof(Entry);
        Entries entries(count);
        std::memcpy(entries.data(), bytes.constData(), count * sizeof(Entry));
        for (auto found = std::ranges::lower_bound(entries, hash, {}, &Entry::hash);
             found != entries.end() && found->hash == hash; ++found)
            m_found.push_back(found->row);
    }
}

} // namespace assay
