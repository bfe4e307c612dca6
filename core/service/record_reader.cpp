// SPDX-License-Identifier: Apache-2.0
#include "service/record_reader.h"

namespace assay {

using namespace Qt::StringLiterals;

namespace {

const CodecOptions codecDefaults{};

/// Token of an enumerator as UTF-8; the tokens are few and live as long as the program.
template<typename E>
Utf8 utf8Of(E value)
{
    static const auto all = [] {
        std::map<E, std::string> texts;
        for (const EnumToken<E> &token : enumTokens<E>())
            texts.emplace(token.value, tokenOf(token.value).toStdString());
        return texts;
    }();
    return all.at(value);
}

QualityRow qualityRow(const QualityReading &reading, const DecodedMessage &message, const EventKey &key,
                      const QString &threadId)
{
    return QualityRow{.key = key,
                      .source = tokenOf(reading.source),
                      .scope = reading.scope,
                      .threadId = threadId,
                      .turnId = message.turnId,
                      .timestamp = message.header.timestamp,
                      .scores = reading.scores,
                      .passed = reading.passed,
                      .threshold = reading.threshold,
                      .issues = reading.issues,
                      .issueCount = reading.issueCount,
                      .latencyMs = reading.latencyMs,
                      .retryCount = reading.retryCount,
                      .turnNumber = reading.turnNumber,
                      .attempt = reading.attempt,
                      .scopeId = reading.scopeId,
                      .queryId = reading.queryId,
                      .model = reading.model,
                      .category = reading.category,
                      .application = reading.application,
                      .reasoning = reading.reasoning};
}

StoreRecord storeRecord(const DecodedMessage &message, const LogRecord &record, int item)
{
    const QString threadId =
        message.header.threadId.isEmpty() ? QString::fromUtf8(record.key) : message.header.threadId;
    StoreRecord row;
    row.event = EventRow{
        .key = {.topic = record.topic, .partition = record.partition, .offset = record.offset, .item = item},
        .messageId = message.header.messageId,
        .kind = tokenOf(message.kind),
        .threadId = threadId,
        .turnId = message.turnId,
        .sequence = message.header.sequence,
        .timestamp = message.header.timestamp,
        .logged = record.timestamp,
        .size = message.size,
        .compressed = message.compressed,
        .summary = message.summary,
        .frame = item == 0 ? record.value : QByteArray()};
    if (message.quality)
        row.quality = qualityRow(*message.quality, message, row.event.key, threadId);
    if (message.llm)
        row.llm = LlmCallRow{.model = message.llm->model,
                             .purpose = message.llm->purpose,
                             .promptTokens = message.llm->promptTokens,
                             .completionTokens = message.llm->completionTokens,
                             .cost = message.llm->cost,
                             .estimated = message.llm->estimated,
                             .duration = message.llm->duration};
    if (message.label && !message.turnId.isEmpty())
        row.label =
            LabelRow{.turnId = message.turnId, .label = message.label->label, .note = message.label->note};
    row.turn = message.turn;
    return row;
}

} // namespace

QList<StoreRecord> storeRecords(const DecodedMessage &message, const LogRecord &record)
{
    QList<StoreRecord> all{storeRecord(message, record, 0)};
    int item = 0;
    for (const DecodedMessage &inner : message.inner)
        all.append(storeRecord(inner, record, ++item));
    return all;
}

bool RecordReader::read(const LogRecord &record, int source, IngestBatch &batch, UtcTime now)
{
    const QByteArrayView frame(record.value);
    const Decoded<QByteArrayView> plain =
        m_framer.unpack(frame, DecodeMode::Tolerant, codecDefaults.maxMessageBytes);
    if (plain) {
        const Extract *extract = m_extracts.read(*plain);
        if (extract != nullptr && !extract->threadId.empty()) {
            const bool compressed = plain->data() != frame.data() && plain->data() != frame.data() + 1;
            add(*extract, record, source, compressed, plain->size(), batch);
            return true;
        }
    }
    const Decoded<DecodedMessage> message = m_codec.decode(frame, DecodeMode::Tolerant);
    if (message) {
        for (const StoreRecord &row : storeRecords(*message, record))
            batch.add(row, source);
        return true;
    }
    const DecodeFailure &failure = message.error();
    batch.deadLetters.append(
        DeadLetter{.key = {.topic = record.topic, .partition = record.partition, .offset = record.offset},
                   .stage = tokenOf(failure.stage),
                   .reason = tokenOf(failure.reason),
                   .byteOffset = failure.offset,
                   .message = failure.message,
                   .seenAt = now,
                   .logged = record.timestamp,
                   .size = record.value.size(),
                   .raw = QByteArray(record.value.constData(), record.value.size())});
    batch.bytes += record.value.size();
    return false;
}

void RecordReader::add(const Extract &extract, const LogRecord &record, int source, bool compressed,
                       qint64 size, IngestBatch &batch)
{
    TextArena &arena = batch.arena;
    EventFields &event = batch.events.emplace_back();
    event.source = source;
    event.offset = record.offset;
    event.timestampUs = extract.timestampUs;
    event.loggedUs = toMicros(record.timestamp);
    event.size = size;
    event.sequence = extract.sequence;
    event.compressed = compressed;
    event.messageId = arena.keep(extract.messageId);
    event.kind = utf8Of(extract.kind);
    event.threadId = arena.keep(extract.threadId);
    event.turnId = arena.keep(extract.turnId);
    event.summary = arena.keep(extract.summary);
    event.frame = {record.value.constData(), static_cast<std::size_t>(record.value.size())};
    batch.bytes += record.value.size();
    if (!extract.hasQuality)
        return;
    const Extract::Quality &from = extract.quality;
    event.quality = arena.make<QualityFields>(QualityFields{.source = utf8Of(from.source),
                                                            .scope = arena.keep(from.scope),
                                                            .scores = from.scores,
                                                            .passed = from.passed,
                                                            .threshold = from.threshold,
                                                            .issueCount = from.issueCount,
                                                            .latencyMs = from.latencyMs,
                                                            .retryCount = from.retryCount,
                                                            .turnNumber = from.turnNumber,
                                                            .attempt = from.attempt,
                                                            .issues = arena.keep(from.issues),
                                                            .scopeId = arena.keep(from.scopeId),
                                                            .queryId = arena.keep(from.queryId),
                                                            .model = arena.keep(from.model),
                                                            .category = arena.keep(from.category),
                                                            .application = arena.keep(from.application),
                                                            .reasoning = {}});
}

} // namespace assay
