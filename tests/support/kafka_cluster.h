// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/kafka_config.h"
#include "support/kafka_mock.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QMap>

#include <thread>

/// The real cluster that tests/services/kafka.sh started and told of in KAFKA_…
namespace cluster {

inline QString told(const char *name)
{
    const QString value = qEnvironmentVariable(name);
    if (value.isEmpty())
        qFatal("%s is not set: start the servers with tests/services/kafka.sh", name);
    return value;
}

inline QString certificate(const char *name)
{
    return told("KAFKA_CERTS") + u'/' + QString::fromLatin1(name);
}

/// A name no other run on the same cluster has.
inline QString own(const char *name)
{
    return QStringLiteral("%1-%2").arg(QLatin1StringView(name)).arg(QCoreApplication::applicationPid());
}

inline assay::KafkaConfig config(const QString &topic, const char *listener = "KAFKA_PLAINTEXT")
{
    return {.brokers = told(listener).split(u','),
            .topic = topic,
            .groupId = QStringLiteral("group-of-") + topic,
            .operationTimeout = std::chrono::seconds(10),
            .metadataTimeout = std::chrono::seconds(10)};
}

inline int brokers()
{
    return static_cast<int>(told("KAFKA_PLAINTEXT").count(u',')) + 1;
}

/// The leader of each partition, as this one broker knows it, of a topic whose copies are all in step;
/// empty while it is not.
inline QList<int> leaders(const QString &broker, const QString &topic)
{
    rd_kafka_conf_t *conf = rd_kafka_conf_new();
    rd_kafka_conf_set(conf, "bootstrap.servers", broker.toUtf8().constData(), nullptr, 0);
    rd_kafka_conf_set_log_cb(conf, [](const rd_kafka_t *, int, const char *, const char *) {});
    const std::shared_ptr<rd_kafka_t> client(rd_kafka_new(RD_KAFKA_PRODUCER, conf, nullptr, 0),
                                             rd_kafka_destroy);
    const std::shared_ptr<rd_kafka_topic_t> asked(
        rd_kafka_topic_new(client.get(), topic.toUtf8().constData(), nullptr), rd_kafka_topic_destroy);
    const rd_kafka_metadata_t *told = nullptr;
    if (rd_kafka_metadata(client.get(), 0, asked.get(), &told, 5000) != RD_KAFKA_RESP_ERR_NO_ERROR)
        return {};
    const rd_kafka_metadata_topic_t &found = told->topics[0];
    QMap<int, int> all;
    for (int i = 0; found.err == RD_KAFKA_RESP_ERR_NO_ERROR && i < found.partition_cnt; ++i)
        if (found.partitions[i].leader >= 0 && found.partitions[i].isr_cnt == brokers())
            all.insert(found.partitions[i].id, found.partitions[i].leader);
    const bool complete = all.size() == found.partition_cnt;
    rd_kafka_metadata_destroy(told);
    return complete ? all.values() : QList<int>();
}

/// Waits until every broker knows the topic, with all its copies in step: each learns of it by itself.
inline void awaitTopic(const QString &name)
{
    QElapsedTimer watch;
    watch.start();
    for (const QString &broker : told("KAFKA_PLAINTEXT").split(u','))
        while (leaders(broker, name).isEmpty()) {
            if (watch.hasExpired(60'000))
                qFatal("%s does not know topic %s", qPrintable(broker), qPrintable(name));
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
}

/// Makes a topic of its own with one copy on each broker, and waits until each of them knows it.
inline void makeTopic(const QString &name, int partitions,
                      const QList<std::pair<const char *, const char *>> &settings = {})
{
    rd_kafka_conf_t *conf = rd_kafka_conf_new();
    rd_kafka_conf_set(conf, "bootstrap.servers", told("KAFKA_PLAINTEXT").toUtf8().constData(), nullptr, 0);
    const std::shared_ptr<rd_kafka_t> client(rd_kafka_new(RD_KAFKA_PRODUCER, conf, nullptr, 0),
                                             rd_kafka_destroy);
    rd_kafka_NewTopic_t *topic =
        rd_kafka_NewTopic_new(name.toUtf8().constData(), partitions, brokers(), nullptr, 0);
    for (const auto &[key, value] : settings)
        rd_kafka_NewTopic_set_config(topic, key, value);
    rd_kafka_queue_t *queue = rd_kafka_queue_new(client.get());
    rd_kafka_CreateTopics(client.get(), &topic, 1, nullptr, queue);
    rd_kafka_event_t *event = rd_kafka_queue_poll(queue, 20'000);
    std::size_t count = 0;
    const auto **results =
        event ? rd_kafka_CreateTopics_result_topics(rd_kafka_event_CreateTopics_result(event), &count)
              : nullptr;
    const bool made = count == 1 && rd_kafka_topic_result_error(results[0]) == RD_KAFKA_RESP_ERR_NO_ERROR;
    if (!made)
        qFatal("topic %s was not made", qPrintable(name));
    rd_kafka_event_destroy(event);
    rd_kafka_queue_destroy(queue);
    rd_kafka_NewTopic_destroy(topic);
    awaitTopic(name);
}

} // namespace cluster
