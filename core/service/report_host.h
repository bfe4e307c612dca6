// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/analytics.h"
#include "report/report_writer.h"

#include <QtCore/QObject>

#include <memory>

namespace assay {

/// Which report, as what, and where to. Equal orders over equal data give equal bytes.
struct ReportOrder
{
    AnalyticsQuery query{}; ///< with compareWith set: a comparison
    UtcTime generated{};    ///< the moment it says it was made
    ReportFormat format = ReportFormat::Pdf;
    QString path{};
};

/// Asks the store and writes the file, which is there whole or not at all. On a thread that may wait.
/// @return its size in bytes. @errors as analyticsPage() and saveReport(); NotFound (no store)
Result<qint64> writeReportFile(const QString &storePath, const ReportOrder &order,
                               const CancelToken &token = {}, const ReportProgress &told = {});

/// Writes and prints reports on a thread of its own, one after the other.
///
/// Threading: lives on the thread that made it; signals come there.
class ReportHost final : public QObject
{
    Q_OBJECT
public:
    explicit ReportHost(const QString &storePath, QObject *parent = nullptr);
    ~ReportHost() override; ///< cancels and waits

    /// Answered by written() or failed().
    void write(const ReportOrder &order);

    /// Paints the report's pages; format and path do not matter. Answered by printed() or failed().
    /// @param printer nobody else uses it until then
    void print(const ReportOrder &order, std::shared_ptr<QPagedPaintDevice> printer);

    /// What is under way fails with Cancelled.
    void cancel();

Q_SIGNALS:
    /// The share that is done, from 0 to 1.
    void progressed(double share);
    void written(const QString &path, qint64 bytes);
    void printed();
    void failed(const assay::Error &error);

private:
    template<typename Work>
    void start(Work work);

    class Worker;
    struct Thread;
    QString m_storePath;
    CancelToken m_running;
    std::unique_ptr<Thread> m_thread; ///< joined first
};

} // namespace assay
