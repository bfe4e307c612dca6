// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/alert_engine.h"

#include <QtCore/QRandomGenerator>

namespace assay::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A round moment: every interval divides it.
inline const UtcTime noon = fromMicros(1'763'733'600'000'000);

/// A judged answer, `after` noon.
inline AlertEvent reading(std::chrono::microseconds after, float score, bool passed, qint64 id = 1)
{
    return {.timeUs = toMicros(noon + after),
            .id = id,
            .kind = AlertEvent::Kind::Reading,
            .passed = static_cast<std::int8_t>(passed ? 1 : 0),
            .score = score,
            .threshold = 0.95F};
}

/// Traffic with an incident in its middle, in order.
inline std::vector<AlertEvent> traffic(int count, std::chrono::milliseconds apart, quint32 seed = 1)
{
    QRandomGenerator random(seed);
    std::vector<AlertEvent> events;
    for (int i = 0; i < count; ++i) {
        const bool incident = i > count / 3 && i < count / 2;
        const bool passed = random.bounded(100) >= (incident ? 40 : 3);
        AlertEvent event =
            reading(apart * i, passed ? 0.97F : 0.60F + 0.01F * static_cast<float>(random.bounded(30)),
                    passed, i + 1);
        event.latencyMs = static_cast<std::int32_t>(random.bounded(incident ? 9000 : 1500));
        event.retries = passed ? 0 : static_cast<std::int32_t>(random.bounded(4));
        event.issues = passed ? 0 : AlertEvent::ToolResultsIgnored;
        events.push_back(event);
        AlertEvent call{.timeUs = event.timeUs,
                        .id = count + i + 1,
                        .kind = AlertEvent::Kind::Call,
                        .costMicros = 3000 + random.bounded(4000)};
        events.push_back(call);
        events.push_back(
            {.timeUs = event.timeUs + 1,
             .id = 2 * count + i + 1,
             .kind = random.bounded(200) == 0 ? AlertEvent::Kind::RunFailed : AlertEvent::Kind::RunEnded});
    }
    return events;
}

} // namespace assay::test
