// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "turn/turn.h"

#include <concepts>

namespace assay::json {

// The JSON fields of every domain struct, once. One list serves both directions: V is a writer,
// called with const members, or a reader, called with mutable ones.

template<typename S, typename T>
concept Is = std::same_as<std::remove_const_t<S>, T>;

template<typename V, Is<Scores> S>
void fields(V &v, S &s)
{
    v("accuracy", s.accuracy);
    v("relevance", s.relevance);
    v("completeness", s.completeness);
    v("overall", s.overall);
}

template<typename V, Is<Usage> S>
void fields(V &v, S &s)
{
    v("prompt_tokens", s.promptTokens);
    v("completion_tokens", s.completionTokens);
    v("estimated", s.estimated);
}

template<typename V, Is<Cost> S>
void fields(V &v, S &s)
{
    v("amount_micros", s.amount);
    v("estimated", s.estimated);
}

template<typename V, Is<JudgeVote> S>
void fields(V &v, S &s)
{
    v("judge", s.judge);
    v("model", s.model);
    v("scores", s.scores);
    v("reasoning", s.reasoning);
    v("issues", s.issues);
    v("error", s.error);
    v("usage", s.usage);
    v("cost", s.cost);
}

template<typename V, Is<Judgement> S>
void fields(V &v, S &s)
{
    v("scores", s.scores);
    v("reasoning", s.reasoning);
    v("issues", s.issues);
    v("votes", s.votes);
    v("rule", s.rule);
    v("disagreement", s.disagreement);
    v("needs_human", s.needsHuman);
    v("usage", s.usage);
    v("cost", s.cost);
}

template<typename V, Is<Verdict> S>
void fields(V &v, S &s)
{
    v("passed", s.passed);
    v("score", s.score);
    v("threshold", s.threshold);
    v("policy_revision", s.policyRevision);
    v("reason", s.reason);
}

template<typename V, Is<Policy> S>
void fields(V &v, S &s)
{
    v("revision", s.revision);
    v("profile", s.profile);
    v("quality_threshold", s.qualityThreshold);
    v("max_retries", s.maxRetries);
    v("auto_retry", s.autoRetry);
    v("retry_strategy", s.retryStrategy);
    v("cascade", s.cascade);
    v("confidence_scoring", s.confidenceScoring);
    v("calibration", s.calibration);
    v("confidence_threshold", s.confidenceThreshold);
    v("fast_model", s.fastModel);
    v("premium_model", s.premiumModel);
    v("judge_model", s.judgeModel);
    v("dual_path", s.dualPath);
    v("multi_strategy", s.multiStrategy);
    v("grade_documents", s.gradeDocuments);
    v("response_validator", s.responseValidator);
    v("tool_result_validator", s.toolResultValidator);
    v("quality_gate", s.qualityGate);
    v("qa_subgraph", s.qaSubgraph);
    v("active_learning", s.activeLearning);
    v("mandatory_tool_context", s.mandatoryToolContext);
    v("telemetry", s.telemetry);
    v("committee", s.committee);
    v("committee_size", s.committeeSize);
    v("committee_rule", s.committeeRule);
    v("rate_limit_per_second", s.rateLimitPerSecond);
    v("rate_limit_burst", s.rateLimitBurst);
    v("retrieve_limit", s.retrieveLimit);
    v("retrieve_timeout_ms", s.retrieveTimeoutMs);
    v("model_timeout_ms", s.modelTimeoutMs);
    v("max_tokens", s.maxTokens);
    v("temperature", s.temperature);
}

template<typename V, Is<PromptMessage> S>
void fields(V &v, S &s)
{
    v("role", s.role);
    v("text", s.text);
}

template<typename V, Is<Evidence> S>
void fields(V &v, S &s)
{
    v("label", s.label);
    v("source_id", s.sourceId);
    v("title", s.title);
    v("text", s.text);
    v("retriever", s.retriever);
    v("kind", s.kind);
    v("score", s.score);
    v("grade", s.grade);
    v("grade_score", s.gradeScore);
    v("cited", s.cited);
    v("tool_state", s.toolState);
}

template<typename V, Is<Contribution> S>
void fields(V &v, S &s)
{
    v("feature", s.feature);
    v("value", s.value);
    v("weight", s.weight);
}

template<typename V, Is<Route> S>
void fields(V &v, S &s)
{
    v("confidence", s.confidence);
    v("contributions", s.contributions);
    v("predictor", s.predictor);
    v("tier", s.tier);
    v("strategy", s.strategy);
    v("model", s.model);
    v("reason", s.reason);
}

template<typename V, Is<ResponseCheck> S>
void fields(V &v, S &s)
{
    v("state", s.state);
    v("phrase", s.phrase);
}

template<typename V, Is<QaCheck> S>
void fields(V &v, S &s)
{
    v("name", s.name);
    v("passed", s.passed);
    v("detail", s.detail);
}

template<typename V, Is<QaReport> S>
void fields(V &v, S &s)
{
    v("passed", s.passed);
    v("checks", s.checks);
}

template<typename V, Is<Candidate> S>
void fields(V &v, S &s)
{
    v("path", s.path);
    v("tier", s.tier);
    v("model", s.model);
    v("answer", s.answer);
    v("citations", s.citations);
    v("prompt", s.prompt);
    v("usage", s.usage);
    v("cost", s.cost);
    v("latency_us", s.latency);
    v("check", s.check);
    v("qa", s.qa);
    v("judgement", s.judgement);
    v("self_confidence", s.selfConfidence);
    v("error", s.error);
    v("chosen", s.chosen);
    v("votes", s.votes);
}

template<typename V, Is<Attempt> S>
void fields(V &v, S &s)
{
    v("number", s.number);
    v("retry_strategy", s.retryStrategy);
    v("changes", s.changes);
    v("candidates", s.candidates);
    v("verdict", s.verdict);
    v("policy", s.policy);
    v("started_after_us", s.startedAfter);
    v("latency_us", s.latency);
    v("cost", s.cost);
    v("error", s.error);
}

template<typename V, Is<StageRecord> S>
void fields(V &v, S &s)
{
    v("stage", s.stage);
    v("attempt", s.attempt);
    v("status", s.status);
    v("started_after_us", s.startedAfter);
    v("duration_us", s.duration);
    v("usage", s.usage);
    v("cost", s.cost);
    v("summary", s.summary);
    v("error", s.error);
}

template<typename V, Is<LearningRecord> S>
void fields(V &v, S &s)
{
    v("tool_used", s.toolUsed);
    v("should_use_tool", s.shouldUseTool);
    v("quality_score", s.qualityScore);
    v("fast_path_passed", s.fastPathPassed);
    v("first_tier_fast", s.firstTierFast);
}

template<typename V, Is<PromptUse> S>
void fields(V &v, S &s)
{
    v("name", s.name);
    v("version", s.version);
    v("hash", s.hash);
}

template<typename V, Is<Turn> S>
void fields(V &v, S &s)
{
    v("id", s.id);
    v("thread_id", s.threadId);
    v("number", s.number);
    v("question", s.question);
    v("asked_at", s.askedAt);
    v("status", s.status);
    v("offline", s.offline);
    v("route", s.route);
    v("rewritten_query", s.rewrittenQuery);
    v("evidence", s.evidence);
    v("attempts", s.attempts);
    v("best_attempt", s.bestAttempt);
    v("answer", s.answer);
    v("verdict", s.verdict);
    v("stages", s.stages);
    v("usage", s.usage);
    v("cost", s.cost);
    v("latency_us", s.latency);
    v("policy", s.policy);
    v("prompts", s.prompts);
    v("learning", s.learning);
    v("error", s.error);
    v("label", s.label);
    v("label_note", s.labelNote);
}

} // namespace assay::json
