// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/report_writer.h"

namespace assay {

// The formats, one file each. Private to core/report.

/// What a writer tells and is told while it works.
class ReportRun
{
public:
    ReportRun(const Report &report, CancelToken token, ReportProgress told);

    /// One more row is done. @return false when the work was cancelled
    bool step();
    bool isCancelled() const { return m_token.isCancelled(); }

private:
    CancelToken m_token;
    ReportProgress m_told;
    qint64 m_rows = 1;
    qint64 m_done = 0;
};

Result<QByteArray> htmlOf(const Report &report, ReportRun &run);
Result<QByteArray> pdfOf(const Report &report, ReportRun &run);
Result<QByteArray> csvOf(const Report &report, ReportRun &run);
Result<QByteArray> xlsxOf(const Report &report, ReportRun &run);
Result<QByteArray> jsonOf(const Report &report, ReportRun &run);

/// What every writer answers when its run was cancelled.
tl::unexpected<Error> cancelledReport();

} // namespace assay
