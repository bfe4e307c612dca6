// SPDX-License-Identifier: Apache-2.0
#include "support/event_samples.h"

#include "stream/codec.h"

#include <dashstream.pb.h>

namespace assay::test {

using namespace Qt::StringLiterals;

namespace wire = dashstream::v1;

namespace {

wire::Header *fill(wire::Header *header, const QString &thread, UtcTime at, wire::MessageType type)
{
    static qint64 made = 0;
    QByteArray id(16, '\0');
    const qint64 number = ++made * 0x9E3779B97F4A7C15;
    std::memcpy(id.data(), &number, sizeof number);
    header->set_message_id(id.toStdString());
    header->set_timestamp_us(toMicros(at));
    header->set_tenant_id("default");
    header->set_thread_id(thread.toStdString());
    header->set_sequence(static_cast<quint64>(made));
    header->set_type(type);
    header->set_schema_version(1);
    return header;
}

QByteArray frameOf(wire::DashStreamMessage &message)
{
    Codec codec({.compressAbove = 200});
    return *codec.encode(message);
}

void figure(wire::Metrics &metrics, const char *name, double value)
{
    wire::MetricValue &one = (*metrics.mutable_metrics())[name];
    one.set_float_value(value);
    one.set_unit("ratio");
    one.set_type(wire::MetricValue::METRIC_TYPE_GAUGE);
}

} // namespace

namespace frames {

QByteArray quality(const QString &thread, double accuracy, double relevance, double completeness, UtcTime at,
                   const QStringList &issues)
{
    wire::DashStreamMessage message;
    wire::Metrics &metrics = *message.mutable_metrics();
    fill(metrics.mutable_header(), thread, at, wire::MESSAGE_TYPE_METRICS);
    metrics.set_scope("quality");
    metrics.set_scope_id(thread.toStdString());
    figure(metrics, "accuracy", accuracy);
    figure(metrics, "relevance", relevance);
    figure(metrics, "completeness", completeness);
    const double mean = (accuracy + relevance + completeness) / 3.0;
    figure(metrics, "quality_score", mean);
    wire::MetricValue &passed = (*metrics.mutable_metrics())["passed"];
    passed.set_bool_value(mean >= 0.95);
    passed.set_unit("bool");
    (*metrics.mutable_tags())["model"] = "gpt-4o-mini";
    (*metrics.mutable_tags())["thread_id"] = thread.toStdString();
    for (const QString &issue : issues)
        (*metrics.mutable_tags())[issue.toStdString()] = "true";
    return frameOf(message);
}

QByteArray llm(const QString &thread, UtcTime at)
{
    wire::DashStreamMessage message;
    wire::Metrics &metrics = *message.mutable_metrics();
    fill(metrics.mutable_header(), thread, at, wire::MESSAGE_TYPE_METRICS);
    metrics.set_scope("llm");
    (*metrics.mutable_metrics())["prompt_tokens"].set_int_value(412);
    (*metrics.mutable_metrics())["completion_tokens"].set_int_value(188);
    (*metrics.mutable_metrics())["cost_usd"].set_float_value(0.0005);
    (*metrics.mutable_metrics())["duration_us"].set_int_value(1'210'000);
    (*metrics.mutable_tags())["model"] = "gpt-4o-mini";
    return frameOf(message);
}

QByteArray event(const QString &thread, int type, const QString &node, qint64 durationUs, UtcTime at)
{
    wire::DashStreamMessage message;
    wire::Event &one = *message.mutable_event();
    fill(one.mutable_header(), thread, at, wire::MESSAGE_TYPE_EVENT);
    one.set_event_type(static_cast<wire::EventType>(type));
    one.set_node_id(node.toStdString());
    one.set_duration_us(durationUs);
    return frameOf(message);
}

QByteArray tool(const QString &thread, UtcTime at)
{
    wire::DashStreamMessage message;
    wire::ToolExecution &one = *message.mutable_tool_execution();
    fill(one.mutable_header(), thread, at, wire::MESSAGE_TYPE_TOOL_EXECUTION);
    one.set_call_id("call_1");
    one.set_tool_name("billing.get_invoice");
    one.set_stage(wire::ToolExecution::EXECUTION_STAGE_COMPLETED);
    one.set_arguments(R"({"invoice":"INV-2044","customer":"c_771"})");
    one.set_result(std::string(600, 'x') + R"({"total":"41.20","currency":"EUR"})");
    one.set_duration_us(312'000);
    return frameOf(message);
}

QByteArray trace(const QString &thread, UtcTime at)
{
    wire::DashStreamMessage message;
    wire::ExecutionTrace &one = *message.mutable_execution_trace();
    fill(one.mutable_header(), thread, at, wire::MESSAGE_TYPE_EXECUTION_TRACE);
    one.set_thread_id(thread.toStdString());
    one.set_execution_id("ex_" + thread.toStdString());
    one.set_total_duration_ms(2880);
    one.set_total_tokens(600);
    one.set_completed(true);
    for (const char *node : {"predict", "route", "retrieve", "grade", "draft", "validate", "judge", "gate"}) {
        wire::NodeExecutionRecord &record = *one.add_nodes_executed();
        record.set_node(node);
        record.set_duration_ms(360);
        record.set_succeeded(true);
        record.set_input("What is the refund window and how long do card refunds take?");
    }
    return frameOf(message);
}

QByteArray cutShort(const QString &thread, UtcTime at)
{
    return tool(thread, at).chopped(41);
}

} // namespace frames

LogRecord mixedRecord(qint64 index, UtcTime at)
{
    static const QStringList threads{u"th_7c41e2"_s, u"th_0b9f10"_s, u"th_51aa07"_s, u"th_2203ee"_s,
                                     u"th_e00417"_s, u"th_9d3b55"_s, u"th_a17c90"_s};
    const QString thread = threads.at(index * 7 % 11 % threads.size());
    LogRecord record{
        .partition = static_cast<int>(qHash(thread) % 6), .timestamp = at, .key = thread.toUtf8()};
    const double swing = static_cast<double>(index * 37 % 100) / 100.0;
    switch (index % 9) {
    case 0: record.value = frames::quality(thread, 0.98 - 0.04 * swing, 0.97, 0.96, at); break;
    case 1: record.value = frames::event(thread, 11, u"judge"_s, 610'000, at); break;
    case 2: record.value = frames::event(thread, 10, u"draft"_s, 0, at); break;
    case 3:
        record.value = frames::quality(thread, 0.79 + 0.1 * swing, 0.94, 0.73 + 0.2 * swing, at,
                                       {u"tool_results_ignored"_s});
        break;
    case 4: record.value = frames::tool(thread, at); break;
    case 5: record.value = frames::llm(thread, at); break;
    case 6: record.value = frames::trace(thread, at); break;
    case 7:
        record.value = index % 27 == 7
                           ? frames::quality(thread, 0.66, 0.90, 0.57, at,
                                             {u"tool_results_ignored"_s, u"incomplete_coverage"_s})
                           : frames::event(thread, 1, u"graph"_s, 0, at);
        break;
    default: record.value = frames::event(thread, 2, QString(), 4'120'000, at); break;
    }
    return record;
}

/// One consumer of a ScriptedLog.
class ScriptedReader final : public LogReader
{
public:
    explicit ScriptedReader(std::shared_ptr<ScriptedLog::State> state) : m_state(std::move(state))
    {
        m_next.resize(m_state->partitions.size(), 0);
    }

    QString topic() const override { return QString::fromUtf16(ScriptedLog::topic); }

    Result<> seek(int partition, qint64 offset) override
    {
        m_next.at(static_cast<std::size_t>(partition)) = offset;
        return {};
    }

    Result<QList<LogRecord>> poll(std::chrono::milliseconds wait, int limit) override
    {
        std::unique_lock lock(m_state->mutex);
        QList<LogRecord> records = take(limit);
        if (records.isEmpty() && !m_state->failure) {
            m_state->grown.wait_for(lock, wait);
            records = take(limit);
        }
        if (m_state->failure)
            return assay::fail(Error(*m_state->failure));
        return records;
    }

    Result<QList<int>> partitions() override
    {
        QList<int> all;
        for (std::size_t i = 0; i < m_next.size(); ++i)
            all.append(static_cast<int>(i));
        return all;
    }

    Result<QList<LogExtent>> extents() override
    {
        const std::lock_guard lock(m_state->mutex);
        if (m_state->failure)
            return assay::fail(Error(*m_state->failure));
        QList<LogExtent> all;
        for (std::size_t i = 0; i < m_next.size(); ++i)
            all.append({static_cast<int>(i), m_state->partitions[i].low, m_state->partitions[i].end});
        return all;
    }

    Result<qint64> offsetAt(int partition, UtcTime time) override
    {
        const std::lock_guard lock(m_state->mutex);
        const ScriptedLog::Partition &own = m_state->partitions.at(static_cast<std::size_t>(partition));
        for (const LogRecord &record : own.records)
            if (record.timestamp >= time)
                return record.offset;
        return own.end;
    }

    std::optional<qint64> position(int partition) const override
    {
        return m_next.at(static_cast<std::size_t>(partition));
    }

    QList<LogPartitionState> states() const override
    {
        const std::lock_guard lock(m_state->mutex);
        QList<LogPartitionState> all;
        for (std::size_t i = 0; i < m_next.size(); ++i)
            all.append({.partition = static_cast<int>(i),
                        .position = m_next[i],
                        .low = m_state->partitions[i].low,
                        .end = m_state->partitions[i].end});
        return all;
    }

    LogGap gapKind(int partition, qint64, qint64 to) const override
    {
        const std::lock_guard lock(m_state->mutex);
        for (const auto &[end, kind] : m_state->partitions.at(static_cast<std::size_t>(partition)).gaps)
            if (end == to)
                return kind;
        return LogGap::Unknown;
    }

private:
    QList<LogRecord> take(int limit)
    {
        QList<LogRecord> records;
        for (std::size_t i = 0; i < m_next.size(); ++i) {
            const ScriptedLog::Partition &own = m_state->partitions[i];
            auto at = std::ranges::lower_bound(own.records, m_next[i], {}, &LogRecord::offset);
            for (; at != own.records.end() && records.size() < limit; ++at) {
                if (own.held && at->offset >= *own.held)
                    break;
                records.append(*at);
                m_next[i] = at->offset + 1;
            }
        }
        return records;
    }

    std::shared_ptr<ScriptedLog::State> m_state;
    std::vector<qint64> m_next;
};

ScriptedLog::ScriptedLog(int partitions, qint64 firstOffset)
{
    m_state->partitions.resize(static_cast<std::size_t>(partitions));
    for (Partition &one : m_state->partitions)
        one.low = one.end = firstOffset;
}

qint64 ScriptedLog::add(LogRecord record)
{
    const std::lock_guard lock(m_state->mutex);
    Partition &own = m_state->partitions.at(static_cast<std::size_t>(record.partition));
    record.topic = QString::fromUtf16(topic);
    record.offset = own.end++;
    own.records.push_back(record);
    m_state->grown.notify_all();
    return record.offset;
}

void ScriptedLog::skip(int partition, qint64 offsets, LogGap kind)
{
    const std::lock_guard lock(m_state->mutex);
    Partition &own = m_state->partitions.at(static_cast<std::size_t>(partition));
    own.end += offsets;
    own.gaps.append({own.end, kind});
}

void ScriptedLog::setLow(int partition, qint64 low)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->partitions.at(static_cast<std::size_t>(partition)).low = low;
}

void ScriptedLog::setFailure(std::optional<Error> failure)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->failure = std::move(failure);
    m_state->grown.notify_all();
}

void ScriptedLog::holdBack(int partition, std::optional<qint64> offset)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->partitions.at(static_cast<std::size_t>(partition)).held = offset;
    m_state->grown.notify_all();
}

std::unique_ptr<LogReader> ScriptedLog::makeReader()
{
    return std::make_unique<ScriptedReader>(m_state);
}

} // namespace assay::test
