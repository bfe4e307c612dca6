// SPDX-License-Identifier: Apache-2.0
#include "base/job_queue.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>

namespace assay {

JobQueue::JobQueue(QObject *parent) : QObject(parent) {}

JobQueue::~JobQueue()
{
    std::deque<Job> dropped;
    const std::scoped_lock lock(m_mutex);
    dropped.swap(m_waiting);
}

void JobQueue::put(Job job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back(std::move(job));
    }
    QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

/// One event for every job; which one it was posted for does not matter.
void JobQueue::customEvent(QEvent *)
{
    Job job;
    {
        const std::scoped_lock lock(m_mutex);
        job.swap(m_waiting.front());
        m_waiting.pop_front();
    }
    job();
}

} // namespace assay
