// SPDX-License-Identifier: Apache-2.0
#include "base/thread_niceness.h"

#include <sys/resource.h>
#include <unistd.h>

namespace assay {

void setThreadNiceness(int niceness) noexcept
{
    // On Linux, and against POSIX, the call takes a thread's id and is about that thread.
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), niceness);
}

} // namespace assay
