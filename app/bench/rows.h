// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "bench/figures.h"

namespace assay {
struct Turn;
}

namespace assay::app {

/// How much to measure, and where.
struct BenchPlan
{
    QString folder{};       ///< an existing, empty one
    int documents = 10'000; ///< of the synthetic index
    int turns = 2'000;      ///< repetitions of a turn
    int searches = 1'000;
    int appends = 1'000; ///< durable writes
    int ingests = 5;     ///< times 1,000 turns
};

/// A bare search, and whole turns without model time, the last beside a bare durable append.
Result<> addPipelineRows(Report &report, const BenchPlan &plan);

/// Offline turns over an index of plan.documents documents.
Result<> addOfflineRows(Report &report, const BenchPlan &plan);

/// Codec, log and store.
Result<> addStorageRows(Report &report, const BenchPlan &plan);

} // namespace assay::app
