// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "judge/judge.h"

namespace assay {

/// What a rubric judge's reply says, checked.
struct JudgeReply
{
    Scores scores{}; ///< all four set, each in [0, 1]; overall is always the mean
    QString reasoning{};
    QStringList issues{}; ///< tokens

    bool operator==(const JudgeReply &) const = default;
};

/// Reads {accuracy, relevance, completeness, overall?, reasoning, issues[]} out of a judge's reply.
///
/// Tolerated: a code fence, prose around the object, numbers as strings ("0.9"), unknown keys, no
/// issues. Refused: missing or null scores, percentages, scales other than 0 … 1, NaN, invalid JSON
/// such as trailing commas, and two objects that both look like a verdict: nobody could tell which one
/// the judge quoted. An `overall` more than 0.05 off the mean adds the issue overall_mismatch.
///
/// @errors Protocol, with a sentence the judge itself can act on
Result<JudgeReply> parseJudgeReply(const QString &reply);

/// Does a verdict in `reply` stand word for word in `text`, spaces aside? Then the judge only repeated
/// what it was to judge.
bool isEchoOf(const QString &reply, const QString &text);

/// Issues that need no judge: low_accuracy, low_relevance and low_completeness below 0.7 (the last
/// with incomplete_coverage), empty_answer, one_word_answer, and tool_results_ignored when the answer
/// claims to have found nothing although there is evidence.
/// @source WIRE.md, sections 1.4 and 4
QStringList deterministicIssues(const JudgeRequest &request, const Scores &scores);

} // namespace assay
