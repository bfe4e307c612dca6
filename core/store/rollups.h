// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/ingest_batch.h"
#include "store/sqlite_connection.h"

#include <array>
#include <map>

namespace assay {

/// Names of a quality reading as ids; 0 = not told.
struct QualityNames
{
    qint64 model = 0;
    qint64 category = 0;
    qint64 application = 0;
};

/// The minute sums of one batch, added to the store's in the same transaction. Integers only, so
/// that the order of events leaves no trace. Throws SQLite::Exception.
class Rollups
{
public:
    /// What a minute counts besides its events.
    enum class Intake : std::uint8_t { Duplicates, Conflicts, Echoes, Undecodable, Tombstones, Missing };

    void addEvent(const EventFields &event);
    /// @param score overall, or the mean of the parts
    void addQuality(qint64 timestampUs, const QualityFields &quality, std::optional<float> score,
                    const QualityNames &names);
    void addIssue(qint64 timestampUs, qint64 model, qint64 issue);
    void addLlm(qint64 timestampUs, const LlmFields &call, qint64 model, qint64 purpose);
    /// @param logUs the log's time
    void count(Intake what, qint64 logUs, qint64 records = 1);

    void write(SqliteStore::Connection &connection);

private:
    static constexpr std::size_t eventSums = 9;
    static constexpr std::size_t qualitySums = 31;
    static constexpr std::size_t llmSums = 8;

    std::map<qint64, std::array<qint64, eventSums>> m_events; ///< by minute
    std::map<std::array<qint64, 4>, std::array<qint64, qualitySums>> m_quality;
    std::map<std::array<qint64, 3>, std::array<qint64, 1>> m_issues;
    std::map<std::array<qint64, 3>, std::array<qint64, llmSums>> m_llm;
};

/// Millionths of a score, as the sums have them.
qint64 millionthsOf(float score);

} // namespace assay
