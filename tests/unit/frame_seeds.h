// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/codec.h"
#include "unit/wire_fixture.h"

namespace assay::test {

/// Good frames of many kinds, plain and compressed, for tests that damage them.
inline QList<QByteArray> frameSeeds()
{
    Message rich = metrics();
    for (int i = 0; i < 30; ++i)
        set(rich, qPrintable(QStringLiteral("figure_%1").arg(i)), i / 100.0);
    set(rich, "accuracy", 0.9);
    Message monitor = metrics();
    set(monitor, "quality_average", 0.6);
    Message event = nodeEvent();
    auto &attributes = *event.mutable_event()->mutable_attributes();
    attributes["alert_type"].set_string_value("LOW_QUALITY");
    attributes["quality_score"].set_float_value(0.6);
    attributes["list"].mutable_array_value()->add_values()->set_float_value(0.5);
    Message batch;
    fill(batch.mutable_event_batch()->mutable_header(), wire::MESSAGE_TYPE_EVENT_BATCH);
    for (int i = 0; i < 4; ++i)
        *batch.mutable_event_batch()->add_events() = event.event();
    Message trace;
    fill(trace.mutable_execution_trace()->mutable_header(), wire::MESSAGE_TYPE_EXECUTION_TRACE);
    trace.mutable_execution_trace()->set_final_state(R"({"answer": "yes", "list": [1, 2]})");
    trace.mutable_execution_trace()->add_nodes_executed()->set_node("draft");
    Message chunk;
    fill(chunk.mutable_token_chunk()->mutable_header(), wire::MESSAGE_TYPE_TOKEN_CHUNK);
    for (unsigned id = 1; id < 20; ++id)
        chunk.mutable_token_chunk()->add_token_ids(id * 1000);
    QList<QByteArray> all{nested(40)};
    for (Message *message : {&rich, &monitor, &event, &batch, &trace, &chunk}) {
        all.append(plainFrame(*message));
        all.append('\x01' + zstd(plainFrame(*message).mid(1)));
    }
    return all;
}

} // namespace assay::test
