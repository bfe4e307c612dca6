// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/alert_metrics.h"
#include "alerts/alert_rule.h"

#include <deque>

namespace assay {

/// What a window holds at one moment.
struct WindowReading
{
    std::optional<double> value{}; ///< in the metric's unit; absent = too few values
    qint64 matching = 0;           ///< values beyond the bound; of a share, those that count
    qint64 total = 0;              ///< values, or responses for a cost per response
};

/// The events behind an alert.
struct WindowEvidence
{
    QList<qint64> events{}; ///< AlertEvent::id of messages, the worst first, at most 100
    qint64 count = 0;       ///< all of them
};

/// Is `value` beyond the rule's floor or ceiling? Scores are compared as the wire has them, as floats.
bool isBeyond(const AlertRule &rule, AlertUnit unit, double value);

/// The values of one rule's metric within its window. Integers inside, so that no order of events and no
/// length of running changes a sum.
class MetricWindow
{
public:
    MetricWindow(const AlertRule &rule, const AlertMetric &metric);

    bool takes(AlertEvent::Kind kind) const;
    /// An event of a kind that it takes. In any order; the newer end is the quick one.
    /// @param raises for Each: it may be a violation, and does not only fill the window
    void add(const AlertEvent &event, bool raises);
    /// The window (now − length, now].
    WindowReading at(UtcTime now);
    /// Of the last moment.
    WindowEvidence evidence() const;
    /// For Each: what came since the last call and lies beyond the bound.
    std::vector<AlertEvent> takeViolations();

private:
    struct Entry
    {
        qint64 timeUs;
        qint64 id;
        qint64 value;
        bool counts; ///< false: only a response that a cost is shared by
        bool behind; ///< beyond the bound; of a share, what counts
    };

    void drop(UtcTime now);
    std::optional<double> fold();
    double quantile() const;
    double scaled(qint64 value) const { return static_cast<double>(value) / m_metric.scale; }
    bool isBehind(qint64 value) const;
    void count(const Entry &entry, qint64 times);

    const AlertRule &m_rule;
    const AlertMetric &m_metric;
    std::deque<Entry> m_entries{};
    qint64 m_sum = 0;
    qint64 m_values = 0;
    qint64 m_behind = 0;
    qint64 m_responses = 0;
    bool m_seen = false; ///< anything, ever
    bool m_changed = true;
    WindowReading m_last{};
    mutable std::vector<qint64> m_sorting{};
    std::vector<std::int32_t> m_coarse{}; ///< of a Quantile: how many values lie in each span of 256
    std::vector<std::int32_t> m_fine{};   ///< and how often each value is there
    std::vector<AlertEvent> m_violations{};
};

} // namespace assay
