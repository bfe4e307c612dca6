// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learning/trainer.h"

#include <random>

namespace assay::test {

using namespace Qt::StringLiterals;

/// Questions whose words say how likely the fast path does: "refund" mostly, "migration" hardly.
inline std::vector<TrainingExample> taughtExamples(int count, quint64 seed = 1)
{
    const QStringList easy{u"refund"_s, u"invoice"_s, u"password"_s, u"address"_s};
    const QStringList hard{u"migration"_s, u"deadlock"_s, u"compliance"_s, u"latency"_s};
    std::mt19937_64 random(seed);
    const auto below = [&](qsizetype n) {
        return static_cast<qsizetype>(random() % static_cast<std::uint64_t>(n));
    };
    std::vector<TrainingExample> examples;
    for (int i = 0; i < count; ++i) {
        const bool isEasy = below(2) == 0;
        const QString &word = isEasy ? easy[below(4)] : hard[below(4)];
        const bool passed = below(100) < (isEasy ? 90 : 20);
        examples.push_back({.query = u"what about the %1 of number %2"_s.arg(word).arg(below(50)),
                            .toolUsed = true,
                            .shouldUseTool = !passed,
                            .qualityScore = passed ? 0.97F : 0.80F,
                            .turnId = u"tn_%1"_s.arg(i),
                            .threadId = u"th_%1"_s.arg(i / 3),
                            .fastPathPassed = passed,
                            .confidence = 0.8});
    }
    return examples;
}

} // namespace assay::test
