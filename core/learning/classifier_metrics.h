// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QJsonObject>

#include <optional>
#include <span>
#include <vector>

namespace assay {

/// A predicted probability and what came true.
struct Predicted
{
    double probability = 0.5;
    bool isTrue = false;

    bool operator==(const Predicted &) const = default;
};

/// One bar of a reliability diagram.
struct CalibrationBin
{
    qint64 count = 0;
    double predicted = 0.0; ///< mean
    double observed = 0.0;  ///< share that came true

    bool operator==(const CalibrationBin &) const = default;
};

struct RiskPoint
{
    double coverage = 0.0; ///< share answered, the surest first
    double risk = 0.0;     ///< share of those that are wrong

    bool operator==(const RiskPoint &) const = default;
};

/// How good predictions are.
struct ClassifierMetrics
{
    qint64 count = 0;
    qint64 positives = 0;
    double accuracy = 0.0;                     ///< at 0.5
    std::optional<double> auroc{};             ///< absent where only one class came true
    double logLoss = 0.0;                      ///< probabilities are held within 1e-15 of 0 and 1
    double ece = 0.0;                          ///< expected calibration error over ten bins of equal width
    double aurc = 0.0;                         ///< area under the risk-coverage curve; lower is better
    std::vector<CalibrationBin> reliability{}; ///< ten
    std::vector<RiskPoint> riskCoverage{};     ///< at every twentieth

    bool operator==(const ClassifierMetrics &) const = default;
};

/// @source AUROC: Mann and Whitney, ties count half; ECE: Naeini et al., 2015; AURC: Geifman et al., 2018
ClassifierMetrics classifierMetrics(std::span<const Predicted> predictions);

QJsonObject toJson(const ClassifierMetrics &metrics);
/// Reads what toJson() wrote; nullopt for anything else.
std::optional<ClassifierMetrics> classifierMetricsFrom(const QJsonObject &json);

} // namespace assay
