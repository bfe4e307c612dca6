// SPDX-License-Identifier: Apache-2.0
#include "base/tr.h"
#include "stream/kafka_consumer.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace assay {

using namespace Qt::StringLiterals;

// What the Kafka reader asks of the brokers, and what it is told.

namespace {

constexpr std::chrono::milliseconds firstQuestion{500};
constexpr std::chrono::seconds unheard{10}; ///< after this long without an answer an end is not known

} // namespace

/// Why a question was not answered: before reading has begun only a poll brings what was heard.
Error KafkaReader::reasonOf(const Error &error)
{
    if (!m_started)
        if (rd_kafka_message_t *message = rd_kafka_consumer_poll(m_client.get(), 0))
            rd_kafka_message_destroy(message);
    return m_away && error.isRetryable() ? *m_away : error;
}

Result<QList<int>> KafkaReader::partitions()
{
    const auto deadline = std::chrono::steady_clock::now() + m_config.metadataTimeout;
    // Ever longer, so that a refusal is told soon and a slow broker is given its time.
    for (std::chrono::milliseconds wait = firstQuestion;; wait *= 2) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        Result<QList<int>> all = askPartitions(std::clamp(left, std::chrono::milliseconds(1), wait));
        if (all || !all.error().isRetryable())
            return all;
        Error reason = reasonOf(all.error());
        if (left <= wait || !reason.isRetryable())
            return fail(std::move(reason));
    }
}

Result<QList<int>> KafkaReader::askPartitions(std::chrono::milliseconds timeout)
{
    Result<QList<int>> all = kafkaPartitions(m_client.get(), m_config.topic, timeout);
    if (!all || m_config.partition < 0)
        return all;
    if (!all->contains(m_config.partition))
        return fail(Errc::NotFound, Tr::tr("Topic %1 has no partition %2; it has %3.")
                                        .arg(m_config.topic)
                                        .arg(m_config.partition)
                                        .arg(all->size()));
    return QList<int>{m_config.partition};
}

Result<QList<LogExtent>> KafkaReader::extents()
{
    const Result<QList<int>> all = partitions();
    if (!all)
        return fail(all.error());
    QList<LogExtent> extents;
    for (const int partition : *all) {
        const Result<LogExtent> extent =
            kafkaExtent(m_client.get(), m_config.topic, partition, m_config.metadataTimeout);
        if (!extent)
            return fail(extent.error());
        extents.append(*extent);
        if (const auto reading = m_partitions.find(partition); reading != m_partitions.end()) {
            reading->low = extent->low;
            reading->end = extent->end;
            reading->seenAt = utcNow();
        }
    }
    return extents;
}

Result<qint64> KafkaReader::offsetAt(int partition, UtcTime time)
{
    const QByteArray topic = m_config.topic.toUtf8();
    const int timeout = static_cast<int>(m_config.metadataTimeout.count());
    const QString what = Tr::tr("The offset of a moment in partition %1 of topic %2 is not known")
                             .arg(partition)
                             .arg(m_config.topic);
    const KafkaPartitions list(rd_kafka_topic_partition_list_new(1));
    rd_kafka_topic_partition_t *asked =
        rd_kafka_topic_partition_list_add(list.get(), topic.constData(), partition);
    // Kafka's times are whole milliseconds, cut off: a record of the same one may be later.
    asked->offset = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    if (const auto code = rd_kafka_offsets_for_times(m_client.get(), list.get(), timeout))
        return fail(kafkaError(code, what));
    if (asked->err != RD_KAFKA_RESP_ERR_NO_ERROR)
        return fail(kafkaError(asked->err, what));
    if (asked->offset >= 0)
        return asked->offset;
    const Result<LogExtent> held =
        kafkaExtent(m_client.get(), m_config.topic, partition, m_config.metadataTimeout);
    if (!held)
        return fail(held.error());
    return held->end;
}

QList<LogPartitionState> KafkaReader::states() const
{
    QList<LogPartitionState> all;
    for (auto it = m_partitions.cbegin(); it != m_partitions.cend(); ++it) {
        LogPartitionState state{.partition = it.key(),
                                .position = it->next,
                                .low = it->low,
                                .end = it->end,
                                .seenAt = it->seenAt,
                                .lastError = m_away ? m_away->message : it->lastError};
        if (!it->seenAt || utcNow() - *it->seenAt > unheard)
            state.end.reset(); // a partition that is stuck must not look as if all had been read
        all.append(state);
    }
    std::ranges::sort(all, {}, &LogPartitionState::partition);
    return all;
}

LogGap KafkaReader::gapKind(int partition, qint64 from, qint64 to) const
{
    const Reading reading = m_partitions.value(partition);
    if (reading.low && from < *reading.low)
        return LogGap::Retention;
    if (std::ranges::any_of(reading.damaged, [=](qint64 at) { return at >= from && at < to; }))
        return LogGap::Damage;
    if (!m_compacted)
        m_compacted = kafkaIsCompacted(m_client.get(), m_config.topic);
    if (!m_compacted)
        return LogGap::Unknown;
    return *m_compacted ? LogGap::Compaction : LogGap::Transaction;
}

void KafkaReader::watchPartitions(LogPartitionWatch watch)
{
    m_watch = std::move(watch);
}

void KafkaReader::commit(const QHash<int, qint64> &nextOffsets)
{
    if (m_reading != KafkaReading::Group || nextOffsets.isEmpty())
        return;
    const QByteArray topic = m_config.topic.toUtf8();
    const KafkaPartitions list(rd_kafka_topic_partition_list_new(static_cast<int>(nextOffsets.size())));
    for (auto it = nextOffsets.cbegin(); it != nextOffsets.cend(); ++it)
        if (m_partitions.contains(it.key()))
            rd_kafka_topic_partition_list_add(list.get(), topic.constData(), it.key())->offset = it.value();
    if (list->cnt > 0)
        rd_kafka_commit(m_client.get(), list.get(), 1);
}

void KafkaReader::onCommitted(rd_kafka_t *, rd_kafka_resp_err_t code,
                              rd_kafka_topic_partition_list_t *offsets, void *self)
{
    if (code == RD_KAFKA_RESP_ERR_NO_ERROR || code == RD_KAFKA_RESP_ERR__NO_OFFSET || !offsets)
        return;
    auto *reader = static_cast<KafkaReader *>(self);
    for (int i = 0; i < offsets->cnt; ++i)
        if (const auto found = reader->m_partitions.find(offsets->elems[i].partition);
            found != reader->m_partitions.end())
            found->lastError = kafkaError(code, Tr::tr("The group's position was not committed")).message;
}

void KafkaReader::onError(rd_kafka_t *client, int code, const char *reason, void *self)
{
    auto *reader = static_cast<KafkaReader *>(self);
    auto error = static_cast<rd_kafka_resp_err_t>(code);
    char fatal[512] = "";
    if (error == RD_KAFKA_RESP_ERR__FATAL)
        error = rd_kafka_fatal_error(client, fatal, sizeof fatal);
    Error told = kafkaError(error, Tr::tr("Kafka at %1").arg(reader->m_config.brokers.join(u", "_s)),
                            QString::fromUtf8(code == RD_KAFKA_RESP_ERR__FATAL ? fatal : reason));
    // The reason of a refusal is worth more than "all brokers are down", which follows it.
    if (code == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN) {
        if (!reader->m_away)
            reader->m_away = told;
        reader->m_nextLook = {};
    } else if (told.code == Errc::TlsRefused || told.code == Errc::Unauthorized) {
        reader->m_away = told;
    } else if (code == RD_KAFKA_RESP_ERR__FATAL) {
        reader->report(std::move(told));
    }
}

int KafkaReader::onStatistics(rd_kafka_t *, char *json, std::size_t size, void *self)
{
    static_cast<KafkaReader *>(self)->readStatistics(
        QByteArray::fromRawData(json, static_cast<qsizetype>(size)));
    return 0;
}

/// The figures librdkafka gathers each second: ends as the last answers of the leaders told them, and
/// how long ago a leader answered at all.
/// @source librdkafka STATISTICS.md
void KafkaReader::readStatistics(const QByteArray &json)
{
    const QJsonObject all = QJsonDocument::fromJson(json).object();
    QHash<int, qint64> silence; // broker → µs since it last sent something
    for (const QJsonValue &value : all["brokers"_L1].toObject()) {
        const QJsonObject broker = value.toObject();
        if (broker["state"_L1].toString() == "UP"_L1 && broker["rxidle"_L1].toInteger() >= 0)
            silence.insert(broker["nodeid"_L1].toInt(-1), broker["rxidle"_L1].toInteger());
    }
    const QJsonObject partitions =
        all["topics"_L1].toObject()[m_config.topic].toObject()["partitions"_L1].toObject();
    for (const QJsonValue &value : partitions) {
        const QJsonObject partition = value.toObject();
        const auto reading = m_partitions.find(partition["partition"_L1].toInt(-1));
        const auto answered = silence.constFind(partition["leader"_L1].toInt(-1));
        const qint64 stable = partition["ls_offset"_L1].toInteger(-1);
        const qint64 end = stable >= 0 ? stable : partition["hi_offset"_L1].toInteger(-1);
        const qint64 low = partition["lo_offset"_L1].toInteger(-1);
        if (reading == m_partitions.end() || answered == silence.constEnd() || end < 0 ||
            partition["fetch_state"_L1].toString() != "active"_L1)
            continue;
        reading->end = end;
        if (low >= 0)
            reading->low = low;
        reading->seenAt = utcNow() - std::chrono::microseconds(*answered);
    }
}

void KafkaReader::onRebalance(rd_kafka_t *, rd_kafka_resp_err_t code,
                              rd_kafka_topic_partition_list_t *partitions, void *self)
{
    static_cast<KafkaReader *>(self)->rebalance(code, partitions);
}

void KafkaReader::rebalance(rd_kafka_resp_err_t code, rd_kafka_topic_partition_list_t *partitions)
{
    if (code == RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS) {
        placeGained(partitions);
        rd_kafka_assign(m_client.get(), partitions);
        return;
    }
    QList<int> lost = m_partitions.keys();
    m_partitions.clear();
    m_wanted.clear();
    if (m_gathering)
        m_gathering->records.clear(); // not handed out yet, and no longer ours
    if (m_watch.lost && !lost.isEmpty())
        m_watch.lost(lost);
    rd_kafka_assign(m_client.get(), nullptr);
    if (code != RD_KAFKA_RESP_ERR__REVOKE_PARTITIONS)
        report(kafkaError(code, Tr::tr("The share in group %1 was lost").arg(m_config.groupId)));
}

/// Where the caller says; else where the group is; else where the settings say.
void KafkaReader::placeGained(rd_kafka_topic_partition_list_t *partitions)
{
    QList<int> gained;
    for (int i = 0; i < partitions->cnt; ++i)
        gained.append(partitions->elems[i].partition);
    std::ranges::sort(gained);
    const QHash<int, qint64> ours = m_watch.gained ? m_watch.gained(gained) : QHash<int, qint64>();
    if (ours.size() < gained.size() &&
        rd_kafka_committed(m_client.get(), partitions, static_cast<int>(m_config.metadataTimeout.count())) !=
            RD_KAFKA_RESP_ERR_NO_ERROR)
        for (int i = 0; i < partitions->cnt; ++i)
            partitions->elems[i].offset = RD_KAFKA_OFFSET_STORED; // librdkafka asks again by itself
    for (int i = 0; i < partitions->cnt; ++i) {
        rd_kafka_topic_partition_t &one = partitions->elems[i];
        Reading &reading = m_partitions[one.partition];
        if (const auto own = ours.constFind(one.partition); own != ours.constEnd())
            one.offset = *own;
        if (one.offset >= 0)
            reading.next = one.offset;
        else if (one.offset == RD_KAFKA_OFFSET_INVALID && m_config.start != KafkaStart::Stop)
            one.offset =
                m_config.start == KafkaStart::Latest ? RD_KAFKA_OFFSET_END : RD_KAFKA_OFFSET_BEGINNING;
    }
}

} // namespace assay
