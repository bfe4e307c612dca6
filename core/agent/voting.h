// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/turn.h"

namespace assay {

/// How much two answers say the same: Jaccard index of their content terms, [0, 1].
double agreement(const QString &a, const QString &b);

/// Innovation 9: counts for every candidate how many others agree with it (0.5 or more) and marks
/// the winner: most votes, then the better judged, then the first. Candidates without an answer
/// neither vote nor win.
void voteAmong(QList<Candidate> &candidates);

/// Innovation 3: marks the better judged candidate; the search path wins a tie.
void chooseBetter(QList<Candidate> &candidates);

} // namespace assay
