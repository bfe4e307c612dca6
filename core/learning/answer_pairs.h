// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QtCore/QList>

#include <optional>
#include <vector>

namespace assay {

/// One question that a weak and a strong model both answered.
struct AnswerPair
{
    QString id{};
    double weak = 0.0;             ///< how good the weak answer is, [0, 1]; right or wrong: 1 or 0
    double strong = 0.0;           ///< the same of the strong one
    std::optional<double> score{}; ///< a router's belief that the weak answer will do; higher is surer

    bool operator==(const AnswerPair &) const = default;
};

/// Reads JSON lines with `id` and either `weak_ok`/`strong_ok` (true or false) or
/// `weak_score`/`strong_score` ([0, 1]). Other members are left alone, empty lines too.
/// @errors InvalidArgument naming the line, also for an id that is there twice and for no pair at all
Result<std::vector<AnswerPair>> readAnswerPairs(const QByteArray &lines);

/// Gives each pair its score from JSON lines of `id` and `score`. Scores of other ids are left alone.
/// @errors InvalidArgument naming the line, or the first pair that got none
Result<> addRouterScores(std::vector<AnswerPair> &pairs, const QByteArray &lines);

} // namespace assay
