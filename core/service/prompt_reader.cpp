// SPDX-License-Identifier: Apache-2.0
#include "service/prompt_reader.h"

#include "base/tr.h"
#include "retrieval/local_index.h"
#include "service/judge_check.h"
#include "store/sqlite_store.h"
#include "store/triage_store.h"

#include <QtCore/QFileInfo>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// The store to read; nullptr where nothing was recorded yet.
Result<std::unique_ptr<Store>> storeAt(const QString &path)
{
    if (!QFileInfo::exists(path))
        return std::unique_ptr<Store>();
    return openReadOnly(path);
}

Result<> addSpread(JudgeStanding &standing, const QString &path)
{
    Result<std::unique_ptr<TriageStore>> store = TriageStore::open(path);
    if (!store)
        return fail(store.error());
    const Result<QList<JudgeSpread>> spreads = (*store)->spreads();
    if (!spreads)
        return fail(spreads.error());
    standing.spreads = *spreads;
    return {};
}

} // namespace

Result<PromptOverview> PromptReader::overview() const
{
    PromptOverview all;
    for (const PromptTemplate &one : promptTemplates()) {
        Result<QList<PromptVersion>> versions = registry().versions(one.kind);
        if (!versions)
            return fail(versions.error());
        all.versions.append(std::move(*versions));
    }
    Result<QList<PromptEvent>> history = registry().history();
    if (!history)
        return fail(history.error());
    all.history = std::move(*history);
    return all;
}

Result<PromptVersion> PromptReader::keep(PromptKind kind, const QString &text, const QString &note) const
{
    return registry().keep(kind, text, m_who, note);
}

Result<PromptEvent> PromptReader::promote(PromptKind kind, int version) const
{
    return registry().promote(kind, version, m_who, {});
}

Result<QList<PromptTurn>> PromptReader::turns(int limit) const
{
    const Result<std::unique_ptr<Store>> store = storeAt(m_paths.store());
    if (!store)
        return fail(store.error());
    QList<PromptTurn> all;
    if (!*store)
        return all;
    const Result<QList<TurnSummary>> recent = (*store)->recentTurns(limit);
    if (!recent)
        return fail(recent.error());
    for (const TurnSummary &one : *recent)
        if (one.attempts > 0)
            all.append({.id = one.id, .question = one.question, .label = one.label});
    return all;
}

/// How rare words are in the knowledge of the workspace; all alike where there is none yet.
const TermWeight &PromptReader::weight()
{
    if (!m_weight) {
        m_weight = TermWeight();
        if (QFileInfo::exists(m_paths.knowledge()))
            if (Result<std::unique_ptr<LocalIndex>> index = LocalIndex::open(m_paths.knowledge()))
                m_weight = (*index)->termWeight();
    }
    return *m_weight;
}

Result<RenderedPrompt> PromptReader::render(PromptKind kind, const QString &text, const QString &turnId)
{
    const Result<ChosenPrompt> chosen = unsavedPrompt(kind, text);
    if (!chosen)
        return fail(chosen.error());
    Result<PromptSet> set = registry().set();
    if (!set)
        return fail(set.error());
    if (const Result<> placed = set->put(*chosen); !placed)
        return fail(placed.error());
    const Result<std::unique_ptr<Store>> store = openReadOnly(m_paths.store());
    if (!store)
        return fail(store.error());
    const Result<Turn> turn = (*store)->turn(turnId);
    if (!turn)
        return fail(turn.error());
    return renderPrompt(kind, *set, *turn, 0, weight());
}

Result<QList<PromptExample>> PromptReader::goodTurns(const QString &like, int limit)
{
    const Result<std::unique_ptr<Store>> store = storeAt(m_paths.store());
    if (!store)
        return fail(store.error());
    return *store ? assay::goodTurns(**store, like, limit, weight()) : QList<PromptExample>();
}

Result<JudgeStanding> PromptReader::standing(const QString &judge, double threshold) const
{
    JudgeStanding standing{.judge = judge, .agreement = {.threshold = threshold}};
    Result<AttackReport> last = lastAttackReport(m_paths);
    if (last)
        standing.attacks = std::move(*last);
    else
        standing.noAttacks = last.error().message;
    const Result<std::unique_ptr<Store>> store = storeAt(m_paths.store());
    if (!store)
        return fail(store.error());
    if (!*store)
        return standing;
    const Result<QList<LabelledItem>> items = labelledJudgements(**store);
    if (!items)
        return fail(items.error());
    standing.agreement = agreementOf(*items, threshold);
    if (const Result<> added = addSpread(standing, m_paths.store()); !added)
        return fail(added.error());
    return standing;
}

} // namespace assay
