// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/ingest_batch.h"
#include "stream/codec.h"
#include "stream/extract.h"
#include "stream/log.h"

namespace assay {

/// Turns the records of a log into rows. Keeps its buffers. Threading: one per thread.
class RecordReader
{
public:
    /// Adds the rows of a record, or a dead letter with what stood in their way. The record's bytes
    /// must live as long as the batch. @return true when it was readable
    bool read(const LogRecord &record, int source, IngestBatch &batch, UtcTime now);

private:
    void add(const Extract &extract, const LogRecord &record, int source, bool compressed, qint64 size,
             IngestBatch &batch);

    Framer m_framer;
    ExtractReader m_extracts;
    Codec m_codec;
};

/// The rows of a decoded message: one, and one more for each event of a batch. @param record as received
QList<StoreRecord> storeRecords(const DecodedMessage &message, const LogRecord &record);

} // namespace assay
