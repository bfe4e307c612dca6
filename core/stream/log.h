// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/time.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace assay {

/// One record of a log, as the broker or the embedded log hands it out.
struct LogRecord
{
    QString topic{};
    int partition = 0;
    qint64 offset = 0;
    UtcTime timestamp{};
    QByteArray key{};   ///< thread id, UTF-8
    QByteArray value{}; ///< the frame: byte 0 tells the compression (WIRE.md 2.1)
};

/// Appends frames. Implemented by the embedded log and the Kafka writer.
class LogWriter
{
public:
    virtual ~LogWriter() = default;

    /// Appends one record and makes it durable before returning.
    /// @return its offset. @errors DiskFull, ReadOnly, Io; the record is then not in the log.
    virtual Result<qint64> append(const QByteArray &key, const QByteArray &value) = 0;

    /// Appends several with one flush; all or none. @return the offset of the first.
    virtual Result<qint64> appendAll(const QList<std::pair<QByteArray, QByteArray>> &records) = 0;
};

/// Reads records in offset order. Implemented by the embedded log and the Kafka reader.
///
/// Threading: used by one thread at a time.
class LogReader
{
public:
    virtual ~LogReader() = default;

    /// Next record to hand out. An offset past the end waits there.
    virtual Result<> seek(int partition, qint64 offset) = 0;

    /// Waits at most `wait` for records. @return up to `limit`; empty means "nothing yet".
    /// @errors Corrupt (the record is skipped, its offset named), Io
    virtual Result<QList<LogRecord>> poll(std::chrono::milliseconds wait, int limit) = 0;
};

} // namespace assay
