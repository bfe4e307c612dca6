// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/kafka_outbox.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace assay {

class KafkaWriter;

/// Sends what is appended to embedded logs on to a Kafka topic, in order and without doubles. While no
/// broker answers it waits in the logs, across restarts too.
///
/// Threading: works on a thread of its own; every member from any thread.
class KafkaForwarder
{
public:
    struct Source
    {
        QString directory{};
        std::unique_ptr<LogReader> reader{};
        qint64 first = 0; ///< where sending begins the first time
    };
    struct Progress
    {
        qint64 sent = 0;                ///< records acknowledged since the start
        qint64 refused = 0;             ///< records the brokers never take: too large
        std::optional<Error> trouble{}; ///< what stands in the way now
    };

    /// @param onTrouble a sentence whenever something new stands in the way; called on the thread
    KafkaForwarder(KafkaConfig config, std::vector<Source> sources,
                   std::function<void(const Error &)> onTrouble);

    /// Stops within a second; what has not been acknowledged is sent by the next start.
    ~KafkaForwarder();
    Q_DISABLE_COPY_MOVE(KafkaForwarder)

    Progress progress() const;

    /// Waits until the first source's records before offset `end` have been acknowledged, at most `wait`,
    /// and not for brokers that have been found away. @return how many still wait
    qint64 waitUntilSent(qint64 end, std::chrono::milliseconds wait) const;

private:
    void run();
    void openOutboxes();
    Result<> sendFrom(Outbox &outbox);
    Result<> sendRecords(Outbox &outbox, const QList<LogRecord> &records);
    Result<> ready(Outbox &outbox);
    void tell(std::optional<Error> trouble);
    bool stopped() const { return m_stop.load(); }
    void pause(std::chrono::milliseconds time);

    const KafkaConfig m_config;
    std::vector<Source> m_sources;
    const std::function<void(const Error &)> m_onTrouble;
    std::vector<std::unique_ptr<Outbox>> m_outboxes;
    std::unique_ptr<KafkaWriter> m_writer;
    std::unique_ptr<LogReader> m_target; ///< while the topic is asked what it has

    mutable std::mutex m_mutex; ///< guards what follows
    mutable std::condition_variable m_changed;
    Progress m_progress;
    std::optional<qint64> m_sentTo; ///< of the first source; nullopt: not known yet

    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

} // namespace assay
