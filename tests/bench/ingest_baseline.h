// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <vector>

namespace assay::bench {

/// The named baseline: one thread and nothing else. ZSTD_decompressDCtx, ParseFromArray into an arena,
/// one prepared insert per table with the same columns into the same tables and indexes of a fresh
/// store, 5,000 rows a transaction, synchronous=full. No log, no offsets, no sums, no duplicates, no checks.
/// @return seconds
double runBareLoop(const QString &database, const std::vector<QByteArray> &frames);

} // namespace assay::bench
