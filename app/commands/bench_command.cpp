// SPDX-License-Identifier: Apache-2.0
#include "bench/rows.h"
#include "command.h"
#include "common_options.h"
#include "resources.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QStorageInfo>
#include <QtCore/QTemporaryDir>

#include <CLI/CLI.hpp>

#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

BenchPlan quickPlan()
{
    return {.documents = 1'000, .turns = 200, .searches = 200, .appends = 100, .ingests = 1};
}

} // namespace

int runBench(int argc, char **argv)
{
    CLI::App cli{
        "Measures this build on this machine, without a window or a network, and prints the figures\n"
        "beside a baseline of the same run. A missed goal is told, and is no error.",
        "assay bench"};
    bool quick = false;
    bool json = false;
    std::string under;
    cli.add_flag("--quick", quick, "fewer repetitions and a smaller index: a look, not a figure to quote");
    cli.add_flag("--json", json, "print JSON");
    cli.add_option("--folder", under, "write below this folder, which tells the disk that is measured")
        ->type_name("DIR");
    if (const std::optional<int> code = parseArguments(cli, argc, argv))
        return *code;

    const QCoreApplication application(argc, argv);
    initAssayResources();
    const QTemporaryDir folder((under.empty() ? QDir::tempPath() : QString::fromStdString(under)) +
                               u"/assay-bench-XXXXXX"_s);
    if (!folder.isValid()) {
        printError(u"No folder to measure in: %1."_s.arg(folder.errorString()));
        return exitError;
    }
    BenchPlan plan = quick ? quickPlan() : BenchPlan{};
    plan.folder = folder.path();

    Report report;
    for (const auto &add : {addPipelineRows, addOfflineRows, addStorageRows}) {
        if (const Result<> added = add(report, plan); !added) {
            printError(added.error().message);
            return exitError;
        }
    }
    if (json) {
        std::printf("%s\n", QJsonDocument(report.json()).toJson(QJsonDocument::Indented).constData());
        return exitOk;
    }
    printLine(report.text());
    printLine(u"Written to %1 (%2)."_s.arg(
        folder.path(), QString::fromLatin1(QStorageInfo(folder.path()).fileSystemType())));
    return exitOk;
}

} // namespace assay::app
