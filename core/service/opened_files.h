// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/paths.h"
#include "store/sqlite_store.h"
#include "stream/embedded_log.h"

namespace assay {

/// Log and store of this process, opened together.
struct OpenedFiles
{
    std::shared_ptr<EmbeddedLog> log{};
    QString logDirectory{};
    std::shared_ptr<EmbeddedLog> evaluations{}; ///< of the guide's quality events, when asked for
    QString evaluationsDirectory{};
    std::unique_ptr<LogReader> reader{};
    std::unique_ptr<Store> store{}; ///< the writer's
    qint64 ingestedTo = 0;          ///< of the log, as the store says
    QString noLogReason{};          ///< why turns cannot be recorded; empty when they can
    QStringList notices{};
};

/// Opens, or makes, what one process needs to record turns. Slow: not for the UI thread.
///
/// Each process writes a partition of its own, the first that no other holds, so a window and any
/// number of command lines work side by side; all of them fill the one store.
/// @param evaluations whether the guide's quality events are written too
OpenedFiles openFiles(const Paths &paths, bool evaluations = false);

/// Folders of other processes' partitions that have been sent to Kafka in part.
QStringList logsLeftToSend(const Paths &paths, const QString &own);

} // namespace assay
