// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "learning/like_turns.h"

#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

namespace assay {

/// One figure as recorded and under the changed policy.
struct WhatIfFigure
{
    double recorded = 0.0;
    double predicted = 0.0;
    double low = 0.0; ///< 95 % interval; both as `predicted` when every turn is exact
    double high = 0.0;

    bool operator==(const WhatIfFigure &) const = default;
};

/// What a changed policy would have done with recorded turns.
struct WhatIfAnswer
{
    qint64 turns = 0;     ///< that the figures are of: exact + estimated
    qint64 exact = 0;     ///< the recorded attempts determine the outcome
    qint64 estimated = 0; ///< from like turns
    qint64 leftOut = 0;   ///< nothing like them is recorded; at most 1 %
    qint64 skipped = 0;   ///< never judged

    WhatIfFigure passRate{};     ///< share, [0, 1]
    WhatIfFigure cost{};         ///< micro-dollars a query
    WhatIfFigure p95{};          ///< microseconds
    WhatIfFigure premiumShare{}; ///< share of the turns that a premium model drafted for at least once
    WhatIfFigure retries{};      ///< attempts after the first, a query

    qint64 toPass = 0; ///< exact turns that failed and would have passed
    qint64 toFail = 0;
    double estimatedToPass = 0.0; ///< of the estimated turns, expected
    double estimatedToFail = 0.0;
    QStringList toPassIds{}; ///< the newest, as WhatIfLimits::listed says
    QStringList toFailIds{};

    bool operator==(const WhatIfAnswer &) const = default;
};

struct WhatIfLimits
{
    int enough = 30; ///< judged turns in all, and like attempts behind every estimate, at least
    int listed = 100;
    double leftOut = 0.01; ///< share of turns that may be left out before the answer is refused
};

/// Replays the recorded turns under the changed policy. Turns whose outcome the recorded attempts do not
/// determine are estimated from attempts like the one that is due, within 0.05 of its confidence or of the
/// score before it. The intervals cover both that those are a sample, and that a turn is not its average;
/// without exploration like turns lie on one side of the old threshold, and an estimate may be off by what
/// changes within 0.05.
/// @param like of the same `recorded`
/// @errors InvalidArgument in words: too few turns, or a policy that goes where nothing was recorded
Result<WhatIfAnswer> whatIf(const RecordedTurns &recorded, const LikeTurns &like, const PolicyEdit &edit,
                            const WhatIfLimits &limits = {});

QJsonObject toJson(const WhatIfAnswer &answer);

} // namespace assay
