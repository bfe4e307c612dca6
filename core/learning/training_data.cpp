// SPDX-License-Identifier: Apache-2.0
#include "learning/training_data.h"

#include "base/tr.h"
#include "learning/active_learning.h"
#include "learning/json_lines.h"
#include "learning/recorded_turns.h"

#include <algorithm>
#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// The fast model's first answer: of the turn, or of its exploration.
const Candidate *fastFirst(const Turn &turn)
{
    if (turn.attempts.isEmpty())
        return nullptr;
    const Attempt &first = turn.attempts.first();
    if (const Candidate *chosen = first.chosen(); chosen && chosen->tier == Tier::Fast)
        return chosen;
    const auto explored = std::ranges::find(first.candidates, exploredPath(1), &Candidate::path);
    return explored != first.candidates.end() && explored->tier == Tier::Fast ? &*explored : nullptr;
}

std::optional<bool> fastPathPassed(const Turn &turn, const CollectOptions &options)
{
    const Candidate *const answer = fastFirst(turn);
    if (!answer || !answer->judgement || !answer->judgement->scores.overall)
        return std::nullopt;
    const bool returned = turn.attempts.size() == 1 && answer == turn.attempts.first().chosen();
    if (options.humanLabels && returned && turn.label != Label::None)
        return turn.label == Label::Good;
    Policy policy = turn.attempts.first().policy;
    policy.qualityThreshold = options.qualityThreshold;
    policy.qualityGate = true;
    return passesGate(recordedGate(*answer), policy);
}

} // namespace

std::optional<TrainingExample> trainingExampleOf(const Turn &turn, const CollectOptions &options)
{
    const std::optional<LearningRecord> record = turn.learning ? turn.learning : learningRecord(turn);
    if (!record || !record->qualityScore || turn.question.isEmpty())
        return std::nullopt;
    if (options.belowOnly && *record->qualityScore >= options.qualityThreshold)
        return std::nullopt;
    return TrainingExample{.query = options.redact ? options.redact(turn.question) : turn.question,
                           .toolUsed = record->toolUsed,
                           .shouldUseTool = record->shouldUseTool,
                           .qualityScore = record->qualityScore,
                           .turnId = turn.id,
                           .threadId = turn.threadId,
                           .fastPathPassed = fastPathPassed(turn, options),
                           .confidence = turn.route.confidence};
}

Result<std::vector<TrainingExample>> collectTrainingData(Store &store, const CollectOptions &options,
                                                         const CancelToken &token)
{
    const Result<QList<TurnSummary>> last = store.recentTurns(options.last);
    if (!last)
        return fail(last.error());
    std::vector<TrainingExample> examples;
    for (const TurnSummary &summary : *last) {
        if ((options.from && summary.askedAt < *options.from) ||
            (options.to && summary.askedAt >= *options.to))
            continue;
        if (token.isCancelled())
            return fail(Errc::Cancelled, Tr::tr("Reading the recorded turns was stopped."));
        const Result<Turn> turn = store.turn(summary.id);
        if (!turn)
            return fail(turn.error());
        if (std::optional<TrainingExample> example = trainingExampleOf(*turn, options))
            examples.push_back(std::move(*example));
    }
    std::ranges::reverse(examples);
    return examples;
}

QJsonObject toJson(const TrainingExample &example)
{
    const QuestionFeatures features = featuresOf(example.query);
    QJsonObject json{{u"query"_s, example.query},
                     {u"features"_s, QJsonObject{{u"has_doc_keywords"_s, features.hasDocKeywords},
                                                 {u"has_version"_s, features.hasVersion},
                                                 {u"is_factual"_s, features.isFactual},
                                                 {u"is_howto"_s, features.isHowTo},
                                                 {u"query_length"_s, example.query.toUtf8().size()}}},
                     {u"tool_used"_s, example.toolUsed},
                     {u"should_use_tool"_s, example.shouldUseTool}};
    if (example.qualityScore)
        json.insert(u"quality_score"_s, static_cast<double>(*example.qualityScore));
    if (!example.turnId.isEmpty())
        json.insert(u"turn_id"_s, example.turnId);
    if (!example.threadId.isEmpty())
        json.insert(u"thread_id"_s, example.threadId);
    if (example.fastPathPassed)
        json.insert(u"fast_path_passed"_s, *example.fastPathPassed);
    if (example.confidence)
        json.insert(u"confidence"_s, *example.confidence);
    return json;
}

Result<std::vector<TrainingExample>> readTrainingData(const QByteArray &lines)
{
    std::vector<TrainingExample> examples;
    const Result<> read = eachJsonLine(lines, [&](int number, const QJsonObject &json) -> Result<> {
        TrainingExample example{.query = json.value(u"query"_s).toString(),
                                .toolUsed = json.value(u"tool_used"_s).toBool(),
                                .shouldUseTool = json.value(u"should_use_tool"_s).toBool(),
                                .turnId = json.value(u"turn_id"_s).toString(),
                                .threadId = json.value(u"thread_id"_s).toString()};
        const QJsonValue score = json.value(u"quality_score"_s);
        const bool scored = score.isDouble() && isScore(score.toDouble());
        if (example.query.isEmpty() || !json.value(u"should_use_tool"_s).isBool() ||
            !json.value(u"tool_used"_s).isBool() || !(scored || score.isUndefined()))
            return fail(Errc::InvalidArgument,
                        Tr::tr("Line %1: needs a query, tool_used and should_use_tool (true or false), and a "
                               "quality_score from 0 to 1 or none.")
                            .arg(number));
        if (scored)
            example.qualityScore = static_cast<float>(score.toDouble());
        if (const QJsonValue passed = json.value(u"fast_path_passed"_s); passed.isBool())
            example.fastPathPassed = passed.toBool();
        if (const QJsonValue value = json.value(u"confidence"_s); value.isDouble())
            example.confidence = value.toDouble();
        examples.push_back(std::move(example));
        return {};
    });
    if (!read)
        return fail(read.error());
    if (examples.empty())
        return fail(Errc::InvalidArgument, Tr::tr("The file holds no training example."));
    return examples;
}

std::optional<bool> targetOf(const TrainingExample &example, LearningTarget target)
{
    if (target == LearningTarget::FastPath)
        return example.fastPathPassed;
    return example.shouldUseTool;
}

} // namespace assay
