// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "judge/judge.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace assay {

namespace {

using Score = std::optional<float> Scores::*;

constexpr std::array<Score, 4> dimensions{&Scores::accuracy, &Scores::relevance, &Scores::completeness,
                                          &Scores::overall};
constexpr float humanNeededAbove = 0.30F;

using Side = std::vector<const JudgeVote *>;

/// Values of one dimension, ascending.
std::vector<float> valuesOf(const Side &side, Score dimension)
{
    std::vector<float> values;
    for (const JudgeVote *vote : side)
        if (const std::optional<float> &value = vote->scores.*dimension)
            values.push_back(*value);
    std::ranges::sort(values);
    return values;
}

std::optional<float> mean(const std::vector<float> &values)
{
    if (values.empty())
        return std::nullopt;
    double sum = 0;
    for (const float value : values)
        sum += static_cast<double>(value);
    return static_cast<float>(sum / static_cast<double>(values.size()));
}

std::optional<float> median(const std::vector<float> &values)
{
    if (values.empty())
        return std::nullopt;
    const std::size_t middle = values.size() / 2;
    if (values.size() % 2 == 1)
        return values[middle];
    return static_cast<float>(
        (static_cast<double>(values[middle - 1]) + static_cast<double>(values[middle])) / 2);
}

Scores combined(const Side &side, std::optional<float> (*join)(const std::vector<float> &))
{
    Scores scores;
    for (const Score dimension : dimensions)
        scores.*dimension = join(valuesOf(side, dimension));
    return scores;
}

/// The votes on the side of the majority; a tie is no majority for passing.
Side winningSide(const Side &side, float threshold)
{
    Side reached;
    Side missed;
    for (const JudgeVote *vote : side)
        (*vote->scores.overall >= threshold ? reached : missed).push_back(vote);
    return reached.size() * 2 > side.size() ? reached : missed;
}

const JudgeVote *lowest(const Side &side)
{
    return *std::ranges::min_element(side, {}, [](const JudgeVote *vote) { return *vote->scores.overall; });
}

Scores scoresBy(CommitteeRule rule, const Side &side, float threshold)
{
    switch (rule) {
    case CommitteeRule::Mean: return combined(side, mean);
    case CommitteeRule::Median: return combined(side, median);
    case CommitteeRule::Majority: return combined(winningSide(side, threshold), median);
    case CommitteeRule::Veto: return lowest(side)->scores;
    }
    Q_UNREACHABLE();
}

/// The vote that thinks most like the committee: its words stand for all.
const JudgeVote *nearest(const Side &side, float overall)
{
    return *std::ranges::min_element(
        side, {}, [&](const JudgeVote *vote) { return std::abs(*vote->scores.overall - overall); });
}

JudgeVote failedVote(const Judge &judge, const Error &error)
{
    JudgeVote vote;
    vote.judge = judge.name();
    vote.error = error.message;
    return vote;
}

} // namespace

Judgement combineVotes(QList<JudgeVote> votes, CommitteeRule rule, float threshold)
{
    Judgement judgement;
    judgement.rule = rule;
    judgement.votes = std::move(votes);
    Side side;
    for (const JudgeVote &vote : std::as_const(judgement.votes)) {
        judgement.usage += vote.usage;
        judgement.cost += vote.cost;
        if (!vote.scores.overall)
            continue;
        side.push_back(&vote);
        judgement.issues += vote.issues;
    }
    judgement.issues.removeDuplicates();
    if (side.empty())
        return judgement;
    judgement.scores = scoresBy(rule, side, threshold);
    judgement.reasoning = nearest(side, *judgement.scores.overall)->reasoning;
    if (side.size() > 1) {
        const std::vector<float> overall = valuesOf(side, &Scores::overall);
        judgement.disagreement = overall.back() - overall.front();
        judgement.needsHuman = *judgement.disagreement > humanNeededAbove;
    }
    return judgement;
}

QCoro::Task<Result<Judgement>> judgeByCommittee(QList<std::shared_ptr<Judge>> judges, JudgeRequest request,
                                                CommitteeRule rule, float threshold, CancelToken token)
{
    if (judges.isEmpty())
        co_return fail(Errc::InvalidArgument, Tr::tr("The committee has no judge. Choose a judge model."));
    std::vector<QCoro::Task<Result<JudgeVote>>> asked;
    for (const std::shared_ptr<Judge> &judge : std::as_const(judges))
        asked.push_back(judge->judge(request, token));
    QList<JudgeVote> votes;
    std::optional<Error> firstError;
    qsizetype given = 0;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        Result<JudgeVote> vote = co_await asked[i];
        if (vote) {
            ++given;
            votes.append(std::move(*vote));
            continue;
        }
        votes.append(failedVote(*judges.at(static_cast<qsizetype>(i)), vote.error()));
        if (!firstError)
            firstError = std::move(vote.error());
    }
    if (token.isCancelled())
        co_return fail(Errc::Cancelled, Tr::tr("Stopped while the answer was being judged."));
    if (given == 0)
        co_return fail(std::move(*firstError));
    co_return combineVotes(std::move(votes), rule, threshold);
}

} // namespace assay
