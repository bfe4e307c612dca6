// SPDX-License-Identifier: Apache-2.0
#include "service/kafka_forwarder.h"

#include "base/tr.h"
#include "stream/kafka_reader.h"
#include "stream/kafka_writer.h"

namespace assay {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr int recordsPerFlight = 500;
constexpr milliseconds look{100};
constexpr milliseconds tryAgain{1000};
constexpr milliseconds question{2000};

} // namespace

KafkaForwarder::KafkaForwarder(KafkaConfig config, std::vector<Source> sources,
                               std::function<void(const Error &)> onTrouble)
    : m_config(std::move(config)), m_sources(std::move(sources)), m_onTrouble(std::move(onTrouble)),
      m_thread([this] { run(); })
{
}

KafkaForwarder::~KafkaForwarder()
{
    m_stop = true;
    m_changed.notify_all();
    m_thread.join();
}

KafkaForwarder::Progress KafkaForwarder::progress() const
{
    const std::scoped_lock lock(m_mutex);
    return m_progress;
}

qint64 KafkaForwarder::waitUntilSent(qint64 end, milliseconds wait) const
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, wait, [&] { return m_progress.trouble || (m_sentTo && *m_sentTo >= end); });
    return m_sentTo ? std::max<qint64>(0, end - *m_sentTo) : end;
}

void KafkaForwarder::pause(milliseconds time)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, time, [this] { return stopped(); });
}

void KafkaForwarder::tell(std::optional<Error> trouble)
{
    bool isNew = false;
    {
        const std::scoped_lock lock(m_mutex);
        isNew = trouble && (!m_progress.trouble || m_progress.trouble->code != trouble->code);
        m_progress.trouble = trouble;
        if (!m_outboxes.empty())
            m_sentTo = m_outboxes.front()->position().next;
    }
    m_changed.notify_all();
    if (isNew && m_onTrouble)
        m_onTrouble(*trouble);
}

void KafkaForwarder::openOutboxes()
{
    for (Source &source : m_sources) {
        Result<std::unique_ptr<Outbox>> outbox =
            Outbox::open(source.directory, m_config.topic, std::move(source.reader), source.first);
        if (outbox)
            m_outboxes.push_back(std::move(*outbox));
        else if (&source == &m_sources.front())
            tell(std::move(outbox.error())); // the others' own processes send theirs
    }
    m_sources.clear();
}

void KafkaForwarder::run()
{
    openOutboxes();
    if (!m_outboxes.empty())
        tell(std::nullopt);
    while (!stopped()) {
        Result<> done;
        for (const std::unique_ptr<Outbox> &outbox : m_outboxes)
            if (done && !stopped())
                done = sendFrom(*outbox);
        if (done && !m_outboxes.empty()) {
            tell(std::nullopt);
            continue;
        }
        if (!done)
            tell(std::move(done.error()));
        pause(tryAgain);
    }
    m_target.reset();
    m_writer.reset();
}

/// Connects, and finds out what the topic has already of what was being sent.
Result<> KafkaForwarder::ready(Outbox &outbox)
{
    if (m_writer && m_writer->isBroken()) {
        m_writer.reset();
        for (const std::unique_ptr<Outbox> &one : m_outboxes)
            one->unsettle();
    }
    if (!m_writer) {
        // Records wait for the brokers rather than expire: expired ones could be neither counted as lost
        // nor sent again without doubles.
        Result<std::unique_ptr<KafkaWriter>> writer =
            KafkaWriter::open(m_config, {.timeout = milliseconds(0)});
        if (!writer)
            return fail(std::move(writer.error()));
        m_writer = std::move(*writer);
    }
    if (outbox.isSettled())
        return {};
    if (!m_target) {
        KafkaConfig quick = m_config;
        quick.partition = -1;
        quick.start = KafkaStart::Latest; // nothing is to be fetched for this
        quick.metadataTimeout = std::min(quick.metadataTimeout, question);
        Result<std::unique_ptr<LogReader>> target = openKafkaReader(quick, KafkaReading::View);
        if (!target)
            return fail(std::move(target.error()));
        m_target = std::move(*target);
    }
    // Polling connects, and only it brings the reason why a connection is refused.
    if (Result<LogBatch> first = m_target->pollBatch(milliseconds(0), 1); !first)
        return fail(std::move(first.error()));
    Result<> settled = outbox.settle(*m_target, [this] { return stopped(); });
    m_target.reset();
    return settled;
}

Result<> KafkaForwarder::sendFrom(Outbox &outbox)
{
    if (Result<> connected = ready(outbox); !connected)
        return connected;
    const bool isFirst = &outbox == m_outboxes.front().get();
    const Result<QList<LogRecord>> records = outbox.take(isFirst ? look : milliseconds(0), recordsPerFlight);
    if (!records) {
        const Errc code = records.error().code;
        return code == Errc::Corrupt || code == Errc::NotFound ? Result<>() : fail(records.error());
    }
    return records->isEmpty() ? Result<>() : sendRecords(outbox, *records);
}

Result<> KafkaForwarder::sendRecords(Outbox &outbox, const QList<LogRecord> &records)
{
    QHash<int, qint64> ends;
    std::optional<Error> failed;
    qsizetype sent = 0;
    qsizetype told = 0;
    qint64 refused = 0;
    while ((sent < records.size() && !failed) || told < sent) {
        while (sent < records.size() && !failed) {
            const LogRecord &record = records[sent];
            const Result<> queued =
                m_writer->send(static_cast<quint64>(record.offset), record.key, record.value);
            if (!queued && queued.error().code == Errc::RateLimited)
                break;
            ++sent;
            if (!queued) {
                ++told;
                ++refused;
            }
        }
        for (const KafkaDelivery &delivery : m_writer->deliveries(look)) {
            ++told;
            if (!delivery.error)
                ends[delivery.partition] = std::max(ends.value(delivery.partition), delivery.offset + 1);
            else if (delivery.error->code == Errc::InvalidArgument)
                ++refused;
            else
                failed = delivery.error;
        }
        if (stopped()) {
            outbox.unsettle();
            return fail(Errc::Cancelled, Tr::tr("Stopped."));
        }
        if (told < sent)
            if (const std::optional<Error> trouble = m_writer->trouble())
                tell(trouble); // goes on by itself when a broker is back
    }
    if (failed) {
        outbox.unsettle();
        return fail(std::move(*failed));
    }
    if (Result<> saved = outbox.arrived(ends); !saved)
        return saved;
    {
        const std::scoped_lock lock(m_mutex);
        m_progress.sent += records.size() - refused;
        m_progress.refused += refused;
    }
    if (refused > 0 && m_onTrouble)
        m_onTrouble(
            {.code = Errc::InvalidArgument,
             .message = Tr::tr("%n messages are too large for topic %1 and were not sent; they are in "
                               "the history all the same.",
                               nullptr, static_cast<int>(refused))
                            .arg(m_config.topic)});
    return {};
}

} // namespace assay
