// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/term_weights.h"
#include "judge/judge.h"
#include "judge/offline_scoring.h"

namespace assay {

/// The embedded lexical judge, "offline v1": compares words, knows no meaning, sends nothing. Its
/// formulas are in judge/offline_scoring.h. Text in an answer can only lose points: instructions
/// in it are sentences that no passage supports.
///
/// The reasoning ends with a line "Missing: …" for every salient point the answer left out, which
/// a retry hands to the model. Issues: tool_results_ignored (refused although the evidence speaks),
/// low_accuracy, low_relevance, low_completeness (below 0.70), incomplete_coverage (a point missed).
class OfflineJudge final : public Judge
{
public:
    /// @param weight  idf of the knowledge index; empty weighs every term 1
    explicit OfflineJudge(TermWeight weight = {});

    QString name() const override;

    /// @errors Cancelled only
    QCoro::Task<Result<JudgeVote>> judge(JudgeRequest request, CancelToken token) override;

private:
    TermWeight m_weight;
};

/// The vote the offline judge casts for these scores. Pure.
JudgeVote offlineVote(const OfflineScores &scores);

} // namespace assay
