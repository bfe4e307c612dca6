// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bench/figures.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QThread>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

namespace assay::app {

/// Sends the UI thread a note every millisecond, whether the one before was read or not, so that a
/// block of 50 ms shows in 50 samples. A sample is the time from when a note was due until it is read.
class Watchdog
{
public:
    explicit Watchdog(QObject &uiThread) : m_target(uiThread), m_thread(QThread::create([this] { run(); }))
    {
        m_thread->start(QThread::TimeCriticalPriority);
    }
    ~Watchdog() { stop(); }

    /// Ends it and waits until every note was read.
    Samples stop()
    {
        m_stopping = true;
        m_thread->wait();
        while (m_sent > static_cast<int>(m_samples.size()))
            QCoreApplication::processEvents();
        return m_samples;
    }

private:
    void run()
    {
        auto due = std::chrono::steady_clock::now();
        while (!m_stopping) {
            due += std::chrono::milliseconds(1);
            std::this_thread::sleep_until(due);
            ++m_sent;
            // From now, not from `due`: a late watchdog is the machine's fault, not the UI's.
            QMetaObject::invokeMethod(
                &m_target,
                [this, posted = std::chrono::steady_clock::now()] {
                    m_samples.push_back(
                        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - posted)
                            .count());
                },
                Qt::QueuedConnection);
        }
    }

    QObject &m_target;
    std::atomic_bool m_stopping = false;
    std::atomic_int m_sent = 0;
    Samples m_samples; ///< touched by the UI thread only
    std::unique_ptr<QThread> m_thread;
};

} // namespace assay::app
