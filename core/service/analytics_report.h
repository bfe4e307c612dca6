// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/analytics.h"
#include "report/report_writer.h"

namespace assay {

/// Everything the page says as a report; equal pages and moments give equal reports.
/// @param generated the moment it is said to be made; nothing else in it depends on the clock
Report reportOf(const AnalyticsPage &page, UtcTime generated);

/// Both ranges and how they differ. Tables of the base have names that begin with "base.".
Report reportOf(const AnalyticsComparison &comparison, UtcTime generated);

/// Asks the store and reports: a comparison where query.compareWith is set. @errors as analyticsPage()
Result<Report> analyticsReport(Store &store, const AnalyticsQuery &query, UtcTime generated,
                               const CancelToken &token = {});

/// Tables of a page but its figures, in their order. @param prefix of their names
QList<ReportTable> pageTables(const AnalyticsPage &page, const QString &prefix = {});

} // namespace assay
