// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace assay {

/// Jobs for the thread this object lives on, put in from any, run in the order they came.
///
/// They wait under a lock of ours, and Qt's queue only says that there is one: ThreadSanitizer does not
/// see into Qt, and would take everything a posted functor brings along for a race.
class JobQueue final : public QObject
{
public:
    using Job = std::function<void()>;

    explicit JobQueue(QObject *parent = nullptr);
    /// Drops what has not run.
    ~JobQueue() override;

    /// Runs `job` later, from the event loop. Threading: from any thread, while this lives.
    void put(Job job);

protected:
    void customEvent(QEvent *event) override;

private:
    std::mutex m_mutex;
    std::deque<Job> m_waiting;
};

} // namespace assay
