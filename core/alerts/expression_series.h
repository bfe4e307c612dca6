// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/promql.h"
#include "alerts/quality_series.h"

#include <deque>

namespace assay {

/// The series that expressions ask for, sampled as a Prometheus would that scrapes our /metrics at every
/// moment of evaluation.
class ExpressionSeries
{
public:
    /// Asks for the series of `expression`'s selectors, and keeps them as long as it looks back.
    void want(const promql::Node &expression);
    bool isEmpty() const { return m_names.isEmpty(); }
    std::chrono::milliseconds reach() const { return m_reach; }

    void setModels(const QHash<std::int32_t, QString> &names) { m_counting.setModels(names); }
    void add(const AlertEvent &event) { m_counting.add(event); }
    void sample(qint64 timeMs);
    const promql::SeriesSet &series() const { return m_series; }

private:
    struct Place
    {
        QString name{};
        std::size_t index = 0;
    };

    void put(const QString &name, const SeriesValue &value, const QString &le, double number);

    QualitySeries m_counting;
    QStringList m_names;
    quint32 m_wanted = 0;
    std::chrono::milliseconds m_reach{0};
    promql::SeriesSet m_series;
    QHash<QString, Place> m_places; ///< by name and labels
    qint64 m_timeMs = 0;
};

} // namespace assay
