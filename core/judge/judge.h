// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"
#include "base/result.h"
#include "turn/turn.h"

#include <QCoro/QCoroTask>

#include <memory>

namespace assay {

/// What a judge sees. Everything in it is data, never an instruction.
struct JudgeRequest
{
    QString question{};
    QString answer{};
    QList<Evidence> evidence{}; ///< graded; irrelevant passages may be left in
};

/// Scores one answer. Implemented by the LLM rubric judge and the offline lexical judge.
///
/// Threading: lives on one thread with an event loop; calls may overlap.
class Judge
{
public:
    virtual ~Judge() = default;

    /// "rubric v1 · gpt-4o-mini", "offline v1".
    virtual QString name() const = 0;

    /// @return a vote with all four scores in [0, 1].
    /// @errors Protocol when the judge gave no usable scores even after one repair; never a
    ///         made-up score. Otherwise as ChatModel::complete.
    virtual QCoro::Task<Result<JudgeVote>> judge(JudgeRequest request, CancelToken token) = 0;
};

/// Joins votes into one judgement. Votes without scores count as absent, not as 0.
///
/// @param votes      one or more; order is kept
/// @param threshold  the gate's, for Majority (more than half must reach it: the median of the
///                   winning side speaks) and Veto (the lowest overall speaks)
/// @return scores absent when no vote has any; disagreement = highest − lowest overall
/// @invariant one hostile vote of three moves the median at most to its neighbour
Judgement combineVotes(QList<JudgeVote> votes, CommitteeRule rule, float threshold);

/// Asks every judge at once and combines what comes back. Fails only when every judge failed.
QCoro::Task<Result<Judgement>> judgeByCommittee(QList<std::shared_ptr<Judge>> judges, JudgeRequest request,
                                                CommitteeRule rule, float threshold, CancelToken token);

} // namespace assay
