// SPDX-License-Identifier: Apache-2.0
#include "ingest_traffic.h"

#include "stream/codec.h"

#include <QtCore/QRandomGenerator>

#include <dashstream.pb.h>

namespace assay::bench {

namespace {

namespace wire = dashstream::v1;

constexpr int perThread = 200;
constexpr int liveThreads = 50;

void fill(wire::Header &header, int number, QRandomGenerator &random, wire::MessageType type)
{
    std::string id(16, '\0');
    for (int i = 0; i < 16; i += 4) {
        const quint32 word = random.generate();
        std::memcpy(&id[static_cast<std::size_t>(i)], &word, sizeof word);
    }
    header.set_message_id(id);
    header.set_timestamp_us(1'795'000'000'000'000 + number * 400LL);
    header.set_tenant_id("default");
    // Fifty conversations at any time, each of 200 messages.
    const int thread = number / (perThread * liveThreads) * liveThreads + number % liveThreads;
    header.set_thread_id("th_" + std::to_string(100'000'000 + thread));
    header.set_sequence(static_cast<quint64>(number / liveThreads % perThread) + 1);
    header.set_type(type);
    header.set_schema_version(1);
}

void fillQuality(wire::Metrics &metrics, int number, QRandomGenerator &random)
{
    fill(*metrics.mutable_header(), number, random, wire::MESSAGE_TYPE_METRICS);
    metrics.set_scope("quality");
    metrics.set_scope_id(metrics.header().thread_id());
    double sum = 0.0;
    const auto figure = [&](const char *name, double value) {
        auto &metric = (*metrics.mutable_metrics())[name];
        metric.set_float_value(value);
        metric.set_type(wire::MetricValue::METRIC_TYPE_GAUGE);
        metric.set_unit("ratio");
    };
    for (const char *name : {"accuracy", "relevance", "completeness"}) {
        const double value = 0.7 + random.bounded(0.3);
        sum += value;
        figure(name, value);
    }
    figure("quality_score", sum / 3.0);
    (*metrics.mutable_metrics())["passed"].set_bool_value(sum / 3.0 >= 0.95);
    (*metrics.mutable_metrics())["latency_ms"].set_int_value(200 + random.bounded(4000));
    (*metrics.mutable_metrics())["retry_count"].set_int_value(random.bounded(3));
    (*metrics.mutable_tags())["model"] = "model-" + std::to_string(random.bounded(6));
    (*metrics.mutable_tags())["category"] = "billing";
    if (random.bounded(8) == 0)
        (*metrics.mutable_tags())["low_accuracy"] = "true";
}

void fillEvent(wire::Event &event, int number, QRandomGenerator &random)
{
    fill(*event.mutable_header(), number, random, wire::MESSAGE_TYPE_EVENT);
    event.set_event_type(random.bounded(2) == 0 ? wire::EVENT_TYPE_NODE_START : wire::EVENT_TYPE_NODE_END);
    event.set_node_id("retrieve_documents");
    event.set_duration_us(random.bounded(900'000));
    (*event.mutable_attributes())["config_version"].set_int_value(3);
    (*event.mutable_attributes())["config_hash"].set_string_value(std::string(64, 'c'));
    (*event.mutable_attributes())["message"].set_string_value(
        std::string(static_cast<std::size_t>(40 + random.bounded(700) / 2), 'm'));
}

void fillChunk(wire::TokenChunk &chunk, int number, QRandomGenerator &random)
{
    fill(*chunk.mutable_header(), number, random, wire::MESSAGE_TYPE_TOKEN_CHUNK);
    chunk.set_request_id("req-" + std::to_string(number / 10));
    chunk.set_text(std::string(static_cast<std::size_t>(random.bounded(120)), 't'));
    chunk.set_chunk_index(static_cast<quint32>(number % 100));
    chunk.set_model("model-1");
}

} // namespace

std::vector<QByteArray> makeTraffic(int count, int first)
{
    Codec codec;
    std::vector<QByteArray> frames;
    frames.reserve(static_cast<std::size_t>(count));
    QRandomGenerator random(static_cast<quint32>(20261121 + first));
    for (int number = first; number < first + count; ++number) {
        wire::DashStreamMessage message;
        const int kind = number % 10;
        if (kind < 6)
            fillQuality(*message.mutable_metrics(), number, random);
        else if (kind < 9)
            fillEvent(*message.mutable_event(), number, random);
        else
            fillChunk(*message.mutable_token_chunk(), number, random);
        frames.push_back(*codec.encode(message));
    }
    return frames;
}

} // namespace assay::bench
