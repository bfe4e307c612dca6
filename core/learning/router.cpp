// SPDX-License-Identifier: Apache-2.0
#include "learning/router.h"

#include "base/tr.h"

namespace assay {

namespace {

QString two(double value)
{
    return QString::number(value, 'f', 2);
}

QString strongestFeature(const Prediction &prediction)
{
    if (prediction.contributions.isEmpty())
        return {};
    const Contribution &first = prediction.contributions.first();
    return first.value * first.weight < 0 ? Tr::tr(" Lowered most by %1.").arg(first.feature)
                                          : Tr::tr(" Raised most by %1.").arg(first.feature);
}

QString reasonFor(const Policy &policy, const Prediction &prediction, bool fast)
{
    if (policy.dualPath)
        return Tr::tr("Dual path is on: the fast and the premium path run side by side.");
    if (policy.multiStrategy)
        return Tr::tr("Multi-strategy is on: several ways run side by side and vote.");
    if (!policy.cascade)
        return Tr::tr("The cascade is off: every turn goes to the premium model.");
    const QString numbers = two(prediction.confidence);
    const QString threshold = two(static_cast<double>(policy.confidenceThreshold));
    return (fast ? Tr::tr("Confidence %1 reaches %2: fast model, direct answer.")
                 : Tr::tr("Confidence %1 is below %2: premium model, search first."))
               .arg(numbers, threshold) +
           strongestFeature(prediction);
}

} // namespace

RouteChoice chooseRoute(const Policy &policy, double confidence)
{
    const bool fast = policy.cascade && static_cast<float>(confidence) >= policy.confidenceThreshold;
    RouteChoice choice{.tier = fast ? Tier::Fast : Tier::Premium,
                       .strategy = fast ? Strategy::Direct : Strategy::SearchFirst};
    if (policy.dualPath)
        choice.strategy = Strategy::DualPath;
    else if (policy.multiStrategy)
        choice.strategy = Strategy::MultiStrategy;
    return choice;
}

Route routeTurn(const Policy &policy, const Prediction &prediction)
{
    const RouteChoice choice = chooseRoute(policy, prediction.confidence);
    const bool fast = choice.tier == Tier::Fast;
    return {.confidence = prediction.confidence,
            .contributions = prediction.contributions,
            .predictor = prediction.predictor,
            .tier = choice.tier,
            .strategy = choice.strategy,
            .model = fast ? policy.fastModel : policy.premiumModel,
            .reason = reasonFor(policy, prediction, fast)};
}

} // namespace assay
