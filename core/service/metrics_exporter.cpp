// SPDX-License-Identifier: Apache-2.0
#include "service/metrics_exporter.h"

#include "alerts/quality_series.h"
#include "base/json.h"
#include "base/tr.h"

#include <QtCore/QJsonDocument>

#include <prometheus/collectable.h>
#include <prometheus/exposer.h>
#include <prometheus/metric_family.h>

#include <algorithm>
#include <array>
#include <limits>
#include <mutex>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds longestRead{2000}; ///< of one scrape; the rest is counted at the next
constexpr int perRead = 50'000;

prometheus::MetricType typeOf(SeriesKind kind)
{
    switch (kind) {
    case SeriesKind::Counter: return prometheus::MetricType::Counter;
    case SeriesKind::Gauge: return prometheus::MetricType::Gauge;
    case SeriesKind::Histogram: return prometheus::MetricType::Histogram;
    }
    Q_UNREACHABLE();
}

prometheus::ClientMetric metricOf(const SeriesValue &value)
{
    prometheus::ClientMetric metric;
    for (const auto &[label, text] : value.labels)
        metric.label.push_back({.name = label.toStdString(), .value = text.toStdString()});
    if (value.histogram == nullptr) {
        metric.counter.value = value.value;
        metric.gauge.value = value.value;
        return metric;
    }
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < value.histogram->counts.size(); ++i) {
        count += value.histogram->counts[i];
        const bool last = i == value.info->buckets.size();
        metric.histogram.bucket.push_back(
            {.cumulative_count = count,
             .upper_bound = last ? std::numeric_limits<double>::infinity() : value.info->buckets[i]});
    }
    metric.histogram.sample_count = count;
    metric.histogram.sample_sum = value.histogram->sum;
    return metric;
}

prometheus::MetricFamily gauge(const char *name, const char *help, double value,
                               std::vector<prometheus::ClientMetric::Label> labels = {})
{
    prometheus::ClientMetric metric;
    metric.label = std::move(labels);
    metric.gauge.value = value;
    return {.name = name, .help = help, .type = prometheus::MetricType::Gauge, .metric = {metric}};
}

/// How long scrapes took. @source WIRE.md section 3, the buckets of metrics_endpoint_duration_seconds
class ScrapeTimes
{
public:
    void add(double seconds)
    {
        const auto at = std::ranges::lower_bound(bounds, seconds) - bounds.begin();
        ++m_counts[static_cast<std::size_t>(at)];
        m_sum += seconds;
    }
    prometheus::MetricFamily family() const
    {
        prometheus::ClientMetric metric;
        std::uint64_t count = 0;
        for (std::size_t i = 0; i < m_counts.size(); ++i) {
            count += m_counts[i];
            metric.histogram.bucket.push_back(
                {.cumulative_count = count,
                 .upper_bound = i < bounds.size() ? bounds[i] : std::numeric_limits<double>::infinity()});
        }
        metric.histogram.sample_count = count;
        metric.histogram.sample_sum = m_sum;
        return {.name = "dashstream_exporter_metrics_endpoint_duration_seconds",
                .help = "Time to gather the metrics of a scrape, those before this one",
                .type = prometheus::MetricType::Histogram,
                .metric = {metric}};
    }

private:
    static constexpr std::array bounds{0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0};
    std::array<std::uint64_t, bounds.size() + 1> m_counts{};
    double m_sum = 0.0;
};

/// Counts what was stored since the last scrape, and answers with all of it.
class Counting final : public prometheus::Collectable
{
public:
    explicit Counting(MetricsExporter::Options options)
        : m_options(std::move(options)), m_started(m_options.clock())
    {
    }

    std::vector<prometheus::MetricFamily> Collect() const override
    {
        const std::scoped_lock lock(m_mutex);
        const auto begun = std::chrono::steady_clock::now();
        const bool counted = bool(count());
        std::vector<prometheus::MetricFamily> families;
        m_series->visit([&](const SeriesValue &value) {
            if (families.empty() || families.back().name != value.info->name) {
                const auto known = std::ranges::find(families, std::string(value.info->name),
                                                     &prometheus::MetricFamily::name);
                if (known != families.end()) { // by model, the families take turns
                    known->metric.push_back(metricOf(value));
                    return;
                }
                families.push_back({.name = value.info->name,
                                    .help = value.info->help,
                                    .type = typeOf(value.info->kind),
                                    .metric = {}});
            }
            families.back().metric.push_back(metricOf(value));
        });
        families.push_back(gauge("dashstream_exporter_process_start_time_seconds",
                                 "When this process started",
                                 static_cast<double>(toMicros(m_started)) / 1e6));
        for (const char *name : {"assay_build_info", "dashflow_build_info"})
            families.push_back(gauge(name, "The version that runs", 1.0,
                                     {{.name = "version", .value = m_options.version.toStdString()}}));
        if (m_gaugesAt)
            families.push_back(gauge("dashstream_exporter_gauges_last_update_timestamp_seconds",
                                     "When a stored event last moved a gauge",
                                     static_cast<double>(toMicros(*m_gaugesAt)) / 1e6));
        families.push_back(m_times.family());
        families.push_back(gauge("assay_store_up", "1 while the store can be read", counted ? 1.0 : 0.0));
        m_times.add(std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
        return families;
    }

private:
    Result<> open() const
    {
        if (m_store)
            return {};
        Result<std::unique_ptr<AlertStore>> store = AlertStore::open(m_options.storePath);
        if (!store)
            return fail(store.error());
        const Result<QByteArray> saved = (*store)->memory(u"metrics"_s);
        if (!saved)
            return fail(saved.error());
        m_store = std::move(*store);
        const Result<QJsonObject> state = parseJsonObject(*saved);
        if (!state || !m_series->restore(state->value(u"series").toString().toUtf8()))
            return {}; // the first time: everything is counted
        const QJsonObject cursor = state->value(u"cursor").toObject();
        for (auto it = cursor.begin(); it != cursor.end(); ++it)
            m_cursor.insert(it.key(), it->toInteger());
        return {};
    }

    Result<> count() const
    {
        if (Result<> opened = open(); !opened)
            return opened;
        const auto end = std::chrono::steady_clock::now() + longestRead;
        qsizetype counted = 0;
        do {
            const Result<std::vector<AlertEvent>> events =
                m_store->readAfter(m_cursor, m_options.threshold, perRead);
            if (!events)
                return fail(events.error());
            if (m_store->models().size() != std::exchange(m_models, m_store->models().size()))
                m_series->setModels(m_store->models());
            for (const AlertEvent &event : *events)
                m_series->add(event);
            counted += static_cast<qsizetype>(events->size());
            if (events->empty())
                break;
        } while (std::chrono::steady_clock::now() < end);
        const Result<qint64> records = m_store->recordsRead();
        if (!records)
            return fail(records.error());
        m_series->setMessagesReceived(*records);
        if (counted > 0)
            m_gaugesAt = m_options.clock();
        return counted > 0 ? save() : Result<>();
    }

    Result<> save() const
    {
        QJsonObject cursor;
        for (auto it = m_cursor.begin(); it != m_cursor.end(); ++it)
            cursor[it.key()] = it.value();
        const QJsonObject state{{u"cursor"_s, cursor}, {u"series"_s, QString::fromUtf8(m_series->save())}};
        return m_store->setMemory(u"metrics"_s, QJsonDocument(state).toJson(QJsonDocument::Compact));
    }

    // Collect() is const and called from any of the server's threads, one at a time under the lock.
    MetricsExporter::Options m_options;
    UtcTime m_started;
    mutable std::mutex m_mutex;
    mutable std::unique_ptr<AlertStore> m_store;
    std::unique_ptr<QualitySeries> m_series = std::make_unique<QualitySeries>();
    mutable AlertCursor m_cursor;
    mutable qsizetype m_models = 0;
    mutable std::optional<UtcTime> m_gaugesAt;
    mutable ScrapeTimes m_times;
};

} // namespace

struct MetricsExporter::Impl
{
    std::shared_ptr<Counting> counting{};
    std::unique_ptr<prometheus::Exposer> exposer{};
};

MetricsExporter::MetricsExporter(std::unique_ptr<Impl> impl) : m(std::move(impl)) {}

MetricsExporter::~MetricsExporter() = default;

Result<std::unique_ptr<MetricsExporter>> MetricsExporter::open(Options options)
{
    auto impl = std::make_unique<Impl>();
    const QString where = u"%1:%2"_s.arg(options.address).arg(options.port);
    impl->counting = std::make_shared<Counting>(std::move(options));
    try {
        impl->exposer = std::make_unique<prometheus::Exposer>(where.toStdString(), 2);
        impl->exposer->RegisterCollectable(impl->counting, "/metrics");
    } catch (const std::exception &) {
        return fail(Errc::Unavailable, Tr::tr("Metrics cannot be served on %1: the port is taken, or there "
                                              "is no such address. Choose another --metrics-port.")
                                           .arg(where));
    }
    return std::unique_ptr<MetricsExporter>(new MetricsExporter(std::move(impl)));
}

quint16 MetricsExporter::port() const
{
    const std::vector<int> ports = m->exposer->GetListeningPorts();
    return ports.empty() ? quint16{0} : static_cast<quint16>(ports.front());
}

} // namespace assay
