// SPDX-License-Identifier: Apache-2.0
#include "service/prompt_trials.h"

#include "base/tr.h"
#include "eval/eval_runner.h"
#include "eval/suite_reader.h"
#include "service/judge_check.h"

#include <QtCore/QDir>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int atATime = 4;

Result<Suite> suiteOf(const PromptTrialOrder &order)
{
    const SuiteReading reading = findSuite(order.suite);
    if (!reading)
        return fail(Errc::InvalidArgument, reading.error().first().text());
    Suite suite = *reading;
    if (order.limit <= 0 || order.limit >= suite.scenarios.size())
        return suite;
    QList<Scenario> kept;
    for (int i = 0; i < order.limit; ++i)
        kept.append(suite.scenarios.at(i * suite.scenarios.size() / order.limit));
    suite.scenarios = kept;
    return suite;
}

} // namespace

QString unreadPromptNote(PromptKind kind, const Policy &policy)
{
    if (kind == PromptKind::Judge)
        return policy.judgeModel.startsWith(u"offline")
                   ? Tr::tr("The offline judge reads no prompt, so another rubric changes nothing. Choose a "
                            "model as "
                            "judge to try it.")
                   : QString();
    const bool offline = policy.fastModel.startsWith(u"offline") &&
                         (policy.premiumModel.startsWith(u"offline") || kind == PromptKind::Rewrite);
    return offline
               ? Tr::tr(
                     "The offline models read no prompt, so another text changes nothing. Choose a model of "
                     "a provider to try it.")
               : QString();
}

void PromptTrials::start(PromptTrialOrder order, TrialSetting setting,
                         std::function<void(Result<PromptTrial>)> reply)
{
    m_running = true;
    runTrial(std::move(order), std::move(setting), std::move(reply));
}

void PromptTrials::attack(TrialSetting setting, std::function<void(Result<AttackReport>)> reply)
{
    m_running = true;
    runAttack(std::move(setting), std::move(reply));
}

void PromptTrials::end(std::shared_ptr<QSemaphore> done)
{
    if (m_running)
        m_waiting = std::move(done);
    else
        done->release();
}

void PromptTrials::finished()
{
    m_running = false;
    if (const auto waiting = std::exchange(m_waiting, nullptr))
        waiting->release();
}

QCoro::Task<> PromptTrials::runTrial(PromptTrialOrder order, TrialSetting setting,
                                     std::function<void(Result<PromptTrial>)> reply)
{
    Result<PromptTrial> done = co_await trial(std::move(order), std::move(setting));
    reply(std::move(done));
    finished();
}

QCoro::Task<> PromptTrials::runAttack(TrialSetting setting, std::function<void(Result<AttackReport>)> reply)
{
    Result<AttackReport> done = co_await attackNow(std::move(setting));
    reply(std::move(done));
    finished();
}

Result<std::unique_ptr<EvalDesk>> PromptTrials::desk(const TrialSetting &setting,
                                                     const PromptSet &prompts) const
{
    QDir().mkpath(setting.paths.data);
    return EvalDesk::open(setting.paths.knowledge(), setting.settings, setting.keys, setting.policy, prompts);
}

QCoro::Task<Result<EvalRun>> PromptTrials::suiteWith(PromptSet prompts, Suite suite, TrialSetting setting,
                                                     int doneBefore)
{
    const Result<std::unique_ptr<EvalDesk>> opened = desk(setting, prompts);
    if (!opened)
        co_return fail(opened.error());
    EvalRun run{.identity = {.suite = suite.name,
                             .suiteFingerprint = suite.fingerprint(),
                             .policyFingerprint = policyFingerprint(setting.policy),
                             .prompts = prompts.uses},
                .policy = setting.policy,
                .startedAt = utcNow(),
                .total = static_cast<int>(suite.scenarios.size())};
    QMap<int, ScenarioResult> results;
    const ResultSink sink = [&results](const ScenarioResult &one) -> Result<> {
        results.insert(one.index, one);
        return {};
    };
    RunnerOptions options{.concurrency = atATime};
    const Cost before = m_spent;
    options.progress = [this, doneBefore, before, total = 2 * run.total](const RunProgress &now) {
        Cost spent = before;
        spent += now.spent;
        m_progress({.done = doneBefore + now.done, .total = total, .spent = spent});
    };
    auto task = runScenarios(suite.scenarios, {}, (*opened)->answerer(0), sink, options, setting.token);
    const Result<RunEnd> end = co_await task;
    if (!end)
        co_return fail(end.error());
    if (*end != RunEnd::Finished)
        co_return fail(Errc::Cancelled, Tr::tr("Stopped after %1 of %2 questions; nothing was compared.")
                                            .arg(doneBefore + results.size())
                                            .arg(2 * run.total));
    run.results = results.values();
    run.finishedAt = utcNow();
    m_spent += run.spent();
    co_return run;
}

QCoro::Task<Result<PromptTrial>> PromptTrials::trial(PromptTrialOrder order, TrialSetting setting)
{
    m_spent = {};
    const Result<ChosenPrompt> chosen = unsavedPrompt(order.kind, order.text);
    if (!chosen)
        co_return fail(chosen.error());
    const Result<Suite> suite = suiteOf(order);
    if (!suite)
        co_return fail(suite.error());
    const Result<PromptSet> now = PromptRegistry(setting.paths.prompts()).set();
    if (!now)
        co_return fail(now.error());
    PromptSet next = *now;
    if (const Result<> placed = next.put(*chosen); !placed)
        co_return fail(placed.error());
    auto first = suiteWith(*now, *suite, setting, 0);
    const Result<EvalRun> before = co_await first;
    if (!before)
        co_return fail(before.error());
    auto second = suiteWith(next, *suite, setting, before->total);
    const Result<EvalRun> after = co_await second;
    if (!after)
        co_return fail(after.error());
    RunComparison comparison = compareRuns(*before, *after);
    // The second run finds warm caches: its latency says nothing of the text.
    comparison.figures.removeIf([](const RunFigure &one) { return one.key == u"latency_s"; });
    co_return PromptTrial{.tried = chosen->use,
                          .suite = suite->name,
                          .comparison = std::move(comparison),
                          .spent = m_spent,
                          .note = unreadPromptNote(order.kind, setting.policy)};
}

QCoro::Task<Result<AttackReport>> PromptTrials::attackNow(TrialSetting setting)
{
    const Result<AttackSet> set = shippedAttacks();
    if (!set)
        co_return fail(set.error());
    const Result<PromptSet> now = PromptRegistry(setting.paths.prompts()).set();
    if (!now)
        co_return fail(now.error());
    const Result<std::unique_ptr<EvalDesk>> opened = desk(setting, *now);
    if (!opened)
        co_return fail(opened.error());
    auto task = attackDesk(**opened, *set,
                           {.concurrency = atATime,
                            .progress =
                                [this](const AttackProgress &one) {
                                    m_progress({.done = one.done, .total = one.total, .spent = one.spent});
                                }},
                           setting.token);
    Result<AttackReport> report = co_await task;
    if (!report)
        co_return fail(report.error());
    if (const Result<> kept = keepAttackReport(setting.paths, *report); !kept)
        co_return fail(kept.error());
    co_return report;
}

} // namespace assay
