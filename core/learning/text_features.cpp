// SPDX-License-Identifier: Apache-2.0
#include "learning/text_features.h"

#include "base/text.h"
#include "learning/predictor.h"

#include <algorithm>
#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

std::uint32_t hashedIndex(const QString &gram)
{
    std::uint32_t hash = 2166136261U; // FNV-1a, the same on every machine and in every version
    for (const char byte : gram.toUtf8()) {
        hash ^= static_cast<std::uint8_t>(byte);
        hash *= 16777619U;
    }
    return namedFeatureCount + (hash ^ (hash >> 16)) % hashedFeatureCount;
}

QStringList learnedWords(const QString &question)
{
    QStringList all = words(question);
    for (QString &word : all)
        if (std::ranges::all_of(word, [](QChar c) { return c.isDigit(); }))
            word = u"#"_s;
    return all;
}

std::vector<TextFeature> textFeatures(const QString &question)
{
    std::vector<TextFeature> features;
    std::uint32_t index = 0;
    for (const auto &[name, value] : namedFeatures(featuresOf(question))) {
        if (value != 0.0)
            features.push_back({.index = index, .value = static_cast<float>(value)});
        ++index;
    }
    const std::size_t named = features.size();
    const QStringList all = learnedWords(question);
    for (qsizetype i = 0; i < all.size(); ++i) {
        features.push_back({.index = hashedIndex(all[i]), .value = 1.0F});
        if (i + 1 < all.size())
            features.push_back({.index = hashedIndex(all[i] + u' ' + all[i + 1]), .value = 1.0F});
    }
    const auto grams = features.begin() + static_cast<std::ptrdiff_t>(named);
    std::sort(grams, features.end(),
              [](const TextFeature &a, const TextFeature &b) { return a.index < b.index; });
    auto last = grams;
    for (auto it = grams; it != features.end(); ++it) {
        if (it == grams)
            continue;
        if (it->index == last->index)
            last->value += it->value;
        else
            *++last = *it;
    }
    if (grams != features.end())
        features.erase(last + 1, features.end());
    double squares = 0.0;
    for (auto it = features.begin() + static_cast<std::ptrdiff_t>(named); it != features.end(); ++it)
        squares += static_cast<double>(it->value) * static_cast<double>(it->value);
    const auto length = static_cast<float>(std::sqrt(squares));
    for (auto it = features.begin() + static_cast<std::ptrdiff_t>(named); it != features.end(); ++it)
        it->value /= length;
    return features;
}

} // namespace assay
