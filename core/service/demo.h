// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"
#include "service/demo_traffic.h"
#include "service/paths.h"

namespace assay {

/// How far loading has come, or what it brought.
struct DemoProgress
{
    qint64 written = 0; ///< records in the log
    qint64 stored = 0;  ///< events in the store
    qint64 turns = 0;   ///< of the sample data, told so far
    qint64 allTurns = 0;
    qint64 undecodable = 0; ///< records that were damaged on purpose

    bool operator==(const DemoProgress &) const = default;
};

/// Where sample data go unless a folder is named: beside the operator's own, never in it.
Paths demoPaths();

/// What a workspace of sample data was made with; nullopt for any other folder.
std::optional<DemoOptions> demoIn(const Paths &paths);

/// Writes sample data into `paths.data` as production would: messages into the embedded log, from there
/// through ingest into the store. A workspace of sample data that is there already is replaced; anything
/// else is left alone. Runs an event loop; call it on a thread that may wait.
/// @param told called now and then on the calling thread
/// @errors InvalidArgument (the folder holds something else), Cancelled (what was written is removed),
/// Unavailable (a console has it open), DiskFull, ReadOnly, Io
Result<DemoProgress> loadDemo(const Paths &paths, const DemoOptions &options,
                              const std::function<void(const DemoProgress &)> &told,
                              const CancelToken &token);

} // namespace assay
