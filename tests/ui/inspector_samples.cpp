// SPDX-License-Identifier: Apache-2.0
#include "inspector_samples.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace assay::samples {

namespace {

StageRecord stage(Stage what, int attempt, milliseconds start, milliseconds length, qint64 micros,
                  const QString &summary)
{
    return {.stage = what,
            .attempt = attempt,
            .status = StageStatus::Done,
            .startedAfter = start,
            .duration = length,
            .cost = {.amount = Micros{micros}},
            .summary = summary};
}

Evidence piece(const QString &label, const QString &title, Relevance grade, double score, bool cited)
{
    return {.label = label,
            .sourceId = u"kb/"_s + title,
            .title = title,
            .text = u"Text of "_s + title,
            .retriever = u"local"_s,
            .grade = grade,
            .gradeScore = score,
            .cited = cited};
}

Judgement judged(float overall, float accuracy, float relevance, float completeness)
{
    return {.scores = {.accuracy = accuracy,
                       .relevance = relevance,
                       .completeness = completeness,
                       .overall = overall},
            .reasoning =
                u"The invoice status and the refund window are taken from the tool result and the policy. "
                "The payout times differ by method and are complete."_s,
            .votes = {{.judge = u"rubric"_s, .model = u"judge-70b"_s, .scores = {.overall = overall}}},
            .cost = {.amount = Micros{500}}};
}

Attempt attemptOf(int number, const QString &model, Tier tier, float overall, float accuracy, float relevance,
                  float completeness, const Policy &policy)
{
    Candidate candidate{
        .path = u"search_first"_s,
        .tier = tier,
        .model = model,
        .answer = u"I couldn't find a record of that invoice. Refunds usually take some days [1]."_s,
        .citations = {u"1"_s},
        .prompt = {{u"system"_s, u"You are a support engineer's assistant. Cite every source as [1]."_s},
                   {u"user"_s,
                    u"Can they get the €99 back, and how long will it take?\n\n[T1] billing.get_invoice\n"
                    "{\"id\": \"INV-20934\", \"status\": \"superseded\", \"amount\": \"99.00 EUR\"}\n\n"
                    "[1] Refund policy §3.2\nSuperseded invoices qualify for an automatic refund inside "
                    "the 60-day window."_s}},
        .cost = {.amount = Micros{800}},
        .latency = 880ms,
        .judgement = judged(overall, accuracy, relevance, completeness),
        .chosen = true};
    candidate.qa = {
        .passed = true,
        .checks = {
            {.name = u"format"_s, .passed = true, .detail = u"312 characters"_s},
            {.name = u"citations_resolve"_s, .passed = true, .detail = u"every citation names a source"_s},
            {.name = u"no_prompt_leak"_s, .passed = true, .detail = u"nothing of the prompt in it"_s},
            {.name = u"not_truncated"_s, .passed = true, .detail = u"ends whole"_s}}};
    return {.number = number,
            .candidates = {candidate},
            .verdict = {.passed = overall >= policy.qualityThreshold,
                        .score = overall,
                        .threshold = policy.qualityThreshold,
                        .policyRevision = policy.revision},
            .policy = policy,
            .latency = 2430ms,
            .cost = {.amount = Micros{number == 1 ? 1300 : 4500}}};
}

QList<StageRecord> before()
{
    return {stage(Stage::Predict, 0, 0ms, 84ms, 2, u"0.68"_s),
            stage(Stage::Route, 0, 84ms, 12ms, 0, u"search_first"_s),
            stage(Stage::Retrieve, 1, 96ms, 322ms, 100, u"12 docs"_s),
            stage(Stage::Grade, 1, 418ms, 286ms, 200, u"5 / 3 / 4"_s),
            stage(Stage::Check, 1, 704ms, 300ms, 0, u"1 result"_s),
            stage(Stage::Inject, 1, 1004ms, 12ms, 0, u"1 passage"_s)};
}

Turn base()
{
    Turn turn{.id = u"tn_12"_s,
              .threadId = u"th_7c41e2"_s,
              .number = 12,
              .question = u"Can they get the €99 back, and how long will it take?"_s,
              .askedAt = utcNow(),
              .status = TurnStatus::Passed};
    turn.policy = {.revision = 11,
                   .profile = u"balanced"_s,
                   .maxRetries = 2,
                   .fastModel = u"fast-8b"_s,
                   .premiumModel = u"premium-70b"_s,
                   .judgeModel = u"judge-70b"_s};
    turn.route = {.confidence = 0.68,
                  .contributions = {{.feature = u"complexity"_s, .value = 0.6, .weight = -1.4},
                                    {.feature = u"parts"_s, .value = 0.5, .weight = -0.9},
                                    {.feature = u"specificity"_s, .value = 0.8, .weight = 0.5}},
                  .predictor = u"logistic 1"_s,
                  .tier = Tier::Fast,
                  .strategy = Strategy::SearchFirst,
                  .model = u"fast-8b"_s,
                  .reason = u"Confidence 0.68 is below 0.75: search first. Lowered most by complexity."_s};
    turn.stages = before();
    Evidence tool = piece(u"T1"_s, u"billing.get_invoice(INV-20934)"_s, Relevance::Relevant, 1.0, true);
    tool.kind = EvidenceKind::ToolResult;
    turn.evidence = {
        tool,
        piece(u"1"_s, u"Refund policy §3.2, superseded invoices"_s, Relevance::Relevant, 0.94, true),
        piece(u"2"_s, u"VAT handling on refunds"_s, Relevance::Relevant, 0.91, true),
        piece(u"3"_s, u"Payout timing by payment method"_s, Relevance::Relevant, 0.88, true),
        piece(u"4"_s, u"Billing migration runbook §4"_s, Relevance::Relevant, 0.71, false),
        piece(u"5"_s, u"Proration FAQ"_s, Relevance::Ambiguous, 0.58, false),
        piece(u"6"_s, u"Annual plans and billing cycles"_s, Relevance::Ambiguous, 0.44, false),
        piece(u"7"_s, u"Credit notes"_s, Relevance::Ambiguous, 0.40, false),
        piece(QString(), u"Chargeback playbook"_s, Relevance::Irrelevant, 0.21, false),
        piece(QString(), u"Dunning e-mails"_s, Relevance::Irrelevant, 0.17, false),
        piece(QString(), u"Lumen Studio release notes"_s, Relevance::Irrelevant, 0.08, false),
        piece(QString(), u"Workspace roles"_s, Relevance::Irrelevant, 0.02, false)};
    return turn;
}

void addFirstAttempt(Turn &turn)
{
    turn.stages += {stage(Stage::Draft, 1, 1016ms, 880ms, 800, u"fast-8b"_s),
                    stage(Stage::Validate, 1, 1896ms, 58ms, 0, u"tool_results_ignored"_s),
                    stage(Stage::Judge, 1, 1954ms, 472ms, 500, u"0.82"_s)};
    Attempt first = attemptOf(1, u"fast-8b"_s, Tier::Fast, 0.82F, 0.79F, 0.93F, 0.76F, turn.policy);
    first.candidates.first().judgement->issues = {u"tool_results_ignored"_s, u"incomplete_coverage"_s};
    first.candidates.first().check = {.state = ResponseState::ToolResultsIgnored,
                                      .phrase = u"couldn't find"_s};
    turn.attempts.append(first);
    turn.bestAttempt = 1;
}

} // namespace

Turn twoAttempts()
{
    Turn turn = base();
    addFirstAttempt(turn);
    turn.stages += {stage(Stage::Draft, 2, 2440ms, 1750ms, 3700, u"premium-70b"_s),
                    stage(Stage::Validate, 2, 4190ms, 60ms, 0, u"valid"_s),
                    stage(Stage::Judge, 2, 4250ms, 610ms, 500, u"0.97"_s)};
    Attempt second = attemptOf(2, u"premium-70b"_s, Tier::Premium, 0.97F, 0.98F, 0.97F, 0.96F, turn.policy);
    second.retryStrategy = RetryStrategy::UpgradeModel;
    second.changes = {u"fast-8b → premium-70b"_s, u"+ tool result"_s, u"+ 2 judge notes"_s};
    second.startedAfter = 2426ms;
    Candidate &answer = second.candidates.first();
    answer.answer = u"Yes. INV-20934 was settled 9 days ago and is marked `superseded` [T1], so it qualifies "
                    u"for an automatic "
                    "refund inside the 60-day window [1]. Do not use a manual credit note: it would leave "
                    "the VAT line open "
                    "[2].\n- Card refunds arrive in 5–7 business days, SEPA in 2–3 [3].\n- The customer is "
                    "e-mailed when the "
                    "refund settles [3]."_s;
    answer.citations = {u"T1"_s, u"1"_s, u"2"_s, u"3"_s};
    answer.latency = 1750ms;
    answer.cost = {.amount = Micros{3700}};
    turn.attempts.append(second);
    turn.bestAttempt = 2;
    turn.answer = answer.answer;
    turn.verdict = second.verdict;
    turn.latency = 4860ms;
    turn.cost = {.amount = Micros{5800}};
    return turn;
}

Turn running()
{
    Turn turn = base();
    addFirstAttempt(turn);
    turn.id = u"tn_13"_s;
    turn.number = 13;
    turn.status = TurnStatus::Running;
    turn.askedAt = utcNow() - 3200ms;
    for (Evidence &one : turn.evidence)
        one.cited = false;
    turn.stages.append(
        {.stage = Stage::Draft, .attempt = 2, .status = StageStatus::Running, .startedAfter = 2440ms});
    turn.cost = {.amount = Micros{1300}, .estimated = true};
    return turn;
}

Turn gateFailed()
{
    Turn turn = base();
    addFirstAttempt(turn);
    turn.id = u"tn_14"_s;
    turn.number = 14;
    turn.policy.maxRetries = 3;
    turn.status = TurnStatus::Failed;
    const std::array<float, 3> scores{0.88F, 0.91F, 0.74F};
    milliseconds at = 2440ms;
    for (int i = 0; i < 3; ++i) {
        const float overall = scores[static_cast<std::size_t>(i)];
        turn.stages += {stage(Stage::Draft, i + 2, at, 1500ms, 3700, u"premium-70b"_s),
                        stage(Stage::Validate, i + 2, at + 1500ms, 50ms, 0, u"valid"_s),
                        stage(Stage::Judge, i + 2, at + 1550ms, 600ms, 500, u"-"_s)};
        Attempt attempt = attemptOf(i + 2, u"premium-70b"_s, Tier::Premium, overall, overall - 0.02F, 0.95F,
                                    overall - 0.1F, turn.policy);
        attempt.changes = i == 0 ? QStringList{u"fast-8b → premium-70b"_s, u"+ 2 judge notes"_s}
                                 : QStringList{u"already on the premium model"_s, u"+ stronger prompt"_s};
        if (i == 2)
            attempt.candidates.first().judgement->issues = {u"low_completeness"_s, u"incomplete_coverage"_s};
        turn.attempts.append(attempt);
        at += 2200ms;
    }
    turn.bestAttempt = 3;
    turn.verdict = turn.attempts.at(2).verdict;
    turn.latency = 9100ms;
    turn.cost = {.amount = Micros{14800}, .estimated = true};
    return turn;
}

Turn errored()
{
    Turn turn = base();
    turn.id = u"tn_15"_s;
    turn.number = 15;
    turn.status = TurnStatus::Errored;
    turn.evidence.clear();
    turn.stages = {stage(Stage::Predict, 0, 0ms, 2ms, 0, u"0.68"_s),
                   stage(Stage::Route, 0, 2ms, 1ms, 0, u"search_first"_s)};
    turn.stages.append(
        {.stage = Stage::Retrieve,
         .attempt = 1,
         .status = StageStatus::Failed,
         .startedAfter = 3ms,
         .duration = 45ms,
         .summary = u"0 docs"_s,
         .error =
             u"chroma: Nothing answers at http://localhost:8000. Start the server or clear retrieval.chroma_url."_s});
    turn.stages.append({.stage = Stage::Draft,
                        .attempt = 1,
                        .status = StageStatus::Failed,
                        .startedAfter = 50ms,
                        .duration = 160ms,
                        .error = u"openai/gpt-5-mini: the key was refused (401)."_s});
    turn.error =
        u"openai/gpt-5-mini at https://api.openai.com/v1: the key was refused (401). Check it under Settings, Model connections."_s;
    Attempt attempt{
        .number = 1,
        .candidates = {{.path = u"search_first"_s, .model = u"openai/gpt-5-mini"_s, .error = turn.error}},
        .policy = turn.policy,
        .latency = 210ms,
        .error = turn.error};
    turn.attempts = {attempt};
    turn.latency = 212ms;
    return turn;
}

Turn committee()
{
    Turn turn = base();
    turn.id = u"tn_16"_s;
    turn.number = 16;
    turn.policy.committee = true;
    turn.policy.dualPath = true;
    turn.route.strategy = Strategy::DualPath;
    turn.route.reason = u"Dual path is on: the fast and the premium path run side by side."_s;
    turn.stages += {stage(Stage::Draft, 1, 1016ms, 900ms, 800, u"fast-8b"_s),
                    stage(Stage::Draft, 1, 1016ms, 1700ms, 3700, u"premium-70b"_s),
                    stage(Stage::Validate, 1, 2716ms, 40ms, 0, u"valid"_s),
                    stage(Stage::Judge, 1, 2756ms, 1200ms, 1500, u"0.96"_s)};
    Attempt attempt = attemptOf(1, u"premium-70b"_s, Tier::Premium, 0.96F, 0.98F, 0.97F, 0.93F, turn.policy);
    Judgement &judgement = *attempt.candidates.first().judgement;
    judgement.rule = CommitteeRule::Median;
    judgement.disagreement = 0.36F;
    judgement.needsHuman = true;
    judgement.votes = {{.judge = u"rubric"_s, .model = u"judge-70b"_s, .scores = {.overall = 0.97F}},
                       {.judge = u"rubric"_s, .model = u"openai/gpt-5-mini"_s, .scores = {.overall = 0.96F}},
                       {.judge = u"offline"_s, .model = u"offline"_s, .scores = {.overall = 0.61F}}};
    judgement.issues = {u"incomplete_coverage"_s};
    Candidate direct = attempt.candidates.first();
    direct.path = u"direct"_s;
    direct.tier = Tier::Fast;
    direct.model = u"fast-8b"_s;
    direct.chosen = false;
    direct.selfConfidence = 0.6F;
    direct.answer = u"Usually yes; refunds take about a week."_s;
    direct.judgement = judged(0.78F, 0.74F, 0.9F, 0.7F);
    attempt.candidates.prepend(direct);
    turn.attempts = {attempt};
    turn.bestAttempt = 1;
    turn.verdict = attempt.verdict;
    turn.latency = 3960ms;
    turn.cost = {.amount = Micros{7300}};
    return turn;
}

Turn filledWith(const QString &text)
{
    Turn turn = samples::committee();
    for (QString *field : {&turn.question, &turn.answer, &turn.rewrittenQuery, &turn.error, &turn.labelNote,
                           &turn.route.reason, &turn.route.predictor, &turn.route.model, &turn.policy.profile,
                           &turn.policy.fastModel})
        *field = text;
    for (Contribution &one : turn.route.contributions)
        one.feature = text;
    for (Evidence &one : turn.evidence)
        one.label = one.sourceId = one.title = one.text = one.retriever = text;
    for (StageRecord &one : turn.stages)
        one.summary = one.error = text;
    turn.attempts.append(turn.attempts.first());
    turn.attempts.last().number = 2;
    for (Attempt &attempt : turn.attempts) {
        attempt.changes = {text, u"+ "_s + text.left(5000)};
        attempt.error = attempt.verdict.reason = text;
        for (Candidate &one : attempt.candidates) {
            one.path = one.model = one.answer = one.error = one.check.phrase = text;
            one.check.state = ResponseState::ToolResultsIgnored;
            one.citations = {text};
            one.prompt = {{text, text}, {u"user"_s, text}};
            for (QaCheck &check : one.qa.checks)
                check.name = check.detail = text;
            one.judgement->reasoning = text;
            one.judgement->issues = {text};
            for (JudgeVote &vote : one.judgement->votes)
                vote.judge = vote.model = vote.reasoning = vote.error = text;
        }
    }
    return turn;
}

} // namespace assay::samples
