// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/triage_table.h"

namespace assay {

/// A moment that was not told.
inline constexpr qint64 triageNoTime = std::numeric_limits<qint64>::min();

/// One entry without its texts; names stand for themselves by number. Private to core/store.
struct TriageTable::Entry
{
    quint32 turnAt = 0;
    quint16 turnLength = 0;
    quint8 reasons = 0;
    bool passed = false;
    qint64 row = 0;
    qint64 version = 0;
    qint64 askedUs = 0;
    qint64 snoozedUs = triageNoTime;
    qint64 resolvedUs = triageNoTime;
    qint64 costMicros = 0;
    qint64 latencyUs = 0;
    double confidence = 0.0;
    float score = 0.0F; ///< NaN = not told, like all scores here
    float threshold = 0.0F;
    float accuracy = 0.0F;
    float relevance = 0.0F;
    float completeness = 0.0F;
    float settledScore = 0.0F;
    quint32 thread = 0;
    quint32 model = 0;
    quint32 assignee = 0;
    quint32 judge = 0;
    quint32 alert = 0;
    quint32 issues = 0;
    int number = 1;
    int attempts = 0;
    int edit = 0;
    TurnStatus status{};
    Tier tier{};
    Strategy strategy{};
    Label label{};
    bool judged = false;
    bool resolved = false;
    bool reopened = false;

    bool isSnoozed(qint64 nowUs) const { return !resolved && snoozedUs > nowUs; }
};

} // namespace assay
