// SPDX-License-Identifier: Apache-2.0
#include "store/store.h"

#include "store/ingest_batch.h"

#include <QtCore/QDateTime>

namespace assay {

Result<BatchOutcome> Store::write(const StoreBatch &batch)
{
    IngestBatch out;
    fill(out, batch);
    return write(out);
}

UtcTime startOfDay(UtcTime now)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(toMicros(now) / 1000).date();
    return fromMicros(day.startOfDay().toMSecsSinceEpoch() * 1000);
}

} // namespace assay
