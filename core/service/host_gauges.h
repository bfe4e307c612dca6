// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QtGlobal>

#include <optional>

class QByteArray;

namespace assay {

/// Load of this machine, from /proc.
class HostGauges
{
public:
    /// Percent of all processors in use since the call before; nullopt at first and where it cannot be told.
    std::optional<double> cpuPercent();
    /// Percent of memory that programs could not get now.
    std::optional<double> memoryPercent() const;

    /// The same from texts of /proc/stat and /proc/meminfo.
    std::optional<double> cpuPercentFrom(const QByteArray &stat);
    static std::optional<double> memoryPercentFrom(const QByteArray &meminfo);

private:
    qint64 m_busy = -1;
    qint64 m_all = -1;
};

} // namespace assay
