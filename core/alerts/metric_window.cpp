// SPDX-License-Identifier: Apache-2.0
#include "alerts/metric_window.h"

#include <cmath>

namespace assay {

namespace {

constexpr std::size_t mostEvents = 100;
constexpr std::size_t mostViolations = 1000; // of one moment

bool isRun(AlertEvent::Kind kind)
{
    return kind == AlertEvent::Kind::RunEnded || kind == AlertEvent::Kind::RunFailed;
}

/// Has the event a message in the store that people can look at?
bool hasMessage(AlertEvent::Kind kind)
{
    return kind == AlertEvent::Kind::Reading || kind == AlertEvent::Kind::Call || isRun(kind);
}

constexpr qint64 span = 256;
constexpr qint64 spans = 256; ///< what lies beyond shares one more

} // namespace

bool isBeyond(const AlertRule &rule, AlertUnit unit, double value)
{
    if (unit == AlertUnit::Score) {
        const float score = static_cast<float>(value);
        return (rule.floor && score < static_cast<float>(*rule.floor)) ||
               (rule.ceiling && score > static_cast<float>(*rule.ceiling));
    }
    return (rule.floor && value < *rule.floor) || (rule.ceiling && value > *rule.ceiling);
}

MetricWindow::MetricWindow(const AlertRule &rule, const AlertMetric &metric) : m_rule(rule), m_metric(metric)
{
    if (metric.fold == AlertFold::Quantile) {
        m_coarse.resize(spans + 1);
        m_fine.resize(span * spans);
    }
}

bool MetricWindow::takes(AlertEvent::Kind kind) const
{
    if (kind == m_metric.kind)
        return true;
    if (m_metric.fold == AlertFold::PerResponse)
        return kind == AlertEvent::Kind::Reading;
    return isRun(m_metric.kind) && isRun(kind);
}

void MetricWindow::add(const AlertEvent &event, bool raises)
{
    m_seen = true;
    const bool counts = m_metric.fold != AlertFold::PerResponse || event.kind == m_metric.kind;
    const std::optional<qint64> value = counts ? m_metric.value(event) : 0;
    if (!value)
        return;
    if (raises && m_metric.fold == AlertFold::Each) {
        if (isBeyond(m_rule, m_metric.unit, scaled(*value)) && m_violations.size() < mostViolations)
            m_violations.push_back(event);
    }
    const Entry entry{.timeUs = event.timeUs,
                      .id = event.id,
                      .value = *value,
                      .counts = counts,
                      .behind = counts && isBehind(*value)};
    count(entry, 1);
    if (m_entries.empty() || m_entries.back().timeUs <= entry.timeUs)
        return m_entries.push_back(entry);
    auto place = m_entries.end();
    while (place != m_entries.begin() && std::prev(place)->timeUs > entry.timeUs)
        --place;
    m_entries.insert(place, entry);
}

void MetricWindow::count(const Entry &entry, qint64 times)
{
    m_sum += entry.counts ? times * entry.value : 0;
    m_values += entry.counts ? times : 0;
    m_responses += entry.counts ? 0 : times;
    m_behind += entry.behind ? times : 0;
    m_changed = true;
    if (m_coarse.empty())
        return;
    const qint64 place = std::clamp<qint64>(entry.value / span, 0, spans);
    m_coarse[static_cast<std::size_t>(place)] += static_cast<std::int32_t>(times);
    if (place < spans)
        m_fine[static_cast<std::size_t>(entry.value)] += static_cast<std::int32_t>(times);
}

void MetricWindow::drop(UtcTime now)
{
    const qint64 oldest = toMicros(now - m_rule.window);
    while (!m_entries.empty() && m_entries.front().timeUs <= oldest) {
        count(m_entries.front(), -1);
        m_entries.pop_front();
    }
}

WindowReading MetricWindow::at(UtcTime now)
{
    drop(now);
    if (!std::exchange(m_changed, false))
        return m_last;
    m_last = {.total = m_metric.fold == AlertFold::PerResponse ? m_responses : m_values};
    const bool countsNothing = m_metric.fold == AlertFold::Count || m_metric.fold == AlertFold::Sum;
    if (countsNothing ? m_seen : m_last.total >= std::max<qint64>(1, m_rule.fewest))
        m_last.value = fold();
    if (m_metric.fold == AlertFold::Share)
        m_last.matching = m_sum;
    else if (!countsNothing)
        m_last.matching = m_behind;
    return m_last;
}

std::optional<double> MetricWindow::fold()
{
    switch (m_metric.fold) {
    case AlertFold::Mean:
    case AlertFold::Share: return scaled(m_sum) / static_cast<double>(m_values);
    case AlertFold::Quantile: return quantile();
    case AlertFold::Sum: return scaled(m_sum);
    case AlertFold::Count: return static_cast<double>(m_values);
    case AlertFold::PerResponse: return scaled(m_sum) / static_cast<double>(m_responses);
    case AlertFold::Last: return scaled(m_entries.back().value);
    case AlertFold::Each: return std::nullopt;
    }
    Q_UNREACHABLE();
}

/// Nearest rank: a value that was really measured, found by counting.
double MetricWindow::quantile() const
{
    const auto count = static_cast<double>(m_values);
    auto rank = static_cast<std::ptrdiff_t>(std::max(1.0, std::ceil(m_metric.quantile * count)));
    std::size_t place = 0;
    while (place < spans && rank > m_coarse[place])
        rank -= m_coarse[place++];
    if (place < spans) {
        std::size_t value = place * span;
        while (rank > m_fine[value])
            rank -= m_fine[value++];
        return scaled(static_cast<qint64>(value));
    }
    m_sorting.clear();
    for (const Entry &entry : m_entries)
        if (entry.value >= span * spans)
            m_sorting.push_back(entry.value);
    std::ranges::nth_element(m_sorting, m_sorting.begin() + (rank - 1));
    return scaled(m_sorting[static_cast<std::size_t>(rank - 1)]);
}

bool MetricWindow::isBehind(qint64 value) const
{
    switch (m_metric.fold) {
    case AlertFold::Share: return value == (m_rule.ceiling ? 1 : 0);
    case AlertFold::Sum:
    case AlertFold::Count:
    case AlertFold::PerResponse: return true;
    case AlertFold::Mean:
    case AlertFold::Quantile:
    case AlertFold::Last:
    case AlertFold::Each: return isBeyond(m_rule, m_metric.unit, scaled(value));
    }
    Q_UNREACHABLE();
}

WindowEvidence MetricWindow::evidence() const
{
    if (!hasMessage(m_metric.kind))
        return {};
    std::vector<Entry> behind;
    std::ranges::copy_if(m_entries, std::back_inserter(behind), &Entry::behind);
    WindowEvidence evidence{.count = static_cast<qint64>(behind.size())};
    const bool lowFirst = m_rule.floor.has_value();
    const auto worse = [lowFirst](const Entry &a, const Entry &b) {
        if (a.value != b.value)
            return lowFirst ? a.value < b.value : a.value > b.value;
        return a.timeUs != b.timeUs ? a.timeUs < b.timeUs : a.id < b.id;
    };
    const std::size_t kept = std::min(behind.size(), mostEvents);
    std::ranges::partial_sort(behind, behind.begin() + static_cast<std::ptrdiff_t>(kept), worse);
    for (std::size_t i = 0; i < kept; ++i)
        evidence.events.append(behind[i].id);
    return evidence;
}

std::vector<AlertEvent> MetricWindow::takeViolations()
{
    return std::exchange(m_violations, {});
}

} // namespace assay
