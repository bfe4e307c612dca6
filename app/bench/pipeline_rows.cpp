// SPDX-License-Identifier: Apache-2.0
#include "bench/bench_desk.h"
#include "retrieval/bundled_knowledge.h"
#include "retrieval/local_retriever.h"

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

constexpr Goal overheadGoal{.milliseconds = 2.0};
const QString bareSearch = u"bare search, bundled articles"_s;

/// Asks questions in turn and remembers a turn that did not pass at once.
class Asker
{
public:
    Asker(AgentParts parts, QStringList questions)
        : m_agent(std::move(parts)), m_questions(std::move(questions))
    {
    }

    void ask()
    {
        const Turn turn = askAgent(m_agent, m_questions.at(m_next++ % m_questions.size()));
        if (turn.status != TurnStatus::Passed || turn.attempts.size() != 1 || !turn.error.isEmpty())
            m_problem = turn.error.isEmpty() ? turn.verdict.reason : turn.error;
    }

    Result<> outcome() const
    {
        if (m_problem.isEmpty())
            return {};
        return fail(Errc::Internal, u"A turn did not pass at once: %1"_s.arg(m_problem));
    }

private:
    Agent m_agent;
    QStringList m_questions;
    qsizetype m_next = 0;
    QString m_problem;
};

Result<> addTurns(Report &report, const QString &name, int n, AgentParts parts, const QStringList &questions)
{
    Asker asker(std::move(parts), questions);
    report.add(name, measure(n, [&] { asker.ask(); }), bareSearch).goal = overheadGoal;
    return asker.outcome();
}

/// The same with the log, whose disk is measured beside it.
Result<> addLoggedTurns(Report &report, const BenchPlan &plan, AgentParts parts, const QStringList &questions)
{
    const Result<std::unique_ptr<TurnLog>> log = TurnLog::open(plan.folder + u"/log"_s);
    if (!log)
        return fail(log.error());
    parts.publish = [turnLog = log->get()](const Turn &turn) { return turnLog->publish(turn); };
    Asker asker(std::move(parts), questions);
    BareFile bare(plan.folder + u"/bare"_s);
    const auto [alone, turns] = measureInTurn(
        plan.appends, [&] { bare.append(); }, [&] { asker.ask(); });
    if (!bare.append())
        return fail(Errc::Io, u"A write below %1 failed."_s.arg(plan.folder));
    const QString disk = u"bare durable append beside it"_s;
    report.add(disk, alone);
    Figures &row = report.add(u"turn with search and durable log"_s, turns, disk);
    row.goal = overheadGoal;
    row.note =
        u"%1 ms of it beyond the disk's own time"_s.arg(row.median - percentile(alone, 0.5), 0, 'f', 2);
    return asker.outcome();
}

} // namespace

Result<> addPipelineRows(Report &report, const BenchPlan &plan)
{
    Result<std::unique_ptr<LocalIndex>> opened = LocalIndex::open(plan.folder + u"/bundled.db"_s);
    if (!opened)
        return fail(std::move(opened.error()));
    const std::shared_ptr<LocalIndex> index = std::move(*opened);
    if (const Result<BundledKnowledge> loaded = loadBundledKnowledge(*index); !loaded)
        return fail(loaded.error());
    const Result<QStringList> questions = bundledQuestions(*index);
    if (!questions)
        return fail(questions.error());

    qsizetype next = 0;
    report.add(bareSearch, measure(plan.searches, [&] {
                   (void)index->search(questions->at(next++ % questions->size()), Policy{}.retrieveLimit);
               }));

    Result<AgentParts> direct = instantParts(false);
    Result<AgentParts> searching = instantParts(true);
    if (!direct || !searching)
        return fail(direct ? searching.error() : direct.error());
    searching->retrievers = {std::make_shared<LocalRetriever>(index)};
    searching->weight = index->termWeight();
    if (const Result<> added =
            addTurns(report, u"turn, nothing but the pipeline"_s, plan.turns, *direct, *questions);
        !added)
        return added;
    if (const Result<> added = addTurns(report, u"turn with search"_s, plan.turns, *searching, *questions);
        !added)
        return added;
    return addLoggedTurns(report, plan, *searching, *questions);
}

} // namespace assay::app
