// SPDX-License-Identifier: Apache-2.0
#include "store/filter_columns_sql.h"

#include <array>

namespace assay {

namespace {

using Column = FilterColumn;
using Shape = FilterColumnSql::Shape;

// The judge's reading of the answer that a turn returned.
#define ASSAY_READING(what)                                                                                  \
    "(SELECT r." what " FROM events AS v JOIN quality AS r ON r.id = v.id"                                   \
    " WHERE v.turn = (SELECT id FROM names WHERE text = t.id)"                                               \
    " AND r.scope = (SELECT id FROM names WHERE text = 'quality') ORDER BY v.timestamp_us DESC, v.id DESC "  \
    "LIMIT 1)"
#define ASSAY_ISSUE_LINES(issues)                                                                            \
    "CASE WHEN coalesce(" issues ", '') = '' THEN 0"                                                         \
    " ELSE length(" issues ") - length(replace(" issues ", char(10), '')) + 1 END"
#define ASSAY_STREAM(what) "(SELECT s." what " FROM streams AS s WHERE s.id = coalesce(e.parent, e.id) >> 47)"

constexpr std::array eventColumns{
    FilterColumnSql{Column::Score, Shape::Plain,
                    "coalesce(q.overall, assay_mean(q.accuracy, q.relevance, q.completeness))"},
    FilterColumnSql{Column::Accuracy, Shape::Plain, "q.accuracy"},
    FilterColumnSql{Column::Relevance, Shape::Plain, "q.relevance"},
    FilterColumnSql{Column::Completeness, Shape::Plain, "q.completeness"},
    FilterColumnSql{Column::Passed, Shape::Plain, "q.passed"},
    FilterColumnSql{Column::Threshold, Shape::Plain, "q.threshold"},
    FilterColumnSql{Column::Issue, Shape::Issues, "q.id"},
    FilterColumnSql{
        Column::Issues, Shape::Plain,
        "CASE WHEN q.id IS NOT NULL THEN coalesce(q.issue_count, " ASSAY_ISSUE_LINES("q.issues") ") END"},
    FilterColumnSql{Column::Type, Shape::Name, "e.kind"},
    FilterColumnSql{Column::Event, Shape::NotKept},
    FilterColumnSql{
        Column::Scope, Shape::Plain,
        "coalesce((SELECT text FROM names WHERE id = q.scope), CASE WHEN c.id IS NOT NULL THEN 'llm' END)"},
    FilterColumnSql{Column::Source, Shape::Name, "q.source"},
    FilterColumnSql{Column::Reason, Shape::Never},
    FilterColumnSql{Column::Thread, Shape::Name, "e.thread"},
    FilterColumnSql{Column::Turn, Shape::Name, "e.turn"},
    FilterColumnSql{Column::TurnNumber, Shape::Plain, "q.turn_number"},
    FilterColumnSql{Column::Attempt, Shape::Plain, "q.attempt"},
    FilterColumnSql{Column::Retries, Shape::Plain, "q.retry_count"},
    FilterColumnSql{Column::MessageId, Shape::Plain, "lower(hex(e.message_id))"},
    FilterColumnSql{Column::Tenant, Shape::NotKept},
    FilterColumnSql{Column::Model, Shape::Name, "coalesce(q.model, c.model)"},
    FilterColumnSql{Column::Tier, Shape::Never},
    FilterColumnSql{Column::Strategy, Shape::Never},
    FilterColumnSql{Column::Confidence, Shape::Never},
    FilterColumnSql{Column::Status, Shape::Never},
    FilterColumnSql{Column::Label, Shape::Never},
    FilterColumnSql{Column::Node, Shape::NotKept},
    FilterColumnSql{Column::Tool, Shape::NotKept},
    FilterColumnSql{Column::Category, Shape::Name, "q.category"},
    FilterColumnSql{Column::Application, Shape::Name, "q.application"},
    FilterColumnSql{Column::Topic, Shape::Plain, ASSAY_STREAM("topic")},
    FilterColumnSql{Column::Partition, Shape::Plain, ASSAY_STREAM("partition")},
    FilterColumnSql{Column::Offset, Shape::Plain, "(coalesce(e.parent, e.id) & 140737488355327)"},
    FilterColumnSql{Column::Sequence, Shape::Plain,
                    "CASE WHEN e.sequence < 0 THEN 9223372036854775807 ELSE nullif(e.sequence, 0) END"},
    FilterColumnSql{Column::Time, Shape::Plain, "e.timestamp_us"},
    FilterColumnSql{Column::Latency, Shape::Plain, "coalesce(q.latency_ms * 1000, c.duration_us)"},
    FilterColumnSql{Column::Size, Shape::Plain, "e.size"},
    FilterColumnSql{Column::Compressed, Shape::Plain, "e.compressed"},
    FilterColumnSql{Column::Cost, Shape::Plain, "c.cost_micros"},
    FilterColumnSql{Column::Tokens, Shape::Plain,
                    "CASE WHEN coalesce(c.prompt_tokens, c.completion_tokens) IS NOT NULL"
                    " THEN coalesce(c.prompt_tokens, 0) + coalesce(c.completion_tokens, 0) END"},
    FilterColumnSql{Column::Text, Shape::Plain, "e.summary"},
};

constexpr std::array turnColumns{
    FilterColumnSql{Column::Score, Shape::Plain, "t.score"},
    FilterColumnSql{Column::Accuracy, Shape::Plain, ASSAY_READING("accuracy")},
    FilterColumnSql{Column::Relevance, Shape::Plain, ASSAY_READING("relevance")},
    FilterColumnSql{Column::Completeness, Shape::Plain, ASSAY_READING("completeness")},
    FilterColumnSql{Column::Passed, Shape::Plain, "t.passed"},
    FilterColumnSql{Column::Threshold, Shape::Plain, "t.threshold"},
    FilterColumnSql{Column::Issue, Shape::Issues, ASSAY_READING("id")},
    FilterColumnSql{Column::Issues, Shape::Plain,
                    "(SELECT coalesce(y.issue_count, " ASSAY_ISSUE_LINES(
                        "y.issues") ") FROM quality AS y WHERE y.id = " ASSAY_READING("id") ")"},
    FilterColumnSql{Column::Type},
    FilterColumnSql{Column::Event},
    FilterColumnSql{Column::Scope},
    FilterColumnSql{Column::Source},
    FilterColumnSql{Column::Reason},
    FilterColumnSql{Column::Thread, Shape::Plain, "t.thread_id"},
    FilterColumnSql{Column::Turn, Shape::Plain, "t.id"},
    FilterColumnSql{Column::TurnNumber, Shape::Plain, "t.number"},
    FilterColumnSql{Column::Attempt},
    FilterColumnSql{Column::Retries, Shape::Plain, "max(0, t.attempts - 1)"},
    FilterColumnSql{Column::MessageId},
    FilterColumnSql{Column::Tenant},
    FilterColumnSql{Column::Model, Shape::Plain, "t.model"},
    FilterColumnSql{Column::Tier, Shape::Plain, "t.tier"},
    FilterColumnSql{Column::Strategy, Shape::Plain, "t.strategy"},
    FilterColumnSql{Column::Confidence, Shape::Plain, "t.confidence"},
    FilterColumnSql{Column::Status, Shape::Plain, "t.status"},
    FilterColumnSql{Column::Label, Shape::Plain, "t.label"},
    FilterColumnSql{Column::Node},
    FilterColumnSql{Column::Tool},
    FilterColumnSql{Column::Category},
    FilterColumnSql{Column::Application},
    FilterColumnSql{Column::Topic},
    FilterColumnSql{Column::Partition},
    FilterColumnSql{Column::Offset},
    FilterColumnSql{Column::Sequence},
    FilterColumnSql{Column::Time, Shape::Plain, "t.asked_at_us"},
    FilterColumnSql{Column::Latency, Shape::Plain, "t.latency_us"},
    FilterColumnSql{Column::Size},
    FilterColumnSql{Column::Compressed},
    FilterColumnSql{Column::Cost, Shape::Plain, "t.cost_micros"},
    FilterColumnSql{Column::Tokens, Shape::NotKept},
    FilterColumnSql{Column::Text, Shape::Texts, "t.question\n\nt.answer"},
};

#undef ASSAY_READING
#undef ASSAY_ISSUE_LINES
#undef ASSAY_STREAM

constexpr bool inOrder(const auto &columns)
{
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (static_cast<std::size_t>(columns[i].column) != i)
            return false;
    return columns.size() == static_cast<std::size_t>(Column::Text) + 1;
}
static_assert(inOrder(eventColumns) && inOrder(turnColumns), "both lists follow the enum");

} // namespace

const FilterColumnSql &filterColumnSql(FilterUse rows, FilterColumn column)
{
    const auto index = static_cast<std::size_t>(column);
    return rows == FilterUse::Events ? eventColumns[index] : turnColumns[index];
}

} // namespace assay
