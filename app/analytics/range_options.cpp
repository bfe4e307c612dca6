// SPDX-License-Identifier: Apache-2.0
#include "analytics/range_options.h"

#include "service/analytics_host.h"

#include <CLI/CLI.hpp>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

} // namespace

void addRangeOptions(CLI::App &cli, RangeOptions &options)
{
    CLI::Option *const range =
        cli.add_option("--time-range", options.range,
                       "back from now, such as 24h, 90min or 7d; FROM..TO; or all (default: 24h)")
            ->type_name("RANGE");
    cli.add_option("--from", options.from, "from this moment on, such as 2026-11-20T08:00 or -36h")
        ->type_name("TIME")
        ->excludes(range);
    cli.add_option("--to", options.to, "up to this moment (default: now)")
        ->type_name("TIME")
        ->excludes(range);
    cli.add_option("--filter", options.filter,
                   "only responses that match, for example: model = gpt-4 and score < 0.9")
        ->type_name("FILTER");
    cli.add_option("--compare", options.compare,
                   "hold the range against another one; before: the period of equal length right before")
        ->type_name("RANGE");
}

QString rangeText(const RangeOptions &options)
{
    if (options.from.empty() && options.to.empty())
        return text(options.range);
    return text(options.from.empty() ? "1970-01-01T00:00:00Z" : options.from) + u".."_s +
           text(options.to.empty() ? "now" : options.to);
}

Result<AnalyticsQuery> queryFrom(const RangeOptions &options, const Settings &settings, UtcTime now)
{
    const Result<TimeRange> range = readTimeRange(rangeText(options), now);
    if (!range)
        return fail(range.error());
    Result<Filter> filter = readFilter(text(options.filter));
    if (!filter)
        return fail(std::move(filter.error()));
    AnalyticsQuery query{.range = *range,
                         .filter = std::move(*filter),
                         .now = now,
                         .threshold = static_cast<float>(settings.get("quality.threshold"_setting)),
                         .targets = targetsFrom(settings)};
    if (options.compare.empty())
        return query;
    if (options.compare == "before") {
        query.compareWith = TimeRange{.from = range->from - range->length(), .to = range->from};
        return query;
    }
    const Result<TimeRange> other = readTimeRange(text(options.compare), now);
    if (!other)
        return fail(other.error());
    query.compareWith = *other;
    return query;
}

} // namespace assay::app
