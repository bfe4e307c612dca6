// SPDX-License-Identifier: Apache-2.0
#include "agent/response_validator.h"
#include "agent/self_assessment.h"
#include "agent/turn_run.h"
#include "base/tr.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

/// Codes that another attempt cannot mend.
bool isFatal(Errc code)
{
    return code == Errc::Unauthorized || code == Errc::TlsRefused || code == Errc::NotFound;
}

/// Shows a growing draft without its trailer, and only what is new since the last time.
class ShownText
{
public:
    QString grow(const QString &piece)
    {
        m_draft += piece;
        const qsizetype until = showableLength(m_draft);
        const QString fresh = m_draft.mid(m_shown, std::max<qsizetype>(0, until - m_shown));
        m_shown = std::max(m_shown, until);
        return fresh;
    }

private:
    QString m_draft;
    qsizetype m_shown = 0;
};

} // namespace

QCoro::Task<Candidate> TurnRun::draftAndJudge(AttemptPlan plan, Way way)
{
    Drafted drafted = co_await draft(plan, way);
    if (drafted.wantsSearch && !cancelled()) {
        // The direct draft is dropped; what it cost is kept.
        const Candidate dropped = drafted.candidate;
        way.useEvidence = true;
        way.path = u"search_first"_s;
        if (!m_gathered)
            co_await gather(plan.number, true);
        drafted = co_await draft(plan, way);
        drafted.candidate.cost += dropped.cost;
        drafted.candidate.usage += dropped.usage;
        drafted.candidate.selfConfidence = dropped.selfConfidence;
    }
    Candidate candidate = std::move(drafted.candidate);
    if (!candidate.error.isEmpty() || cancelled())
        co_return candidate;
    validate(candidate, plan.number);
    // A direct answer is judged against what a search would have found.
    if (!m_gathered)
        co_await gather(plan.number, false);
    if (cancelled())
        co_return candidate;
    Candidate done = co_await judged(std::move(candidate), plan.number);
    co_return done;
}

TokenSink TurnRun::sinkFor(const Way &way, std::size_t stage)
{
    if (!way.streams || !m_sink)
        return {};
    return [this, stage, shown = std::make_shared<ShownText>()](const QString &piece) {
        const QString fresh = shown->grow(piece);
        if (!fresh.isEmpty())
            m_sink({.turnId = m_turn.id,
                    .record = m_turn.stages.at(static_cast<qsizetype>(stage)),
                    .token = fresh,
                    .turn = std::nullopt});
    };
}

QCoro::Task<TurnRun::Drafted> TurnRun::draft(AttemptPlan plan, Way way)
{
    Candidate candidate{.path = way.path, .tier = way.tier, .model = way.model};
    const std::size_t drafting = begin(Stage::Draft, plan.number);
    const Result<std::shared_ptr<ChatModel>> model = m_parts.model(way.model);
    if (!model) {
        candidate.error = m_fatal = model.error().message;
        end(drafting, {}, candidate.error);
        co_return Drafted{.candidate = candidate};
    }
    m_turn.offline = m_turn.offline || (*model)->isOffline();

    const bool direct = !way.useEvidence;
    const DraftInput input{.question = m_turn.question,
                           .history = m_request.history,
                           .evidence = direct ? QList<Evidence>() : usableEvidence(),
                           .selfAssessment = direct && m_policy.confidenceScoring && !(*model)->isOffline(),
                           .examples =
                               examplesFor(m_parts.prompts.examples, m_turn.question, m_parts.weight)};
    candidate.prompt = buildPrompt(m_parts.prompts, m_policy, plan, input);
    const ChatRequest request{.messages = candidate.prompt,
                              .question = m_turn.question,
                              .evidence = input.evidence,
                              .temperature = m_policy.temperature,
                              .maxTokens = m_policy.maxTokens,
                              .timeout = std::chrono::milliseconds(m_policy.modelTimeoutMs)};
    const Steady::time_point sent = Steady::now();
    const TokenSink sink = sinkFor(way, drafting);
    const std::shared_ptr<ChatModel> drafter = *model;
    Result<ChatReply> reply = co_await drafter->complete(request, sink, m_token);
    candidate.latency = std::chrono::duration_cast<std::chrono::microseconds>(Steady::now() - sent);
    if (!reply) {
        candidate.error = reply.error().message;
        if (isFatal(reply.error().code))
            m_fatal = candidate.error;
        if (reply.error().code == Errc::Unreachable)
            m_unreachable.insert(way.model);
        end(drafting, {}, candidate.error);
        co_return Drafted{.candidate = candidate};
    }

    const SelfAssessment own = input.selfAssessment ? readSelfAssessment(reply->text)
                                                    : SelfAssessment{.answer = reply->text.trimmed()};
    // Passages the model looked up for itself get this turn's labels, and its citations follow.
    candidate.answer =
        reply->usedEvidence.isEmpty() ? own.answer : adoptUsedEvidence(own.answer, reply->usedEvidence);
    if (own.confidence)
        candidate.selfConfidence = static_cast<float>(*own.confidence);
    candidate.usage = reply->usage;
    candidate.cost = reply->cost;
    StageRecord &record = m_turn.stages[static_cast<qsizetype>(drafting)];
    record.usage = reply->usage;
    record.cost = reply->cost;
    end(drafting, candidate.model);
    co_return Drafted{.candidate = candidate, .wantsSearch = own.wantsSearch()};
}

void TurnRun::validate(Candidate &candidate, int attempt)
{
    const std::size_t validating = begin(Stage::Validate, attempt);
    candidate.citations = citedLabels(candidate.answer, m_turn.evidence);
    const bool given = candidate.path != u"direct"_s;
    if (m_policy.responseValidator && given)
        candidate.check = validateResponse(candidate.answer, usableEvidence());
    if (m_policy.qaSubgraph)
        candidate.qa = m_parts.qa.run(
            {.question = m_turn.question, .answer = candidate.answer, .evidence = m_turn.evidence});
    QString summary =
        candidate.check.state == ResponseState::Valid ? Tr::tr("valid") : tokenOf(candidate.check.state);
    for (const QaCheck &check : candidate.qa.checks)
        if (!check.passed)
            summary += u" · "_s + check.name;
    end(validating, summary);
}

QCoro::Task<Candidate> TurnRun::judged(Candidate candidate, int attempt)
{
    const std::size_t judging = begin(Stage::Judge, attempt);
    const Result<QList<std::shared_ptr<Judge>>> judges = m_parts.judges(m_policy, m_parts.prompts.judge);
    if (!judges) {
        candidate.judgement.reset();
        end(judging, {}, judges.error().message);
        m_fatal = judges.error().message;
        co_return candidate;
    }
    const JudgeRequest request{
        .question = m_turn.question, .answer = candidate.answer, .evidence = usableEvidence()};
    const CommitteeRule rule = m_policy.committeeRule;
    const float threshold = m_policy.qualityThreshold;
    const QList<std::shared_ptr<Judge>> bench = *judges;
    Result<Judgement> judgement = co_await judgeByCommittee(bench, request, rule, threshold, m_token);
    if (!judgement) {
        // A draft that could not be judged is not made better by drafting again.
        if (!cancelled())
            m_fatal = Tr::tr("The answer could not be judged: %1").arg(judgement.error().message);
        end(judging, {}, judgement.error().message);
        co_return candidate;
    }
    if (candidate.check.state != ResponseState::Valid)
        if (const QString issue = candidate.check.state == ResponseState::ToolResultsIgnored
                                      ? u"tool_results_ignored"_s
                                      : u"missing_citations"_s;
            !judgement->issues.contains(issue))
            judgement->issues.append(issue);
    candidate.judgement = std::move(*judgement);
    StageRecord &record = m_turn.stages[static_cast<qsizetype>(judging)];
    record.usage = candidate.judgement->usage;
    record.cost = candidate.judgement->cost;
    const std::optional<float> overall = candidate.judgement->scores.overall;
    end(judging, overall ? QString::number(static_cast<double>(*overall), 'f', 2) : Tr::tr("no score"));
    co_return candidate;
}

} // namespace assay
