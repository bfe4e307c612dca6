// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.h"

#include <QtCore/QHash>
#include <QtCore/QJsonObject>

namespace assay::app {

/// One response as `assay monitor` tells of it.
struct MonitoredTurn
{
    QString threadId{};
    qint64 number = 1; ///< as sent, else counted within the thread
    QString turnId{};
    QString source{};
    UtcTime time{};
    Scores scores{};
    std::optional<float> score{}; ///< overall, else the mean of the parts
    float threshold = 0.0F;       ///< as sent, else the one in force here
    QStringList issues{};
    std::optional<bool> toolUsed{};

    /// Does the score reach the threshold? nullopt without a score.
    std::optional<bool> passed() const;
};

/// Counts responses and writes the lines of the deployment guide's quality_monitor.
/// @source the deployment guide, "Per-thread monitoring"
class MonitorReport
{
public:
    /// @param threshold for readings that bring none
    /// @param allThreads lines begin with their thread
    MonitorReport(float threshold, bool allThreads) : m_threshold(threshold), m_allThreads(allThreads) {}

    /// Takes a reading in; nullopt for one that is no answer's: of an attempt, or an alarm about
    /// another reading.
    std::optional<MonitoredTurn> add(const ReadingRow &row);

    /// "Turn 1: Score 0.96 ✅ (Acc:0.95, Rel:0.98, Comp:0.95)"
    QString line(const MonitoredTurn &turn) const;
    /// "Average: 0.95", "Issues: 0 low-quality responses", "Tool use: 100%"; more where there is more to say.
    QStringList summary() const;

    static QJsonObject json(const MonitoredTurn &turn);
    QJsonObject summaryJson() const;

    qint64 responses() const { return m_responses; }
    qint64 lowQuality() const { return m_low; }

private:
    std::optional<double> average() const;

    float m_threshold;
    bool m_allThreads;
    QHash<QString, qint64> m_numbers{}; ///< of the last response of each thread
    qint64 m_responses = 0;
    qint64 m_scored = 0;
    double m_scoreSum = 0.0;
    qint64 m_low = 0;
    qint64 m_toolKnown = 0;
    qint64 m_toolUsed = 0;
};

} // namespace assay::app
