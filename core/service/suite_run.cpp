// SPDX-License-Identifier: Apache-2.0
#include "service/suite_run.h"

#include "agent/prompt_registry.h"
#include "base/tr.h"
#include "service/paths.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>

namespace assay {

SuiteRun::SuiteRun(SuiteOrder order) : m_order(std::move(order))
{
    m_run.policy = m_order.policy;
    m_run.identity = {.suite = m_order.suite.name,
                      .suiteFingerprint = m_order.suite.fingerprint(),
                      .policyFingerprint = policyFingerprint(m_order.policy),
                      .judgeRepeats = m_order.judgeRepeats};
    m_run.assayVersion = QStringLiteral(ASSAY_VERSION);
    m_run.total = static_cast<int>(m_order.suite.scenarios.size());
    m_run.startedAt = utcNow();
}

Result<std::unique_ptr<SuiteRun>> SuiteRun::open(SuiteOrder order)
{
    std::unique_ptr<SuiteRun> run(new SuiteRun(std::move(order)));
    const SuiteOrder &wanted = run->m_order;
    const Result<std::optional<PromptSet>> prompts = promptsOf(wanted);
    if (!prompts)
        return fail(prompts.error());
    Result<std::unique_ptr<EvalCrew>> crew = EvalCrew::open({.knowledgePath = wanted.knowledgePath,
                                                             .settings = wanted.settings,
                                                             .keys = wanted.keys,
                                                             .policy = wanted.policy,
                                                             .prompts = *prompts},
                                                            EvalCrew::desksFor(wanted.concurrency));
    if (!crew)
        return fail(std::move(crew.error()));
    run->m_crew = std::move(*crew);
    run->m_run.identity.prompts = run->m_crew->prompts().uses;
    if (wanted.output.isEmpty())
        return run;
    Result<std::unique_ptr<EvalJournal>> journal = EvalJournal::open(
        EvalJournal::pathFor(wanted.output), run->m_run.identity, run->m_run.total, wanted.fresh);
    if (!journal)
        return fail(std::move(journal.error()));
    run->m_journal = std::move(*journal);
    run->m_results = run->m_journal->taken();
    run->m_run.resumed = static_cast<int>(run->m_results.size());
    run->m_run.startedAt = run->m_journal->startedAt();
    return run;
}

/// A run goes on with the versions it was begun with, whatever was promoted since.
Result<std::optional<PromptSet>> SuiteRun::promptsOf(const SuiteOrder &order)
{
    if (order.prompts || order.output.isEmpty() || order.fresh)
        return order.prompts;
    const QString journal = EvalJournal::pathFor(order.output);
    const Result<JournalGlance> begun =
        QFile::exists(journal) ? EvalJournal::glance(journal) : Result<JournalGlance>(JournalGlance());
    if (!begun || begun->identity.prompts.isEmpty())
        return std::nullopt; // what is wrong with the journal is said when it is opened
    const PromptRegistry registry(Paths::standard().prompts());
    Result<PromptSet> set = registry.set();
    if (!set)
        return fail(std::move(set.error()));
    for (const PromptUse &use : begun->identity.prompts) {
        const PromptTemplate *kind = promptTemplate(use.name);
        if (kind == nullptr || use.version == 0)
            continue;
        const Result<ChosenPrompt> kept = registry.read(kind->kind, use.version);
        if (!kept)
            return fail(kept.error());
        if (Result<> put = set->put(*kept); !put)
            return fail(std::move(put.error()));
    }
    return std::optional(std::move(*set));
}

QCoro::Task<Result<RunEnd>> SuiteRun::run(RunnerOptions options, CancelToken token)
{
    m_clock.start();
    options.concurrency = m_order.concurrency;
    auto task = runScenarios(
        m_order.suite.scenarios, m_results, m_crew->answerer(m_order.judgeRepeats),
        [this](const ScenarioResult &one) { return take(one); }, std::move(options), token);
    Result<RunEnd> end = co_await task;
    m_run.finishedAt = utcNow();
    m_run.worked = worked();
    co_return end;
}

EvalRun SuiteRun::results() const
{
    EvalRun run = m_run;
    run.results = m_results.values();
    return run;
}

Result<> SuiteRun::finish(const QList<TargetRow> &targets)
{
    if (Result<> written = writeEvalRun(results(), targets, m_order.output); !written)
        return written;
    dropJournal();
    return {};
}

void SuiteRun::dropJournal()
{
    if (m_journal && results().errors() == 0)
        m_journal->remove();
}

std::chrono::milliseconds SuiteRun::worked() const
{
    const std::chrono::milliseconds now(m_clock.elapsed());
    return m_journal ? m_journal->workedBefore() + now : now;
}

Result<> SuiteRun::take(const ScenarioResult &one)
{
    m_results.insert(one.index, one);
    return m_journal ? m_journal->append(one, worked()) : Result<>();
}

Result<> writeEvalRun(const EvalRun &run, const QList<TargetRow> &targets, const QString &path)
{
    const QByteArray text = QJsonDocument(toJson(run, targets)).toJson(QJsonDocument::Indented);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return fail(Errc::Io, Tr::tr("%1 cannot be written: %2.").arg(path, file.errorString()));
    return {};
}

} // namespace assay
