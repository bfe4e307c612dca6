// SPDX-License-Identifier: Apache-2.0
#include "alerts/alert_file.h"

namespace assay {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A rule of a metric with a ceiling, in the guide's five minutes.
AlertRule above(const char *name, const char *metric, double ceiling, const char *summary)
{
    return {.name = QString::fromLatin1(name),
            .shipped = true,
            .metric = QString::fromLatin1(metric),
            .ceiling = ceiling,
            .annotations = {{u"summary"_s, QString::fromUtf8(summary)}}};
}

AlertRule below(const char *name, const char *metric, double floor, const char *summary)
{
    AlertRule rule = above(name, metric, 0.0, summary);
    rule.ceiling.reset();
    rule.floor = floor;
    return rule;
}

/// Texts are those of the deployment guide where it has some; alert texts are data that goes to other
/// programs, and stay English.
QList<AlertRule> guideRules()
{
    AlertRule degradation =
        below("QualityDegradation", "last_quality_score", 0.95, "Quality score below threshold");
    degradation.holds = 5min;
    AlertRule failures = above("HighFailureRate", "failure_rate", 0.10, "Query failure rate exceeds 10%");
    failures.holds = 5min;
    AlertRule response =
        below("Low Quality Response", "response_score", 0.95, "A response scored below its threshold");
    AlertRule ignoring = above("High Tool Ignore Rate", "tool_ignore_rate", 0.05,
                               "Responses ignore the tool results they were given");
    ignoring.annotations.insert(u"action"_s, u"Investigate system prompt or retry logic"_s);
    ignoring.fewest = 10;
    return {degradation, failures, response, ignoring};
}

QList<AlertRule> operationRules()
{
    AlertRule cost =
        above("HighCostPerQuery", "cost_per_query", 0.05, "Queries cost more than $0.05 on average");
    cost.window = 1h;
    cost.fewest = 10;
    cost.annotations.insert(u"action"_s, u"Look for a change of models, prompts or retries"_s);
    AlertRule latency =
        above("HighLatency", "latency_p95", 5000.0, "95 of 100 responses take longer than 5 seconds");
    latency.holds = 5min;
    latency.fewest = 10;
    AlertRule retries =
        above("HighRetryRate", "retry_rate", 0.20, "More than 20% of responses needed a retry");
    retries.holds = 5min;
    retries.fewest = 10;
    AlertRule lag = above("HighLag", "lag", 10'000.0, "More than 10,000 records wait to be stored");
    lag.holds = 5min;
    lag.annotations.insert(
        u"action"_s, u"Check the brokers and the disk of the store; add members to the consumer group"_s);
    AlertRule decoding = above("DecodeErrors", "decode_errors", 0.0, "Records could not be read");
    decoding.annotations.insert(u"action"_s,
                                u"Look at them in Events; retry them once a newer version reads them"_s);
    AlertRule silence = below("DataStopped", "responses", 1.0, "No response has been judged for 15 minutes");
    silence.window = 15min;
    silence.severity = AlertSeverity::Critical;
    silence.annotations.insert(u"action"_s, u"Check the producers, the brokers and the ingest"_s);
    return {cost, latency, retries, lag, decoding, silence};
}

/// What the production workflow asks to be told of.
QList<AlertRule> workflowRules()
{
    AlertRule latency = above("LatencyP95Above500ms", "latency_p95", 500.0, "P95 latency exceeds 500 ms");
    latency.severity = AlertSeverity::Info;
    latency.fewest = 10;
    AlertRule errors = above("ErrorRateAbove1Percent", "error_rate", 0.01, "More than 1% of runs broke off");
    errors.fewest = 10;
    AlertRule slow = above("QueryAbove2s", "latency_max", 2000.0, "A query took longer than 2 seconds");
    slow.severity = AlertSeverity::Info;
    AlertRule retrieval =
        below("RetrievalScoreBelow0.7", "retrieval_score", 0.7, "Passages cover questions by less than 0.7");
    retrieval.fewest = 5;
    AlertRule cpu = above("CpuAbove80Percent", "cpu_percent", 80.0, "Processors are more than 80% in use");
    cpu.holds = 5min;
    AlertRule memory =
        above("MemoryAbove80Percent", "memory_percent", 80.0, "Memory is more than 80% in use");
    memory.holds = 5min;
    QList<AlertRule> rules{latency, errors, slow, retrieval, cpu, memory};
    for (AlertRule &rule : rules)
        rule.group = u"assay-production-workflow"_s;
    return rules;
}

} // namespace

const AlertRules &shippedAlertRules()
{
    static const AlertRules shipped{
        .rules = guideRules() + operationRules() + workflowRules(),
        // Where no data comes, nothing else is news.
        .inhibitions = {{.source = {{u"alertname"_s, u"DataStopped"_s}},
                         .target = {{u"alertname"_s, u"QualityDegradation"_s}}}},
    };
    return shipped;
}

} // namespace assay
