// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learning/answer_pairs.h"

#include <QtCore/QJsonObject>

#include <span>

namespace assay {

/// Quality when a share of the questions goes to the strong model.
struct RoutingPoint
{
    double strongShare = 0.0;          ///< [0, 1]
    double quality = 0.0;              ///< mean, [0, 1]
    std::optional<double> threshold{}; ///< of the router: scores below it go to the strong model

    bool operator==(const RoutingPoint &) const = default;
};

/// What any routing between two models can be worth on these questions.
struct RoutingCurve
{
    qint64 pairs = 0;
    double weak = 0.0;   ///< mean quality of the weak model alone
    double strong = 0.0; ///< of the strong one alone
    double either = 0.0; ///< of the better answer to each question: nothing can be above
    double worse = 0.0;  ///< of the worse one: nothing can be below
    /// Share of the questions that the oracle sends to the strong model to reach `either`.
    double oracleShare = 0.0;
    /// How often a verifier that picks one of both answers must be right for the cascade to equal the strong
    /// model alone; below it the cascade is worse. Absent where both answers are always alike.
    std::optional<double> breakEven{};

    QList<RoutingPoint> random{}; ///< at every tenth
    QList<RoutingPoint> oracle{}; ///< at most so many to the strong model, those that gain most first
    QList<RoutingPoint> router{}; ///< from scores, at most 101 points; empty without them

    /// Share of the gap from weak to strong that the router closes, on average over all shares: 0.5 is
    /// random. Absent without scores, or without a gap. @source RouteLLM (Ong et al., 2024), APGR
    std::optional<double> averageGapClosed{};
    /// Share to the strong model from which on the router closes 50 % and 80 % of the gap. @source ibid., CPT
    std::optional<double> shareForHalf{};
    std::optional<double> shareForMost{};

    bool operator==(const RoutingCurve &) const = default;
};

/// Counts it out. @param pairs at least one; the router's line needs a score on every one
RoutingCurve routingCurve(std::span<const AnswerPair> pairs);

/// The whole of it; absent is null.
QJsonObject toJson(const RoutingCurve &curve);

} // namespace assay
