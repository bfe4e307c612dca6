// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/turn.h"

#include <optional>

namespace assay::ui {

/// One answer of a turn that can be compared with another.
struct ComparedAnswer
{
    QString name{}; ///< "Attempt 2 · premium-70b"
    int attempt = 0;
    Candidate candidate{};

    bool operator==(const ComparedAnswer &) const = default;
};

/// Every candidate that gave an answer, in the order of the attempts.
QList<ComparedAnswer> comparedAnswers(const Turn &turn);

/// One fact of both, and what changed from left to right.
struct ComparedFact
{
    QString name{};
    QString left{};
    QString right{};
    QString change{}; ///< "+0.15"; empty where there is no difference to tell
    std::optional<double> leftScore{};
    std::optional<double> rightScore{};

    bool operator==(const ComparedFact &) const = default;
};
QList<ComparedFact> comparedFacts(const ComparedAnswer &left, const ComparedAnswer &right);

/// What the retries between two attempts changed, in their order; empty within one attempt.
QStringList changesBetween(const Turn &turn, int oneAttempt, int otherAttempt);

} // namespace assay::ui
