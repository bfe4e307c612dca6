// SPDX-License-Identifier: Apache-2.0
#include "store/triage_table.h"

#include "store/triage_entry.h"

#include <algorithm>
#include <array>

namespace assay {

namespace {

constexpr std::array scopeTokens{
    EnumToken<TriageScope>{TriageScope::Open, "open"},
    EnumToken<TriageScope>{TriageScope::Mine, "mine"},
    EnumToken<TriageScope>{TriageScope::Snoozed, "snoozed"},
    EnumToken<TriageScope>{TriageScope::Resolved, "resolved"},
    EnumToken<TriageScope>{TriageScope::All, "all"},
};

constexpr std::array groupingTokens{
    EnumToken<TriageGrouping>{TriageGrouping::Issue, "issue"},
    EnumToken<TriageGrouping>{TriageGrouping::Model, "model"},
    EnumToken<TriageGrouping>{TriageGrouping::Thread, "thread"},
    EnumToken<TriageGrouping>{TriageGrouping::Similar, "similar"},
};

constexpr float none = std::numeric_limits<float>::quiet_NaN();

std::optional<float> told(float score)
{
    return score == score ? std::optional(score) : std::nullopt;
}

std::optional<UtcTime> timeOf(qint64 us)
{
    return us == triageNoTime ? std::nullopt : std::optional(fromMicros(us));
}

qint64 microsOf(const std::optional<UtcTime> &time)
{
    return time ? toMicros(*time) : triageNoTime;
}

} // namespace

template<>
std::span<const EnumToken<TriageScope>> enumTokens<TriageScope>()
{
    return scopeTokens;
}

template<>
std::span<const EnumToken<TriageGrouping>> enumTokens<TriageGrouping>()
{
    return groupingTokens;
}

TriageTable::TriageTable() = default;

TriageTable::~TriageTable() = default;

quint32 TriageTable::Names::add(const QString &text)
{
    const auto known = m_ids.constFind(text);
    if (known != m_ids.constEnd())
        return *known;
    const auto id = static_cast<quint32>(m_texts.size());
    m_texts.push_back(text);
    m_ids.insert(text, id);
    return id;
}

std::optional<quint32> TriageTable::Names::find(const QString &text) const
{
    const auto known = m_ids.constFind(text);
    return known == m_ids.constEnd() ? std::nullopt : std::optional(*known);
}

qsizetype TriageTable::size() const
{
    return static_cast<qsizetype>(m_entries.size());
}

void TriageTable::put(const TriageItem &item)
{
    const std::optional<quint32> known = placeOf(item.row);
    const quint32 place = known.value_or(static_cast<quint32>(m_entries.size()));
    if (!known) {
        m_entries.push_back({.turnAt = static_cast<quint32>(m_turnIds.size()),
                             .turnLength = static_cast<quint16>(item.turnId.size())});
        m_turnIds += item.turnId;
        m_places.insert(item.row, place);
        m_order.push_back(place);
    }
    Entry &entry = m_entries[place];
    if (known && entry.askedUs != toMicros(item.askedAt))
        m_sorted = 0;
    m_version = std::max(m_version, item.version);
    entry.row = item.row;
    entry.version = item.version;
    entry.askedUs = toMicros(item.askedAt);
    entry.snoozedUs = microsOf(item.state.snoozedUntil);
    entry.resolvedUs = microsOf(item.state.resolvedAt);
    entry.costMicros = item.cost.value;
    entry.latencyUs = item.latency.count();
    entry.confidence = item.confidence;
    entry.score = item.score.value_or(none);
    entry.threshold = item.threshold;
    entry.accuracy = item.accuracy.value_or(none);
    entry.relevance = item.relevance.value_or(none);
    entry.completeness = item.completeness.value_or(none);
    entry.settledScore = item.state.settledScore.value_or(none);
    entry.thread = m_names.add(item.threadId);
    entry.model = m_names.add(item.model);
    entry.assignee = m_names.add(item.state.assignee);
    entry.judge = m_names.add(item.judge);
    entry.alert = m_names.add(item.alert);
    entry.issues = m_issueSets.add(item.issues.join(u'\n'));
    if (entry.issues == m_issues.size()) {
        m_issues.push_back(item.issues);
        m_firstIssues.push_back(m_names.add(item.issues.value(0)));
    }
    entry.number = item.number;
    entry.attempts = item.attempts;
    entry.edit = item.edit;
    entry.reasons = static_cast<quint8>(item.reasons.toInt());
    entry.status = item.status;
    entry.tier = item.tier;
    entry.strategy = item.strategy;
    entry.label = item.label;
    entry.passed = item.passed;
    entry.judged = item.judged;
    entry.resolved = item.state.resolved;
    entry.reopened = item.state.reopened;
    if (item.state.note.isEmpty())
        m_notes.remove(place);
    else
        m_notes.insert(place, item.state.note);
}

std::optional<quint32> TriageTable::placeOf(qint64 row) const
{
    const auto known = m_places.constFind(row);
    return known == m_places.constEnd() ? std::nullopt : std::optional(*known);
}

TriageItem TriageTable::at(quint32 place) const
{
    const Entry &entry = m_entries[place];
    return {.row = entry.row,
            .version = entry.version,
            .reasons = TriageReasons::fromInt(entry.reasons),
            .turnId = m_turnIds.mid(entry.turnAt, entry.turnLength),
            .threadId = m_names.at(entry.thread),
            .number = entry.number,
            .askedAt = fromMicros(entry.askedUs),
            .status = entry.status,
            .passed = entry.passed,
            .score = told(entry.score),
            .threshold = entry.threshold,
            .accuracy = told(entry.accuracy),
            .relevance = told(entry.relevance),
            .completeness = told(entry.completeness),
            .model = m_names.at(entry.model),
            .tier = entry.tier,
            .strategy = entry.strategy,
            .confidence = entry.confidence,
            .attempts = entry.attempts,
            .cost = {entry.costMicros},
            .latency = std::chrono::microseconds(entry.latencyUs),
            .label = entry.label,
            .judged = entry.judged,
            .issues = m_issues[entry.issues],
            .judge = m_names.at(entry.judge),
            .alert = m_names.at(entry.alert),
            .state = {.resolved = entry.resolved,
                      .resolvedAt = timeOf(entry.resolvedUs),
                      .settledScore = told(entry.settledScore),
                      .assignee = m_names.at(entry.assignee),
                      .note = m_notes.value(place),
                      .snoozedUntil = timeOf(entry.snoozedUs),
                      .reopened = entry.reopened},
            .edit = entry.edit};
}

/// Entries come in about the order they are asked in, so most of the order is there already.
void TriageTable::sort()
{
    const auto newer = [this](quint32 a, quint32 b) {
        const qint64 left = m_entries[a].askedUs;
        const qint64 right = m_entries[b].askedUs;
        return left != right ? left > right : m_entries[a].row > m_entries[b].row;
    };
    const auto middle = m_order.begin() + static_cast<std::ptrdiff_t>(m_sorted);
    std::sort(middle, m_order.end(), newer);
    std::inplace_merge(m_order.begin(), middle, m_order.end(), newer);
    m_sorted = m_order.size();
}

} // namespace assay
