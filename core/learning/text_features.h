// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QStringList>

#include <vector>

namespace assay {

/// One feature of a question; those that are 0 are left out.
struct TextFeature
{
    std::uint32_t index = 0;
    float value = 0.0F;

    bool operator==(const TextFeature &) const = default;
};

/// Features with a name, first; then words and word pairs, hashed into so many places.
inline constexpr std::uint32_t namedFeatureCount = 10;
inline constexpr std::uint32_t hashedFeatureCount = 1U << 16;
inline constexpr std::uint32_t textFeatureCount = namedFeatureCount + hashedFeatureCount;

/// The words of a question as they are learned: every number is the same one, "#".
QStringList learnedWords(const QString &question);

/// The named features of featuresOf(), and learnedWords() and their pairs, which together have length 1.
/// Indices rise. Two n-grams that hash alike are added up.
std::vector<TextFeature> textFeatures(const QString &question);

/// Where an n-gram ("refund", "how long") is put; for saying in words what a weight means.
std::uint32_t hashedIndex(const QString &gram);

} // namespace assay
