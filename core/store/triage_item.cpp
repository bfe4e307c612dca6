// SPDX-License-Identifier: Apache-2.0
#include "store/triage_item.h"

#include <cmath>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

QJsonValue timeJson(const std::optional<UtcTime> &time)
{
    return time ? QJsonValue(toMicros(*time)) : QJsonValue();
}

std::optional<UtcTime> timeFrom(const QJsonValue &json)
{
    return json.isDouble() ? std::optional(fromMicros(json.toInteger())) : std::nullopt;
}

} // namespace

QJsonObject toJson(const TriageState &state)
{
    return {{u"resolved"_s, state.resolved},
            {u"resolved_us"_s, timeJson(state.resolvedAt)},
            {u"settled_score"_s,
             state.settledScore ? QJsonValue(static_cast<double>(*state.settledScore)) : QJsonValue()},
            {u"assignee"_s, state.assignee},
            {u"note"_s, state.note},
            {u"snoozed_until_us"_s, timeJson(state.snoozedUntil)},
            {u"reopened"_s, state.reopened}};
}

TriageState triageStateFrom(const QJsonObject &json)
{
    const QJsonValue score = json.value("settled_score"_L1);
    return {.resolved = json.value("resolved"_L1).toBool(),
            .resolvedAt = timeFrom(json.value("resolved_us"_L1)),
            .settledScore =
                score.isDouble() ? std::optional(static_cast<float>(score.toDouble())) : std::nullopt,
            .assignee = json.value("assignee"_L1).toString(u""_s),
            .note = json.value("note"_L1).toString(u""_s),
            .snoozedUntil = timeFrom(json.value("snoozed_until_us"_L1)),
            .reopened = json.value("reopened"_L1).toBool()};
}

QString tokenOf(TriageChange::Kind kind)
{
    switch (kind) {
    case TriageChange::Kind::Assign: return u"assign"_s;
    case TriageChange::Kind::Note: return u"note"_s;
    case TriageChange::Kind::Resolve: return u"resolve"_s;
    case TriageChange::Kind::Reopen: return u"reopen"_s;
    case TriageChange::Kind::Snooze: return u"snooze"_s;
    case TriageChange::Kind::Wake: return u"wake"_s;
    }
    Q_UNREACHABLE();
}

TriageState changed(TriageState state, const TriageChange &change, std::optional<float> score, UtcTime now)
{
    switch (change.kind) {
    case TriageChange::Kind::Assign: state.assignee = change.text; return state;
    case TriageChange::Kind::Note: state.note = change.text; return state;
    case TriageChange::Kind::Resolve:
        if (state.resolved)
            return state;
        state.resolved = true;
        state.resolvedAt = now;
        state.settledScore = score;
        state.snoozedUntil.reset();
        state.reopened = false;
        return state;
    case TriageChange::Kind::Reopen:
        state.resolved = false;
        state.resolvedAt.reset();
        state.settledScore.reset();
        return state;
    case TriageChange::Kind::Snooze:
        state.resolved = false;
        state.resolvedAt.reset();
        state.snoozedUntil = change.until;
        state.settledScore = score;
        state.reopened = false;
        return state;
    case TriageChange::Kind::Wake:
        state.snoozedUntil.reset();
        state.settledScore.reset();
        return state;
    }
    Q_UNREACHABLE();
}

bool isTooCloseToCall(std::optional<float> score, float threshold, double variance)
{
    return score && variance > 0.0 &&
           std::abs(static_cast<double>(*score) - static_cast<double>(threshold)) <=
               2.0 * std::sqrt(variance);
}

} // namespace assay
