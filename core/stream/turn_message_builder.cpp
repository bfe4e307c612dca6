// SPDX-License-Identifier: Apache-2.0
#include "stream/turn_message_builder.h"

#include "base/text.h"
#include "stream/redact.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

namespace wire = dashstream::v1;
using Message = wire::DashStreamMessage;
using MetricValue = wire::MetricValue;

void setTime(wire::Header *header, UtcTime time)
{
    header->set_timestamp_us(toMicros(time));
}

wire::Event *startEvent(Message &message, const Turn &turn, wire::EventType type, UtcTime time)
{
    wire::Event *event = message.mutable_event();
    setTime(event->mutable_header(), time);
    event->set_event_type(type);
    (*event->mutable_attributes())["turn_id"].set_string_value(wireText(turn.id));
    return event;
}

void setText(wire::Event *event, const char *key, const QString &value)
{
    if (!value.isEmpty())
        (*event->mutable_attributes())[key].set_string_value(wireText(value));
}

void setGauge(wire::Metrics *metrics, const char *key, std::optional<float> value)
{
    if (!value)
        return;
    MetricValue &metric = (*metrics->mutable_metrics())[key];
    metric.set_float_value(static_cast<double>(*value));
    metric.set_unit("ratio");
    metric.set_type(MetricValue::METRIC_TYPE_GAUGE);
}

void setInteger(wire::Metrics *metrics, const char *key, qint64 value, const char *unit,
                MetricValue::MetricType type = MetricValue::METRIC_TYPE_GAUGE)
{
    MetricValue &metric = (*metrics->mutable_metrics())[key];
    metric.set_int_value(value);
    metric.set_unit(unit);
    metric.set_type(type);
}

void setTag(wire::Metrics *metrics, const std::string &key, const QString &value)
{
    if (!value.isEmpty())
        (*metrics->mutable_tags())[key] = wireText(value);
}

wire::Metrics *startMetrics(Message &message, const Turn &turn, const char *scope, UtcTime time)
{
    wire::Metrics *metrics = message.mutable_metrics();
    setTime(metrics->mutable_header(), time);
    metrics->set_scope(scope);
    metrics->set_scope_id(wireText(turn.threadId));
    setTag(metrics, "turn_id", turn.id);
    return metrics;
}

/// One model call, or nothing when it used none.
void addCall(std::vector<Message> &out, const Turn &turn, int attempt, const QString &purpose,
             const QString &model, const Usage &usage, const Cost &cost, std::chrono::microseconds duration)
{
    if (usage.promptTokens == 0 && usage.completionTokens == 0 && cost.amount == Micros{})
        return;
    Message &message = out.emplace_back();
    wire::Metrics *metrics = startMetrics(message, turn, "llm", turn.askedAt + turn.latency);
    constexpr auto counter = MetricValue::METRIC_TYPE_COUNTER;
    setInteger(metrics, "prompt_tokens", usage.promptTokens, "tokens", counter);
    setInteger(metrics, "completion_tokens", usage.completionTokens, "tokens", counter);
    setInteger(metrics, "total_tokens", usage.promptTokens + usage.completionTokens, "tokens", counter);
    setInteger(metrics, "cost_micros", cost.amount.value, "micro_usd", counter);
    MetricValue &usd = (*metrics->mutable_metrics())["cost_usd"];
    usd.set_float_value(static_cast<double>(cost.amount.value) / 1e6);
    usd.set_unit("usd");
    usd.set_type(counter);
    if (duration.count() != 0)
        setInteger(metrics, "duration_us", duration.count(), "us");
    setTag(metrics, "model", model);
    setTag(metrics, "purpose", purpose);
    if (attempt > 0)
        setTag(metrics, "attempt", QString::number(attempt));
    if (usage.estimated || cost.estimated)
        setTag(metrics, "estimated", u"true"_s);
}

void setJudgement(wire::Metrics *metrics, const Judgement &judgement, const Verdict &verdict)
{
    setGauge(metrics, "accuracy", judgement.scores.accuracy);
    setGauge(metrics, "relevance", judgement.scores.relevance);
    setGauge(metrics, "completeness", judgement.scores.completeness);
    setGauge(metrics, "quality_score", verdict.score ? verdict.score : judgement.scores.overall);
    setGauge(metrics, "threshold", verdict.threshold);
    MetricValue &passed = (*metrics->mutable_metrics())["passed"];
    passed.set_bool_value(verdict.passed);
    passed.set_unit("bool");
    passed.set_type(MetricValue::METRIC_TYPE_GAUGE);
    for (const QString &issue : judgement.issues)
        setTag(metrics, wireText(issue), u"true"_s);
}

std::chrono::milliseconds inMilliseconds(std::chrono::microseconds time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time);
}

Message toolMessage(const Turn &turn, int index, const QString &tool, const QJsonArray &result, bool failed)
{
    Message message;
    wire::ToolExecution *execution = message.mutable_tool_execution();
    UtcTime time = turn.askedAt;
    for (const StageRecord &stage : turn.stages) {
        if (stage.stage != Stage::Retrieve)
            continue;
        time = turn.askedAt + stage.startedAfter + stage.duration;
        execution->set_duration_us(stage.duration.count());
    }
    setTime(execution->mutable_header(), time);
    execution->set_call_id(wireText(turn.id + u'/' + QString::number(index)));
    execution->set_tool_name(wireText(tool));
    execution->set_stage(failed ? wire::ToolExecution::EXECUTION_STAGE_FAILED
                                : wire::ToolExecution::EXECUTION_STAGE_COMPLETED);
    const QString query = turn.rewrittenQuery.isEmpty() ? turn.question : turn.rewrittenQuery;
    const QJsonObject arguments{{u"turn_id"_s, turn.id},
                                {u"query"_s, redactSecrets(cleanText(query.left(4096)))}};
    execution->set_arguments(QJsonDocument(arguments).toJson(QJsonDocument::Compact).toStdString());
    execution->set_result(QJsonDocument(result).toJson(QJsonDocument::Compact).toStdString());
    return message;
}

QJsonObject evidenceLine(const Evidence &evidence)
{
    return QJsonObject{{u"label"_s, evidence.label},
                       {u"source_id"_s, redactSecrets(cleanText(evidence.sourceId))},
                       {u"title"_s, redactSecrets(cleanText(evidence.title))},
                       {u"score"_s, evidence.score},
                       {u"grade"_s, tokenOf(evidence.grade)},
                       {u"state"_s, tokenOf(evidence.toolState)}};
}

} // namespace

std::string wireText(const QString &text)
{
    return redactSecrets(cleanText(text)).toStdString();
}

Message graphStart(const Turn &turn)
{
    Message message;
    wire::Event *event = startEvent(message, turn, wire::EVENT_TYPE_GRAPH_START, turn.askedAt);
    setText(event, "graph_name", u"assay"_s);
    (*event->mutable_attributes())["turn_number"].set_int_value(turn.number);
    return message;
}

Message graphEnd(const Turn &turn)
{
    const bool error = turn.status == TurnStatus::Errored;
    Message message;
    wire::Event *event =
        startEvent(message, turn, error ? wire::EVENT_TYPE_GRAPH_ERROR : wire::EVENT_TYPE_GRAPH_END,
                   turn.askedAt + turn.latency);
    event->set_duration_us(turn.latency.count());
    setText(event, "status", tokenOf(turn.status));
    setText(event, "error", turn.error);
    return message;
}

std::vector<Message> stageMessages(const Turn &turn, const StageRecord &stage)
{
    std::vector<Message> all;
    if (stage.status == StageStatus::Skipped)
        return all;
    const auto add = [&](wire::EventType type, UtcTime time) {
        wire::Event *event = startEvent(all.emplace_back(), turn, type, time);
        event->set_node_id(wireText(tokenOf(stage.stage)));
        (*event->mutable_attributes())["attempt"].set_int_value(stage.attempt);
        return event;
    };
    const UtcTime start = turn.askedAt + stage.startedAfter;
    add(wire::EVENT_TYPE_NODE_START, start);
    if (stage.status == StageStatus::Running)
        return all;
    const bool failed = stage.status == StageStatus::Failed;
    wire::Event *end =
        add(failed ? wire::EVENT_TYPE_NODE_ERROR : wire::EVENT_TYPE_NODE_END, start + stage.duration);
    end->set_duration_us(stage.duration.count());
    setText(end, "summary", stage.summary);
    setText(end, "error", stage.error);
    return all;
}

std::vector<Message> toolMessages(const Turn &turn)
{
    std::vector<Message> all;
    QStringList retrievers;
    int index = 0;
    for (const Evidence &evidence : turn.evidence) {
        if (evidence.kind == EvidenceKind::ToolResult) {
            all.push_back(toolMessage(turn, ++index, evidence.retriever, {evidenceLine(evidence)},
                                      evidence.toolState == ToolResultState::Failed));
        } else if (!retrievers.contains(evidence.retriever)) {
            retrievers.append(evidence.retriever);
        }
    }
    for (const QString &retriever : std::as_const(retrievers)) {
        QJsonArray found;
        for (const Evidence &evidence : turn.evidence)
            if (evidence.retriever == retriever && evidence.kind != EvidenceKind::ToolResult)
                found.append(evidenceLine(evidence));
        all.push_back(toolMessage(turn, ++index, retriever, found, false));
    }
    return all;
}

std::vector<Message> llmMessages(const Turn &turn)
{
    std::vector<Message> all;
    for (const Attempt &attempt : turn.attempts) {
        for (const Candidate &candidate : attempt.candidates) {
            addCall(all, turn, attempt.number, u"draft"_s, candidate.model, candidate.usage, candidate.cost,
                    candidate.latency);
            if (!candidate.judgement)
                continue;
            for (const JudgeVote &vote : candidate.judgement->votes)
                addCall(all, turn, attempt.number, u"judge"_s, vote.model.isEmpty() ? vote.judge : vote.model,
                        vote.usage, vote.cost, std::chrono::microseconds(0));
        }
    }
    for (const StageRecord &stage : turn.stages)
        if (stage.stage != Stage::Draft && stage.stage != Stage::Judge)
            addCall(all, turn, stage.attempt, tokenOf(stage.stage), turn.route.model, stage.usage, stage.cost,
                    stage.duration);
    return all;
}

std::vector<Message> qualityMessages(const Turn &turn, const QString &tenantId)
{
    std::vector<Message> all;
    for (const Attempt &attempt : turn.attempts) {
        const Candidate *candidate = attempt.chosen();
        if (candidate == nullptr || !candidate->judgement)
            continue;
        const UtcTime time = turn.askedAt + attempt.startedAfter + attempt.latency;
        wire::Metrics *metrics = startMetrics(all.emplace_back(), turn, "quality_attempt", time);
        setJudgement(metrics, *candidate->judgement, attempt.verdict);
        setInteger(metrics, "attempt", attempt.number, "count");
        setInteger(metrics, "latency_ms", inMilliseconds(attempt.latency).count(), "ms");
        setTag(metrics, "model", candidate->model);
    }
    const Attempt *best = turn.best();
    const Candidate *answer = best != nullptr ? best->chosen() : nullptr;
    if (answer == nullptr || !answer->judgement)
        return all;
    wire::Metrics *metrics = startMetrics(all.emplace_back(), turn, "quality", turn.askedAt + turn.latency);
    setJudgement(metrics, *answer->judgement, turn.verdict);
    setInteger(metrics, "latency_ms", inMilliseconds(turn.latency).count(), "ms");
    setInteger(metrics, "retry_count", std::max<qint64>(0, turn.attempts.size() - 1), "count");
    setInteger(metrics, "turn_number", turn.number, "count");
    setTag(metrics, "thread_id", turn.threadId);
    setTag(metrics, "tenant_id", tenantId);
    setTag(metrics, "query_id", turn.id);
    setTag(metrics, "model", answer->model);
    return all;
}

std::optional<v1::ExtendedEnvelope> evaluationMessage(const Turn &turn)
{
    const Attempt *best = turn.best();
    const Candidate *answer = best != nullptr ? best->chosen() : nullptr;
    if (answer == nullptr || !answer->judgement)
        return std::nullopt;
    v1::ExtendedEnvelope message;
    v1::QualityEvaluation *quality = message.mutable_quality_evaluation();
    setTime(quality->mutable_header(), turn.askedAt + turn.latency);
    quality->set_response_id(wireText(turn.id));
    const Scores &scores = answer->judgement->scores;
    if (scores.accuracy)
        quality->set_accuracy(*scores.accuracy);
    if (scores.relevance)
        quality->set_relevance(*scores.relevance);
    if (scores.completeness)
        quality->set_completeness(*scores.completeness);
    if (const std::optional<float> overall = turn.verdict.score ? turn.verdict.score : scores.overall)
        quality->set_overall_score(*overall);
    quality->set_reasoning(wireText(answer->judgement->reasoning));
    for (const QString &issue : answer->judgement->issues)
        quality->add_issues(wireText(issue));
    return message;
}

Message traceMessage(const Turn &turn, const QByteArray &finalState)
{
    Message message;
    wire::ExecutionTrace *trace = message.mutable_execution_trace();
    setTime(trace->mutable_header(), turn.askedAt + turn.latency);
    trace->set_thread_id(wireText(turn.threadId));
    trace->set_execution_id(wireText(turn.id));
    for (const StageRecord &stage : turn.stages) {
        if (stage.status == StageStatus::Skipped)
            continue;
        wire::NodeExecutionRecord *node = trace->add_nodes_executed();
        node->set_node(wireText(tokenOf(stage.stage)));
        node->set_duration_ms(
            static_cast<quint64>(std::max<qint64>(0, inMilliseconds(stage.duration).count())));
        node->set_prompt_tokens(static_cast<quint64>(std::max<qint64>(0, stage.usage.promptTokens)));
        node->set_completion_tokens(static_cast<quint64>(std::max<qint64>(0, stage.usage.completionTokens)));
        node->set_total_tokens(node->prompt_tokens() + node->completion_tokens());
        node->set_succeeded(stage.status == StageStatus::Done);
        node->set_started_at(toIso(turn.askedAt + stage.startedAfter).toStdString());
        node->set_ended_at(toIso(turn.askedAt + stage.startedAfter + stage.duration).toStdString());
        if (stage.error.isEmpty())
            continue;
        wire::ErrorRecord *error = trace->add_errors();
        error->set_node(node->node());
        error->set_message(wireText(stage.error));
        error->set_timestamp(node->ended_at());
        error->set_recovered(turn.status == TurnStatus::Passed);
    }
    trace->set_total_duration_ms(
        static_cast<quint64>(std::max<qint64>(0, inMilliseconds(turn.latency).count())));
    trace->set_total_tokens(
        static_cast<quint64>(std::max<qint64>(0, turn.usage.promptTokens + turn.usage.completionTokens)));
    trace->set_completed(turn.status == TurnStatus::Passed || turn.status == TurnStatus::Failed);
    trace->set_started_at(toIso(turn.askedAt).toStdString());
    trace->set_ended_at(toIso(turn.askedAt + turn.latency).toStdString());
    trace->set_final_state(finalState.toStdString());
    // Not a literal: that trips a false overflow warning of g++ 12 at -O2.
    (*trace->mutable_metadata())["assay_turn"].assign(1, '1');
    return message;
}

Message labelMetrics(const QString &turnId, const QString &threadId, Label label, const QString &note,
                     UtcTime now)
{
    Message message;
    wire::Metrics *metrics = message.mutable_metrics();
    setTime(metrics->mutable_header(), now);
    metrics->set_scope("label");
    metrics->set_scope_id(wireText(threadId));
    (*metrics->mutable_metrics())["label"].set_string_value(tokenOf(label).toStdString());
    if (!note.isEmpty())
        (*metrics->mutable_metrics())["note"].set_string_value(wireText(note));
    setTag(metrics, "turn_id", turnId);
    return message;
}

} // namespace assay
