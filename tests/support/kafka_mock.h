// SPDX-License-Identifier: Apache-2.0
#pragma once

// The macros of librdkafka's variadic calls cast as C does.
#pragma GCC diagnostic ignored "-Wold-style-cast"

#include "stream/kafka_config.h"
#include "stream/log.h"

#include <QtTest/QTest>

#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>

#include <memory>
#include <set>

/// librdkafka's own cluster inside this process: answers like brokers, and can be told to fail.
struct MockKafka
{
    explicit MockKafka(int brokers = 1, int partitions = 3, const char *name = "quality") : topic(name)
    {
        rd_kafka_conf_t *conf = rd_kafka_conf_new();
        rd_kafka_conf_set_log_cb(conf, [](const rd_kafka_t *, int, const char *, const char *) {});
        owner.reset(rd_kafka_new(RD_KAFKA_PRODUCER, conf, nullptr, 0), rd_kafka_destroy);
        cluster.reset(rd_kafka_mock_cluster_new(owner.get(), brokers), rd_kafka_mock_cluster_destroy);
        rd_kafka_mock_topic_create(cluster.get(), name, partitions, brokers);
    }

    assay::KafkaConfig config() const
    {
        return {.brokers = QString::fromUtf8(rd_kafka_mock_cluster_bootstraps(cluster.get())).split(u','),
                .topic = QString::fromUtf8(topic),
                .groupId = QStringLiteral("testers"),
                .operationTimeout = std::chrono::milliseconds(5000),
                .metadataTimeout = std::chrono::milliseconds(3000)};
    }
    void setUp(bool up, int broker = 1)
    {
        up ? rd_kafka_mock_broker_set_up(cluster.get(), broker)
           : rd_kafka_mock_broker_set_down(cluster.get(), broker);
    }

    const char *topic;
    std::shared_ptr<rd_kafka_t> owner;
    std::shared_ptr<rd_kafka_mock_cluster_t> cluster;
};

/// A plain producer, to write what Assay itself would not.
struct PlainProducer
{
    explicit PlainProducer(const assay::KafkaConfig &config) : topic(config.topic.toUtf8())
    {
        rd_kafka_conf_t *conf = rd_kafka_conf_new();
        rd_kafka_conf_set(conf, "bootstrap.servers", config.brokers.join(u',').toUtf8().constData(), nullptr,
                          0);
        rd_kafka_conf_set(conf, "enable.idempotence", "true", nullptr, 0);
        rd_kafka_conf_set(conf, "queue.buffering.max.messages", "1000000", nullptr, 0);
        rd_kafka_conf_set_log_cb(conf, [](const rd_kafka_t *, int, const char *, const char *) {});
        client.reset(rd_kafka_new(RD_KAFKA_PRODUCER, conf, nullptr, 0), rd_kafka_destroy);
    }
    ~PlainProducer() { flush(); }

    void produce(const QByteArray &key, const QByteArray &value, int partition = RD_KAFKA_PARTITION_UA)
    {
        const auto code = rd_kafka_producev(
            client.get(), RD_KAFKA_V_TOPIC(topic.constData()), RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY),
            RD_KAFKA_V_PARTITION(partition),
            RD_KAFKA_V_KEY(key.isNull() ? nullptr : key.constData(), size_t(key.size())),
            RD_KAFKA_V_VALUE(value.isNull() ? nullptr : const_cast<char *>(value.constData()),
                             size_t(value.size())),
            RD_KAFKA_V_HEADER("traceparent", "00-ab", 5), RD_KAFKA_V_HEADER("tracestate", "", 0),
            RD_KAFKA_V_END);
        QCOMPARE(code, RD_KAFKA_RESP_ERR_NO_ERROR);
    }
    void flush() { QCOMPARE(rd_kafka_flush(client.get(), 30'000), RD_KAFKA_RESP_ERR_NO_ERROR); }

    QByteArray topic;
    std::shared_ptr<rd_kafka_t> client;
};

/// Polls until `count` records have come, or `wait` is over; errors are kept.
struct Gathered
{
    QList<assay::LogRecord> records{};
    QList<assay::Error> errors{};

    void read(assay::LogReader &reader, qsizetype count,
              std::chrono::milliseconds wait = std::chrono::seconds(20))
    {
        QElapsedTimer watch;
        watch.start();
        while (records.size() < count && watch.elapsed() < wait.count()) {
            auto batch = reader.poll(std::chrono::milliseconds(100), 1000);
            if (batch)
                records += *batch;
            else
                errors.append(batch.error());
        }
    }
    /// Every offset of each partition once and in order.
    bool isGapless() const
    {
        QHash<int, qint64> next;
        for (const assay::LogRecord &record : records) {
            if (next.contains(record.partition) && next[record.partition] != record.offset)
                return false;
            next[record.partition] = record.offset + 1;
        }
        return true;
    }
};
