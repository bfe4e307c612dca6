// SPDX-License-Identifier: Apache-2.0
#include "process.h"

#include <QtCore/QSocketNotifier>

#include <sys/prctl.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace assay::app {

namespace {

std::array<int, 2> wakePipe{-1, -1};

extern "C" void onInterrupt(int)
{
    // Only write() is safe here; the event loop does the rest.
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(wakePipe[1], &byte, 1);
}

} // namespace

void keepSecretsOutOfCoreDumps()
{
    ::prctl(PR_SET_DUMPABLE, 0);
}

InterruptGuard::InterruptGuard(QObject *parent) : QObject(parent)
{
    if (::pipe(wakePipe.data()) != 0)
        return;
    auto *notifier = new QSocketNotifier(wakePipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        [[maybe_unused]] const ssize_t got = ::read(wakePipe[0], &byte, 1);
        Q_EMIT interrupted();
    });
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
}

InterruptGuard::~InterruptGuard()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    ::close(wakePipe[0]);
    ::close(wakePipe[1]);
}

} // namespace assay::app
