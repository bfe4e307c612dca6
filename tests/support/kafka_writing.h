// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/kafka_writer.h"

#include <QtCore/QElapsedTimer>

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

/// Writes records made of ascending numbers, at a pace, until told to stop; on a thread of its own.
class Writing
{
public:
    using Make = std::function<QByteArray(quint64)>;

    Writing(const assay::KafkaConfig &config, Make make)
        : m_make(std::move(make)), m_thread([=, this] { run(config); })
    {
    }
    ~Writing() { finish(); }
    Q_DISABLE_COPY_MOVE(Writing)

    /// Waits until the brokers have acknowledged everything. @return how many records that were
    qint64 finish()
    {
        m_stop = true;
        if (m_thread.joinable())
            m_thread.join();
        return m_acknowledged;
    }
    qint64 acknowledged() const { return m_acknowledged; }

    /// Where a partition ends by what was acknowledged.
    qint64 endOf(int partition)
    {
        const std::scoped_lock lock(m_mutex);
        return m_ends[partition];
    }

private:
    void run(const assay::KafkaConfig &config)
    {
        auto writer = *assay::KafkaWriter::open(config, {.timeout = std::chrono::milliseconds(0)});
        quint64 next = 0;
        while (!m_stop || writer->inFlight() > 0) {
            for (int i = 0; !m_stop && i < 50 && writer->inFlight() < 5000; ++i)
                if (writer->send(next, "thread " + QByteArray::number(next % 13), m_make(next)))
                    ++next;
            for (const assay::KafkaDelivery &delivery : writer->deliveries(std::chrono::milliseconds(5)))
                take(delivery);
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    }
    void take(const assay::KafkaDelivery &delivery)
    {
        if (delivery.error)
            qFatal("not delivered: %s", qPrintable(delivery.error->message));
        const std::scoped_lock lock(m_mutex);
        m_ends[delivery.partition] = delivery.offset + 1;
        ++m_acknowledged;
    }

    Make m_make;
    std::mutex m_mutex{};
    std::map<int, qint64> m_ends{};
    std::atomic<bool> m_stop = false;
    std::atomic<qint64> m_acknowledged = 0;
    std::thread m_thread;
};

/// Generous limits, since a machine may be slow; nothing waits longer than it has to.
inline bool waitFor(const std::function<bool()> &condition,
                    std::chrono::seconds wait = std::chrono::seconds(60))
{
    QElapsedTimer watch;
    watch.start();
    while (!condition()) {
        if (watch.hasExpired(std::chrono::milliseconds(wait).count()))
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
}
