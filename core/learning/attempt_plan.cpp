// SPDX-License-Identifier: Apache-2.0
#include "learning/attempt_plan.h"

#include "base/tr.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

void useStrongerPrompt(AttemptPlan &plan)
{
    plan.strongerPrompt = true;
    plan.changes.append(Tr::tr("+ stronger prompt"));
}

void upgrade(AttemptPlan &plan, const AttemptShape &shape, const Policy &policy)
{
    if (plan.tier == shape.way.tier) {
        plan.changes.append(Tr::tr("already on the premium model"));
        useStrongerPrompt(plan);
        return;
    }
    plan.changes.append(plan.model + u" → "_s + policy.premiumModel);
    plan.model = policy.premiumModel;
    if (plan.strategy != shape.way.strategy)
        plan.changes.append(Tr::tr("+ search first"));
}

void applyStrategy(AttemptPlan &plan, const AttemptShape &shape, const Policy &policy)
{
    switch (policy.retryStrategy) {
    case RetryStrategy::SameInputs: plan.changes.append(Tr::tr("same inputs")); break;
    case RetryStrategy::StrongerPrompt: useStrongerPrompt(plan); break;
    case RetryStrategy::UpgradeModel: upgrade(plan, shape, policy); break;
    case RetryStrategy::RefineResponse:
        plan.refine = true;
        plan.changes.append(Tr::tr("+ previous answer to refine"));
        break;
    case RetryStrategy::ForceToolCall:
        plan.forceTools = true;
        plan.changes.append(Tr::tr("+ tool result"));
        break;
    }
    plan.tier = shape.way.tier;
    plan.strategy = shape.way.strategy;
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

AttemptShape nextShape(const AttemptShape &previous, const Policy &policy)
{
    AttemptShape shape{
        .number = previous.number + 1, .way = previous.way, .retryStrategy = policy.retryStrategy};
    const bool upgraded = policy.retryStrategy == RetryStrategy::UpgradeModel &&
                          shape.way.tier == Tier::Fast && policy.fastModel != policy.premiumModel;
    if (upgraded)
        shape.way.tier = Tier::Premium;
    if ((upgraded || policy.retryStrategy == RetryStrategy::ForceToolCall) &&
        shape.way.strategy == Strategy::Direct)
        shape.way.strategy = Strategy::SearchFirst;
    return shape;
}

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
    applyStrategy(plan,
                  nextShape({.number = previous.number, .way = {previous.tier, previous.strategy}}, policy),
                  policy);
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
