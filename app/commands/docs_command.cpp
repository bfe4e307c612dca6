// SPDX-License-Identifier: Apache-2.0
#include "command.h"
#include "common_options.h"
#include "process.h"
#include "resources.h"
#include "retrieval/bundled_knowledge.h"
#include "retrieval/ingestion.h"
#include "service/paths.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <cstdio>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

Result<std::unique_ptr<LocalIndex>> openKnowledge()
{
    initAssayResources();
    const Paths paths = Paths::standard();
    QDir().mkpath(paths.data);
    Result<std::unique_ptr<LocalIndex>> index = LocalIndex::open(paths.knowledge());
    if (!index)
        return index;
    if (!(*index)->notice().isEmpty())
        printError((*index)->notice());
    Result<BundledKnowledge> loaded = loadBundledKnowledge(**index);
    if (!loaded)
        return fail(std::move(loaded.error()));
    return index;
}

int failed(const Error &error)
{
    printError(error.message);
    return exitError;
}

int addDocuments(const std::vector<std::string> &paths)
{
    Result<std::unique_ptr<LocalIndex>> index = openKnowledge();
    if (!index)
        return failed(index.error());
    QStringList wanted;
    for (const std::string &path : paths)
        wanted.append(QString::fromStdString(path));

    // SIGINT is looked at between files; what was read until then is kept.
    const CancelToken token = CancelToken::make();
    InterruptGuard interrupt;
    QObject::connect(&interrupt, &InterruptGuard::interrupted, &interrupt, [token] { token.cancel(); });
    const bool terminal = ::isatty(STDERR_FILENO) != 0;
    const IngestProgress progress = [terminal](int done, int total, const QString &file) {
        QCoreApplication::processEvents();
        if (terminal)
            std::fprintf(stderr, "\r\033[K%d of %d  %s", done + 1, total,
                         terminalText(QFileInfo(file).fileName()).constData());
    };
    const Result<IngestSummary> summary = ingestDocuments(**index, wanted, progress, token);
    if (terminal)
        std::fprintf(stderr, "\r\033[K");
    if (!summary)
        return failed(summary.error());
    printLine(u"added %1, updated %2, unchanged %3, removed %4, skipped %5"_s.arg(summary->added)
                  .arg(summary->updated)
                  .arg(summary->unchanged)
                  .arg(summary->removed)
                  .arg(summary->skipped.size()));
    for (const SkippedFile &file : summary->skipped)
        printError(u"skipped %1: %2"_s.arg(file.path, file.reason));
    if (summary->cancelled)
        printError(u"stopped; run the same command again to go on"_s);
    const bool allThere =
        std::ranges::all_of(wanted, [](const QString &path) { return QFileInfo::exists(path); });
    return summary->cancelled || !allThere ? exitError : exitOk;
}

int listDocuments()
{
    Result<std::unique_ptr<LocalIndex>> index = openKnowledge();
    if (!index)
        return failed(index.error());
    const Result<QList<DocumentInfo>> all = (*index)->list();
    if (!all)
        return failed(all.error());
    for (const DocumentInfo &document : *all)
        printLine(u"%1  %2  %3"_s.arg(document.id, -34)
                      .arg(document.title, document.origin.isEmpty() ? u"(bundled)"_s : document.origin));
    printLine(u"%1 documents"_s.arg(all->size()));
    return exitOk;
}

int removeDocument(const std::string &idOrPath)
{
    Result<std::unique_ptr<LocalIndex>> index = openKnowledge();
    if (!index)
        return failed(index.error());
    const Result<int> removed = removeDocuments(**index, QString::fromStdString(idOrPath));
    if (!removed)
        return failed(removed.error());
    printLine(u"removed %1"_s.arg(*removed));
    return exitOk;
}

} // namespace

int runDocs(int argc, char **argv)
{
    CLI::App cli{"Adds, lists or removes documents of the knowledge index.", "assay docs"};
    cli.require_subcommand(1);
    std::vector<std::string> paths;
    std::string target;
    CLI::App *add = cli.add_subcommand(
        "add", "take in files and folders (Markdown, text, HTML, PDF); again is incremental");
    add->add_option("PATH", paths, "files or folders")->required();
    CLI::App *list = cli.add_subcommand("list", "list every document");
    CLI::App *remove = cli.add_subcommand("remove", "remove a document by id or path, or all below a folder");
    remove->add_option("ID", target, "document id or path")->required();
    if (const std::optional<int> code = parseArguments(cli, argc, argv))
        return *code;

    QCoreApplication application(argc, argv);
    if (add->parsed())
        return addDocuments(paths);
    return list->parsed() ? listDocuments() : removeDocument(target);
}

} // namespace assay::app
