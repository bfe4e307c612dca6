// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analytics/analytics.h"
#include "settings/settings.h"

#include <string>

namespace CLI {
class App;
}

namespace assay::app {

/// Which range of time, which responses of it, and what to hold it against.
struct RangeOptions
{
    std::string range = "24h";
    std::string from{};
    std::string to{};
    std::string filter{};
    std::string compare{};
};

/// Adds --time-range, --from, --to, --filter and --compare.
void addRangeOptions(CLI::App &cli, RangeOptions &options);

/// What the range options say, as one text.
QString rangeText(const RangeOptions &options);

/// @errors InvalidArgument (a range or filter that cannot be read)
Result<AnalyticsQuery> queryFrom(const RangeOptions &options, const Settings &settings, UtcTime now);

} // namespace assay::app
