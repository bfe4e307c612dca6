// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alerts/promql.h"
#include "store/alert_store.h"

#include <array>
#include <functional>
#include <map>
#include <span>

namespace assay {

enum class SeriesKind : std::uint8_t { Counter, Gauge, Histogram };

/// A metric of /metrics, in upstream's names; ours begin with assay_.
/// @source WIRE.md section 3
struct SeriesInfo
{
    const char *name = "";
    SeriesKind kind = SeriesKind::Counter;
    const char *help = "";
    std::span<const double> buckets{}; ///< upper bounds of a Histogram, +Inf left out
};

std::span<const SeriesInfo> qualitySeriesInfo();
/// Names as expressions use them: a histogram's three.
QStringList qualitySeriesNames();

struct HistogramValue
{
    std::vector<quint64> counts{}; ///< of each bucket by itself, +Inf last
    double sum = 0.0;
};

/// One series' value now.
struct SeriesValue
{
    const SeriesInfo *info = nullptr;
    QList<std::pair<QString, QString>> labels{};
    double value = 0.0; ///< of counters and gauges
    const HistogramValue *histogram = nullptr;
};

/// The series of /metrics, counted from events. No thread id is ever a label.
class QualitySeries
{
public:
    QualitySeries();
    Q_DISABLE_COPY_MOVE(QualitySeries)

    void add(const AlertEvent &event);
    /// Records of any kind that were read; counted by the caller.
    void setMessagesReceived(qint64 records) { m_messages = records; }

    /// Names for the ids in AlertEvent::model; others count as "other".
    void setModels(const QHash<std::int32_t, QString> &names);

    using Visitor = std::function<void(const SeriesValue &)>;
    /// @param wanted one bit per place in qualitySeriesInfo()
    void visit(const Visitor &visitor, quint32 wanted = ~quint32{0}) const;

    /// Counters and histograms, for going on after a restart.
    QByteArray save() const;
    /// @return false, and nothing changed, when it cannot be read
    bool restore(const QByteArray &saved);

private:
    struct ByModel
    {
        quint64 queries = 0;
        HistogramValue scores{};
        HistogramValue latency{};
    };

    void addReading(const AlertEvent &event);
    ByModel &modelOf(std::int32_t id);
    void visitModels(const Visitor &visitor, quint32 wanted) const;
    void visitOurs(const Visitor &visitor, quint32 wanted) const;

    std::array<quint64, 5> m_failed{};
    quint64 m_queries = 0;
    quint64 m_passed = 0;
    HistogramValue m_latency;
    std::array<HistogramValue, 2> m_retries; ///< failed, passed
    std::array<std::optional<double>, 4> m_scores{};
    std::map<QString, ByModel> m_byModel{}; ///< by label
    std::array<quint64, 6> m_issues{};
    quint64 m_calls = 0;
    qint64 m_costMicros = 0;
    quint64 m_runs = 0;
    quint64 m_runsFailed = 0;
    quint64 m_undecodable = 0;
    qint64 m_messages = 0;
    HistogramValue m_retrieval;
    std::optional<double> m_lag{};
    std::optional<double> m_cpu{};
    std::optional<double> m_memory{};
    qint64 m_lastEventUs = 0;
    QHash<std::int32_t, QString> m_models{};      ///< labels
    QHash<std::int32_t, ByModel *> m_modelById{}; ///< into m_byModel
};

/// A model's name as a label: a known one without its date, else "other".
QString modelLabel(const QString &model);

} // namespace assay
