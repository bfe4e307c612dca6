// SPDX-License-Identifier: Apache-2.0
#include "analytics/analytics.h"
#include "analytics/analytics_export.h"
#include "analytics/analytics_text.h"
#include "analytics/range_options.h"
#include "command.h"
#include "service/paths.h"
#include "session.h"
#include "store/sqlite_store.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>

#include <CLI/CLI.hpp>

#include <cstdio>

namespace assay::app {

namespace {

struct AnalyticsOptions
{
    RangeOptions range{};
    bool json = false;
    bool csv = false;
    CommonOptions common{};
};

int failed(const Error &error)
{
    printError(error.message);
    return exitError;
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
    addRangeOptions(cli, options.range);
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
    const Result<AnalyticsQuery> query = queryFrom(options.range, *settings, utcNow());
    if (!query)
        return failed(query.error());
    const Result<std::unique_ptr<Store>> store = openReadOnly(Paths::standard().store());
    if (!store)
        return failed(store.error());
    if (query->compareWith)
        return print(compareRanges(**store, *query), options, comparisonLines);
    return print(analyticsPage(**store, *query), options, [&](const AnalyticsPage &page) {
        return analyticsLines(page, periodText(rangeText(options.range), page.range));
    });
}

} // namespace assay::app
