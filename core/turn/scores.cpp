// SPDX-License-Identifier: Apache-2.0
#include "turn/scores.h"

#include <cmath>

namespace assay {

std::optional<float> meanOf(const Scores &scores)
{
    if (!scores.accuracy || !scores.relevance || !scores.completeness)
        return std::nullopt;
    return (*scores.accuracy + *scores.relevance + *scores.completeness) / 3.0F;
}

bool isScore(double value)
{
    return std::isfinite(value) && value >= 0.0 && value <= 1.0;
}

Usage &Usage::operator+=(const Usage &other)
{
    promptTokens += other.promptTokens;
    completionTokens += other.completionTokens;
    estimated = estimated || other.estimated;
    return *this;
}

Cost &Cost::operator+=(const Cost &other)
{
    amount += other.amount;
    estimated = estimated || other.estimated;
    return *this;
}

} // namespace assay
