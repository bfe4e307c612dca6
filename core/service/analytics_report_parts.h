// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/analytics_page.h"
#include "report/report.h"

namespace assay {

/// The pieces of the time axis, with charts of pass rate, responses, latency and cost.
/// Private to core/service.
ReportTable bucketsTable(const AnalyticsPage &page);

} // namespace assay
