// SPDX-License-Identifier: Apache-2.0
#include "learning/classifier.h"

#include "base/text.h"

#include <QtCore/QMap>
#include <QtCore/QSet>

#include <algorithm>
#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype contributionsTold = 8;

/// Words and word pairs of a text, each once.
QSet<QString> gramsOf(const QString &text)
{
    QSet<QString> grams;
    const QStringList all = learnedWords(text);
    for (qsizetype i = 0; i < all.size(); ++i) {
        grams.insert(all[i]);
        if (i + 1 < all.size())
            grams.insert(all[i] + u' ' + all[i + 1]);
    }
    return grams;
}

QString quoted(const QString &gram)
{
    return u'“' + gram + u'”';
}

void sortByStrength(QList<Contribution> &all)
{
    std::ranges::sort(all, [](const Contribution &a, const Contribution &b) {
        const double first = std::abs(a.value * a.weight);
        const double second = std::abs(b.value * b.weight);
        return first != second ? first > second : a.feature < b.feature;
    });
}

} // namespace

QString tokenOf(LearningTarget target)
{
    return target == LearningTarget::FastPath ? u"fast_path"_s : u"tool_use"_s;
}

double Classifier::value(std::span<const TextFeature> features) const
{
    double sum = bias;
    for (const TextFeature &feature : features)
        sum += static_cast<double>(weights[feature.index]) * static_cast<double>(feature.value);
    return sum;
}

Prediction Classifier::predict(const QString &question) const
{
    const std::vector<TextFeature> features = textFeatures(question);
    Prediction prediction{.confidence = calibration.probability(value(features)), .predictor = name};
    QMap<std::uint32_t, double> values;
    for (const TextFeature &feature : features)
        values.insert(feature.index, static_cast<double>(feature.value));
    std::uint32_t index = 0;
    const auto add = [&](const QString &told, std::uint32_t at) {
        const auto weight = static_cast<double>(weights[at]);
        if (const double seen = values.value(at); seen != 0.0 && weight != 0.0)
            prediction.contributions.append({.feature = told, .value = seen, .weight = weight});
    };
    for (const auto &[told, unused] : namedFeatures({}))
        add(told, index++);
    for (const QString &gram : gramsOf(question))
        add(quoted(gram), hashedIndex(gram));
    sortByStrength(prediction.contributions);
    prediction.contributions = prediction.contributions.mid(0, contributionsTold);
    return prediction;
}

QList<Contribution> strongestWeights(const Classifier &classifier, const QStringList &queries, int most)
{
    QList<Contribution> all;
    std::uint32_t index = 0;
    for (const auto &[told, unused] : namedFeatures({}))
        all.append(
            {.feature = told, .value = 1.0, .weight = static_cast<double>(classifier.weights[index++])});
    QSet<QString> grams;
    for (const QString &query : queries)
        grams.unite(gramsOf(query));
    for (const QString &gram : std::as_const(grams))
        if (const auto weight = static_cast<double>(classifier.weights[hashedIndex(gram)]); weight != 0.0)
            all.append({.feature = quoted(gram), .value = 1.0, .weight = weight});
    sortByStrength(all);
    return all.mid(0, most);
}

} // namespace assay
