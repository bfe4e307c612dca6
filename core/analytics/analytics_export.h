// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/analytics_page.h"

#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

namespace assay {

// Every figure of a page for other programs. Names are tokens, never translated; absent is null, or an
// empty cell. Times are ISO 8601 in UTC, money whole micro-dollars, shares from 0 to 1, latencies seconds.

QJsonObject toJson(const AnalyticsPage &page);
QJsonObject toJson(const AnalyticsComparison &comparison);

/// Lines "section,name,value". Texts that a spreadsheet would take for a formula begin with '.
QByteArray toCsv(const AnalyticsPage &page);
QByteArray toCsv(const AnalyticsComparison &comparison);

/// "higher", "lower", "not_distinguishable", "unknown".
QString tokenOf(Difference difference);

} // namespace assay
