// SPDX-License-Identifier: Apache-2.0
#include "stream/kafka_client.h"

#include "base/tr.h"

#include <QtCore/QLoggingCategory>

namespace assay {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(kafkaLog, "assay.kafka", QtCriticalMsg)

constexpr std::size_t errorSize = 512;

void toLog(const rd_kafka_t *, int, const char *facility, const char *text)
{
    qCDebug(kafkaLog, "%s: %s", facility, text);
}

QByteArray token(KafkaSecurity security)
{
    switch (security) {
    case KafkaSecurity::Plaintext: return "plaintext";
    case KafkaSecurity::Ssl: return "ssl";
    case KafkaSecurity::SaslPlaintext: return "sasl_plaintext";
    case KafkaSecurity::SaslSsl: return "sasl_ssl";
    }
    Q_UNREACHABLE();
}

QByteArray token(KafkaMechanism mechanism)
{
    switch (mechanism) {
    case KafkaMechanism::Plain: return "PLAIN";
    case KafkaMechanism::ScramSha256: return "SCRAM-SHA-256";
    case KafkaMechanism::ScramSha512: return "SCRAM-SHA-512";
    }
    Q_UNREACHABLE();
}

/// localhost often resolves to ::1 first, where a broker in a container does not listen.
QByteArray familyOf(const KafkaConfig &config)
{
    switch (config.addresses) {
    case KafkaAddresses::V4: return "v4";
    case KafkaAddresses::V6: return "v6";
    case KafkaAddresses::Any: break;
    }
    const auto isLocal = [](const QString &broker) { return broker.startsWith(u"localhost:"_s); };
    return std::ranges::any_of(config.brokers, isLocal) ? "v4" : "any";
}

Errc codeOf(rd_kafka_resp_err_t error)
{
    // The list of librdkafka is open, hence the default.
    switch (static_cast<int>(error)) {
    case RD_KAFKA_RESP_ERR__TRANSPORT:
    case RD_KAFKA_RESP_ERR__RESOLVE:
    case RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN:
    case RD_KAFKA_RESP_ERR__NODE_UPDATE:
    case RD_KAFKA_RESP_ERR__QUEUE_FULL:
    case RD_KAFKA_RESP_ERR__MAX_POLL_EXCEEDED:
    case RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR_BROKER_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS:
    case RD_KAFKA_RESP_ERR_NOT_COORDINATOR:
    case RD_KAFKA_RESP_ERR_NETWORK_EXCEPTION:
    case RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS:
    case RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS_AFTER_APPEND: return Errc::Unavailable;
    case RD_KAFKA_RESP_ERR__TIMED_OUT:
    case RD_KAFKA_RESP_ERR__MSG_TIMED_OUT:
    case RD_KAFKA_RESP_ERR__TIMED_OUT_QUEUE:
    case RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT: return Errc::Timeout;
    case RD_KAFKA_RESP_ERR__SSL: return Errc::TlsRefused;
    case RD_KAFKA_RESP_ERR__AUTHENTICATION:
    case RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED:
    case RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED:
    case RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED:
    case RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED: return Errc::Unauthorized;
    case RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC:
    case RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION:
    case RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART: return Errc::NotFound;
    case RD_KAFKA_RESP_ERR__BAD_MSG:
    case RD_KAFKA_RESP_ERR__BAD_COMPRESSION:
    case RD_KAFKA_RESP_ERR_INVALID_MSG: return Errc::Corrupt;
    case RD_KAFKA_RESP_ERR__INVALID_ARG:
    case RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE: return Errc::InvalidArgument;
    case RD_KAFKA_RESP_ERR__DESTROY:
    case RD_KAFKA_RESP_ERR__PURGE_QUEUE:
    case RD_KAFKA_RESP_ERR__PURGE_INFLIGHT: return Errc::Cancelled;
    default: return Errc::Io;
    }
}

} // namespace

KafkaConf::KafkaConf(const KafkaConfig &config) : m_conf(rd_kafka_conf_new())
{
    rd_kafka_conf_set_log_cb(m_conf.get(), toLog);
    set("bootstrap.servers", config.brokers.join(u',').toUtf8());
    set("client.id", "assay");
    set("security.protocol", token(config.security));
    set("broker.address.family", familyOf(config));
    set("socket.keepalive.enable", "true");
    set("reconnect.backoff.max.ms", "2000");
    set("socket.timeout.ms",
        QByteArray::number(std::max<qint64>(1000, qint64{config.operationTimeout.count()})));
    if (config.usesTls()) {
        set("ssl.endpoint.identification.algorithm", config.checkHostName ? "https" : "none");
        for (const auto &[name, path] : {std::pair("ssl.ca.location", config.caFile),
                                         std::pair("ssl.certificate.location", config.certificateFile),
                                         std::pair("ssl.key.location", config.keyFile)})
            if (!path.isEmpty())
                set(name, path.toUtf8());
        setSecret("ssl.key.password", config.keyPassword);
    }
    if (config.usesSasl()) {
        set("sasl.mechanism", token(config.mechanism));
        set("sasl.username", config.user.toUtf8());
        setSecret("sasl.password", config.password);
    }
}

KafkaConf &KafkaConf::set(const char *name, const QByteArray &value)
{
    char text[errorSize] = "";
    if (rd_kafka_conf_set(m_conf.get(), name, value.constData(), text, sizeof text) != RD_KAFKA_CONF_OK &&
        m_failure.isEmpty())
        m_failure = QString::fromUtf8(text);
    return *this;
}

KafkaConf &KafkaConf::setSecret(const char *name, const QString &value)
{
    if (!value.isEmpty() &&
        rd_kafka_conf_set(m_conf.get(), name, value.toUtf8().constData(), nullptr, 0) != RD_KAFKA_CONF_OK)
        m_failure = QString::fromLatin1(name);
    return *this;
}

QMap<QByteArray, QByteArray> KafkaConf::dump() const
{
    QMap<QByteArray, QByteArray> all;
    const auto add = [&all](const char **names, std::size_t count) {
        for (std::size_t i = 0; i + 1 < count; i += 2)
            if (const QByteArray name = names[i]; !name.endsWith("password"))
                all.insert(name, names[i + 1]);
        rd_kafka_conf_dump_free(names, count);
    };
    std::size_t count = 0;
    // Some settings belong to topics; where both have one of a name, the client's is meant.
    if (rd_kafka_topic_conf_t *topics = rd_kafka_conf_get_default_topic_conf(m_conf.get())) {
        const char **names = rd_kafka_topic_conf_dump(topics, &count);
        add(names, count);
    }
    const char **names = rd_kafka_conf_dump(m_conf.get(), &count);
    add(names, count);
    return all;
}

Result<KafkaHandle> KafkaConf::build(rd_kafka_type_t type) &&
{
    if (!m_failure.isEmpty())
        return fail(Errc::InvalidArgument, Tr::tr("The Kafka client refused a setting: %1.").arg(m_failure));
    char text[errorSize] = "";
    rd_kafka_t *client = rd_kafka_new(type, m_conf.get(), text, sizeof text);
    if (!client)
        return fail(Errc::InvalidArgument,
                    Tr::tr("The Kafka connection cannot be set up: %1. Check the certificates, the key and "
                           "its password.")
                        .arg(QString::fromUtf8(text)));
    static_cast<void>(m_conf.release()); // the client owns it now
    return KafkaHandle(client, rd_kafka_destroy);
}

KafkaConf consumerConf(const KafkaConfig &config)
{
    KafkaConf conf(config);
    conf.set("group.id", config.groupId.toUtf8())
        .set("enable.auto.commit", "false")
        .set("enable.auto.offset.store", "false")
        .set("auto.offset.reset", "error")
        .set("check.crcs", "true")
        .set("isolation.level", "read_committed")
        .set("fetch.max.bytes", "8388608")
        .set("receive.message.max.bytes", "16777216")
        // A partition whose queue was full is left alone for a whole second: the queue must last longer.
        .set("queued.max.messages.kbytes", "131072")
        .set("queued.min.messages", "1000000")
        .set("max.poll.interval.ms", "1800000")
        .set("session.timeout.ms", "10000")
        .set("partition.assignment.strategy", "range")
        .set("allow.auto.create.topics", "false")
        .set("enable.partition.eof", "true")
        .set("statistics.interval.ms", "1000");
    if (!config.instanceId.isEmpty())
        conf.set("group.instance.id", config.instanceId.toUtf8());
    return conf;
}

KafkaConf producerConf(const KafkaConfig &config, std::chrono::milliseconds timeout)
{
    KafkaConf conf(config);
    conf.set("enable.idempotence", "true")
        .set("acks", "all")
        .set("max.in.flight.requests.per.connection", "5")
        .set("compression.codec", "none")
        .set("message.timeout.ms", QByteArray::number(qint64{timeout.count()}))
        .set("message.max.bytes", "10485760")
        .set("batch.size", "1000000")
        .set("linger.ms", "5")
        .set("queue.buffering.max.messages", "100000")
        .set("queue.buffering.max.kbytes", "32768");
    return conf;
}

Error kafkaError(rd_kafka_resp_err_t code, const QString &what, const QString &detail)
{
    const QString reason = detail.isEmpty() ? QString::fromUtf8(rd_kafka_err2str(code)) : detail;
    return Error{.code = codeOf(code), .message = u"%1: %2."_s.arg(what, reason), .where = u"kafka"_s};
}

Result<QList<int>> kafkaPartitions(rd_kafka_t *client, const QString &topic,
                                   std::chrono::milliseconds timeout)
{
    const QString what = Tr::tr("The partitions of topic %1 are not known").arg(topic);
    const KafkaTopic handle(rd_kafka_topic_new(client, topic.toUtf8().constData(), nullptr));
    const rd_kafka_metadata_t *found = nullptr;
    const rd_kafka_resp_err_t asked =
        rd_kafka_metadata(client, 0, handle.get(), &found, static_cast<int>(timeout.count()));
    const std::unique_ptr<const rd_kafka_metadata_t, KafkaDestroy<rd_kafka_metadata_destroy>> metadata(found);
    if (asked != RD_KAFKA_RESP_ERR_NO_ERROR)
        return fail(kafkaError(asked, what));
    if (metadata->topic_cnt != 1)
        return fail(Errc::Protocol, what + u'.');
    const rd_kafka_metadata_topic_t &answer = metadata->topics[0];
    if (answer.err == RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART)
        return fail(Errc::NotFound, Tr::tr("The cluster has no topic %1. Create it, or name another one in "
                                           "kafka.topic.")
                                        .arg(topic));
    if (answer.err == RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED)
        return fail(Errc::Unauthorized,
                    Tr::tr("This user may not read topic %1. Ask for access to it.").arg(topic));
    if (answer.err != RD_KAFKA_RESP_ERR_NO_ERROR)
        return fail(kafkaError(answer.err, what));
    QList<int> partitions;
    for (int i = 0; i < answer.partition_cnt; ++i)
        partitions.append(answer.partitions[i].id);
    std::ranges::sort(partitions);
    return partitions;
}

Result<LogExtent> kafkaExtent(rd_kafka_t *client, const QString &topic, int partition,
                              std::chrono::milliseconds timeout)
{
    int64_t low = 0;
    int64_t end = 0;
    const rd_kafka_resp_err_t code = rd_kafka_query_watermark_offsets(
        client, topic.toUtf8().constData(), partition, &low, &end, static_cast<int>(timeout.count()));
    if (code != RD_KAFKA_RESP_ERR_NO_ERROR)
        return fail(kafkaError(
            code, Tr::tr("The extent of partition %1 of topic %2 is not known").arg(partition).arg(topic)));
    return LogExtent{.partition = partition, .low = low, .end = end};
}

namespace {

/// The answer of one admin question about one topic's settings; null when there is none in time.
KafkaEvent describeTopic(rd_kafka_t *client, const QString &topic, std::chrono::milliseconds timeout)
{
    const KafkaQueue queue(rd_kafka_queue_new(client));
    rd_kafka_ConfigResource_t *resource =
        rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, topic.toUtf8().constData());
    const std::unique_ptr<rd_kafka_AdminOptions_t, KafkaDestroy<rd_kafka_AdminOptions_destroy>> options(
        rd_kafka_AdminOptions_new(client, RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS));
    const int wait = static_cast<int>(timeout.count());
    rd_kafka_AdminOptions_set_request_timeout(options.get(), wait, nullptr, 0);
    rd_kafka_DescribeConfigs(client, &resource, 1, options.get(), queue.get());
    rd_kafka_ConfigResource_destroy(resource);
    return KafkaEvent(rd_kafka_queue_poll(queue.get(), wait + 500));
}

} // namespace

std::optional<bool> kafkaIsCompacted(rd_kafka_t *client, const QString &topic)
{
    const KafkaEvent answer = describeTopic(client, topic, std::chrono::seconds(3));
    const rd_kafka_DescribeConfigs_result_t *result =
        answer ? rd_kafka_event_DescribeConfigs_result(answer.get()) : nullptr;
    if (!result)
        return std::nullopt;
    std::size_t count = 0;
    const rd_kafka_ConfigResource_t **resources = rd_kafka_DescribeConfigs_result_resources(result, &count);
    if (count != 1 || rd_kafka_ConfigResource_error(resources[0]) != RD_KAFKA_RESP_ERR_NO_ERROR)
        return std::nullopt;
    const rd_kafka_ConfigEntry_t **entries = rd_kafka_ConfigResource_configs(resources[0], &count);
    for (std::size_t i = 0; i < count; ++i)
        if (QByteArray(rd_kafka_ConfigEntry_name(entries[i])) == "cleanup.policy")
            return QByteArray(rd_kafka_ConfigEntry_value(entries[i])).contains("compact");
    return std::nullopt;
}

} // namespace assay
