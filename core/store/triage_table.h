// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/cancel_token.h"
#include "base/result.h"
#include "store/triage_item.h"
#include "turn/filter.h"

#include <QtCore/QHash>

#include <functional>
#include <limits>
#include <memory>
#include <vector>

namespace assay {

/// Which entries a list is made of.
enum class TriageScope : std::uint8_t { Open, Mine, Snoozed, Resolved, All };
enum class TriageGrouping : std::uint8_t { Issue, Model, Thread, Similar };

template<>
std::span<const EnumToken<TriageScope>> enumTokens<TriageScope>();
template<>
std::span<const EnumToken<TriageGrouping>> enumTokens<TriageGrouping>();

struct TriageQuery
{
    Filter filter{}; ///< of the kind FilterUse::Turns
    TriageScope scope = TriageScope::Open;
    TriageGrouping grouping = TriageGrouping::Issue;
    QString who{};      ///< whom TriageScope::Mine means
    UtcTime now{};      ///< what relative times and snoozing count from
    UtcTime dayStart{}; ///< of "resolved today"
};

struct TriageGroup
{
    enum class Kind : std::uint8_t {
        Issue,
        LabelledBad,
        RaisedAlert,
        NoIssue,
        Model,
        Thread,
        Question,
        NotCompared
    };

    Kind kind = Kind::Issue;
    QString name{}; ///< issue, model, thread or the question asked first; empty for the kinds that say it all
    qint64 first = 0; ///< place of its first entry in the list
    qint64 count = 0;

    bool operator==(const TriageGroup &) const = default;
};

/// Of the whole queue, whatever the filter.
struct TriageCounts
{
    qint64 open = 0;
    qint64 mine = 0;
    qint64 snoozed = 0;
    qint64 resolved = 0;
    qint64 resolvedToday = 0;

    bool operator==(const TriageCounts &) const = default;
};

/// A list: groups, the largest first, and in each the newest first.
struct TriageListing
{
    QList<TriageGroup> groups{};
    TriageCounts counts{};
    std::vector<quint32> places{}; ///< of entries in the table, group after group
};

/// The queue in memory, column by column, so that a filter passes over a million entries while a key goes
/// down. Questions and answers stay in the store.
///
/// Threading: an instance belongs to one thread.
class TriageTable
{
public:
    struct Texts
    {
        QString question{};
        QString answer{};
    };
    /// Reads the texts of a row of the store.
    using TextReader = std::function<Texts(qint64 row)>;

    TriageTable();
    ~TriageTable();
    Q_DISABLE_COPY_MOVE(TriageTable)

    /// Adds an entry, or puts a newer version in its place.
    void put(const TriageItem &item);
    qint64 version() const { return m_version; }
    qsizetype size() const;

    /// @errors InvalidArgument (a column that the queue does not keep), Cancelled
    Result<TriageListing> list(const TriageQuery &query, const TextReader &texts, const CancelToken &token);

    TriageItem at(quint32 place) const;
    /// Place of a row of the store; nullopt when it is not in the queue.
    std::optional<quint32> placeOf(qint64 row) const;

    /// Questions of at most so many entries are compared with each other.
    static constexpr qsizetype mostCompared = 20'000;

private:
    struct Entry;
    class Row;
    class Pass;

    /// Texts that many entries share, each once.
    class Names
    {
    public:
        quint32 add(const QString &text);
        std::optional<quint32> find(const QString &text) const;
        const QString &at(quint32 id) const { return m_texts[id]; }
        std::size_t size() const { return m_texts.size(); }

    private:
        QHash<QString, quint32> m_ids;
        std::vector<QString> m_texts;
    };

    void sort();

    qint64 m_version = 0;
    std::vector<Entry> m_entries;
    QHash<qint64, quint32> m_places;
    std::vector<quint32> m_order;       ///< newest first
    std::size_t m_sorted = 0;           ///< so many of m_order are in order
    QString m_turnIds;                  ///< one behind the other
    Names m_names;                      ///< models, threads, people, judges, alerts, issues
    Names m_issueSets;                  ///< issues, one a line
    std::vector<QStringList> m_issues;  ///< by number of the set
    std::vector<quint32> m_firstIssues; ///< the name of each set's first
    QHash<quint32, QString> m_notes;    ///< by place
};

} // namespace assay
