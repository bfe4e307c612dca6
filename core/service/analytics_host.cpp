// SPDX-License-Identifier: Apache-2.0
#include "service/analytics_host.h"

#include "base/worker_thread.h"
#include "store/sqlite_store.h"

#include <QtCore/QFile>
#include <QtCore/QMetaType>

namespace assay {

AnalyticsTargets targetsFrom(const Settings &settings)
{
    return {.passRate = settings.get("targets.pass_rate"_setting),
            .averageQuality = settings.get("targets.average_quality"_setting),
            .lowQuality = settings.get("targets.low_quality"_setting),
            .costPerQuery = static_cast<double>(settings.get("targets.cost_per_query"_setting).value) / 1e6,
            .latencyP95 = std::chrono::duration<double>(settings.get("targets.latency_p95"_setting)).count(),
            .retryRate = settings.get("targets.retry_rate"_setting),
            .toolUse = settings.get("targets.tool_use"_setting)};
}

/// Lives on the host's thread and has the store open there.
class AnalyticsHost::Worker final : public QObject
{
public:
    explicit Worker(QString path) : m_path(std::move(path)) {}

    Result<AnalyticsPage> page(const AnalyticsQuery &query, const CancelToken &token)
    {
        return open().then([&](Store *store) { return analyticsPage(*store, query, token); });
    }
    Result<AnalyticsComparison> comparison(const AnalyticsQuery &query, const CancelToken &token)
    {
        return open().then([&](Store *store) { return compareRanges(*store, query, token); });
    }

private:
    Result<Store *> open()
    {
        if (!m_store) {
            Result<std::unique_ptr<Store>> opened = openReadOnly(m_path);
            if (!opened)
                return fail(std::move(opened.error()));
            m_store = std::move(*opened);
        }
        return m_store.get();
    }

    QString m_path;
    std::unique_ptr<Store> m_store;
};

struct AnalyticsHost::Thread : WorkerThread<Worker>
{
    using WorkerThread::WorkerThread;
};

AnalyticsHost::AnalyticsHost(const QString &storePath, QObject *parent)
    : QObject(parent), m_thread(std::make_unique<Thread>(QStringLiteral("analytics"), storePath))
{
    qRegisterMetaType<AnalyticsPage>();
    qRegisterMetaType<AnalyticsComparison>();
    qRegisterMetaType<Error>();
}

AnalyticsHost::~AnalyticsHost()
{
    m_running.cancel();
}

void AnalyticsHost::forget()
{
    m_running.cancel();
    ++m_number;
}

quint64 AnalyticsHost::ask(const AnalyticsQuery &query)
{
    forget();
    const quint64 number = m_number;
    const CancelToken token = m_running = CancelToken::make();
    m_thread->post([this, number, query, token](Worker &worker) {
        if (token.isCancelled())
            return;
        // The host joins this thread before it goes, and drops what was asked before the newest.
        const auto answer = [this, number](auto result, auto tell) {
            QMetaObject::invokeMethod(
                this,
                [this, number, result = std::move(result), tell] {
                    if (number != m_number)
                        return;
                    if (result)
                        (this->*tell)(number, *result);
                    else
                        Q_EMIT failed(number, result.error());
                },
                Qt::QueuedConnection);
        };
        if (query.compareWith)
            answer(worker.comparison(query, token), &AnalyticsHost::comparisonReady);
        else
            answer(worker.page(query, token), &AnalyticsHost::pageReady);
    });
    return number;
}

} // namespace assay
