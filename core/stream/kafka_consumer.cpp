// SPDX-License-Identifier: Apache-2.0
#include "stream/kafka_consumer.h"

#include "base/tr.h"

#include <cstring>

namespace assay {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr std::chrono::seconds lookForPartitionsEvery{60};
constexpr std::chrono::seconds askAgain{1};
constexpr milliseconds quickQuestion{500};
constexpr int damagedRemembered = 1000;

int toInt(milliseconds wait)
{
    return static_cast<int>(std::clamp<qint64>(wait.count(), 0, std::numeric_limits<int>::max()));
}

QByteArray inMemory(const void *bytes, std::size_t size)
{
    if (!bytes)
        return {}; // Kafka's null
    return QByteArray::fromRawData(size == 0 ? "" : static_cast<const char *>(bytes),
                                   static_cast<qsizetype>(size));
}

QList<LogHeader> headersOf(const rd_kafka_message_t *message)
{
    rd_kafka_headers_t *headers = nullptr;
    if (rd_kafka_message_headers(message, &headers) != RD_KAFKA_RESP_ERR_NO_ERROR)
        return {};
    QList<LogHeader> all;
    const char *name = nullptr;
    const void *value = nullptr;
    std::size_t size = 0;
    for (std::size_t i = 0;
         rd_kafka_header_get_all(headers, i, &name, &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR; ++i)
        all.append({.key = inMemory(name, std::strlen(name)), .value = inMemory(value, size)});
    return all;
}

} // namespace

/// Messages whose bytes a batch points into. The client goes last.
struct KafkaReader::Held
{
    explicit Held(KafkaHandle owner) : client(std::move(owner)) {}
    Q_DISABLE_COPY_MOVE(Held)
    ~Held()
    {
        for (rd_kafka_message_t *message : messages)
            rd_kafka_message_destroy(message);
    }

    KafkaHandle client;
    std::vector<rd_kafka_message_t *> messages{};
};

Result<std::unique_ptr<LogReader>> openKafkaReader(const KafkaConfig &config, KafkaReading reading)
{
    if (const QStringList problems = problemsOf(config); !problems.isEmpty())
        return fail(Errc::InvalidArgument, problems.join(u' '));
    auto reader = std::make_unique<KafkaReader>(config, reading);
    if (Result<> opened = reader->open(); !opened)
        return fail(std::move(opened.error()));
    return std::unique_ptr<LogReader>(std::move(reader));
}

KafkaReader::KafkaReader(KafkaConfig config, KafkaReading reading)
    : m_config(std::move(config)), m_reading(reading)
{
}

KafkaReader::~KafkaReader()
{
    if (!m_client)
        return;
    m_watch = {}; // nobody is told any more
    rd_kafka_consumer_close(m_client.get());
}

Result<> KafkaReader::open()
{
    KafkaConf conf = consumerConf(m_config);
    rd_kafka_conf_set_opaque(conf.get(), this);
    rd_kafka_conf_set_error_cb(conf.get(), onError);
    rd_kafka_conf_set_stats_cb(conf.get(), onStatistics);
    rd_kafka_conf_set_offset_commit_cb(conf.get(), onCommitted);
    if (m_reading == KafkaReading::Group)
        rd_kafka_conf_set_rebalance_cb(conf.get(), onRebalance);
    Result<KafkaHandle> client = std::move(conf).build(RD_KAFKA_CONSUMER);
    if (!client)
        return fail(std::move(client.error()));
    m_client = std::move(*client);
    rd_kafka_poll_set_consumer(m_client.get());
    return {};
}

Result<> KafkaReader::seek(int partition, qint64 offset)
{
    if (partition < 0 || offset < 0)
        return fail(Errc::InvalidArgument, Tr::tr("Partitions and offsets of Kafka begin at 0."));
    if (m_reading == KafkaReading::Group && !m_partitions.contains(partition))
        return fail(Errc::InvalidArgument,
                    Tr::tr("Partition %1 is read by another member of the group.").arg(partition));
    m_wanted.insert(partition, offset);
    m_partitions[partition].next = offset;
    return {};
}

Result<> KafkaReader::start(milliseconds wait)
{
    if (m_started)
        return {};
    if (m_reading == KafkaReading::Group) {
        const KafkaPartitions topics(rd_kafka_topic_partition_list_new(1));
        rd_kafka_topic_partition_list_add(topics.get(), m_config.topic.toUtf8().constData(),
                                          RD_KAFKA_PARTITION_UA);
        if (const auto code = rd_kafka_subscribe(m_client.get(), topics.get()))
            return fail(
                kafkaError(code, Tr::tr("The consumer group %1 was not joined").arg(m_config.groupId)));
    } else {
        const Result<QList<int>> all =
            askPartitions(std::clamp<milliseconds>(wait, quickQuestion, m_config.metadataTimeout));
        if (!all)
            return fail(reasonOf(all.error()));
        adopt(*all);
        if (Result<> assigned = assignWanted(); !assigned)
            return assigned;
        m_away.reset();
    }
    m_started = true;
    m_nextLook = steady_clock::now() + lookForPartitionsEvery;
    return {};
}

/// Begins, or begins again, wherever each partition is wanted next.
Result<> KafkaReader::assignWanted()
{
    m_wanted.clear();
    const KafkaPartitions list(rd_kafka_topic_partition_list_new(static_cast<int>(m_partitions.size())));
    const qint64 first =
        m_config.start == KafkaStart::Latest ? RD_KAFKA_OFFSET_END : RD_KAFKA_OFFSET_BEGINNING;
    const QByteArray topic = m_config.topic.toUtf8();
    for (auto it = m_partitions.cbegin(); it != m_partitions.cend(); ++it)
        rd_kafka_topic_partition_list_add(list.get(), topic.constData(), it.key())->offset =
            it->next.value_or(first);
    if (const auto code = rd_kafka_assign(m_client.get(), list.get()))
        return fail(kafkaError(code, Tr::tr("Reading topic %1 did not begin").arg(m_config.topic)));
    return {};
}

/// Takes partitions that are not read yet, wherever the caller wants them. @return whether there were any
bool KafkaReader::adopt(const QList<int> &all)
{
    QList<int> fresh = all;
    fresh.removeIf([this](int partition) { return m_partitions.contains(partition); });
    const QHash<int, qint64> wanted =
        m_watch.gained && !fresh.isEmpty() ? m_watch.gained(fresh) : QHash<int, qint64>();
    for (const int partition : std::as_const(fresh)) {
        Reading &reading = m_partitions[partition];
        if (const auto place = wanted.constFind(partition); place != wanted.constEnd())
            reading.next = *place;
        else if (m_started)
            reading.next = 0; // made since: all of it is new
    }
    return !fresh.isEmpty();
}

void KafkaReader::lookForNewPartitions()
{
    m_nextLook = steady_clock::now() + lookForPartitionsEvery;
    const Result<QList<int>> all = askPartitions(quickQuestion);
    if (!all)
        return;
    if (adopt(*all))
        if (Result<> assigned = assignWanted(); !assigned)
            report(std::move(assigned.error()));
}

void KafkaReader::recheckBrokers()
{
    m_nextLook = steady_clock::now() + askAgain;
    if (kafkaPartitions(m_client.get(), m_config.topic, quickQuestion)) {
        m_away.reset();
        m_nextLook += lookForPartitionsEvery;
    } else {
        report(*m_away);
    }
}

/// What has to be done before records can be asked for.
Result<> KafkaReader::prepare(milliseconds wait)
{
    if (Result<> started = start(wait); !started)
        return started;
    const auto now = steady_clock::now();
    if (m_errors.isEmpty() && !m_wanted.isEmpty() && now >= m_assignAfter)
        if (Result<> assigned = assignWanted(); !assigned)
            return assigned;
    if (now >= m_nextLook) {
        if (m_away)
            recheckBrokers();
        else if (m_reading == KafkaReading::View)
            lookForNewPartitions();
    }
    return {};
}

Result<LogBatch> KafkaReader::pollBatch(milliseconds wait, int limit)
{
    if (Result<> prepared = prepare(wait); !prepared)
        return fail(std::move(prepared.error()));
    const auto held = std::make_shared<Held>(m_client);
    LogBatch batch;
    m_gathering = &batch;
    const auto deadline = steady_clock::now() + wait;
    milliseconds left = wait;
    while (batch.records.size() < limit && m_errors.isEmpty()) {
        // What is there already comes without waiting; one record is enough to stop waiting for more.
        rd_kafka_message_t *message =
            rd_kafka_consumer_poll(m_client.get(), batch.records.isEmpty() ? toInt(left) : 0);
        if (message)
            take(message, *held, batch);
        else if (!batch.records.isEmpty())
            break;
        if (batch.records.isEmpty()) {
            left = std::chrono::duration_cast<milliseconds>(deadline - steady_clock::now());
            if (left <= milliseconds(0) && !message)
                break;
        }
    }
    m_gathering = nullptr;
    if (!batch.records.isEmpty()) {
        m_away.reset();
        batch.memory = held;
        return batch;
    }
    if (m_errors.isEmpty())
        return batch;
    return fail(m_errors.takeFirst());
}

void KafkaReader::take(rd_kafka_message_t *message, Held &held, LogBatch &batch)
{
    held.messages.push_back(message);
    if (message->err != RD_KAFKA_RESP_ERR_NO_ERROR) {
        takeError(*message);
        return;
    }
    Reading &reading = m_partitions[message->partition];
    if (reading.next && message->offset < *reading.next)
        return; // handed out already
    reading.next = message->offset + 1;
    if (!reading.lastError.isEmpty())
        reading.lastError.clear();
    rd_kafka_timestamp_type_t kind{};
    const qint64 time = rd_kafka_message_timestamp(message, &kind);
    batch.records.append(LogRecord{.topic = m_config.topic,
                                   .partition = message->partition,
                                   .offset = message->offset,
                                   .timestamp = UtcTime(milliseconds(std::max<qint64>(0, time))),
                                   .key = inMemory(message->key, message->key_len),
                                   .value = inMemory(message->payload, message->len),
                                   .headers = headersOf(message)});
}

void KafkaReader::takeError(const rd_kafka_message_t &message)
{
    const QString detail = QString::fromUtf8(rd_kafka_message_errstr(&message));
    const bool known = message.rkt && m_partitions.contains(message.partition);
    switch (static_cast<int>(message.err)) {
    case RD_KAFKA_RESP_ERR__PARTITION_EOF:
        // Markers of transactions are not handed out, but count.
        if (known) {
            Reading &reading = m_partitions[message.partition];
            reading.next = std::max(reading.next.value_or(0), qint64{message.offset});
            reading.end = std::max(reading.end.value_or(0), qint64{message.offset});
            reading.seenAt = utcNow();
            m_away.reset();
        }
        return;
    case RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET:
    case RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE:
        if (known)
            outOfRange(message.partition, m_partitions[message.partition].next.value_or(message.offset));
        return;
    case RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED:
        if (m_reading == KafkaReading::View)
            return; // no group is used
        break;
    default: break;
    }
    const Error error =
        kafkaError(message.err, Tr::tr("Reading topic %1 met an error").arg(m_config.topic), detail);
    if (known) {
        Reading &reading = m_partitions[message.partition];
        reading.lastError = error.message;
        if (error.code == Errc::Corrupt)
            skipDamage(message.partition, message.offset);
    }
    report(error);
}

/// librdkafka goes on behind a damaged batch, except where nothing followed it in the same answer: then
/// it comes again, and is left offset by offset.
void KafkaReader::skipDamage(int partition, qint64 offset)
{
    Reading &reading = m_partitions[partition];
    if (!reading.damaged.contains(offset)) {
        if (reading.damaged.size() == damagedRemembered)
            reading.damaged.removeFirst();
        reading.damaged.append(offset);
        return;
    }
    reading.next = std::max(reading.next.value_or(offset), offset) + 1;
    m_wanted.insert(partition, *reading.next);
}

/// The broker does not hold the wanted offset. Reading goes on at the first held, and says what is
/// missing; beyond the end there is nothing to go on with, so it is tried again.
void KafkaReader::outOfRange(int partition, qint64 wanted)
{
    const Result<LogExtent> held =
        kafkaExtent(m_client.get(), m_config.topic, partition, m_config.metadataTimeout);
    Reading &reading = m_partitions[partition];
    if (wanted < 0) {
        reading.lastError = Tr::tr("The group %1 has no position in partition %2 of topic %3, and "
                                   "kafka.auto_offset_reset says to stop: set it to earliest or latest.")
                                .arg(m_config.groupId)
                                .arg(partition)
                                .arg(m_config.topic);
        report({.code = Errc::InvalidArgument, .message = reading.lastError, .where = u"kafka"_s});
        return;
    }
    m_wanted.insert(partition, wanted);
    m_assignAfter = steady_clock::now() + (held && wanted < held->low ? std::chrono::seconds(0) : askAgain);
    if (!held) {
        report(held.error());
        return;
    }
    reading.low = held->low;
    reading.end = held->end;
    reading.seenAt = utcNow();
    if (wanted < held->low) {
        reading.next = held->low;
        report({.code = Errc::NotFound,
                .message = Tr::tr("Partition %1 of topic %2 no longer holds the records at offsets %3 to %4; "
                                  "reading goes on behind them.")
                               .arg(partition)
                               .arg(m_config.topic)
                               .arg(wanted)
                               .arg(held->low - 1),
                .where = u"kafka"_s});
        return;
    }
    reading.lastError =
        Tr::tr("Partition %1 of topic %2 ends at offset %3, before %4 where reading was to go "
               "on: the topic was made anew, or lost its newest records.")
            .arg(partition)
            .arg(m_config.topic)
            .arg(held->end)
            .arg(wanted);
    report({.code = Errc::Unavailable, .message = reading.lastError, .where = u"kafka"_s});
}

Result<QList<LogRecord>> KafkaReader::poll(milliseconds wait, int limit)
{
    Result<LogBatch> batch = pollBatch(wait, limit);
    if (!batch)
        return fail(std::move(batch.error()));
    for (LogRecord &record : batch->records)
        record = ownOf(record);
    return std::move(batch->records);
}

std::optional<qint64> KafkaReader::position(int partition) const
{
    return m_partitions.value(partition).next;
}

} // namespace assay
