// SPDX-License-Identifier: Apache-2.0
#include "stream/kafka_writer.h"

#include "base/tr.h"
#include "stream/kafka_client.h"

#include <array>

namespace assay {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

struct KafkaWriter::Impl
{
    KafkaConfig config{};
    KafkaWriterOptions options{};
    KafkaHandle client{};
    KafkaTopic topic{};
    QList<KafkaDelivery> arrived{};
    std::optional<Error> trouble{};
    int inFlight = 0;

    QString what() const { return Tr::tr("Writing to topic %1 failed").arg(config.topic); }
};

namespace {

using HeaderList = std::unique_ptr<rd_kafka_headers_t, KafkaDestroy<rd_kafka_headers_destroy>>;

constexpr milliseconds turnOfWaiting{100};

HeaderList headerList(const QList<LogHeader> &headers)
{
    HeaderList list(rd_kafka_headers_new(static_cast<std::size_t>(headers.size())));
    for (const LogHeader &header : headers)
        rd_kafka_header_add(list.get(), header.key.constData(), header.key.size(),
                            header.value.isNull() ? nullptr : header.value.constData(), header.value.size());
    return list;
}

} // namespace

KafkaWriter::KafkaWriter(std::unique_ptr<Impl> impl) : m(std::move(impl)) {}

KafkaWriter::~KafkaWriter()
{
    rd_kafka_purge(m->client.get(), RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT);
    rd_kafka_flush(m->client.get(), 500); // serves the purged ones' reports
    m->topic.reset();
}

Result<std::unique_ptr<KafkaWriter>> KafkaWriter::open(const KafkaConfig &config, KafkaWriterOptions options)
{
    if (const QStringList problems = problemsOf(config); !problems.isEmpty())
        return fail(Errc::InvalidArgument, problems.join(u' '));
    auto impl = std::make_unique<Impl>();
    impl->config = config;
    impl->options = options;
    KafkaConf conf = producerConf(config, options.timeout);
    rd_kafka_conf_set_opaque(conf.get(), impl.get());
    rd_kafka_conf_set_dr_msg_cb(conf.get(), [](rd_kafka_t *, const rd_kafka_message_t *message, void *self) {
        auto *writer = static_cast<Impl *>(self);
        KafkaDelivery delivery{.id = static_cast<quint64>(reinterpret_cast<quintptr>(message->_private)),
                               .partition = message->partition,
                               .offset = message->offset};
        if (message->err != RD_KAFKA_RESP_ERR_NO_ERROR) {
            delivery.offset = -1;
            delivery.error = kafkaError(message->err, writer->what());
        } else {
            writer->trouble.reset();
        }
        --writer->inFlight;
        writer->arrived.append(std::move(delivery));
    });
    rd_kafka_conf_set_error_cb(conf.get(), [](rd_kafka_t *, int code, const char *reason, void *self) {
        auto *writer = static_cast<Impl *>(self);
        const bool general = code == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN;
        if (!general || !writer->trouble)
            writer->trouble =
                kafkaError(static_cast<rd_kafka_resp_err_t>(code), writer->what(), QString::fromUtf8(reason));
    });
    Result<KafkaHandle> client = std::move(conf).build(RD_KAFKA_PRODUCER);
    if (!client)
        return fail(std::move(client.error()));
    impl->client = std::move(*client);
    impl->topic.reset(rd_kafka_topic_new(impl->client.get(), config.topic.toUtf8().constData(), nullptr));
    return std::unique_ptr<KafkaWriter>(new KafkaWriter(std::move(impl)));
}

Result<> KafkaWriter::send(quint64 id, const QByteArray &key, const QByteArray &value,
                           const QList<LogHeader> &headers)
{
    if (key.trimmed().isEmpty())
        return fail(Errc::InvalidArgument,
                    Tr::tr("A message without a thread id cannot be written: its thread is its key."));
    HeaderList list = headerList(headers);
    std::array<rd_kafka_vu_t, 6> parts{};
    parts[0].vtype = RD_KAFKA_VTYPE_RKT;
    parts[0].u.rkt = m->topic.get();
    parts[1].vtype = RD_KAFKA_VTYPE_MSGFLAGS;
    parts[1].u.i = RD_KAFKA_MSG_F_COPY;
    parts[2].vtype = RD_KAFKA_VTYPE_KEY;
    parts[2].u.mem.ptr = const_cast<char *>(key.constData());
    parts[2].u.mem.size = static_cast<std::size_t>(key.size());
    parts[3].vtype = RD_KAFKA_VTYPE_VALUE;
    parts[3].u.mem.ptr = value.isNull() ? nullptr : const_cast<char *>(value.constData());
    parts[3].u.mem.size = static_cast<std::size_t>(value.size());
    parts[4].vtype = RD_KAFKA_VTYPE_HEADERS;
    parts[4].u.headers = list.get();
    parts[5].vtype = RD_KAFKA_VTYPE_OPAQUE;
    parts[5].u.ptr = reinterpret_cast<void *>(static_cast<quintptr>(id));
    const std::unique_ptr<rd_kafka_error_t, KafkaDestroy<rd_kafka_error_destroy>> refused(
        rd_kafka_produceva(m->client.get(), parts.data(), parts.size()));
    const rd_kafka_resp_err_t code =
        refused ? rd_kafka_error_code(refused.get()) : RD_KAFKA_RESP_ERR_NO_ERROR;
    if (code == RD_KAFKA_RESP_ERR_NO_ERROR) {
        static_cast<void>(list.release()); // the message owns them
        ++m->inFlight;
        return {};
    }
    Error error = kafkaError(code, m->what());
    if (code == RD_KAFKA_RESP_ERR__QUEUE_FULL)
        error.code = Errc::RateLimited;
    return fail(std::move(error));
}

QList<KafkaDelivery> KafkaWriter::deliveries(milliseconds wait)
{
    rd_kafka_poll(m->client.get(), 0);
    if (m->arrived.isEmpty() && wait > milliseconds(0))
        rd_kafka_poll(m->client.get(), static_cast<int>(wait.count()));
    return std::exchange(m->arrived, {});
}

Result<qint64> KafkaWriter::append(const QByteArray &key, const QByteArray &value)
{
    return appendAll({{key, value}});
}

Result<qint64> KafkaWriter::appendAll(const QList<std::pair<QByteArray, QByteArray>> &records)
{
    if (records.isEmpty())
        return fail(Errc::InvalidArgument, Tr::tr("There is nothing to write."));
    qint64 first = -1;
    std::optional<Error> failed;
    qsizetype sent = 0;
    qsizetype told = 0;
    while (told < records.size() && (!failed || told < sent)) {
        while (sent < records.size() && !failed) {
            const Result<> queued =
                send(static_cast<quint64>(sent), records[sent].first, records[sent].second);
            if (!queued && queued.error().code == Errc::RateLimited)
                break;
            if (!queued)
                failed = queued.error();
            else
                ++sent;
        }
        for (const KafkaDelivery &delivery : deliveries(turnOfWaiting)) {
            ++told;
            if (delivery.id == 0)
                first = delivery.offset;
            if (delivery.error && !failed)
                failed = m->trouble && delivery.error->isRetryable() ? m->trouble : delivery.error;
        }
    }
    if (failed)
        return fail(std::move(*failed));
    return first;
}

int KafkaWriter::inFlight() const
{
    return m->inFlight;
}

std::optional<Error> KafkaWriter::trouble() const
{
    return m->trouble;
}

bool KafkaWriter::isBroken() const
{
    char text[8];
    return rd_kafka_fatal_error(m->client.get(), text, sizeof text) != RD_KAFKA_RESP_ERR_NO_ERROR;
}

} // namespace assay
