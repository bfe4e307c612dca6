// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/time_scale.h"

#include <QtCore/QtGlobal>

#include <ctime>

namespace assay::test {

/// The time that this thread has computed since start(); what else the machine does is not counted.
class CpuClock
{
public:
    void start() { m_start = now(); }
    void restart() { m_start = now(); }
    /// Milliseconds.
    qint64 elapsed() const { return (now() - m_start) / 1'000'000; }

private:
    static qint64 now()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
    }

    qint64 m_start = now();
};

} // namespace assay::test
