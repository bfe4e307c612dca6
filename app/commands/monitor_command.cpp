// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "command.h"
#include "monitor/monitor_report.h"
#include "process.h"
#include "service/paths.h"
#include "session.h"
#include "store/sqlite_store.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QTimer>

#include <CLI/CLI.hpp>

#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds lookAgain{500};

struct MonitorOptions
{
    std::string thread{};
    bool all = false;
    std::string filter{};
    bool follow = false;
    bool json = false;
    bool gate = false;
    CommonOptions common{};
};

FilterNode equals(FilterColumn column, const QString &text)
{
    return FilterNode{.kind = FilterNode::Kind::Clause,
                      .column = column,
                      .op = FilterOperator::Equal,
                      .values = {FilterValue{.text = text}}};
}

/// The answers' readings of the thread, if one is wanted, that match what was typed.
Filter wanted(const MonitorOptions &options, const Filter &typed)
{
    FilterNode all{.kind = FilterNode::Kind::All};
    all.children.push_back(equals(FilterColumn::Scope, u"quality"_s));
    if (!options.all)
        all.children.push_back(equals(FilterColumn::Thread, QString::fromStdString(options.thread)));
    if (!typed.isEmpty())
        all.children.push_back(typed.root());
    return Filter(std::move(all));
}

/// Prints readings as the store gets them.
class Monitor
{
public:
    Monitor(const MonitorOptions &options, const Filter &typed, float threshold)
        : m_options(options), m_filter(wanted(options, typed)), m_report(threshold, options.all)
    {
    }

    /// Prints what is new. @errors NotFound while there is no store
    Result<> look()
    {
        if (!m_store) {
            Result<std::unique_ptr<Store>> opened = openReadOnly(Paths::standard().store());
            if (!opened)
                return fail(std::move(opened.error()));
            m_store = std::move(*opened);
        }
        for (bool more = true; more;) {
            const Result<ReadingPage> page = m_store->readings(m_filter, utcNow(), m_cursor);
            if (!page)
                return fail(page.error());
            for (const ReadingRow &row : page->rows)
                print(row);
            m_cursor = page->cursor;
            more = page->more;
        }
        std::fflush(stdout);
        return {};
    }

    int finish() const
    {
        if (m_options.json) {
            printJson(m_report.summaryJson());
        } else {
            printLine(QString());
            for (const QString &line : m_report.summary())
                printLine(line);
        }
        return m_options.gate && m_report.lowQuality() > 0 ? exitGateFailed : exitOk;
    }

    bool isEmpty() const { return m_report.responses() == 0; }

private:
    static void printJson(const QJsonObject &object)
    {
        printLine(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
    }

    void print(const ReadingRow &row)
    {
        const std::optional<MonitoredTurn> turn = m_report.add(row);
        if (turn && m_options.json)
            printJson(MonitorReport::json(*turn));
        else if (turn)
            printLine(m_report.line(*turn));
    }

    const MonitorOptions &m_options;
    Filter m_filter;
    MonitorReport m_report;
    std::unique_ptr<Store> m_store;
    ReadingCursor m_cursor;
};

int failed(const Error &error)
{
    printError(error.message);
    return exitError;
}

int printOnce(Monitor &monitor, const MonitorOptions &options)
{
    if (const Result<> looked = monitor.look(); !looked)
        return failed(looked.error());
    if (!monitor.isEmpty())
        return monitor.finish();
    printError(options.all ? Tr::tr("The store holds no matching reading of quality.")
                           : Tr::tr("The store holds no matching reading of quality of the thread %1.")
                                 .arg(QString::fromStdString(options.thread)));
    return exitError;
}

/// Until SIGINT, which prints the summary. What is passing (no store yet, a writer that locks it) is waited
/// out.
int follow(Monitor &monitor)
{
    int code = exitOk;
    InterruptGuard interrupt;
    QObject::connect(&interrupt, &InterruptGuard::interrupted, &interrupt, [&] {
        code = monitor.finish();
        QCoreApplication::exit();
    });
    QTimer timer;
    const auto look = [&] {
        const Result<> looked = monitor.look();
        if (looked || looked.error().isRetryable() || looked.error().code == Errc::NotFound)
            return;
        code = failed(looked.error());
        QCoreApplication::exit();
    };
    QObject::connect(&timer, &QTimer::timeout, &timer, look);
    timer.start(lookAgain);
    QTimer::singleShot(0, &timer, look);
    QCoreApplication::exec();
    return code;
}

void describe(CLI::App &cli, MonitorOptions &options)
{
    CLI::Option *const thread =
        cli.add_option("--thread-id", options.thread, "the responses of this thread")->type_name("ID");
    CLI::Option *const all =
        cli.add_flag("--all", options.all, "the responses of all threads")->excludes(thread);
    thread->excludes(all);
    cli.add_option("--filter", options.filter, "only what matches, for example: score < 0.9 and time > -15m")
        ->type_name("FILTER");
    cli.add_flag("--follow", options.follow, "go on as new readings are stored, until Ctrl+C");
    cli.add_flag("--json", options.json,
                 "one JSON object per response, and one with the summary; absent is null");
    cli.add_flag("--gate", options.gate, "end with 3 when a response misses its threshold");
    addCommonOptions(cli, options.common);
    cli.footer("✅ the score reaches the threshold in force (the reading's own, otherwise\n"
               "quality.threshold), ⚠️ it misses by at most 0.05, ❌ by more, – absent.\n"
               "Tool use counts the responses whose turn is told.\n"
               "The store is filled by `assay ingest` or by a console that runs.\n\n"
               "Exit codes: 0 printed, 1 an error or nothing to print, 3 with --gate: a response\n"
               "misses its threshold.");
}

} // namespace

int runMonitor(int argc, char **argv)
{
    CLI::App cli{"Prints the quality of responses as they were judged, for one thread or all.",
                 "assay monitor"};
    MonitorOptions options;
    describe(cli, options);
    if (const std::optional<int> code = parseArguments(cli, argc, argv))
        return *code;
    if (options.thread.empty() && !options.all) {
        printError(Tr::tr("Say which responses: --thread-id ID, or --all."));
        return exitError;
    }
    QCoreApplication application(argc, argv);
    const std::optional<Settings> settings = settingsFor(options.common);
    if (!settings)
        return exitError;
    prepareTexts(*settings);
    const Result<Filter> typed = readFilter(QString::fromStdString(options.filter), FilterUse::Events);
    if (!typed)
        return failed(typed.error());
    Monitor monitor(options, *typed, static_cast<float>(settings->get("quality.threshold"_setting)));
    return options.follow ? follow(monitor) : printOnce(monitor, options);
}

} // namespace assay::app
