// SPDX-License-Identifier: Apache-2.0
#include "learning/classifier_metrics.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int bins = 10;
constexpr int points = 20;
constexpr double surest = 1e-15;

bool isRight(const Predicted &one)
{
    return (one.probability >= 0.5) == one.isTrue;
}

std::optional<double> aurocOf(std::vector<Predicted> sorted)
{
    std::ranges::sort(sorted, {}, &Predicted::probability);
    double ranks = 0.0;
    double positives = 0.0;
    for (std::size_t i = 0; i < sorted.size();) {
        std::size_t end = i;
        double trueHere = 0.0;
        for (; end < sorted.size() && sorted[end].probability == sorted[i].probability; ++end)
            trueHere += sorted[end].isTrue ? 1.0 : 0.0;
        ranks += trueHere * static_cast<double>(i + end + 1) / 2.0;
        positives += trueHere;
        i = end;
    }
    const double negatives = static_cast<double>(sorted.size()) - positives;
    if (positives == 0.0 || negatives == 0.0)
        return std::nullopt;
    return (ranks - positives * (positives + 1.0) / 2.0) / (positives * negatives);
}

void addReliability(ClassifierMetrics &metrics, std::span<const Predicted> predictions)
{
    metrics.reliability.resize(bins);
    for (const Predicted &one : predictions) {
        const int bin = std::clamp(static_cast<int>(one.probability * bins), 0, bins - 1);
        CalibrationBin &bar = metrics.reliability[static_cast<std::size_t>(bin)];
        ++bar.count;
        bar.predicted += one.probability;
        bar.observed += one.isTrue ? 1.0 : 0.0;
    }
    for (CalibrationBin &bar : metrics.reliability) {
        if (bar.count == 0)
            continue;
        const auto count = static_cast<double>(bar.count);
        bar.predicted /= count;
        bar.observed /= count;
        metrics.ece += std::abs(bar.predicted - bar.observed) * count / static_cast<double>(metrics.count);
    }
}

void addRiskCoverage(ClassifierMetrics &metrics, std::vector<Predicted> sorted)
{
    std::ranges::stable_sort(sorted, std::ranges::greater(),
                             [](const Predicted &one) { return std::abs(one.probability - 0.5); });
    const auto count = static_cast<double>(sorted.size());
    double wrong = 0.0;
    double sum = 0.0;
    int next = 1;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        wrong += isRight(sorted[i]) ? 0.0 : 1.0;
        const double covered = static_cast<double>(i + 1);
        sum += wrong / covered;
        for (; next <= points && covered / count >= static_cast<double>(next) / points; ++next)
            metrics.riskCoverage.push_back({.coverage = covered / count, .risk = wrong / covered});
    }
    metrics.aurc = sum / count;
}

} // namespace

ClassifierMetrics classifierMetrics(std::span<const Predicted> predictions)
{
    ClassifierMetrics metrics{.count = static_cast<qint64>(predictions.size())};
    if (predictions.empty())
        return metrics;
    const auto count = static_cast<double>(predictions.size());
    for (const Predicted &one : predictions) {
        metrics.positives += one.isTrue ? 1 : 0;
        metrics.accuracy += isRight(one) ? 1.0 / count : 0.0;
        const double p = std::clamp(one.probability, surest, 1.0 - surest);
        metrics.logLoss -= std::log(one.isTrue ? p : 1.0 - p) / count;
    }
    metrics.auroc = aurocOf({predictions.begin(), predictions.end()});
    addReliability(metrics, predictions);
    addRiskCoverage(metrics, {predictions.begin(), predictions.end()});
    return metrics;
}

QJsonObject toJson(const ClassifierMetrics &metrics)
{
    QJsonArray reliability;
    for (const CalibrationBin &bar : metrics.reliability)
        reliability.append(QJsonObject{
            {u"count"_s, bar.count}, {u"predicted"_s, bar.predicted}, {u"observed"_s, bar.observed}});
    QJsonArray risk;
    for (const RiskPoint &point : metrics.riskCoverage)
        risk.append(QJsonObject{{u"coverage"_s, point.coverage}, {u"risk"_s, point.risk}});
    return {{u"count"_s, metrics.count},
            {u"positives"_s, metrics.positives},
            {u"accuracy"_s, metrics.accuracy},
            {u"auroc"_s, metrics.auroc ? QJsonValue(*metrics.auroc) : QJsonValue(QJsonValue::Null)},
            {u"log_loss"_s, metrics.logLoss},
            {u"ece"_s, metrics.ece},
            {u"aurc"_s, metrics.aurc},
            {u"reliability"_s, reliability},
            {u"risk_coverage"_s, risk}};
}

std::optional<ClassifierMetrics> classifierMetricsFrom(const QJsonObject &json)
{
    const QJsonValue accuracy = json.value(u"accuracy"_s);
    if (!accuracy.isDouble() || !json.value(u"count"_s).isDouble())
        return std::nullopt;
    ClassifierMetrics metrics{.count = json.value(u"count"_s).toInteger(),
                              .positives = json.value(u"positives"_s).toInteger(),
                              .accuracy = accuracy.toDouble(),
                              .logLoss = json.value(u"log_loss"_s).toDouble(),
                              .ece = json.value(u"ece"_s).toDouble(),
                              .aurc = json.value(u"aurc"_s).toDouble()};
    if (const QJsonValue auroc = json.value(u"auroc"_s); auroc.isDouble())
        metrics.auroc = auroc.toDouble();
    const QJsonArray reliability = json.value(u"reliability"_s).toArray();
    for (const QJsonValue bar : reliability)
        metrics.reliability.push_back({.count = bar[u"count"_s].toInteger(),
                                       .predicted = bar[u"predicted"_s].toDouble(),
                                       .observed = bar[u"observed"_s].toDouble()});
    const QJsonArray risk = json.value(u"risk_coverage"_s).toArray();
    for (const QJsonValue point : risk)
        metrics.riskCoverage.push_back(
            {.coverage = point[u"coverage"_s].toDouble(), .risk = point[u"risk"_s].toDouble()});
    return metrics;
}

} // namespace assay
