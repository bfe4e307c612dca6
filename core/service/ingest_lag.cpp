// SPDX-License-Identifier: Apache-2.0
#include "service/ingest_lag.h"

#include <algorithm>

namespace assay {

void IngestLag::noteStored(const QList<LogPosition> &positions)
{
    for (const LogPosition &position : positions)
        m_stored[{position.topic, position.partition}] = position.nextOffset;
}

void IngestLag::noteStates(const QString &topic, const QList<LogPartitionState> &states)
{
    m_states[topic] = states;
}

std::optional<qint64> IngestLag::records() const
{
    if (m_states.isEmpty())
        return std::nullopt;
    qint64 sum = 0;
    for (auto it = m_states.cbegin(); it != m_states.cend(); ++it)
        for (const LogPartitionState &state : it.value()) {
            const auto stored = m_stored.constFind({it.key(), state.partition});
            // Before anything of a partition is stored, only what is not even read counts.
            const std::optional<qint64> next =
                stored != m_stored.cend() ? std::optional(*stored) : state.position;
            if (!next || !state.end)
                return std::nullopt;
            sum += std::max<qint64>(0, *state.end - *next);
        }
    return sum;
}

} // namespace assay
