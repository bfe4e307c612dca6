// SPDX-License-Identifier: Apache-2.0
#include "base/ids.h"
#include "bench/bench_desk.h"
#include "service/record_reader.h"
#include "store/sqlite_store.h"
#include "turn/turn_json.h"

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>

namespace assay::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int ingestedTurns = 1000;
constexpr int recordsPerBatch = 1000; // as the ingest worker gathers them

/// A turn as the pipeline makes it, with some evidence.
Result<Turn> sampleTurn()
{
    Result<AgentParts> parts = instantParts(true);
    if (!parts)
        return fail(std::move(parts.error()));
    Agent agent(std::move(*parts));
    Turn turn = askAgent(agent, u"How long do card and SEPA refunds take?"_s);
    for (int i = 1; i <= 6; ++i)
        turn.evidence.append(
            {.label = QString::number(i),
             .sourceId = u"kb/refund-timing#%1"_s.arg(i),
             .title = u"Refund timing"_s,
             .text = u"Card refunds arrive within five to seven business days. "_s.repeated(15),
             .retriever = u"knowledge"_s,
             .score = 3.5,
             .grade = Relevance::Relevant,
             .gradeScore = 0.8});
    return turn;
}

/// Log records of `count` turns, ids of their own each.
Result<QList<LogRecord>> recordsOf(const Turn &sample, int count)
{
    TurnEncoder encoder;
    QList<LogRecord> records;
    for (int i = 0; i < count; ++i) {
        Turn turn = sample;
        turn.id = newId(u"tn");
        turn.threadId = u"th_bench_%1"_s.arg(i / 5);
        turn.number = 1 + i % 5;
        const Result<QList<EncodedMessage>> messages = encoder.turnMessages(turn);
        if (!messages)
            return fail(messages.error());
        for (const EncodedMessage &message : *messages)
            records.append({.topic = u"bench"_s,
                            .offset = records.size(),
                            .timestamp = utcNow(),
                            .key = message.key,
                            .value = message.frame});
    }
    return records;
}

/// Decodes and writes all of it as the ingest worker does.
Result<> ingest(Store &store, const QList<LogRecord> &records)
{
    RecordReader reader;
    IngestBatch batch;
    for (qsizetype from = 0; from < records.size(); from += recordsPerBatch) {
        batch.clear();
        const int source = batch.sourceOf(u"bench"_s, 0, true);
        for (const LogRecord &record : records.mid(from, recordsPerBatch)) {
            if (!reader.read(record, source, batch, utcNow()))
                return fail(Errc::Corrupt, batch.deadLetters.last().message);
            batch.sources.front().nextOffset = record.offset + 1;
            ++batch.sources.front().read;
        }
        if (const Result<BatchOutcome> written = store.write(batch); !written)
            return fail(written.error());
    }
    return {};
}

Result<> addIngest(Report &report, const BenchPlan &plan, const Turn &sample)
{
    const Result<QList<LogRecord>> records = recordsOf(sample, ingestedTurns);
    if (!records)
        return fail(records.error());
    const QString decodeOnly = u"decode of 1,000 turns"_s;
    report.add(decodeOnly, measure(plan.ingests, [&] {
                   Codec codec;
                   for (const LogRecord &record : *records)
                       (void)codec.decode(record.value, DecodeMode::Tolerant);
               }));
    int run = 0;
    Result<> outcome;
    const Samples samples = measure(plan.ingests, [&] {
        Result<OpenedStore> opened = openStore(plan.folder + u"/ingest-%1.db"_s.arg(run++));
        const Result<> done = opened ? ingest(*opened->store, *records) : Result<>(fail(opened.error()));
        if (!done)
            outcome = done;
    });
    if (!outcome)
        return outcome;
    Figures &row = report.add(u"ingest of 1,000 turns into a new store"_s, samples, decodeOnly);
    row.note = u"%1 messages, %2 turns a second"_s.arg(records->size())
                   .arg(1e3 * ingestedTurns / row.median, 0, 'f', 0);
    return {};
}

} // namespace

Result<> addStorageRows(Report &report, const BenchPlan &plan)
{
    const Result<Turn> sample = sampleTurn();
    if (!sample)
        return fail(sample.error());

    const QString asJson = u"a turn to JSON text and back"_s;
    report.add(asJson, measure(plan.turns, [&] {
                   const QByteArray text = QJsonDocument(toJson(*sample)).toJson(QJsonDocument::Compact);
                   (void)turnFromJson(QJsonDocument::fromJson(text).object());
               }));
    TurnEncoder encoder;
    Codec codec;
    qsizetype messages = 0;
    qsizetype bytes = 0;
    Figures &codecRow = report.add(
        u"encode and decode of a turn's messages"_s,
        measure(plan.turns,
                [&] {
                    const Result<QList<EncodedMessage>> encoded = encoder.turnMessages(*sample);
                    messages = bytes = 0;
                    for (const EncodedMessage &message : encoded.value_or(QList<EncodedMessage>())) {
                        (void)codec.decode(message.frame);
                        ++messages;
                        bytes += message.frame.size();
                    }
                }),
        asJson);
    codecRow.note = u"%1 messages, %2 bytes"_s.arg(messages).arg(bytes);

    Result<std::unique_ptr<EmbeddedLog>> log = EmbeddedLog::open(plan.folder + u"/append-log"_s);
    if (!log)
        return fail(std::move(log.error()));
    const QByteArray block(4096, 'x');
    Result<qint64> appended = 0;
    BareFile bare(plan.folder + u"/bare-log"_s);
    const auto [alone, logged] = measureInTurn(
        plan.appends, [&] { bare.append(); }, [&] { appended = (*log)->append("th_bench", block); });
    if (!appended || !bare.append())
        return fail(Errc::Io, u"A write below %1 failed."_s.arg(plan.folder));
    const QString durableAppend = u"bare durable append, 4 KiB"_s;
    report.add(durableAppend, alone);
    Figures &logRow = report.add(u"log append, 4 KiB"_s, logged, durableAppend);
    logRow.note = u"%1 a second, each on disk before the next"_s.arg(1e3 / logRow.median, 0, 'f', 0);
    return addIngest(report, plan, *sample);
}

} // namespace assay::app
