// SPDX-License-Identifier: Apache-2.0
#include "analytics/analytics.h"
#include "analytics/analytics_export.h"
#include "analytics/analytics_text.h"
#include "command.h"
#include "service/analytics_host.h"
#include "service/paths.h"
#include "session.h"
#include "store/sqlite_store.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>

#include <CLI/CLI.hpp>

#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

struct AnalyticsOptions
{
    std::string range = "24h";
    std::string from{};
    std::string to{};
    std::string filter{};
    std::string compare{};
    bool json = false;
    bool csv = false;
    CommonOptions common{};
};

int failed(const Error &error)
{
    printError(error.message);
    return exitError;
}

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

/// What the range options say, as one text.
QString rangeText(const AnalyticsOptions &options)
{
    if (options.from.empty() && options.to.empty())
        return text(options.range);
    return text(options.from.empty() ? "1970-01-01T00:00:00Z" : options.from) + u".."_s +
           text(options.to.empty() ? "now" : options.to);
}

Result<AnalyticsQuery> queryFrom(const AnalyticsOptions &options, const Settings &settings)
{
    const UtcTime now = utcNow();
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

void printBytes(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
}

/// @param lines what a person reads
template<typename T, typename F>
int print(const Result<T> &answer, const AnalyticsOptions &options, F lines)
{
    if (!answer)
        return failed(answer.error());
    if (options.json)
        printBytes(QJsonDocument(toJson(*answer)).toJson());
    else if (options.csv)
        printBytes(toCsv(*answer));
    else
        for (const QString &line : lines(*answer))
            printLine(line);
    return exitOk;
}

void describe(CLI::App &cli, AnalyticsOptions &options)
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
    CLI::Option *const json = cli.add_flag("--json", options.json, "print JSON; absent is null");
    cli.add_flag("--csv", options.csv, "print CSV: section, name, value")->excludes(json);
    addCommonOptions(cli, options.common);
    cli.footer("Counts, shares and money are exact, percentiles within 1 %. Ranges are widened to whole\n"
               "minutes. With a filter the stored rows are counted, which takes longer.\n"
               "Targets are the settings below targets.*, the threshold is quality.threshold.\n\n"
               "Exit codes: 0 printed, 1 an error.");
}

} // namespace

int runAnalytics(int argc, char **argv)
{
    CLI::App cli{"Prints the figures of a range of time: quality, issues, models, cost, latency.",
                 "assay analytics"};
    AnalyticsOptions options;
    describe(cli, options);
    if (const std::optional<int> code = parseArguments(cli, argc, argv))
        return *code;
    QCoreApplication application(argc, argv);
    const std::optional<Settings> settings = settingsFor(options.common);
    if (!settings)
        return exitError;
    prepareTexts(*settings);
    const Result<AnalyticsQuery> query = queryFrom(options, *settings);
    if (!query)
        return failed(query.error());
    const Result<std::unique_ptr<Store>> store = openReadOnly(Paths::standard().store());
    if (!store)
        return failed(store.error());
    if (query->compareWith)
        return print(compareRanges(**store, *query), options, comparisonLines);
    return print(analyticsPage(**store, *query), options, [&](const AnalyticsPage &page) {
        return analyticsLines(page, periodText(rangeText(options), page.range));
    });
}

} // namespace assay::app
