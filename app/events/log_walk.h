// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settings/settings.h"
#include "stream/log.h"

namespace assay::app {

/// Which records of a log a command looks at.
struct LogSelection
{
    QString from = QStringLiteral("end"); ///< beginning | end | offset | -count | time | -15m
    QString until{};                      ///< time; empty = no end
    int partition = -1;                   ///< −1 = all
    bool untilEnd = false;                ///< stop at what was the end when reading began
};

/// A place of LogSelection::from: a count of records or a moment.
struct LogPlace
{
    enum class Kind : std::uint8_t { Beginning, End, Offset, Last, Time };
    Kind kind = Kind::End;
    qint64 figure = 0;
    UtcTime time{};

    bool operator==(const LogPlace &) const = default;
};

/// @errors InvalidArgument, with what may stand there
Result<LogPlace> readPlace(const QString &text, UtcTime now);

/// A moment: ISO 8601 (UTC when no zone is told) or "-15m" (s, m, h, d). @errors InvalidArgument
Result<UtcTime> readMoment(const QString &text, UtcTime now);

/// Calls `take` for each record until it says no, until the selection ends or on SIGINT. What the log
/// says on the way (damage, a broker that is away) is printed.
/// @errors as LogReader
Result<> walkLog(LogReader &log, const LogSelection &selection,
                 const std::function<Result<bool>(const LogRecord &)> &take);

/// The log that the settings name: Kafka's topic when there are brokers, else the embedded one.
/// @param topic instead of the settings'; empty = theirs
Result<std::unique_ptr<LogReader>> openLog(const Settings &settings, const QString &topic);

/// Appends records to a log, in order.
using RecordSink = std::function<Result<>(const QList<LogRecord> &records)>;

/// The log to write to: "embedded", or the Kafka topic of that name. Headers go along where the log
/// has any. @errors InvalidArgument, Unavailable (another process writes the embedded log)
Result<RecordSink> openSink(const Settings &settings, const QString &to);

} // namespace assay::app
