// SPDX-License-Identifier: Apache-2.0
#include "analytics/range_options.h"
#include "base/tr.h"
#include "command.h"
#include "process.h"
#include "service/paths.h"
#include "service/report_host.h"
#include "session.h"

#include <QtCore/QEventLoop>
#include <QtGui/QGuiApplication>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <cstdio>
#include <thread>

namespace assay::app {

namespace {

struct ReportOptions
{
    RangeOptions range{};
    std::string output{};
    std::string format{};
    std::string generated{};
    CommonOptions common{};
};

int failed(const Error &error)
{
    printError(error.message);
    return exitError;
}

Result<ReportFormat> formatFrom(const ReportOptions &options)
{
    return options.format.empty() ? reportFormatOfFile(QString::fromStdString(options.output))
                                  : reportFormatOf(QString::fromStdString(options.format));
}

Result<ReportOrder> orderFrom(const ReportOptions &options, const Settings &settings)
{
    const Result<ReportFormat> format = formatFrom(options);
    if (!format)
        return fail(format.error());
    UtcTime generated = utcNow();
    if (!options.generated.empty()) {
        const QDateTime moment =
            QDateTime::fromString(QString::fromStdString(options.generated), Qt::ISODate);
        if (!moment.isValid())
            return fail(Errc::InvalidArgument,
                        Tr::tr("“%1” is no moment. Write for example 2026-11-21T12:00:00Z.")
                            .arg(QString::fromStdString(options.generated)));
        generated = fromMicros(moment.toMSecsSinceEpoch() * 1000);
    }
    Result<AnalyticsQuery> query = queryFrom(options.range, settings, generated);
    if (!query)
        return fail(std::move(query.error()));
    return ReportOrder{.query = std::move(*query),
                       .generated = generated,
                       .format = *format,
                       .path = QString::fromStdString(options.output)};
}

/// On a thread of its own, so that Ctrl+C is heard meanwhile.
Result<qint64> writeCancellably(const ReportOrder &order)
{
    const CancelToken token = CancelToken::make();
    InterruptGuard interrupt;
    QObject::connect(&interrupt, &InterruptGuard::interrupted, &interrupt, [token] { token.cancel(); });
    const bool isTerminal = ::isatty(STDERR_FILENO) != 0;
    const auto told = [isTerminal](double share) {
        if (isTerminal)
            std::fprintf(stderr, "\r%3.0f %%", 100.0 * share);
    };
    QEventLoop loop;
    Result<qint64> written = 0;
    std::thread worker([&] {
        written = writeReportFile(Paths::standard().store(), order, token, told);
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
    worker.join();
    if (isTerminal)
        std::fprintf(stderr, "\r     \r");
    return written;
}

void describe(CLI::App &cli, ReportOptions &options)
{
    addRangeOptions(cli, options.range);
    cli.add_option("-o,--output", options.output, "file to write; one that is there is replaced")
        ->type_name("FILE")
        ->required();
    cli.add_option("--format", options.format, "html, pdf, csv, xlsx or json (default: by the file's ending)")
        ->type_name("FORMAT");
    cli.add_option("--generated", options.generated,
                   "the moment it says it was made, from which times count back (default: now)")
        ->type_name("TIME");
    addCommonOptions(cli, options.common);
    cli.footer("The same data, range and moment give the same bytes, here and from the console.\n"
               "The file is there whole or not at all; Ctrl+C leaves what was there before.\n\n"
               "Exit codes: 0 written, 1 an error or cancelled.");
}

} // namespace

int runReport(int argc, char **argv)
{
    CLI::App cli{"Writes the figures of a range of time to a file: HTML, PDF, CSV, XLSX or JSON.",
                 "assay report"};
    ReportOptions options;
    describe(cli, options);
    if (const std::optional<int> code = parseArguments(cli, argc, argv))
        return *code;
    // Pages need fonts, but no display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    const std::optional<Settings> settings = settingsFor(options.common);
    if (!settings)
        return exitError;
    prepareTexts(*settings);
    const Result<ReportOrder> order = orderFrom(options, *settings);
    if (!order)
        return failed(order.error());
    const Result<qint64> written = writeCancellably(*order);
    if (!written)
        return failed(written.error());
    printLine(Tr::tr("Written to %1.").arg(order->path));
    return exitOk;
}

} // namespace assay::app
