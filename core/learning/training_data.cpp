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

constexpr qint64 mostStandsFor = 50;
constexpr qsizetype tellEvery = 200; ///< turns

/// A tier's first answer: of the turn, or of its exploration.
const Candidate *firstOf(const Turn &turn, Tier tier)
{
    if (turn.attempts.isEmpty())
        return nullptr;
    const Attempt &first = turn.attempts.first();
    if (const Candidate *chosen = first.chosen(); chosen && chosen->tier == tier)
        return chosen;
    const auto explored = std::ranges::find(first.candidates, exploredPath(1), &Candidate::path);
    return explored != first.candidates.end() && explored->tier == tier ? &*explored : nullptr;
}

/// Was the fast model asked only to learn from it?
bool isFastExplored(const Turn &turn)
{
    const Candidate *const fast = firstOf(turn, Tier::Fast);
    return fast && isExplored(*fast);
}

std::optional<Micros> costOf(const Candidate *answer)
{
    if (!answer)
        return std::nullopt;
    return answer->cost.amount + (answer->judgement ? answer->judgement->cost.amount : Micros{});
}

std::optional<bool> passed(const Turn &turn, Tier tier, const CollectOptions &options)
{
    const Candidate *const answer = firstOf(turn, tier);
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

/// Lets what was explored stand for all that went to the premium model. @param explored by example
void weighExplored(std::vector<TrainingExample> &examples, const std::vector<bool> &explored)
{
    const auto known = static_cast<qint64>(std::ranges::count(explored, true));
    const auto unknown = static_cast<qint64>(std::ranges::count_if(
        examples, [](const TrainingExample &one) { return !one.fastPathPassed.has_value(); }));
    if (known == 0)
        return;
    const auto each = static_cast<int>(std::min(
        mostStandsFor, std::llround(static_cast<double>(known + unknown) / static_cast<double>(known))));
    for (std::size_t i = 0; i < examples.size(); ++i)
        if (explored[i])
            examples[i].standsFor = each;
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
                           .fastPathPassed = passed(turn, Tier::Fast, options),
                           .confidence = turn.route.confidence,
                           .askedAt = turn.askedAt,
                           .premiumPassed = passed(turn, Tier::Premium, options),
                           .fastCost = costOf(firstOf(turn, Tier::Fast)),
                           .premiumCost = costOf(firstOf(turn, Tier::Premium))};
}

Result<std::vector<TrainingExample>> collectTrainingData(Store &store, const CollectOptions &options,
                                                         const CancelToken &token)
{
    const Result<QList<TurnSummary>> last = store.recentTurns(options.last);
    if (!last)
        return fail(last.error());
    std::vector<TrainingExample> examples;
    std::vector<bool> explored;
    qsizetype read = 0;
    for (const TurnSummary &summary : *last) {
        if (options.progress && read++ % tellEvery == 0)
            options.progress(static_cast<double>(read - 1) / static_cast<double>(last->size()));
        if ((options.from && summary.askedAt < *options.from) ||
            (options.to && summary.askedAt >= *options.to))
            continue;
        if (token.isCancelled())
            return fail(Errc::Cancelled, Tr::tr("Reading the recorded turns was stopped."));
        const Result<Turn> turn = store.turn(summary.id);
        if (!turn)
            return fail(turn.error());
        if (std::optional<TrainingExample> example = trainingExampleOf(*turn, options)) {
            examples.push_back(std::move(*example));
            explored.push_back(isFastExplored(*turn));
        }
    }
    if (!options.belowOnly) // else what is left out is no accident
        weighExplored(examples, explored);
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
    if (example.askedAt != UtcTime{})
        json.insert(u"asked_at_us"_s, toMicros(example.askedAt));
    if (example.standsFor != 1)
        json.insert(u"stands_for"_s, example.standsFor);
    if (example.premiumPassed)
        json.insert(u"premium_passed"_s, *example.premiumPassed);
    if (example.fastCost)
        json.insert(u"fast_cost_micros"_s, example.fastCost->value);
    if (example.premiumCost)
        json.insert(u"premium_cost_micros"_s, example.premiumCost->value);
    return json;
}

namespace {

/// What we add to the line that others write; each may be missing.
void readOurs(TrainingExample &example, const QJsonObject &json)
{
    const auto truth = [&](const QString &key) {
        const QJsonValue value = json.value(key);
        return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
    };
    const auto sum = [&](const QString &key) {
        const QJsonValue value = json.value(key);
        return value.isDouble() ? std::optional(Micros{std::max<qint64>(0, value.toInteger())})
                                : std::nullopt;
    };
    example.fastPathPassed = truth(u"fast_path_passed"_s);
    example.premiumPassed = truth(u"premium_passed"_s);
    example.fastCost = sum(u"fast_cost_micros"_s);
    example.premiumCost = sum(u"premium_cost_micros"_s);
    if (const QJsonValue value = json.value(u"confidence"_s); value.isDouble())
        example.confidence = value.toDouble();
    example.askedAt = fromMicros(json.value(u"asked_at_us"_s).toInteger());
    example.standsFor = std::clamp(json.value(u"stands_for"_s).toInt(1), 1, static_cast<int>(mostStandsFor));
}

} // namespace

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
        readOurs(example, json);
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
