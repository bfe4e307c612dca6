// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/micros.h"
#include "base/time.h"
#include "turn/enums.h"

#include <QtCore/QFlags>
#include <QtCore/QJsonObject>
#include <QtCore/QList>

namespace assay {

/// Why a turn is in the triage queue.
enum class TriageReason : std::uint8_t { FailedGate = 1, LabelledBad = 2, RaisedAlert = 4 };
Q_DECLARE_FLAGS(TriageReasons, TriageReason)
Q_DECLARE_OPERATORS_FOR_FLAGS(TriageReasons)

/// What operators made of a turn.
struct TriageState
{
    bool resolved = false;
    std::optional<UtcTime> resolvedAt{};
    std::optional<float>
        settledScore{}; ///< when it was resolved or put off; a later, worse turn opens it again
    QString assignee{}; ///< empty = nobody
    QString note{};
    std::optional<UtcTime> snoozedUntil{};
    bool reopened = false; ///< came back because it got worse

    bool isSnoozed(UtcTime now) const { return !resolved && snoozedUntil && *snoozedUntil > now; }
    bool isOpen(UtcTime now) const { return !resolved && !isSnoozed(now); }

    bool operator==(const TriageState &) const = default;
};

QJsonObject toJson(const TriageState &state);
TriageState triageStateFrom(const QJsonObject &json);

/// One entry of the queue as the store keeps it.
struct TriageItem
{
    qint64 row = 0; ///< turns.row; names it for as long as the store is there
    qint64 version = 0;
    TriageReasons reasons{};
    QString turnId{};
    QString threadId{};
    int number = 1;
    UtcTime askedAt{};
    TurnStatus status = TurnStatus::Failed;
    bool passed = false;
    std::optional<float> score{};
    float threshold = 0.0F;
    std::optional<float> accuracy{};
    std::optional<float> relevance{};
    std::optional<float> completeness{};
    QString model{};
    Tier tier = Tier::Premium;
    Strategy strategy = Strategy::SearchFirst;
    double confidence = 0.0;
    int attempts = 0;
    Micros cost{};
    std::chrono::microseconds latency{0};
    Label label = Label::None;
    bool judged = false; ///< `issues` were told
    QStringList issues{};
    QString judge{}; ///< the judge's model; empty when unknown
    QString alert{}; ///< the alert it raised last
    TriageState state{};
    int edit = 0; ///< how often its state was changed: what TriageStore::apply() checks

    bool operator==(const TriageItem &) const = default;
};

/// Something an operator does to the state of turns.
struct TriageChange
{
    enum class Kind : std::uint8_t { Assign, Note, Resolve, Reopen, Snooze, Wake };

    Kind kind = Kind::Resolve;
    QString text{};  ///< Assign: to whom, empty = nobody; Note: the note
    UtcTime until{}; ///< Snooze

    bool operator==(const TriageChange &) const = default;
};

/// "assign", "note" … as the audit trail has it.
QString tokenOf(TriageChange::Kind kind);

/// What becomes of a state. Pure.
TriageState changed(TriageState state, const TriageChange &change, std::optional<float> score, UtcTime now);

/// A turn and the state of it that the operator saw.
struct TriageTarget
{
    qint64 row = 0;
    int edit = 0;

    bool operator==(const TriageTarget &) const = default;
};

/// What became of a change.
struct TriageOutcome
{
    int changed = 0;
    QStringList conflicts{}; ///< turns that somebody else changed meanwhile; they were left alone

    bool operator==(const TriageOutcome &) const = default;
};

/// A label to send once more through the log, to take one back.
struct TriageRelabel
{
    QString turnId{};
    QString threadId{};
    Label label = Label::None;
    QString note{};

    bool operator==(const TriageRelabel &) const = default;
};

/// What undo did. `action` empty: there was nothing left to undo.
struct TriageUndone
{
    QString action{};
    int changed = 0;
    QStringList conflicts{};
    QList<TriageRelabel> labels{};

    bool operator==(const TriageUndone &) const = default;
};

/// One line of the audit trail.
struct TriageLogEntry
{
    UtcTime at{};
    QString who{};
    QString action{};
    QString turnId{};
    QString fact{}; ///< plain words and figures that belong to the action
    bool undone = false;

    bool operator==(const TriageLogEntry &) const = default;
};

/// A filter with a name, kept in the store.
struct TriageView
{
    QString name{};
    QString filter{};
    QString scope{};    ///< token
    QString grouping{}; ///< token

    bool operator==(const TriageView &) const = default;
};

/// How far a judge's scores of one answer lie apart, over all that were judged again.
struct JudgeSpread
{
    QString judge{};
    qint64 repeats = 0;
    double variance = 0.0;

    bool operator==(const JudgeSpread &) const = default;
};

/// Could the judge say the opposite when asked again? True when the score is within two standard deviations
/// of its repeats from the threshold. A judge that always says the same is never too close.
bool isTooCloseToCall(std::optional<float> score, float threshold, double variance);

} // namespace assay
