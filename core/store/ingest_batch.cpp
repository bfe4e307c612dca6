// SPDX-License-Identifier: Apache-2.0
#include "store/ingest_batch.h"

#include <algorithm>

namespace assay {

namespace {

Utf8 view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QualityFields qualityFields(TextArena &arena, const QualityRow &row)
{
    return {.source = arena.keep(row.source),
            .scope = arena.keep(row.scope),
            .scores = row.scores,
            .passed = row.passed,
            .threshold = row.threshold,
            .issueCount = row.issueCount,
            .latencyMs = row.latencyMs,
            .retryCount = row.retryCount,
            .turnNumber = row.turnNumber,
            .attempt = row.attempt,
            .issues = arena.keep(row.issues.join(u'\n')),
            .scopeId = arena.keep(row.scopeId),
            .queryId = arena.keep(row.queryId),
            .model = arena.keep(row.model),
            .category = arena.keep(row.category),
            .application = arena.keep(row.application),
            .reasoning = arena.keep(row.reasoning)};
}

LlmFields llmFields(TextArena &arena, const LlmCallRow &row)
{
    LlmFields fields{.model = arena.keep(row.model),
                     .purpose = arena.keep(row.purpose),
                     .promptTokens = row.promptTokens,
                     .completionTokens = row.completionTokens,
                     .costMicros = {},
                     .durationUs = {},
                     .estimated = row.estimated};
    if (row.cost)
        fields.costMicros = row.cost->value;
    if (row.duration)
        fields.durationUs = row.duration->count();
    return fields;
}

} // namespace

int IngestBatch::sourceOf(const QString &topic, int partition, bool own)
{
    const auto found = std::ranges::find_if(sources, [&](const BatchSource &source) {
        return source.partition == partition && source.topic == topic;
    });
    if (found != sources.end())
        return static_cast<int>(found - sources.begin());
    sources.push_back(BatchSource{.topic = topic, .partition = partition, .own = own});
    return static_cast<int>(sources.size()) - 1;
}

void IngestBatch::add(const StoreRecord &record, int source)
{
    const EventRow &event = record.event;
    EventFields fields{.source = source,
                       .item = event.key.item,
                       .offset = event.key.offset,
                       .timestampUs = toMicros(event.timestamp),
                       .loggedUs = toMicros(event.logged),
                       .size = event.size,
                       .sequence = event.sequence,
                       .compressed = event.compressed,
                       .messageId = arena.keep(view(event.messageId)),
                       .kind = arena.keep(event.kind),
                       .threadId = arena.keep(event.threadId),
                       .turnId = arena.keep(event.turnId),
                       .summary = arena.keep(event.summary)};
    if (!event.frame.isEmpty()) {
        frames.push_back(event.frame);
        bytes += event.frame.size();
        fields.frame = view(frames.back());
    }
    if (record.quality)
        fields.quality = arena.make<QualityFields>(qualityFields(arena, *record.quality));
    if (record.llm)
        fields.llm = arena.make<LlmFields>(llmFields(arena, *record.llm));
    if (record.turn)
        fields.turn = &turns.emplace_back(*record.turn);
    if (record.label)
        fields.label = &labels.emplace_back(*record.label);
    events.push_back(fields);
}

void IngestBatch::drop(int source)
{
    BatchSource &lost = sources[static_cast<std::size_t>(source)];
    std::erase_if(events, [source](const EventFields &event) { return event.source == source; });
    const auto ofLost = [&](const auto &row) {
        return row.key.partition == lost.partition && row.key.topic == lost.topic;
    };
    deadLetters.removeIf(ofLost);
    gaps.removeIf(ofLost);
    lost.nextOffset.reset();
    lost.firstOffset.reset();
    lost.read = 0;
    lost.tombstones.clear();
}

void IngestBatch::clear()
{
    sources.clear();
    events.clear();
    deadLetters.clear();
    gaps.clear();
    resolved.clear();
    bytes = 0;
    frames.clear();
    memory.clear();
    turns.clear();
    labels.clear();
    arena.clear();
}

void fill(IngestBatch &out, const StoreBatch &batch)
{
    for (const StoreRecord &record : batch.records) {
        const int source = out.sourceOf(record.event.key.topic, record.event.key.partition);
        out.sources[static_cast<std::size_t>(source)].read += record.event.key.item == 0 ? 1 : 0;
        out.add(record, source);
    }
    for (const DeadLetter &letter : batch.deadLetters)
        ++out.sources[static_cast<std::size_t>(out.sourceOf(letter.key.topic, letter.key.partition))].read;
    for (const LogPosition &position : batch.positions)
        out.sources[static_cast<std::size_t>(out.sourceOf(position.topic, position.partition))].nextOffset =
            position.nextOffset;
    out.deadLetters = batch.deadLetters;
    out.gaps = batch.gaps;
}

} // namespace assay
