// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/job_queue.h"
#include "base/thread_niceness.h"

#include <QtCore/QObject>
#include <QtCore/QThread>

#include <concepts>
#include <utility>

namespace assay {

/// Owns one worker object and the thread it lives on.
///
/// The worker is built on the caller's thread, moved, and destroyed on its own thread. The
/// destructor asks it to stop, waits for the current slot to return, then joins: a worker's slots
/// must therefore each be short (one poll, one query, one batch).
template<std::derived_from<QObject> W>
class WorkerThread
{
public:
    template<typename... Args>
    explicit WorkerThread(const QString &name, Args &&...args)
        : m_worker(new W(std::forward<Args>(args)...)), m_jobs(new JobQueue(m_worker))
    {
        m_thread.setObjectName(name);
        m_worker->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        m_thread.start();
    }

    ~WorkerThread()
    {
        m_thread.requestInterruption();
        m_thread.quit();
        m_thread.wait();
    }

    Q_DISABLE_COPY_MOVE(WorkerThread)

    /// Lets other threads go first: `niceness` 1 (a little) to 19 (whatever is left over). For work that
    /// nobody waits for, such as filling the store from a log that is safe already.
    void yieldTo(int niceness)
    {
        m_jobs->put([niceness] { setThreadNiceness(niceness); });
    }

    /// Runs `job(worker)` on the worker's thread, later. Jobs keep their order.
    template<std::invocable<W &> Job>
    void post(Job &&job)
    {
        m_jobs->put([w = m_worker, j = std::forward<Job>(job)]() mutable { j(*w); });
    }

    /// Only for connect(): never call a method through it, use post().
    W *sender() const noexcept { return m_worker; }

private:
    QThread m_thread;
    W *m_worker;      // deleted by m_thread's finished()
    JobQueue *m_jobs; // its child: goes where it goes
};

} // namespace assay
