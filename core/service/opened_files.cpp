// SPDX-License-Identifier: Apache-2.0
#include "service/opened_files.h"

#include "base/tr.h"
#include "service/kafka_outbox.h"

#include <QtCore/QDir>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// More processes than this at once are not expected of one person.
constexpr int mostPartitions = 64;

Result<std::unique_ptr<EmbeddedLog>> openFreePartition(const Paths &paths, QString &directory)
{
    for (int partition = 0;; ++partition) {
        directory = paths.log(partition);
        Result<std::unique_ptr<EmbeddedLog>> log = EmbeddedLog::open(directory);
        if (log || log.error().code != Errc::Unavailable || partition + 1 == mostPartitions)
            return log;
    }
}

Result<> fillIn(OpenedFiles &files, const Paths &paths)
{
    QDir().mkpath(paths.data);
    Result<std::unique_ptr<EmbeddedLog>> log = openFreePartition(paths, files.logDirectory);
    if (!log)
        return fail(std::move(log.error()));
    Result<std::unique_ptr<LogReader>> reader = (*log)->makeReader();
    if (!reader)
        return fail(std::move(reader.error()));
    Result<OpenedStore> store = openStore(paths.store());
    if (!store)
        return fail(std::move(store.error()));
    for (const QString &notice : {(*log)->notice(), store->notice})
        if (!notice.isEmpty())
            files.notices.append(notice);
    const Result<QList<LogPosition>> positions = store->store->positions();
    if (!positions)
        return fail(positions.error());
    for (const LogPosition &position : *positions)
        if (position.topic == (*log)->topic())
            files.ingestedTo = position.nextOffset;
    files.log = std::move(*log);
    files.reader = std::move(*reader);
    files.store = std::move(store->store);
    return {};
}

} // namespace

QStringList logsLeftToSend(const Paths &paths, const QString &own)
{
    QStringList directories;
    for (int partition = 0; partition < mostPartitions; ++partition)
        if (const QString directory = paths.log(partition);
            directory != own && QFile::exists(outboxFile(directory)))
            directories.append(directory);
    return directories;
}

OpenedFiles openFiles(const Paths &paths, bool evaluations)
{
    OpenedFiles files;
    if (const Result<> opened = fillIn(files, paths); !opened) {
        files.noLogReason =
            Tr::tr("Turns are answered but cannot be recorded: %1").arg(opened.error().message);
        files.notices.append(files.noLogReason);
    } else if (evaluations) {
        // Beside the log that this process alone writes, so this one is ours too.
        files.evaluationsDirectory = files.logDirectory + u"-evaluations"_s;
        Result<std::unique_ptr<EmbeddedLog>> log = EmbeddedLog::open(files.evaluationsDirectory);
        if (log)
            files.evaluations = std::move(*log);
        else
            files.notices.append(log.error().message);
    }
    return files;
}

} // namespace assay
