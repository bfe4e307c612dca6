// SPDX-License-Identifier: Apache-2.0
#include "service/ingest.h"

#include "base/tr.h"

#include <QtCore/QThread>
#include <QtCore/QTimer>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int batchRecords = 1000;
constexpr qint64 batchBytes = 8 << 20;
constexpr std::chrono::milliseconds batchTime{50};

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

IngestWorker::IngestWorker(std::unique_ptr<LogReader> reader, std::unique_ptr<Store> store,
                           IngestOptions options)
    : m_reader(std::move(reader)), m_store(std::move(store)), m_options(std::move(options))
{
}

IngestWorker::~IngestWorker() = default;

void IngestWorker::start()
{
    if (std::exchange(m_running, true))
        return;
    pump();
}

void IngestWorker::stop()
{
    m_running = false;
}

void IngestWorker::pump()
{
    if (!m_running || thread()->isInterruptionRequested())
        return;
    Result<> done = m_placed ? Result<>() : seekToStored();
    if (done)
        done = fill();
    if (done)
        done = writePending();
    // A damaged stretch of the log is behind us already; everything else needs time to mend.
    const bool goOn = done || done.error().code == Errc::Corrupt;
    if (!done)
        Q_EMIT failed(std::move(done.error()).within(u"ingest"));
    QTimer::singleShot(goOn ? std::chrono::milliseconds(0) : m_options.errorPause, this, &IngestWorker::pump);
}

Result<> IngestWorker::seekToStored()
{
    const Result<QList<LogPosition>> stored = m_store->positions();
    if (!stored)
        return fail(stored.error());
    for (const int partition : std::as_const(m_options.partitions)) {
        qint64 next = 0;
        for (const LogPosition &position : *stored)
            if (position.topic == m_options.topic && position.partition == partition)
                next = position.nextOffset;
        if (Result<> placed = m_reader->seek(partition, next); !placed)
            return placed;
        m_expected[partition] = next;
    }
    m_placed = true;
    return {};
}

/// Gathers a batch: what is there already, up to 1,000 records or 50 ms. A trickle is written at
/// once; under load, more gathers while the batch before is being committed.
Result<> IngestWorker::fill()
{
    if (!m_pending.positions.isEmpty())
        return {}; // the batch that could not be written comes first
    const auto deadline = std::chrono::steady_clock::now() + batchTime;
    std::chrono::milliseconds wait = batchTime;
    int gathered = 0;
    while (gathered < batchRecords && m_pendingBytes < batchBytes) {
        const Result<QList<LogRecord>> records = m_reader->poll(wait, batchRecords - gathered);
        if (!records) {
            if (gathered == 0 || records.error().code != Errc::Corrupt)
                return fail(records.error());
            Q_EMIT failed(records.error());
            break;
        }
        for (const LogRecord &record : *records)
            add(record);
        gathered += static_cast<int>(records->size());
        if (records->isEmpty() || std::chrono::steady_clock::now() >= deadline)
            break;
        wait = std::chrono::milliseconds(0);
    }
    if (!m_pending.records.isEmpty() || !m_pending.deadLetters.isEmpty())
        for (auto it = m_expected.cbegin(); it != m_expected.cend(); ++it)
            m_pending.positions.append(
                LogPosition{.topic = m_options.topic, .partition = it.key(), .nextOffset = it.value()});
    return {};
}

void IngestWorker::add(const LogRecord &record)
{
    const EventKey key{.topic = record.topic, .partition = record.partition, .offset = record.offset};
    qint64 &expected = m_expected[record.partition];
    if (record.offset > expected) {
        m_pending.deadLetters.append(DeadLetter{
            .key = {.topic = record.topic, .partition = record.partition, .offset = expected},
            .records = record.offset - expected,
            .stage = u"log"_s,
            .reason = u"gap"_s,
            .message =
                Tr::tr("The records at offsets %1 to %2 were never seen: the log no longer holds them, "
                       "or they are damaged.")
                    .arg(expected)
                    .arg(record.offset - 1),
            .seenAt = m_options.clock()});
    }
    expected = std::max(expected, record.offset + 1);

    Decoded<DecodedMessage> message = m_codec.decode(record.value, DecodeMode::Tolerant);
    if (message) {
        m_pending.records += storeRecords(*message, record);
    } else {
        const DecodeFailure &failure = message.error();
        m_pending.deadLetters.append(DeadLetter{.key = key,
                                                .stage = tokenOf(failure.stage),
                                                .reason = tokenOf(failure.reason),
                                                .byteOffset = failure.offset,
                                                .message = failure.message,
                                                .seenAt = m_options.clock(),
                                                .size = record.value.size(),
                                                .raw = record.value});
    }
    m_pendingBytes += record.value.size();
}

Result<> IngestWorker::writePending()
{
    if (m_pending.positions.isEmpty())
        return {};
    const Result<BatchOutcome> outcome = m_store->write(m_pending);
    if (!outcome) {
        Error error = outcome.error();
        // Only a damaged log goes on at once; a damaged database must not be hammered.
        if (error.code == Errc::Corrupt)
            error.code = Errc::Io;
        return fail(std::move(error));
    }
    const qint64 next = m_pending.positions.last().nextOffset;
    m_pending = {};
    m_pendingBytes = 0;
    Q_EMIT ingested(IngestProgress{.turnIds = outcome->turnIds,
                                   .threadIds = outcome->threadIds,
                                   .events = outcome->stored,
                                   .duplicates = outcome->duplicates,
                                   .deadLetters = outcome->deadLetters,
                                   .nextOffset = next});
    return {};
}

} // namespace assay
