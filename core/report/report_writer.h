// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"
#include "base/result.h"
#include "report/report.h"

class QPagedPaintDevice;

namespace assay {

enum class ReportFormat : std::uint8_t { Html, Pdf, Csv, Xlsx, Json };

/// "html", "pdf", "csv", "xlsx", "json".
QString tokenOf(ReportFormat format);

/// The reverse, whatever the case. @errors InvalidArgument
Result<ReportFormat> reportFormatOf(const QString &token);

/// By the ending of a file's name. @errors InvalidArgument
Result<ReportFormat> reportFormatOfFile(const QString &path);

/// Told the share that is done, from 0 to 1, on the thread that writes.
using ReportProgress = std::function<void(double)>;

/// The report's bytes. Equal reports give equal bytes in one language, whoever writes them and when.
/// PDF and HTML show texts of up to 300 characters in full, XLSX up to a cell's 32,000, CSV and JSON any.
/// In CSV and XLSX a text that a spreadsheet would take for a formula begins with '.
///
/// Threading: any thread; PDF needs a QGuiApplication, which may live on another one.
/// @errors Cancelled, Io (XLSX is put together in the folder for temporary files), Internal
Result<QByteArray> writeReport(const Report &report, ReportFormat format, const CancelToken &token = {},
                               const ReportProgress &told = {});

/// Writes the bytes to a file at once: there is the whole file afterwards, or what was there before.
/// @return its size in bytes. @errors as writeReport(), and NotFound, ReadOnly, DiskFull, Io
Result<qint64> saveReport(const Report &report, ReportFormat format, const QString &path,
                          const CancelToken &token = {}, const ReportProgress &told = {});

/// Paints the pages of the report's PDF onto a printer, as large as its paper allows.
/// Threading: any thread that has the device to itself.
/// @errors Cancelled (pages may be with the printer already), Unavailable (it refuses), Internal
Result<> printReport(const Report &report, QPagedPaintDevice &device, const CancelToken &token = {});

} // namespace assay
