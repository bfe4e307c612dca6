// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learning/replay.h"

namespace assay {

/// What became of turns under one way of routing.
struct RoutedOutcome
{
    double passRate = 0.0; ///< share, [0, 1]
    double cost = 0.0;     ///< micro-dollars a query

    bool operator==(const RoutedOutcome &) const = default;
};

/// The ends that any routing lies between, from turns that exploration ran through both tiers.
struct RoutingBounds
{
    qint64 turns = 0;
    RoutedOutcome fast{};    ///< everything to the fast model first
    RoutedOutcome premium{}; ///< everything to the premium model
    RoutedOutcome oracle{};  ///< each to the cheaper tier that passes in the end, else to the cheaper one
    /// How often a verifier that picks one of both first answers must be right for the cascade to equal the
    /// premium model alone. Absent where both are always alike.
    std::optional<double> breakEven{};

    bool operator==(const RoutingBounds &) const = default;
};

/// Counts it out under the changed policy. nullopt where fewer than `enough` turns tell both.
std::optional<RoutingBounds> routingBounds(const RecordedTurns &recorded, const PolicyEdit &edit,
                                           qint64 enough = 30);

} // namespace assay
