// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/kafka_client.h"
#include "stream/kafka_reader.h"

#include <chrono>
#include <vector>

namespace assay {

/// The reader behind openKafkaReader(). Private to core/stream, and its tests.
class KafkaReader final : public LogReader
{
public:
    KafkaReader(KafkaConfig config, KafkaReading reading);
    ~KafkaReader() override;
    Q_DISABLE_COPY_MOVE(KafkaReader)

    Result<> open();

    QString topic() const override { return m_config.topic; }
    Result<> seek(int partition, qint64 offset) override;
    Result<QList<LogRecord>> poll(std::chrono::milliseconds wait, int limit) override;
    Result<LogBatch> pollBatch(std::chrono::milliseconds wait, int limit) override;
    Result<QList<int>> partitions() override;
    Result<QList<LogExtent>> extents() override;
    Result<qint64> offsetAt(int partition, UtcTime time) override;
    std::optional<qint64> position(int partition) const override;
    QList<LogPartitionState> states() const override;
    LogGap gapKind(int partition, qint64 from, qint64 to) const override;
    void watchPartitions(LogPartitionWatch watch) override;
    void commit(const QHash<int, qint64> &nextOffsets) override;

private:
    using Moment = std::chrono::steady_clock::time_point;
    struct Reading
    {
        std::optional<qint64> next{}; ///< offset wanted next; nullopt until the start is known
        std::optional<qint64> low{};
        std::optional<qint64> end{};
        std::optional<UtcTime> seenAt{};
        QString lastError{};
        QList<qint64> damaged{}; ///< first offsets of batches that cannot be read
    };
    struct Held;

    Result<> start(std::chrono::milliseconds wait);
    Result<> assignWanted();
    bool adopt(const QList<int> &all);
    void lookForNewPartitions();
    void recheckBrokers();
    Result<> prepare(std::chrono::milliseconds wait);
    Result<QList<int>> askPartitions(std::chrono::milliseconds timeout);
    Error reasonOf(const Error &error);
    void take(rd_kafka_message_t *message, Held &held, LogBatch &batch);
    void takeError(const rd_kafka_message_t &message);
    void skipDamage(int partition, qint64 offset);
    void outOfRange(int partition, qint64 wanted);
    void readStatistics(const QByteArray &json);
    void rebalance(rd_kafka_resp_err_t code, rd_kafka_topic_partition_list_t *partitions);
    void placeGained(rd_kafka_topic_partition_list_t *partitions);
    void report(Error error) { m_errors.append(std::move(error)); }

    static void onError(rd_kafka_t *, int code, const char *reason, void *self);
    static int onStatistics(rd_kafka_t *, char *json, std::size_t size, void *self);
    static void onRebalance(rd_kafka_t *, rd_kafka_resp_err_t code,
                            rd_kafka_topic_partition_list_t *partitions, void *self);
    static void onCommitted(rd_kafka_t *, rd_kafka_resp_err_t code, rd_kafka_topic_partition_list_t *offsets,
                            void *self);

    KafkaConfig m_config;
    KafkaReading m_reading;
    KafkaHandle m_client;
    LogPartitionWatch m_watch;
    QHash<int, Reading> m_partitions; ///< being read
    QHash<int, qint64> m_wanted;      ///< asked for by seek(), not yet assigned
    QList<Error> m_errors;            ///< to be told by poll(), oldest first
    std::optional<Error> m_away;      ///< no broker answers
    Moment m_nextLook{};              ///< when brokers are asked again, or new partitions looked for
    Moment m_assignAfter{};           ///< a partition that ended too early is not asked at every poll
    LogBatch *m_gathering = nullptr;  ///< what the poll under way has so far
    bool m_started = false;
    mutable std::optional<bool> m_compacted; ///< nullopt: not asked, or not told
};

} // namespace assay
