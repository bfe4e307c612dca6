// SPDX-License-Identifier: Apache-2.0
#include "base/time.h"

#include <QtCore/QDateTime>

namespace assay {

using namespace Qt::StringLiterals;

UtcTime utcNow()
{
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

qint64 toMicros(UtcTime time)
{
    return time.time_since_epoch().count();
}

UtcTime fromMicros(qint64 micros)
{
    return UtcTime(std::chrono::microseconds(micros));
}

QString toIso(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMicros(time) / 1000, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString toLocalClock(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMicros(time) / 1000).toString(u"HH:mm"_s);
}

} // namespace assay
