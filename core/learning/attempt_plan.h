// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learning/router.h"

namespace assay {

/// What kind of attempt it is, without the texts it carries: all that replaying a policy needs.
struct AttemptShape
{
    int number = 1;
    RouteChoice way{};
    std::optional<RetryStrategy> retryStrategy{}; ///< none for the first

    bool operator==(const AttemptShape &) const = default;
};

/// The attempt that follows `previous` when it did not pass.
AttemptShape nextShape(const AttemptShape &previous, const Policy &policy);

/// What one attempt will do. The first comes from the route, later ones from a retry strategy.
struct AttemptPlan
{
    int number = 1;
    Strategy strategy = Strategy::SearchFirst;
    Tier tier = Tier::Premium;
    QString model{};
    std::optional<RetryStrategy> retryStrategy{};
    bool strongerPrompt = false; ///< adds the stricter instruction
    bool refine = false;         ///< shows the previous answer and asks to improve it
    bool forceTools = false;     ///< retrieves even for a direct answer, and insists on using it
    QStringList judgeNotes{};    ///< what the judge missed, told to the next draft
    QString previousAnswer{};
    QStringList changes{}; ///< in words, for people

    bool operator==(const AttemptPlan &) const = default;
};

/// The first attempt, from the route.
AttemptPlan firstPlan(const Route &route);

/// Innovation 1: what the chosen retry strategy changes after `previous` did not pass. Pure.
///
/// UpgradeModel from the premium tier, where nothing is left to upgrade to, becomes
/// StrongerPrompt, and `changes` says so. A direct answer that is upgraded searches first.
AttemptPlan retryPlan(const AttemptPlan &previous, const Attempt &failed, const Policy &policy);

/// Notes a judge's opinion gives to the next draft: its issues and its "Missing: …" lines.
QStringList judgeNotes(const Judgement &judgement);

} // namespace assay
