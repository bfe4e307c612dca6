// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stream/kafka_config.h"
#include "stream/log.h"

namespace assay {

struct KafkaWriterOptions
{
    /// How long a record may wait for the brokers; 0 = until they are there.
    std::chrono::milliseconds timeout{120'000};
};

/// What became of one record handed to KafkaWriter::send().
struct KafkaDelivery
{
    quint64 id = 0;
    int partition = -1;
    qint64 offset = -1; ///< −1 when it was not delivered
    std::optional<Error> error{};
};

/// Appends to one topic: every replica acknowledges, nothing is stored twice, and the records of one
/// key keep their order while brokers fail over.
///
/// Threading: used by one thread at a time. Destroying it drops what is not acknowledged yet.
class KafkaWriter final : public LogWriter
{
public:
    /// Connects later. @errors InvalidArgument: everything problemsOf() says
    static Result<std::unique_ptr<KafkaWriter>> open(const KafkaConfig &config,
                                                     KafkaWriterOptions options = {});
    ~KafkaWriter() override;
    Q_DISABLE_COPY_MOVE(KafkaWriter)

    /// @errors InvalidArgument (empty key, too large), Unavailable and Timeout (not stored in time),
    ///         Unauthorized, NotFound
    Result<qint64> append(const QByteArray &key, const QByteArray &value) override;

    /// One after the other in one flight. A topic has no transaction here: after an error, records before
    /// the one named may be in the log.
    Result<qint64> appendAll(const QList<std::pair<QByteArray, QByteArray>> &records) override;

    /// Queues one record; deliveries() tells what became of it under `id`.
    /// @errors InvalidArgument (empty key, too large), RateLimited (the queue of 32 MiB is full: wait in
    ///         deliveries())
    Result<> send(quint64 id, const QByteArray &key, const QByteArray &value,
                  const QList<LogHeader> &headers = {});

    /// Waits at most `wait` for the first acknowledgement. Those of one partition come in order.
    QList<KafkaDelivery> deliveries(std::chrono::milliseconds wait);

    /// Records neither delivered nor failed yet.
    int inFlight() const;

    /// Why nothing gets through at present; nullopt when it does, or nothing was tried.
    std::optional<Error> trouble() const;

    /// True once order can no longer be vouched for (the cluster lost acknowledged records): open another.
    bool isBroken() const;

private:
    struct Impl;
    explicit KafkaWriter(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> m;
};

} // namespace assay
