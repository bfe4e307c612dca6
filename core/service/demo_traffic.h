// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/turn.h"

#include <QtCore/QHash>

#include <random>
#include <vector>

namespace assay {

struct DemoOptions
{
    qint64 events = 50'000; ///< about; a turn is never cut
    int days = 14;
    quint64 seed = 1;
    UtcTime until{}; ///< the last moment; the epoch = now
    /// Share of the turns whose question the other tier was asked too, to learn from.
    double exploration = 0.1;

    bool operator==(const DemoOptions &) const = default;
};

/// Turns of a support desk as they might have been: a rhythm of day and week, threads that come back, and
/// things that went wrong. The same options give the same turns, one after another in time.
///
/// After a third of the time a provider is slow for two hours; after half of it the fast model's price rises;
/// at three fifths nothing is told for forty minutes; at seven tenths a prompt release makes answers ignore
/// tool results, until it is rolled back half a day later. How hard a question is depends on what it asks,
/// and the fast model fails more often where it is hard.
class DemoTraffic
{
public:
    explicit DemoTraffic(const DemoOptions &options);

    /// Turns there will be.
    qint64 turns() const { return m_turns; }
    bool atEnd() const { return m_next >= m_turns; }
    Turn next();

    /// From 0 on, less than `below`.
    quint64 below(quint64 below);
    /// From 0 to less than 1.
    double share();

private:
    struct Plan; ///< what was drawn for one turn before it is told

    UtcTime timeOf(qint64 turn);
    double load(double day) const;
    QString threadFor();
    bool isSlow(double progress) const { return progress > 0.33 && progress < 0.33 + 2.0 / 24 / m_days; }
    bool isBadRelease(double progress) const { return progress > 0.70 && progress < 0.70 + 0.5 / m_days; }
    double normal();
    void addAttempts(Turn &turn, double difficulty, double progress);
    void explore(Turn &turn, double difficulty, double progress);
    Attempt attempt(const Turn &turn, int number, Tier tier, double difficulty, double progress);
    Judgement judged(double score, double progress, bool ignoresTools);
    void addStages(Turn &turn);

    std::mt19937_64 m_random;
    std::mt19937_64 m_exploring; ///< of its own: with and without exploration the turns are the same
    double m_exploration;
    double m_days;
    qint64 m_turns;
    UtcTime m_from{};
    std::vector<double> m_loads; ///< of minutes, summed up
    qint64 m_next = 0;
    std::vector<QString> m_recent; ///< threads that may come back
    QHash<QString, int> m_numbers; ///< turns of a thread so far
};

} // namespace assay
