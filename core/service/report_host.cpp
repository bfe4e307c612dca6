// SPDX-License-Identifier: Apache-2.0
#include "service/report_host.h"

#include "base/worker_thread.h"
#include "service/analytics_report.h"
#include "store/sqlite_store.h"

namespace assay {

namespace {

Result<Report> reportFor(const QString &storePath, const ReportOrder &order, const CancelToken &token)
{
    const Result<std::unique_ptr<Store>> store = openReadOnly(storePath);
    if (!store)
        return fail(store.error());
    return analyticsReport(**store, order.query, order.generated, token);
}

} // namespace

Result<qint64> writeReportFile(const QString &storePath, const ReportOrder &order, const CancelToken &token,
                               const ReportProgress &told)
{
    const Result<Report> report = reportFor(storePath, order, token);
    if (!report)
        return fail(report.error());
    return saveReport(*report, order.format, order.path, token, told);
}

/// Lives on the host's thread.
class ReportHost::Worker final : public QObject
{
};

struct ReportHost::Thread : WorkerThread<Worker>
{
    using WorkerThread::WorkerThread;
};

ReportHost::ReportHost(const QString &storePath, QObject *parent)
    : QObject(parent), m_storePath(storePath), m_thread(std::make_unique<Thread>(QStringLiteral("report")))
{
    qRegisterMetaType<Error>();
}

ReportHost::~ReportHost()
{
    m_running.cancel();
}

void ReportHost::cancel()
{
    m_running.cancel();
}

/// Runs `work(token)` over there and `(this->*tell)` or failed() here.
template<typename Work>
void ReportHost::start(Work work)
{
    const CancelToken token = m_running = CancelToken::make();
    // The host joins its thread before it goes.
    m_thread->post([this, token, work = std::move(work)](Worker &) mutable {
        QMetaObject::invokeMethod(this, work(token), Qt::QueuedConnection);
    });
}

void ReportHost::write(const ReportOrder &order)
{
    start([this, order](const CancelToken &token) -> std::function<void()> {
        const auto told = [this](double share) {
            QMetaObject::invokeMethod(
                this, [this, share] { Q_EMIT progressed(share); }, Qt::QueuedConnection);
        };
        Result<qint64> size = writeReportFile(m_storePath, order, token, told);
        if (size)
            return [this, path = order.path, bytes = *size] { Q_EMIT written(path, bytes); };
        return [this, error = std::move(size.error())] { Q_EMIT failed(error); };
    });
}

void ReportHost::print(const ReportOrder &order, std::shared_ptr<QPagedPaintDevice> printer)
{
    start([this, order, printer = std::move(printer)](const CancelToken &token) -> std::function<void()> {
        const Result<Report> report = reportFor(m_storePath, order, token);
        const Result<> done = report ? printReport(*report, *printer, token) : Result<>(fail(report.error()));
        if (done)
            return [this] { Q_EMIT printed(); };
        return [this, error = done.error()] { Q_EMIT failed(error); };
    });
}

} // namespace assay
