// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/kafka_config.h"
#include "stream/log.h"

#include <QtCore/QMap>

#include <librdkafka/rdkafka.h>

#include <memory>
#include <optional>

// What the Kafka reader, writer and probe share of librdkafka. Private to core/stream.

namespace assay {

/// A client. Messages keep it alive: they lie in its memory.
using KafkaHandle = std::shared_ptr<rd_kafka_t>;

template<auto destroy>
struct KafkaDestroy
{
    template<typename T>
    void operator()(T *object) const
    {
        destroy(object);
    }
};
using KafkaPartitions =
    std::unique_ptr<rd_kafka_topic_partition_list_t, KafkaDestroy<rd_kafka_topic_partition_list_destroy>>;
using KafkaTopic = std::unique_ptr<rd_kafka_topic_t, KafkaDestroy<rd_kafka_topic_destroy>>;
using KafkaQueue = std::unique_ptr<rd_kafka_queue_t, KafkaDestroy<rd_kafka_queue_destroy>>;
using KafkaEvent = std::unique_ptr<rd_kafka_event_t, KafkaDestroy<rd_kafka_event_destroy>>;

/// Settings of a client being made. The first one refused is told by build().
class KafkaConf
{
public:
    /// Brokers, security and names; librdkafka's own log lines go to the logging category assay.kafka,
    /// which is silent by default, and never to the terminal.
    explicit KafkaConf(const KafkaConfig &config);

    /// Not for text of a user: refused values are named in the error. Secrets go through setSecret().
    KafkaConf &set(const char *name, const QByteArray &value);

    rd_kafka_conf_t *get() const { return m_conf.get(); }

    /// Every setting as librdkafka has it, passwords left out.
    QMap<QByteArray, QByteArray> dump() const;

    /// @errors InvalidArgument (a setting, or a certificate that cannot be used: why is said)
    Result<KafkaHandle> build(rd_kafka_type_t type) &&;

private:
    KafkaConf &setSecret(const char *name, const QString &value);

    std::unique_ptr<rd_kafka_conf_t, KafkaDestroy<rd_kafka_conf_destroy>> m_conf;
    QString m_failure;
};

/// Manual commits and positions, checksums checked, bounded memory; see RELIABILITY.md F5 and F6.
KafkaConf consumerConf(const KafkaConfig &config);

/// Every replica acknowledges, nothing twice, order kept. `timeout` 0: a message never expires.
KafkaConf producerConf(const KafkaConfig &config, std::chrono::milliseconds timeout);

/// A librdkafka error as ours. `what` begins the sentence: "Reading assay-quality failed".
Error kafkaError(rd_kafka_resp_err_t code, const QString &what, const QString &detail = {});

/// Partitions of a topic, ascending. @errors NotFound, Unauthorized, Unavailable, Timeout
Result<QList<int>> kafkaPartitions(rd_kafka_t *client, const QString &topic,
                                   std::chrono::milliseconds timeout);

/// What a partition holds, asked now. @errors as kafkaPartitions()
Result<LogExtent> kafkaExtent(rd_kafka_t *client, const QString &topic, int partition,
                              std::chrono::milliseconds timeout);

/// Whether the topic keeps only the newest record of each key; nullopt when the cluster does not say.
std::optional<bool> kafkaIsCompacted(rd_kafka_t *client, const QString &topic);

} // namespace assay
