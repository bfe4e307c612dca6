// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/alert_host.h"
#include "service/ingest.h"
#include "service/metrics_exporter.h"

#include <memory>

namespace assay::app {

struct WatchOptions
{
    bool alerts = true;
    int metricsPort = -1; ///< -1: no /metrics
    std::string metricsAddress = "127.0.0.1";
    float threshold = 0.95F;
    bool json = false;
};

/// What runs beside `assay ingest`: alert rules, and /metrics.
class IngestWatch
{
public:
    /// What goes wrong is printed; @return nullptr then
    static std::unique_ptr<IngestWatch> start(const QString &storePath, const WatchOptions &options);

    /// How many records of the logs wait to be stored; nullopt = unknown.
    void noteLag(std::optional<qint64> records);

private:
    explicit IngestWatch(const WatchOptions &options) : m_options(options) {}
    void print(const AlertFiring &firing) const;

    WatchOptions m_options;
    std::unique_ptr<MetricsExporter> m_metrics;
    std::unique_ptr<AlertHost> m_alerts;
    QString m_trouble;
};

} // namespace assay::app
