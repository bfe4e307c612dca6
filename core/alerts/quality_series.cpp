// SPDX-License-Identifier: Apache-2.0
#include "alerts/quality_series.h"

#include "base/json.h"

#include <QtCore/QJsonArray>

#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array latencyBuckets{10.0,   50.0,   100.0,   200.0,   500.0,   1000.0,
                                    2000.0, 5000.0, 10000.0, 15000.0, 20000.0, 30000.0};
constexpr std::array retryBuckets{0.0, 1.0, 2.0, 3.0, 5.0, 10.0};
constexpr std::array scoreBuckets{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0};

enum Place : std::uint8_t {
    Score,
    Queries,
    Passed,
    Failed,
    Latency,
    Retries,
    Accuracy,
    Relevance,
    Completeness,
    ScoreByModel,
    QueriesByModel,
    LatencyByModel,
    Lag,
    LastEvent,
    Messages,
    MessagesFailed,
    Issues,
    Calls,
    Cost,
    Runs,
    RunsFailed,
    Retrieval,
    Cpu,
    Memory,
};

constexpr std::array infos{
    SeriesInfo{"dashstream_quality_monitor_quality_score", SeriesKind::Gauge,
               "Quality score of the last response"},
    SeriesInfo{"dashstream_quality_monitor_queries_total", SeriesKind::Counter, "Responses that were judged"},
    SeriesInfo{"dashstream_quality_monitor_queries_passed_total", SeriesKind::Counter,
               "Responses that reached their threshold"},
    SeriesInfo{"dashstream_quality_monitor_queries_failed_total", SeriesKind::Counter,
               "Responses that missed their threshold, by category of the query"},
    SeriesInfo{"dashstream_query_latency_ms", SeriesKind::Histogram, "Time to the response in milliseconds",
               latencyBuckets},
    SeriesInfo{"dashstream_quality_retry_count", SeriesKind::Histogram, "Attempts after the first",
               retryBuckets},
    SeriesInfo{"dashstream_quality_accuracy", SeriesKind::Gauge, "Accuracy of the last response"},
    SeriesInfo{"dashstream_quality_relevance", SeriesKind::Gauge, "Relevance of the last response"},
    SeriesInfo{"dashstream_quality_completeness", SeriesKind::Gauge, "Completeness of the last response"},
    SeriesInfo{"dashstream_quality_score_by_model", SeriesKind::Histogram, "Quality score by model",
               scoreBuckets},
    SeriesInfo{"dashstream_queries_by_model_total", SeriesKind::Counter,
               "Responses that were judged, by model"},
    SeriesInfo{"dashstream_latency_by_model_ms", SeriesKind::Histogram, "Time to the response by model",
               latencyBuckets},
    SeriesInfo{"dashstream_exporter_kafka_consumer_lag", SeriesKind::Gauge,
               "Records that wait in the log to be stored"},
    SeriesInfo{"dashstream_exporter_last_event_timestamp_seconds", SeriesKind::Gauge,
               "Time of the last event"},
    SeriesInfo{"dashstream_exporter_messages_received_total", SeriesKind::Counter, "Records that were read"},
    SeriesInfo{"dashstream_exporter_messages_failed_total", SeriesKind::Counter,
               "Records that could not be stored"},
    SeriesInfo{"assay_quality_issues_total", SeriesKind::Counter, "Responses with an issue, by issue"},
    SeriesInfo{"assay_llm_calls_total", SeriesKind::Counter, "Model calls"},
    SeriesInfo{"assay_llm_cost_usd_total", SeriesKind::Counter, "What model calls cost, in dollars"},
    SeriesInfo{"assay_runs_total", SeriesKind::Counter, "Runs that ended, failed ones included"},
    SeriesInfo{"assay_runs_failed_total", SeriesKind::Counter, "Runs that broke off"},
    SeriesInfo{"assay_retrieval_score", SeriesKind::Histogram, "Score of a turn's best passage",
               scoreBuckets},
    SeriesInfo{"assay_host_cpu_percent", SeriesKind::Gauge, "Processors in use"},
    SeriesInfo{"assay_host_memory_percent", SeriesKind::Gauge, "Memory in use"},
};
constexpr std::array issueNames{"tool_results_ignored", "incomplete_coverage", "low_accuracy",
                                "low_relevance",        "low_completeness",    "other"};
static_assert(infos.size() <= 32, "QualitySeries::visit() takes a bit for each");

using SeriesLabels = QList<std::pair<QString, QString>>;

/// Hands on those values that are wanted.
struct Telling
{
    const QualitySeries::Visitor &visitor;
    quint32 wanted;

    bool wants(Place place) const { return ((wanted >> place) & 1U) != 0; }
    void single(Place place, double value, const SeriesLabels &labels = {}) const
    {
        if (wants(place))
            visitor({.info = &infos.at(place), .labels = labels, .value = value});
    }
    void histogram(Place place, const HistogramValue &value, const SeriesLabels &labels = {}) const
    {
        if (wants(place))
            visitor({.info = &infos.at(place), .labels = labels, .histogram = &value});
    }
};

HistogramValue emptyHistogram(Place place)
{
    return {.counts = std::vector<quint64>(infos.at(place).buckets.size() + 1)};
}

void observe(HistogramValue &histogram, Place place, double value)
{
    const std::span<const double> buckets = infos.at(place).buckets;
    const auto bucket = std::ranges::lower_bound(buckets, value) - buckets.begin();
    ++histogram.counts[static_cast<std::size_t>(bucket)];
    histogram.sum += value;
}

/// The decimal number that the sender meant: 0.95, not 0.949999988.
double decimal(float score)
{
    return std::round(static_cast<double>(score) * 1e7) / 1e7;
}

QJsonArray toJson(const HistogramValue &histogram)
{
    QJsonArray array{histogram.sum};
    for (const quint64 count : histogram.counts)
        array.append(static_cast<qint64>(count));
    return array;
}

void read(const QJsonValue &json, HistogramValue &histogram)
{
    const QJsonArray array = json.toArray();
    histogram.sum = array.at(0).toDouble();
    for (std::size_t i = 0; i < histogram.counts.size(); ++i)
        histogram.counts[i] = static_cast<quint64>(array.at(static_cast<qsizetype>(i) + 1).toInteger());
}

template<std::size_t N>
QJsonArray toJson(const std::array<quint64, N> &counts)
{
    QJsonArray array;
    for (const quint64 count : counts)
        array.append(static_cast<qint64>(count));
    return array;
}

template<std::size_t N>
void read(const QJsonValue &json, std::array<quint64, N> &counts)
{
    for (std::size_t i = 0; i < N; ++i)
        counts.at(i) = static_cast<quint64>(json.toArray().at(static_cast<qsizetype>(i)).toInteger());
}

} // namespace

std::span<const SeriesInfo> qualitySeriesInfo()
{
    return infos;
}

QStringList qualitySeriesNames()
{
    QStringList names;
    for (const SeriesInfo &info : infos) {
        const QString name = QString::fromLatin1(info.name);
        if (info.kind == SeriesKind::Histogram)
            names += {name + u"_bucket"_s, name + u"_sum"_s, name + u"_count"_s};
        else
            names.append(name);
    }
    return names;
}

QualitySeries::QualitySeries()
    : m_latency(emptyHistogram(Latency)), m_retries{emptyHistogram(Retries), emptyHistogram(Retries)},
      m_retrieval(emptyHistogram(Retrieval))
{
}

void QualitySeries::setModels(const QHash<std::int32_t, QString> &names)
{
    m_models.clear();
    m_modelById.clear();
    for (auto it = names.begin(); it != names.end(); ++it)
        m_models.insert(it.key(), modelLabel(it.value()));
    m_models.insert(0, u"unknown"_s);
}

QualitySeries::ByModel &QualitySeries::modelOf(std::int32_t id)
{
    ByModel *&known = m_modelById[id];
    if (known == nullptr) {
        known = &m_byModel[m_models.value(id, id == 0 ? u"unknown"_s : u"other"_s)];
        if (known->scores.counts.empty()) {
            known->scores = emptyHistogram(ScoreByModel);
            known->latency = emptyHistogram(LatencyByModel);
        }
    }
    return *known;
}

void QualitySeries::add(const AlertEvent &event)
{
    m_lastEventUs = std::max(m_lastEventUs, event.timeUs);
    switch (event.kind) {
    case AlertEvent::Kind::Reading: return addReading(event);
    case AlertEvent::Kind::Call:
        ++m_calls;
        m_costMicros += std::max<qint64>(0, event.costMicros);
        return;
    case AlertEvent::Kind::Retrieval: return observe(m_retrieval, Retrieval, event.value);
    case AlertEvent::Kind::RunFailed: ++m_runsFailed; [[fallthrough]];
    case AlertEvent::Kind::RunEnded: ++m_runs; return;
    case AlertEvent::Kind::Undecodable: ++m_undecodable; return;
    case AlertEvent::Kind::Lag: m_lag = event.value; return;
    case AlertEvent::Kind::Cpu: m_cpu = event.value; return;
    case AlertEvent::Kind::Memory: m_memory = event.value; return;
    }
    Q_UNREACHABLE();
}

void QualitySeries::addReading(const AlertEvent &event)
{
    ++m_queries;
    m_passed += event.passed == 1 ? 1 : 0;
    m_failed.at(event.category) += event.passed == 0 ? 1 : 0;
    const std::array scores{event.score, event.accuracy, event.relevance, event.completeness};
    for (std::size_t i = 0; i < scores.size(); ++i)
        if (!std::isnan(scores.at(i)))
            m_scores.at(i) = decimal(scores.at(i));
    ByModel &model = modelOf(event.model);
    ++model.queries;
    if (!std::isnan(event.score))
        observe(model.scores, ScoreByModel, decimal(event.score));
    if (event.latencyMs >= 0) {
        observe(m_latency, Latency, event.latencyMs);
        observe(model.latency, LatencyByModel, event.latencyMs);
    }
    if (event.retries >= 0 && event.passed >= 0)
        observe(m_retries.at(static_cast<std::size_t>(event.passed)), Retries, event.retries);
    for (std::size_t i = 0; i < m_issues.size(); ++i)
        m_issues.at(i) += (event.issues >> i) & 1U;
}

void QualitySeries::visit(const Visitor &visitor, quint32 wanted) const
{
    const Telling tell{visitor, wanted};
    tell.single(Queries, static_cast<double>(m_queries));
    tell.single(Passed, static_cast<double>(m_passed));
    if (tell.wants(Failed))
        for (std::size_t i = 0; i < m_failed.size(); ++i)
            tell.single(Failed, static_cast<double>(m_failed.at(i)),
                        {{u"category"_s, QString::fromLatin1(alertCategories.at(i))}});
    constexpr std::array gauges{Score, Accuracy, Relevance, Completeness};
    for (std::size_t i = 0; i < gauges.size(); ++i)
        if (m_scores.at(i))
            tell.single(gauges.at(i), *m_scores.at(i));
    tell.histogram(Latency, m_latency);
    if (tell.wants(Retries)) {
        tell.histogram(Retries, m_retries[0], {{u"status"_s, u"failed"_s}});
        tell.histogram(Retries, m_retries[1], {{u"status"_s, u"passed"_s}});
    }
    visitModels(visitor, wanted);
    tell.single(Messages, static_cast<double>(m_messages));
    if (tell.wants(MessagesFailed))
        tell.single(MessagesFailed, static_cast<double>(m_undecodable), {{u"error_type"_s, u"decode"_s}});
    if (m_lastEventUs > 0)
        tell.single(LastEvent, static_cast<double>(m_lastEventUs) / 1e6);
    if (m_lag)
        tell.single(Lag, *m_lag);
    visitOurs(visitor, wanted);
}

void QualitySeries::visitModels(const Visitor &visitor, quint32 wanted) const
{
    const Telling tell{visitor, wanted};
    if (!tell.wants(QueriesByModel) && !tell.wants(ScoreByModel) && !tell.wants(LatencyByModel))
        return;
    for (const auto &[label, model] : m_byModel) {
        const SeriesLabels labels{{u"model"_s, label}};
        tell.single(QueriesByModel, static_cast<double>(model.queries), labels);
        tell.histogram(ScoreByModel, model.scores, labels);
        tell.histogram(LatencyByModel, model.latency, labels);
    }
}

void QualitySeries::visitOurs(const Visitor &visitor, quint32 wanted) const
{
    const Telling tell{visitor, wanted};
    if (tell.wants(Issues))
        for (std::size_t i = 0; i < m_issues.size(); ++i)
            tell.single(Issues, static_cast<double>(m_issues.at(i)),
                        {{u"issue"_s, QString::fromLatin1(issueNames.at(i))}});
    tell.single(Calls, static_cast<double>(m_calls));
    tell.single(Cost, static_cast<double>(m_costMicros) / 1e6);
    tell.single(Runs, static_cast<double>(m_runs));
    tell.single(RunsFailed, static_cast<double>(m_runsFailed));
    tell.histogram(Retrieval, m_retrieval);
    if (m_cpu)
        tell.single(Cpu, *m_cpu);
    if (m_memory)
        tell.single(Memory, *m_memory);
}

QByteArray QualitySeries::save() const
{
    QJsonObject models;
    for (const auto &[label, model] : m_byModel)
        models[label] =
            QJsonArray{static_cast<qint64>(model.queries), toJson(model.scores), toJson(model.latency)};
    const QJsonObject all{
        {u"failed"_s, toJson(m_failed)},
        {u"totals"_s, toJson(std::array{m_queries, m_passed, m_calls, m_runs, m_runsFailed, m_undecodable})},
        {u"cost"_s, m_costMicros},
        {u"issues"_s, toJson(m_issues)},
        {u"latency"_s, toJson(m_latency)},
        {u"retries"_s, QJsonArray{toJson(m_retries[0]), toJson(m_retries[1])}},
        {u"retrieval"_s, toJson(m_retrieval)},
        {u"models"_s, models}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

bool QualitySeries::restore(const QByteArray &saved)
{
    const Result<QJsonObject> all = parseJsonObject(saved);
    if (!all || !all->contains(u"totals"))
        return false;
    read(all->value(u"failed"), m_failed);
    std::array<quint64, 6> totals{};
    read(all->value(u"totals"), totals);
    m_queries = totals[0];
    m_passed = totals[1];
    m_calls = totals[2];
    m_runs = totals[3];
    m_runsFailed = totals[4];
    m_undecodable = totals[5];
    m_costMicros = all->value(u"cost").toInteger();
    read(all->value(u"issues"), m_issues);
    read(all->value(u"latency"), m_latency);
    read(all->value(u"retries").toArray().at(0), m_retries[0]);
    read(all->value(u"retries").toArray().at(1), m_retries[1]);
    read(all->value(u"retrieval"), m_retrieval);
    const QJsonObject models = all->value(u"models").toObject();
    for (auto it = models.begin(); it != models.end(); ++it) {
        ByModel &model = m_byModel[it.key()];
        model.scores = emptyHistogram(ScoreByModel);
        model.latency = emptyHistogram(LatencyByModel);
        model.queries = static_cast<quint64>(it->toArray().at(0).toInteger());
        read(it->toArray().at(1), model.scores);
        read(it->toArray().at(2), model.latency);
    }
    return true;
}

} // namespace assay
