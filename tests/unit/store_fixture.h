// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/ingest_batch.h"
#include "store/sqlite_store.h"
#include "unit/stream_fixture.h"

#include <QtCore/QTemporaryDir>

namespace assay::test {

using namespace Qt::StringLiterals;

inline EventRow eventRow(qint64 offset, const QByteArray &frame = "frame", const QByteArray &id = {})
{
    return EventRow{.key = {.topic = u"local-1"_s, .offset = offset},
                    .messageId = id.isEmpty() ? QByteArray::number(offset).rightJustified(16, '0') : id,
                    .kind = u"event"_s,
                    .threadId = u"th_1"_s,
                    .sequence = static_cast<quint64>(offset) + 1,
                    .timestamp = fromMicros(1'795'000'000'000'000 + offset),
                    .size = frame.size(),
                    .summary = u"NODE_START n"_s,
                    .frame = frame};
}

inline StoreRecord turnRecord(qint64 offset, const Turn &turn)
{
    StoreRecord record{.event = eventRow(offset)};
    record.event.threadId = turn.threadId;
    record.event.turnId = turn.id;
    record.turn = turn;
    return record;
}

inline StoreBatch batchOf(QList<StoreRecord> records)
{
    StoreBatch batch;
    batch.records = std::move(records);
    batch.positions = {
        LogPosition{.topic = u"local-1"_s,
                    .partition = 0,
                    .nextOffset = batch.records.isEmpty() ? 0 : batch.records.last().event.key.offset + 1}};
    return batch;
}

inline std::unique_ptr<Store> opened(const QTemporaryDir &dir)
{
    Result<OpenedStore> store = openStore(dir.filePath(u"assay.db"_s));
    if (!store)
        qFatal("%s", qPrintable(store.error().message));
    return std::move(store->store);
}

} // namespace assay::test
