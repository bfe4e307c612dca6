// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QString>

#include <chrono>
#include <functional>

namespace assay {

/// A moment, UTC, to the microsecond (the wire's resolution).
using UtcTime = std::chrono::sys_time<std::chrono::microseconds>;

/// Tells the time. Production passes utcNow, tests a function of their own.
using Clock = std::function<UtcTime()>;

UtcTime utcNow();

/// Microseconds since 1970 as on the wire; fromMicros(0) is the epoch, not "missing".
qint64 toMicros(UtcTime time);
UtcTime fromMicros(qint64 micros);

/// ISO 8601 with milliseconds and Z: "2026-11-21T14:06:32.120Z".
QString toIso(UtcTime time);

/// "14:06" in the local zone, for lists.
QString toLocalClock(UtcTime time);

} // namespace assay
