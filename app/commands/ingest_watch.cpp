// SPDX-License-Identifier: Apache-2.0
#include "commands/ingest_watch.h"

#include "base/tr.h"
#include "common_options.h"

#include <QtCore/QJsonDocument>

namespace assay::app {

using namespace Qt::StringLiterals;

std::unique_ptr<IngestWatch> IngestWatch::start(const QString &storePath, const WatchOptions &options)
{
    auto watch = std::unique_ptr<IngestWatch>(new IngestWatch(options));
    if (options.metricsPort >= 0) {
        Result<std::unique_ptr<MetricsExporter>> metrics =
            MetricsExporter::open({.storePath = storePath,
                                   .address = QString::fromStdString(options.metricsAddress),
                                   .port = static_cast<quint16>(options.metricsPort),
                                   .threshold = options.threshold,
                                   .version = QStringLiteral(ASSAY_VERSION)});
        if (!metrics) {
            printError(metrics.error().message);
            return nullptr;
        }
        watch->m_metrics = std::move(*metrics);
        if (!options.json)
            printLine(u"metrics: http://%1:%2/metrics"_s.arg(QString::fromStdString(options.metricsAddress))
                          .arg(watch->m_metrics->port()));
    }
    if (!options.alerts)
        return watch;
    const auto rules = readAlertsFile(defaultAlertsFile());
    if (!rules) {
        printError(toError(rules.error()).message);
        return nullptr;
    }
    watch->m_alerts = std::make_unique<AlertHost>(
        AlertHost::Options{.storePath = storePath, .threshold = options.threshold});
    AlertHost *alerts = watch->m_alerts.get();
    QObject::connect(alerts, &AlertHost::told, alerts,
                     [self = watch.get()](const AlertFiring &firing) { self->print(firing); });
    QObject::connect(alerts, &AlertHost::changed, alerts, [self = watch.get()] {
        const QString trouble = self->m_alerts->overview().trouble;
        if (trouble != std::exchange(self->m_trouble, trouble) && !trouble.isEmpty())
            printError(Tr::tr("Alerts: %1").arg(trouble));
    });
    alerts->start();
    return watch;
}

void IngestWatch::print(const AlertFiring &firing) const
{
    if (m_options.json)
        printLine(QString::fromUtf8(
            QJsonDocument(QJsonObject{{u"alert"_s, toJson(firing)}}).toJson(QJsonDocument::Compact)));
    else
        printLine(firing.annotations.value(u"text"_s, firing.rule));
}

void IngestWatch::noteLag(std::optional<qint64> records)
{
    if (m_alerts)
        m_alerts->noteLag(records);
}

} // namespace assay::app
