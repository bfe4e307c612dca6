// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "store/triage_entry.h"
#include "store/triage_similar.h"
#include "turn/filter_getters.h"

#include <algorithm>
#include <array>
#include <utility>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t checkEvery = 4096;

bool speaksOf(const FilterNode &node, FilterColumn column)
{
    if (node.kind == FilterNode::Kind::Clause)
        return node.column == column;
    return std::ranges::any_of(node.children,
                               [column](const FilterNode &child) { return speaksOf(child, column); });
}

std::optional<double> widened(float score)
{
    return score == score ? std::optional(static_cast<double>(score)) : std::nullopt;
}

} // namespace

/// An entry as the filter sees it. Its texts are read when a clause asks for them.
class TriageTable::Row final : public FilterRow
{
public:
    Row(const TriageTable &table, const TextReader &texts) : m_table(table), m_readTexts(texts) {}

    void set(quint32 place)
    {
        m_entry = &m_table.m_entries[place];
        m_read = false;
    }

    std::optional<double> real(FilterColumn column) const override
    {
        if (column == FilterColumn::Score)
            return widened(m_entry->score);
        if (column == FilterColumn::Accuracy)
            return widened(m_entry->accuracy);
        if (column == FilterColumn::Relevance)
            return widened(m_entry->relevance);
        if (column == FilterColumn::Completeness)
            return widened(m_entry->completeness);
        if (column == FilterColumn::Threshold)
            return widened(m_entry->threshold);
        return column == FilterColumn::Confidence ? std::optional(m_entry->confidence) : std::nullopt;
    }

    std::optional<qint64> integer(FilterColumn column) const override
    {
        if (column == FilterColumn::Time)
            return m_entry->askedUs;
        if (column == FilterColumn::Passed)
            return m_entry->passed ? 1 : 0;
        if (column == FilterColumn::Issues)
            return m_entry->judged ? std::optional(m_table.m_issues[m_entry->issues].size()) : std::nullopt;
        if (column == FilterColumn::TurnNumber)
            return m_entry->number;
        if (column == FilterColumn::Retries)
            return std::max(0, m_entry->attempts - 1);
        if (column == FilterColumn::Latency)
            return m_entry->latencyUs;
        return column == FilterColumn::Cost ? std::optional(m_entry->costMicros) : std::nullopt;
    }

    std::optional<FilterTexts> texts(FilterColumn column) const override
    {
        if (column == FilterColumn::Issue)
            return m_entry->judged ? manyFilterTexts(m_table.m_issues[m_entry->issues]) : std::nullopt;
        if (column == FilterColumn::Thread)
            return oneFilterText(m_table.m_names.at(m_entry->thread));
        if (column == FilterColumn::Turn)
            return oneFilterText(QStringView(m_table.m_turnIds).mid(m_entry->turnAt, m_entry->turnLength));
        if (column == FilterColumn::Model)
            return oneFilterText(m_table.m_names.at(m_entry->model));
        if (column == FilterColumn::Tier)
            return oneFilterText(filterToken(m_entry->tier));
        if (column == FilterColumn::Strategy)
            return oneFilterText(filterToken(m_entry->strategy));
        if (column == FilterColumn::Status)
            return oneFilterText(filterToken(m_entry->status));
        if (column == FilterColumn::Label)
            return oneFilterText(filterToken(m_entry->label));
        return column == FilterColumn::Text ? bothTexts() : std::nullopt;
    }

private:
    std::optional<FilterTexts> bothTexts() const
    {
        if (!m_read) {
            m_texts = m_readTexts(m_entry->row);
            m_read = true;
        }
        FilterTexts both;
        both.append(m_texts.question);
        both.append(m_texts.answer);
        return both;
    }

    const TriageTable &m_table;
    const TextReader &m_readTexts;
    const Entry *m_entry = nullptr;
    mutable bool m_read = false;
    mutable Texts m_texts;
};

/// One making of a list.
class TriageTable::Pass
{
public:
    Pass(const TriageTable &table, const TriageQuery &query, const TextReader &texts,
         const CancelToken &token)
        : m_table(table), m_query(query), m_texts(texts), m_token(token)
    {
    }

    Result<TriageListing> run()
    {
        if (!select())
            return fail(Errc::Cancelled, Tr::tr("Cancelled."));
        const bool done = m_query.grouping == TriageGrouping::Similar ? groupByQuestion() : groupByKey();
        if (!done)
            return fail(Errc::Cancelled, Tr::tr("Cancelled."));
        arrange();
        return std::move(m_list);
    }

private:
    struct Found
    {
        quint32 place = 0;
        quint32 group = 0;
    };

    bool select()
    {
        const std::optional<quint32> mine = m_table.m_names.find(m_query.who);
        const qint64 now = toMicros(m_query.now);
        const qint64 day = toMicros(m_query.dayStart);
        Row row(m_table, m_texts);
        std::size_t seen = 0;
        for (const quint32 place : m_table.m_order) {
            if (++seen % checkEvery == 0 && m_token.isCancelled())
                return false;
            const Entry &entry = m_table.m_entries[place];
            if (entry.reasons == 0)
                continue;
            const bool isMine = mine && entry.assignee == *mine;
            if (!count(entry, isMine, now, day))
                continue;
            row.set(place);
            if (m_query.filter.isEmpty() || m_query.filter.matches(row, m_query.now))
                m_found.push_back({.place = place});
        }
        return true;
    }

    /// @return whether the scope holds the entry
    bool count(const Entry &entry, bool isMine, qint64 now, qint64 day)
    {
        const bool snoozed = entry.isSnoozed(now);
        const bool open = !entry.resolved && !snoozed;
        m_list.counts.open += open ? 1 : 0;
        m_list.counts.mine += open && isMine ? 1 : 0;
        m_list.counts.snoozed += snoozed ? 1 : 0;
        m_list.counts.resolved += entry.resolved ? 1 : 0;
        m_list.counts.resolvedToday += entry.resolved && entry.resolvedUs >= day ? 1 : 0;
        switch (m_query.scope) {
        case TriageScope::Open: return open;
        case TriageScope::Mine: return open && isMine;
        case TriageScope::Snoozed: return snoozed;
        case TriageScope::Resolved: return entry.resolved;
        case TriageScope::All: return true;
        }
        Q_UNREACHABLE();
    }

    using Kind = TriageGroup::Kind;

    Kind kindOf(const Entry &entry) const
    {
        if (m_query.grouping == TriageGrouping::Model)
            return Kind::Model;
        if (m_query.grouping == TriageGrouping::Thread)
            return Kind::Thread;
        const auto reasons = TriageReasons::fromInt(entry.reasons);
        if (reasons.testFlag(TriageReason::FailedGate))
            return m_table.m_issues[entry.issues].isEmpty() ? Kind::NoIssue : Kind::Issue;
        return reasons.testFlag(TriageReason::LabelledBad) ? Kind::LabelledBad : Kind::RaisedAlert;
    }

    quint32 keyOf(const Entry &entry, Kind kind) const
    {
        switch (kind) {
        case Kind::Model: return entry.model;
        case Kind::Thread: return entry.thread;
        case Kind::Issue: return m_table.m_firstIssues[entry.issues];
        case Kind::LabelledBad:
        case Kind::RaisedAlert:
        case Kind::NoIssue:
        case Kind::Question:
        case Kind::NotCompared: return static_cast<quint32>(kind);
        }
        Q_UNREACHABLE();
    }

    bool groupByKey()
    {
        constexpr quint32 unknown = std::numeric_limits<quint32>::max();
        // Of issues, models and threads by their names; the rest by their kind.
        std::vector<quint32> named(m_table.m_names.size(), unknown);
        std::array<quint32, 8> others{};
        others.fill(unknown);
        for (Found &found : m_found) {
            const Entry &entry = m_table.m_entries[found.place];
            const Kind kind = kindOf(entry);
            const bool hasName = kind == Kind::Issue || kind == Kind::Model || kind == Kind::Thread;
            const quint32 key = keyOf(entry, kind);
            quint32 &group = hasName ? named[key] : others[key];
            if (group == unknown) {
                group = static_cast<quint32>(m_list.groups.size());
                m_list.groups.append({.kind = kind, .name = hasName ? m_table.m_names.at(key) : QString()});
            }
            found.group = group;
            ++m_list.groups[group].count;
        }
        return !m_token.isCancelled();
    }

    bool groupByQuestion();
    void arrange();

    const TriageTable &m_table;
    const TriageQuery &m_query;
    const TextReader &m_texts;
    const CancelToken &m_token;
    TriageListing m_list;
    std::vector<Found> m_found;
};

/// The newest of the list are compared with each other; older ones beyond the limit are told apart.
bool TriageTable::Pass::groupByQuestion()
{
    QStringList questions;
    for (const Found &found : m_found) {
        if (questions.size() == mostCompared)
            break;
        if (questions.size() % 256 == 0 && m_token.isCancelled())
            return false;
        questions.append(m_texts(m_table.m_entries[found.place].row).question);
    }
    const std::vector<quint32> leaders = similarQuestions(questions, m_token);
    if (std::cmp_less(leaders.size(), questions.size()))
        return false;
    QHash<quint32, quint32> groupOf;
    std::optional<quint32> notCompared;
    for (std::size_t i = 0; i < m_found.size(); ++i) {
        const bool compared = i < leaders.size();
        const auto next = static_cast<quint32>(m_list.groups.size());
        if (compared) {
            const auto known = groupOf.constFind(leaders[i]);
            m_found[i].group = known == groupOf.constEnd() ? *groupOf.insert(leaders[i], next) : *known;
        } else {
            m_found[i].group = notCompared.value_or(next);
            notCompared = m_found[i].group;
        }
        if (m_found[i].group == next)
            m_list.groups.append({.kind = compared ? Kind::Question : Kind::NotCompared,
                                  .name = compared ? questions.at(leaders[i]) : QString()});
        ++m_list.groups[m_found[i].group].count;
    }
    return true;
}

/// The largest group first; entries keep their order within it.
void TriageTable::Pass::arrange()
{
    std::vector<quint32> rank(static_cast<std::size_t>(m_list.groups.size()));
    for (quint32 i = 0; i < rank.size(); ++i)
        rank[i] = i;
    std::ranges::sort(rank, [this](quint32 a, quint32 b) {
        const TriageGroup &left = m_list.groups.at(a);
        const TriageGroup &right = m_list.groups.at(b);
        if (left.count != right.count)
            return left.count > right.count;
        return left.kind != right.kind ? left.kind < right.kind : left.name < right.name;
    });
    QList<TriageGroup> sorted;
    sorted.reserve(m_list.groups.size());
    std::vector<std::size_t> next(rank.size());
    std::size_t first = 0;
    for (const quint32 group : rank) {
        sorted.append(m_list.groups.at(group));
        sorted.last().first = static_cast<qint64>(first);
        next[group] = first;
        first += static_cast<std::size_t>(sorted.last().count);
    }
    m_list.groups = std::move(sorted);
    m_list.places.resize(m_found.size());
    for (const Found &found : m_found)
        m_list.places[next[found.group]++] = found.place;
}

Result<TriageListing> TriageTable::list(const TriageQuery &query, const TextReader &texts,
                                        const CancelToken &token)
{
    if (speaksOf(query.filter.root(), FilterColumn::Tokens))
        return fail(Errc::InvalidArgument,
                    Tr::tr("“%1” is not kept in the store; only live events and captures have it.")
                        .arg(QString::fromLatin1(filterColumn(FilterColumn::Tokens).name)));
    sort();
    return Pass(*this, query, texts, token).run();
}

} // namespace assay
