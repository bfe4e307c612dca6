// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"
#include "learning/classifier.h"
#include "store/store.h"

#include <functional>

namespace assay {

/// One line of training data.
/// @source WIRE.md section 4, "Active learning record"; the members from `turnId` on are ours
struct TrainingExample
{
    QString query{};
    bool toolUsed = false;
    bool shouldUseTool = false;
    std::optional<float> qualityScore{};

    QString turnId{};
    QString threadId{};
    std::optional<bool> fastPathPassed{}; ///< absent where the fast model was not asked first
    std::optional<double> confidence{};   ///< what was predicted then
    UtcTime askedAt{};                    ///< the epoch = not told
    /// Turns like it that there are: more than one where the fast model was only tried on a share of those
    /// that went to the premium model.
    int standsFor = 1;
    std::optional<bool> premiumPassed{}; ///< absent where the premium model was not asked first
    std::optional<Micros> fastCost{};    ///< of that first answer and its judge
    std::optional<Micros> premiumCost{};

    bool operator==(const TrainingExample &) const = default;
};

/// {query, features {has_doc_keywords, has_version, is_factual, is_howto, query_length}, tool_used,
/// quality_score, should_use_tool} as others write it, and our members. query_length is in bytes.
QJsonObject toJson(const TrainingExample &example);

/// Reads lines that toJson() or others wrote; features are worked out again.
/// @errors InvalidArgument naming the line; also for no example at all
Result<std::vector<TrainingExample>> readTrainingData(const QByteArray &lines);

struct CollectOptions
{
    float qualityThreshold = 0.95F; ///< a fast first answer passed when its score reaches it
    bool belowOnly = false;         ///< only turns whose best score misses the threshold
    bool humanLabels = true;        ///< an operator's good or bad outweighs the judge
    std::optional<UtcTime> from{};
    std::optional<UtcTime> to{};
    int last = 1'000'000; ///< turns, the newest
    /// What takes secrets out of questions; empty = they stay as they are.
    std::function<QString(const QString &)> redact{};
    /// Told from 0 to 1 now and then, on the thread that collects.
    std::function<void(double)> progress{};
};

/// What a turn teaches; nullopt when it was not judged.
std::optional<TrainingExample> trainingExampleOf(const Turn &turn, const CollectOptions &options);

/// The turns of the store, oldest first. Where exploration asked the fast model beside the premium one, those
/// turns stand for all that went to the premium model, so that what is learned is not only of questions that
/// were thought easy. @errors as Store's, Cancelled
Result<std::vector<TrainingExample>> collectTrainingData(Store &store, const CollectOptions &options,
                                                         const CancelToken &token = {});

/// What came true of the example, for this target; nullopt = it does not tell.
std::optional<bool> targetOf(const TrainingExample &example, LearningTarget target);

} // namespace assay
