// SPDX-License-Identifier: Apache-2.0
#include "learning/active_learning.h"

#include "learning/predictor.h"

namespace assay {

using namespace Qt::StringLiterals;

std::optional<LearningRecord> learningRecord(const Turn &turn)
{
    const Attempt *best = turn.best();
    if (!best || !best->verdict.score || turn.attempts.isEmpty())
        return std::nullopt;
    const float score = *best->verdict.score;
    const bool toolUsed = std::ranges::any_of(turn.evidence, &Evidence::cited);
    const Attempt &first = turn.attempts.first();
    const Candidate *firstAnswer = first.chosen();
    return LearningRecord{.toolUsed = toolUsed,
                          .shouldUseTool = (toolUsed && score > 0.85F) || (!toolUsed && score < 0.70F),
                          .qualityScore = score,
                          .fastPathPassed =
                              firstAnswer && firstAnswer->tier == Tier::Fast && first.verdict.passed,
                          .firstTierFast = firstAnswer && firstAnswer->tier == Tier::Fast};
}

QJsonObject trainingExample(const Turn &turn, const LearningRecord &record)
{
    QJsonObject features;
    for (const auto &[name, value] : namedFeatures(featuresOf(turn.question)))
        features.insert(name, value);
    QJsonObject example{{u"query"_s, turn.question},
                        {u"features"_s, features},
                        {u"tool_used"_s, record.toolUsed},
                        {u"should_use_tool"_s, record.shouldUseTool}};
    if (record.qualityScore)
        example.insert(u"quality_score"_s, static_cast<double>(*record.qualityScore));
    return example;
}

} // namespace assay
