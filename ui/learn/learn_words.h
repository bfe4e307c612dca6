// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/learning_host.h"
#include "ui/analytics/chart.h"
#include "ui/learn/curve_chart.h"

// What was learned as an operator reads it, in his language. Pure.

namespace assay::ui {

/// "v3 (1f3a9c02)", or the predictor that comes with Assay.
QString versionText(int version, const QString &fingerprint);
/// "deployed over v2 by kim", "rolled back from v3 by kim".
QString deploymentText(const Deployment &one);
/// "1,080 of 2,000 turns tell how the fast model did …"
QString dataText(const CollectedData &data);
/// What of a model is known beside its figures.
QString trainingText(const TrainingReport &report);
QString canaryText(const CanaryResult &canary);
/// "long questions", or a word in quotes as it is.
QString featureText(const QString &feature);
/// "“refund” raises the confidence".
QString weightText(const Contribution &weight);
/// One sentence each for what moved; empty = nothing did.
QStringList driftTexts(const DriftReport &drift);
/// How the weeks went beside what was expected.
QString weeksText(const QList<LearningWeek> &weeks);

/// "0.4783"; an en dash for none.
QString fourText(std::optional<double> value);

/// The bins as the reliability chart reads them: of the held-out turns, not of what they stand for.
Chart::Page reliabilityPage(const TrainingReport &report);
CurveData riskCurve(const TrainingReport &report);
CurveData costCurve(const std::optional<RoutingReport> &routing);
CurveData weeksCurve(const QList<LearningWeek> &weeks);

} // namespace assay::ui
