// SPDX-License-Identifier: Apache-2.0
#include "store/row_sums.h"

#include <limits>
#include <string>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rowsBetweenLooks = 4096;

SQLite::Statement prepared(SQLite::Database &database, const char *name, const QString &condition = {})
{
    return {database, sqlCatalogue().find(std::string_view(name))->second +
                          (condition.isEmpty() ? QString() : u" AND "_s + condition).toStdString()};
}

void bindValues(Query &query, const FilterSql &filter)
{
    for (const auto &value : filter.values)
        std::visit([&query](const auto &one) { query << one; }, value);
}

std::optional<float> narrowed(const std::optional<double> &value)
{
    return value ? std::optional(static_cast<float>(*value)) : std::nullopt;
}

} // namespace

FilterSql readingCondition(const RowSums::Wanted &wanted)
{
    if (!wanted.filter)
        return {.where = u"1"_s};
    if (wanted.rows == FilterUse::Events)
        return {.where = u'(' + wanted.filter->where + u')', .values = wanted.filter->values};
    return {.where = u"e.turn IN (SELECT n.id FROM turns AS t JOIN names AS n ON n.text = t.id WHERE "_s +
                     wanted.filter->where + u')',
            .values = wanted.filter->values};
}

RowSums::RowSums(SQLite::Database &database, Wanted wanted)
    : m_database(database), m_wanted(std::move(wanted))
{
}

bool RowSums::run()
{
    return addReadings() && addCalls() && addTurns();
}

bool RowSums::goOn()
{
    return ++m_rows % rowsBetweenLooks != 0 || !m_wanted.token.isCancelled();
}

bool RowSums::addReadings()
{
    const FilterSql condition = readingCondition(m_wanted);
    SQLite::Statement statement = prepared(m_database, "readings_to_sum", condition.where);
    Query query(statement);
    query << m_wanted.fromUs << m_wanted.toUs;
    bindValues(query, condition);
    while (query.next()) {
        qint64 timeUs = 0;
        QByteArray scope;
        std::optional<double> score;
        std::array<std::optional<double>, 4> parts; // accuracy, relevance, completeness; threshold
        QualityFields quality;
        qint64 model = 0;
        QByteArray issues;
        qint64 turn = 0;
        TurnSums sums;
        query.read(timeUs, scope, score, parts[0], parts[1], parts[2], quality.passed, parts[3],
                   quality.latencyMs, quality.retryCount, model, issues, turn, sums.tools, sums.calls,
                   sums.costMicros);
        quality.scope = Utf8(scope.constData(), static_cast<std::size_t>(scope.size()));
        if (m_wanted.filter && quality.scope != "quality")
            continue;
        quality.scores = {.accuracy = narrowed(parts[0]),
                          .relevance = narrowed(parts[1]),
                          .completeness = narrowed(parts[2])};
        quality.threshold = narrowed(parts[3]);
        m_sums.addQuality(timeUs, quality, narrowed(score), model);
        if (quality.scope == "quality") {
            addIssues(timeUs, issues.toStdString());
            if (turn != 0) {
                m_sums.addTurnOfReading(timeUs, sums);
                if (m_wanted.filter)
                    m_turns.insert(turn);
            }
        }
        if (!goOn())
            return false;
    }
    return true;
}

/// An issue counts once a response, however often it is named there.
void RowSums::addIssues(qint64 timeUs, const std::string &lines)
{
    QSet<qint64> seen;
    for (const QByteArray &issue : QByteArray::fromStdString(lines).split('\n')) {
        if (issue.isEmpty())
            continue;
        auto known = m_issues.find(issue);
        if (known == m_issues.end()) {
            SQLite::Statement statement = prepared(m_database, "name_id");
            Query query(statement);
            query << QString::fromUtf8(issue);
            qint64 id = 0;
            if (query.next())
                query.read(id);
            known = m_issues.insert(issue, id);
        }
        if (!seen.contains(*known))
            m_sums.addIssue(timeUs, *known);
        seen.insert(*known);
    }
}

bool RowSums::addCalls()
{
    SQLite::Statement statement = prepared(m_database, "calls_to_sum");
    Query query(statement);
    query << m_wanted.fromUs << m_wanted.toUs;
    while (query.next()) {
        qint64 timeUs = 0;
        qint64 model = 0;
        qint64 purpose = 0;
        qint64 turn = 0;
        LlmFields call;
        query.read(timeUs, model, purpose, call.promptTokens, call.completionTokens, call.costMicros,
                   call.estimated, call.durationUs, turn);
        if (isWanted(turn))
            m_sums.addLlm(timeUs, call, model, purpose);
        if (!goOn())
            return false;
    }
    return true;
}

bool RowSums::addTurns()
{
    SQLite::Statement statement = prepared(m_database, "turns_to_sum");
    Query query(statement);
    query << m_wanted.fromUs << m_wanted.toUs;
    while (query.next()) {
        TurnOutcome outcome{.judged = true};
        QString status;
        qint64 turn = 0;
        query.read(outcome.timeUs, status, outcome.confidence, outcome.policyRevision, outcome.firstTierFast,
                   outcome.fastPathPassed, turn);
        outcome.passed = status == "passed"_L1;
        if (isWanted(turn))
            m_sums.addTurn(outcome);
        if (!goOn())
            return false;
    }
    return true;
}

void buildRollupCells(SQLite::Database &database)
{
    RowSums rows(database, {});
    rows.run();
    Rollups &sums = rows.sums();
    SQLite::Statement eventRows = prepared(database, "events_to_sum");
    Query events(eventRows);
    while (events.next()) {
        qint64 minute = 0;
        qint64 count = 0;
        qint64 late = 0;
        qint64 future = 0;
        events.read(minute, count, late, future);
        sums.addEvents(minute, count, late, future);
    }
    SQLite::Statement oldRows(
        database, "SELECT minute, duplicates, conflicts, echoes, undecodable, tombstones, missing "
                  "FROM rollup_events");
    Query old(oldRows);
    while (old.next()) {
        qint64 minute = 0;
        std::array<qint64, 6> counts{};
        old.read(minute, counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
        for (std::size_t i = 0; i < counts.size(); ++i)
            sums.count(static_cast<RollupSum>(static_cast<std::size_t>(RollupSum::Duplicates) + i),
                       minute * 60'000'000, counts[i]);
    }
    SQLite::Statement set = prepared(database, "set_rollup_cell");
    for (const auto &[id, cell] : cellsWithSpans(sums.cells())) {
        Query query(set);
        (query << id << cell.encoded()).run();
    }
}

} // namespace assay
