// SPDX-License-Identifier: Apache-2.0
#include "agent/attempt_plan.h"

#include "base/tr.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

void upgrade(AttemptPlan &plan, const Policy &policy)
{
    plan.changes.append(plan.model + u" → "_s + policy.premiumModel);
    plan.tier = Tier::Premium;
    plan.model = policy.premiumModel;
    if (plan.strategy == Strategy::Direct) {
        plan.strategy = Strategy::SearchFirst;
        plan.changes.append(Tr::tr("+ search first"));
    }
}

void useStrongerPrompt(AttemptPlan &plan)
{
    plan.strongerPrompt = true;
    plan.changes.append(Tr::tr("+ stronger prompt"));
}

void applyStrategy(AttemptPlan &plan, const Policy &policy)
{
    switch (policy.retryStrategy) {
    case RetryStrategy::SameInputs: plan.changes.append(Tr::tr("same inputs")); return;
    case RetryStrategy::StrongerPrompt: useStrongerPrompt(plan); return;
    case RetryStrategy::UpgradeModel:
        if (plan.tier == Tier::Fast && plan.model != policy.premiumModel) {
            upgrade(plan, policy);
        } else {
            plan.changes.append(Tr::tr("already on the premium model"));
            useStrongerPrompt(plan);
        }
        return;
    case RetryStrategy::RefineResponse:
        plan.refine = true;
        plan.changes.append(Tr::tr("+ previous answer to refine"));
        return;
    case RetryStrategy::ForceToolCall:
        plan.forceTools = true;
        if (plan.strategy == Strategy::Direct)
            plan.strategy = Strategy::SearchFirst;
        plan.changes.append(Tr::tr("+ tool result"));
        return;
    }
    Q_UNREACHABLE();
}

/// A model that the operator changed while the turn runs is obeyed by the next attempt.
void followTuning(AttemptPlan &plan, const Policy &policy)
{
    const QString &wanted = plan.tier == Tier::Fast ? policy.fastModel : policy.premiumModel;
    if (plan.model != wanted) {
        plan.changes.append(plan.model + u" → "_s + wanted);
        plan.model = wanted;
    }
}

} // namespace

AttemptPlan firstPlan(const Route &route)
{
    return {.number = 1, .strategy = route.strategy, .tier = route.tier, .model = route.model};
}

AttemptPlan retryPlan(const AttemptPlan &previous, const Attempt &failed, const Policy &policy)
{
    AttemptPlan plan{.number = previous.number + 1,
                     .strategy = previous.strategy,
                     .tier = previous.tier,
                     .model = previous.model,
                     .retryStrategy = policy.retryStrategy};
    followTuning(plan, policy);
    applyStrategy(plan, policy);
    const Candidate *answer = failed.chosen();
    if (policy.retryStrategy == RetryStrategy::SameInputs || !answer)
        return plan;
    plan.previousAnswer = answer->answer;
    if (answer->judgement)
        plan.judgeNotes = judgeNotes(*answer->judgement);
    if (answer->check.state == ResponseState::ToolResultsIgnored)
        plan.judgeNotes.append(Tr::tr("The answer ignored results that the tools returned."));
    if (!plan.judgeNotes.isEmpty())
        plan.changes.append(Tr::tr("+ %n judge note(s)", nullptr, static_cast<int>(plan.judgeNotes.size())));
    return plan;
}

QStringList judgeNotes(const Judgement &judgement)
{
    QStringList notes;
    for (const QStringView line : QStringView(judgement.reasoning).split(u'\n')) {
        const QStringView trimmed = line.trimmed();
        if (trimmed.startsWith(u"Missing:"))
            notes.append(trimmed.toString());
    }
    for (const QString &issue : judgement.issues)
        notes.append(u"Issue: "_s + issue);
    return notes.mid(0, 6);
}

} // namespace assay
