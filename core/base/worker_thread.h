// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QObject>
#include <QtCore/QThread>

#include <concepts>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
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
        : m_worker(new W(std::forward<Args>(args)...))
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

    /// Runs `job(worker)` on the worker's thread, later. Jobs keep their order.
    template<std::invocable<W &> J>
    void post(J &&job)
    {
        m_jobs->put(std::forward<J>(job));
        QMetaObject::invokeMethod(
            m_worker, [w = m_worker, jobs = m_jobs] { jobs->take()(*w); }, Qt::QueuedConnection);
    }

    /// Only for connect(): never call a method through it, use post().
    W *sender() const noexcept { return m_worker; }

private:
    using Job = std::function<void(W &)>;

    /// The jobs wait under a lock of ours, Qt's queue only says that there is one: ThreadSanitizer does
    /// not see into Qt, and would take everything a job brings along for a race.
    class Jobs
    {
    public:
        void put(Job job)
        {
            const std::scoped_lock lock(m_mutex);
            m_waiting.push_back(std::move(job));
        }
        Job take()
        {
            const std::scoped_lock lock(m_mutex);
            Job job = std::move(m_waiting.front());
            m_waiting.pop_front();
            return job;
        }

    private:
        std::mutex m_mutex;
        std::deque<Job> m_waiting;
    };

    QThread m_thread;
    std::shared_ptr<Jobs> m_jobs = std::make_shared<Jobs>();
    W *m_worker; // deleted by m_thread's finished()
};

} // namespace assay
