// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "eval/agreement.h"
#include "eval/judge_attack.h"
#include "service/eval_desk.h"
#include "service/paths.h"

namespace assay {

class Store;

/// Runs attacks on the judges that `desk` judges turns with, against its policy's threshold. The desk
/// outlives the run. @errors as runAttacks() and judgesFor()
QCoro::Task<Result<AttackReport>> attackDesk(const EvalDesk &desk, AttackSet set, AttackOptions options,
                                             CancelToken token);

/// Every turn that people labelled good or bad, with what its judges said of the answer that was returned.
/// Turns without a judge's score are left out. @errors of the store
Result<QList<LabelledItem>> labelledJudgements(Store &store);

/// The last report of attacks in a workspace. @errors NotFound (none was made), Corrupt, Io
Result<AttackReport> lastAttackReport(const Paths &paths);
/// Keeps it as the last. @errors DiskFull, Io
Result<> keepAttackReport(const Paths &paths, const AttackReport &report);

} // namespace assay
