// SPDX-License-Identifier: Apache-2.0
#include "agent/policy_from_settings.h"

namespace assay {

namespace {

int asInt(qint64 value)
{
    return static_cast<int>(value); // every declared range lies within int
}

int asMs(std::chrono::milliseconds value)
{
    return static_cast<int>(value.count());
}

/// Choices were checked against the enum's tokens when they were read.
template<typename E>
E choice(const QString &token, E otherwise)
{
    return fromToken<E>(token).value_or(otherwise);
}

void readQuality(Policy &policy, const Settings &s)
{
    policy.qualityThreshold = static_cast<float>(s.get("quality.threshold"_setting));
    policy.maxRetries = asInt(s.get("quality.max_retries"_setting));
    policy.autoRetry = s.get("quality.enable_auto_retry"_setting);
    policy.retryStrategy = choice(s.get("quality.retry_strategy"_setting), policy.retryStrategy);
    policy.qualityGate = s.get("quality.gate"_setting);
    policy.committee = s.get("quality.committee"_setting);
    policy.committeeSize = asInt(s.get("quality.committee_size"_setting));
    policy.committeeRule = choice(s.get("quality.committee_rule"_setting), policy.committeeRule);
}

void readAgent(Policy &policy, const Settings &s)
{
    policy.fastModel = s.get("agent.fast_model"_setting);
    policy.premiumModel = s.get("agent.premium_model"_setting);
    policy.judgeModel = s.get("agent.judge_model"_setting);
    policy.dualPath = s.get("agent.dual_path"_setting);
    policy.multiStrategy = s.get("agent.multi_strategy"_setting);
    policy.gradeDocuments = s.get("agent.grade_documents"_setting);
    policy.responseValidator = s.get("agent.response_validator"_setting);
    policy.toolResultValidator = s.get("agent.tool_result_validator"_setting);
    policy.mandatoryToolContext = s.get("agent.mandatory_tool_context"_setting);
    policy.confidenceScoring = s.get("agent.confidence_scoring"_setting);
    policy.calibration = s.get("agent.calibration"_setting);
    policy.qaSubgraph = s.get("agent.qa_subgraph"_setting);
    policy.activeLearning = s.get("agent.active_learning"_setting);
}

} // namespace

Policy policyFromSettings(const Settings &s)
{
    Policy policy;
    policy.revision = s.revision();
    policy.profile = s.profile();
    readQuality(policy, s);
    readAgent(policy, s);
    policy.cascade = s.get("cost.enable_cascade"_setting);
    policy.confidenceThreshold = static_cast<float>(s.get("cost.confidence_threshold"_setting));
    policy.rateLimitPerSecond = s.get("cost.rate_limit_per_second"_setting);
    policy.rateLimitBurst = static_cast<double>(s.get("cost.rate_limit_burst"_setting));
    policy.telemetry = s.get("telemetry.enable_dashstream"_setting);
    policy.retrieveLimit = asInt(s.get("retrieval.limit"_setting));
    policy.retrieveTimeoutMs = asMs(s.get("retrieval.timeout_ms"_setting));
    policy.modelTimeoutMs = asMs(s.get("models.timeout_ms"_setting));
    policy.maxTokens = asInt(s.get("models.max_tokens"_setting));
    policy.temperature = s.get("models.temperature"_setting);
    return policy;
}

} // namespace assay
