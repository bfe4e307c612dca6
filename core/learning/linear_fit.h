// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learning/text_features.h"

#include <span>
#include <vector>

namespace assay {

/// A question's features, and what came true.
struct LinearExample
{
    std::vector<TextFeature> features{};
    bool isTrue = false;
    std::uint64_t group = 0; ///< of its thread: examples of one group are never parted
    int standsFor = 1;       ///< it counts as so many
};

struct LinearModel
{
    double bias = 0.0;
    std::vector<float> weights{}; ///< textFeatureCount of them
};

/// L2-regularised logistic regression by LIBLINEAR's trust region Newton method: no chance in it. Both
/// classes must occur. @param balanced the rarer class weighs as much as the other
LinearModel fitLinear(std::span<const LinearExample *const> examples, double regularisation, bool balanced);

double linearValue(const LinearModel &model, const std::vector<TextFeature> &features);

} // namespace assay
