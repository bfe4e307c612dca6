// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/log.h"

#include <QtCore/QUuid>

#include <memory>

// `.assaycap`: frames as received, with topic, partition, offset, time, key and headers. The format
// stands in stream/capture_format.h.

namespace assay {

class CaptureReader;
struct CaptureShared;

/// What a capture says of itself.
struct CaptureInfo
{
    QUuid id{};
    UtcTime createdAt{};
    QString source{};      ///< where the records came from, for people: "dashstream-events at broker:9092"
    bool redacted = false; ///< secrets were taken out of it; the frames are not as received

    bool operator==(const CaptureInfo &) const = default;
};

/// What a capture holds of one partition.
struct CaptureStream
{
    QString topic{};
    int partition = 0;
    qint64 lowestOffset = 0;
    qint64 highestOffset = 0;
    qint64 records = 0;
    UtcTime earliest{};
    UtcTime latest{};

    bool operator==(const CaptureStream &) const = default;
};

struct CaptureOptions
{
    QString source{};
    bool redact = false;          ///< see redactRecord()
    bool replaceExisting = false; ///< otherwise a file that is there is left alone
    qsizetype blockBytes = 128 << 10;
    Clock clock = utcNow;
};

/// Writes a capture. What is appended becomes readable, and safe from a crash of this process, with
/// flush() or when a block is full.
///
/// Threading: one thread appends; readers got from makeReader() may live on any other.
class CaptureWriter
{
public:
    /// @errors InvalidArgument (a file is there), ReadOnly, DiskFull, Io
    static Result<std::unique_ptr<CaptureWriter>> create(const QString &path, CaptureOptions options = {});

    /// A capture that nobody sees: it has no name and is gone with its last reader. For live views.
    /// @param directory where its bytes lie; empty = the system's temporary folder
    static Result<std::unique_ptr<CaptureWriter>> createUnnamed(const QString &directory = {},
                                                                CaptureOptions options = {});

    /// Flushes; without finish() the file has no index, and opens like one cut short.
    ~CaptureWriter();
    Q_DISABLE_COPY_MOVE(CaptureWriter)

    /// Adds a record behind the others. Call flush() per batch: each call makes a block of its own.
    /// @errors InvalidArgument (over 64 MiB), DiskFull, ReadOnly, Io: this record was not added; those
    ///         before it stay, and are written when there is room again
    Result<> append(const LogRecord &record);

    /// Makes what was appended readable.
    Result<> flush();

    /// Flushes, writes the index and makes all of it durable. Nothing can be appended afterwards.
    Result<> finish();

    qint64 count() const;   ///< records appended
    qint64 written() const; ///< bytes in the file

    /// A reader that sees each record once it is flushed.
    std::unique_ptr<CaptureReader> makeReader() const;

private:
    struct State;
    explicit CaptureWriter(std::unique_ptr<State> state);
    static Result<std::unique_ptr<CaptureWriter>> start(int fd, const QString &path, CaptureOptions options);
    Result<> add(const LogRecord &record);

    std::unique_ptr<State> m_state;
};

/// Reads a capture by record number, 0 to count() − 1, in the order they were captured.
///
/// Holds an index of about 100 bytes per block (a thousand records) and a few blocks; nothing is
/// mapped, so that a file cut short under us is an error and not a crash. Threading: any thread, also
/// several at once, and while a writer of this process appends.
class CaptureReader
{
public:
    /// Opens a finished capture, or one cut short up to its last whole block: then notice() says so.
    /// @errors NotFound, ReadOnly (no permission), Io, Corrupt (no capture, or of a newer version)
    static Result<std::unique_ptr<CaptureReader>> open(const QString &path);

    ~CaptureReader();
    Q_DISABLE_COPY_MOVE(CaptureReader)

    CaptureInfo info() const;
    QString notice() const; ///< what opening had to leave out; empty = nothing

    qint64 count() const;

    /// @errors InvalidArgument (no such number), Corrupt (its block is damaged), Io
    Result<LogRecord> record(qint64 number) const;

    /// Several at once, from `first`; fewer at the end. @errors as record()
    Result<QList<LogRecord>> records(qint64 first, qsizetype limit) const;

    /// Per topic and partition, sorted.
    QList<CaptureStream> streams() const;

    /// Number of the first record, in capture order, whose time is `time` or later; count() when none is.
    /// @errors Corrupt, Io
    Result<qint64> firstAtOrAfter(UtcTime time) const;

    /// Number of the record with this place in the log; nullopt when it was not captured.
    /// @errors Corrupt, Io
    Result<std::optional<qint64>> numberOf(const QString &topic, int partition, qint64 offset) const;

private:
    friend class CaptureWriter;
    struct State;
    explicit CaptureReader(std::unique_ptr<State> state);
    static std::unique_ptr<CaptureReader> of(std::shared_ptr<CaptureShared> shared);

    std::unique_ptr<State> m_state;
};

/// The record with secrets taken out: in every text and JSON of its message, its key and its headers.
/// Fields the .proto does not have are left out, and a frame that cannot be decoded is replaced by a
/// sentence that says how long it was: neither can be looked through.
LogRecord redactRecord(const LogRecord &record);

} // namespace assay
