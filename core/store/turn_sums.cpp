// SPDX-License-Identifier: Apache-2.0
#include "store/turn_sums.h"

#include <algorithm>

namespace assay {

namespace {

constexpr std::size_t mostRemembered = 200'000;

} // namespace

void TurnSumsWriter::refresh(qint64 lastName)
{
    m_known.clear();
    m_changed.clear();
    m_storedNames = lastName;
    m_seenNames = lastName;
}

TurnSumsWriter::Known &TurnSumsWriter::known(qint64 turn)
{
    m_seenNames = std::max(m_seenNames, turn);
    const auto [place, isNew] = m_known.try_emplace(turn);
    if (isNew && turn <= m_storedNames) {
        Query query(m_connection.statement("turn_sums"));
        query << turn;
        TurnSums &sums = place->second.sums;
        if (query.next())
            query.read(sums.tools, sums.calls, sums.costMicros, sums.responses);
    }
    return place->second;
}

/// Readings that came before have to be told anew what their turn says.
void TurnSumsWriter::change(qint64 turn, const TurnSums &by)
{
    Known &entry = known(turn);
    const TurnSums before = entry.sums;
    entry.sums.tools += by.tools;
    entry.sums.calls += by.calls;
    entry.sums.costMicros += by.costMicros;
    if (!std::exchange(entry.changed, true))
        m_changed.push_back(turn);
    if (before.responses == 0 || (by.calls == 0 && before.tools > 0))
        return;
    Query times(m_connection.statement("reading_times_of_turn"));
    times << turn;
    while (times.next()) {
        qint64 timeUs = 0;
        times.read(timeUs);
        m_rollups.addTurnOfReading(timeUs, before, -1);
        m_rollups.addTurnOfReading(timeUs, entry.sums);
    }
}

void TurnSumsWriter::addTool(qint64 turn)
{
    change(turn, {.tools = 1});
}

void TurnSumsWriter::addCall(qint64 turn, qint64 costMicros)
{
    change(turn, {.calls = 1, .costMicros = costMicros});
}

void TurnSumsWriter::addReading(qint64 turn, qint64 timestampUs)
{
    Known &entry = known(turn);
    ++entry.sums.responses;
    if (!std::exchange(entry.changed, true))
        m_changed.push_back(turn);
    m_rollups.addTurnOfReading(timestampUs, entry.sums);
}

void TurnSumsWriter::write()
{
    // Ascending, so that new turns go to the end of the table.
    std::ranges::sort(m_changed);
    for (const qint64 turn : m_changed) {
        Known &entry = m_known.at(turn);
        entry.changed = false;
        Query set(m_connection.statement("set_turn_sums"));
        (set << turn << entry.sums.tools << entry.sums.calls << entry.sums.costMicros << entry.sums.responses)
            .run();
    }
    m_changed.clear();
    if (m_known.size() > mostRemembered)
        refresh(m_seenNames);
}

} // namespace assay
