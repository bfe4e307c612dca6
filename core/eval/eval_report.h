// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "eval/eval_run.h"
#include "report/report.h"

namespace assay {

/// A run for readers: facts, the checklist, figures by category and a row for every scenario.
Report reportOf(const EvalRun &run, const QList<TargetRow> &targets);

/// JUnit XML: a test case for every scenario, with its failed expectations, scores, cost and latency.
/// @source testmoapp/junitxml (the form that Jenkins and GitLab read)
QByteArray toJunit(const EvalRun &run);

} // namespace assay
