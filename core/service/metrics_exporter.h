// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/time.h"

#include <memory>

namespace assay {

/// Serves /metrics in upstream's names, counted from the store: the counters are those of everything that was
/// ever stored, so that they never go back, whatever restarts lie between.
/// @source WIRE.md section 3
///
/// Threading: scrapes are answered on threads of its own.
class MetricsExporter
{
public:
    struct Options
    {
        QString storePath{};
        QString address = QStringLiteral("127.0.0.1");
        quint16 port = 9190;     ///< 0 = any that is free
        float threshold = 0.95F; ///< quality.threshold
        QString version{};
        Clock clock = utcNow;
    };

    /// @errors Unavailable (the port is taken), InvalidArgument (no such address)
    static Result<std::unique_ptr<MetricsExporter>> open(Options options);
    ~MetricsExporter();
    Q_DISABLE_COPY_MOVE(MetricsExporter)

    quint16 port() const;

private:
    struct Impl;
    explicit MetricsExporter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m;
};

} // namespace assay
