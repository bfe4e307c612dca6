// SPDX-License-Identifier: Apache-2.0
#include "learning/linear_fit.h"

#include <linear.h>

#include <algorithm>
#include <array>
#include <memory>

namespace assay {

namespace {

struct ModelDeleter
{
    void operator()(::model *fitted) const { free_and_destroy_model(&fitted); }
};

/// All features of all examples, ended by -1 each, as LIBLINEAR wants them.
struct Nodes
{
    std::vector<feature_node> all{};
    std::vector<feature_node *> rows{};
    std::vector<double> targets{};

    explicit Nodes(std::span<const LinearExample *const> examples)
    {
        std::size_t count = 0;
        for (const LinearExample *one : examples)
            count += one->features.size() + 2;
        all.reserve(count);
        for (const LinearExample *one : examples) {
            const auto times = static_cast<std::size_t>(std::max(1, one->standsFor));
            rows.insert(rows.end(), times, all.data() + all.size());
            for (const TextFeature &feature : one->features)
                all.push_back({static_cast<int>(feature.index) + 1, static_cast<double>(feature.value)});
            all.push_back({static_cast<int>(textFeatureCount) + 1, 1.0}); // the bias
            all.push_back({-1, 0.0});
            targets.insert(targets.end(), times, one->isTrue ? 1.0 : -1.0);
        }
    }
};

} // namespace

LinearModel fitLinear(std::span<const LinearExample *const> examples, double regularisation, bool balanced)
{
    constexpr double precision = 0.001;
    Nodes nodes(examples);
    const problem question{.l = static_cast<int>(nodes.rows.size()),
                           .n = static_cast<int>(textFeatureCount) + 1,
                           .y = nodes.targets.data(),
                           .x = nodes.rows.data(),
                           .bias = 1.0};
    const auto count = static_cast<double>(nodes.rows.size());
    const auto positives = static_cast<double>(std::ranges::count(nodes.targets, 1.0));
    std::array<int, 2> labels{1, -1};
    std::array<double, 2> classWeights{count / (2.0 * positives), count / (2.0 * (count - positives))};
    const parameter how{.solver_type = L2R_LR,
                        .eps = precision,
                        .C = regularisation,
                        .nr_weight = balanced ? 2 : 0,
                        .weight_label = labels.data(),
                        .weight = classWeights.data(),
                        .p = 0.1,
                        .init_sol = nullptr};
    set_print_string_function([](const char *) {});
    const std::unique_ptr<::model, ModelDeleter> fitted(::train(&question, &how));
    const double sign = fitted->label[0] == 1 ? 1.0 : -1.0;
    LinearModel result;
    result.weights.reserve(textFeatureCount);
    for (std::uint32_t i = 0; i < textFeatureCount; ++i)
        result.weights.push_back(static_cast<float>(sign * fitted->w[i]));
    result.bias = sign * fitted->w[textFeatureCount];
    return result;
}

double linearValue(const LinearModel &model, const std::vector<TextFeature> &features)
{
    double sum = model.bias;
    for (const TextFeature &feature : features)
        sum += static_cast<double>(model.weights[feature.index]) * static_cast<double>(feature.value);
    return sum;
}

} // namespace assay
