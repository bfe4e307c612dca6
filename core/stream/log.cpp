// SPDX-License-Identifier: Apache-2.0
#include "stream/log.h"

namespace assay {

namespace {

QByteArray ownBytes(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray() : QByteArray(bytes.constData(), bytes.size());
}

} // namespace

LogRecord ownOf(const LogRecord &record)
{
    LogRecord own = record;
    own.key = ownBytes(record.key);
    own.value = ownBytes(record.value);
    for (LogHeader &header : own.headers)
        header = LogHeader{.key = ownBytes(header.key), .value = ownBytes(header.value)};
    return own;
}

Result<LogBatch> LogReader::pollBatch(std::chrono::milliseconds wait, int limit)
{
    Result<QList<LogRecord>> records = poll(wait, limit);
    if (!records)
        return fail(std::move(records.error()));
    return LogBatch{.records = std::move(*records), .memory = {}};
}

void LogReader::watchPartitions(LogPartitionWatch) {}

void LogReader::commit(const QHash<int, qint64> &) {}

} // namespace assay
