// SPDX-License-Identifier: Apache-2.0
#include "service/demo_host.h"

#include "base/worker_thread.h"

namespace assay {

/// Lives on the host's thread.
class DemoHost::Worker final : public QObject
{
};

struct DemoHost::Thread : WorkerThread<Worker>
{
    using WorkerThread::WorkerThread;
};

DemoHost::DemoHost(Paths paths, QObject *parent)
    : QObject(parent), m_paths(std::move(paths)), m_thread(std::make_unique<Thread>(QStringLiteral("demo")))
{
}

DemoHost::~DemoHost()
{
    m_running.cancel();
}

void DemoHost::cancel()
{
    m_running.cancel();
}

void DemoHost::load(const DemoOptions &options)
{
    const CancelToken token = m_running = CancelToken::make();
    // The host joins its thread before it goes.
    m_thread->post([this, options, token, paths = m_paths](Worker &) {
        const auto tell = [this](auto &&what) {
            QMetaObject::invokeMethod(this, std::forward<decltype(what)>(what), Qt::QueuedConnection);
        };
        Result<DemoProgress> brought = loadDemo(
            paths, options,
            [&](const DemoProgress &progress) { tell([this, progress] { Q_EMIT progressed(progress); }); },
            token);
        if (brought)
            tell([this, all = *brought] { Q_EMIT loaded(all); });
        else
            tell([this, error = std::move(brought.error())] { Q_EMIT failed(error); });
    });
}

} // namespace assay
