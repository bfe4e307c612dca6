// SPDX-License-Identifier: Apache-2.0
#include "agent/prompt_render.h"

#include "base/tr.h"

#include <algorithm>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Stands where a new secret stands in every call.
const QString shownFence = u"0123456789abcdef0123456789abcdef"_s;

/// One attempt as it was planned.
struct Planned
{
    const Attempt *attempt = nullptr;
    AttemptPlan plan{};
};

QList<Planned> plansOf(const Turn &turn)
{
    QList<Planned> all;
    for (const Attempt &one : turn.attempts) {
        AttemptPlan plan = all.isEmpty() ? firstPlan(turn.route)
                                         : retryPlan(all.last().plan, *all.last().attempt, one.policy);
        all.append({.attempt = &one, .plan = std::move(plan)});
    }
    return all;
}

bool takesPart(PromptKind kind, const AttemptPlan &plan)
{
    switch (kind) {
    case PromptKind::Stronger: return plan.strongerPrompt;
    case PromptKind::Refine: return plan.refine && !plan.previousAnswer.isEmpty();
    case PromptKind::ForceTool: return plan.forceTools;
    case PromptKind::Draft:
    case PromptKind::Judge:
    case PromptKind::Rewrite:
    case PromptKind::Examples: return true;
    }
    Q_UNREACHABLE();
}

/// The exchanges before the question stand in the recorded prompt, cut as they were sent.
QList<Exchange> historyOf(const Candidate &candidate)
{
    QList<Exchange> history;
    const QList<PromptMessage> &sent = candidate.prompt;
    for (qsizetype i = 1; i + 1 < sent.size() && sent.at(i + 1).role == u"assistant"; i += 2)
        history.append({.question = sent.at(i).text, .answer = sent.at(i + 1).text});
    return history;
}

/// The passages that stood in the prompt, in its order: what was found later was not sent.
QList<Evidence> sentEvidence(const Turn &turn, const Candidate &candidate)
{
    QString sent;
    for (const PromptMessage &one : candidate.prompt)
        sent += one.text + u'\n';
    QList<std::pair<qsizetype, Evidence>> found;
    for (const Evidence &one : turn.evidence) {
        const qsizetype at = sent.indexOf(u"\n\n["_s + one.label + u"] "_s + one.title + u'\n' + one.text);
        if (!one.label.isEmpty() && at >= 0)
            found.append({at, one});
    }
    std::ranges::sort(found, {}, [](const auto &pair) { return pair.first; });
    QList<Evidence> evidence;
    for (const auto &[at, one] : std::as_const(found))
        evidence.append(one);
    return evidence;
}

bool askedItself(const PromptSet &set, const Candidate &candidate)
{
    return !candidate.prompt.isEmpty() && !set.assessment.isEmpty() &&
           candidate.prompt.first().text.endsWith(set.assessment);
}

const Candidate *candidateOf(const Attempt &attempt)
{
    const Candidate *chosen = attempt.chosen();
    return chosen ? chosen : attempt.candidates.isEmpty() ? nullptr : &attempt.candidates.first();
}

RetryStrategy strategyOf(PromptKind kind)
{
    return kind == PromptKind::Stronger ? RetryStrategy::StrongerPrompt
           : kind == PromptKind::Refine ? RetryStrategy::RefineResponse
                                        : RetryStrategy::ForceToolCall;
}

Result<Planned> chosenPlan(PromptKind kind, const Turn &turn, const QList<Planned> &plans, int attempt,
                           QString &note)
{
    if (attempt > 0) {
        const auto found =
            std::ranges::find(plans, attempt, [](const Planned &one) { return one.attempt->number; });
        if (found == plans.end())
            return fail(Errc::NotFound,
                        Tr::tr("The turn has no attempt %1; it has %2.").arg(attempt).arg(plans.size()));
        if (!takesPart(kind, found->plan))
            note =
                Tr::tr("Attempt %1 did not use this prompt, so nothing of it is in the text.").arg(attempt);
        return *found;
    }
    const bool isRetryOnly = !takesPart(kind, AttemptPlan{});
    for (const Planned &one : plans)
        if (isRetryOnly ? takesPart(kind, one.plan) : one.attempt->number == turn.bestAttempt)
            return one;
    if (plans.isEmpty())
        return fail(Errc::NotFound, Tr::tr("The turn has no attempt, so nothing was drafted."));
    if (!isRetryOnly)
        return plans.first();
    Policy policy = plans.last().attempt->policy;
    policy.retryStrategy = strategyOf(kind);
    note = Tr::tr("No attempt of the turn used this prompt. This is what a retry with it would be sent.");
    return Planned{.attempt = plans.last().attempt,
                   .plan = retryPlan(plans.last().plan, *plans.last().attempt, policy)};
}

QList<PromptMessage> judgeMessages(const PromptSet &set, const Turn &turn, const Candidate &candidate)
{
    QList<Evidence> evidence = sentEvidence(turn, candidate);
    if (evidence.isEmpty())
        for (const Evidence &one : turn.evidence)
            if (!one.label.isEmpty() && one.grade != Relevance::Irrelevant)
                evidence.append(one);
    return rubricMessages(
        set.judge, {.question = turn.question, .answer = candidate.answer, .evidence = evidence}, shownFence);
}

} // namespace

Result<RenderedPrompt> renderPrompt(PromptKind kind, const PromptSet &set, const Turn &turn, int attempt,
                                    const TermWeight &weight)
{
    RenderedPrompt rendered;
    if (kind == PromptKind::Rewrite) {
        rendered.messages = rewriteMessages(set, turn.question, turn.evidence);
        if (turn.rewrittenQuery.isEmpty())
            rendered.note = Tr::tr("The turn found enough, so its question was not rewritten.");
        return rendered;
    }
    const QList<Planned> plans = plansOf(turn);
    const Result<Planned> planned = chosenPlan(kind, turn, plans, attempt, rendered.note);
    if (!planned)
        return fail(planned.error());
    const Candidate *candidate = candidateOf(*planned->attempt);
    if (!candidate)
        return fail(Errc::NotFound,
                    Tr::tr("Nothing was drafted in attempt %1.").arg(planned->attempt->number));
    rendered.attempt = planned->plan.number;
    if (kind == PromptKind::Judge) {
        rendered.messages = judgeMessages(set, turn, *candidate);
        rendered.note = Tr::tr("The code 0123… stands for a secret that is new for every call.");
        return rendered;
    }
    QList<Evidence> evidence = sentEvidence(turn, *candidate);
    if (planned->plan.forceTools && evidence.isEmpty())
        for (const Evidence &one : turn.evidence)
            if (!one.label.isEmpty() && one.grade != Relevance::Irrelevant)
                evidence.append(one);
    rendered.messages = buildPrompt(set, planned->attempt->policy, planned->plan,
                                    {.question = turn.question,
                                     .history = historyOf(*candidate),
                                     .evidence = evidence,
                                     .selfAssessment = askedItself(set, *candidate),
                                     .examples = examplesFor(set.examples, turn.question, weight)});
    return rendered;
}

QString messagesText(const QList<PromptMessage> &messages)
{
    QStringList parts;
    for (const PromptMessage &one : messages)
        parts.append(u"--- "_s + one.role + u" ---\n"_s + one.text);
    return parts.join(u"\n\n"_s);
}

} // namespace assay
