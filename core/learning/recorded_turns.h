// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"
#include "learning/quality_gate.h"
#include "store/store.h"

#include <QtCore/QHash>

#include <vector>

namespace assay {

/// What replaying a policy needs of one attempt.
struct RecordedAttempt
{
    GateInput gate{};
    Tier tier = Tier::Premium;
    std::optional<RetryStrategy> retryStrategy{}; ///< none for the first
    int model = 0;                                ///< in RecordedTurns::models
    int policy = 0;                               ///< in RecordedTurns::policies
    qint64 costMicros = 0;
    qint64 endUs = 0; ///< since the turn began

    bool operator==(const RecordedAttempt &) const = default;
};

/// Attempts one after another, in RecordedTurns::attempts.
struct RecordedChain
{
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    bool brokeOff = false; ///< another attempt was due and was not made: stopped, or nobody to ask
};

struct RecordedTurn
{
    double confidence = 0.0;
    RecordedChain taken{};    ///< what the turn did; at least one attempt
    RecordedChain explored{}; ///< what the other tier would have done; count 0 = was not tried
    qint64 overheadMicros = 0;
    qint64 tailUs = 0; ///< from the end of the last attempt to the end of the turn
};

/// Turns as replaying needs them: a million fit in memory.
struct RecordedTurns
{
    std::vector<RecordedTurn> turns{};
    std::vector<QString> ids{};
    std::vector<RecordedAttempt> attempts{};
    std::vector<Policy> policies{}; ///< each once; revision and profile do not count
    std::vector<QString> models{};
    qint64 skipped = 0; ///< never judged, or with a verdict that does not follow from what is recorded

    /// Adds a turn, or counts it as skipped.
    void add(const Turn &turn);

    int modelNumber(const QString &model) const; ///< -1 = no attempt used it

private:
    int policyNumber(Policy policy);
    int addModel(const QString &model);
    void addExplored(RecordedTurn &recorded, const Attempt &first);
};

/// The last `limit` turns of the store, the newest first. @errors as Store's, Cancelled
Result<RecordedTurns> recordedTurns(Store &store, int limit, const CancelToken &token = {});

/// Path of a candidate that was run beside the turn, only to learn what the other tier would have done:
/// "explored_1" for its first attempt, and so on. They stand with the first attempt, behind its own.
QString exploredPath(int number);
bool isExplored(const Candidate &candidate);

/// What the gate looked at; checks that were not run stand for nothing, since other producers have none.
GateInput recordedGate(const Candidate &candidate);

} // namespace assay
