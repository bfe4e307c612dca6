// SPDX-License-Identifier: Apache-2.0
#include "alerts/expression_series.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Samples that nobody looks at any more are dropped when so many have gathered.
constexpr std::size_t dropAt = 256;

/// Counters begin here, as those of a program that has been running for long: a rate must not depend on when
/// this one was started.
constexpr double counted = 1e6;

void dropOld(std::vector<promql::Sample> &samples, qint64 oldestMs)
{
    if (samples.size() < dropAt || samples[dropAt / 2].timeMs >= oldestMs)
        return;
    const auto keep = std::ranges::lower_bound(samples, oldestMs, {}, &promql::Sample::timeMs);
    samples.erase(samples.begin(), keep);
}

} // namespace

void ExpressionSeries::want(const promql::Node &expression)
{
    m_reach = std::max(m_reach, promql::reachOf(expression));
    const std::span<const SeriesInfo> infos = qualitySeriesInfo();
    for (const promql::Node *selector : promql::selectorsOf(expression)) {
        if (m_names.contains(selector->name))
            continue;
        m_names.append(selector->name);
        for (std::size_t i = 0; i < infos.size(); ++i) {
            const QString name = QString::fromLatin1(infos[i].name);
            const bool part =
                infos[i].kind == SeriesKind::Histogram && selector->name.startsWith(name + u'_');
            if (part || selector->name == name)
                m_wanted |= quint32{1} << i;
        }
    }
}

void ExpressionSeries::put(const QString &name, const SeriesValue &value, const QString &le, double number)
{
    if (!m_names.contains(name))
        return;
    QString key = name;
    for (const auto &[label, text] : value.labels)
        key += u'\n' + text;
    if (!le.isEmpty())
        key += u'\n' + le;
    auto place = m_places.find(key);
    std::vector<promql::Series> &all = m_series[name];
    if (place == m_places.end()) {
        promql::Series series;
        for (const auto &[label, text] : value.labels)
            series.labels.insert(label, text);
        if (!le.isEmpty())
            series.labels.insert(u"le"_s, le);
        all.push_back(std::move(series));
        place = m_places.insert(key, {.name = name, .index = all.size() - 1});
    }
    std::vector<promql::Sample> &samples = all[place->index].samples;
    dropOld(samples, m_timeMs - m_reach.count());
    samples.push_back({.timeMs = m_timeMs, .value = number});
}

void ExpressionSeries::sample(qint64 timeMs)
{
    m_timeMs = timeMs;
    m_counting.visit(
        [this](const SeriesValue &value) {
            const QString name = QString::fromLatin1(value.info->name);
            if (value.histogram == nullptr)
                return put(name, value, {},
                           value.value + (value.info->kind == SeriesKind::Counter ? counted : 0.0));
            quint64 count = 0;
            for (std::size_t i = 0; i < value.histogram->counts.size(); ++i) {
                count += value.histogram->counts[i];
                const bool last = i == value.info->buckets.size();
                put(name + u"_bucket"_s, value,
                    last ? u"+Inf"_s : QString::number(value.info->buckets[i], 'g', 12),
                    counted + static_cast<double>(count));
            }
            put(name + u"_sum"_s, value, {}, counted + value.histogram->sum);
            put(name + u"_count"_s, value, {}, counted + static_cast<double>(count));
        },
        m_wanted);
}

} // namespace assay
